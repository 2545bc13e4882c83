package main

import (
	"context"
	"crypto/ecdsa"
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

func issue(names ...string) tls.Certificate {
	key, _ := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	t := &x509.Certificate{SerialNumber: big.NewInt(7), Subject: pkix.Name{CommonName: names[0]}, DNSNames: names,
		NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour)}
	der, err := x509.CreateCertificate(rand.Reader, t, t, &key.PublicKey, key)
	if err != nil {
		panic(err)
	}
	return tls.Certificate{Certificate: [][]byte{der}, PrivateKey: key}
}

func shake(server, client *tls.Config) (s, c *tls.Conn, serverErr, clientErr error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	defer l.Close()
	raw, _ := net.Dial("tcp", l.Addr().String())
	other, _ := l.Accept()
	s, c = tls.Server(other, server), tls.Client(raw, client)
	done := make(chan error)
	go func() {
		err := s.Handshake()
		if err != nil {
			other.Close()
		}
		done <- err
	}()
	if clientErr = c.Handshake(); clientErr != nil {
		raw.Close()
	} else {
		// What the server thinks of the client is known when it answers.
		go io.WriteString(s, "x")
		_, clientErr = c.Read(make([]byte, 1))
	}
	return s, c, <-done, clientErr
}

func main() {
	one, two, star := issue("one.test"), issue("two.test"), issue("*.star.test", "star.test")
	name := func(c *tls.Conn) string { return c.ConnectionState().PeerCertificates[0].Subject.CommonName }

	// The certificate is chosen by name.
	server := &tls.Config{Certificates: []tls.Certificate{one, two, star}}
	for _, host := range []string{"two.test", "a.star.test", "elsewhere.test", "one.test"} {
		s, c, serverErr, clientErr := shake(server, &tls.Config{InsecureSkipVerify: true, ServerName: host})
		fmt.Println(host, "->", name(c), s.ConnectionState().ServerName, serverErr, clientErr)
	}
	server = &tls.Config{GetCertificate: func(info *tls.ClientHelloInfo) (*tls.Certificate, error) {
		fmt.Println("asked for", info.ServerName, info.SupportedProtos, info.SupportedVersions[0] == tls.VersionTLS13,
			len(info.CipherSuites) > 0, info.Conn != nil, info.Context() != nil)
		switch info.ServerName {
		case "one.test":
			return &one, info.SupportsCertificate(&one)
		case "none.test":
			return nil, errors.New("nobody of that name")
		}
		return &two, nil
	}}
	for _, host := range []string{"one.test", "two.test", "none.test"} {
		_, c, serverErr, clientErr := shake(server, &tls.Config{InsecureSkipVerify: true, ServerName: host, NextProtos: []string{"a", "b"}})
		fmt.Println(serverErr, clientErr != nil)
		if clientErr == nil {
			fmt.Println(name(c))
		}
	}
	fmt.Println((&tls.ClientHelloInfo{ServerName: "two.test", SupportedVersions: []uint16{tls.VersionTLS13},
		SignatureSchemes: []tls.SignatureScheme{tls.ECDSAWithP256AndSHA256}}).SupportsCertificate(&one))

	// So is the whole config.
	server = &tls.Config{GetConfigForClient: func(info *tls.ClientHelloInfo) (*tls.Config, error) {
		return &tls.Config{Certificates: []tls.Certificate{two}, NextProtos: []string{"b"}, MaxVersion: tls.VersionTLS12}, nil
	}}
	_, c, serverErr, clientErr := shake(server, &tls.Config{InsecureSkipVerify: true, NextProtos: []string{"a", "b"}})
	state := c.ConnectionState()
	fmt.Println(name(c), state.NegotiatedProtocol, tls.VersionName(state.Version), tls.CipherSuiteName(state.CipherSuite), serverErr, clientErr)

	// A program checks what it likes.
	server = &tls.Config{Certificates: []tls.Certificate{one}, ClientAuth: tls.RequestClientCert,
		VerifyPeerCertificate: func(raw [][]byte, chains [][]*x509.Certificate) error {
			fmt.Println("server sees", len(raw), len(chains))
			return nil
		},
		VerifyConnection: func(state tls.ConnectionState) error {
			fmt.Println("server knows", len(state.PeerCertificates), state.ServerName)
			return nil
		}}
	pool := x509.NewCertPool()
	root, _ := x509.ParseCertificate(one.Certificate[0])
	pool.AddCert(root)
	client := &tls.Config{RootCAs: pool, ServerName: "one.test", Certificates: []tls.Certificate{two}}
	_, _, serverErr, clientErr = shake(server, client)
	fmt.Println(serverErr, clientErr)
	client.Certificates = nil
	client.GetClientCertificate = func(info *tls.CertificateRequestInfo) (*tls.Certificate, error) { return &star, nil }
	client.VerifyPeerCertificate = func(raw [][]byte, chains [][]*x509.Certificate) error {
		fmt.Println("client sees", len(raw), len(chains))
		return errors.New("not today")
	}
	server.VerifyPeerCertificate, server.VerifyConnection = nil, nil
	_, _, _, clientErr = shake(server, client)
	fmt.Println(clientErr)
	client.VerifyPeerCertificate, client.VerifyConnection = nil, func(state tls.ConnectionState) error {
		return fmt.Errorf("not even %s", state.PeerCertificates[0].Subject.CommonName)
	}
	_, _, _, clientErr = shake(server, client)
	fmt.Println(clientErr)

	// Certificates that a server does not know.
	server = &tls.Config{Certificates: []tls.Certificate{one}, ClientAuth: tls.VerifyClientCertIfGiven, ClientCAs: pool}
	client = &tls.Config{RootCAs: pool, ServerName: "one.test"}
	_, _, serverErr, clientErr = shake(server, client)
	fmt.Println(serverErr, clientErr)
	client.Certificates = []tls.Certificate{two}
	_, _, serverErr, clientErr = shake(server, client)
	fmt.Println(serverErr, clientErr != nil)

	// One end has no time, one no suites in common, one nothing at all.
	late := &tls.Config{RootCAs: pool, ServerName: "one.test", Time: func() time.Time { return time.Now().Add(2 * time.Hour) }}
	_, _, _, clientErr = shake(server, late)
	var invalid x509.CertificateInvalidError
	fmt.Println(errors.As(clientErr, &invalid) && invalid.Reason == x509.Expired)
	few := &tls.Config{RootCAs: pool, ServerName: "one.test", MaxVersion: tls.VersionTLS12, CipherSuites: []uint16{tls.TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384}}
	_, _, serverErr, clientErr = shake(server, few)
	fmt.Println(serverErr, clientErr)
	_, _, serverErr, clientErr = shake(&tls.Config{}, few)
	fmt.Println(serverErr, clientErr != nil)
	_, _, _, clientErr = shake(server, &tls.Config{})
	fmt.Println(clientErr)

	l, _ := tls.Listen("tcp", "127.0.0.1:0", server)
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			go func() {
				io.WriteString(c, "hello")
				c.Close()
			}()
		}
	}()
	d := tls.Dialer{Config: &tls.Config{RootCAs: pool, ServerName: "one.test"}}
	conn, err := d.DialContext(context.Background(), "tcp", l.Addr().String())
	fmt.Println(err)
	all, err := io.ReadAll(conn)
	fmt.Println(string(all), err, conn.(*tls.Conn).RemoteAddr().String() == l.Addr().String())
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err = d.DialContext(ctx, "tcp", l.Addr().String())
	fmt.Println(err != nil)
	silent, _ := net.Listen("tcp", "127.0.0.1:0")
	defer silent.Close()
	ctx, cancel = context.WithTimeout(context.Background(), 20*time.Millisecond)
	defer cancel()
	_, err = d.DialContext(ctx, "tcp", silent.Addr().String())
	fmt.Println(err)
	_, err = tls.DialWithDialer(&net.Dialer{Timeout: 20 * time.Millisecond}, "tcp", silent.Addr().String(), d.Config)
	var ne net.Error
	fmt.Println(err, errors.As(err, &ne) && ne.Timeout())
}
