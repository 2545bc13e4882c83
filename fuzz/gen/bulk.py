"""Copies of small and large values: through every kind of place, with what each place holds told by a sum of it."""

BULK_PRELUDE = '''
type bulkA struct {
	a [3]int
	s string
}
type bulkB struct {
	n  int
	a  [20]int
	p  *int
	s  string
	in bulkA
}
type bulkC [24]int
type bulkD struct {
	x [2]bulkB
	f float64
}
type bulkE struct {
	i any
	a [15]uint8
	m [2][9]int16
}
type bulkF struct{ n int }

func (b *bulkA) hit(i, n int) { b.a[i%3] += n; b.s = b.s[len(b.s)/2:] + string(rune('a'+n%26)) }
func (b *bulkB) hit(i, n int) { b.a[i%20] += n; b.n++; b.in.hit(i, n) }
func (b *bulkC) hit(i, n int) { b[i%24] += n }
func (b *bulkD) hit(i, n int) { b.x[i&1].hit(i, n); b.f += float64(n) }
func (b *bulkE) hit(i, n int) { b.a[i%15] += uint8(n); b.m[i&1][i%9] -= int16(n); b.i = n }
func (b *bulkF) hit(i, n int) { b.n = b.n*3 + n + i }

func (b bulkA) sum() (t int) {
	for i, x := range b.a {
		t = t*7 + x*i
	}
	return t*3 + len(b.s)
}
func (b bulkB) sum() (t int) {
	for i, x := range b.a {
		t += x * (i + 1)
	}
	return t*5 + b.n + b.in.sum()
}
func (b bulkC) sum() (t int) {
	for i := range b {
		t = t*3 + b[i]
	}
	return t
}
func (b bulkD) sum() int { return b.x[0].sum()*3 + b.x[1].sum() + int(b.f) }
func (b bulkE) sum() (t int) {
	if n, ok := b.i.(int); ok {
		t = n
	}
	for i, row := range b.m {
		for _, x := range row {
			t = t*3 + int(x) + int(b.a[i])
		}
	}
	return t
}
func (b bulkF) sum() int { return b.n }

func (b bulkA) bumped(n int) bulkA { b.hit(n, n); return b }
func (b bulkB) bumped(n int) bulkB { b.hit(n, n); return b }
func (b bulkC) bumped(n int) bulkC { b.hit(n, n); return b }
func (b bulkD) bumped(n int) bulkD { b.hit(n, n); return b }
func (b bulkE) bumped(n int) bulkE { b.hit(n, n); return b }
func (b bulkF) bumped(n int) bulkF { b.hit(n, n); return b }

type bulky[T any] interface {
	*T
	hit(i, n int)
}

func bumpedBy[T any, P bulky[T]](x T, n int) (old, new T) {
	old = x
	P(&x).hit(n, n)
	return old, x
}

func both[T any](a, b T) (T, T) { return b, a }

type summed interface{ sum() int }

type hitter interface {
	summed
	hit(i, n int)
}

type held[T summed] struct {
	bulkF
	in   T
	next *held[T]
}

func (h *held[T]) put(x T) (old T) { old, h.in = h.in, x; return }
func (h held[T]) got() T           { return h.in }

func firstOf[T any](xs ...T) T { return xs[0] }

func caught[T any](x T) (r T) {
	defer func() { r, _ = recover().(T) }()
	panic(x)
}
'''

TYPES = ["bulkA", "bulkB", "bulkB", "bulkC", "bulkC", "bulkD", "bulkE", "bulkF"]


