"""Statements and bodies of functions."""
from .aliases import Aliases
from .bulk import Bulk
from .corners import Corners
from .expr import ExprGen, Var, header
from .flow import Flow
from .generics import Generics
from .gotypes import (ANY, BASIC, BOOL, ERROR, INT, INT32, INTS, STRING, comparable, printable, shares, slice_of)
from .library import Library
from .locks import Locks
from .shapes import Shapes


class Func:
    """A function or method that may be called. A pure one changes nothing that its caller sees."""

    def __init__(self, name, params, results, pure, variadic=False, pointer=False):
        self.name, self.params, self.results = name, tuple(params), tuple(results)
        self.pure, self.variadic, self.pointer = pure, variadic, pointer


class StmtGen(Corners, Flow, Shapes, Generics, Library, Bulk, Aliases, Locks, ExprGen):
    # ---- scopes and names

    def push(self):
        self.scopes.append([])

    def pop(self):
        self.scopes.pop()

    def name(self, prefix="x"):
        # A name of an outer scope again, now and then.
        if self.chance(0.1):
            outer = [v.name for level in self.scopes[1:-1] for v in level]
            inner = {v.name for v in self.scopes[-1]}
            outer = [n for n in outer if n not in inner and n[0] == "x"]
            if outer:
                return self.pick(outer)
        self.count += 1
        return "%s%d" % (prefix, self.count)

    def declare(self, name, t, assign=True, own=True):
        var = Var(name, t, assign, own)
        self.scopes[-1].append(var)
        return var

    def some_type(self):
        return self.weighted((5, lambda: self.pick(self.basic)), (5, lambda: self.pick(self.types)))()

    def shown(self, pred=lambda v: True, most=4):
        """Names of variables whose values may be printed."""
        found = [v for v in self.vars(lambda v: printable(v.type)) if pred(v)]
        return [v.name for v in self.rng.sample(found, min(len(found), most))]

    # ---- bodies

    def block(self, d, n=None):
        """The lines of a block, in a scope of its own."""
        self.push()
        lines = self.stmts(d, n)
        self.pop()
        return ["\t" + line for line in lines]

    def stmts(self, d, n=None):
        lines = []
        for _ in range(self.rng.randrange(1, 4) if n is None else n):
            lines += self.stmt(d)
        return lines

    def stmt(self, d):
        self.risk = 1
        forms = [(5, self.declaration), (6, self.assignment), (1.2, self.op_assignment), (2, self.printing), (1, self.call),
                 (0.8, self.swap), (0.6, self.element_assignment), (0.4, self.grow)]
        if d > 0:
            forms += [(3, self.branch), (3, self.loop), (2, self.switch), (1, self.type_switch), (1, self.guarded), (1.2, self.closure),
                      (0.6, self.inner_block), (0.7, self.deferred), (0.6, self.escape), (0.5, self.concurrent), (0.3, self.jump),
                      (0.5, self.iterator), (0.5, self.method_value), (1.5, self.maze), (0.6, self.shaped), (1, self.generic_use), (1, self.library_call),
                      (0.6, self.verbs), (0.3, self.big_constants), (0.3, self.odd_keys), (0.6, self.bulk), (0.6, self.aliases), (0.6, self.locks)] + self.corners()
        while True:
            lines = self.weighted(*forms)(d)
            if lines:
                return lines
            self.risk = 1

    def fn(self, params, results, d, pure=True, named=True, n=None, names=None, variadic=False):
        """The signature from its parentheses on, and the lines of a body."""
        save = self.scopes, self.pure, self.base, self.risk, self.results, self.labels, self.loops, self.result_names
        self.scopes = self.scopes + [[]]
        self.base, self.pure, self.results, self.labels, self.loops = len(self.scopes) - 1, pure, tuple(results), [], 0
        names = names or ["p%d" % (i + 1 + self.fresh()) for i in range(len(params))]
        for name, p in zip(names, params):
            self.declare(name, p, own=not shares(p))
        head = []
        for i, (name, p) in enumerate(zip(names, params)):
            last = variadic and i == len(params) - 1
            head.append("%s %s" % (name, "..." + p.elem.text if last else p.text))
        self.result_names = ["r%d" % (i + 1 + self.fresh()) for i in range(len(results))] if named else []
        for name, r in zip(self.result_names, results):
            self.declare(name, r, own=False)
        if named and results:
            out = " (%s)" % ", ".join("%s %s" % pair for pair in zip(self.result_names, [r.text for r in results]))
        elif len(results) == 1:
            out = " " + results[0].text
        else:
            out = " (%s)" % ", ".join(r.text for r in results) if results else ""
        body = []
        if named or not results:
            body.append("\tif tick() {")
            body.append("\t\treturn")
            body.append("\t}")
        body += ["\t" + line for line in self.stmts(d, n)]
        if results:
            body += ["\t" + line for line in self.returning()]
        self.scopes, self.pure, self.base, self.risk, self.results, self.labels, self.loops, self.result_names = save
        return "(%s)%s" % (", ".join(head), out), body

    def fresh(self):
        self.count += 1
        return self.count

    def returning(self):
        self.risk = 1
        if not self.results or self.result_names and self.chance(0.3):
            return ["return"]
        return ["return " + ", ".join(self.known(r, 2) for r in self.results)]

    def func_literal(self, t, d):
        sig, body = self.fn(t.params, t.results, max(d - 2, 0), pure=True, named=self.chance(0.6), n=self.rng.randrange(2))
        return "func%s {\n%s\n}" % (sig, "\n".join(body))

    # ---- simple statements

    def declaration(self, d):
        t = self.some_type()
        form = self.rng.randrange(6)
        if form == 0:
            text, own = "var %%s %s" % t.text, True
        elif form == 1:
            text, own = "var %%s %s = %s" % (t.text, self.known(t, 3)), not shares(t)
        elif form == 2 and t.kind in ("slice", "map") and self.chance(0.7):
            text, own = "%%s := %s" % self.literal(t, 2).text, True
        elif form == 3:
            return self.several(d)
        elif form == 4 and not self.pure and self.chance(0.5):
            return self.from_call(d)
        else:
            # The type of what is assigned must be t itself.
            text, own = "%%s := %s" % self.typed(t, 3), not shares(t)
        name = self.name()
        self.declare(name, t, own=own)
        return [text.replace("%s", name, 1), "_ = " + name]

    def several(self, d):
        a, b = self.some_type(), self.some_type()
        self.risk = 0
        text = "%s, %s" % (self.typed(a, 2), self.typed(b, 2))
        n1, n2 = self.name(), self.name()
        if n1 == n2:
            n2 = "x%d" % self.fresh()
        self.declare(n1, a, own=not shares(a))
        self.declare(n2, b, own=not shares(b))
        return ["%s, %s := %s" % (n1, n2, text), "_, _ = %s, %s" % (n1, n2)]

    def from_call(self, d):
        """Variables from the results of a call, of a function that may change things too."""
        found = [f for f in self.funcs if f.results and (f.pure or not self.pure)]
        if not found:
            return None
        f = self.pick(found)
        self.risk = 0
        args = self.arguments(f.params, 2, f.variadic)
        names = ["x%d" % self.fresh() for _ in f.results]
        for name, r in zip(names, f.results):
            self.declare(name, r, own=not shares(r))
        return ["%s := %s(%s)" % (", ".join(names), f.name, args), "%s = %s" % (", ".join("_" * len(names)), ", ".join(names))]

    def assignment(self, d):
        found = self.vars(lambda v: v.type.kind != "chan", assign=True)
        if not found:
            return None
        v = self.pick(found)
        if v.type.kind == "string":
            return ["%s = clip(%s)" % (v.name, self.typed(STRING, 3))] if v.type == STRING else None
        if v.type.kind == "struct" and self.chance(0.6):
            paths = self.paths(v.type)
            if paths:
                path, t = self.pick(paths)
                return ["%s.%s = %s" % (v.name, path, self.known(t, 3))]
        v.own = v.own and not shares(v.type)
        return ["%s = %s" % (v.name, self.known(v.type, 3))]

    def op_assignment(self, d):
        found = self.vars(lambda v: v.type.numeric, assign=True)
        if not found:
            return None
        v = self.pick(found)
        if self.chance(0.3):
            return [v.name + self.pick(["++", "--"])]
        if v.type.integer and self.chance(0.3):
            return ["%s %s %s" % (v.name, self.pick(["<<=", ">>="]), self.wrapped(self.expr(self.pick(self.unsigned), 2)).text)]
        ops = ["+=", "-=", "*="] + (["&=", "|=", "^=", "&^="] if v.type.integer else [])
        return ["%s %s %s" % (v.name, self.pick(ops), self.known(v.type, 2))]

    def swap(self, d):
        found = self.vars(lambda v: True, assign=True)
        pairs = [(a, b) for a in found for b in found if a is not b and a.type == b.type]
        if not pairs:
            return None
        a, b = self.pick(pairs)
        a.own = b.own = a.own and b.own
        return ["%s, %s = %s, %s" % (a.name, b.name, b.name, a.name)]

    def element_assignment(self, d):
        found = [v for v in self.vars(lambda v: v.type.kind in ("slice", "array", "map"), assign=True) if v.own or not self.pure]
        if not found:
            return None
        v = self.pick(found)
        t = v.type
        if t.kind == "map":
            if self.chance(0.3):
                return ["delete(%s, %s)" % (v.name, self.known(t.key, 2))]
            if self.chance(0.2) and t.elem.numeric:
                return ["if %s != nil {" % v.name, "\t%s[%s]++" % (v.name, self.known(t.key, 1)), "}"]
            key = self.known(t.key, 2)
            value = self.known(t.elem, 2)
            return ["if %s != nil {" % v.name, "\t%s[%s] = %s" % (v.name, key, value), "}"]
        if t.kind == "array":
            return ["%s[uint(%s)%%%d] = %s" % (v.name, self.wrapped(self.expr(INT, 2)).text, t.length, self.known(t.elem, 2))]
        if self.chance(0.4):
            # The one risk of the statement.
            self.risk = 0
            return ["%s[%s] = %s" % (v.name, self.index(2), self.known(t.elem, 2))]
        save, self.risk = self.risk, 0
        lines = ["if i := %s; i >= 0 && i < len(%s) {" % (header(self.typed(INT, 2)), v.name),
                 "\t%s[i] %s %s" % (v.name, self.pick(["=", "+="]) if t.elem.numeric else "=", self.known(t.elem, 2)), "}"]
        self.risk = save
        return lines

    def grow(self, d):
        found = [v for v in self.vars(lambda v: v.type.kind == "slice", assign=True)]
        if not found:
            return None
        v = self.pick(found)
        choice = self.rng.randrange(4)
        if choice == 0:
            return ["%s = append(%s[:len(%s):len(%s)], %s)" % (v.name, v.name, v.name, v.name, self.known(v.type.elem, 2))]
        if choice == 1 and (v.own or not self.pure):
            return ["x%d := copy(%s, %s)" % (self.fresh(), v.name, self.expr(v.type, 2).text), "_ = x%d" % self.count]
        if choice == 2 and (v.own or not self.pure):
            return ["clear(%s)" % v.name]
        if v.type.elem.integer or v.type.elem.kind == "string":
            if v.own or not self.pure:
                return ["slices.Sort(%s)" % v.name]
        return ["%s = %s[:0:0]" % (v.name, v.name)]

    def printing(self, d):
        names = self.shown()
        if not names:
            return None
        # What an error or an interface holds may be a pointer, which %#v shows.
        plain = self.shown(lambda v: v.type in BASIC)
        verbs = ["%v", "%+v", "%T", "%v", "%v"]
        self.fresh()
        choice = self.rng.randrange(4)
        if choice == 0 and plain and self.chance(0.3):
            return ['fmt.Printf("%d: %s\\n", %s)' % (self.count, " ".join("%#v" for _ in plain), ", ".join(plain))]
        if choice == 0:
            return ['fmt.Printf("%d: %s\\n", %s)' % (self.count, " ".join(self.pick(verbs) for _ in names), ", ".join(names))]
        if choice == 1:
            of = self.pick(self.shown_types)
            return ["fmt.Println(%d, %s)" % (self.count, self.typed(of, 3))]
        if choice == 2 and not self.pure:
            plain = [v.name for v in self.vars(lambda v: v.type.kind in ("int", "uint", "bool", "string", "float"))][:3]
            if plain:
                return ["println(%d, %s)" % (self.count, ", ".join(plain))]
        return ["fmt.Println(%d, %s)" % (self.count, ", ".join(names))]

    def call(self, d):
        """A call for its effects."""
        self.risk = 0
        methods = [(v, m) for v in self.vars(lambda v: v.type.named or v.type.kind == "iface", assign=True) for m in v.type.methods
                   if m.pure or not self.pure]
        found = [f for f in self.funcs if f.pure or not self.pure]
        if methods and self.chance(0.6):
            v, m = self.pick(methods)
            return ["%s.%s(%s)" % (v.name, m.name, self.arguments(m.params, 2, m.variadic))]
        if not found:
            return None
        f = self.pick(found)
        text = "%s(%s)" % (f.name, self.arguments(f.params, 2, f.variadic))
        if len(f.results) == 1 and self.chance(0.6):
            targets = self.vars(lambda v: v.type == f.results[0], assign=True)
            if targets:
                target = self.pick(targets)
                target.own = target.own and not shares(target.type)
                return ["%s = %s" % (target.name, text)]
        return [text]

    # ---- control

    def condition(self, d=3):
        return header(self.known(BOOL, d))

    def branch(self, d):
        self.push()
        head = ""
        if self.chance(0.25):
            t = self.some_type()
            text = header(self.typed(t, 2))
            name = "x%d" % self.fresh()
            self.declare(name, t, own=not shares(t))
            head = "%s := %s; " % (name, text)
        lines = ["if %s%s {" % (head, self.condition())] + self.block(d - 1)
        if head:
            lines.insert(1, "\t_ = " + name)
        while self.chance(0.3):
            self.risk = 1
            lines += ["} else if %s {" % self.condition()] + self.block(d - 1)
        if self.chance(0.4):
            lines += ["} else {"] + self.block(d - 1)
        self.pop()
        return lines + ["}"]

    def loop(self, d):
        self.push()
        self.loops += 1
        label, head = None, []
        if self.chance(0.3):
            label = "L%d" % self.fresh()
        form = self.rng.randrange(9)
        before, used = [], []
        if form <= 1:
            i = "x%d" % self.fresh()
            n = self.rng.randrange(1, 6)
            t = self.pick(INTS)
            first = self.pick(["%s := %s(0)", "%s := %s(1)"]) % (i, t.text)
            head = "for %s; %s < %d; %s" % (first, i, n, self.pick([i + "++", i + " += 2"]))
            self.declare(i, t, assign=False)
        elif form == 2:
            i = "x%d" % self.fresh()
            t = self.pick(INTS + self.unsigned)
            head = "for %s := range %s(%d)" % (i, t.text, self.rng.randrange(5))
            self.declare(i, t, assign=False)
            used = [i]
        elif form == 3:
            head = "for " + self.condition()
            before = ["if tick() {", "\tbreak", "}"]
        elif form in (4, 5, 6):
            found = self.vars(lambda v: v.type.kind in ("slice", "array", "string"))
            if found and self.chance(0.8):
                t = self.pick(found)
                text, t = t.name, t.type
            else:
                t = self.pick([t for t in self.types if t.kind in ("slice", "array")] or [slice_of(INT)])
                text = header(self.literal(t, 2).text)
            if t.kind == "array" and self.chance(0.2) and not text.startswith(("(", "[")) and not t.named and "{" not in text:
                text = "&" + text
            i, x = "x%d" % self.fresh(), "x%d" % self.fresh()
            names = self.pick([(i, x), (i, x), ("_", x), (i, None)])
            head = "for %s := range %s" % (", ".join(n for n in names if n), text)
            used = [n for n in names if n and n != "_"]
            if names[0] != "_":
                self.declare(i, INT, assign=False)
            if names[1]:
                self.declare(x, INT32 if t.kind == "string" else t.elem, own=False)
        elif form == 7:
            self.pop()
            self.loops -= 1
            return self.over_map(d)
        else:
            t = self.pick(self.basic)
            x = "x%d" % self.fresh()
            head = "for %s := range upTo(%d, func(i int) %s { return %s })" % (
                x, self.rng.randrange(5), t.text, self.at_zero_risk(lambda: self.known(t, 2)))
            self.declare(x, t)
            used = [x]
        self.labels.append(label)
        body = self.block(d - 1)
        self.labels.pop()
        self.loops -= 1
        self.pop()
        tick = [] if form in (1, 2) else ["\tif tick() {", "\t\tbreak", "\t}"]
        use = ["\t_ = " + n for n in used]
        if label and any(label in line for line in body):
            return [label + ":", head + " {"] + tick + use + body + ["}"]
        return [head + " {"] + tick + use + body + ["}"]

    def at_zero_risk(self, make):
        save, self.risk = self.risk, 0
        text = make()
        self.risk = save
        return text

    def over_map(self, d):
        """Nothing that depends on the order of a map."""
        found = self.vars(lambda v: v.type.kind == "map")
        if not found:
            return None
        v = self.pick(found)
        n = "x%d" % self.fresh()
        lines = ["%s := 0" % n, "for k, e := range %s {" % v.name, "\t_, _ = k, e", "\t%s++" % n]
        if v.type.elem.integer:
            lines.append("\t%s += int(e)" % n)
        if v.type.key.integer:
            lines.append("\t%s += int(k)" % n)
        elif v.type.key.kind == "string":
            lines.append("\t%s += len(k)" % n)
        if (v.own or not self.pure) and v.assign and self.chance(0.3):
            lines.append("\tdelete(%s, k)" % v.name)
        self.declare(n, INT)
        return lines + ["}"]

    def escape(self, d):
        """A way out of a loop or function, under a condition."""
        options = ["return"]
        if self.loops:
            options += ["break", "continue"]
            options += ["%s %s" % (word, label) for label in self.labels if label for word in ("break", "continue")]
        way = self.pick(options)
        condition = self.condition()
        if way == "return":
            lines = self.returning()
        elif way == "break" and self.switches:
            lines = ["break"]
        else:
            lines = [way]
        return ["if %s {" % condition] + ["\t" + line for line in lines] + ["}"]

    def switch(self, d):
        self.switches += 1
        self.push()
        kind = self.rng.randrange(3)
        lines = []
        if kind == 0:
            lines = ["switch {"]
            cases = ["case %s:" % ", ".join(self.at_zero_risk(lambda: self.known(BOOL, 2)) for _ in range(self.rng.randrange(1, 3)))
                     for _ in range(self.rng.randrange(1, 4))]
        else:
            t = self.pick([t for t in self.basic + self.types if comparable(t) and t.kind in ("int", "uint", "string", "struct", "array")])
            lines = ["switch %s {" % header(self.expr(t, 3).text)]
            if t.integer:
                values = {self.some_int(t) for _ in range(self.rng.randrange(1, 7))}
                if self.chance(0.4):
                    values |= set(n for n in range(8) if t.holds(n))
                texts = [self.number(n) for n in sorted(values)]
            elif t.kind == "string":
                texts = self.keys(t)
            else:
                texts = [self.at_zero_risk(lambda: self.wrapped(self.expr(t, 2)).text) for _ in range(self.rng.randrange(1, 4))]
            self.rng.shuffle(texts)
            cases = []
            while texts:
                n = self.rng.randrange(1, 3)
                cases.append("case %s:" % ", ".join(texts[:n]))
                texts = texts[n:]
        if self.chance(0.6):
            cases.insert(self.rng.randrange(len(cases) + 1), "default:")
        for i, case in enumerate(cases):
            lines += [case] + self.block(d - 1, self.rng.randrange(3))
            if i + 1 < len(cases) and self.chance(0.15):
                lines.append("\tfallthrough")
        self.pop()
        self.switches -= 1
        return lines + ["}"]

    def type_switch(self, d):
        self.switches += 1
        subject = self.at_zero_risk(lambda: header(self.expr(ANY, 3).text))
        name = "x%d" % self.fresh()
        lines = ["switch %s := %s.(type) {" % (name, subject)]
        types = list({t.text: t for t in self.rng.choices(self.basic + self.types, k=self.rng.randrange(1, 5))}.values())
        while types:
            some, types = types[:1 if self.chance(0.8) else 2], types[1 if self.chance(0.0) else 1:]
            types = [t for t in types if t not in some]
            self.push()
            if len(some) == 1:
                self.declare(name, some[0], own=False)
            # The clause is the block that the variable is declared in.
            body = ["\t" + line for line in self.stmts(d - 1, self.rng.randrange(1, 3))]
            self.pop()
            lines += ["case %s:" % ", ".join(t.text for t in some), "\t_ = " + name] + body
        if self.chance(0.3):
            lines += ["case nil:", '\tfmt.Println(%d, "nil", %s)' % (self.fresh(), name)]
        if self.chance(0.3) and not any(line.startswith("case ") and ERROR.text in line for line in lines):
            lines += ["case fmt.Stringer, error:", '\tfmt.Println(%d, "speaks", %s)' % (self.fresh(), name)]
        lines += ["default:", '\tfmt.Printf("%d %%T\\n", %s)' % (self.fresh(), name), "}"]
        self.switches -= 1
        return lines

    def inner_block(self, d):
        return ["{"] + self.block(d - 1) + ["}"]

    def jump(self, d):
        label = "G%d" % self.fresh()
        n = "x%d" % self.fresh()
        self.push()
        body = self.block(d - 1)
        self.pop()
        # No variable is declared between a jump and its label.
        return ["{", "\t%s := 0" % n, "%s:" % label, "\tif %s < %d && !tick() {" % (n, self.rng.randrange(1, 4)), "\t\t%s++" % n] + \
            ["\t" + line for line in body] + ["\t\tgoto %s" % label, "\t}", "}"]

    # ---- functions

    def guarded(self, d):
        """A call whose panics are recovered, told, and sometimes raised again."""
        save = self.labels, self.loops, self.switches, self.results, self.result_names
        self.labels, self.loops, self.switches, self.results, self.result_names = [], 0, 0, (), []
        lines = ["func() {"]
        tag = self.fresh()
        lines.append("\tdefer func() {")
        lines.append('\t\tif r := recover(); r != nil {')
        lines.append('\t\t\tfmt.Println(%d, "recovered", told(r))' % tag)
        lines.append("\t\t}")
        lines.append("\t}()")
        self.push()
        body = self.stmts(d - 1)
        if self.chance(0.5):
            self.risk = 1
            value = self.at_zero_risk(lambda: self.typed(self.pick(self.shown_types + [ERROR]), 2))
            body += ["if %s {" % self.condition(2), "\tpanic(%s)" % value, "}"]
        self.pop()
        body = ["\t" + line for line in body]
        self.labels, self.loops, self.switches, self.results, self.result_names = save
        return lines + body + ["}()"]

    def closure(self, d):
        """A function variable that changes what it captures, called as a statement."""
        params = [self.some_type() for _ in range(self.rng.randrange(3))]
        results = [self.some_type() for _ in range(self.rng.randrange(2))]
        name = "f%d" % self.fresh()
        sig, body = self.fn(params, results, d - 1, pure=self.pure, named=True)
        lines = ["%s := func%s {" % (name, sig)] + body + ["}"]
        for _ in range(self.rng.randrange(1, 3)):
            self.risk = 0
            call = "%s(%s)" % (name, self.arguments(params, 2, False))
            if results and printable(results[0]) and self.chance(0.7):
                lines.append("fmt.Println(%d, told(%s))" % (self.fresh(), call))
            else:
                lines.append(call)
        return lines

    def deferred(self, d):
        self.risk = 0
        if self.chance(0.5):
            names = self.shown(most=2)
            if names and self.loops == 0:
                return ["defer fmt.Println(%d, %s)" % (self.fresh(), ", ".join(names))]
        if self.loops:
            return None
        lines = ["defer func() {"]
        if self.chance(0.3):
            lines += ['\tif r := recover(); r != nil {', '\t\tfmt.Println(%d, "deferred", told(r))' % self.fresh(), "\t}"]
        save = self.labels, self.loops, self.switches, self.results, self.result_names
        self.labels, self.loops, self.switches, self.results, self.result_names = [], 0, 0, (), []
        lines += self.block(d - 1, 1)
        self.labels, self.loops, self.switches, self.results, self.result_names = save
        return lines + ["}()"]

    def iterator(self, d):
        """A range over a function that is written on the spot."""
        t, u = self.pick(self.basic), self.pick(self.basic)
        two = self.chance(0.5)
        name = "f%d" % self.fresh()
        yields = []
        for _ in range(self.rng.randrange(1, 4)):
            values = [self.at_zero_risk(lambda: self.known(t, 2))] + ([self.at_zero_risk(lambda: self.known(u, 2))] if two else [])
            yields += ["\tif !yield(%s) {" % ", ".join(values), "\t\treturn", "\t}"]
        if self.chance(0.4):
            yields.insert(0, '\tdefer fmt.Println(%d, "iterator ends")' % self.fresh())
        lines = ["%s := func(yield func(%s) bool) {" % (name, ", ".join([t.text] + ([u.text] if two else [])))] + yields + ["}"]
        a, b = "x%d" % self.fresh(), "x%d" % self.fresh()
        self.push()
        self.loops += 1
        label = "L%d" % self.fresh() if self.chance(0.3) else None
        self.labels.append(label)
        self.declare(a, t)
        if two:
            self.declare(b, u)
        body = self.block(d - 1)
        self.labels.pop()
        self.loops -= 1
        self.pop()
        names = [a, b] if two else [a]
        head = ["for %s := range %s {" % (", ".join(names), name), "\tif tick() {", "\t\tbreak", "\t}"] + ["\t_ = " + n for n in names]
        if label and any(label in line for line in body):
            head.insert(0, label + ":")
        return lines + head + body + ["}"]

    def method_value(self, d):
        found = [(v, m) for v in self.vars(lambda v: v.type.named or v.type.kind == "iface", assign=True) for m in v.type.methods
                 if m.pure or not self.pure]
        if not found:
            return None
        v, m = self.pick(found)
        name = "f%d" % self.fresh()
        self.risk = 0
        lines = ["%s := %s.%s" % (name, v.name, m.name)]
        if v.type.kind != "iface" and self.chance(0.4):
            lines += self.assignment(d) or []
        self.risk = 0
        call = "%s(%s)" % (name, self.arguments(m.params, 2, m.variadic))
        if len(m.results) == 1 and printable(m.results[0]):
            return lines + ["fmt.Println(%d, told(%s))" % (self.fresh(), call)]
        return lines + [call]

    # ---- goroutines

    def concurrent(self, d):
        """Goroutines whose work does not depend on their order."""
        return self.pick([self.workers, self.pipeline, self.selecting, self.locked])(d)

    def workers(self, d):
        t = self.pick(self.basic)
        out, n = "x%d" % self.fresh(), self.rng.randrange(1, 5)
        value = self.at_zero_risk(lambda: self.known(t, 2))
        lines = ["%s := make([]%s, %d)" % (out, t.text, n), "{", "\tvar wg sync.WaitGroup", "\tfor i := range %d {" % n, "\t\twg.Add(1)", "\t\tgo func() {",
                 "\t\t\tdefer wg.Done()", "\t\t\t%s[i] = %s" % (out, value), "\t\t}()", "\t}", "\twg.Wait()", "}"]
        self.declare(out, slice_of(t))
        return lines + ["_ = " + out]

    def pipeline(self, d):
        t, u = self.pick(self.basic), self.pick(self.basic)
        a, b, out = ("x%d" % self.fresh() for _ in range(3))
        size = self.pick(["", "", ", 1", ", 3"])
        values = [self.at_zero_risk(lambda: self.known(t, 2)) for _ in range(self.rng.randrange(1, 5))]
        self.push()
        self.declare("e", t)
        value = self.at_zero_risk(lambda: self.known(u, 2))
        self.pop()
        lines = ["%s, %s := make(chan %s%s), make(chan %s)" % (a, b, t.text, size, u.text), "go func() {", "\tdefer close(%s)" % a]
        lines += ["\t%s <- %s" % (a, value) for value in values]
        lines += ["}()", "go func() {", "\tfor e := range %s {" % a, "\t\t_ = e", "\t\t%s <- %s" % (b, value), "\t}", "\tclose(%s)" % b, "}()",
                  "var %s []%s" % (out, u.text), "for e := range %s {" % b, "\t%s = append(%s, e)" % (out, out), "}"]
        self.declare(out, slice_of(u))
        return lines + ["_ = " + out]

    def selecting(self, d):
        """A select of which one case is ready, or none."""
        t = self.pick(self.basic)
        c, n = "x%d" % self.fresh(), self.fresh()
        value = self.at_zero_risk(lambda: self.known(t, 2))
        ready = self.rng.randrange(4)
        lines = ["%s := make(chan %s, 1)" % (c, t.text)]
        if ready == 0:
            lines.append("%s <- %s" % (c, value))
        elif ready == 1:
            lines.append("close(%s)" % c)
        lines += ["select {", "case e, ok := <-%s:" % c, "\tfmt.Println(%d, told(e), ok)" % n]
        if ready == 2:
            lines += ["case <-after():", '\tfmt.Println(%d, "after")' % n, "}"]
        elif ready == 3:
            lines[-3:] = ["select {", "case %s <- %s:" % (c, value), "\tfmt.Println(%d, len(%s))" % (n, c), "case e := <-(chan int)(nil):", "\tfmt.Println(e)", "}"]
        else:
            lines += ["default:", '\tfmt.Println(%d, "default")' % n, "}"]
        return lines

    def locked(self, d):
        t = self.pick([t for t in self.basic if t.integer])
        total, n = "x%d" % self.fresh(), self.rng.randrange(1, 5)
        lines = ["var %s %s" % (total, t.text), "{", "\tvar mu sync.Mutex", "\tdone := make(chan bool)", "\tfor i := range %d {" % n,
                 "\t\tgo func() {", "\t\t\tmu.Lock()", "\t\t\tdefer mu.Unlock()", "\t\t\t%s += %s(i) * 3" % (total, t.text),
                 "\t\t\tgo func() { done <- true }()", "\t\t}()", "\t}", "\tfor range %d {" % n, "\t\t<-done", "\t}", "}"]
        self.declare(total, t)
        return lines + ["_ = " + total]
