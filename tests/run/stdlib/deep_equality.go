package main

import (
	"errors"
	"fmt"
	"math"
	"reflect"
)

type node struct {
	next *node
	v    int
}

type tree []tree

type kids struct {
	name string
	kids []kids
	m    map[string]*kids
}

type blank struct {
	a int
	_ int
	f float64
}

func main() {
	long := func(n int) *node {
		var first *node
		for i := range n {
			first = &node{first, i}
		}
		return first
	}
	ring := func(n int) *node {
		first := &node{v: 0}
		at := first
		for range n - 1 {
			at.next = &node{v: 0}
			at = at.next
		}
		at.next = first
		return first
	}
	f := func() {}
	nan := math.NaN()
	self := []any{nil}
	self[0] = self
	other := []any{nil}
	other[0] = other
	shared := map[string]int{"a": 1}
	var nilMap map[string]int
	var nilErr error
	ch := make(chan int)
	pairs := [][2]any{
		{nil, nil}, {nil, 1}, {1, 1}, {1, int64(1)}, {1.5, 1.5}, {nan, nan}, {0.0, math.Copysign(0, -1)}, {"a", "a"}, {"a", "b"},
		{[]int{1, 2}, []int{1, 2}}, {[]int{1, 2}, []int{1, 3}}, {[]int{}, []int(nil)}, {[]int(nil), []int(nil)}, {[]int{1}, []int{1, 2}},
		{[]float64{nan}, []float64{nan}}, {[]byte("abc"), []byte("abc")}, {[2]string{"a", "b"}, [2]string{"a", "b"}}, {[0]func(){}, [0]func(){}},
		{f, f}, {(func())(nil), (func())(nil)}, {[]func(){nil}, []func(){nil}}, {[]func(){f}, []func(){f}},
		{map[string]int{"a": 1, "b": 2}, map[string]int{"b": 2, "a": 1}}, {map[string]int{"a": 1}, map[string]int{"b": 1}}, {map[string]int{"a": 1}, map[string]int{"a": 2}},
		{map[string]int{}, nilMap}, {nilMap, nilMap}, {shared, shared}, {map[float64]int{nan: 1}, map[float64]int{nan: 1}},
		{map[any]any{1: "a", "b": []int{2}}, map[any]any{"b": []int{2}, 1: "a"}}, {map[[2]int]string{{1, 2}: "x"}, map[[2]int]string{{1, 2}: "x"}},
		{map[blank]int{{a: 1}: 1}, map[blank]int{{a: 1}: 1}}, {map[[20]int]int{{1}: 1}, map[[20]int]int{{1}: 1}},
		{&node{nil, 1}, &node{nil, 1}}, {&node{nil, 1}, &node{nil, 2}}, {(*node)(nil), (*node)(nil)}, {(*node)(nil), &node{}},
		{long(100), long(100)}, {long(300), long(300)}, {long(300), long(301)}, {ring(3), ring(3)}, {ring(3), ring(6)}, {ring(2), long(2)},
		{self, self}, {self, other}, {tree{tree{}, nil}, tree{tree{}, nil}}, {tree{tree{}, nil}, tree{nil, tree{}}},
		{kids{"a", []kids{{"b", nil, nil}}, map[string]*kids{"c": {"d", nil, nil}}}, kids{"a", []kids{{"b", nil, nil}}, map[string]*kids{"c": {"d", nil, nil}}}},
		{kids{"a", []kids{{"b", nil, nil}}, map[string]*kids{"c": {"d", nil, nil}}}, kids{"a", []kids{{"b", nil, nil}}, map[string]*kids{"c": {"e", nil, nil}}}},
		{blank{a: 1, f: 2}, blank{a: 1, f: 2}}, {blank{a: 1, f: 2}, blank{a: 1, f: 3}},
		{errors.New("a"), errors.New("a")}, {errors.New("a"), errors.New("b")}, {&nilErr, &nilErr}, {[]error{nil}, []error{nil}}, {[]error{errors.New("x")}, []error{nil}},
		{ch, ch}, {ch, make(chan int)}, {[]any{1, "a", nil}, []any{1, "a", nil}}, {[]any{1}, []any{1.0}}, {complex(1, 2), complex(1, 2)}, {complex(nan, 2), complex(nan, 2)},
		{struct{}{}, struct{}{}}, {[]struct{}{{}}, []struct{}{{}}}, {[][]string{{"a"}, {"b", "c"}}, [][]string{{"a"}, {"b", "c"}}}, {[][]string{{"a"}, {"b", "c"}}, [][]string{{"a"}, {"b", "d"}}},
		{true, true}, {int8(-1), int8(-1)}, {uint64(1 << 63), uint64(1 << 63)}, {float32(1.5), float32(1.5)},
	}
	for i, p := range pairs {
		fmt.Print(i, " ", reflect.DeepEqual(p[0], p[1]), reflect.DeepEqual(p[1], p[0]), "; ")
	}
	fmt.Println()
	in := []int{1, 2, 3, 4}
	fmt.Println(reflect.DeepEqual(in[:2], in[:2]), reflect.DeepEqual(in[:2], in[2:]), reflect.DeepEqual([]float64{nan, 1}[:0], []float64{}))
	nans := []float64{nan}
	fmt.Println(reflect.DeepEqual(nans, nans), reflect.DeepEqual(nans, nans[:1:1]), reflect.DeepEqual(&nan, &nan))
}
