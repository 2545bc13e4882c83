package main

import "fmt"

func day(n int) string {
	switch n {
	case 0:
		return "sun"
	case 1:
		return "mon"
	case 2:
		return "tue"
	case 3:
		return "wed"
	case 4:
		return "thu"
	case 5:
		return "fri"
	case 6:
		return "sat"
	case 100, 200, 300:
		return "hundred"
	case -1:
		return "minus"
	}
	return "none"
}

func str(s string) int {
	switch s {
	case "", "empty":
		return 0
	case "one":
		return 1
	case "two", "deux", "zwei":
		return 2
	case "a" + "b":
		return 3
	default:
		return len(s)
	}
}

func float(f float64) string {
	switch f {
	case 0:
		return "zero"
	case 1.5:
		return "one and a half"
	}
	switch {
	case f != f:
		return "nan"
	case f > 1e300:
		return "huge"
	case f < 0 && f > -1, f > 0 && f < 1:
		return "fraction"
	}
	return "number"
}

func main() {
	for _, n := range []int{0, 3, 6, 7, 200, -1, -5} {
		fmt.Print(day(n), " ")
	}
	fmt.Println()
	for _, s := range []string{"", "one", "zwei", "ab", "longer"} {
		fmt.Print(str(s), " ")
	}
	fmt.Println()
	zero := 0.0
	for _, f := range []float64{0, -0.0, 1.5, zero / zero, 1e301, -0.5, 7} {
		fmt.Print(float(f), ", ")
	}
	fmt.Println()
	switch x := 5; {
	case x > 3:
		x *= 2
		fmt.Println(x)
		fallthrough
	case x > 100:
		fmt.Println("fell", x)
	}
	switch c := 'x'; c {
	case 'a', 'e', 'i':
		fmt.Println("vowel")
	case 'x':
		fmt.Println("ex")
	}
	switch true {
	case false:
	case len("a") == 1:
		fmt.Println("true case")
	}
}
