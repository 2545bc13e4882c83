//! What the source says about the objects that goroutines meet at: into which variables they are made, and where it sends,
//! receives, locks and so on.
//!
//! In: the checked trees of a program's own files. Out: [`Source`], tables of [`Op`]s and [`Func`]s, made in one walk when
//! somebody asks. Variables that may hold the same object are one *place*: closures share variables anyway; an argument
//! and its parameter, the sides of a plain assignment, and a field of all values of its type are tied together. That can
//! tie too much and too little: what is read off it are hints.

use std::collections::HashMap;
use std::rc::Rc;

use crate::ast::expr_string;
use crate::ast::*;
use crate::check::{CallKind, Checker, SelectionKind};
use crate::source::{Span, Symbol};
use crate::types::{ObjId, Type, TypeId};

/// What an operation does to its operand.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum OpKind {
    /// `ch <- v`
    Send,
    /// `<-ch`
    Receive,
    /// `range ch`
    Range,
    /// `close(ch)`
    Close,
    /// `mu.Lock()`, `mu.RLock()`
    Lock,
    /// `mu.Unlock()`, `mu.RUnlock()`
    Unlock,
    /// `wg.Add(n)`, `wg.Go(f)`
    Add,
    /// `wg.Done()`
    Done,
    /// `wg.Wait()`, `cond.Wait()`
    Wait,
    /// Another method of package sync, or one that leads to it.
    Method,
}

/// An operation.
#[derive(Clone, Debug)]
pub struct Op {
    /// What it does.
    pub kind: OpKind,
    /// Its operand, as it is written.
    pub text: String,
    /// The operand's place, as far as it has one.
    pub place: Option<PlaceId>,
    /// All of its text.
    pub span: Span,
    /// The function that it is in.
    pub func: FuncNo,
    /// It is the call of a `defer` statement.
    pub deferred: bool,
}

/// A function, declared or a literal; the statements of a script are one, too.
#[derive(Clone, Debug, Default)]
pub struct Func {
    /// Its name; of a literal that of the function around it.
    pub name: String,
    /// All of its text.
    pub span: Span,
    /// The function around a literal.
    pub outer: Option<FuncNo>,
    /// The `go` statements that start it.
    pub started: Vec<Span>,
    /// Its return statements.
    pub returns: Vec<Span>,
}

/// Numbers a function of the source.
pub type FuncNo = usize;

/// Names a place: see the head of this file.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct PlaceId(u32);

/// Where an object is made.
#[derive(Clone, Debug)]
struct Made {
    name: String,
    place: Option<PlaceId>,
}

/// What places are made of.
#[derive(PartialEq, Eq, Hash)]
enum Key {
    Object(ObjId),
    Field(TypeId, Symbol),
}

/// The tables.
#[derive(Default)]
pub struct Source {
    /// All operations, in the order of the text.
    pub ops: Vec<Op>,
    /// All functions.
    pub funcs: Vec<Func>,
    by_span: HashMap<Span, usize>,
    made: HashMap<Span, Made>,
    /// For each place, the one it is tied to; itself for the one that stands for all.
    tied: Vec<u32>,
    keys: HashMap<Key, PlaceId>,
    /// Where variables are declared.
    declared: HashMap<PlaceId, Span>,
}

impl Source {
    /// Reads the files that are not of the standard library.
    pub fn read(chk: &Checker) -> Source {
        let source = Source::default();
        let mut reader =
            Reader { chk, source, funcs: Vec::new(), deferred: false, go: None, starts: Vec::new() };
        for package in chk.packages.iter().filter(|package| !package.std) {
            for file in &package.files {
                reader.file(file);
            }
        }
        let Reader { mut source, starts, .. } = reader;
        for (decl, start) in starts {
            if let Some(func) = source.funcs.iter_mut().find(|func| func.span == decl) {
                func.started.push(start);
            }
        }
        source
    }

    /// The operation with exactly this text.
    pub fn op_at(&self, span: Span) -> Option<&Op> {
        self.by_span.get(&span).map(|&at| &self.ops[at])
    }

    /// The variable, field or element that an object is made into.
    pub fn made_into(&self, site: Span) -> Option<&str> {
        self.made.get(&site).map(|made| made.name.as_str())
    }

    /// The place that an object is made into.
    pub fn place_made(&self, site: Span) -> Option<PlaceId> {
        self.made.get(&site)?.place.map(|place| self.root(place))
    }

    /// The place of an operation's operand.
    pub fn place_of(&self, op: &Op) -> Option<PlaceId> {
        op.place.map(|place| self.root(place))
    }

    /// The operations on a place.
    pub fn ops_on(&self, place: PlaceId) -> impl Iterator<Item = &Op> {
        self.ops.iter().filter(move |op| self.place_of(op) == Some(place))
    }

