package main

type List[T any] struct{ first *T }

type Ints = List[int]
type IntsPtr = *List[int]
type MoreInts = Ints

func (Ints) a()      {} // ERROR "cannot define new methods on instantiated type List[int]"
func (*Ints) b()     {} // ERROR "cannot define new methods on instantiated type List[int]"
func (IntsPtr) c()   {} // ERROR "cannot define new methods on instantiated type List[int]"
func (m MoreInts) d() {} // ERROR "cannot define new methods on instantiated type List[int]"

type Plain struct{}
type Same = Plain
type Any[T any] = Same
type AnyPtr = *Any[int]

func (Same) e()    {}
func (AnyPtr) f()  {} // ERROR "cannot define new methods on instantiated type Any[int]"
func (*AnyPtr) g() {} // ERROR "cannot define new methods on instantiated type Any[int]"

func main() {}
