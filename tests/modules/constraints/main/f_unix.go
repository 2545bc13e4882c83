//go:build unix

package main

func init() { list = append(list, "f_unix") }
