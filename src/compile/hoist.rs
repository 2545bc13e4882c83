//! Constants that a loop needs again and again are put into registers before it.
//!
//! Only those that no instruction has as an immediate operand: floats, large integers, and constants that are stored.
//! Invariant: nobody writes to such a register; it is below `sp` for the whole loop.

use super::consts::bits;
use super::frame::{BasicExt, Gen};
use super::func::Reg;
use crate::ast::*;
use crate::types::{Basic, Type, TypeId};

/// More registers than this are not taken for constants.
const MOST: usize = 12;

/// Finds constants in a loop's body; literals inside have registers of their own.
struct Finder<'g, 'a, 'u> {
    g: &'g mut Gen<'a, 'u>,
    found: Vec<(u64, Expr0)>,
}

/// What is needed to make a constant.
type Expr0 = (NodeId, TypeId);

impl Finder<'_, '_, '_> {
    fn constant(&mut self, e: &Expr, stored: bool) {
        let t = self.g.ty(e);
        if let Some(word) = self.g.hoistable(e, t, stored)
            && self.found.iter().all(|&(w, _)| w != word)
        {
            self.found.push((word, (e.id, t)));
        }
    }
}

impl Visitor for Finder<'_, '_, '_> {
    fn visit_expr(&mut self, e: &Expr) {
        if self.g.unit.info().const_val(e.id).is_some() {
            return self.constant(e, false);
        }
        match &e.kind {
            ExprKind::FuncLit(_) => {}
            // Arguments go to the window, and elements to their places: a register more would be a move more.
            ExprKind::Call(c) => {
                for arg in &c.args {
                    if self.g.unit.info().const_val(arg.id).is_none() {
                        self.visit_expr(arg);
                    }
                }
            }
            ExprKind::CompositeLit(_) => {}
            _ => walk_expr(self, e),
        }
    }

    fn visit_stmt(&mut self, s: &Stmt) {
        if let StmtKind::Assign(a) = &s.kind
            && a.op == AssignOp::Assign
            && let ([lhs], [rhs]) = (&a.lhs[..], &a.rhs[..])
        {
            // A variable's register is written by the constant itself.
            let stored = lhs.unparen().as_ident().is_none();
            if self.g.unit.info().const_val(rhs.id).is_some() {
                if stored {
                    self.constant(rhs, true);
                }
                return self.visit_expr(lhs);
            }
        }
        match &s.kind {
            // Made once, or values of new variables.
            StmtKind::Decl(_) | StmtKind::Return(_) => {}
            StmtKind::Assign(a) if a.op == AssignOp::Define => {
                for e in &a.rhs {
                    if self.g.unit.info().const_val(e.id).is_none() {
                        self.visit_expr(e);
                    }
                }
            }
            _ => walk_stmt(self, s),
        }
    }
}

impl Gen<'_, '_> {
    /// Puts the constants of a loop's body into registers; gives how many there were before.
    pub(super) fn hoist(&mut self, body: &Block) -> usize {
        let before = self.hoisted.len();
        let mut finder = Finder { g: self, found: Vec::new() };
        finder.visit_block(body);
        for (word, (id, t)) in finder.found {
            if self.hoisted.len() >= MOST || self.hoisted.iter().any(|&(w, _)| w == word) {
                continue;
            }
            let Some(value) = self.unit.info().const_val(id).cloned() else { continue };
            let reg = self.b.scalar();
            self.constant(reg, &value, t);
            self.hoisted.push((word, reg));
        }
        before
    }

    /// The register form of a constant expression that is worth a register in a loop.
    fn hoistable(&mut self, e: &Expr, t: TypeId, stored: bool) -> Option<u64> {
        let Type::Basic(basic) = self.shape(t) else { return None };
        let v = self.unit.info().const_val(e.id).cloned()?;
        if basic.is_float() {
            return bits(&v, basic);
        }
        let word = match basic {
            Basic::Bool => bits(&v, basic)?,
            b if b.is_integer() => bits(&v, b)?,
            _ => return None,
        };
        (stored || i16::try_from(word as i64).is_err()).then_some(word)
    }

    /// The register of a constant expression that was put into one before a loop around.
    pub(super) fn hoisted_reg(&mut self, e: &Expr) -> Option<Reg> {
        if self.hoisted.is_empty() {
            return None;
        }
        let t = self.ty(e);
        let Type::Basic(basic) = self.shape(t) else { return None };
        let v = self.unit.info().const_val(e.id)?;
        let word = bits(v, basic)?;
        self.hoisted.iter().find(|&&(w, _)| w == word).map(|&(_, r)| r)
    }
}
