package main

type namer interface{ Name() string }

func use(n *namer) string { return n.Name() } // ERROR "n.Name undefined (type *namer is pointer to interface, not interface)"

func main() {
	var n namer
	use(n) // ERROR "cannot use n (variable of interface type namer) as *namer value in argument to use: namer does not implement *namer (type *namer is pointer to interface, not interface)"
}
