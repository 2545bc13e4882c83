package main

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
)

func main() {
	mux := http.NewServeMux()
	h := func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintf(w, "%s | id=%q rest=%q x=%q | %s", r.Pattern, r.PathValue("id"), r.PathValue("rest"), r.PathValue("x"), r.URL.EscapedPath())
	}
	for _, p := range []string{"/a/{id}", "/a/b%2Fc", "/b/{rest...}", "/c%20d/", "/e/{x}/f", "GET /g/{id}/", "/h/{$}", "/h/{x}", "/%7Bz%7D", "example.com/i/", "/j//k", "/l/%2F/m", "/n%2Fo/{x}"} {
		func() {
			defer func() {
				if e := recover(); e != nil {
					fmt.Println("panic:", p, e)
				}
			}()
			mux.HandleFunc(p, h)
		}()
	}
	for _, m := range []string{"GET", "POST"} {
		for _, t := range []string{"/a/b%2Fc", "/a/b%2fc", "/a/b/c", "/a/x%2Fy", "/a/x%252Fy", "/a/%2F", "/b/x%2Fy/z", "/b/", "/b", "/c d/", "/c%20d/e", "/c%20d", "/e/%2F/f", "/e/a%2Fb/f", "/g/1", "/g/1%2F2", "/g/1%2F2/", "/g/1/../2/", "/h/", "/h", "/h/x", "/h/%2F", "/{z}", "/%7bz%7d", "/i/", "/j//k", "/j/k", "/l/%2F/m", "/l///m", "/n%2Fo/1", "/n/o/1", "//a/x", "/a/./x", "/a/%2e%2e/x", "/a/%2E", "/a/b%2Fc?q=1", "/g/1?q=%2F", "/b/a//b", "/b/a/../b%2Fc"} {
			r, err := http.NewRequest(m, "http://h"+t, nil)
			if err != nil {
				fmt.Println(t, err)
				continue
			}
			r.RequestURI = t
			w := httptest.NewRecorder()
			mux.ServeHTTP(w, r)
			fmt.Println(m, t, w.Code, w.Header().Get("Location"), w.Header().Get("Allow"), w.Body.String())
			_, p := mux.Handler(r)
			fmt.Println("   ", p)
		}
	}
	_ = url.Parse
	s := http.StripPrefix("/pre%2Ffix", http.HandlerFunc(h))
	s2 := http.StripPrefix("/pre/fix", http.HandlerFunc(h))
	for _, t := range []string{"/pre%2Ffix/x", "/pre/fix/x%2Fy", "/pre/fix/x", "/pre%2Ffix/x%2Fy", "/pre/fi", "/pre%2Ffix"} {
		for _, s := range []http.Handler{s, s2} {
			w := httptest.NewRecorder()
			s.ServeHTTP(w, httptest.NewRequest("GET", t, nil))
			fmt.Println(t, w.Code, w.Body.String())
		}
	}
}
