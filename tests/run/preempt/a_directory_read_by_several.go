// flags: --preempt=7
package main

import (
	"fmt"
	"os"
	"sync"
)

func main() {
	dir, _ := os.MkdirTemp("", "x")
	defer os.RemoveAll(dir)
	for i := range 20 {
		os.WriteFile(fmt.Sprint(dir, "/", i), nil, 0666)
	}
	bad := 0
	for range 20 {
		f, _ := os.Open(dir)
		var mu sync.Mutex
		seen := map[string]int{}
		var wg sync.WaitGroup
		for range 4 {
			wg.Add(1)
			go func() {
				defer wg.Done()
				for {
					es, err := f.ReadDir(3)
					mu.Lock()
					for _, e := range es {
						seen[e.Name()]++
					}
					mu.Unlock()
					if err != nil {
						return
					}
				}
			}()
		}
		wg.Wait()
		f.Close()
		n := 0
		for _, x := range seen {
			n += x
		}
		if n != 20 || len(seen) != 20 {
			bad++
		}
	}
	if bad > 0 {
		fmt.Println("FAIL", bad)
		os.RemoveAll(dir)
		os.Exit(1)
	}
	fmt.Println("ok")
}
