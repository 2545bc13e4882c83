"""Small methods and functions that get addresses of local variables, beside reads of these variables: some variables could stay
in registers, and others cannot, since something else gets their addresses, too."""

ALIAS_PRELUDE = '''
type spot struct{ x, y int }
type cell struct {
	n  int
	s  string
	a  [2]int
	xs []int
	in spot
	to *spot
}
type layered struct {
	spot
	z int
	*cell
}
type slot[T any] struct {
	v T
	n int
}

func (s *spot) move(dx, dy int) { s.x += dx; s.y -= dy }
func (s *spot) turn()           { s.x, s.y = s.y, s.x }
func (s *spot) next() int       { s.x++; return s.x }
func (s *spot) set(t spot)      { *s = t }
func (s *spot) flip()           { *s = spot{s.y, s.x} }
func (s *spot) get() spot       { return *s }
func (s *spot) twice(n int) int { s.x += n; s.y += n; return s.x*3 + n }
func (s *spot) add(t *spot)     { s.x += t.x; s.y += t.y }
func (s *spot) pair() (int, int) { s.x++; return s.x, s.y }
func (s *spot) is(n int) bool   { s.y++; return s.x > n }
func (s *spot) self() *spot     { return s }
func (s *spot) both(t spot, n int) int { s.x = n; s.y = t.x; return t.x + t.y + n }
func (s spot) sum() int         { return s.x*5 + s.y }
func (s *spot) part(n int) int {
	if n > s.x {
		return s.y
	}
	n--
	s.y += n
	return s.x
}
func (c *cell) push(n int) { c.xs = append(c.xs, n); c.n++ }
func (c *cell) pop() int {
	if len(c.xs) == 0 {
		return -1
	}
	last := c.xs[len(c.xs)-1]
	c.xs = c.xs[:len(c.xs)-1]
	c.n--
	return last
}
func (c *cell) top(n int) int       { c.a[1]++; return c.xs[n] + c.a[0] }
func (c *cell) named(s string) int  { c.s += s; return len(c.s) }
func (c *cell) reset()              { *c = cell{s: c.s, a: [2]int{c.a[1], c.a[0]}, in: c.in} }
func (c *cell) point(t *spot)       { c.to = t }
func (c *cell) inner() *spot        { return &c.in }
func (c *cell) row(n int)           { c.n, c.a[0], c.in.x = n, c.n, c.a[1] }
func (b *slot[T]) put(x T) T        { old := b.v; b.v = x; b.n++; return old }
func (b *slot[T]) got() T           { b.n++; return b.v }
func bump(p *int) int               { *p++; return *p }
func trade(a, b *int)               { *a, *b = *b, *a }
func mixed(s *spot, n int, t *spot) int { s.x += n; t.y += n; return s.x*7 ^ t.y }
func same(p *spot) *spot            { return p }
func unused(p *spot, n int) int     { return n }
func newSpot(x, y int) *spot        { return &spot{x, y} }
func newCell(n int) *cell           { return &cell{n: n, xs: make([]int, 2, 4), in: spot{n, n}} }
func newSlot[T any](x T) *slot[T]   { return &slot[T]{v: x} }
func (s *spot) copied() *spot       { return &spot{s.x, s.y} }
func (s *spot) walked(n int) int      { return s.next() + s.x*s.twice(n) - s.x }
func (s *spot) even() bool          { return s.next()%2 == 0 || s.is(3) }
func (s *spot) double() int         { s.add(s); return s.sum() + s.part(s.x) }
func (c *cell) inside(n int) int    { c.in.move(n, bump(&c.n)); return c.in.next() + c.n }
func (d *layered) jump(n int) int      { d.move(n, d.z); d.inside(n); return d.next() }
func paired(a, b *spot) int         { a.add(b); swapped(b); return mixed(b, a.x, a) + a.x }
func swapped(a *spot)               { trade(&a.x, &a.y) }
func chained(n int) int             { s := newSpot(n, 2); s.turn(); return s.walked(bump(&n)) + n }
'''


