package a

type S struct {
	Y int
}

func (s S) M() {}

type R struct {
	Y int
	z int
}

func (s *R) M() {}

func (s *R) n() {}

var V S
