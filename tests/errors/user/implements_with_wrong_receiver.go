package main

import "sort"

type byLen []string

func (b *byLen) Len() int           { return len(*b) }
func (b *byLen) Less(i, j int) bool { return (*b)[i] < (*b)[j] }
func (b *byLen) Swap(i, j int)      {}

func main() {
	sort.Sort(byLen{"a"}) // ERROR "cannot use byLen{…} (value of slice type byLen) as sort.Interface value in argument to sort.Sort: byLen does not implement sort.Interface (method Len has pointer receiver)"
}
