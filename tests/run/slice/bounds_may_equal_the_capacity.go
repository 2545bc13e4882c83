package main

import "fmt"

func main() {
	s := make([]int, 2, 5)
	s[0], s[1] = 1, 2
	t := s[1:5]
	t[3] = 9
	fmt.Println(t, s[:5], len(s[2:]), s[5:5:5])
	str := "abc"
	fmt.Println(str[3:] == "", str[3:3] == "", str[0:3])
	a := [3]int{}
	fmt.Println(a[3:], cap(a[3:]))
	var i8 int8 = 1
	var u64 uint64 = 2
	fmt.Println(s[i8:u64], str[i8], a[u64:])
}
