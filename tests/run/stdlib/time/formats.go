package main

import (
	"encoding"
	"errors"
	"fmt"
	"time"
)

func main() {
	t := time.Date(2009, time.November, 5, 3, 4, 5, 60700000, time.FixedZone("CET", 3600))
	for _, layout := range []string{time.Layout, time.ANSIC, time.UnixDate, time.RubyDate, time.RFC822, time.RFC822Z, time.RFC850,
		time.RFC1123, time.RFC1123Z, time.RFC3339, time.RFC3339Nano, time.Kitchen, time.Stamp, time.StampMilli, time.StampMicro,
		time.StampNano, time.DateTime, time.DateOnly, time.TimeOnly, "", "no element", "January 2, 2006 at 3pm (MST)",
		"06-1-2 15h4m5s", "002 __2 _2", "Z07 Z0700 Z07:00:00 -07 -070000", "05.000 05,999 05.0 05.9999999 .999", "Mondays Monkey Junes"} {
		text := t.Format(layout)
		back, err := time.Parse(layout, text)
		fmt.Printf("%q %v %v\n", text, back, err)
	}
	fmt.Println(string(t.AppendFormat([]byte("at "), time.Kitchen)), t.UTC().Format(time.RFC3339))
	for _, c := range [][2]string{
		{time.RFC3339, "2006-01-02T15:04:05Z"}, {time.RFC3339, "2006-01-02T15:04:05.123456789-08:00"}, {time.RFC3339, "2006-13-02T15:04:05Z"},
		{time.RFC3339, "2006-02-30T15:04:05Z"}, {time.RFC3339, "2006-01-02T24:04:05Z"}, {time.RFC3339, "2006-01-02 15:04:05"},
		{time.DateOnly, "2024-02-29"}, {time.DateOnly, "2023-02-29"}, {time.DateOnly, "24-02-29"}, {time.DateOnly, "2024-02-29x"},
		{time.Kitchen, "12:30AM"}, {time.Kitchen, "12:30PM"}, {time.Kitchen, "13:00PM"}, {time.UnixDate, "Mon Jan  2 15:04:05 PST 2006"},
		{"Jan 2 2006", "feb 3 2013"}, {"2006 002", "2024 060"}, {"2006 002", "2023 366"}, {"15:04:05", "10:11:12.5"}, {"MST", "GMT+3"},
		{"MST", "lower"}, {"2006-01-02", "\x80\"\n"},
	} {
		u, err := time.Parse(c[0], c[1])
		fmt.Println(u, err)
		var p *time.ParseError
		if errors.As(err, &p) {
			fmt.Printf("%q %q %q %q %q\n", p.Layout, p.Value, p.LayoutElem, p.ValueElem, p.Message)
		}
	}
	var _ encoding.TextMarshaler = t
	text, err := t.MarshalText()
	fmt.Println(string(text), err)
	data, err := t.MarshalJSON()
	fmt.Println(string(data), err)
	var u time.Time
	fmt.Println(u.UnmarshalJSON(data), u, u.Equal(t))
	binary, err := t.MarshalBinary()
	fmt.Println(binary, err, u.UnmarshalBinary(binary), u)
	_, err = time.Date(12345, 1, 1, 0, 0, 0, 0, time.UTC).MarshalText()
	fmt.Println(err)
	u, err = time.ParseInLocation(time.DateTime, "2024-06-01 12:00:00", time.FixedZone("Z", 7200))
	fmt.Println(u, err)
}
