package main

import (
	"fmt"
	"os"
	"path/filepath"
	"syscall"
)

func main() {
	dir, err := os.MkdirTemp("", "names")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(dir)
	in := func(name string) string { return filepath.Join(dir, name) }

	old := syscall.Umask(0027)
	fmt.Printf("%o\n", syscall.Umask(old))
	syscall.Umask(0022)
	fmt.Println(syscall.Mkdir(in("d"), 0777), syscall.Mkfifo(in("p"), 0644), syscall.Mknod(in("f"), syscall.S_IFREG|0600, 0))
	for _, name := range []string{"d", "p", "f"} {
		var st syscall.Stat_t
		fmt.Print(syscall.Lstat(in(name), &st))
		fmt.Printf(" %o\n", st.Mode)
	}
	fmt.Println(syscall.Access(in("f"), 4), syscall.Access(in("none"), syscall.F_OK), syscall.Access(in("f"), 99))
	fmt.Println(syscall.Symlink("f", in("l")), syscall.Link(in("f"), in("g")))
	b := make([]byte, 10)
	n, err := syscall.Readlink(in("l"), b)
	fmt.Println(n, err, string(b[:n]))
	fmt.Println(syscall.Rmdir(in("f")), syscall.Unlink(in("d")), syscall.Unlink(in("none")))
	fmt.Println(syscall.Mkdir(in("e"), 0700), syscall.Rename(in("e"), in("d")), syscall.Access(in("e"), 0))
	fmt.Println(syscall.Rmdir(in("d")), syscall.Unlink(in("p")), syscall.Unlink(in("l")))
	fmt.Println(syscall.Truncate(in("f"), 100), syscall.Truncate(in("f"), -1), syscall.Truncate(dir, 1))
	fmt.Println(syscall.UtimesNano(in("f"), []syscall.Timespec{{Sec: 5, Nsec: 6}, {Sec: 7, Nsec: 8}}), syscall.Utimes(in("f"), nil))
	var st syscall.Stat_t
	fmt.Println(syscall.Stat(in("f"), &st), st.Size, st.Nlink, st.Atim, st.Mtim)

	here, err := syscall.Getwd()
	if err != nil {
		panic(err)
	}
	fd, err := syscall.Open(dir, syscall.O_RDONLY|syscall.O_DIRECTORY, 0)
	fmt.Println(err, syscall.Fchdir(fd), syscall.Close(fd))
	buf := make([]byte, 4096)
	n, err = syscall.Getcwd(buf)
	fmt.Println(string(buf[:n-1]) == dir, err)
	fmt.Println(syscall.Getcwd(buf[:1]))
	fmt.Println(syscall.Chdir(here))

	var fs syscall.Statfs_t
	fmt.Println(syscall.Statfs(dir, &fs), fs.Bsize > 0, fs.Namelen, fs.Blocks >= fs.Bfree)
	fmt.Println(syscall.Statfs(in("none"), &fs), syscall.Fstatfs(-1, &fs))

	// Two descriptors of a file lock it against each other.
	a, _ := syscall.Open(in("f"), syscall.O_RDWR, 0)
	c, _ := syscall.Open(in("f"), syscall.O_RDWR, 0)
	fmt.Println(syscall.Flock(a, syscall.LOCK_EX), syscall.Flock(c, syscall.LOCK_EX|syscall.LOCK_NB), syscall.Flock(a, 77))
	locked := make(chan error)
	go func() { locked <- syscall.Flock(c, syscall.LOCK_EX) }()
	fmt.Println(syscall.Flock(a, syscall.LOCK_UN), <-locked)
	fmt.Println(syscall.Close(a), syscall.Close(c))
}
