"""Mazes: functions of nested loops, switches, selects and iterators, with jumps, deferred functions and panics anywhere.

A maze counts its steps in r, and its conditions ask for r, so which way it takes is known only when it runs. A sequence of
statements declares no variables of its own, so a goto may leave any block for any label of a sequence around it.
"""

# Iterators for mazes; some do what an iterator should not.
MAZE_PRELUDE = '''
type oops struct{ code int }

func (o oops) Error() string { return fmt.Sprint("oops ", o.code) }

type pointed struct{ in error }

func (p *pointed) Error() string { return "pointed" }
func (p *pointed) Unwrap() error { return p.in }

type word string

func tidy(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		defer fmt.Println("tidy ends", n)
		for i := range n {
			if !yield(i) {
				fmt.Println("tidy stops", i)
				return
			}
		}
	}
}

func stubborn(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := range n {
			fmt.Println("stubborn", yield(i))
		}
	}
}

func hushing(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := range n {
			again := true
			func() {
				defer func() { fmt.Println("hushed", told(recover())) }()
				again = yield(i)
			}()
			if !again {
				return
			}
		}
	}
}

func raising(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		defer func() {
			if r := recover(); r != nil {
				panic(fmt.Sprint("raised ", told(r)))
			}
		}()
		for i := range n {
			if !yield(i) {
				panic(oops{i})
			}
		}
	}
}

func squares(s iter.Seq[int]) iter.Seq2[int, int] {
	return func(yield func(int, int) bool) {
		for i := range s {
			if !yield(i, i*i) {
				return
			}
		}
		yield(-1, 1)
	}
}

func turned(s iter.Seq[int]) iter.Seq[int] {
	return func(yield func(int) bool) {
		next, stop := iter.Pull(s)
		defer stop()
		for {
			x, ok := next()
			if !ok || !yield(x) {
				return
			}
		}
	}
}

func kept(s iter.Seq[int]) (again func()) {
	var late func(int) bool
	for x := range func(yield func(int) bool) {
		late = yield
		s(yield)
	} {
		_ = x
		break
	}
	return func() {
		defer func() { fmt.Println("late", told(recover())) }()
		fmt.Println(late(1))
	}
}

func leaving(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		defer fmt.Println("leaving", n)
		for i := range n {
			if !yield(i) {
				break
			}
		}
		runtime.Goexit()
	}
}

func said(n, x int) int {
	fmt.Print("said ", n, x, " ")
	return x
}

var never chan int

func ready(n, x int) chan int {
	c := make(chan int, 1)
	c <- said(n, x)
	return c
}

func shut(n int) chan int {
	c := make(chan int)
	close(c)
	said(n, 0)
	return c
}

func silent(n int) chan int {
	said(n, 0)
	return never
}

func anything(i int) any {
	return []any{nil, 1, "s", oops{i}, &pointed{oops{i}}, []int{i}, word("w"), 2.5, [2]int{i}, func() {}, struct{}{}, uint8(i)}[uint(i)%12]
}
'''


