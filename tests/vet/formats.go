package main

import (
	"errors"
	"fmt"
	"log"
	"os"
	"time"
)

type Point struct{ X, Y int }

type Named struct {
	Name string
	n    int
}

type Str struct{ s string }

func (s Str) String() string { return s.s }

type PtrStr struct{ s string }

func (s *PtrStr) String() string { return s.s }

type hidden struct{ s Str }

type Err struct{ code int }

func (e *Err) Error() string { return "" }

type Fmt struct{}

func (Fmt) Format(f fmt.State, c rune) {}

type Rec struct{ a int }

func (r Rec) String() string { return fmt.Sprintf("%v %d", r, r.a) }

type RecP struct{ a int }

func (r *RecP) Error() string { return fmt.Sprint("x", r, *r, &r) }

type Color int

func (c Color) String() string { return fmt.Sprintf("%d", c) }

type fn func()

type fnStr func()

func (fnStr) String() string { return "" }

func logf(format string, args ...any)         { fmt.Printf(format, args...) }
func debug(args ...any)                       { fmt.Println(args...) }
func wrapErr(format string, args ...any) error { return fmt.Errorf(format, args...) }
func second(n int, format string, args ...any) { logf(format, args...) }
func changed(format string, args ...any) {
	format = "x" + format
	fmt.Printf(format, args...)
}
func missing(format string, args ...any)  { fmt.Printf(format, args) }
func missing2(args ...any)                { fmt.Println("x", args) }
func prefixed(format string, args ...any) { fmt.Printf("x: "+format, args...) }

type Logger struct{ prefix string }

func (l *Logger) Infof(format string, args ...any) { fmt.Fprintf(os.Stderr, format, args...) }
func (l Logger) Info(args ...any)                  { fmt.Fprintln(os.Stderr, args...) }

func generic[T any, N int | float64, S ~string](t T, n N, s S) {
	fmt.Printf("%d", t)
	fmt.Printf("%d", n)
	fmt.Printf("%s", s)
	fmt.Printf("%d", s)
	fmt.Printf("%v", t)
}

const format = "%d items\n"

