package main

import (
	"fmt"
	"time"
)

func main() {
	for _, d := range []time.Duration{0, 1, -1, 999, 1000, 1500, 1e6, 1234567, 1e9, 1500 * time.Millisecond, 59 * time.Second,
		time.Minute, time.Hour, 25*time.Hour + 3*time.Second, 1<<63 - 1, -1 << 63, 100 * time.Millisecond} {
		fmt.Println(d, d.Hours(), d.Minutes(), d.Seconds(), d.Milliseconds(), d.Microseconds(), d.Nanoseconds(), d.Abs())
		fmt.Println(d.Round(time.Second), d.Truncate(time.Minute), d.Round(7*time.Microsecond), d.Round(0))
	}
	for _, s := range []string{"0", "1h", "1.5h", "-1h2m3s", "+5s", "1h15m30.918273645s", "100us", "100µs", "1ns", ".5s", "5.s", "1.s2m",
		"9223372036854775807ns", "-9223372036854775808ns", "9223372036854775808ns", "", "3", "-", "s", ".", "-.", ".s", "+.s",
		"1d", "2h-1m", "1 h", "x1h", "0.9223372036854775807h", "3000000h", "\x8f"} {
		d, err := time.ParseDuration(s)
		fmt.Println(d, err)
	}
	fmt.Printf("%v %d %T %s %.2f\n", time.Second, time.Second, time.Second, 3*time.Millisecond, time.Minute.Seconds())
}
