package main

import (
	"encoding/json"
	"fmt"
	"net/netip"
	"slices"
)

func main() {
	texts := []string{"1.2.3.4", "0.0.0.0", "255.255.255.255", "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.1.1", "224.0.0.1", "239.1.1.1", "::", "::1", "1::", "2001:db8::1", "2001:db8:0:0:1:0:0:1", "fe80::1%eth0", "ff02::1", "ff01::2", "fc00::1", "::ffff:1.2.3.4", "::ffff:10.0.0.1%z", "1:2:3:4:5:6:7:8", "1:2:3:4:5:6:1.2.3.4", "::1.2.3.4", "1:0:0:2::3", "2001:DB8::FFFF", "64:ff9b::192.0.2.33",
		"", "x", "1.2.3", "1.2.3.4.5", "01.2.3.4", "256.1.1.1", "1..2.3", ".1.2.3", "1.2.3.", "1.2.3.4x", ":", ":1", "1:", "1:::2", "1::2::3", "12345::", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1:2:3:4:5:6:7::8", "fe80::1%", "%eth0", "1:2:3:4:5:6:7:1.2.3.4", "1:1.2.3.4", "::1.2.3.400", "::g", "1.2.3.4%eth0", "1:2 ::"}
	var addrs []netip.Addr
	for _, s := range texts {
		a, err := netip.ParseAddr(s)
		fmt.Printf("%q %v %v\n", s, a, err)
		if err != nil {
			continue
		}
		addrs = append(addrs, a)
		fmt.Println(a.BitLen(), a.Zone(), a.Is4(), a.Is6(), a.Is4In6(), a.Unmap(), a.StringExpanded(), a.AsSlice(), a.As16(), a.Next(), a.Prev(), a.IsValid())
		fmt.Println(a.IsLoopback(), a.IsMulticast(), a.IsPrivate(), a.IsUnspecified(), a.IsLinkLocalUnicast(), a.IsLinkLocalMulticast(), a.IsInterfaceLocalMulticast(), a.IsGlobalUnicast())
		b, _ := a.MarshalBinary()
		var back netip.Addr
		fmt.Println(b, back.UnmarshalBinary(b), back == a, a.WithZone("q"))
		for _, n := range []int{-1, 0, 8, 25, 32, 33, 100, 128, 129} {
			p, err := a.Prefix(n)
			fmt.Print(p, " ", err, "; ")
		}
		fmt.Println()
	}
	slices.SortFunc(addrs, netip.Addr.Compare)
	fmt.Println(addrs, addrs[0].Less(addrs[1]))
	var zero netip.Addr
	fmt.Println(zero, zero.IsValid(), zero.BitLen(), zero.AsSlice() == nil, zero.Next(), zero == netip.Addr{}, netip.IPv6LinkLocalAllNodes(), netip.IPv6LinkLocalAllRouters(), netip.IPv6Loopback(), netip.IPv4Unspecified())
	for _, s := range []string{"10.0.0.0/8", "10.1.2.3/16", "0.0.0.0/0", "1.2.3.4/32", "2001:db8::/32", "::/0", "::1/128", "fe80::1/64", "1.2.3.4", "1.2.3.4/33", "1.2.3.4/-1", "1.2.3.4/08", "1.2.3.4/x", "fe80::1%e/64", "x/8", "1.2.3.4/", "::/129", "1.2.3.4/+1"} {
		p, err := netip.ParsePrefix(s)
		fmt.Println(s, p, err, p.Addr(), p.Bits(), p.IsValid(), p.IsSingleIP(), p.Masked())
		for _, a := range addrs {
			if p.Contains(a) {
				fmt.Print(a, " ")
			}
		}
		for _, o := range []string{"10.1.0.0/16", "10.0.0.0/7", "2001:db8:1::/48", "::ffff:0:0/96"} {
			fmt.Print(p.Overlaps(netip.MustParsePrefix(o)), p.Compare(netip.MustParsePrefix(o)), " ")
		}
		b, _ := p.MarshalBinary()
		var back netip.Prefix
		fmt.Println(b, back.UnmarshalBinary(b), back == p)
	}
	fmt.Println(netip.Prefix{}, netip.PrefixFrom(addrs[0], 99), netip.PrefixFrom(zero, 1))
	for _, s := range []string{"1.2.3.4:80", "[::1]:443", "[fe80::1%eth0]:1", "[::ffff:1.2.3.4]:5", "1.2.3.4", ":80", "1.2.3.4:", "::1:80", "[1.2.3.4]:80", "[::1:80", "1.2.3.4:99999", "1.2.3.4:x", "[::1]", "x:80"} {
		p, err := netip.ParseAddrPort(s)
		b, _ := p.MarshalBinary()
		var back netip.AddrPort
		fmt.Println(s, p, err, p.Addr(), p.Port(), p.IsValid(), b, back.UnmarshalBinary(b), back == p, p.Compare(netip.AddrPortFrom(addrs[3], 80)))
	}
	m := map[netip.Addr]string{netip.MustParseAddr("1.2.3.4"): "a", netip.MustParseAddr("::ffff:1.2.3.4"): "b"}
	text, err := json.Marshal(map[string]any{"a": addrs[5], "p": netip.MustParsePrefix("10.0.0.0/8"), "z": zero, "ap": netip.MustParseAddrPort("1.2.3.4:5")})
	fmt.Println(len(m), string(text), err)
	var v struct {
		A netip.Addr
		P netip.Prefix
	}
	fmt.Println(json.Unmarshal([]byte(`{"A":"fe80::1%x","P":"1.0.0.0/8"}`), &v), v)
	for _, f := range []func(){func() { netip.MustParseAddr("x") }, func() { addrs[len(addrs)-1].As4() }, func() { zero.As4() }, func() { netip.MustParsePrefix("") }} {
		func() {
			defer func() { fmt.Println(recover()) }()
			f()
		}()
	}
}
