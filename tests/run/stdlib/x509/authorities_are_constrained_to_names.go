package main

import (
	"crypto/ed25519"
	"crypto/rsa"
	"crypto/x509"
	"crypto/x509/pkix"
	"fmt"
	"math/big"
	"net"
	"net/url"
	"strings"
	"time"
)

var now = time.Date(2024, 5, 6, 7, 8, 9, 0, time.UTC)

func number(s string) *big.Int {
	n, _ := new(big.Int).SetString(s, 16)
	return n
}

// fixed is a key of 1024 bits.
func fixed() *rsa.PrivateKey {
	p, q := number("c98caaa345c8987134d76277a40856f9c63eb8b7d934a64d79a9fedc0c2a6db8db267673f6b43031b4a275a16aac9ca0384a30a0bfe4de9b91fc7f4f437cc6d7"), number("eae4ed3c1c62743f1cfc95d09e3686aa027f508cdbf2936d54cf6bdaf09378c39b78bb27bde032721e38d503c9f0e5ed5db7f0646fc1619219db01c9e3fe125f")
	phi := new(big.Int).Mul(new(big.Int).Sub(p, big.NewInt(1)), new(big.Int).Sub(q, big.NewInt(1)))
	key := &rsa.PrivateKey{
		PublicKey: rsa.PublicKey{N: new(big.Int).Mul(p, q), E: 65537},
		D:         new(big.Int).ModInverse(big.NewInt(65537), phi),
		Primes:    []*big.Int{p, q},
	}
	key.Precompute()
	return key
}

var rootKey, leafKey = fixed(), ed25519.NewKeyFromSeed(make([]byte, 32))

func signed(t, parent *x509.Certificate, pub any, key any) *x509.Certificate {
	t.SerialNumber, t.NotBefore, t.NotAfter = big.NewInt(1), now.Add(-time.Hour), now.Add(time.Hour)
	der, err := x509.CreateCertificate(nil, t, parent, pub, key)
	if err != nil {
		fmt.Println("create:", err)
		return nil
	}
	c, err := x509.ParseCertificate(der)
	if err != nil {
		fmt.Println("parse:", err)
	}
	return c
}

// authority reads constraints: +dns:example.com -ip:1.2.0.0/16 +mail:a@b +uri:x
func authority(text string) *x509.Certificate {
	t := &x509.Certificate{Subject: pkix.Name{CommonName: "root"}, IsCA: true, BasicConstraintsValid: true}
	for _, c := range strings.Fields(text) {
		kind, value, _ := strings.Cut(c[1:], ":")
		permitted := c[0] == '+'
		list := map[string][2]*[]string{"dns": {&t.PermittedDNSDomains, &t.ExcludedDNSDomains}, "mail": {&t.PermittedEmailAddresses, &t.ExcludedEmailAddresses},
			"uri": {&t.PermittedURIDomains, &t.ExcludedURIDomains}}[kind]
		switch {
		case kind == "ip":
			_, n, err := net.ParseCIDR(value)
			if err != nil {
				panic(err)
			}
			if permitted {
				t.PermittedIPRanges = append(t.PermittedIPRanges, n)
			} else {
				t.ExcludedIPRanges = append(t.ExcludedIPRanges, n)
			}
		case permitted:
			*list[0] = append(*list[0], value)
		default:
			*list[1] = append(*list[1], value)
		}
	}
	return signed(t, t, rootKey.Public(), rootKey)
}

func leaf(text string, root *x509.Certificate) *x509.Certificate {
	t := &x509.Certificate{Subject: pkix.Name{CommonName: "leaf"}}
	for _, n := range strings.Fields(text) {
		kind, value, _ := strings.Cut(n, ":")
		switch kind {
		case "dns":
			t.DNSNames = append(t.DNSNames, value)
		case "mail":
			t.EmailAddresses = append(t.EmailAddresses, value)
		case "ip":
			t.IPAddresses = append(t.IPAddresses, net.ParseIP(value))
		case "uri":
			u, err := url.Parse(value)
			if err != nil {
				panic(err)
			}
			t.URIs = append(t.URIs, u)
		}
	}
	return signed(t, root, leafKey.Public(), rootKey)
}

