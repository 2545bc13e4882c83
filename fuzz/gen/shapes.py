"""Types that embed each other, by value, by pointer and as interfaces, and what is done with the methods they get that way."""

# Methods of shapes: parameters, results, an argument list, and whether the receiver is changed.
METHODS = {
    "Area": ("", " int", [""]),
    "Bend": ("x int", " int", ["1", "-3", "n"]),
    "Call": ("s string", " string", ['"s"', '"\u00e4"']),
    "Drag": ("d int", "", ["1", "2", "n"]),
    "String": ("", " string", [""]),
}
# Interfaces of subsets of them; each embeds some of the others.
IFACES = [("Areal", ["Area"]), ("Bendy", ["Bend"]), ("Caller", ["Area", "Call"]), ("Dragged", ["Drag"]), ("Both", ["Area", "Bend"]),
          ("Whole", ["Area", "Bend", "Drag"])]
SHAPE_PRELUDE = '''
type Areal interface{ Area() int }
type Bendy interface{ Bend(x int) int }
type Caller interface {
	Areal
	Call(s string) string
}
type Dragged interface{ Drag(d int) }
type Both interface {
	Areal
	Bendy
}
type Whole interface {
	Both
	Bendy
	Dragged
}

func areaOf[T Areal](x T) int { return x.Area() }

func dragged[T any, P interface {
	*T
	Dragged
}](x T) T {
	P(&x).Drag(5)
	return x
}

func speaks(x any) string {
	switch x := x.(type) {
	case Whole:
		x.Drag(1)
		return fmt.Sprint("whole ", x.Area(), x.Bend(2))
	case Both:
		return fmt.Sprint("both ", x.Area(), x.Bend(3))
	case Caller:
		return x.Call("caller")
	case Dragged:
		x.Drag(2)
		return "dragged"
	case Bendy:
		return fmt.Sprint("bendy ", x.Bend(4))
	case interface{ Area() int }:
		return fmt.Sprint("areal ", x.Area())
	}
	return "nothing"
}
'''


class Shape:
    def __init__(self, name, under, embeds):
        self.name, self.under = name, under
        self.embeds = embeds  # (Shape or None for an interface, its name, whether by pointer)
        self.methods = {}  # name -> whether the receiver is a pointer

    def plain(self):
        """Whether it holds no pointer and no interface, so that it may be printed."""
        return all(s and not pointer and s.plain() for s, _, pointer in self.embeds)

    def find(self, name):
        """(whether the receiver is a pointer, whether a pointer or interface lies on the way) of the method that a selector finds,
        or None. `name` may be that of the field n."""
        level, seen = [(self, False)], set()
        while level:
            hits, deeper = [], []
            for shape, indirect in level:
                if isinstance(shape, str):
                    hits += [(False, True)] * (name in dict(IFACES)[shape])
                    continue
                if shape.name in seen:
                    continue
                if name in shape.methods or name == "n" and shape.under == "struct":
                    hits.append((shape.methods.get(name, False), indirect))
                    continue
                for inner, iface, pointer in shape.embeds:
                    deeper.append((inner or iface, indirect or pointer))
            if hits:
                # Of a type that is there twice in a level, Go finds neither.
                return hits[0] if len(hits) == 1 else None
            seen |= {s.name for s, _ in level if not isinstance(s, str)}
            level = deeper
        return None

    def has(self, name, pointer):
        """Whether the method set of the type, or of pointers to it, has the method."""
        found = self.find(name)
        return found is not None and (pointer or not found[0] or found[1])

    def implements(self, methods, pointer):
        return all(self.has(m, pointer) for m in methods)


