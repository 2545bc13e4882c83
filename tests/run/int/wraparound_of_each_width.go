package main

import (
	"fmt"
	"math"
)

func main() {
	var i8 int8 = math.MaxInt8
	var i16 int16 = math.MaxInt16
	var i32 int32 = math.MaxInt32
	var i64 int64 = math.MaxInt64
	var i int = math.MaxInt
	var u8 uint8 = math.MaxUint8
	var u16 uint16 = math.MaxUint16
	var u32 uint32 = math.MaxUint32
	var u64 uint64 = math.MaxUint64
	var u uint = math.MaxUint
	var up uintptr = math.MaxUint64
	i8++
	i16++
	i32++
	i64++
	i++
	u8++
	u16++
	u32++
	u64++
	u++
	up++
	fmt.Println(i8, i16, i32, i64, i, u8, u16, u32, u64, u, up)
	i8--
	i16--
	i32--
	i64--
	i--
	u8--
	u16--
	u32--
	u64--
	u--
	up--
	fmt.Println(i8, i16, i32, i64, i, u8, u16, u32, u64, u, up)
	i8 *= 2
	i16 *= 3
	i32 *= 5
	i64 *= 7
	u8 *= 3
	u16 *= 5
	u32 *= 7
	u64 *= 9
	fmt.Println(i8, i16, i32, i64, u8, u16, u32, u64)
	i8 = -128
	i64 = math.MinInt64
	fmt.Println(-i8, i8/-1, i8%-1, -i64, i64/-1, i64%-1, -u8, -u64)
}
