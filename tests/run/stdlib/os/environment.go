package main

import (
	"fmt"
	"os"
	"sort"
)

func main() {
	fmt.Println(len(os.Args) > 0, os.Getpid() > 0, os.Getpagesize() > 0)
	os.Clearenv()
	fmt.Println(len(os.Environ()))
	fmt.Println(os.Setenv("B", "2"), os.Setenv("A", "1=1"), os.Setenv("EMPTY", ""))
	fmt.Println(os.Getenv("A"), os.Getenv("B"), os.Getenv("C") == "")
	fmt.Println(os.LookupEnv("EMPTY"))
	fmt.Println(os.LookupEnv("C"))
	env := os.Environ()
	sort.Strings(env)
	fmt.Println(env)
	fmt.Println(os.Unsetenv("B"), os.Unsetenv("nope"), os.Setenv("A", "new"))
	fmt.Println(os.Environ())
	fmt.Println(os.Setenv("", "x"), os.Setenv("a=b", "x"), os.Setenv("a", "x\x00"))
	for _, s := range []string{"$A-${EMPTY}-$NONE!", "", "$", "a$", "${}", "${", "$$", "${*}", "$1a", "x${A", "$é", "${A}${A}", "no variables"} {
		fmt.Printf("%q ", os.ExpandEnv(s))
	}
	fmt.Println()
	fmt.Printf("%q\n", os.Expand("$x ${y} $-", func(name string) string { return "<" + name + ">" }))
	_, err := os.UserHomeDir()
	fmt.Println(err)
	_, err = os.UserCacheDir()
	fmt.Println(err)
	os.Setenv("HOME", "/home/x")
	fmt.Println(os.UserHomeDir())
	fmt.Println(os.UserConfigDir())
	os.Setenv("TMPDIR", "/t")
	fmt.Println(os.TempDir(), os.DevNull, string(os.PathSeparator), os.IsPathSeparator('/'))
	dir, err := os.Getwd()
	fmt.Println(dir != "", err)
	name, err := os.Hostname()
	fmt.Println(name != "", err)
	fmt.Println(os.Interrupt, os.Kill)
}
