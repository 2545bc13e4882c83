//! Addresses that calls get, and new objects that variables are declared with.

use super::Walk;
use super::facts::{Asked, Called, Question};
use crate::ast::*;
use crate::check::{CallKind, Info, Selection, SelectionKind};
use crate::types::ObjId;
use crate::types::universe::Builtin;

impl Called {
    /// What is called, if it has a name.
    pub(in super::super) fn by_name(info: &Info, c: &Call) -> Option<Called> {
        if info.call_kind(c.fun.id) != CallKind::Call {
            return None;
        }
        let fun = match &c.fun.unparen().kind {
            // With type arguments.
            ExprKind::Index(i) => i.x.unparen(),
            _ => c.fun.unparen(),
        };
        let (function, owner, name) = match &fun.kind {
            ExprKind::Ident(id) => (info.use_of(id.id)?, None, id.id),
            ExprKind::Selector(s) => match *info.selection(fun.id)? {
                Selection { kind: SelectionKind::Method { obj, .. }, owner, .. } => {
                    (obj, Some(owner), s.sel.id)
                }
                Selection { kind: SelectionKind::Qualified(obj), .. } => (obj, None, s.sel.id),
                _ => return None,
            },
            _ => return None,
        };
        Some(Called { function, owner, instance: info.instance(name).cloned(), args: c.args.len() })
    }
}

impl Walk<'_> {
    /// A call that is made now, and not later or by another goroutine.
    pub(super) fn call(&mut self, c: &Call) {
        let called = Called::by_name(self.info, c);
        let method = called.as_ref().filter(|called| called.owner.is_some());
        let fun = c.fun.unparen();
        match (&fun.kind, self.info.selection(fun.id), method) {
            (ExprKind::Selector(s), Some(selection), Some(method)) => {
                match (selection.takes_pointer(), selection.indirect) {
                    (true, false) => self.give(&s.x, method, 0),
                    (true, true) if self.shapes.is_pointer(&s.x) => self.give_pointer(&s.x, method, 0),
                    _ => self.followed(&s.x),
                }
            }
            _ => self.visit_expr(fun),
        }
        let Some(called) = called else { return c.args.iter().for_each(|arg| self.visit_expr(arg)) };
        for (i, arg) in c.args.iter().enumerate() {
            let param = i + usize::from(called.owner.is_some());
            match &arg.unparen().kind {
                ExprKind::Unary(u) if u.op == UnaryOp::Addr => self.give(&u.x, &called, param),
                ExprKind::Ident(_)
                    if self.local(arg).is_some_and(|var| self.may_be_alias(var))
                        && self.shapes.is_pointer(arg) =>
                {
                    self.give_pointer(arg, &called, param);
                }
                _ => self.visit_expr(arg),
            }
        }
    }

    /// A call that is made later, or by another goroutine.
    pub(super) fn later(&mut self, call: &Expr) {
        match &call.unparen().kind {
            ExprKind::Call(c) => {
                self.visit_expr(&c.fun);
                c.args.iter().for_each(|arg| self.visit_expr(arg));
            }
            _ => self.visit_expr(call),
        }
    }

    /// A call gets the address of the operand.
    fn give(&mut self, e: &Expr, called: &Called, param: usize) {
        if let Some(var) = self.root(e) {
            self.followed(e);
            self.fact(var).pointed = true;
            self.hand(var, false, called, param);
        } else {
            self.visit_expr(e);
            if let Some(var) = self.pointer_to(e) {
                self.hand(var, true, called, param);
            }
        }
    }

    /// A call gets a pointer.
    fn give_pointer(&mut self, e: &Expr, called: &Called, param: usize) {
        self.followed(e);
        if let Some(var) = self.local(e) {
            self.hand(var, true, called, param);
        }
    }

    fn may_be_alias(&mut self, var: ObjId) -> bool {
        let fact = self.fact(var);
        fact.made || fact.param
    }

    fn hand(&mut self, var: ObjId, through: bool, called: &Called, param: usize) {
        let fact = *self.fact(var);
        // What is known already needs no second reason.
        let known = if through { fact.bare || !self.may_be_alias(var) } else { fact.addressed };
        if known {
            self.fact(var).bare |= through;
            return;
        }
        let asked = Asked::Follows { param, through };
        self.out.questions.push(Question { called: called.clone(), asked, var });
    }

    /// Takes note of a variable that is declared with the address of something new, or of what may turn out to be one.
    pub(super) fn note_made(&mut self, e: &Expr, value: &Expr) {
        let Some(var) = e.as_ident().and_then(|id| self.info.def_of(id.id)) else { return };
        self.fact(var).made = match &value.unparen().kind {
            ExprKind::Unary(u) => {
                u.op == UnaryOp::Addr && matches!(u.x.unparen().kind, ExprKind::CompositeLit(_))
            }
            ExprKind::Call(c) if self.info.call_kind(c.fun.id) == CallKind::Builtin(Builtin::New) => true,
            ExprKind::Call(c) if self.shapes.is_pointer(value) => match Called::by_name(self.info, c) {
                Some(called) => {
                    self.out.questions.push(Question { called, asked: Asked::Makes, var });
                    true
                }
                None => false,
            },
            _ => false,
        };
    }
}
