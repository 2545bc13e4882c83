package main

import (
	"encoding/json"
	"fmt"
	"strconv"
	"sync"
	"sync/atomic"
	"time"
)

func main() {
	var a json.Encoder
	var b strconv.NumError
	var c sync.Once
	var d atomic.Bool
	var e time.Time
	var _ int = a // ERROR "encoding/json"
	var _ int = b // ERROR "strconv"
	var _ int = c // ERROR "sync"
	var _ int = d // ERROR "sync/atomic"
	var _ int = e // ERROR "time.Time"
	fmt.Println()
}
