package main

import (
	"fmt"
	"strings"
)

const maze = `#########
#S#...#.#
#.#.#.#.#
#...#...#
###.###.#
#.....#E#
#########`

type pos struct{ y, x int }

func main() {
	grid := strings.Split(maze, "\n")
	var start, end pos
	for y, row := range grid {
		for x, c := range row {
			switch c {
			case 'S':
				start = pos{y, x}
			case 'E':
				end = pos{y, x}
			}
		}
	}
	prev := map[pos]pos{start: start}
	queue := []pos{start}
	for len(queue) > 0 {
		p := queue[0]
		queue = queue[1:]
		if p == end {
			break
		}
		for _, d := range [...]pos{{0, 1}, {1, 0}, {0, -1}, {-1, 0}} {
			n := pos{p.y + d.y, p.x + d.x}
			if _, seen := prev[n]; !seen && grid[n.y][n.x] != '#' {
				prev[n] = p
				queue = append(queue, n)
			}
		}
	}
	out := make([][]byte, len(grid))
	for i := range grid {
		out[i] = []byte(grid[i])
	}
	steps := 0
	for p := end; p != start; p = prev[p] {
		if p != end {
			out[p.y][p.x] = '*'
		}
		steps++
	}
	fmt.Println(steps)
	for _, row := range out {
		fmt.Println(string(row))
	}
}
