package main

import "log"

func main() {
	log.SetFlags(0)
	log.Println("to stderr")
	log.Fatalf("bad: %d", 7)
}
