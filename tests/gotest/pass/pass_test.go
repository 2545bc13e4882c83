package pass

import (
	"os"
	"path/filepath"
	"testing"
)

func TestHidden(t *testing.T) {
	if hidden() != 42 {
		t.Error("hidden")
	}
	t.Log("it is", hidden())
}

func TestSub(t *testing.T) {
	t.Cleanup(func() { t.Log("cleaned up") })
	for _, name := range []string{"one", "two words", "one", ""} {
		t.Run(name, func(t *testing.T) {
			t.Logf("in %s", t.Name())
			t.Run("inner", func(t *testing.T) {})
		})
	}
}

func TestSkip(t *testing.T) {
	t.Run("now", func(t *testing.T) { t.SkipNow() })
	t.Skipf("not %s", "today")
	t.Fatal("not reached")
}

func TestShort(t *testing.T) {
	if testing.Short() {
		t.Skip("short")
	}
}

func TestParallel(t *testing.T) {
	for _, name := range []string{"b"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if name == "b" {
				t.Log("b runs")
			}
		})
	}
	t.Log("before both")
}

func TestWorld(t *testing.T) {
	t.Setenv("PASS_TEST", "yes")
	if os.Getenv("PASS_TEST") != "yes" {
		t.Error("not set")
	}
	name := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(name, []byte("x"), 0o666); err != nil {
		t.Fatal(err)
	}
	// Tests run in the directory of the package.
	if _, err := os.Stat("pass_test.go"); err != nil {
		t.Error(err)
	}
	if !testing.Testing() {
		t.Error("not testing")
	}
}

func FuzzDouble(f *testing.F) {
	f.Add("a", 1)
	f.Add("b", 2)
	f.Fuzz(func(t *testing.T, s string, n int) {
		if len(Double(s)) != 2*len(s) || n == 0 {
			t.Error(s)
		}
	})
}

func BenchmarkDouble(b *testing.B) {
	for b.Loop() {
		Double("x")
	}
}
