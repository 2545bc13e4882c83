//! How much room `append` makes for a slice that Go would keep on the stack: programs see it by `cap`.
//!
//! Go gives the first array of a slice that does not escape 32 bytes, and moves one that escapes at a single place to the
//! heap there, its capacity cut to what the allocator has. So which slices escape has to be found out here, too: by one walk
//! over a function, without regard to order. A variable escapes if its value gets where the walk does not follow it. What a
//! called function does to its parameters is known by walking over that as well; Go's inlining is left out of account.

use hashbrown::HashMap;
use std::rc::Rc;

use super::analyze::{Analysis, Body};
use crate::ast::*;
use crate::check::object::FuncSig;
use crate::check::{CallKind, Checker, SelectionKind};
use crate::source::{Pos, Span};
use crate::types::universe::Builtin;
use crate::types::{ObjId, Subst, Type, TypeId};

/// The room of an `append`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Room {
    /// All 32 bytes, the first time that this `append` finds an empty slice.
    Whole,
    /// In steps, up to 32 bytes.
    Steps,
}

/// What is known of the slices of a function, and of the literals in it.
#[derive(Debug, Default)]
pub(super) struct Growth {
    /// By the number of the call.
    rooms: HashMap<NodeId, Room>,
    /// The calls with [`Room::Whole`] in a body, by where the body begins: each needs to know whether it made room before.
    wholes: HashMap<Pos, Vec<NodeId>>,
    /// Slices that are moved to the heap before a statement, by where it begins, with the call that made the first room.
    moves: HashMap<Pos, Vec<(ObjId, NodeId)>>,
}

impl Growth {
    /// The room of an `append`, if it is not the ordinary one.
    pub(super) fn room(&self, call: NodeId) -> Option<Room> {
        self.rooms.get(&call).copied()
    }

    /// The calls with [`Room::Whole`] in this body.
    pub(super) fn wholes(&self, body: Span) -> &[NodeId] {
        self.wholes.get(&body.lo).map_or(&[], |v| v)
    }

    /// The slices that are moved to the heap before this statement.
    pub(super) fn moves(&self, stmt: Span) -> &[(ObjId, NodeId)] {
        self.moves.get(&stmt.lo).map_or(&[], |v| v)
    }
}

/// Where a value goes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Dest {
    /// Nowhere: it is looked at.
    Nowhere,
    Var(ObjId),
    /// Where the walk does not follow.
    Away,
}

/// A variable that is a slice.
#[derive(Default)]
struct Var {
    escapes: bool,
    /// The variables that it is assigned to.
    into: Vec<ObjId>,
    /// How often it is mentioned; and how often in a way that leaves it the only one with its array.
    mentions: u32,
    harmless: u32,
    /// The statements after which it is not the only one.
    shared: Vec<Pos>,
    lost: bool,
    shows_cap: bool,
    /// How often it is appended to, by a guess.
    appended: u32,
    appends: Vec<NodeId>,
    depth: u32,
}

/// A declared function with its type arguments.
type Callee = (ObjId, Rc<[TypeId]>);

/// An `append` whose result goes to a variable.
struct Site {
    call: NodeId,
    key: Option<ObjId>,
    result: ObjId,
    func: usize,
}

struct Walk<'a> {
    chk: &'a mut Checker,
    facts: &'a Analysis,
    subst: &'a Subst,
    known: &'a mut Known,
    vars: HashMap<ObjId, Var>,
    sites: Vec<Site>,
    /// The bodies met, and the slices among their named results.
    funcs: Vec<(Pos, Vec<ObjId>)>,
    func: usize,
    loops: u32,
    stmt: Pos,
}

/// Which parameters of functions get away, the receiver first.
#[derive(Default)]
pub(super) struct Known {
    functions: HashMap<ObjId, Rc<[bool]>>,
    /// How many functions are being looked at because another one calls them.
    depth: u32,
}

/// So far calls are followed.
const MAX_DEPTH: u32 = 20;