class Aliases:
    """The form `aliases`, for StmtGen."""

    def aliases(self, d):
        n = self.fresh()
        lines = ["var s, t spot", "p := %s" % self.pick(["&spot{%d, 2}", "newSpot(%d, 2)", "newSpot(1, %d).copied()"]) % (n % 7), "q := new(spot)", "c := cell{n: 1, xs: []int{1, 2, 3}}", "k := %s" % self.pick(['&cell{s: "k"}', '&cell{s: v("kk")}', "newCell(v(2))"]),
                 "w := layered{spot: spot{3, 4}, cell: &cell{}}", "i, j := %d, 2" % (n % 5), "ab := [2]spot{{1, 2}, {3, 4}}", "b := slot[string]{v: \"b\"}", "m := %s" % self.pick(["&slot[int]{}", "newSlot(3)", "newSlot[int](v(3))"])]
        self.rng.shuffle(lines)
        lines.append("_, _, _, _, _, _, _, _, _, _, _, _ = s, t, *p, *q, c, *k, w.z, i, j, ab, b, *m")
        if self.chance(0.3):
            lines.append(self.pick(["e := &s", "e := same(p)", "e := p", "e := c.inner()", "e := &c.in", "e := &ab[v(1)]", "e := t.self()", "e := &w.spot", "e := same(&t)", "k.point(&s); e := q"]))
            lines.append(self.pick(["defer func() { fmt.Println(%d, e.x, e.y) }()", "e.next(); fmt.Println(%d, *e)", "e.x += %d", "e.move(%d, 1)"]) % n)
        if self.chance(0.2):
            lines.append("defer func() { fmt.Println(%d, recover() != nil, %s) }()" % (n, self.pick(["s", "i", "*p", "ab", "c.n", "k.s", "1"])))
        for _ in range(self.rng.randrange(5, 14)):
            lines += self.alias_step(2)
        lines.append("fmt.Println(%d, s, t, *p, *q, c.n, c.s, c.a, c.xs, c.in, k.n, k.s, k.a, k.xs, k.in, w.spot, w.z, i, j, ab, b, *m)" % n)
        return ["func() {"] + ["\t" + line for line in lines] + ["}()"]

    def alias_spot(self):
        """A place of type spot."""
        return self.pick(["s", "s", "t", "p", "p", "q", "c.in", "k.in", "w", "ab[0]", "ab[1]", "ab[v(1)]"])

    def alias_address(self):
        x = self.alias_spot()
        return x if x in ("p", "q") else "&w.spot" if x == "w" else "&" + x

    def alias_int(self, depth=2):
        """An expression with a value that is small."""
        spot, e = self.alias_spot(), lambda: self.alias_int(depth - 1)
        if depth <= 0:
            return self.pick(["i", "j", "%s.x" % spot, "%s.y" % spot, "c.n", "k.n", "c.a[0]", "k.a[1]", "m.v", "len(c.xs)", "len(k.s)", str(self.rng.randrange(9))])
        return self.weighted(
            (4, lambda: self.alias_int(0)), (2, lambda: "%s %s %s" % (e(), self.pick("+-^&"), e())), (1, lambda: "%s.next()" % spot),
            (1, lambda: "%s.twice(%s)" % (spot, e())), (0.6, lambda: "%s.part(%s)" % (spot, e())), (0.6, lambda: "%s.sum()" % spot),
            (0.6, lambda: "bump(%s)" % self.pick(["&i", "&j", "&s.x", "&p.y", "&c.a[0]", "&k.n", "&ab[1].x", "&m.v"])), (0.8, lambda: "%s.pop()" % self.pick("ck")),
            (0.3, lambda: "%s.top(%s)" % (self.pick("ck"), self.pick(["0", "v(0)", "len(c.xs)-1", e()]))), (0.4, lambda: "%s.named(%s)" % (self.pick("ck"), self.pick(['"x"', "k.s[:1]", "b.put(c.s)"]))),
            (0.6, lambda: "mixed(%s, %s, %s)" % (self.alias_address(), e(), self.alias_address())), (0.5, lambda: "m.put(%s)" % e()), (0.3, lambda: "len(b.put(b.got()))"),
            (0.5, lambda: "%s.both(%s, %s)" % (spot, self.alias_value(), e())), (0.3, lambda: "unused(%s, %s)" % (self.alias_address(), e())), (0.3, lambda: "v(%s)" % e()),
            (0.7, lambda: "%s.walked(%s)" % (spot, e())), (0.5, lambda: "%s.double()" % spot), (0.4, lambda: "%s.inside(%s)" % (self.pick("ck"), e())), (0.3, lambda: "w.jump(%s)" % e()),
            (0.5, lambda: "paired(%s, %s)" % (self.alias_address(), self.alias_address())), (0.3, lambda: "chained(%s)" % e()))()

    def alias_value(self):
        """A value of type spot."""
        spot = self.alias_spot()
        forms = ["%s.get()" % spot, "spot{%s, %s}" % (self.alias_int(1), self.alias_int(1)), "*same(%s)" % self.alias_address()]
        forms += {"p": ["*p"], "q": ["*q"], "w": ["w.spot"]}.get(spot, [spot])
        return self.pick(forms)

    def alias_place(self):
        return self.pick(["i", "j", "%s.x" % self.alias_spot(), "%s.y" % self.alias_spot(), "c.n", "k.n", "c.a[1]", "k.a[0]", "m.v", "w.z", "ab[0].y"])

    def alias_step(self, depth):
        e, n, spot, place = self.alias_int, self.fresh(), self.alias_spot(), self.alias_place()
        forms = [
            (3, lambda: ["fmt.Println(%d, %s, %s, %s)" % (n, e(), e(), e())]),
            (3, lambda: ["%s = %s" % (place, e())]),
            (2, lambda: ["%s, %s = %s, %s" % (place, self.alias_place(), e(), e())]),
            (1.5, lambda: ["%s %s= %s" % (place, self.pick("+-^"), e())]),
            (1, lambda: ["%s%s" % (place, self.pick(["++", "--"]))]),
            (2, lambda: ["%s.%s" % (spot, self.pick(["turn()", "flip()", "double()", "move(%s, %s)" % (e(), e()), "add(%s)" % self.alias_address(), "set(%s)" % self.alias_value()]))]),
            (1, lambda: ["%s.%s" % (self.pick("ck"), self.pick(["push(%s)" % e(), "reset()", "row(%s)" % e()]))]),
            (1, lambda: ["trade(%s, %s)" % (self.pick(["&i", "&s.x", "&p.x", "&c.a[0]"]), self.pick(["&j", "&s.y", "&q.y", "&k.n", "&i"]))]),
            (1, lambda: ["%s, %s = %s.pair()" % (place, self.alias_place(), spot)]),
            (0.7, lambda: ["x%d, y%d := %s.pair()" % (n, n, spot), "fmt.Println(%d, x%d, y%d)" % (n, n, n)]),
            (0.7, lambda: ["x%d := []int{%s, %s, %s}" % (n, e(), e(), e()), "fmt.Println(%d, x%d)" % (n, n)]),
            (0.5, lambda: ["x%d := %s" % (n, self.alias_value()), "%s.set(x%d)" % (spot, n), "x%d.next()" % n, "fmt.Println(%d, x%d)" % (n, n)]),
            (0.4, lambda: ["func(a, b int) { fmt.Println(%d, a, b) }(%s, %s)" % (n, e(), e())]),
            (0.4, lambda: ["f%d := func() int { %s; return %s }" % (n, self.pick(["s.next()", "i++", "p.turn()", "c.push(1)", "_ = 1"]), e()), "fmt.Println(%d, f%d(), %s, f%d())" % (n, n, self.alias_int(0), n)]),
            (0.3, lambda: ["x%d := %s.next" % (n, spot), "fmt.Println(%d, x%d(), x%d(), %s.x)" % (n, n, n, spot)]),
            (0.3, lambda: ["func() {", "\tdefer %s.move(%s, %s)" % (spot, e(), e()), "\tfmt.Println(%d, %s)" % (n, e()), "}()"]),
            (0.3, lambda: ["if %s %s nil {" % (self.pick(["p", "q", "k"]), self.pick(["==", "!="])), "\t%s++" % place, "}"]),
        ]
        if depth > 0:
            inner = lambda: ["\t" + line for line in self.alias_step(depth - 1) + self.alias_step(depth - 1)]
            forms += [
                (1, lambda: ["if %s.%s || %s > %s {" % (spot, self.pick(["is(%s)" % e(), "even()"]), e(), e())] + inner() + ["}"]),
                (1, lambda: ["for x%d := range %d {" % (n, self.rng.randrange(1, 4)), "\ts.x += x%d" % n] + inner() + ["}"]),
                (0.7, lambda: ["for x%d := (spot{%s, 0}); x%d.next() < 6; x%d.y++ {" % (n, e(), n, n)] + inner() + ["\tx%d.x = max(x%d.x, %s&7)" % (n, n, e()), "}"]),
                (0.7, lambda: ["for range 2 {", "\tx%d := %s" % (n, self.pick(["&spot{%s, %s}", "newSpot(%s, %s)"]) % (e(), e())), "\tx%d.add(%s)" % (n, self.alias_address())] + inner() + ["\tfmt.Println(%d, x%d.x, x%d.get(), %s)" % (n, n, n, e()), "}"]),
                (0.7, lambda: ["switch %s {" % e(), "case %s, %s:" % (e(), e())] + inner() + ["default:"] + inner() + ["}"]),
            ]
        return self.weighted(*forms)()
