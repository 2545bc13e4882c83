package main

import (
	"crypto/cipher"
	"fmt"
)

type block struct{}

func (block) BlockSize() int         { return 16 }
func (block) Encrypt(_, _ []byte)    {}
func (block) Decrypt(_, _ []byte)    {}
func (block) NewGCM(nonceSize, tagSize int) (cipher.AEAD, error) {
	fmt.Println("my gcm", nonceSize, tagSize)
	return nil, nil
}
func (block) NewCTR(iv []byte) cipher.Stream                { fmt.Println("my ctr"); return nil }
func (block) NewCBCEncrypter(iv []byte) cipher.BlockMode { fmt.Println("my cbc"); return nil }

func main() {
	cipher.NewCTR(block{}, make([]byte, 16))
	cipher.NewCBCEncrypter(block{}, make([]byte, 16))
	cipher.NewGCM(block{})
}
