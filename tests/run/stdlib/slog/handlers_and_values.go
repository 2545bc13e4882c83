package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"math"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"
)

type point struct{ X, Y int }

type named struct {
	Name string `json:"name"`
	Skip int    `json:"-"`
	next *named
}

type textual struct{ s string }

func (t textual) MarshalText() ([]byte, error) {
	if t.s == "bad" {
		return nil, errors.New("bad text")
	}
	return []byte("text:" + t.s), nil
}

type jsonic struct{ n int }

func (j jsonic) MarshalJSON() ([]byte, error) {
	if j.n < 0 {
		return nil, errors.New("negative")
	}
	return []byte(fmt.Sprintf(`{"n" : %d}`, j.n)), nil
}

type jsonError struct{}

func (jsonError) Error() string                { return "text of the error" }
func (jsonError) MarshalJSON() ([]byte, error) { return []byte(`"json of the error"`), nil }

type secret string

func (secret) LogValue() slog.Value { return slog.StringValue("***") }

type user struct {
	ID   int
	Name string
}

func (u user) LogValue() slog.Value {
	return slog.GroupValue(slog.Int("id", u.ID), slog.Any("name", secret(u.Name)))
}

type endless struct{}

func (endless) LogValue() slog.Value { return slog.AnyValue(endless{}) }

type nested int

func (n nested) LogValue() slog.Value {
	if n == 0 {
		return slog.StringValue("bottom")
	}
	return slog.AnyValue(n - 1)
}

type panics struct{ v any }

func (p panics) LogValue() slog.Value { panic(p.v) }

type ptrText struct{ s string }

func (p *ptrText) MarshalText() ([]byte, error) { return []byte(p.s), nil }

type stringer int

func (s stringer) String() string { return fmt.Sprintf("S%d", int(s)) }

type panicky struct{}

func (panicky) MarshalText() ([]byte, error) { panic("no text") }
func (panicky) MarshalJSON() ([]byte, error) { panic("no json") }

type bytesType []byte

func noTime(groups []string, a slog.Attr) slog.Attr {
	if a.Key == slog.TimeKey && len(groups) == 0 {
		return slog.Attr{}
	}
	return a
}

func each(opts slog.HandlerOptions, f func(l *slog.Logger)) {
	if opts.ReplaceAttr == nil {
		opts.ReplaceAttr = noTime
	}
	f(slog.New(slog.NewTextHandler(os.Stdout, &opts)))
	f(slog.New(slog.NewJSONHandler(os.Stdout, &opts)))
}

func try(what string, f func() any) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Printf("%s: panic %v\n", what, r)
		}
	}()
	fmt.Printf("%s: %v\n", what, f())
}

