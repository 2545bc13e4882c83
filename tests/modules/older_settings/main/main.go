// A module of an older version: its programs behave as they did then, but for what lines say.

//go:debug httplaxcontentlength=0
package main

import (
	"fmt"
	"math/rand"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
)

func main() {
	// Without a seed the first numbers are those of the seed 1, and with one those of that.
	fmt.Println(rand.Intn(1000), rand.Int63n(1000), rand.Float64(), rand.Perm(5))
	rand.Seed(42)
	fmt.Println(rand.Intn(1000), rand.Int31n(1000), rand.Float32(), rand.Uint32(), rand.Int())
	r := rand.New(rand.NewSource(42))
	fmt.Println(r.Intn(1000), r.Int31n(1000), r.Float32(), r.Uint32(), r.Int())
	rand.Seed(7)
	rand.Shuffle(5, func(i, j int) { fmt.Print(i, j, " ") })
	p := make([]byte, 5)
	rand.Read(p)
	fmt.Println(p, rand.NormFloat64(), rand.ExpFloat64(), rand.Uint64())

	func() {
		defer func() { fmt.Println("recovered:", recover()) }()
		panic(nil)
	}()
	func() {
		defer func() {
			defer func() { fmt.Println("and again:", recover()) }()
			panic(recover())
		}()
		var err error
		panic(err)
	}()

	mux := http.NewServeMux()
	say := func(text string) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, text, r.URL.Path) }
	}
	mux.Handle("/items/{id}", say("braces"))
	mux.Handle("GET /items", say("a method"))
	mux.Handle("/below/", say("below"))
	mux.Handle("/", say("root"))
	mux.Handle("example.org/here", say("host"))
	mux.Handle("noslash", say("never"))
	mux.Handle("without.slash", say("never"))
	for _, url := range []string{"/items/1", "/items/%7Bid%7D", "/items", "/below/x/y", "/below", "http://example.org/here", "/here"} {
		w := httptest.NewRecorder()
		mux.ServeHTTP(w, httptest.NewRequest("GET", url, nil))
		fmt.Print(w.Code, " ", w.Body)
	}
	func() {
		defer func() { fmt.Println(recover()) }()
		mux.Handle("/below/", say("twice"))
	}()

	u, err := url.Parse("http://a:b:80/")
	fmt.Println(u, err)

	os.Setenv("GODEBUG", "randseednop=1")
	rand.Seed(42)
	n := rand.Intn(1000)
	os.Setenv("GODEBUG", "randseednop=0")
	rand.Seed(42)
	fmt.Println(n, rand.Intn(1000))
}
