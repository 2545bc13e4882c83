package main

import "fmt"

func main() {
	for i, r := range "aé世\U0001F600z" {
		fmt.Printf("%d:%c(%x) ", i, r, r)
	}
	fmt.Println()
	for i, r := range "a\xffb\xe4\xb8c\xed\xa0\x80" {
		fmt.Printf("%d:%x ", i, r)
	}
	fmt.Println()
	for i := range "é世" {
		fmt.Print(i, " ")
	}
	n := 0
	for range "héllo" {
		n++
	}
	fmt.Println(n)
	for range "" {
		fmt.Println("never")
	}
}
