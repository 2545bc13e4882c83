package main

// What a Root says of names that end in slashes and dots, and of links that do, is what the system says of them.

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// grow makes the tree that every name is tried in, and gives its root.
func grow() (dir string) {
	dir, err := os.MkdirTemp("", "root")
	check(err)
	check(os.MkdirAll(dir+"/r/d/e", 0o755))
	check(os.WriteFile(dir+"/r/f", []byte("file"), 0o644))
	check(os.WriteFile(dir+"/r/d/g", []byte("below"), 0o644))
	check(os.Mkdir(dir+"/r/empty", 0o755))
	for name, target := range map[string]string{
		"toFile":      "f",
		"toDir":       "d",
		"toDirSlash":  "d/",
		"toFileSlash": "f/",
		"toDot":       ".",
		"toUp":        "d/../f",
		"dangling":    "nowhere",
		"outside":     "../x",
		"absolute":    "/etc",
		"loop":        "loop",
		"chain":       "toDir",
		"d/up":        "../f",
	} {
		check(os.Symlink(target, dir+"/r/"+name))
	}
	return dir
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}

// why says what went wrong, without the name of the temporary directory.
func why(err error) string {
	if err == nil {
		return "done"
	}
	text := err.Error()
	var p *fs.PathError
	var l *os.LinkError
	switch {
	case errors.As(err, &p):
		text = p.Op + " " + p.Path + ": " + p.Err.Error()
	case errors.As(err, &l):
		text = l.Op + " " + l.Old + " " + l.New + ": " + l.Err.Error()
	}
	return text
}

var names = []string{
	"f", "d", "d/", "d/.", "d//", "d/./", "f/", "f/.", ".", "./", "./.", "./f", "d/../f", "d/e/..", "..", "../r/f", "",
	"toFile", "toFile/", "toFile/.", "toDir", "toDir/", "toDir/.", "toDirSlash", "toDirSlash/g", "toFileSlash",
	"toDot", "toDot/f", "toUp", "dangling", "dangling/", "dangling/x", "outside", "absolute", "absolute/passwd", "loop",
	"chain/g", "chain/", "d/up", "d/up/", "f/x", "none", "none/", "none/x", "none/.", "none/..", "/f", "empty", "empty/",
	"f/..", "none/../f",
}

func describe(info fs.FileInfo, err error) string {
	if err != nil {
		return why(err)
	}
	return fmt.Sprint(info.Name(), " ", info.Mode())
}

func main() {
	ops := []struct {
		name string
		do   func(r *os.Root, name string) string
	}{
		{"Stat", func(r *os.Root, name string) string { return describe(r.Stat(name)) }},
		{"Lstat", func(r *os.Root, name string) string { return describe(r.Lstat(name)) }},
		{"Open", func(r *os.Root, name string) string {
			f, err := r.Open(name)
			if err != nil {
				return why(err)
			}
			defer f.Close()
			return strings.TrimPrefix(f.Name(), r.Name()) + " " + describe(f.Stat())
		}},
		{"Create", func(r *os.Root, name string) string {
			f, err := r.Create(name)
			if err == nil {
				f.Close()
			}
			return why(err)
		}},
		{"Exclusive", func(r *os.Root, name string) string {
			f, err := r.OpenFile(name, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o644)
			if err == nil {
				f.Close()
			}
			return why(err)
		}},
		{"OpenRoot", func(r *os.Root, name string) string {
			s, err := r.OpenRoot(name)
			if err != nil {
				return why(err)
			}
			defer s.Close()
			return strings.TrimPrefix(s.Name(), r.Name())
		}},
		{"Mkdir", func(r *os.Root, name string) string { return why(r.Mkdir(name, 0o755)) }},
		{"MkdirAll", func(r *os.Root, name string) string { return why(r.MkdirAll(name, 0o755)) }},
		{"Remove", func(r *os.Root, name string) string { return why(r.Remove(name)) }},
		{"RemoveAll", func(r *os.Root, name string) string { return why(r.RemoveAll(name)) }},
		{"Chmod", func(r *os.Root, name string) string { return why(r.Chmod(name, 0o700)) }},
		{"ReadFile", func(r *os.Root, name string) string {
			text, err := r.ReadFile(name)
			return string(text) + why(err)
		}},
		{"WriteFile", func(r *os.Root, name string) string { return why(r.WriteFile(name, []byte("new"), 0o644)) }},
		{"Readlink", func(r *os.Root, name string) string {
			to, err := r.Readlink(name)
			return to + " " + why(err)
		}},
		{"Rename from", func(r *os.Root, name string) string { return why(r.Rename(name, "fresh")) }},
		{"Rename to", func(r *os.Root, name string) string { return why(r.Rename("f", name)) }},
		{"Rename dir to", func(r *os.Root, name string) string { return why(r.Rename("d", name)) }},
		{"Link from", func(r *os.Root, name string) string { return why(r.Link(name, "fresh")) }},
		{"Link to", func(r *os.Root, name string) string { return why(r.Link("f", name)) }},
		{"Symlink", func(r *os.Root, name string) string { return why(r.Symlink("f", name)) }},
	}
	dir := grow()
	before := tree(dir + "/r") // each one is the same
	for _, op := range ops {
		fmt.Println("--", op.name)
		for _, name := range names {
			r, err := os.OpenRoot(dir + "/r")
			check(err)
			result := op.do(r, name)
			check(r.Close())
			fmt.Printf("%-16q %s", name, strings.ReplaceAll(result, dir, "TOP"))
			if after := tree(dir + "/r"); after != before {
				fmt.Print("  ", difference(before, after))
				check(os.RemoveAll(dir))
				dir = grow()
			}
			fmt.Println()
		}
	}
	check(os.RemoveAll(dir))
}

func tree(dir string) string {
	var all []string
	check(filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil {
			info, err := d.Info()
			check(err)
			size := info.Size()
			if !info.Mode().IsRegular() {
				size = 0
			}
			all = append(all, fmt.Sprint(strings.TrimPrefix(path, dir), " ", info.Mode(), " ", size))
		}
		return err
	}))
	return strings.Join(all, "\n")
}

func difference(before, after string) string {
	was := map[string]bool{}
	for _, line := range strings.Split(before, "\n") {
		was[line] = true
	}
	var out []string
	for _, line := range strings.Split(after, "\n") {
		if was[line] {
			delete(was, line)
		} else {
			out = append(out, "+"+line)
		}
	}
	if len(was) > 0 {
		out = append(out, fmt.Sprintf("%d gone", len(was)))
	}
	return strings.Join(out, ", ")
}