impl Known {
    fn away(&mut self, chk: &mut Checker, obj: ObjId, targs: &[TypeId]) -> Rc<[bool]> {
        if let Some(known) = self.functions.get(&obj) {
            return known.clone();
        }
        chk.ensure_body(obj);
        let (Some(decl), Some(sig)) = (chk.func_decl(obj), chk.func_sig(obj)) else { return [].into() };
        let count = sig.recv.iter().chain(sig.params.iter()).count();
        let Some(body) = &decl.body else {
            // A native keeps nothing, but may give back what it was given.
            let gives = sig.results.iter().any(|&r| {
                let t = chk.obj_type(r);
                matches!(chk.tt.under_shape(t), Type::Slice(_))
            });
            return std::iter::repeat_n(gives, count).collect();
        };
        // Meanwhile, and if it goes too deep.
        let all: Rc<[bool]> = std::iter::repeat_n(true, count).collect();
        if self.depth >= MAX_DEPTH {
            return all;
        }
        self.functions.insert(obj, all);
        self.depth += 1;
        let subst = if targs.is_empty() { Subst::default() } else { Subst::new(&sig.tparams, targs) };
        let facts = super::functions::analysis(chk, &subst, Some(&sig), Body::Block(body));
        let (_, away) = growth(chk, &facts, &subst, &sig, body, self);
        self.depth -= 1;
        self.functions.insert(obj, away.clone());
        away
    }
}

/// Whether anything is appended in the body, other than slices to slices.
pub(super) fn appends(chk: &Checker, body: &Block) -> bool {
    struct Finder<'a>(&'a Checker, bool);
    impl Visitor for Finder<'_> {
        fn visit_expr(&mut self, e: &Expr) {
            if let ExprKind::Call(c) = &e.kind {
                self.1 |= c.ellipsis.is_none()
                    && self.0.info.call_kind(c.fun.id) == CallKind::Builtin(Builtin::Append);
            }
            if !self.1 {
                walk_expr(self, e);
            }
        }
    }
    let mut finder = Finder(chk, false);
    finder.visit_block(body);
    finder.1
}

/// Looks at a declared function: what is known of its slices, and which of its parameters get away.
pub(super) fn growth(
    chk: &mut Checker,
    facts: &Analysis,
    subst: &Subst,
    sig: &FuncSig,
    body: &Block,
    known: &mut Known,
) -> (Growth, Rc<[bool]>) {
    let params: Vec<ObjId> = sig.recv.iter().chain(sig.params.iter()).copied().collect();
    let results: &[ObjId] = if sig.named_results { &sig.results } else { &[] };
    let mut walk = Walk {
        chk,
        facts,
        subst,
        known,
        vars: HashMap::new(),
        sites: Vec::new(),
        funcs: Vec::new(),
        func: 0,
        loops: 0,
        stmt: body.span.lo,
    };
    walk.body(&params, results, body);
    let escaped = walk.escaped();
    let away = params.iter().map(|p| escaped.get(p).copied().unwrap_or(true)).collect();
    (walk.decide(&escaped), away)
}

