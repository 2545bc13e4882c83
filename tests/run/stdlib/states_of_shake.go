package main

import (
	"crypto/sha3"
	"fmt"
)

func main() {
	s := sha3.NewSHAKE128()
	s.Write([]byte("abc"))
	b, err := s.MarshalBinary()
	fmt.Println(len(b), err)
	var t sha3.SHAKE
	fmt.Println(t.UnmarshalBinary(b))
	o := make([]byte, 8)
	t.Read(o)
	fmt.Printf("%x\n", o)
}
