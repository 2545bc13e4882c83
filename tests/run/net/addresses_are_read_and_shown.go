package main

import (
	"fmt"
	"net"
)

func main() {
	for _, s := range []string{
		"1.2.3.4", "::1", "fe80::1%eth0", "1.2.3", "::ffff:1.2.3.4", "2001:db8::1:0:0:1", "::", "1:2:3:4:5:6:7:8",
		"1::8::9", "01.2.3.4", "1:2:3:4:5:6:1.2.3.4", "::1.2.3.4", "1:2:3:4:5:6:7::", "::2:3:4:5:6:7:8", "256.1.1.1",
		"1:0:0:4:0:0:0:8", "", "12345::", ":1", "1:", "::1:", "g::", "2001:DB8::A",
	} {
		ip := net.ParseIP(s)
		fmt.Println(s, ip, len(ip), ip.To4() != nil, ip.IsLoopback(), ip.IsPrivate(), ip.IsGlobalUnicast())
	}
	for _, s := range []string{"10.0.0.1/8", "2001:db8::/32", "1.2.3.4/33", "1.2.3.4", "::1/128", "1.2.3.4/-1", "1.2.3.4/08", "192.168.7.9/20"} {
		ip, n, err := net.ParseCIDR(s)
		fmt.Println(ip, n, err)
		if err == nil {
			ones, bits := n.Mask.Size()
			fmt.Println(ones, bits, n.Mask, n.Contains(ip), n.Contains(net.IPv4(10, 1, 2, 3)), n.Network())
		}
	}
	for _, s := range []string{"a:1", "[::1]:80", "::1:80", "[::1]", "a", "[a:1", "a]:1", ":80", "[fe80::1%lo]:1", "", "a:b:c", "[a]b:1", "[]:", "[[a]:1"} {
		host, port, err := net.SplitHostPort(s)
		fmt.Printf("%q %q %q %v\n", s, host, port, err)
	}
	fmt.Println(net.JoinHostPort("::1", "80"), net.JoinHostPort("h", "http"))
	fmt.Println(net.IPv4(1, 2, 3, 4), net.CIDRMask(20, 32), net.IPv4Mask(255, 0, 255, 0), net.IP{1, 2, 3}, net.IP(nil))
	fmt.Println(net.IPv4(1, 2, 3, 4).Mask(net.CIDRMask(16, 32)), net.IPv4(1, 2, 3, 4).DefaultMask(), net.IPv4(1, 2, 3, 4).Equal(net.IP{1, 2, 3, 4}))
	a, err := net.ResolveTCPAddr("tcp", "127.0.0.1:http")
	fmt.Println(a, err, a.Network())
	a, err = net.ResolveTCPAddr("tcp", ":80")
	fmt.Println(a, err)
	_, err = net.ResolveTCPAddr("tcp4", "[::1]:80")
	fmt.Println(err)
	_, err = net.ResolveUDPAddr("udp", "127.0.0.1")
	fmt.Println(err)
	port, err := net.LookupPort("tcp", "https")
	fmt.Println(port, err)
	hosts, err := net.LookupHost("127.0.0.1")
	fmt.Println(hosts, err)
	var u net.Addr = &net.UnixAddr{Name: "/tmp/x", Net: "unix"}
	fmt.Println(u, u.Network(), (*net.TCPAddr)(nil), &net.UDPAddr{IP: net.IPv6loopback, Port: 53, Zone: "lo"})
	text, err := net.IPv4(9, 8, 7, 6).MarshalText()
	fmt.Println(string(text), err)
	var ip net.IP
	fmt.Println(ip.UnmarshalText([]byte("nonsense")), ip.UnmarshalText([]byte("4.3.2.1")), ip)
}
