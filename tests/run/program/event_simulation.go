package main

import (
	"fmt"
	"sort"
)

type event struct {
	at   int
	name string
	do   func(*sim)
}

type sim struct {
	now    int
	queue  []event
	log    []string
	served int
}

func (s *sim) schedule(after int, name string, do func(*sim)) {
	s.queue = append(s.queue, event{s.now + after, name, do})
	sort.SliceStable(s.queue, func(i, j int) bool { return s.queue[i].at < s.queue[j].at })
}

func (s *sim) run(limit int) {
	for len(s.queue) > 0 && s.queue[0].at <= limit {
		e := s.queue[0]
		s.queue = s.queue[1:]
		s.now = e.at
		s.log = append(s.log, fmt.Sprintf("%d:%s", e.at, e.name))
		if e.do != nil {
			e.do(s)
		}
	}
}

func main() {
	s := &sim{}
	var arrive func(*sim)
	arrive = func(s *sim) {
		s.schedule(2, "leave", func(s *sim) { s.served++ })
		s.schedule(3, "arrive", arrive)
	}
	s.schedule(0, "arrive", arrive)
	s.run(10)
	fmt.Println(s.log, s.served, len(s.queue))
}