    /// Where the variable that an operation names is declared.
    pub fn declaration(&self, op: &Op) -> Option<Span> {
        self.declared.get(&op.place?).copied()
    }

    /// The function that a position is in, the innermost.
    pub fn func_at(&self, span: Span) -> Option<FuncNo> {
        let around =
            self.funcs.iter().enumerate().filter(|(_, f)| f.span.lo <= span.lo && span.hi <= f.span.hi);
        around.min_by_key(|(_, f)| f.span.len()).map(|(at, _)| at)
    }

    fn root(&self, place: PlaceId) -> PlaceId {
        let mut at = place.0;
        while self.tied[at as usize] != at {
            at = self.tied[at as usize];
        }
        PlaceId(at)
    }

    fn tie(&mut self, a: PlaceId, b: PlaceId) {
        let (a, b) = (self.root(a), self.root(b));
        // The smaller number stands for both, so that the result does not depend on a table's order.
        self.tied[a.0.max(b.0) as usize] = a.0.min(b.0);
    }

    fn place(&mut self, key: Key, declared: Span) -> PlaceId {
        if let Some(&known) = self.keys.get(&key) {
            return known;
        }
        let place = PlaceId(self.tied.len() as u32);
        self.tied.push(place.0);
        self.keys.insert(key, place);
        self.declared.insert(place, declared);
        place
    }
}

/// The walk.
struct Reader<'c> {
    chk: &'c Checker,
    source: Source,
    /// The functions around, outermost first.
    funcs: Vec<FuncNo>,
    /// The expression is the call of a `defer` statement.
    deferred: bool,
    /// ... of this `go` statement.
    go: Option<Span>,
    /// Declared functions, by their spans, and the `go` statements that start them.
    starts: Vec<(Span, Span)>,
}

