// Command time-diff tests our package time against the Go toolchain's own,
// without our interpreter: calendar, zones, formats, durations.
//
//	go run scripts/time-diff/main.go [-n rounds] [-seed n]
//
// Run it at the root of the repository. It writes a module into a temporary
// directory: our package, in which the functions without body are those of
// clock.go.txt, and compare.go.txt, which calls both with random arguments.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
)

var bodiless = regexp.MustCompile(`(?m)^func [^{\n]*$`)

func main() {
	log.SetFlags(0)
	rounds := flag.Int("n", 20000, "rounds")
	seed := flag.Int64("seed", 1, "seed of the random arguments")
	flag.Parse()
	dir, err := os.MkdirTemp("", "time-diff")
	check(err)
	defer os.RemoveAll(dir)
	check(os.Mkdir(filepath.Join(dir, "ours"), 0o755))
	paths, err := filepath.Glob("stdlib/time/*.pgo")
	check(err)
	for _, path := range paths {
		text, err := os.ReadFile(path)
		check(err)
		text = bodiless.ReplaceAll(text, nil)
		name := "ours_" + strings.TrimSuffix(filepath.Base(path), ".pgo") + ".go"
		check(os.WriteFile(filepath.Join(dir, "ours", name), text, 0o644))
	}
	for from, to := range map[string]string{"clock.go.txt": "ours/clock.go", "compare.go.txt": "main.go"} {
		text, err := os.ReadFile(filepath.Join("scripts/time-diff", from))
		check(err)
		check(os.WriteFile(filepath.Join(dir, to), text, 0o644))
	}
	check(os.WriteFile(filepath.Join(dir, "go.mod"), []byte("module timediff\n\ngo 1.27\n"), 0o644))
	cmd := exec.Command("go", "run", ".", "-n", fmt.Sprint(*rounds), "-seed", fmt.Sprint(*seed))
	cmd.Dir = dir
	cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
	if err := cmd.Run(); err != nil {
		os.RemoveAll(dir)
		log.Fatal(err)
	}
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
