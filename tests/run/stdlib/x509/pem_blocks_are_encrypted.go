package main

import (
	"crypto/x509"
	"encoding/pem"
	"errors"
	"fmt"
	"os"
)

type counter byte

func (c *counter) Read(b []byte) (int, error) {
	for i := range b {
		b[i] = byte(*c)
		*c++
	}
	return len(b), nil
}

type broken struct{}

func (broken) Read([]byte) (int, error) { return 0, errors.New("no chance") }

func main() {
	for _, text := range []string{"", "short", "sixteen bytes...", "a text that is longer than some blocks of ciphers"} {
		for c := x509.PEMCipherDES; c <= x509.PEMCipherAES256; c++ {
			r := counter(c)
			b, err := x509.EncryptPEMBlock(&r, "SOMETHING", []byte(text), []byte("password"), c)
			if err != nil {
				fmt.Println(err)
				continue
			}
			pem.Encode(os.Stdout, b)
			back, err := x509.DecryptPEMBlock(b, []byte("password"))
			fmt.Printf("%q %v %v\n", back, err, x509.IsEncryptedPEMBlock(b))
			back, err = x509.DecryptPEMBlock(b, []byte("wrong"))
			fmt.Printf("%q %v %v\n", back, err, err == x509.IncorrectPasswordError)
		}
	}
	_, err := x509.EncryptPEMBlock(new(counter), "X", nil, nil, 0)
	fmt.Println(err)
	_, err = x509.EncryptPEMBlock(new(counter), "X", nil, nil, 9)
	fmt.Println(err)
	_, err = x509.EncryptPEMBlock(broken{}, "X", nil, nil, x509.PEMCipherAES128)
	fmt.Println(err)
	for _, info := range []string{"", "AES-128-CBC", "XOR,00", "AES-128-CBC,0g", "AES-128-CBC,0011", "AES-128-CBC,00112233445566778899aabbccddeeff", "DES-CBC,0011223344556677"} {
		for _, n := range []int{0, 16, 17} {
			b := &pem.Block{Type: "X", Headers: map[string]string{"DEK-Info": info}, Bytes: make([]byte, n)}
			text, err := x509.DecryptPEMBlock(b, []byte("p"))
			fmt.Printf("%q %x %v\n", info, text, err)
		}
	}
	b := &pem.Block{Type: "X"}
	_, err = x509.DecryptPEMBlock(b, nil)
	fmt.Println(err, x509.IsEncryptedPEMBlock(b))
}
