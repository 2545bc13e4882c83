package main

import (
	"crypto"
	"crypto/hmac"
	"crypto/sha256"
	"fmt"
	"hash"
)

func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}

func main() {
	one := sha256.New()
	try(func() { hmac.New(func() hash.Hash { return one }, []byte("key")) })
	for _, h := range []crypto.Hash{0, crypto.MLDSAMu, crypto.MLDSAMu + 1} {
		try(func() { crypto.RegisterHash(h, sha256.New) })
		fmt.Println(h.Available())
	}
	try(func() { crypto.MLDSAMu.New() })
	m := hmac.New(sha256.New, []byte("key"))
	m.Write([]byte("text"))
	fmt.Printf("%x\n", m.Sum(nil))
}
