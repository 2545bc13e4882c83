// Which requests a CrossOriginProtection refuses.
package main

import (
	"fmt"
	"net/http"
	"net/http/httptest"
)

func main() {
	c := http.NewCrossOriginProtection()
	for _, o := range []string{"https://trusted.example", "https://other.example:8443", "no-scheme", "https://", "https://h/path", "https://h?q", "https://h#f", "https://h/", ":bad", "null", "//host"} {
		fmt.Println(o, c.AddTrustedOrigin(o))
	}
	c.AddInsecureBypassPattern("/hook/{id}")
	c.AddInsecureBypassPattern("PUT /put/")
	h := c.Handler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, "ok") }))
	for _, t := range []struct{ method, url, site, origin string }{
		{"GET", "https://me.example/", "cross-site", "https://evil.example"},
		{"HEAD", "https://me.example/", "cross-site", ""},
		{"POST", "https://me.example/", "", ""},
		{"POST", "https://me.example/", "same-origin", "https://evil.example"},
		{"POST", "https://me.example/", "none", ""},
		{"POST", "https://me.example/", "same-site", ""},
		{"POST", "https://me.example/", "cross-site", ""},
		{"POST", "https://me.example/", "cross-site", "https://me.example"},
		{"POST", "https://me.example/", "cross-site", "https://trusted.example"},
		{"POST", "https://me.example/", "", "https://me.example"},
		{"POST", "https://me.example/", "", "http://me.example"},
		{"POST", "https://me.example:444/", "", "https://me.example"},
		{"POST", "https://me.example/", "", "https://evil.example"},
		{"POST", "https://me.example/", "", "https://other.example:8443"},
		{"POST", "https://me.example/", "", "https://other.example"},
		{"POST", "https://me.example/", "", "null"},
		{"POST", "https://me.example/", "", "::bad"},
		{"POST", "https://me.example/hook/5", "cross-site", "https://evil.example"},
		{"POST", "https://me.example/hook/", "cross-site", "https://evil.example"},
		{"PUT", "https://me.example/put/x", "", "https://evil.example"},
		{"PATCH", "https://me.example/put/x", "", "https://evil.example"},
		{"PUT", "https://me.example/put", "", "https://evil.example"},
	} {
		r := httptest.NewRequest(t.method, t.url, nil)
		if t.site != "" {
			r.Header.Set("Sec-Fetch-Site", t.site)
		}
		if t.origin != "" {
			r.Header.Set("Origin", t.origin)
		}
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		fmt.Printf("%v %v %d %q\n", t, c.Check(r), w.Code, w.Body)
	}
	c.SetDenyHandler(http.RedirectHandler("/denied", 303))
	r := httptest.NewRequest("POST", "https://me.example/", nil)
	r.Header.Set("Origin", "https://evil.example")
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	fmt.Println(w.Code, w.Header().Get("Location"))
	for _, e := range []error{http.ErrMissingContentLength, http.ErrUnexpectedTrailer, http.ErrWriteAfterFlush, http.ErrHeaderTooLong, http.ErrShortBody} {
		fmt.Printf("%T %v\n", e, e)
	}
}