impl Walk<'_> {
    fn body(&mut self, params: &[ObjId], results: &[ObjId], body: &Block) {
        let (func, loops) = (self.func, std::mem::take(&mut self.loops));
        self.func = self.funcs.len();
        self.funcs.push((body.span.lo, Vec::new()));
        for &p in params.iter().chain(results) {
            self.declare(p);
        }
        for result in results {
            if let Some(var) = self.vars.get_mut(result) {
                var.escapes = true;
                self.funcs[self.func].1.push(*result);
            }
        }
        self.block(body);
        (self.func, self.loops) = (func, loops);
    }

    /// Follows the variable from here on, if it is a slice in registers.
    fn declare(&mut self, var: ObjId) {
        let t = self.chk.obj_type(var);
        let t = if self.subst.is_empty() { t } else { self.chk.tt.subst(t, self.subst) };
        let slice = matches!(self.chk.tt.under_shape(t), Type::Slice(_));
        if slice && !self.facts.in_cell(var) && !self.facts.captured(var) {
            self.vars.insert(var, Var { depth: self.loops, ..Var::default() });
        }
    }

    /// The variable that is followed, if the expression is one.
    fn tracked(&self, e: &Expr) -> Option<ObjId> {
        let id = e.unparen().as_ident()?.id;
        let var = self.chk.info.use_of(id).or_else(|| self.chk.info.def_of(id))?;
        self.vars.contains_key(&var).then_some(var)
    }

    fn harmless(&mut self, e: &Expr, mentions: u32, shows_cap: bool) {
        if let Some(var) = self.tracked(e).and_then(|var| self.vars.get_mut(&var)) {
            var.harmless += mentions;
            var.shows_cap |= shows_cap;
        }
    }

    /// From this statement on the variable is not the only one with its array.
    fn shared(&mut self, var: ObjId) {
        let (stmt, loops) = (self.stmt, self.loops);
        if let Some(var) = self.vars.get_mut(&var) {
            var.lost |= loops > var.depth;
            var.shared.push(stmt);
        }
    }

    fn block(&mut self, block: &Block) {
        block.stmts.iter().for_each(|s| self.stmt(s));
    }

    fn look(&mut self, e: &Expr) {
        self.expr(e, Dest::Nowhere);
    }

    fn stmt(&mut self, s: &Stmt) {
        let around = std::mem::replace(&mut self.stmt, s.span.lo);
        self.stmt_inside(s);
        self.stmt = around;
    }

    fn stmt_inside(&mut self, s: &Stmt) {
        match &s.kind {
            StmtKind::Bad | StmtKind::Empty | StmtKind::Branch { .. } => {}
            StmtKind::Decl(Decl::Var(group)) => {
                for spec in &group.specs {
                    let vars: Vec<Option<ObjId>> =
                        spec.names.iter().map(|n| self.chk.info.def_of(n.id)).collect();
                    vars.iter().flatten().for_each(|&v| self.declare(v));
                    for (i, var) in vars.iter().enumerate() {
                        let value = spec.values.get(i).filter(|_| spec.values.len() == spec.names.len());
                        let tracked = var.filter(|v| self.vars.contains_key(v));
                        if let Some(var) = tracked.and_then(|v| self.vars.get_mut(&v)) {
                            var.mentions += 1;
                            var.harmless += u32::from(spec.values.is_empty());
                        }
                        if let Some(value) = value {
                            self.assign(tracked, value, tracked.map_or(Dest::Away, Dest::Var));
                        }
                    }
                    if spec.values.len() != spec.names.len() {
                        spec.values.iter().for_each(|e| self.expr(e, Dest::Away));
                    }
                }
            }
            StmtKind::Decl(_) => {}
            StmtKind::Labeled { stmt, .. } => self.stmt(stmt),
            StmtKind::Expr(e) => self.look(e),
            StmtKind::Send(send) => {
                self.look(&send.chan);
                self.expr(&send.value, Dest::Away);
            }
            StmtKind::IncDec { x, .. } => self.look(x),
            StmtKind::Assign(a) => self.assignment(a),
            StmtKind::Go(e) | StmtKind::Defer(e) => self.call_away(e),
            StmtKind::Return(values) => {
                for e in values {
                    if let Some(var) = self.tracked(e) {
                        self.harmless(e, 1, false);
                        self.shared(var);
                    }
                    self.expr(e, Dest::Away);
                }
                if values.is_empty() {
                    let results = self.funcs[self.func].1.clone();
                    results.into_iter().for_each(|r| self.shared(r));
                }
            }
            StmtKind::Block(block) => self.block(block),
            StmtKind::If(node) => {
                node.init.iter().for_each(|s| self.stmt(s));
                self.look(&node.cond);
                self.block(&node.then);
                node.otherwise.iter().for_each(|s| self.stmt(s));
            }
            StmtKind::Switch(node) => {
                node.init.iter().for_each(|s| self.stmt(s));
                node.tag.iter().for_each(|e| self.look(e));
                for clause in &node.clauses {
                    clause.exprs.iter().flatten().for_each(|e| self.look(e));
                    clause.body.iter().for_each(|s| self.stmt(s));
                }
            }
            StmtKind::TypeSwitch(node) => {
                node.init.iter().for_each(|s| self.stmt(s));
                self.expr(&node.x, Dest::Away);
                for clause in &node.clauses {
                    if let Some(var) = self.chk.info.implicit(clause.id) {
                        self.declare(var);
                    }
                    clause.body.iter().for_each(|s| self.stmt(s));
                }
            }
            StmtKind::Select(node) => {
                for clause in &node.clauses {
                    clause.comm.iter().for_each(|s| self.stmt(s));
                    clause.body.iter().for_each(|s| self.stmt(s));
                }
            }
            StmtKind::For(f) => {
                self.loops += 1;
                f.init.iter().for_each(|s| self.stmt(s));
                f.cond.iter().for_each(|e| self.look(e));
                f.post.iter().for_each(|s| self.stmt(s));
                self.block(&f.body);
                self.loops -= 1;
            }
            StmtKind::Range(r) => {
                if let Some(var) = self.tracked(&r.x) {
                    self.harmless(&r.x, 1, false);
                    self.shared(var);
                }
                self.look(&r.x);
                self.loops += 1;
                for e in r.key.iter().chain(&r.value) {
                    match e.as_ident().and_then(|id| self.chk.info.def_of(id.id)) {
                        Some(var) => {
                            self.declare(var);
                            if let Some(var) = self.vars.get_mut(&var) {
                                var.mentions += 1;
                            }
                        }
                        None => self.look(e),
                    }
                }
                self.block(&r.body);
                self.loops -= 1;
            }
        }
    }

    fn assignment(&mut self, a: &Assign) {
        if a.op == AssignOp::Define {
            let vars: Vec<ObjId> =
                a.lhs.iter().filter_map(|e| self.chk.info.def_of(e.as_ident()?.id)).collect();
            vars.into_iter().for_each(|v| self.declare(v));
        }
        if a.lhs.len() != a.rhs.len() {
            a.rhs.iter().for_each(|e| self.expr(e, Dest::Away));
            return a.lhs.iter().for_each(|e| self.look(e));
        }
        for (to, value) in a.lhs.iter().zip(&a.rhs) {
            let var = self.tracked(to);
            self.look(to);
            let blank = to.unparen().as_ident().is_some_and(|id| id.name.as_str() == "_");
            let dest = var.map_or(if blank { Dest::Nowhere } else { Dest::Away }, Dest::Var);
            self.assign(var, value, dest);
        }
    }

    /// `var = value`, or an assignment to what is not followed.
    fn assign(&mut self, var: Option<ObjId>, value: &Expr, dest: Dest) {
        let inner = value.unparen();
        if let Some(var) = var {
            let (mut mentions, mut shows_cap, mut append) = (0, false, None);
            match &inner.kind {
                ExprKind::Ident(id) if id.name.as_str() == "nil" => mentions = 1,
                ExprKind::CompositeLit(_) => (mentions, shows_cap) = (1, true),
                ExprKind::Slice(s) if self.tracked(&s.x) == Some(var) => (mentions, shows_cap) = (2, true),
                ExprKind::Call(c) if self.builtin(c) == Some(Builtin::Append) => {
                    let key = c.args.first().and_then(|e| self.tracked(e));
                    if key == Some(var) {
                        mentions = 2;
                        append = Some(inner.id);
                    }
                    if c.ellipsis.is_none() && c.args.len() > 1 {
                        self.sites.push(Site { call: inner.id, key, result: var, func: self.func });
                    }
                }
                _ => {}
            }
            let loops = self.loops;
            if let Some(var) = self.vars.get_mut(&var) {
                var.harmless += mentions;
                var.shows_cap |= shows_cap;
                if let Some(call) = append {
                    var.appends.push(call);
                    var.appended += 1 + loops.saturating_sub(var.depth);
                }
            }
        }
        if let Some(from) = self.tracked(inner) {
            self.harmless(inner, 1, false);
            self.shared(from);
        }
        self.expr(value, dest);
    }

    fn builtin(&self, c: &Call) -> Option<Builtin> {
        match self.chk.info.call_kind(c.fun.id) {
            CallKind::Builtin(id) => Some(id),
            CallKind::Call | CallKind::Conversion => None,
        }
    }

    fn expr(&mut self, e: &Expr, dest: Dest) {
        match &e.kind {
            ExprKind::Bad
            | ExprKind::BasicLit(_)
            | ExprKind::ArrayType(_)
            | ExprKind::StructType(_)
            | ExprKind::FuncType(_)
            | ExprKind::InterfaceType(_)
            | ExprKind::MapType(_)
            | ExprKind::ChanType(_) => {}
            ExprKind::Ident(_) => {
                if let Some(var) = self.tracked(e).and_then(|var| self.vars.get_mut(&var)) {
                    var.mentions += 1;
                    match dest {
                        Dest::Nowhere => {}
                        Dest::Var(to) => var.into.push(to),
                        Dest::Away => var.escapes = true,
                    }
                }
            }
            ExprKind::Paren(x) => self.expr(x, dest),
            ExprKind::FuncLit(lit) => {
                let Some(sig) = self.chk.lit_sig(lit.id) else { return };
                let results: &[ObjId] = if sig.named_results { &sig.results } else { &[] };
                self.body(&sig.params, results, &lit.body);
            }
            ExprKind::CompositeLit(lit) => {
                let inside = if dest == Dest::Nowhere { Dest::Nowhere } else { Dest::Away };
                for elem in &lit.elems {
                    elem.key.iter().for_each(|key| self.expr(key, inside));
                    self.expr(&elem.value, inside);
                }
            }
            ExprKind::Selector(s) => {
                // A method value keeps its receiver.
                let field = self.chk.info.selection(e.id).is_none_or(|sel| sel.kind == SelectionKind::Field);
                self.expr(&s.x, if field { Dest::Nowhere } else { Dest::Away });
            }
            ExprKind::Index(i) => {
                self.harmless(&i.x, 1, false);
                self.look(&i.x);
                i.indices.iter().for_each(|e| self.look(e));
            }
            ExprKind::Slice(s) => {
                self.expr(&s.x, dest);
                [&s.lo, &s.hi, &s.max].into_iter().flatten().for_each(|e| self.look(e));
            }
            ExprKind::TypeAssert(t) => self.look(&t.x),
            ExprKind::Star(x) => self.look(x),
            ExprKind::Unary(u) if u.op == UnaryOp::Addr => self.address(&u.x, dest),
            ExprKind::Unary(u) => self.look(&u.x),
            ExprKind::Binary(b) => {
                self.look(&b.x);
                self.look(&b.y);
            }
            ExprKind::Go(x) => self.call_away(x),
            ExprKind::Call(c) => self.call(e, c, dest),
        }
    }

    /// `&x`: the address of an element is one of the array.
    fn address(&mut self, x: &Expr, dest: Dest) {
        let mut at = x.unparen();
        loop {
            match &at.kind {
                ExprKind::Selector(s) => at = s.x.unparen(),
                ExprKind::Index(i) => match self.tracked(&i.x) {
                    Some(var) => {
                        if let Some(var) = self.vars.get_mut(&var) {
                            var.lost = true;
                            var.escapes |= dest != Dest::Nowhere;
                        }
                        break;
                    }
                    None => at = i.x.unparen(),
                },
                _ => break,
            }
        }
        self.expr(x, if dest == Dest::Nowhere { Dest::Nowhere } else { Dest::Away });
    }

    /// A call in another goroutine, or later.
    fn call_away(&mut self, e: &Expr) {
        match &e.unparen().kind {
            ExprKind::Call(c) => {
                self.expr(&c.fun, Dest::Away);
                c.args.iter().for_each(|e| self.expr(e, Dest::Away));
            }
            _ => self.look(e),
        }
    }

    fn call(&mut self, e: &Expr, c: &Call, dest: Dest) {
        match self.chk.info.call_kind(c.fun.id) {
            CallKind::Conversion => {
                let (to, from) = (self.chk.info.ty(e.id), c.args.first().map(|a| self.chk.info.ty(a.id)));
                let slice = |walk: &mut Self, t: TypeId| {
                    let t = if walk.subst.is_empty() { t } else { walk.chk.tt.subst(t, walk.subst) };
                    matches!(walk.chk.tt.under_shape(t), Type::Slice(_))
                };
                // Slices become strings by copying; what becomes an interface is not followed.
                let dest = match (slice(self, to), from.is_some_and(|t| slice(self, t))) {
                    (true, true) => dest,
                    (false, true) if self.chk.info.ty(e.id) == TypeId::STRING => Dest::Nowhere,
                    _ => Dest::Away,
                };
                c.args.iter().for_each(|e| self.expr(e, dest));
            }
            CallKind::Builtin(id) => self.builtin_call(id, c, dest),
            CallKind::Call => self.function_call(c),
        }
    }

    fn builtin_call(&mut self, id: Builtin, c: &Call, dest: Dest) {
        for (i, e) in c.args.iter().enumerate() {
            match id {
                Builtin::Len | Builtin::Cap => self.harmless(e, 1, id == Builtin::Cap),
                _ => {}
            }
            let dest = match id {
                Builtin::Append if i == 0 => dest,
                Builtin::Append if c.ellipsis.is_none() => Dest::Away,
                Builtin::Panic => Dest::Away,
                _ => Dest::Nowhere,
            };
            self.expr(e, dest);
        }
    }

    fn function_call(&mut self, c: &Call) {
        let (callee, receiver) = self.callee(&c.fun);
        let asked = receiver.into_iter().chain(&c.args).any(|e| self.tracked(e).is_some());
        let callee = callee.filter(|_| asked);
        let away: Option<Rc<[bool]>> = callee.map(|(obj, targs)| self.known.away(self.chk, obj, &targs));
        match receiver {
            Some(x) => {
                let leaks = away.as_ref().is_none_or(|a| a.first().copied().unwrap_or(true));
                self.argument(x, leaks);
            }
            None => self.look(&c.fun),
        }
        let skip = usize::from(receiver.is_some());
        let params = away.as_ref().map_or(0, |a| a.len().saturating_sub(skip));
        for (i, e) in c.args.iter().enumerate() {
            // Values of a variadic parameter are put into a slice.
            let own = i < params && (c.ellipsis.is_some() || params == c.args.len());
            let leaks = !own || away.as_ref().is_none_or(|a| a.get(i + skip).copied().unwrap_or(true));
            self.argument(e, leaks);
        }
    }

    fn argument(&mut self, e: &Expr, leaks: bool) {
        if !leaks {
            self.harmless(e, 1, true);
        }
        self.expr(e, if leaks { Dest::Away } else { Dest::Nowhere });
    }

    /// The declared function that is called, and the receiver of a method.
    fn callee<'e>(&mut self, fun: &'e Expr) -> (Option<Callee>, Option<&'e Expr>) {
        let fun = fun.unparen();
        let none: Rc<[TypeId]> = [].into();
        match &fun.kind {
            ExprKind::Index(i) if self.callee(&i.x).0.is_some() => self.callee(&i.x),
            ExprKind::Selector(s) => {
                match self.chk.info.selection(fun.id).map(|sel| (sel.kind, sel.path.len())) {
                    Some((SelectionKind::Method { obj, .. }, 0)) => (Some((obj, none)), Some(&s.x)),
                    Some((SelectionKind::Qualified(obj), _)) => (self.function(obj, s.sel.id), None),
                    None => match self.chk.info.use_of(s.sel.id) {
                        Some(obj) => (self.function(obj, s.sel.id), None),
                        None => (None, Some(&s.x)),
                    },
                    Some(_) => (None, Some(&s.x)),
                }
            }
            ExprKind::Ident(id) => match self.chk.info.use_of(id.id) {
                Some(obj) => (self.function(obj, id.id), None),
                None => (None, None),
            },
            _ => (None, None),
        }
    }

    fn function(&mut self, obj: ObjId, ident: NodeId) -> Option<Callee> {
        self.chk.func_decl(obj)?;
        let targs = self.chk.info.instance(ident).cloned().unwrap_or_else(|| [].into());
        let targs = targs.iter().map(|&t| self.chk.tt.subst(t, self.subst)).collect();
        Some((obj, targs))
    }

    /// Which variables escape: themselves, or by others that they are assigned to.
    fn escaped(&self) -> HashMap<ObjId, bool> {
        let mut escaped: HashMap<ObjId, bool> = self.vars.iter().map(|(&v, var)| (v, var.escapes)).collect();
        loop {
            let more: Vec<ObjId> = self
                .vars
                .iter()
                .filter(|(v, var)| {
                    !escaped[*v] && var.into.iter().any(|to| escaped.get(to).copied().unwrap_or(true))
                })
                .map(|(&v, _)| v)
                .collect();
            if more.is_empty() {
                return escaped;
            }
            escaped.extend(more.into_iter().map(|v| (v, true)));
        }
    }

    fn decide(&self, escaped: &HashMap<ObjId, bool>) -> Growth {
        let mut out = Growth::default();
        // Those that are moved to the heap at one place.
        let mut moved: HashMap<ObjId, bool> = HashMap::new();
        for (&v, var) in &self.vars {
            let only = !var.lost && var.mentions == var.harmless && var.appended >= 2;
            if let ([place], true) = (&var.shared[..], only) {
                moved.insert(v, var.shows_cap);
                if !var.shows_cap
                    && let Some(first) = self.sites.iter().find(|s| s.key == Some(v))
                {
                    out.moves.entry(*place).or_default().push((v, first.call));
                }
            }
        }
        let mut seen: Vec<ObjId> = Vec::new();
        for site in &self.sites {
            let own = site.key == Some(site.result);
            let room = match moved.get(&site.result).filter(|_| own) {
                Some(true) => Room::Steps,
                Some(false) => Room::Whole,
                None if escaped.get(&site.result).copied().unwrap_or(true) => continue,
                None => Room::Whole,
            };
            if room == Room::Whole {
                if let Some(key) = site.key {
                    if seen.contains(&key) {
                        continue;
                    }
                    seen.push(key);
                }
                out.wholes.entry(self.funcs[site.func].0).or_default().push(site.call);
            }
            out.rooms.insert(site.call, room);
        }
        out
    }
}
