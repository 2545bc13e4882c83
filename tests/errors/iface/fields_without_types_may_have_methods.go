package main

type Speaker interface{ speak() }

type Dog struct {
	undefinedAnimal // ERROR "undefined: undefinedAnimal"
}

type Puppy struct {
	*Puppy
	Dog
}

type Cat struct{ undefinedField undefinedAnimal } // ERROR "undefined: undefinedAnimal"

var (
	_ Speaker = Dog{}
	_ Speaker = &Dog{}
	_ Speaker = Puppy{}
	_ Speaker = Cat{} // ERROR "missing method speak"
)

func main() {}
