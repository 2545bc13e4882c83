// Positions in a reader are sums of the sizes that it says its runes have.
package main

import (
	"fmt"
	"io"
	"regexp"
	"strings"
)

type units struct {
	runes []rune
	size  int
}

func (u *units) ReadRune() (rune, int, error) {
	if len(u.runes) == 0 {
		return 0, 0, io.EOF
	}
	r := u.runes[0]
	u.runes = u.runes[1:]
	return r, u.size, nil
}

func main() {
	re := regexp.MustCompile(`(т)(.)|(q+)x?(y)?`)
	for _, size := range []int{1, 2, 3} {
		fmt.Println(re.FindReaderSubmatchIndex(&units{[]rune("ab Тест qqy"), size}), re.FindReaderIndex(&units{[]rune("ж qqqx."), size}))
	}
	fmt.Println(re.FindReaderSubmatchIndex(strings.NewReader("\xff\xfe тест")), re.FindReaderIndex(strings.NewReader("ab\xffqq")), re.FindReaderIndex(strings.NewReader("none")))
	fmt.Println(re.MatchReader(&units{[]rune("..q"), 7}), regexp.MustCompile(`$`).FindReaderIndex(&units{[]rune("abc"), 2}))
}
