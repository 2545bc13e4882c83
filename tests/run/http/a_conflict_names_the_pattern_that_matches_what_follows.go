package main

import (
	"fmt"
	"net/http"
	"strings"
)

func main() {
	mux := http.NewServeMux()
	add := func(pattern string) {
		defer func() {
			if r := recover(); r != nil {
				_, with, _ := strings.Cut(fmt.Sprint(r), "conflicts with pattern ")
				text, _, _ := strings.Cut(with, " (registered")
				fmt.Println(pattern, "conflicts with", text)
			}
		}()
		mux.HandleFunc(pattern, func(http.ResponseWriter, *http.Request) {})
	}
	for _, p := range []string{"GET /kv/{key}", "/files/{rest...}", "PUT /kv/{key}", "/img/", "GET /{a}/x", "GET /kv/{id}", "/{any}/x/{$}"} {
		add(p)
	}
}
