package main

import (
	"math/big"
	"math/rand/v2"
	"mime/multipart"
	"time"
)

func main() {
	var a time.Month = "x" // ERROR
	var b *rand.PCG = 1 // ERROR
	var c *big.Int = 1 // ERROR
	var d *multipart.Form = 1 // ERROR
}
