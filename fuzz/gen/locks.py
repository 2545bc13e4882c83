"""Small methods that lock, and unlock when they end: by a return here or there, by a panic, in the place of their calls or not. Who calls
them may defer calls itself, in its outermost block or in loops, and recover."""

LOCK_PRELUDE = '''
type vault struct {
	mu, own sync.Mutex
	rw      sync.RWMutex
	n       int
	xs      []int
	m       map[any]int
	next    *vault
	any     any
}

func newVault(n int) *vault {
	return &vault{n: n, xs: []int{n, 2, 3}, m: map[any]int{n: 1}, any: n, next: &vault{xs: []int{n}}}
}
func (k *vault) inc()          { k.mu.Lock(); defer k.mu.Unlock(); k.n++ }
func (k *vault) get() int      { k.mu.Lock(); defer k.mu.Unlock(); return k.n }
func (k *vault) plain() int    { k.own.Lock(); k.n += 2; k.own.Unlock(); return k.n }
func (k *vault) at(i int) int  { k.mu.Lock(); defer k.mu.Unlock(); return k.xs[i] }
func (k *vault) over(d int) int {
	k.rw.RLock()
	defer k.rw.RUnlock()
	return 60 / d
}
func (k *vault) set(x any, n int) {
	k.rw.Lock()
	defer k.rw.Unlock()
	k.m[x] = n
}
func (k *vault) look(x any) (int, bool) {
	k.rw.RLock()
	defer k.rw.RUnlock()
	n, ok := k.m[x]
	return n, ok
}
func (k *vault) choose(n int) (int, string) {
	k.own.Lock()
	defer k.own.Unlock()
	if n < 0 {
		return k.n, "less"
	}
	if n > 5 {
		panic(n)
	}
	k.n += n
	return k.xs[n], "more"
}
func (k *vault) both(i int) int {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.own.Lock()
	defer k.own.Unlock()
	k.n += k.xs[i]
	return k.n / i
}
func (k *vault) deep(i int) int {
	k.own.Lock()
	defer k.own.Unlock()
	return k.at(i) + k.over(i) + k.next.at(i)
}
func (k *vault) number() int {
	defer k.inc()
	k.rw.RLock()
	defer k.rw.RUnlock()
	return k.any.(int) + k.n
}
func (k *vault) put(x any) {
	defer k.own.Unlock()
	k.own.Lock()
	k.any = x
}
func take[T any](k *vault) (x T) {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.any.(T)
}
func moved(from, to *vault, n int) int {
	from.mu.Lock()
	defer from.mu.Unlock()
	to.own.Lock()
	defer to.own.Unlock()
	from.n -= n
	to.n += from.xs[n]
	return to.n
}
func (k *vault) free() (s string) {
	for _, l := range []struct {
		name string
		try  func() bool
		not  func()
	}{{"m", k.mu.TryLock, k.mu.Unlock}, {"o", k.own.TryLock, k.own.Unlock}, {"w", k.rw.TryLock, k.rw.Unlock}} {
		if l.try() {
			l.not()
			s += l.name
		}
	}
	return
}
'''


