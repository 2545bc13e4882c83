//! Labels and the statements that jump: `break`, `continue`, `goto`, `fallthrough`.
//!
//! In: a function body. Out: Go's errors about its jumps. Function literals inside are bodies of their own.
//!
//! A `goto` to a label that is already declared in an enclosing block is fine at once. The others wait in a list
//! that each block hands to the block around it; a label takes those of its name out of the list as it comes by,
//! in its own block. What waits at the end of the body jumps into a block, or nowhere.

use crate::ast::expr_string;
use crate::ast::{
    AssignOp, Block, BranchKind, CaseClause, Decl, Expr, ExprKind, File, Ident, Stmt, StmtKind, Visitor,
    walk_decl, walk_expr, walk_file,
};
use crate::diag::{Code, Diagnostic};
use crate::source::{Pos, SourceMap, Span, Symbol};

/// Checks the jumps of one function body; errors come in the order of the text.
pub fn check_branches(sources: &SourceMap, body: &Block) -> Vec<Diagnostic> {
    check_branches_of(sources, body.span.lo, &mut body.stmts.iter())
}

/// The same for a body that is a list of statements, as that of a script: `start` is its first position.
pub fn check_branches_of<'a>(
    sources: &'a SourceMap,
    start: Pos,
    stmts: &mut dyn Iterator<Item = &'a Stmt>,
) -> Vec<Diagnostic> {
    let mut checker = Checker { sources, blocks: Vec::new(), labels: Vec::new(), errors: Vec::new() };
    let waiting = checker.block(None, Targets::default(), None, start, stmts);
    for goto in waiting {
        match checker.label(goto.name) {
            Some(index) => {
                let label = &mut checker.labels[index];
                label.used = true;
                let block = checker.blocks[label.block].start;
                let message =
                    format!("goto {} jumps into block starting at {}", goto.name, checker.place(block));
                checker.error(Code::InvalidGoto, goto.span, message);
            }
            None => {
                let message = format!("label {} not defined", goto.name);
                checker.error(Code::UndefinedLabel, goto.span, message);
            }
        }
    }
    for label in &checker.labels {
        if !label.used {
            let message = format!("label {} defined and not used", label.ident.name);
            checker.errors.push(Diagnostic::error(Code::UnusedLabel, label.ident.span, message));
        }
    }
    checker.errors.sort_by_key(|error| error.span.lo);
    checker.errors
}

/// The same for every function of a file that is not checked further because of syntax errors: Go's parser sees to jumps,
/// but not in bodies that have such errors. `loose` are bodies that are not in the tree.
pub fn check_file_branches(
    sources: &SourceMap,
    file: &File,
    loose: &[Stmt],
    wrong: &[Diagnostic],
) -> Vec<Diagnostic> {
    let mut bodies = Bodies { sources, wrong, errors: Vec::new() };
    walk_file(&mut bodies, file);
    for stmt in loose {
        if let StmtKind::Block(body) = &stmt.kind {
            bodies.check(body);
        }
        bodies.visit_stmt(stmt);
    }
    bodies.errors
}

/// Checks the function bodies that it comes by.
struct Bodies<'a> {
    sources: &'a SourceMap,
    wrong: &'a [Diagnostic],
    errors: Vec<Diagnostic>,
}

impl Bodies<'_> {
    fn check(&mut self, body: &Block) {
        // An error at the brace itself is about what stands before it.
        let inside = |error: &Diagnostic| body.span.lo < error.span.lo && error.span.lo < body.span.hi;
        if !self.wrong.iter().any(|error| error.is_error() && inside(error)) {
            self.errors.extend(check_branches(self.sources, body));
        }
    }
}

impl Visitor for Bodies<'_> {
    fn visit_decl(&mut self, decl: &Decl) {
        if let Decl::Func(func) = decl
            && let Some(body) = &func.body
        {
            self.check(body);
        }
        walk_decl(self, decl);
    }

    fn visit_expr(&mut self, expr: &Expr) {
        if let ExprKind::FuncLit(func) = &expr.kind {
            self.check(&func.body);
        }
        walk_expr(self, expr);
    }
}

struct Checker<'a> {
    sources: &'a SourceMap,
    /// All blocks seen, by number.
    blocks: Vec<BlockInfo>,
    /// All labels declared so far; functions have few.
    labels: Vec<Label>,
    errors: Vec<Diagnostic>,
}

struct BlockInfo {
    parent: Option<usize>,
    start: Pos,
    /// The label of the statement that the block belongs to, and what may name it.
    label: Option<(Ident, Labeled)>,
}

struct Label {
    ident: Ident,
    /// The block in which it is declared.
    block: usize,
    used: bool,
}

/// What a labeled statement is to `break` and `continue`.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Labeled {
    Loop,
    SwitchOrSelect,
    Other,
}

