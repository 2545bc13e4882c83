package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

func main() {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	fmt.Println(m.StackInuse > 0, m.StackSys > 0, m.MSpanInuse > 0, m.GCSys > 0, m.OtherSys > 0, m.LastGC > 0, m.NumGC > 0, m.PauseTotalNs > 0, m.HeapSys > 0, m.NextGC > 0, len(m.BySize))
	var g debug.GCStats
	debug.ReadGCStats(&g)
	fmt.Println(g.NumGC > 0, !g.LastGC.IsZero(), len(g.Pause) > 0)
	for _, n := range []string{"/cpu/classes/total:cpu-seconds", "/cpu/classes/user:cpu-seconds", "/godebug/non-default-behavior/panicnil:events", "/gc/pauses:seconds", "/sched/latencies:seconds", "/gc/heap/allocs:bytes", "/sched/goroutines:goroutines", "/sync/mutex/wait/total:seconds"} {
		s := []metrics.Sample{{Name: n}}
		metrics.Read(s)
		fmt.Println(n, s[0].Value.Kind())
	}
	fmt.Println(len(metrics.All()))
}
