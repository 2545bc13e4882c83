//! Tests of what helps with editing.

use super::assist::{goes_on, highlight};
use super::colon::command;
use phasync::engine::MemoryHost;
use phasync::engine::{Engine, Symbols};

fn symbols(entries: &[&str]) -> Symbols {
    let mut session =
        Engine::builder().host(Box::new(MemoryHost::default())).session().expect("nothing to refuse");
    for entry in entries {
        assert!(session.submit("x", entry), "{entry}: {:?}", session.diagnostics());
        session.run();
    }
    session.symbols()
}

#[test]
fn completion_knows_names_and_members() {
    let known = symbols(&[
        "type inner struct { Deep int }",
        "type point struct { X, Yy int; in *inner }",
        "func (p *point) Move() {}",
        "func (p point) mine() {}",
        "pt := point{in: &inner{}}",
        "import str \"strings\"",
        "var b bytes.Buffer",
    ]);
    for (text, at, words) in [
        // Prefixes that no package of the library that is still to come will share.
        ("panic", 0, vec!["panic"]),
        ("phas", 0, vec!["phasync"]),
        ("poi", 0, vec!["point"]),
        ("printl", 0, vec!["println"]),
        ("pt", 0, vec!["pt"]),
        ("x := fmt.Sprin", 9, vec!["Sprint", "Sprintf", "Sprintln"]),
        ("str.ToUp", 4, vec!["ToUpper", "ToUpperSpecial"]),
        ("pt.", 3, vec!["Move", "X", "Yy", "in", "mine"]),
        ("f(pt.in.D", 8, vec!["Deep"]),
        ("b.WriteS", 2, vec!["WriteString"]),
        ("nothing.", 8, vec![]),
        ("x :=", 4, vec![]),
        ("über", 0, vec![]),
    ] {
        let (start, found) = known.complete(text);
        assert_eq!((start, found), (at, words.into_iter().map(String::from).collect()), "{text}");
    }
}

#[test]
fn colours_change_nothing_else() {
    for text in [
        "x := 1 // comment",
        "for i := range 10 {\n\tfmt.Println(`a\nb`, \"é\", 'x', 1.5, 2i)\n}",
        "/* a */ return /* b\nc */ 0x",
        "\"not closed",
        "#?\u{e9}",
        "",
    ] {
        let mut plain = String::new();
        let mut rest = highlight(text);
        while let Some(at) = rest.find('\x1b') {
            plain.push_str(&rest[..at]);
            let end = rest[at..].find('m').expect("a colour ends") + at;
            rest = rest[end + 1..].to_string();
        }
        plain.push_str(&rest);
        assert_eq!(plain, text);
    }
    assert_eq!(highlight("if x"), "\x1b[35mif\x1b[0m x");
}

#[test]
fn a_program_is_not_cut_into_pieces() {
    let program = "package main\n\nfunc main() {\n\thelp()\n}\n\nfunc help() {}\n";
    assert!(!goes_on(program, true));
    assert!(goes_on("package main\n", false));
    assert!(goes_on("package main\n\nfunc main() {\n\thelp()\n}", false));
    assert!(!goes_on("package main\n\nfunc main() {}\n", false));
    assert!(goes_on(":time func() {", false));
    assert!(!goes_on(":doc {", false));
}

#[test]
fn commands_can_be_cut_short() {
    assert!(command("q").is_ok_and(|c| c.name == "quit"));
    assert!(command("ty").is_ok_and(|c| c.name == "type"));
    assert!(command("t").is_err_and(|e| e == ":t may be :type or :tasks"));
    assert!(command("x").is_err() && command("").is_err());
}
