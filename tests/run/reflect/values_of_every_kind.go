package main

import (
	"fmt"
	"reflect"
	"sort"
	"strings"
)

type Shape interface {
	Area() float64
	Perimeter() float64
}
type Sq struct{ S float64 }

func (s Sq) Area() float64      { return s.S * s.S }
func (s Sq) Perimeter() float64 { return 4 * s.S }

type Big struct {
	A [20]int
	S string
}

func (b Big) Sum(k int) (n int, big Big) {
	for _, x := range b.A {
		n += x
	}
	b.S += "!"
	return n * k, b
}

type G[T any] struct{ V T }

func (g G[T]) Get() T { return g.V }

type E1 struct{ X int }
type E2 struct{ X int }
type E3 struct {
	E1
	*E2
	Y int
}
type Rec struct {
	V    int
	Next *Rec
	Kids []Rec
	M    map[string]*Rec
}
type Fn func(int) int
type C chan<- int
type B bool
type By []byte
type Bt byte

func variadic(pre string, xs ...int) string { return pre + fmt.Sprint(xs) }
func try(name string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			if e, ok := r.(error); ok {
				fmt.Printf("%s: %T %s\n", name, r, strings.SplitN(e.Error(), "\n", 2)[0])
			} else {
				fmt.Println(name+":", r)
			}
		}
	}()
	f()
}

