package main

func main() {
	var x = new(T)
	f[x.(type)]() // ERROR "x.(type) is not a type" "invalid syntax tree: use of .(type) outside type switch"
}

type T struct{}

func f[_ any]() {}
