//! Inputs that are broken or huge: whatever they are, there is a tree and there are errors, in reasonable time.

use super::{Mode, ParseResult, parse_file};
use crate::ast::NodeIds;
use crate::diag::Code;
use crate::source::SourceMap;

fn parse(text: impl Into<Vec<u8>>, mode: Mode) -> ParseResult {
    let mut map = SourceMap::new();
    let file = map.add("x.pgo", text);
    parse_file(&map, file, &mut NodeIds::new(), mode)
}

/// The same; what the grammar refuses, the reader of refused files must refuse, too.
fn parse_explained(text: String, mode: Mode) {
    let parsed = parse(text.as_str(), mode);
    let unexplained = parsed.diags.iter().find(|diag| diag.message == super::driver::UNEXPLAINED);
    assert!(unexplained.is_none(), "no reason to refuse at {unexplained:?}:\n{text}");
}

/// Runs with the stack that the interpreter gives to its front end.
fn with_stack(test: fn()) {
    let thread = std::thread::Builder::new().stack_size(64 << 20).spawn(test);
    thread.expect("a thread").join().expect("no panic");
}

#[test]
fn nesting_beyond_the_limit_is_an_error() {
    with_stack(|| {
        let n = 100_000;
        let wrap = |before: &str, open: &str, middle: &str, close: &str| {
            format!("{before}{}{middle}{}\n", open.repeat(n), close.repeat(n))
        };
        let inputs = [
            wrap("x := ", "(", "1", ")"),
            wrap("x := ", "- ", "1", ""),
            wrap("x := 1", " + 1", "", ""),
            wrap("x := a", ".b", "", ""),
            wrap("x := a", "()", "", ""),
            wrap("x := a", "[b", "", "]"),
            wrap("x := ", "T{", "", "}"),
            wrap("var x ", "[]", "int", ""),
            wrap("var x ", "map[int]", "int", ""),
            wrap("var x ", "map[", "int", "]int"),
            wrap("var x ", "*", "int", ""),
            wrap("var x ", "chan ", "int", ""),
            wrap("x := ", "func() ", "int {}", ""),
            wrap("x := ", "func() { y := ", "1", "}"),
            wrap("", "{", "", "}"),
            wrap("", "L:", "", ""),
            wrap("", "if a {} else ", "{}", ""),
            wrap("", "switch { case x: ", "", "}"),
            wrap("type T ", "struct { a ", "int", "}"),
            wrap("x := ", "go f(", "", ")"),
        ];
        for input in inputs {
            let parsed = parse(input.as_str(), Mode::Pgo);
            let start: String = input.chars().take(20).collect();
            assert_eq!(parsed.diags.len(), 1, "{start}: {:?}", parsed.diags.first());
            assert_eq!(parsed.diags[0].code, Code::NestedTooDeeply, "{start}");
        }
    });
}

#[test]
fn brackets_without_partners_are_errors() {
    with_stack(|| {
        for text in
            ["(", "[", "{", ")", "]", "}", "x := (", "f(\n", "if {", "func(", "T{", "([{", ")]}", "([)]"]
        {
            let parsed = parse(text.repeat(20_000), Mode::Pgo);
            assert!(!parsed.diags.is_empty(), "{text}");
        }
    });
}

#[test]
fn an_empty_file_is_a_script_but_no_go_file() {
    assert!(parse("", Mode::Pgo).diags.is_empty());
    assert_eq!(parse("", Mode::Go).diags[0].message, "expected 'package', found 'EOF'");
}

#[test]
fn bytes_that_are_not_text() {
    // A small generator of noise; its quality does not matter.
    let mut state = 12345u32;
    let noise: Vec<u8> = std::iter::repeat_with(|| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 24) as u8
    })
    .take(100_000)
    .collect();
    assert!(!parse(noise, Mode::Pgo).diags.is_empty());
}

#[test]
fn a_line_of_ten_megabytes() {
    let parsed = parse(format!("x := \"{}\"", "a".repeat(10 << 20)), Mode::Pgo);
    assert!(parsed.diags.is_empty());
}

/// All sources of the golden tests of this stage.
const SOURCES: [&str; 6] = [
    include_str!("../../tests/parse/braces_of_bodies.go"),
    include_str!("../../tests/parse/function_types.go"),
    include_str!("../../tests/parse/generics.go"),
    include_str!("../../tests/parse/expressions.go"),
    include_str!("../../tests/parse/statements.go"),
    include_str!("../../tests/parse/script.pgo"),
];

#[test]
fn a_file_that_ends_anywhere() {
    for source in SOURCES {
        for end in (0..source.len()).step_by(7) {
            parse_explained(source[..end].to_string(), Mode::Pgo);
        }
    }
}

#[test]
fn a_file_with_something_left_out_or_put_in() {
    for source in SOURCES {
        for at in (0..source.len()).step_by(13) {
            let (before, after) = source.split_at(at);
            parse_explained([before, after.get(1..).unwrap_or("")].concat(), Mode::Go);
            for token in [" ( ", " } ", " [ ", ";", " func ", " case ", ":", "\n"] {
                parse_explained([before, token, after].concat(), Mode::Pgo);
            }
        }
    }
}

#[test]
fn numbers_of_nodes_are_dense_and_apart() {
    let mut map = SourceMap::new();
    let mut ids = NodeIds::new();
    let a = map.add("a.go", "package a\nvar x = 1 + y");
    let b = map.add("b.go", "package a\nfunc f() { x }");
    parse_file(&map, a, &mut ids, Mode::Go);
    let first = ids.len();
    parse_file(&map, b, &mut ids, Mode::Go);
    // package, x, 1, y, the sum; package, f, x.
    assert_eq!((first, ids.len()), (5, 8));
}

#[test]
fn only_text_that_ends_too_early_is_incomplete() {
    let incomplete = [
        "func f() {",
        "func f() {\n\tif x {\n\t}\n",
        "x :=",
        "x := 1 +\n",
        "f(1,",
        "f(",
        "a.\n",
        "[]int{1,\n",
        "if x {\n",
        "for i := 0; i < 3; i++ {",
        "switch x {\ncase 1:\n",
        "select {",
        "go func() {",
        "x := `one",
        "f(`one",
        "/* a comment",
        "var (",
        "import (\n\t\"fmt\"",
        "type T struct {",
        "package main\n\nfunc main() {",
        "if x { f() } else",
        "x := []int{1, 2,",
        "a := 1; b := func() {",
    ];
    for text in incomplete {
        assert!(super::is_incomplete(text), "{text}");
        assert!(super::is_incomplete(&format!("{text}\n")), "{text}, newline");
    }
    let complete = [
        "",
        "\n",
        "// a comment",
        "x",
        "x := 1",
        "func f()",
        "func f() {}",
        "if x {}",
        "f(1",
        "f(1\n",
        "if x\n",
        "x := \"one",
        "x := 'a",
        "}",
        "f())",
        "x := {",
        "1 2",
        "func f() { x y",
        "#",
        "# {",
        "package main",
        "x := `one` \"two",
    ];
    for text in complete {
        assert!(!super::is_incomplete(text), "{text}");
    }
}
