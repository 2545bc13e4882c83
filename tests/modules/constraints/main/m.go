//go:build go1.21
// +build ignore

package main

func init() { list = append(list, "m") }
