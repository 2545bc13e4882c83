package main

import (
	"fmt"
	"time"
)

func main() {
	for _, t := range []time.Time{
		{},
		time.Unix(0, 0).UTC(),
		time.Date(2024, time.February, 29, 23, 59, 59, 999999999, time.UTC),
		time.Date(2023, 14, 35, 25, 61, 61, 1e9+5, time.UTC),
		time.Date(-44, time.March, 15, 12, 0, 0, 0, time.UTC),
		time.Date(1900, 1, 1, 0, 0, 0, 0, time.FixedZone("LMT", -1234)),
		time.UnixMilli(1234567890123).UTC(),
		time.UnixMicro(-1).UTC(),
	} {
		year, month, day := t.Date()
		hour, min, sec := t.Clock()
		isoYear, week := t.ISOWeek()
		name, offset := t.Zone()
		fmt.Println(t, year, month, day, hour, min, sec, t.Nanosecond(), t.Weekday(), t.YearDay(), isoYear, week, name, offset)
		fmt.Println(t.Unix(), t.UnixMilli(), t.UnixMicro(), t.IsZero(), t.Location())
		fmt.Println(t.AddDate(1, 1, 1), t.AddDate(0, -1, 0), t.Add(36*time.Hour))
		fmt.Println(t.Truncate(time.Hour), t.Round(24*time.Hour))
		fmt.Printf("%#v %v\n", t, t.Month())
	}
	a := time.Date(2024, 3, 10, 12, 0, 0, 0, time.UTC)
	b := a.Add(90 * time.Minute)
	fmt.Println(b.Sub(a), a.Sub(b), a.Before(b), a.After(b), a.Equal(b), a.Compare(b), b.Compare(a), a == a.UTC())
	fmt.Println(a.Equal(a.In(time.FixedZone("X", 3600))), a == a.In(time.FixedZone("X", 3600)), a.In(time.FixedZone("X", 3600)))
	fmt.Println(a.Sub(time.Time{}), time.Time{}.Sub(a))
	fmt.Println(time.Month(0), time.Month(13), time.Weekday(9), time.Saturday)
	days := 0
	for d := time.Date(2023, 12, 25, 0, 0, 0, 0, time.UTC); d.Year() < 2025; d = d.AddDate(0, 0, 1) {
		days++
	}
	fmt.Println(days)
}
