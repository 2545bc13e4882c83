package main

type celsius float64
type fahrenheit float64

func main() {
	c, f := celsius(1), fahrenheit(2)
	_ = c + f // ERROR "invalid operation: c + f (mismatched types celsius and fahrenheit)"
	c = f // ERROR "cannot use f (variable of float64 type fahrenheit) as celsius value in assignment"
	var x float64 = c // ERROR "cannot use c (variable of float64 type celsius) as float64 value in variable declaration"
	_ = c == f // ERROR "invalid operation: c == f (mismatched types celsius and fahrenheit)"
	_ = x + c // ERROR "invalid operation: x + c (mismatched types float64 and celsius)"
}
