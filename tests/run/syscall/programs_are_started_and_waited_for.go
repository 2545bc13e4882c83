package main

import (
	"fmt"
	"os"
	"syscall"
)

func main() {
	var p [2]int
	if err := syscall.Pipe2(p[:], syscall.O_CLOEXEC); err != nil {
		panic(err)
	}
	attr := &syscall.ProcAttr{Env: []string{"WORD=hello"}, Files: []uintptr{0, uintptr(p[1]), 2}}
	pid, err := syscall.ForkExec("/bin/sh", []string{"sh", "-c", "echo $WORD; exit 3"}, attr)
	if err != nil {
		panic(err)
	}
	syscall.Close(p[1])
	b := make([]byte, 100)
	n, err := syscall.Read(p[0], b)
	fmt.Printf("%q %v\n", b[:n], err)
	var status syscall.WaitStatus
	got, err := syscall.Wait4(pid, &status, 0, nil)
	fmt.Println(got == pid, err, status.Exited(), status.ExitStatus())

	pid, _, err = syscall.StartProcess("/bin/sleep", []string{"sleep", "10"}, &syscall.ProcAttr{Env: os.Environ(), Sys: &syscall.SysProcAttr{Setpgid: true}})
	if err != nil {
		panic(err)
	}
	got, err = syscall.Wait4(pid, &status, syscall.WNOHANG, nil)
	fmt.Println(got, err)
	group, err := syscall.Getpgid(pid)
	fmt.Println(group == pid, err)
	// A negative number is that of a group.
	fmt.Println(syscall.Kill(-pid, syscall.SIGTERM))
	got, err = syscall.Wait4(-1, &status, 0, nil)
	fmt.Println(got == pid, err, status.Signaled(), status.Signal())
	got, err = syscall.Wait4(-1, nil, 0, nil)
	fmt.Println(got, err)
	_, err = syscall.ForkExec("/bin/none", []string{"none"}, nil)
	fmt.Println(err)
	_, err = syscall.ForkExec("/bin/sh", []string{"sh"}, &syscall.ProcAttr{Files: []uintptr{77}})
	fmt.Println(err)
}
