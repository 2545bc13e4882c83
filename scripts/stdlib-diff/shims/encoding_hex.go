package hex

import real "encoding/hex"

func encode(dst, src []byte) { real.Encode(dst, src) }

func decode(dst, src []byte) int {
	n, _ := real.Decode(dst, src)
	return n
}
