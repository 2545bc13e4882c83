// Directories of an archive that are named, and that are not, as a file system shows them.
package main

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io/fs"
	"time"
)

func main() {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	h := &zip.FileHeader{Name: "named/", Modified: time.Unix(1e9, 0)}
	h.SetMode(fs.ModeDir | 0o700)
	w.CreateHeader(h)
	for _, name := range []string{"named/a.txt", "other/b.txt", "c.txt"} {
		w.CreateHeader(&zip.FileHeader{Name: name, Modified: time.Unix(1e9, 0)})
	}
	w.Close()
	r, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	fmt.Println(err, r.File[0].Mode())
	fs.WalkDir(r, ".", func(name string, d fs.DirEntry, err error) error {
		info, err2 := d.Info()
		fmt.Println(name, d, d.Type(), info, info.Mode(), info.ModTime().UTC(), err, err2)
		return nil
	})
	for _, name := range []string{".", "named", "other", "c.txt"} {
		info, err := fs.Stat(r, name)
		fmt.Println(info, info.Mode(), info.IsDir(), err)
	}
}
