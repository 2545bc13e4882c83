package main

func f[T int](x T) {}
func g[T 5](x T)   {} // ERROR "syntax error: unexpected literal 5 in parameter list; possibly missing comma or ]"
func h[T x](x T)   {}
func i[T undefined](x T) {}

var v = 1

func j[T v](x T) {}

func main() {}
