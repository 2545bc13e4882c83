package main

import fmt

func main() {}
// ERROR@3 "missing import path"
