package main

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
)

func main() {
	handle := func(h http.HandlerFunc) *http.Response {
		w := httptest.NewRecorder()
		h(w, httptest.NewRequest("GET", "/", nil))
		return w.Result()
	}
	r := handle(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Trailer", "A, b,Content-Type, Missing")
		io.WriteString(w, "text")
		w.Header().Set("A", "1")
		w.Header().Set("B", "2")
		w.Header().Set("C", "3")
		w.Header().Set(http.TrailerPrefix+"D", "4")
	})
	fmt.Println(r.Header, r.Trailer)
	r = handle(func(w http.ResponseWriter, r *http.Request) {})
	fmt.Println(r.Header, r.Trailer == nil)
	for _, code := range []int{204, 304, 200} {
		r = handle(func(w http.ResponseWriter, r *http.Request) {
			w.WriteHeader(code)
			fmt.Println(w.Write([]byte("x")))
			fmt.Println(io.WriteString(w, "y"))
		})
		text, err := io.ReadAll(r.Body)
		fmt.Println(r.Status, string(text), err)
	}
}
