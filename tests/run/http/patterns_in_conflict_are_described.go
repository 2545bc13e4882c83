// What is said of patterns of which neither goes before the other.
package main

import (
	"fmt"
	"net/http"
	"path/filepath"
	"regexp"
)

var at = regexp.MustCompile(`registered at (\S+):(\d+)`)

func main() {
	for _, c := range [][2]string{
		{"GET /items/{id}", "GET /items/{id}"},
		{"/a/{x}", "/a/{y}"},
		{"GET /files/{path...}", "/files/{a}/x"},
		{"/b/{x}/c", "/b/d/{y}"},
		{"/{x}/c", "/b/{y...}"},
		{"POST /", "/x"},
		{"/h/{$}", "/h/{x...}"},
		{"/q/", "/q/{x...}"},
		{"GET /z", "HEAD /{a}"},
		{"h.com/{x}/a", "h.com/b/{y}"},
		{"/a/{x}/{y...}", "/{p}/b/{q...}"},
		{"/a/{x}/", "/{p}/b/"},
		{"GET /a/{x}", "/{y}/b"},
		{"/a/b/{x...}", "/a/{y}/c/d"},
		{"/{x}/{$}", "/a/{y...}"},
		{"/{x}/b/{$}", "/a/{y}/{$}"},
		{"/{x}", "/{$}"},
		{"GET /", "/foo/{x...}"},
		{"/e%2Fx/{x}", "/{y}/b%20c"},
		{"/u/{a}/{b}/z", "/u/x/{c}/{d...}"},
	} {
		func() {
			defer func() {
				if r := recover(); r != nil {
					s := fmt.Sprint(r)
					for _, m := range at.FindAllStringSubmatch(s, -1) {
						fmt.Print(filepath.Base(m[1]), ":", m[2], " ")
					}
					fmt.Printf("%T\n%s\n", r, at.ReplaceAllString(s, "AT"))
				}
			}()
			mux := http.NewServeMux()
			mux.HandleFunc(c[0], func(http.ResponseWriter, *http.Request) {})
			mux.Handle(c[1], http.NotFoundHandler())
			fmt.Println(c, "ok")
		}()
	}
}
