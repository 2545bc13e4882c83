package left

var X any = struct{ x int }{1}

var Y any = struct{ X int }{1}

type T struct{ a int }

func Make() any { return T{} }
