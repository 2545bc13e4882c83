package main

//line grammar.y:10
var a int = "a"

//line sub/../other.y:20:5
var b int = "b"
var c int = "c"

//line :30:1
var d int = "d"

//line /absolute/x.y:40
var e int = "e"; /*line y.y:7:3*/ var f int = "f"; /* line z.y:8:8 */ var g int = "g"

//line no number
//line C:\x.y:9
//line :50
  //line indented.y:60
var h = `
//line raw.y:70
`
var i int = "i"

func main() {
//line grammar.y:80
	x := 1
}

// ERROR@7 "declaration" "declaration"
// ERROR@10 "declaration"
// ERROR@20 "declaration"
// ERROR@21 "declaration"
// ERROR@30 "declaration"
// ERROR@40 "declaration"
// ERROR@54 "declaration"
// ERROR@80 "declared and not used"
