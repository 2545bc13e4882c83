package main

import (
	"fmt"
	"os"
	"strings"
	"syscall"
	"time"
)

func text(field [65]int8) string {
	var b strings.Builder
	for _, c := range field {
		if c == 0 {
			break
		}
		b.WriteByte(byte(c))
	}
	return b.String()
}

func main() {
	var limit syscall.Rlimit
	fmt.Println(syscall.Getrlimit(syscall.RLIMIT_NOFILE, &limit), limit.Cur > 0, limit.Cur <= limit.Max)
	limit.Cur = 100
	fmt.Println(syscall.Setrlimit(syscall.RLIMIT_NOFILE, &limit))
	var now syscall.Rlimit
	fmt.Println(syscall.Getrlimit(syscall.RLIMIT_NOFILE, &now), now == limit)
	fmt.Println(syscall.Getrlimit(99, &now), syscall.Getrlimit(-1, &now))

	sum := 0
	for end := time.Now().Add(20 * time.Millisecond); time.Now().Before(end); {
		sum++
	}
	var usage syscall.Rusage
	fmt.Println(syscall.Getrusage(syscall.RUSAGE_SELF, &usage), usage.Utime.Nano()+usage.Stime.Nano() > 1e6, usage.Maxrss > 1000)
	fmt.Println(syscall.Getrusage(syscall.RUSAGE_CHILDREN, &usage), syscall.Getrusage(7, &usage))
	var tms syscall.Tms
	ticks, err := syscall.Times(&tms)
	fmt.Println(ticks > 0, err, tms.Cutime)

	var tv syscall.Timeval
	seconds, _ := syscall.Time(nil)
	fmt.Println(syscall.Gettimeofday(&tv), tv.Sec-time.Now().Unix() < 2, int64(seconds)-tv.Sec < 2)

	var name syscall.Utsname
	host, _ := os.Hostname()
	fmt.Println(syscall.Uname(&name), text(name.Sysname), text(name.Nodename) == host, text(name.Release) != "")
	var info syscall.Sysinfo_t
	fmt.Println(syscall.Sysinfo(&info), info.Uptime > 0, info.Totalram >= info.Freeram, info.Unit > 0)

	group, err := syscall.Getpgid(0)
	fmt.Println(group == syscall.Getpgrp(), err)
	_, err = syscall.Getpgid(1 << 30)
	fmt.Println(err)
	_, err = syscall.Getpgid(-5)
	fmt.Println(err, syscall.Setpgid(-1, 0))
	before, err := syscall.Getpriority(syscall.PRIO_PROCESS, 0)
	fmt.Println(err, before > 0)
	fmt.Println(syscall.Setpriority(syscall.PRIO_PROCESS, 0, 21-before))
	after, err := syscall.Getpriority(syscall.PRIO_PROCESS, 0)
	fmt.Println(after-before, err)
	_, err = syscall.Getpriority(7, 0)
	fmt.Println(err)
	_, err = syscall.Getgroups()
	fmt.Println(err, syscall.Gettid() > 0, syscall.Getpagesize())
	fmt.Println(syscall.Kill(syscall.Getpid(), 0), syscall.Kill(1<<30, 0), syscall.Kill(-1<<30, 0), syscall.Kill(0, 99))
}
