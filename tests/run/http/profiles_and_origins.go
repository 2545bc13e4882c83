package main

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	_ "net/http/pprof"
	"os"
	"regexp"
	"runtime"
	"runtime/pprof"
	"strings"
)

func get(method, target string) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	http.DefaultServeMux.ServeHTTP(w, httptest.NewRequest(method, target, nil))
	return w
}

func main() {
	for _, target := range []string{"/debug/pprof/nothing", "/debug/pprof/heap?seconds=x", "/debug/pprof/heap?seconds=-1", "/debug/pprof/heap?seconds=1&debug=1", "/debug/pprof/mine?seconds=1", "/debug/pprof/symbol?0x0",
		"/debug/pprof"} {
		w := get("GET", target)
		fmt.Printf("%s %d %q %v\n", target, w.Code, w.Body.String(), w.Header())
	}
	fmt.Println(get("POST", "/debug/pprof/").Code)
	w := get("GET", "/debug/pprof/cmdline")
	fmt.Println(w.Body.String() == strings.Join(os.Args, "\x00"), w.Header())

	mine := pprof.NewProfile("mine")
	for i := range 3 {
		mine.Add(i, 0)
	}
	mine.Remove(1)
	w = get("GET", "/debug/pprof/")
	fmt.Println(w.Code, w.Header())
	for _, name := range []string{"allocs", "block", "cmdline", "goroutine", "heap", "mine", "mutex", "profile", "symbol", "threadcreate", "trace"} {
		fmt.Println(strings.Contains(w.Body.String(), "><a href='"+name+"?debug=1'>"+name+"</a></td></tr>"))
	}
	for _, name := range []string{"mine", "goroutine", "threadcreate", "heap", "allocs", "block", "mutex"} {
		w = get("GET", "/debug/pprof/"+name)
		z, err := gzip.NewReader(w.Body)
		if err != nil {
			fmt.Println(err)
			continue
		}
		b, err := io.ReadAll(z)
		fmt.Println(name, len(b) > 20, err, w.Header())
		w = get("GET", "/debug/pprof/"+name+"?debug=1")
		fmt.Println(w.Header())
	}
	text := get("GET", "/debug/pprof/mine?debug=1").Body.String()
	text = regexp.MustCompile(`0x[0-9a-f]+`).ReplaceAllString(text, "0x")
	lines := strings.Split(text, "\n")
	fmt.Println(lines[0], strings.HasPrefix(lines[1], "2 @ 0x"), strings.Contains(text, "\tmain.main+0x"))
	var b bytes.Buffer
	fmt.Println(pprof.WriteHeapProfile(&b), b.Len() > 20)
	pc, _, _, _ := runtime.Caller(0)
	fmt.Println(strings.Contains(get("GET", fmt.Sprintf("/debug/pprof/symbol?%#x", pc)).Body.String(), " main.main\n"))
	for _, f := range []func(){func() { new(pprof.Profile).Add(1, 0) }, func() { pprof.Lookup("heap").Add(1, 0) }, func() { mine.Add(0, 0) }} {
		func() {
			defer func() { fmt.Println(recover()) }()
			f()
		}()
	}
	n, ok := runtime.GoroutineProfile(nil)
	fmt.Println(n > 0, ok)
	n, ok = runtime.GoroutineProfile(make([]runtime.StackRecord, 100))
	fmt.Println(n > 0, ok)

	// Requests of other sites.
	c := http.NewCrossOriginProtection()
	for _, o := range []string{"https://example.com", "https://example.com/", "example.com", "https://", "https://x?y", "https://x#y", "%", "http://ok:8080"} {
		fmt.Println(o, c.AddTrustedOrigin(o))
	}
	c.AddInsecureBypassPattern("POST /open/{x}")
	c.AddInsecureBypassPattern("/dir/")
	func() {
		defer func() { fmt.Println(recover() != nil) }()
		c.AddInsecureBypassPattern("/dir/")
	}()
	h := c.Handler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { io.WriteString(w, "answered") }))
	try := func() {
		for _, method := range []string{"GET", "HEAD", "OPTIONS", "POST", "PUT"} {
			for _, path := range []string{"/", "/open/5", "/open/5/6", "/dir/x", "/dir"} {
				for _, site := range []string{"", "same-origin", "none", "cross-site", "same-site", "odd"} {
					for _, origin := range []string{"", "https://host", "http://host", "https://host:443", "https://example.com", "null", "http://ok:8080", "https://%"} {
						r := httptest.NewRequest(method, "https://host"+path, nil)
						if site != "" {
							r.Header.Set("Sec-Fetch-Site", site)
						}
						if origin != "" {
							r.Header.Set("Origin", origin)
						}
						w := httptest.NewRecorder()
						h.ServeHTTP(w, r)
						if w.Code != 200 {
							fmt.Println(method, path, site, origin, w.Code, strings.TrimSpace(w.Body.String()), c.Check(r))
						}
					}
				}
			}
		}
	}
	try()
	c.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(418) }))
	r := httptest.NewRequest("POST", "https://host/", nil)
	r.Header.Set("Origin", "https://other")
	for range 2 {
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		fmt.Println(w.Code, w.Body)
		c.SetDenyHandler(nil)
	}
	var zero http.CrossOriginProtection
	fmt.Println(zero.Check(r))
}
