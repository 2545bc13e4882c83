package lib

import "fmt"

func F(s string) {
	fmt.Println(s
}
