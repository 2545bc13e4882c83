package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

func main() {
	dir, err := os.MkdirTemp("", "links")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)
	dir, _ = filepath.EvalSymlinks(dir)
	file, folder := filepath.Join(dir, "file"), filepath.Join(dir, "folder")
	fmt.Println(os.WriteFile(file, nil, 0o644), os.MkdirAll(filepath.Join(folder, "inner"), 0o755))
	fmt.Println(os.Symlink("file", filepath.Join(dir, "to_file")), os.Symlink("folder/", filepath.Join(dir, "to_folder")))
	for _, name := range []string{
		"file", "file/", "file//", "file/.", "file//.", "file/..", "to_file", "to_file/", "to_file/..", "to_folder", "to_folder/",
		"to_folder/inner", "to_folder/inner/", "to_folder/../file", "folder/", "folder//inner/.", "none", "none/",
	} {
		got, err := filepath.EvalSymlinks(dir + "/" + name)
		rel := strings.TrimPrefix(got, dir)
		if err != nil {
			fmt.Println(name, strings.ReplaceAll(err.Error(), dir, "DIR"))
			continue
		}
		fmt.Println(name, rel)
	}
	_, err = filepath.Glob("/*" + strings.Repeat("/", 10001))
	fmt.Println(err)
	_, err = fs.Glob(os.DirFS("."), "/*"+strings.Repeat("/", 10001))
	fmt.Println(err)
	found, err := filepath.Glob(dir + "/*/inn*")
	fmt.Println(len(found), err)
}
