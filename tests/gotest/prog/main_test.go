package main

import "testing"

func TestAnswer(t *testing.T) {
	if answer() != 42 {
		t.Fatal("wrong")
	}
	t.Logf("%T", thing{})
}

func TestNames(t *testing.T) {
	for _, name := range []string{"two words", "a\tb\v\f\r\u00a0\u3000c", "bell\a", "ключ", "\x00", "\u200b", "\xff", ""} {
		t.Run(name, func(t *testing.T) {})
	}
}
