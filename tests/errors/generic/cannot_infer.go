package main

func Zero[T any]() (t T)         { return }
func Conv[T, U any](x T) (u U)   { return }
func Map[T, U any](s []T, f func(T) U) []U { return nil }

func main() {
	Zero() // ERROR "in call to Zero, cannot infer T (declared at cannot_infer.go:3:11)"
	x := Conv(1) // ERROR "in call to Conv, cannot infer U (declared at cannot_infer.go:4:14)"
	_ = Map([]int{}, nil) // ERROR "in call to Map, cannot infer U (declared at cannot_infer.go:5:13)"
	var y int = Zero() // ERROR "in call to Zero, cannot infer T (declared at cannot_infer.go:3:11)"
	_, _ = x, y
}
