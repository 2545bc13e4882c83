package main

func init() { list = append(list, "a_linux") }
