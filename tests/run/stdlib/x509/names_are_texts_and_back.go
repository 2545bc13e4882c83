package main

import (
	"crypto/x509/pkix"
	"encoding/asn1"
	"fmt"
	"math/big"
	"time"
)

func main() {
	names := []pkix.Name{
		{},
		{CommonName: "example.com"},
		{Country: []string{"DE", "FR"}, Organization: []string{"Some, Inc.", "Other"}, OrganizationalUnit: []string{"A+B"}, Locality: []string{" Berlin "},
			Province: []string{"#1"}, StreetAddress: []string{"\"Long\" <street>; 5"}, PostalCode: []string{"10115"}, SerialNumber: "77", CommonName: `back\slash`},
		{CommonName: "x", ExtraNames: []pkix.AttributeTypeAndValue{{Type: asn1.ObjectIdentifier{2, 5, 4, 3}, Value: "instead"}, {Type: asn1.ObjectIdentifier{1, 2, 3}, Value: "extra"}}},
		{CommonName: "x", ExtraNames: []pkix.AttributeTypeAndValue{{Type: asn1.ObjectIdentifier{1, 2, 3, 4}, Value: 77}, {Type: asn1.ObjectIdentifier{1, 2, 5}, Value: []byte{1, 2}}}},
		{CommonName: "Bücher", Organization: []string{"*.wild & co", "ünïcode"}},
		{Names: []pkix.AttributeTypeAndValue{{Type: asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 1}, Value: "a@b.c"}, {Type: asn1.ObjectIdentifier{2, 5, 4, 3}, Value: "not used"}}, CommonName: "y"},
	}
	for _, n := range names {
		seq := n.ToRDNSequence()
		fmt.Printf("%q\n%q\n%d parts\n", n.String(), seq.String(), len(seq))
		der, err := asn1.Marshal(seq)
		fmt.Printf("%x %v\n", der, err)
		if err != nil {
			continue
		}
		var back pkix.RDNSequence
		rest, err := asn1.Unmarshal(der, &back)
		fmt.Println(len(rest), err, back)
		var filled pkix.Name
		filled.FillFromRDNSequence(&back)
		fmt.Printf("%q\n%+v\n", filled.String(), filled)
	}
	seq := pkix.RDNSequence{
		{{Type: asn1.ObjectIdentifier{2, 5, 4, 6}, Value: "A"}, {Type: asn1.ObjectIdentifier{2, 5, 4, 10}, Value: 5}},
		{{Type: asn1.ObjectIdentifier{2, 5, 4, 42}, Value: true}},
		{},
		{{Type: asn1.ObjectIdentifier{2, 5, 4, 42}, Value: struct{ f func() }{}}},
	}
	fmt.Println(seq[:3])
	var n pkix.Name
	n.FillFromRDNSequence(&seq)
	fmt.Println(n.Country, n.Organization, len(n.Names))

	list := pkix.CertificateList{TBSCertList: pkix.TBSCertificateList{
		NextUpdate:          time.Unix(1000, 0),
		RevokedCertificates: []pkix.RevokedCertificate{{SerialNumber: big.NewInt(4), RevocationTime: time.Unix(5, 0)}},
	}}
	fmt.Println(list.HasExpired(time.Unix(999, 0)), list.HasExpired(time.Unix(1000, 0)))
	b, err := asn1.Marshal(pkix.Extension{Id: asn1.ObjectIdentifier{1, 2, 3}, Critical: true, Value: []byte("v")})
	fmt.Printf("%x %v\n", b, err)
}
