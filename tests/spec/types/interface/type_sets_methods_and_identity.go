package main

import (
	"fmt"
	"io"
	"strings"
)

type Reader interface{ Read() string }
type Writer interface{ Write(string) }
type RW interface {
	Reader
	Writer
	Read() string // the same method again is fine
}
type Both interface {
	RW
	interface{ Close() error }
}
type file struct{ s string }

func (f *file) Read() string   { return f.s }
func (f *file) Write(s string) { f.s += s }
func (f *file) Close() error   { return fmt.Errorf("closed %q", f.s) }

type val int

func (v val) Read() string { return fmt.Sprint("val", int(v)) }

type Fn func() string

func (f Fn) Read() string { return f() }

type wrap struct{ Reader }
type deep struct{ *wrap }

type self interface{ Me() self }
type me struct{ n int }

func (m me) Me() self { return me{m.n + 1} }

type unexp interface{ hidden() int }
type h struct{}

func (h) hidden() int { return 42 }

type Ints interface{ ~int | ~int8 }
type Num interface {
	Ints | ~float64
	comparable
}

func sum[T Num](xs ...T) (t T) {
	for _, x := range xs {
		t += x
	}
	return
}

type StrInt interface {
	~int
	String() string
}
type si int

func (s si) String() string { return fmt.Sprintf("si(%d)", int(s)) }
func show[T StrInt](t T) string { return t.String() + fmt.Sprint(int(t)+1) }

func what(x any) string {
	switch x := x.(type) {
	case Both:
		return "both " + x.Close().Error()
	case interface{ Write(string) }:
		return "writer"
	case Reader:
		return "reader " + x.Read()
	case nil:
		return "nil"
	case error:
		return "error " + x.Error()
	case fmt.Stringer:
		return "stringer " + x.String()
	case interface{ Me() self }:
		return fmt.Sprint("self", x.Me())
	case func() string, []any:
		return fmt.Sprintf("%T", x)
	case interface{}:
		return fmt.Sprintf("other %T", x)
	}
	return "?"
}

func main() {
	f := &file{"a"}
	var b Both = f
	var rw RW = b
	rw.Write("b")
	var r Reader = rw
	fmt.Println(r.Read(), r == rw, any(r) == any(b), b.Close())
	for _, x := range []any{f, val(3), Fn(func() string { return "fn" }), wrap{f}, deep{&wrap{val(1)}}, me{1}, h{}, nil, io.EOF, si(2), func() string { return "" }, []any{}, *f, (*file)(nil) == nil, strings.NewReader("")} {
		fmt.Println(what(x))
	}
	var u unexp = h{}
	fmt.Println(u.hidden(), me{1}.Me().Me())
	fmt.Println(sum(1, 2, 3), sum(1.5, 2), sum[si](1, 2), show(si(4)))
	// Dynamic values: copies, nil pointers, nil interfaces.
	v := val(1)
	r = v
	v = 2
	fmt.Println(r.Read(), r.(val), r == Reader(val(1)), r != nil)
	var np *file
	var wr Writer = np
	fmt.Println(wr == nil, wr != nil, wr == Writer((*file)(nil)))
	func() {
		defer func() { fmt.Println(recover()) }()
		wr.Write("x")
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		var r Reader
		r.Read()
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		wrap{}.Read()
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		m := Reader.Read
		fmt.Println(m(val(9)))
		var r Reader
		g := r.Read
		g()
	}()
	_, ok := r.(Writer)
	_, ok2 := any(f).(Both)
	w, ok3 := any(v).(interface{ Read() string })
	fmt.Println(ok, ok2, w, ok3)
	arr := []Reader{f, v, Fn(func() string { return "x" })}
	for _, r := range arr {
		fmt.Print(r.Read(), " ")
	}
	fmt.Println()
	func() {
		defer func() { fmt.Println(recover()) }()
		fmt.Println(arr[0] == arr[0], arr[1] == arr[0], arr[2] == arr[0])
		fmt.Println(arr[2] == arr[2])
	}()
	type empty = interface{}
	var e1 empty = 1
	var e2 any = e1
	fmt.Printf("%T %v\n", e2, e1 == e2)
	fmt.Printf("%T %T\n", (*Both)(nil), []interface {
		Write(string)
		Read() string
	}{})
}
