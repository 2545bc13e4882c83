package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

func main() {
	dir, err := os.MkdirTemp("", "fp")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)
	os.Chdir(dir)
	for _, d := range []string{"a/b/c", "a/d", "z", "a/skip/x"} {
		os.MkdirAll(d, 0o755)
	}
	for _, f := range []string{"a/1.txt", "a/2.go", "a/b/3.txt", "a/b/c/4.txt", "a/skip/5", "z/6.txt"} {
		os.WriteFile(f, []byte(f), 0o644)
	}
	os.Symlink("../z", "a/link")
	os.Symlink("loop", "loop")
	os.Symlink("none", "broken")
	walk := func(skip error, at string) {
		err := filepath.WalkDir("a", func(p string, d fs.DirEntry, err error) error {
			fmt.Print(p, " ")
			if p == at {
				return skip
			}
			return err
		})
		fmt.Println(err)
		err = filepath.Walk("a", func(p string, i fs.FileInfo, err error) error {
			fmt.Print(i.Name(), " ")
			if p == at {
				return skip
			}
			return err
		})
		fmt.Println(err)
	}
	walk(nil, "")
	walk(filepath.SkipDir, "a/skip")
	walk(filepath.SkipDir, "a/b/3.txt")
	walk(filepath.SkipAll, "a/b/c")
	walk(errors.New("no"), "a/d")
	walk(filepath.SkipDir, "a")
	fmt.Println(filepath.WalkDir("none", func(p string, d fs.DirEntry, err error) error { fmt.Println(p, d, err); return err }))
	fmt.Println(filepath.Walk("none", func(p string, i fs.FileInfo, err error) error { fmt.Println(p, i, err); return nil }))
	for _, p := range []string{"a/*", "*/*.txt", "a/*/*.txt", "a/[12]*", "none*", "a/1.txt", "missing", "[", "a/[", "*", "/*nothing", "a/b/../*.go", "*/", "a/link/*"} {
		m, err := filepath.Glob(p)
		fmt.Printf("%s %q %v\n", p, m, err)
	}
	for _, p := range [][2]string{{"a", "a/b"}, {"a/b", "a"}, {"a", "a"}, {"/a/b", "/a/c/d"}, {"a", "/a"}, {".", "x"}, {"x", "."}, {"../a", "b"}, {"a", "../b"}, {"/", "/x"}, {"/x", "/"}, {"a/../b", "c"}, {"..", "."}, {"", "x"}, {"ab", "abc"}} {
		r, err := filepath.Rel(p[0], p[1])
		fmt.Printf("%q %q %q %v\n", p[0], p[1], r, err)
	}
	abs, err := filepath.Abs("x/../y")
	real, _ := filepath.EvalSymlinks(dir)
	fmt.Println(strings.HasSuffix(abs, "/y"), filepath.IsAbs(abs), err, real != "")
	for _, p := range []string{"a/link/6.txt", "a/../a/link", "a/b/c", "none", "broken", "loop", "a/1.txt/x", ".", "", "./a/.", "a/link/.."} {
		e, err := filepath.EvalSymlinks(p)
		fmt.Printf("%q %q %v\n", p, e, err)
	}
	for _, p := range []string{"", "a", "../a", "a/../..", "/a", "a/../b", "..a", "."} {
		l, err := filepath.Localize(p)
		fmt.Println(p, filepath.IsLocal(p), l, err)
	}
	fmt.Println(filepath.SplitList("a:b::c"), len(filepath.SplitList("")), filepath.Ext("x.tar.gz"), filepath.Base("/a/b/"), filepath.Dir("/a/b/"), filepath.Join("a", "", "../b"), filepath.VolumeName("c:"), filepath.ToSlash("a/b"), filepath.FromSlash("a/b"))
	fmt.Println(filepath.Split("a/b/c"))
	fsys := os.DirFS(".")
	fmt.Println(fs.ValidPath("a/b"), fs.ValidPath("/a"), fs.ValidPath("a/../b"), fs.ValidPath("."), fs.ValidPath(""), fs.ValidPath("a/"))
	text, err := fs.ReadFile(fsys, "a/1.txt")
	fmt.Println(string(text), err)
	_, err = fs.ReadFile(fsys, "../x")
	fmt.Println(err)
	_, err = fsys.Open("none")
	fmt.Println(err, errors.Is(err, fs.ErrNotExist))
	list, err := fs.ReadDir(fsys, "a")
	fmt.Println(list, err)
	info, err := fs.Stat(fsys, "a/b")
	fmt.Println(info.Name(), info.IsDir(), err)
	fs.WalkDir(fsys, ".", func(p string, d fs.DirEntry, err error) error {
		fmt.Print(p, " ")
		if p == "a/skip" {
			return fs.SkipDir
		}
		return err
	})
	fmt.Println()
	m, err := fs.Glob(fsys, "a/*.txt")
	fmt.Println(m, err)
	m, err = fs.Glob(fsys, "*/*/*.txt")
	fmt.Println(m, err)
	sub, err := fs.Sub(fsys, "a/b")
	fmt.Println(err)
	text, err = fs.ReadFile(sub, "3.txt")
	fmt.Println(string(text), err)
	_, err = sub.Open("x")
	fmt.Println(err)
	list, err = fs.ReadDir(sub, ".")
	fmt.Println(list, err)
	_, err = fs.Sub(fsys, "../x")
	fmt.Println(err)
	f, _ := fsys.Open("a/b/3.txt")
	b := make([]byte, 3)
	n, err := f.Read(b)
	fmt.Println(n, err, string(b), fs.FileInfoToDirEntry(info))
	f.Close()
}
