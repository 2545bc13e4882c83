package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

func scrub(v any) string {
	s := fmt.Sprint(v)
	s = strings.ReplaceAll(s, dir, "DIR")
	for _, p := range ports {
		s = strings.ReplaceAll(s, p, ":PORT")
	}
	return s
}

var dir string
var ports []string

func port(a net.Addr) {
	s := a.String()
	ports = append(ports, s[strings.LastIndex(s, ":"):])
}

func main() {
	dir, _ = os.MkdirTemp("", "n")
	defer os.RemoveAll(dir)
	fmt.Println("== tcp file")
	l, err := net.Listen("tcp", "127.0.0.1:0")
	port(l.Addr())
	f, err := l.(*net.TCPListener).File()
	fmt.Println(err, scrub(f.Name()))
	l.Close()
	l2, err := net.FileListener(f)
	fmt.Println(err, scrub(l2.Addr()), l2.Addr().Network())
	f.Close()
	go func() {
		c, err := l2.Accept()
		if err != nil {
			fmt.Println(err)
			return
		}
		io.Copy(c, c)
		c.Close()
	}()
	c, err := net.Dial("tcp", l2.Addr().String())
	port(c.LocalAddr())
	f, err = c.(*net.TCPConn).File()
	fmt.Println(err, scrub(f.Name()))
	c2, err := net.FileConn(f)
	fmt.Printf("%T %v %s %s\n", c2, err, scrub(c2.LocalAddr()), scrub(c2.RemoteAddr()))
	f.Close()
	c.Close()
	io.WriteString(c2, "hello")
	b := make([]byte, 10)
	n, err := c2.Read(b)
	fmt.Printf("%q %v\n", b[:n], err)
	fmt.Println(c2.(*net.TCPConn).CloseWrite())
	n, err = c2.Read(b)
	fmt.Println(n, err)
	_, err = c.(*net.TCPConn).File()
	fmt.Println(scrub(err))
	l2.Close()
	_, err = l2.(*net.TCPListener).File()
	fmt.Println(scrub(err))
	fmt.Println("== udp file")
	p, err := net.ListenPacket("udp", "127.0.0.1:0")
	port(p.LocalAddr())
	f, err = p.(*net.UDPConn).File()
	fmt.Println(err, scrub(f.Name()))
	p2, err := net.FilePacketConn(f)
	fmt.Printf("%T %v %s\n", p2, err, scrub(p2.LocalAddr()))
	u, err := net.Dial("udp", p2.LocalAddr().String())
	port(u.LocalAddr())
	u.Write([]byte("msg"))
	n, from, err := p2.ReadFrom(b)
	fmt.Printf("%q %s %v\n", b[:n], scrub(from), err)
	_, err = net.FilePacketConn(os.NewFile(1000, "nothing"))
	fmt.Println(err != nil)
	reg, _ := os.Create(filepath.Join(dir, "plain"))
	_, err = net.FileConn(reg)
	fmt.Println(scrub(err))
	_, err = net.FileListener(reg)
	fmt.Println(scrub(err))
	fmt.Println("== unix")
	for _, network := range []string{"unix", "unixpacket"} {
		path := filepath.Join(dir, network)
		l, err := net.Listen(network, path)
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(l.Addr().Network(), scrub(l.Addr()))
		done := make(chan bool)
		go func() {
			defer close(done)
			c, err := l.Accept()
			if err != nil {
				fmt.Println(err)
				return
			}
			fmt.Printf("%T %q %q\n", c, scrub(c.LocalAddr()), scrub(c.RemoteAddr()))
			b := make([]byte, 100)
			for {
				n, err := c.Read(b)
				if network == "unix" || err != nil {
					fmt.Printf("%s got %q %v\n", network, b[:n], err)
				}
				if err != nil {
					break
				}
				c.Write(b[:n])
				if network == "unix" {
					break
				}
			}
			c.Close()
		}()
		c, err := net.Dial(network, path)
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Printf("%q %q\n", scrub(c.LocalAddr()), scrub(c.RemoteAddr()))
		c.Write([]byte("one"))
		if network == "unixpacket" {
			c.Write([]byte("two"))
			b := make([]byte, 2)
			n, err := c.Read(b)
			fmt.Printf("%q %v\n", b[:n], err)
			n, err = c.Read(b)
			fmt.Printf("%q %v\n", b[:n], err)
		}
		c.Close()
		<-done
		f, err := l.(*net.UnixListener).File()
		fmt.Println(err, scrub(f.Name()))
		l2, err := net.FileListener(f)
		fmt.Printf("%T %v\n", l2, err)
		l2.Close()
		_, err = os.Stat(path)
		fmt.Println(err)
		l.Close()
		_, err = os.Stat(path)
		fmt.Println(errors.Is(err, os.ErrNotExist))
	}
	g, err := net.ListenUnixgram("unixgram", &net.UnixAddr{})
	fmt.Println(err, len(g.LocalAddr().String()), g.LocalAddr().String()[0] == '@')
	g2, err := net.DialUnix("unixgram", nil, g.LocalAddr().(*net.UnixAddr))
	fmt.Println(err)
	_, _, err = g2.WriteMsgUnix([]byte("m"), nil, nil)
	fmt.Println(err != nil)
	g2.Write([]byte("m"))
	n, oobn, flags, addr, err := g.ReadMsgUnix(b, nil)
	fmt.Println(n, oobn, flags, addr, err)
	fmt.Println("== control")
	deny := errors.New("denied")
	d := net.Dialer{Control: func(network, address string, c syscall.RawConn) error {
		fmt.Println("control", network, scrub(address), c != nil)
		if strings.HasPrefix(address, "127.") {
			return deny
		}
		return nil
	}}
	l, _ = net.Listen("tcp", "127.0.0.1:0")
	port(l.Addr())
	_, err = d.Dial("tcp", l.Addr().String())
	fmt.Println(scrub(err), errors.Is(err, deny))
	_, err = d.Dial("udp4", l.Addr().String())
	fmt.Println(scrub(err))
	d.ControlContext = func(ctx context.Context, network, address string, c syscall.RawConn) error {
		fmt.Println("context", network, ctx.Value("k"))
		return c.Control(func(fd uintptr) {})
	}
	c, err = d.DialContext(context.WithValue(context.Background(), "k", "v"), "tcp", l.Addr().String())
	fmt.Println(c != nil, err)
	lc := net.ListenConfig{Control: func(network, address string, c syscall.RawConn) error {
		fmt.Println("listen", network, scrub(address))
		if strings.HasPrefix(network, "udp") {
			return deny
		}
		return nil
	}}
	for _, a := range []string{"tcp", ":0", "tcp", "127.0.0.1:0", "tcp4", ":0", "tcp4", "0.0.0.0:0", "tcp", "[::1]:0", "unix", filepath.Join(dir, "c"), "udp", "127.0.0.1:0"} {
		if strings.HasPrefix(a, "tcp") || strings.HasPrefix(a, "u") {
			network = a
			continue
		}
		var err error
		if network == "udp" {
			_, err = lc.ListenPacket(context.Background(), network, a)
		} else {
			_, err = lc.Listen(context.Background(), network, a)
		}
		fmt.Println(network, scrub(a), scrub(err))
	}
	fmt.Println("== dialing")
	stop := make(chan struct{})
	close(stop)
	d = net.Dialer{Cancel: stop}
	time.Sleep(time.Millisecond)
	_, err = d.Dial("unix", "")
	fmt.Println(err)
	_, err = net.Dial("tcp", "")
	fmt.Println(err)
	d = net.Dialer{LocalAddr: &net.UDPAddr{}}
	_, err = d.Dial("tcp", l.Addr().String())
	fmt.Println(scrub(err))
	d = net.Dialer{LocalAddr: &net.TCPAddr{IP: net.IPv6loopback}}
	_, err = d.Dial("tcp", l.Addr().String())
	fmt.Println(scrub(err))
	d = net.Dialer{LocalAddr: &net.UnixAddr{Name: "x", Net: "unixgram"}}
	_, err = d.Dial("unix", "y")
	fmt.Println(scrub(err))
	d = net.Dialer{Timeout: -1}
	_, err = d.Dial("tcp", l.Addr().String())
	fmt.Println(scrub(err), err.(net.Error).Timeout())
	d = net.Dialer{Deadline: time.Now().Add(-time.Second)}
	_, err = d.Dial("tcp", l.Addr().String())
	fmt.Println(scrub(err), errors.Is(err, os.ErrDeadlineExceeded), errors.Is(err, context.DeadlineExceeded))
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err = d.DialContext(ctx, "tcp", l.Addr().String())
	fmt.Println(scrub(err), errors.Is(err, context.Canceled))
	_, err = net.Listen("tcp", l.Addr().String())
	fmt.Println(scrub(err), errors.Is(err, syscall.EADDRINUSE))
	_, err = net.Listen("unixpacket", filepath.Join(dir, "no", "such"))
	fmt.Println(scrub(err))
	_, err = net.ListenUnix("udp", nil)
	fmt.Println(err)
	_, err = net.ListenUnix("unix", nil)
	fmt.Println(err)
	_, err = net.DialIP("ip4:icmp", nil, nil)
	fmt.Println(err)
	tc := c.(*net.TCPConn)
	port(tc.LocalAddr())
	fmt.Println(tc.MultipathTCP())
	rc, err := tc.SyscallConn()
	fmt.Println(rc.Control(func(fd uintptr) { fmt.Println(fd > 2) }), err)
	c.Close()
	fmt.Println(scrub(rc.Control(func(fd uintptr) { fmt.Println("no") })))
}

var network string
