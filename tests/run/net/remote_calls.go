package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"net/rpc"
	"net/rpc/jsonrpc"
	"os"
	"strings"
	"sync"
)

type Args struct{ A, B int }

type Quotient struct{ Quo, Rem int }

type Arith int

func (t *Arith) Multiply(args *Args, reply *int) error {
	*reply = args.A * args.B
	return nil
}

func (t *Arith) Divide(args Args, quo *Quotient) error {
	if args.B == 0 {
		return errors.New("divide by zero")
	}
	quo.Quo, quo.Rem = args.A/args.B, args.A%args.B
	return nil
}

func (t *Arith) Words(text string, reply *map[string]int) error {
	for _, word := range strings.Fields(text) {
		(*reply)[word]++
	}
	return nil
}

func (t *Arith) notCalled(args Args, reply *int) error { return nil }
func (t *Arith) Wrong(args Args) error                 { return nil }

type none struct{}

type Empty struct{}

type ByPointer struct{}

func (*ByPointer) M(a int, r *int) error { return nil }

func calls(c *rpc.Client) {
	var product int
	fmt.Println(c.Call("Arith.Multiply", &Args{7, 8}, &product), product)
	var q Quotient
	fmt.Println(c.Call("Arith.Divide", Args{17, 5}, &q), q)
	err := c.Call("Arith.Divide", Args{1, 0}, &q)
	_, isServer := err.(rpc.ServerError)
	fmt.Println(err, isServer)
	var words map[string]int
	fmt.Println(c.Call("Arith.Words", "a b a", &words), words)
	fmt.Println(c.Call("Arith.Missing", 1, nil))
	fmt.Println(c.Call("Other.Missing", 1, nil))
	fmt.Println(c.Call("noDot", 1, nil))
	fmt.Println(c.Call("Arith.Wrong", 1, nil))
	var wg sync.WaitGroup
	sums := make([]int, 20)
	for i := range sums {
		wg.Go(func() { c.Call("Arith.Multiply", Args{i, i}, &sums[i]) })
	}
	wg.Wait()
	fmt.Println(sums)
	done := make(chan *rpc.Call, 1)
	call := c.Go("Arith.Multiply", Args{3, 4}, &product, done)
	fmt.Println(<-done == call, call.Error, product, call.ServiceMethod)
	fmt.Println(c.Close(), c.Close())
	fmt.Println(c.Call("Arith.Multiply", Args{1, 1}, &product))
}

func main() {
	log.SetOutput(os.Stdout)
	log.SetFlags(0)
	fmt.Println(rpc.Register(new(Arith)))
	fmt.Println(rpc.Register(new(Arith)))
	fmt.Println(rpc.Register(none{}))
	fmt.Println(rpc.Register(Empty{}))
	fmt.Println(rpc.Register(ByPointer{}))
	fmt.Println(rpc.RegisterName("Named", &ByPointer{}))

	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	go func() {
		for {
			conn, err := l.Accept()
			if err != nil {
				return
			}
			go rpc.ServeConn(conn)
		}
	}()
	c, err := rpc.Dial("tcp", l.Addr().String())
	fmt.Println(err)
	calls(c)
	l.Close()

	a, b := net.Pipe()
	go jsonrpc.ServeConn(a)
	calls(jsonrpc.NewClient(b))

	// As it is on the wire.
	a, b = net.Pipe()
	go jsonrpc.ServeConn(a)
	r := bufio.NewReader(b)
	for _, line := range []string{
		`{"method": "Arith.Multiply", "params": [{"A": 2, "B": 3}], "id": "x"}`,
		`{"method": "Arith.Multiply", "id": 5}`,
		`{"method": "Arith.Divide", "params": [{"A": 2}], "id": null}`,
		`{"method": "Nothing.There", "params": [], "id": [1]}`,
	} {
		fmt.Fprintln(b, line)
		answer, err := r.ReadString('\n')
		fmt.Print(answer)
		if err != nil {
			fmt.Println(err)
		}
	}
	b.Close()

	rpc.HandleHTTP()
	server := httptest.NewServer(http.DefaultServeMux)
	c, err = rpc.DialHTTP("tcp", server.Listener.Addr().String())
	fmt.Println(err)
	calls(c)
	resp, err := http.Get(server.URL + rpc.DefaultRPCPath)
	fmt.Println(resp.Status, err)
	text, _ := io.ReadAll(resp.Body)
	fmt.Printf("%s", text)
	_, err = rpc.DialHTTPPath("tcp", server.Listener.Addr().String(), "/none")
	fmt.Println(strings.Replace(err.Error(), server.Listener.Addr().String(), "ADDR", 1))
}
