// A map with string keys: three million updates of 20,000 words.
package main

import (
	"fmt"
	"strconv"
)

func main() {
	words := make([]string, 20_000)
	for i := range words {
		words[i] = "word" + strconv.Itoa(i*7919)
	}
	counts := map[string]int{}
	for i := 0; i < 3_000_000; i++ { // quick: 600_000
		counts[words[i*31%len(words)]]++
	}
	fmt.Println(len(counts), counts["word0"], counts[words[777]])
}
