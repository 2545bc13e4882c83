package main

var a, b = 1
var c, d int = 1, 2, 3
var e = nil
var f // ERROR
var g := 1 // ERROR
h := 1 // ERROR
var i int j // ERROR
