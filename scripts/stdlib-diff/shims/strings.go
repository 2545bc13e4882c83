package strings

import real "strings"

func repeat(s string, count int) string { return real.Repeat(s, count) }

func replacePairs(s string, oldnew []string) string { return real.NewReplacer(oldnew...).Replace(s) }

func split(s, sep string, keep bool, n int) []string {
	if keep {
		return real.SplitAfterN(s, sep, n)
	}
	return real.SplitN(s, sep, n)
}
