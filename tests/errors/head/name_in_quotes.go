package "main" // ERROR

func main() {}
