package main

type i interface{ i } // ERROR "invalid recursive type: i refers to itself"
type j interface{ k } // ERROR "invalid recursive type j"
type k interface{ j }

func main() {}
