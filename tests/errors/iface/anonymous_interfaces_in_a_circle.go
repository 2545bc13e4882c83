package main

type Walker interface { // ERROR "anonymous interface refers to itself"
	walk() interface{ Walker }
}

type Left interface { // ERROR "anonymous interface refers to itself"
	left() interface {
		Right
	}
}

type Right interface {
	right(func([]interface{ Left }) chan int)
}

// With a name on the way there is no harm.
type Node interface {
	next() Node
	all() map[string][]interface{ Other }
}

type Other interface {
	node() Node
}

func main() {}
