// Copyright

// +build linux,go1.20 windows
// +build !ignore

package main

func init() { list = append(list, "i") }
