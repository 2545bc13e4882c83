package main

import (
	"crypto/tls"
	"errors"
	"fmt"
	"net"
)

func try(what string, config *tls.Config) {
	client, server := net.Pipe()
	done := make(chan error)
	go func() {
		conn := tls.Server(server, config)
		done <- conn.Handshake()
		conn.Close()
	}()
	err := tls.Client(client, &tls.Config{ServerName: "localhost"}).Handshake()
	fmt.Println(what)
	fmt.Println("\tclient:", err)
	fmt.Println("\tserver:", <-done)
	var alert tls.AlertError
	fmt.Println("\t", errors.As(err, &alert))
}

func main() {
	try("no certificate can be had", &tls.Config{GetCertificate: func(*tls.ClientHelloInfo) (*tls.Certificate, error) {
		return nil, errors.New("none")
	}})
	try("no config can be had", &tls.Config{GetConfigForClient: func(*tls.ClientHelloInfo) (*tls.Config, error) {
		return nil, errors.New("none")
	}})
	try("there is no certificate", &tls.Config{})
}
