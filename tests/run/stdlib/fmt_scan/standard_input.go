package main

import (
	"bufio"
	"fmt"
	"os"
)

func main() {
	var n int
	fmt.Println(fmt.Scan(&n))
	numbers := make([]int, n)
	for i := range numbers {
		fmt.Scan(&numbers[i])
	}
	fmt.Println(numbers)
	var name string
	var age int
	fmt.Println(fmt.Scanln())
	fmt.Println(fmt.Scanln(&name, &age))
	fmt.Println(name, age)
	fmt.Println(fmt.Scanf("%d-%d\n", &n, &age))
	fmt.Println(n, age)
	in := bufio.NewReader(os.Stdin)
	fmt.Println(fmt.Fscan(in, &name))
	line, err := in.ReadString('\n')
	fmt.Printf("%s %q %v\n", name, line, err)
	fmt.Println(fmt.Fscanln(in, &name))
}
