package main

import (
	"fmt"
	"reflect"
)

type T struct {
	microsec uint64 "protobuf:\"1\""
	Server   string `json:"server,omitempty" xml:"s"`
	_        int    `blank`
	A, B     int    `both:"yes"`
	Emb      `emb:"x"`
	none     bool ""
}

type Emb struct{ q int }

func main() {
	t := reflect.TypeOf(T{})
	for i := 0; i < t.NumField(); i++ {
		f := t.Field(i)
		fmt.Printf("%s %q %v %v\n", f.Name, f.Tag, f.Anonymous, f.Type)
	}
	f, _ := t.FieldByName("Server")
	v, ok := f.Tag.Lookup("xml")
	w, no := f.Tag.Lookup("yaml")
	fmt.Println(f.Tag.Get("json"), v, ok, w, no)
	// Tags are part of a struct's type, but conversions do not look at them.
	type X struct {
		A int `a:"1"`
		P *struct{ Q int `q:"1"` }
	}
	type Y struct {
		A int `b:"2"`
		P *struct{ Q int }
	}
	var x X
	x.A = 5
	y := Y(x)
	a := struct{ A int `k:"v"` }{1}
	b := struct{ A int }(a)
	fmt.Println(y.A, b, any(a) == any(b), reflect.TypeOf(a) == reflect.TypeOf(b))
	fmt.Printf("%T %T\n", a, b)
	switch any(a).(type) {
	case struct{ A int }:
		fmt.Println("without")
	case struct{ A int `k:"v"` }:
		fmt.Println("with")
	}
}
