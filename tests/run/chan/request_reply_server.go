package main

import (
	"errors"
	"fmt"
)

type request struct {
	op    string
	key   string
	val   int
	reply chan response
}

type response struct {
	val int
	err error
}

func server(reqs <-chan request) {
	data := map[string]int{}
	for r := range reqs {
		switch r.op {
		case "set":
			data[r.key] = r.val
			r.reply <- response{}
		case "get":
			v, ok := data[r.key]
			if !ok {
				r.reply <- response{err: errors.New("no key " + r.key)}
				continue
			}
			r.reply <- response{val: v}
		default:
			close(r.reply)
		}
	}
}

type client chan<- request

func (c client) do(op, key string, val int) (int, error) {
	r := request{op, key, val, make(chan response)}
	c <- r
	resp, ok := <-r.reply
	if !ok {
		return 0, errors.New("bad op " + op)
	}
	return resp.val, resp.err
}

func main() {
	reqs := make(chan request)
	go server(reqs)
	c := client(reqs)
	fmt.Println(c.do("set", "a", 5))
	fmt.Println(c.do("get", "a", 0))
	fmt.Println(c.do("get", "b", 0))
	fmt.Println(c.do("del", "a", 0))
}
