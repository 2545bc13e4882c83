package main

import (
	"fmt"
	"io/ioutil"
	"os"
	"path/filepath"
	"strings"
)

func main() {
	dir, err := ioutil.TempDir("", "old-names")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)
	name := filepath.Join(dir, "b.txt")
	fmt.Println(ioutil.WriteFile(name, []byte("hello"), 0o640))
	fmt.Println(ioutil.WriteFile(filepath.Join(dir, "a"), nil, 0o600))
	text, err := ioutil.ReadFile(name)
	fmt.Printf("%q %v\n", text, err)
	infos, err := ioutil.ReadDir(dir)
	for _, info := range infos {
		fmt.Println(info.Name(), info.Size(), info.Mode(), info.IsDir())
	}
	fmt.Println(err)
	_, err = ioutil.ReadDir(filepath.Join("no", "such"))
	fmt.Println(err)
	f, err := ioutil.TempFile(dir, "x*.tmp")
	fmt.Println(strings.HasSuffix(f.Name(), ".tmp"), err, f.Close())
	r := ioutil.NopCloser(strings.NewReader("all of it"))
	text, err = ioutil.ReadAll(r)
	fmt.Println(string(text), err, r.Close())
	n, err := ioutil.Discard.Write([]byte("gone"))
	fmt.Println(n, err)
}
