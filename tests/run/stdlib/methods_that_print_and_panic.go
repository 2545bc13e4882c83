package main

import (
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"strings"
	"time"
)

type bad struct{ x int }

func (b *bad) Error() string { return fmt.Sprint(b.x) }

type str struct{}

func (str) String() string { panic("str") }

type gostr struct{}

func (gostr) GoString() string { panic(errors.New("gostr")) }

type form struct{}

func (form) Format(s fmt.State, verb rune) {
	io.WriteString(s, "begun ")
	panic(verb)
}

type custom struct{ error }

func main() {
	var none *bad
	fmt.Printf("%v %s %d %v\n", none, none, none, &bad{3})
	fmt.Printf("%v %q %#v %v %5s\n", str{}, str{}, gostr{}, form{}, str{})
	err := errors.New("plain")
	wrapped := fmt.Errorf("more: %w", err)
	both := fmt.Errorf("%w and %w", err, io.EOF)
	fmt.Printf("%v|%10v|%-10v|%q|%x|%+v|%d\n", err, err, err, err, err, err, err)
	fmt.Printf("%v|%s|%q|%v|%T %T %T\n", wrapped, wrapped, both, []error{err, wrapped, nil}, err, wrapped, both)
	fmt.Println(err, wrapped, both, custom{err}, struct{ E error }{wrapped}, map[string]error{"k": err})
	fmt.Println(errors.Is(wrapped, err), errors.Is(both, io.EOF), errors.Unwrap(wrapped) == err, errors.Unwrap(both))
	for _, e := range []error{
		fmt.Errorf("no operand"), fmt.Errorf("%d %v", 1, err), fmt.Errorf("%w", nil), fmt.Errorf("%w", "text"), fmt.Errorf("%w %w", err, nil),
		fmt.Errorf("%[2]w %[1]d", 5, err), fmt.Errorf("%w", time.Second), fmt.Errorf("%w: %v", custom{err}, time.Second), fmt.Errorf("%-8w|", err), fmt.Errorf("%w", none),
	} {
		fmt.Printf("%v %T %v\n", e, e, errors.Unwrap(e))
	}
	replace := func(_ []string, a slog.Attr) slog.Attr {
		if a.Key == slog.TimeKey {
			return slog.Attr{}
		}
		return a
	}
	for _, opts := range []*slog.HandlerOptions{{ReplaceAttr: replace}, nil} {
		for _, json := range []bool{false, true} {
			var b strings.Builder
			var h slog.Handler = slog.NewTextHandler(&b, opts)
			if json {
				h = slog.NewJSONHandler(&b, opts)
			}
			r := slog.NewRecord(time.Date(2024, 2, 3, 4, 5, 6, 7_000_000, time.UTC), slog.LevelWarn+1, "a message = \"x\" <b>\u2028\xff\t", 0)
			r.Add("i", -1, "u", uint8(3), "b", true, "f", 1e21, "d", time.Second, "t", time.Unix(5, 0).UTC(), "s", "", "q", "a b", "e", err, "n", nil, "p", none, "str", str{}, "l", []int{1}, slog.Group("g", "a", 1, "b", "日本\u00a0"), "odd")
			fmt.Fprint(os.Stdout, h.WithGroup("w").WithAttrs([]slog.Attr{slog.Int("x", 1)}).Handle(nil, r), " ", b.String())
		}
	}
}
