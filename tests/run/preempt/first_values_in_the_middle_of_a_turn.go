package main

// The same with the default budget: the first goroutine is preempted while the tables of DES are made.
import (
	"crypto/des"
	"fmt"
	"os"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	res := make([]string, 2)
	for g := range 2 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			if g == 0 {
				for range 19000 {
				}
			}
			c, _ := des.NewCipher([]byte("01234567"))
			d := make([]byte, 8)
			c.Encrypt(d, []byte("abcdefgh"))
			res[g] = fmt.Sprintf("%x", d)
		}()
	}
	wg.Wait()
	fmt.Println(res)
	if res[0] != "ecc29ed95d2061d0" || res[1] != "ecc29ed95d2061d0" {
		os.Exit(1)
	}
}
