// Package log has os.Stderr as it was when the program began.
package main

import (
	"fmt"
	"io"
	"log"
	"log/slog"
	"os"
)

func main() {
	r, w, err := os.Pipe()
	if err != nil {
		panic(err)
	}
	stderr := os.Stderr
	os.Stderr = w
	log.SetFlags(0)
	log.Print("to the first one")
	slog.Info("so is this")
	log.New(os.Stderr, "", 0).Print("to the second one")
	fmt.Fprintln(os.Stderr, "and this")
	fmt.Println(log.Writer() == stderr, log.Default().Writer() == w)
	w.Close()
	text, err := io.ReadAll(r)
	fmt.Printf("%q %v\n", text, err)
}
