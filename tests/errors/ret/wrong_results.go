package main

func a() { return 1 } // ERROR "too many return values"
func b() int { return } // ERROR "not enough return values"
func c() int { return 1, 2 } // ERROR "too many return values"
func d() (int, string) { return 1 } // ERROR "not enough return values"
func e() (int, string) { return "a", 1 } // ERROR "(untyped string constant) as int value in return statement" "cannot use 1 (untyped int constant) as string value in return statement"
func f() (int, error) { return 1, "err" } // ERROR "(constant of type string) as error value in return statement: string does not implement error (missing method Error)"
func g() (n int, s string) { return 1 } // ERROR "not enough return values"
func h() error { return nil, nil } // ERROR "too many return values"
func i() (int, int) { return e() } // ERROR "cannot use 2nd function result (value of type string) as int value in return statement"
func j() string { return nil } // ERROR "cannot use nil as string value in return statement"

func main() {}