class Shapes:
    """Declarations of shapes for Generator, and the form `shaped` for StmtGen."""

    def make_shapes(self):
        self.shapes = []
        for under in ["int", "string", "struct"]:
            self.add_shape(under, [])
        for _ in range(self.rng.randrange(2, 5)):
            embeds, names = [], set()
            for _ in range(self.rng.randrange(1, 4)):
                if self.chance(0.25):
                    name = self.pick(IFACES)[0]
                    part = (None, name, False)
                else:
                    inner = self.pick(self.shapes)
                    name, part = inner.name, (inner, inner.name, self.chance(0.35))
                if name not in names:
                    names.add(name)
                    embeds.append(part)
            self.add_shape("struct", embeds)

    def add_shape(self, under, embeds):
        shape = Shape("S%d" % self.fresh(), under, embeds)
        fields = [("*" if pointer else "") + name for _, name, pointer in embeds]
        fields.insert(self.rng.randrange(len(fields) + 1), "n int")
        self.lines.append("type %s %s" % (shape.name, "struct {\n\t%s\n}" % "\n\t".join(fields) if under == "struct" else under))
        names = [m for m in METHODS if self.chance(0.3 if embeds else 0.7) and (m != "String" or self.chance(0.4))]
        state = {"int": "int(t)", "string": "len(t)", "struct": "t.n"}[under]
        for m in names:
            pointer = m == "Drag" or self.chance(0.35)
            at = state.replace("(t)", "(*t)") if pointer else state
            inner = [s for s, _, p in embeds if s and s.find(m)] if m in ("Area", "Bend") else []
            more = " + t.%s.%s(%s)" % (self.pick(inner).name, m, "x" if m == "Bend" else "") if inner and self.chance(0.5) else ""
            k = self.rng.randrange(1, 9)
            body = {
                "Area": "return %s*%d%s" % (at, k, more), "Bend": "return x*%d - %s%s" % (k, at, more),
                "Call": 'return s + "%s" + strconv.Itoa(%s)' % (shape.name, at), "String": 'return "%s:" + strconv.Itoa(%s)' % (shape.name.lower(), at),
                "Drag": {"int": "*t += %s(d * %d)" % (shape.name, k), "string": '*t += %s(strings.Repeat("d", d&%d))' % (shape.name, k),
                         "struct": "t.n += d * %d" % k}[under]}[m]
            params, results, _ = METHODS[m]
            self.lines.append("func (t %s%s) %s(%s)%s { %s }" % ("*" if pointer else "", shape.name, m, params, results, body))
            shape.methods[m] = pointer
        self.shapes.append(shape)

    def shape_value(self, shape, depth=3):
        k = self.rng.randrange(1, 20)
        if shape.under != "struct":
            return "%s(%s)" % (shape.name, k if shape.under == "int" else '"%s"' % ("w" * (k % 7)))
        parts = ["n: %d" % k]
        for inner, name, pointer in shape.embeds:
            if self.chance(0.12):
                continue
            if inner is None:
                fitting = [(s, p) for s in self.shapes[:4] for p in (False, True) if s.implements(dict(IFACES)[name], p) and s is not shape]
                if fitting and depth > 0:
                    s, p = self.pick(fitting)
                    value = self.shape_value(s, depth - 1)
                    parts.append("%s: %s" % (name, "fresh(%s)" % value if p else value))
                continue
            value = self.shape_value(inner, depth - 1)
            parts.append("%s: %s" % (name, "fresh(%s)" % value if pointer else value))
        return "%s{%s}" % (shape.name, ", ".join(parts))

    def shaped(self, d):
        """Values of a shape, and a few things done with them."""
        if not self.shapes:
            return None  # the methods of types are made before them
        shape = self.pick(self.shapes[3:] + [self.pick(self.shapes)])
        n = self.fresh()
        lines = ["x := %s" % self.shape_value(shape), "y, p, n := x, &x, %d" % self.rng.randrange(9), "_, _, _ = y, p, n"]
        for _ in range(self.rng.randrange(3, 9)):
            lines += self.shape_step(shape)
        lines += ["fmt.Println(%d, %s)" % (self.fresh(), self.shape_shown(shape, "x, y"))]
        return ["func() {", "\tdefer func() {", "\t\tif e := recover(); e != nil {", "\t\t\tfmt.Println(%d, told(e))" % n, "\t\t}", "\t}()"] + \
            ["\t" + line for line in lines] + ["}()"]

    def shape_shown(self, shape, names):
        if shape.plain():
            return names
        return ", ".join("%s.n" % name for name in names.split(", ")) if shape.find("n") else "0"

    def shape_call(self, shape, of, pointer):
        """(a call, whether it has a result) on an expression that is addressable or a pointer; a value otherwise."""
        found = [m for m in METHODS if shape.has(m, pointer)]
        if not found:
            return None
        m = self.pick(found)
        return "%s.%s(%s)" % (of, m, self.pick(METHODS[m][2])), bool(METHODS[m][1])

    def shape_step(self, shape):
        t, n = shape.name, self.fresh()

        def show(call):
            return ["fmt.Println(%d, %s)" % (n, call[0]) if call[1] else call[0]] if call else []
        form = self.rng.randrange(17)
        if form <= 2:
            return show(self.shape_call(shape, self.pick(["x", "y", "p", "(&y)", "(*p)"]), True))
        if form == 3:
            if self.chance(0.3):
                return show(self.shape_call(shape, "[]%s{y, x}[n&1]" % t, True))
            return show(self.shape_call(shape, self.pick(["v(x)", "map[int]%s{1: x}[n]" % t, "func() %s { return y }()" % t]), False))
        if form in (4, 5):
            # A method value holds what it was made from.
            found = [m for m in METHODS if shape.find(m)]
            if not found:
                return []
            m = self.pick(found)
            call = "f%d(%s)" % (n, self.pick(METHODS[m][2]))
            change = [["x = y"], ["p = &y"], ["x.n++"] if shape.under == "struct" else ["x += x"], ["*p = %s" % self.shape_value(shape)]]
            return ["f%d := %s.%s" % (n, self.pick(["x", "p", "y"]), m)] + self.pick(change) + show((call, bool(METHODS[m][1])))
        if form in (6, 7):
            pointer = self.chance(0.5)
            found = [m for m in METHODS if shape.has(m, pointer)]
            if not found:
                return []
            m = self.pick(found)
            args = ", ".join(filter(None, [self.pick(["p", "&y"]) if pointer else self.pick(["x", "y", "*p"]), self.pick(METHODS[m][2])]))
            of = "(*%s).%s" % (t, m) if pointer else "%s.%s" % (t, m)
            return show(("%s(%s)" % (of, args), bool(METHODS[m][1]))) if self.chance(0.6) else \
                ["f%d := %s" % (n, of), 'fmt.Printf("%d %%T\\n", f%d)' % (n, n)] + show(("f%d(%s)" % (n, args), bool(METHODS[m][1])))
        if form in (8, 9):
            fitting = [(name, methods, p) for name, methods in IFACES for p in (False, True) if shape.implements(methods, p)]
            if not fitting:
                return []
            name, methods, p = self.pick(fitting)
            m = self.pick(methods)
            args = self.pick(METHODS[m][2])
            other = self.pick(IFACES)[0]
            lines = ["var i%d %s = %s" % (n, name, self.pick(["p", "&y"]) if p else self.pick(["x", "y"]))] + self.pick([[], ["x, y = y, x"], ["p = &x"]])
            call = self.pick(["i%d.%s(%s)" % (n, m, args), "%s.%s(%s)" % (name, m, ", ".join(filter(None, ["i%d" % n, args]))), "(i%d.%s)(%s)" % (n, m, args)])
            return lines + show((call, bool(METHODS[m][1]))) + self.pick(
                [[], ["_, ok%d := i%d.(%s)" % (n, n, other), "fmt.Println(ok%d)" % n],
                 ["fmt.Println(any(i%d).(%s) != nil)" % (n, other)],
                 ['fmt.Printf("%d %%T\\n", i%d)' % (n, n)]])
        if form == 10:
            return ["fmt.Println(%d, speaks(%s))" % (n, self.pick(["x", "y", "p", "&y", "struct{ %s }{x}" % t, "struct{ *%s }{p}" % t]))]
        if form == 11:
            return ["fmt.Println(%d, areaOf(%s))" % (n, "p" if self.chance(0.5) or not shape.has("Area", False) else "y")] if shape.has("Area", True) else []
        if form == 12 and shape.has("Drag", True):
            return ["y = dragged(x)"] if self.chance(0.5) else ["for _, e := range []%s{x, y} {" % t, "\te.Drag(1)", "}"]
        if form == 13 and shape.has("Drag", True):
            return self.pick([["s%d := []%s{x, y}" % (n, t), "s%d[1].Drag(n)" % n, "for i := range s%d {" % n, "\ts%d[i].Drag(2)" % n, "}", "x = s%d[0]" % n],
                              ["defer p.Drag(1)", "n++"], ["defer func(q *%s) { q.Drag(1) }(p)" % t], ["a%d := [2]%s{x, y}" % (n, t), "for _, e := range a%d {" % n,
                               "\te.Drag(3)", "}", "y = a%d[1]" % n]])
        if form == 14 and shape.find("n"):
            return self.pick([["x.n += %d" % n], ["p.n++"], ["y.n, x.n = x.n, y.n"], ["(&y).n *= 2"]])
        if form == 15:
            return ["fmt.Println(%d, x == y, any(x) == any(y), map[%s]int{x: 1}[y])" % (n, t)]
        if form == 16 and shape.plain():
            return ['fmt.Printf("%d %s\\n", x)' % (n, self.pick(["%v", "%+v", "%#v", "%s", "%d", "%x", "%q", "%T", "%8v|"]))] if self.chance(0.7) else \
                ['fmt.Printf("%d %%v %%+v\\n", []%s{x}, struct{ a any; b %s }{x, y})' % (n, t, t)]
        return []