class Flow:
    """The form `maze`, for StmtGen. `around` has what encloses the place in its function, the innermost last: sequences with
    the labels of their parts, and loops, switches and selects with theirs."""

    def maze(self, d):
        """A maze that is called, sometimes in a goroutine, which Goexit may end."""
        save = self.labels, self.loops, self.switches, self.results, self.result_names
        self.labels, self.loops, self.switches, self.results, self.result_names = [], 0, 0, (), []
        # A statement in a maze may have a function with another maze in it.
        outer = self.around, self.used, self.counters, self.own, self.returns, self.holds
        self.around, self.used, self.counters, self.own = [], set(), [], self.chance(0.25)
        self.returns = not self.own
        n, done = self.fresh(), "end%d" % self.count
        start = ["var held []func() int", "defer func() {", "\tfor _, f := range held {", "\t\tfmt.Print(f(), f(), \" \")", "\t}",
                 "\tfmt.Println(%d)" % n, "}()"] if self.chance(0.3) else []
        self.holds = bool(start)
        if self.own:
            # What waits for the goroutine goes on when all of it has run.
            start = ["defer close(%s)" % done, "r := 0"] + start + ["defer func() { fmt.Println(%d, r) }()" % n]
        if self.own or self.chance(0.85):
            start += ["defer func() {", "\tif e := recover(); e != nil {", "\t\tfmt.Println(%d, r, told(e))" % n, "\t\tr = -r", "\t}", "}()"]
        self.push()
        body = ["\t" + line for line in start + self.rooms(3)]
        self.pop()
        self.labels, self.loops, self.switches, self.results, self.result_names = save
        own = self.own
        self.around, self.used, self.counters, self.own, self.returns, self.holds = outer
        if own:
            return ["%s := make(chan bool)" % done, "go func() {"] + body + ["}()", "<-" + done]
        return ["fmt.Println(%d, func() (r int) {" % self.fresh()] + body + ["\treturn", "}())"]

    # ---- sequences

    def rooms(self, depth):
        n = self.rng.randrange(1, 4 if depth > 1 else 3)
        labels = ["G%d" % self.fresh() for _ in range(n)]
        self.around.append(("sequence", labels))
        parts = [self.room(depth) for _ in range(n)]
        self.around.pop()
        lines = []
        for label, part in zip(labels, parts):
            lines += [label + ":"] * (label in self.used) + part
        return lines

    def room(self, depth):
        forms = [(3, self.step), (2, self.way)]
        if depth > 0:
            forms += [(1.5, self.count_loop), (2, self.over_iterator), (1, self.turn), (0.7, self.type_turn), (1, self.ask), (0.8, self.put_off),
                      (0.4, self.inner_call)]
        return self.weighted(*forms)(depth)

    def inside(self, depth, kind, label, counter=None):
        """The lines of a body."""
        self.around.append((kind, label))
        self.counters += [counter] if counter else []
        lines = ["\t" + line for line in self.rooms(depth - 1)]
        if counter:
            self.counters.pop()
        self.around.pop()
        return lines

    def apart(self, depth):
        """The lines of the body of a function in the maze."""
        save = self.around, self.returns
        self.around, self.returns = [], False
        lines = ["\t" + line for line in self.rooms(depth - 1)]
        self.around, self.returns = save
        return lines

    def marked(self, label, lines):
        return [label + ":"] * (label in self.used) + lines

    def asks(self):
        """A condition."""
        n, k = self.rng.randrange(2, 5), self.rng.randrange(4)
        of = self.pick(["r"] + self.counters)
        return self.pick(["%s%%%d == %d" % (of, n, k % n), "%s > %d" % (of, k), "%s&%d != 0" % (of, k + 1), "%s == %d" % (of, k)])

    # ---- parts

    def step(self, depth):
        n = self.fresh()
        forms = [(3, "r++"), (4, "fmt.Println(%d, r%s)" % (n, "".join(", " + c for c in self.counters[-2:]))), (1, "r += %d" % self.rng.randrange(5))]
        if self.counters:
            forms.append((1, "r += " + self.pick(self.counters)))
            if self.holds:
                c = self.pick(self.counters)
                forms.append((2, "held = append(held, func() int { %s++; return %s })" % (c, c)))
        forms += [(0.2, "kept(%s)()" % self.iterator_text(1)), (0.2, "fmt.Println(%d, recover() == nil)" % n), (1.5, None)]
        text = self.weighted(*forms)
        if text is None:
            return ["{"] + ["\t" + line for line in self.block(0, 1)] + ["}"]
        return [text]

    def way(self, depth):
        """A way out, mostly under a condition."""
        n, jumps = self.fresh(), []
        for kind, labels in self.around:
            if kind == "sequence":
                jumps += [(1.0 / len(labels), ("goto", label)) for label in labels]
            else:
                jumps.append((1, ("break", labels)))
                if kind == "loop":
                    jumps.append((1, ("continue", labels)))
        kinds = [kind for kind, _ in self.around if kind != "sequence"]
        if kinds:
            jumps.append((1.5, ("break", None)))
        if "loop" in kinds:
            jumps.append((1.5, ("continue", None)))
        jumps += [(2, ("return", None)), (1, ("panic", None))]
        if self.own:
            jumps.append((1.5, ("runtime.Goexit()", None)))
        word, label = self.weighted(*jumps)
        condition = self.asks()
        if word == "goto":
            condition = "%s && !tick()" % condition
        elif word == "return":
            word += " " + self.pick(["r", "r + 100", "-1", "func() int { r++; return r }()"]) if self.returns and self.chance(0.7) else ""
        elif word == "panic":
            word = self.raised()
        if label:
            self.used.add(label)
        text = "%s %s" % (word, label) if label else word
        if self.chance(0.1) and not text.startswith("goto"):
            return [text]
        return ["if %s {" % condition, "\tfmt.Println(%d)" % n, "\t" + text, "}"]

    def raised(self):
        """A statement that panics."""
        return self.pick([
            "panic(oops{r})", "panic(&pointed{oops{r}})", "panic(fmt.Sprint(r))", 'panic(word("w"))', "panic(r)", 'panic(errors.New("e"))',
            'panic(fmt.Errorf("in %w", oops{r}))', "panic(float64(r) / 3)", "panic([2]int{r})", "panic(nil)", "r /= v(0)", "r = []int{1}[v(3)]",
            'map[string]int(nil)["a"] = r', "close(never)", "close(shut(r))", "shut(r) <- 1", "r = *(*int)(nil)", "r = int(any(r).(int8))",
            "r = len(any(r - r).(error).Error())", "_ = make([]int, v(-1))", "_ = [4]int([]int{1, 2}[:v(2)])", '_ = "abc"[v(2):v(1)]',
            "_ = any([]int{}) == any([]int{})", "_ = map[any]int{[]int{r}: 1}", "(*pointed)(nil).in = oops{r}", "_ = anything(r).(interface{ A() })"])

    def count_loop(self, depth):
        label, i, n = "L%d" % self.fresh(), "i%d" % self.fresh(), self.rng.randrange(1, 4)
        head, tick = self.pick([
            ("for %s := 0; %s < %d; %s++ {" % (i, i, n, i), False), ("for %s := range %d {" % (i, n), False), ("for %s := %d; ; %s-- {" % (i, n, i), True),
            ("for %s, c := range \"a\\xffb\u00e4\\xe2\\x82\" {" % i, False), ("for %s := range [...]int{5, 6, 7} {" % i, False),
            ("for _, %s := range []int{7, 8, r} {" % i, False), ("for %s := range ready(%d, r) {" % (i, n), True),
            ("for %s := r; r < %d; r++ {" % (i, n + 2), True), ("for %s := range map[int]int{r: 1} {" % i, False)])
        body = ["\tif tick() {", "\t\tbreak", "\t}"] if tick or self.chance(0.1) else []
        if "ready" in head:
            body = ["\tif %s >= 0 {" % i, "\t\tr++", "\t\tbreak", "\t}"]
        if ", c :=" in head:
            body.append("\tfmt.Print(c, \" \")")
        return self.marked(label, [head] + body + ["\t_ = " + i] * (not label) + ["\tr += %s & 1" % i] + self.inside(depth, "loop", label, i) + ["}"])

    def iterator_text(self, depth):
        kinds = [(3, "tidy"), (1, "stubborn"), (1, "hushing"), (1, "raising")] + [(1, "leaving")] * self.own
        base = "%s(%d)" % (self.weighted(*kinds), self.rng.randrange(4))
        if self.chance(0.2):
            base = self.pick(["slices.Values([]int{r, 2, r})", "upTo(3, func(i int) int { return i + r })"])
        return "turned(%s)" % base if depth > 0 and self.chance(0.25) else base

    def over_iterator(self, depth):
        label, i, of = "L%d" % self.fresh(), "i%d" % self.fresh(), self.iterator_text(depth)
        counter = i
        if self.chance(0.2):
            head = self.pick(["for %s, _ := range squares(%s) {", "for _, %s := range squares(%s) {"]) % (i, of)
        elif self.chance(0.15):
            head, counter = self.pick(["for r = range %s {", "for range %s {"]) % of, None
        else:
            head = "for %s := range %s {" % (i, of)
        body = ["\t_ = " + i] * (counter is not None) + self.inside(depth, "loop", label, counter)
        return self.marked(label, [head] + body + ["}"])

    def turn(self, depth):
        label, n = "L%d" % self.fresh(), self.rng.randrange(2, 5)
        head = self.pick(["switch r %% %d {" % n, "switch x := r %% %d; x {" % n, "switch said(%d, r%%%d) {" % (self.fresh(), n)])
        values = list(range(n))
        self.rng.shuffle(values)
        clauses = []
        while values:
            k = self.rng.randrange(1, 3)
            texts = ["v(%d)" % x if self.chance(0.2) else "said(%d, %d)" % (self.fresh(), x) if self.chance(0.2) else str(x) for x in values[:k]]
            clauses.append("case %s:" % ", ".join(texts))
            values = values[k:]
        if self.chance(0.6):
            clauses[self.rng.randrange(len(clauses))] = "default:"
        lines = [head]
        for i, clause in enumerate(clauses):
            lines += [clause] + self.inside(depth, "switch", label)
            if i + 1 < len(clauses) and self.chance(0.2):
                lines.append("\tfallthrough")
        return self.marked(label, lines + ["}"])

    def type_turn(self, depth):
        label = "L%d" % self.fresh()
        cases = ["nil", "int", "string", "oops", "*pointed", "error", "[]int", "word", "float64, [2]int", "func()", "struct{}", "interface{ Unwrap() error }",
                 "fmt.Stringer", "uint8", "chan int, map[string]int"]
        lines = ["switch x := anything(r + %d).(type) {" % self.rng.randrange(12)]
        for case in self.rng.sample(cases, self.rng.randrange(1, 6)):
            lines += ["case %s:" % case, self.pick(["\tfmt.Println(%d, x == nil)", "\tfmt.Printf(\"%d %%T\\n\", x)"]) % self.fresh() if case != "oops"
                      and case not in ("int", "string", "struct{}", "uint8", "word") else "\tfmt.Printf(\"%d %%T %%v\\n\", x, x)" % self.fresh()]
            lines += self.inside(depth, "switch", label)
        if self.chance(0.5):
            lines += ["default:", "\tfmt.Printf(\"%d %%T\\n\", x)" % self.fresh()] + self.inside(depth, "switch", label)
        return self.marked(label, lines + ["}"])

    def ask(self, depth):
        """A select of which one case is ready, or none."""
        label = "L%d" % self.fresh()
        clauses = [self.pick(["case <-silent(%d):", "case x := <-silent(%d):", "case silent(%d) <- r:"]) % self.fresh() for _ in range(self.rng.randrange(3))]
        name = ["\tfmt.Println(x)"]
        if self.chance(0.7):
            clauses.append(self.pick(["case x := <-ready(%d, r):", "case x, ok := <-shut(%d):", "case r = <-ready(%d, 2):", "case <-shut(%d):",
                                      "case make(chan int, 1) <- said(%d, r):", "case shut(%d) <- 1:"]) % self.fresh())
        if not clauses or clauses[-1].find("silent") > 0 or self.chance(0.3):
            clauses.append("default:")
        self.rng.shuffle(clauses)
        lines = ["select {"]
        for clause in clauses:
            use = ["\tfmt.Println(%d, x%s)" % (self.fresh(), ", ok" if "ok" in clause else "")] if "x" in clause.split(":=")[0] and ":=" in clause else []
            lines += [clause] + use + self.inside(depth, "select", label)
        return self.marked(label, lines + ["}"])

    def put_off(self, depth):
        """A deferred function: it tells, recovers, raises or jumps about in itself."""
        n = self.fresh()
        if self.chance(0.3):
            return ["defer fmt.Println(%d, r)" % n]
        recovers = self.pick([[], [], ["\tfmt.Println(%d, told(recover()))" % n], ["\tif e := recover(); e != nil {", "\t\tr++", "\t\tpanic(e)", "\t}"],
                              ["\tdefer func() { fmt.Println(%d, told(recover())) }()" % n]])
        return ["defer func() {"] + recovers + self.apart(min(depth, 2)) + ["}()"]

    def inner_call(self, depth):
        return ["func() {"] + self.apart(depth) + ["}()"]
