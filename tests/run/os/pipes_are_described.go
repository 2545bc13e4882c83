package main

import (
	"fmt"
	"os"
	"os/exec"
)

func main() {
	r, w, err := os.Pipe()
	fmt.Println(err)
	for _, f := range []*os.File{r, w} {
		info, err := f.Stat()
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(info.Mode(), info.Name(), info.Size(), info.Mode()&os.ModeNamedPipe != 0)
	}
	_, err = w.Seek(0, 0)
	fmt.Println(err, r.Sync(), w.Chmod(0o600))

	dir, _ := os.MkdirTemp("", "fifo")
	defer os.RemoveAll(dir)
	path := dir + "/fifo"
	fmt.Println(exec.Command("mkfifo", "-m", "644", path).Run())
	go func() {
		w, _ := os.OpenFile(path, os.O_WRONLY, 0)
		w.Close()
	}()
	f, err := os.Open(path)
	fmt.Println(err)
	info, err := f.Stat()
	fmt.Println(info.Mode(), info.Name(), err, f.Chmod(0o600), f.Close())
	_, err = f.Stat()
	fmt.Println(err != nil)
}
