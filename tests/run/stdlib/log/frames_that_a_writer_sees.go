package main

import (
	"fmt"
	"log"
	"os"
	"runtime"
	"strings"
)

// counter tells in which line the program called the package.
type counter struct{}

func (counter) Write(b []byte) (int, error) {
	_, _, line, ok := runtime.Caller(3)
	fmt.Print("line ", line, " ", ok, ": ", string(b))
	for i := 1; i < 3; i++ {
		pc, _, _, _ := runtime.Caller(i)
		name := runtime.FuncForPC(pc).Name()
		fmt.Println("  ", strings.TrimSuffix(name, "ln"))
	}
	return len(b), nil
}

func main() {
	l := log.New(counter{}, "", log.Lshortfile)
	l.Print("print")
	l.Printf("%s", "printf")
	l.Println("println")
	l.Output(1, "output")
	func() {
		defer func() { fmt.Println(recover()) }()
		l.Panicln("panic")
	}()
	log.SetFlags(log.Lshortfile)
	log.SetOutput(counter{})
	log.Print("standard")
	log.Println("standard line")
	log.Output(1, "standard output")
	log.SetOutput(os.Stdout)
	log.Print("plain")
	log.Output(1, "output")
}
