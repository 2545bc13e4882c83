package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"reflect"
	"syscall"
	"unique"
)

type bytes []byte

func main() {
	// Bytes are printed one by one with verbs that they do not have.
	fmt.Printf("%w %w %w %w\n", []byte("by"), []byte(nil), bytes("x"), [2]byte{1, 2})
	fmt.Println(fmt.Errorf("%w", []byte("by")))

	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGUSR2)
	defer stop()
	fmt.Println(ctx)
	sub, cancel := context.WithCancel(ctx)
	fmt.Println(sub)
	stop()
	<-sub.Done()
	cancel()
	none, stop := signal.NotifyContext(sub)
	fmt.Println(none)
	stop()

	m := reflect.TypeFor[error]().Method(5)
	fmt.Println(m.Name, m.Type)

	defer func() { fmt.Println(recover()) }()
	unique.Make[any]([]int{})
}
