package main

type alias[T any] = map[string]T

var literals = []float64{1_000, 0b11, 0o17, 0x1p-2}

func shift(x, n int) int { return x << n }

type inner struct{ name string }
type outer struct{ inner }

var promoted = outer{name: "x"}

func main() {}
