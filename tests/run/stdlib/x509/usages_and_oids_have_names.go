package main

import (
	"crypto/x509"
	"encoding/asn1"
	"encoding/json"
	"fmt"
	"math"
)

func main() {
	for i := range 20 {
		fmt.Println(x509.SignatureAlgorithm(i), x509.PublicKeyAlgorithm(i), x509.ExtKeyUsage(i), x509.KeyUsage(1<<i), x509.KeyUsage(i))
	}
	fmt.Println(x509.ExtKeyUsage(-1), x509.PublicKeyAlgorithm(-1), x509.SignatureAlgorithm(-1), x509.KeyUsage(-1))
	for u := x509.ExtKeyUsageAny; u <= x509.ExtKeyUsageMicrosoftKernelCodeSigning; u++ {
		fmt.Println(u, u.OID())
	}
	func() {
		defer func() { fmt.Println(recover()) }()
		x509.ExtKeyUsage(99).OID()
	}()

	for _, s := range []string{"1.2.3", "2.999.1", "0.39", "0.40", "1.39.5", "1.40", "2.40.18446744073709551616.1", "3.1", "1", "", ".", "1.", "1..2", "1.2.", "a.b", "1.2.-3", "01.2",
		"2.100000000000000000000000000000000.5", "1.2.4294967296", "2.5.29.17", "1.+2", "1.2.840.113549.1.1.11"} {
		oid, err := x509.ParseOID(s)
		b, _ := oid.MarshalBinary()
		t, _ := oid.MarshalText()
		fmt.Printf("%q %v %x %s %v\n", s, oid, b, t, err)
		if err != nil {
			continue
		}
		var again x509.OID
		fmt.Println(again.UnmarshalBinary(b), again.Equal(oid), again.EqualASN1OID(asn1.ObjectIdentifier{1, 2, 3}), again.EqualASN1OID(asn1.ObjectIdentifier{2, 5, 29, 17}))
	}
	for _, n := range [][]uint64{{1, 2, 3}, {}, {1}, {3, 1}, {0, 40}, {2, math.MaxUint64 - 80}, {1, 2, math.MaxUint64}, {2, 0}, {1, 39, 0, 128, 16384}} {
		oid, err := x509.OIDFromInts(n)
		b, _ := oid.AppendBinary([]byte{9})
		t, _ := oid.AppendText([]byte("x "))
		fmt.Printf("%v %x %s %v\n", n, b, t, err)
	}
	for _, n := range []asn1.ObjectIdentifier{{1, 2, 3}, {1, -1}, {1, 2, math.MaxInt32}, {1, 2, math.MaxInt32 + 1}, nil} {
		oid, err := x509.OIDFromASN1OID(n)
		fmt.Println(oid, err, oid.EqualASN1OID(n))
	}
	for _, b := range [][]byte{{}, {0x80}, {0x80, 1}, {0x2a, 0x80, 1}, {0x2a, 3}, {0x2a, 0x83}, {0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f}, {0x51}, {0x50}, {0x4f}} {
		var oid x509.OID
		err := oid.UnmarshalBinary(b)
		fmt.Printf("%x %v %v\n", b, oid, err)
	}
	var v struct{ Policy x509.OID }
	err := json.Unmarshal([]byte(`{"Policy":"1.2.3.4"}`), &v)
	text, _ := json.Marshal(v)
	fmt.Println(v.Policy, err, string(text))
	fmt.Println(json.Unmarshal([]byte(`{"Policy":"nothing"}`), &v))

	for _, err := range []error{x509.InsecureAlgorithmError(x509.MD5WithRSA), x509.ConstraintViolationError{}, x509.UnhandledCriticalExtension{}, x509.ErrUnsupportedAlgorithm,
		x509.IncorrectPasswordError, x509.SystemRootsError{}, x509.SystemRootsError{Err: fmt.Errorf("why")}, x509.UnknownAuthorityError{}} {
		fmt.Println(err)
	}
	for r := x509.NotAuthorizedToSign; r <= x509.NoValidChains+1; r++ {
		fmt.Println(x509.CertificateInvalidError{Reason: r, Detail: "detail"})
	}
	fmt.Println(x509.CertificateInvalidError{Reason: x509.NoValidChains})
}
