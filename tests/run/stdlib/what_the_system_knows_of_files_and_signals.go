package main

import (
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"
)

func main() {
	for i := range 34 {
		fmt.Print(syscall.Signal(i), "; ")
	}
	fmt.Println(syscall.SIGIO, syscall.SIGURG, syscall.SIGPROF, syscall.SIGCLD == syscall.SIGCHLD)

	got := make(chan os.Signal, 1)
	signal.Notify(got, syscall.SIGWINCH)
	fmt.Println(syscall.Kill(syscall.Getpid(), syscall.SIGWINCH), <-got)

	fmt.Println(syscall.Getpid() == os.Getpid(), syscall.Getppid() == os.Getppid(), syscall.Getuid() == os.Getuid())
	fmt.Println(syscall.Geteuid() == os.Geteuid(), syscall.Getgid() == os.Getgid(), syscall.Getegid() == os.Getegid())

	dir, err := os.MkdirTemp("", "stat")
	fmt.Println(err)
	defer os.RemoveAll(dir)
	name, other := filepath.Join(dir, "file"), filepath.Join(dir, "other")
	fmt.Println(os.WriteFile(name, []byte("twelve bytes"), 0o640), syscall.Link(name, other))
	info, _ := os.Stat(name)
	st, ok := info.Sys().(*syscall.Stat_t)
	fmt.Println(ok, st.Size, st.Nlink, st.Mode&syscall.S_IFMT == syscall.S_IFREG, st.Mode&0o777 == 0o640)
	fmt.Println(int(st.Uid) == os.Getuid(), st.Mtim.Nano() == info.ModTime().UnixNano(), st.Blksize > 0, st.Atim.Sec > 0)

	var own syscall.Stat_t
	fmt.Println(syscall.Stat(other, &own), own.Ino == st.Ino, own.Dev == st.Dev, own.Size)
	fmt.Println(syscall.Stat(filepath.Join(dir, "none"), &own), own.Size)
	sym := filepath.Join(dir, "sym")
	fmt.Println(syscall.Symlink("file", sym), syscall.Lstat(sym, &own), own.Mode&syscall.S_IFMT == syscall.S_IFLNK)
	buf := make([]byte, 10)
	n, err := syscall.Readlink(sym, buf)
	fmt.Println(string(buf[:n]), err)
	fmt.Println(syscall.Mkdir(filepath.Join(dir, "d"), 0o755), syscall.Mkdir(dir, 0o755) == syscall.EEXIST)
	fmt.Println(syscall.Rename(name, filepath.Join(dir, "d", "moved")), syscall.Chmod(other, 0o600))
	fmt.Println(syscall.Chdir(dir), syscall.Chdir("none"))
	_, err = os.Stat("d/moved")
	fmt.Println(err)
	wd, err := syscall.Getwd()
	fmt.Println(filepath.Base(wd) == filepath.Base(dir), err)

	fmt.Println(syscall.NsecToTimespec(-1), syscall.NsecToTimeval(1500000001), syscall.TimespecToNsec(syscall.Timespec{Sec: 2, Nsec: 3}))
	tv := syscall.Timeval{Sec: 1, Usec: 2}
	fmt.Println(tv.Unix())
	fmt.Println(tv.Nano(), syscall.Timespec{Sec: 1})
	os.RemoveAll(dir)
	syscall.Exit(3)
}
