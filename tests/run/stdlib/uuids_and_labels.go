package main

import (
	"bytes"
	"context"
	"fmt"
	"net"
	"net/netip"
	"runtime/pprof"
	"uuid"
)

func main() {
	for _, s := range []string{"", "f81d4fae-7dec-11d0-a765-00a0c91e6bf6", "F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6", "{f81d4fae-7dec-11d0-a765-00a0c91e6bf6}", "urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6", "f81d4fae7dec11d0a76500a0c91e6bf6", "x", "f81d4fae-7dec-11d0-a765-00a0c91e6bfz",
		"f81d4fae-7dec-11d0-a765-00a0c91e6bf", "f81d4fae7dec-11d0-a765-00a0c91e6bf6", "{f81d4fae-7dec-11d0-a765-00a0c91e6bf6", "URN:UUID:f81d4fae-7dec-11d0-a765-00a0c91e6bf6", "f81d4fae+7dec-11d0-a765-00a0c91e6bf6"} {
		u, err := uuid.Parse(s)
		fmt.Printf("%q %v %v\n", s, u, err)
	}
	func() {
		defer func() { fmt.Println(recover()) }()
		uuid.MustParse("x")
	}()
	a := uuid.MustParse("f81d4fae-7dec-11d0-a765-00a0c91e6bf6")
	t, err := a.MarshalText()
	fmt.Println(string(t), err, a.Compare(uuid.Nil()), uuid.Nil().Compare(a), uuid.Max(), uuid.Nil())
	var b uuid.UUID
	fmt.Println(b.UnmarshalText([]byte("q")), b.UnmarshalText(t), b == a)
	n, m := uuid.New(), uuid.NewV7()
	fmt.Println(n[6]>>4, n[8]>>6, m[6]>>4, m[8]>>6, uuid.NewV7().Compare(m), uuid.NewV4() == n)
	for range 1000 {
		next := uuid.NewV7()
		if next.Compare(m) != 1 {
			fmt.Println("not in order")
		}
		m = next
	}

	pprof.Do(context.Background(), pprof.Labels("a", "1", "b", "2"), func(ctx context.Context) {
		ctx = pprof.WithLabels(ctx, pprof.Labels("b", "3"))
		v, ok := pprof.Label(ctx, "b")
		fmt.Println(v, ok)
		pprof.ForLabels(ctx, func(k, v string) bool { fmt.Print(k, v, " "); return true })
	})
	p := pprof.NewProfile("mine")
	p.Add(1, 0)
	p.Add(2, 0)
	p.Remove(1)
	fmt.Println(p.Count(), p.Name(), pprof.Lookup("mine") == p, pprof.Lookup("none"), pprof.Lookup("goroutine").Count())

	ap := netip.MustParseAddrPort("[fe80::1%eth0]:80")
	fmt.Println(net.TCPAddrFromAddrPort(ap), net.UDPAddrFromAddrPort(ap).AddrPort() == ap, (*net.TCPAddr)(nil).AddrPort())
	c, err := net.ListenUDP("udp", net.UDPAddrFromAddrPort(netip.MustParseAddrPort("127.0.0.1:0")))
	own := c.LocalAddr().(*net.UDPAddr).AddrPort()
	_, err2 := c.WriteToUDPAddrPort([]byte("hello"), own)
	buf := make([]byte, 10)
	k, from, err3 := c.ReadFromUDPAddrPort(buf)
	fmt.Println(err, err2, err3, string(buf[:k]), from.Addr().Unmap() == own.Addr().Unmap(), bytes.Equal(buf[:k], []byte("hello")), c.Close())
}
