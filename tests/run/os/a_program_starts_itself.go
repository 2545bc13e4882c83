package main

import (
	"fmt"
	"os"
	"os/exec"
)

func main() {
	if len(os.Args) > 1 {
		fmt.Println("child", os.Args[1:], os.Getenv("WHAT"))
		os.Exit(3)
	}
	me, err := os.Executable()
	if err != nil {
		fmt.Println(err)
	}
	cmd := exec.Command(me, "a", "-b=c")
	cmd.Env = append(os.Environ(), "WHAT=x")
	out, err := cmd.CombinedOutput()
	fmt.Printf("%s%v\n", out, err)
	cmd = exec.Command(me, "d")
	cmd.Dir = "/"
	out, err = cmd.CombinedOutput()
	fmt.Printf("%s%v\n", out, err)
}
