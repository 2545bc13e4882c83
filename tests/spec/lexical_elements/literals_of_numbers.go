package main

import "fmt"

func main() {
	fmt.Println(42, 4_2, 0600, 0_600, 0o600, 0O600, 0xBadFace, 0xBad_Face, 0x_67_7a_2f_cc_40_c6, 0b1010, 0B_1, 0b_11_00)
	fmt.Println(uint64(170141183460469231731687303715884105727>>64), 170_141183_460469_231731_687303_715884_105727>>100)
	fmt.Println(0., 72.40, 072.40, 2.71828, 1.e+0, 6.67428e-11, 1e6, 1E6, .25, .12345e+5, 1_5., 0.15e+0_2, 00., 09.5, 08e0, 0_8.5)
	fmt.Println(0x1p-2, 0x2.p10, 0x1.Fp+0, 0x.8p-0, 0x_1fffp-16, 0x15e-2, 0X_1FFFP-16, 0X.8P1, 0x1p1_0)
	fmt.Println(0i, 0123i, 0o123i, 0xabci, 0.i, 2.71828i, 1.e+0i, 6.67428e-11i, 1e6i, .25i, .12345e+5i, 0x1p-2i, 0b11i, 0_8i, 09i, 1_0i)
	fmt.Println(5.0 == 5, 0x1p4 == 16, 'a' == 97, 0123i == 123i, 0o17 == 15, 1e0 == 1)
	fmt.Println(+1, -1, - -1, -+-1, ^0, ^-1, !true, -0.0, 1/-1e300/1e300)
	fmt.Println(1_000.000_1, 0x_f_f, 1e1_0, 0_1_2)
	var u8 uint8 = 0b1111_1111
	var f float32 = 0x1.fffffep127
	var d = 0x1.fffffffffffffp1023
	fmt.Println(u8, f, d, 0x1p-1074, 0x1p-149 == float32(0x1p-149))
}
