package main

import (
	"bytes"
	"fmt"
	"path/filepath"
	"regexp"
	"runtime"
	"runtime/debug"
	"runtime/pprof"
	"slices"
	"strings"
	"sync"
	"time"
)

func waits(c chan int) {
	<-c
}

func deep(n int, c chan int) {
	if n > 0 {
		deep(n-1, c)
	}
	waits(c)
}

var (
	number   = regexp.MustCompile(`goroutine \d+`)
	argument = regexp.MustCompile(`\([^()]*\)$`)
	offset   = regexp.MustCompile(` \+0x[0-9a-f]+$`)
)

// own leaves of stacks what is of this program: functions, and where they are.
func own(text string) (list []string) {
	for part := range strings.SplitSeq(strings.TrimSpace(text), "\n\n") {
		lines := strings.Split(part, "\n")
		shown := number.ReplaceAllString(lines[0], "goroutine")
		for i := 1; i+1 < len(lines); i += 2 {
			function := argument.ReplaceAllString(lines[i], "")
			if strings.HasPrefix(function, "main.") || strings.HasPrefix(function, "created by main.") {
				place := offset.ReplaceAllString(strings.TrimSpace(lines[i+1]), "")
				shown += "\n\t" + number.ReplaceAllString(function, "goroutine") + " " + filepath.Base(place)
			}
		}
		list = append(list, shown)
	}
	return list
}

func starts(c chan int) {
	go waits(c)
	go func() {
		c <- 1
	}()
}

func main() {
	var mu sync.Mutex
	mu.Lock()
	var wg sync.WaitGroup
	wg.Add(1)
	never := make(chan int)
	go deep(3, make(chan int))
	starts(never)
	go func() { mu.Lock() }()
	go wg.Wait()
	go time.Sleep(time.Hour)
	go func() { select {} }()
	go func() {
		select {
		case <-make(chan int):
		case <-make(chan bool):
		}
	}()
	go waits(nil)
	time.Sleep(20 * time.Millisecond)

	buf := make([]byte, 1<<16)
	all := own(string(buf[:runtime.Stack(buf, true)]))
	fmt.Println(all[0])
	slices.Sort(all[1:])
	for _, text := range all[1:] {
		fmt.Println(text)
	}
	fmt.Println(len(own(string(buf[:runtime.Stack(buf, false)]))))
	fmt.Println(runtime.Stack(buf[:10], true), string(buf[:9]))

	done := make(chan bool)
	go func() {
		fmt.Println(own(string(debug.Stack())))
		done <- true
	}()
	<-done

	n, ok := runtime.GoroutineProfile(nil)
	fmt.Println(n == runtime.NumGoroutine(), ok)
	records := make([]runtime.StackRecord, n+10)
	n, ok = runtime.GoroutineProfile(records)
	fmt.Println(n == runtime.NumGoroutine(), ok)
	counts := map[string]int{}
	for _, r := range records[:n] {
		frames := runtime.CallersFrames(r.Stack())
		for {
			f, more := frames.Next()
			counts[f.Function]++
			if !more {
				break
			}
		}
	}
	fmt.Println(counts["main.waits"], counts["main.deep"], counts["main.main"])

	var text bytes.Buffer
	pprof.Lookup("goroutine").WriteTo(&text, 2)
	fmt.Println(strings.Count(text.String(), "\nmain.deep("), strings.Count(text.String(), "goroutine "))
	text.Reset()
	pprof.Lookup("goroutine").WriteTo(&text, 1)
	fmt.Println(strings.Count(text.String(), "main.deep+"), strings.HasPrefix(text.String(), fmt.Sprintf("goroutine profile: total %d\n", n)))
}
