// Reads all files of the folder that it is given, a goroutine each.
package main

import (
	"fmt"
	"os"
	"path"
	"sync"
)

func main() {
	dir := os.Args[1]
	entries, err := os.ReadDir(dir)
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	sizes := make(chan int, len(entries))
	var wg sync.WaitGroup
	for _, entry := range entries {
		wg.Add(1)
		go func() {
			defer wg.Done()
			text, err := os.ReadFile(path.Join(dir, entry.Name()))
			if err != nil {
				fmt.Println(err)
			}
			sizes <- len(text)
		}()
	}
	wg.Wait()
	close(sizes)
	count, total := 0, 0
	for n := range sizes {
		count++
		total += n
	}
	fmt.Printf("%d files, %d bytes\n", count, total)
}
