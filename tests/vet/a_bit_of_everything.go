package main

import (
	"context"
	"fmt"
	"log"
	"net/http"
	"os"
	"strings"
	"sync"
	"time"
)

type Server struct {
	*sync.Mutex
	wg   *sync.WaitGroup
	srv  http.Server
	once sync.Once
}

func (s Server) start() { fmt.Printf("%v\n", s.wg) }

type stack[T any] []T

func (s *stack[T]) push(v T)        { *s = append(*s, v) }
func (s stack[T]) String() string   { return fmt.Sprint([]T(s)) }
func (s *stack[T]) Error() string   { return fmt.Sprintf("%v", s) }

type tree struct {
	l, r *tree
	v    int
}

func (t *tree) String() string {
	if t == nil {
		return "()"
	}
	return fmt.Sprintf("(%v %d %v)", t.l, t.v, t.r)
}

type Matrix [][]float64

type Weekday int

const (
	Sun Weekday = iota
	Mon
)

type E struct{ msg string }

func (e E) Error() string { return e.msg }

func fatal(v ...any) { log.Fatal(v...) }

func errorf(w *strings.Builder, format string, args ...interface{}) error {
	fmt.Fprintf(w, format, args...)
	return fmt.Errorf(format, args...)
}

func ctxs(ctx context.Context) (err error) {
	for i := 0; i < 3; i++ {
		c, cancel := context.WithTimeout(ctx, time.Second)
		defer cancel()
		_ = c
	}
	c, stop := context.WithCancel(ctx)
	go func() {
		<-c.Done()
		stop()
	}()
	if c, cancel := context.WithCancel(ctx); err != nil {
		_ = c
		cancel()
	} else {
		return nil
	}
	var wg sync.WaitGroup
	wg.Go(func() {
		c, cancel := context.WithCancel(ctx)
		select {
		case <-c.Done():
		case <-time.After(time.Second):
			return
		}
		cancel()
	})
	fn := func() (context.Context, func()) {
		return context.WithCancel(ctx)
	}
	d, cn := fn()
	_, _ = d, cn
	return
}

func main() {
	fmt.Printf("%d %s\n", Mon, Mon)
	fmt.Printf("%.2f\n", Matrix{{1}})
	fmt.Printf("%d\n", Matrix{{1}})
	fmt.Printf("%s %d\n", &tree{}, &tree{})
	fmt.Printf("%s\n", stack[int]{})
	fmt.Printf("%d\n", &stack[int]{})
	fmt.Printf("%s\n", E{"x"})
	fmt.Printf("%d\n", E{"x"})
	fmt.Printf("%5t|%-8s|%08.3f|%+v|%T\n", true, "a", 2.0, struct{ a int }{1}, 1)
	fmt.Printf("%6.2d\n", "x")
	fmt.Printf("%v %v\n", 1)
	fmt.Printf("%s %s %s\n", "a", "b")
	fmt.Println("a", "b\n")
	fmt.Println(fmt.Sprintf("%d", "x"))
	fmt.Printf("%s", strings.ToUpper)
	fmt.Printf("%s", os.Args)
	fmt.Printf("%d", os.Args)
	fmt.Printf("%s", len(os.Args))
	fmt.Printf("%t", len(os.Args) > 1)
	fmt.Printf("%d", time.Since(time.Now()).Seconds())
	fmt.Printf("%v", time.Since(time.Now()).Seconds)
	fmt.Printf("%s", new(sync.Mutex))
	fmt.Printf("%d%%", 50.0)
	fmt.Printf("%d", 'a')
	fmt.Printf("%s", true)
	fmt.Printf("%s", 5)
	fmt.Printf("%s", 5.5)
	fmt.Printf("%d", "five")
	fmt.Printf("%d", uint8(1))
	fmt.Printf("%d", [3]int{})
	fmt.Printf("%s", [3]string{})
	fmt.Printf("%q", []string{"a"})
	fmt.Printf("%x", [4]byte{})
	fmt.Printf("%s", struct{ a, b string }{})
	fmt.Printf("%s", map[string][]string{})
	fmt.Printf("%d", map[string]int{"a": 1})
	fmt.Printf("%v\n", fatal)
	fmt.Printf("hello\n", "x")
	fmt.Printf("%v", "a", "b")
	fmt.Printf("%d %v\n", func() int { return 1 }(), func() int { return 1 })
	fmt.Printf("%+d %x %X %o %b %c %U %e %g\n", 1, "s", 255, 8, 5, 65, 65, 1.0, 1.0)
	fmt.Printf("%+q %#q %#x %# x\n", "s", "s", "s", "s")
	fmt.Printf("%[1]*[2]d|%[3]v\n", 5, 10, "x")
	fmt.Printf("%[1]d %d\n", 1)
	fmt.Printf("%-10s|%10s\n", "a")
	fmt.Print("%d\n", 5)
	fmt.Print("a", "b", "\n")
	fatal("%d", 3)
	_ = errorf(nil, "%d", "x")
	_ = fmt.Sprint("%v")
	fmt.Fprint(os.Stdout, os.Stdout)
	panic(fmt.Sprintf("%d", "x"))
	fmt.Println("unreachable")
}

func infinite() int {
	for {
		if time.Now().IsZero() {
			return 1
		}
	}
}

func noret() {
	for {
		time.Sleep(1)
	}
	return
}

func sw(x any) int {
	switch v := x.(type) {
	case int:
		return v
	case string:
		panic(v)
	default:
		for {
		}
	}
	return 0
}

func lbl() {
L:
	for i := 0; ; i++ {
		switch {
		case i > 5:
			break L
		}
	}
	fmt.Println("reachable")
	return
}

func ifelse(x int) string {
	if x > 0 {
		return "+"
	} else if x < 0 {
		return "-"
	} else {
		return "0"
	}
	return ""
}
