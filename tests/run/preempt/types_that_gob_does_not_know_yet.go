// flags: --preempt=3
package main

import (
	"bytes"
	"encoding/gob"
	"fmt"
	"os"
	"reflect"
	"sync"
	"time"
)

type Inner struct {
	X, Y int
	S    []string
	M    map[string][]int
}
type Outer struct {
	A    int
	B    string
	In   Inner
	Ptr  *Inner
	List []Inner
	T    []Tree
	Next *Outer
	Any  any
}

type Tree struct {
	Kids []Tree
	By   map[string]Tree
}



func warm(t reflect.Type, seen map[reflect.Type]bool) {
	if seen[t] {
		return
	}
	seen[t] = true
	reflect.PointerTo(t).NumMethod()
	reflect.PointerTo(t).Elem()
	switch t.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Array:
		warm(t.Elem(), seen)
	case reflect.Map:
		warm(t.Key(), seen)
		warm(t.Elem(), seen)
	case reflect.Struct:
		for i := range t.NumField() {
			warm(t.Field(i).Type, seen)
		}
	}
}

func main() {
	warm(reflect.TypeFor[Outer](), map[reflect.Type]bool{})
	type other struct {
		A time.Time
		M map[int]any
	}
	var ob bytes.Buffer
	if err := gob.NewEncoder(&ob).Encode(other{M: map[int]any{1: 2}}); err != nil {
		panic(err)
	}
	var o other
	if err := gob.NewDecoder(&ob).Decode(&o); err != nil {
		panic(err)
	}
	

	var wg sync.WaitGroup
	bad := make([]string, 8)
	for g := range 8 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			defer func() {
				if r := recover(); r != nil {
					bad[g] = fmt.Sprint("panic: ", r)
				}
			}()
			v := Outer{g, "b", Inner{1, 2, []string{"q"}, map[string][]int{"k": {1, 2}}}, &Inner{X: 5}, []Inner{{Y: 3}}, []Tree{{Kids: []Tree{{}}}}, &Outer{A: 9}, []string{"dyn"}}
			var buf bytes.Buffer
			if err := gob.NewEncoder(&buf).Encode(v); err != nil {
				bad[g] = "encode: " + err.Error()
				return
			}
			var w Outer
			if err := gob.NewDecoder(&buf).Decode(&w); err != nil {
				bad[g] = "decode: " + err.Error()
				return
			}
			if !reflect.DeepEqual(v, w) {
				bad[g] = fmt.Sprintf("differs: %+v", w)
			}
			l := []Tree{{By: map[string]Tree{"q": {}}}}
			buf.Reset()
			if err := gob.NewEncoder(&buf).Encode(l); err != nil {
				bad[g] = "encodeL: " + err.Error()
				return
			}
			var m []Tree
			if err := gob.NewDecoder(&buf).Decode(&m); err != nil {
				bad[g] = "decodeL: " + err.Error()
				return
			}
			if fmt.Sprint(l) != fmt.Sprint(m) {
				bad[g] = fmt.Sprintf("differsL: %+v", m)
			}
		}()
	}
	wg.Wait()
	n := 0
	for _, b := range bad {
		if b != "" {
			n++
			fmt.Println(b)
		}
	}
	if n > 0 {
		fmt.Println("FAIL", n)
		os.Exit(1)
	}
	fmt.Println("ok")
}
