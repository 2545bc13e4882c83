package main

import (
	"fmt"
	"net/url"
)

func main() {
	for _, s := range []string{
		"postgres://one:1,two:2/db", "http://one:1,two:2/", "https://1:2:3", "ftp://a:b:1",
		"http://[::1]:80/", "http://[192.168.0.1]/", "http://[fe80::1%25en0]:8080/", "http://[name]/", "http://[1::2::3]/", "http://[::ffff:1.2.3.4]/",
	} {
		u, err := url.Parse(s)
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(u, u.Hostname(), u.Port())
	}
	fmt.Println(url.JoinPath("https://go.dev/", "100%"))
	fmt.Println(url.JoinPath("https://go.dev/", "a", "../b"))
	base, _ := url.Parse("http://x.com/a/b")
	for _, ref := range []string{"//y.com//c", "http://x.com//c", "http://x.com///c/../d", "..", "./e//f", "../../..//g"} {
		u, err := base.Parse(ref)
		fmt.Println(u, err)
	}
	fmt.Println(&url.URL{Scheme: "http", OmitHost: true, Path: "//host/path"})
	v := url.Values{"a": {}, "b": nil, "c": {"x"}}
	fmt.Printf("%#v\n", v.Clone())
}
