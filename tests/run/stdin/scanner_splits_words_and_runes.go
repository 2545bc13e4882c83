package main

import (
	"bufio"
	"fmt"
	"os"
	"strings"
)

func main() {
	sc := bufio.NewScanner(os.Stdin)
	sc.Split(bufio.ScanWords)
	counts := map[string]int{}
	for sc.Scan() {
		counts[strings.ToLower(sc.Text())]++
	}
	fmt.Println(counts)
	rs := bufio.NewScanner(strings.NewReader("aé世"))
	rs.Split(bufio.ScanRunes)
	for rs.Scan() {
		fmt.Print(rs.Text(), " ")
	}
	fmt.Println()
}
