// Command stdlib-names lists what the packages of the Go toolchain export and
// ours do not: functions, variables, constants, types, their methods and fields.
//
//	go run scripts/stdlib-names/main.go [package ...]
//
// Run it at the root of the repository. Without a package it looks at all that
// are in stdlib; then it names those of Go that are not, too.
package main

import (
	"fmt"
	"go/ast"
	"go/build"
	"go/parser"
	"go/token"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"sort"
	"strings"
)

// Exported names of one side, with a dot between a type and its method or field.
type names map[string]bool

func main() {
	log.SetFlags(0)
	packages := os.Args[1:]
	all := len(packages) == 0
	if all {
		packages = ours()
	}
	for _, path := range packages {
		real, err := build.Import(path, "", 0)
		if err != nil || real.Goroot == false {
			continue
		}
		var files []string
		for _, name := range append(real.GoFiles, real.CgoFiles...) {
			files = append(files, filepath.Join(real.Dir, name))
		}
		mine, _ := filepath.Glob(filepath.Join("stdlib", path, "*.pgo"))
		want, have := exported(files), exported(mine)
		var missing []string
		for name := range want {
			owner, _, member := strings.Cut(name, ".")
			if !have[name] && (!member || have[owner]) {
				missing = append(missing, name)
			}
		}
		sort.Strings(missing)
		if len(missing) > 0 {
			fmt.Printf("%s: %s\n", path, strings.Join(missing, " "))
		}
	}
	if all {
		list, err := exec.Command("go", "list", "std").Output()
		if err != nil {
			log.Fatal(err)
		}
		for _, path := range strings.Fields(string(list)) {
			if _, err := os.Stat(filepath.Join("stdlib", path)); err != nil && !strings.Contains(path, "internal") && !strings.HasPrefix(path, "vendor") {
				fmt.Println("no package", path)
			}
		}
	}
}

// ours gives the import paths of our packages.
func ours() (paths []string) {
	filepath.WalkDir("stdlib", func(path string, d os.DirEntry, err error) error {
		if err == nil && d.IsDir() {
			if files, _ := filepath.Glob(filepath.Join(path, "*.pgo")); len(files) > 0 {
				paths = append(paths, filepath.ToSlash(path[len("stdlib/"):]))
			}
		}
		return err
	})
	return paths
}

func exported(files []string) names {
	out := names{}
	set := token.NewFileSet()
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			log.Fatal(err)
		}
		tree, err := parser.ParseFile(set, file, text, parser.SkipObjectResolution)
		if err != nil {
			log.Print(err)
		}
		for _, decl := range tree.Decls {
			switch d := decl.(type) {
			case *ast.FuncDecl:
				out.function(d)
			case *ast.GenDecl:
				for _, spec := range d.Specs {
					switch s := spec.(type) {
					case *ast.ValueSpec:
						for _, n := range s.Names {
							out.add("", n.Name)
						}
					case *ast.TypeSpec:
						out.add("", s.Name.Name)
						if s.Name.IsExported() {
							out.members(s.Name.Name, s.Type)
						}
					}
				}
			}
		}
	}
	return out
}

func (n names) add(owner, name string) {
	if token.IsExported(name) {
		if owner != "" {
			name = owner + "." + name
		}
		n[name] = true
	}
}

func (n names) function(d *ast.FuncDecl) {
	if d.Recv == nil {
		n.add("", d.Name.Name)
		return
	}
	t := d.Recv.List[0].Type
	for {
		switch x := t.(type) {
		case *ast.StarExpr:
			t = x.X
			continue
		case *ast.IndexExpr:
			t = x.X
			continue
		case *ast.IndexListExpr:
			t = x.X
			continue
		case *ast.Ident:
			if x.IsExported() {
				n.add(x.Name, d.Name.Name)
			}
		}
		return
	}
}

func (n names) members(owner string, t ast.Expr) {
	var list *ast.FieldList
	switch t := t.(type) {
	case *ast.StructType:
		list = t.Fields
	case *ast.InterfaceType:
		list = t.Methods
	default:
		return
	}
	for _, field := range list.List {
		for _, name := range field.Names {
			n.add(owner, name.Name)
		}
	}
}
