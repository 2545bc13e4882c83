package main

import (
	"fmt"
	"go/ast"
	"go/build"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing/fstest"
	"time"
)

const files = `
-- a/a.go
// Package a is short. It has more.
//
//go:debug x=1
package a // import "example.com/a"

import (
	"fmt"
	"os"
	_ "embed"
)

//go:embed one.txt "two files/*.txt" ` + "`three`" + `
var s string

//go:embed "bad
var t string

import "late"
-- a/b.go
//go:build linux && !cgo || special

// Package documentation.
package a

import "strings"
-- a/c_windows.go
package a
import "windows/only"
-- a/d_linux_amd64.go
package a
-- a/e_arm64_test.go
package a
-- a/f_test.go
package a
import "testing"
-- a/g_test.go
package a_test
import ("testing"; "example.com/a")
-- a/old.go
// +build linux,amd64 darwin
// +build !windows

package a
-- a/old2.go
// +build windows
package a
-- a/both.go
//go:build windows
// +build linux

package a
-- a/ignored.go
//go:build ignore

package main
-- a/_hidden.go
package hidden
-- a/.dot.go
package hidden
-- a/doc.go
package documentation
-- a/c.c
// +build linux

int x;
-- a/h.h
-- a/asm_amd64.s
-- a/asm_arm.s
-- a/upper.S
-- a/x.cc
-- a/x.m
-- a/x.f90
-- a/x.swig
-- a/x.syso
-- a/README
-- a/unix.go
//go:build unix

package a
-- a/go.go
//go:build go1.27 && !go1.99

package a
-- a/x_unix.go
package a
-- a/linux.go
package a
-- a/sub/sub.go
package sub
-- cgo/c.go
package cgo

// #cgo CFLAGS: -I. -I ./inc -DX="a b" -I/abs
// #cgo linux LDFLAGS: -L${SRCDIR}/lib -lm
// #cgo windows LDFLAGS: -lw
// #cgo !windows,amd64 pkg-config: p q
// #cgo noescape f
// #include <x.h>
import "C"
-- cgo/d.go
package cgo
-- cgo/x.S
-- badcgo/c.go
package cgo
// #cgo OTHER: x
import "C"
-- badcgo2/c.go
package cgo
// #cgo LDFLAGS: "open
import "C"
-- badcgo3/c.go
package cgo
// #cgo LDFLAGS: a;b
import "C"
-- two/a.go
package one
-- two/b.go
package two
-- empty/README
-- onlytests/x_test.go
package x
-- broken/a.go
package
-- broken/b.go
package broken
import "ok"
func f( {
-- broken/c.go
package broken
import "bad path"
-- broken/d.go
//go:build linux
//go:build windows

package broken
-- broken/e.go
//go:build linux &&

package broken
-- comments/a.go
package comments // import "x/y"
-- comments/b.go
package comments /* import "x/z" */
-- comments/c.go
package comments // import x
-- binary/a.go
//go:binary-only-package

package binary
-- tree/src/p/p.go
package p
-- tree/src/p/vendor/v/v.go
package v
-- tree/src/p/q/q.go
package main
-- tree2/src/p/p.go
package p
-- tree2/src/r/r.go
package r
`

func write(dir string) {
	for _, part := range strings.Split(files, "\n-- ")[1:] {
		name, text, _ := strings.Cut(part, "\n")
		path := filepath.Join(dir, name)
		os.MkdirAll(filepath.Dir(path), 0o777)
		os.WriteFile(path, []byte(text+"\n"), 0o666)
	}
}

var root string

func clean(v any) string { return strings.ReplaceAll(fmt.Sprint(v), root, "ROOT") }

func show(p *build.Package, err error) {
	fmt.Println("error:", clean(err))
	fmt.Println(clean(p.Dir), p.Name, clean(p.ImportPath), p.ImportComment, p.Doc, clean(p.Root), clean(p.SrcRoot), clean(p.PkgRoot), clean(p.PkgTargetRoot), clean(p.BinDir), p.Goroot, clean(p.PkgObj), clean(p.ConflictDir), p.BinaryOnly, p.IsCommand())
	fmt.Println(p.GoFiles, p.CgoFiles, p.IgnoredGoFiles, p.InvalidGoFiles, p.IgnoredOtherFiles, p.TestGoFiles, p.XTestGoFiles)
	fmt.Println(p.CFiles, p.CXXFiles, p.MFiles, p.HFiles, p.FFiles, p.SFiles, p.SwigFiles, p.SwigCXXFiles, p.SysoFiles)
	fmt.Println(p.Imports, p.TestImports, p.XTestImports, p.EmbedPatterns, p.AllTags)
	fmt.Println(clean(p.CgoCFLAGS), clean(p.CgoLDFLAGS), p.CgoPkgConfig, clean(p.Directives))
	var paths []string
	for path := range p.ImportPos {
		paths = append(paths, path)
	}
	sort.Strings(paths)
	for _, path := range paths {
		fmt.Println(path, clean(p.ImportPos[path]))
	}
	for _, pattern := range p.EmbedPatterns {
		fmt.Printf("%q %s\n", pattern, clean(p.EmbedPatternPos[pattern]))
	}
}

