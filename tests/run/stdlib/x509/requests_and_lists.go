package main

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"encoding/pem"
	"fmt"
	"math/big"
	"net"
	"net/url"
	"time"
)

var now = time.Date(2024, 5, 6, 7, 8, 9, 0, time.FixedZone("x", 7200))

type zeros struct{}

func (zeros) Read(b []byte) (int, error) {
	clear(b)
	return len(b), nil
}

func request(t *x509.CertificateRequest, key any) {
	der, err := x509.CreateCertificateRequest(nil, t, key)
	fmt.Printf("%x %v\n", der, err)
	if err != nil {
		return
	}
	r, err := x509.ParseCertificateRequest(der)
	if err != nil {
		fmt.Println("parse:", err)
		return
	}
	fmt.Println(r.Version, r.Subject, r.SignatureAlgorithm, r.PublicKeyAlgorithm, r.DNSNames, r.EmailAddresses, r.IPAddresses, r.URIs, r.Attributes)
	for _, e := range r.Extensions {
		fmt.Printf("  %v %v %x\n", e.Id, e.Critical, e.Value)
	}
	fmt.Println(len(r.Raw), len(r.RawTBSCertificateRequest), len(r.RawSubjectPublicKeyInfo), len(r.RawSubject), r.CheckSignature())
	fmt.Printf("%T %x\n", r.PublicKey, r.RawSignatureAlgorithm)
	r.Signature[3] ^= 1
	fmt.Println(r.CheckSignature())
	_, err = x509.ParseCertificateRequest(append(der, 0))
	fmt.Println(err)
	_, err = x509.ParseCertificateRequest(der[:30])
	fmt.Println(err)
}

func list(t *x509.RevocationList, issuer *x509.Certificate, key crypto.Signer) {
	der, err := x509.CreateRevocationList(nil, t, issuer, key)
	fmt.Printf("%x %v\n", der, err)
	if err != nil {
		return
	}
	l, err := x509.ParseRevocationList(der)
	if err != nil {
		fmt.Println("parse:", err)
		return
	}
	fmt.Printf("%v %x %v %v %v %v\n", l.Issuer, l.AuthorityKeyId, l.SignatureAlgorithm, l.Number, l.ThisUpdate, l.NextUpdate)
	for i, e := range l.RevokedCertificateEntries {
		fmt.Printf("  %v %v %d %v %x\n", e.SerialNumber, e.RevocationTime, e.ReasonCode, e.Extensions, e.Raw)
		fmt.Println("  ", l.RevokedCertificates[i].SerialNumber, len(l.RevokedCertificates[i].Extensions))
	}
	for _, e := range l.Extensions {
		fmt.Printf("  %v %v %x\n", e.Id, e.Critical, e.Value)
	}
	fmt.Println(len(l.Raw), len(l.RawTBSRevocationList), len(l.RawIssuer), len(l.RawSignatureAlgorithm), l.CheckSignatureFrom(issuer))
	old, err := x509.ParseCRL(der)
	fmt.Println(old.TBSCertList.Issuer, len(old.TBSCertList.RevokedCertificates), old.HasExpired(now), err, issuer.CheckCRLSignature(old))
	old, err = x509.ParseCRL(pem.EncodeToMemory(&pem.Block{Type: "X509 CRL", Bytes: der}))
	fmt.Println(old != nil, err)
	_, err = x509.ParseDERCRL(append(der, 0))
	fmt.Println(err)
}

