package a

var hidden = 1

const limit = 10

type counter struct{ n int }

type lower int

type reached struct{ next *deep }

type deep struct{ v other }

type other int

type S struct {
	x, Y int
	in   inner
}

type inner struct{}

func (s S) m() helper { return helper{} }

type helper struct{}

func New() *counter { return &counter{} }

func (c *counter) Inc() int { c.n++; return c.n }

func Make() reached { return reached{} }

func helperFunc(x int) int { return x + hidden }

func Small(x int) int { return helperFunc(x) }

func large(x int) int {
	for i := 0; i < 10; i++ {
		x += i * x
		if x > 100 {
			println(x)
			println(x, i, limit)
		}
		defer println()
	}
	return x
}

func Large(x int) int {
	defer println()
	return large(x)
}

func Calls(x int) int { return large(x) }

var V = lower(1)

func unused() {}

type T[P constraint] struct{ p P }

type constraint interface{ ~int }
