package main

import "fmt"

type größe struct{ 名前 string }

func (g größe) Größe() int { return len(g.名前) }

const π = 3.14159

var _x1, ñandú = 1, "bird"

func main() {
	世界 := größe{"世"}
	α, β := 1, 2
	fmt.Println(世界.Größe(), π, _x1, ñandú, α+β)
	fmt.Printf("%T %+v\n", 世界, 世界)
}
