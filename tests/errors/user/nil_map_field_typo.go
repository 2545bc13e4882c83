package main

type config struct {
	Name string
	Port int
}

func main() {
	c := config{Nmae: "x", Port: "80"} // ERROR "unknown field Nmae in struct literal of type config" "(untyped string constant) as int value in struct literal"
	c.port = 80 // ERROR "c.port undefined (type config has no field or method port, but does have field Port)"
	println(c.name) // ERROR "c.name undefined (type config has no field or method name, but does have field Name)"
}
