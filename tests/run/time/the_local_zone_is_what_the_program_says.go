package main

import (
	"fmt"
	"os"
	"time"
)

func main() {
	os.Setenv("TZ", "America/New_York")
	t := time.Unix(1700000000, 0)
	fmt.Println(t, t.Location())
	os.Setenv("TZ", "Asia/Tokyo")
	fmt.Println(time.Unix(1700000000, 0))
}
