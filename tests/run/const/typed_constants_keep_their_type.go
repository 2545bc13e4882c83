package main

import (
	"fmt"
	"time"
)

type meters float64

const (
	short meters = 1.5
	long         = short * 100
	day          = 24 * time.Hour
	ch    byte   = 'x'
	name         = "n" + "m"
	yes          = name == "nm"
	l            = len(name)
	neg   int8   = -1 << 7
	all   uint16 = ^uint16(0)
)

func main() {
	fmt.Printf("%T %v\n", long, long)
	fmt.Printf("%T %v\n", day, day)
	fmt.Printf("%T %v\n", ch, ch)
	fmt.Println(yes, l, neg, all)
	const c = uint8(255)
	fmt.Printf("%T %v\n", c&^3, ^c)
	const k = len([3]string{})
	var arr [k + 1]bool
	fmt.Println(len(arr), cap(arr))
}
