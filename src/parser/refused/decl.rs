//! Files, scripts and declarations.

use super::param::ListOf;
use super::reader::Reader;
use crate::lexer::Kind;

/// What declarations start with.
const DECLARATIONS: [Kind; 5] = [Kind::Import, Kind::Const, Kind::Type, Kind::Var, Kind::Func];

impl Reader<'_> {
    /// A Go file: package clause, imports, declarations. Gives false if the package clause is so wrong that nothing else
    /// is read.
    pub(super) fn go_file(&mut self) -> bool {
        if !self.got(Kind::Package) {
            self.syntax("package statement must be first");
            return false;
        }
        self.name();
        self.want(Kind::Semi);
        if self.has_errors() {
            return false;
        }
        let mut before = Kind::Import;
        // Whether the last declaration was a function without a body, whose `{` may stand on the next line.
        let mut bodiless = false;
        while let Some(kind) = self.kind() {
            if kind == Kind::Import && before != Kind::Import {
                self.syntax("imports must appear before other declarations");
            }
            before = kind;
            if !DECLARATIONS.contains(&kind) {
                self.syntax(if kind == Kind::LBrace && bodiless {
                    "unexpected semicolon or newline before {"
                } else {
                    "non-declaration statement outside function body"
                });
                self.skip_to(&DECLARATIONS);
                continue;
            }
            self.next();
            bodiless = match kind {
                Kind::Import => self.group(Self::import),
                Kind::Const => self.group(Self::constant),
                Kind::Type => self.group(Self::type_declaration),
                Kind::Var => self.group(Self::variable),
                _ => self.function(),
            };
            if !self.at_end() && !self.got(Kind::Semi) {
                self.unexpected(" after top level declaration");
                self.skip_to(&DECLARATIONS);
            }
        }
        true
    }

    /// A script: declarations and statements.
    pub(super) fn script(&mut self) {
        // Errors are skipped as in the body of a function.
        self.bodies = 1;
        while !self.at_end() {
            let start = self.at;
            match self.marked() {
                Some(Kind::Import) => {
                    self.next();
                    self.group(Self::import);
                }
                Some(Kind::FuncDecl) => {
                    self.next();
                    self.function();
                }
                _ => {
                    if !self.statement() {
                        self.unexpected(", expected statement");
                        self.next();
                        self.skip_to(&[Kind::Semi]);
                    }
                }
            }
            if !self.got(Kind::Semi) && !self.at_end() {
                self.unexpected(" at end of statement");
                self.skip_to(&[Kind::Semi, Kind::RBrace]);
                self.got(Kind::Semi);
            }
            if self.at == start {
                self.next();
            }
        }
    }

    /// One specification, or several in parentheses. Gives false, for the callers that ask for functions without body.
    pub(super) fn group(&mut self, one: impl Fn(&mut Self)) -> bool {
        if self.got(Kind::LParen) {
            self.list("grouped declaration", Kind::Semi, Kind::RParen, |r| {
                one(r);
                false
            });
        } else {
            one(self);
        }
        false
    }

    /// A name. Gives whether there was one.
    pub(super) fn name(&mut self) -> bool {
        let there = self.got(Kind::Name);
        if !there {
            self.expected("name");
            self.next();
        }
        there
    }

    /// More names behind the first.
    pub(super) fn more_names(&mut self) {
        while self.got(Kind::Comma) {
            self.name();
        }
    }

    /// `=`; a `:=` is reported and taken for it.
    fn assign(&mut self) -> bool {
        if self.is(Kind::Define) {
            self.expected("=");
            self.next();
            return true;
        }
        self.got(Kind::Assign)
    }

    fn import(&mut self) {
        if self.is(Kind::Name) || self.is(Kind::Dot) {
            self.next();
        }
        let path = self.span();
        let is_string = self.is(Kind::String);
        if !self.literal() {
            self.syntax("missing import path");
            self.skip_to(&[Kind::Semi, Kind::RParen]);
        } else if !is_string {
            self.syntax_at(path, "import path must be a string");
        }
    }

    pub(super) fn constant(&mut self) {
        self.name();
        self.more_names();
        if !self.at_end() && !self.is_any(&[Kind::Semi, Kind::RParen]) {
            self.optional_type();
            if self.assign() {
                self.expressions();
            }
        }
    }

    pub(super) fn variable(&mut self) {
        self.name();
        self.more_names();
        if self.assign() {
            self.expressions();
            return;
        }
        self.ty();
        if self.assign() {
            self.expressions();
        }
    }

    pub(super) fn type_declaration(&mut self) {
        self.name();
        let there = if self.is(Kind::LBrack) {
            self.bracket_behind_type_name()
        } else {
            self.assign();
            self.optional_type().is_some()
        };
        if !there {
            self.unexpected(" in type declaration");
            self.skip_to(&[Kind::Semi, Kind::RParen]);
        }
    }

    /// `[` behind the name of a declared type: type parameters and a type, or an array or slice type. Gives whether there
    /// was a type.
    fn bracket_behind_type_name(&mut self) -> bool {
        self.next();
        match self.kind() {
            Some(Kind::Name) => {
                let mut x = self.operand();
                // `P [` can only be a parameter and the start of its constraint.
                if !self.is(Kind::LBrack) {
                    self.literals += 1;
                    x = self.primary_rest(x);
                    x = self.binary_rest(x, 0);
                    self.literals -= 1;
                }
                match self.as_type_parameter(&x) {
                    Some(first) => {
                        self.type_parameters(Some(first));
                        self.assign();
                        self.optional_type().is_some()
                    }
                    None => {
                        self.array_rest(true);
                        true
                    }
                }
            }
            Some(Kind::RBrack) => {
                self.next();
                self.ty();
                true
            }
            _ => {
                self.array_rest(false);
                true
            }
        }
    }

    /// What follows `func` in a declaration. Gives whether it has no body.
    pub(super) fn function(&mut self) -> bool {
        let is_method = self.got(Kind::LParen);
        if is_method {
            match self.parameters(ListOf::Others) {
                0 => self.error_at(self.span(), "method has no receiver"),
                1 => {}
                _ => self.error_at(self.span(), "method has multiple receivers"),
            }
        }
        if self.is(Kind::Name) {
            self.name();
            self.signature("");
        } else {
            self.expected(if is_method { "name" } else { "name or (" });
            self.skip_to(&[Kind::LBrace, Kind::Semi]);
        }
        let has_body = self.is(Kind::LBrace);
        if has_body {
            self.body();
        }
        !has_body
    }
}