func main() {
	ctx := context.Background()
	now := time.Date(2024, 2, 29, 12, 34, 56, 789012345, time.FixedZone("X", 3600))
	values := []any{
		nil, true, false, 1, -2, int8(3), int16(4), int32(5), int64(6), uint(7), uint8(8), uint16(9), uint32(10), uint64(math.MaxUint64), uintptr(12),
		1.5, float32(0.25), 1e21, 1e-7, 100000000.0, 0.0, math.Inf(1), math.NaN(), 3 + 4i, 'x', "plain", "", "two words", "a=b", `quo"te`, "new\nline\ttab", "back\\slash", "é ü", "\u2028", "\x00\x1f\x7f", "bad\xffutf8", "<html>&",
		time.Second, 1500 * time.Millisecond, time.Duration(0), now, now.UTC(), time.Time{}, time.Date(1999, 1, 1, 0, 0, 0, 999999, time.UTC),
		[]int{1, 2}, []string{"a", "b c"}, map[string]int{"z": 1, "a": 2}, point{1, 2}, &point{3, 4}, named{Name: "n"}, []byte("bytes"), bytesType("more bytes"), [2]bool{true},
		errors.New("an error"), fmt.Errorf("wrapped: %w", io.EOF), textual{"t"}, textual{"bad"}, jsonic{1}, jsonic{-1}, jsonError{}, stringer(3), &textual{"p"},
		secret("password"), user{1, "bob"}, endless{}, nested(5), (*ptrText)(nil), &ptrText{"pt"}, panicky{}, slog.LevelWarn, slog.LevelInfo + 1, slog.IntValue(9), slog.GroupValue(slog.Int("a", 1)), []slog.Attr{slog.Int("b", 2)}, []slog.Attr{},
		[]any{1, "x", nil, errors.New("inner")}, func() {} == nil, slog.Source{Function: "f", File: "g", Line: 3}, &slog.Source{Function: "f", File: "g", Line: 3}, &slog.Source{}, &slog.Source{File: "only"},
		struct{}{}, (*point)(nil), error(nil),
	}
	each(slog.HandlerOptions{}, func(l *slog.Logger) {
		for i, v := range values {
			l.Info("v", "i", i, "v", v)
		}
	})
	for _, v := range values {
		x := slog.AnyValue(v)
		if x.Kind() == slog.KindAny && fmt.Sprintf("%T", v)[0] == '*' {
			continue
		}
		fmt.Printf("%s %s %T %v|", x.Kind(), x, x.Any(), x.Resolve())
		fmt.Println(slog.Any("k", v))
	}

	// keys
	each(slog.HandlerOptions{}, func(l *slog.Logger) {
		for _, k := range []string{"", "a b", "a=b", `"`, "é", "new\nline", "a.b", slog.TimeKey, slog.LevelKey, slog.MessageKey, "bad\xff"} {
			l.Info("a message", k, 1)
			l.WithGroup(k).Info("", "k", 1)
			l.Info("g", slog.Group(k, "x", 1, "y", 2))
		}
		l.Info("bad", "key")
		l.Info("bad", 1, 2, "k", 3)
		l.Info("bad", slog.Int("a", 1), "k", 3, nil, "last")
		l.Info("bad", 5)
		l.Info("none")
	})

	slog.New(slog.NewJSONHandler(os.Stdout, &slog.HandlerOptions{ReplaceAttr: noTime})).Info("far", "t", time.Date(12345, 1, 1, 0, 0, 0, 0, time.UTC))

	// groups
	each(slog.HandlerOptions{}, func(l *slog.Logger) {
		l.Info("g", slog.Group("g", slog.Int("a", 1), slog.Group("h", "b", 2, slog.Group("i", "c", 3)), "d", 4), "e", 5)
		l.Info("empty", slog.Group("g"), slog.Group("g", slog.Group("h")), slog.Group("", slog.Group("")), "x", 1)
		l.Info("inline", slog.Group("", "a", 1, slog.Group("", "b", 2)), "c", 3)
		l.Info("attrs", slog.GroupAttrs("ga", slog.Int("a", 1), slog.Group("e")), slog.Attr{}, slog.Any("", nil), slog.Int("", 1))
		w := l.With("w", 1, slog.Group("wg", "x", 2))
		w.Info("with", "a", 1)
		w.WithGroup("G").Info("with group", "a", 1)
		w.WithGroup("G").Info("with group, empty")
		w.WithGroup("G").With("b", 2).Info("with group with")
		w.WithGroup("G").With("b", 2).Info("with group with", "c", 3)
		w.WithGroup("G").WithGroup("H").Info("two groups", "a", 1)
		w.WithGroup("G").With("b", 2).WithGroup("H").Info("two groups", "a", 1)
		w.WithGroup("G").With("b", 2).WithGroup("H").Info("two groups, empty")
		w.WithGroup("G").WithGroup("H").With("c", 3).Info("two groups", "a", slog.GroupValue(slog.Int("x", 1)))
		l.WithGroup("").Info("no group", "a", 1)
		l.With().Info("nothing with", "a", 1)
		l.With(slog.Group("e")).Info("empty with", "a", 1)
		l.WithGroup("G").With(slog.Group("e")).Info("empty with", "a", 1)
		l.WithGroup("G").Info("empty group in group", slog.Group("e"))
		l.WithGroup("G").With("u", user{2, "al"}).Info("valuer", "v", user{3, "cy"})
		a, b := w.With("one", 1), w.With("two", 2)
		a.Info("a")
		b.Info("b")
	})

	// levels
	var lv slog.LevelVar
	for _, opts := range []slog.HandlerOptions{{}, {Level: slog.LevelDebug}, {Level: slog.LevelError}, {Level: slog.Level(-100)}, {Level: &lv}} {
		each(opts, func(l *slog.Logger) {
			l.Debug("d")
			l.Info("i")
			l.Warn("w")
			l.Error("e")
			l.DebugContext(ctx, "dc")
			l.InfoContext(ctx, "ic", "k", 1)
			l.WarnContext(ctx, "wc")
			l.ErrorContext(ctx, "ec")
			l.Log(ctx, slog.LevelInfo+2, "log", "k", "v")
			l.Log(nil, -7, "log", "k", "v")
			l.LogAttrs(ctx, 13, "attrs", slog.Int("a", 1), slog.Group("e"))
			fmt.Println(l.Enabled(ctx, slog.LevelInfo), l.Enabled(nil, slog.LevelDebug))
		})
		lv.Set(slog.LevelWarn)
	}
	for l := slog.Level(-10); l < 12; l++ {
		b, err := l.MarshalJSON()
		t, err2 := l.MarshalText()
		var back, back2 slog.Level
		fmt.Println(l, int(l), string(b), err, string(t), err2, back.UnmarshalJSON(b), back2.UnmarshalText([]byte(strings.ToLower(string(t)))), back == l, back2 == l, l.Level() == l)
	}
	for _, s := range []string{"", "info", "WARN", "Error-8", "debug+100", "info+", "info+x", "trace", "+1", "INFO + 1", "info+1-1"} {
		var l slog.Level
		err := l.UnmarshalText([]byte(s))
		fmt.Printf("%q %v %v\n", s, l, err)
	}
	var l slog.Level
	fmt.Println(l.UnmarshalJSON([]byte("warn")), l.UnmarshalJSON([]byte(`"warn"`)), l)
	fmt.Println(&lv, lv.Level(), lv.UnmarshalText([]byte("error+1")), &lv, lv.UnmarshalText([]byte("x")), &lv)
	t, err := lv.MarshalText()
	fmt.Println(string(t), err)
	bs, err := slog.LevelWarn.AppendText([]byte(">"))
	fmt.Println(string(bs), err)
	js, err := json.Marshal(map[string]any{"l": slog.LevelError, "s": slog.Source{Function: "f", File: "x", Line: 1}})
	fmt.Println(string(js), err)

	// ReplaceAttr
	for _, f := range []func(g []string, a slog.Attr) slog.Attr{
		func(g []string, a slog.Attr) slog.Attr {
			if a.Key == "time" {
				a.Value = slog.TimeValue(now)
			}
			return a
		},
		func(g []string, a slog.Attr) slog.Attr {
			fmt.Printf("%q %s %s;", g, a.Key, a.Value.Kind())
			return noTime(g, a)
		},
		func(g []string, a slog.Attr) slog.Attr {
			a = noTime(g, a)
			if a.Key == slog.LevelKey {
				return slog.String("severity", strings.ToLower(a.Value.String()))
			}
			if a.Key == slog.MessageKey {
				a.Key = "message"
			}
			if a.Key == "b" {
				return slog.Group("replaced", "x", 1, "y", slog.GroupValue(slog.Int("z", 2)))
			}
			if a.Key == "c" {
				return slog.Any("c", user{7, "x"})
			}
			return a
		},
		func(g []string, a slog.Attr) slog.Attr {
			if len(g) == 0 && (a.Key == slog.TimeKey || a.Key == slog.LevelKey || a.Key == slog.MessageKey) {
				return slog.Attr{}
			}
			return a
		},
		func(g []string, a slog.Attr) slog.Attr { return slog.Attr{} },
	} {
		each(slog.HandlerOptions{ReplaceAttr: f}, func(l *slog.Logger) {
			l.Info("msg", "a", 1, slog.Group("g", "b", 2, slog.Group("h", "c", secret("s"))), "d", 4)
			l.With("w", 0).WithGroup("G").With("v", 1).WithGroup("H").Warn("msg", "a", 1, slog.Group("g", "b", 2))
		})
	}
	// as in Go, a group that ReplaceAttr empties is left open
	drop := func(g []string, a slog.Attr) slog.Attr {
		if a.Key == "x" {
			return slog.Attr{}
		}
		return noTime(g, a)
	}
	each(slog.HandlerOptions{ReplaceAttr: drop}, func(l *slog.Logger) {
		l.Info("m", "b", 1, slog.Group("g", "x", 1), "a", 2)
		l.Info("m", "b", 1, slog.Group("g", "y", 1, slog.Group("h", "x", 1), "z", 3), "a", 2)
		l.WithGroup("G").With("x", 2).Info("m", "a", 1)
		l.WithGroup("G").Info("m", slog.Group("g", "x", 1))
	})

	// source
	source := func(g []string, a slog.Attr) slog.Attr {
		if s, ok := a.Value.Any().(*slog.Source); ok {
			s.File = filepath.Base(s.File)
		}
		return noTime(g, a)
	}
	each(slog.HandlerOptions{AddSource: true, ReplaceAttr: source}, func(l *slog.Logger) {
		l.Info("here", "a", 1)
		l.LogAttrs(ctx, slog.LevelInfo, "here")
		l.Handler().Handle(ctx, slog.NewRecord(time.Time{}, slog.LevelInfo, "nowhere", 0))
	})

	// records
	r := slog.NewRecord(now, slog.LevelWarn, "rec", 0)
	r.Add("a", 1, slog.Int("b", 2), "alone")
	r.AddAttrs(slog.Group("e"), slog.String("c", "3"))
	c := r.Clone()
	c.Add("d", 4)
	for _, x := range []slog.Record{r, c} {
		fmt.Print(x.NumAttrs(), x.Level, x.Message, x.Time, x.PC, x.Source() == nil)
		x.Attrs(func(a slog.Attr) bool { fmt.Print(" ", a); return a.Key != "c" })
		fmt.Println()
		slog.NewTextHandler(os.Stdout, nil).Handle(ctx, x)
		slog.NewJSONHandler(os.Stdout, nil).Handle(ctx, x)
	}
	for i := range 8 {
		c.Add(fmt.Sprint("k", i), i)
	}
	fmt.Println(c.NumAttrs(), r.NumAttrs())

	// values
	vs := []slog.Value{{}, slog.IntValue(1), slog.Int64Value(1), slog.Uint64Value(1), slog.Float64Value(1), slog.BoolValue(true), slog.StringValue("1"), slog.TimeValue(now), slog.TimeValue(now.UTC()), slog.DurationValue(1), slog.GroupValue(slog.Int("a", 1)), slog.AnyValue([]int(nil)), slog.AnyValue(point{1, 2}), slog.AnyValue(secret("x"))}
	for i, v := range vs {
		for j, w := range vs {
			if i == 11 && j == 11 {
				continue
			}
			if v.Equal(w) {
				fmt.Print(i, "=", j, " ")
			}
		}
	}
	fmt.Println()
	try("equal", func() any { return slog.AnyValue([]int{}).Equal(slog.AnyValue([]int{})) })
	s := slog.StringValue("s")
	try("int", func() any { return s.Int64() })
	try("uint", func() any { return s.Uint64() })
	try("bool", func() any { return s.Bool() })
	try("float", func() any { return s.Float64() })
	try("time", func() any { return s.Time() })
	try("duration", func() any { return s.Duration() })
	try("group", func() any { return s.Group() })
	try("good", func() any {
		return fmt.Sprint(vs[1].Int64(), vs[3].Uint64(), vs[4].Float64(), vs[5].Bool(), vs[7].Time(), vs[9].Duration(), vs[10].Group(), vs[13].LogValuer())
	})
	try("new", func() any { return slog.New(nil) })
	fmt.Println(slog.Kind(42), slog.KindLogValuer, slog.Int("a", 1).Equal(slog.Int("a", 1)), slog.Int("a", 1).Equal(slog.Int("b", 1)), slog.Attr{}.Equal(slog.Attr{}))
	res := slog.AnyValue(panics{errors.New("boom")}).Resolve()
	fmt.Println(strings.SplitN(fmt.Sprint(res), "\n", 2)[0], res.Kind())

	// handlers of handlers
	var b1, b2 bytes.Buffer
	m := slog.NewMultiHandler(slog.NewTextHandler(&b1, &slog.HandlerOptions{ReplaceAttr: noTime}), slog.NewJSONHandler(&b2, &slog.HandlerOptions{ReplaceAttr: noTime, Level: slog.LevelError}))
	ml := slog.New(m).With("a", 1).WithGroup("g")
	ml.Info("info", "b", 2)
	ml.Error("error", "b", 2)
	fmt.Print(b1.String(), b2.String())
	fmt.Println(m.Enabled(ctx, slog.LevelDebug), m.Enabled(ctx, slog.LevelInfo), slog.NewMultiHandler().Handle(ctx, r))
	d := slog.New(slog.DiscardHandler).With("a", 1).WithGroup("g")
	d.Error("nothing")
	fmt.Println(d.Enabled(ctx, 100), d.Handler() == slog.DiscardHandler)
	custom := slog.New(&collector{}).With("x", 1).WithGroup("g")
	custom.Info("m", "y", 2)
	bad := slog.NewTextHandler(failing{}, nil)
	fmt.Println(bad.Handle(ctx, r), slog.NewMultiHandler(bad, bad, m).Handle(ctx, r))

	// one line at a time
	var wg sync.WaitGroup
	w := &lines{}
	cl := slog.New(slog.NewTextHandler(w, nil))
	for i := range 10 {
		wg.Go(func() {
			for range 20 {
				cl.With("i", i).Info("concurrent", "k", "v")
			}
		})
	}
	wg.Wait()
	fmt.Println(w.n)
}

type lines struct {
	n    int
	busy bool
}

func (l *lines) Write(p []byte) (int, error) {
	if l.busy || bytes.Count(p, []byte("\n")) != 1 {
		fmt.Println("broken line")
	}
	l.busy = true
	l.n++
	l.busy = false
	return len(p), nil
}

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, errors.New("disk full") }

type collector struct{ prefix string }

func (c *collector) Enabled(_ context.Context, l slog.Level) bool { return l >= slog.LevelInfo }
func (c *collector) Handle(_ context.Context, r slog.Record) error {
	fmt.Print(c.prefix, r.Level, " ", r.Message)
	r.Attrs(func(a slog.Attr) bool { fmt.Print(" ", a.Key, "=", a.Value); return true })
	src := r.Source()
	fmt.Println("", r.PC != 0, src.Function, filepath.Base(src.File), src.Line > 0, r.Time.IsZero())
	return nil
}
func (c *collector) WithAttrs(as []slog.Attr) slog.Handler {
	return &collector{c.prefix + fmt.Sprint(as) + " "}
}
func (c *collector) WithGroup(name string) slog.Handler { return &collector{c.prefix + name + ":"} }
