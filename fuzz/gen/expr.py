"""Expressions of a wanted type.

What Go leaves open must not show. So a statement evaluates at most one thing that may panic or call a function of the
program (`self.risk`): which of two panics comes first, or whether a variable is read before or after a call in the same
expression, is not specified. Functions that may be called in expressions change nothing that their caller sees.
"""
import re

from .gotypes import ANY, BASIC, BOOL, COMPLEXES, FLOAT64, FLOATS, INT, INT32, INTS, STRING, UINT8, UINTS, comparable

PRIMARY, UNARY = 7, 6
PRECEDENCE = {"||": 1, "&&": 2, "==": 3, "!=": 3, "<": 3, "<=": 3, ">": 3, ">=": 3, "+": 4, "-": 4, "|": 4, "^": 4,
              "*": 5, "/": 5, "%": 5, "<<": 5, ">>": 5, "&": 5, "&^": 5}

STRINGS = ["", "a", "go", "hello, world", "\u00e4\u00f6", "\u65e5\u672c\u8a9e", "\\xff\\xfe", "a\\x00b", "\\U0001F600!",
           "tab\\tnew\\nline", "x=%d%%", "\\\"quoted\\\"", "  pad  ", "0123456789abcdef", "AbCdEf", "a,b,,c", "\\u2028"]


class E:
    """A generated expression. `const` is the value of a constant (True when it is one of no known value); `bare` is its
    text without a type, for places where the type is known."""

    def __init__(self, text, type, prec=PRIMARY, const=None, bare=None):
        self.text, self.type, self.prec, self.const, self.bare = text, type, prec, const, bare

    def at(self, prec):
        """The text as an operand of that precedence."""
        return self.text if self.prec >= prec else "(%s)" % self.text


class Var:
    def __init__(self, name, type, assign=True, own=True):
        self.name, self.type, self.assign, self.own = name, type, assign, own


def conversion(t, text):
    return ("(%s)(%s)" if t.kind in ("ptr", "func", "chan") and not t.named else "%s(%s)") % (t.text, text)


def header(text):
    """An expression where a body follows: a literal of a type's name needs parentheses there."""
    return "(%s)" % text if re.search(r"\b[A-Z]\w*(\[.*\])?\{", text) else text


def go_div(a, b):
    q = abs(a) // abs(b)
    return q if (a < 0) == (b < 0) else -q


