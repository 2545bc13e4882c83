package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
	"time"
)

func main() {
	dir, err := os.MkdirTemp("", "dirs-*-x")
	fmt.Println(err, strings.HasSuffix(dir, "-x"))
	defer os.RemoveAll(dir)
	clean := func(err error) string {
		if err == nil {
			return "ok"
		}
		return strings.ReplaceAll(err.Error(), dir, "DIR")
	}
	os.MkdirAll(dir+"/sub/deep", 0755)
	os.WriteFile(dir+"/b.txt", []byte("12345"), 0640)
	os.WriteFile(dir+"/a.txt", nil, 0600)
	os.WriteFile(dir+"/sub/deep/c", []byte("c"), 0600)
	fmt.Println(clean(os.Symlink("b.txt", dir+"/link")), clean(os.Link(dir+"/b.txt", dir+"/hard")), clean(os.Symlink("x", dir+"/link")))
	target, err := os.Readlink(dir + "/link")
	fmt.Println(target, clean(err))
	_, err = os.Readlink(dir + "/b.txt")
	fmt.Println(clean(err))

	entries, err := os.ReadDir(dir)
	fmt.Println(len(entries), clean(err))
	for _, entry := range entries {
		info, err := entry.Info()
		fmt.Println(entry, entry.Name(), entry.IsDir(), entry.Type(), info.Name(), info.Mode(), info.IsDir(), info.Size() > 0, err)
	}
	_, err = os.ReadDir(dir + "/none")
	fmt.Println(clean(err), errors.Is(err, fs.ErrNotExist))

	info, err := os.Stat(dir + "/b.txt")
	fmt.Println(info.Name(), info.Size(), info.Mode(), info.IsDir(), clean(err), time.Since(info.ModTime()) < time.Hour)
	linked, err := os.Stat(dir + "/link")
	fmt.Println(linked.Name(), linked.Size(), clean(err), os.SameFile(info, linked))
	linked, err = os.Lstat(dir + "/link")
	fmt.Println(linked.Mode()&fs.ModeSymlink != 0, clean(err), os.SameFile(info, linked))
	_, err = os.Stat(dir + "/none")
	fmt.Println(clean(err), os.IsNotExist(err))
	_, err = os.Lstat(dir + "/b.txt/x")
	fmt.Println(clean(err))

	f, err := os.Open(dir)
	fmt.Println(clean(err))
	info, err = f.Stat()
	fmt.Println(info.IsDir(), info.Mode().Perm(), clean(err))
	some, err := f.ReadDir(2)
	fmt.Println(len(some), err)
	names, err := f.Readdirnames(-1)
	fmt.Println(len(names), err)
	_, err = f.Readdir(1)
	fmt.Println(err, err == io.EOF)
	f.Close()

	fmt.Println(clean(os.Chmod(dir+"/a.txt", 0444)), clean(os.Truncate(dir+"/b.txt", 2)), clean(os.Chmod(dir+"/none", 0444)))
	info, _ = os.Stat(dir + "/a.txt")
	b, _ := os.ReadFile(dir + "/hard")
	fmt.Println(info.Mode(), string(b))

	f, err = os.CreateTemp(dir, "tmp")
	fmt.Println(clean(err), strings.HasPrefix(f.Name(), dir+"/tmp"))
	f.Close()
	_, err = os.CreateTemp(dir, "a/b")
	fmt.Println(clean(err))
	_, err = os.MkdirTemp(dir+"/none", "x")
	fmt.Println(err != nil)
	fmt.Println(clean(os.RemoveAll(dir+"/sub")), clean(os.RemoveAll(dir+"/none")), clean(os.RemoveAll("")), clean(os.RemoveAll(dir+"/.")))
	fmt.Println(clean(os.RemoveAll(dir)))
	_, err = os.Stat(dir)
	fmt.Println(clean(err))
}
