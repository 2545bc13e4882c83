package main

import (
	"fmt"
	"time"
)

func main() {
	for _, name := range []string{"UTC", "", "America/New_York", "Europe/Berlin", "Asia/Kolkata", "Australia/Lord_Howe", "Nowhere", "../etc", "/x"} {
		loc, err := time.LoadLocation(name)
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(loc)
		for _, month := range []time.Month{1, 3, 7, 11} {
			for _, year := range []int{1950, 2024, 2100} {
				t := time.Date(year, month, 10, 2, 30, 0, 0, loc)
				start, end := t.ZoneBounds()
				fmt.Println(t, t.UTC(), t.IsDST(), start, end)
			}
		}
	}
	berlin, _ := time.LoadLocation("Europe/Berlin")
	fmt.Println(time.Date(2024, 3, 31, 2, 30, 0, 0, berlin), time.Date(2024, 10, 27, 2, 30, 0, 0, berlin))
	t, err := time.ParseInLocation("2006-01-02 15:04 MST", "2024-07-01 12:00 CEST", berlin)
	fmt.Println(t, err)
}
