package main

func main() {}

//line foo:0
//line foo:1:0
//line foo:0:3
//line foo:x
//line foo:3:x
//line foo:99999999999999999999
//line foo:+3
//line foo: 3
//line x.y:1073741825
//line :
//line foo:
//line foo:x:3
var q q q
