"""Calls of the library, the verbs of fmt, big constants, and maps whose keys may not be hashed."""
import functools
from fractions import Fraction

from .gotypes import BASIC, FLOAT64, INT, STRING

# What a call may be made of: S a string, B bytes, I a small int, N any int, F a float, R a rune, L strings, Q ints, U a uint64.
CALLS = """strings.Fields(S) strings.Split(S, S) strings.SplitN(S, S, I) strings.SplitAfter(S, S) strings.SplitAfterN(S, S, I) strings.Join(L, S)
strings.Title(S) strings.ToTitle(S) strings.ToLower(S) strings.ToUpper(S) strings.Trim(S, S) strings.TrimLeft(S, S) strings.TrimRight(S, S)
strings.TrimPrefix(S, S) strings.TrimSuffix(S, S) strings.Index(S, S) strings.LastIndex(S, S) strings.IndexByte(S, byte(R)) strings.IndexRune(S, R)
strings.IndexAny(S, S) strings.LastIndexAny(S, S) strings.Count(S, S) strings.EqualFold(S, S) strings.Compare(S, S) strings.ContainsAny(S, S)
strings.ContainsRune(S, R) strings.Replace(S, S, S, I) strings.ReplaceAll(S, S, S) strings.Map(unicode.ToUpper, S) strings.ToValidUTF8(S, S)
strings.TrimFunc(S, unicode.IsLetter) strings.IndexFunc(S, unicode.IsDigit) strings.FieldsFunc(S, unicode.IsPunct) strings.Cut(S, S)
strings.CutPrefix(S, S) strings.NewReplacer(S, S, S, S).Replace(S) strings.Repeat(S, I) strings.TrimLeftFunc(S, unicode.IsSpace)
slices.Collect(strings.SplitSeq(S, S)) slices.Collect(strings.FieldsSeq(S)) slices.Collect(strings.Lines(S))
bytes.Equal(B, B) bytes.Compare(B, B) bytes.Split(B, B) bytes.Fields(B) bytes.TrimSpace(B) bytes.ToUpper(B) bytes.Index(B, B) bytes.Count(B, B)
bytes.Runes(B) bytes.Title(B) bytes.ReplaceAll(B, B, B) bytes.EqualFold(B, B) bytes.ContainsAny(B, S) bytes.Join([][]byte{B, B}, B) bytes.ToValidUTF8(B, B)
strconv.Atoi(D) strconv.ParseInt(D, I, 8*I) strconv.ParseUint(D, 0, 64) strconv.ParseFloat(D, 64) strconv.ParseFloat(D, 32) strconv.ParseBool(D)
strconv.Quote(S) strconv.QuoteToASCII(S) strconv.QuoteRune(R) strconv.Unquote(D) strconv.FormatInt(int64(N), 2+I) strconv.FormatUint(U, 36)
strconv.FormatFloat(F, 'g', I-1, 64) strconv.FormatFloat(F, 'e', I, 32) strconv.FormatFloat(F, 'f', I, 64) strconv.FormatFloat(F, 'x', -1, 64)
strconv.FormatFloat(F, 'G', -1, 32) strconv.FormatFloat(F, 'b', -1, 64) strconv.AppendQuote(B, S) strconv.IsPrint(R) strconv.CanBackquote(S)
strconv.ParseComplex(D, 128) strconv.UnquoteChar(S, byte(34)) strconv.QuotedPrefix(D) strconv.QuoteToGraphic(S)
utf8.RuneCountInString(S) utf8.DecodeRuneInString(S) utf8.DecodeLastRuneInString(S) utf8.ValidString(S) utf8.RuneLen(R) utf8.AppendRune(B, R)
utf8.FullRune(B) unicode.IsUpper(R) unicode.ToLower(R) unicode.SimpleFold(R) unicode.IsSpace(R) unicode.IsPrint(R) unicode.Is(unicode.Latin, R)
bits.Len64(U) bits.OnesCount64(U) bits.LeadingZeros64(U) bits.TrailingZeros64(U) bits.Reverse64(U) bits.ReverseBytes64(U) bits.RotateLeft64(U, I)
bits.Mul64(U, U) bits.Add64(U, U, 1) bits.Sub64(U, U, 0) bits.Div64(0, U, U|1) bits.Len(uint(I)) bits.RotateLeft8(uint8(v(uint64(U))), N)
math.Float64bits(F) math.Float32bits(float32(F)) math.Modf(F) math.Frexp(F) math.Ldexp(F, I) math.Copysign(F, F) math.Signbit(F) math.IsNaN(F)
math.Hypot(F, F) math.Mod(F, F) math.Remainder(F, F) math.RoundToEven(F) math.Cbrt(F) math.Pow(F, float64(I)) math.Max(F, F) math.Min(F, F) math.Dim(F, F)
math.Nextafter(F, F) math.FMA(F, F, F) math.Log2(F) math.Logb(F) math.Ilogb(F) math.Inf(I) math.Gamma(F)
slices.Index(Q, I) slices.Contains(L, S) slices.Reverse(Q) slices.Compact(Q) slices.Sorted(slices.Values(Q)) slices.BinarySearch(Q, I) slices.Max(Q)
slices.Min(L) slices.Equal(Q, Q) slices.Compare(Q, Q) slices.Insert(Q, I, N, N) slices.Delete(Q, I, I) slices.Replace(Q, I, I, N) slices.Repeat(Q, I)
slices.Concat(Q, Q) slices.Collect(slices.Chunk(Q, I)) slices.Clone(L) slices.IsSorted(Q) slices.Grow(Q, I)[:0] slices.ContainsFunc(L, utf8.ValidString)
slices.SortedFunc(slices.Values(L), strings.Compare) slices.DeleteFunc(Q, func(i int)bool{return(i&1==0)}) slices.EqualFunc(Q, L, func(int,string)bool{return(true)})
slices.Collect(slices.Values(Q)) maps.Collect(slices.All(L)) slices.Sorted(maps.Keys(map[string]int{S:1,"q":2})) sort.SearchInts(Q, I) sort.StringsAreSorted(L)
sort.Reverse(sort.IntSlice(Q)).Less(0, 1) sort.Search(I, func(i int)bool{return(i>2)}) cmp.Compare(F, F) cmp.Less(S, S) cmp.Or(S, S, "z") cmp.Or(I, N)
errors.Is(fmt.Errorf("a: %w", strconv.ErrSyntax), strconv.ErrSyntax) errors.Join(errors.New(S), nil, errors.New(S)) fmt.Append(B, N, S, F)
fmt.Sprint(S, N, F, nil, S, S) fmt.Sprintln(S, N) fmt.Sprintf(S, N, S) fmt.Sprint(L, Q, B) html.EscapeString(S) html.UnescapeString(S) path.Clean(S) path.Join(S, S)
path.Match(S, S) path.Base(S) path.Ext(S) hex.EncodeToString(B) hex.DecodeString(S) base64.StdEncoding.EncodeToString(B) base64.URLEncoding.DecodeString(S)
crc32.ChecksumIEEE(B) binary.BigEndian.Uint32(B) binary.LittleEndian.AppendUint16(B, uint16(N)) url.QueryEscape(S) url.PathEscape(S) url.QueryUnescape(S)
cmplx.Abs(complex(F, F)) cmplx.IsNaN(complex(F, 1)) real(complex(F, F) * complex(F, F)) strings.NewReader(S).Len() bytes.NewBufferString(S).Next(I)
time.Duration(N).String() time.Duration(N).Round(time.Duration(I)) time.Duration(U>>1).Truncate(time.Hour) time.ParseDuration(D) time.Duration(N).Hours()
time.Unix(int64(N>>28), int64(I)).UTC() time.Unix(int64(N>>30), 0).UTC().Format(time.RFC1123) time.Unix(int64(N>>30), 0).UTC().Weekday() time.Unix(int64(N>>31), 0).UTC().ISOWeek()
time.Unix(int64(N>>30), 0).UTC().AddDate(0, I, -I).Format("Mon Jan _2 2006 15:04:05.000 PM") time.Parse("2006-01-02", D)
bufio.ScanWords(B, true) bufio.ScanLines(B, false) bufio.ScanRunes(B, true) scanned(S, bufio.ScanWords) scanned(S, bufio.ScanLines) scanned(S, bufio.ScanRunes)
fmt.Sscan(D, new(int)) fmt.Sscanf(D, "%d,%d", new(int), new(int)) read(S, '\\n') read(S, byte(R))"""

