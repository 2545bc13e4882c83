package main

func init() { list = append(list, "c_linux_amd64") }
