package main

import (
	"crypto/rsa"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"fmt"
	"math/big"
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

type entity struct {
	cert *x509.Certificate
	key  *rsa.PrivateKey
}

var key = fixed()

var serial int64

func oid(s string) x509.OID {
	o, err := x509.ParseOID(s)
	if err != nil {
		panic(err)
	}
	return o
}

// spec says what a certificate has of policies.
type spec struct {
	policies []string
	maps     [][2]string
	require  int // -1: nothing
	inhibit  int // of mapping
	any      int
	self     bool // issued by itself
}

func extension(id int, v any) pkix.Extension {
	b, err := asn1.Marshal(v)
	if err != nil {
		panic(err)
	}
	return pkix.Extension{Id: asn1.ObjectIdentifier{2, 5, 29, id}, Value: b}
}

func ids(s string) (id asn1.ObjectIdentifier) {
	n := 0
	for _, c := range s + "." {
		if c == '.' {
			id = append(id, n)
			n = 0
			continue
		}
		n = n*10 + int(c-'0')
	}
	return id
}

func issue(name string, issuer *entity, s spec, isCA bool) *entity {
	serial++
	e := &entity{key: key}
	t := &x509.Certificate{
		SerialNumber: big.NewInt(serial), Subject: pkix.Name{CommonName: name}, NotBefore: now.Add(-time.Hour), NotAfter: now.Add(time.Hour),
		IsCA: isCA, BasicConstraintsValid: true,
	}
	for _, p := range s.policies {
		t.Policies = append(t.Policies, oid(p))
	}
	if s.maps != nil {
		var list []struct{ A, B asn1.ObjectIdentifier }
		for _, m := range s.maps {
			list = append(list, struct{ A, B asn1.ObjectIdentifier }{ids(m[0]), ids(m[1])})
		}
		t.ExtraExtensions = append(t.ExtraExtensions, extension(33, list))
	}
	if s.require >= 0 || s.inhibit >= 0 {
		t.ExtraExtensions = append(t.ExtraExtensions, extension(36, struct {
			R int `asn1:"optional,tag:0,default:-1"`
			I int `asn1:"optional,tag:1,default:-1"`
		}{s.require, s.inhibit}))
	}
	if s.any >= 0 {
		t.ExtraExtensions = append(t.ExtraExtensions, extension(54, s.any))
	}
	parent, signer := t, e.key
	if issuer != nil {
		parent, signer = issuer.cert, issuer.key
	}
	if s.self {
		t.Subject = issuer.cert.Subject
	}
	der, err := x509.CreateCertificate(nil, t, parent, e.key.Public(), signer)
	if err != nil {
		panic(err)
	}
	if e.cert, err = x509.ParseCertificate(der); err != nil {
		panic(err)
	}
	return e
}

const all = "2.5.29.32.0"

func p(policies ...string) spec { return spec{policies: policies, require: -1, inhibit: -1, any: -1} }

func (s spec) require_(n int) spec            { s.require = n; return s }
func (s spec) inhibit_(n int) spec            { s.inhibit = n; return s }
func (s spec) any_(n int) spec                { s.any = n; return s }
func (s spec) mapped(pairs ...[2]string) spec { s.maps = pairs; return s }
func (s spec) self_() spec                    { s.self = true; return s }

func main() {
	const a, b, c = "1.2.3.1", "1.2.3.2", "1.2.3.3"
	accepted := [][]string{nil, {all}, {a}, {b}, {a, c}, {all, b}}
	chains := [][]spec{
		{p(a), p(a)},
		{p(a).require_(0), p(a)},
		{p(a).require_(0), p(b)},
		{p(a, b).require_(0), p(b)},
		{p(all).require_(0), p(b)},
		{p(all).require_(0), p(all)},
		{p(all).require_(0).any_(0), p(all)},
		{p(all).require_(0).any_(0), p(b)},
		{p(a).require_(0), p(all)},
		{p(a).require_(0).any_(0), p(all)},
		{p().require_(0), p(a)},
		{p(a).require_(0), p()},
		{p(a).require_(1), p()},
		{p(a).require_(2), p()},
		{p(a), p().require_(0)},
		{p(), p().require_(0)},
		{p(a), p().require_(1)},
		{p(a).require_(0).mapped([2]string{a, b}), p(b)},
		{p(a).require_(0).mapped([2]string{a, b}), p(a)},
		{p(a).require_(0).mapped([2]string{a, b}, [2]string{a, c}), p(c)},
		{p(all).require_(0).mapped([2]string{a, b}), p(b)},
		{p(a).require_(0).mapped([2]string{all, b}), p(b)},
		{p(a).require_(0).mapped([2]string{a, all}), p(b)},
		{p(a).mapped([2]string{a, all}), p(b)},
		{p(a).require_(0).inhibit_(0), p(a).mapped([2]string{a, b}), p(b)},
		{p(a).require_(0).inhibit_(1), p(a).mapped([2]string{a, b}), p(b)},
		{p(a).require_(0).inhibit_(0), p(a).mapped([2]string{a, b}), p(a)},
		{p(a).require_(0).mapped([2]string{a, b}), p(b).mapped([2]string{b, c}), p(c)},
		{p(a, b).require_(0), p(a, all).any_(0), p(a, b)},
		{p(all).require_(0), p(all).self_(), p(b)},
		{p(all).require_(0).any_(0), p(all).self_(), p(b)},
		{p(all).require_(0), p(a, b), p(b, c)},
		{p(a), p(b).require_(0), p(b)},
		{p(a).require_(3), p(b), p(b)},
		{p(a).require_(3), p(b).require_(5), p().require_(0)},
	}
	for i, chain := range chains {
		root := issue("root", nil, p(), true)
		intermediates, roots := x509.NewCertPool(), x509.NewCertPool()
		roots.AddCert(root.cert)
		last := root
		for j, s := range chain {
			last = issue(fmt.Sprint("c", j), last, s, true)
			intermediates.AddCert(last.cert)
		}
		fmt.Print(i, ":")
		for _, list := range accepted {
			opts := x509.VerifyOptions{Roots: roots, Intermediates: intermediates, CurrentTime: now, KeyUsages: []x509.ExtKeyUsage{x509.ExtKeyUsageAny}}
			for _, s := range list {
				opts.CertificatePolicies = append(opts.CertificatePolicies, oid(s))
			}
			_, err := last.cert.Verify(opts)
			if err != nil {
				fmt.Print(" ", err)
			} else {
				fmt.Print(" ok")
			}
		}
		fmt.Println()
		l := last.cert
		fmt.Println(l.Policies, l.RequireExplicitPolicy, l.RequireExplicitPolicyZero, l.InhibitPolicyMapping, l.InhibitPolicyMappingZero, l.InhibitAnyPolicy, l.InhibitAnyPolicyZero, len(l.PolicyMappings))
	}
}