NUMBERS = ["12", "-7", "0x1F", "1e3", "1_000", " 5", "9223372036854775808", "-0", "NaN", "inf", "true", "1.5e-320", "0b101", "07", "\\\"x\\\"", "'a'", "1h2m3.5s",
           "3,4", "2024-02-30", "2023-11-05", ".5", "0x1p-2", "1+2i", "+9", "", "255", "256", "T", "-1.5us", "`raw`"]

LIBRARY_PRELUDE = '''
func scanned(s string, f bufio.SplitFunc) (out []string) {
	b := bufio.NewScanner(strings.NewReader(s))
	b.Split(f)
	for b.Scan() {
		out = append(out, b.Text())
	}
	return
}

func read(s string, end byte) string {
	r, out := bufio.NewReaderSize(strings.NewReader(s), 16), ""
	for {
		text, err := r.ReadString(end)
		out += fmt.Sprintf("%q ", text)
		if err != nil {
			return out + err.Error()
		}
		if c, n, err := r.ReadRune(); err == nil && c > 'k' {
			out += fmt.Sprint(n, r.UnreadRune() == nil, r.Buffered())
		}
	}
}

func all(xs ...any) (s string) {
	for i, x := range xs {
		if err, ok := x.(error); ok {
			x = "error: " + err.Error()
		}
		s += fmt.Sprint(i, ":") + fmt.Sprintf("%v %q", x, x)
	}
	if len(s) > 300 {
		s = s[:300]
	}
	return s
}
'''


