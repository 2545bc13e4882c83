package main

func init() { list = append(list, "e_zos") }
