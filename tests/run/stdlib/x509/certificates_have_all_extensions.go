package main

import (
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/rsa"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"fmt"
	"io"
	"math/big"
	"net"
	"net/url"
	"strings"
	"time"
)

func number(s string) *big.Int {
	n, _ := new(big.Int).SetString(s, 16)
	return n
}

// fixed is a key of 1024 bits.
func fixed() *rsa.PrivateKey {
	p, q := number("c98caaa345c8987134d76277a40856f9c63eb8b7d934a64d79a9fedc0c2a6db8db267673f6b43031b4a275a16aac9ca0384a30a0bfe4de9b91fc7f4f437cc6d7"), number("eae4ed3c1c62743f1cfc95d09e3686aa027f508cdbf2936d54cf6bdaf09378c39b78bb27bde032721e38d503c9f0e5ed5db7f0646fc1619219db01c9e3fe125f")
	phi := new(big.Int).Mul(new(big.Int).Sub(p, big.NewInt(1)), new(big.Int).Sub(q, big.NewInt(1)))
	return &rsa.PrivateKey{
		PublicKey: rsa.PublicKey{N: new(big.Int).Mul(p, q), E: 65537},
		D:         new(big.Int).ModInverse(big.NewInt(65537), phi),
		Primes:    []*big.Int{p, q},
	}
}

func mustURL(s string) *url.URL {
	u, err := url.Parse(s)
	if err != nil {
		panic(err)
	}
	return u
}

func network(s string) *net.IPNet {
	_, n, err := net.ParseCIDR(s)
	if err != nil {
		panic(err)
	}
	return n
}

func oid(s string) x509.OID {
	o, err := x509.ParseOID(s)
	if err != nil {
		panic(err)
	}
	return o
}

type zeros struct{}

func (zeros) Read(b []byte) (int, error) {
	clear(b)
	return len(b), nil
}

func show(der []byte, err error) *x509.Certificate {
	fmt.Printf("%x %v\n", der, err)
	if err != nil {
		return nil
	}
	c, err := x509.ParseCertificate(der)
	if err != nil {
		fmt.Println("parse:", err)
		return nil
	}
	fmt.Println(c.Version, c.SerialNumber, c.Issuer, "|", c.Subject, c.NotBefore, c.NotAfter, c.SignatureAlgorithm, c.PublicKeyAlgorithm)
	fmt.Println(int(c.KeyUsage), c.ExtKeyUsage, c.UnknownExtKeyUsage, c.BasicConstraintsValid, c.IsCA, c.MaxPathLen, c.MaxPathLenZero)
	fmt.Printf("%x %x %q %q %q %q %v %v\n", c.SubjectKeyId, c.AuthorityKeyId, c.OCSPServer, c.IssuingCertificateURL, c.DNSNames, c.EmailAddresses, c.IPAddresses, c.URIs)
	fmt.Println(c.PermittedDNSDomainsCritical, c.PermittedDNSDomains, c.ExcludedDNSDomains, c.PermittedIPRanges, c.ExcludedIPRanges, c.PermittedEmailAddresses,
		c.ExcludedEmailAddresses, c.PermittedURIDomains, c.ExcludedURIDomains, c.CRLDistributionPoints, c.PolicyIdentifiers, c.Policies)
	fmt.Println(c.InhibitAnyPolicy, c.InhibitAnyPolicyZero, c.InhibitPolicyMapping, c.InhibitPolicyMappingZero, c.RequireExplicitPolicy, c.RequireExplicitPolicyZero,
		len(c.PolicyMappings), c.UnhandledCriticalExtensions)
	for _, e := range c.Extensions {
		fmt.Printf("  %v %v %x\n", e.Id, e.Critical, e.Value)
	}
	fmt.Printf("%d %d %d %x %x %x\n", len(c.Raw), len(c.RawTBSCertificate), len(c.RawSubjectPublicKeyInfo), c.RawSubject, c.RawIssuer, c.RawSignatureAlgorithm)
	fmt.Printf("%T %d\n", c.PublicKey, len(c.Signature))
	return c
}

