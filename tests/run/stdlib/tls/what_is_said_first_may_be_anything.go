package main

import (
	"bytes"
	"crypto/ed25519"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"math/big"
	"net"
	"time"
)

func main() {
	pub, key, _ := ed25519.GenerateKey(rand.Reader)
	t := &x509.Certificate{SerialNumber: big.NewInt(1), DNSNames: []string{"x"}, NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour)}
	der, err := x509.CreateCertificate(rand.Reader, t, t, pub, key)
	if err != nil {
		panic(err)
	}
	config := &tls.Config{Certificates: []tls.Certificate{{Certificate: [][]byte{der}, PrivateKey: key}}}
	say := func(end func(net.Conn, *tls.Config) *tls.Conn, config *tls.Config, data []byte) error {
		a, b := net.Pipe()
		go io.Copy(io.Discard, b)
		go func() {
			b.Write(data)
			time.Sleep(5 * time.Millisecond)
			b.Close()
		}()
		c := end(a, config)
		defer c.Close()
		return c.Handshake()
	}
	for _, data := range []string{"GET / HTTP/1.0\r\n\r\n", "SSH-2.0-x\r\n", "\x16\x03\x01", "\x15\x03\x03\x00\x02\x02\x28", "", "\x16\x02\x00\x00\x05hello"} {
		for _, end := range []func(net.Conn, *tls.Config) *tls.Conn{tls.Server, tls.Client} {
			c := config
			if fmt.Sprintf("%p", end) == fmt.Sprintf("%p", tls.Client) {
				c = &tls.Config{ServerName: "x"}
			}
			err := say(end, c, []byte(data))
			var e tls.RecordHeaderError
			fmt.Println(errors.As(err, &e), err != nil)
			if errors.As(err, &e) {
				fmt.Printf("%s %q %v\n", e, e.RecordHeader[:3], e.Conn != nil)
			}
		}
	}
	fmt.Println(say(tls.Client, &tls.Config{ServerName: "x"}, []byte("\x15\x03\x03\x00\x02\x02\x28")))

	// Handshakes that are cut or changed somewhere end with an error, whichever it is.
	var recorded bytes.Buffer
	a, b := net.Pipe()
	go func() {
		buf := make([]byte, 4096)
		n, _ := b.Read(buf)
		recorded.Write(buf[:n])
		b.Close()
	}()
	tls.Client(a, &tls.Config{ServerName: "x"}).Handshake()
	first := recorded.Bytes()
	fmt.Println(len(first) > 100)
	failed := 0
	for i := 0; i < len(first); i += 17 {
		if say(tls.Server, config, first[:i]) != nil {
			failed++
		}
		changed := bytes.Clone(first)
		changed[i] ^= 0xff
		if say(tls.Server, config, changed) != nil {
			failed++
		}
	}
	fmt.Println(failed == 2*((len(first)+16)/17))
}
