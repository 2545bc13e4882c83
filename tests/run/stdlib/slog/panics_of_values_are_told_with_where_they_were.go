package main

import (
	"fmt"
	"log/slog"
	"strings"
)

type bad struct{}

func (bad) LogValue() slog.Value { panic("no value") }

func main() {
	text := slog.AnyValue(bad{}).Resolve().String()
	for _, line := range strings.Split(text, "\n")[:4] {
		name, _, _ := strings.Cut(line, " (")
		fmt.Println(name)
	}
}
