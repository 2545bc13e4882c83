package main

import "strings"

func (int) m()              {} // ERROR "cannot define new methods on non-local type int"
func (strings.Builder) m()  {} // ERROR "cannot define new methods on non-local type strings.Builder"
func (x []int) m()          {} // ERROR "invalid receiver type []int"
func (p **t) m()            {} // ERROR "invalid receiver type **t"
func (i iface) m()          {} // ERROR "invalid receiver type iface (pointer or interface type)"
func (u undefined) m()      {} // ERROR "undefined: undefined"
func (a, b t) two()         {} // ERROR "method has multiple receivers"
func () none()              {} // ERROR "method has no receiver"

type t int
type iface interface{ f() }
type ptr *t

func (p ptr) m() {} // ERROR "invalid receiver type ptr (pointer or interface type)"

func main() {}