func main() {
	s, n, f, b := "text", 3, 2.5, true
	var p *int
	var err error
	var i any = 1
	fmt.Printf("%d\n", s)
	fmt.Printf("%s\n", n)
	fmt.Printf("%d %s\n", n, f)
	fmt.Printf("%t\n", n)
	fmt.Printf("%t\n", b)
	fmt.Printf("%f\n", n)
	fmt.Printf("%f %g %e\n", f, f, f)
	fmt.Printf("%x %X\n", s, n)
	fmt.Printf("%c %q %U\n", 'x', 'x', 'x')
	fmt.Printf("%c\n", s)
	fmt.Printf("%q\n", n)
	fmt.Printf("%q\n", f)
	fmt.Printf("%p\n", p)
	fmt.Printf("%p\n", n)
	fmt.Printf("%d\n", p)
	fmt.Printf("%s\n", p)
	fmt.Printf("%v %T\n", p, p)
	fmt.Printf("%s\n", err)
	fmt.Printf("%d\n", err)
	fmt.Printf("%d\n", i)
	fmt.Printf("%d %d\n", n)
	fmt.Printf("%d\n", n, n)
	fmt.Printf("%d\n")
	fmt.Printf("no directives\n", n)
	fmt.Printf("%z\n", n)
	fmt.Printf("%-#d\n", n)
	fmt.Printf("%#s\n", s)
	fmt.Printf("%5.2f|%-5d|%05d|%+d|% d\n", f, n, n, n, n)
	fmt.Printf("%*d\n", n, n)
	fmt.Printf("%*d\n", s, n)
	fmt.Printf("%.*f\n", 2, f)
	fmt.Printf("%.*f\n", f, f)
	fmt.Printf("%[1]d %[1]v\n", n)
	fmt.Printf("%[2]d %[1]s\n", s, n)
	fmt.Printf("%[2]d\n", n)
	fmt.Printf("%[0]d\n", n)
	fmt.Printf("%[x]d\n", n)
	fmt.Printf("%[1d", n)
	fmt.Printf("%[3]d\n", n, n)
	fmt.Printf("%", n)
	fmt.Printf("100%%\n")
	fmt.Printf("100%% %d\n", s)
	fmt.Printf("%w\n", err)
	fmt.Printf("%w\n", n)
	_ = fmt.Errorf("%w and %w", err, err)
	_ = fmt.Errorf("%w", s)
	_ = fmt.Errorf("%d", s)
	fmt.Printf("%v %d %s\n", Point{}, Point{}, Point{})
	fmt.Printf("%s %d\n", Named{}, Named{})
	fmt.Printf("%s %d\n", &Point{}, &Point{})
	fmt.Printf("%s %s\n", Str{}, &Str{})
	fmt.Printf("%s %s\n", PtrStr{}, &PtrStr{})
	fmt.Printf("%s\n", hidden{})
	fmt.Printf("%d\n", Str{})
	fmt.Printf("%s %v\n", Err{}, &Err{})
	fmt.Printf("%s\n", &Err{})
	fmt.Printf("%z %k\n", Fmt{}, Fmt{})
	fmt.Printf("%d %s\n", []int{1}, []int{1})
	fmt.Printf("%s %d\n", []string{"a"}, []string{"a"})
	fmt.Printf("%s %x\n", []byte("a"), []byte("a"))
	fmt.Printf("%d %s\n", map[string]int{}, map[string]int{})
	fmt.Printf("%v\n", map[string]int{})
	fmt.Printf("%s\n", [2]bool{})
	fmt.Printf("%d\n", make(chan int))
	fmt.Printf("%s\n", make(chan int))
	fmt.Printf("%d\n", 3.0)
	fmt.Printf("%s\n", nil)
	fmt.Printf("%d\n", 1i)
	fmt.Printf("%s %d\n", time.Second, time.Second)
	fmt.Printf("%s\n", time.Now())
	fmt.Printf("%d\n", time.Now())
	fmt.Printf("%s\n", Color(1))
	fmt.Printf("%s\n", main)
	fmt.Printf("%v\n", main)
	fmt.Printf("%p %T\n", main, main)
	fmt.Printf("%v\n", fn(nil))
	fmt.Printf("%s\n", fnStr(nil))
	fmt.Printf(format, s)
	fmt.Printf("a"+"%d", s)
	fmt.Printf(`raw %d %s`, n, n)
	fmt.Printf("é%d\t%s\n", n, n)
	fmt.Printf(s)
	fmt.Printf(s, n)
	fmt.Printf(fmt.Sprint("x"))
	fmt.Fprintf(os.Stdout, "%d", s)
	fmt.Fprintf(os.Stdout, s)
	fmt.Sscanf("1", "%d", &n)
	fmt.Println("%d items", n)
	fmt.Println("100%")
	fmt.Println("a%20b")
	fmt.Println("ends\n")
	fmt.Println("a", "ends\n")
	fmt.Print("ends\n")
	fmt.Println(main)
	fmt.Println(os.Stderr, "x")
	fmt.Print(os.Stderr, "x")
	fmt.Fprintln(os.Stderr, "%s", s)
	fmt.Fprint(os.Stderr, "%s")
	fmt.Println()
	log.Printf("%d", s)
	log.Println("%d", s)
	log.Fatalf("%s", n)
	l := log.New(os.Stderr, "", 0)
	l.Printf("%d", s)
	l.Println("x\n")
	logf("%d", s)
	logf("no", 1)
	debug("%d", s)
	debug("x\n")
	_ = wrapErr("%w", err)
	_ = wrapErr("%w", s)
	second(1, "%d", s)
	changed("%d", s)
	prefixed("%d", s)
	missing("%d", s)
	var lg Logger
	lg.Infof("%d", s)
	lg.Info("%d", s)
	args := []any{1, 2}
	fmt.Printf("%d %s %d\n", args...)
	fmt.Printf("%d\n", args...)
	fmt.Println(args...)
	generic(1, 2, "x")
	_ = errors.New("x")
	fmt.Printf("%!d\n", n)
	fmt.Printf("%-010d|%x|%#x|%#v|%+v\n", n, Point{}, f, Point{}, Point{})
	fmt.Printf("%6.2f%%\n", f)
	fmt.Printf("%s\n", struct {
		A string
		B error
	}{})
	fmt.Printf("%t\n", struct{ ok bool }{true})
	fmt.Printf("%d\n", &[]int{1})
	fmt.Printf("%d\n", &n)
	fmt.Printf("%s\n", &s)
	fmt.Printf("%s\n", [][]byte{})
	fmt.Printf("%s\n", []any{1})
	fmt.Printf("%d\n", []error{})
	fmt.Printf("%o %b %O\n", n, n, f)
	fmt.Printf("%s %s\n", s)
	fmt.Printf("%s\n", func() string { return "x" })
	fmt.Printf("%d", len(s), cap(args))
	fmt.Printf("%v\n", s, n, f)
}
