package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"math"
	"mime/multipart"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing/fstest"
)

func form(values, files int) []byte {
	var b bytes.Buffer
	w := multipart.NewWriter(&b)
	w.SetBoundary("xxx")
	for i := range values {
		w.WriteField(fmt.Sprint("v", i), "value")
	}
	for i := range files {
		f, _ := w.CreateFormFile(fmt.Sprint("f", i), "name")
		io.WriteString(f, "content")
	}
	w.Close()
	return b.Bytes()
}

func main() {
	for _, n := range [][2]int{{1, 1}, {1000, 0}, {1001, 0}, {500, 501}} {
		for _, memory := range []int64{0, 1 << 20, math.MaxInt64, math.MaxInt64 - 10<<20 + 1} {
			f, err := multipart.NewReader(bytes.NewReader(form(n[0], n[1])), "xxx").ReadForm(memory)
			if err != nil {
				fmt.Println(n, err)
				continue
			}
			fmt.Println(n, len(f.Value), len(f.File), f.Value["v0"], len(f.File["f0"]) > 0 && f.File["f0"][0].Size == 7)
			f.RemoveAll()
		}
	}
	for _, expr := range []string{"\ufffd", ".*", `[\x{fffd}]`, "lo"} {
		re := regexp.MustCompile(expr)
		for _, s := range []string{"\xff", "hello\xffworld", "\xc2\x00", "x\ufffdy"} {
			fmt.Println(re.FindReaderIndex(strings.NewReader(s)), re.FindStringIndex(s))
		}
	}
	var z, t bytes.Buffer
	zw, tw := zip.NewWriter(&z), tar.NewWriter(&t)
	for _, name := range []string{"a", "../b"} {
		zw.Create(name)
		tw.WriteHeader(&tar.Header{Name: name})
	}
	zw.Close()
	tw.Close()
	for _, setting := range []string{"", "x=1,zipinsecurepath=0,tarinsecurepath=0"} {
		os.Setenv("GODEBUG", setting)
		r, err := zip.NewReader(bytes.NewReader(z.Bytes()), int64(z.Len()))
		fmt.Println(len(r.File), err)
		tr := tar.NewReader(bytes.NewReader(t.Bytes()))
		for {
			h, err := tr.Next()
			if err == io.EOF {
				break
			}
			fmt.Println(h.Name, err)
		}
	}
	dir, _ := os.MkdirTemp("", "links")
	defer os.RemoveAll(dir)
	os.Mkdir(filepath.Join(dir, "d"), 0o777)
	os.Symlink("../to", filepath.Join(dir, "d", "link"))
	os.WriteFile(filepath.Join(dir, "d", "file"), nil, 0o666)
	fsys := os.DirFS(dir)
	fmt.Println(fs.ReadLink(fsys, "d/link"))
	sub, _ := fs.Sub(fsys, "d")
	fmt.Println(fs.ReadLink(sub, "link"))
	info, err := fs.Lstat(sub, "link")
	fmt.Println(info.Mode().Type(), err)
	memory := fstest.MapFS{"d/link": {Data: []byte("to"), Mode: fs.ModeSymlink}}
	below, _ := memory.Sub("d")
	fmt.Println(fs.ReadLink(below, "link"))
	_, err = fs.ReadLink(sub, "file")
	fmt.Println(err)
	err = os.MkdirAll(filepath.Join(dir, "d", "file", "x", "y"), 0o777)
	fmt.Println(strings.ReplaceAll(err.Error(), dir, "DIR"))
}
