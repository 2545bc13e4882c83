package main

import fmt

func main() {}
// ERROR@3 "syntax error: missing import path"
