package main

import (
	"fmt"
	"strings"
)

type server struct {
	host string
	port int
	tags []string
}

type option func(*server) error

func port(p int) option {
	return func(s *server) error {
		if p <= 0 {
			return fmt.Errorf("bad port %d", p)
		}
		s.port = p
		return nil
	}
}

func tag(t ...string) option {
	return func(s *server) error { s.tags = append(s.tags, t...); return nil }
}

func newServer(host string, opts ...option) (*server, error) {
	s := &server{host: host, port: 80}
	for _, o := range opts {
		if err := o(s); err != nil {
			return nil, fmt.Errorf("newServer: %w", err)
		}
	}
	return s, nil
}

type handler func(string) string
type middleware func(handler) handler

func chain(h handler, ms ...middleware) handler {
	for i := len(ms) - 1; i >= 0; i-- {
		h = ms[i](h)
	}
	return h
}

func main() {
	s, err := newServer("h", port(8080), tag("a", "b"), tag("c"))
	fmt.Println(*s, err)
	_, err = newServer("h", port(-1))
	fmt.Println(err)
	var log []string
	logging := func(name string) middleware {
		return func(next handler) handler {
			return func(r string) string {
				log = append(log, name+" in")
				defer func() { log = append(log, name+" out") }()
				return next(r)
			}
		}
	}
	h := chain(strings.ToUpper, logging("a"), logging("b"), func(next handler) handler {
		return func(r string) string { return "<" + next(r) + ">" }
	})
	fmt.Println(h("req"), log)
}
