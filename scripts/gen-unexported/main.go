// Command gen-unexported writes src/check/unexported.txt: for each package of ours, names that Go's package
// declares beside the exported ones which differ from them in the case of the first letter only. Who writes
// math.sqrt is told that it is not exported, and not that there is no such thing. Go's compiler knows those names
// only that stand in bodies which it makes in place, so it is asked.
//
//	go run scripts/gen-unexported/main.go
//
// Run it at the root of the repository.
package main

import (
	"go/ast"
	"go/build"
	"go/parser"
	"go/token"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

func main() {
	log.SetFlags(0)
	var out strings.Builder
	err := filepath.WalkDir("stdlib", func(path string, d os.DirEntry, err error) error {
		if err != nil || !d.IsDir() {
			return err
		}
		pkg := filepath.ToSlash(strings.TrimPrefix(path, "stdlib/"))
		real, err := build.Import(pkg, "", 0)
		if err != nil || !real.Goroot {
			return nil
		}
		if twins := known(pkg, real.Name, twins(real)); len(twins) > 0 {
			out.WriteString(pkg + " " + strings.Join(twins, " ") + "\n")
		}
		return nil
	})
	if err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile("src/check/unexported.txt", []byte(out.String()), 0o666); err != nil {
		log.Fatal(err)
	}
}

// known gives those of the names of which the compiler says that they are not exported.
func known(pkg, name string, all []string) []string {
	dir, err := os.MkdirTemp("", "unexported")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(dir)
	text := "package main\n\nimport " + strconv.Quote(pkg) + "\n\nfunc main() {\n"
	for _, twin := range all {
		text += "\t_ = " + name + "." + twin + "\n"
	}
	file := filepath.Join(dir, "main.go")
	if err := os.WriteFile(file, []byte(text+"}\n"), 0o666); err != nil {
		log.Fatal(err)
	}
	said, _ := exec.Command("go", "build", "-gcflags=-e", "-o", filepath.Join(dir, "main"), file).CombinedOutput()
	return slices.DeleteFunc(all, func(twin string) bool {
		return !strings.Contains(string(said), "name "+twin+" not exported")
	})
}

// twins gives the names of a package that would be those of exported things with a capital.
func twins(pkg *build.Package) []string {
	names := map[string]bool{}
	set := token.NewFileSet()
	for _, file := range pkg.GoFiles {
		tree, err := parser.ParseFile(set, filepath.Join(pkg.Dir, file), nil, parser.SkipObjectResolution)
		if err != nil {
			log.Fatal(err)
		}
		for _, decl := range tree.Decls {
			switch d := decl.(type) {
			case *ast.FuncDecl:
				if d.Recv == nil {
					names[d.Name.Name] = true
				}
			case *ast.GenDecl:
				for _, spec := range d.Specs {
					switch s := spec.(type) {
					case *ast.ValueSpec:
						for _, name := range s.Names {
							names[name.Name] = true
						}
					case *ast.TypeSpec:
						names[s.Name.Name] = true
					}
				}
			}
		}
	}
	var found []string
	for name := range names {
		if name[0] >= 'a' && name[0] <= 'z' && names[strings.ToUpper(name[:1])+name[1:]] {
			found = append(found, name)
		}
	}
	slices.Sort(found)
	return found
}
