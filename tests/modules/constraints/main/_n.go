package main

func init() { list = append(list, "_n") }
