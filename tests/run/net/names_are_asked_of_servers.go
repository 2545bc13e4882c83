package main

// A resolver with its own way to reach servers asks them for records of all kinds. The server is in this program.

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"net"
	"net/netip"
	"slices"
	"strings"
	"time"
)

// name writes a name without compression.
func name(s string) []byte {
	var b []byte
	for label := range strings.SplitSeq(strings.TrimSuffix(s, "."), ".") {
		if label != "" {
			b = append(append(b, byte(len(label))), label...)
		}
	}
	return append(b, 0)
}

type answer struct {
	name []byte // none: as in the question
	kind uint16
	data []byte
}

const (
	a     = 1
	ns    = 2
	cname = 5
	ptr   = 12
	mx    = 15
	txt   = 16
	aaaa  = 28
	srv   = 33
)

var zone = map[string][]answer{
	"host.test. 1":               {{nil, a, []byte{192, 0, 2, 1}}, {nil, a, []byte{192, 0, 2, 2}}},
	"host.test. 28":              {{nil, aaaa, netip.MustParseAddr("2001:db8::1").AsSlice()}},
	"four.test. 1":               {{nil, a, []byte{192, 0, 2, 4}}},
	"alias.test. 1":              {{nil, cname, name("host.test.")}, {name("host.test."), a, []byte{192, 0, 2, 1}}},
	"alias.test. 28":             {{nil, cname, name("host.test.")}},
	"mail.test. 15":              {{nil, mx, append([]byte{0, 20}, name("second.test.")...)}, {nil, mx, append([]byte{0, 10}, name("first.test.")...)}},
	"bad.test. 15":               {{nil, mx, append([]byte{0, 20}, name("good.test.")...)}, {nil, mx, append([]byte{0, 10}, name("<bad>.test.")...)}},
	"text.test. 16":              {{nil, txt, []byte("\x05first\x04 one")}, {nil, txt, []byte("\x06second")}},
	"ns.test. 2":                 {{nil, ns, name("a.ns.test.")}, {nil, ns, []byte{1, 'b', 0xc0, 12}}},
	"_http._tcp.srv.test. 33":    {{nil, srv, append([]byte{0, 2, 0, 0, 0, 80}, name("late.test.")...)}, {nil, srv, append([]byte{0, 1, 0, 0, 1, 187}, name("early.test.")...)}},
	"direct.test. 33":            {{nil, srv, append([]byte{0, 0, 0, 0, 0, 1}, name("x.test.")...)}},
	"1.2.0.192.in-addr.arpa. 12": {{nil, ptr, name("one.test.")}, {nil, ptr, name("uno.test.")}},
	"long.test. 16":              {{nil, txt, append([]byte{250}, strings.Repeat("l", 250)...)}, {nil, txt, append([]byte{250}, strings.Repeat("m", 250)...)}},
}

// respond gives the message that answers another.
func respond(q []byte, tcp bool) []byte {
	at := 12
	var asked strings.Builder
	for q[at] != 0 {
		asked.Write(q[at+1 : at+1+int(q[at])])
		asked.WriteByte('.')
		at += int(q[at]) + 1
	}
	kind := binary.BigEndian.Uint16(q[at+1:])
	key := fmt.Sprint(asked.String(), " ", kind)
	m := slices.Clone(q[:at+5])
	m[2], m[3] = 0x84, 0x80
	for i := 6; i < 12; i++ {
		m[i] = 0
	}
	answers, found := zone[key]
	switch {
	case strings.HasPrefix(key, "broken."):
		m[3] |= 2
	case strings.HasPrefix(key, "refused."):
		m[3] |= 5
	case !found:
		exists := false
		for other := range zone {
			exists = exists || strings.HasPrefix(other, asked.String()+" ")
		}
		if !exists {
			m[3] |= 3
		}
	case strings.HasPrefix(key, "long.") && !tcp:
		m[2] |= 2
		return m
	}
	m[7] = byte(len(answers))
	for _, a := range answers {
		if a.name == nil {
			m = append(m, 0xc0, 12)
		} else {
			m = append(m, a.name...)
		}
		m = binary.BigEndian.AppendUint16(m, a.kind)
		m = append(m, 0, 1, 0, 0, 0, 60)
		m = binary.BigEndian.AppendUint16(m, uint16(len(a.data)))
		m = append(m, a.data...)
	}
	return m
}

