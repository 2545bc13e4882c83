package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"time"
)

func check(what string, err error) {
	fmt.Printf("%s: %v notexist=%v exist=%v perm=%v closed=%v timeout=%v deadline=%v eof=%v\n", what, err, errors.Is(err, os.ErrNotExist), errors.Is(err, os.ErrExist), errors.Is(err, os.ErrPermission), errors.Is(err, net.ErrClosed) || errors.Is(err, os.ErrClosed), os.IsTimeout(err), errors.Is(err, os.ErrDeadlineExceeded), errors.Is(err, io.EOF))
}

func main() {
	dir, err := os.MkdirTemp("", "io")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)
	os.Chdir(dir)
	// files
	_, err = os.Open("none")
	check("open", err)
	var pe *fs.PathError
	fmt.Println(errors.As(err, &pe), pe.Op, pe.Path, pe.Err == syscall.ENOENT)
	check("mkdir", os.Mkdir("d", 0o755))
	check("mkdir again", os.Mkdir("d", 0o755))
	check("mkdirall", os.MkdirAll("d/e/f", 0o755))
	check("write", os.WriteFile("d/a.txt", []byte("hello\nworld\n"), 0o644))
	check("append", func() error {
		f, err := os.OpenFile("d/a.txt", os.O_APPEND|os.O_WRONLY, 0)
		if err != nil {
			return err
		}
		fmt.Fprintf(f, "more\n")
		_, err = f.Read(make([]byte, 1))
		check("read of write-only", err)
		return f.Close()
	}())
	_, err = os.OpenFile("d/a.txt", os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	check("excl", err)
	b, err := os.ReadFile("d/a.txt")
	fmt.Printf("%q %v\n", b, err)
	_, err = os.ReadFile("d")
	check("readfile of dir", err)
	es, err := os.ReadDir("d")
	for _, e := range es {
		i, _ := e.Info()
		fmt.Println(e, e.Name(), e.IsDir(), e.Type(), i.Mode(), i.Size() == 17)
	}
	_, err = os.ReadDir("none")
	check("readdir", err)
	check("rename", os.Rename("d/a.txt", "d/b.txt"))
	check("rename none", os.Rename("none", "x"))
	check("remove full", os.Remove("d"))
	check("remove none", os.Remove("none"))
	check("removeall none", os.RemoveAll("none"))
	check("symlink", os.Symlink("b.txt", "d/l"))
	l, err := os.Readlink("d/l")
	fmt.Println(l, err)
	li, _ := os.Lstat("d/l")
	si, _ := os.Stat("d/l")
	fmt.Println(li.Mode(), si.Mode(), si.Name(), si.Size(), si.IsDir(), os.SameFile(li, si))
	check("chmod", os.Chmod("d/b.txt", 0o600))
	si, _ = os.Stat("d/b.txt")
	fmt.Println(si.Mode().Perm(), si.ModTime().IsZero())
	check("truncate", os.Truncate("d/b.txt", 5))
	check("chtimes", os.Chtimes("d/b.txt", time.Unix(1, 0), time.Unix(1000, 0)))
	si, _ = os.Stat("d/b.txt")
	fmt.Println(si.Size(), si.ModTime().Unix())
	f, _ := os.OpenFile("d/rw", os.O_RDWR|os.O_CREATE, 0o644)
	f.WriteString("0123456789")
	p, err := f.Seek(-3, io.SeekEnd)
	fmt.Println(p, err)
	b = make([]byte, 5)
	n, err := f.Read(b)
	fmt.Println(n, err, string(b[:n]))
	n, err = f.Read(b)
	fmt.Println(n, err)
	n, err = f.ReadAt(b, 2)
	fmt.Println(n, err, string(b))
	n, err = f.ReadAt(b, 8)
	fmt.Println(n, err)
	n, err = f.WriteAt([]byte("xy"), 4)
	fmt.Println(n, err)
	_, err = f.Seek(-1, 0)
	check("seek", err)
	check("sync", f.Sync())
	check("close", f.Close())
	check("close again", f.Close())
	_, err = f.Write([]byte("x"))
	check("write closed", err)
	b, _ = os.ReadFile("d/rw")
	fmt.Println(string(b))
	filepath.WalkDir(".", func(p string, d fs.DirEntry, err error) error {
		fmt.Println("walk", p, d.IsDir(), err)
		if d.Name() == "e" {
			return fs.SkipDir
		}
		return nil
	})
	ms, err := filepath.Glob("d/*")
	fmt.Println(ms, err)
	// pipes and long lines
	r, w, err := os.Pipe()
	fmt.Println(err)
	go func() {
		w.WriteString("short\n" + strings.Repeat("x", 70000) + "\nlast without end")
		w.Close()
	}()
	s := bufio.NewScanner(r)
	for s.Scan() {
		fmt.Println(len(s.Text()))
	}
	fmt.Println(s.Err())
	r, w, _ = os.Pipe()
	go func() {
		w.WriteString("short\n" + strings.Repeat("x", 70000) + "\nlast without end")
		w.Close()
	}()
	s = bufio.NewScanner(r)
	s.Buffer(nil, 1<<20)
	for s.Scan() {
		fmt.Println(len(s.Text()))
	}
	fmt.Println(s.Err())
	r, w, _ = os.Pipe()
	_, err = w.Read(b)
	check("read of the writing end", err)
	r.SetReadDeadline(time.Now().Add(10 * time.Millisecond))
	_, err = r.Read(b)
	check("pipe deadline", err)
	r.Close()
	_, err = w.Write([]byte("x"))
	check("write to closed pipe", err)
	fmt.Println(errors.Is(err, syscall.EPIPE))
	// net.Pipe
	c1, c2 := net.Pipe()
	go func() { c2.Write([]byte("through")); c2.Close() }()
	b, err = io.ReadAll(c1)
	fmt.Println(string(b), err, c1.LocalAddr(), c1.LocalAddr().Network())
	c1.SetDeadline(time.Now())
	_, err = c1.Write([]byte("x"))
	check("net.Pipe closed", err)
	c1, c2 = net.Pipe()
	c1.SetDeadline(time.Now().Add(5 * time.Millisecond))
	_, err = c1.Read(make([]byte, 1))
	check("net.Pipe deadline", err)
	// sockets
	ln, _ := net.Listen("tcp", "127.0.0.1:0")
	var wg sync.WaitGroup
	wg.Go(func() {
		for {
			c, err := ln.Accept()
			if err != nil {
				fmt.Println(errors.Is(err, net.ErrClosed), strings.HasSuffix(err.Error(), "use of closed network connection"))
				return
			}
			wg.Go(func() {
				n, err := io.Copy(c, c)
				fmt.Println("echoed", n, err)
				c.Close()
			})
		}
	})
	c, err := net.Dial("tcp", ln.Addr().String())
	fmt.Println(err)
	big := bytes.Repeat([]byte("0123456789"), 100000)
	wg.Go(func() {
		c.Write(big)
		c.(*net.TCPConn).CloseWrite()
	})
	back, err := io.ReadAll(c)
	fmt.Println(bytes.Equal(big, back), err)
	c.Close()
	_, err = c.Read(b)
	check("read closed", errors.Unwrap(err))
	c, _ = net.Dial("tcp", ln.Addr().String())
	c.SetReadDeadline(time.Now().Add(10 * time.Millisecond))
	_, err = c.Read(b)
	var ne net.Error
	fmt.Println(errors.As(err, &ne) && ne.Timeout(), errors.Is(err, os.ErrDeadlineExceeded))
	c.SetReadDeadline(time.Time{})
	c.Close()
	time.Sleep(20 * time.Millisecond)
	ln.Close()
	wg.Wait()
	_, err = net.DialTimeout("tcp", "127.0.0.1:1", time.Second)
	check("dial", err)
	fmt.Println(errors.Is(err, syscall.ECONNREFUSED))
	_, err = net.Dial("tcp", "127.0.0.1")
	check("dial without port", err)
	_, err = net.Dial("what", "x")
	check("dial what", err)
	_, err = net.Listen("tcp", "127.0.0.1:99999")
	check("listen", err)
	// io
	pr, pw := io.Pipe()
	go func() {
		fmt.Fprint(pw, "some data")
		pw.CloseWithError(errors.New("boom"))
	}()
	b, err = io.ReadAll(pr)
	fmt.Println(string(b), err)
	var buf bytes.Buffer
	t := io.TeeReader(io.LimitReader(strings.NewReader("abcdefgh"), 5), &buf)
	io.ReadFull(t, make([]byte, 3))
	fmt.Println(buf.String())
	_, err = io.ReadFull(t, make([]byte, 3))
	fmt.Println(err, errors.Is(err, io.ErrUnexpectedEOF))
	nn, err := io.CopyN(&buf, strings.NewReader("ab"), 5)
	fmt.Println(nn, err)
	_, err = io.ReadAtLeast(strings.NewReader("ab"), make([]byte, 1), 2)
	fmt.Println(err)
	sr := io.NewSectionReader(strings.NewReader("0123456789"), 2, 5)
	b, _ = io.ReadAll(sr)
	fmt.Println(string(b), sr.Size())
	mw := io.MultiWriter(&buf, os.Stdout)
	fmt.Fprintln(mw, "both")
	br := bufio.NewReaderSize(strings.NewReader("line1\nline2\nlong line that is longer than the buffer\nend"), 16)
	for {
		line, prefix, err := br.ReadLine()
		fmt.Printf("%q %v %v\n", line, prefix, err)
		if err != nil {
			break
		}
	}
	sc := bufio.NewScanner(strings.NewReader("one two  three\nfour"))
	sc.Split(bufio.ScanWords)
	for sc.Scan() {
		fmt.Print(sc.Text(), "|")
	}
	fmt.Println()
	bw := bufio.NewWriter(&failing{})
	bw.WriteString(strings.Repeat("x", 5000))
	fmt.Println(bw.Flush(), bw.Buffered())
	bin := bufio.NewScanner(os.Stdin)
	total := 0
	for bin.Scan() {
		total += len(bin.Bytes())
	}
	fmt.Println(total, bin.Err())
}

type failing struct{}

func (*failing) Write(p []byte) (int, error) { return 10, errors.New("disk full") }
