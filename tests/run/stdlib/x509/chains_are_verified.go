package main

import (
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"encoding/pem"
	"errors"
	"fmt"
	"math/big"
	"os"
	"path/filepath"
	"time"
)

var now = time.Date(2024, 5, 6, 7, 8, 9, 0, time.UTC)

type entity struct {
	cert *x509.Certificate
	key  *rsa.PrivateKey
}

var serial int64

// keys are shared; those of entities that come one after the other are others.
var keys []*rsa.PrivateKey

func init() {
	for range 5 {
		key, err := rsa.GenerateKey(rand.Reader, 1024)
		if err != nil {
			panic(err)
		}
		keys = append(keys, key)
	}
}

func issue(name string, issuer *entity, change func(t *x509.Certificate)) *entity {
	serial++
	e := &entity{key: keys[serial%5]}
	t := &x509.Certificate{
		SerialNumber: big.NewInt(serial), Subject: pkix.Name{CommonName: name}, NotBefore: now.Add(-time.Hour), NotAfter: now.Add(time.Hour),
	}
	if change != nil {
		change(t)
	}
	parent, signer := t, e.key
	if issuer != nil {
		parent, signer = issuer.cert, issuer.key
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

func ca(t *x509.Certificate) {
	t.IsCA, t.BasicConstraintsValid = true, true
	t.KeyUsage = x509.KeyUsageCertSign
}

func pool(list ...*entity) *x509.CertPool {
	p := x509.NewCertPool()
	for _, e := range list {
		p.AddCert(e.cert)
	}
	return p
}

func verify(what string, e *entity, opts x509.VerifyOptions) {
	if opts.CurrentTime.IsZero() {
		opts.CurrentTime = now
	}
	chains, err := e.cert.Verify(opts)
	fmt.Printf("%s: %v\n", what, err)
	for _, chain := range chains {
		for _, c := range chain {
			fmt.Print(" <- ", c.Subject, " ", c.SerialNumber)
		}
		fmt.Println()
	}
	var invalid x509.CertificateInvalidError
	if errors.As(err, &invalid) {
		fmt.Println("  ", invalid.Reason, invalid.Cert.Subject, invalid.Detail)
	}
	var unknown x509.UnknownAuthorityError
	if errors.As(err, &unknown) {
		fmt.Println("  ", unknown.Cert.Subject)
	}
}

func main() {
	root := issue("root", nil, ca)
	mid := issue("mid", root, ca)
	low := issue("low", mid, ca)
	leaf := issue("leaf", low, func(t *x509.Certificate) { t.DNSNames = []string{"example.com"} })
	direct := issue("direct", root, nil)
	all := x509.VerifyOptions{Roots: pool(root), Intermediates: pool(mid, low)}

	verify("whole", leaf, all)
	verify("direct", direct, x509.VerifyOptions{Roots: pool(root)})
	verify("root itself", root, all)
	verify("leaf as root", leaf, x509.VerifyOptions{Roots: pool(leaf)})
	verify("no intermediates", leaf, x509.VerifyOptions{Roots: pool(root)})
	verify("one missing", leaf, x509.VerifyOptions{Roots: pool(root), Intermediates: pool(low)})
	verify("no roots", leaf, x509.VerifyOptions{Roots: pool(), Intermediates: pool(mid, low)})
	verify("intermediate as root", leaf, x509.VerifyOptions{Roots: pool(mid), Intermediates: pool(low)})
	verify("two roots", leaf, x509.VerifyOptions{Roots: pool(root, mid), Intermediates: pool(mid, low)})

	host := all
	host.DNSName = "example.com"
	verify("host", leaf, host)
	host.DNSName = "example.org"
	verify("other host", leaf, host)

	late, early := all, all
	late.CurrentTime, early.CurrentTime = now.Add(2*time.Hour), now.Add(-2*time.Hour)
	verify("late", leaf, late)
	verify("early", leaf, early)
	oldMid := issue("mid", root, func(t *x509.Certificate) { ca(t); t.NotAfter = now.Add(-time.Minute) })
	underOld := issue("leaf", oldMid, nil)
	verify("expired intermediate", underOld, x509.VerifyOptions{Roots: pool(root), Intermediates: pool(oldMid)})

	notCA := issue("no authority", root, func(t *x509.Certificate) { t.BasicConstraintsValid = true })
	verify("no authority", issue("leaf", notCA, nil), x509.VerifyOptions{Roots: pool(root), Intermediates: pool(notCA)})
	noBasic := issue("no basic", root, nil)
	verify("no basic constraints", issue("leaf", noBasic, nil), x509.VerifyOptions{Roots: pool(root), Intermediates: pool(noBasic)})
	noSign := issue("no sign", root, func(t *x509.Certificate) { ca(t); t.KeyUsage = x509.KeyUsageCRLSign })
	verify("may not sign", issue("leaf", noSign, nil), x509.VerifyOptions{Roots: pool(root), Intermediates: pool(noSign)})

	// Same name, other keys.
	for keys[(serial+1)%5] == root.key {
		serial++
	}
	imposter := issue("root", nil, ca)
	verify("imposter", direct, x509.VerifyOptions{Roots: pool(imposter)})
	verify("imposter and root", direct, x509.VerifyOptions{Roots: pool(imposter, root)})
	org := issue("", nil, func(t *x509.Certificate) { ca(t); t.Subject = pkix.Name{Organization: []string{"The Org"}} })
	org2 := issue("", nil, func(t *x509.Certificate) { ca(t); t.Subject = pkix.Name{Organization: []string{"The Org"}} })
	verify("organization", issue("x", org, nil), x509.VerifyOptions{Roots: pool(org2)})
	bare := issue("", nil, func(t *x509.Certificate) { ca(t); t.Subject = pkix.Name{Locality: []string{"L"}} })
	bare2 := issue("", nil, func(t *x509.Certificate) { ca(t); t.Subject = pkix.Name{Locality: []string{"L"}} })
	verify("bare", issue("x", bare, nil), x509.VerifyOptions{Roots: pool(bare2)})

	// How long chains may be.
	short := issue("short", nil, func(t *x509.Certificate) { ca(t); t.MaxPathLenZero = true })
	under := issue("under", short, ca)
	verify("path too long", issue("leaf", under, nil), x509.VerifyOptions{Roots: pool(short), Intermediates: pool(under)})
	verify("path just right", issue("leaf", short, nil), x509.VerifyOptions{Roots: pool(short)})

	// Uses.
	client := issue("client", root, func(t *x509.Certificate) { t.ExtKeyUsage = []x509.ExtKeyUsage{x509.ExtKeyUsageClientAuth} })
	verify("client as server", client, all)
	opts := all
	opts.KeyUsages = []x509.ExtKeyUsage{x509.ExtKeyUsageClientAuth}
	verify("client", client, opts)
	opts.KeyUsages = []x509.ExtKeyUsage{x509.ExtKeyUsageCodeSigning, x509.ExtKeyUsageAny}
	verify("any", client, opts)
	serverCA := issue("server ca", root, func(t *x509.Certificate) { ca(t); t.ExtKeyUsage = []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth} })
	both := issue("both", serverCA, func(t *x509.Certificate) {
		t.ExtKeyUsage = []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth, x509.ExtKeyUsageClientAuth}
	})
	opts = x509.VerifyOptions{Roots: pool(root), Intermediates: pool(serverCA)}
	verify("both as server", both, opts)
	opts.KeyUsages = []x509.ExtKeyUsage{x509.ExtKeyUsageClientAuth, x509.ExtKeyUsageEmailProtection}
	verify("both as client", both, opts)
	unknown := issue("unknown", root, func(t *x509.Certificate) { t.UnknownExtKeyUsage = []asn1.ObjectIdentifier{{1, 2, 3}} })
	verify("unknown use", unknown, all)

	// Extensions that must be understood.
	critical := issue("critical", root, func(t *x509.Certificate) {
		t.ExtraExtensions = []pkix.Extension{{Id: asn1.ObjectIdentifier{1, 2, 3}, Critical: true}}
	})
	verify("critical", critical, all)
	critical.cert.UnhandledCriticalExtensions = nil
	verify("critical, handled", critical, all)

	// A constraint of the program's own.
	p := x509.NewCertPool()
	p.AddCertWithConstraint(root.cert, func(chain []*x509.Certificate) error {
		if len(chain) > 1 {
			return errors.New("the chain is too long for me")
		}
		return nil
	})
	verify("own constraint", direct, x509.VerifyOptions{Roots: p})
	verify("own constraint, broken", leaf, x509.VerifyOptions{Roots: p, Intermediates: pool(mid, low)})

	// Crossed signatures end.
	a := issue("A", root, ca)
	b := issue("B", a, ca)
	t := &x509.Certificate{SerialNumber: big.NewInt(1000), Subject: a.cert.Subject, NotBefore: now.Add(-time.Hour), NotAfter: now.Add(time.Hour)}
	ca(t)
	der, _ := x509.CreateCertificate(nil, t, b.cert, a.key.Public(), b.key)
	cross, _ := x509.ParseCertificate(der)
	end := issue("end", b, nil)
	verify("crossed", end, x509.VerifyOptions{Roots: pool(root), Intermediates: pool(a, b, &entity{cert: cross})})

	// Too many ways.
	many := x509.NewCertPool()
	same := issue("same", nil, ca)
	for range 150 {
		if serial++; keys[(serial+1)%5] == same.key {
			serial++
		}
		many.AddCert(issue("same", nil, ca).cert)
	}
	verify("many", issue("x", same, nil), x509.VerifyOptions{Roots: many})

	// SHA-1 signs no certificates.
	key := keys[0]
	t = &x509.Certificate{SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "weak"}, NotBefore: now.Add(-time.Hour), NotAfter: now.Add(time.Hour), SignatureAlgorithm: x509.SHA1WithRSA}
	ca(t)
	der, err := x509.CreateCertificate(nil, t, t, key.Public(), key)
	weak, err2 := x509.ParseCertificate(der)
	t.Subject.CommonName = "under weak"
	der, err3 := x509.CreateCertificate(nil, t, weak, key.Public(), key)
	underWeak, err4 := x509.ParseCertificate(der)
	fmt.Println(err, err2, err3, err4)
	verify("weak", &entity{cert: underWeak}, x509.VerifyOptions{Roots: pool(&entity{cert: weak})})

	_, err = (&x509.Certificate{}).Verify(x509.VerifyOptions{})
	fmt.Println(err)
	_, err = direct.cert.Verify(x509.VerifyOptions{Intermediates: pool(&entity{cert: &x509.Certificate{}})})
	fmt.Println(err)

	// Pools.
	one, two := pool(root, mid), pool(mid, root)
	fmt.Println(one.Equal(two), one.Equal(pool(root)), one.Equal(nil), one.Clone().Equal(one), len(one.Subjects()))
	one.AddCert(root.cert)
	clone := one.Clone()
	clone.AddCert(low.cert)
	fmt.Println(len(one.Subjects()), len(clone.Subjects()))
	text := pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: root.cert.Raw})
	text = append(text, pem.EncodeToMemory(&pem.Block{Type: "SOMETHING", Bytes: []byte("x")})...)
	text = append(text, pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: []byte("x")})...)
	text = append(text, pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: mid.cert.Raw})...)
	read := x509.NewCertPool()
	fmt.Println(read.AppendCertsFromPEM(text), read.Equal(one), read.AppendCertsFromPEM([]byte("nothing")))
	func() {
		defer func() { fmt.Println(recover()) }()
		read.AddCert(nil)
	}()

	// The roots of the system are where the environment says.
	dir, _ := os.MkdirTemp("", "roots")
	defer os.RemoveAll(dir)
	file := filepath.Join(dir, "a.pem")
	os.WriteFile(file, text, 0o600)
	os.Symlink("a.pem", filepath.Join(dir, "b.pem"))
	os.Setenv("SSL_CERT_FILE", filepath.Join(dir, "missing.pem"))
	os.Setenv("SSL_CERT_DIR", dir)
	system, err := x509.SystemCertPool()
	fmt.Println(system.Equal(one), err)
	verify("system roots", direct, x509.VerifyOptions{})
	func() {
		defer func() { fmt.Println(recover()) }()
		x509.SetFallbackRoots(one)
		x509.SetFallbackRoots(one)
	}()
}
