package main

import (
	"bytes"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"io"
	"strings"
)

func main() {
	encs := []*base64.Encoding{base64.StdEncoding, base64.URLEncoding, base64.RawStdEncoding, base64.RawURLEncoding, base64.StdEncoding.Strict(), base64.StdEncoding.WithPadding('*')}
	for i, e := range encs {
		for n := range 8 {
			b := make([]byte, n)
			for j := range b {
				b[j] = byte(250 + j*37)
			}
			s := e.EncodeToString(b)
			d, err := e.DecodeString(s)
			fmt.Println(i, n, s, e.EncodedLen(n), e.DecodedLen(len(s)), bytes.Equal(b, d), err, string(e.AppendEncode([]byte("x"), b)))
		}
		for _, s := range []string{"", "a", "ab", "abc", "abcd", "ab==", "abc=", "ab=", "a===", "====", "=", "ab==c", "abcde", "ab\nc\r\nd", "ab=\n=", "ab==\n", "ab==\n\nx", "a b", "abc*", "ab**", "-_-_", "+/+/", "YWJj!", "YR==", "YWJ=", "YWJj\nZGVm", "\n", "abcd=", "abc=d"} {
			d, err := e.DecodeString(s)
			fmt.Printf("%d %q %q %v\n", i, s, d, err)
		}
	}
	var out strings.Builder
	w := base64.NewEncoder(base64.StdEncoding, &out)
	for _, part := range []string{"a", "bc", "defg", "", "hijklmnop"} {
		w.Write([]byte(part))
	}
	w.Close()
	fmt.Println(out.String())
	for _, s := range []string{out.String(), out.String()[:10] + "\r\n" + out.String()[10:], "YWJj!", "YWJ", "", "YQ=="} {
		b, err := io.ReadAll(base64.NewDecoder(base64.StdEncoding, strings.NewReader(s)))
		fmt.Printf("%q %v\n", b, err)
		b, err = io.ReadAll(base64.NewDecoder(base64.StdEncoding, iotest(s)))
		fmt.Printf("%q %v\n", b, err)
	}
	func() {
		defer func() { fmt.Println(recover()) }()
		base64.NewEncoding("short")
	}()
	for _, s := range []string{"", "00", "0aFf", "0", "0g", "zz", "abc", "ab c"} {
		b, err := hex.DecodeString(s)
		fmt.Printf("%q %x %v\n", s, b, err)
		r, err := io.ReadAll(hex.NewDecoder(iotest(s)))
		fmt.Printf("%q %v\n", r, err)
	}
	fmt.Println(hex.EncodeToString([]byte("hello\x00\xff")), hex.EncodedLen(3), hex.DecodedLen(7), string(hex.AppendEncode([]byte("x"), []byte{1, 2})))
	for _, n := range []int{0, 1, 8, 9, 16, 17, 40} {
		fmt.Print(hex.Dump([]byte(strings.Repeat("go\x01 \x7f~", 8)[:n])))
	}
	d := hex.Dumper(&out)
	out.Reset()
	io.WriteString(d, "abc")
	io.WriteString(d, "defghijklmnopqrs")
	d.Close()
	_, err := d.Write(nil)
	fmt.Print(out.String(), err, "\n")
	hex.NewEncoder(&out).Write([]byte("!"))
	fmt.Println(out.String()[len(out.String())-2:])
}

func iotest(s string) io.Reader { return &one{s} }

type one struct{ s string }

func (o *one) Read(p []byte) (int, error) {
	if o.s == "" {
		return 0, io.EOF
	}
	n := copy(p[:1], o.s)
	o.s = o.s[n:]
	return n, nil
}
