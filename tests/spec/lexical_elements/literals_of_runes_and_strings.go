package main

import "fmt"

func main() {
	fmt.Println('a', 'ä', '本', '\t', '\000', '\007', '\377', '\x07', '\xff', '\u12e4', '\U00101234', '\'', '"', '\\', '\a', '\b', '\f', '\n', '\r', '\v', '𝄞', '\U0010ffff')
	fmt.Printf("%T %T %q %q\n", 'a', 'a'+1.0, '\x00', '\u2028')
	fmt.Printf("%q\n", []string{`abc`, `\n
\n`, "\n", "\"", "Hello, world!\n", "日本語", "\u65e5本\U00008a9e", "\xff\u00FF", `a
b`, "\a\b\f\v\\'", "", ``, "\000\101\x41\u0041\U00000041", `"`, "`"})
	fmt.Println("日本語" == "\u65e5\u672c\u8a9e", "\u65e5" == "\U000065e5", "日" == "\xe6\x97\xa5", `日` == "日", len(`\n`), len("\u00ff"), len("\xff"), len(`a
b`))
	fmt.Println("a"+`b`+"\x63", len("é"), len([]rune("é")))
}

var cr = `a
b`

func init() { fmt.Println(len(cr)) }
