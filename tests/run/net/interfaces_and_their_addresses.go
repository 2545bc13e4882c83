package main

import (
	"errors"
	"fmt"
	"net"
)

func main() {
	list, err := net.Interfaces()
	fmt.Println(len(list) > 0, err)
	all, err := net.InterfaceAddrs()
	fmt.Println(len(all) > 0, err)
	known := map[string]bool{}
	for _, a := range all {
		known[a.String()] = true
	}
	sum := 0
	for _, i := range list {
		if i.Flags&net.FlagLoopback != 0 {
			fmt.Println(i.Name, i.Index > 0, i.MTU > 0, i.HardwareAddr == nil, i.Flags)
		}
		addrs, err := i.Addrs()
		if err != nil {
			fmt.Println(err)
		}
		for _, a := range addrs {
			n := a.(*net.IPNet)
			if !known[a.String()] || n.Network() != "ip+net" || len(n.IP) != net.IPv6len {
				fmt.Println(i.Name, a)
			}
			if n.IP.Equal(net.IPv4(127, 0, 0, 1)) {
				fmt.Println(i.Name, a)
			}
		}
		sum += len(addrs)
		byName, err := net.InterfaceByName(i.Name)
		byIndex, err2 := net.InterfaceByIndex(i.Index)
		if err != nil || err2 != nil || byName.Index != i.Index || byIndex.Name != i.Name || byName.MTU != i.MTU {
			fmt.Println(i.Name, err, err2)
		}
		if _, err := i.MulticastAddrs(); err != nil {
			fmt.Println(err)
		}
	}
	fmt.Println(sum == len(all))

	_, err = net.InterfaceByName("no interface")
	var op *net.OpError
	fmt.Println(err, errors.As(err, &op), op.Op, op.Net, op.Err)
	for _, f := range []func() (*net.Interface, error){
		func() (*net.Interface, error) { return net.InterfaceByName("") },
		func() (*net.Interface, error) { return net.InterfaceByIndex(0) },
		func() (*net.Interface, error) { return net.InterfaceByIndex(-5) },
		func() (*net.Interface, error) { return net.InterfaceByIndex(1 << 30) },
	} {
		i, err := f()
		fmt.Println(i, err)
	}
	var none *net.Interface
	_, err = none.Addrs()
	fmt.Println(err)
	_, err = none.MulticastAddrs()
	fmt.Println(err)
	addrs, err := (&net.Interface{Index: 1 << 30}).Addrs()
	fmt.Println(addrs, err)
	for f := range 70 {
		fmt.Println(net.Flags(f))
	}
}
