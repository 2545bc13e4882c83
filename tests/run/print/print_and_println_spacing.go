package main

import "fmt"

func main() {
	fmt.Print(1, 2, "a", "b", 3, 4.5, nil, 'x', "\n")
	fmt.Print("a", 1, 2, "b", "c", 3, "\n")
	fmt.Println("a", 1, 2, "b")
	fmt.Println()
	n, err := fmt.Print("xyz\n")
	fmt.Println(n, err)
	fmt.Print([]int{1}, []int{2}, struct{}{}, "s", true, false, "\n")
	fmt.Print()
	fmt.Println(fmt.Sprint("a", "b", 1, 2, true, "c") + fmt.Sprintln("end", 1))
}
