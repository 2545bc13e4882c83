package main

type TextOrInts interface{ ~string | ~[]int }
type IntsOrText interface{ []int | string | []string }
type TwoSlices interface{ []int | []string }

func f[T TextOrInts, U IntsOrText, V TwoSlices, W any](t T, u U, v V, w W) {
	_ = t[2:1] // ERROR "string and []int have different underlying types" "invalid slice indices: 1 < 2"
	_ = t["a":missing] // ERROR "different underlying types" "cannot convert" "undefined: missing"
	_ = u[1:2:3] // ERROR "[]int and string have different underlying types" "3-index slice of string"
	_ = v["a":missing:3] // ERROR "[]int and []string have different underlying types"
	_ = w["a":missing] // ERROR "no specific type in W"
	var n int = t[:] // ERROR "different underlying types" "cannot use t[:] (value of type T constrained by TextOrInts) as int value" "declared and not used: n"
	var m int = v[:] // ERROR "different underlying types" "declared and not used: m"
	_ = t[:].field // ERROR "different underlying types" "t[:].field undefined (type T has no field or method field)"
}

func main() {}
