package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
)

func main() {
	dir, _ := os.MkdirTemp("", "copy")
	defer os.RemoveAll(dir)
	dir, _ = filepath.EvalSymlinks(dir)
	f, _ := os.Create(filepath.Join(dir, "a"))
	fmt.Println(f.ReadFrom(strings.NewReader("hello, file")))
	fmt.Println(io.Copy(f, strings.NewReader("!")))
	f.Seek(2, io.SeekStart)
	var b strings.Builder
	n, err := f.WriteTo(&b)
	fmt.Println(n, err, b.String())
	g, _ := os.Create(filepath.Join(dir, "b"))
	f.Seek(0, io.SeekStart)
	fmt.Println(io.Copy(g, f))
	fmt.Println(f.Chown(-1, -1))
	f.Close()
	_, err = f.ReadFrom(strings.NewReader("x"))
	fmt.Println(strings.ReplaceAll(err.Error(), dir, "DIR"))
	_, err = f.WriteTo(&b)
	fmt.Println(strings.ReplaceAll(err.Error(), dir, "DIR"))
	fmt.Println(strings.ReplaceAll(f.Chdir().Error(), dir, "DIR"))
	d, _ := os.Open(dir)
	fmt.Println(d.Chdir())
	here, _ := os.Getwd()
	fmt.Println(here == dir)
	fmt.Println(strings.ReplaceAll(g.Chdir().Error(), dir, "DIR"))
	groups, err := os.Getgroups()
	fmt.Println(groups != nil, err)
	text, _ := os.ReadFile("b")
	fmt.Println(string(text))
}
