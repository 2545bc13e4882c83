// flags: --virtual-time
package main

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

func match(pat, str string) (bool, error) { return strings.Contains(str, pat), nil }

func helper(t testing.TB, want, got int) {
	t.Helper()
	if want != got {
		t.Errorf("want %d, got %d", want, got)
	}
}

func TestGood(t *testing.T) { t.Log("not shown") }

func TestBad(t *testing.T) {
	t.Log("one", 2)
	helper(t, 1, 2)
	t.Errorf("two\nlines")
	t.Run("sub", func(t *testing.T) {
		t.Log(t.Name())
		t.Run("deeper one", func(t *testing.T) { t.Fatal("over") })
		t.Run("deeper one", func(t *testing.T) { t.Skip("skipped") })
		t.Run("", func(t *testing.T) { t.Error("nameless") })
		t.Log("after")
	})
	t.Run("good", func(t *testing.T) {})
	fmt.Println("failed", t.Failed())
	t.FailNow()
	fmt.Println("not reached")
}

func TestSkip(t *testing.T) {
	defer fmt.Println("deferred")
	t.SkipNow()
}

func TestCleanup(t *testing.T) {
	t.Cleanup(func() { fmt.Println("first", t.Context().Err()) })
	t.Cleanup(func() { fmt.Println("second") })
	dir := t.TempDir()
	_, err := os.Stat(dir)
	fmt.Println(err, dir != t.TempDir(), t.Context().Err())
	t.Run("inside", func(t *testing.T) {
		t.Cleanup(func() { fmt.Println("inside") })
		t.Setenv("TESTING_X", "1")
		fmt.Println(os.Getenv("TESTING_X"))
	})
	fmt.Printf("%q\n", os.Getenv("TESTING_X"))
	t.Cleanup(func() {
		_, err := os.Stat(dir)
		fmt.Println(err)
	})
}

func TestParallel(t *testing.T) {
	results := make([]int, 3)
	t.Run("group", func(t *testing.T) {
		for i := range results {
			t.Run(fmt.Sprint("p", i), func(t *testing.T) {
				t.Parallel()
				results[i] = i * i
			})
		}
		fmt.Println("started", results)
	})
	fmt.Println("done", results)
}

func TestTable(t *testing.T) {
	for _, c := range []struct{ a, b, sum int }{{1, 2, 3}, {2, 2, 5}} {
		t.Run(fmt.Sprintf("%d+%d", c.a, c.b), func(t *testing.T) {
			if c.a+c.b != c.sum {
				t.Errorf("%d + %d = %d, not %d", c.a, c.b, c.a+c.b, c.sum)
			}
		})
	}
}

func main() {
	tests := []testing.InternalTest{{"TestGood", TestGood}, {"TestBad", TestBad}, {"TestSkip", TestSkip}, {"TestCleanup", TestCleanup}, {"TestParallel", TestParallel}, {"TestTable", TestTable}}
	fmt.Println(testing.Testing(), testing.CoverMode())

	testing.Main(match, tests, nil, []testing.InternalExample{
		{"ExampleGood", func() { fmt.Println("hi") }, "hi\n", false},
		{"ExampleBad", func() { fmt.Println("b\na") }, "a\nb", false},
		{"ExampleUnordered", func() { fmt.Println("b\na") }, "a\nb", true},
	})
}
