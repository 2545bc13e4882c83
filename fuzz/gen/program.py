"""Whole programs."""
import random
import re

from .generics import GENERIC_PRELUDE
from .gotypes import (ANY, BASIC, BOOL, COMPLEXES, ERROR, FLOATS, INT, INTS, STRING, UINTS, Type, array_of, comparable, func_of,
                      map_of, named, pointer_to, printable, shares, slice_of, struct_of)
from .aliases import ALIAS_PRELUDE
from .bulk import BULK_PRELUDE
from .expr import Var, conversion
from .flow import MAZE_PRELUDE
from .locks import LOCK_PRELUDE
from .library import LIBRARY_PRELUDE
from .prelude import PRELUDE
from .shapes import SHAPE_PRELUDE
from .stmt import Func, StmtGen

PACKAGES = ["bufio", "bytes", "cmp", "encoding/base64", "encoding/binary", "encoding/hex", "errors", "fmt", "hash/crc32", "html", "iter", "maps", "math",
            "math/bits", "math/cmplx", "net/url", "os", "path", "runtime", "slices", "sort", "strconv", "strings", "sync", "time", "unicode",
            "unicode/utf8"]


class Generator(StmtGen):
    def __init__(self, seed):
        self.rng = random.Random(seed)
        self.count = 0
        self.scopes, self.pure, self.base, self.risk = [[]], False, 0, 0
        self.around, self.used, self.counters, self.own, self.returns, self.holds = [], set(), [], False, False, False
        self.results, self.result_names, self.labels, self.loops, self.switches = (), [], [], 0, 0
        self.funcs, self.types, self.named, self.shapes = [], [], [], []
        self.basic = list(BASIC)
        self.unsigned = list(UINTS)
        self.number_types = INTS + UINTS + FLOATS + COMPLEXES
        self.shown_types = list(BASIC)
        self.lines = []

    def program(self, units=4, fuel=1500):
        """The text of a program."""
        self.make_types()
        self.make_shapes()
        self.make_globals()
        for _ in range(self.rng.randrange(2, 7)):
            self.make_func()
        self.make_consts()
        names = []
        for i in range(units):
            name = "unit%d" % (i + 1)
            sig, body = self.fn([], [], 3, pure=False, n=self.rng.randrange(4, 10))
            shown = self.globals_shown()
            self.lines += ["", "func %s%s {" % (name, sig)] + body[3:] + shown + ["}"]
            names.append(name)
        main = ["", "func main() {", self.consts]
        main += ['\tunit("%s", %s)' % (n, n) for n in names]
        end = self.rng.random()
        if end < 0.25:
            main += ["\tfuel = %d" % fuel, "\t%s()" % self.pick(names)]
        elif end < 0.3:
            main += ["\tos.Exit(%d)" % self.rng.randrange(1, 100)]
        elif end < 0.35:
            main += ["\tpanic(%s)" % self.typed(self.pick(self.shown_types), 2)]
        main.append("}")
        body = PRELUDE.replace("%(fuel)d", str(fuel)) + MAZE_PRELUDE + SHAPE_PRELUDE + GENERIC_PRELUDE + LIBRARY_PRELUDE + BULK_PRELUDE + ALIAS_PRELUDE + LOCK_PRELUDE + "\n".join(self.lines + main) + "\n"
        named_packages = set(re.findall(r"\b(\w+)\.", body))
        used = [p for p in PACKAGES if p.split("/")[-1] in named_packages]
        return "package main\n\nimport (\n%s\n)\n%s" % ("\n".join('\t"%s"' % p for p in used), body)

    def globals_shown(self):
        names = [v.name for v in self.scopes[0] if printable(v.type)]
        return ["\tfmt.Println(%s)" % ", ".join(names)] if names else []

    # ---- declarations

    def component(self):
        """A type to build others from."""
        return self.weighted((6, lambda: self.pick(self.basic)), (3, lambda: self.pick(self.types or self.basic)))()

    def key(self):
        return self.pick([t for t in self.basic + self.types if comparable(t) and printable(t) and t.kind not in ("float", "complex")])

    def make_types(self):
        rng = self.rng
        for _ in range(rng.randrange(3, 6)):
            self.add_type(self.composite())
        for _ in range(rng.randrange(3, 7)):
            under = self.weighted((4, lambda: self.pick(BASIC)), (4, self.struct), (2, self.composite))()
            if under.kind in ("ptr", "func", "any", "iface"):
                under = self.struct()
            name = "T%d" % self.fresh()
            t = named(name, under)
            self.lines.append("type %s %s" % (name, under.text))
            self.add_type(t)
            self.named.append(t)
            if under in BASIC:
                self.basic.append(t)
                if under.integer or under.kind == "float":
                    self.number_types.append(t)
                if under.kind == "uint":
                    self.unsigned.append(t)
            if self.chance(0.7):
                self.make_methods(t)
        for _ in range(rng.randrange(2, 5)):
            self.add_type(self.composite())
        self.make_interface()
        for t in [ANY, ERROR] + [pointer_to(t) for t in self.named if t.kind == "struct"]:
            self.types.append(t)
        for _ in range(2):
            params = [self.component() for _ in range(rng.randrange(3))]
            self.types.append(func_of(params, [self.component()]))

    def add_type(self, t):
        self.types.append(t)
        if printable(t):
            self.shown_types.append(t)

    def composite(self):
        kind = self.rng.randrange(5)
        if kind == 0:
            return array_of(self.rng.randrange(1, 5), self.component())
        if kind in (1, 2):
            return slice_of(self.component())
        if kind == 3:
            return map_of(self.key(), self.component())
        return self.struct() if self.chance(0.5) else slice_of(self.component())

    def struct(self):
        fields = []
        embeddable = [t for t in self.named if t.kind != "iface" and t.kind != "ptr"]
        for i in range(self.rng.randrange(0, 5)):
            if embeddable and self.chance(0.25):
                t = self.pick(embeddable)
                if all(t.text != f[0] for f in fields):
                    fields.append((t.text, t, True))
                continue
            name = "_" if self.chance(0.05) else self.pick(["a", "b", "c", "d", "F"]) + str(i)
            fields.append((name, self.component(), False))
        return struct_of(fields)

    def make_methods(self, t):
        """Methods of a named type; sometimes the ones that fmt knows."""
        if self.chance(0.3):
            kind = self.pick(["String", "Error"])
            self.lines.append('func (t %s) %s() string { return "%s!" + told(%s) }' % (
                t.text, kind, t.text, self.plain_part(t)))
        for _ in range(self.rng.randrange(1, 3)):
            pointer = self.chance(0.4)
            params = [self.component() for _ in range(self.rng.randrange(3))]
            results = [self.component()] if self.chance(0.8) else []
            name = "M%d" % self.fresh()
            save, self.scopes = self.scopes, [[]]
            self.scopes[0].append(Var("t", t, own=False))
            sig, body = self.fn(params, results, 1, pure=not pointer)
            self.scopes = save
            if pointer:
                # The receiver is a pointer in the body.
                body = ["\tt := *q", "\t_ = t"] + body + [] if results else ["\tt := *q", "\t_ = t"] + body + ["\t*q = t"]
                self.lines += ["", "func (q *%s) %s%s {" % (t.text, name, sig)] + body + ["}"]
            else:
                self.lines += ["", "func (t %s) %s%s {" % (t.text, name, sig)] + body + ["}"]
            t.methods.append(Func(name, params, results, not pointer, pointer=pointer))

    def plain_part(self, t):
        """Something of a receiver that does not call the method again."""
        if t.kind == "struct":
            plain = [name for name, ft, _ in t.fields if not ft.named and ft in BASIC and name != "_"]
            return "t." + self.pick(plain) if plain else "0"
        if t.kind in ("array", "slice", "map"):
            return "len(t)"
        return conversion(t.under, "t")

    def make_interface(self):
        """An interface with implementations made for it."""
        params, results = [self.component() for _ in range(self.rng.randrange(2))], [self.pick(self.basic)]
        iface = Type("iface", "I%d" % self.fresh(), named=True)
        method = Func("Do%d" % self.fresh(), params, results, True)
        iface.methods = [method]
        iface.implementers = []
        self.lines.append("type %s interface{ %s(%s) %s }" % (iface.text, method.name, ", ".join(p.text for p in params), results[0].text))
        for _ in range(self.rng.randrange(1, 4)):
            under = self.weighted((1, lambda: self.pick(BASIC)), (1, self.struct))()
            t = named("T%d" % self.fresh(), under)
            self.lines.append("type %s %s" % (t.text, under.text))
            pointer = under.kind == "struct" and self.chance(0.3)
            save, self.scopes = self.scopes, [[]]
            self.scopes[0].append(Var("t", t, own=False))
            sig, body = self.fn(params, results, 1, pure=True)
            self.scopes = save
            if pointer:
                self.lines += ["", "func (q *%s) %s%s {" % (t.text, method.name, sig), "\tt := *q", "\t_ = t"] + body + ["}"]
                iface.implementers.append(pointer_to(t))
            else:
                self.lines += ["", "func (t %s) %s%s {" % (t.text, method.name, sig)] + body + ["}"]
                iface.implementers.append(t)
                t.methods.append(method)
                self.add_type(t)
        self.types.append(iface)

    def make_globals(self):
        for _ in range(self.rng.randrange(2, 6)):
            t = self.some_type()
            if t.kind in ("ptr", "func", "chan", "iface"):
                continue
            name = "G%d" % self.fresh()
            save, self.scopes = self.scopes, [[]]
            value = self.literal(t, 1)
            self.scopes = save
            self.lines.append("var %s %s = %s" % (name, t.text, value.text) if self.chance(0.7) else "var %s %s" % (name, t.text))
            self.scopes[0].append(Var(name, t))

    def make_consts(self):
        """A block of constants that count, and large ones that are used reduced."""
        t = self.pick([t for t in self.basic if t.integer])
        name = "C%d" % self.fresh()
        big = self.rng.getrandbits(200)
        self.lines += ["const (", "\t%sa %s = iota * 3" % (name, t.text), "\t%sb" % name, "\t_", "\t%sc" % name, "\t%sbig = %d" % (name, big),
                       "\t%sd = %sbig %s %d %% %d" % (name, name, self.pick(["+", "-", "*", "/", "^", "&^"]), self.rng.getrandbits(70) | 1,
                                                      self.rng.randrange(1, 1 << 40)), ")"]
        self.consts = "\tfmt.Println(%sa, %sb, %sc, %sd>>190)" % (name, name, name, name)

    def make_func(self):
        pure = self.chance(0.6)
        params = [self.some_type() for _ in range(self.rng.randrange(4))]
        params = [p for p in params if p.kind != "chan"]
        results = [self.some_type() for _ in range(self.weighted((1, 0), (5, 1), (1, 2)))]
        variadic = self.chance(0.15)
        if variadic:
            params.append(slice_of(self.component()))
        if self.chance(0.25):
            return self.make_generic()
        name = "F%d" % self.fresh()
        sig, body = self.fn(params, results, 2, pure=pure, variadic=variadic)
        self.lines += ["", "func %s%s {" % (name, sig)] + body + ["}"]
        self.funcs.append(Func(name, params, results, pure, variadic))

    def make_generic(self):
        """A function over types of numbers: arithmetic and conversions are those of the arguments' types."""
        name = "F%d" % self.fresh()
        ops = ["+", "-", "*", "&", "|", "^", "&^"]
        lines = ["", "func %s[A, B ints](a A, b B) (r A) {" % name]
        lines += ["\tx, y := a, b"]
        for _ in range(self.rng.randrange(2, 6)):
            lines.append("\t" + self.pick([
                "x = x %s A(y)" % self.pick(ops), "y = B(x) %s y" % self.pick(ops), "x <<= uint(y) %% %d" % self.rng.randrange(1, 70),
                "y >>= uint(x) & %d" % self.rng.choice([1, 7, 15, 127]), "x ^= A(int8(y))", "y += B(uint16(x))",
                "if x > A(b) {\n\t\tx -= 3\n\t}", "x = -x / (A(y) | 1)", "y = ^y % (B(a) | 1)", "x += A(len(fmt.Sprint(y)))",
                "r += x", "x, y = A(y), B(x)", "x = max(x, A(y), a)"]))
        lines += ["\tfmt.Println(x, y)", "\treturn r + x", "}"]
        self.lines += lines
        integers = [t for t in self.basic if t.integer]
        for _ in range(2):
            a, b = self.pick(integers), self.pick(integers)
            self.funcs.append(Func("%s[%s, %s]" % (name, a.text, b.text), [a, b], [a], True))


def generate(seed, **options):
    return Generator(seed).program(**options)
