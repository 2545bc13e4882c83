package main

// Sparse files in archives, in all forms that there are, and what may be wrong with them; and headers of other programs.

import (
	"archive/tar"
	"bytes"
	"crypto/sha256"
	"fmt"
	"io"
	"strconv"
	"strings"
)

type block [512]byte

func (b *block) put(at int, s string) { copy(b[at:], s) }

func (b *block) octal(at, size int, n int64) {
	b.put(at, fmt.Sprintf("%0*o\x00", size-1, n))
}

// header gives the header of a file of this kind.
func header(magic string, kind byte, name string, size int64) *block {
	b := &block{}
	b.put(0, name)
	b.octal(100, 8, 0o644)
	b.octal(108, 8, 1000)
	b.octal(116, 8, 100)
	b.octal(124, 12, size)
	b.octal(136, 12, 1_000_000_000)
	b[156] = kind
	b.put(257, magic)
	b.put(265, "user")
	b.put(297, "group")
	return b
}

const (
	ustar = "ustar\x0000"
	gnu   = "ustar  \x00"
)

func (b *block) sum() []byte {
	b.put(148, "        ")
	n := int64(0)
	for _, c := range b {
		n += int64(c)
	}
	b.put(148, fmt.Sprintf("%06o\x00 ", n))
	return b[:]
}

func padded(s string) []byte {
	return append([]byte(s), make([]byte, -len(s)&511)...)
}

// pax gives a header with records, and they.
func pax(records ...string) []byte {
	text := ""
	for _, r := range records {
		n := len(r) + 2
		for len(strconv.Itoa(n))+len(r)+2 != n {
			n++
		}
		text += fmt.Sprintf("%d %s\n", n, r)
	}
	return append(header(ustar, 'x', "pax", int64(len(text))).sum(), padded(text)...)
}

// old gives a file of the oldest form.
func old(name string, real int64, data string, numbers ...int64) []byte {
	b := header(gnu, 'S', name, int64(len(data)))
	b.octal(483, 12, real)
	var more [][]byte
	list := b[386:482]
	flag := &b[482]
	for i := 0; i < len(numbers); i += 2 {
		if len(list) < 24 {
			*flag = 1
			ext := make([]byte, 512)
			more = append(more, ext)
			list, flag = ext[:504], &ext[504]
		}
		copy(list, fmt.Sprintf("%011o\x00%011o\x00", numbers[i], numbers[i+1]))
		list = list[24:]
	}
	out := append([]byte(nil), b.sum()...)
	for _, ext := range more {
		out = append(out, ext...)
	}
	return append(out, padded(data)...)
}

func show(what string, parts ...[]byte) {
	fmt.Println("--", what)
	r := tar.NewReader(bytes.NewReader(append(bytes.Join(parts, nil), make([]byte, 1024)...)))
	for {
		h, err := r.Next()
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Printf("%q %c %d %v %v %v %v\n", h.Name, h.Typeflag, h.Size, h.Format, h.PAXRecords, h.AccessTime.Unix(), h.ChangeTime.Unix())
		if h.Size > 1<<20 {
			b := make([]byte, 20)
			n, err := io.ReadFull(r, b)
			fmt.Printf("%q %v\n", b[:n], err)
			continue
		}
		data, err := io.ReadAll(r)
		text := fmt.Sprintf("%q", strings.ReplaceAll(string(data), "\x00", "."))
		if len(text) > 100 {
			text = fmt.Sprintf("%d %x", len(data), sha256.Sum256(data))
		}
		fmt.Println(text, err)
	}
}

