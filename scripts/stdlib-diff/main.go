// Command stdlib-diff tests the language half of the standard library against
// the Go toolchain's own packages, without our interpreter.
//
//	go run scripts/stdlib-diff/main.go [-n rounds] [-seed n] [package ...]
//
// Run it at the root of the repository. It writes a module into a temporary
// directory: our packages (stdlib/**/*.pgo, under ours/), in which a function
// without body forwards to the real package or is taken from
// scripts/stdlib-diff/shims/<package>.go, and the harness, with a list of the
// exported functions and types of both sides. The harness calls both with
// random arguments and compares what they give.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
)

// The packages that can be tested so, and internal/rt, which they need.
var testable = []string{"bytes", "strconv", "strings", "unicode", "unicode/utf16", "unicode/utf8"}

const runtimeHelpers = "internal/rt"

func main() {
	log.SetFlags(0)
	rounds := flag.Int("n", 20000, "calls per function")
	seed := flag.Int64("seed", 1, "seed of the random arguments")
	keep := flag.Bool("keep", false, "keep the temporary module and print where it is")
	flag.Parse()
	packages := flag.Args()
	if len(packages) == 0 {
		packages = testable
	}

	dir, err := os.MkdirTemp("", "stdlib-diff")
	check(err)
	if *keep {
		fmt.Println(dir)
	} else {
		defer os.RemoveAll(dir)
	}
	write(filepath.Join(dir, "go.mod"), "module stdlibdiff\n\ngo 1.27\n")

	var list, imports strings.Builder
	for _, pkg := range append([]string{runtimeHelpers}, testable...) {
		p := load(pkg)
		p.writeTo(dir)
		for _, want := range packages {
			if want == pkg {
				fmt.Fprintf(&imports, "\tour_%s \"stdlibdiff/%s\"\n\treal_%s %q\n", p.name, ours(pkg), p.name, pkg)
				p.list(&list)
				p.reportMissing()
			}
		}
	}
	write(filepath.Join(dir, "list.go"), "package main\n\nimport (\n"+imports.String()+")\n\nfunc init() {\n"+list.String()+"}\n")
	harness, err := os.ReadFile("scripts/stdlib-diff/harness/harness.go")
	check(err)
	write(filepath.Join(dir, "main.go"), string(harness))

	cmd := exec.Command("go", "run", ".", "-n", fmt.Sprint(*rounds), "-seed", fmt.Sprint(*seed))
	cmd.Dir = dir
	cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
	if err := cmd.Run(); err != nil {
		if !*keep {
			os.RemoveAll(dir)
		}
		log.Fatal(err)
	}
}

// ours gives the import path of our version of a package in the module.
func ours(pkg string) string {
	return "ours/" + strings.ReplaceAll(pkg, "internal/", "")
}

type sourcePackage struct {
	path, name string
	files      map[string][]byte
	parsed     map[string]*ast.File
	fset       *token.FileSet
	shims      map[string]bool
	shimText   []byte
}

func load(pkg string) *sourcePackage {
	p := &sourcePackage{path: pkg, fset: token.NewFileSet(), files: map[string][]byte{}, parsed: map[string]*ast.File{}, shims: map[string]bool{}}
	paths, err := filepath.Glob(filepath.Join("stdlib", pkg, "*.pgo"))
	check(err)
	if len(paths) == 0 {
		log.Fatalf("no package %s under stdlib", pkg)
	}
	for _, path := range paths {
		text, err := os.ReadFile(path)
		check(err)
		file, err := parser.ParseFile(p.fset, path, text, parser.ParseComments)
		check(err)
		p.files[path], p.parsed[path], p.name = text, file, file.Name.Name
	}
	shim := filepath.Join("scripts/stdlib-diff/shims", strings.ReplaceAll(pkg, "/", "_")+".go")
	if text, err := os.ReadFile(shim); err == nil {
		file, err := parser.ParseFile(p.fset, shim, text, 0)
		check(err)
		p.shimText = text
		for _, decl := range file.Decls {
			if f, ok := decl.(*ast.FuncDecl); ok {
				p.shims[f.Name.Name] = true
			}
		}
	}
	return p
}

