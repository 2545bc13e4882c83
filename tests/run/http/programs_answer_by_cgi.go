package main

import (
	"bytes"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/http/cgi"
	"net/http/httptest"
	"os"
	"path/filepath"
	"sort"
	"strings"
)

const script = `#!/bin/sh
case "$PATH_INFO" in
/env) printf 'Content-Type: text/plain\r\n\r\n'; env | grep -v '^PATH=\|^PWD=\|^OLDPWD=\|^_=\|^SHLVL=' | sort; echo "args $*"; echo "dir $(basename "$(pwd)")";;
/body) printf 'Content-Type: text/plain\nX-A: 1\nX-A:  2 \n\n'; cat;;
/status) printf 'Status: 404 Not here\nContent-Type: text/x\n\nnone';;
/short) printf 'Status: 4\n\n';;
/odd) printf 'Status: abc\n\n';;
/location) printf 'Location: https://example.com/\n\n';;
/local) printf 'Location: /elsewhere\n\n';;
/created) printf 'Status: 201\nLocation: /x y\n\n';;
/notype) printf 'X-A: 1\n\nbody';;
/nothing) ;;
/blank) printf '\n\n';;
/noblank) printf 'Content-Type: a/b\n';;
/bogus) printf 'bogus\nbad name: x\n: y\nContent-Type: a/b\n\nok';;
/long) printf 'X: '; head -c 5000 /dev/zero | tr '\0' x; printf '\n\n';;
/stderr) echo complaint >&2; printf 'Content-Type: a/b\n\n';;
esac
`

func main() {
	dir, _ := os.MkdirTemp("", "cgi")
	defer os.RemoveAll(dir)
	os.Mkdir(filepath.Join(dir, "bin"), 0o777)
	path := filepath.Join(dir, "bin", "prog.sh")
	os.WriteFile(path, []byte(script), 0o777)
	os.Setenv("GIVEN", "from here")
	os.Setenv("NOT_GIVEN", "no")
	os.Unsetenv("LD_LIBRARY_PATH")
	var logged, complaints bytes.Buffer
	h := &cgi.Handler{Path: path, Root: "/cgi/", Logger: log.New(&logged, "", 0), Stderr: &complaints, Args: []string{"a", "b"}, Env: []string{"EXTRA=1", "SERVER_SOFTWARE=mine", "EXTRA=2"}, InheritEnv: []string{"GIVEN", "NONE"}}
	try := func(r *http.Request) {
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		fmt.Printf("%s %d %q %s", r.URL, w.Code, w.Body, strings.ReplaceAll(logged.String(), dir, "DIR"))
		var fields []string
		for k, v := range w.Header() {
			fields = append(fields, fmt.Sprint(k, v))
		}
		sort.Strings(fields)
		fmt.Println(fields)
		logged.Reset()
	}
	r := httptest.NewRequest("GET", "http://example.com:8080/cgi/env?q=1&r=a+b", nil)
	r.Header.Add("X-Some-Field", "one")
	r.Header.Add("X-Some-Field", "two")
	r.Header.Add("Cookie", "a=1")
	r.Header.Add("Cookie", "b=2")
	r.Header.Set("Proxy", "evil")
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	fmt.Print(strings.ReplaceAll(w.Body.String(), dir, "DIR"))
	r = httptest.NewRequest("POST", "http://example.com/cgi/env", strings.NewReader("text"))
	r.Header.Set("Content-Type", "text/plain")
	r.RemoteAddr = "somewhere"
	h.Dir = dir
	w = httptest.NewRecorder()
	h.ServeHTTP(w, r)
	fmt.Print(strings.ReplaceAll(strings.ReplaceAll(w.Body.String(), dir, "DIR"), filepath.Base(dir), "BASE"))
	h.Dir = ""
	try(httptest.NewRequest("POST", "/cgi/body", strings.NewReader("what is sent")))
	for _, p := range strings.Fields("status short odd location local created notype nothing blank noblank bogus long stderr") {
		try(httptest.NewRequest("GET", "/cgi/"+p, nil))
	}
	fmt.Printf("%q\n", complaints.String())
	h.PathLocationHandler = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, "here ", r.Method, " ", r.URL, " ", r.RemoteAddr)
	})
	try(httptest.NewRequest("POST", "/cgi/local", nil))
	r = httptest.NewRequest("POST", "/cgi/body", nil)
	r.TransferEncoding = []string{"chunked"}
	try(r)
	h.Path = filepath.Join(dir, "none")
	try(httptest.NewRequest("GET", "/cgi/x", nil))

	// The other side.
	base := map[string]string{"REQUEST_METHOD": "GET", "SERVER_PROTOCOL": "HTTP/1.1", "HTTP_HOST": "example.com", "HTTP_X_Y": "z", "REQUEST_URI": "/a?b=c", "CONTENT_LENGTH": "7", "CONTENT_TYPE": "text/xml",
		"HTTP_USER_AGENT": "me", "REMOTE_ADDR": "1.2.3.4", "REMOTE_PORT": "55"}
	for _, change := range []map[string]string{{}, {"REQUEST_METHOD": ""}, {"SERVER_PROTOCOL": "x"}, {"SERVER_PROTOCOL": "INCLUDED"}, {"CONTENT_LENGTH": "x"}, {"HTTP_HOST": ""}, {"REQUEST_URI": "", "SCRIPT_NAME": "/s", "PATH_INFO": "/p", "QUERY_STRING": "q"},
		{"REQUEST_URI": "%zz"}, {"REQUEST_URI": "%zz", "HTTP_HOST": ""}, {"REMOTE_PORT": "", "REMOTE_ADDR": "::1"}} {
		m := map[string]string{}
		for k, v := range base {
			m[k] = v
		}
		for k, v := range change {
			m[k] = v
		}
		r, err := cgi.RequestFromMap(m)
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(r.Method, r.Proto, r.ProtoMajor, r.ProtoMinor, r.URL, r.Host, r.Header, r.ContentLength, r.RemoteAddr, r.Close, r.Body == nil)
	}
	os.Clearenv()
	_, err := cgi.Request()
	fmt.Println(err, cgi.Serve(nil))
	for k, v := range base {
		os.Setenv(k, v)
	}
	err = cgi.Serve(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("X-Z", "1")
		w.WriteHeader(418)
		io.WriteString(w, "<html>answer "+r.URL.String())
		w.(http.Flusher).Flush()
	}))
	fmt.Println(err)
	fmt.Println(cgi.Serve(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {})))
}
