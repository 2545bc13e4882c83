package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"strings"
	"syscall"
	"time"
)

// show prints an error without its ports.
func show(what string, err error) {
	s := fmt.Sprint(err)
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		b.WriteByte(s[i])
		if s[i] == ':' && i > 0 && s[i-1] >= '0' && s[i-1] <= '9' && i+1 < len(s) && s[i+1] >= '0' && s[i+1] <= '9' {
			for i+1 < len(s) && s[i+1] >= '0' && s[i+1] <= '9' {
				i++
			}
			b.WriteByte('P')
		}
	}
	fmt.Println(what, b.String())
	var ne net.Error
	if errors.As(err, &ne) {
		fmt.Println("\t", ne.Timeout(), errors.Is(err, net.ErrClosed), errors.Is(err, os.ErrDeadlineExceeded))
	}
}

func main() {
	_, err := net.Dial("tcp", "127.0.0.1:1")
	show("refused", err)
	fmt.Println(errors.Is(err, syscall.ECONNREFUSED))
	_, err = net.Dial("tcp", "foo")
	show("dial", err)
	_, err = net.Dial("foo", "foo:1")
	show("dial", err)
	_, err = net.Dial("unix", "/nonexistent/socket")
	show("dial", err)
	_, err = net.Listen("tcp", "foo")
	show("listen", err)
	_, err = net.Listen("tcp", "127.0.0.1:nosuchport")
	show("listen", err)
	_, err = net.Listen("bar", "127.0.0.1:0")
	show("listen", err)
	_, err = net.Listen("tcp", "127.0.0.1:99999")
	show("listen", err)
	_, err = net.ListenPacket("tcp", "127.0.0.1:0")
	show("listen", err)
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	show("listen", err)
	_, err = net.Listen("tcp", ln.Addr().String())
	show("in use", err)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	var d net.Dialer
	_, err = d.DialContext(ctx, "tcp", "127.0.0.1:1")
	show("cancelled", err)
	ln.(*net.TCPListener).SetDeadline(time.Now().Add(-time.Second))
	_, err = ln.Accept()
	show("accept", err)
	show("close", ln.Close())
	_, err = ln.Accept()
	show("accept", err)
	show("close", ln.Close())
	_, err = net.Listen("udp", "127.0.0.1:0")
	show("listen", err)
}
