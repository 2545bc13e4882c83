package main

import (
	"fmt"
	sh "example.com/shop/shapes"
	. "example.com/shop/util"
	str "strings"
)

type mine struct{ sh.Base }

func (m mine) Area() float64 { return -1 }

func main() {
	var s sh.Shape = sh.NewRect(2, 3)
	fmt.Println(s.Area(), sh.Describe(s), Twice(21), str.ToUpper(Greeting), Default)
	r := sh.Rect{Base: sh.Base{Name: "r"}, W: 1}
	r.Grow(2)
	fmt.Printf("%+v %T %v\n", r, s, sh.Count)
	fmt.Println(sh.Describe(mine{sh.Base{Name: "m"}}))
	var list List[sh.Rect]
	list.Add(r)
	fmt.Println(list.Len(), Map(list.All(), func(r sh.Rect) string { return r.Name }))
	Default = 5
	fmt.Println(Current(), sh.Red, sh.Color(2))
	var e error = sh.ErrEmpty
	switch e {
	case sh.ErrEmpty:
		fmt.Println(e)
	}
	other()
}
