package main

type Mapper[X any] interface{ Map(X) X }

type Generic struct{}

func (Generic) Map[P any](p P) P { return p }

func need[X any](Mapper[X]) {}

func main() {
	need(Generic{}) // ERROR "type Generic of Generic{} does not match Mapper[X] (cannot infer X)"
}
