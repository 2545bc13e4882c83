// flags: --preempt=3
package main

import (
	"context"
	"encoding/json"
	"encoding/xml"
	"expvar"
	"fmt"
	"go/format"
	"html"
	"html/template"
	"io"
	"log"
	"mime"
	"net/http"
	"os"
	"regexp"
	"strings"
	"sync"
	"time"
)

// Every first use by 4 goroutines at once, without a warm up. Each must work.
func main() {
	log.SetOutput(io.Discard)
	type T struct {
		A int
		D time.Duration
		M map[string]any
	}
	tests := map[string]func() string{
		"log":      func() string { log.Print("x"); return "" },
		"expvar":   func() string { expvar.Get("cmdline"); return "" },
		"template": func() string { var b strings.Builder; err := template.Must(template.New("a").Parse("<a href='{{.}}'>")).Execute(&b, "x y"); return fmt.Sprint(err, b.String()) },
		"xml":      func() string { b, err := xml.Marshal(struct{ A T2 }{}); return fmt.Sprint(string(b), err) },
		"html":     func() string { return html.UnescapeString("&eacute;") + html.EscapeString("<") },
		"json":     func() string { var v struct{ A any `json:",omitempty"`; B int `json:",string"` }; err := json.Unmarshal([]byte(`{"A":[1,{"x":null}],"B":"2"}`), &v); return fmt.Sprint(v, err) },
		"jsonw":    func() string { b, err := json.Marshal(T{1, 2, map[string]any{"a": time.Unix(0, 0).UTC()}}); return fmt.Sprint(string(b), err) },
		"mime":     func() string { return mime.FormatMediaType("a/b", map[string]string{"c": "é"}) },
		"regexp":   func() string { return regexp.MustCompile(`(?i)[[:alpha:]]\d+\pL`).FindString("a12é") },
		"http":     func() string { return http.DetectContentType([]byte("<html>")) + http.StatusText(404) + http.CanonicalHeaderKey("a-b") },
		"format":   func() string { b, err := format.Source([]byte("package p;var x=1")); return fmt.Sprint(string(b), err) },
		"ctx":      func() string { c, f := context.WithTimeout(context.Background(), 1); <-c.Done(); f(); return c.Err().Error() },
		"date":     func() string { t, err := time.Parse(time.RFC1123Z, "Mon, 02 Jan 2006 15:04:05 -0700"); return fmt.Sprint(t.UTC(), err) },
	}
	bad := map[string]int{}
	var mu sync.Mutex
	for name, f := range tests {
		if o := os.Getenv("ONLY"); o != "" && o != name {
			continue
		}
		var wg sync.WaitGroup
		res := make([]string, 4)
		for g := range 4 {
			wg.Add(1)
			go func() {
				defer wg.Done()
				defer func() {
					if r := recover(); r != nil {
						res[g] = fmt.Sprint("panic ", r)
					}
				}()
				res[g] = f()
			}()
		}
		wg.Wait()
		want := f()
		for _, r := range res {
			if r != want {
				mu.Lock()
				bad[name+": "+r]++
				mu.Unlock()
			}
		}
	}
	for k, v := range bad {
		fmt.Println(v, k)
	}
	if len(bad) > 0 {
		fmt.Println("FAIL")
		os.Exit(1)
	}
	fmt.Println("ok")
}

type T2 struct{ X []string }
