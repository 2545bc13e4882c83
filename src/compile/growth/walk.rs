//! The walk over statements, and the variables it follows.

use super::{Dest, Var, VarId, Walk};
use crate::ast::*;
use crate::check::CallKind;
use crate::types::universe::Builtin;
use crate::types::{ObjId, Type, TypeId};

/// A variable that is larger, or has more fields, is in memory.
const MOST_BYTES: u64 = 32;
const MOST_FIELDS: usize = 4;

impl Walk<'_, '_> {
    pub(super) fn body(&mut self, params: &[ObjId], results: &[ObjId], body: &Block) {
        let (func, loops) = (self.func, std::mem::take(&mut self.loops));
        self.func = self.funcs.len();
        self.funcs.push((body.span.lo, Vec::new()));
        for &p in params.iter().chain(results) {
            self.declare(p);
        }
        for result in results {
            if let Some(var) = self.vars.get_mut(&(self.site, *result)) {
                var.escapes = true;
                self.funcs[self.func].1.push(*result);
            }
        }
        self.block(body);
        (self.func, self.loops) = (func, loops);
    }

    /// Follows the variable from here on, if it is in registers and is a slice, or a struct or array that may have some.
    pub(super) fn declare(&mut self, var: ObjId) {
        let t = self.unit.chk.obj_type(var);
        let t = if self.subst.is_empty() { t } else { self.unit.chk.tt.subst(t, &self.subst) };
        let whole = match self.unit.chk.tt.under_shape(t) {
            Type::Slice(_) => true,
            Type::Struct(_) | Type::Array(..) => false,
            _ => return,
        };
        if !self.facts.in_cell(var) && !self.facts.captured(var) && !self.facts.handed(var) {
            self.vars.insert((self.site, var), Var { depth: self.loops, lost: !whole, ..Var::default() });
        }
    }

    /// The variable, if it is followed.
    fn followed(&self, var: Option<ObjId>) -> Option<VarId> {
        Some((self.site, var?)).filter(|var| self.vars.contains_key(var))
    }

    /// The variable that is followed, if the expression is one.
    pub(super) fn tracked(&self, e: &Expr) -> Option<VarId> {
        let id = e.unparen().as_ident()?.id;
        self.followed(self.unit.chk.info.use_of(id).or_else(|| self.unit.chk.info.def_of(id)))
    }

    /// The variable that is followed and of which the expression is the whole, a field or an element.
    pub(super) fn part_of(&mut self, e: &Expr) -> Option<VarId> {
        let mut at = e.unparen();
        loop {
            at = match &at.kind {
                ExprKind::Selector(s) if self.is_part(at) => s.x.unparen(),
                ExprKind::Index(i) if self.is_array(&i.x) => i.x.unparen(),
                _ => return self.tracked(at),
            };
        }
    }

    pub(super) fn harmless(&mut self, e: &Expr, mentions: u32, shows_cap: bool) {
        if let Some(var) = self.tracked(e).and_then(|var| self.vars.get_mut(&var)) {
            var.harmless += mentions;
            var.shows_cap |= shows_cap;
        }
    }

    /// From this statement on the variable is not the only one with its array.
    pub(super) fn shared(&mut self, var: VarId) {
        let (stmt, loops) = (self.stmt, self.loops);
        if let Some(var) = self.vars.get_mut(&var) {
            var.lost |= loops > var.depth;
            var.shared.push(stmt);
        }
    }

    pub(super) fn block(&mut self, block: &Block) {
        block.stmts.iter().for_each(|s| self.stmt(s));
    }

    pub(super) fn look(&mut self, e: &Expr) {
        self.expr(e, Dest::Nowhere);
    }

