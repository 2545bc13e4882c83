package main

import (
	"fmt"
	"time"
)

func main() {
	for _, d := range []time.Duration{0, 1, 1500, 2 * time.Millisecond, 1500 * time.Millisecond, time.Minute, 90 * time.Minute, 100 * time.Hour, -5 * time.Second, 1<<63 - 1} {
		fmt.Println(d, d.Seconds(), d.Milliseconds())
	}
	d := 3*time.Hour + 25*time.Minute + 45*time.Second + 500*time.Millisecond
	fmt.Println(d.Hours(), d.Minutes(), d.Round(time.Minute), d.Truncate(time.Hour), d/2, d%time.Hour)
	p, err := time.ParseDuration("1h15m30.918s")
	fmt.Println(p, err)
	_, err = time.ParseDuration("abc")
	fmt.Println(err)
	fmt.Printf("%v %d %T %s\n", time.Second, time.Second, time.Second, 5*time.Microsecond)
	n := 3
	fmt.Println(time.Duration(n)*time.Second, time.Duration(1.5*float64(time.Second)))
}