class Locks:
    """The form `locks`, for StmtGen."""

    def locks(self, d):
        n = self.fresh()
        lines = ["k, q := newVault(%d), newVault(v(2))" % (n % 6), "i, w := %d, 1" % (n % 4), "_, _ = i, w"]
        if self.chance(0.2):
            lines.append(self.pick(["q.next = nil", "q.m = nil", "q.xs = nil", "k.any = nil", "q = k.next", "q.any = 1.5"]))
        if self.chance(0.5):
            lines.append("defer func() { fmt.Println(%d, recover(), k.free(), q.free(), i, w) }()" % n)
        if self.chance(0.3):
            lines.append(self.pick(["defer k.inc()", "defer func() { w += k.get() }()", "for j := range 2 { defer func() { fmt.Println(%d, j, k.get(), k.free()) }() }" % n,
                                    "var l sync.Mutex; l.Lock(); defer l.Unlock()", "defer k.at(v(1))", "if w > 0 { defer q.put(i) }"]))
        for _ in range(self.rng.randrange(3, 9)):
            lines += self.lock_step(2)
        lines.append("fmt.Println(%d, k.n, k.any, k.free(), q.n, len(q.m), q.free(), i, w)" % n)
        body = ["func() {"] + ["\t" + line for line in lines] + ["}()"]
        return ["func() {", "\tdefer func() { fmt.Println(%d, recover()) }()" % n] + ["\t" + line for line in body] + ["}()"]

    def lock_value(self, depth=2):
        """An expression of type int."""
        k, e = self.pick("kkq"), lambda: self.lock_value(depth - 1)
        if depth <= 0:
            return self.pick(["i", "w", "1", "0", "2", "%s.n&3" % k, "v(1)", str(self.rng.randrange(-2, 8))])
        return self.weighted(
            (4, lambda: self.lock_value(0)), (1, lambda: "%s %s %s" % (e(), self.pick("+-&"), e())), (1, lambda: "%s.get()" % k), (1, lambda: "%s.plain()" % k),
            (1.5, lambda: "%s.at(%s)" % (k, e())), (1, lambda: "%s.over(%s)" % (k, e())), (1, lambda: "%s.both(%s)" % (k, e())), (1, lambda: "%s.deep(%s)" % (k, e())),
            (0.6, lambda: "%s.number()" % k), (0.5, lambda: "take[int](%s)" % k), (0.3, lambda: "len(take[string](%s))" % k), (0.7, lambda: "moved(k, q, %s)" % e()))()

    def lock_step(self, depth):
        e, n, k = self.lock_value, self.fresh(), self.pick("kkq")
        forms = [
            (3, lambda: ["fmt.Println(%d, %s, %s)" % (n, e(), e())]),
            (2, lambda: ["%s = %s" % (self.pick("iw"), e())]),
            (1, lambda: ["%s.inc()" % k]),
            (1, lambda: ["%s.set(%s, %s)" % (k, self.pick([e(), '"x"', "[]int{}", "[2]any{1, i}", "struct{}{}"]), e())]),
            (1, lambda: ["x%d, y%d := %s.%s" % (n, n, k, self.pick(["look(%s)" % e(), 'look("x")', "choose(%s)" % e()])), "fmt.Println(%d, x%d, y%d)" % (n, n, n)]),
            (0.7, lambda: ["%s.put(%s)" % (k, self.pick([e(), '"s"', "nil", "k.n"]))]),
            (0.5, lambda: ["fmt.Println(%d, %s.free())" % (n, k)]),
            (0.4, lambda: ["go func(i int) { %s.get() }(%s)" % (k, e()), "runtime.Gosched()"]),
            (0.3, lambda: ["f%d := %s.%s" % (n, k, self.pick(["at", "over", "both"])), "fmt.Println(%d, f%d(%s))" % (n, n, e())]),
        ]
        if depth > 0:
            inner = lambda: ["\t" + line for line in self.lock_step(depth - 1) + self.lock_step(depth - 1)]
            forms += [
                (1, lambda: ["for x%d := range %d {" % (n, self.rng.randrange(1, 4)), "\ti = x%d" % n] + inner() + ["}"]),
                (1, lambda: ["if %s > %s {" % (e(), e())] + inner() + ["} else {"] + inner() + ["}"]),
                (1, lambda: ["func() {", "\tdefer func() { fmt.Println(%d, recover(), %s.free(), w) }()" % (n, k)] + inner() + ["}()"]),
                (0.5, lambda: ["for x%d := range (func(yield func(int) bool) { _ = yield(%s) && yield(%s.get()) }) {" % (n, e(), k), "\tw = x%d & 7" % n] + inner() + ["}"]),
            ]
        return self.weighted(*forms)()
