package main

import (
	"errors"
	"fmt"
	"io"
)

type Shape interface{ Area() float64 }
type Sq struct{ s float64 }
type Ci struct{ r float64 }

func (s Sq) Area() float64  { return s.s * s.s }
func (c *Ci) Area() float64 { return c.r }

func tr(s string, v int) int { fmt.Print(s, " "); return v }

func sw(x any) string {
	switch y := x.(type) {
	case nil:
		return fmt.Sprintf("nil %T", y)
	case int, int8:
		return fmt.Sprintf("ints %T %v", y, y)
	case func(int) float64:
		return fmt.Sprint("func ", y(2))
	case bool, string:
		return fmt.Sprintf("%T", y)
	case error, fmt.Stringer:
		return "speaks"
	case []any:
		s := ""
		for _, e := range y {
			s += sw(e) + ";"
		}
		return s
	case *Ci:
		return fmt.Sprint("*Ci ", y == nil)
	case Shape:
		return fmt.Sprint("shape ", y.Area())
	case struct{ a int }:
		return fmt.Sprint("struct ", y.a)
	case map[string]int, [2]int:
		return fmt.Sprintf("%v", y)
	case chan<- int:
		return "send only"
	default:
		return fmt.Sprintf("default %T", y)
	}
}

func gen[T any, U any](x any) string {
	switch x.(type) {
	case T:
		return "T"
	case []U:
		return "[]U"
	case map[string]T:
		return "map"
	}
	return "none"
}

func main() {
	for i := range 6 {
		switch i {
		case 0:
			fmt.Print("zero ")
		case 1, 2:
			fmt.Print("one or two ")
			if i == 1 {
				break
			}
			fallthrough
		case 3:
			fmt.Print("three ")
			fallthrough
		default:
			fmt.Print("default ")
		case 4:
			fmt.Print("four ")
		}
		fmt.Print("| ")
	}
	fmt.Println()
	switch tr("tag", 2) {
	case tr("a", 1), tr("b", 2), tr("c", 3):
		fmt.Println("b")
	case tr("d", 4):
	}
	switch x := tr("init", 5); {
	case x < 3:
	case x > 4 && tr("cond", 1) == 1:
		fmt.Println("x>4")
	}
	switch {
	default:
		fmt.Println("only default")
	}
	switch f := func() int { return 3 }; f() {
	case 3:
		fmt.Println("f")
	}
	var e any = 1.0
	switch e {
	case 1:
		fmt.Println("int")
	case "1":
		fmt.Println("string")
	case 1.0:
		fmt.Println("float")
	}
	switch p := (struct{ a, b int }{1, 2}); p {
	case struct{ a, b int }{1, 2}:
		fmt.Println("struct case")
	}
	switch err := error(io.EOF); err {
	case nil:
	case io.EOF:
		fmt.Println("EOF")
	}
	var np *Ci
	fmt.Println(sw(nil), sw(1), sw(int8(2)), sw(func(x int) float64 { return float64(x) / 4 }), sw(true), sw("s"), sw(errors.New("e")), sw([]any{1, nil, "x", Sq{2}}), sw(np), sw(&Ci{2}), sw(Sq{3}), sw(struct{ a int }{4}), sw(map[string]int{"a": 1}), sw([2]int{1, 2}), sw(make(chan<- int)), sw(make(chan int)), sw(3.5), sw(int64(1)))
	fmt.Println(gen[int, string](1), gen[int, string]([]string{}), gen[string, int](map[string]string{}), gen[int, int](2.5))
	var s Shape = Sq{1}
	switch s.(type) {
	case interface{ Perimeter() float64 }:
		fmt.Println("no")
	case Sq:
		fmt.Println("Sq")
	}
	switch x := s.(type) {
	case *Ci, Sq:
		fmt.Printf("%T %v\n", x, x.Area())
	}
	func() {
		defer func() { fmt.Println(recover()) }()
		var x any = []int{}
		switch x {
		case 1:
		case x:
		}
	}()
	n := 0
L:
	for {
		switch {
		case n > 3:
			break L
		case n%2 == 0:
			n++
			continue L
		}
		n += 2
	}
	fmt.Println(n)
	switch n := n * 2; true {
	case n > 5:
		n := "inner"
		fmt.Println(n)
		fallthrough
	case false:
		fmt.Println(n)
	}
	switch c := 'x'; c {
	case 'a', 'b':
	case 'w' + 1:
		fmt.Println("x")
	}
	switch v := uint8(200); v + 100 {
	case 44:
		fmt.Println("wrapped")
	}
}
