package main

import (
	"fmt"
	"os"
	"strings"
	"sync"
)

func main() {
	dir, err := os.MkdirTemp("", "many")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(dir)
	const count = 300
	var wg sync.WaitGroup
	for i := range count {
		wg.Go(func() {
			if err := os.WriteFile(fmt.Sprintf("%s/%d", dir, i), []byte(strings.Repeat("x", 100*i)), 0o644); err != nil {
				panic(err)
			}
		})
	}
	wg.Wait()
	sums := make(chan int, count)
	for i := range count {
		wg.Go(func() {
			f, err := os.Open(fmt.Sprintf("%s/%d", dir, i))
			if err != nil {
				panic(err)
			}
			defer f.Close()
			sum, buf := 0, make([]byte, 1000)
			for {
				n, err := f.Read(buf)
				sum += n
				if err != nil {
					break
				}
			}
			sums <- sum
		})
	}
	wg.Wait()
	close(sums)
	total := 0
	for n := range sums {
		total += n
	}
	fmt.Println(total == 100*count*(count-1)/2)
	_, err = os.Open(dir + "/none")
	fmt.Println(os.IsNotExist(err))
}