/// What a jump without label refers to.
#[derive(Clone, Copy, Default)]
struct Targets {
    /// The statement that `break` leaves.
    breaks: Option<Breakable>,
    /// Whether `continue` has a loop.
    continues: bool,
    /// In the statement list of a switch clause: whether the clause is the last one.
    clause: Option<bool>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Breakable {
    Switch,
    TypeSwitch,
    Other,
}

impl Targets {
    /// Those inside a nested block.
    fn nested(self) -> Targets {
        Targets { clause: None, ..self }
    }
}

impl<'a> Checker<'a> {
    fn error(&mut self, code: Code, span: Span, message: impl Into<String>) {
        self.errors.push(Diagnostic::error(code, span, message));
    }

    /// `file:line:column`
    fn place(&self, pos: Pos) -> String {
        self.sources.origin(pos).map_or("?".to_owned(), |origin| origin.to_string())
    }

    fn label(&self, name: Symbol) -> Option<usize> {
        self.labels.iter().position(|label| label.ident.name == name)
    }

    /// Checks a statement list, and gives the labels of the `goto`s that still wait for theirs.
    fn block(
        &mut self,
        parent: Option<usize>,
        targets: Targets,
        label: Option<(Ident, Labeled)>,
        start: Pos,
        stmts: &mut dyn Iterator<Item = &'a Stmt>,
    ) -> Vec<Ident> {
        let block = self.blocks.len();
        self.blocks.push(BlockInfo { parent, start, label });
        let mut list = List { block, targets, waiting: Vec::new(), declared: None };
        let mut stmts = stmts.filter(|stmt| !matches!(stmt.kind, StmtKind::Empty)).peekable();
        while let Some(stmt) = stmts.next() {
            self.stmt(&mut list, stmt, None, stmts.peek().is_none());
        }
        list.waiting
    }

    fn stmt(&mut self, list: &mut List, stmt: &'a Stmt, label: Option<(Ident, Labeled)>, last: bool) {
        let targets = list.targets;
        let inner = targets.nested();
        match &stmt.kind {
            StmtKind::Decl(Decl::Var(group)) => {
                if let Some(name) = group.specs.first().and_then(|spec| spec.names.first()) {
                    list.declares(name.span.lo, name.name.to_string());
                }
            }
            StmtKind::Assign(assign) if assign.op == AssignOp::Define => {
                let names: Vec<String> = assign.lhs.iter().map(expr_string).collect();
                list.declares(assign.op_span.lo, names.join(", "));
            }
            StmtKind::Labeled { label, stmt } => {
                let is = match &stmt.kind {
                    StmtKind::For(_) | StmtKind::Range(_) => Labeled::Loop,
                    StmtKind::Switch(_) | StmtKind::TypeSwitch(_) | StmtKind::Select(_) => {
                        Labeled::SwitchOrSelect
                    }
                    _ => Labeled::Other,
                };
                let named = !label.name.is_blank();
                if named {
                    self.declare(list, *label);
                }
                self.stmt(list, stmt, named.then_some((*label, is)), last);
            }
            StmtKind::Branch { kind: BranchKind::Goto, label: Some(label) } => self.goto(list, *label),
            StmtKind::Branch { kind, label: Some(label) } => self.labeled_branch(list.block, *kind, *label),
            StmtKind::Branch { kind, label: None } => self.branch(targets, *kind, stmt.span, last),
            StmtKind::Block(body) => self.inner(list, inner, label, body),
            StmtKind::If(node) => {
                self.inner(list, inner, label, &node.then);
                if let Some(otherwise) = &node.otherwise {
                    let mut stmts = std::iter::once(otherwise);
                    let waiting = self.block(Some(list.block), inner, label, otherwise.span.lo, &mut stmts);
                    list.waiting.extend(waiting);
                }
            }
            StmtKind::For(node) => self.inner(list, loop_targets(), label, &node.body),
            StmtKind::Range(node) => self.inner(list, loop_targets(), label, &node.body),
            StmtKind::Switch(node) => self.clauses(list, Breakable::Switch, label, &node.clauses),
            StmtKind::TypeSwitch(node) => self.clauses(list, Breakable::TypeSwitch, label, &node.clauses),
            StmtKind::Select(node) => {
                let inner = Targets { breaks: Some(Breakable::Other), ..inner };
                for clause in &node.clauses {
                    let waiting =
                        self.block(Some(list.block), inner, label, clause.span.lo, &mut clause.body.iter());
                    list.waiting.extend(waiting);
                }
            }
            StmtKind::Bad
            | StmtKind::Empty
            | StmtKind::Decl(_)
            | StmtKind::Expr(_)
            | StmtKind::Send(_)
            | StmtKind::IncDec { .. }
            | StmtKind::Assign(_)
            | StmtKind::Go(_)
            | StmtKind::Defer(_)
            | StmtKind::Return(_) => {}
        }
    }

    fn inner(&mut self, list: &mut List, targets: Targets, label: Option<(Ident, Labeled)>, body: &'a Block) {
        let waiting = self.block(Some(list.block), targets, label, body.span.lo, &mut body.stmts.iter());
        list.waiting.extend(waiting);
    }

