"""Statements about what is easily got wrong: copies, captured variables, the order of reads and calls, deferred calls in
loops, constants, iterators that are pulled."""
from .gotypes import INT, STRING, comparable, printable, shares


class Corners:
    """Forms of statements for StmtGen, which has the rest."""

    def corners(self):
        """(weight, form) for statements that hold others."""
        return [(0.6, self.read_around_calls), (0.5, self.copied), (0.4, self.captured), (0.4, self.deferred_in_loop), (0.3, self.pulled),
                (0.3, self.constants), (0.4, self.exchanged), (0.3, self.runes), (0.3, self.raised_again),
                (0.4, self.moved_whole)]

    def value_vars(self, pred=lambda t: True):
        """Variables of the function itself whose value can be shown and holds nothing shared."""
        return [v for v in self.vars(lambda v: printable(v.type) and not shares(v.type) and pred(v.type), assign=True)
                if v.name[0] in "xpr"]

    def read_around_calls(self, d):
        """A variable beside calls that change it. When it is read the specification leaves open; Go's compiler does not."""
        found = self.value_vars(lambda t: t.kind in ("int", "uint", "float", "string", "bool", "struct", "array"))
        if not found:
            return None
        v = self.pick(found)
        t, f = v.type, "f%d" % self.fresh()
        change = "clip(%s)" % self.at_zero_risk(lambda: self.typed(t, 2)) if t == STRING else self.at_zero_risk(lambda: self.known(t, 2))
        if t.numeric and self.chance(0.7):
            change = "%s + 1" % v.name if t.integer else "%s * 2" % v.name
        lines = ["%s := func() %s {" % (f, t.text), "\t%s = %s" % (v.name, change), "\treturn %s" % v.name, "}"]
        x, y = v.name, f + "()"
        # Whether Go copies a byte, bool or struct when it makes an interface of it or when it passes that, hangs on what it inlines.
        x_any = x if t.kind not in ("bool", "struct", "array") and t.bits != 8 else None
        forms = [
            lambda n: ["x%d, y%d := %s, %s" % (n, n, x, y), "fmt.Println(%d, x%d, y%d)" % (n, n, n)],
            lambda n: ["fmt.Println(%d, []%s{%s, %s, %s})" % (n, t.text, x, y, x)],
            lambda n: ["fmt.Println(%d, Pair[%s, %s]{%s, %s})" % (n, t.text, t.text, x, y)],
            lambda n: ["func(a, b %s) { fmt.Println(%d, a, b) }(%s, %s)" % (t.text, n, x, y)],
            lambda n: ["fmt.Println(func() (%s, %s) { return %s, %s }())" % (t.text, t.text, x, y)],
        ]
        if x_any:
            forms += [lambda n: ["fmt.Println(%d, %s, %s, %s)" % (n, x, y, x)],
                      lambda n: ["fmt.Println(%d, told(%s), told(%s))" % (n, x, y)],
                      lambda n: ["fmt.Println(%d, [...]any{%s, %s, %s})" % (n, x, y, x)]]
        if comparable(t):
            forms += [lambda n: ["fmt.Println(%d, %s == %s, %s != %s)" % (n, x, y, y, x)],
                      lambda n: ["if %s == %s {" % (x, y), "\tfmt.Println(%d)" % n, "}"],
                      ] + ([lambda n: ["fmt.Println(%d, map[%s]%s{%s: %s})" % (n, t.text, t.text, x, y)]] if t.integer and t.bits >= 32 else [])
        if t.numeric or t.kind == "string":
            forms += [lambda n: ["fmt.Println(%d, %s + %s + %s)" % (n, x, y, x), "%s += %s" % (x, y)] if t.numeric else
                      ["fmt.Println(%d, clip(string(%s + %s + %s)))" % (n, x, y, x)],
                      lambda n: ["%s = %s + %s" % (x, x, y)] if t.numeric else ["fmt.Println(%d, %s < %s)" % (n, x, y)]]
        if t.integer:
            s = "x%d" % self.fresh()
            forms += [lambda n: ["fmt.Println(%d, %s<<1, -%s, %s, ^%s, %s&7)" % (n, x, x, y, x, x)],
                      lambda n: ["{", "\t%s := make([]int, 8)" % s, "\t%s[%s&3] = int(%s & 15)" % (s, x, y), "\tfmt.Println(%d, %s)" % (n, s), "}"]]
        if t.integer and t.bits >= 32:
            forms.append(lambda n: ["{", "\t%s := map[%s]%s{}" % (s, t.text, t.text), "\t%s[%s] = %s" % (s, x, y), "\t%s[%s] += %s" % (s, x, y),
                                 "\tfmt.Println(%d, %s)" % (n, s), "}"])
        if t.kind == "bool":
            forms += [lambda n: ["fmt.Println(%d, bool(%s) && bool(%s) || bool(%s), !%s)" % (n, x, y, x, x)]]
        if t.kind == "string":
            forms += [lambda n: ["fmt.Println(%d, len(%s), %s, len(%s), []byte(%s), %s)" % (n, x, y, x, x, y)]]
        for _ in range(self.rng.randrange(1, 3)):
            lines += self.pick(forms)(self.fresh())
        return lines

    def moved_whole(self, d):
        """A struct whose fields, often smaller than a word and below zero, are set one by one, and that is then moved as a whole."""
        values = {"int8": "-%d", "int16": "-2%02d", "int32": "-3%02d", "rune": "%d", "int64": "-4%02d", "int": "-%d", "uint8": "1%02d", "uint32": "4000000%03d",
                  "bool": "%d > 50", "float32": "-%d.5", "float64": "-%d.25", "string": '"s%d"', "complex64": "complex(-1, %d)",
                  "any": "int16(-%d)", "[2]int16": "[2]int16{-1, -%d}"}
        kinds = [self.pick(list(values)) for _ in range(self.rng.randrange(1, 6))]
        n = self.fresh()
        t, p, x, s, m, c, fields = ("%s%d" % (letter, n) for letter in ("X", "p", "x", "s", "m", "c", "f"))
        lines = ["{", "\ttype %s struct {" % t] + ["\t\t%s%d %s" % (fields, i, k) for i, k in enumerate(kinds)] + ["\t}", "\t%s := new(%s)" % (p, t)]
        lines += ["\t%s.%s%d = %s" % (p, fields, i, values[k] % self.rng.randrange(10, 100)) for i, k in enumerate(kinds)]
        shown = lambda v: "fmt.Println(%d, %s)" % (self.fresh(), ", ".join("%s.%s%d" % (v, fields, i) for i in range(len(kinds))))
        lines += ["\t%s := *%s" % (x, p), "\t" + shown(x), "\t%s := []%s{*%s, {}}" % (s, t, p), "\t%s[1] = %s[0]" % (s, s)]
        ways = [["\t%s = %s[1]" % (x, s)],
                ["\t%s := map[%s]%s{%s: %s[1]}" % (m, t, t, x, s), "\t%s = %s[*%s]" % (x, m, p), "\tfmt.Println(len(%s), %s == *%s)" % (m, x, p)],
                ["\t%s := make(chan %s, 1)" % (c, t), "\t%s <- %s[0]" % (c, s), "\t%s = <-%s" % (x, c)],
                ["\t%s = any(%s[1]).(%s)" % (x, s, t)],
                ["\t%s = func(a %s) %s { return a }(%s[1])" % (x, t, t, s)]]
        return lines + self.pick(ways) + ["\t" + shown(x), "}"]

    def copied(self, d):
        """A copy that is changed; what it was copied from is not."""
        found = self.value_vars(lambda t: t.kind in ("struct", "array"))
        if not found:
            return None
        v = self.pick(found)
        y, t = "x%d" % self.fresh(), v.type
        how = self.rng.randrange(5)
        if how == 0:
            lines = ["%s := %s" % (y, v.name)]
        elif how == 1:
            lines = ["%s := *(&%s)" % (y, v.name)]
        elif how == 2:
            lines = ["%s := []%s{%s, %s}[1]" % (y, t.text, v.name, v.name)]
        elif how == 3:
            lines = ["%s := map[int]%s{1: %s}[1]" % (y, t.text, v.name)]
        else:
            lines = ["%s := any(%s).(%s)" % (y, v.name, t.text)]
        self.declare(y, t)
        of, other = (y, v.name) if self.chance(0.5) else (v.name, y)
        if t.kind == "array":
            lines.append("%s[%d] = %s" % (of, self.rng.randrange(t.length), self.at_zero_risk(lambda: self.known(t.elem, 2))))
        else:
            paths = self.paths(t)
            if not paths:
                return lines + ["_ = " + y]
            path, ft = self.pick(paths)
            lines.append("%s.%s = %s" % (of, path, self.at_zero_risk(lambda: self.known(ft, 2))))
        return lines + ["fmt.Println(%d, %s, %s)" % (self.fresh(), of, other)] + \
            (["fmt.Println(%d, %s == %s)" % (self.fresh(), of, other)] if comparable(t) else [])

    def captured(self, d):
        """Functions made in a loop, each with a variable of its own."""
        fs, i, n = "x%d" % self.fresh(), "i%d" % self.fresh(), self.rng.randrange(1, 4)
        head = self.pick(["for %s := 0; %s < %d; %s++ {" % (i, i, n, i), "for %s := range %d {" % (i, n)])
        found = self.value_vars(lambda t: t.integer)
        body = ["\t%s = append(%s, func() int {" % (fs, fs), "\t\t%s += %d" % (i, self.rng.randrange(1, 9)) if head.count(";") == 0 or self.chance(0.5) else "\t\t_ = %s" % i]
        if found:
            v = self.pick(found)
            body.append("\t\t%s++" % v.name)
        body += ["\t\treturn %s" % i, "\t})"]
        if head.count(";") and self.chance(0.3):
            body.append("\t%s++" % i)
        g = "g%d" % self.fresh()
        return ["var %s []func() int" % fs, head] + body + ["}", "for _, %s := range %s {" % (g, fs), "\tfmt.Println(%d, %s(), %s())" % (self.fresh(), g, g), "}"] + \
            (["fmt.Println(%d, %s)" % (self.fresh(), v.name)] if found else [])

    def deferred_in_loop(self, d):
        names = self.shown(most=2)
        i, n = "i%d" % self.fresh(), self.fresh()
        shown = ", ".join([i] + names)
        body = self.pick([["\t\tdefer fmt.Println(%d, %s)" % (n, shown)],
                          ["\t\tdefer func() { fmt.Println(%d, %s) }()" % (n, shown)],
                          ["\t\tdefer func(a ...any) { fmt.Println(%d, len(a), a) }(%s)" % (n, shown)]])
        over = self.pick(["%d" % self.rng.randrange(1, 4), "upTo(%d, func(i int) int { return i * i })" % self.rng.randrange(1, 4)])
        lines = ["func() {", "\tfor %s := range %s {" % (i, over)] + body
        if self.chance(0.4):
            lines += ["\t\tif %s == 1 {" % i, "\t\t\treturn", "\t\t}"]
        lines += ["\t}", "\tfmt.Println(%d)" % self.fresh(), "}()"]
        return lines

    def pulled(self, d):
        """An iterator turned inside out."""
        t = self.pick([t for t in self.basic if printable(t)])
        nxt, stop, n = "f%d" % self.fresh(), "f%d" % self.fresh(), self.rng.randrange(4)
        value = self.at_zero_risk(lambda: self.known(t, 2))
        lines = ["%s, %s := iter.Pull(iter.Seq[%s](upTo(%d, func(i int) %s { return %s })))" % (nxt, stop, t.text, n, t.text, value)]
        for _ in range(self.rng.randrange(1, 4)):
            lines.append("fmt.Println(%s())" % nxt)
        return lines + ["%s()" % stop, "fmt.Println(%s())" % nxt, "%s()" % stop]

    def constants(self, d):
        """Constants of a block, with iota."""
        a, b, c = ("c%d" % self.fresh() for _ in range(3))
        t = self.pick([t for t in self.basic if t.integer])
        first = self.pick(["iota", "iota + 1", "1 << iota", "2*iota + 3", "iota * iota", "'a' + iota"])
        typed = t.text + " " if self.chance(0.5) else ""
        lines = ["const (", "\t%s%s = %s" % (a, " " + typed.strip() if typed else "", first), "\t%s" % b]
        if self.chance(0.4):
            lines.append("\t_")
        lines += ["\t%s" % c, ")"]
        return lines + ['fmt.Printf("%d %%T %%v %%v %%v %%v\\n", %s, %s, %s, %s, %s*%s - %s/%s)' % (self.fresh(), a, a, b, c, "int(%s)" % b, "int(%s)" % c, "int(%s)" % c, "int(%s)" % b)
                        if first in ("iota + 1", "1 << iota", "2*iota + 3", "'a' + iota") else
                        'fmt.Printf("%d %%T %%v %%v %%v\\n", %s, %s, %s, %s)' % (self.fresh(), a, a, b, c)]

    def exchanged(self, d):
        """Elements that change places, by indices that are changed in the same statement."""
        s, i, n = "x%d" % self.fresh(), "i%d" % self.fresh(), self.rng.randrange(3, 6)
        kind = self.pick(["[]int{%s}", "[...]int{%s}", "map[int]int{%s}"])
        items = ", ".join(("%d: %d" % (k, k * 10) if "map" in kind else str(k * 10)) for k in range(n))
        lines = ["%s, %s := %s, %d" % (s, i, kind % items, self.rng.randrange(n - 1))]
        for _ in range(self.rng.randrange(1, 4)):
            lines.append(self.pick(["%s[%s], %s[%s+1] = %s[%s+1], %s[%s]" % (s, i, s, i, s, i, s, i),
                                    "%s, %s[%s] = 0, %s" % (i, s, i, i),
                                    "%s[%s], %s = %s, %s[%s]&1" % (s, i, i, i, s, i),
                                    "%s[%s], %s[0] = %s[0], %s[%s]+1" % (s, i, s, s, s, i),
                                    "%s[%s] += %s[0] - %s" % (s, i, s, i)]))
            lines.append("%s = (%s%%%d + %d) %% %d" % (i, i, n - 1, n - 1, n - 1))
        return lines + ["fmt.Println(%d, %s, %s)" % (self.fresh(), s, i)]

    def runes(self, d):
        i, r = "i%d" % self.fresh(), "c%d" % self.fresh()
        text = self.at_zero_risk(lambda: self.typed(STRING, 2))
        of = self.pick(["clip(%s)", "[]rune(clip(%s))", "[]byte(clip(%s))"]) % text
        return ["for %s, %s := range %s {" % (i, r, of), "\tif %s > 4 {" % i, "\t\tbreak", "\t}", "\tfmt.Print(%s, %s, %s)" % (
            i, '" "', self.pick([r, "string(rune(%s))" % r, "%s*2" % r, "%s < 'z'" % r])), "}", "fmt.Println()"]

    def raised_again(self, d):
        """A panic in a deferred function replaces the one before; the outermost recover sees the last."""
        n = self.fresh()
        a, b = (self.at_zero_risk(lambda: self.typed(self.pick(self.basic), 2)) for _ in range(2))
        inner = self.pick(["panic(%s)" % b, "_ = recover()", "fmt.Println(%d, told(recover()))" % n, "defer func() { panic(%s) }()" % b,
                           "func() { fmt.Println(%d, recover() == nil) }()" % n, "runtime.Gosched()"])
        return ["func() {", "\tdefer func() { fmt.Println(%d, told(recover())) }()" % self.fresh(), "\tdefer func() {", "\t\t%s" % inner, "\t}()",
                "\tdefer fmt.Println(%d)" % self.fresh(), "\tpanic(%s)" % a, "}()"]
