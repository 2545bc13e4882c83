package main

type conf struct{ m map[string]int }

func (c *conf) set(k string, v int) { c.m[k] = v }

func main() {
	var c conf
	c.set("k", 1)
}
