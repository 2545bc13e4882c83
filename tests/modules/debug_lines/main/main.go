//go:debug panicnil=1
/* //go:debug panicnil=0 */
//go:debug nosuch=1
//go:debug panicnil=0
//go:debug randseednop
//go:debugger is another word
//go:debugged
package main

//go:debug nothing here
func main() {}