impl Reader<'_> {
    fn file(&mut self, file: &File) {
        let main = Func { name: "main".into(), span: file.span, ..Func::default() };
        self.source.funcs.push(main);
        self.funcs = vec![self.source.funcs.len() - 1];
        walk_file(self, file);
    }

    /// A function's body, with its parameters.
    fn func(&mut self, func: Func, walk: impl FnOnce(&mut Self)) -> FuncNo {
        let number = self.source.funcs.len();
        self.source.funcs.push(func);
        self.funcs.push(number);
        let (deferred, go) = (std::mem::take(&mut self.deferred), self.go.take());
        walk(self);
        (self.deferred, self.go) = (deferred, go);
        self.funcs.pop();
        number
    }

    fn current(&self) -> FuncNo {
        self.funcs.last().copied().unwrap_or(0)
    }

    /// The place that an expression names.
    fn place(&mut self, e: &Expr) -> Option<PlaceId> {
        match &e.unparen().kind {
            ExprKind::Ident(ident) => self.ident(ident),
            ExprKind::Selector(node) => {
                let selection = self.chk.info.selection(e.unparen().id)?;
                match selection.kind {
                    SelectionKind::Field => {
                        let key = Key::Field(selection.owner, node.sel.name);
                        Some(self.source.place(key, node.sel.span))
                    }
                    SelectionKind::Qualified(obj) => Some(self.object(obj)),
                    SelectionKind::Method { .. }
                    | SelectionKind::InterfaceMethod(_)
                    | SelectionKind::MethodExpr { .. }
                    | SelectionKind::InterfaceMethodExpr(_) => None,
                }
            }
            // An element stands for all of them.
            ExprKind::Index(node) => self.place(&node.x),
            ExprKind::Star(x) => self.place(x),
            ExprKind::Unary(node) if node.op == UnaryOp::Addr => self.place(&node.x),
            ExprKind::Call(call) => match &call.args[..] {
                [arg] if self.chk.info.call_kind(call.fun.id) == CallKind::Conversion => self.place(arg),
                _ => None,
            },
            _ => None,
        }
    }

    fn ident(&mut self, ident: &Ident) -> Option<PlaceId> {
        let obj = self.chk.info.use_of(ident.id).or_else(|| self.chk.info.def_of(ident.id))?;
        Some(self.object(obj))
    }

    fn object(&mut self, obj: ObjId) -> PlaceId {
        let span = self.chk.obj(obj).span;
        self.source.place(Key::Object(obj), span)
    }

    fn op(&mut self, kind: OpKind, operand: &Expr, span: Span) {
        let op = Op {
            kind,
            text: expr_string(operand.unparen()),
            place: self.place(operand),
            span,
            func: self.current(),
            deferred: self.deferred,
        };
        self.source.by_span.entry(span).or_insert(self.source.ops.len());
        self.source.ops.push(op);
    }

    /// `value` goes to `to`: it is made there, or is the same object.
    fn flow(&mut self, to: &Expr, value: &Expr) {
        let place = self.place(to);
        let name = expr_string(to.unparen());
        self.flow_to(&name, place, value);
    }

    fn flow_to(&mut self, name: &str, place: Option<PlaceId>, value: &Expr) {
        match &value.unparen().kind {
            ExprKind::Call(call) => match self.chk.info.call_kind(call.fun.id) {
                CallKind::Conversion => {
                    call.args.iter().for_each(|arg| self.flow_to(name, place, arg));
                }
                CallKind::Builtin(_) => {
                    self.source.made.insert(value.unparen().span, Made { name: name.to_owned(), place });
                    // `append(chans, make(chan int))`
                    for arg in call.args.iter().skip(1) {
                        self.flow_to(name, place, arg);
                    }
                }
                CallKind::Call => {}
            },
            ExprKind::CompositeLit(_) => {}
            _ => {
                if let (Some(a), Some(b)) = (place, self.place(value)) {
                    self.source.tie(a, b);
                }
            }
        }
    }

    /// An element of a composite literal: a field that is named, or an element without a name.
    fn element(&mut self, literal: &Expr, elem: &Element) {
        let Some(key) = &elem.key else { return };
        let ExprKind::Ident(name) = &key.kind else { return };
        if self.chk.info.selection(key.id).is_none() {
            return;
        }
        let owner = self.chk.info.ty(literal.id);
        let place = self.source.place(Key::Field(owner, name.name), name.span);
        self.flow_to(name.name.as_str(), Some(place), &elem.value);
    }

    /// The declaration of what a call calls, if it is not computed.
    fn called(&self, call: &Call) -> Option<Rc<FuncDecl>> {
        let obj = match &call.fun.unparen().kind {
            ExprKind::Ident(ident) => self.chk.info.use_of(ident.id),
            ExprKind::Selector(node) => match self.chk.info.selection(call.fun.unparen().id) {
                Some(selection) => match selection.kind {
                    SelectionKind::Method { obj, .. } => Some(obj),
                    SelectionKind::Qualified(obj) => Some(obj),
                    SelectionKind::Field
                    | SelectionKind::InterfaceMethod(_)
                    | SelectionKind::MethodExpr { .. }
                    | SelectionKind::InterfaceMethodExpr(_) => None,
                },
                None => self.chk.info.use_of(node.sel.id),
            },
            _ => None,
        };
        self.chk.func_decl(obj?)
    }

    /// Ties the arguments of a call to the parameters of what is called.
    fn arguments(&mut self, call: &Call) {
        if let ExprKind::FuncLit(lit) = &call.fun.unparen().kind {
            return self.bind(&lit.ty, &call.args);
        }
        let Some(decl) = self.called(call) else { return };
        if let (Some([recv]), ExprKind::Selector(node)) = (decl.recv.as_deref(), &call.fun.unparen().kind)
            && let [name] = &recv.names[..]
            && let (Some(a), Some(b)) = (self.ident(name), self.place(&node.x))
        {
            self.source.tie(a, b);
        }
        self.bind(&decl.ty, &call.args);
    }

    fn bind(&mut self, ty: &FuncType, args: &[Expr]) {
        let names: Vec<&Ident> = ty.params.iter().flat_map(|field| &field.names).collect();
        for (name, arg) in names.into_iter().zip(args) {
            let place = self.ident(name);
            self.flow_to(name.name.as_str(), place, arg);
        }
    }

    fn is_chan(&self, e: &Expr) -> bool {
        let under = self.chk.tt.known_under(self.chk.info.ty(e.id));
        matches!(self.chk.tt.get(under), Type::Chan(..))
    }

    /// What a call of a method does, if it is one of package sync.
    fn method(&self, call: &Call) -> Option<OpKind> {
        let ExprKind::Selector(node) = &call.fun.unparen().kind else { return None };
        let selection = self.chk.info.selection(call.fun.unparen().id)?;
        let std = match selection.kind {
            SelectionKind::Method { obj, .. } => {
                let pkg = &self.chk.packages[self.chk.obj(obj).pkg.0 as usize];
                pkg.std && &*pkg.path == "sync"
            }
            SelectionKind::InterfaceMethod(_) => matches!(node.sel.name.as_str(), "Lock" | "Unlock"),
            SelectionKind::Field
            | SelectionKind::Qualified(_)
            | SelectionKind::MethodExpr { .. }
            | SelectionKind::InterfaceMethodExpr(_) => false,
        };
        std.then(|| match node.sel.name.as_str() {
            "Lock" | "RLock" => OpKind::Lock,
            "Unlock" | "RUnlock" => OpKind::Unlock,
            "Add" | "Go" => OpKind::Add,
            "Done" => OpKind::Done,
            "Wait" => OpKind::Wait,
            _ => OpKind::Method,
        })
    }

    /// A call; `go` is the statement if it starts a goroutine.
    fn call(&mut self, call: &Call, span: Span) {
        let go = self.go.take();
        self.arguments(call);
        if let Some(kind) = self.method(call) {
            if let ExprKind::Selector(node) = &call.fun.unparen().kind {
                self.op(kind, &node.x, span);
            }
        } else if let (CallKind::Builtin(_), [arg], ExprKind::Ident(name)) =
            (self.chk.info.call_kind(call.fun.id), &call.args[..], &call.fun.unparen().kind)
            && name.name.as_str() == "close"
        {
            self.op(OpKind::Close, arg, span);
        }
        self.deferred = false;
        // `go func() { ... }()`, `wg.Go(func() { ... })`, `go f(x)`
        let spawns = go.or_else(|| {
            let adds =
                matches!(&call.fun.unparen().kind, ExprKind::Selector(n) if n.sel.name.as_str() == "Go");
            (adds && self.method(call) == Some(OpKind::Add)).then_some(span)
        });
        for part in std::iter::once(&call.fun).chain(&call.args) {
            let before = self.source.funcs.len();
            self.visit_expr(part);
            let literal = matches!(part.unparen().kind, ExprKind::FuncLit(_));
            if let (Some(start), true) = (spawns, literal)
                && let Some(func) = self.source.funcs.get_mut(before)
            {
                func.started.push(start);
            }
        }
        if let (Some(start), Some(decl)) = (go, self.called(call)) {
            self.starts.push((decl.span, start));
        }
    }
}

