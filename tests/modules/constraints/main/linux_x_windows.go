package main

func init() { list = append(list, "linux_x_windows") }
