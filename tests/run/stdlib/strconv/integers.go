package main

import (
	"errors"
	"fmt"
	"strconv"
)

func main() {
	texts := []string{"", "0", "-0", "+7", "42", "-128", "128", "255", "0x1F", "0b101", "0o17", "017", "08", "1_000", "0x_ff", "_1", "1__2", "abc", "zz", "-", "+", "12a", " 1",
		"9223372036854775807", "9223372036854775808", "-9223372036854775808", "-9223372036854775809", "18446744073709551615", "18446744073709551616", "99999999999999999999x", "é"}
	for _, s := range texts {
		n, err := strconv.Atoi(s)
		fmt.Println(n, err)
		for _, base := range []int{0, 2, 10, 16, 36} {
			i, err := strconv.ParseInt(s, base, 64)
			u, err2 := strconv.ParseUint(s, base, 64)
			fmt.Println(i, err, u, err2)
		}
		for _, size := range []int{0, 8, 16, 32} {
			i, err := strconv.ParseInt(s, 10, size)
			u, err2 := strconv.ParseUint(s, 10, size)
			fmt.Println(i, err, u, err2)
		}
	}
	_, err := strconv.ParseInt("1", 1, 64)
	fmt.Println(err)
	_, err = strconv.ParseInt("1", 37, 64)
	fmt.Println(err)
	_, err = strconv.ParseUint("1", 10, 65)
	fmt.Println(err)
	_, err = strconv.ParseInt("1", 10, -1)
	fmt.Println(err)
	_, err = strconv.Atoi("x\"y")
	var num *strconv.NumError
	fmt.Println(errors.As(err, &num), num.Func, num.Num, num.Err, errors.Is(err, strconv.ErrSyntax), num.Unwrap() == strconv.ErrSyntax)
	_, err = strconv.ParseInt("300", 10, 8)
	fmt.Println(errors.Is(err, strconv.ErrRange), strconv.ErrRange, strconv.ErrSyntax, strconv.IntSize)

	for _, i := range []int64{0, 1, 9, 10, 99, 100, -1, -12345, 1<<63 - 1, -1 << 63} {
		fmt.Print(strconv.Itoa(int(i)), " ")
		for _, base := range []int{2, 8, 10, 16, 36} {
			fmt.Print(strconv.FormatInt(i, base), " ", strconv.FormatUint(uint64(i), base), " ")
		}
		fmt.Println(string(strconv.AppendInt([]byte("<"), i, 10)), string(strconv.AppendUint([]byte("<"), uint64(i), 16)))
	}
	for _, f := range []func(){
		func() { strconv.FormatInt(1, 1) },
		func() { strconv.AppendUint(nil, 1, 37) },
	} {
		func() {
			defer func() { fmt.Println(recover()) }()
			f()
		}()
	}
}