    fn clauses(
        &mut self,
        list: &mut List,
        breaks: Breakable,
        label: Option<(Ident, Labeled)>,
        clauses: &'a [CaseClause],
    ) {
        for (index, clause) in clauses.iter().enumerate() {
            let targets = Targets {
                breaks: Some(breaks),
                continues: list.targets.continues,
                clause: Some(index + 1 == clauses.len()),
            };
            let waiting =
                self.block(Some(list.block), targets, label, clause.span.lo, &mut clause.body.iter());
            list.waiting.extend(waiting);
        }
    }

    /// Declares a label and lets the waiting `goto`s of its name land.
    fn declare(&mut self, list: &mut List, ident: Ident) {
        let index = self.label(ident.name).unwrap_or_else(|| {
            self.labels.push(Label { ident, block: list.block, used: false });
            self.labels.len() - 1
        });
        let first = self.labels[index].ident;
        if first.id != ident.id {
            let message = format!("label {} already defined at {}", ident.name, self.place(first.span.lo));
            let error = Diagnostic::error(Code::Redeclared, ident.span, message);
            self.errors.push(error.with_label(first.span, "first defined here"));
        }
        let waiting = std::mem::take(&mut list.waiting);
        let (landing, waiting): (Vec<_>, Vec<_>) =
            waiting.into_iter().partition(|goto| goto.name == ident.name);
        list.waiting = waiting;
        for goto in landing {
            self.labels[index].used = true;
            if let Some(declared) = &list.declared
                && declared.skipped_by.contains(&goto)
            {
                let place = self.place(declared.pos);
                let message =
                    format!("goto {} jumps over declaration of {} at {place}", ident.name, declared.name);
                let error = Diagnostic::error(Code::InvalidGoto, goto.span, message)
                    .with_label(Span::at(declared.pos), "this variable would not be initialised");
                self.errors.push(error);
            }
        }
    }

    fn goto(&mut self, list: &mut List, target: Ident) {
        let Some(index) = self.label(target.name) else {
            list.waiting.push(target);
            return;
        };
        // It is used even where it can't be reached from here.
        self.labels[index].used = true;
        let declared_in = self.labels[index].block;
        let mut block = Some(list.block);
        while let Some(number) = block {
            if number == declared_in {
                return;
            }
            block = self.blocks[number].parent;
        }
        list.waiting.push(target);
    }

    /// `break L`, `continue L`: L must label a statement around.
    fn labeled_branch(&mut self, block: usize, kind: BranchKind, target: Ident) {
        let name = target.name;
        let Some(index) = self.label(name) else {
            let message = format!("{} label not defined: {name}", kind.as_str());
            self.error(Code::UndefinedLabel, target.span, message);
            return;
        };
        // It is used even if it is no valid target.
        self.labels[index].used = true;
        let id = self.labels[index].ident.id;
        let mut next = Some(block);
        let mut fits = false;
        while let Some(number) = next {
            if let Some((label, labeled)) = self.blocks[number].label
                && label.id == id
            {
                fits = match kind {
                    BranchKind::Break => labeled != Labeled::Other,
                    BranchKind::Continue => labeled == Labeled::Loop,
                    BranchKind::Goto | BranchKind::Fallthrough => true,
                };
                break;
            }
            next = self.blocks[number].parent;
        }
        if !fits {
            let message = format!("invalid {} label {name}", kind.as_str());
            self.error(Code::MisplacedBranch, target.span, message);
        }
    }

    /// A jump without label.
    fn branch(&mut self, targets: Targets, kind: BranchKind, span: Span, last: bool) {
        let message = match kind {
            BranchKind::Break if targets.breaks.is_none() => "break is not in a loop, switch, or select",
            BranchKind::Continue if !targets.continues => "continue is not in a loop",
            BranchKind::Fallthrough => match (targets.breaks, targets.clause) {
                (Some(Breakable::TypeSwitch), _) => "cannot fallthrough in type switch",
                (Some(Breakable::Switch), Some(final_clause)) if last => {
                    if !final_clause {
                        return;
                    }
                    "cannot fallthrough final case in switch"
                }
                _ => "fallthrough statement out of place",
            },
            BranchKind::Break | BranchKind::Continue => return,
            // The parser asks for the label.
            BranchKind::Goto => return,
        };
        self.error(Code::MisplacedBranch, span, message);
    }
}

/// The targets inside the body of a loop.
fn loop_targets() -> Targets {
    Targets { breaks: Some(Breakable::Other), continues: true, clause: None }
}

/// A statement list while it is walked.
struct List {
    /// Number of its block.
    block: usize,
    targets: Targets,
    /// Labels of the `goto`s that wait, in the order of the text.
    waiting: Vec<Ident>,
    /// The last variable declaration so far.
    declared: Option<Declared>,
}

/// A variable declaration in a statement list.
struct Declared {
    pos: Pos,
    name: String,
    /// The `goto`s that waited when it came: a label after it is out of bounds for them.
    skipped_by: Vec<Ident>,
}

impl List {
    fn declares(&mut self, pos: Pos, name: String) {
        self.declared = Some(Declared { pos, name, skipped_by: self.waiting.clone() });
    }
}
