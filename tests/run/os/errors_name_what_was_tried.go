// Listing a file that is no directory, and offsets that are none.
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

func main() {
	dir, err := os.MkdirTemp("", "")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(dir)
	show := func(err error) { fmt.Println(strings.ReplaceAll(err.Error(), dir, "DIR")) }
	name := filepath.Join(dir, "file")
	os.WriteFile(name, []byte("text"), 0o600)
	_, err = os.ReadDir(name)
	show(err)
	f, _ := os.OpenFile(name, os.O_RDWR, 0)
	_, err = f.ReadAt(make([]byte, 1), -1)
	show(err)
	_, err = f.WriteAt(make([]byte, 1), -1)
	show(err)
	_, err = f.ReadDir(-1)
	show(err)
	_, err = f.Readdirnames(2)
	show(err)
	f.Close()
	_, err = f.ReadAt(make([]byte, 1), -1)
	show(err)
}
