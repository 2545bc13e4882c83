package main

import "C"

func init() { list = append(list, "c") }
