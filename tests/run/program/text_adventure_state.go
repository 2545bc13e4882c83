package main

import (
	"bufio"
	"fmt"
	"os"
	"strings"
)

type room struct {
	name  string
	exits map[string]*room
	items []string
}

type game struct {
	at   *room
	bag  []string
	done bool
}

func (g *game) exec(line string) string {
	verb, rest, _ := strings.Cut(line, " ")
	switch verb {
	case "go":
		if r, ok := g.at.exits[rest]; ok {
			g.at = r
			return "you are in the " + r.name
		}
		return "no way " + rest
	case "take":
		for i, it := range g.at.items {
			if it == rest {
				g.at.items = append(g.at.items[:i], g.at.items[i+1:]...)
				g.bag = append(g.bag, it)
				return "taken"
			}
		}
		return "no " + rest + " here"
	case "bag":
		return fmt.Sprintf("%q", g.bag)
	case "quit":
		g.done = true
		return "bye"
	case "":
		return "say something"
	}
	return fmt.Sprintf("what is %q?", verb)
}

func main() {
	hall := &room{name: "hall", items: []string{"lamp", "key"}}
	cellar := &room{name: "cellar", exits: map[string]*room{"up": hall}}
	hall.exits = map[string]*room{"down": cellar}
	g := &game{at: hall}
	in := bufio.NewScanner(os.Stdin)
	for !g.done && in.Scan() {
		fmt.Println(">", in.Text())
		fmt.Println(g.exec(strings.TrimSpace(in.Text())))
	}
	fmt.Println(g.at.name, len(hall.items))
}
