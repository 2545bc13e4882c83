"""Generic types, functions and aliases, and statements that use them with the types of the program."""
from .gotypes import BOOL, INT, STRING, UINT8, array_of, comparable, map_of, printable, slice_of

GENERIC_PRELUDE = '''
type Stack[T any] struct{ items []T }

func (s *Stack[T]) Push(x ...T) *Stack[T] {
	s.items = append(s.items, x...)
	return s
}

func (s *Stack[T]) Pop() (x T, ok bool) {
	if n := len(s.items); n > 0 {
		x, ok = s.items[n-1], true
		s.items = s.items[:n-1]
	}
	return
}

func (s Stack[T]) All() iter.Seq2[int, T] {
	return func(yield func(int, T) bool) {
		for i, x := range s.items {
			if !yield(i, x) {
				return
			}
		}
	}
}

type Set[K comparable] map[K]struct{}

func SetOf[K comparable](xs ...K) Set[K] {
	s := Set[K]{}
	s.Add(xs...)
	return s
}

func (s Set[K]) Add(xs ...K) {
	for _, x := range xs {
		s[x] = struct{}{}
	}
}

func (s Set[K]) Has(x K) bool { _, ok := s[x]; return ok }

func (s Set[K]) Equal(t Set[K]) bool { return maps.Equal(s, t) }

type Tree[K cmp.Ordered, V any] struct {
	left, right *Tree[K, V]
	key         K
	value       V
	used        bool
}

func (t *Tree[K, V]) Put(k K, v V) (old V) {
	switch {
	case !t.used:
		t.key, t.value, t.used = k, v, true
	case k < t.key:
		if t.left == nil {
			t.left = new(Tree[K, V])
		}
		return t.left.Put(k, v)
	case k > t.key:
		if t.right == nil {
			t.right = new(Tree[K, V])
		}
		return t.right.Put(k, v)
	default:
		old, t.value = t.value, v
	}
	return
}

func (t *Tree[K, V]) All(yield func(K, V) bool) { t.walk(yield) }

func (t *Tree[K, V]) walk(yield func(K, V) bool) bool {
	return t == nil || !t.used || t.left.walk(yield) && yield(t.key, t.value) && t.right.walk(yield)
}

type Opt[T any] struct {
	x  T
	ok bool
}

func Some[T any](x T) Opt[T] { return Opt[T]{x, true} }
func (o Opt[T]) Or(x T) T {
	if o.ok {
		return o.x
	}
	return x
}
func (o *Opt[T]) Clear() { *o = Opt[T]{} }
func (o Opt[T]) Then[U any](f func(T) U) (r Opt[U]) {
	if o.ok {
		r = Some(f(o.x))
	}
	return
}
func (o *Opt[T]) Set[U any, F ~func(U) T](u U, f F) (old T) {
	old, o.x, o.ok = o.x, f(u), true
	return
}
func (s Stack[T]) Fold[A any](a A, f func(A, T) A) A {
	for _, x := range s.items {
		a = f(a, x)
	}
	return a
}
func (c Count) Beside[T any](x T) Pair[Count, T] { return Pair[Count, T]{c, x} }

type Fn[A, B any] func(A) B

func (f Fn[A, B]) On(a A) B           { return f(a) }
func (f Fn[A, B]) Then(g func(B) B) Fn[A, B] { return func(a A) B { return g(f(a)) } }

func compose[A, B, C any](f func(A) B, g func(B) C) func(A) C { return func(a A) C { return g(f(a)) } }
func doubled[T addable](x T) T                                { return x + x }
func shown[T any](x T) string                                 { return fmt.Sprintf("<%v>", x) }

type (
	Vec[T any]    = []T
	Twin[T any]   = Pair[T, T]
	Dict[V any]   = map[string]V
	Grid[T any]   [2][3]T
	Nest[T any]   struct {
		in []Nest[T]
		x  T
	}
	Named[T any] struct {
		Stack[T]
		*Opt[T]
		name string
	}
	Doubler[T any] interface {
		Double() T
		comparable
	}
	Meters float64
	Count  int
)

func (m Meters) Double() Meters { return m * 2 }
func (c Count) Double() Count   { return c * 2 }
func twice[T Doubler[T]](x T) (T, bool) { return x.Double().Double(), x == x.Double() }

func (g *Grid[T]) Set(i, j int, x T) { g[i][j] = x }
func (g Grid[T]) Row(i int) [3]T   { g[1-i] = g[i]; return g[1-i] }
func (n Nest[T]) Depth() int {
	d := 0
	for _, m := range n.in {
		d = max(d, m.Depth())
	}
	return d + 1
}

func kindOf[T any](x T) string {
	switch y := any(x).(type) {
	case int, Count:
		return fmt.Sprint("whole ", y)
	case []byte:
		return "bytes"
	case Stack[T], *Stack[T]:
		return "stack of itself"
	case error, fmt.Stringer:
		return "speaks"
	case Opt[int]:
		return fmt.Sprint("opt ", y.Or(7))
	case interface{ Depth() int }:
		return fmt.Sprint("nest ", y.Depth())
	case []T, map[string]T, [2]T, func(T) T, chan T:
		return "made of itself"
	case T:
		var z T
		return fmt.Sprintf("itself %v", z)
	}
	return "nil"
}

func madeOf[T any](x any) string {
	switch x := x.(type) {
	case T:
		return fmt.Sprint("T ", x)
	case []T:
		return fmt.Sprint("[]T ", len(x), x)
	case [2]T:
		return fmt.Sprint("[2]T ", x[1])
	case map[string]T:
		return fmt.Sprint("map ", len(x), x["a"])
	case func(T) T:
		var z T
		return fmt.Sprint("func ", x(z))
	case Opt[T]:
		return fmt.Sprint("Opt ", x.ok)
	case *Stack[T]:
		return fmt.Sprint("*Stack ", len(x.items))
	case Pair[T, int], Twin[T]:
		return "pair"
	}
	return "other"
}

func bytesOf[T ~string | ~[]byte](s T) (n int) {
	for i := 0; i < len(s); i++ {
		n = n*3 + int(s[i])
	}
	if len(s) > 1 {
		n += len(s[1:]) + len(string(s[:1]))
	}
	return n & 0xffff
}

func sortedKeys[M ~map[K]V, K cmp.Ordered, V any](m M) []K { return slices.Sorted(maps.Keys(m)) }

func reduced[T, A any](s iter.Seq2[int, T], a A, f func(A, T) A) A {
	for _, x := range s {
		a = f(a, x)
	}
	return a
}

func filled[T any, P interface {
	*T
	Fill(int)
}](n int) (out []T) {
	for i := range n {
		var x T
		P(&x).Fill(i)
		out = append(out, x)
	}
	return
}

type Jar[T ints] struct{ n T }

func (j *Jar[T]) Fill(i int) { j.n = T(i)<<6 - 1 }

func sent[C ~chan E, E any](c C, xs ...E) (n int) {
	for _, x := range xs {
		select {
		case c <- x:
			n++
		default:
		}
	}
	close(c)
	return
}

func zeros[T comparable](xs ...T) (n int) {
	for _, x := range xs {
		if x == *new(T) {
			n++
		}
	}
	return
}

func applied[T any, F ~func(T) T](x T, fs ...F) T {
	for _, f := range fs {
		x = f(x)
	}
	return x
}

func deep[T any](n int, x T) string {
	if n == 0 {
		return fmt.Sprintf("%T", x)
	}
	return deep(n-1, x) + deep(0, any(x))
}
'''


