package main

import (
	"fmt"
	"log/syslog"
	"net"
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

// Without what differs from run to run.
func stable(message string) string {
	message = strings.ReplaceAll(message, fmt.Sprintf("[%d]", os.Getpid()), "[pid]")
	host, _ := os.Hostname()
	message = strings.ReplaceAll(message, " "+host+" ", " HOST ")
	message = regexp.MustCompile(`>[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d `).ReplaceAllString(message, ">STAMP ")
	return regexp.MustCompile(`>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d) `).ReplaceAllString(message, ">RFC3339 ")
}

func show(c net.PacketConn) {
	b := make([]byte, 1000)
	n, _, err := c.ReadFrom(b)
	fmt.Printf("%q %v\n", stable(string(b[:n])), err)
}

func main() {
	dir, _ := os.MkdirTemp("", "log")
	defer os.RemoveAll(dir)
	path := filepath.Join(dir, "log")
	local, err := net.ListenPacket("unixgram", path)
	if err != nil {
		fmt.Println(err)
		return
	}
	far, _ := net.ListenPacket("udp", "127.0.0.1:0")

	w, err := syslog.Dial("unixgram", path, syslog.LOG_MAIL|syslog.LOG_NOTICE, "tag")
	fmt.Println(err)
	n, err := fmt.Fprint(w, "hello")
	fmt.Println(n, err)
	show(local)
	n, err = w.Write([]byte("with its newline\n"))
	fmt.Println(n, err)
	show(local)
	for _, f := range []func(string) error{w.Emerg, w.Alert, w.Crit, w.Err, w.Warning, w.Notice, w.Info, w.Debug} {
		fmt.Println(f("m"))
		show(local)
	}
	fmt.Println(w.Close(), w.Close())
	fmt.Println(w.Info("again"))
	show(local)

	u, err := syslog.Dial("udp", far.LocalAddr().String(), syslog.LOG_LOCAL7|syslog.LOG_DEBUG, "far")
	fmt.Println(err)
	u.Warning("over the net")
	show(far)

	_, err = syslog.Dial("unixgram", path, -1, "")
	fmt.Println(err)
	_, err = syslog.Dial("unixgram", path, syslog.LOG_LOCAL7|syslog.LOG_DEBUG+1, "")
	fmt.Println(err)
	_, err = syslog.Dial("unixgram", filepath.Join(dir, "none"), 0, "")
	fmt.Println(strings.ReplaceAll(err.Error(), dir, "DIR"))
	fmt.Println(syslog.LOG_FTP, syslog.LOG_LOCAL0, syslog.LOG_USER|syslog.LOG_ERR)
}
