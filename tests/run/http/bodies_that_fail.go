// A body that fails, or is not as long as was said, fails the request.
package main

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"errors"
	"time"
)

type bad struct{ n int }

func (b *bad) Read(p []byte) (int, error) {
	if b.n--; b.n >= 0 {
		return copy(p, "part"), nil
	}
	return 0, errors.New("body broke")
}

func main() {
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		b, err := io.ReadAll(r.Body)
		fmt.Fprint(w, string(b), err)
	}))
	do := func(n int64, body io.Reader) {
		r, _ := http.NewRequest("POST", s.URL, body)
		r.ContentLength = n
		done := make(chan string)
		go func() {
			rs, err := http.DefaultClient.Do(r)
			if err != nil {
				done <- strings.ReplaceAll(err.Error(), s.URL, "URL")
				return
			}
			b, err := io.ReadAll(rs.Body)
			done <- fmt.Sprint(string(b), err)
		}()
		select {
		case s := <-done:
			fmt.Println(s)
		case <-time.After(3 * time.Second):
			fmt.Println("stuck")
		}
	}
	do(10, strings.NewReader("abc"))
	do(2, strings.NewReader("abcdef"))
	do(3, strings.NewReader("abc"))
	do(0, strings.NewReader("abc"))
	do(-1, strings.NewReader("abc"))
	do(-1, &bad{2})
	do(4, &bad{1})
	do(0, &bad{0})
	s.Close()
}
