/* long
 comment */

//go:build go1.99

package main

func init() { list = append(list, "l") }
