package p

func d(...int, x int) {} // ERROR "missing parameter name" "can only use ... with final parameter"
