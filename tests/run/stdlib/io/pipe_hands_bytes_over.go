package main

import (
	"errors"
	"fmt"
	"io"
)

func main() {
	r, w := io.Pipe()
	go func() {
		for _, text := range []string{"hello", "", "a longer text"} {
			n, err := w.Write([]byte(text))
			if n != len(text) || err != nil {
				fmt.Println("write", n, err)
			}
		}
		w.Close()
	}()
	buf := make([]byte, 4)
	for {
		n, err := r.Read(buf)
		fmt.Printf("%q %v\n", buf[:n], err)
		if err != nil {
			break
		}
	}
	fmt.Println(w.Write([]byte("late")))
	fmt.Println(r.Close(), w.Close())
	fmt.Println(r.Read(buf))

	r, w = io.Pipe()
	done := make(chan bool)
	go func() {
		n, err := w.Write([]byte("0123456789"))
		fmt.Println("wrote", n, err)
		n, err = w.Write([]byte("more"))
		fmt.Println("wrote", n, err)
		done <- true
	}()
	n, err := r.Read(buf)
	fmt.Println(n, err)
	r.CloseWithError(errors.New("enough"))
	<-done
	fmt.Println(r.Read(buf))

	r, w = io.Pipe()
	w.CloseWithError(errors.New("broken"))
	w.CloseWithError(errors.New("again"))
	fmt.Println(r.Read(buf))
	fmt.Println(w.Write(buf))

	r, w = io.Pipe()
	go func() {
		fmt.Fprintf(w, "line %d\n", 1)
		fmt.Fprintf(w, "line %d\n", 2)
		w.Close()
	}()
	all, err := io.ReadAll(r)
	fmt.Printf("%q %v\n", all, err)
}
