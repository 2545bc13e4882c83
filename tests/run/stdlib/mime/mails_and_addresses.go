package main

import (
	"fmt"
	"io"
	"net/mail"
	"strings"
)

func main() {
	for _, s := range []string{"jdoe@machine.example", "John Doe <jdoe@machine.example>", `"Joe Q. Public" <john.q.public@example.com>`, "Mary Smith <mary@x.test>, jdoe@example.org, Who? <one@y.test>", `<boss@nil.test>, "Giant; \"Big\" Box" <sysservices@example.net>`, "Pete <pete@silly.example> (a comment)", "A Group:Ed Jones <joe@where.test>,joe@where.test,John <jdoe@one.test>;", "Undisclosed recipients:;",
		"=?iso-8859-1?q?J=F6rg_Doe?= <joerg@example.com>", "=?utf-8?q?J=C3=B6rg?= =?utf-8?q?Doe?= <joerg@example.com>", `"a b"@c.d`, "jdoe@[192.168.1.2]", "jdoe@[x]", "<a@b>", "a@b,", ", a@b", "grün@example.com", "Günter <g@example.com>", "john.doe@example.com (John Doe)", "cfws@example.com (CFWS (cfws))  (another comment)",
		"", "  ", "jdoe", "jdoe@", "@example.com", "a@b@c", "a b@c", "John <", "John <a@b", "John Doe", `"unclosed`, ".a@b", "a..b@c", "a.@b", "a@b.", "(comment", "x <a@b>, y", "=?bad?q?x?= <a@b.c>", "Group: a@b", "\"\"@x", "a@b c@d", "Ünï <a@b>", "a@(c)b", "micro@example.com, ;"} {
		a, err := mail.ParseAddress(s)
		fmt.Printf("%q: ", s)
		if err != nil {
			fmt.Print(err, "; ")
		} else {
			fmt.Printf("%q %q %s; ", a.Name, a.Address, a)
		}
		list, err := mail.ParseAddressList(s)
		fmt.Print(len(list), " ", err)
		for _, a := range list {
			fmt.Print(" ", a)
		}
		fmt.Println()
	}
	for _, a := range []mail.Address{{"Bob", "bob@example.com"}, {"", "x@y"}, {`my@idiot@address`, "x@y"}, {"Böb, Jacöb", "x@y"}, {"Böb", "x@y"}, {"a\"b\\c", "x@y"}, {"", "a b@c"}, {"", "a.b@c"}, {"", ".@c"}, {"", "at@at@c"}, {"new\nline", "x@y"}, {"", "none"}} {
		fmt.Println(a.String())
	}
	for _, s := range []string{"Fri, 21 Nov 1997 09:55:06 -0600", "21 Nov 97 09:55:06 GMT", "Fri, 21 Nov 1997 09:55 +0100 (comment (nested))", "1 Jan 2024 00:00:00 MST", "Tue, 1 Jul 2003 10:52:37 +0200", "21 Nov 1997 09:55:06 UT", "nonsense", "", "Fri, 21 Nov 1997 09:55:06 -0600 (open"} {
		fmt.Println(mail.ParseDate(s))
	}
	m, err := mail.ReadMessage(strings.NewReader("From: John Doe <jdoe@machine.example>\r\nTo: a@b, c@d\r\nDate: Fri, 21 Nov 1997 09:55:06 -0600\r\nSubject: Saying\r\n Hello\r\n\r\nThis is\r\na message.\r\n"))
	body, err2 := io.ReadAll(m.Body)
	fmt.Println(m.Header.Get("subject"), err, string(body), err2)
	fmt.Println(m.Header.Date())
	list, err := m.Header.AddressList("To")
	fmt.Println(list, err)
	_, err = m.Header.AddressList("Cc")
	fmt.Println(err)
	_, err = mail.ReadMessage(strings.NewReader("no header\n\n"))
	fmt.Println(err)
}
