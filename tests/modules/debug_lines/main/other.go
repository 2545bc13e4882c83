//go:debug panicnil=2

package main
