package fail

import (
	"fmt"
	"testing"
)

func check(t *testing.T, ok bool) {
	t.Helper()
	if !ok {
		t.Errorf("not ok:\nmore")
	}
}

func TestA(t *testing.T) {
	fmt.Println("printed")
	check(t, true)
	check(t, false)
	t.Log("goes on")
}

func TestB(t *testing.T) {
	t.Run("ok", func(t *testing.T) { t.Log("fine") })
	t.Run("bad", func(t *testing.T) {
		defer fmt.Println("deferred")
		t.Fatal("ends")
		t.Log("not reached")
	})
	t.Run("after", func(t *testing.T) {
		t.Run("deep", func(t *testing.T) { t.Fail() })
	})
}

func TestC(t *testing.T) {}

func TestParallel(t *testing.T) {
	t.Run("x", func(t *testing.T) {
		t.Parallel()
		t.Error("x is wrong")
	})
}

func FuzzSeeds(f *testing.F) {
	f.Add(1)
	f.Add(2)
	f.Fuzz(func(t *testing.T, n int) {
		if n == 2 {
			t.Errorf("n is %d", n)
		}
	})
}

func Example_wrong() {
	fmt.Println("this")
	fmt.Println("that")
	// Output:
	// this
	// other
}

func Example_unorderedWrong() {
	fmt.Println("b")
	fmt.Println("a")
	// Unordered output: c
}
