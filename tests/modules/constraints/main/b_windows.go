package main

func init() { list = append(list, "b_windows") }
