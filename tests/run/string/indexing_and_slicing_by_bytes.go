package main

import "fmt"

func main() {
	s := "héllo, 世界"
	fmt.Println(len(s), s[0], s[1], s[2], s[1:3], s[3:], s[:1], s[:], s[4:4] == "")
	for i := 0; i < len(s); i++ {
		fmt.Printf("%02x ", s[i])
	}
	fmt.Println()
	fmt.Printf("%q %q %+q\n", s[1:2], s[7:12], s)
	t := s[7:]
	u := t[3:]
	fmt.Println(t, u, len(u), t[0:3]+u)
	i := 2
	fmt.Printf("%T %T\n", s[i], "abc"[i])
}