// writeTo writes the package as Go: imports of tested packages go to ours,
// bodies are added to native functions.
func (p *sourcePackage) writeTo(dir string) {
	dir = filepath.Join(dir, ours(p.path))
	check(os.MkdirAll(dir, 0o755))
	if p.shimText != nil {
		write(filepath.Join(dir, "shim.go"), string(p.shimText))
	}
	for path, text := range p.files {
		type edit struct {
			from, to int
			text     string
		}
		var edits []edit
		at := func(pos token.Pos) int { return p.fset.Position(pos).Offset }
		forwards := false
		for _, spec := range p.parsed[path].Imports {
			target, _ := strconv.Unquote(spec.Path.Value)
			for _, pkg := range append([]string{runtimeHelpers}, testable...) {
				if pkg == target {
					edits = append(edits, edit{at(spec.Path.Pos()), at(spec.Path.End()), strconv.Quote("stdlibdiff/" + ours(pkg))})
				}
			}
		}
		for _, decl := range p.parsed[path].Decls {
			f, ok := decl.(*ast.FuncDecl)
			if !ok || f.Body != nil {
				continue
			}
			if p.shims[f.Name.Name] {
				edits = append(edits, edit{at(f.Pos()), at(f.End()), ""})
				continue
			}
			if !f.Name.IsExported() {
				log.Fatalf("%s: %s needs a shim", path, f.Name.Name)
			}
			forwards = true
			args := []string{}
			for _, field := range f.Type.Params.List {
				for _, name := range field.Names {
					args = append(args, name.Name)
				}
			}
			body := fmt.Sprintf(" { return real.%s(%s) }", f.Name.Name, strings.Join(args, ", "))
			edits = append(edits, edit{at(f.End()), at(f.End()), body})
		}
		if forwards {
			end := at(p.parsed[path].Name.End())
			edits = append([]edit{{end, end, "\n\nimport real " + strconv.Quote(p.path) + "\n"}}, edits...)
		}
		var out bytes.Buffer
		last := 0
		for _, e := range edits {
			out.Write(text[last:e.from])
			out.WriteString(e.text)
			last = e.to
		}
		out.Write(text[last:])
		name := strings.TrimSuffix(filepath.Base(path), ".pgo") + ".go"
		// A go file called x_test.go or x_linux.go would mean something else.
		write(filepath.Join(dir, "ours_"+name), out.String())
	}
}

// list writes what the harness is to compare: every exported function, the
// exported types that have methods, and the exported variables and constants.
func (p *sourcePackage) list(out *strings.Builder) {
	methods := map[string]bool{}
	for _, file := range p.parsed {
		for _, decl := range file.Decls {
			switch decl := decl.(type) {
			case *ast.FuncDecl:
				name := decl.Name.Name
				if !decl.Name.IsExported() {
					continue
				}
				if decl.Recv == nil {
					fmt.Fprintf(out, "\tfunctions = append(functions, pair{%q, our_%s.%s, real_%s.%s})\n", p.path+"."+name, p.name, name, p.name, name)
				} else if star, ok := decl.Recv.List[0].Type.(*ast.StarExpr); ok {
					methods[star.X.(*ast.Ident).Name] = true
				}
			case *ast.GenDecl:
				for _, spec := range decl.Specs {
					spec, ok := spec.(*ast.ValueSpec)
					if !ok {
						continue
					}
					for _, name := range spec.Names {
						if name.IsExported() {
							fmt.Fprintf(out, "\tvalues = append(values, pair{%q, our_%s.%s, real_%s.%s})\n", p.path+"."+name.Name, p.name, name.Name, p.name, name.Name)
						}
					}
				}
			}
		}
	}
	for name := range methods {
		fmt.Fprintf(out, "\ttypes = append(types, pair{%q, new(our_%s.%s), new(real_%s.%s)})\n", p.path+"."+name, p.name, name, p.name, name)
	}
}

// reportMissing names what the real package exports and ours does not.
func (p *sourcePackage) reportMissing() {
	root, err := exec.Command("go", "env", "GOROOT").Output()
	check(err)
	paths, err := filepath.Glob(filepath.Join(strings.TrimSpace(string(root)), "src", p.path, "*.go"))
	check(err)
	have := map[string]bool{}
	for _, file := range p.parsed {
		exports(file, func(name string) { have[name] = true })
	}
	for _, path := range paths {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		check(err)
		if file.Name.Name != p.name {
			continue
		}
		exports(file, func(name string) {
			if !have[name] {
				fmt.Printf("%s.%s is missing\n", p.path, name)
			}
		})
	}
}

// exports gives the exported names of a file, methods as Type.Method.
func exports(file *ast.File, give func(name string)) {
	for _, decl := range file.Decls {
		switch decl := decl.(type) {
		case *ast.FuncDecl:
			if !decl.Name.IsExported() {
				continue
			}
			if decl.Recv == nil {
				give(decl.Name.Name)
				continue
			}
			t := decl.Recv.List[0].Type
			if star, ok := t.(*ast.StarExpr); ok {
				t = star.X
			}
			if id, ok := t.(*ast.Ident); ok && id.IsExported() {
				give(id.Name + "." + decl.Name.Name)
			}
		case *ast.GenDecl:
			for _, spec := range decl.Specs {
				switch spec := spec.(type) {
				case *ast.TypeSpec:
					if spec.Name.IsExported() {
						give(spec.Name.Name)
					}
				case *ast.ValueSpec:
					for _, name := range spec.Names {
						if name.IsExported() {
							give(name.Name)
						}
					}
				}
			}
		}
	}
}

func write(path, text string) {
	check(os.WriteFile(path, []byte(text), 0o644))
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
