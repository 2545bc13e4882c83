package main

import (
	"fmt"
	"time"
)

func main() {
	t := time.Date(2024, time.February, 29, 13, 4, 5, 678900000, time.UTC)
	fmt.Println(t)
	fmt.Println(t.Format(time.RFC3339), t.Format("2006-01-02 15:04:05.000"), t.Format("Jan 2, 2006 at 3:04pm (MST)"))
	fmt.Println(t.Year(), t.Month(), t.Day(), t.Weekday(), t.YearDay(), t.Hour(), t.Unix())
	u := t.AddDate(1, 0, 0)
	fmt.Println(u.Format(time.DateOnly), u.Sub(t), t.Before(u), t.Equal(t.Add(0)))
	p, err := time.Parse("2006-01-02", "2023-12-25")
	fmt.Println(p, err)
	_, err = time.Parse(time.RFC3339, "nonsense")
	fmt.Println(err)
	fmt.Println(t.Truncate(time.Hour).Format(time.TimeOnly), time.Unix(0, 0).UTC(), time.Time{}.IsZero())
	fmt.Println(time.Date(2023, 14, 35, 25, 61, 0, 0, time.UTC))
}
