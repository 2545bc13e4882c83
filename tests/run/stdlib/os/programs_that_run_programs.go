package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"sort"
	"strings"
	"sync"
	"syscall"
	"time"
)

func main() {
	out, err := exec.Command("echo", "hello", "world").Output()
	fmt.Printf("%q %v\n", out, err)
	out, err = exec.Command("sh", "-c", "echo out; echo err >&2; exit 3").Output()
	fmt.Printf("%q %v\n", out, err)
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		fmt.Println(exit.ExitCode(), exit.Exited(), exit.Success(), string(exit.Stderr), exit.Sys().(syscall.WaitStatus).ExitStatus(), exit.ProcessState)
	}
	out, err = exec.Command("sh", "-c", "echo out; echo err >&2; exit 1").CombinedOutput()
	fmt.Printf("%q %v\n", out, err)

	// Input, output, both.
	cmd := exec.Command("tr", "a-z", "A-Z")
	cmd.Stdin = strings.NewReader("some text\n")
	cmd.Stdout = os.Stdout
	fmt.Println("before")
	fmt.Println(cmd.Run(), cmd.ProcessState, cmd.ProcessState.ExitCode())
	cmd = exec.Command("cat")
	in, _ := cmd.StdinPipe()
	pipe, _ := cmd.StdoutPipe()
	fmt.Println(cmd.Start())
	go func() {
		for i := range 3 {
			fmt.Fprintln(in, "line", i)
		}
		in.Close()
	}()
	lines := bufio.NewScanner(pipe)
	for lines.Scan() {
		fmt.Println("got", lines.Text())
	}
	fmt.Println(cmd.Wait())
	large := strings.Repeat("0123456789abcdef", 20000)
	cmd = exec.Command("cat")
	cmd.Stdin = strings.NewReader(large)
	out, err = cmd.Output()
	fmt.Println(string(out) == large, err)
	cmd = exec.Command("head", "-c", "5")
	cmd.Stdin = strings.NewReader(large)
	out, err = cmd.Output()
	fmt.Printf("%q %v\n", out, err)

	// Where and with what.
	cmd = exec.Command("sh", "-c", "pwd; echo $A $B $PWD")
	cmd.Dir = "/"
	cmd.Env = []string{"A=1", "B=2", "A=3", "PATH=" + os.Getenv("PATH")}
	out, err = cmd.Output()
	fmt.Printf("%q %v\n", out, err)
	cmd = exec.Command("env")
	cmd.Env = []string{"Z=1", "Y=a=b", "X="}
	out, err = cmd.Output()
	vars := strings.Fields(string(out))
	sort.Strings(vars)
	fmt.Println(vars, err, cmd.Environ())

	// What is not there.
	_, err = exec.Command("no-such-program").Output()
	fmt.Println(err, errors.Is(err, exec.ErrNotFound))
	_, err = exec.Command("./no-such-program").Output()
	fmt.Println(err, errors.Is(err, os.ErrNotExist))
	_, err = exec.Command("/etc/passwd").Output()
	fmt.Println(err, errors.Is(err, os.ErrPermission))
	cmd = exec.Command("true")
	cmd.Dir = "/no/such/dir"
	fmt.Println(cmd.Run())
	_, err = exec.LookPath("no-such-program")
	fmt.Println(err)
	_, err = exec.LookPath("/etc")
	fmt.Println(err)
	path, err := exec.LookPath("sh")
	fmt.Println(strings.HasSuffix(path, "/sh"), err)
	fmt.Println(exec.Command("/bin/echo", "a b", "c"), exec.Command("no-such-program", "x"))
	fmt.Println((&exec.Cmd{}).Run())

	// Signals.
	cmd = exec.Command("sleep", "100")
	fmt.Println(cmd.Start(), cmd.Process.Signal(syscall.Signal(0)), cmd.Process.Kill())
	err = cmd.Wait()
	fmt.Println(err, cmd.ProcessState.ExitCode(), cmd.ProcessState.Exited(), cmd.Process.Kill(), cmd.Wait(), cmd.Start())
	if errors.As(err, &exit) {
		fmt.Println(exit.Sys().(syscall.WaitStatus).Signal(), exit.Sys().(syscall.WaitStatus).Signaled())
	}
	cmd = exec.Command("sh", "-c", "trap 'echo stopped; exit 7' TERM; echo ready; while true; do sleep 0.01; done")
	pipe, _ = cmd.StdoutPipe()
	cmd.Start()
	r := bufio.NewReader(pipe)
	line, _ := r.ReadString('\n')
	fmt.Print(line)
	cmd.Process.Signal(syscall.SIGTERM)
	line, _ = r.ReadString('\n')
	fmt.Print(line)
	fmt.Println(cmd.Wait())

	// Contexts.
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Millisecond)
	start := time.Now()
	err = exec.CommandContext(ctx, "sleep", "100").Run()
	fmt.Println(err, time.Since(start) < 10*time.Second, ctx.Err())
	cancel()
	fmt.Println(exec.CommandContext(ctx, "true").Run())
	ctx, cancel = context.WithCancel(context.Background())
	cmd = exec.CommandContext(ctx, "sh", "-c", "trap 'exit 0' INT; echo ready; while true; do sleep 0.01; done")
	cmd.Cancel = func() error { return cmd.Process.Signal(os.Interrupt) }
	pipe, _ = cmd.StdoutPipe()
	fmt.Println(cmd.Start())
	bufio.NewReader(pipe).ReadString('\n')
	cancel()
	fmt.Println(cmd.Wait())
	cmd = exec.CommandContext(context.Background(), "sh", "-c", "sleep 100 & echo done")
	cmd.WaitDelay = 50 * time.Millisecond
	out, err = cmd.Output()
	fmt.Printf("%q %v\n", out, err)

	// Many at once.
	var wg sync.WaitGroup
	results := make([]string, 20)
	start = time.Now()
	for i := range results {
		wg.Go(func() {
			out, err := exec.Command("sh", "-c", fmt.Sprintf("sleep 0.2; echo %d", i)).Output()
			results[i] = strings.TrimSpace(string(out)) + fmt.Sprint(err)
		})
	}
	wg.Wait()
	fmt.Println(results, time.Since(start) < 3*time.Second)

	// By package os.
	reader, writer, _ := os.Pipe()
	p, err := os.StartProcess("/bin/sh", []string{"sh", "-c", "echo $0 $1; exit 4", "a", "b"}, &os.ProcAttr{Files: []*os.File{nil, writer, nil}})
	writer.Close()
	text, _ := io.ReadAll(reader)
	state, err2 := p.Wait()
	fmt.Printf("%q %v %v %v %v\n", text, err, err2, state, state.Pid() == p.Pid)
	_, err = p.Wait()
	fmt.Println(err != nil, errors.Is(p.Signal(os.Kill), os.ErrProcessDone))
	own, err := os.FindProcess(os.Getpid())
	fmt.Println(own.Pid == os.Getpid(), err, own.Signal(syscall.Signal(0)))
	_, err = os.StartProcess("/no/such/file", nil, &os.ProcAttr{})
	fmt.Println(err)
	var buf bytes.Buffer
	cmd = exec.Command("echo")
	cmd.Stdout = &buf
	_, err = cmd.Output()
	fmt.Println(err)
	_, err = cmd.StdoutPipe()
	fmt.Println(err)
	fmt.Println(syscall.Kill(os.Getpid(), 0))
}
