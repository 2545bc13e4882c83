package main

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/sha256"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"errors"
	"fmt"
	"io"
	"math/big"
	"net"
	"os"
	"runtime"
	"sync"
	"time"
)

func certificate() tls.Certificate {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		panic(err)
	}
	t := &x509.Certificate{SerialNumber: big.NewInt(7), Subject: pkix.Name{CommonName: "pipe"}, DNSNames: []string{"pipe"},
		NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour)}
	der, err := x509.CreateCertificate(rand.Reader, t, t, &key.PublicKey, key)
	if err != nil {
		panic(err)
	}
	return tls.Certificate{Certificate: [][]byte{der}, PrivateKey: key}
}

// pair gives both ends of a connection over TCP.
func pair(server, client *tls.Config) (*tls.Conn, *tls.Conn, net.Conn) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	defer l.Close()
	raw, err := net.Dial("tcp", l.Addr().String())
	if err != nil {
		panic(err)
	}
	other, err := l.Accept()
	if err != nil {
		panic(err)
	}
	return tls.Server(other, server), tls.Client(raw, client), raw
}

func main() {
	cert := certificate()
	server := &tls.Config{Certificates: []tls.Certificate{cert}}
	client := &tls.Config{InsecureSkipVerify: true}

	// Over a pipe, and in both directions at once.
	a, b := net.Pipe()
	s, c := tls.Server(a, server), tls.Client(b, client)
	data := bytes.Repeat([]byte("0123456789abcdef"), 40_000)
	var wg sync.WaitGroup
	got := make([][32]byte, 2)
	for i, conn := range []*tls.Conn{s, c} {
		wg.Add(2)
		go func() {
			defer wg.Done()
			n, err := conn.Write(data)
			if n != len(data) || err != nil {
				fmt.Println("write:", n, err)
			}
		}()
		go func() {
			defer wg.Done()
			all := make([]byte, len(data))
			if _, err := io.ReadFull(conn, all); err != nil {
				fmt.Println("read:", err)
			}
			got[i] = sha256.Sum256(all)
		}()
	}
	wg.Wait()
	want := sha256.Sum256(data)
	fmt.Println(got[0] == want, got[1] == want, s.ConnectionState().HandshakeComplete, c.ConnectionState().DidResume)

	// An end that is said, and one that is not.
	s, c, _ = pair(server, client)
	go func() {
		io.WriteString(s, "bye")
		s.Close()
	}()
	all, err := io.ReadAll(c)
	fmt.Printf("%q %v\n", all, err)
	n, err := c.Read(make([]byte, 1))
	fmt.Println(n, err)
	fmt.Println(c.Close())
	err = c.Close()
	fmt.Println(err, errors.Is(err, net.ErrClosed))
	_, err = c.Write([]byte("x"))
	fmt.Println(err, errors.Is(err, net.ErrClosed))

	s, c, raw := pair(server, client)
	done := make(chan bool)
	go func() {
		io.WriteString(c, "cut")
		raw.Close()
		done <- true
	}()
	all, err = io.ReadAll(s)
	fmt.Printf("%q %v\n", all, err)
	<-done

	// One half is closed, the other goes on.
	s, c, _ = pair(server, client)
	fmt.Println(c.CloseWrite())
	go func() {
		all, err := io.ReadAll(s)
		fmt.Fprintf(s, "read %q %v", all, err)
		s.Close()
	}()
	io.WriteString(c, "question")
	fmt.Println(c.CloseWrite())
	_, err = c.Write([]byte("more"))
	fmt.Println(err)
	all, err = io.ReadAll(c)
	fmt.Printf("%s %v\n", all, err)

	// A deadline passes, and reading goes on.
	s, c, _ = pair(server, client)
	go s.Handshake()
	fmt.Println(c.Handshake())
	c.SetReadDeadline(time.Now().Add(20 * time.Millisecond))
	_, err = c.Read(make([]byte, 10))
	var ne net.Error
	fmt.Println(errors.Is(err, os.ErrDeadlineExceeded), errors.As(err, &ne) && ne.Timeout())
	c.SetReadDeadline(time.Time{})
	go io.WriteString(s, "late")
	buf := make([]byte, 10)
	n, err = c.Read(buf)
	fmt.Printf("%q %v\n", buf[:n], err)
	n, err = c.Read(nil)
	fmt.Println(n, err)
	n, err = c.Write(nil)
	fmt.Println(n, err)

	// Hands are not shaken in time.
	s, _, raw = pair(server, client)
	s.SetDeadline(time.Now().Add(20 * time.Millisecond))
	fmt.Println(errors.Is(s.Handshake(), os.ErrDeadlineExceeded))
	fmt.Println(errors.Is(s.Handshake(), os.ErrDeadlineExceeded), s.ConnectionState().HandshakeComplete)
	runtime.KeepAlive(raw)
}
