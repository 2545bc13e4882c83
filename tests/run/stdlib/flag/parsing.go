package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"strings"
	"time"
)

type list []string

func (l *list) String() string     { return strings.Join(*l, ",") }
func (l *list) Set(s string) error { *l = append(*l, s); return nil }

func newSet() (*flag.FlagSet, func()) {
	f := flag.NewFlagSet("test", flag.ContinueOnError)
	f.SetOutput(os.Stdout)
	b := f.Bool("b", false, "a `switch`")
	i := f.Int("int", 7, "a number\nover two lines")
	i64 := f.Int64("i64", 0, "")
	u := f.Uint("u", 1, "unsigned")
	u64 := f.Uint64("u64", 0, "unsigned")
	s := f.String("s", "def", "a string of `kind`")
	e := f.String("e", "", "empty by default")
	d := f.Duration("d", time.Second, "how long")
	x := f.Float64("x", 1.5, "a float")
	var l list
	f.Var(&l, "l", "a list")
	f.Func("fn", "calls", func(s string) error {
		fmt.Println("func", s)
		if s == "bad" {
			return errors.New("is bad")
		}
		return nil
	})
	f.BoolFunc("bf", "calls too", func(s string) error { fmt.Println("boolfunc", s); return nil })
	var t time.Time
	f.TextVar(&t, "t", time.Date(2020, 1, 2, 3, 4, 5, 0, time.UTC), "a time")
	return f, func() { fmt.Println(*b, *i, *i64, *u, *u64, *s, *e, *d, *x, l, t, f.Args(), f.NArg(), f.NFlag()) }
}

func main() {
	for _, args := range []string{
		"", "-b", "--b=false x y", "-int 3 -s hello -x=2.5e3 rest -b", "-int=0x10 -i64 -9 -u 8 -u64 18446744073709551615 -d 1h2m -l a -l=b",
		"-- -b", "- -b", "-s= -e  x", "-fn a -fn=b -bf -bf=3 -t 2021-01-01T00:00:00Z", "-fn bad", "-nope", "-int", "-int x", "-int 99999999999999999999",
		"-b=maybe", "-d 1", "-x y", "---b", "-=3", "-help", "-u -1", "-t x",
	} {
		fmt.Printf("--- %s\n", args)
		f, show := newSet()
		f.Usage = func() { fmt.Println("usage") }
		err := f.Parse(strings.Fields(args))
		fmt.Println(err, errors.Is(err, flag.ErrHelp))
		show()
	}
	f, _ := newSet()
	fmt.Println(f.Parse([]string{"-h"}))
	f.Visit(func(fl *flag.Flag) { fmt.Println("set", fl.Name) })
	fmt.Println(f.Set("int", "5"), f.Set("none", "5"), f.Set("int", "x"), f.Lookup("int").Value, f.Lookup("int").DefValue, f.Lookup("none"))
	f.Visit(func(fl *flag.Flag) { fmt.Println("set", fl.Name) })
	n := 0
	f.VisitAll(func(*flag.Flag) { n++ })
	fmt.Println(n, f.Name(), f.ErrorHandling(), f.Parsed(), f.Arg(0) == "")
	for i, name := range []string{"b", "-x", "a=b"} {
		func() {
			defer func() { fmt.Println(i, recover()) }()
			f.Bool(name, true, "")
		}()
	}
	func() {
		defer func() { fmt.Println(recover()) }()
		p := flag.NewFlagSet("", flag.PanicOnError)
		p.SetOutput(os.Stdout)
		p.Parse([]string{"-z"})
	}()
	v := flag.String("name", "world", "who")
	flag.Parse()
	fmt.Println(*v, flag.NArg(), flag.Parsed(), flag.CommandLine.ErrorHandling())
	if g, ok := flag.Lookup("name").Value.(flag.Getter); ok {
		fmt.Println(g.Get())
	}
}
