package main

import (
	"encoding"
	"fmt"
)

type both = interface {
	encoding.TextMarshaler
	encoding.TextUnmarshaler
}

type again = both

type shown = interface{ fmt.Stringer }

type holder struct {
	data both
	more again
}

func (h *holder) copy() error {
	text, err := h.data.MarshalText()
	if err != nil {
		return err
	}
	return h.more.UnmarshalText(append(text, '!'))
}

type word string

func (w *word) MarshalText() ([]byte, error) { return []byte(*w), nil }

func (w *word) UnmarshalText(text []byte) error {
	*w = word(text)
	return nil
}

func (w *word) String() string { return "word " + string(*w) }

func say(s shown) { fmt.Println(s.String()) }

func main() {
	a, b := word("a"), word("b")
	h := holder{&a, &b}
	fmt.Println(h.copy(), a, b)
	say(&b)
	var x any = &a
	_, ok := x.(again)
	fmt.Println(ok)
}
