package main

import (
	"fmt"
	"strings"
)

func wrap(text string, width int) (lines []string) {
	line := ""
	for _, w := range strings.Fields(text) {
		if line != "" && len(line)+1+len(w) > width {
			lines = append(lines, line)
			line = ""
		}
		if line != "" {
			line += " "
		}
		line += w
	}
	return append(lines, line)
}

func justify(line string, width int) string {
	words := strings.Fields(line)
	gaps := len(words) - 1
	if gaps == 0 {
		return fmt.Sprintf("%-*s", width, line)
	}
	spaces := width - len(strings.Join(words, ""))
	var b strings.Builder
	for i, w := range words {
		b.WriteString(w)
		if i < gaps {
			n := spaces / gaps
			if i < spaces%gaps {
				n++
			}
			b.WriteString(strings.Repeat(" ", n))
		}
	}
	return b.String()
}

func main() {
	text := `A goroutine is a lightweight thread managed by the runtime. It costs little more than its stack.`
	for _, l := range wrap(text, 28) {
		fmt.Printf("|%-28s|%28s|%s|\n", l, l, justify(l, 28))
	}
}
