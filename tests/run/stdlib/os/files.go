package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
)

func main() {
	dir := os.TempDir() + fmt.Sprintf("/files-%d", os.Getpid())
	clean := func(err error) string {
		if err == nil {
			return "ok"
		}
		return strings.ReplaceAll(err.Error(), dir, "DIR")
	}
	fmt.Println(clean(os.Mkdir(dir, 0755)), clean(os.Mkdir(dir, 0755)), clean(os.MkdirAll(dir+"/a/b/c", 0755)), clean(os.MkdirAll(dir+"/a", 0755)))
	name := dir + "/file"
	fmt.Println(clean(os.WriteFile(name, []byte("hello\nworld\n"), 0644)))
	b, err := os.ReadFile(name)
	fmt.Printf("%q %v\n", b, err)

	f, err := os.OpenFile(name, os.O_APPEND|os.O_WRONLY, 0)
	fmt.Println(clean(err))
	fmt.Fprintf(f, "more\n")
	_, err = f.Read(make([]byte, 1))
	fmt.Println(clean(err), clean(f.Close()), clean(f.Close()))
	_, err = f.WriteString("x")
	fmt.Println(clean(err), errors.Is(err, fs.ErrClosed))

	f, err = os.Open(name)
	fmt.Println(clean(err), strings.HasSuffix(f.Name(), "/file"))
	buf := make([]byte, 4)
	n, err := f.Read(buf)
	fmt.Println(n, clean(err), string(buf))
	at, err := f.Seek(-5, io.SeekEnd)
	fmt.Println(at, clean(err))
	n, err = f.ReadAt(buf, 6)
	fmt.Println(n, clean(err), string(buf))
	rest, err := io.ReadAll(f)
	fmt.Printf("%q %v\n", rest, err)
	n, err = f.ReadAt(buf, 15)
	fmt.Println(n, err)
	_, err = f.Seek(-1, io.SeekStart)
	fmt.Println(clean(err))
	_, err = f.Write([]byte("x"))
	fmt.Println(clean(err))
	f.Close()

	f, err = os.Create(dir + "/new")
	fmt.Println(clean(err))
	f.WriteString("0123456789")
	f.WriteAt([]byte("ab"), 3)
	fmt.Println(clean(f.Truncate(7)), clean(f.Sync()))
	f.Seek(0, io.SeekStart)
	b, _ = io.ReadAll(f)
	fmt.Println(string(b))
	f.Close()
	_, err = os.OpenFile(dir+"/new", os.O_CREATE|os.O_EXCL|os.O_RDWR, 0600)
	fmt.Println(clean(err), os.IsExist(err), errors.Is(err, fs.ErrExist))

	_, err = os.Open(dir + "/none")
	var pe *fs.PathError
	fmt.Println(clean(err), os.IsNotExist(err), errors.Is(err, os.ErrNotExist), errors.As(err, &pe) && pe.Op == "open")
	_, err = os.ReadFile(dir)
	fmt.Println(clean(err))
	fmt.Println(clean(os.Rename(dir+"/new", dir+"/newer")), clean(os.Rename(dir+"/new", dir+"/x")))
	fmt.Println(clean(os.Remove(dir+"/newer")), clean(os.Remove(dir+"/newer")), clean(os.Remove(dir+"/a")))
	for _, name := range []string{"/file", "/a/b/c", "/a/b", "/a", ""} {
		fmt.Println(clean(os.Remove(dir + name)))
	}
	fmt.Println(fs.FileMode(0755), fs.ModeDir|0700, fs.ModeSymlink|fs.ModeSetuid|0777, fs.FileMode(0).IsRegular(), (fs.ModeDir | 1).IsDir())
}
