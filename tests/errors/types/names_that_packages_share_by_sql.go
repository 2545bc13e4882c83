package main

import (
	"crypto/ed25519"
	"crypto/x509"
	"database/sql"
	"encoding/asn1"
	"math/rand"
	"net/rpc"
	"text/template"
	"time"
)

func main() {
	var a time.Duration = "x" // ERROR
	var b ed25519.PublicKey = 1 // ERROR
	var c asn1.RawValue = 1 // ERROR
	var d *rand.Rand = 1 // ERROR
	var e *template.Template = 1 // ERROR
	var f *sql.DB = 1 // ERROR
	var g *x509.Certificate = 1 // ERROR
	var h *rpc.Client = 1 // ERROR
}
