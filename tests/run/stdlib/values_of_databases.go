// Values that programs and databases exchange, and how they are converted.
package main

import (
	"database/sql"
	"database/sql/driver"
	"fmt"
	"math"
	"time"
)

type S string
type B []byte
type I int8
type U uint64
type F float32
type BB bool
type V struct{ x int }

func (v V) Value() (driver.Value, error) { return int64(v.x), nil }

type PV struct{ x int }

func (v *PV) Value() (driver.Value, error) { return "pv", nil }

type VBad struct{}

func (VBad) Value() (driver.Value, error) { return struct{}{}, nil }

type sc struct{ got any }

func (s *sc) Scan(x any) error { s.got = x; return nil }

func main() {
	s, i := "str", 7
	var nilp *int
	var pv *PV
	var nv *V
	vals := []any{nil, true, 1, int8(3), uint64(1 << 63), uint64(5), 1.5, float32(2.5), "t", "true", "TRUE", "f", "x", []byte("1"), []byte("yes"), time.Unix(0, 0).UTC(), &s, &i, nilp, S("q"), B("b"), I(1), U(9), F(1.5), BB(true), V{4}, &PV{1}, pv, nv, struct{}{}, []int{1}, map[string]int{}, VBad{}, math.MaxInt32, math.MaxInt32 + 1, int64(math.MinInt32) - 1, 2, "5", "99999999999", []byte("77"), complex(1, 2), int64(3)}
	for _, v := range vals {
		fmt.Printf("%T %v %v %v\n", v, show(v), driver.IsValue(v), driver.IsScanValue(v))
		r, err := driver.DefaultParameterConverter.ConvertValue(v)
		fmt.Printf("default: %T %v %v\n", r, show(r), err)
		if show(v) == "ptr" {
			continue // The text of a pointer differs from run to run.
		}
		r, err = driver.Bool.ConvertValue(v)
		fmt.Printf("bool: %T %v %v\n", r, r, err)
		r, err = driver.Int32.ConvertValue(v)
		fmt.Printf("int32: %T %v %v\n", r, r, err)
		r, err = driver.String.ConvertValue(v)
		fmt.Printf("string: %T %v %v\n", r, show(r), err)
		r, err = driver.Null{driver.Bool}.ConvertValue(v)
		fmt.Printf("null: %T %v %v\n", r, show(r), err)
		r, err = driver.NotNull{driver.Bool}.ConvertValue(v)
		fmt.Printf("notnull: %T %v %v\n", r, show(r), err)
	}
	fmt.Println(driver.Bool, driver.Int32, driver.String, driver.ErrBadConn, driver.ErrSkip, driver.ErrRemoveArgument)
	id, err := driver.ResultNoRows.LastInsertId()
	fmt.Println(id, err)
	id, err = driver.ResultNoRows.RowsAffected()
	fmt.Println(id, err)
	id, err = driver.RowsAffected(3).LastInsertId()
	fmt.Println(id, err)
	id, err = driver.RowsAffected(3).RowsAffected()
	fmt.Println(id, err)

	srcs := []driver.Value{nil, int64(42), int64(300), int64(-1), 2.5, true, []byte("12"), []byte("abc"), "3.25", "text", "true", time.Date(2020, 1, 2, 3, 4, 5, 6, time.UTC), uint64(math.MaxUint64)}
	for _, src := range srcs {
		fmt.Printf("src %T %v\n", src, show(src))
		try := func(dest any, get func() any) {
			err := sql.ConvertAssign(driver.ScanContext{}, dest, src)
			fmt.Printf("  %T %v %v\n", dest, show(get()), err)
		}
		{
			var x string
			try(&x, func() any { return x })
		}
		{
			var x []byte
			try(&x, func() any { return x })
		}
		{
			var x int
			try(&x, func() any { return x })
		}
		{
			var x int8
			try(&x, func() any { return x })
		}
		{
			var x uint8
			try(&x, func() any { return x })
		}
		{
			var x uint64
			try(&x, func() any { return x })
		}
		{
			var x float64
			try(&x, func() any { return x })
		}
		{
			var x float32
			try(&x, func() any { return x })
		}
		{
			var x bool
			try(&x, func() any { return x })
		}
		{
			var x any
			try(&x, func() any { return x })
		}
		{
			var x time.Time
			try(&x, func() any { return x })
		}
		{
			var x *int
			try(&x, func() any {
				if x == nil {
					return nil
				}
				return *x
			})
		}
		{
			var x S
			try(&x, func() any { return x })
		}
		{
			var x B
			try(&x, func() any { return x })
		}
		{
			var x BB
			try(&x, func() any { return x })
		}
		{
			var x sql.RawBytes
			try(&x, func() any { return x })
		}
		{
			var x sc
			try(&x, func() any { return x.got })
		}
		{
			var x struct{}
			try(&x, func() any { return x })
		}
		{
			var x complex128
			try(&x, func() any { return x })
		}
		try("notptr", func() any { return nil })
		try((*int)(nil), func() any { return nil })
		{
			var x sql.NullString
			fmt.Println("  ", x.Scan(src), x)
			fmt.Println(x.Value())
		}
		{
			var x sql.NullInt64
			fmt.Println("  ", x.Scan(src), x)
			fmt.Println(x.Value())
		}
		{
			var x sql.NullInt32
			fmt.Println("  ", x.Scan(src), x)
			fmt.Println(x.Value())
		}
		{
			var x sql.NullInt16
			fmt.Println("  ", x.Scan(src), x)
			fmt.Println(x.Value())
		}
		{
			var x sql.NullByte
			fmt.Println("  ", x.Scan(src), x)
			fmt.Println(x.Value())
		}
		{
			var x sql.NullFloat64
			fmt.Println("  ", x.Scan(src), x)
			fmt.Println(x.Value())
		}
		{
			var x sql.NullBool
			fmt.Println("  ", x.Scan(src), x)
			fmt.Println(x.Value())
		}
		{
			var x sql.NullTime
			fmt.Println("  ", x.Scan(src), x)
			fmt.Println(x.Value())
		}
		{
			var x sql.Null[string]
			fmt.Println("  ", x.Scan(src), x)
			fmt.Println(x.Value())
		}
		{
			var x sql.Null[S]
			fmt.Println("  ", x.Scan(src), x)
			fmt.Println(x.Value())
		}
		{
			x := sql.Null[V]{V{3}, true}
			fmt.Println(x.Value())
		}
	}
	for l := sql.LevelDefault; l < 9; l++ {
		fmt.Print(l, " ")
	}
	fmt.Println(sql.Named("n", 3), sql.ErrNoRows, sql.ErrConnDone, sql.ErrTxDone, sql.Out{}, sql.TxOptions{})
}

func show(v any) any {
	switch v := v.(type) {
	case *string, *int, *PV, *V:
		return "ptr"
	case []byte:
		return "bytes " + string(v)
	}
	return v
}
