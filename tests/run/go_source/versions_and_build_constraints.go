package main

import (
	"errors"
	"fmt"
	"go/build/constraint"
	"go/version"
	"strings"
)

func main() {
	versions := []string{"", "go", "1.21", "go1", "go1.0", "go1.2", "go1.20", "go1.20.0", "go1.21", "go1.21.0", "go1.21rc1", "go1.21rc2", "go1.21beta1",
		"go1.21.3", "go1.21.3-custom", "go1.21-custom", "go1.21.3rc1", "go1.021", "go2", "go1.99999999999999999999", "go1.x", "go1.21rc", "go1.21RC1", "gox", "go1.", "go1.2.", "go01.2"}
	for _, v := range versions {
		fmt.Printf("%q %v %q", v, version.IsValid(v), version.Lang(v))
		for _, w := range versions {
			fmt.Print(" ", version.Compare(v, w))
		}
		fmt.Println()
	}

	lines := []string{
		"//go:build linux", "//go:build", "//go:buildx", " //go:build linux", "//go:build linux\n", "//go:build a\nb", "// +build a", "//+build a,!b c", "// +buildx", "//\t+build  x  y ", "// + build",
		"//go:build a && b || c", "//go:build a || b && !c", "//go:build !(a && b) && (c || d)", "//go:build !(a || b)", "//go:build ((a))", "//go:build go1.18 && linux", "//go:build é_1.x",
		"//go:build a &&", "//go:build (a", "//go:build a)", "//go:build !!a", "//go:build !(!a)", "//go:build a & b", "//go:build a | b", "//go:build a b", "//go:build && a", "//go:build (", "//go:build a-b", "//go:build ()", "//go:build !",
		"//go:build a && (b || c) && (d || e && f)", "//go:build a || (b && (c || d))", "// +build !!a !", "// +build a!b", "// +build", "// +build !a,!b !c", "//go:build (go1.18 && a) || (go1.20 && b)", "//go:build !go1.18", "//go:build go1 && a",
		"//go:build a || go1.20", "//go:build !(a || !go1.17)", "/* +build */", "x",
	}
	lines = append(lines, "//go:build "+strings.Repeat("a && ", 999)+"a", "//go:build "+strings.Repeat("a && ", 1000)+"a", "// +build "+strings.Repeat("a ", 101), "// +build "+strings.Repeat("a ", 102))
	for _, line := range lines {
		short := line
		if len(short) > 60 {
			short = short[:60]
		}
		x, err := constraint.Parse(line)
		fmt.Printf("%q %v %v %v", short, constraint.IsGoBuild(line), constraint.IsPlusBuild(line), err)
		if s, ok := errors.AsType[*constraint.SyntaxError](err); ok {
			fmt.Print(" at ", s.Offset)
		}
		fmt.Println()
		if err != nil {
			continue
		}
		text := x.String()
		if len(text) > 100 {
			fmt.Println(len(text))
			continue
		}
		var asked []string
		ok := x.Eval(func(tag string) bool {
			asked = append(asked, tag)
			return tag != "b"
		})
		plus, err := constraint.PlusBuildLines(x)
		fmt.Printf("   %s %T %v %v %q %v %q\n", text, x, ok, asked, plus, err, constraint.GoVersion(x))
	}
}
