package main

import (
	"fmt"
	"net/url"
)

func main() {
	for _, s := range []string{
		"http://a.b/c?d=e#f", "http://user:pa%20ss@Host:80/a%2fb/c d?x=1&y=2&x=%zz", "mailto:joe@x.y", "//host/path", "///path", "/a/b?q", "a:b", "1a:b", ":x",
		"http://[::1]:80/", "http://[fe80::1%25en0]/x", "http://a b/", "http://a:x/", "http://%zz/", "http://a/%zz", "?", "http://x?", "*", "", "a/b:c", "http://h/ü?ü#ü", "file:///etc/passwd",
		"http://h", "http://h/?a;b", "HTTP://H/", "http://a@b@c/", "http://[::1/", "x:/y", "x:///y", "http://h/a%20b%2Bc+d#g%20h!", "\x01", "http://h:80:90/", "http://a/b c", "http://us er@h/",
	} {
		u, err := url.Parse(s)
		if err != nil {
			fmt.Printf("%q: %v\n", s, err)
		} else {
			fmt.Printf("%q: %q %q %v %q %q %q %q %q %v %v %q req=%q host=%q port=%q q=%v esc=%q\n", s, u.Scheme, u.Opaque, u.User, u.Host, u.Path, u.RawPath, u.RawQuery, u.Fragment, u.ForceQuery, u.OmitHost, u.String(), u.RequestURI(), u.Hostname(), u.Port(), u.Query(), u.EscapedPath())
		}
		u, err = url.ParseRequestURI(s)
		fmt.Println(u, err)
	}
	base, _ := url.Parse("http://a/b/c/d;p?q")
	for _, r := range []string{"g:h", "g", "./g", "g/", "/g", "//g", "?y", "g?y", "#s", "g#s", ";x", "", ".", "./", "..", "../", "../g", "../..", "../../g", "../../../g", "/./g", "/../g", "g.", "..g", "./../g", "g/./h", "g/../h", "http:g", "http://x/../y", "?", "%2f/x"} {
		u, err := base.Parse(r)
		fmt.Println(r, "=>", u, err)
	}
	s := "a b&c=d/e?f+g%h:i@j!k~l'(m)*,;[]#$ü\x00\""
	fmt.Println(url.QueryEscape(s), url.PathEscape(s), (&url.URL{Path: s}).String(), (&url.URL{Fragment: s}).String(), url.UserPassword(s, s), (&url.URL{Host: "a<b>", Scheme: "x"}).String())
	fmt.Println(url.QueryUnescape("a+b%20c%2"))
	fmt.Println(url.PathUnescape("a+b%20c%2x"))
	fmt.Println(url.PathUnescape("a+b%20c"))
	v := url.Values{}
	v.Add("b", "1 2")
	v.Add("a", "&")
	v.Add("b", "=")
	fmt.Println(v.Encode(), v.Get("b"), v.Get("x"), v.Has("a"))
	v.Set("b", "x")
	v.Del("a")
	fmt.Println(v)
	fmt.Println(url.ParseQuery("a=1&b&=2&&c=%zz&a=3;d"))
	for _, e := range [][]string{{"http://h/a/", "b", "../c/"}, {"http://h", "x"}, {"a/b", "../../c"}, {"http://h/a", ""}, {"http://h/a/", ""}, {"http://h/a", "b/"}, {"/", "a"}, {"http://h/a%2fb", "c%2fd"}} {
		fmt.Println(url.JoinPath(e[0], e[1:]...))
	}
	fmt.Println(url.JoinPath("http://[", "a"))
	u := &url.URL{Scheme: "https", User: url.UserPassword("me", "secret"), Host: "x.y", Path: "/a b", RawQuery: "q=1"}
	fmt.Println(u, u.Redacted(), u.IsAbs())
	_, err := url.Parse("http://h/%zz")
	e := err.(*url.Error)
	fmt.Println(e.Op, e.URL, e.Err, e.Timeout(), e.Temporary())
	fmt.Println((&url.URL{Path: "a:b"}).String(), (&url.URL{Path: "//x"}).String(), (&url.URL{Host: "h", Path: "x"}).String())
}
