package main

import "fmt"

type noisy struct{ n int }

func (e *noisy) Error() string {
	fmt.Println("asked", e.n)
	return fmt.Sprint("noisy ", e.n)
}

func main() {
	err := &noisy{1}
	defer panic(&noisy{2})
	defer panic(err)
	defer panic(err)
	defer func() { panic(recover()) }()
	panic(err)
}
