package main

import (
	"errors"
	"fmt"
	"reflect"
)

type Inner struct{ A, B int }
type S struct {
	Name string `json:"name,omitempty" xml:"n"`
	age  int
	Inner
	P *Inner
	M map[string]int
	F func(int) string
	I any
}

func (s S) Hello(x int, ys ...string) string { return fmt.Sprint(s.Name, x, ys) }
func (s *S) SetName(n string)                { s.Name = n }
func (s S) hidden()                          {}

type Str string

func (s Str) String() string { return "<" + string(s) + ">" }

type Num interface{ Val() int }
type N1 int

func (n N1) Val() int { return int(n) }

func add(a, b int) (int, error) {
	if a < 0 {
		return 0, errors.New("neg")
	}
	return a + b, nil
}

func main() {
	s := S{Name: "x", age: 3, Inner: Inner{1, 2}, M: map[string]int{"k": 1}}
	t := reflect.TypeOf(s)
	fmt.Println(t, t.Kind(), t.Name(), t.PkgPath(), t.Size(), t.NumField(), t.NumMethod())
	for i := 0; i < t.NumField(); i++ {
		f := t.Field(i)
		fmt.Println(f.Name, f.Type, f.Tag.Get("json"), f.Offset, f.Index, f.Anonymous, f.PkgPath)
	}
	pt := reflect.TypeOf(&s)
	for i := 0; i < pt.NumMethod(); i++ {
		m := pt.Method(i)
		fmt.Println(m.Name, m.Type, m.Index)
	}
	v := reflect.ValueOf(&s).Elem()
	v.Field(0).SetString("hello")
	fmt.Println(s.Name, v.Field(2).Field(1).Int(), v.FieldByName("B").Int(), v.FieldByName("nope").IsValid())
	out := reflect.ValueOf(&s).MethodByName("Hello").Call([]reflect.Value{reflect.ValueOf(5), reflect.ValueOf("a"), reflect.ValueOf("b")})
	fmt.Println(out[0], out[0].Interface())
	reflect.ValueOf(&s).MethodByName("SetName").Call([]reflect.Value{reflect.ValueOf("zed")})
	fmt.Println(s.Name)
	r := reflect.ValueOf(add).Call([]reflect.Value{reflect.ValueOf(3), reflect.ValueOf(4)})
	fmt.Println(r[0].Int(), r[1].IsNil(), r[1].Type())
	r = reflect.ValueOf(add).Call([]reflect.Value{reflect.ValueOf(-3), reflect.ValueOf(4)})
	fmt.Println(r[0].Int(), r[1].Interface())
	swap := func(in []reflect.Value) []reflect.Value { return []reflect.Value{in[1], in[0]} }
	var intSwap func(int, int) (int, int)
	fn := reflect.ValueOf(&intSwap).Elem()
	fn.Set(reflect.MakeFunc(fn.Type(), swap))
	fmt.Println(intSwap(1, 2))
	m := reflect.MakeMap(reflect.TypeOf(map[string]int{}))
	m.SetMapIndex(reflect.ValueOf("a"), reflect.ValueOf(1))
	fmt.Println(m.Interface(), m.Len(), m.MapIndex(reflect.ValueOf("a")), m.MapIndex(reflect.ValueOf("b")).IsValid())
	sl := reflect.MakeSlice(reflect.TypeOf([]string{}), 0, 0)
	for _, x := range []string{"p", "q"} {
		sl = reflect.Append(sl, reflect.ValueOf(x))
	}
	fmt.Println(sl, sl.Len(), sl.Index(1))
	fmt.Println(reflect.DeepEqual(map[string][]int{"a": {1}}, map[string][]int{"a": {1}}), reflect.DeepEqual([]int{1}, []int{2}))
	fmt.Println(reflect.PointerTo(t), reflect.SliceOf(t), reflect.MapOf(reflect.TypeOf(""), t), reflect.ArrayOf(3, t), reflect.ChanOf(reflect.RecvDir, t))
	fmt.Println(reflect.TypeOf(add), reflect.TypeOf(add).In(1), reflect.TypeOf(add).Out(1))
	fmt.Println(reflect.TypeFor[Num]().Kind(), reflect.TypeOf(N1(1)).Implements(reflect.TypeFor[Num]()), t.Implements(reflect.TypeFor[fmt.Stringer]()))
	n := reflect.New(reflect.TypeOf(Str("")))
	n.Elem().SetString("boo")
	fmt.Println(n.Elem(), n.Elem().Interface(), reflect.ValueOf(Str("q")))
	fmt.Printf("%v %d %T %s\n", reflect.ValueOf(42), reflect.ValueOf(42), reflect.ValueOf(42), reflect.ValueOf("s"))
	c := reflect.MakeChan(reflect.TypeOf(make(chan int)), 1)
	c.Send(reflect.ValueOf(3))
	x, ok := c.Recv()
	fmt.Println(x, ok, c.TrySend(reflect.ValueOf(1)), c.TrySend(reflect.ValueOf(1)))
	func() {
		defer func() { fmt.Println(recover()) }()
		reflect.ValueOf(3).SetInt(4)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		reflect.ValueOf("x").Int()
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		reflect.ValueOf(&s).Elem().Field(1).SetInt(4)
	}()
	st := reflect.StructOf([]reflect.StructField{{Name: "A", Type: reflect.TypeOf(1), Tag: `json:"a"`}, {Name: "B", Type: reflect.TypeOf("")}})
	sv := reflect.New(st).Elem()
	sv.Field(0).SetInt(7)
	fmt.Printf("%v %+v %T\n", sv, sv, sv.Interface())
	fmt.Println(reflect.ValueOf(3.7).Convert(reflect.TypeOf(1)), reflect.ValueOf(65).Convert(reflect.TypeOf("")), reflect.ValueOf("hi").Convert(reflect.TypeOf([]byte{})))
	it := reflect.ValueOf(map[int]string{1: "a"}).MapRange()
	for it.Next() {
		fmt.Println(it.Key(), it.Value())
	}
	fmt.Println(reflect.TypeOf(struct {
		A int `x:"y"`
		b string
	}{}), reflect.Zero(t).Field(0).IsZero(), reflect.VisibleFields(t)[3].Name)
	var e error
	fmt.Println(reflect.TypeOf(e), reflect.TypeOf(&e).Elem(), reflect.ValueOf(&e).Elem().IsNil())
	f2 := v.Addr().MethodByName("Hello").Interface().(func(int, ...string) string)
	fmt.Println(f2(9, "z"))
	fmt.Println(reflect.Indirect(reflect.ValueOf(&s)).Type(), reflect.ValueOf(s).Field(1).CanInterface())
}