func main() {
	roots := []string{
		"+dns:example.com", "+dns:.example.com", "-dns:example.com", "+dns:example.com -dns:bad.example.com", "+dns:", "-dns:", "-dns:foo.example.com -dns:bar.example.com",
		"+dns:EXAMPLE.com +dns:sub.example.com +dns:other.org", "+dns:.", "+dns:a..b", "+dns:trailing.",
		"+ip:1.2.0.0/16", "-ip:1.2.3.0/24 -ip:1.2.0.0/16", "+ip:1.2.0.0/16 -ip:1.2.3.0/24", "+ip:2001:db8::/32", "+ip:0.0.0.0/0",
		"+mail:a@example.com", "+mail:example.com", "+mail:.example.com", "-mail:a@example.com -mail:other.org", "+mail:@", "+mail:\"quoted\"@example.com",
		"+uri:example.com", "+uri:.example.com", "-uri:example.com", "+uri:1.2.3.4",
		"+dns:example.com +ip:1.2.0.0/16 +mail:example.com +uri:example.com",
	}
	leaves := []string{
		"", "dns:example.com", "dns:www.example.com", "dns:EXAMPLE.COM", "dns:notexample.com", "dns:bad.example.com", "dns:x.bad.example.com", "dns:*.example.com", "dns:*.foo.example.com",
		"dns:other.org", "dns:.example.com", "dns:example.com.", "dns:sub.example.com",
		"ip:1.2.3.4", "ip:1.3.3.4", "ip:2001:db8::5", "ip:::1",
		"mail:a@example.com", "mail:a@EXAMPLE.com", "mail:A@example.com", "mail:b@example.com", "mail:b@sub.example.com", "mail:c@other.org", "mail:nothing", "mail:\"a\"@example.com", `mail:a\ b@example.com`,
		"mail:a..b@example.com", "mail:\"quoted\"@example.com", "mail:a@b@c", "mail:@example.com",
		"uri:https://example.com/x", "uri:https://www.example.com:8080/", "uri:https://1.2.3.4/", "uri:https://[::1]:5/", "uri:mailto:a@b.c", "uri:https://EXAMPLE.com", "uri:https://other.org",
		"dns:example.com ip:1.2.3.4 mail:a@example.com uri:https://example.com", "dns:example.com dns:other.org", "dns:example.com ip:9.9.9.9",
	}
	for _, r := range roots {
		fmt.Println("---", r)
		root := authority(r)
		if root == nil {
			continue
		}
		for _, l := range leaves {
			c := leaf(l, root)
			if c == nil {
				continue
			}
			pool := x509.NewCertPool()
			pool.AddCert(root)
			_, err := c.Verify(x509.VerifyOptions{Roots: pool, CurrentTime: now})
			if err != nil {
				fmt.Printf("%s: %v\n", l, err)
			}
		}
	}
	// Those of each authority of a chain hold, also for the names of authorities.
	root := authority("+dns:example.com")
	t := &x509.Certificate{Subject: pkix.Name{CommonName: "mid"}, IsCA: true, BasicConstraintsValid: true, ExcludedDNSDomains: []string{"no.example.com"}, DNSNames: []string{"elsewhere.org"}}
	mid := signed(t, root, leafKey.Public(), rootKey)
	for _, names := range [][]string{{"www.example.com"}, {"no.example.com"}, nil} {
		t := &x509.Certificate{Subject: pkix.Name{CommonName: "end"}, DNSNames: names}
		end := signed(t, mid, leafKey.Public(), leafKey)
		roots, mids := x509.NewCertPool(), x509.NewCertPool()
		roots.AddCert(root)
		mids.AddCert(mid)
		_, err := end.Verify(x509.VerifyOptions{Roots: roots, Intermediates: mids, CurrentTime: now})
		fmt.Println(names, err)
	}
}
