package main

func f(a int, b ...string) (int, error) { return 0, nil }
func g(a ...int, b int) {} // ERROR
func h(a int, string) {} // ERROR
func i(a, a int) {}
func j(a int) (a int) { return }
func k() (a int, string) { return 0, "" } // ERROR
func l(...) {} // ERROR
func m() (...int) { return nil } // ERROR
func n(a int) { var a int }
func o(a.b int) {} // ERROR
