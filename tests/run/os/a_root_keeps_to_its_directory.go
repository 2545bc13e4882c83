package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing/fstest"
	"time"
)

var top string

func say(what string, err error) {
	text := "<nil>"
	if err != nil {
		text = strings.ReplaceAll(err.Error(), top, "TOP")
	}
	fmt.Println(what+":", text)
}

func main() {
	top, _ = os.MkdirTemp("", "root")
	defer os.RemoveAll(top)
	dir := filepath.Join(top, "in")
	os.Mkdir(dir, 0o755)
	os.WriteFile(filepath.Join(top, "secret"), []byte("secret"), 0o644)
	r, err := os.OpenRoot(dir)
	say("open", err)
	fmt.Println(r.Name() == dir)

	say("write", r.WriteFile("a.txt", []byte("text"), 0o644))
	b, err := r.ReadFile("a.txt")
	say(string(b), err)
	say("mkdir", r.Mkdir("sub", 0o755))
	say("mkdir again", r.Mkdir("sub", 0o755))
	say("mkdirall", r.MkdirAll("x/y/z", 0o755))
	say("mkdirall file", r.MkdirAll("a.txt/b", 0o755))
	say("mode", r.Mkdir("m", 0o1755))
	f, err := r.Create("sub/new")
	say("create", err)
	fmt.Println(f.Name() == filepath.Join(dir, "sub/new"))
	f.WriteString("new text")
	f.Close()
	info, err := r.Stat("sub/../sub/./new")
	say(fmt.Sprint(info.Name(), info.Size()), err)

	for _, name := range []string{"../secret", "sub/../../secret", "/etc/passwd", "", "missing", "a.txt/x", "missing/x", ".", "sub/", "a.txt/", "sub/.."} {
		f, err := r.Open(name)
		say("open "+name, err)
		if err == nil {
			f.Close()
		}
	}
	_, err = r.Open("../secret")
	var pe *fs.PathError
	fmt.Println(errors.As(err, &pe), pe.Op, pe.Path)

	say("link out", r.Symlink("../secret", "out"))
	say("link abs", r.Symlink("/etc", "abs"))
	say("link in", r.Symlink("../a.txt", "sub/link"))
	say("link loop", r.Symlink("loop", "loop"))
	say("link dir", r.Symlink("x/y", "short"))
	for _, name := range []string{"out", "abs/passwd", "sub/link", "loop", "short/z", "short/../../a.txt"} {
		_, err := r.Stat(name)
		say("stat "+name, err)
		_, err = r.Lstat(name)
		say("lstat "+name, err)
	}
	target, err := r.Readlink("out")
	say(target, err)
	_, err = r.Readlink("a.txt")
	say("readlink", err)
	_, err = r.ReadFile("out")
	say("read", err)
	say("write", r.WriteFile("out", nil, 0o644))

	say("rename", r.Rename("a.txt", "sub/b.txt"))
	say("rename out", r.Rename("sub/b.txt", "../b.txt"))
	say("rename none", r.Rename("none", "b.txt"))
	say("hard", r.Link("sub/b.txt", "hard"))
	say("hard out", r.Link("../secret", "hard2"))
	say("chmod", r.Chmod("hard", 0o600))
	say("chmod out", r.Chmod("out", 0o600))
	say("chtimes", r.Chtimes("hard", time.Unix(1, 0), time.Unix(2, 0)))
	info, _ = r.Stat("hard")
	fmt.Println(info.Mode(), info.ModTime().Unix())

	sub, err := r.OpenRoot("sub")
	say("sub", err)
	fmt.Println(sub.Name() == filepath.Join(dir, "sub"))
	b, err = sub.ReadFile("b.txt")
	say(string(b), err)
	_, err = sub.Open("../hard")
	say("sub out", err)
	_, err = r.OpenRoot("hard")
	say("sub file", err)
	_, err = r.OpenRoot("none")
	say("sub none", err)
	_, err = os.OpenRoot(filepath.Join(top, "none"))
	say("none", err)
	_, err = os.OpenRoot(filepath.Join(top, "secret"))
	say("file", err)

	say("remove", r.Remove("hard"))
	say("remove full", r.Remove("sub"))
	say("remove none", r.Remove("none"))
	say("remove link", r.Remove("out"))
	say("remove out", r.Remove("../secret"))
	say("removeall", r.RemoveAll("x"))
	say("removeall none", r.RemoveAll("none/x"))
	say("removeall out", r.RemoveAll("../secret"))
	say("removeall dot", r.RemoveAll("."))
	r.Remove("abs")
	r.Remove("loop")
	r.Remove("short")

	fsys := r.FS()
	fs.WalkDir(fsys, ".", func(path string, d fs.DirEntry, err error) error {
		fmt.Println(path, d.IsDir(), err)
		return nil
	})
	r.Remove("sub/link")
	say("testfs", fstest.TestFS(fsys, "sub/b.txt"))
	_, err = fsys.Open("../x")
	say("fs", err)
	f, err = os.OpenInRoot(dir, "sub/new")
	say("in root", err)
	f.Close()
	_, err = os.OpenInRoot(dir, "../secret")
	say("in root", err)

	say("close", r.Close())
	_, err = r.Open("sub/new")
	say("closed", err)
	say("closed", r.Mkdir("q", 0o755))
	_, err = os.Stat(filepath.Join(top, "secret"))
	say("secret", err)
}
