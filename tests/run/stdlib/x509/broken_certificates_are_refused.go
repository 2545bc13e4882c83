package main

import (
	"crypto/rsa"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"fmt"
	"math/big"
	"net"
	"net/url"
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
	key := &rsa.PrivateKey{
		PublicKey: rsa.PublicKey{N: new(big.Int).Mul(p, q), E: 65537},
		D:         new(big.Int).ModInverse(big.NewInt(65537), phi),
		Primes:    []*big.Int{p, q},
	}
	key.Precompute()
	return key
}

var key = fixed()

// with gives a certificate with an extension of its own.
func with(id asn1.ObjectIdentifier, critical bool, value []byte) {
	t := &x509.Certificate{SerialNumber: big.NewInt(1), ExtraExtensions: []pkix.Extension{{Id: id, Critical: critical, Value: value}}}
	der, err := x509.CreateCertificate(nil, t, t, key.Public(), key)
	if err != nil {
		fmt.Println(err)
		return
	}
	c, err := x509.ParseCertificate(der)
	if err != nil {
		fmt.Println(id, err)
		return
	}
	fmt.Println(id, c.UnhandledCriticalExtensions, c.KeyUsage, c.IsCA, c.MaxPathLen, c.DNSNames, c.EmailAddresses, c.IPAddresses, c.URIs, c.CRLDistributionPoints, c.OCSPServer,
		c.IssuingCertificateURL, c.SubjectKeyId, c.AuthorityKeyId, c.PermittedDNSDomains, c.ExcludedIPRanges, c.Policies, c.PolicyMappings, c.InhibitAnyPolicy, c.RequireExplicitPolicy)
}

func hex(s string) (b []byte) {
	fmt.Sscanf(s, "%x", &b)
	return b
}

