package main

func helper() {}

func Main() {}

var _ = func() int { func main2() {}; return 1 } // ERROR "syntax error: unexpected name main2, expected ("
