package strconv

import (
	"errors"
	real "strconv"
	"strings"
)

func codeOf(err error) int {
	switch {
	case err == nil:
		return parsedWell
	case errors.Is(err, real.ErrRange):
		return outOfRange
	case errors.Is(err, real.ErrSyntax):
		return badSyntax
	case strings.Contains(err.Error(), "invalid base"):
		return badBase
	}
	return badBitSize
}

func parseInt(s string, base, bitSize int) (int64, int) {
	i, err := real.ParseInt(s, base, bitSize)
	return i, codeOf(err)
}

func parseUint(s string, base, bitSize int) (uint64, int) {
	u, err := real.ParseUint(s, base, bitSize)
	return u, codeOf(err)
}

// parseFloat finds the longest prefix that the real package accepts.
func parseFloat(s string, bitSize int) (float64, int, int) {
	for n := len(s); n > 0; n-- {
		f, err := real.ParseFloat(s[:n], bitSize)
		if code := codeOf(err); code != badSyntax {
			return f, n, code
		}
	}
	return 0, 0, badSyntax
}

func formatInt(i int64, base int) string { return real.FormatInt(i, base) }

func formatUint(i uint64, base int) string { return real.FormatUint(i, base) }

func formatFloat(f float64, fmt byte, prec, bitSize int) string {
	return real.FormatFloat(f, fmt, prec, bitSize)
}

func quote(s string, delim byte, ascii, graphic bool) string {
	switch {
	case ascii:
		return real.QuoteToASCII(s)
	case graphic:
		return real.QuoteToGraphic(s)
	}
	return real.Quote(s)
}

func quoteRune(r rune, ascii, graphic bool) string {
	switch {
	case ascii:
		return real.QuoteRuneToASCII(r)
	case graphic:
		return real.QuoteRuneToGraphic(r)
	}
	return real.QuoteRune(r)
}

func unquote(s string, prefix bool) (string, bool) {
	f := real.Unquote
	if prefix {
		f = real.QuotedPrefix
	}
	out, err := f(s)
	return out, err == nil
}