class Generics:
    """The form `generic_use` for StmtGen."""

    def generic_use(self, d):
        t = self.pick([t for t in self.shown_types if printable(t)])
        return self.pick([self.use_stack, self.use_set, self.use_tree, self.use_opt, self.use_fn, self.use_nest, self.use_named, self.use_kinds, self.use_grid,
                          self.use_bytes, self.use_jar, self.use_chan, self.use_inferred, self.use_methods])(t)

    def some(self, t, d=2):
        """A value of type t, as text that has the type."""
        return self.at_zero_risk(lambda: self.typed(t, d))

    def ordered(self):
        return self.pick([t for t in self.basic if t.integer or t.kind == "string"])

    def use_stack(self, t):
        x, n = "x%d" % self.fresh(), self.fresh()
        lines = ["var %s Stack[%s]" % (x, t.text)]
        for _ in range(self.rng.randrange(2, 5)):
            lines += self.pick([
                ["%s.Push(%s).Push(%s, %s)" % (x, self.some(t), self.some(t), self.some(t))], ["fmt.Println(%s.Pop())" % x],
                ["push%d := %s.Push" % (self.fresh(), x), "fmt.Println(len(push%d(%s).items))" % (self.count, self.some(t))],
                ["(*Stack[%s]).Push(&%s, %s)" % (t.text, x, self.some(t))],
                ["for i, e := range Stack[%s].All(%s) {" % (t.text, x), "\tfmt.Print(i, e, \" \")", "\tif i > 1 {", "\t\tbreak", "\t}", "}"],
                ["fmt.Println(%d, reduced(%s.All(), \"\", func(s string, e %s) string { return clip(s + fmt.Sprint(e)) }))" % (n, x, t.text)],
                ["for range %s.All() {" % x, "\t%s.Push(%s)" % (x, self.some(t)), "\t%s.Pop()" % x, "}"],
                ['fmt.Printf("%%T %%d\\n", %s, len(%s.items))' % (x, x)]])
        return lines

    def use_set(self, t):
        k = self.pick([t for t in self.basic + self.types if comparable(t) and t.kind not in ("float", "complex", "chan")])
        x, n = "x%d" % self.fresh(), self.fresh()
        return ["%s := SetOf(%s)" % (x, ", ".join(self.some(k) for _ in range(self.rng.randrange(1, 4)))), "%s.Add(%s)" % (x, self.some(k)),
                "fmt.Println(%d, len(%s) > 1, %s.Has(%s), %s.Equal(SetOf(slices.Collect(maps.Keys(%s))...)))" % (n, x, x, self.some(k), x, x)] + \
            self.pick([[], ["clear(%s)" % x, "fmt.Println(len(%s))" % x], ["delete(%s, %s)" % (x, self.some(k)), "fmt.Println(len(%s))" % x],
                       ["has%d := %s.Has" % (n, x), "%s = nil" % x, "fmt.Println(has%d(%s))" % (n, self.some(k))]])

    def use_tree(self, t):
        k, x, n = self.ordered(), "x%d" % self.fresh(), self.fresh()
        lines = ["var %s Tree[%s, %s]" % (x, k.text, t.text)]
        for _ in range(self.rng.randrange(1, 5)):
            lines.append("%s.Put(%s, %s)" % (x, self.some(k), self.some(t)))
        lines.append("fmt.Println(%s.Put(%s, %s))" % (x, self.some(k), self.some(t)))
        return lines + ["for k, e := range %s.All {" % x, "\tfmt.Print(k, e, \" \")"] + self.pick([[], ["\tif k > %s {" % self.some(k, 1), "\t\tbreak", "\t}"]]) + \
            ["}", "fmt.Println(%d)" % n]

    def use_opt(self, t):
        x, n = "x%d" % self.fresh(), self.fresh()
        return ["%s := %s" % (x, self.pick(["Some(%s)" % self.some(t), "Opt[%s]{}" % t.text, "*new(Opt[%s])" % t.text])),
                "fmt.Println(%d, %s, %s.Or(%s))" % (n, x, x, self.some(t))] + \
            self.pick([[], ["%s.Clear()" % x, "fmt.Println(%s)" % x], ["clear%d := %s.Clear" % (n, x), "clear%d()" % n, "fmt.Println(%s.ok)" % x],
                       ["f%d := Opt[%s].Or" % (n, t.text), "fmt.Println(f%d(%s, %s))" % (n, x, self.some(t))],
                       ['fmt.Printf("%%T %%+v\\n", %s, Some(%s))' % (x, x)]])

    def use_fn(self, t):
        u, n = self.ordered(), self.fresh()
        f = "Fn[%s, %s](func(x %s) %s { return %s })" % (t.text, u.text, t.text, u.text, self.some(u))
        back = self.pick(["doubled[%s]" % u.text, "v[%s]" % u.text, "func(x %s) %s { return %s }" % (u.text, u.text, self.some(u))])
        call = self.pick(["%s.Then(%s).On(%s)" % (f, back, self.some(t)), "compose(%s, shown[%s])(%s)" % (f, u.text, self.some(t)),
                          "compose(%s, shown)(%s)" % (f, self.some(t)), "applied(%s, doubled, v)" % self.some(u), "mapped([]%s{%s}, doubled)" % (u.text, self.some(u)),
                          "mapped(mapped([]%s{%s}, %s), %s)" % (t.text, self.some(t), f, back)])
        return ["fmt.Println(%d, clip(fmt.Sprint(%s)))" % (n, call)]

    def use_nest(self, t):
        def nest(d):
            return "Nest[%s]{[]Nest[%s]{%s}, %s}" % (t.text, t.text, ", ".join(nest(d - 1) for _ in range(self.rng.randrange(3))) if d else "", self.some(t, 1))
        text = nest(2)
        return ["fmt.Println(%d, %s.Depth(), kindOf(%s))" % (self.fresh(), text, text)]

    def use_named(self, t):
        x, n = "x%d" % self.fresh(), self.fresh()
        lines = ["%s := Named[%s]{name: \"n\"}" % (x, t.text)] + (["%s.Opt = &Opt[%s]{x: %s}" % (x, t.text, self.some(t))] if self.chance(0.8) else [])
        for _ in range(self.rng.randrange(1, 4)):
            lines += self.pick([["%s.Push(%s)" % (x, self.some(t))], ["fmt.Println(%s.Pop())" % x], ["fmt.Println(%d, %s.Or(%s))" % (n, x, self.some(t))],
                                ["f%d := %s.Or" % (self.fresh(), x), "%s.ok = true" % x, "fmt.Println(f%d(%s))" % (self.count, self.some(t))],
                                ["var i%d interface{ Or(%s) %s } = %s" % (self.fresh(), t.text, t.text, x), "fmt.Println(i%d.Or(%s))" % (self.count, self.some(t))],
                                ["fmt.Println((*Named[%s]).Pop(&%s))" % (t.text, x)], ["%s.Clear()" % x]])
        return ["func() {", "\tdefer func() { fmt.Println(told(recover())) }()"] + ["\t" + line for line in lines] + ["}()"]

    def use_kinds(self, t):
        u = self.pick([t, INT, slice_of(t), array_of(2, t), map_of(STRING, t), UINT8, self.pick(self.basic)])
        text = self.pick(["madeOf[%s](%s)" % (t.text, self.some(u)), "kindOf(%s)" % self.some(u), "madeOf[%s](func(x %s) %s { return x })" % (t.text, t.text, t.text),
                          "madeOf[%s](Some(%s))" % (t.text, self.some(u)), "kindOf(Some(%s))" % self.some(u), "madeOf[%s](new(Stack[%s]))" % (t.text, t.text),
                          "madeOf[%s](Twin[%s]{})" % (t.text, u.text), "kindOf(&Stack[%s]{})" % t.text, "kindOf[any](%s)" % self.some(u),
                          "kindOf(Vec[%s]{%s})" % (t.text, self.some(t)), "madeOf[%s](Dict[%s]{})" % (t.text, u.text), "deep(3, %s)" % self.some(u)])
        return ["fmt.Println(%d, %s)" % (self.fresh(), text)]

    def use_grid(self, t):
        x, n = "x%d" % self.fresh(), self.fresh()
        lines = ["var %s Grid[%s]" % (x, t.text), "%s.Set(%d, v(%d), %s)" % (x, n % 2, n % 3, self.some(t)), "y%d := %s" % (n, x),
                 "%s[%d][%d] = %s" % (x, n % 2, (n + 1) % 3, self.some(t)), "fmt.Println(%d, %s, y%d.Row(%d), y%d)" % (n, x, n, n % 2, n)]
        return lines + (["fmt.Println(%s == y%d, %s[1] == y%d[1])" % (x, n, x, n)] if comparable(t) else []) + self.pick(
            [[], ["for i, row := range %s {" % x, "\t%s[1] = y%d[0]" % (x, n), "\tfmt.Print(i, row, len(row), \" \")", "}"],
             ["for i := range &%s {" % x, "\tfor j, e := range %s[i] {" % x, "\t\t%s[i][2] = %s" % (x, self.some(t)), "\t\tfmt.Print(i, j, e)", "\t}", "}"],
             ["p%d := &%s[1]" % (n, x), "p%d[0], p%d[1] = p%d[1], %s" % (n, n, n, self.some(t)), "fmt.Println(%s)" % x]])

    def use_bytes(self, t):
        s = self.some(STRING)
        return ["fmt.Println(%d, bytesOf(%s), bytesOf([]byte(%s)), sortedKeys(map[string]%s{%s: %s}))" % (self.fresh(), s, self.some(STRING), t.text, s, self.some(t))]

    def use_jar(self, t):
        t = self.pick([t for t in self.basic if t.integer])
        return ["fmt.Println(%d, filled[Jar[%s]](%d))" % (self.fresh(), t.text, self.rng.randrange(5)),
                "fmt.Println(twice(%s(%d)))" % (self.pick(["Meters", "Count"]), self.rng.randrange(3))]

    def use_chan(self, t):
        x = "x%d" % self.fresh()
        return ["%s := make(chan %s, %d)" % (x, t.text, self.rng.randrange(1, 4)), "fmt.Println(sent(%s, %s))" % (x, ", ".join(self.some(t) for _ in range(2))),
                "for e := range %s {" % x, "\tfmt.Print(e, len(%s), \" \")" % x, "}", "fmt.Println(<-%s)" % x]

    def use_inferred(self, t):
        k = self.ordered()
        c = self.pick([t for t in self.basic + self.types if comparable(t) and t.kind != "chan"])
        return self.pick([
            ["fmt.Println(%d, zeros(%s, %s), zeros[any](%s, nil))" % (self.fresh(), self.some(c), self.some(c), self.some(c))],
            ["fmt.Println(%d, zeros[any](nil, %s == %s))" % (self.fresh(), self.some(c), self.some(c))],
            ["fmt.Println(%d, slices.IndexFunc(Vec[%s]{%s, %s}, func(e %s) bool { return %s }))" % (
                self.fresh(), t.text, self.some(t), self.some(t), t.text, self.some(BOOL))],
            ["fmt.Println(%d, slices.MaxFunc([]%s{%s, %s, %s}, cmp.Compare[%s]))" % (self.fresh(), k.text, self.some(k), self.some(k), self.some(k), k.text)],
            ["fmt.Println(%d, slices.MaxFunc([]%s{%s, %s}, cmp.Compare))" % (self.fresh(), k.text, self.some(k), self.some(k))],
            ["var f%d func(%s, %s) int = cmp.Compare" % (self.fresh(), k.text, k.text), "fmt.Println(f%d(%s, %s))" % (self.count, self.some(k), self.some(k))],
            ["fmt.Println(%d, Twin[%s]{%s, %s}, Pair[Opt[%s], Vec[%s]]{})" % (self.fresh(), t.text, self.some(t), self.some(t), t.text, k.text)]])

    def use_methods(self, t):
        """Methods with type parameters of their own: called, as values, as functions of their receiver, promoted."""
        u, x, n = self.pick([t for t in self.shown_types if printable(t)]), "x%d" % self.fresh(), self.fresh()
        then = "func(%s) %s { return %s }" % (t.text, u.text, self.some(u))
        opt = self.pick(["Some(%s)" % self.some(t), "Opt[%s]{}" % t.text])
        lines = self.pick([
            ["%s := %s" % (x, opt)],
            ["%s := &Opt[%s]{x: %s}" % (x, t.text, self.some(t))],
            ["%s := Named[%s]{Opt: &Opt[%s]{%s, true}, name: \"m\"}" % (x, t.text, t.text, self.some(t))]])
        for _ in range(self.rng.randrange(1, 4)):
            k = self.fresh()
            lines += self.pick([
                ["fmt.Println(%d, %s.Then(%s))" % (k, x, then)],
                ["fmt.Println(%d, %s.Then[any](func(e %s) any { return e }).ok)" % (k, x, t.text)],
                ["f%d := %s.Then[%s]" % (k, x, u.text), "fmt.Println(%d, f%d(%s))" % (k, k, then)],
                ["f%d := Opt[%s].Then[%s]" % (k, t.text, u.text), "fmt.Println(%d, f%d(%s, %s))" % (k, k, opt, then)],
                ["var f%d func(Opt[%s], func(%s) %s) Opt[%s] = Opt[%s].Then" % (k, t.text, t.text, u.text, u.text, t.text),
                 "fmt.Println(%d, f%d(%s, %s))" % (k, k, opt, then)],
                ["fmt.Println(%d, %s.Set(%s, func(%s) %s { return %s }))" % (k, x, self.some(u), u.text, t.text, self.some(t))],
                ["fmt.Println(%d, (*Opt[%s]).Set[%s, func(%s) %s](new(Opt[%s]), %s, func(%s) %s { return %s }))" % (
                    k, t.text, u.text, u.text, t.text, t.text, self.some(u), u.text, t.text, self.some(t))],
                ["func() {", "\tdefer %s.Set(%s, func(e %s) %s { fmt.Println(%d); return %s })" % (x, self.some(u), u.text, t.text, k, self.some(t)), "}()"]])
        lines.append("_ = %s" % x)
        s = "Stack[%s]{[]%s{%s, %s}}" % (t.text, t.text, self.some(t), self.some(t))
        lines += self.pick([
            ["fmt.Println(%d, %s.Fold(%s, func(a %s, e %s) %s { return %s }))" % (n, s, self.some(u), u.text, t.text, u.text, self.some(u))],
            ["fmt.Println(%d, Stack[%s].Fold[int](%s, 1, func(n int, e %s) int { return n * 3 }))" % (n, t.text, s, t.text)],
            ["fmt.Println(%d, Named[%s].Fold[string](Named[%s]{Stack: %s}, \"\", func(s string, e %s) string { return clip(s + fmt.Sprint(e)) }))" % (
                n, t.text, t.text, s, t.text)],
            ["fmt.Println(%d, Count(%d).Beside(%s).Right(), Count.Beside[%s](2, %s))" % (n, n, self.some(t), u.text, self.some(u))]])
        return lines
