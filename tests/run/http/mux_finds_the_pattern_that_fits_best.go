package main

import (
	"fmt"
	"net/http"
	"net/http/httptest"
)

func main() {
	mux := http.NewServeMux()
	for _, p := range []string{"/", "/a", "/a/", "GET /a/{id}", "/a/{id}/b", "/a/{id}/{rest...}", "POST /p", "GET /p", "DELETE /p/{x}", "host.x/h", "/h", "/items/{$}", "/f/{path...}", "/esc/{a}/x", "/lit%2Fs/x", "HEAD /head", "/only/deep/", "CONNECT /con", "/u/{ü}"} {
		mux.HandleFunc(p, func(w http.ResponseWriter, r *http.Request) {
			fmt.Fprintf(w, "[%s] id=%q rest=%q path=%q x=%q a=%q ü=%q pattern=%q", p, r.PathValue("id"), r.PathValue("rest"), r.PathValue("path"), r.PathValue("x"), r.PathValue("a"), r.PathValue("ü"), r.Pattern)
		})
	}
	do := func(mux http.Handler, method, target string) {
		w := httptest.NewRecorder()
		mux.ServeHTTP(w, httptest.NewRequest(method, target, nil))
		fmt.Println(method, target, w.Code, w.Body.String(), w.Header())
	}
	for _, t := range []string{"/", "/zzz", "/a", "/a/", "/a/5", "/a/5/b", "/a/5/c/d", "/a/5/", "/p", "/p/1", "/h", "http://host.x/h", "http://host.x:80/h", "/items/", "/items", "/items/x", "/f/", "/f", "/f/a/b/c", "/esc/a%2Fb/x", "/esc/a b%20/x", "/lit%2Fs/x", "/lit/s/x", "/head", "/only/deep", "/only/deep/x", "/only", "/a//5", "/a/../p", "/./a", "/u/v", "/a/5?q=1", "/only/deep?q=1", "//p?q=2"} {
		for _, m := range []string{"GET", "POST", "HEAD", "DELETE"} {
			func() {
				defer func() {
					if r := recover(); r != nil {
						fmt.Println(m, t, "PANIC")
					}
				}()
				do(mux, m, t)
			}()
		}
	}
	only := http.NewServeMux()
	only.HandleFunc("GET /x", func(w http.ResponseWriter, r *http.Request) {})
	only.HandleFunc("PUT /x", func(w http.ResponseWriter, r *http.Request) {})
	only.HandleFunc("POST /y/{z}", func(w http.ResponseWriter, r *http.Request) {})
	for _, t := range []string{"/x", "/y/1", "/y", "/"} {
		do(only, "DELETE", t)
		do(only, "HEAD", t)
	}
	try := func(ps ...string) {
		defer func() { fmt.Println(ps, recover() != nil) }()
		m := http.NewServeMux()
		for _, p := range ps {
			m.HandleFunc(p, func(http.ResponseWriter, *http.Request) {})
		}
	}
	for _, ps := range [][]string{{"/a", "/a"}, {"/a/{x}", "/a/{y}"}, {"/a/{x}/b", "/a/c/{y}"}, {"GET /a", "/a"}, {"GET /{x}", "/a"}, {"GET /a", "POST /a"}, {"/a/{x...}", "/a/"}, {"h/a", "/a"}, {"/{x}/b", "/a/"}, {"/{$}", "/"}, {"GET /", "/a/{x}"}, {"GET /{x}", "HEAD /a"}, {"/a/{x}", "/a/"}, {"/a/b/", "/a/{x}/c"}, {"/a/{x}", "/a/{$}"},
		{""}, {"a"}, {"/{x"}, {"/x}"}, {"/{}"}, {"/{x}{y}"}, {"/a{x}"}, {"/{x}/{x}"}, {"/{x...}/a"}, {"/{$}/a"}, {"G@T /"}, {"GET  /a"}, {"/{1}"}, {"{h}/a"}, {"GET /a//b"}, {"/a//b"}, {"GET"}, {"/a b"}} {
		try(ps...)
	}
	for _, err := range []string{"/{x", "G@T /", "/a{x}", "/{x}/{x}", "GET /a//b", "/{1}", ""} {
		func() {
			defer func() { fmt.Println(recover()) }()
			http.NewServeMux().HandleFunc(err, func(http.ResponseWriter, *http.Request) {})
		}()
	}
}
