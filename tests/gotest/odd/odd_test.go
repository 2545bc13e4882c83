package odd

import (
	"fmt"
	"os"
	"testing"
)

func TestMain(m *testing.M) {
	fmt.Println("before")
	code := m.Run()
	fmt.Println("after")
	os.Exit(code)
}

// A test that is a helper itself is shown where it is run.
func TestHelpers(t *testing.T) {
	for _, n := range []int{1, 2} {
		t.Run("case", func(t *testing.T) {
			t.Helper()
			if n == 2 {
				t.Run("inner", func(t *testing.T) { fails(t); t.Helper(); t.Error("inside") })
			}
			t.Errorf("n is %d", n)
			fails(t)
		})
	}
	t.Helper()
	t.Error("at the top")
}

func fails(t *testing.T) {
	t.Helper()
	t.Error("fails")
}

// The rest is cleaned up, too.
func TestCleanup(t *testing.T) {
	t.Cleanup(func() { t.Log("last") })
	t.Cleanup(func() { t.Fatal("in cleanup") })
	t.Cleanup(func() { t.Log("first") })
	t.Run("sub", func(t *testing.T) { t.Cleanup(func() { t.SkipNow() }); t.Log("inside") })
}

// A test that waits for others and is ended by what cleans up is not reported.
func TestCleanupAfterOthers(t *testing.T) {
	t.Run("parallel", func(t *testing.T) { t.Parallel() })
	t.Cleanup(func() { t.Fatal("in cleanup") })
}

func TestNames(t *testing.T) {
	for _, name := range []string{"a", "a#01", "a", "", "#00", "", "b|c", "x y", "b/c", "#00"} {
		t.Run(name, func(t *testing.T) { t.Log(t.Name()) })
	}
}

func TestExit(t *testing.T) {
	defer func() { t.Error(recover()) }()
	os.Exit(0)
}

func Example_empty() {
	fmt.Println("x")
	// Output: x
}
