package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
)

var kept []*[100]int

func main() {
	var before, with, without runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	for range 5000 {
		kept = append(kept, new([100]int))
	}
	runtime.ReadMemStats(&with)
	fmt.Println(with.TotalAlloc-before.TotalAlloc >= 5000*800, with.Alloc-before.Alloc > 3000*800, with.HeapAlloc == with.Alloc)
	fmt.Println(with.Mallocs-before.Mallocs >= 5000, with.Sys > 0, with.HeapObjects == with.Mallocs-with.Frees)
	kept = nil
	runtime.GC()
	runtime.ReadMemStats(&without)
	fmt.Println(without.Frees-with.Frees >= 5000, without.Alloc < with.Alloc, without.HeapObjects < with.HeapObjects)
	fmt.Println(without.NumGC > with.NumGC, without.NumForcedGC-before.NumForcedGC)

	var stats debug.GCStats
	debug.ReadGCStats(&stats)
	fmt.Println(stats.NumGC > 0, len(stats.Pause) > 0, len(stats.PauseEnd) == len(stats.Pause))
	fmt.Println(debug.SetGCPercent(50), debug.SetGCPercent(-1), debug.SetGCPercent(100))
	debug.FreeOSMemory()
}
