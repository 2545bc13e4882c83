package main

// Bodies that a handler has put away, files of its forms, lengths that it does not want, and chunks of sloppy clients.

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"mime/multipart"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"time"
)

func main() {
	files := make(chan string, 1)
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/nil":
			r.Body = nil
		case "/limited":
			r.Body = http.MaxBytesReader(w, r.Body, 10)
		case "/other":
			r.Body = io.NopCloser(strings.NewReader("other"))
		case "/form":
			if err := r.ParseMultipartForm(0); err != nil {
				fmt.Fprint(w, err)
				return
			}
			f, err := r.MultipartForm.File["file"][0].Open()
			if err != nil {
				fmt.Fprint(w, err)
				return
			}
			defer f.Close()
			name := ""
			if file, ok := f.(*os.File); ok {
				name = file.Name()
			}
			files <- name
			return
		case "/nolength":
			w.Header()["Content-Length"] = nil
			io.WriteString(w, "text")
			return
		case "/read":
			text, err := io.ReadAll(r.Body)
			fmt.Fprintf(w, "%q %v", text, err)
			return
		}
		fmt.Fprint(w, r.RemoteAddr)
	}))
	defer s.Close()
	for _, path := range []string{"/nil", "/limited", "/other"} {
		for _, size := range []int{100, 400_000} {
			var addrs []string
			for range 2 {
				resp, err := s.Client().Post(s.URL+path, "text/plain", bytes.NewReader(make([]byte, size)))
				if err != nil {
					addrs = append(addrs, "failed")
					continue
				}
				text, _ := io.ReadAll(resp.Body)
				resp.Body.Close()
				addrs = append(addrs, string(text))
			}
			fmt.Println(path, size, addrs[0] == addrs[1])
			s.Client().CloseIdleConnections()
		}
	}
	var b bytes.Buffer
	w := multipart.NewWriter(&b)
	part, _ := w.CreateFormFile("file", "name")
	part.Write(make([]byte, 11<<20))
	w.Close()
	resp, err := s.Client().Post(s.URL+"/form", w.FormDataContentType(), &b)
	if err != nil {
		panic(err)
	}
	text, _ := io.ReadAll(resp.Body)
	resp.Body.Close()
	name := <-files
	// It may be removed a moment after the client has the response.
	for range 100 {
		if _, err = os.Stat(name); err != nil {
			break
		}
		time.Sleep(10 * time.Millisecond)
	}
	fmt.Printf("%q %v %v\n", text, name != "", os.IsNotExist(err))
	resp, err = s.Client().Get(s.URL + "/nolength")
	if err != nil {
		panic(err)
	}
	text, _ = io.ReadAll(resp.Body)
	resp.Body.Close()
	fmt.Printf("%q %d %q\n", text, resp.ContentLength, resp.Header["Content-Length"])
	for _, chunks := range []string{
		"3\r\nabc\r\n0\r\n\r\n", "3\nabc\r\n0\r\n\r\n", "3\r\nabc\n0\r\n\r\n", "3\r\nabc\r\n0\n\r\n", "3;x=y\r\nabc\r\n0\r\n\r\n", "3\r\nabcd\r\n0\r\n\r\n", "x\r\nabc\r\n0\r\n\r\n",
	} {
		conn, err := net.Dial("tcp", s.Listener.Addr().String())
		if err != nil {
			panic(err)
		}
		io.WriteString(conn, "POST /read HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"+chunks)
		conn.(*net.TCPConn).CloseWrite()
		resp, err := http.ReadResponse(bufio.NewReader(conn), nil)
		if err != nil {
			fmt.Printf("%q %v\n", chunks, err)
			continue
		}
		text, _ := io.ReadAll(resp.Body)
		fmt.Printf("%q %s %s\n", chunks, resp.Status, text)
		conn.Close()
		_, err = io.ReadAll(must(http.ReadResponse(bufio.NewReader(strings.NewReader("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"+chunks)), nil)).Body)
		fmt.Println(err)
	}
}

func must(r *http.Response, err error) *http.Response {
	if err != nil {
		panic(err)
	}
	return r
}
