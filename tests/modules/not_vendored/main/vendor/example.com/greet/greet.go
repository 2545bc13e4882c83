package greet

func Hello() {}