func main() {
	key := ed25519.NewKeyFromSeed(make([]byte, 32))
	other := ed25519.NewKeyFromSeed([]byte("01234567890123456789012345678901"))
	from, to := time.Date(2020, 1, 2, 3, 4, 5, 6, time.UTC), time.Date(2050, 1, 2, 3, 4, 5, 0, time.FixedZone("x", 3600))
	all := &x509.Certificate{
		SerialNumber: big.NewInt(128), Subject: pkix.Name{CommonName: "all", Organization: []string{"Ö"}}, NotBefore: from, NotAfter: to,
		KeyUsage:              x509.KeyUsageDigitalSignature | x509.KeyUsageCertSign | x509.KeyUsageCRLSign | x509.KeyUsageDecipherOnly,
		ExtKeyUsage:           []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth, x509.ExtKeyUsageMicrosoftKernelCodeSigning, x509.ExtKeyUsageAny},
		UnknownExtKeyUsage:    []asn1.ObjectIdentifier{{1, 2, 3}},
		BasicConstraintsValid: true, IsCA: true, MaxPathLen: 3,
		SubjectKeyId: []byte{1, 2, 3}, AuthorityKeyId: []byte{4, 5},
		OCSPServer: []string{"http://ocsp.example.com"}, IssuingCertificateURL: []string{"http://ca.example.com/ca.crt", "ldap://x"},
		DNSNames: []string{"example.com", "*.example.com"}, EmailAddresses: []string{"a@example.com"},
		IPAddresses: []net.IP{net.ParseIP("1.2.3.4"), net.ParseIP("2001:db8::1")}, URIs: []*url.URL{mustURL("https://example.com/a?b#c")},
		PermittedDNSDomainsCritical: true, PermittedDNSDomains: []string{"example.com", ".sub.example.com"}, ExcludedDNSDomains: []string{"bad.example.com"},
		PermittedIPRanges: []*net.IPNet{network("1.2.0.0/16"), network("2001:db8::/32")}, ExcludedIPRanges: []*net.IPNet{network("1.2.128.0/17")},
		PermittedEmailAddresses: []string{"a@example.com", "example.com"}, ExcludedEmailAddresses: []string{".x.org"},
		PermittedURIDomains: []string{"example.com"}, ExcludedURIDomains: []string{"evil.example.com"},
		CRLDistributionPoints: []string{"http://crl.example.com/1", "http://crl.example.com/2"},
		Policies:              []x509.OID{oid("1.2.3.4"), oid("2.5.99999999999999.1")},
		PolicyIdentifiers:     []asn1.ObjectIdentifier{{9, 9}},
		ExtraExtensions:       []pkix.Extension{{Id: asn1.ObjectIdentifier{1, 2, 3, 4}, Critical: true, Value: []byte{5, 0}}, {Id: asn1.ObjectIdentifier{1, 2, 3, 5}, Value: nil}},
	}
	ca := show(x509.CreateCertificate(nil, all, all, key.Public(), key))
	fmt.Println(ca.CheckSignatureFrom(ca), ca.CheckSignature(x509.PureEd25519, []byte("x"), ca.Signature), ca.Equal(ca), ca.Equal(nil))

	child := &x509.Certificate{SerialNumber: big.NewInt(5), NotBefore: from, NotAfter: to, DNSNames: []string{"child"}, BasicConstraintsValid: true, MaxPathLen: -1}
	c := show(x509.CreateCertificate(nil, child, ca, other.Public(), key))
	fmt.Println(c.CheckSignatureFrom(ca), ca.CheckSignatureFrom(c))
	show(x509.CreateCertificate(nil, child, ca, other.Public(), other))

	// The key's identifier is made of the key.
	show(x509.CreateCertificate(zeros{}, &x509.Certificate{BasicConstraintsValid: true, IsCA: true, MaxPathLenZero: true}, child, key.Public(), key))
	show(x509.CreateCertificate(zeros{}, &x509.Certificate{IsCA: true, KeyUsage: x509.KeyUsageEncipherOnly, IPAddresses: []net.IP{{1, 2}, net.IPv4(1, 1, 1, 1)}}, child, key.Public(), key))

	// RSA, with all hashes.
	r := fixed()
	for _, algo := range []x509.SignatureAlgorithm{0, x509.SHA1WithRSA, x509.SHA256WithRSA, x509.SHA384WithRSA, x509.SHA512WithRSA, x509.MD5WithRSA, x509.PureEd25519, x509.ECDSAWithSHA256, x509.MD2WithRSA, 99} {
		t := &x509.Certificate{SerialNumber: big.NewInt(1), SignatureAlgorithm: algo, Subject: pkix.Name{CommonName: "r"}, NotBefore: from, NotAfter: to, IsCA: true, BasicConstraintsValid: true}
		der, err := x509.CreateCertificate(nil, t, t, r.Public(), r)
		if c := show(der, err); c != nil {
			fmt.Println(c.CheckSignatureFrom(c), c.CheckSignature(c.SignatureAlgorithm, c.RawTBSCertificate, c.Signature))
		}
	}
	// With a salt of zeros signatures are the same each time.
	for _, algo := range []x509.SignatureAlgorithm{x509.SHA256WithRSAPSS, x509.SHA384WithRSAPSS} {
		t := &x509.Certificate{SerialNumber: big.NewInt(1), SignatureAlgorithm: algo, IsCA: true, BasicConstraintsValid: true}
		der, err := x509.CreateCertificate(zeros{}, t, t, r.Public(), r)
		if err != nil {
			fmt.Println(err)
			continue
		}
		c, err := x509.ParseCertificate(der)
		fmt.Printf("%v %v %x %v %x\n", c.SignatureAlgorithm, err, c.RawSignatureAlgorithm, c.CheckSignatureFrom(c), c.Raw)
	}
	for _, curve := range []elliptic.Curve{elliptic.P224(), elliptic.P256(), elliptic.P384(), elliptic.P521()} {
		b := make([]byte, (curve.Params().N.BitLen()+7)/8)
		b[5] = 7
		k, _ := ecdsa.ParseRawPrivateKey(curve, b)
		t := &x509.Certificate{SerialNumber: big.NewInt(1), IsCA: true, BasicConstraintsValid: true}
		// Without a reader they are, too.
		for _, r := range []io.Reader{nil, zeros{}} {
			der, err := x509.CreateCertificate(r, t, t, k.Public(), k)
			if err != nil {
				fmt.Println(err)
				continue
			}
			c, err := x509.ParseCertificate(der)
			fmt.Printf("%v %v %x %v %x\n", c.SignatureAlgorithm, err, c.RawSubjectPublicKeyInfo, c.CheckSignatureFrom(c), c.SubjectKeyId)
			if r == nil {
				fmt.Printf("%x\n", c.Signature)
			}
		}
	}

	// What cannot be made.
	for _, t := range []*x509.Certificate{
		{SerialNumber: big.NewInt(-1)},
		{SerialNumber: big.NewInt(1), BasicConstraintsValid: true, MaxPathLen: -2},
		{SerialNumber: big.NewInt(1), BasicConstraintsValid: true, MaxPathLen: 1},
		{SerialNumber: big.NewInt(1), BasicConstraintsValid: true, MaxPathLenZero: true},
		{SerialNumber: big.NewInt(1), DNSNames: []string{"é"}},
		{SerialNumber: big.NewInt(1), EmailAddresses: []string{"é@b"}},
		{SerialNumber: big.NewInt(1), PermittedURIDomains: []string{"é"}},
		{SerialNumber: big.NewInt(1), ExcludedIPRanges: []*net.IPNet{{IP: net.ParseIP("1.2.3.4"), Mask: net.CIDRMask(100, 128)}}},
		{SerialNumber: big.NewInt(1), ExtKeyUsage: []x509.ExtKeyUsage{77}},
		{SerialNumber: big.NewInt(1), UnknownExtKeyUsage: []asn1.ObjectIdentifier{{9}}},
		{SerialNumber: big.NewInt(1), Policies: []x509.OID{{}}},
		{SerialNumber: big.NewInt(1), NotAfter: time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC)},
	} {
		_, err := x509.CreateCertificate(nil, t, t, key.Public(), key)
		fmt.Println(err)
	}
	one := &x509.Certificate{SerialNumber: big.NewInt(1)}
	for _, k := range [][2]any{{key.Public(), "no key"}, {"no key", key}, {key, key}, {fixed().PublicKey, key}} {
		_, err := x509.CreateCertificate(nil, one, one, k[0], k[1])
		fmt.Println(err)
	}
	two, err := x509.ParseCertificates([]byte(strings.Repeat(string(ca.Raw), 2)))
	fmt.Println(len(two), err)
	_, err = x509.ParseCertificate([]byte(strings.Repeat(string(ca.Raw), 2)))
	fmt.Println(err)
	_, err = x509.ParseCertificates([]byte(string(ca.Raw) + "x"))
	fmt.Println(err)
}
