package main

import (
	"bufio"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"errors"
	"fmt"
	"io"
	"math/big"
	"net"
	"time"
)

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// Mutual TLS with an own authority.
func main() {
	caKey := must(ecdsa.GenerateKey(elliptic.P256(), rand.Reader))
	ca := &x509.Certificate{SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "Our CA"}, NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour),
		IsCA: true, BasicConstraintsValid: true, KeyUsage: x509.KeyUsageCertSign}
	caDER := must(x509.CreateCertificate(rand.Reader, ca, ca, &caKey.PublicKey, caKey))
	caCert := must(x509.ParseCertificate(caDER))
	pool := x509.NewCertPool()
	pool.AddCert(caCert)
	issue := func(name string, usage x509.ExtKeyUsage, serial int64) tls.Certificate {
		pub, key, _ := ed25519.GenerateKey(rand.Reader)
		t := &x509.Certificate{SerialNumber: big.NewInt(serial), Subject: pkix.Name{CommonName: name}, DNSNames: []string{name}, NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour),
			ExtKeyUsage: []x509.ExtKeyUsage{usage}, KeyUsage: x509.KeyUsageDigitalSignature}
		der := must(x509.CreateCertificate(rand.Reader, t, caCert, pub, caKey))
		return tls.Certificate{Certificate: [][]byte{der}, PrivateKey: key}
	}
	serverCert := issue("server.test", x509.ExtKeyUsageServerAuth, 2)
	clientCert := issue("client.test", x509.ExtKeyUsageClientAuth, 3)
	l := must(tls.Listen("tcp", "127.0.0.1:0", &tls.Config{Certificates: []tls.Certificate{serverCert}, ClientAuth: tls.RequireAndVerifyClientCert, ClientCAs: pool, NextProtos: []string{"echo/2", "echo/1"}}))
	results := make(chan string, 10)
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			go func() {
				defer c.Close()
				tc := c.(*tls.Conn)
				if err := tc.Handshake(); err != nil {
					results <- "server: " + err.Error()
					return
				}
				s := tc.ConnectionState()
				results <- fmt.Sprint("server: ", s.PeerCertificates[0].Subject.CommonName, " ", s.NegotiatedProtocol, " ", s.ServerName, " ", len(s.VerifiedChains), " ", tls.VersionName(s.Version))
				r := bufio.NewReader(c)
				for {
					line, err := r.ReadString('\n')
					if err != nil {
						if err != io.EOF {
							results <- "server read: " + err.Error()
						}
						return
					}
					fmt.Fprintf(c, "echo %s", line)
				}
			}()
		}
	}()
	addr := l.Addr().String()
	dial := func(what string, cfg *tls.Config) {
		fmt.Println("==", what)
		c, err := tls.Dial("tcp", addr, cfg)
		if err != nil {
			var cve *tls.CertificateVerificationError
			var ua x509.UnknownAuthorityError
			var he x509.HostnameError
			fmt.Println("dial:", err, errors.As(err, &cve), errors.As(err, &ua), errors.As(err, &he))
			return
		}
		defer c.Close()
		s := c.ConnectionState()
		fmt.Println(tls.VersionName(s.Version), s.NegotiatedProtocol, s.ServerName, s.HandshakeComplete, s.PeerCertificates[0].DNSNames, len(s.VerifiedChains))
		c.SetDeadline(time.Now().Add(3 * time.Second))
		fmt.Fprintf(c, "one\n")
		r := bufio.NewReader(c)
		line, err := r.ReadString('\n')
		fmt.Printf("%q %v\n", line, err)
		if err != nil {
			var ne net.Error
			fmt.Println(errors.As(err, &ne))
			return
		}
		big := make([]byte, 200000)
		for i := range big {
			big[i] = 'a' + byte(i%26)
		}
		big[len(big)-1] = '\n'
		go c.Write(big)
		line, err = r.ReadString('\n')
		fmt.Println(len(line), err)
		ekm, err := s.ExportKeyingMaterial("EXPERIMENTAL label", nil, 16)
		fmt.Println(len(ekm), err, c.VerifyHostname("server.test"), c.VerifyHostname("other.test"))
	}
	dial("good", &tls.Config{RootCAs: pool, ServerName: "server.test", Certificates: []tls.Certificate{clientCert}, NextProtos: []string{"echo/1"}})
	fmt.Println(<-results)
	dial("tls 1.2", &tls.Config{RootCAs: pool, ServerName: "server.test", Certificates: []tls.Certificate{clientCert}, MaxVersion: tls.VersionTLS12, NextProtos: []string{"echo/1", "echo/2"}})
	fmt.Println(<-results)
	dial("wrong name", &tls.Config{RootCAs: pool, ServerName: "other.test", Certificates: []tls.Certificate{clientCert}})
	<-results
	dial("unknown authority", &tls.Config{ServerName: "server.test", Certificates: []tls.Certificate{clientCert}})
	<-results
	dial("no certificate", &tls.Config{RootCAs: pool, ServerName: "server.test"})
	fmt.Println(<-results)
	dial("no name", &tls.Config{RootCAs: pool})
	<-results
	dial("protocols", &tls.Config{RootCAs: pool, ServerName: "server.test", Certificates: []tls.Certificate{clientCert}, NextProtos: []string{"gopher"}})
	fmt.Println(<-results)
	dial("versions", &tls.Config{RootCAs: pool, ServerName: "server.test", MinVersion: tls.VersionTLS13, MaxVersion: tls.VersionTLS12})
	raw := must(net.Dial("tcp", addr))
	raw.Write([]byte("GET / HTTP/1.0\r\n\r\n"))
	fmt.Println(<-results)
	_, err := tls.Listen("tcp", ":0", nil)
	fmt.Println(err)
	_, err = tls.X509KeyPair([]byte("x"), nil)
	fmt.Println(err)
	fmt.Println(tls.RequestClientCert, tls.X25519, tls.PSSWithSHA256, tls.VersionName(7), tls.CipherSuiteName(1))
}
