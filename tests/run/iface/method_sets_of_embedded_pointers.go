package main

import "fmt"

type namer interface{ Name() string }

type base struct{ name string }

func (b *base) Name() string { return "base " + b.name }

type byPtr struct{ *base }
type byVal struct{ base }
type iface struct{ namer }

func main() {
	b := &base{"b"}
	var n namer = byPtr{b}
	fmt.Println(n.Name())
	n = &byPtr{b}
	fmt.Println(n.Name())
	v := byVal{base{"v"}}
	n = &v
	v.name = "changed"
	fmt.Println(n.Name(), v.Name())
	n = iface{n}
	fmt.Println(n.Name(), n.(iface).namer == &v)
	n = iface{iface{iface{b}}}
	fmt.Println(n.Name())
	_, ok := any(v).(namer)
	_, ok2 := any(&v).(namer)
	fmt.Println(ok, ok2)
	f := iface{b}.Name
	b.name = "later"
	fmt.Println(f())
}