func main() {
	var sh Shape = Sq{2}
	v := reflect.ValueOf(&sh).Elem()
	fmt.Println(v.Kind(), v.Type(), v.NumMethod(), v.Elem().Type())
	fmt.Println(v.Method(0).Call(nil)[0].Float(), v.MethodByName("Perimeter").Call(nil)[0])
	fmt.Println(v.Type().Method(1).Name, v.Type().Method(1).Type)
	big := Big{S: "s"}
	for i := range big.A {
		big.A[i] = i
	}
	out := reflect.ValueOf(big).MethodByName("Sum").Call([]reflect.Value{reflect.ValueOf(2)})
	fmt.Println(out[0], out[1].Field(1), out[1].Field(0).Index(19))
	fm := reflect.TypeOf(big).Method(0)
	fmt.Println(fm.Type, fm.Func.Call([]reflect.Value{reflect.ValueOf(big), reflect.ValueOf(3)})[0])
	g := reflect.ValueOf(G[string]{"hey"})
	fmt.Println(g.Type(), g.Type().Name(), g.Method(0).Call(nil)[0])
	e3 := reflect.TypeOf(E3{})
	_, ok := e3.FieldByName("X")
	fmt.Println(ok, len(reflect.VisibleFields(e3)))
	for _, f := range reflect.VisibleFields(e3) {
		fmt.Print(f.Name, f.Index, " ")
	}
	fmt.Println()
	a := &Rec{V: 1}
	a.Next = a
	b := &Rec{V: 1}
	b.Next = b
	fmt.Println(reflect.DeepEqual(a, b))
	fmt.Println(reflect.DeepEqual(Rec{Kids: []Rec{{V: 1}}}, Rec{Kids: []Rec{{V: 1}}}), reflect.DeepEqual([]int(nil), []int{}))
	fmt.Println(reflect.ValueOf(variadic).Call([]reflect.Value{reflect.ValueOf("p"), reflect.ValueOf(1), reflect.ValueOf(2)})[0])
	fmt.Println(reflect.ValueOf(variadic).CallSlice([]reflect.Value{reflect.ValueOf("p"), reflect.ValueOf([]int{4, 5})})[0])
	fmt.Println(reflect.ValueOf(variadic).Call([]reflect.Value{reflect.ValueOf("p")})[0])
	try("few", func() { reflect.ValueOf(variadic).Call(nil) })
	try("many", func() { reflect.ValueOf(strings.ToUpper).Call([]reflect.Value{reflect.ValueOf("a"), reflect.ValueOf("b")}) })
	try("type", func() { reflect.ValueOf(strings.ToUpper).Call([]reflect.Value{reflect.ValueOf(1)}) })
	try("nil", func() { var f func(); reflect.ValueOf(f).Call(nil) })
	try("panics", func() { reflect.ValueOf(func() { panic("inside") }).Call(nil) })
	try("set", func() { var x int; reflect.ValueOf(&x).Elem().Set(reflect.ValueOf("s")) })
	try("elem", func() { reflect.ValueOf(1).Elem() })
	try("zero", func() { reflect.Value{}.Type() })
	try("field", func() { reflect.ValueOf(1).Field(0) })
	try("idx", func() { reflect.ValueOf([]int{1}).Index(3) })
	try("mapnil", func() { var m map[string]int; reflect.ValueOf(m).SetMapIndex(reflect.ValueOf("a"), reflect.ValueOf(1)) })
	try("conv", func() { reflect.ValueOf("a").Convert(reflect.TypeOf(1)) })
	try("bits", func() { reflect.TypeOf("").Bits() })
	try("telem", func() { reflect.TypeOf(1).Elem() })
	try("uncomparable", func() { fmt.Println(reflect.ValueOf([]any{1}).Index(0).Equal(reflect.ValueOf(1))) })
	m := map[any]int{1: 1, "a": 2, 2.5: 3}
	keys := reflect.ValueOf(m).MapKeys()
	var ks []string
	for _, k := range keys {
		ks = append(ks, fmt.Sprint(k.Kind(), k.Elem().Kind(), k))
	}
	sort.Strings(ks)
	fmt.Println(ks)
	fmt.Println(reflect.TypeOf(Fn(nil)), reflect.TypeOf(Fn(nil)).ConvertibleTo(reflect.TypeOf(func(int) int { return 0 })), reflect.TypeOf(C(nil)).ChanDir(), reflect.TypeOf(C(nil)))
	fmt.Println(reflect.TypeOf(make(chan int)).AssignableTo(reflect.TypeOf(C(nil))))
	fmt.Println(reflect.ValueOf(By("hi")).Bytes(), reflect.ValueOf(B(true)).Bool(), reflect.ValueOf([]Bt{1}).Type().Elem())
	ft := reflect.FuncOf([]reflect.Type{reflect.TypeOf(0), reflect.TypeOf([]string{})}, []reflect.Type{reflect.TypeOf("")}, true)
	fmt.Println(ft, ft == reflect.TypeOf(func(int, ...string) string { return "" }))
	f := reflect.MakeFunc(ft, func(a []reflect.Value) []reflect.Value {
		return []reflect.Value{reflect.ValueOf(strings.Repeat(fmt.Sprint(a[1]), int(a[0].Int())))}
	}).Interface().(func(int, ...string) string)
	fmt.Println(f(2, "x", "y"))
	arr := [3]int{1, 2, 3}
	av := reflect.ValueOf(&arr).Elem()
	fmt.Println(av.Slice(1, 3), av.Index(1).Addr().Interface() == any(&arr[1]), reflect.Copy(av, reflect.ValueOf([]int{9, 8})), arr)
	sw := reflect.Swapper([]string{"a"})
	_ = sw
	ss := []string{"a", "b", "c"}
	reflect.Swapper(ss)(0, 2)
	fmt.Println(ss, reflect.ValueOf(&ss).Elem().Slice3(0, 1, 2).Cap())
	fmt.Println(reflect.Zero(reflect.TypeOf(0.0)), reflect.ValueOf(complex(1, 2)).Complex(), reflect.ValueOf(complex64(complex(1, 2))).Complex())
	var np *int
	fmt.Println(reflect.ValueOf(np).IsNil(), reflect.ValueOf(np).Elem().IsValid(), reflect.ValueOf(nil).IsValid(), reflect.ValueOf(nil))
	fmt.Printf("%v %d %s %q %x %+v %#v\n", reflect.ValueOf(Rec{V: 1}).Field(0), reflect.ValueOf([]int{1}), reflect.ValueOf("s"), reflect.ValueOf("s"), reflect.ValueOf("s"), reflect.ValueOf(Sq{1}), reflect.ValueOf(Sq{1}))
	fmt.Println([]reflect.Value{reflect.ValueOf(1), reflect.ValueOf("a")}, []any{reflect.ValueOf(1)}, struct{ V reflect.Value }{reflect.ValueOf(2)})
	for i := range reflect.ValueOf(3).Seq() {
		fmt.Print(i, " ")
	}
	for i, x := range reflect.ValueOf([]string{"u", "v"}).Seq2() {
		fmt.Print(i, x, " ")
	}
	fmt.Println()
	var st struct {
		A int8
		B uint16
		C float32
		D bool
		E string
		F []int
		g int
	}
	sv := reflect.ValueOf(&st).Elem()
	sv.Field(0).SetInt(300)
	sv.Field(1).SetUint(70000)
	sv.Field(2).SetFloat(1.1)
	sv.Field(3).SetBool(true)
	sv.FieldByName("F").Set(reflect.ValueOf([]int{1, 2}))
	fmt.Printf("%+v %v %v %v\n", st, sv.Field(0).OverflowInt(128), sv.Field(6).CanSet(), sv.Field(6).CanAddr())
	fmt.Println(sv.Type().Field(2).Type.Bits(), sv.Addr().Type(), sv.Addr().Elem().Field(4).Kind())
	var iface any = 5
	iv := reflect.ValueOf(&iface).Elem()
	iv.Set(reflect.ValueOf("now string"))
	fmt.Println(iface, iv.Elem().Kind())
	iv.Set(reflect.Zero(iv.Type()))
	fmt.Println(iface == nil)
	fmt.Println(reflect.TypeOf((*error)(nil)).Elem().Name(), reflect.TypeOf((*error)(nil)).Elem().PkgPath() == "", reflect.TypeOf(fmt.Errorf("x")))
	type local struct{ x int }
	fmt.Println(reflect.TypeOf(local{}), reflect.TypeOf(map[string]local{}), reflect.TypeOf([]any{}), reflect.TypeOf(struct{}{}).Size())
	fmt.Println(reflect.TypeOf(main).NumIn(), reflect.ValueOf(main).Kind(), reflect.TypeOf(0).Comparable(), reflect.TypeOf([]int{}).Comparable())
	fmt.Println(reflect.StructTag(`a:"1" b:"2\"x"`).Get("b"), reflect.Chan, reflect.Kind(99))
	x, ok2 := reflect.TypeAssert[int](reflect.ValueOf(5))
	fmt.Println(x, ok2)
}
