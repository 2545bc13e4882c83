package embedded

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"testing"
	"testing/fstest"
)

func TestText(t *testing.T) {
	t.Logf("%q %q %q %q", hello, bytes, typed, raw)
}

func TestTree(t *testing.T) {
	for i, f := range []fs.FS{tree, all, some} {
		fs.WalkDir(f, ".", func(path string, d fs.DirEntry, err error) error {
			info, _ := d.Info()
			t.Log(i, path, d.IsDir(), info.Size(), info.Mode(), info.ModTime().IsZero(), d, err)
			return nil
		})
	}
	if err := fstest.TestFS(tree, "data/a.txt", "hello.txt"); err != nil {
		t.Error(err)
	}
}

func TestErrors(t *testing.T) {
	_, err := tree.ReadFile("missing")
	t.Log(err, errors.Is(err, fs.ErrNotExist))
	_, err = tree.ReadFile("data")
	t.Log(err)
	_, err = tree.ReadDir("hello.txt")
	t.Log(err)
	_, err = tree.Open("../x")
	t.Log(err)
	f, _ := tree.Open("data/a.txt")
	_, err = f.(io.Seeker).Seek(-1, io.SeekStart)
	t.Log(err)
	b, err := io.ReadAll(f)
	t.Log(string(b), err)
	n, err := f.(io.ReaderAt).ReadAt(make([]byte, 5), 1)
	t.Log(n, err)
	d, _ := tree.Open("data")
	_, err = d.Read(nil)
	t.Log(err)
	for range 3 {
		list, err := d.(fs.ReadDirFile).ReadDir(1)
		t.Log(list, err)
	}
	var none = some
	none = *new(emptyTree)
	_, err = none.ReadDir(".")
	t.Log(err)
	fmt.Println(none.Open("x"))
}