func main() {
	u, _ := url.Parse("https://example.com")
	_, n, _ := net.ParseCIDR("1.2.0.0/16")
	policy, _ := x509.ParseOID("1.2.3")
	t := &x509.Certificate{
		SerialNumber: big.NewInt(77), Subject: pkix.Name{CommonName: "c", Organization: []string{"ö"}}, NotBefore: time.Unix(0, 0), NotAfter: time.Date(2060, 1, 1, 0, 0, 0, 0, time.UTC),
		KeyUsage: x509.KeyUsageCertSign, ExtKeyUsage: []x509.ExtKeyUsage{1}, IsCA: true, BasicConstraintsValid: true, MaxPathLen: 1, SubjectKeyId: []byte{1}, AuthorityKeyId: []byte{2},
		OCSPServer: []string{"o"}, DNSNames: []string{"d"}, EmailAddresses: []string{"e"}, IPAddresses: []net.IP{net.IPv6loopback}, URIs: []*url.URL{u},
		PermittedDNSDomains: []string{"p"}, ExcludedIPRanges: []*net.IPNet{n}, PermittedEmailAddresses: []string{"m@x"}, ExcludedURIDomains: []string{"u"},
		CRLDistributionPoints: []string{"c"}, Policies: []x509.OID{policy},
	}
	der, err := x509.CreateCertificate(nil, t, t, key.Public(), key)
	fmt.Println(len(der), err)
	// One byte is changed at each place, in some ways.
	for i := range der {
		for _, c := range []byte{der[i] ^ 1, der[i] ^ 0x20, 0xff} {
			bad := append([]byte(nil), der...)
			bad[i] = c
			cert, err := x509.ParseCertificate(bad)
			if err != nil {
				fmt.Println(i, c, err)
				continue
			}
			fmt.Println(i, c, i%200 == 0 && cert.CheckSignatureFrom(cert) == nil, len(cert.UnhandledCriticalExtensions), cert.Subject, cert.Issuer, cert.SignatureAlgorithm, cert.PublicKeyAlgorithm,
				cert.NotBefore, cert.NotAfter, cert.DNSNames, cert.URIs, cert.IPAddresses, cert.ExcludedIPRanges)
		}
	}
	for i := 0; i < len(der); i += 7 {
		_, err := x509.ParseCertificate(der[:i])
		fmt.Println(i, err)
	}

	// Extensions that are odd.
	for id, values := range [][]string{
		14: {"0401aa", "0500", "0402aa", "", "0400"},
		15: {"030205a0", "0500", "0302ff00", "03020780", "03010000", "0303078080"},
		17: {"3000", "3003820161", "3003880161", "30038201ff", "300487020102", "3006870401020304", "3012871000000000000000000000ffff01020304", "3005860333", "30078605687474703a", "300a8608687474703a2f2f2e", "30088606687474703a25", "300586033a2f2f", "05"},
		19: {"3000", "30030101ff", "3003010101", "3003020105", "30030201ff", "30060101ff020105", "0500", "300a02087fffffffffffffff", "300b0209008fffffffffffffff"},
		20: {"0500"},
		30: {"3000", "30020500", "3002a000", "3007a0053003820161", "3006a0043002820161", "3009a107300587030a0000", "300ea10c300a87080a000000ff000000", "300ea10c300a87080a000000ff00ff00", "3009a0073005810361406", "3007a0053003a40161",
			"3005a00330018200", "30050500"},
		31: {"3000", "300a3008a006a00486026162", "30043002a100", "3005300385016f", "30023000", "300a3008a006a00482026162", "30063004a002a500"},
		32: {"3000", "300630040602 2a03", "300630040602", "3004300206002a", "300c300406022a03300406022a03", "30083006060428808001", "300630040602ff01"},
		33: {"3000", "300a300806022a0306022a04", "300630040602 2a03", "05"},
		35: {"3000", "3003800101", "30038101aa", "05", "30048003"},
		36: {"3000", "3003800101", "3003810105", "3006800100810100", "3003820101", "30028000", "300b8009ff00000000000000ff"},
		37: {"3000", "300406022a03", "30050603551d25", "05", "3002 0600"},
		54: {"020105", "0500", "0201ff", "020100"},
	} {
		for _, v := range values {
			for _, critical := range []bool{false, true} {
				with(asn1.ObjectIdentifier{2, 5, 29, id}, critical, hex(v))
			}
		}
	}
	for _, v := range []string{"3000", "05", "300a300806042a030405820161", "300f300d06082b06010505073001860161", "300f300d06082b06010505073002860161", "300f300d06082b06010505073002820161", "30043002 0500"} {
		with(asn1.ObjectIdentifier{1, 3, 6, 1, 5, 5, 7, 1, 1}, false, hex(v))
	}
	with(asn1.ObjectIdentifier{1, 3, 6, 1, 5, 5, 7, 1, 1}, true, hex("3000"))
	with(asn1.ObjectIdentifier{2, 5, 29}, true, nil)
	with(asn1.ObjectIdentifier{2, 5, 29, 15, 1}, true, nil)

	// Values of names.
	for _, v := range []any{"text", 5, int64(1) << 40, true, []byte{1}, asn1.ObjectIdentifier{1, 2}, asn1.BitString{Bytes: []byte{0x80}, BitLength: 1}, time.Unix(0, 0).UTC(), time.Date(2060, 1, 1, 0, 0, 0, 0, time.UTC),
		asn1.RawValue{FullBytes: []byte{5, 0}}, asn1.RawValue{Tag: 20, Bytes: []byte{0xe4, 'b'}}, asn1.RawValue{Tag: 30, Bytes: []byte{0, 'a', 0x20, 0xac, 0, 0}}, asn1.RawValue{Tag: 30, Bytes: []byte{0xd8, 0}},
		asn1.RawValue{Tag: 30, Bytes: []byte{0}}, asn1.RawValue{Tag: 12, Bytes: []byte{0xff}}, asn1.RawValue{Tag: 19, Bytes: []byte("a@b")}, asn1.RawValue{Tag: 19, Bytes: []byte("*&")}, asn1.RawValue{Tag: 18, Bytes: []byte("1 2")},
		asn1.RawValue{Tag: 18, Bytes: []byte("x")}, asn1.RawValue{Tag: 22, Bytes: []byte("x")}, asn1.RawValue{Tag: 22, Bytes: []byte{0x80}}, asn1.RawValue{Tag: 26, Bytes: []byte("vis")},
		asn1.RawValue{Class: 2, Tag: 1, IsCompound: true, Bytes: []byte{5, 0}}, asn1.RawValue{FullBytes: []byte{2, 2, 0, 1}}, asn1.RawValue{FullBytes: []byte{1, 1, 5}}, asn1.RawValue{FullBytes: []byte{3, 1, 1}},
		asn1.RawValue{FullBytes: []byte{6, 1, 0x80}}, asn1.RawValue{FullBytes: []byte{23, 1, 'x'}}, asn1.RawValue{FullBytes: []byte{24, 15, '2', '0', '2', '0', '0', '1', '0', '2', '0', '3', '0', '4', '0', '5', 'X'}}, asn1.RawValue{FullBytes: []byte{31, 1, 1}}} {
		t := &x509.Certificate{SerialNumber: big.NewInt(1), Subject: pkix.Name{ExtraNames: []pkix.AttributeTypeAndValue{{Type: asn1.ObjectIdentifier{2, 5, 4, 3}, Value: v}}}}
		der, err := x509.CreateCertificate(nil, t, t, key.Public(), key)
		if err != nil {
			fmt.Println(err)
			continue
		}
		c, err := x509.ParseCertificate(der)
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Printf("%T %v %q\n", c.Subject.Names[0].Value, c.Subject.Names[0].Value, c.Subject.CommonName)
	}
}
