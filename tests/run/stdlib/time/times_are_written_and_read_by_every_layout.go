package main

import (
	"fmt"
	"math"
	"time"
)

var layouts = []string{
	time.Layout, time.ANSIC, time.UnixDate, time.RubyDate, time.RFC822, time.RFC822Z, time.RFC850, time.RFC1123,
	time.RFC1123Z, time.RFC3339, time.RFC3339Nano, time.Kitchen, time.Stamp, time.StampMilli, time.StampMicro,
	time.StampNano, time.DateTime, time.DateOnly, time.TimeOnly,
	"", "plain", "2006 002 __2 _2 _2006 1 2 3 4 5 06 15", "Monday Mon Mond Montag January Jan Janu Janx", "PM pm 03 3",
	"Z07 Z0700 Z07:00 Z070000 Z07:00:00", "-07 -0700 -07:00 -070000 -07:00:00", "MST MSTX Z -0 -1",
	".0 .00 ,000 .9 ,999999999999 .0000000000001 .99a .000b", "05.000 05,999 15h04m05s", "äöü 2006 ß",
	"20060102150405", "2006/1/2 3:4:5 pm", "0 00 007 008 01 012",
}

func main() {
	east := time.FixedZone("EAST", 5*3600+30*60+7)
	west := time.FixedZone("", -(9*3600 + 1800 + 1))
	odd := time.FixedZone("odd", -1)
	times := []time.Time{
		{},
		time.Date(2024, 2, 29, 0, 0, 0, 0, time.UTC),
		time.Date(2024, 12, 31, 23, 59, 59, 999999999, time.UTC),
		time.Date(1999, 1, 9, 12, 5, 6, 120000000, east),
		time.Date(-44, 3, 15, 11, 4, 0, 1000, west),
		time.Date(12345, 7, 4, 1, 2, 3, 4, odd),
		time.Date(2023, 13, 40, 25, 61, 61, 2e9, time.UTC),
		time.Date(2023, 0, 0, -1, -1, -1, -1, east),
		time.Unix(math.MaxInt64/4, 0).UTC(),
		time.Unix(math.MinInt64/4, 5).UTC(),
	}
	for _, t := range times {
		fmt.Println(t, t.Unix(), t.YearDay(), t.Weekday())
		for _, layout := range layouts {
			s := t.Format(layout)
			fmt.Printf("%q %q", layout, s)
			back, err := time.Parse(layout, s)
			if err != nil {
				fmt.Println(" ", err)
			} else {
				fmt.Println("", back.Unix(), back.Nanosecond(), back)
			}
			fmt.Println(string(t.AppendFormat([]byte("> "), layout)))
		}
		text, err := t.MarshalText()
		fmt.Println(string(text), err)
	}
	inputs := [][2]string{
		{"2006-01-02", "2023-02-29"}, {"2006-01-02", "2024-02-29"}, {"2006-01-02", "2023-04-31"},
		{"2006-01-02", "2023-13-01"}, {"2006-01-02", "2023-00-01"}, {"2006-01-02", "2023-01-00"},
		{"2006-01-02", "2023-1-1"}, {"2006-1-2", "2023-1-1"}, {"2006-1-2", "2023-11-21"}, {"2006-01-02", "2023-01-01 "},
		{"2006-01-02", "+023-01-01"}, {"06-1-2", "69-1-2"}, {"06-1-2", "68-1-2"}, {"06-1-2", "-8-1-2"},
		{"15:04:05", "24:00:00"}, {"15:04:05", "23:60:00"}, {"15:04:05", "23:59:60"}, {"15:04:05", "7:08:09"},
		{"15:04:05", "07:08:09.5"}, {"15:04:05", "07:08:09,123456789123"}, {"15:04:05", "07:08:09."},
		{"15:04:05.000", "07:08:09.12"}, {"15:04:05.000", "07:08:09.123"}, {"15:04:05.000", "07:08:09.1234"},
		{"15:04:05.999", "07:08:09"}, {"15:04:05.999", "07:08:09.123456"}, {"15:04:05.000", "07:08:09.+12"},
		{"15:04:05 .000", "07:08:09 .120"}, {"05.0", "09,5"},
		{"3:04PM", "12:00AM"}, {"3:04PM", "12:00PM"}, {"3:04PM", "0:30PM"}, {"3:04PM", "13:30PM"}, {"3:04PM", "3:04pm"},
		{"3:04pm", "3:04pm"}, {"03:04 PM", "3:04 PM"}, {"03:04 PM", "11:04 XM"},
		{"Jan 2 2006", "feb 3 2021"}, {"Jan 2 2006", "FEBRUARY 3 2021"}, {"January 2 2006", "fEbRuary 3 2021"},
		{"January 2 2006", "Feb 3 2021"}, {"Mon Jan 2 2006", "wed  Jan   2 2006"}, {"Mon Jan 2 2006", "Wen Jan 2 2006"},
		{"Mon  Jan 2 2006", "Sat Jan 22 2006"}, {"Jan _2 2006", "Jan  3 2021"}, {"Jan _2 2006", "Jan 3 2021"},
		{"Jan _2 2006", "Jan 13 2021"}, {" 2006", "2021"}, {"2006 ", "2021"}, {"2006 ", "2021 "},
		{"2006 002", "2021 365"}, {"2006 002", "2021 366"}, {"2006 __2", "2020  60"}, {"2006 002 01", "2021 032 02"},
		{"-0700", "+0530"}, {"-0700", "-0000"}, {"-0700", "+2460"}, {"-0700", "+2561"}, {"-0700", "0530"}, {"-07", "-09"},
		{"-07:00", "+05:30"}, {"-07:00", "+0530"}, {"-070000", "-000001"}, {"-070000", "+000001"}, {"-07:00:00", "+01:02:03"},
		{"Z07:00", "Z"}, {"Z07:00", "+01:00"}, {"Z0700", "z"}, {"Z07", "Z"}, {"Z07", "ZZ"},
		{"MST", "UTC"}, {"MST", "CEST"}, {"MST", "GMT"}, {"MST", "GMT+3"}, {"MST", "GMT-12"}, {"MST", "GMT+30"}, {"MST", "WITA"},
		{"MST", "ChST"}, {"MST", "MeST"}, {"MST", "+03"}, {"MST", "AB"}, {"MST", "ABCDE"}, {"MST", "ABCDT"}, {"MST", "ABCD"},
		{"MST", "ABCDEF"}, {"MST", "PST8"}, {"MST -0700", "CET +0100"}, {"MST -0700", "UTC +0100"}, {"-0700 MST", "+0000 UTC"},
		{time.RFC3339, "2021-09-08T07:06:05Z"}, {time.RFC3339, "2021-09-08T07:06:05.678+09:00"},
		{time.RFC3339, "2021-09-31T07:06:05Z"}, {time.RFC3339, "2021-09-08T24:06:05Z"}, {time.RFC3339, "2021-09-08t07:06:05Z"},
		{time.RFC3339, "2021-09-08T7:06:05Z"}, {time.RFC3339, "2021-09-08T07:06:05"}, {time.RFC3339, ""},
		{time.RFC3339, "2021-09-08T07:06:05,5Z"}, {"", ""}, {"", "x"}, {"x", ""}, {"ä 2006", "ä 2021"}, {"ä 2006", "ö 2021"},
	}
	berlin := time.FixedZone("CET", 3600)
	for _, in := range inputs {
		t, err := time.Parse(in[0], in[1])
		fmt.Printf("%q %q %v %v\n", in[0], in[1], t, err)
		t, err = time.ParseInLocation(in[0], in[1], berlin)
		fmt.Println(t, err)
	}
	for _, d := range []time.Duration{0, 1, -1, 999, 1000, 1001, 1100, 999999, 1e6, 1e6 + 1, 1500000, 999999999, 1e9, 1e9 + 1,
		59 * time.Second, time.Minute, 61 * time.Second, time.Hour, time.Hour + 1, 90 * time.Minute, 100*time.Hour + 30*time.Millisecond,
		math.MaxInt64, math.MinInt64, -1500 * time.Millisecond, -time.Hour} {
		fmt.Println(d, d.String(), len(d.String()))
	}
}
