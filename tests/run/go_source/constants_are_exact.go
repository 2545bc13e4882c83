package main

import (
	"fmt"
	"go/constant"
	"go/token"
	"math/big"
)

func try(name string, f func() any) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(name, "panics:", r)
		}
	}()
	fmt.Println(name, f())
}

func main() {
	lits := []struct {
		text string
		tok  token.Token
	}{
		{"42", token.INT}, {"0x_ff", token.INT}, {"0b101", token.INT}, {"123456789012345678901234567890", token.INT}, {"x", token.INT},
		{"1.5", token.FLOAT}, {"1e3", token.FLOAT}, {"1e-400", token.FLOAT}, {"1e5000", token.FLOAT}, {"0x1p-2", token.FLOAT}, {"0.1", token.FLOAT}, {"3.14159265358979", token.FLOAT},
		{"2i", token.IMAG}, {"1.5i", token.IMAG}, {"'a'", token.CHAR}, {`'\n'`, token.CHAR}, {`"s\t"`, token.STRING}, {"`raw`", token.STRING}, {`"bad`, token.STRING},
		{`"a very long string that goes on and on until it is so long that it has to be cut somewhere near its end"`, token.STRING},
	}
	var values []constant.Value
	for _, l := range lits {
		v := constant.MakeFromLiteral(l.text, l.tok, 0)
		values = append(values, v)
		exact := v.ExactString()
		if len(exact) > 200 {
			exact = exact[:200]
		}
		fmt.Println(l.text, v.Kind(), v, exact)
	}
	values = append(values, constant.MakeBool(true), constant.MakeBool(false), constant.MakeInt64(-7), constant.MakeUint64(1<<63), constant.MakeFloat64(2.5), constant.MakeUnknown())
	for _, v := range values {
		fmt.Printf("%v %T: ", v.Kind(), constant.Val(v))
		fmt.Println(constant.ToInt(v), constant.ToFloat(v), constant.ToComplex(v))
	}
	ops := []token.Token{token.ADD, token.SUB, token.MUL, token.QUO, token.QUO_ASSIGN, token.REM, token.AND, token.OR, token.XOR, token.AND_NOT, token.LAND, token.EQL}
	small := []constant.Value{constant.MakeInt64(7), constant.MakeInt64(-2), constant.MakeFloat64(1.5), values[3], values[12], values[16], values[20], constant.MakeUnknown()}
	for _, x := range small {
		for _, y := range small {
			for _, op := range ops {
				if (op == token.QUO || op == token.REM || op == token.QUO_ASSIGN) && y.Kind() <= constant.String {
					continue
				}
				name := fmt.Sprint(x, op, y)
				if x.Kind() != y.Kind() && (x.Kind() < constant.Int || y.Kind() < constant.Int) {
					continue
				}
				if op == token.EQL {
					try(name, func() any { return constant.Compare(x, op, y) })
				} else {
					try(name, func() any { v := constant.BinaryOp(x, op, y); return fmt.Sprint(v.Kind(), v) })
				}
			}
		}
		for _, op := range []token.Token{token.ADD, token.SUB, token.XOR, token.NOT} {
			try(fmt.Sprint(op, x), func() any { return constant.UnaryOp(op, x, 0) })
		}
	}
	for _, op := range []token.Token{token.EQL, token.NEQ, token.LSS, token.LEQ, token.GTR, token.GEQ} {
		fmt.Print(constant.Compare(constant.MakeInt64(2), op, constant.MakeFloat64(2.5)), constant.Compare(constant.MakeString("a"), op, constant.MakeString("b")), " ")
	}
	fmt.Println(constant.UnaryOp(token.XOR, constant.MakeInt64(5), 8), constant.Shift(constant.MakeInt64(1), token.SHL, 100), constant.Shift(constant.MakeInt64(-9), token.SHR, 1))
	fmt.Println(constant.Bytes(constant.MakeInt64(0x010203)), constant.MakeFromBytes([]byte{3, 2, 1}), constant.BitLen(values[3]), constant.Sign(values[12]), constant.Num(values[5]), constant.Denom(values[5]), constant.Real(values[13]), constant.Imag(values[13]))
	i, ok := constant.Int64Val(values[3])
	u, ok2 := constant.Uint64Val(constant.MakeInt64(-1))
	f, ok3 := constant.Float64Val(values[10])
	g, ok4 := constant.Float32Val(values[10])
	fmt.Println(i, ok, u, ok2, f, ok3, g, ok4, constant.BoolVal(values[20]), constant.StringVal(values[16]))
	fmt.Println(constant.Make(big.NewInt(5)), constant.Make("x"), constant.Make(5), constant.Make(big.NewRat(1, 3)), constant.MakeImag(constant.MakeInt64(3)), constant.Kind(9))
	try("IntVal", func() any { v, _ := constant.Int64Val(constant.MakeString("x")); return v })
}
