// Lengths of strings, and of no constants.
package main

import (
	"fmt"
	"go/constant"
)

func main() {
	fmt.Println(constant.StringLen(constant.MakeString("héllo")), constant.StringLen(constant.MakeUnknown()), constant.StringLen(constant.BinaryOp(constant.MakeString("a"), 12, constant.MakeString("bc"))))
	defer func() { fmt.Println(recover()) }()
	constant.StringLen(constant.MakeInt64(5))
}
