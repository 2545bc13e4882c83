package tmain

import (
	"flag"
	"fmt"
	"os"
	"testing"
)

var word = flag.String("word", "none", "a word")

func TestMain(m *testing.M) {
	flag.Parse()
	fmt.Println("set up", *word, flag.Args())
	code := m.Run()
	fmt.Println("tear down", code)
	if *word == "exit" {
		os.Exit(3)
	}
}

func TestOne(t *testing.T) {
	if *word == "fail" {
		t.Fatal("as told")
	}
}
