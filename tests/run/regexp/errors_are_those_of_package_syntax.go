// What is wrong with an expression can be asked for.
package main

import (
	"errors"
	"fmt"
	"regexp"
	"regexp/syntax"
)

func main() {
	for _, expr := range []string{"(", "a)", "[z-a]", "a**", "a{1001}", "\\8", "(?z)", "*", "a\xff", "x{2,1}", "(?P<>a)", "[[:no:]]", "\\", "(?i", "((((((((((a{10}){10}){10}){10}){10}){10}))))"} {
		_, err := regexp.Compile(expr)
		var e *syntax.Error
		fmt.Println(expr, errors.As(err, &e), err)
		if e != nil {
			fmt.Println(e.Code, e.Code == syntax.ErrMissingParen, e.Expr)
		}
		_, err = regexp.CompilePOSIX(expr)
		fmt.Printf("%T\n", err)
	}
}
