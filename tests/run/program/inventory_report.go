package main

import (
	"fmt"
	"os"
	"sort"
	"strings"
)

type item struct {
	name  string
	qty   int
	price float64
}

type inventory map[string]*item

func (inv inventory) add(name string, qty int, price float64) {
	if it, ok := inv[name]; ok {
		it.qty += qty
		it.price = price
		return
	}
	inv[name] = &item{name, qty, price}
}

func (inv inventory) total() (t float64) {
	for _, it := range inv {
		t += float64(it.qty) * it.price
	}
	return
}

func main() {
	inv := inventory{}
	for _, line := range strings.Split("bolt 100 0.25\nnut 250 0.1\ngear 3 12.5\nbolt 50 0.3", "\n") {
		var name string
		var qty int
		var price float64
		if n, err := fmt.Sscanf(line, "%s %d %g", &name, &qty, &price); n != 3 || err != nil {
			fmt.Println("bad line", line, err)
			continue
		}
		inv.add(name, qty, price)
	}
	names := make([]string, 0, len(inv))
	for n := range inv {
		names = append(names, n)
	}
	sort.Strings(names)
	fmt.Printf("%-8s|%6s|%10s\n%s\n", "item", "qty", "value", strings.Repeat("-", 26))
	for _, n := range names {
		it := inv[n]
		fmt.Printf("%-8s|%6d|%10.2f\n", it.name, it.qty, float64(it.qty)*it.price)
	}
	fmt.Fprintf(os.Stdout, "%-8s %6s %10.2f\n", "total", "", inv.total())
}
