package main

import (
	"fmt"
	"os"
	"path/filepath"
	"syscall"
)

func check(what string, err error) {
	if err != nil {
		fmt.Println(what, "failed:", err)
	}
}

func main() {
	dir, err := os.MkdirTemp("", "fd")
	check("MkdirTemp", err)
	defer os.RemoveAll(dir)
	name := filepath.Join(dir, "a")

	fd, err := syscall.Open(name, syscall.O_RDWR|syscall.O_CREAT, 0640)
	check("Open", err)
	fmt.Println(fd > 2)
	fmt.Println(syscall.Write(fd, []byte("hello, world")))
	fmt.Println(syscall.Pwrite(fd, []byte("HE"), 0))
	b := make([]byte, 5)
	fmt.Println(syscall.Pread(fd, b, 7))
	fmt.Printf("%s\n", b)
	fmt.Println(syscall.Seek(fd, 0, 0))
	n, err := syscall.Read(fd, b)
	fmt.Println(n, err, string(b[:n]))
	check("Ftruncate", syscall.Ftruncate(fd, 8))
	check("Fsync", syscall.Fsync(fd))
	check("Fchmod", syscall.Fchmod(fd, 0600))
	var st syscall.Stat_t
	check("Fstat", syscall.Fstat(fd, &st))
	fmt.Printf("%o %d %d\n", st.Mode, st.Size, st.Nlink)

	// The same file, by another descriptor and by package os.
	two, err := syscall.Dup(fd)
	check("Dup", err)
	fmt.Println(two != fd, two > 2)
	n, err = syscall.Read(two, b)
	fmt.Println(n, err, string(b[:n]))
	check("Close", syscall.Close(fd))
	fmt.Println(syscall.Close(fd))
	fmt.Println(syscall.Read(fd, b))
	file := os.NewFile(uintptr(two), "two")
	fmt.Println(file.Fd() == uintptr(two), file.Name())
	fmt.Fprint(file, "!")
	rest, err := os.ReadFile(name)
	fmt.Printf("%q %v\n", rest, err)
	check("Close", file.Close())
	fmt.Println(syscall.Fsync(two))

	// A file of package os, by its descriptor; and a number that is taken again.
	f, err := os.Open(name)
	check("Open", err)
	again, err := syscall.Open(name, syscall.O_RDONLY, 0)
	check("Open", err)
	n, err = syscall.Read(int(f.Fd()), b)
	fmt.Println(n, err, string(b[:n]))
	check("Dup2", syscall.Dup2(int(f.Fd()), again))
	n, err = syscall.Read(again, b)
	fmt.Println(n, err, string(b[:n]))
	n, err = syscall.Read(again, b)
	fmt.Println(n, err)
	f.Close()
	at, err := syscall.Seek(again, -2, 2)
	fmt.Println(at, err)
	target, err := os.Readlink(fmt.Sprintf("/proc/self/fd/%d", again))
	fmt.Println(target == name, err)
	check("Close", syscall.Close(again))

	// What can fail.
	_, err = syscall.Open(filepath.Join(dir, "none"), syscall.O_RDONLY, 0)
	fmt.Println(err, err == syscall.ENOENT)
	_, err = syscall.Open(name, syscall.O_CREAT|syscall.O_EXCL|syscall.O_WRONLY, 0600)
	fmt.Println(err)
	full, err := syscall.Open("/dev/full", syscall.O_WRONLY, 0)
	check("Open", err)
	fmt.Println(syscall.Write(full, []byte("x")))
	syscall.Close(full)
	for _, bad := range []int{-1, 999, 1 << 30} {
		fmt.Println(syscall.Write(bad, b))
		fmt.Println(syscall.Pread(bad, b, 0))
		fmt.Println(syscall.Dup(bad))
		fmt.Println(syscall.Dup2(bad, 20), syscall.Fstat(bad, &st), syscall.Close(bad), syscall.Fchdir(bad), syscall.Flock(bad, syscall.LOCK_EX))
	}
	fmt.Println(syscall.Pread(1, b, -1))
	fmt.Println(syscall.Dup2(1, -1), syscall.Dup3(1, 1, 0), syscall.Pipe(nil))
}
