// heap N REPLACED: N objects of 64 bytes, reached through a slice, stay alive; so many are replaced by new ones.
package main

import (
	"fmt"
	"os"
	"strconv"
)

type object struct {
	next *object
	data [7]int
}

func main() {
	n, _ := strconv.Atoi(os.Args[1])
	replaced, _ := strconv.Atoi(os.Args[2])
	live := make([]*object, n)
	for i := range live {
		live[i] = &object{}
		if i > 0 {
			live[i].next = live[i/2]
		}
	}
	at, sum := 1, 0
	for i := range replaced {
		at = (at + 7919) % n
		old := live[at]
		sum += old.data[0]
		fresh := &object{next: live[at/2]}
		fresh.data[0] = i & 7
		live[at] = fresh
	}
	fmt.Println(sum)
}