class Bulk:
    """The form `bulk`, for StmtGen."""

    def bulk(self, d):
        t = self.pick(TYPES)
        self.bulk_type = t
        lines = ["var x, y, z %s" % t, "p, q := &x, new(%s)" % t, "var arr [3]%s" % t, "s, m := make([]%s, 2, 8), map[int]%s{}" % (t, t),
                 "var h struct {", "\ta int", "\tf %s" % t, "\tg [2]%s" % t, "}", "var i any = x", "c := make(chan %s, 1)" % t,
                 "k := &held[%s]{next: &held[%s]{next: &held[%s]{}}}" % (t, t, t), "type other %s" % t, "get := func() %s { return z }" % t, "set := func(b %s) { y = b }" % t,
                 "show := func(n int) {", "\tfmt.Println(n, x.sum(), y.sum(), z.sum(), p.sum(), q.sum(), arr[0].sum(), arr[1].sum(), arr[2].sum(), s[0].sum(), s[1].sum(),",
                 "\t\tm[0].sum(), m[1].sum(), h.f.sum(), h.g[0].sum(), h.g[1].sum(), k.in.sum(), k.next.in.sum(), i.(summed).sum())", "}", "_, _, _ = get, set, c"]
        for _ in range(self.rng.randrange(6, 14)):
            step = self.bulk_step()
            lines += ["{"] + ["\t" + line for line in step] + ["}"] if ":=" in step[0] or step[0].startswith("var ") else step
            if self.chance(0.5):
                lines.append("show(%d)" % self.fresh())
        lines.append("show(%d)" % self.fresh())
        return ["func() {"] + ["\t" + line for line in lines] + ["}()"]

    def bulk_place(self):
        return self.pick(["x", "y", "z", "*p", "*q", "arr[0]", "arr[1]", "arr[v(2)]", "k.in", "k.next.in", "k.next.next.in", "s[0]", "s[v(1)]", "h.f", "h.g[0]", "h.g[v(1)]"])

    def bulk_value(self, depth=1):
        t, place = self.bulk_type, self.bulk_place()
        n = self.rng.randrange(1, 30)
        forms = [place, place, place, "m[%d]" % (n & 1), "i.(%s)" % t, "get()", "*&%s" % place if place[0] != "*" else place[1:] + ".bumped(0)", "(&h).f", "arr[:][1]",
                 "%s{}" % t, "func() %s { return %s }()" % (t, place), "v(%s)" % place, "Pair[%s, int]{%s, 1}.a" % (t, place), "[2]%s{x, %s}[v(1)]" % (t, place),
                 "[]%s{%s, y}[0]" % (t, place), "map[int]%s{1: %s}[1]" % (t, place), "any(%s).(%s)" % (place, t), "last(s)", "at(s, %d)" % n,
                 "struct{ f %s }{%s}.f" % (t, place), "firstOf(%s, y)" % place, "caught(%s)" % place, "%s.bumped(%s, %d)" % (t, place, n), "k.got()", "k.in",
                 "k.next.in", "held[%s]{in: %s}.got()" % (t, place), "[2]%s(s[:2])[1]" % t, "(*[2]%s)(s)[0]" % t, "%s(other(%s))" % (t, place),
                 "slices.Clone(s)[1]", "append(s[:0:0], %s, x)[0]" % place, "at(arr[:], %d)" % n, "func(b ...%s) %s { return b[len(b)-1] }(x, %s)" % (t, t, place)]
        text = self.pick(forms)
        if depth and self.chance(0.3):
            other = self.bulk_value(0)
            return self.pick(["either(%s, %s, %s)" % (self.pick(["v(true)", "v(false)", "len(s) > 2"]), text, other), "v(%s).bumped(%d)" % (text, n)])
        return text

    def bulk_step(self):
        t, n, k = self.bulk_type, self.fresh(), self.rng.randrange(1, 40)
        a, b = self.bulk_place(), self.bulk_place()
        hit = "(%s).hit(%d, %d)" % (a, k, k + 1) if a[0] == "*" else "%s.hit(%d, %d)" % (a, k, k + 1)
        return self.pick([
            lambda: [hit], lambda: [hit], lambda: [hit],
            lambda: ["%s = %s" % (a, self.bulk_value())],
            lambda: ["%s = %s" % (a, self.bulk_value())],
            lambda: ["%s, %s = %s, %s" % (a, b, b, a)],
            lambda: ["%s, %s = %s, %s" % (a, b, self.bulk_value(), self.bulk_value())],
            lambda: ["%s, %s = both(%s, %s)" % (a, b, self.bulk_value(), self.bulk_value())],
            lambda: ["%s, %s = bumpedBy(%s, %d)" % (a, b, self.bulk_value(), k)],
            lambda: ["m[%d] = %s" % (k & 1, self.bulk_value())],
            lambda: ["m[0], m[1] = m[1], %s" % self.bulk_value()],
            lambda: ["i = %s" % self.bulk_value()],
            lambda: ["c <- %s" % self.bulk_value(), hit, "%s = <-c" % b],
            lambda: ["set(%s)" % self.bulk_value(), hit],
            lambda: ["s = append(s, %s)" % self.bulk_value(), hit],
            lambda: ["for j, e := range %s {" % self.pick(["arr", "s", "&arr", "h.g", "[]%s{x, %s}" % (t, a)]), "\t" + hit, "\te.hit(j, 2)", "\tfmt.Print(e.sum(), \" \")", "}"],
            lambda: ["for j := range arr {", "\tarr[j].hit(j, %d)" % k, "\t%s = arr[j]" % b, "}"],
            lambda: ["copy(s, s[1:])", hit],
            lambda: ["if e, ok := m[%d]; ok {" % (k & 1), "\te.hit(1, 1)", "\tfmt.Println(%d, e.sum())" % n, "\t%s = e" % a, "}"],
            lambda: ["switch e := i.(type) {", "case %s:" % t, "\te.hit(%d, 3)" % k, "\tfmt.Println(%d, e.sum(), i.(summed).sum())" % n, "}"],
            lambda: ["defer func(e %s) { fmt.Println(%d, e.sum()) }(%s)" % (t, n, self.bulk_value()), hit],
            lambda: ["func() {", "\t%s" % hit, "\t%s = %s" % (b, self.bulk_value()), "}()"],
            lambda: ["f%d := %s.bumped" % (n, a if a[0] != "*" else "(%s)" % a), hit, "%s = f%d(%d)" % (b, n, k)],
            lambda: ["fmt.Println(%d, %s == %s, x == y)" % (n, a, b)],
            lambda: ["select {", "case c <- %s:" % self.bulk_value(), "\t" + hit, "\t%s = <-c" % b, "}"],
            lambda: ["arr2 := arr", "arr2[1].hit(1, %d)" % k, hit, "fmt.Println(%d, arr2[0].sum(), arr2[1].sum(), arr2 == arr)" % n, "arr = arr2"],
            lambda: ["h2 := h", "h2.f.hit(2, %d)" % k, "h2.g[1] = h2.f", hit, "h = h2"],
            lambda: ["p = %s" % self.pick(["&x", "&y", "&arr[1]", "&s[0]", "&h.f", "&h.g[1]", "q"])],
            lambda: ["e%d, f%d := %s, %s" % (n, n, self.bulk_value(), self.bulk_value()), hit, "e%d.hit(1, 2)" % n, "%s, %s = f%d, e%d" % (b, "z", n, n)],
            lambda: ["go func(e %s) { e.hit(1, 1); c <- e }(%s)" % (t, self.bulk_value()), hit, "%s = <-c" % b],
            lambda: ["for e := range upTo(2, func(int) %s { return %s }) {" % (t, self.bulk_value()), "\te.hit(1, 5)", "\t%s = e" % a, "}"],
            lambda: ["var g%d func() %s = func() (r %s) { defer func() { r.hit(1, 1) }(); r = %s; return r }" % (n, t, t, self.bulk_value()), hit, "%s = g%d()" % (b, n)],
            lambda: ["%s, h.a = %s, %s.sum()" % (a, self.bulk_value(), "x")],
            lambda: ["var u%d summed = %s" % (n, self.bulk_value()), hit, "fmt.Println(%d, u%d.sum())" % (n, n), "%s = u%d.(%s)" % (b, n, t)],
            lambda: ["var u%d hitter = &%s" % (n, a if a[0] != "*" else "x"), "u%d.hit(2, %d)" % (n, k), "u%d.(*%s).hit(1, 1)" % (n, t), "fmt.Println(%d, u%d.sum())" % (n, n)],
            lambda: ["arr = [3]%s{%s, 2: %s}" % (t, self.bulk_value(), self.bulk_value())],
            lambda: ["s = append(s[:1], s...)", hit], lambda: ["s = append([]%s{%s}, s...)" % (t, self.bulk_value()), hit],
            lambda: ["%s = k.put(%s)" % (a, self.bulk_value())], lambda: ["copy(arr[:], s)", hit], lambda: ["copy(s, arr[1:])", "arr[1].hit(1, 1)"],
            lambda: ["slices.Reverse(arr[:])", "s = slices.Insert(s[:2:2], 1, %s)" % self.bulk_value(), hit],
            lambda: ["w := held[%s]{in: %s, bulkF: bulkF{1}}" % (t, self.bulk_value()), "w2 := w", "w.hit(1, 2)", "w2.in.hit(%d, 1)" % k,
                     "fmt.Println(%d, w.sum(), w2.sum(), w.in.sum(), w2.got().sum(), w == w2)" % n, "k = &held[%s]{in: w2.in, next: k}" % t],
            lambda: ["w := map[%s]int{%s: 1, x: 2}" % (t, a), hit, "w[%s]++" % a, "fmt.Println(%d, len(w), w[x], w[%s])" % (n, a)],
            lambda: ["o := other(%s)" % self.bulk_value(), hit, "%s = %s(o)" % (b, t), "fmt.Println(%d, any(o) == any(%s))" % (n, b)],
            lambda: ["e, f := func() (%s, %s) { return %s, %s }()" % (t, t, self.bulk_value(), self.bulk_value()), "e.hit(1, 3)", hit, "%s, %s = e, f" % (a, b)],
            lambda: ["e := %s" % self.bulk_value(), "f := func() %s { e.hit(1, 1); return e }" % t, "%s, %s = f(), f()" % (a, b), "fmt.Println(%d, e.sum())" % n],
            lambda: ["for j := range 2 {", "	e := %s" % self.bulk_value(), "	defer func() { e.hit(j, j); fmt.Println(%d, e.sum()) }()" % n, "	" + hit, "}"],
            lambda: ["w := [][2]%s{{%s, y}, h.g}" % (t, self.bulk_value()), "w[0], w[1] = w[1], w[0]", "w[0][1].hit(1, 1)", hit, "h.g = w[0]"]])()