impl Visitor for Reader<'_> {
    fn visit_decl(&mut self, decl: &Decl) {
        match decl {
            Decl::Var(group) => {
                for spec in &group.specs {
                    for (name, value) in spec.names.iter().zip(&spec.values) {
                        let place = self.ident(name);
                        self.flow_to(name.name.as_str(), place, value);
                    }
                }
                walk_decl(self, decl);
            }
            Decl::Func(func) => {
                let name = func.name.name.to_string();
                self.func(Func { name, span: func.span, ..Func::default() }, |r| walk_decl(r, decl));
            }
            Decl::Bad(_) | Decl::Import(_) | Decl::Const(_) | Decl::Type(_) => {}
        }
    }

    fn visit_stmt(&mut self, stmt: &Stmt) {
        match &stmt.kind {
            StmtKind::Send(send) => self.op(OpKind::Send, &send.chan, stmt.span),
            StmtKind::Assign(assign) => {
                for (to, value) in assign.lhs.iter().zip(&assign.rhs) {
                    self.flow(to, value);
                }
            }
            StmtKind::Range(node) => {
                if self.is_chan(&node.x) {
                    self.op(OpKind::Range, &node.x, node.x.span);
                }
            }
            StmtKind::Go(_) => self.go = Some(stmt.span),
            StmtKind::Defer(_) => self.deferred = true,
            StmtKind::Return(_) => {
                let func = self.current();
                self.source.funcs[func].returns.push(stmt.span);
            }
            StmtKind::Bad
            | StmtKind::Empty
            | StmtKind::Decl(_)
            | StmtKind::Labeled { .. }
            | StmtKind::Expr(_)
            | StmtKind::IncDec { .. }
            | StmtKind::Branch { .. }
            | StmtKind::Block(_)
            | StmtKind::If(_)
            | StmtKind::Switch(_)
            | StmtKind::TypeSwitch(_)
            | StmtKind::Select(_)
            | StmtKind::For(_) => {}
        }
        walk_stmt(self, stmt);
        (self.go, self.deferred) = (None, false);
    }

    fn visit_expr(&mut self, expr: &Expr) {
        match &expr.kind {
            ExprKind::Unary(node) if node.op == UnaryOp::Recv => {
                self.op(OpKind::Receive, &node.x, expr.span);
                walk_expr(self, expr);
            }
            ExprKind::FuncLit(lit) => {
                let outer = self.current();
                let name = self.source.funcs[outer].name.clone();
                let func = Func { name, span: expr.span, outer: Some(outer), ..Func::default() };
                self.func(func, |r| r.visit_block(&lit.body));
            }
            ExprKind::CompositeLit(lit) => {
                for elem in &lit.elems {
                    self.element(expr, elem);
                }
                walk_expr(self, expr);
            }
            ExprKind::Call(call) => self.call(call, expr.span),
            _ => walk_expr(self, expr),
        }
    }
}
