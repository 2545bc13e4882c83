package main

import (
	"bytes"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/textproto"
	"sort"
	"strings"
	"testing/iotest"
)

func main() {
	for _, ext := range []string{".html", ".css", ".js", ".json", ".png", ".jpg", ".svg", ".gif", ".pdf", ".xml", ".none", "", ".HTML"} {
		fmt.Println(ext, mime.TypeByExtension(ext))
	}
	fmt.Println(mime.AddExtensionType(".zzz", "application/x-zzz; a=b"), mime.TypeByExtension(".ZZZ"), mime.AddExtensionType("zzz", "a/b"), mime.AddExtensionType(".yyy", "bad type"), mime.AddExtensionType(".ttt", "text/ttt"), mime.TypeByExtension(".ttt"))
	fmt.Println(mime.ExtensionsByType("application/x-zzz"))
	fmt.Println(mime.ExtensionsByType("no/such"))

	for _, s := range []string{`text/html; charset=utf-8`, `TEXT/HTML; Charset="UTF-8"; X=y`, `form-data; name="foo"; filename="C:\dev\go\robots.txt"`, `attachment; filename*=UTF-8''%e2%82%ac%20rates`, `x; a*0="one"; a*1=two; a*2*=%20three`,
		`x; a*0*=us-ascii'en'This%20is%20; a*1*=%2a%2a%2afun%2a%2a%2a%20; a*2="isn't it!"`, ``, ` `, `text`, `text/`, `/html`, `text/html;`, `text/html; charset`, `text/html; charset=`, `text/html; =x`, `text/html; a=b; a=c`, `text/html; a=b; A=b`, `a/b c`, `x; q="a\"b\\c"`, `x; q="unclosed`, `x; a=1;;b=2`, `inline; title*=iso-8859-1''x`} {
		t, params, err := mime.ParseMediaType(s)
		keys := []string{}
		for k, v := range params {
			keys = append(keys, fmt.Sprintf("%s=%q", k, v))
		}
		sort.Strings(keys)
		fmt.Printf("%q: %q %v %v\n", s, t, keys, err)
	}
	fmt.Println(mime.FormatMediaType("Text/HTML", map[string]string{"Charset": "utf-8", "b": "a b", "q": `x"y\z`, "u": "grün%*"}), mime.FormatMediaType("a b", nil), mime.FormatMediaType("x", map[string]string{"a b": "c"}), mime.FormatMediaType("x", nil))

	for _, s := range []string{"plain", "François", "¡Hola, señor!", "a=b?c_d é", strings.Repeat("é", 60), ""} {
		fmt.Println(mime.QEncoding.Encode("utf-8", s), mime.BEncoding.Encode("UTF-8", s), mime.QEncoding.Encode("iso-8859-1", s))
	}
	dec := &mime.WordDecoder{CharsetReader: func(charset string, r io.Reader) (io.Reader, error) {
		if charset != "x-upper" {
			return nil, fmt.Errorf("no %s", charset)
		}
		b, err := io.ReadAll(r)
		return strings.NewReader(strings.ToUpper(string(b))), err
	}}
	for _, s := range []string{"=?UTF-8?Q?Fran=C3=A7ois?=", "=?utf-8?b?RnJhbsOnb2lz?=", "=?ISO-8859-1?Q?caf=E9?=", "=?us-ascii?q?a_b=80?=", "=?x-upper?q?abc?=", "=?x-none?q?abc?=", "=?UTF-8?Q?bad=ZZ?=", "=?UTF-8?X?a?=", "plain", "=?UTF-8?Q?", "=?UTF-8?Q?a=?="} {
		w, err := dec.Decode(s)
		h, err2 := dec.DecodeHeader("A " + s + " B")
		fmt.Printf("%q %v %q %v\n", w, err, h, err2)
	}
	fmt.Println(dec.DecodeHeader("=?UTF-8?Q?a?= =?UTF-8?Q?b?=  x =?UTF-8?Q?c?==?UTF-8?Q?d?="))

	// Quoted-printable.
	text := "plain line\nspace at end \ntab\t\ngrün = teuer\r\n" + strings.Repeat("0123456789", 20) + "\x00\x7f"
	for _, binary := range []bool{false, true} {
		var out bytes.Buffer
		w := quotedprintable.NewWriter(&out)
		w.Binary = binary
		for part := text; part != ""; part = part[min(7, len(part)):] {
			w.Write([]byte(part[:min(7, len(part))]))
		}
		fmt.Println(w.Close())
		fmt.Printf("%q\n", out.String())
		b, err := io.ReadAll(quotedprintable.NewReader(iotest.OneByteReader(&out)))
		fmt.Printf("%q %v\n", b, err)
	}
	for _, s := range []string{"", "foo bar", "foo bar=3D", "foo bar=3d", "foo bar=0", "foo bar=ab", "foo bar=0D=0A", " A B        \r\n C ", " A B =\r\n C ", " A B =\n C ", "foo=\nbar", "foo\x00bar", "foo bar\xff", "foo=\n\nbar", "foo=\r\r\n", "foo=", "=", "foo= \nx", "a=\rb", "=\n=\nx"} {
		b, err := io.ReadAll(quotedprintable.NewReader(strings.NewReader(s)))
		fmt.Printf("%q: %q %v\n", s, b, err)
	}

	// Messages of several parts.
	var out bytes.Buffer
	w := multipart.NewWriter(&out)
	fmt.Println(len(w.Boundary()), w.SetBoundary("a b(c)"), w.FormDataContentType(), w.SetBoundary("ends "), w.SetBoundary(""), w.SetBoundary("xyz"), w.FormDataContentType())
	fmt.Println(w.WriteField("name", "value\r\n--xy"), w.WriteField("empty", ""))
	f, err := w.CreateFormFile(`fi"le`, `dir/a "b".txt`)
	fmt.Fprint(f, strings.Repeat("content of the file\n", 10))
	p, err2 := w.CreatePart(textproto.MIMEHeader{"Content-Type": {"text/plain"}, "Content-Disposition": {`form-data; name="qp"`}, "Content-Transfer-Encoding": {"quoted-printable"}})
	fmt.Fprint(p, "gr=C3=BCn=\r\n!")
	_, err3 := f.Write(nil)
	fmt.Println(err, err2, err3, w.Close(), w.SetBoundary("late"))
	message := out.String()
	fmt.Println(message)
	for _, in := range []io.Reader{strings.NewReader(message), iotest.OneByteReader(strings.NewReader(message)), strings.NewReader("preamble\r\n" + message + "epilogue")} {
		r := multipart.NewReader(in, "xyz")
		for {
			p, err := r.NextPart()
			if err != nil {
				fmt.Println(err)
				break
			}
			b, err := io.ReadAll(p)
			fmt.Printf("%q %q %q %v %q\n", p.FormName(), p.FileName(), b, err, p.Header.Get("Content-Type"))
		}
	}
	r := multipart.NewReader(strings.NewReader(message), "xyz")
	form, err := r.ReadForm(1000)
	fmt.Println(err, form.Value, len(form.File))
	for name, list := range form.File {
		for _, fh := range list {
			file, err := fh.Open()
			b, err2 := io.ReadAll(file)
			fmt.Println(name, fh.Filename, fh.Size, err, err2, len(b), file.Close())
		}
	}
	form, err = multipart.NewReader(strings.NewReader(message), "xyz").ReadForm(10)
	for _, list := range form.File {
		file, err := list[0].Open()
		b, _ := io.ReadAll(file)
		fmt.Println(list[0].Size, err, len(b), file.Close())
	}
	fmt.Println(err, form.RemoveAll())
	for _, m := range []string{"", "--xyz\r\n", "--xyz\r\nA: b\r\n\r\ntext", "--xyz\nA: b\n\ntext\n--xyz--\n", "--xyz\r\nA b\r\n\r\ntext\r\n--xyz--", "--xyz--\r\n", "--xyz\r\n\r\n--xyz--", "--xyz\r\n\r\na\r\n--xyzz\r\nb\r\n--xyz\t \r\n\r\nc\r\n--xyz--  \r\n", "nothing", "--xyz\r\n\r\na\r\n--xyz\r\nx"} {
		r := multipart.NewReader(strings.NewReader(m), "xyz")
		fmt.Printf("%q:", m)
		for {
			p, err := r.NextPart()
			if err != nil {
				fmt.Println(" ", err)
				break
			}
			b, err := io.ReadAll(p)
			fmt.Printf(" %v %q %v;", p.Header, b, err)
		}
	}
}
