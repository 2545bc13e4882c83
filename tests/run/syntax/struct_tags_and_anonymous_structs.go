package main

import "fmt"

type tagged struct {
	A, B int    `json:"a" xml:"b"`
	C    string "plain tag"
	_    struct{}
	*embedded `tag`
}

type embedded struct{ n int }

var config = struct {
	host string
	port struct{ http, https int }
	opts []struct{ k, v string }
}{
	host: "localhost",
	port: struct{ http, https int }{80, 443},
	opts: []struct{ k, v string }{{"a", "1"}, {k: "b"}},
}

func point() struct{ x, y int } { return struct{ x, y int }{1, 2} }

func dist(p struct{ x, y int }) int { return p.x*p.x + p.y*p.y }

func main() {
	t := tagged{1, 2, "c", struct{}{}, &embedded{5}}
	fmt.Println(t.A, t.B, t.C, t.n)
	fmt.Printf("%+v %v\n", config, dist(point()))
	m := map[struct{ a, b int }]string{{1, 2}: "x"}
	fmt.Println(m[struct{ a, b int }{1, 2}])
	var list []*struct{ id int }
	list = append(list, &struct{ id int }{7})
	fmt.Println(list[0].id)
	ch := make(chan struct {
		n    int
		done chan<- bool
	}, 1)
	ch <- struct {
		n    int
		done chan<- bool
	}{3, nil}
	fmt.Println((<-ch).n)
	fmt.Printf("%T\n", config)
}
