package main

import (
	"errors"
	"fmt"
	"runtime"
	"strings"
)

type T struct{ a [3]int }
type I interface{ M() }
type V int

func (V) M() {}

type myErr struct{ code int }

func (e *myErr) Error() string { return fmt.Sprint("code ", e.code) }

func try(name string, f func()) {
	defer func() {
		r := recover()
		e, isErr := r.(error)
		_, isRt := r.(runtime.Error)
		_, isTA := r.(*runtime.TypeAssertionError)
		text := fmt.Sprint(r)
		if isErr {
			text = e.Error()
		}
		fmt.Println(name+":", strings.ReplaceAll(text, "\n", "\\n"), isErr, isRt, isTA)
	}()
	f()
}

var zero, one, five, neg = 0, 1, 5, -1

func main() {
	s := []int{1, 2, 3}
	arr := [3]int{}
	str := "abc"
	var np *T
	var m map[string]int
	var i I
	var a any = "text"
	var f func()
	var u8 uint8 = 200
	var big uint64 = 1 << 63
	try("index", func() { _ = s[five] })
	try("index neg", func() { _ = s[neg] })
	try("index u8", func() { _ = s[u8] })
	try("index big", func() { _ = s[big] })
	try("array", func() { _ = arr[five] })
	try("string", func() { _ = str[five] })
	try("slice hi", func() { _ = s[:five] })
	try("slice lo", func() { _ = s[five:] })
	try("slice order", func() { _ = s[2:one] })
	try("slice3", func() { _ = s[0:1:five] })
	try("slice3 order", func() { _ = s[0:five:2] })
	try("slice3 lo", func() { _ = s[five-2 : 2 : 2] })
	try("string slice", func() { _ = str[five:] })
	try("string order", func() { _ = str[2:one] })
	try("array slice", func() { _ = arr[:five] })
	try("div", func() { _ = one / zero })
	try("mod", func() { _ = one % zero })
	try("min/-1", func() { x := -1 << 63; fmt.Print(x/neg, x%neg, " ") })
	try("shift", func() { _ = one << neg })
	try("float div", func() { x := 0.0; fmt.Print(1/x, " ") })
	try("nil deref", func() { _ = np.a })
	try("nil store", func() { np.a[1] = 1 })
	try("nil map", func() { m["a"] = 1 })
	try("nil map read", func() { fmt.Print(m["a"], len(m), " ") })
	try("nil iface", func() { i.M() })
	try("nil func", func() { f() })
	try("nil chan close", func() { var c chan int; close(c) })
	try("assert", func() { _ = a.(int) })
	try("assert nil", func() { var n any; _ = n.(int) })
	try("assert iface", func() { _ = a.(I) })
	try("assert missing", func() { _ = a.(interface{ M(); N() }) })
	try("assert method", func() { var n I = V(1); _ = n.(interface{ Other() }) })
	try("assert concrete", func() { var n I = V(1); _ = n.(*W) })
	try("assert nil iface", func() { _ = i.(V) })
	try("compare", func() { _ = any(s) == any(s) })
	try("compare struct", func() { _ = any(struct{ f func() }{}) == any(struct{ f func() }{}) })
	try("hash", func() { _ = map[any]int{}[s] })
	try("hash set", func() { map[any]int{}[m] = 1 })
	try("conv array", func() { _ = [4]int(s) })
	try("make", func() { _ = make([]int, neg) })
	try("string panic", func() { panic("text") })
	try("error panic", func() { panic(errors.New("err")) })
	try("wrapped", func() { panic(fmt.Errorf("w: %w", &myErr{3})) })
	try("custom", func() { panic(&myErr{7}) })
	try("value", func() { panic(T{}) })
	try("nil", func() { panic(nil) })
	try("closed", func() { c := make(chan int); close(c); c <- 1 })
	try("unlock", func() { panic(fmt.Sprintf("multi\nline")) })
	try("nil embedded", func() { var x struct{ *T }; _ = x.a })
	try("nil method", func() { var p *V; p.M() })
	try("nil iface value", func() { var p *V; var n I = p; n.M() })
	try("ok", func() {})
	defer fmt.Println("deferred before dying")
	var e error = &myErr{42}
	panic(e)
}

type W struct{}

func (*W) M() {}
