package main

import "fmt"

func two(n int) (int, error) {
	if n > 1 {
		return 0, fmt.Errorf("n is %d", n)
	}
	return n, nil
}

func main() {
	a, err := two(1)
	fmt.Println(a, err)
	p := &err
	b, err := two(2)
	fmt.Println(b, err, p == &err)
	{
		c, err := two(3)
		fmt.Println(c, err, p == &err)
	}
	fmt.Println(err)
	if _, err := two(5); err != nil {
		fmt.Println(err)
	}
	a, _ = two(0)
	_, _ = a, b
	fmt.Println(a)
}
