package pass_test

import (
	"fmt"
	"testing"

	"example.com/t/pass"
)

func TestOutside(t *testing.T) {
	if got := pass.Double("ab"); got != "abab" {
		t.Errorf("got %q", got)
	}
}

func ExampleDouble() {
	fmt.Println(pass.Double("x"))
	// Output: xx
}

func ExampleDouble_lines() {
	fmt.Println("a")
	fmt.Println()
	fmt.Println("  b")
	s := "// Output: no"
	_ = s
	// Output:
	// a
	//
	//   b
}

func Example_unordered() {
	for _, i := range []int{3, 1, 2} {
		fmt.Println(i)
	}

	// Unordered output:
	// 1
	// 2
	// 3
}

func Example_notRun() {
	panic("it has no output")
}

func Example_nothing() {
	// Output:
}

func Example_block() {
	fmt.Println("in a block")

	/*
		Output: in a block
	*/
}

func Example_behindCode() {
	fmt.Println("last") // what is behind code is no group with what comes after
	// Output: last
}

func Example_codeBehind() {
	// Output: behind
	fmt.Println("behind")
}
