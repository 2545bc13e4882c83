package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"encoding/hex"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"strings"
	"testing/fstest"
	"time"
)

func main() {
	mod := time.Date(2024, 5, 6, 7, 8, 9, 123456789, time.UTC)
	// Archives of zip, stored, so that all bytes are the same.
	var out bytes.Buffer
	zw := zip.NewWriter(&out)
	for _, h := range []*zip.FileHeader{{Name: "a.txt", Method: zip.Store, Modified: mod}, {Name: "dir/", Modified: mod.In(time.FixedZone("", 3600))}, {Name: "dir/grün.txt", Method: zip.Store, Comment: "a comment"}, {Name: "x\\y", Method: zip.Store, NonUTF8: true}, {Name: "empty", Method: zip.Store}} {
		if h.Name == "dir/grün.txt" {
			h.SetMode(0644 | fs.ModeSetuid)
		}
		w, err := zw.CreateHeader(h)
		n, err2 := io.WriteString(w, strings.Repeat("content of "+h.Name+"\n", 3*min(1, len(h.Extra)+len(h.Comment))))
		fmt.Println(n, err, err2)
	}
	fmt.Println(zw.SetComment("the archive"), zw.Close(), zw.Close())
	fmt.Println(hex.EncodeToString(out.Bytes()))
	zr, err := zip.NewReader(bytes.NewReader(out.Bytes()), int64(out.Len()))
	fmt.Println(zr.Comment, err)
	for _, f := range zr.File {
		rc, err := f.Open()
		b, err2 := io.ReadAll(rc)
		off, err3 := f.DataOffset()
		fmt.Println(f.Name, f.Comment, f.Modified, f.Mode(), f.Method, f.Flags, f.CRC32, f.CompressedSize64, f.UncompressedSize64, f.NonUTF8, f.Extra, len(b), err, err2, off, err3, f.FileInfo().Name(), f.FileInfo().Size(), f.FileInfo().ModTime(), rc.Close())
	}
	// Compressed ones, and a file system.
	fsys := fstest.MapFS{"a/b/c.txt": {Data: bytes.Repeat([]byte("hello "), 1000), ModTime: mod, Mode: 0640}, "a/d": {Data: []byte("d")}, "z": {}}
	out.Reset()
	zw = zip.NewWriter(&out)
	fmt.Println(zw.AddFS(fsys))
	w, err := zw.Create("more")
	io.WriteString(w, "more")
	fmt.Println(err, zw.Close(), out.Len() < 1500)
	zr, err = zip.NewReader(bytes.NewReader(out.Bytes()), int64(out.Len()))
	fmt.Println(err, fs.WalkDir(zr, ".", func(path string, d fs.DirEntry, err error) error {
		info, _ := d.Info()
		fmt.Println(path, d.IsDir(), info.Mode(), info.Size(), err)
		return nil
	}))
	b, err := fs.ReadFile(zr, "a/b/c.txt")
	fmt.Println(len(b), crc32.ChecksumIEEE(b), err)
	_, err = zr.Open("none")
	fmt.Println(err, errors.Is(err, fs.ErrNotExist))
	var copied bytes.Buffer
	zw = zip.NewWriter(&copied)
	for _, f := range zr.File {
		if err := zw.Copy(f); err != nil {
			fmt.Println(err)
		}
	}
	fmt.Println(zw.Close())
	zr, err = zip.NewReader(bytes.NewReader(append([]byte("before it"), copied.Bytes()...)), int64(copied.Len()+9))
	fmt.Println(err, len(zr.File))
	for _, f := range zr.File {
		rc, _ := f.Open()
		b, err := io.ReadAll(rc)
		fmt.Println(f.Name, len(b), err)
	}
	bad := bytes.Clone(copied.Bytes())
	i := bytes.Index(bad, []byte("more")) + 4
	bad[i+1] ^= 0x10
	zr, err = zip.NewReader(bytes.NewReader(bad), int64(len(bad)))
	rc, _ := zr.File[len(zr.File)-1].Open()
	_, err2 := io.ReadAll(rc)
	fmt.Println(err, err2 != nil)
	for _, s := range []string{"", "no zip", strings.Repeat("x", 100)} {
		_, err := zip.NewReader(strings.NewReader(s), int64(len(s)))
		fmt.Println(err)
	}

	// Archives of tar.
	long := strings.Repeat("long/", 30) + "name"
	longer := strings.Repeat("x", 120)
	headers := []*tar.Header{
		{Name: "a.txt", Mode: 0644, Size: 5, ModTime: mod, Uname: "me", Gname: "us", Uid: 1000, Gid: 100}, {Name: "dir/", Mode: 0755, Typeflag: tar.TypeDir, ModTime: mod}, {Name: "link", Linkname: "a.txt", Typeflag: tar.TypeSymlink, Mode: 0777}, {Name: "hard", Linkname: "a.txt", Typeflag: tar.TypeLink},
		{Name: long, Size: 1, Mode: 0600}, {Name: longer, Size: 2}, {Name: "grün", Size: 3, Uname: "Jürgen"}, {Name: "big ids", Uid: 1 << 30, Gid: 5 << 40, Size: 0}, {Name: "old", ModTime: time.Unix(-5, 0)}, {Name: "pax", ModTime: mod, AccessTime: mod, ChangeTime: mod, Format: tar.FormatPAX, PAXRecords: map[string]string{"VENDOR.key": "value\n"}},
		{Name: longer, Linkname: longer + "y", Typeflag: tar.TypeSymlink, Format: tar.FormatGNU, AccessTime: mod}, {Name: "dev", Typeflag: tar.TypeChar, Devmajor: 5, Devminor: 1}, {Name: "fifo", Typeflag: tar.TypeFifo, Mode: 04755}, {Typeflag: tar.TypeXGlobalHeader, PAXRecords: map[string]string{"a": "b"}}, {Name: "ustar", Format: tar.FormatUSTAR, Size: 600, ModTime: mod},
		{Name: "file/"}, {Name: "bad/", Typeflag: tar.TypeReg}, {Name: longer, Format: tar.FormatUSTAR}, {Name: "grün", Format: tar.FormatUSTAR | tar.FormatGNU, Uname: strings.Repeat("ü", 20)}, {Name: "a\x00b", Format: tar.FormatPAX}, {Name: "x", Typeflag: tar.TypeXHeader}, {Name: "neg", Mode: -1, Format: tar.FormatPAX},
	}
	out.Reset()
	tw := tar.NewWriter(&out)
	for _, h := range headers {
		if err := tw.WriteHeader(h); err != nil {
			fmt.Println(h.Name, err)
			continue
		}
		n, err := tw.Write(bytes.Repeat([]byte("c"), int(h.Size)))
		fmt.Print(n, " ", err, " ", out.Len(), "; ")
	}
	_, err = tw.Write([]byte("too much"))
	fmt.Println(err, tw.Close(), tw.Close(), tw.WriteHeader(headers[0]), out.Len(), crc32.ChecksumIEEE(out.Bytes()))
	archive := bytes.Clone(out.Bytes())
	tr := tar.NewReader(&out)
	for {
		h, err := tr.Next()
		if err != nil {
			fmt.Println(err)
			break
		}
		b, err := io.ReadAll(tr)
		fmt.Println(h.Name, h.Linkname, string(h.Typeflag), h.Size, h.Mode, h.Uid, h.Gid, h.Uname, h.Gname, h.ModTime.UTC(), h.AccessTime.IsZero(), h.ChangeTime.IsZero(), h.Devmajor, h.Devminor, h.PAXRecords, h.Format, len(b), err, h.FileInfo().Mode(), h.FileInfo().Name())
		c, err := tar.FileInfoHeader(h.FileInfo(), "target")
		if err == nil {
			fmt.Println(" ", c.Name, c.Linkname, string(c.Typeflag), c.Mode, c.Size)
		} else {
			fmt.Println(err)
		}
	}
	for _, n := range []int{100, 512, 1000, 1024, 1030, 2000} {
		tr := tar.NewReader(bytes.NewReader(archive[:n]))
		_, err := tr.Next()
		b, err2 := io.ReadAll(tr)
		_, err3 := tr.Next()
		fmt.Println(n, err, len(b), err2, err3)
	}
	bad = bytes.Clone(archive)
	bad[3]++
	_, err = tar.NewReader(bytes.NewReader(bad)).Next()
	fmt.Println(err)
	out.Reset()
	tw = tar.NewWriter(&out)
	fmt.Println(tw.AddFS(fsys), tw.Close(), out.Len(), crc32.ChecksumIEEE(out.Bytes()))
	tw = tar.NewWriter(io.Discard)
	tw.WriteHeader(&tar.Header{Name: "short", Size: 10})
	fmt.Println(tw.WriteHeader(&tar.Header{Name: "x"}), tw.Close(), tar.FormatUnknown, tar.FormatUSTAR|tar.FormatGNU)
}
