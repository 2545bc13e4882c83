// Writes, lists and reads files below the directory of its first argument, some at once.
package main

import (
	"fmt"
	"os"
	"path"
	"sync"
)

func main() {
	dir, err := os.MkdirTemp(os.Args[1], "files")
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	defer os.RemoveAll(dir)
	var wg sync.WaitGroup
	for i := range 5 {
		wg.Go(func() {
			name := path.Join(dir, fmt.Sprint("f", i))
			if err := os.WriteFile(name, []byte(fmt.Sprint("text ", i)), 0o600); err != nil {
				fmt.Println(err)
			}
			text, err := os.ReadFile(name)
			fmt.Println(name, string(text), err)
		})
	}
	wg.Wait()
	entries, err := os.ReadDir(dir)
	fmt.Println(len(entries), err)
	f, err := os.Open(path.Join(dir, "f3"))
	if err != nil {
		fmt.Println(err)
		return
	}
	defer f.Close()
	info, _ := f.Stat()
	fmt.Println(info.Size(), info.ModTime().UnixNano())
	b := make([]byte, 4)
	n, err := f.ReadAt(b, 2)
	fmt.Println(n, err, string(b[:n]))
	_, err = os.ReadFile(path.Join(dir, "none"))
	fmt.Println(err)
}
