package main

import (
	"bytes"
	"debug/buildinfo"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
)

func main() {
	full := &debug.BuildInfo{
		GoVersion: "go1.99", Path: "example.com/cmd/x", Main: debug.Module{Path: "example.com", Version: "v1.2.3", Sum: "h1:abc="},
		Deps:     []*debug.Module{{Path: "a", Version: "v1", Sum: "h1:x"}, {Path: "b", Version: "v2", Replace: &debug.Module{Path: "../b", Version: "", Sum: ""}}},
		Settings: []debug.BuildSetting{{Key: "-ldflags", Value: "-s -w"}, {Key: "a b", Value: ""}, {Key: "GOOS", Value: "linux"}, {Key: "x=y", Value: "`"}},
	}
	text := full.String()
	fmt.Print(text)
	back, err := debug.ParseBuildInfo(text)
	fmt.Println(err, back.String() == strings.TrimPrefix(text, "go\tgo1.99\n"))
	b, _ := json.Marshal(full)
	fmt.Println(string(b))
	fmt.Printf("%q\n", (&debug.BuildInfo{}).String())
	for _, s := range []string{"", "x", "path\tx", "path\tx\n", "mod\ta\n", "mod\ta\tb\n", "mod\ta\tb\tc\td\n", "dep\ta\n", "=>\ta\tb\tc\n", "dep\ta\tb\n=>\ta\n", "mod\ta\tb\tc\n=>\td\te\tf\n=>\td\te\tf\n",
		"build\t\n", "build\t=x\n", "build\tx\n", "build\ta b=x\n", "build\t\"a b\"=x\n", "build\t\"a\n", "build\t\"a\"\n", "build\t\"a\"x=\n", "build\ta=b c\n", "build\ta=\"b c\"\n", "build\ta=\"b\n", "build\ta=`b`\n", "odd\tline\nbuild\tx\n"} {
		bi, err := debug.ParseBuildInfo(s)
		fmt.Printf("%q %v %+v\n", s, err, bi)
	}

	dir, _ := os.MkdirTemp("", "buildinfo")
	defer os.RemoveAll(dir)
	marked := strings.Repeat("m", 16) + text + strings.Repeat("n", 16)
	var blob bytes.Buffer
	blob.WriteString("\xff Go buildinf:\x08\x02")
	blob.Write(make([]byte, 16))
	blob.Write(binary.AppendUvarint(nil, 6))
	blob.WriteString("go1.77")
	blob.Write(binary.AppendUvarint(nil, uint64(len(marked))))
	blob.WriteString(marked)
	try := func(name string, content []byte) {
		path := filepath.Join(dir, name)
		if content != nil {
			os.WriteFile(path, content, 0o666)
		}
		bi, err := buildinfo.ReadFile(path)
		fmt.Println(name, strings.ReplaceAll(fmt.Sprint(err), dir, "DIR"))
		if err == nil {
			fmt.Print(bi)
		}
		if content != nil {
			_, err = buildinfo.Read(bytes.NewReader(content))
			fmt.Println(err)
		}
	}
	try("missing", nil)
	try("empty", []byte{})
	try("text", []byte(strings.Repeat("text ", 100)))
	try("elf", elf(blob.Bytes(), ".go.buildinfo"))
	try("other", elf(blob.Bytes()[:0], ".text"))
	try("broken", []byte("\x7fELF"+strings.Repeat("x", 12)))
}

// elf is a file with one section and a segment.
func elf(section []byte, name string) []byte {
	var b bytes.Buffer
	le := func(v any) { binary.Write(&b, binary.LittleEndian, v) }
	names := "\x00" + name + "\x00.shstrtab\x00"
	dataAt := uint64(64 + 56)
	dataAt = (dataAt + 15) / 16 * 16
	namesAt := dataAt + uint64(len(section))
	tableAt := namesAt + uint64(len(names))
	b.WriteString("\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00")
	le(uint16(2))
	le(uint16(62))
	le(uint32(1))
	le(uint64(0x400000)) // entry
	le(uint64(64))       // program headers
	le(tableAt)
	le(uint32(0))
	for _, n := range []uint16{64, 56, 1, 64, 3, 2} {
		le(n)
	}
	le(uint32(1))
	le(uint32(6))
	for _, n := range []uint64{0, 0x400000, 0x400000, tableAt, tableAt, 4096} {
		le(n)
	}
	b.Write(make([]byte, int(dataAt)-b.Len()))
	b.Write(section)
	b.WriteString(names)
	header := func(name, kind uint32, addr, offset, size uint64) {
		le(name)
		le(kind)
		for _, n := range []uint64{3, addr, offset, size} {
			le(n)
		}
		le(uint32(0))
		le(uint32(0))
		le(uint64(16))
		le(uint64(0))
	}
	header(0, 0, 0, 0, 0)
	header(1, 1, 0x400000+dataAt, dataAt, uint64(len(section)))
	header(uint32(2+len(name)), 3, 0, namesAt, uint64(len(names)))
	return b.Bytes()
}
