package main

import (
	"fmt"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
)

type T struct{ n int }

func (t *T) Pointer(a int) int { return t.n + a }

func (t T) Value() int { return t.n }

func (t T) Many(a string, rest ...int) string {
	return fmt.Sprint(a, len(rest), t.n)
}

// More than what a frame keeps in registers.
type Wide struct {
	n    int
	rest [20]int
}

func (w Wide) Sum() int { w.rest[3] += w.n; return w.rest[3] }

type E struct{ *T }

type I interface{ Value() int }

type F struct{ I }

type G[X any] struct{ x X }

func (g G[X]) Get() X { return g.x }

func (g *G[X]) Set(x X) { g.x = x }

func show(what string, v reflect.Value) {
	f := runtime.FuncForPC(v.Pointer())
	file, line := f.FileLine(v.Pointer())
	if strings.HasSuffix(file, ".s") || strings.HasSuffix(file, ".pgo") {
		file, line = "the library", 0
	}
	fmt.Println(what, f.Name(), filepath.Base(file), line, f.Entry() == v.Pointer())
}

func plain() {
	fmt.Println()
}

func main() {
	for _, x := range []any{T{1}, &T{2}, E{&T{3}}, &E{&T{4}}, F{T{5}}, &F{&T{6}}, Wide{n: 7}, &Wide{n: 8}, G[int]{9}, &G[string]{"ten"}} {
		t := reflect.TypeOf(x)
		for i := range t.NumMethod() {
			m := t.Method(i)
			show(fmt.Sprint(t, ".", m.Name), m.Func)
			byName, _ := t.MethodByName(m.Name)
			fmt.Println(byName.Func.Pointer() == m.Func.Pointer(), m.Type, m.Func.Type())
			args := []reflect.Value{reflect.ValueOf(x)}
			switch m.Name {
			case "Pointer":
				args = append(args, reflect.ValueOf(100))
			case "Many":
				args = append(args, reflect.ValueOf("a"), reflect.ValueOf(1), reflect.ValueOf(2))
			case "Set":
				args = append(args, reflect.ValueOf("eleven"))
			}
			fmt.Println(m.Func.Call(args))
		}
	}
	w := Wide{n: 12}
	sum, _ := reflect.TypeOf(w).MethodByName("Sum")
	f := sum.Func.Interface().(func(Wide) int)
	fmt.Println(f(w), f(w), w.rest[3])
	g := Wide.Sum
	fmt.Println(g(w), g(w), w.rest[3])
	h := (*Wide).Sum
	fmt.Println(h(&w), h(&w), w.rest[3])
	func() {
		defer func() { fmt.Println(recover()) }()
		h(nil)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		m, _ := reflect.TypeOf(&w).MethodByName("Sum")
		m.Func.Call([]reflect.Value{reflect.ValueOf((*Wide)(nil))})
	}()

	show("value of a method", reflect.ValueOf(&T{1}).Method(0))
	show("method value", reflect.ValueOf((&T{1}).Pointer))
	show("method expression", reflect.ValueOf((*T).Pointer))
	show("method expression", reflect.ValueOf(T.Value))
	show("method expression", reflect.ValueOf((*T).Value))
	show("promoted", reflect.ValueOf(E.Value))
	show("interface's", reflect.ValueOf(I.Value))
	show("plain", reflect.ValueOf(plain))
	show("literal", reflect.ValueOf(func() {
		plain()
	}))
	pc := reflect.ValueOf((*T).Pointer).Pointer()
	m, _ := reflect.TypeOf(&T{}).MethodByName("Pointer")
	fmt.Println(m.Func.Pointer() == pc)
}
