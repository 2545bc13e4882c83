package func // ERROR "expected 'IDENT', found 'func'"

func main() {}