    pub(super) fn stmt(&mut self, s: &Stmt) {
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
                        spec.names.iter().map(|n| self.unit.chk.info.def_of(n.id)).collect();
                    vars.iter().flatten().for_each(|&v| self.declare(v));
                    for (i, var) in vars.iter().enumerate() {
                        let value = spec.values.get(i).filter(|_| spec.values.len() == spec.names.len());
                        let tracked = self.followed(*var);
                        if let Some(var) = tracked.and_then(|v| self.vars.get_mut(&v)) {
                            var.mentions += 1;
                            var.harmless += u32::from(spec.values.is_empty());
                        }
                        if let Some(value) = value {
                            self.assign(tracked, value, tracked.map_or(Dest::Away, Dest::Var));
                        }
                    }
                    if spec.values.len() != spec.names.len() {
                        let dest = |&var: &Option<ObjId>| self.followed(var).map_or(Dest::Away, Dest::Var);
                        let dests: Vec<Dest> = vars.iter().map(dest).collect();
                        spec.values.iter().for_each(|e| self.values(e, &dests));
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
            StmtKind::Return(values) if self.site.is_some() => {
                let results = self.results.clone();
                values.iter().zip(results).for_each(|(e, dest)| self.flow(e, dest));
            }
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
                    results.into_iter().for_each(|r| self.shared((None, r)));
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
                    if let Some(var) = self.unit.chk.info.implicit(clause.id) {
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
                let array = if self.is_array(&r.x) { self.part_of(&r.x) } else { None };
                for e in r.key.iter().chain(&r.value) {
                    match e.as_ident().and_then(|id| self.unit.chk.info.def_of(id.id)) {
                        Some(var) => {
                            self.declare(var);
                            let var = (self.site, var);
                            if let Some(element) = self.vars.get_mut(&var) {
                                element.mentions += 1;
                                if let Some(array) = array.and_then(|array| self.vars.get_mut(&array)) {
                                    array.into.push(var);
                                }
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
                a.lhs.iter().filter_map(|e| self.unit.chk.info.def_of(e.as_ident()?.id)).collect();
            vars.into_iter().for_each(|v| self.declare(v));
        }
        let dests: Vec<Dest> = a.lhs.iter().map(|to| self.dest_of(to)).collect();
        a.lhs.iter().for_each(|to| self.look(to));
        if a.lhs.len() != a.rhs.len() {
            return a.rhs.iter().for_each(|e| self.values(e, &dests));
        }
        for ((to, value), dest) in a.lhs.iter().zip(&a.rhs).zip(dests) {
            let var = self.tracked(to);
            self.assign(var, value, dest);
            if a.lhs.len() == 1 && var.is_none() && self.is_grown_in_memory(to, value) {
                self.made.retain(|made| made.call != (self.site, value.unparen().id));
            }
        }
    }

    /// Whether a part of a variable is appended to that Go has in memory: it then changes the part where it is, and makes
    /// the new array on the heap.
    fn is_grown_in_memory(&mut self, to: &Expr, value: &Expr) -> bool {
        let ExprKind::Call(c) = &value.unparen().kind else { return false };
        let (Some(Builtin::Append), Some(from)) = (self.builtin(c), c.args.first()) else { return false };
        let text = |e: &Expr| self.unit.chk.sources.text(e.span);
        text(from) == text(to) && !self.is_root_in_registers(to)
    }

    /// Whether Go keeps the variable in registers of which the expression is a part.
    fn is_root_in_registers(&mut self, part: &Expr) -> bool {
        let mut at = part.unparen();
        loop {
            at = match &at.kind {
                ExprKind::Selector(s) => s.x.unparen(),
                ExprKind::Index(i) => i.x.unparen(),
                _ => break,
            };
        }
        let t = self.type_of(at);
        self.is_in_registers(t)
    }

    fn is_in_registers(&mut self, t: TypeId) -> bool {
        if self.unit.chk.tt.is_parameterized(t) {
            return false;
        }
        let rtype = self.unit.rtype(t);
        if self.unit.program.rtypes.get(rtype).size > MOST_BYTES {
            return false;
        }
        match self.unit.chk.tt.under_shape(t) {
            Type::Array(_, 0) => true,
            Type::Array(elem, 1) => self.is_in_registers(elem),
            Type::Array(..) => false,
            Type::Struct(fields) => {
                fields.len() <= MOST_FIELDS && fields.iter().all(|field| self.is_in_registers(field.ty))
            }
            _ => true,
        }
    }

    /// Where what is assigned to an expression goes.
    fn dest_of(&mut self, to: &Expr) -> Dest {
        match self.part_of(to) {
            Some(var) => Dest::Var(var),
            None if to.unparen().as_ident().is_some_and(|id| id.name.is_blank()) => Dest::Nowhere,
            None => Dest::Away,
        }
    }

    /// `var = value`, or an assignment to what is not followed.
    fn assign(&mut self, var: Option<VarId>, value: &Expr, dest: Dest) {
        let inner = value.unparen();
        if let Some(var) = var {
            let (mut mentions, mut shows_cap, mut appends) = (0, false, false);
            match &inner.kind {
                ExprKind::Ident(id) if id.name.as_str() == "nil" => mentions = 1,
                ExprKind::CompositeLit(_) => (mentions, shows_cap) = (1, true),
                // Not one that says what the capacity is to be: Go does not look at those.
                ExprKind::Slice(s) if s.max.is_none() && self.tracked(&s.x) == Some(var) => {
                    (mentions, shows_cap) = (2, true);
                }
                ExprKind::Call(c)
                    if self.builtin(c) == Some(Builtin::Append)
                        && c.args.first().and_then(|e| self.tracked(e)) == Some(var) =>
                {
                    mentions = 2;
                    appends = true;
                }
                _ => {}
            }
            let loops = self.loops;
            if let Some(var) = self.vars.get_mut(&var) {
                var.harmless += mentions;
                var.shows_cap |= shows_cap;
                if appends {
                    var.appended += 1 + loops.saturating_sub(var.depth);
                }
            }
        }
        self.flow(value, dest);
    }

    /// A value goes somewhere.
    pub(super) fn flow(&mut self, value: &Expr, dest: Dest) {
        let inner = value.unparen();
        if let Some(from) = self.tracked(inner) {
            self.harmless(inner, 1, false);
            self.shared(from);
        }
        self.expr(value, dest);
    }

    /// The values of a call go somewhere.
    fn values(&mut self, e: &Expr, dests: &[Dest]) {
        let in_place = match &e.unparen().kind {
            ExprKind::Call(c) if self.unit.chk.info.call_kind(c.fun.id) == CallKind::Call => {
                self.in_place(c, dests)
            }
            _ => false,
        };
        if !in_place {
            self.expr(e, Dest::Away);
        }
    }
}