func main() {
	key := ed25519.NewKeyFromSeed(make([]byte, 32))
	u, _ := url.Parse("https://example.com/x")
	request(&x509.CertificateRequest{}, key)
	request(&x509.CertificateRequest{Subject: pkix.Name{CommonName: "cn", Country: []string{"DE"}}, DNSNames: []string{"example.com"}, EmailAddresses: []string{"a@b.c"},
		IPAddresses: []net.IP{net.IPv4(1, 2, 3, 4)}, URIs: []*url.URL{u}, ExtraExtensions: []pkix.Extension{{Id: asn1.ObjectIdentifier{2, 5, 29, 19}, Critical: true, Value: []byte{0x30, 0}}}}, key)
	extensions := asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 14}
	request(&x509.CertificateRequest{DNSNames: []string{"example.com"}, Attributes: []pkix.AttributeTypeAndValueSET{
		{Type: asn1.ObjectIdentifier{1, 2, 3}, Value: [][]pkix.AttributeTypeAndValue{{{Type: asn1.ObjectIdentifier{1, 2}, Value: "x"}}}},
		{Type: extensions, Value: [][]pkix.AttributeTypeAndValue{{{Type: asn1.ObjectIdentifier{2, 5, 29, 15}, Value: []byte{3, 2, 5, 160}}}}},
	}}, key)
	request(&x509.CertificateRequest{DNSNames: []string{"example.com"}, Attributes: []pkix.AttributeTypeAndValueSET{
		{Type: extensions, Value: [][]pkix.AttributeTypeAndValue{{{Type: asn1.ObjectIdentifier{2, 5, 29, 17}, Value: []byte{0x30, 4, 0x82, 2, 'a', 'b'}}}}},
	}}, key)
	request(&x509.CertificateRequest{ExtraExtensions: []pkix.Extension{{Id: asn1.ObjectIdentifier{1, 2, 3}}, {Id: asn1.ObjectIdentifier{1, 2, 3}}}}, key)
	request(&x509.CertificateRequest{DNSNames: []string{"é"}}, key)
	request(&x509.CertificateRequest{SignatureAlgorithm: x509.SHA256WithRSA}, key)
	request(&x509.CertificateRequest{RawSubject: []byte{0x30, 0}, Subject: pkix.Name{CommonName: "no"}}, key)
	request(&x509.CertificateRequest{}, 5)
	b := make([]byte, 32)
	b[4] = 9
	ec, _ := ecdsa.ParseRawPrivateKey(elliptic.P256(), b)
	request(&x509.CertificateRequest{Subject: pkix.Name{CommonName: "ec"}, SignatureAlgorithm: x509.ECDSAWithSHA512}, ec)
	request(&x509.CertificateRequest{Subject: pkix.Name{CommonName: "ec"}, SignatureAlgorithm: x509.ECDSAWithSHA1}, ec)

	t := &x509.Certificate{SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "issuer"}, NotAfter: now, IsCA: true, BasicConstraintsValid: true,
		KeyUsage: x509.KeyUsageCRLSign, SubjectKeyId: []byte{1, 2, 3}}
	der, _ := x509.CreateCertificate(nil, t, t, key.Public(), key)
	issuer, _ := x509.ParseCertificate(der)
	one := big.NewInt(1)
	list(&x509.RevocationList{Number: one, ThisUpdate: now, NextUpdate: now.Add(time.Hour)}, issuer, key)
	list(&x509.RevocationList{Number: big.NewInt(300), ThisUpdate: now, NextUpdate: now.AddDate(50, 0, 0), RevokedCertificateEntries: []x509.RevocationListEntry{
		{SerialNumber: big.NewInt(5), RevocationTime: now}, {SerialNumber: big.NewInt(128), RevocationTime: now, ReasonCode: 4},
		{SerialNumber: one, RevocationTime: now, ReasonCode: 1, ExtraExtensions: []pkix.Extension{{Id: asn1.ObjectIdentifier{1, 2, 3}, Value: []byte("x")}}},
	}, ExtraExtensions: []pkix.Extension{{Id: asn1.ObjectIdentifier{1, 2, 3}, Critical: true, Value: []byte("y")}}}, issuer, key)
	list(&x509.RevocationList{Number: one, ThisUpdate: now, NextUpdate: now, RevokedCertificates: []pkix.RevokedCertificate{{SerialNumber: one, RevocationTime: now}}}, issuer, key)

	noUse, noID := *issuer, *issuer
	noUse.KeyUsage, noID.SubjectKeyId = 0, nil
	list(nil, issuer, key)
	list(&x509.RevocationList{Number: one}, nil, key)
	list(&x509.RevocationList{Number: one}, &noUse, key)
	list(&x509.RevocationList{Number: one}, &noID, key)
	list(&x509.RevocationList{}, issuer, key)
	list(&x509.RevocationList{Number: one, ThisUpdate: now}, issuer, key)
	list(&x509.RevocationList{Number: new(big.Int).Lsh(one, 159)}, issuer, key)
	list(&x509.RevocationList{Number: one, RevokedCertificateEntries: []x509.RevocationListEntry{{}}}, issuer, key)
	list(&x509.RevocationList{Number: one, RevokedCertificateEntries: []x509.RevocationListEntry{{SerialNumber: one}}}, issuer, key)
	list(&x509.RevocationList{Number: one, RevokedCertificateEntries: []x509.RevocationListEntry{{SerialNumber: one, RevocationTime: now,
		ExtraExtensions: []pkix.Extension{{Id: asn1.ObjectIdentifier{2, 5, 29, 21}}}}}}, issuer, key)
	list(&x509.RevocationList{Number: one, SignatureAlgorithm: x509.ECDSAWithSHA256}, issuer, key)

	der, _ = x509.CreateRevocationList(nil, &x509.RevocationList{Number: one, ThisUpdate: now, NextUpdate: now}, issuer, key)
	l, _ := x509.ParseRevocationList(der)
	signer := *issuer
	signer.KeyUsage = x509.KeyUsageCertSign
	fmt.Println(l.CheckSignatureFrom(&signer))
	signer = *issuer
	signer.IsCA = false
	fmt.Println(l.CheckSignatureFrom(&signer))
	signer = *issuer
	signer.PublicKeyAlgorithm = 0
	fmt.Println(l.CheckSignatureFrom(&signer))
	signer = *issuer
	signer.PublicKey = &ec.PublicKey
	fmt.Println(l.CheckSignatureFrom(&signer))

	der, err := issuer.CreateCRL(nil, key, []pkix.RevokedCertificate{{SerialNumber: one, RevocationTime: now}}, now, now.Add(time.Hour))
	fmt.Printf("%x %v\n", der, err)
	der, err = noID.CreateCRL(nil, key, nil, now, now.Add(time.Hour))
	fmt.Printf("%x %v\n", der, err)
	_, err = noID.CreateCRL(nil, "no", nil, now, now)
	fmt.Println(err)
	for n := range 12 {
		_, err := x509.ParseRevocationList(der[:n*9])
		fmt.Println(err)
	}
}
