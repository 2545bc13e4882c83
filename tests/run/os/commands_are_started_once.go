package main

import (
	"fmt"
	"io"
	"os/exec"
)

func main() {
	c := exec.Command("sh", "-c", "exit 3")
	c.Dir = "/nonexistent"
	fmt.Println(c.Run())
	fmt.Println(c.Start())
	d := exec.Command("no-such-tool-xyz")
	fmt.Println(d.Start())
	fmt.Println(d.Start())
	fmt.Println(d.Wait())

	// The second call leaves the pipe of the first alone.
	e := exec.Command("sh", "-c", "echo still here")
	out, err := e.StdoutPipe()
	fmt.Println(err, e.Start(), e.Start())
	text, err := io.ReadAll(out)
	fmt.Printf("%q %v %v\n", text, err, e.Wait())
}
