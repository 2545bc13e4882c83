package main

import (
	"math/rand"
	"net/http"
	"time"
)

func main() {
	var a time.Time
	var b rand.Rand
	var c http.Client
	var _ int = a // ERROR "time"
	var _ int = b // ERROR "math/rand"
	var _ int = c // ERROR "http.Client"
}
