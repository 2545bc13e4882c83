package main

// Archives that other programs write: times, descriptors behind the content, and what is wrong with names and comments.

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
)

var le = binary.LittleEndian

type entry struct {
	name      string
	data      string
	extra     []byte
	crc       uint32 // in the descriptor; 0: no descriptor
	signature bool
	cut       int // bytes that the descriptor is too short
}

// archive writes files that are stored.
func archive(comment string, say int, entries ...entry) []byte {
	var out, central []byte
	for _, e := range entries {
		at := len(out)
		flags, crc := uint16(0x800), crc32.ChecksumIEEE([]byte(e.data))
		local := crc
		if e.crc != 0 {
			flags |= 8
			local = 0
		}
		common := func(b []byte, crc uint32) []byte {
			for _, v := range []uint16{20, flags, 0, 0x6d3c, 0x4b66} {
				b = le.AppendUint16(b, v)
			}
			size := uint32(len(e.data))
			return le.AppendUint32(le.AppendUint32(le.AppendUint32(b, crc), size), size)
		}
		out = common(le.AppendUint32(out, 0x04034b50), local)
		out = append(le.AppendUint16(le.AppendUint16(out, uint16(len(e.name))), 0), e.name...)
		out = append(out, e.data...)
		if e.crc != 0 {
			var d []byte
			if e.signature {
				d = le.AppendUint32(d, 0x08074b50)
			}
			d = le.AppendUint32(d, e.crc)
			d = le.AppendUint32(le.AppendUint32(d, uint32(len(e.data))), uint32(len(e.data)))
			out = append(out, d[:len(d)-e.cut]...)
		}
		central = common(le.AppendUint16(le.AppendUint32(central, 0x02014b50), 0x314), crc)
		for _, v := range []uint16{uint16(len(e.name)), uint16(len(e.extra)), 0, 0, 0} {
			central = le.AppendUint16(central, v)
		}
		central = le.AppendUint32(le.AppendUint32(central, 0o644<<16), uint32(at))
		central = append(append(central, e.name...), e.extra...)
	}
	at := len(out)
	out = append(out, central...)
	out = le.AppendUint32(out, 0x06054b50)
	for _, v := range []uint16{0, 0, uint16(len(entries)), uint16(len(entries))} {
		out = le.AppendUint16(out, v)
	}
	out = le.AppendUint32(le.AppendUint32(out, uint32(len(central))), uint32(at))
	return append(le.AppendUint16(out, uint16(say)), comment...)
}

func show(b []byte) {
	r, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%q\n", r.Comment)
	for _, f := range r.File {
		fmt.Printf("%q %v ", f.Name, f.Modified)
		rc, err := f.Open()
		if err != nil {
			fmt.Println(err)
			continue
		}
		data, err := io.ReadAll(rc)
		fmt.Printf("%q %v\n", data, err)
		rc.Close()
	}
	err = fs.WalkDir(r, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		fmt.Print(path, " ")
		return nil
	})
	fmt.Println(err)
}

func main() {
	unix := func(tag uint16, t uint32) []byte {
		b := le.AppendUint16(le.AppendUint16(nil, tag), 8)
		return le.AppendUint32(le.AppendUint32(b, t+5), t)
	}
	const t = 1509981848
	show(archive("", 0, entry{name: "a", data: "text", extra: unix(0x5855, t)}, entry{name: "b", data: "text", extra: unix(0x000d, t)},
		entry{name: "c", data: "text", extra: unix(0x5855, t+8*3600+1)}, entry{name: "d", extra: []byte{0x55, 0x58, 4, 0, 1, 2, 3, 4}}))
	sum := crc32.ChecksumIEEE([]byte("text"))
	for _, e := range []entry{
		{crc: sum, signature: true}, {crc: sum}, {crc: sum + 1, signature: true}, {crc: sum + 1}, {crc: sum, signature: true, cut: 16}, {crc: sum, cut: 12},
	} {
		e.name, e.data = "x", "text"
		show(archive("", 0, e))
	}
	show(archive("comment", 7, entry{name: "a"}))
	show(archive("comm", 7, entry{name: "a"}))
	show(archive("comment and more", 7, entry{name: "a"}))
	show(archive("", 0, entry{name: "d/"}, entry{name: "d/a"}, entry{name: "d/a"}, entry{name: "e"}))
	show(archive("", 0, entry{name: "d/"}, entry{name: "d/"}, entry{name: "e"}))
	show(archive("", 0, entry{name: "d"}, entry{name: "d/a"}))
	show(archive("", 0, entry{name: "d/a"}, entry{name: "d"}))
	show(archive("", 0, entry{name: "d/a"}, entry{name: "d/"}))
	show(archive("", 0, entry{name: "."}, entry{name: "a"}))
	show(archive("", 0, entry{name: ".."}, entry{name: "a"}))
	show(archive("", 0, entry{name: "x/\xfe"}, entry{name: "/"}))
	show(archive("", 0, entry{name: "a"}, entry{name: "../b"}, entry{name: "c/../d"}))
	show(archive("", 0, entry{name: "a"}, entry{name: "\xff"}, entry{name: "b\\c"}))
}
