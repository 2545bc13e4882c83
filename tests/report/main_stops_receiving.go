// flags: --leaks
package main

import (
	"fmt"
	"time"
)

func search(name string, found chan<- string) {
	found <- name + " has it"
}

func main() {
	found := make(chan string)
	for _, name := range []string{"here", "there", "elsewhere"} {
		go search(name, found)
	}
	fmt.Println(<-found)
	time.Sleep(time.Millisecond)
}
