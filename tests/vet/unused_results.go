package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"sort"
	"strings"
	"time"
)

type T struct{}

func (T) String() string   { return "" }
func (*T) Error() string   { return "" }
func (T) Name() string     { return "" }
func (T) Text(int) string  { return "" }

type Stringer interface{ String() string }

type G[E any] struct{ e E }

func (g *G[E]) String() string { return "" }

func main() {
	fmt.Sprintf("%d", 1)
	fmt.Sprint("a")
	fmt.Sprintln("a")
	fmt.Errorf("x")
	errors.New("x")
	fmt.Append(nil, 1)
	_ = fmt.Sprint("fine")
	var t T
	t.String()
	(&t).Error()
	t.Name()
	t.Text(1)
	var s Stringer = t
	s.String()
	var err error = &t
	err.Error()
	var b bytes.Buffer
	b.String()
	var sb strings.Builder
	sb.String()
	(fmt.Sprint("parens"))
	list := []int{3, 1}
	slices.Contains(list, 1)
	slices.Sort(list)
	slices.Clone(list)
	slices.Index[[]int](list, 2)
	maps.Keys(map[int]int{})
	sort.Reverse(sort.IntSlice(list))
	context.WithValue(context.Background(), "k", 1)
	context.WithTimeout(context.Background(), time.Second)
	time.Now().String()
	time.Second.String()
	new(G[int]).String()
	go fmt.Sprint("not a statement of its own")
	defer fmt.Sprint("neither")
	strings.ToUpper("not listed")
	func() string { return "" }()
	fmt.Println("fine")
}
