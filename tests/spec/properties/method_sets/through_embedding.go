package main

import (
	"fmt"
	"reflect"
)

type V struct{ n int }

func (v V) Val() string  { return fmt.Sprint("V", v.n) }
func (v *V) Ptr() string { v.n++; return fmt.Sprint("*V", v.n) }

type EV struct{ V }
type EP struct{ *V }
type EE struct{ EP }
type Named V
type Def EV
type IV interface{ Val() string }
type IP interface {
	Val() string
	Ptr() string
}
type EI struct{ IP }
type PtrTo = *EV
type Gen[T any] struct{ t T }

func (g Gen[T]) Get() T   { return g.t }
func (g *Gen[T]) Set(t T) { g.t = t }

type EG struct {
	Gen[string]
	*V
}

func methods(x any) string {
	t := reflect.TypeOf(x)
	s := fmt.Sprint(t, ":")
	for i := 0; i < t.NumMethod(); i++ {
		s += " " + t.Method(i).Name
	}
	return s
}

func main() {
	for _, x := range []any{V{}, &V{}, EV{}, &EV{}, EP{}, &EP{}, EE{}, Named{}, &Named{}, Def{}, &Def{}, EI{}, &EI{}, Gen[int]{}, &Gen[int]{}, EG{}, &EG{}} {
		_, iv := x.(IV)
		_, ip := x.(IP)
		fmt.Println(methods(x), iv, ip)
	}
	v := V{1}
	ev, ep := EV{v}, EP{&v}
	fmt.Println(ev.Ptr(), ep.Ptr(), v.n, ev.n, ep.Val(), EE{ep}.Ptr(), v.n)
	var ip IP = ep
	ip.Ptr()
	ip = &ev
	ip.Ptr()
	var iv IV = ev
	ev.n = 100
	fmt.Println(v.n, ev.Val(), iv.Val(), EI{ip}.Val(), EI{ep}.Ptr())
	f, g, h := V.Val, (*V).Ptr, (*V).Val
	fmt.Println(f(v), g(&v), h(&v), EV.Val(ev), (*EV).Ptr(&ev), EP.Ptr(ep), IP.Ptr(ep), EG.Get(EG{Gen[string]{"g"}, nil}), (*EG).Ptr(&EG{V: &v}))
	b1, b2 := v.Val, v.Ptr
	v.n = 50
	fmt.Println(b1(), b2(), v.n)
	eg := EG{Gen[string]{"x"}, &v}
	eg.Set("y")
	eg.Ptr()
	fmt.Println(eg.Get(), eg.n, struct{ PtrTo }{&ev}.Val())
	m := map[string]*V{"a": {1}}
	m["a"].Ptr()
	s := []V{{1}}
	s[0].Ptr()
	arr := [1]V{{1}}
	arr[0].Ptr()
	fmt.Println(m["a"].n, s[0].n, arr[0].n, (&struct{ V }{}).Ptr(), (&EV{}).V.Ptr())
	var np *EP
	func() {
		defer func() { fmt.Println(recover()) }()
		np.Val()
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		_ = EP{}.Val
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		var iv IV = EP{}
		iv.Val()
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		var iv IV = (*V)(nil)
		iv.Val()
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		EI{}.Val()
	}()
}
