package main

import (
	"fmt"
	"path/filepath"
	"runtime"
)

func where() {
	_, file, line, _ := runtime.Caller(1)
	fmt.Println(filepath.Base(file), line)
}

func main() {
	where()
//line gen.y:100
	where()
/*line sub/other.y:7:3*/ where()
	where()
//line :9:1
	where()
	func() {
//line deep/in.y:1
		where()
		defer func() {
			recover()
			pc, file, line, _ := runtime.Caller(3)
			fmt.Println(runtime.FuncForPC(pc).Name(), filepath.Base(file), line)
		}()
		var m map[string]int
//line last.y:1
		m["a"] = 1
	}()
	//line not_at_the_start.y:3
	where()
}
