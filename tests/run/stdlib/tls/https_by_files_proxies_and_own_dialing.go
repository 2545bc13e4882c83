package main

import (
	"bufio"
	"bytes"
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"errors"
	"fmt"
	"io"
	"log"
	"math/big"
	"net"
	"net/http"
	"net/http/httptest"
	"net/http/httptrace"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"
)

func check(err error) {
	if err != nil {
		panic(err)
	}
}

func get(c *http.Client, url string) string {
	resp, err := c.Get(url)
	if err != nil {
		return "error: " + err.Error()
	}
	defer resp.Body.Close()
	b, err := io.ReadAll(resp.Body)
	return fmt.Sprint(resp.Status, " ", resp.TLS != nil, " ", string(b), " ", err)
}

func main() {
	dir, err := os.MkdirTemp("", "tls")
	check(err)
	defer os.RemoveAll(dir)
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	check(err)
	t := &x509.Certificate{SerialNumber: big.NewInt(3), Subject: pkix.Name{CommonName: "files"}, DNSNames: []string{"files.test"},
		IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)}, NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour)}
	der, err := x509.CreateCertificate(rand.Reader, t, t, &key.PublicKey, key)
	check(err)
	certFile, keyFile := filepath.Join(dir, "cert.pem"), filepath.Join(dir, "key.pem")
	check(os.WriteFile(certFile, pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der}), 0o600))
	keyDER, err := x509.MarshalECPrivateKey(key)
	check(err)
	check(os.WriteFile(keyFile, pem.EncodeToMemory(&pem.Block{Type: "EC PRIVATE KEY", Bytes: keyDER}), 0o600))
	pair, err := tls.LoadX509KeyPair(certFile, keyFile)
	fmt.Println(len(pair.Certificate), pair.Leaf.Subject, err)
	_, err = tls.LoadX509KeyPair(certFile, filepath.Join(dir, "none"))
	fmt.Println(errors.Is(err, os.ErrNotExist))
	_, err = tls.LoadX509KeyPair(keyFile, certFile)
	fmt.Println(err)
	_, err = tls.LoadX509KeyPair(certFile, certFile)
	fmt.Println(err)
	other, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	check(err)
	keyDER, err = x509.MarshalPKCS8PrivateKey(other)
	check(err)
	_, err = tls.X509KeyPair(pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der}), pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: keyDER}))
	fmt.Println(err)

	// A server of files.
	l, err := net.Listen("tcp", "127.0.0.1:0")
	check(err)
	var logged bytes.Buffer
	srv := &http.Server{
		Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Strict-Transport-Security", "max-age=1")
			fmt.Fprint(w, r.Host == l.Addr().String() || r.Host == "files.test", r.TLS.NegotiatedProtocol, r.URL)
		}),
		ErrorLog: log.New(&logged, "", 0),
		TLSConfig: &tls.Config{MinVersion: tls.VersionTLS13, NextProtos: []string{"http/1.1"}},
	}
	served := make(chan error)
	go func() { served <- srv.ServeTLS(l, certFile, keyFile) }()
	root, err := x509.ParseCertificate(der)
	check(err)
	pool := x509.NewCertPool()
	pool.AddCert(root)
	base := "https://" + l.Addr().String()
	client := &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{RootCAs: pool, NextProtos: []string{"http/1.1"}}}}
	fmt.Println(get(client, base+"/a"))
	fmt.Println(get(client, base+"/b"))

	// A server that has another name, by an own way of dialing.
	byName := &http.Client{Transport: &http.Transport{
		TLSClientConfig: &tls.Config{RootCAs: pool, NextProtos: []string{"http/1.1"}},
		DialContext: func(ctx context.Context, network, addr string) (net.Conn, error) {
			fmt.Println("dial", network, addr)
			return net.Dial("tcp", l.Addr().String())
		},
	}}
	fmt.Println(get(byName, "https://files.test/c"))
	fmt.Println(strings.Contains(get(byName, "https://elsewhere.test/c"), "x509: certificate is valid for files.test, not elsewhere.test"))
	secured := &http.Client{Transport: &http.Transport{
		DialTLSContext: func(ctx context.Context, network, addr string) (net.Conn, error) {
			fmt.Println("dial TLS", network, addr)
			return tls.Dial("tcp", l.Addr().String(), &tls.Config{RootCAs: pool, ServerName: "files.test"})
		},
	}}
	fmt.Println(get(secured, "https://whatever.test/d"))

	// What happens is told.
	trace := &httptrace.ClientTrace{
		TLSHandshakeStart: func() { fmt.Println("handshake starts") },
		TLSHandshakeDone: func(s tls.ConnectionState, err error) {
			fmt.Println("handshake done", tls.VersionName(s.Version), s.HandshakeComplete, err)
		},
		GotConn: func(info httptrace.GotConnInfo) {
			_, ok := info.Conn.(*tls.Conn)
			fmt.Println("got", ok, info.Reused)
		},
	}
	client.CloseIdleConnections()
	for range 2 {
		req, _ := http.NewRequestWithContext(httptrace.WithClientTrace(context.Background(), trace), "GET", base, nil)
		resp, err := client.Do(req)
		check(err)
		io.Copy(io.Discard, resp.Body)
		resp.Body.Close()
	}

	// Through a proxy, which sees only where to.
	asked := make(chan string, 10)
	proxy := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked <- fmt.Sprint(r.Method, " ", r.Host == l.Addr().String(), " ", r.Header.Get("Proxy-Authorization"), " ", r.Header.Get("X-Own"))
		if r.Header.Get("X-Own") == "refuse" {
			http.Error(w, "no", http.StatusForbidden)
			return
		}
		to, err := net.Dial("tcp", r.Host)
		check(err)
		from, rw, err := w.(http.Hijacker).Hijack()
		check(err)
		io.WriteString(from, "HTTP/1.1 200 OK\r\n\r\n")
		go func() {
			io.Copy(to, rw)
			to.Close()
		}()
		io.Copy(from, to)
		from.Close()
	}))
	defer proxy.Close()
	u, _ := url.Parse(proxy.URL)
	u.User = url.UserPassword("me", "secret")
	tunneled := &http.Client{Transport: &http.Transport{Proxy: http.ProxyURL(u), ProxyConnectHeader: http.Header{"X-Own": {"yes"}},
		TLSClientConfig: &tls.Config{RootCAs: pool, NextProtos: []string{"http/1.1"}}}}
	fmt.Println(get(tunneled, base+"/through"))
	fmt.Println(<-asked)
	tunneled.Transport.(*http.Transport).ProxyConnectHeader.Set("X-Own", "refuse")
	tunneled.CloseIdleConnections()
	fmt.Println(strings.HasSuffix(get(tunneled, base+"/through"), ": Forbidden"))

	// Time runs out.
	silent, _ := net.Listen("tcp", "127.0.0.1:0")
	defer silent.Close()
	impatient := &http.Client{Transport: &http.Transport{TLSHandshakeTimeout: 20 * time.Millisecond}}
	_, err = impatient.Get("https://" + silent.Addr().String())
	var ne net.Error
	fmt.Println(strings.HasSuffix(err.Error(), "net/http: TLS handshake timeout"), errors.As(err, &ne) && ne.Timeout())

	// Old clients are refused, and that is logged.
	old := &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{RootCAs: pool, MaxVersion: tls.VersionTLS12}}}
	fmt.Println(strings.HasSuffix(get(old, base), "remote error: tls: protocol version not supported"))
	c, err := net.Dial("tcp", l.Addr().String())
	check(err)
	io.WriteString(c, "GET / HTTP/1.1\r\nHost: x\r\n\r\n")
	line, _ := bufio.NewReader(c).ReadString('\n')
	fmt.Printf("%q\n", line)
	time.Sleep(20 * time.Millisecond)
	for _, line := range strings.Split(strings.TrimSpace(logged.String()), "\n") {
		if strings.HasSuffix(line, "bad certificate") || strings.HasSuffix(line, "EOF") {
			continue // a client does not like the certificate: it says so, or goes
		}
		before, _, _ := strings.Cut(line, "127.0.0.1:")
		_, after, _ := strings.Cut(line, ": ")
		_, after, _ = strings.Cut(after, ": ")
		fmt.Println(before, after)
	}
	check(srv.Shutdown(context.Background()))
	fmt.Println(<-served)
	fmt.Println(http.ListenAndServeTLS("127.0.0.1:0", filepath.Join("no", "cert.pem"), "", nil))
}
