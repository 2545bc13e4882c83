package main

import (
	"bytes"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing/fstest"
	"time"
)

func show(w *httptest.ResponseRecorder) {
	r := w.Result()
	var keys []string
	for k, v := range r.Header {
		s := strings.Join(v, "|")
		if i := strings.Index(s, "boundary="); i >= 0 {
			s = s[:i]
		}
		keys = append(keys, k+"="+s)
	}
	sort.Strings(keys)
	body := w.Body.String()
	if len(body) > 300 {
		body = fmt.Sprint(len(body))
	}
	fmt.Printf("%d %q %q\n", r.StatusCode, keys, body)
}

func main() {
	mod := time.Date(2024, 5, 6, 7, 8, 9, 10, time.UTC)
	fsys := fstest.MapFS{
		"a.txt": {Data: []byte("hello, world"), ModTime: mod}, "dir/b.html": {Data: []byte("<p>b"), ModTime: mod}, "dir/sub/c": {Data: []byte("\x89PNG\x0d\x0a\x1a\x0a")}, "empty.css": {},
		"with/index.html": {Data: []byte("index"), ModTime: mod}, "x<y>&.json": {Data: []byte("{}")}, "sp ace/ü": {Data: []byte("x")},
	}
	server := http.FileServerFS(fsys)
	get := func(h http.Handler, method, path string, header ...string) {
		r := httptest.NewRequest(method, path, nil)
		for i := 0; i < len(header); i += 2 {
			r.Header.Set(header[i], header[i+1])
		}
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		fmt.Print(method, " ", path, " ", header, " ")
		show(w)
	}
	for _, p := range []string{"/a.txt", "/", "/dir", "/dir/", "/dir/b.html", "/dir/sub/c", "/empty.css", "/with", "/with/", "/with/index.html", "/none", "/a.txt/", "/a.txt/x", "/dir/../a.txt", "/x%3Cy%3E&.json", "/sp%20ace/", "/dir?q=1"} {
		get(server, "GET", p)
	}
	get(server, "HEAD", "/a.txt")
	for _, r := range []string{"bytes=0-4", "bytes=5-", "bytes=-3", "bytes=0-1,3-4", "bytes=100-", "bytes=0-100", "bytes=4-2", "lines=1-2", "bytes=", "bytes=x-", "bytes=0-0,-1,100-200", "bytes=0-11,0-11", "bytes=-0"} {
		get(server, "GET", "/a.txt", "Range", r)
	}
	get(server, "GET", "/empty.css", "Range", "bytes=0-")
	for _, h := range [][]string{{"If-Modified-Since", "Mon, 06 May 2024 07:08:09 GMT"}, {"If-Modified-Since", "Mon, 06 May 2024 07:08:08 GMT"}, {"If-Modified-Since", "bad"}, {"If-Unmodified-Since", "Mon, 06 May 2024 07:08:08 GMT"},
		{"If-None-Match", `"x"`}, {"If-None-Match", `W/"tag"`}, {"If-None-Match", "*"}, {"If-Match", `"tag"`}, {"If-Match", `"other", "tag"`}, {"If-Match", `W/"tag"`}, {"If-Range", `"tag"`, "Range", "bytes=1-2"}, {"If-Range", `"no"`, "Range", "bytes=1-2"}, {"If-Range", "Mon, 06 May 2024 07:08:09 GMT", "Range", "bytes=1-2"}} {
		get(server, "GET", "/a.txt", h...)
		get(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Etag", `"tag"`)
			w.Header().Set("Content-Type", "x/y")
			http.ServeContent(w, r, "name", mod, strings.NewReader("some content"))
		}), "GET", "/", h...)
	}

	// From a disk.
	dir, err := os.MkdirTemp("", "files")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(dir)
	os.WriteFile(filepath.Join(dir, "f.txt"), []byte("on disk"), 0644)
	os.Mkdir(filepath.Join(dir, "d"), 0755)
	os.Chtimes(filepath.Join(dir, "f.txt"), mod, mod)
	disk := http.StripPrefix("/static/", http.FileServer(http.Dir(dir)))
	for _, p := range []string{"/static/f.txt", "/static/none", "/static/f.txt/x", "/static/../../etc/passwd", "/other"} {
		get(disk, "GET", p)
	}
	get(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { http.ServeFile(w, r, filepath.Join(dir, "f.txt")) }), "GET", "/any")
	get(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { http.ServeFile(w, r, filepath.Join(dir, "f.txt")) }), "GET", "/a/../b")
	get(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { http.ServeFileFS(w, r, fsys, "dir/b.html") }), "GET", "/any")
	_, err = http.Dir(dir).Open("../x\x00")
	fmt.Println(err)
	c := &http.Client{Transport: http.NewFileTransportFS(fsys)}
	resp, err := c.Get("file:///a.txt")
	b, err2 := io.ReadAll(resp.Body)
	fmt.Println(resp.Status, string(b), err, err2)

	// Forms with files.
	var body bytes.Buffer
	mw := multipart.NewWriter(&body)
	mw.WriteField("name", "value")
	f, _ := mw.CreateFormFile("file", "x.txt")
	io.WriteString(f, "the content")
	mw.Close()
	form := func(kind string) *http.Request {
		r := httptest.NewRequest("POST", "/?name=query&q=1", bytes.NewReader(body.Bytes()))
		r.Header.Set("Content-Type", kind)
		return r
	}
	r := form(mw.FormDataContentType())
	file, fh, err := r.FormFile("file")
	b, _ = io.ReadAll(file)
	fmt.Println(string(b), fh.Filename, fh.Size, err, r.Form, r.PostForm, r.FormValue("name"), r.PostFormValue("name"))
	_, _, err = r.FormFile("none")
	fmt.Println(err)
	_, err = r.MultipartReader()
	fmt.Println(err)
	r = form(mw.FormDataContentType())
	mr, err := r.MultipartReader()
	p, err2 := mr.NextPart()
	fmt.Println(err, err2, p.FormName())
	_, err = r.MultipartReader()
	fmt.Println(err, r.ParseMultipartForm(1000))
	for _, kind := range []string{"text/plain", "", "multipart/form-data", "application/x-www-form-urlencoded", "multipart/mixed; boundary=x"} {
		r := form(kind)
		fmt.Println(r.ParseMultipartForm(100), r.FormValue("q"))
	}

	// Limits of time.
	slow := http.TimeoutHandler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("X", "y")
		if r.URL.Path == "/slow" {
			<-r.Context().Done()
			time.Sleep(time.Millisecond)
			_, err := w.Write([]byte("late"))
			fmt.Println(err)
			return
		}
		w.WriteHeader(201)
		io.WriteString(w, "in time")
	}), 20*time.Millisecond, "too late")
	get(slow, "GET", "/fast")
	get(slow, "GET", "/slow")
	time.Sleep(20 * time.Millisecond)

	get(http.AllowQuerySemicolons(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, r.FormValue("b")) })), "GET", "/?a=1;b=2")
	for _, s := range []string{"a=b; c=\"d e\"", "", "x", "a b=c", "a=\x01", "n=v;"} {
		cookies, err := http.ParseCookie(s)
		fmt.Println(cookies, err)
	}
}
