package calc

func Times(a, b float64) float64 { return a * b }
