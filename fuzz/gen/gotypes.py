"""The types of generated programs.

A type's text identifies it: two types of the same text are identical in the generated program.
"""


class Type:
    """A Go type. `kind` is that of its underlying type; a named type has the parts of its underlying type."""

    def __init__(self, kind, text, bits=0, elem=None, key=None, length=0, fields=(), params=(), results=(), named=False):
        self.kind, self.text, self.bits = kind, text, bits
        self.elem, self.key, self.length = elem, key, length
        self.fields = tuple(fields)  # of structs: (name, type, embedded)
        self.params, self.results = tuple(params), tuple(results)
        self.named = named
        self.methods = []  # of named types: Func, filled in when they are declared
        self.under = self  # of named types: the type that it was declared from

    def __repr__(self):
        return self.text

    def __eq__(self, other):
        return isinstance(other, Type) and self.text == other.text

    def __hash__(self):
        return hash(self.text)

    @property
    def integer(self):
        return self.kind in ("int", "uint")

    @property
    def numeric(self):
        return self.kind in ("int", "uint", "float", "complex")

    def least(self):
        return -(1 << (self.bits - 1)) if self.kind == "int" else 0

    def most(self):
        return (1 << (self.bits - 1)) - 1 if self.kind == "int" else (1 << self.bits) - 1

    def holds(self, n):
        return self.least() <= n <= self.most()


BOOL = Type("bool", "bool")
INTS = [Type("int", "int", 64)] + [Type("int", "int%d" % b, b) for b in (8, 16, 32, 64)]
UINTS = [Type("uint", "uint", 64)] + [Type("uint", "uint%d" % b, b) for b in (8, 16, 32, 64)] + [Type("uint", "uintptr", 64)]
INT, UINT, UINT8, INT32, INT64, UINT64 = INTS[0], UINTS[0], UINTS[1], INTS[3], INTS[4], UINTS[4]
FLOAT32, FLOAT64 = Type("float", "float32", 32), Type("float", "float64", 64)
FLOATS = [FLOAT32, FLOAT64]
COMPLEXES = [Type("complex", "complex64", 64), Type("complex", "complex128", 128)]
STRING = Type("string", "string")
ANY = Type("any", "any")
ERROR = Type("error", "error")
BASIC = [BOOL] + INTS + UINTS + FLOATS + COMPLEXES + [STRING]


def slice_of(elem):
    return Type("slice", "[]" + elem.text, elem=elem)


def array_of(n, elem):
    return Type("array", "[%d]%s" % (n, elem.text), elem=elem, length=n)


def map_of(key, elem):
    return Type("map", "map[%s]%s" % (key.text, elem.text), key=key, elem=elem)


def pointer_to(elem):
    return Type("ptr", "*" + elem.text, elem=elem)


def chan_of(elem):
    return Type("chan", "chan " + elem.text, elem=elem)


def func_of(params, results):
    text = "func(%s)" % ", ".join(p.text for p in params)
    if len(results) == 1:
        text += " " + results[0].text
    elif results:
        text += " (%s)" % ", ".join(r.text for r in results)
    return Type("func", text, params=params, results=results)


def struct_of(fields):
    parts = [t.text if embedded else "%s %s" % (name, t.text) for name, t, embedded in fields]
    return Type("struct", "struct{ %s }" % "; ".join(parts) if parts else "struct{}", fields=fields)


def named(name, under):
    t = Type(under.kind, name, under.bits, under.elem, under.key, under.length, under.fields, under.params, under.results,
             named=True)
    t.under = under
    return t


def comparable(t):
    """Whether == is allowed, cannot panic, and does not depend on where variables without size lie."""
    if t.kind in ("slice", "map", "func", "any", "error", "iface", "ptr"):
        return False
    if t.kind == "array":
        return comparable(t.elem)
    if t.kind == "struct":
        return all(comparable(f) for _, f, _ in t.fields)
    return True


def printable(t):
    """Whether what fmt prints does not depend on addresses."""
    if t.kind in ("ptr", "func", "chan"):
        return False
    if t.kind in ("array", "slice"):
        return printable(t.elem)
    if t.kind == "map":
        return printable(t.key) and printable(t.elem)
    if t.kind == "struct":
        return all(printable(f) for _, f, _ in t.fields)
    return True


def shares(t):
    """Whether a copy of the value shares memory with it."""
    if t.kind in ("slice", "map", "ptr", "func", "chan", "any", "iface", "error"):
        return True
    if t.kind == "array":
        return shares(t.elem)
    if t.kind == "struct":
        return any(shares(f) for _, f, _ in t.fields)
    return False
