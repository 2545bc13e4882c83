//! The order in which the parts of a statement are evaluated.
//!
//! The specification orders calls, receives and logical operations among each other, from left to right; when a variable
//! between them is read it leaves open. Programs show it all the same (`x += f()` where f changes x), so the order is the
//! one that Go's compiler has: first, from left to right, what is *done* (calls, receives, logical operations, assertions,
//! slices, builtins), then what is only *read*, with the results of what was done.
//!
//! That differs from plain left to right only where something is read before a call that may change it. There, and only
//! there, `done_first` puts the values of what is done into registers, and `value`, `value_to` and `call` find them by the
//! numbers of their expressions.

mod finder;

use finder::{Finder, calls};

use super::frame::{BasicExt, Gen, Key, Var};
use super::func::Reg;
use crate::ast::*;
use crate::check::{CallKind, Mode, SelectionKind};
use crate::types::universe::Builtin;
use crate::types::{Type, TypeId};

/// A part of a statement, and the type that its value is used at if that is known.
pub(super) type Part<'e> = (&'e Expr, Option<TypeId>);

impl Gen<'_, '_> {
    /// Does what is done in the parts, if otherwise something would be read too early. Gives how many values were there
    /// before; the caller goes back to that ([`Gen::forget_done`]) when the parts are evaluated.
    pub(super) fn done_first<'e>(&mut self, parts: impl IntoIterator<Item = Part<'e>>) -> usize {
        let before = self.done.len();
        let mut finder = Finder::new(self);
        for (e, want) in parts {
            finder.part(e, want);
        }
        let (found, needed) = (finder.done, finder.needed);
        self.do_steps(&found[..needed]);
        before
    }

    /// As [`done_first`](Self::done_first), for places that are assigned to, and values; `all`: whatever is read before it.
    pub(super) fn done_first_in_places(&mut self, places: &[&Expr], values: &[Part<'_>], all: bool) -> usize {
        let before = self.done.len();
        let mut finder = Finder::new(self);
        for place in places {
            finder.place(place);
        }
        for &(e, want) in values {
            finder.part(e, want);
        }
        let all = all && (finder.calls || finder.fails);
        let (found, needed) = (finder.done, finder.needed);
        self.do_steps(if all { &found } else { &found[..needed] });
        before
    }

    /// The key of `m[k] = append(m[k], ...)` is read once, before the values that are appended.
    pub(super) fn key_of_appended(&mut self, place: &Expr, value: &Expr) {
        let (ExprKind::Index(entry), ExprKind::Call(call)) = (&place.unparen().kind, &value.unparen().kind)
        else {
            return;
        };
        let Some((slice, values)) = call.args.split_first() else { return };
        let ExprKind::Index(read) = &slice.unparen().kind else { return };
        if self.unit.info().call_kind(call.fun.id) == CallKind::Builtin(Builtin::Append)
            && self.is_map_element(place)
            && self.same_place(place, slice)
            && values.iter().any(|value| calls(self, value))
        {
            let key = &entry.indices[0];
            self.do_steps(&[key]);
            if let Some(reg) = self.done_reg(key) {
                self.done.push((read.indices[0].id, reg));
            }
        }
    }

    /// Does all that is done in the parts, whatever is read before it.
    pub(super) fn done_all_first<'e>(&mut self, parts: impl IntoIterator<Item = Part<'e>>) -> usize {
        let before = self.done.len();
        let mut finder = Finder::new(self);
        for (e, want) in parts {
            finder.part(e, want);
        }
        let found = finder.done;
        self.do_steps(&found);
        before
    }

    /// Whether the operator may panic.
    fn operator_fails(&mut self, b: &Binary) -> bool {
        match b.op {
            BinaryOp::Div | BinaryOp::Rem => {
                let t = self.ty(&b.y);
                self.basic(t).is_integer() && self.unit.info().const_val(b.y.id).is_none()
            }
            BinaryOp::Shl | BinaryOp::Shr => {
                let t = self.ty(&b.y);
                !self.basic(t).is_unsigned() && self.unit.info().const_val(b.y.id).is_none()
            }
            _ => false,
        }
    }

    /// Whether evaluating it may panic when all is done that is done before.
    pub(super) fn reading_fails(&mut self, e: &Expr) -> bool {
        let mut finder = Finder::new(self);
        finder.expr(e);
        finder.fallible || finder.fails
    }

    /// Evaluates the value that is assigned to a place, if it comes before what is read of the place's own operands, and that
    /// before which it comes.
    pub(super) fn value_before_operands(&mut self, place: &Expr, value: &Expr) {
        let mut at_once = Vec::new();
        let late = if self.is_map_element(place) {
            let mut finder = Finder::new(self);
            finder.place(place);
            at_once = finder.done;
            finder.fallible
        } else {
            self.operands_late(place, &mut at_once)
        };
        if late && self.reading_fails(value) {
            self.do_steps(&at_once);
            self.do_steps(&[value]);
        }
    }

    /// Adds what of the arguments of `append` is evaluated at once, if something that is read late, and may panic, comes before it.
    pub(super) fn appended_at_once(&mut self, args: &[Expr]) {
        let mut at_once = Vec::new();
        let (mut late, mut needed) = (false, false);
        for arg in args {
            let before = at_once.len();
            let reads = self.read_late(arg, true, &mut at_once);
            needed |= late && at_once[before..].iter().any(|e| self.reading_fails(e));
            late |= reads;
        }
        if needed {
            self.do_steps(&at_once);
        }
    }

    /// Whether operands of a place are read late that may panic. Adds what of them is evaluated at once.
    fn operands_late<'e>(&mut self, e: &'e Expr, at_once: &mut Vec<&'e Expr>) -> bool {
        match &e.kind {
            ExprKind::Paren(x) => self.operands_late(x, at_once),
            ExprKind::Star(x) => self.read_late(x, false, at_once),
            ExprKind::Selector(s) => {
                let Some(selection) = self.unit.info().selection(e.id) else { return false };
                let indirect = selection.indirect;
                let x = self.ty(&s.x);
                match self.shape(x) {
                    Type::Pointer(_) => self.read_late(&s.x, false, at_once),
                    _ => self.operands_late(&s.x, at_once) || indirect,
                }
            }
            ExprKind::Index(i) => {
                let x = self.ty(&i.x);
                let of_x = match self.shape(x) {
                    Type::Array(..) => self.operands_late(&i.x, at_once),
                    _ => self.read_late(&i.x, false, at_once),
                };
                self.read_late(&i.indices[0], false, at_once) || of_x
            }
            _ => false,
        }
    }

    /// Whether something of an operand is read late, when all other values are there, that may panic. Adds what of it is evaluated
    /// at once. `maps`: elements of maps are read late, too.
    fn read_late<'e>(&mut self, e: &'e Expr, maps: bool, at_once: &mut Vec<&'e Expr>) -> bool {
        if self.unit.info().const_val(e.id).is_some() {
            return false;
        }
        match &e.kind {
            ExprKind::Paren(x) => self.read_late(x, maps, at_once),
            ExprKind::Ident(_) | ExprKind::BasicLit(_) => false,
            ExprKind::Star(x) => {
                self.read_late(x, maps, at_once);
                true
            }
            ExprKind::Selector(s) if self.is_place(e) => {
                let Some(selection) = self.unit.info().selection(e.id) else { return false };
                let (field, indirect) = (selection.kind == SelectionKind::Field, selection.indirect);
                if !field {
                    return false;
                }
                let x = self.ty(&s.x);
                let through = indirect || matches!(self.shape(x), Type::Pointer(_));
                self.read_late(&s.x, maps, at_once) || through
            }
            ExprKind::Index(i) if self.unit.info().mode(i.x.id) != Mode::TypeExpr => {
                let x = self.ty(&i.x);
                let fails = match self.shape(x) {
                    Type::Slice(_) | Type::Pointer(_) => true,
                    Type::Array(..) | Type::Basic(_) => self.unit.info().const_val(i.indices[0].id).is_none(),
                    Type::Map(..) if maps => self.reading_fails(e),
                    Type::Map(..) => {
                        at_once.push(e);
                        return false;
                    }
                    _ => return false,
                };
                let of_x = self.read_late(&i.x, maps, at_once);
                self.read_late(&i.indices[0], maps, at_once) || of_x || fails
            }
            _ => {
                at_once.push(e);
                false
            }
        }
    }

    pub(super) fn is_map_element(&mut self, e: &Expr) -> bool {
        let ExprKind::Index(i) = &e.unparen().kind else { return false };
        let x = self.ty(&i.x);
        matches!(self.shape(x), Type::Map(..))
    }

    /// Puts the values of steps into registers.
    pub(super) fn do_steps(&mut self, steps: &[&Expr]) {
        for e in steps {
            if self.done_reg(e).is_some() {
                continue;
            }
            let sp = self.b.sp;
            if !self.is_plain_call(e) {
                let mut finder = Finder::new(self);
                finder.inside(e);
                let (found, needed) = (finder.done, finder.needed);
                self.do_steps(&found[..needed]);
            }
            let mut reg = self.value(e);
            if reg < sp {
                // A variable's own register may be written to before the value is used.
                let t = self.ty(e);
                let copy = self.temp(t);
                let n = self.slots(t);
                self.b.mov(copy, reg, n);
                reg = copy;
            }
            self.done.push((e.id, reg));
        }
    }

    /// As [`done_first`](Self::done_first), for the operands of a call.
    pub(super) fn done_first_in_call(&mut self, c: &Call) -> usize {
        if c.args.is_empty() {
            return self.done.len();
        }
        let sig = self.signature(&c.fun);
        let mut wants: Vec<Option<TypeId>> = sig.params.iter().map(|&t| Some(self.subst_ty(t))).collect();
        if sig.variadic && c.ellipsis.is_none() {
            let rest = wants.pop().flatten().map(|slice| self.elem(slice));
            wants.resize(c.args.len().max(wants.len()), rest);
        }
        let args = c.args.iter().zip(wants.into_iter().chain(std::iter::repeat(None)));
        self.done_first(std::iter::once((&c.fun, None)).chain(args))
    }

    /// As [`done_first`](Self::done_first), for an entry of a map's literal.
    pub(super) fn done_first_in_entry(&mut self, key: &Expr, value: &Expr, types: (TypeId, TypeId)) -> usize {
        let before = self.done.len();
        let mut finder = Finder::new(self);
        finder.key(key, types.0, types.1);
        let late = finder.fallible;
        finder.part(value, Some(types.1));
        let (found, needed) = (finder.done, finder.needed);
        if late && self.reading_fails(value) {
            // The key is read when the entry is made.
            self.do_steps(&found);
            self.do_steps(&[value]);
        } else {
            self.do_steps(&found[..needed]);
        }
        before
    }

    /// Ends what [`done_first`](Self::done_first) began.
    pub(super) fn forget_done(&mut self, before: usize) {
        self.done.truncate(before);
    }

    /// The register of a value that was made already.
    #[inline]
    pub(super) fn done_reg(&self, e: &Expr) -> Option<Reg> {
        if self.done.is_empty() {
            return None;
        }
        self.done.iter().rev().find(|&&(id, _)| id == e.id).map(|&(_, reg)| reg)
    }

    /// Whether a call may change the variable: one in a cell, of the package, or whose address calls are given that are made in
    /// place.
    fn may_be_changed(&mut self, id: &Ident) -> bool {
        let Some(obj) = self.unit.info().use_of(id.id) else { return false };
        match self.vars.get(&Key::Obj(obj)) {
            Some(Var::Reg(_)) => self.facts.handed(obj),
            Some(Var::Capture(_) | Var::Const(_) | Var::Alias(_)) => false,
            Some(Var::Cell(_) | Var::CaptureCell(_)) => true,
            None => self.unit.is_package_var(obj),
        }
    }
}