func main() {
	root, _ = os.MkdirTemp("", "build")
	root, _ = filepath.EvalSymlinks(root)
	defer os.RemoveAll(root)
	os.Setenv("GO111MODULE", "off")
	write(root)
	base := build.Context{GOOS: "linux", GOARCH: "amd64", Compiler: "gc", ReleaseTags: build.Default.ReleaseTags}
	contexts := []func(*build.Context){
		func(c *build.Context) {},
		func(c *build.Context) { c.GOOS = "windows" },
		func(c *build.Context) {
			c.GOARCH, c.CgoEnabled, c.BuildTags = "arm64", true, []string{"special", "ignore"}
		},
		func(c *build.Context) { c.GOOS = "android" },
		func(c *build.Context) { c.UseAllFiles = true },
		func(c *build.Context) { c.Compiler, c.InstallSuffix = "gccgo", "race" },
		func(c *build.Context) { c.Compiler = "odd" },
	}
	for i, change := range contexts {
		c := base
		change(&c)
		for _, dir := range []string{"a", "cgo"} {
			fmt.Println("---", i, dir)
			show(c.ImportDir(filepath.Join(root, dir), build.ImportComment))
		}
		for _, name := range []string{"a.go", "b.go", "c_windows.go", "d_linux_amd64.go", "e_arm64_test.go", "c.c", "README", "_hidden.go", "old.go", "old2.go", "both.go", "x.syso", "asm_arm.s"} {
			match, err := c.MatchFile(filepath.Join(root, "a"), name)
			fmt.Print(name, " ", match, " ", clean(err), "; ")
		}
		fmt.Println()
	}
	c := base
	c.CgoEnabled = true
	for _, dir := range []string{"badcgo", "badcgo2", "badcgo3", "two", "empty", "onlytests", "broken", "comments", "binary", "missing"} {
		fmt.Println("---", dir)
		show(c.ImportDir(filepath.Join(root, dir), build.ImportComment))
	}
	_, err := c.ImportDir(filepath.Join(root, "empty"), 0)
	_, none := err.(*build.NoGoError)
	_, err = c.ImportDir(filepath.Join(root, "two"), 0)
	several, ok := err.(*build.MultiplePackageError)
	fmt.Println(none, ok, several.Packages, several.Files)
	match, err := c.MatchFile(filepath.Join(root, "broken"), "d.go")
	fmt.Println(match, clean(err))
	match, err = c.MatchFile(filepath.Join(root, "broken"), "none.go")
	fmt.Println(match, clean(err))

	// Trees.
	c.GOPATH = filepath.Join(root, "tree") + ":" + filepath.Join(root, "tree2") + ":~/x"
	fmt.Println(clean(c.SrcDirs()))
	tree := func(p string) string { return filepath.Join(root, p) }
	for _, t := range []struct {
		path, src string
		mode      build.ImportMode
	}{
		{"p", "", 0}, {"r", "", 0}, {"p/q", "", 0}, {"v", tree("tree/src/p/q"), 0}, {"v", tree("tree/src/p/q"), build.IgnoreVendor}, {"v", tree("tree/src"), 0}, {"v", "", 0},
		{".", tree("tree/src/p"), build.FindOnly}, {"./q", tree("tree/src/p"), 0}, {"..", tree("tree/src/p/q"), 0}, {".", tree("tree2/src/p"), 0}, {".", tree("tree2/src/r"), 0},
		{"", "", 0}, {".", "", 0}, {"/abs", "", 0}, {"./none", tree("tree/src/p"), 0}, {"no/such", tree("tree/src/p"), 0}, {"no/such", "", build.FindOnly},
	} {
		fmt.Println("---", t.path, clean(t.src), t.mode)
		show(c.Import(t.path, t.src, t.mode))
	}
	c.GOROOT = filepath.Join(root, "tree2")
	fmt.Println(clean(c.SrcDirs()))
	for _, path := range []string{"p", "r", "no/such"} {
		show(c.Import(path, tree("tree/src/p"), 0))
	}
	show(c.Import(".", tree("tree/src/p"), 0))

	// Another file system.
	sys := fstest.MapFS{"x/x.go": {Data: []byte("package x\nimport \"fmt\"\n"), ModTime: time.Unix(0, 0)}, "x/y_test.go": {Data: []byte("package x\n")}}
	m := build.Context{GOOS: "linux", GOARCH: "amd64", Compiler: "gc",
		ReadDir: func(dir string) ([]fs.FileInfo, error) {
			list, err := sys.ReadDir(strings.TrimPrefix(dir, "/"))
			var infos []fs.FileInfo
			for _, e := range list {
				info, _ := e.Info()
				infos = append(infos, info)
			}
			return infos, err
		},
		OpenFile:  func(path string) (io.ReadCloser, error) { return sys.Open(strings.TrimPrefix(path, "/")) },
		IsDir:     func(path string) bool { return path == "/x" },
		HasSubdir: func(root, dir string) (string, bool) { return "", false },
	}
	show(m.ImportDir("/x", 0))
	show(m.ImportDir("/y", 0))

	for _, p := range []string{".", "..", "./x", "../x", "x", ".x", "...", ""} {
		fmt.Print(build.IsLocalImport(p), " ")
	}
	fmt.Println()
	fmt.Println(build.ArchChar("amd64"))
	d := build.Default
	fmt.Println(d.ReleaseTags[0], d.ReleaseTags[len(d.ReleaseTags)-1] != "", d.Compiler, d.Dir, d.UseAllFiles, len(d.BuildTags))

	for _, text := range []string{"//go:embed a b", "//go:embed\ta  \"b c\"\t`d`", "//go:embed \"bad", "//go:embed `a`b", "// go:x", "//go:generate", "//line x", "//Go:x", "//go:x\u00a0y ", "//extern x", "/*go:x*/", "//a1:b2 c"} {
		d, ok := ast.ParseDirective(10, text)
		fmt.Printf("%q %v %+v\n", text, ok, d)
		if ok {
			args, err := d.ParseArgs()
			fmt.Println(args, err, d.Pos(), d.End())
		}
	}
}
