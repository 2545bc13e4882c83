package main

import (
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
)

func main() {
	fmt.Println(filepath.SkipDir, filepath.SkipAll, filepath.ErrBadPattern)
	fmt.Println(fs.SkipDir, path.ErrBadPattern, filepath.SkipDir == fs.SkipDir, filepath.ErrBadPattern == path.ErrBadPattern)
}
