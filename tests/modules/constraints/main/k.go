// +build ignore
package main

func init() { list = append(list, "k") }