class ExprGen:
    # ---- chance

    def chance(self, p):
        return self.rng.random() < p

    def pick(self, items):
        return self.rng.choice(items)

    def weighted(self, *options):
        """options: (weight, value)"""
        total = sum(w for w, _ in options)
        at = self.rng.random() * total
        for w, value in options:
            at -= w
            if at < 0:
                return value
        return options[-1][1]

    # ---- variables

    def vars(self, pred, assign=False):
        """Variables in scope, the innermost of each name."""
        seen, out = set(), []
        for level in range(len(self.scopes) - 1, -1, -1):
            for var in reversed(self.scopes[level]):
                if var.name in seen:
                    continue
                seen.add(var.name)
                if not pred(var):
                    continue
                if assign and (not var.assign or self.pure and level < self.base):
                    continue
                out.append(var)
        return out

    def var(self, t):
        found = self.vars(lambda v: v.type == t)
        return E(self.pick(found).name, t) if found else None

    # ---- the door

    def expr(self, t, d):
        if d <= 0 or self.chance(0.15):
            return self.leaf(t)
        made = getattr(self, "of_" + t.kind)(t, d)
        return made if made is not None else self.leaf(t)

    def typed(self, t, d):
        """The text of an expression where its type is not known from elsewhere."""
        return self.expr(t, d).text

    def known(self, t, d):
        """... and where it is."""
        e = self.expr(t, d)
        return e.bare if e.bare is not None and self.chance(0.6) else e.text

    def leaf(self, t):
        if self.chance(0.75):
            e = self.var(t) or self.field(t)
            if e is not None:
                return e
        return self.literal(t, 1)

    def field(self, t):
        """A field, promoted or not, or an element of an array variable."""
        found = []
        for v in self.vars(lambda v: v.type.kind in ("struct", "array")):
            if v.type.kind == "array" and v.type.elem == t:
                found.append("%s[%d]" % (v.name, self.rng.randrange(v.type.length)))
            elif v.type.kind == "struct":
                found += [v.name + "." + path for path, ft in self.paths(v.type) if ft == t]
        return E(self.pick(found), t) if found else None

    def paths(self, t):
        """Selectors of a struct: its fields, and one level below."""
        out = []
        for name, ft, embedded in t.fields:
            if name == "_":
                continue
            out.append((name, ft))
            if ft.kind == "struct":
                for n2, f2, _ in ft.fields:
                    if n2 == "_":
                        continue
                    out.append((name + "." + n2, f2))
                    if embedded and sum(n2 in [f[0] for f in e.fields] for n, e, emb in t.fields if emb) == 1 \
                            and n2 not in [f[0] for f in t.fields]:
                        out.append((n2, f2))
        return out

    def wrapped(self, e):
        """The same value, but no constant."""
        return E("v(%s)" % e.text, e.type) if e.const is not None else e

    # ---- literals

    def number(self, n):
        """The text of an integer constant."""
        sign, n = ("-", -n) if n < 0 else ("", n)
        form = self.rng.randrange(12)
        text = str(n)
        if form == 0:
            text = hex(n)
        elif form == 1:
            text = "0o%o" % n
        elif form == 2 and n < 1 << 16:
            text = bin(n)
        elif form == 3 and n >= 1000:
            text = "{:_}".format(n)
        elif form == 4 and 32 < n < 127 and chr(n) not in "'\\":
            text = "'%c'" % n
        return sign + text

    def some_int(self, t):
        r = self.rng.random()
        if r < 0.4:
            n = self.rng.randrange(0, 12)
        elif r < 0.55:
            n = self.pick([t.least(), t.most(), t.most() - 1, t.least() + 1])
        elif r < 0.75:
            n = (1 << self.rng.randrange(t.bits)) + self.rng.randrange(-1, 2)
        else:
            n = self.rng.randrange(t.least(), t.most() + 1)
        if t.kind == "int" and self.chance(0.3):
            n = -n
        return n if t.holds(n) else self.rng.randrange(0, 100)

    def int_const(self, t, n):
        text = self.number(n)
        return E(conversion(t, text), t, const=n, bare=text)

    def literal(self, t, d):
        k = t.kind
        if t.integer:
            return self.int_const(t, self.some_int(t))
        if k == "bool":
            text = self.pick(["true", "false"])
            return E(text if t == BOOL else conversion(t, text), t)
        if k == "float":
            text = self.pick(["0", "1", "0.1", "2.5", "1e10", "1e-7", "3.0000001", "16777217", "0x1p-3", ".5", "1_000.25",
                              "123456789.125", "-1", "-0.75", "7"] + (["1e300", "5e-324", "-1e-300"] if t.bits == 64 else []))
            return E(conversion(t, text), t, const=True, bare=text)
        if k == "complex":
            text = self.pick(["1", "1i", "2+3i", "0", "-1.5i", "0.1-0.2i", "1e3+1e-3i"])
            return E(conversion(t, text), t, const=True, bare="(%s)" % text if "+" in text or "-" in text else text)
        if k == "string":
            s = self.pick(STRINGS)
            text = '"%s"' % s if self.chance(0.9) or "\\" in s else "`%s`" % s
            return E(text if t == STRING else conversion(t, text), t, const=True, bare=text)
        if k == "struct":
            return self.struct_literal(t, d)
        if k == "array":
            n = self.rng.randrange(t.length + 1)
            parts = [self.known(t.elem, d - 1) for _ in range(n)]
            if n and self.chance(0.3):
                parts[-1] = "%d: %s" % (self.rng.randrange(n - 1, t.length), parts[-1])
            return E("%s{%s}" % (t.text, ", ".join(parts)), t)
        if k == "slice":
            if self.chance(0.1):
                return E(conversion(t, "nil"), t)
            parts = [self.known(t.elem, d - 1) for _ in range(self.rng.randrange(5))]
            if len(parts) > 1 and self.chance(0.1):
                parts[-1] = "%d: %s" % (len(parts) + 1, parts[-1])
            return E("%s{%s}" % (t.text, ", ".join(parts)), t)
        if k == "map":
            if self.chance(0.07):
                return E(conversion(t, "nil"), t)
            return E("%s{%s}" % (t.text, ", ".join("%s: %s" % (key, self.known(t.elem, d - 1)) for key in self.keys(t.key))), t)
        if k == "ptr":
            if t.elem.kind in ("struct", "array"):
                return E("&" + self.literal(t.elem, d).text, t, UNARY)
            return E("new(%s)" % t.elem.text, t)
        if k == "func":
            return E(self.func_literal(t, d), t)
        if k == "chan":
            return E("make(%s, 4)" % t.text, t)
        if k == "any":
            e = self.expr(self.pick(self.shown_types), d - 1)
            return E("any(%s)" % e.text, t)
        if k == "error":
            return E(self.pick(['errors.New("e%d")' % self.rng.randrange(9), "error(nil)", 'fmt.Errorf("wrap: %w", errors.New("in"))']), t)
        if k == "iface":
            return E(conversion(t, self.literal(self.pick(t.implementers), d).text), t)
        raise AssertionError(k)

    def keys(self, t):
        """Texts of keys that differ."""
        n = self.rng.randrange(4)
        if t.integer:
            return [self.number(k) for k in sorted({self.some_int(t) for _ in range(n)})]
        if t.kind == "string":
            return ['"%s"' % s for s in sorted(set(self.rng.choices(STRINGS, k=n)))]
        if t.kind == "bool":
            return self.pick([[], ["true"], ["true", "false"]])
        if t.kind in ("float", "complex"):
            return ["%d.5" % k for k in range(n)]
        if t.kind == "any":
            return self.pick([[], ["1"], ["1", '"a"', "2.5"], ["int8(1)", "int16(1)", "true"]])
        # Which of two equal keys counts, Go leaves open.
        return [self.literal(t, 0).text for _ in range(min(n, 1))]

    def struct_literal(self, t, d):
        # A blank field cannot be named.
        fields = [f for f in t.fields if f[0] != "_"]
        if len(fields) == len(t.fields) and self.chance(0.5):
            parts = [self.known(ft, d - 1) for _, ft, _ in fields]
        else:
            some = [f for f in fields if self.chance(0.7)]
            parts = ["%s: %s" % (name, self.known(ft, d - 1)) for name, ft, _ in some]
        return E("%s{%s}" % (t.text, ", ".join(parts)), t)

    # ---- operators

    def binary(self, op, a, b, t):
        """a op b, as texts of operands. An untyped constant may stand beside an operand that is no constant."""
        prec = PRECEDENCE[op]
        left, right = a, b
        if a.bare is not None and b.const is None and op not in ("<<", ">>") and self.chance(0.7):
            left = E(a.bare, a.type, UNARY if a.bare[0] not in "(" else PRIMARY)
        elif b.bare is not None and (a.const is None or op in ("<<", ">>")) and self.chance(0.7):
            right = E(b.bare, b.type, UNARY)
        l, r = left.at(prec), right.at(prec + 1)
        text = "%s %s %s" % (l, op, r)
        if self.chance(0.2) and r[0] not in "+-^&*<!":
            text = l + op + r
        return E(text, t, prec)

    def of_int(self, t, d):
        return self.pick_form(t, d, [
            (6, self.arithmetic), (3, self.converted), (1, self.negated), (1.5, self.length), (1, self.min_max),
            (1, self.from_float), (0.7, self.decoded)])

    of_uint = of_int

    def pick_form(self, t, d, forms):
        """One of the forms of the kind, or one that serves every type."""
        forms = list(forms) + [(0.8, self.element), (0.5, self.looked_up), (0.6, self.called), (0.3, self.asserted),
                               (0.2, self.identity), (0.3, self.pointed), (0.3, self.generic)]
        for _ in range(4):
            e = self.weighted(*forms)(t, d)
            if e is not None:
                return e
        return None

    def arithmetic(self, t, d):
        op = self.pick(["+", "-", "*", "+", "-", "*", "&", "|", "^", "&^", "/", "%", "<<", ">>", "<<", ">>"])
        a = self.expr(t, d - 1)
        if op in ("<<", ">>"):
            return self.shift(op, a, t, d)
        if op in "/%":
            if self.risky():
                b = self.expr(t, d - 1)
                b = self.wrapped(b) if b.const == 0 else b
            else:
                b = self.expr(t, d - 1)
                b = self.int_const(t, b.const | 1) if b.const is not None else E("%s | 1" % b.at(4), t, 4)
        else:
            b = self.expr(t, d - 1)
        if a.const is None or b.const is None:
            return self.binary(op, a, b, t)
        value = self.fold(op, a.const, b.const)
        if value is None or not t.holds(value):
            return self.binary(op, self.wrapped(a), b, t)
        e = self.binary(op, a, b, t)
        e.const = value
        return e

    def fold(self, op, a, b):
        return {"+": lambda: a + b, "-": lambda: a - b, "*": lambda: a * b, "&": lambda: a & b, "|": lambda: a | b,
                "^": lambda: a ^ b, "&^": lambda: a & ~b, "/": lambda: go_div(a, b) if b else None,
                "%": lambda: a - b * go_div(a, b) if b else None}[op]()

    def shift(self, op, a, t, d):
        if self.chance(0.5):
            n = self.rng.randrange(t.bits + 3)
            b = E(str(n), INT, const=n, bare=str(n))
        elif self.chance(0.25) and self.risky():
            b = self.wrapped(self.expr(self.pick(INTS), d - 1))
        else:
            b = self.wrapped(self.expr(self.pick(UINTS), d - 1))
        if a.const is not None and b.const is not None:
            value = a.const << b.const if op == "<<" else a.const >> b.const
            if not t.holds(value):
                return self.binary(op, self.wrapped(a), b, t)
            e = self.binary(op, a, b, t)
            e.const = value
            return e
        # A constant with a type, so that the shift has one.
        return self.binary(op, a, b, t)

    def negated(self, t, d):
        op = self.pick(["-", "^", "+"] if t.integer else ["-", "+"])
        e = self.wrapped(self.expr(t, d - 1))
        return E("%s%s" % (op, e.at(PRIMARY)), t, UNARY)

    def converted(self, t, d):
        """A conversion from another type of number."""
        source = self.pick([n for n in self.number_types if n.integer])
        if source == t:
            return None
        e = self.expr(source, d - 1)
        if e.const is not None and not (t.integer and t.holds(e.const)):
            e = self.wrapped(e)
        made = E(conversion(t, e.text), t)
        if e.const is not None and t.integer:
            made.const = e.const
        return made

    def from_float(self, t, d):
        if not t.integer:
            return None
        e = self.expr(self.pick(FLOATS), d - 1)
        return E(conversion(t, "f2i(float64(%s))" % e.text), t)

    def length(self, t, d):
        found = self.vars(lambda v: v.type.kind in ("string", "slice", "map") or v.type.kind == "array" and t == INT)
        if not found:
            return None
        v = self.pick(found)
        text = "len(%s)" % v.name
        if t == INT and v.type.kind == "array":
            # A constant.
            return E(text, t, const=v.type.length)
        return E(text if t == INT else conversion(t, text), t)

    def decoded(self, t, d):
        """A byte of a string or a rune of one."""
        s = self.expr(STRING, d - 1).text
        if t == UINT8:
            return E("byteAt(%s, %s)" % (s, self.typed(INT, d - 1)), t)
        if t == INT32:
            return E("runeAt(%s, %s)" % (s, self.typed(INT, d - 1)), t)
        return None

    def min_max(self, t, d):
        if t.kind == "float" or t.integer or t.kind == "string":
            args = [self.wrapped(self.expr(t, d - 1)) for _ in range(self.rng.randrange(1, 4))]
            return E("%s(%s)" % (self.pick(["min", "max"]), ", ".join(a.text for a in args)), t)
        return None

    def of_float(self, t, d):
        return self.pick_form(t, d, [(6, self.float_arithmetic), (2, self.float_converted), (1, self.negated), (0.7, self.min_max),
                                     (1, self.math), (0.5, self.part)])

    def float_arithmetic(self, t, d):
        op = self.pick("+-*/")
        a, b = self.expr(t, d - 1), self.expr(t, d - 1)
        if a.const is not None and b.const is not None:
            a = self.wrapped(a)
        return self.binary(op, a, b, t)

    def float_converted(self, t, d):
        e = self.wrapped(self.expr(self.pick([n for n in self.number_types if n.kind != "complex" and n != t]), d - 1))
        return E(conversion(t, e.text), t)

    def math(self, t, d):
        call = self.pick(["math.Sqrt(%s)", "math.Floor(%s)", "math.Abs(%s)", "math.Trunc(%s)", "math.Round(%s)", "math.Ceil(%s)"])
        e = self.expr(FLOAT64, d - 1)
        return E(call % e.text if t == FLOAT64 else conversion(t, call % e.text), t)

    def part(self, t, d):
        source = COMPLEXES[0 if t.bits == 32 else 1]
        text = "%s(%s)" % (self.pick(["real", "imag"]), self.wrapped(self.expr(source, d - 1)).text)
        return E(text if not t.named else conversion(t, text), t)

    def of_complex(self, t, d):
        def arithmetic(t, d):
            a, b = self.expr(t, d - 1), self.expr(t, d - 1)
            return self.binary(self.pick("+-*/"), self.wrapped(a) if b.const is not None else a, b, t)

        def built(t, d):
            ft = FLOATS[0 if t.bits == 64 else 1]
            text = "complex(%s, %s)" % (self.wrapped(self.expr(ft, d - 1)).text, self.wrapped(self.expr(ft, d - 1)).text)
            return E(text if not t.named else conversion(t, text), t)

        def converted(t, d):
            return E(conversion(t, self.wrapped(self.expr(self.pick(COMPLEXES), d - 1)).text), t)
        return self.pick_form(t, d, [(4, arithmetic), (2, built), (1, converted), (1, self.negated)])

    def of_bool(self, t, d):
        def logic(t, d):
            return self.binary(self.pick(["&&", "||"]), self.expr(t, d - 1), self.expr(t, d - 1), t)

        def inverted(t, d):
            return E("!" + self.expr(t, d - 1).at(PRIMARY), t, UNARY)

        def compared(t, d):
            kinds = BASIC + [s for s in self.types if comparable(s)]
            of = self.pick(kinds)
            ordered = of.integer or of.kind in ("float", "string")
            op = self.pick(["==", "!=", "<", "<=", ">", ">="] if ordered else ["==", "!="])
            a, b = self.expr(of, d - 1), self.expr(of, d - 1)
            if of.kind in ("float", "complex") and a.const is not None and b.const is not None:
                a = self.wrapped(a)
            e = self.binary(op, a, b, BOOL)
            return e if t == BOOL else E(conversion(t, e.text), t)

        def nil(t, d):
            found = self.vars(lambda v: v.type.kind in ("slice", "map", "any", "error", "iface"))
            if not found:
                return None
            e = E("%s %s nil" % (self.pick(found).name, self.pick(["==", "!="])), BOOL, 3)
            return e if t == BOOL else E(conversion(t, e.text), t)

        def text(t, d):
            e = E("strings.%s(%s, %s)" % (self.pick(["HasPrefix", "HasSuffix", "Contains"]), self.typed(STRING, d - 1),
                                          self.typed(STRING, d - 1)), BOOL)
            return e if t == BOOL else E(conversion(t, e.text), t)
        return self.pick_form(t, d, [(3, logic), (2, inverted), (6, compared), (1, nil), (0.5, text)])

    def of_string(self, t, d):
        def joined(t, d):
            a, b = self.expr(t, d - 1), self.expr(t, d - 1)
            e = self.binary("+", a, b, t)
            e.const = True if a.const is not None and b.const is not None else None
            return e

        def cut(t, d):
            s = self.wrapped(self.expr(t, d - 1)).at(PRIMARY)
            if self.risky():
                lo, hi = self.rng.randrange(4), self.rng.randrange(8)
                bounds = self.pick(["%d:" % lo, ":%d" % hi, "%d:%d" % (lo, lo + hi), "%s:" % self.index(d)])
                return E("%s[%s]" % (s, bounds), t)
            return E("sub(%s, %s, %s)" % (s, self.typed(INT, d - 1), self.typed(INT, d - 1)), t)

        def shown(t, d):
            of = self.pick(self.shown_types)
            verb = self.pick(["%v", "%v", "%+v", "%#v", "%T", "%x", "%q", "%d", "%6v", "%-6v|", "%08.3f", "%t", "%s", "%U", "%e", "%b"])
            if verb == "%#v" and of not in BASIC:
                verb = "%v"
            text = 'fmt.Sprintf("%s", %s)' % (verb, self.typed(of, d - 1))
            return E("clip(%s)" % text if t == STRING else conversion(t, "clip(%s)" % text), t)

        def made(t, d):
            text = self.weighted(
                (1, lambda: "strings.ToUpper(%s)" % self.typed(STRING, d - 1)),
                (1, lambda: "strings.Repeat(%s, %d)" % (self.typed(STRING, 0), self.rng.randrange(4))),
                (1, lambda: "strconv.Itoa(%s)" % self.typed(INT, d - 1)),
                (1, lambda: "strconv.Quote(%s)" % self.typed(STRING, d - 1)),
                (1, lambda: "strings.ReplaceAll(%s, %s, %s)" % (self.typed(STRING, d - 1), self.typed(STRING, 0), self.typed(STRING, 0))),
                (1, lambda: "string(rune(%s))" % self.wrapped(self.expr(INT32, d - 1)).text),
                (1, lambda: "string([]byte(%s))" % self.typed(STRING, d - 1)),
                (1, lambda: "string([]rune(%s))" % self.typed(STRING, d - 1)),
                (1, lambda: "strings.TrimSpace(%s)" % self.typed(STRING, d - 1)))()
            text = "clip(%s)" % text
            return E(text if t == STRING else conversion(t, text), t)
        return self.pick_form(t, d, [(4, joined), (2, cut), (2, shown), (2, made), (0.5, self.min_max)])

    # ---- forms that serve every type

    def risky(self):
        """Takes the statement's one risk, perhaps."""
        if self.risk > 0 and self.chance(0.5):
            self.risk -= 1
            return True
        return False

    def index(self, d):
        """An index that is often too large, and no constant."""
        return self.pick(["v(%d)" % self.rng.randrange(6), self.wrapped(self.expr(INT, d - 1)).text])

    def element(self, t, d):
        found = self.vars(lambda v: v.type.kind in ("slice", "array") and v.type.elem == t)
        if not found:
            return None
        v = self.pick(found)
        if self.risky():
            return E("%s[%s]" % (v.name, self.index(d)), t)
        if v.type.kind == "array":
            i = "uint(%s)%%%d" % (self.wrapped(self.expr(INT, d - 1)).text, v.type.length)
            return E("%s[%s]" % (v.name, i), t)
        return E("at(%s, %s)" % (v.name, self.known(INT, d - 1)), t)

    def looked_up(self, t, d):
        found = self.vars(lambda v: v.type.kind == "map" and v.type.elem == t)
        if not found:
            return None
        v = self.pick(found)
        return E("%s[%s]" % (v.name, self.known(v.type.key, d - 1)), t)

    def called(self, t, d):
        """A call of a function or method of the program, or of a function variable."""
        if not self.risky():
            return None
        self.risk = 0
        found = [f for f in self.funcs if f.pure and f.results == (t,)]
        methods = [(v, m) for v in self.vars(lambda v: v.type.named or v.type.kind == "iface")
                   for m in v.type.methods if m.pure and m.results == (t,)]
        values = self.vars(lambda v: v.type.kind == "func" and v.type.results == (t,) and not v.type.named)
        options = [(3, f) for f in found] + [(3, m) for m in methods] + [(2, v) for v in values]
        if not options:
            return E("func() %s { %s }()" % (t.text, "return " + self.known(t, d - 1)), t) if self.chance(0.3) else None
        chosen = self.weighted(*options)
        if isinstance(chosen, Var):
            return E("%s(%s)" % (chosen.name, self.arguments(chosen.type.params, d, False)), t)
        if isinstance(chosen, tuple):
            v, m = chosen
            if v.type.kind != "iface" and not m.pointer and self.chance(0.2):
                args = ", ".join(filter(None, [v.name, self.arguments(m.params, d, m.variadic)]))
                return E("%s.%s(%s)" % (v.type.text, m.name, args), t)
            return E("%s.%s(%s)" % (v.name, m.name, self.arguments(m.params, d, m.variadic)), t)
        return E("%s(%s)" % (chosen.name, self.arguments(chosen.params, d, chosen.variadic)), t)

    def arguments(self, params, d, variadic):
        args = [self.known(p, d - 1) for p in (params[:-1] if variadic else params)]
        if variadic:
            if self.chance(0.3):
                args.append(self.expr(params[-1], d - 1).text + "...")
            else:
                args += [self.known(params[-1].elem, d - 1) for _ in range(self.rng.randrange(4))]
        return ", ".join(args)

    def asserted(self, t, d):
        e = self.var(ANY)
        if e is None:
            return None
        if self.risky():
            return E("%s.(%s)" % (e.text, t.text), t)
        return E("as[%s](%s)" % (t.text, e.text), t)

    def identity(self, t, d):
        return E("v(%s)" % self.typed(t, d - 1), t)

    def pointed(self, t, d):
        """Through a pointer variable, which may be nil only where a risk is taken."""
        found = self.vars(lambda v: v.type.kind == "ptr" and v.type.elem == t)
        through = [(v, name) for v in self.vars(lambda v: v.type.kind == "ptr" and v.type.elem.kind == "struct")
                   for name, ft, _ in v.type.elem.fields if ft == t and name != "_"]
        if not (found or through) or not self.risky():
            return None
        if through and (not found or self.chance(0.5)):
            v, name = self.pick(through)
            return E("%s.%s" % (v.name, name), t)
        return E("*" + self.pick(found).name, t, UNARY)

    def generic(self, t, d):
        """A call of the generic functions of the prelude."""
        choice = self.rng.randrange(5)
        if choice == 0:
            return E("either(%s, %s, %s)" % (self.typed(BOOL, d - 1), self.typed(t, d - 1), self.known(t, d - 1)), t)
        if choice == 1:
            return E("Pair[%s, %s]{%s, %s}.%s()" % ((t.text, INT.text, self.known(t, d - 1), self.known(INT, d - 1), "Left")
                     if self.chance(0.5) else (STRING.text, t.text, self.known(STRING, d - 1), self.known(t, d - 1), "Right")), t)
        if choice == 2 and (t.integer or t.kind in ("float", "string")):
            return E("sum(%s)" % ", ".join(self.typed(t, d - 1) for _ in range(self.rng.randrange(1, 4))), t)
        if choice == 3:
            return E("last([]%s{%s})" % (t.text, ", ".join(self.known(t, d - 1) for _ in range(self.rng.randrange(3)))), t)
        if choice == 4 and t.numeric and t.kind != "complex":
            source = self.pick([n for n in self.number_types if n.integer or t.kind == "float" and n.kind == "float"])
            return E("cast[%s](%s)" % (t.text, self.typed(source, d - 1)), t)
        return None

    # ---- composite types

    def of_struct(self, t, d):
        return self.pick_form(t, d, [(4, self.literal), (1, lambda t, d: self.field(t))])

    def of_array(self, t, d):
        return self.pick_form(t, d, [(4, self.literal), (1, lambda t, d: self.field(t))])

    def of_slice(self, t, d):
        def appended(t, d):
            found = self.vars(lambda v: v.type == t)
            if not found:
                return None
            n = self.pick(found).name
            if self.chance(0.3):
                return E("append(%s[:len(%s):len(%s)], %s...)" % (n, n, n, self.expr(t, d - 1).text), t)
            new = ", ".join(self.known(t.elem, d - 1) for _ in range(self.rng.randrange(1, 4)))
            return E("append(%s[:len(%s):len(%s)], %s)" % (n, n, n, new), t)

        def cut(t, d):
            s = self.expr(t, d - 1).at(PRIMARY)
            if self.risky():
                lo, hi = self.rng.randrange(3), self.rng.randrange(4)
                return E("%s[%s]" % (self.pick_var(t) or s, self.pick(["%d:" % lo, ":%d" % hi, "%d:%d" % (lo, lo + hi),
                                                  "%d:%d:%d" % (lo, lo + hi, lo + hi + 1), ":%s" % self.index(d)])), t)
            return E("cut(%s, %s, %s)" % (s, self.known(INT, d - 1), self.known(INT, d - 1)), t)

        def made(t, d):
            if t.elem in (UINT8, INT32) and self.chance(0.7):
                # What the copy has room for beyond its length, Go leaves open.
                return E("slices.Clip(%s)" % conversion(t, self.typed(STRING, d - 1)), t)
            return E("make(%s, %d, %d)" % (t.text, self.rng.randrange(3), self.rng.randrange(3, 6)), t)

        def mapped(t, d):
            found = self.vars(lambda v: v.type.kind == "slice")
            if not found:
                return None
            v = self.pick(found)
            self.push()
            self.scopes[-1].append(Var("e", v.type.elem))
            save, self.risk = self.risk, 0
            body = self.known(t.elem, d - 1)
            self.risk = save
            self.pop()
            text = "mapped(%s, func(e %s) %s { return %s })" % (v.name, v.type.elem.text, t.elem.text, body)
            return E(text if not t.named else conversion(t, text), t)
        return self.pick_form(t, d, [(3, self.literal), (2, appended), (2, cut), (1, made), (1, mapped)])

    def pick_var(self, t):
        e = self.var(t)
        return e.text if e else None

    def of_map(self, t, d):
        return self.pick_form(t, d, [(3, self.literal), (0.5, lambda t, d: E("make(%s)" % t.text, t))])

    def of_ptr(self, t, d):
        def address(t, d):
            found = self.vars(lambda v: v.type == t.elem and v.assign, assign=True)
            return E("&" + self.pick(found).name, t, UNARY) if found and not self.pure else None

        def fresh(t, d):
            return E("new(%s)" % self.typed(t.elem, d - 1), t)
        return self.weighted((2, self.literal), (1, address), (1, fresh))(t, d)

    def of_func(self, t, d):
        return self.literal(t, d)

    def of_chan(self, t, d):
        return self.literal(t, d)

    def of_any(self, t, d):
        return self.literal(t, d)

    def of_error(self, t, d):
        return self.pick_form(t, d, [(3, self.literal)])

    def of_iface(self, t, d):
        return self.literal(t, d)
