package main

import (
	"fmt"
	"os"
	"os/exec"
	"runtime/debug"
	"strings"
)

func main() {
	if len(os.Args) > 1 {
		f, err := os.Create(os.Args[1])
		fmt.Println(err, debug.SetCrashOutput(f, debug.CrashOptions{}))
		f.Close()
		fmt.Println(debug.SetCrashOutput(f, debug.CrashOptions{}))
		panic("oops")
	}
	name := os.TempDir() + "/crash-output-test"
	defer os.Remove(name)
	exe, _ := os.Executable()
	cmd := exec.Command(exe, name)
	out, err := cmd.Output()
	fmt.Print(string(out))
	fmt.Println(err)
	b, err := os.ReadFile(name)
	s := string(b)
	fmt.Println(err, strings.HasPrefix(s, "panic: oops\n\ngoroutine 1 [running]:\nmain.main()\n"), strings.Contains(s, "exit status"))
}
