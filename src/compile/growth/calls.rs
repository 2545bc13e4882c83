//! The walk over expressions and calls.

use std::rc::Rc;

use super::{Analysis, Callee, Dest, Made, Site, Walk, away};
use crate::ast::*;
use crate::check::{CallKind, SelectionKind};
use crate::types::universe::Builtin;
use crate::types::{ObjId, Subst, Type, TypeId};

impl Walk<'_, '_> {
    pub(super) fn builtin(&self, c: &Call) -> Option<Builtin> {
        match self.unit.chk.info.call_kind(c.fun.id) {
            CallKind::Builtin(id) => Some(id),
            CallKind::Call | CallKind::Conversion => None,
        }
    }

    pub(super) fn expr(&mut self, e: &Expr, dest: Dest) {
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
                let Some(sig) = self.unit.chk.lit_sig(lit.id) else { return };
                let results: &[ObjId] = if sig.named_results { &sig.results } else { &[] };
                self.body(&sig.params, results, &lit.body);
            }
            ExprKind::CompositeLit(lit) => {
                let inside = if self.is_whole(e) || dest == Dest::Nowhere { dest } else { Dest::Away };
                for elem in &lit.elems {
                    elem.key.iter().for_each(|key| self.expr(key, inside));
                    self.expr(&elem.value, inside);
                }
            }
            ExprKind::Selector(s) => {
                // A method value keeps its receiver.
                let field =
                    self.unit.chk.info.selection(e.id).is_none_or(|sel| sel.kind == SelectionKind::Field);
                let dest = match field {
                    true if self.is_part(e) => dest,
                    true => Dest::Nowhere,
                    false => Dest::Away,
                };
                self.expr(&s.x, dest);
            }
            ExprKind::Index(i) => {
                self.harmless(&i.x, 1, false);
                let part = self.is_array(&i.x);
                self.expr(&i.x, if part { dest } else { Dest::Nowhere });
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
    pub(super) fn call_away(&mut self, e: &Expr) {
        match &e.unparen().kind {
            ExprKind::Call(c) => {
                self.expr(&c.fun, Dest::Away);
                c.args.iter().for_each(|e| self.expr(e, Dest::Away));
            }
            _ => self.look(e),
        }
    }

    fn call(&mut self, e: &Expr, c: &Call, dest: Dest) {
        match self.unit.chk.info.call_kind(c.fun.id) {
            CallKind::Conversion => {
                for from in &c.args {
                    // Slices become strings by copying; what becomes an interface is not followed.
                    let dest = match (self.shape_of(e), self.shape_of(from)) {
                        (Type::Slice(_), Type::Slice(_)) => dest,
                        (_, Type::Slice(_)) if self.unit.chk.info.ty(e.id) == TypeId::STRING => Dest::Nowhere,
                        _ => Dest::Away,
                    };
                    self.expr(from, dest);
                }
            }
            CallKind::Builtin(id) => self.builtin_call(id, e, c, dest),
            CallKind::Call => {
                if !self.in_place(c, &[dest]) {
                    self.function_call(c);
                }
            }
        }
    }

    fn builtin_call(&mut self, id: Builtin, e: &Expr, c: &Call, dest: Dest) {
        if id == Builtin::Append && c.ellipsis.is_none() && c.args.len() > 1 && dest != Dest::Away {
            let key = c.args.first().and_then(|e| self.tracked(e));
            self.made.push(Made { call: (self.site, e.id), key, result: dest, func: self.func });
        }
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
        let away: Option<Rc<[bool]>> = callee.map(|callee| away(self.unit, &callee));
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

    /// Walks over the function that is called in the place of the call, if the compiler makes the call there; false if not.
    pub(super) fn in_place(&mut self, c: &Call, dests: &[Dest]) -> bool {
        if self.site.is_some() {
            return false;
        }
        let (Some((obj, targs)), receiver) = self.callee(&c.fun) else { return false };
        // A generic function is looked at as it is written for what becomes of its parameters: it has no instances of others.
        if targs.iter().any(|&t| self.unit.chk.tt.is_parameterized(t)) {
            return false;
        }
        let Some(small) = self.unit.small_declared(obj, targs, c, self.flags) else { return false };
        let site = Some(c.fun.id);
        let mut other = (site, small.facts.clone(), small.subst.clone());
        self.change_places(&mut other);
        small.params().for_each(|param| self.declare(param));
        self.change_places(&mut other);
        for (param, e) in small.params().zip(receiver.into_iter().chain(&c.args)) {
            let var = Some((site, param)).filter(|var| self.vars.contains_key(var));
            self.flow(e, var.map_or(Dest::Away, Dest::Var));
        }
        self.change_places(&mut other);
        self.results = dests.to_vec();
        small.stmts().iter().for_each(|s| self.stmt(s));
        self.change_places(&mut other);
        true
    }

    /// Goes on in a function that is called in place, or back.
    fn change_places(&mut self, (site, facts, subst): &mut (Site, Rc<Analysis>, Rc<Subst>)) {
        std::mem::swap(&mut self.site, site);
        std::mem::swap(&mut self.facts, facts);
        std::mem::swap(&mut self.subst, subst);
    }

    /// The type arguments of a method: those of the type that it is of, and its own.
    fn targs_of_method(&mut self, receiver: &Expr, method: NodeId) -> Rc<[TypeId]> {
        let t = self.type_of(receiver);
        let owner = match *self.unit.chk.tt.get(t) {
            Type::Pointer(base) => base,
            _ => t,
        };
        let targs = self.unit.targs_of(owner);
        match self.unit.chk.info.instance(method).cloned() {
            Some(own) => {
                let own = own.iter().map(|&t| self.unit.chk.tt.subst(t, &self.subst));
                targs.iter().copied().chain(own).collect()
            }
            None => targs,
        }
    }

    pub(super) fn type_of(&mut self, e: &Expr) -> TypeId {
        let t = self.unit.chk.info.ty(e.id);
        if self.subst.is_empty() { t } else { self.unit.chk.tt.subst(t, &self.subst) }
    }

    fn shape_of(&mut self, e: &Expr) -> Type {
        let t = self.type_of(e);
        self.unit.chk.tt.under_shape(t)
    }

    pub(super) fn is_array(&mut self, e: &Expr) -> bool {
        matches!(self.shape_of(e), Type::Array(..))
    }

    /// Whether it is a struct or an array, which has its parts in itself.
    fn is_whole(&mut self, e: &Expr) -> bool {
        matches!(self.shape_of(e), Type::Array(..) | Type::Struct(_))
    }

    /// Whether a selector names a field of the struct that its operand is.
    pub(super) fn is_part(&mut self, selector: &Expr) -> bool {
        let ExprKind::Selector(s) = &selector.kind else { return false };
        let direct = self
            .unit
            .chk
            .info
            .selection(selector.id)
            .is_some_and(|sel| sel.kind == SelectionKind::Field && sel.path.len() <= 1);
        direct && self.is_whole(&s.x)
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
        match &fun.kind {
            ExprKind::Index(i) if self.callee(&i.x).0.is_some() => self.callee(&i.x),
            ExprKind::Selector(s) => {
                match self.unit.chk.info.selection(fun.id).map(|sel| (sel.kind, sel.path.len())) {
                    Some((SelectionKind::Method { obj, .. }, 0)) => {
                        (Some((obj, self.targs_of_method(&s.x, s.sel.id))), Some(&s.x))
                    }
                    Some((SelectionKind::Qualified(obj), _)) => (self.function(obj, s.sel.id), None),
                    None => match self.unit.chk.info.use_of(s.sel.id) {
                        Some(obj) => (self.function(obj, s.sel.id), None),
                        None => (None, Some(&s.x)),
                    },
                    Some(_) => (None, Some(&s.x)),
                }
            }
            ExprKind::Ident(id) => match self.unit.chk.info.use_of(id.id) {
                Some(obj) => (self.function(obj, id.id), None),
                None => (None, None),
            },
            _ => (None, None),
        }
    }

    fn function(&mut self, obj: ObjId, ident: NodeId) -> Option<Callee> {
        self.unit.chk.func_decl(obj)?;
        let targs = self.unit.chk.info.instance(ident).cloned().unwrap_or_else(|| [].into());
        let targs = targs.iter().map(|&t| self.unit.chk.tt.subst(t, &self.subst)).collect();
        Some((obj, targs))
    }
}
