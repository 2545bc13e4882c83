//go:build windows || (linux && !cgo)

package main

func init() { list = append(list, "g") }
