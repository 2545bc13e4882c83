package main

import (
	"crypto/tls"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"strings"
)

func main() {
	log.SetOutput(io.Discard)
	srv := httptest.NewTLSServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintf(w, "hello over %s, %v, %q %s", tls.VersionName(r.TLS.Version), r.TLS.HandshakeComplete, r.TLS.ServerName, r.Proto)
	}))
	defer srv.Close()
	srv.Config.ErrorLog = log.New(io.Discard, "", 0)
	resp, err := srv.Client().Get(srv.URL)
	if err != nil {
		fmt.Println(err)
		return
	}
	b, _ := io.ReadAll(resp.Body)
	resp.Body.Close()
	fmt.Println(resp.Status, string(b), resp.TLS.Version == tls.VersionTLS13, len(resp.TLS.PeerCertificates), resp.TLS.PeerCertificates[0].Subject)
	_, err = http.Get(srv.URL)
	fmt.Println(strings.Replace(err.Error(), srv.URL, "URL", 1))
	c := &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true, MaxVersion: tls.VersionTLS12}}}
	resp, err = c.Get(srv.URL)
	if err != nil {
		fmt.Println(err)
		return
	}
	b, _ = io.ReadAll(resp.Body)
	fmt.Println(string(b), tls.CipherSuiteName(resp.TLS.CipherSuite))
	resp, err = http.Get(strings.Replace(srv.URL, "https", "http", 1))
	if err != nil {
		fmt.Println(err)
		return
	}
	b, _ = io.ReadAll(resp.Body)
	fmt.Printf("%s %q\n", resp.Status, b)
	plain := httptest.NewServer(http.NotFoundHandler())
	defer plain.Close()
	_, err = http.Get(strings.Replace(plain.URL, "http", "https", 1))
	fmt.Println(strings.Replace(err.Error(), plain.Listener.Addr().String(), "ADDR", 1))
}
