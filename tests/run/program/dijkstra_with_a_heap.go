package main

import (
	"container/heap"
	"fmt"
	"math"
)

type edge struct{ to, w int }
type item struct{ node, dist int }
type pq []item

func (p pq) Len() int           { return len(p) }
func (p pq) Less(i, j int) bool { return p[i].dist < p[j].dist }
func (p pq) Swap(i, j int)      { p[i], p[j] = p[j], p[i] }
func (p *pq) Push(x any)        { *p = append(*p, x.(item)) }
func (p *pq) Pop() any {
	old := *p
	x := old[len(old)-1]
	*p = old[:len(old)-1]
	return x
}

func shortest(g map[int][]edge, from, n int) []int {
	dist := make([]int, n)
	for i := range dist {
		dist[i] = math.MaxInt
	}
	dist[from] = 0
	q := &pq{{from, 0}}
	for q.Len() > 0 {
		it := heap.Pop(q).(item)
		if it.dist > dist[it.node] {
			continue
		}
		for _, e := range g[it.node] {
			if d := it.dist + e.w; d < dist[e.to] {
				dist[e.to] = d
				heap.Push(q, item{e.to, d})
			}
		}
	}
	return dist
}

func main() {
	g := map[int][]edge{0: {{1, 7}, {2, 9}, {5, 14}}, 1: {{2, 10}, {3, 15}}, 2: {{3, 11}, {5, 2}}, 3: {{4, 6}}, 5: {{4, 9}}}
	fmt.Println(shortest(g, 0, 6))
	fmt.Println(shortest(g, 3, 6)[0] == math.MaxInt)
}
