package main

import "fmt"

func main() {
	tri := make([][]int, 5)
	for i := range tri {
		tri[i] = make([]int, i+1)
		tri[i][0], tri[i][i] = 1, 1
		for j := 1; j < i; j++ {
			tri[i][j] = tri[i-1][j-1] + tri[i-1][j]
		}
	}
	fmt.Println(tri)
	tri[2], tri[4] = tri[4], tri[2]
	tri[0] = append(tri[0], tri[1]...)
	fmt.Println(tri)
	lit := [][]string{{"a"}, {}, nil, {"b", "c"}}
	for _, row := range lit {
		fmt.Print(len(row), row, " ")
	}
	fmt.Println()
	cube := [2][][]int{{{1}}, {{2, 3}, {4}}}
	cube[1][0][1]++
	fmt.Println(cube)
	p := &tri[3][2]
	*p = 77
	fmt.Println(tri[3])
}
