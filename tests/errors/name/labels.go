package main

func main() {
	L: // ERROR "label L defined and not used"
		for {
			break M // ERROR "break label not defined: M"
			continue N // ERROR "continue label not defined: N"
			goto O // ERROR "label O not defined"
		}
	P: // ERROR "label P defined and not used"
		println()
}
