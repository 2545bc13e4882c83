package main

import (
	"bytes"
	"encoding/gob"
	"encoding/hex"
	"fmt"
)

type ET2 struct {
	X string
	Y int
}

func main() {
	for _, s := range []string{"", "7F6869", "036e6f77206973207468652074696d6520666f7220616c6c20676f6f64206d656e", "0424666f6f", "05100028557b02027f8302", "130a00fb5dad0bf8ff020263e70002fa28020202a89859", "0f1000fb285d003316020735ff023a65c5", "03fffb0616fffc00f902ff02ff03bf005d02885802a311a8120228022c028ee7", "10fe010f020102fe01100001fe010e000016fe010d030102fe010e00010101015801fe01100000000bfe011000f85555555555555555"} {
		b, _ := hex.DecodeString(s)
		fmt.Println(gob.NewDecoder(bytes.NewReader(b)).Decode(new(ET2)))
	}
}
