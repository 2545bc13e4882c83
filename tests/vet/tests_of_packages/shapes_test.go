package shapes

import "testing"

func TestArea(t *testing.T) {
	if got := Area(2, 3); got != 6 {
		t.Errorf("Area(2, 3) = %s, want 6", got)
		t.Error("got %d", got)
	}
	t.Log("ok %d", 1)
	t.Fatalf("%d")
	t.Skipf("%s", 1)
	t.Run("inside", func(t *testing.T) { t.Errorf("%w", nil) })
	help(t, "x")
	logf(t, "%d", "x")
}

func help(tb testing.TB, name string) {
	tb.Errorf("%d", name)
	tb.Fatal("%d", 1)
}

func logf(tb testing.TB, format string, args ...any) {
	tb.Helper()
	tb.Logf(format, args...)
}

func BenchmarkArea(b *testing.B) {
	b.Logf("%s", b.N)
}

func FuzzArea(f *testing.F) {
	f.Fatalf("%d", "x")
	f.Add(1)
}
