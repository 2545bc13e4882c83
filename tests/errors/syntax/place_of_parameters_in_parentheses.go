package main

func _[
	B inty // ERROR "unexpected newline in parameter list; possibly missing comma or ]"
	A [10]func(), // ERROR "unexpected keyword func, expected (" "missing parameter name"
	L []byte,
]() { // ERROR "unexpected ], expected )"
}
