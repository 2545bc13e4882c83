package main

import (
	"fmt"
	"net/http"
	"net/http/httptest"
)

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /items/{$}", func(w http.ResponseWriter, r *http.Request) {})
	mux.HandleFunc("POST /dir/", func(w http.ResponseWriter, r *http.Request) {})
	for _, p := range []string{"/items", "/items/", "/dir", "/dir/", "/dir/x"} {
		rec := httptest.NewRecorder()
		mux.ServeHTTP(rec, httptest.NewRequest("GET", p, nil))
		fmt.Println(p, rec.Code, rec.Header()["Allow"])
	}
}
