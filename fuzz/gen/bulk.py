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
'''

TYPES = ["bulkA", "bulkB", "bulkB", "bulkC", "bulkC", "bulkD", "bulkE", "bulkF"]


class Bulk:
    """The form `bulk`, for StmtGen."""

    def bulk(self, d):
        t = self.pick(TYPES)
        self.bulk_type = t
        lines = ["var x, y, z %s" % t, "p, q := &x, new(%s)" % t, "var arr [3]%s" % t, "s, m := make([]%s, 2, 8), map[int]%s{}" % (t, t),
                 "var h struct {", "\ta int", "\tf %s" % t, "\tg [2]%s" % t, "}", "var i any = x", "c := make(chan %s, 1)" % t,
                 "get := func() %s { return z }" % t, "set := func(b %s) { y = b }" % t,
                 "show := func(n int) {", "\tfmt.Println(n, x.sum(), y.sum(), z.sum(), p.sum(), q.sum(), arr[0].sum(), arr[1].sum(), arr[2].sum(), s[0].sum(), s[1].sum(),",
                 "\t\tm[0].sum(), m[1].sum(), h.f.sum(), h.g[0].sum(), h.g[1].sum(), i.(summed).sum())", "}", "_, _, _ = get, set, c"]
        for _ in range(self.rng.randrange(6, 14)):
            step = self.bulk_step()
            lines += ["{"] + ["\t" + line for line in step] + ["}"] if ":=" in step[0] or step[0].startswith("var ") else step
            if self.chance(0.5):
                lines.append("show(%d)" % self.fresh())
        lines.append("show(%d)" % self.fresh())
        return ["func() {"] + ["\t" + line for line in lines] + ["}()"]

    def bulk_place(self):
        return self.pick(["x", "y", "z", "*p", "*q", "arr[0]", "arr[1]", "arr[v(2)]", "s[0]", "s[v(1)]", "h.f", "h.g[0]", "h.g[v(1)]"])

    def bulk_value(self, depth=1):
        t, place = self.bulk_type, self.bulk_place()
        n = self.rng.randrange(1, 30)
        forms = [place, place, place, "m[%d]" % (n & 1), "i.(%s)" % t, "get()", "*&%s" % place if place[0] != "*" else place[1:] + ".bumped(0)", "(&h).f", "arr[:][1]",
                 "%s{}" % t, "func() %s { return %s }()" % (t, place), "v(%s)" % place, "Pair[%s, int]{%s, 1}.a" % (t, place), "[2]%s{x, %s}[v(1)]" % (t, place),
                 "[]%s{%s, y}[0]" % (t, place), "map[int]%s{1: %s}[1]" % (t, place), "any(%s).(%s)" % (place, t), "last(s)", "at(s, %d)" % n,
                 "struct{ f %s }{%s}.f" % (t, place)]
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
            lambda: ["for k, e := range %s {" % self.pick(["arr", "s", "&arr", "h.g", "[]%s{x, %s}" % (t, a)]), "\t" + hit, "\te.hit(k, 2)", "\tfmt.Print(e.sum(), \" \")", "}"],
            lambda: ["for k := range arr {", "\tarr[k].hit(k, %d)" % k, "\t%s = arr[k]" % b, "}"],
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
            lambda: ["for e := range upTo(2, func(k int) %s { return %s }) {" % (t, self.bulk_value()), "\te.hit(1, 5)", "\t%s = e" % a, "}"],
            lambda: ["var g%d func() %s = func() (r %s) { defer func() { r.hit(1, 1) }(); r = %s; return r }" % (n, t, t, self.bulk_value()), hit, "%s = g%d()" % (b, n)],
            lambda: ["%s, h.a = %s, %s.sum()" % (a, self.bulk_value(), "x")]])()