def plain(t):
    """Whether no address can show, whatever the verb."""
    if t.kind in ("ptr", "func", "chan", "any", "iface", "error"):
        return False
    if t.kind == "map":
        return plain(t.key) and plain(t.elem)
    if t.kind in ("array", "slice"):
        return plain(t.elem)
    return all(plain(f) for _, f, _ in t.fields)


class Library:
    """Forms for StmtGen."""

    def in_recover(self, lines):
        return ["func() {", "\tdefer func() {", "\t\tif e := recover(); e != nil {", "\t\t\tfmt.Println(%d, told(e))" % self.fresh(), "\t\t}", "\t}()"] + \
            ["\t" + line for line in lines] + ["}()"]

    # ---- calls

    def argument(self, what):
        rng = self.rng
        if what == "S":
            if self.chance(0.3):
                return self.at_zero_risk(lambda: "clip(string(%s))" % self.typed(STRING, 2))
            return '"%s"' % "".join(self.pick(["a", "b", ",", " ", "\u00e9", "\\xff", "A", "1", "\\n", "\\t", "\u65e5", "%", "d", "\\xe6\\x97", "z", "\\u0130", "/", ".",
                                               "&lt;", "\\u2028", "\\U0001F600"]) for _ in range(rng.randrange(8)))
        if what == "B":
            return "[]byte(%s)" % self.argument("S")
        if what == "D":
            return '"%s"' % self.pick(NUMBERS) if self.chance(0.7) else "strconv.Itoa(%s)" % self.argument("N")
        if what == "I":
            return str(rng.randrange(8)) if self.chance(0.8) else "v(%d)" % rng.randrange(-2, 6)
        if what == "N":
            return self.at_zero_risk(lambda: self.wrapped(self.expr(INT, 2)).text)
        if what == "U":
            return self.pick(["uint64(%s)" % hex(rng.getrandbits(64)), "uint64(%s)" % hex(rng.getrandbits(20)), "1<<%d" % rng.randrange(64), "0"])
        if what == "F":
            return self.at_zero_risk(lambda: self.wrapped(self.expr(FLOAT64, 2)).text)
        if what == "R":
            return self.pick(["'a'", "'Z'", "'\u00df'", "'\\n'", "'\u65e5'", "'\\u200b'", "'9'", "v(rune(-1))", "v(rune(0x110000))", "'\\U0001F600'", "'\\u01c5'"])
        if what == "L":
            return "[]string{%s}" % ", ".join(self.argument("S") for _ in range(rng.randrange(4)))
        return "[]int{%s}" % ", ".join(str(rng.randrange(5)) for _ in range(rng.randrange(6)))

    def library_call(self, d):
        lines = []
        for _ in range(self.rng.randrange(1, 4)):
            call = self.pick(self.calls())
            text = ""
            for i, c in enumerate(call):
                word = c.isalpha() and not (i and (call[i - 1].isalnum() or call[i - 1] in "._%'\"")) and not (i + 1 < len(call) and (call[i + 1].isalnum() or call[i + 1] == "."))
                byte = "byte(R)" == call[max(i - 5, 0):i + 2]
                text += ("'%s'" % self.pick("ab,1 ") if byte else self.argument(c)) if word and c in "SBDINUFRLQ" else c
            lines.append("fmt.Println(%d, all(%s))" % (self.fresh(), text) if "slices.Reverse" not in call else
                         "%s; fmt.Println(%d)" % (text, self.fresh()))
        return self.in_recover(lines)

    @staticmethod
    @functools.cache
    def calls():
        """The rows of CALLS: one ends where its brackets are closed and a space or line ends."""
        found, at, depth, quoted = [], "", 0, False
        for c in CALLS + "\n":
            if c == '"':
                quoted = not quoted
            if not quoted:
                depth += (c in "([{") - (c in ")]}")
            if c in " \n" and depth == 0 and not quoted and not at.endswith("func"):
                if at:
                    found.append(at)
                at = ""
            else:
                at += c
        return found

    # ---- fmt

    def verbs(self, d):
        """One value under several verbs with flags, width and precision."""
        t = self.pick([t for t in self.shown_types if plain(t)])
        value = self.at_zero_risk(lambda: self.typed(t, 3))
        forms = []
        for _ in range(self.rng.randrange(1, 5)):
            flags = "".join(f for f in "+-# 0" if self.chance(0.2))
            width = self.pick(["", "", "", str(self.rng.randrange(12))]) + self.pick(["", "", "", "." + str(self.rng.randrange(5)), "."])
            forms.append("%" + flags + width + self.pick("vvvvvTdsxXqtbocUeEgGfF"))
        if self.chance(0.15):
            forms.append(self.pick(["%[2]d", "%[1]*d", "%!", "%z", "%*d", "%[3]v", "%d %d", "%", "%.*f", "%[x]d", "%-+5d%%"]))
        name = self.fresh()
        return ["x%d := %s" % (name, value), 'fmt.Printf("%d %s\\n", %s)' % (name, "|".join(forms), ", ".join(
            ["x%d" % name] * self.rng.randrange(max(1, len(forms) - 1), len(forms) + 2)))]

    # ---- constants

    def big_constants(self, d):
        """Constants whose exact value is known here, so that what is made of them is in range."""
        consts, lines = [], ["const ("]
        for _ in range(self.rng.randrange(2, 6)):
            text, value = self.exact(3, consts)
            name = "k%d" % self.fresh()
            lines.append("\t%s = %s" % (name, text))
            consts.append((name, value))
        lines.append(")")
        shown = []
        for name, value in consts:
            if isinstance(value, Fraction):
                if abs(value) < 2 ** 1000:
                    shown.append(self.pick(["float64(%s)", "float32(%s)" if abs(value) < 2 ** 120 else "float64(%s)", "%s > 1.5", "%s == 0"]) % name)
            else:
                shown.append(self.pick(["%s >> %d" % (name, max(0, abs(value).bit_length() - 60)), "%s %% 1000007" % name, "%s&0xffff == %d" % (name, value & 0xffff),
                                        "float64(%s)" % name, "%s/3 == %s*2/6" % (name, name)]))
        return lines + ["fmt.Println(%s)" % ", ".join([str(self.fresh())] + shown)]

    def exact(self, d, consts):
        """(text, value) of an untyped constant expression; int, or Fraction for floats."""
        if d == 0 or self.chance(0.2):
            if consts and self.chance(0.6):
                return self.pick(consts)
            if self.chance(0.25):
                n = self.rng.randrange(1, 10 ** 6)
                return "%d.%d" % (n, 5), Fraction(n * 10 + 5, 10)
            n = self.pick([self.rng.randrange(10), self.rng.getrandbits(40), self.rng.getrandbits(120)])
            return str(n), n
        (a, x), (b, y) = self.exact(d - 1, consts), self.exact(d - 1, consts)
        op = self.pick(["+", "-", "*", "/", "%", "<<", ">>", "&", "|", "^", "&^", "max", "neg", "not"])
        both = isinstance(x, int) and isinstance(y, int)
        value = None
        if op in "+-*":
            value = x + y if op == "+" else x - y if op == "-" else x * y
        elif op == "/" and y:
            value = (abs(x) // abs(y) * (1 if (x < 0) == (y < 0) else -1)) if both else Fraction(x) / Fraction(y)
        elif op == "%" and both and y:
            value = x - y * (abs(x) // abs(y) * (1 if (x < 0) == (y < 0) else -1))
        elif op in ("<<", ">>") and both:
            n = self.rng.randrange(90)
            b, value = str(n), x << n if op == "<<" else x >> n
        elif op in ("&", "|", "^", "&^") and both:
            value = {"&": x & y, "|": x | y, "^": x ^ y, "&^": x & ~y}[op]
        elif op == "max" and both:
            return "max(%s, %s)" % (a, b), max(x, y)
        elif op == "neg":
            return "-(%s)" % a, -x
        elif op == "not" and isinstance(x, int):
            return "^(%s)" % a, ~x
        if value is None:
            return a, x
        if isinstance(value, int) and value.bit_length() > 400 or isinstance(value, Fraction) and max(abs(value.numerator), value.denominator).bit_length() > 400:
            return a, x
        return "(%s %s %s)" % (a, op, b), value

    # ---- keys

    def odd_keys(self, d):
        """A map whose keys are interfaces, or hold some; what cannot be hashed panics."""
        m, n = "x%d" % self.fresh(), self.fresh()
        key = self.pick(["any", "[2]any", "struct{ a any; b int }", "fmt.Stringer", "Pair[any, string]"])
        types = [t for t in self.basic + self.types if t.kind not in ("ptr", "func", "chan", "any", "iface", "error")]

        def one():
            if key == "fmt.Stringer":
                return "time.Duration(%d)" % self.rng.randrange(3)
            t = self.pick(types) if self.chance(0.3) else self.pick(BASIC)
            text = self.pick(["1", "int8(1)", '"a"', "math.NaN()", "nil", "[1]int{1}", "struct{}{}", "1i", "true"]) if self.chance(0.6) else \
                self.at_zero_risk(lambda: self.typed(t, 1))
            return {"any": "%s", "[2]any": "[2]any{1: %s}", "struct{ a any; b int }": "struct{ a any; b int }{%s, 1}",
                    "Pair[any, string]": 'Pair[any, string]{%s, "p"}'}[key] % text
        lines = ["%s := map[%s]int{}" % (m, key)]
        for _ in range(self.rng.randrange(3, 8)):
            lines.append(self.pick(["%s[%s] = %d" % (m, one(), self.rng.randrange(9)), "%s[%s]++" % (m, one()), "delete(%s, %s)" % (m, one()),
                                    "fmt.Println(%d, %s[%s], len(%s))" % (self.fresh(), m, one(), m), "_, ok := %s[%s]; fmt.Println(ok)" % (m, one())])
                         if self.chance(0.9) else "clear(%s)" % m)
        lines = ["{ %s }" % line if ":=" in line and not line.startswith(m) else line for line in lines]
        return self.in_recover(lines + ["fmt.Println(%d, len(%s))" % (n, m)])
