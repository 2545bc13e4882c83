//go:build !linux

package main

func init() { list = append(list, "h") }
