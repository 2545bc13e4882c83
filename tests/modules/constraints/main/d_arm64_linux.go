package main

func init() { list = append(list, "d_arm64_linux") }