func main() {
	udp, err := net.ListenPacket("udp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	tcp, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	go func() {
		b := make([]byte, 2000)
		for {
			n, from, err := udp.ReadFrom(b)
			if err != nil {
				return
			}
			if strings.Contains(string(b[:n]), "\x05quiet") {
				continue
			}
			// Something that was not asked for comes first.
			other := slices.Clone(b[:n])
			other[0]++
			udp.WriteTo(respond(other, false), from)
			udp.WriteTo(respond(b[:n], false), from)
		}
	}()
	go func() {
		for {
			c, err := tcp.Accept()
			if err != nil {
				return
			}
			var head [2]byte
			io.ReadFull(c, head[:])
			q := make([]byte, binary.BigEndian.Uint16(head[:]))
			io.ReadFull(c, q)
			m := respond(q, true)
			c.Write(append(binary.BigEndian.AppendUint16(nil, uint16(len(m))), m...))
			c.Close()
		}
	}()
	r := &net.Resolver{PreferGo: true, Dial: func(ctx context.Context, network, address string) (net.Conn, error) {
		to := udp.LocalAddr().String()
		if network == "tcp" {
			to = tcp.Addr().String()
		}
		var d net.Dialer
		return d.DialContext(ctx, network, to)
	}}
	why := func(err error) string {
		var e *net.DNSError
		if errors.As(err, &e) {
			return fmt.Sprintf("[%s: %s %v %v %v]", e.Name, e.Err, e.IsNotFound, e.IsTemporary, e.IsTimeout)
		}
		return fmt.Sprint(err)
	}
	ctx := context.Background()
	for _, host := range []string{"host.test.", "four.test.", "alias.test.", "none.test.", "mail.test.", "refused.test.", "127.0.0.1", "::ffff:1.2.3.4", "bad name.", "", "localhost"} {
		names, err := r.LookupHost(ctx, host)
		slices.Sort(names)
		if host == "localhost" {
			fmt.Println(slices.Contains(names, "127.0.0.1"), why(err))
			continue
		}
		fmt.Printf("%q %v %s\n", host, names, why(err))
	}
	for _, network := range []string{"ip", "ip4", "ip6", "tcp"} {
		ips, err := r.LookupIP(ctx, network, "four.test.")
		fmt.Println(network, ips, why(err))
		addrs, err := r.LookupNetIP(ctx, network, "host.test.")
		slices.SortFunc(addrs, netip.Addr.Compare)
		fmt.Println(network, addrs, err)
	}
	for _, host := range []string{"alias.test.", "host.test.", "none.test."} {
		c, err := r.LookupCNAME(ctx, host)
		fmt.Println(c, why(err))
	}
	for _, domain := range []string{"mail.test.", "bad.test.", "host.test."} {
		list, err := r.LookupMX(ctx, domain)
		for _, mx := range list {
			fmt.Print(*mx, " ")
		}
		fmt.Println(why(err))
	}
	for _, domain := range []string{"text.test.", "long.test.", "none.test."} {
		texts, err := r.LookupTXT(ctx, domain)
		fmt.Printf("%.300q %s\n", texts, why(err))
	}
	list, err := r.LookupNS(ctx, "ns.test.")
	for _, ns := range list {
		fmt.Print(*ns, " ")
	}
	fmt.Println(why(err))
	for _, q := range [][3]string{{"http", "tcp", "srv.test."}, {"", "", "direct.test."}, {"none", "tcp", "srv.test."}} {
		c, list, err := r.LookupSRV(ctx, q[0], q[1], q[2])
		fmt.Print(c, " ")
		for _, s := range list {
			fmt.Print(*s, " ")
		}
		fmt.Println(why(err))
	}
	for _, addr := range []string{"192.0.2.1", "192.0.2.9", "2001:db8::1", "no address"} {
		names, err := r.LookupAddr(ctx, addr)
		fmt.Println(names, why(err))
	}
	_, err = r.LookupTXT(ctx, "broken.test.")
	fmt.Println(why(err))
	short, cancel := context.WithTimeout(ctx, 50*time.Millisecond)
	_, err = r.LookupTXT(short, "quiet.test.")
	var e *net.DNSError
	fmt.Println(errors.As(err, &e), e.Name, e.IsTimeout, errors.Is(err, context.DeadlineExceeded))
	<-short.Done()
	cancel()
	_, err = r.LookupHost(short, "host.test.")
	fmt.Println(errors.As(err, &e), e.Name, e.IsTimeout, errors.Is(err, context.DeadlineExceeded), errors.Is(err, context.Canceled))
	d := net.Dialer{Resolver: r, Timeout: time.Second}
	_, err = d.Dial("tcp", "none.test.:80")
	fmt.Println(why(err))

	// Other small things.
	for _, s := range []string{"00005e005301", "02005e1000000001", "00005e00530g", "00005e0053", "0000.5e00.5301"} {
		hw, err := net.ParseMAC(s)
		fmt.Println(hw, err)
	}
	for _, s := range []string{"2001:db8::1/-0", "1.2.3.4/+8", "1.2.3.4/08", "1.2.3.4/8"} {
		_, n, err := net.ParseCIDR(s)
		fmt.Println(n, err)
	}
	u, err := d.DialUDP(ctx, "udp", netip.AddrPort{}, netip.MustParseAddrPort(udp.LocalAddr().String()))
	if err != nil {
		panic(err)
	}
	q := append([]byte{1, 2, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0}, append(name("host.test."), 0, 1, 0, 1)...)
	n, oobn, err := u.WriteMsgUDP(q, nil, nil)
	fmt.Println(n == len(q), oobn, err)
	_, _, err = u.WriteMsgUDPAddrPort(q, nil, netip.MustParseAddrPort("127.0.0.1:1"))
	fmt.Println(errors.Is(err, net.ErrWriteToConnected))
	b := make([]byte, 500)
	n, oobn, flags, from, err := u.ReadMsgUDP(b, nil)
	fmt.Println(n > 20, oobn, flags, from.String() == udp.LocalAddr().String(), err)
	t, err := d.DialTCP(ctx, "tcp4", netip.MustParseAddrPort("127.0.0.1:0"), netip.MustParseAddrPort(tcp.Addr().String()))
	fmt.Println(t.RemoteAddr().String() == tcp.Addr().String(), err)
	_, err = d.DialTCP(ctx, "udp", netip.AddrPort{}, netip.MustParseAddrPort("127.0.0.1:1"))
	fmt.Println(err)
}
