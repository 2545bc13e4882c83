package p

type S struct{ a, B int }

func (S) m() {}
func (S) M() {}

type I interface{ m() }

const C = 0

var V int

func F()      {}
func hidden() {}
