package main

import (
	"crypto/ed25519"
	"crypto/x509"
	"crypto/x509/pkix"
	"fmt"
	"math/big"
	"net"
	"strings"
)

func parsed(t *x509.Certificate) *x509.Certificate {
	key := ed25519.NewKeyFromSeed(make([]byte, 32))
	t.SerialNumber = big.NewInt(1)
	der, err := x509.CreateCertificate(nil, t, t, key.Public(), key)
	if err != nil {
		panic(err)
	}
	c, err := x509.ParseCertificate(der)
	if err != nil {
		panic(err)
	}
	return c
}

func main() {
	var many []string
	var ips []net.IP
	for i := range 120 {
		many = append(many, fmt.Sprintf("h%d.example.com", i))
		ips = append(ips, net.IPv4(1, 1, 1, byte(i)))
	}
	certs := []*x509.Certificate{
		{DNSNames: []string{"example.com", "*.example.com", "UPPER.org", "*.sub.*.net", "a*.part.com", "under_score.com", "-bad.com", "trailing.com.", "with space.com", "*"}},
		{Subject: pkix.Name{CommonName: "legacy.com"}},
		{Subject: pkix.Name{CommonName: "*.legacy.com"}},
		{Subject: pkix.Name{CommonName: "legacy.com"}, EmailAddresses: []string{"a@b.c"}},
		{IPAddresses: []net.IP{net.ParseIP("1.2.3.4"), net.ParseIP("2001:db8::1")}},
		{IPAddresses: []net.IP{net.ParseIP("1.2.3.4")}, DNSNames: []string{"1.2.3.4", "host"}},
		{DNSNames: many},
		{IPAddresses: ips},
		{},
	}
	hosts := strings.Fields(`example.com www.example.com a.b.example.com EXAMPLE.com example.com. .example.com upper.org x.sub.y.net ab.part.com under_score.com
		-bad.com trailing.com trailing.com. * *.example.com legacy.com www.legacy.com 1.2.3.4 [1.2.3.4] ::ffff:1.2.3.4 2001:db8::1 [2001:DB8::1] [2001:db8::1%eth0] fe80::1%eth0 [::2] host h5.example.com
		1.1.1.7 1.1.1.200 example..com bücher.de xn--bcher-kva.de [x] . a-.com`)
	for i, t := range certs {
		c := parsed(t)
		fmt.Println("---", i)
		for _, h := range append(hosts, "", "with space.com") {
			err := c.VerifyHostname(h)
			fmt.Printf("%q: %v\n", h, err)
			if e, ok := err.(x509.HostnameError); ok && e.Host != h {
				fmt.Println("   host", e.Host, e.Certificate == c)
			}
		}
	}
	fmt.Println(x509.HostnameError{Certificate: certs[0], Host: "x"})
}
