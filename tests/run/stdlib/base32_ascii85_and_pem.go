package main

import (
	"bytes"
	"encoding/ascii85"
	"encoding/base32"
	"encoding/pem"
	"fmt"
	"io"
	"strings"
	"testing/iotest"
)

func main() {
	encodings := []*base32.Encoding{base32.StdEncoding, base32.HexEncoding, base32.StdEncoding.WithPadding(base32.NoPadding), base32.StdEncoding.WithPadding('*')}
	text := "any carnal pleasure."
	for i := range len(text) + 1 {
		for _, e := range encodings {
			s := e.EncodeToString([]byte(text[:i]))
			back, err := e.DecodeString(s)
			fmt.Print(s, " ", string(back) == text[:i], " ", err, " ", e.EncodedLen(i), " ", e.DecodedLen(len(s)), "; ")
		}
		fmt.Println()
	}
	for _, s := range []string{"!!!!", "x===", "AA=A====", "AAA=AAAA", "MMMMMMMMM", "MMMMMM", "A=", "AA=", "AA==", "AA===", "AA====", "AA=====", "AA======", "AA=======", "A=======", "AAA=====", "AAAA====", "AAAAA===",
		"AAAAAA==", "AAAAAAA=", "AAAAAAAA", "A=======A", "AA======A", "MZXW6YTBOI======\n", "MZXW\r\n6YTB\nOI======", "MZXW6YTB=", "MZXW6YTB========", "mzxw6ytb", "AAAA AAAA", "=", "========"} {
		for _, e := range encodings {
			b, err := e.DecodeString(s)
			fmt.Printf("%q %q %v; ", s, b, err)
			r, err := io.ReadAll(base32.NewDecoder(e, strings.NewReader(s)))
			fmt.Printf("%q %v\n", r, err)
		}
	}
	var out bytes.Buffer
	w := base32.NewEncoder(base32.StdEncoding, &out)
	for i := range text {
		w.Write([]byte(text[i : i+1]))
	}
	fmt.Println(w.Close(), out.String())
	r, err := io.ReadAll(base32.NewDecoder(base32.StdEncoding, iotest.OneByteReader(&out)))
	fmt.Printf("%q %v\n", r, err)
	fmt.Printf("%s %s\n", base32.HexEncoding.AppendEncode([]byte("x:"), []byte("foo")), base32.StdEncoding.AppendEncode(nil, nil))
	fmt.Println(base32.StdEncoding.AppendDecode([]byte("x:"), []byte("MZXW6===")))

	// Four bytes as five characters.
	for _, s := range []string{"", "a", "ab", "abc", "abcd", "abcde", "\x00\x00\x00\x00", "\x00\x00\x00", "\x00\x00\x00\x00\x00", "Man is distinguished, not only by his reason"} {
		dst := make([]byte, ascii85.MaxEncodedLen(len(s)))
		n := ascii85.Encode(dst, []byte(s))
		back := make([]byte, 2*len(s)+8)
		m, used, err := ascii85.Decode(back, dst[:n], true)
		fmt.Printf("%q %q %d %d %v %v\n", s, dst[:n], n, used, err, string(back[:m]) == s)
	}
	for _, s := range []string{"v", "!", "!!", "!!!z", "z z", "9jqo^ BlbD", "9jqo^v", "~>", "9jqo"} {
		back := make([]byte, 100)
		for _, flush := range []bool{true, false} {
			m, used, err := ascii85.Decode(back, []byte(s), flush)
			fmt.Printf("%q %q %d %v; ", s, back[:m], used, err)
		}
		r, err := io.ReadAll(ascii85.NewDecoder(iotest.OneByteReader(strings.NewReader(s))))
		fmt.Printf("%q %v\n", r, err)
	}
	out.Reset()
	w = ascii85.NewEncoder(&out)
	for i := range text {
		w.Write([]byte(text[i : i+1]))
	}
	fmt.Println(w.Close(), out.String())

	// Blocks.
	block := &pem.Block{Type: "THING", Bytes: bytes.Repeat([]byte("0123456789"), 10), Headers: map[string]string{"Zeta": "last", "Alpha": "first", "Proc-Type": "4,ENCRYPTED"}}
	var file bytes.Buffer
	fmt.Println(pem.Encode(&file, block))
	pem.Encode(&file, &pem.Block{Type: "EMPTY"})
	file.WriteString("something else\n-----BEGIN BROKEN-----\nAAAA\n-----END OTHER-----\n")
	pem.Encode(&file, &pem.Block{Type: "LAST ONE", Bytes: []byte("x")})
	file.WriteString("rest\n")
	fmt.Print(file.String())
	for rest := file.Bytes(); ; {
		var p *pem.Block
		p, rest = pem.Decode(rest)
		if p == nil {
			fmt.Printf("%q\n", rest)
			break
		}
		fmt.Printf("%q %v %q\n", p.Type, p.Headers, p.Bytes)
	}
	for _, s := range []string{"-----BEGIN A-----\n-----END A-----", "-----BEGIN A-----\nAAAA\n-----END A-----", "-----BEGIN A-----\nAAAA-----END A-----", "x-----BEGIN A-----\nAAAA\n-----END A-----",
		"-----BEGIN A-----\nAAA\n-----END A-----\n", "-----BEGIN A-----\nAAAA\n-----END A----- x\n", "-----BEGIN A-----  \r\nAAAA\r\n-----END A-----\r\nrest", "-----BEGIN A----\nAAAA\n-----END A-----",
		"-----BEGIN A-----\nK: v\n\nAAAA\n-----END A-----", "-----BEGIN A-----\nK: v\n-----END A-----"} {
		p, rest := pem.Decode([]byte(s))
		fmt.Printf("%q: %v %q\n", s, p, rest)
	}
	fmt.Println(pem.EncodeToMemory(&pem.Block{Headers: map[string]string{"a:b": "c"}}), pem.Encode(&file, &pem.Block{Headers: map[string]string{"a:b": "c"}}))
}
