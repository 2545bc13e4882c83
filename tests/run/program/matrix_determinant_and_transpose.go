package main

import "fmt"

type M [3][3]float64

func (m M) T() (t M) {
	for i, row := range m {
		for j, v := range row {
			t[j][i] = v
		}
	}
	return
}

func (m *M) Scale(k float64) *M {
	for i := range m {
		for j := range m[i] {
			m[i][j] *= k
		}
	}
	return m
}

func (m M) Det() (d float64) {
	for i := range 3 {
		d += m[0][i] * (m[1][(i+1)%3]*m[2][(i+2)%3] - m[1][(i+2)%3]*m[2][(i+1)%3])
	}
	return
}

func (a M) Mul(b M) (c M) {
	for i := range c {
		for j := range c[i] {
			for k := range b {
				c[i][j] += a[i][k] * b[k][j]
			}
		}
	}
	return
}

func main() {
	m := M{{2, 0, 1}, {1, 3, 2}, {1, 1, 4}}
	id := M{{1}, {0, 1}, {0, 0, 1}}
	fmt.Println(m.Det(), m.T(), m.Mul(id) == m)
	n := m
	n.Scale(2).Scale(0.5)
	fmt.Println(n == m, n.Scale(2).Det(), m.Mul(m.T()))
}
