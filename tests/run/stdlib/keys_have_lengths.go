package main

import (
	"crypto/pbkdf2"
	"crypto/sha256"
	"crypto/sha512"
	"fmt"
	"runtime/debug"
	"time"
)

func main() {
	for _, n := range []int{1<<63 - 1, (1<<32 - 1) * (sha256.Size + 1), 0, -1, 5} {
		key, err := pbkdf2.Key(sha256.New, "password", []byte("salt"), 2, n)
		fmt.Printf("%x %v\n", key, err)
		key, err = pbkdf2.Key(sha512.New, "password", nil, 1, min(n, 0))
		fmt.Printf("%x %v\n", key, err)
	}
	var stats debug.GCStats
	debug.ReadGCStats(&stats)
	fmt.Println(stats.LastGC.Equal(time.Unix(0, 0)), len(stats.Pause) == len(stats.PauseEnd))
}
