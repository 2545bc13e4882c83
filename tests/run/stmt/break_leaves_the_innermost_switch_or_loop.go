package main

import "fmt"

func main() {
	for i := 0; i < 4; i++ {
		switch i {
		case 1:
			if true {
				break
			}
			fmt.Println("never")
		case 2:
			continue
		}
		fmt.Println(i)
	}
	select {
	default:
		for {
			break
		}
		if true {
			break
		}
		fmt.Println("never")
	}
	fmt.Println("end")
}
