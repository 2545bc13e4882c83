package main

// Directories that tests ask for: their names, when they vanish, and what the variables say.

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func exists(dir string) bool {
	_, err := os.Stat(dir)
	return err == nil
}

func main() {
	base, err := os.MkdirTemp("", "base")
	if err != nil {
		panic(err)
	}
	os.Setenv("GOTMPDIR", base)
	os.Setenv("PWD", "unset")
	start, err := os.Getwd()
	if err != nil {
		panic(err)
	}
	var kept, late string
	tests := []testing.InternalTest{
		{Name: "Late", F: func(t *testing.T) {
			t.Cleanup(func() {
				late = t.TempDir()
				fmt.Println("removed", !exists(kept), "anew", exists(late), filepath.Base(late))
			})
			kept = t.TempDir()
			rel, err := filepath.Rel(base, kept)
			fmt.Println(strings.HasPrefix(rel, "Late"), strings.HasSuffix(rel, "/001"), err)
			fmt.Println(filepath.Base(t.TempDir()))
		}},
		{Name: "Long", F: func(t *testing.T) {
			t.Run(strings.Repeat("äbc/*[", 200), func(t *testing.T) {
				dir := t.TempDir()
				name := filepath.Base(filepath.Dir(dir))
				fmt.Println(len(name) < 80, name[:12])
				fmt.Println(t.ArtifactDir() == t.ArtifactDir())
			})
		}},
		{Name: "Chdir", F: func(t *testing.T) {
			dir := t.TempDir()
			t.Chdir(dir)
			here, err := os.Getwd()
			fmt.Println(here == dir, os.Getenv("PWD") == dir, err)
			if err := os.Mkdir("below", 0o755); err != nil {
				panic(err)
			}
			t.Chdir("below")
			fmt.Println(os.Getenv("PWD") == dir+"/below")
		}},
		{Name: "After", F: func(t *testing.T) {
			here, err := os.Getwd()
			fmt.Println(here == start, os.Getenv("PWD"), err)
			fmt.Println(exists(kept), exists(late))
			os.RemoveAll(base)
		}},
	}
	testing.Main(func(pat, str string) (bool, error) { return true, nil }, tests, nil, nil)
}
