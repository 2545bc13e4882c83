package main

import (
	"bytes"
	"fmt"
	"io"
	"log"
	"os"
)

func main() {
	var b bytes.Buffer
	l := log.New(&b, "pre: ", 0)
	l.Print("a", 1, 2, "b", "c")
	l.Println("a", 1, true)
	l.Printf("%05d no newline", 42)
	l.Printf("newline\n")
	l.Print("")
	l.SetPrefix("other ")
	l.SetFlags(log.Lmsgprefix)
	l.Println("message")
	fmt.Print(b.String())
	fmt.Println(l.Prefix(), l.Flags(), l.Writer() == &b)

	b.Reset()
	l.SetFlags(log.LstdFlags | log.Lmicroseconds | log.LUTC | log.Lmsgprefix)
	l.Print("dated")
	shape := bytes.Map(func(r rune) rune {
		if '0' <= r && r <= '9' {
			return '0'
		}
		return r
	}, b.Bytes())
	fmt.Printf("%s", shape)

	log.SetFlags(log.Lshortfile)
	log.SetPrefix("std: ")
	log.SetOutput(os.Stdout)
	log.Println("hello")
	log.Default().Print("world")
	log.Output(1, "output")
	func() {
		defer func() { fmt.Println("recovered", recover()) }()
		log.Panicf("bad %d", 1)
	}()
	log.SetOutput(io.Discard)
	log.Print("nowhere")
	log.SetOutput(os.Stdout)
	fmt.Println(log.Flags(), log.Prefix(), log.Writer() == os.Stdout)
	log.Fatalln("fatal", 1)
}
