"""Writes programs of a given number of lines: ordinary, varied code, the same for the same number.

A program is a row of sections, each a few declarations around one idea (a struct with methods, a map, a generic
function, closures, ...), whose names, sizes, operators and constants differ.  main calls one in twenty of them and prints
a sum, so that the program can be run and compared.
"""
import random
import re

OPERATORS = ["+", "-", "*", "^", "&", "|"]
NOUNS = ["account", "basket", "counter", "device", "entry", "field", "gauge", "header", "item", "job", "key", "ledger",
         "member", "node", "order", "packet", "queue", "record", "sample", "token", "user", "vertex", "window"]
VERBS = ["add", "apply", "build", "check", "drain", "expand", "fold", "gather", "join", "load", "merge", "pick", "reduce",
         "scan", "split", "sum", "trim", "update", "visit", "weigh"]


class Writer:
    """The sections.  Each gives its lines and the call that main may make, an expression of type int."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.number = 0

    def name(self, words):
        return "%s%d" % (self.random.choice(words), self.number)

    def value(self):
        return str(self.random.choice([1, 2, 3, 5, 7, 10, 12, 31, 64, 100, 255, 1000]))

    def arith(self, names, depth=2):
        """An expression of type int over the names."""
        if depth == 0 or self.random.random() < 0.2:
            return self.random.choice(names + [self.value()])
        left, right = self.arith(names, depth - 1), self.arith(names, depth - 1)
        return "(%s %s %s)" % (left, self.random.choice(OPERATORS), right)

    def steps(self, names, indent, most=5):
        """Statements that change the first of the names."""
        lines = []
        for _ in range(self.random.randint(2, most)):
            target, kind = names[0], self.random.randrange(4)
            if kind == 0:
                lines.append("%s%s = %s" % (indent, target, self.arith(names)))
            elif kind == 1:
                lines += ["%sif %s > %s {" % (indent, self.arith(names, 1), self.value()),
                          "%s\t%s -= %s" % (indent, target, self.arith(names, 1)), indent + "}"]
            elif kind == 2:
                lines += ["%sfor step := 0; step < %d; step++ {" % (indent, self.random.randint(2, 5)),
                          "%s\t%s += step ^ %s" % (indent, target, self.arith(names, 1)), indent + "}"]
            else:
                lines.append("%s%s %s= %s" % (indent, target, self.random.choice("+-^"), self.arith(names)))
        return lines

    def structs(self):
        t, m = self.name(NOUNS), self.random.sample(VERBS, 3)
        return ["type %s struct {" % t, "\tid, weight int", "\tlabel string", "\tparts []int", "}", "",
                "func (x *%s) %s(by int) int {" % (t, m[0]), "\ttotal := by"]\
            + self.steps(["total", "x.id", "by"], "\t")\
            + ["\tx.weight += total & 15", "\tx.parts = append(x.parts, total&7)", "\treturn total", "}", "",
               "func (x %s) %s() string { return x.label + strconv.Itoa(x.weight) }" % (t, m[1]), "",
               "func (x *%s) %s() (sum int) {" % (t, m[2]), "\tfor i, part := range x.parts {",
               "\t\tsum += part * (i + %s)" % self.value(), "\t}", "\treturn sum + len(x.%s())" % m[1], "}", "",
               "func use%d(n int) int {" % self.number,
               "\tx := &%s{id: n, label: \"%s\"}" % (t, t), "\tfor i := range %d {" % self.random.randint(2, 6),
               "\t\tx.%s(i)" % m[0], "\t}", "\treturn x.%s()" % m[2], "}", ""]

    def maps(self):
        f = self.name(VERBS)
        return ["func %s(words []string, n int) int {" % f, "\tcounts := map[string]int{\"%s\": n}" % self.name(NOUNS),
                "\tfor i, w := range words {", "\t\tif _, seen := counts[w]; !seen {",
                "\t\t\tcounts[w] = i + %s" % self.arith(["i", "n"]), "\t\t\tcontinue", "\t\t}", "\t\tcounts[w]++", "\t}",
                "\tkeys := make([]string, 0, len(counts))", "\tfor k := range counts {", "\t\tkeys = append(keys, k)", "\t}",
                "\tsort.Strings(keys)", "\ttotal := 0", "\tfor _, k := range keys {", "\t\ttotal += counts[k]&255 + len(k)",
                "\t}", "\treturn total", "}", "",
                "func use%d(n int) int { return %s([]string{\"a\", \"b\", \"%s\", \"a\"}, n) }"
                % (self.number, f, self.random.choice(NOUNS)), ""]

    def generics(self):
        f, g = self.name(VERBS), self.name(NOUNS)
        return ["type %s[K comparable, V any] struct {" % g, "\tkeys []K", "\tvalues map[K]V", "}", "",
                "func (x *%s[K, V]) put(k K, v V) {" % g, "\tif x.values == nil {", "\t\tx.values = map[K]V{}", "\t}",
                "\tif _, ok := x.values[k]; !ok {", "\t\tx.keys = append(x.keys, k)", "\t}", "\tx.values[k] = v", "}", "",
                "func %sEach[T, U any](in []T, change func(T) U) []U {" % f, "\tout := make([]U, 0, len(in))",
                "\tfor _, v := range in {", "\t\tout = append(out, change(v))", "\t}", "\treturn out", "}", "",
                "func use%d(n int) int {" % self.number, "\tvar x %s[int, string]" % g,
                "\tfor i, s := range %sEach([]int{n, %s, %s}, func(v int) string { return strconv.Itoa(%s) }) {"
                % (f, self.value(), self.value(), self.arith(["v", "n"])), "\t\tx.put(i, s)", "\t}",
                "\treturn len(x.keys) + len(x.values[%d])" % self.random.randrange(3), "}", ""]

    def closures(self):
        f = self.name(VERBS)
        return ["func %s(start int) (next func(int) int, reset func()) {" % f, "\tstate := start",
                "\tnext = func(by int) int {"] + self.steps(["state", "by", "start"], "\t\t")\
            + ["\t\treturn state", "\t}", "\treset = func() { state = %s }" % self.arith(["start"]), "\treturn next, reset", "}",
               "", "func use%d(n int) int {" % self.number, "\tnext, reset := %s(n)" % f, "\tdefer reset()",
               "\ttotal := 0", "\tfor i := range %d {" % self.random.randint(2, 5), "\t\ttotal += next(i) & 1023", "\t}",
               "\treturn total", "}", ""]

    def interfaces(self):
        i, m = self.name(NOUNS), self.random.choice(VERBS)
        lines = ["type %s interface {" % i, "\t%s(n int) int" % m, "\tString() string", "}", ""]
        variants = ["%s%s" % (i, v) for v in self.random.sample(["Plain", "Wide", "Deep", "Fast", "Small"], 3)]
        for v in variants:
            lines += ["type %s struct{ base int }" % v, "",
                      "func (x %s) %s(n int) int { return %s }" % (v, m, self.arith(["n", "x.base"], 3)),
                      "func (x %s) String() string   { return fmt.Sprintf(\"%s(%%d)\", x.base) }" % (v, v), ""]
        lines += ["func use%d(n int) int {" % self.number, "\ttotal := 0",
                  "\tfor _, x := range []%s{%s} {" % (i, ", ".join("%s{n + %s}" % (v, self.value()) for v in variants)),
                  "\t\tswitch y := x.(type) {", "\t\tcase %s:" % variants[0], "\t\t\ttotal += y.base",
                  "\t\tcase %s, %s:" % tuple(variants[1:]), "\t\t\ttotal += len(y.String())", "\t\t}",
                  "\t\ttotal += x.%s(n) & 1023" % m, "\t}", "\treturn total", "}", ""]
        return lines

    def states(self):
        t, names = self.name(NOUNS), self.random.sample(["Idle", "Open", "Busy", "Done", "Lost", "Held"], 4)
        constants = ["%s%s" % (t, n) for n in names]
        lines = ["type %s int" % t, "", "const (", "\t%s %s = iota + %s" % (constants[0], t, self.value())]
        lines += ["\t" + c for c in constants[1:]] + [")", "", "func (x %s) String() string {" % t, "\tswitch x {"]
        for c, n in zip(constants, names):
            lines += ["\tcase %s:" % c, "\t\treturn \"%s\"" % n.lower()]
        lines += ["\tdefault:", "\t\treturn \"%s(\" + strconv.Itoa(int(x)) + \")\"" % t, "\t}", "}", "",
                  "func use%d(n int) int {" % self.number, "\tx := %s" % constants[0], "\tlength := 0",
                  "\tfor i := 0; i < %d; i++ {" % self.random.randint(3, 7), "\t\tlength += len(x.String())",
                  "\t\tif %s%%2 == 0 {" % self.arith(["i", "n"]), "\t\t\tx++", "\t\t} else {",
                  "\t\t\tx = %s" % constants[2], "\t\t}", "\t}", "\treturn length", "}", ""]
        return lines

    def failures(self):
        f, e = self.name(VERBS), self.name(NOUNS)
        return ["type %sError struct{ at int }" % e, "",
                "func (x *%sError) Error() string { return \"%s: \" + strconv.Itoa(x.at) }" % (e, e), "",
                "func %s(n int) (result int, err error) {" % f, "\tif n < 0 {",
                "\t\treturn 0, errors.New(\"%s: below zero\")" % f, "\t}", "\tresult = n"] + self.steps(["result", "n"], "\t")\
            + ["\tif result%%%s == 1 {" % self.random.choice("3579"), "\t\treturn result, &%sError{n}" % e, "\t}",
               "\treturn result, nil", "}", "", "func use%d(n int) int {" % self.number, "\tv, err := %s(n)" % f,
               "\tvar at *%sError" % e, "\tif errors.As(err, &at) {", "\t\treturn at.at", "\t} else if err != nil {",
               "\t\treturn len(err.Error())", "\t}", "\treturn v & 4095", "}", ""]

    def texts(self):
        f = self.name(VERBS)
        return ["func %s(parts ...string) string {" % f, "\tvar b strings.Builder", "\tfor i, part := range parts {",
                "\t\tif i > 0 {", "\t\t\tb.WriteString(\"%s\")" % self.random.choice([", ", "; ", " - ", "/"]), "\t\t}",
                "\t\tif len(part) > %d {" % self.random.randint(2, 9),
                "\t\t\tb.WriteString(strings.ToUpper(part))", "\t\t} else {",
                "\t\t\tb.WriteString(part)", "\t\t}", "\t}", "\treturn b.String()", "}", "",
                "func use%d(n int) int {" % self.number,
                "\ts := %s(\"%s\", \"%s\", strconv.Itoa(n))" % (f, self.random.choice(NOUNS), self.random.choice(VERBS)),
                "\treturn len(s) + strings.Count(s, \"%s\")" % self.random.choice("aeiou"), "}", ""]

    def tables(self):
        f = self.name(VERBS)
        n = self.random.randint(3, 8)
        return ["var table%d = [...]int{%s}" % (self.number, ", ".join(self.value() for _ in range(n))), "",
                "func %s(rows [][]float64) (best float64) {" % f, "\tfor i, row := range rows {", "\t\tsum := 0.0",
                "\t\tfor j, v := range row {", "\t\t\tsum += v * float64(i*%s+j)" % self.value(), "\t\t}",
                "\t\tbest = max(best, sum/%s)" % self.value(), "\t}", "\treturn best", "}", "",
                "func use%d(n int) int {" % self.number, "\trows := make([][]float64, 3)", "\tfor i := range rows {",
                "\t\tfor _, v := range table%d {" % self.number, "\t\t\trows[i] = append(rows[i], float64(v+n&7))", "\t\t}",
                "\t}", "\treturn int(%s(rows)) & 4095" % f, "}", ""]

    def channels(self):
        f = self.name(VERBS)
        return ["func %s(n int, out chan<- int, wg *sync.WaitGroup) {" % f, "\tdefer wg.Done()", "\tv := n"]\
            + self.steps(["v", "n"], "\t", 3)\
            + ["\tout <- v & 255", "}", "", "func use%d(n int) int {" % self.number, "\tvar wg sync.WaitGroup",
               "\tout := make(chan int, %d)" % self.random.randint(0, 4), "\tfor i := range 3 {", "\t\twg.Add(1)",
               "\t\tgo %s(n+i, out, &wg)" % f, "\t}", "\tgo func() {", "\t\twg.Wait()", "\t\tclose(out)", "\t}()",
               "\ttotal := 0", "\tfor v := range out {", "\t\ttotal += v", "\t}", "\treturn total", "}", ""]


SECTIONS = [Writer.structs, Writer.maps, Writer.generics, Writer.closures, Writer.interfaces, Writer.states,
            Writer.failures, Writer.texts, Writer.tables, Writer.channels]


# What yaegi 0.14 cannot run.
NOT_PLAIN = {Writer.generics, Writer.failures, Writer.tables}


def program(lines, plain=False):
    """The text of a program of exactly `lines` lines; at least 1,000, so that every kind occurs.

    A `plain` one is Go as it was before type parameters with methods, `max` and loops over integers.
    """
    text = ordinary(lines, [s for s in SECTIONS if s not in NOT_PLAIN] if plain else SECTIONS, plain)
    return re.sub(r"for (\w+) := range (\d+) {", r"for \1 := 0; \1 < \2; \1++ {", text) if plain else text


def ordinary(lines, sections, plain):
    writer = Writer(lines)
    head = ["// A program of %d lines, written by bench/harness/generate.py." % lines, "package main", "", "import ("]
    head += ["\t\"%s\"" % p for p in ("errors", "fmt", "sort", "strconv", "strings", "sync") if not (plain and p == "errors")]
    head += [")", ""]
    body, called, kinds = [], [], list(sections)
    while True:
        if writer.number % len(kinds) == 0:
            writer.random.shuffle(kinds)
        section = kinds[writer.number % len(kinds)](writer)
        calls = called + [writer.number] if writer.number % 20 in (0, 3, 7) or writer.number < 10 else called
        if len(head) + len(body) + len(section) + len(calls) + 6 > lines:
            break
        body += section
        called = calls
        writer.number += 1
    main = ["func main() {", "\ttotal := 0"] + ["\ttotal += use%d(%d)" % (n, n % 17) for n in called]
    main += ["\tfmt.Println(total)", "}"]
    filler = ["// (to the round number)"] * (lines - len(head) - len(body) - len(main))
    return "\n".join(head + body + filler + main) + "\n"


if __name__ == "__main__":
    import sys
    if len(sys.argv) not in (2, 3) or not re.fullmatch(r"\d+", sys.argv[1]) or sys.argv[2:] not in ([], ["plain"]):
        sys.exit("usage: generate.py LINES [plain]")
    sys.stdout.write(program(int(sys.argv[1]), plain=len(sys.argv) == 3))
