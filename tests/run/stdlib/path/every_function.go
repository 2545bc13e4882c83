package main

import (
	"fmt"
	"path"
)

func main() {
	parts := []string{"", "/", ".", "..", "a", "b.c", "//", "a/", "...", "é"}
	h := uint64(0)
	for _, a := range parts {
		for _, b := range parts {
			for _, c := range parts {
				for _, sep := range []string{"", "/"} {
					p := a + sep + b + sep + c
					clean := path.Clean(p)
					dir, file := path.Split(p)
					all := fmt.Sprint(clean, dir, file, path.Ext(p), path.Base(p), path.Dir(p), path.IsAbs(p), path.Join(a, b, c))
					for i := range len(all) {
						h = h*31 + uint64(all[i])
					}
					if len(p) < 4 {
						fmt.Printf("%q %q %q %q %q %q %q %v\n", p, clean, dir, file, path.Ext(p), path.Base(p), path.Dir(p), path.IsAbs(p))
					}
				}
			}
		}
	}
	fmt.Println(h)
	for _, p := range []string{"abc", "abc/def", "a/b/c", ".", "..", "../..", "../../abc", "/abc", "/", "", "abc/", "/abc/", "abc//def//ghi", "//abc", "///abc", "abc/./def", "/./abc/def", "abc/..", "abc/def/../ghi/../jkl", "abc/def/..", "abc/def/../..", "/abc/def/../..", "abc/def/../../..", "/abc/def/../../..", "abc/def/../../../ghi/jkl/../../../mno", "abc/./../def", "abc//./../def", "abc/../../././../def"} {
		fmt.Printf("%q -> %q\n", p, path.Clean(p))
	}
	fmt.Println(path.Join(), path.Join("", ""), path.Join("a", "../b"), path.Join("", "/x"))

	patterns := []string{"", "*", "abc", "*c", "a*", "a*/b", "a*b*c*d*e*/f", "a*b?c*x", "ab[c]", "ab[b-d]", "ab[e-g]", "ab[^c]", "ab[^b-d]", "a\\*b", "a?b", "a[^a]b", "a???b", "a[^a][^a][^a]b", "[a-ζ]*", "*[a-ζ]", "a?b", "[\\]a]", "[\\-]", "[x\\-]", "[-]", "[x-]", "[-x]", "[]a]", "\\", "[a-b-c]", "[", "[^", "[^bc", "a[", "*x", "a*[", "[a", "[a-", "**b", "a**", "[^]a]", "a[]b"}
	names := []string{"", "abc", "a", "ab", "a/b", "abcde/f", "abxbbxdbxebxczzx", "a☺b", "α", "ζ", "]", "-", "x", "a*b", "axxxb", "a/c/b", "abcdexxx/f", "A"}
	for _, p := range patterns {
		fmt.Printf("%-14q", p)
		for _, n := range names {
			ok, err := path.Match(p, n)
			switch {
			case err != nil:
				fmt.Print(" E")
				if err != path.ErrBadPattern || ok {
					fmt.Print("!", err)
				}
			case ok:
				fmt.Print(" Y")
			default:
				fmt.Print(" .")
			}
		}
		fmt.Println()
	}
	fmt.Println(path.ErrBadPattern)
}
