package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"time"
)

func main() {
	r, w, err := os.Pipe()
	fmt.Println(r.Name(), w.Name(), err)
	go func() {
		time.Sleep(5 * time.Millisecond)
		fmt.Fprintln(w, "hello through a pipe")
		w.Close()
	}()
	lines := bufio.NewScanner(r)
	for lines.Scan() {
		fmt.Println(lines.Text())
	}
	_, err = r.Read(make([]byte, 1))
	fmt.Println(err == io.EOF)
	_, err = r.Seek(0, io.SeekStart)
	fmt.Println(err)
	_, err = w.Write([]byte("x"))
	fmt.Println(err, errors.Is(err, os.ErrClosed))
	r.Close()

	r, w, _ = os.Pipe()
	r.SetReadDeadline(time.Now().Add(10 * time.Millisecond))
	buf := make([]byte, 10)
	n, err := r.Read(buf)
	fmt.Println(n, err, errors.Is(err, os.ErrDeadlineExceeded), os.IsTimeout(err))
	r.SetReadDeadline(time.Time{})
	go func() {
		time.Sleep(time.Millisecond)
		r.Close()
	}()
	n, err = r.Read(buf)
	fmt.Println(n, err, errors.Is(err, os.ErrClosed))
	_, err = w.Write(buf)
	fmt.Println(err)
	w.Close()

	// A pipe holds so much; the writer waits for the reader.
	r, w, _ = os.Pipe()
	go func() {
		w.Write(make([]byte, 1<<20))
		w.Close()
	}()
	all, err := io.ReadAll(r)
	fmt.Println(len(all), err)

	dir, err := os.MkdirTemp("", "io")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(dir)
	name := dir + "/f"
	f, err := os.Create(name)
	fmt.Println(err)
	fmt.Println(errors.Is(f.SetDeadline(time.Now()), os.ErrNoDeadline))
	f.WriteString("0123456789")
	n, err = f.WriteAt([]byte("ab"), 3)
	fmt.Println(n, err)
	n, err = f.ReadAt(buf[:4], 2)
	fmt.Println(string(buf[:n]), err)
	n, err = f.ReadAt(buf, 5)
	fmt.Println(string(buf[:n]), err)
	at, err := f.Seek(-2, io.SeekEnd)
	fmt.Println(at, err)
	n, err = f.Read(buf)
	fmt.Println(string(buf[:n]), err)
	_, err = f.ReadAt(buf, -1)
	fmt.Println(err != nil)
	fmt.Println(f.Chmod(0o600), f.Truncate(4), f.Sync(), f.Close())
	info, err := os.Stat(name)
	fmt.Println(info.Size(), info.Mode(), err)
	a, err := os.OpenFile(name, os.O_APPEND|os.O_RDWR, 0)
	fmt.Println(err)
	a.Write([]byte("!"))
	_, err = a.WriteAt(buf, 0)
	fmt.Println(err)
	a.Close()
	text, err := os.ReadFile(name)
	fmt.Println(string(text), err)
	when := time.Date(2020, 2, 3, 4, 5, 6, 0, time.UTC)
	fmt.Println(os.Chtimes(name, when, when))
	info, _ = os.Stat(name)
	fmt.Println(info.ModTime().Equal(when))
	_, err = os.ReadFile(dir)
	fmt.Println(errors.Is(err, os.ErrNotExist), err != nil)
	fmt.Println(os.WriteFile(dir+"/no/where", nil, 0o600) != nil)
}
