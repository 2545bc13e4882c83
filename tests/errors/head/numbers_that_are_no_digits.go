package x² // ERROR "illegal character U+00B2 '²'"

func main() {}
