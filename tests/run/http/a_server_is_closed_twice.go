package main


import (
	"context"
	"fmt"
	"net"
	"net/http"
	"time"
)

func main() {
	for i := 0; i < 2; i++ {
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			panic(err)
		}
		s := &http.Server{}
		ch := make(chan error, 1)
		go func() { ch <- s.Serve(l) }()
		time.Sleep(50 * time.Millisecond)
		fmt.Println("close:", s.Close() == nil)
		if i == 0 {
			fmt.Println("again:", s.Close() == nil)
		} else {
			fmt.Println("shutdown:", s.Shutdown(context.Background()) == nil)
		}
		fmt.Println("serve:", <-ch)
	}
}
