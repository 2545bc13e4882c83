package main

import (
	"bufio"
	"crypto/tls"
	"crypto/x509"
	"fmt"
	"net"
	"net/http/httptest"
	"net/smtp"
	"strings"
)

// serve speaks with one client, and tells what it has heard.
func serve(l net.Listener, config *tls.Config, heard chan<- string) {
	c, err := l.Accept()
	if err != nil {
		return
	}
	defer close(heard)
	r := bufio.NewReader(c)
	fmt.Fprint(c, "220 test ESMTP\r\n")
	for {
		line, err := r.ReadString('\n')
		if err != nil {
			return
		}
		_, secured := c.(*tls.Conn)
		heard <- fmt.Sprint(secured, " ", strings.TrimSpace(line))
		switch verb, _, _ := strings.Cut(strings.TrimSpace(line), " "); verb {
		case "EHLO":
			if secured {
				fmt.Fprint(c, "250-test\r\n250 AUTH PLAIN\r\n")
			} else {
				fmt.Fprint(c, "250-test\r\n250-STARTTLS\r\n250 8BITMIME\r\n")
			}
		case "STARTTLS":
			fmt.Fprint(c, "220 go\r\n")
			c = tls.Server(c, config)
			r = bufio.NewReader(c)
		case "AUTH":
			fmt.Fprint(c, "235 in\r\n")
		case "DATA":
			fmt.Fprint(c, "354 send\r\n")
			for line != ".\r\n" {
				if line, err = r.ReadString('\n'); err != nil {
					return
				}
			}
			fmt.Fprint(c, "250 got it\r\n")
		case "QUIT":
			fmt.Fprint(c, "221 bye\r\n")
			c.Close()
			return
		default:
			fmt.Fprint(c, "250 ok\r\n")
		}
	}
}

func main() {
	borrowed := httptest.NewTLSServer(nil)
	borrowed.Close()
	config := &tls.Config{Certificates: borrowed.TLS.Certificates}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	heard := make(chan string, 20)
	go serve(l, config, heard)
	c, err := smtp.Dial(l.Addr().String())
	if err != nil {
		panic(err)
	}
	_, ok := c.TLSConnectionState()
	fmt.Println(ok)
	fmt.Println(c.Extension("STARTTLS"))
	pool := x509.NewCertPool()
	pool.AddCert(borrowed.Certificate())
	fmt.Println(c.StartTLS(&tls.Config{RootCAs: pool, ServerName: "example.com"}))
	state, ok := c.TLSConnectionState()
	fmt.Println(ok, state.HandshakeComplete, len(state.VerifiedChains))
	fmt.Println(c.Extension("AUTH"))
	fmt.Println(c.Auth(smtp.PlainAuth("", "me", "secret", "127.0.0.1")))
	fmt.Println(c.Mail("a@example.com"), c.Rcpt("b@example.com"))
	w, err := c.Data()
	fmt.Println(err)
	fmt.Fprint(w, "Subject: x\r\n\r\nbody\r\n")
	fmt.Println(w.Close(), c.Quit())
	for line := range heard {
		fmt.Println(line)
	}

	// A server whose certificate nobody knows gets no mail.
	heard = make(chan string, 20)
	go serve(l, config, heard)
	fmt.Println(smtp.SendMail(l.Addr().String(), nil, "a@example.com", []string{"b@example.com"}, []byte("x")))
	for line := range heard {
		fmt.Println(line)
	}
}
