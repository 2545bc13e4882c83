package main

import "fmt"

type S string
type Bs []byte
type MyByte byte
type MyRune rune

func main() {
	s := "héllo, 世界\x00\xff"
	fmt.Println(len(s), s[1], s[len(s)-1], s[1:3], s[7:], s[:0] == "", s[len(s):] == "")
	for i, r := range s {
		fmt.Print(i, "=", r, " ")
	}
	fmt.Println()
	b := []byte(s)
	b[0] = 'H'
	fmt.Println(s[:1], string(b[:1]), []rune(s), string([]rune{0x4e16, -1, 0xd800, 0x10ffff + 1, 'x'}))
	fmt.Printf("%q %q %q %q\n", string(rune(-1)), string(rune(0x1F600)), string(MyRune('é')), string([]MyRune{'a', 'é'}))
	fmt.Println(string([]MyByte{65, 66}), []MyByte("ab"), Bs("xyz"), S(Bs("xyz"))+"!", []MyRune(S("é")))
	fmt.Println("a" < "b", "a" < "aa", "Z" < "a", "" < "\x00", "é" > "z", s == string(b), s+"" == s)
	t := s
	t += "!"
	fmt.Println(len(s), len(t), t[len(s):])
	u := S("x") + S(t[:1])
	u += "y"
	fmt.Printf("%T %v %v\n", u, u, u[1])
	const k = "konst"
	const c = len(k)
	var arr [c]int
	fmt.Println(len(arr), k[2], k[1:3]+k[:c-4], len(k[1:]))
	m := map[string]int{"a\x00": 1, "a": 2}
	fmt.Println(m["a\x00"], m["a"], m[string([]byte{'a', 0})], m["b"])
	x := append([]byte("ab"), "cd"...)
	n := copy(x[1:], "XYZW")
	fmt.Println(string(x), n, string(append([]byte(nil), s[:2]...)))
	switch s[:2] {
	case "h\xc3":
		fmt.Println("half a character")
	}
	p := &s
	q := (*p)[1:6]
	*p = "changed"
	fmt.Println(q, s, len(*p))
	var e string
	fmt.Println(e == "", len(e), []byte(e) == nil, len([]byte(e)), []rune(e) == nil, string([]byte(nil)) == "", string([]rune(nil)) == "")
	func() {
		defer func() { fmt.Println(recover()) }()
		i := 7
		_ = s[i]
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		i, j := 3, 2
		_ = s[i:j]
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		i := 8
		_ = s[i:]
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		i := -1
		_ = s[:i]
	}()
}
