package main

// What mail programs write that is not as it should be: some of it is read all the same.

import (
	"errors"
	"fmt"
	"io"
	"mime"
	"net/mail"
	"sort"
	"strings"
)

func main() {
	for _, text := range []string{
		"From a@b.c Mon Jun 19 00:00:00 2023\nSubject: x\n\nbody",
		"Custom/Header: v\nA b: c\n: empty\nÄ: umlaut\n\nbody",
		" begins: with space\nA: b\n\n",
		"\tA: b\n\n",
		"no colon here\n\n",
		"A: one\n two\n\tthree\nA:  four \n\nrest\n",
		"A: b",
		"A: b\n",
		"",
		"\n",
		"\nbody",
		"A: b\nwithout\n\n",
		"A : space\n\n",
		"A\x00B: c\n\n",
		"A: \x00\n\n",
		"A: b\r\nC: d\r\n\r\nbody\r\n",
	} {
		msg, err := mail.ReadMessage(strings.NewReader(text))
		if err != nil {
			fmt.Printf("%q: %v\n", text, err)
			continue
		}
		var keys []string
		for key := range msg.Header {
			keys = append(keys, key)
		}
		sort.Strings(keys)
		for _, key := range keys {
			fmt.Printf("%q=%q ", key, msg.Header[key])
		}
		body, err := io.ReadAll(msg.Body)
		fmt.Printf("%q %v\n", body, err)
	}
	addresses := []string{
		"<jdoe@[\xed\xa0\x80192.168.0.1]>", "<jdoe@[fd42::de:ad:be:ef]>", "<jdoe@[IPv6:fd42::1]>", "<jdoe@[IPv6:1.2.3.4]>",
		"<jdoe@[1.2.3.4]>", "<jdoe@[ipv6:fd42::1]>", "<jdoe@[1.2.3]>", "<jdoe@[]>", "<jdoe@[1.2.3.4>", "<jdoe@[1.2\\.3.4]>", "<jdoe@[ 1.2.3.4]>",
		"=?iso-8859-2?Q?Bogl=E1rka_Tak=E1cs?= <unknown@gmail.com>", "=?utf-8?q?=ED=A0=80?= <a@b.c>", "=?utf-8?q?J=C3=B6rg?= <a@b.c>",
		"=?iso-8859-1?q?J=F6rg?= <a@b.c>", "=?windows-1252?q?J=F6rg?= <a@b.c>", "a@b.c (=?iso-8859-2?Q?x?=)",
		"a@b.c (comment", "\"\xed\xa0\x80\" <a@b.c>", "\xff <a@b.c>", "a b c", "a <b@c", "a@", "@b", "a@b@c", "<a@b> x",
		"g: a@b, c@d;", "g: a@b;", "g:;", "a@b, c@d", "\"\"@b.c", "\"a b\"@c.d", "a..b@c", ".a@b", "a.@b", "a@b..c", "a@b.", "",
	}
	custom := &mime.WordDecoder{CharsetReader: func(charset string, r io.Reader) (io.Reader, error) {
		if charset == "windows-1252" {
			return r, nil
		}
		return nil, errors.New("what is " + charset)
	}}
	for _, a := range addresses {
		fmt.Printf("%q\n", a)
		for _, p := range []mail.AddressParser{{}, {WordDecoder: &mime.WordDecoder{}}, {WordDecoder: custom}} {
			addr, err := p.Parse(a)
			if err != nil {
				fmt.Printf("  %v\n", err)
			} else {
				fmt.Printf("  %q %q %s\n", addr.Name, addr.Address, addr)
			}
		}
	}
	for _, a := range []mail.Address{{Name: "\xed\xa0\x80", Address: "a@b"}, {Name: "a\x00b", Address: "x"}, {Name: "J\"\\", Address: "a b@c"}, {Name: "é(", Address: "ö@c"}, {"", "@"}} {
		fmt.Println(a.String())
	}
}
