// What is added to a map while somebody ranges over it may be visited or not, but the range ends.
package main

import (
	"fmt"
	"maps"
	"reflect"
)

func main() {
	for _, n := range []int{1, 2, 3, 8, 9, 100, 1000, 5000} {
		m := map[int]int{}
		for i := range n {
			m[i] = 0
		}
		// Put back: each is visited once.
		steps := 0
		for k := range m {
			v := m[k]
			delete(m, k)
			m[k] = v + 1
			if steps++; steps > 100*n {
				break
			}
		}
		total := 0
		for _, v := range m {
			total += v
		}
		fmt.Println(n, len(m), steps, total)

		// Renamed, and more of them.
		steps = 0
		for k := range m {
			delete(m, k)
			m[k+n] = k
			if steps++; steps > 1000*n {
				break
			}
		}
		fmt.Println(len(m), steps < 1000*n)
		steps = 0
		for k := range m {
			m[len(m)*n+k+steps] = 1
			m[-k-steps-1] = 1
			if steps++; steps > 1000*n {
				break
			}
		}
		fmt.Println(len(m) >= n, steps < 1000*n)

		// All that stays is visited once, also when the entries are packed anew.
		seen := map[int]int{}
		for k := range m {
			if seen[k]++; k%3 == 0 {
				delete(m, k)
			}
			for i := range 3 {
				delete(m, -1000000-i-k)
				m[1000000+i] = k
				delete(m, 1000000+i)
			}
		}
		for k := range m {
			if seen[k] != 1 {
				fmt.Println("seen", k, seen[k], "times")
			}
		}
	}
	m := map[string]int{"a": 1, "b": 2, "c": 3}
	steps := 0
	for k, v := range maps.All(m) {
		delete(m, k)
		m[k+"x"] = v
		if steps++; steps > 100000 {
			break
		}
	}
	fmt.Println(len(m), steps < 100000)
	iter := reflect.ValueOf(m).MapRange()
	for steps = 0; iter.Next() && steps < 100000; steps++ {
		m[fmt.Sprint(steps)] = steps
	}
	fmt.Println(len(m) >= 6, steps < 100000)
	for k := range m {
		clear(m)
		m[k] = 1
		m["new"] = 1
	}
	fmt.Println(len(m) <= 2)
}
