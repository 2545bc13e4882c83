// Slices of slices of floats: the product of two 300 by 300 matrices.
package main

import "fmt"

func build(n int, seed float64) [][]float64 {
	m := make([][]float64, n)
	scale := seed / float64(n) / float64(n)
	for i := range m {
		m[i] = make([]float64, n)
		for j := range m[i] {
			m[i][j] = scale * float64((i-j)*(i+j))
		}
	}
	return m
}

func mul(a, b [][]float64) [][]float64 {
	n := len(a)
	t := make([][]float64, n)
	for i := range t {
		t[i] = make([]float64, n)
		for j := range t[i] {
			t[i][j] = b[j][i]
		}
	}
	c := make([][]float64, n)
	for i := range c {
		row := make([]float64, n)
		ai := a[i]
		for j := range row {
			tj := t[j]
			sum := 0.0
			for k := 0; k < n; k++ {
				sum += ai[k] * tj[k]
			}
			row[j] = sum
		}
		c[i] = row
	}
	return c
}

func main() {
	const n = 300 // quick: 150
	c := mul(build(n, 1), build(n, 2))
	fmt.Printf("%.9f\n", c[n/2][n/2])
}
