//! Loops with `for`, but those with `range`: where they test, and how they count.

use super::frame::{BasicExt, Gen, Key, Var};
use super::func::Reg;
use crate::ast::*;
use crate::bytecode::{Instr, Op};
use crate::source::Symbol;
use crate::types::{Basic, Type, TypeId};

impl Gen<'_, '_> {
    pub(super) fn for_stmt(&mut self, f: &For, label: Option<Symbol>) {
        if let Some(init) = &f.init {
            self.stmt(init);
        }
        let hoisted = self.hoist(&f.body);
        let (next, end) = (self.b.label(), self.b.label());
        let counted = self.counted(f);
        let invert = counted.is_some() || f.cond.as_ref().is_none_or(|c| !has_call(c));
        let top;
        if invert {
            if let Some(cond) = &f.cond {
                self.jump_if(cond, false, end);
            }
            top = self.b.label_here();
        } else {
            top = self.b.label_here();
            if let Some(cond) = &f.cond {
                self.jump_if(cond, false, end);
            }
        }
        self.push_target(label, Some(end), Some(next));
        self.block(&f.body);
        self.targets.pop();
        self.b.place(next);
        self.copy_loop_vars(f);
        if let Some((counter, limit, fused)) = counted {
            let op = match fused {
                Counted::Step(step) => {
                    let ext = Instr(u64::from(limit));
                    self.b.branch(Op::AddLoopLtInt, counter, step, Some(ext), top);
                    self.b.place(end);
                    return self.hoisted.truncate(hoisted);
                }
                Counted::Lt { inc: true } => Op::IncLoopLtInt,
                Counted::Le => Op::IncLoopLeInt,
                Counted::Lt { inc: false } => {
                    if let Some(post) = &f.post {
                        self.stmt(post);
                    }
                    Op::LoopLtInt
                }
            };
            self.b.branch(op, counter, limit, None, top);
        } else {
            if let Some(post) = &f.post {
                self.stmt(post);
            }
            match &f.cond {
                Some(cond) if invert && !self.b.long_jumps => {
                    let from = self.b.jumps();
                    self.jump_if(cond, true, top);
                    self.b.make_back_edges(from, top);
                }
                cond => {
                    if invert && let Some(cond) = cond {
                        self.jump_if(cond, false, end);
                    }
                    self.b.jump(Op::Loop, top);
                }
            }
        }
        self.b.place(end);
        self.hoisted.truncate(hoisted);
    }

    /// A loop `for ...; i < n; i++` over registers: counter, limit, and how it ends.
    fn counted(&mut self, f: &For) -> Option<(Reg, Reg, Counted)> {
        let ExprKind::Binary(b) = &f.cond.as_ref()?.unparen().kind else { return None };
        let (x, y, le) = match b.op {
            BinaryOp::Lt => (&b.x, &b.y, false),
            BinaryOp::Gt => (&b.y, &b.x, false),
            BinaryOp::Le => (&b.x, &b.y, true),
            BinaryOp::Ge => (&b.y, &b.x, true),
            _ => return None,
        };
        let t = self.ty(x);
        let basic = self.basic(t);
        if !basic.is_integer() || basic.is_unsigned() && basic.bits() == 64 {
            return None;
        }
        let counter = self.register_of(x)?;
        let inc_post = matches!(f.post.as_ref()?.kind, StmtKind::IncDec { inc: true, .. });
        let mut le = le;
        let limit = if let Some(v) = self.unit.info().const_val(y.id).cloned() {
            let r = self.b.scalar();
            let bits = super::consts::bits(&v, basic)? as i64;
            // `i <= n` is `i < n + 1`, for which there are more instructions.
            if le && !inc_post && bits < i64::MAX {
                le = false;
                self.b.constant(r, (bits + 1) as u64);
            } else {
                self.b.constant(r, bits as u64);
            }
            r
        } else if let ExprKind::Call(c) = &y.unparen().kind
            && self.unit.info().call_kind(c.fun.id)
                == crate::check::CallKind::Builtin(crate::types::universe::Builtin::Len)
        {
            let s = self.ty(&c.args[0]);
            match self.shape(s) {
                Type::Slice(_) | Type::Basic(_) => self.register_of(&c.args[0])? + 1,
                _ => return None,
            }
        } else {
            self.register_of(y)?
        };
        let word = matches!(basic, Basic::Int | Basic::Int64);
        let inc = match &f.post.as_ref()?.kind {
            StmtKind::IncDec { x: p, inc: true, .. } => self.register_of(p) == Some(counter) && word,
            StmtKind::Assign(a) if a.op == AssignOp::Op(BinaryOp::Add) && word && !le => {
                if self.register_of(&a.lhs[0]) == Some(counter)
                    && let Some(step) = self.step_register(&a.rhs[0], t)
                {
                    return Some((counter, limit, Counted::Step(step)));
                }
                false
            }
            _ => false,
        };
        match (le, inc) {
            (true, true) => Some((counter, limit, Counted::Le)),
            (true, false) => None,
            (false, inc) => Some((counter, limit, Counted::Lt { inc })),
        }
    }

    /// A register with the step of a counted loop: a variable's, or one for a constant.
    fn step_register(&mut self, e: &Expr, t: TypeId) -> Option<Reg> {
        if let Some(v) = self.unit.info().const_val(e.id).cloned() {
            let r = self.b.scalar();
            self.constant(r, &v, t);
            return Some(r);
        }
        self.register_of(e)
    }

    /// The register of a variable that has one.
    pub(super) fn register_of(&mut self, e: &Expr) -> Option<Reg> {
        let id = e.unparen().as_ident()?;
        match self.var(id)? {
            (_, Var::Reg(reg)) => Some(reg),
            _ => None,
        }
    }

    /// Gives the next round its own copies of the loop's variables that live in cells.
    fn copy_loop_vars(&mut self, f: &For) {
        let Some(StmtKind::Assign(a)) = f.init.as_ref().map(|s| &s.kind) else { return };
        if a.op != AssignOp::Define || self.unit.chk.rounds_share(f.body.span.lo) {
            return;
        }
        for e in &a.lhs {
            let Some(var) = e.as_ident().and_then(|id| self.unit.info().def_of(id.id)) else { continue };
            if let Some(Var::Cell(reg)) = self.vars.get(&Key::Obj(var)).copied() {
                let t = self.obj_ty(var);
                let ext = self.ext(t);
                self.b.op_ext(Op::Clone, reg, reg, 0, ext);
            }
        }
    }
}

/// How a counted loop ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Counted {
    /// `i < n`, after `i++` or after a statement of its own.
    Lt { inc: bool },
    /// `i++; i <= n`
    Le,
    /// `i += step; i < n`
    Step(Reg),
}

/// Whether evaluating the expression may call something (so that it should not be compiled twice).
fn has_call(e: &Expr) -> bool {
    struct Finder(bool);
    impl Visitor for Finder {
        fn visit_expr(&mut self, e: &Expr) {
            match e.kind {
                ExprKind::FuncLit(_) | ExprKind::Call(_) | ExprKind::CompositeLit(_) => self.0 = true,
                _ => walk_expr(self, e),
            }
        }
    }
    let mut finder = Finder(false);
    finder.visit_expr(e);
    finder.0
}
