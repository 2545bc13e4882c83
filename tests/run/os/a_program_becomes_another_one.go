package main

import (
	"fmt"
	"os"
	"os/exec"
	"syscall"
)

func main() {
	defer fmt.Println("not deferred")
	fmt.Println(syscall.Exec("/no/such/program", []string{"x"}, nil))
	fmt.Println(syscall.Exec("/bin/sh\x00", []string{"sh"}, nil))
	fmt.Println(syscall.Exec("/", []string{"/"}, os.Environ()))
	sh, err := exec.LookPath("sh")
	if err != nil {
		panic(err)
	}
	fmt.Print("before ")
	err = syscall.Exec(sh, []string{"name", "-c", `echo "$0, $1, $X"; exit 3`, "zero", "one"}, []string{"X=ex"})
	fmt.Println("not here", err)
}