func main() {
	plain := append(header(ustar, '0', "after", 4).sum(), padded("next")...)
	show("old", old("old", 40, "abcdefghij", 0, 3, 10, 5, 20, 2), plain)
	var numbers []int64
	for i := range int64(60) {
		numbers = append(numbers, i*100, 3)
	}
	show("old, many", old("many", 6000, strings.Repeat("xyz", 60), numbers...), plain)
	show("old, all holes", old("holes", 10, "", 10, 0), plain)
	show("old, nothing", old("nothing", 0, ""), plain)
	show("old, too little", old("little", 40, "abc", 0, 3, 10, 5), plain)
	show("old, too much", old("much", 40, "abcdefghij", 0, 3, 10, 5), plain)
	show("old, out of order", old("order", 40, "abcdef", 10, 3, 0, 3), plain)
	show("old, overlapping", old("over", 40, "abcdef", 0, 3, 2, 3), plain)
	show("old, behind the end", old("behind", 12, "abcdef", 0, 3, 10, 3), plain)
	show("old, skipped", old("big", 1<<32, "abcdef", 1, 3, 1<<31, 3), plain)
	bad := header(ustar, 'S', "bad", 0)
	show("old, not of GNU", bad.sum(), plain)

	file := func(data string) []byte {
		return append(append([]byte(nil), header(ustar, '0', "GNUSparseFile.1/name", int64(len(data))).sum()...), padded(data)...)
	}
	show("0.0", pax("GNU.sparse.major=0", "GNU.sparse.minor=0", "GNU.sparse.size=30", "GNU.sparse.numblocks=2", "GNU.sparse.offset=5",
		"GNU.sparse.numbytes=3", "GNU.sparse.offset=20", "GNU.sparse.numbytes=4"), file("abcdefg"), plain)
	show("0.0 without version", pax("GNU.sparse.size=30", "GNU.sparse.numblocks=1", "GNU.sparse.offset=5", "GNU.sparse.numbytes=3"), file("abc"), plain)
	show("0.0, out of turn", pax("GNU.sparse.size=30", "GNU.sparse.numblocks=1", "GNU.sparse.numbytes=3", "GNU.sparse.offset=5"), file("abc"), plain)
	show("0.1", pax("GNU.sparse.map=2,3,10,2", "GNU.sparse.size=15", "GNU.sparse.numblocks=2", "GNU.sparse.name=real"), file("abcde"), plain)
	show("0.1, wrong number", pax("GNU.sparse.map=2,3,10,2", "GNU.sparse.size=15", "GNU.sparse.numblocks=3"), file("abcde"), plain)
	show("0.1, no map", pax("GNU.sparse.major=0", "GNU.sparse.minor=1", "GNU.sparse.size=15", "GNU.sparse.numblocks=0"), file(""), plain)
	show("0.1, no number", pax("GNU.sparse.map=2,x", "GNU.sparse.size=15", "GNU.sparse.numblocks=1"), file("abcde"), plain)
	one := []string{"GNU.sparse.major=1", "GNU.sparse.minor=0", "GNU.sparse.name=dir/real", "GNU.sparse.realsize=50"}
	show("1.0", pax(one...), file(string(padded("2\n4\n3\n40\n6\n"))+"abcdefghi"), plain)
	show("1.0, holes", pax(one...), file(string(padded("1\n50\n0\n"))), plain)
	show("1.0, none", pax(one...), file(string(padded("0\n"))), plain)
	show("1.0, no map", pax(one...), file("2\n4\n3"), plain)
	show("1.0, no number", pax(one...), file(string(padded("two\n4\n3\n"))), plain)
	show("1.0, too long", pax(one...), file(strings.Repeat("0", 512)+strings.Repeat("1", 1<<21)), plain)
	show("2.0", pax("GNU.sparse.major=2", "GNU.sparse.minor=0"), file("as it is"), plain)
	show("of GNU", pax(one...), append(header(gnu, '0', "gnu", 512).sum(), padded("0\n")...), plain)

	star := header(ustar, '0', "name", 0)
	star.put(345, "prefix")
	star.octal(476, 12, 7)
	star.octal(488, 12, 8)
	star.put(508, "tar\x00")
	show("star", star.sum(), plain)
	times := header(gnu, '0', "times", 0)
	times.octal(345, 12, 9)
	show("times of GNU", times.sum(), plain)
	times.put(345, "old/prefix")
	show("prefix of an old writer", times.sum(), plain)
	times.put(345, "öld/prefix\x00")
	show("no prefix either", times.sum(), plain)
}
