package main

// What is done by way of an open directory: it may have been moved, its path may be too long for the system, and links in it
// are not followed.

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"
	"syscall"
	"time"
)

func check(err error) {
	if err != nil {
		panic(err)
	}
}

func names(entries []fs.DirEntry) (list []string) {
	for _, e := range entries {
		info, err := e.Info()
		if err != nil {
			list = append(list, e.Name()+" gone")
			continue
		}
		list = append(list, e.Name()+" "+info.Mode().String())
	}
	slices.Sort(list)
	return list
}

func main() {
	top, err := os.MkdirTemp("", "trees")
	check(err)
	defer os.RemoveAll(top)
	why := func(err error) string {
		if err == nil {
			return "done"
		}
		return strings.ReplaceAll(err.Error(), top, "TOP")
	}
	start, err := os.Getwd()
	check(err)

	// A tree whose path is longer than any path may be.
	check(os.Chdir(top))
	name := strings.Repeat("n", 200)
	check(os.Mkdir("deep", 0o755))
	check(os.Chdir("deep"))
	for range 30 {
		check(os.Mkdir(name, 0o755))
		check(os.WriteFile("file", nil, 0o644))
		check(os.Symlink("..", "up"))
		check(os.Chdir(name))
	}
	check(os.Chdir(top))
	_, err = os.Stat("deep/" + strings.Repeat(name+"/", 30))
	fmt.Println(errors.Is(err, syscall.ENAMETOOLONG))
	fmt.Println(why(os.RemoveAll(top + "/deep")))
	_, err = os.Lstat(top + "/deep")
	fmt.Println(errors.Is(err, fs.ErrNotExist))

	// Links are removed, and not what they lead to; also with slashes behind them.
	check(os.MkdirAll("kept/below", 0o755))
	check(os.WriteFile("kept/file", []byte("text"), 0o600))
	check(os.Mkdir("gone", 0o755))
	check(os.Symlink("../kept", "gone/link"))
	check(os.Symlink("kept", "link1"))
	check(os.Symlink("kept", "link2"))
	check(os.Symlink("kept/file", "toFile"))
	fmt.Println(why(os.RemoveAll("gone")), why(os.RemoveAll("link1/")), why(os.RemoveAll("toFile")), why(os.RemoveAll("kept/.")))
	check(os.WriteFile("plain", nil, 0o644))
	fmt.Println(why(os.RemoveAll("plain/")), why(os.RemoveAll("none/")), why(os.RemoveAll("")), why(os.Remove("link2/")))

	// A description has the name that was given.
	check(os.Symlink("kept/file", "toFile"))
	for _, path := range []string{"toFile", "link2", "link2/", "kept/.", "./kept//", ".", "kept/below/..", "link2/file"} {
		info, err := os.Stat(path)
		check(err)
		linfo, err := os.Lstat(path)
		check(err)
		fmt.Println(path, info.Name(), info.Mode(), linfo.Name(), linfo.Mode())
	}

	// An open directory goes with its file.
	dir, err := os.Open("kept")
	check(err)
	check(os.Rename("kept", "moved"))
	fmt.Println(why(os.WriteFile("kept", nil, 0o644)))
	entries, err := dir.ReadDir(-1)
	fmt.Println(names(entries), why(err))
	fmt.Println(why(dir.Chdir()))
	here, err := os.Getwd()
	fmt.Println(why(errors.New(here)), why(err))
	fmt.Println(why(dir.Chown(-1, -1)), why(dir.Chmod(0o700)))
	at, err := dir.Seek(0, io.SeekStart)
	fmt.Println(at, why(err))
	list, err := dir.Readdirnames(-1)
	slices.Sort(list)
	fmt.Println(list, why(err))
	list, err = dir.Readdirnames(-1)
	fmt.Println(list, why(err))
	list, err = dir.Readdirnames(1)
	fmt.Println(list, err == io.EOF)
	_, err = dir.Seek(0, io.SeekStart)
	check(err)
	infos, err := dir.Readdir(1)
	fmt.Println(len(infos), why(err))
	infos, err = dir.Readdir(9)
	fmt.Println(len(infos), why(err))
	infos, err = dir.Readdir(9)
	fmt.Println(len(infos), err == io.EOF)
	check(dir.Close())
	_, err = dir.ReadDir(-1)
	fmt.Println(why(err), why(dir.Chdir()))
	file, err := os.Open("file")
	check(err)
	_, err = file.ReadDir(-1)
	fmt.Println(why(err))
	_, err = file.Readdirnames(3)
	fmt.Println(why(err))
	fmt.Println(why(file.Chdir()))
	fmt.Println(file.SetDeadline(time.Now()), file.SetReadDeadline(time.Time{}) == os.ErrNoDeadline, why(file.Close()))
	fmt.Println(why(file.SetDeadline(time.Now())), why(file.Chmod(0)), why(file.Sync()))
	check(os.Chdir(top))

	// So does a Root.
	check(os.Remove("kept"))
	root, err := os.OpenRoot("moved")
	check(err)
	check(os.Rename("moved", "again"))
	check(root.WriteFile("new", []byte("by root"), 0o644))
	text, err := os.ReadFile("again/new")
	fmt.Println(string(text), why(err))
	below, err := root.OpenRoot("below")
	check(err)
	check(os.Rename("again/below", "elsewhere"))
	check(below.Mkdir("inside", 0o755))
	_, err = os.Stat("elsewhere/inside")
	fmt.Println(why(err))
	check(os.Symlink("../elsewhere", "again/out"))
	_, err = root.Stat("out/inside")
	fmt.Println(why(err))
	rootDir, err := root.Open(".")
	check(err)
	entries, err = rootDir.ReadDir(-1)
	check(os.Rename("again", "last"))
	fmt.Println(names(entries), why(err))
	check(rootDir.Close())
	check(below.Close())
	check(root.Close())
	_, err = root.Open("file")
	fmt.Println(why(err), why(root.Close()))

	// Getwd says the name by which the directory is known.
	check(os.Symlink("last", "shown"))
	check(os.Chdir("shown"))
	check(os.Setenv("PWD", top+"/shown"))
	here, err = os.Getwd()
	fmt.Println(why(errors.New(here)), why(err))
	check(os.Setenv("PWD", top+"/none"))
	here, err = os.Getwd()
	fmt.Println(why(errors.New(here)), why(err))
	check(os.Chdir(start))
	fmt.Println(os.NewFile(^uintptr(0), "none") == nil)
}
