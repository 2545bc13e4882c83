package bytes

import real "bytes"

func repeat(b []byte, count int) []byte { return real.Repeat(b, count) }

func replace(s, old, new []byte, n int) []byte { return real.Replace(s, old, new, n) }

func leading(s []byte, cutset string) int { return len(s) - len(real.TrimLeft(s, cutset)) }

func trailing(s []byte, cutset string) int { return len(s) - len(real.TrimRight(s, cutset)) }

func leadingSpace(s []byte) int {
	return len(s) - len(real.TrimLeft(s, "\t\n\v\f\r \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"))
}

func trailingSpace(s []byte) int {
	return len(s) - len(real.TrimRight(s, "\t\n\v\f\r \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"))
}
