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

use super::frame::{BasicExt, Gen, Key, Var};
use super::func::Reg;
use crate::ast::*;
use crate::check::{CallKind, Mode, SelectionKind};
use crate::types::universe::Builtin;
use crate::types::{Basic, Type, TypeId};

/// A part of a statement, and the type that its value is used at if that is known.
pub(super) type Part<'e> = (&'e Expr, Option<TypeId>);

/// Values of at most this many bytes, in at most four parts, are copied by Go when an interface is made of a variable;
/// of others it takes the address, so they are read late.
const COPIED_BYTES: u64 = 32;
const COPIED_PARTS: usize = 4;
/// Go's maps of larger elements are all treated alike.
const FAST_ELEM: u64 = 128;

/// What is done in a list of parts, in order.
struct Finder<'g, 'a, 'u, 'e> {
    g: &'g mut Gen<'a, 'u>,
    done: Vec<&'e Expr>,
    /// Whether something has been read that a call might change.
    read: bool,
    /// Whether there are calls among what is done.
    calls: bool,
    /// Whether something that may panic is read: its panic comes after those of a call, a slice or an assertion behind it.
    fallible: bool,
    /// Whether something that is done may panic, other than a call.
    fails: bool,
    /// How many of `done` there are up to the last one that something is read before which it may change, or which may panic first.
    needed: usize,
}

impl<'g, 'a, 'u, 'e> Finder<'g, 'a, 'u, 'e> {
    fn new(g: &'g mut Gen<'a, 'u>) -> Self {
        Finder { g, done: Vec::new(), read: false, calls: false, fallible: false, fails: false, needed: 0 }
    }

    fn part(&mut self, e: &'e Expr, want: Option<TypeId>) {
        match want {
            Some(want) if self.g.needs_iface(e, want) && self.is_copied_for_iface(e) => self.step(e),
            _ => self.expr(e),
        }
    }

    /// Something that is done at its place in the order, with an order of its own inside.
    fn step(&mut self, e: &'e Expr) {
        let mut inside = Finder::new(self.g);
        inside.inside(e);
        let (needed, calls, fails) = (inside.needed > 0, inside.calls, inside.fails);
        self.event(e, calls);
        self.fails |= fails;
        if needed || fails && self.fallible {
            self.needed = self.done.len();
        }
    }

    /// A step that may panic, and then does so before what is only read.
    fn fallible_step(&mut self, e: &'e Expr) {
        self.step(e);
        self.fails = true;
        if self.fallible {
            self.needed = self.done.len();
        }
    }

    /// A place that is assigned to: what it is part of is not read, and its own panic is that of the assignment.
    fn place(&mut self, e: &'e Expr) {
        match &e.kind {
            ExprKind::Paren(x) => self.place(x),
            ExprKind::Star(x) => {
                self.expr(x);
                self.read = true;
            }
            ExprKind::Selector(s) if self.g.is_place(e) => {
                let before = self.fallible;
                self.expr(e);
                let x = self.g.ty(&s.x);
                if matches!(self.g.shape(x), Type::Pointer(_)) {
                    // Only to get at the pointer may fail.
                    let mut pointer = Finder::new(self.g);
                    pointer.expr(&s.x);
                    self.fallible = before || pointer.fallible;
                }
            }
            ExprKind::Index(i) if self.g.is_place(e) => {
                let x = self.g.ty(&i.x);
                match self.g.shape(x) {
                    Type::Array(..) => self.place(&i.x),
                    _ => self.expr(&i.x),
                }
                self.expr(&i.indices[0]);
                self.read = true;
            }
            _ => self.expr(e),
        }
    }

    /// The parts of something that is done as one step.
    fn inside(&mut self, e: &'e Expr) {
        match &e.kind {
            ExprKind::Paren(x) => self.inside(x),
            ExprKind::Slice(s) => {
                self.expr(&s.x);
                for bound in [&s.lo, &s.hi, &s.max].into_iter().flatten() {
                    self.bound(bound);
                }
            }
            ExprKind::TypeAssert(a) => self.expr(&a.x),
            // The entries of a map are evaluated one by one.
            ExprKind::CompositeLit(lit) if self.is_map(e) => {
                for element in &lit.elems {
                    let parts = element.key.iter().chain([&element.value]);
                    self.calls |= parts.into_iter().any(|part| calls(self.g, part));
                }
            }
            ExprKind::Call(c) => {
                for arg in &c.args {
                    self.expr(arg);
                }
            }
            // The right side is evaluated for itself, if at all.
            ExprKind::Binary(b) if matches!(b.op, BinaryOp::LogAnd | BinaryOp::LogOr) => {
                self.calls |= calls(self.g, &b.x) || calls(self.g, &b.y);
            }
            _ => self.expr(e),
        }
    }

    /// A bound of a slice: Go copies it at its place, unless it is a variable.
    fn bound(&mut self, e: &'e Expr) {
        match &e.kind {
            ExprKind::Paren(x) => self.bound(x),
            ExprKind::Selector(_) => match self.g.unit.info().selection(e.id).map(|selection| selection.kind)
            {
                // A variable of another package is one, too.
                None | Some(SelectionKind::Qualified(_)) => self.expr(e),
                _ => self.step(e),
            },
            ExprKind::Index(_) | ExprKind::Star(_) | ExprKind::Binary(_) => self.step(e),
            ExprKind::Unary(u) if u.op != UnaryOp::Recv => self.step(e),
            ExprKind::Call(c) if self.g.unit.info().call_kind(c.fun.id) == CallKind::Conversion => {
                self.step(e)
            }
            _ => self.expr(e),
        }
    }

    fn event(&mut self, e: &'e Expr, calls: bool) {
        if self.g.unit.info().const_val(e.id).is_some() {
            return;
        }
        let t = self.g.ty(e);
        if self.g.unit.info().mode(e.id) == Mode::NoValue || matches!(self.g.shape(t), Type::Tuple(_)) {
            return;
        }
        self.done.push(e);
        self.calls |= calls;
        if calls && (self.read || self.fallible) {
            self.needed = self.done.len();
        }
    }

    fn expr(&mut self, e: &'e Expr) {
        if self.g.unit.info().const_val(e.id).is_some() {
            return;
        }
        match &e.kind {
            ExprKind::Paren(x) => self.expr(x),
            ExprKind::Ident(id) => self.read |= self.g.may_be_changed(id),
            ExprKind::Selector(s) => self.selector(e, s),
            ExprKind::Index(i) => self.index(i),
            ExprKind::Star(x) => {
                self.expr(x);
                self.read = true;
                self.fallible = true;
            }
            ExprKind::Slice(_) => self.fallible_step(e),
            ExprKind::TypeAssert(a) => {
                let t = self.g.ty(e);
                match self.g.shape(t) {
                    // The word of the interface is the value.
                    Type::Pointer(_) | Type::Map(..) | Type::Chan(..) | Type::Func(_) | Type::Tuple(_) => {
                        self.expr(&a.x);
                        // The second value says whether it holds.
                        self.fallible |= !matches!(self.g.shape(t), Type::Tuple(_));
                    }
                    _ => self.fallible_step(e),
                }
            }
            ExprKind::Call(c) => self.call(e, c),
            ExprKind::Unary(u) if u.op == UnaryOp::Recv => self.event(e, true),
            ExprKind::Unary(u) => self.expr(&u.x),
            ExprKind::Binary(b) if matches!(b.op, BinaryOp::LogAnd | BinaryOp::LogOr) => self.step(e),
            ExprKind::Binary(b) => {
                self.expr(&b.x);
                self.expr(&b.y);
                self.fallible |= self.g.operator_fails(b);
            }
            ExprKind::CompositeLit(lit) => self.literal(e, lit),
            ExprKind::Go(_) => self.event(e, true),
            ExprKind::FuncLit(_)
            | ExprKind::Bad
            | ExprKind::BasicLit(_)
            | ExprKind::ArrayType(_)
            | ExprKind::StructType(_)
            | ExprKind::FuncType(_)
            | ExprKind::InterfaceType(_)
            | ExprKind::MapType(_)
            | ExprKind::ChanType(_) => {}
        }
    }

    fn selector(&mut self, e: &'e Expr, s: &'e Selector) {
        let Some(selection) = self.g.unit.info().selection(e.id) else {
            return self.read |= self.g.is_place(e);
        };
        let (kind, indirect) = (selection.kind, selection.indirect);
        match kind {
            SelectionKind::Field | SelectionKind::Method { .. } | SelectionKind::InterfaceMethod(_) => {
                self.expr(&s.x);
                let x = self.g.ty(&s.x);
                let through = indirect || matches!(self.g.shape(x), Type::Pointer(_));
                self.read |= through;
                // A method of a pointer takes the pointer as it is.
                self.fallible |= through && !matches!(kind, SelectionKind::Method { ptr_recv: true, .. });
            }
            SelectionKind::Qualified(_) => self.read |= self.g.is_place(e),
            SelectionKind::MethodExpr { .. } | SelectionKind::InterfaceMethodExpr(_) => {}
        }
    }

    fn index(&mut self, i: &'e Index) {
        if self.g.unit.info().mode(i.x.id) == Mode::TypeExpr {
            return;
        }
        let x = self.g.ty(&i.x);
        match self.g.shape(x) {
            Type::Map(key, elem) => {
                self.expr(&i.x);
                self.key(&i.indices[0], key, elem);
                self.read = true;
                let key = self.g.subst_ty(key);
                self.fallible |=
                    matches!(self.g.shape(key), Type::Interface(_) | Type::Struct(_) | Type::Array(..));
            }
            Type::Slice(_) | Type::Pointer(_) => {
                self.expr(&i.x);
                self.expr(&i.indices[0]);
                self.read = true;
                self.fallible = true;
            }
            Type::Array(..) | Type::Basic(_) => {
                self.expr(&i.x);
                self.expr(&i.indices[0]);
                self.fallible |= self.g.unit.info().const_val(i.indices[0].id).is_none();
            }
            // An instance of a generic function.
            _ => {}
        }
    }

    fn is_map(&mut self, e: &Expr) -> bool {
        let t = self.g.ty(e);
        matches!(self.g.shape(t), Type::Map(..))
    }

    /// The key of a map: Go passes those of 4 and 8 bytes and strings by value, of others the address.
    fn key(&mut self, e: &'e Expr, key: TypeId, elem: TypeId) {
        let (key, elem) = (self.g.subst_ty(key), self.g.subst_ty(elem));
        let by_value = match self.g.shape(key) {
            Type::Basic(basic) => basic.is_integer() && basic.bits() >= 32 || basic == Basic::String,
            Type::Pointer(_) | Type::Chan(..) => true,
            _ => false,
        };
        if by_value && self.g.rtype(elem).size <= FAST_ELEM {
            return self.expr(e);
        }
        if self.g.needs_iface(e, key) || self.root(e).is_none_or(|root| self.is_in_parts(root)) {
            self.step(e);
        } else {
            self.expr(e);
        }
    }

    fn call(&mut self, e: &'e Expr, c: &'e Call) {
        match self.g.unit.info().call_kind(c.fun.id) {
            CallKind::Conversion => {
                let t = self.g.ty(e);
                let (to, from) = (self.g.shape(t), self.g.ty(&c.args[0]));
                match (to, self.g.shape(from)) {
                    // A copy of the string's bytes is made at its place.
                    (Type::Slice(_), Type::Basic(_)) => self.step(e),
                    (to, Type::Slice(_)) => {
                        self.part(&c.args[0], Some(t));
                        self.read = true;
                        self.fallible |= matches!(to, Type::Array(..) | Type::Pointer(_));
                    }
                    _ => self.part(&c.args[0], Some(t)),
                }
            }
            CallKind::Builtin(id) => match id {
                Builtin::Append
                | Builtin::Clear
                | Builtin::Close
                | Builtin::Copy
                | Builtin::Delete
                | Builtin::Panic
                | Builtin::Print
                | Builtin::Println
                | Builtin::Recover => self.event(e, true),
                Builtin::Make => self.fallible_step(e),
                Builtin::Cap
                | Builtin::Complex
                | Builtin::Imag
                | Builtin::Len
                | Builtin::Max
                | Builtin::Min
                | Builtin::New
                | Builtin::Real => self.step(e),
            },
            CallKind::Call if self.g.intrinsic(&c.fun).is_some() => self.step(e),
            CallKind::Call => self.event(e, true),
        }
    }

    fn literal(&mut self, e: &'e Expr, lit: &'e CompositeLit) {
        let t = self.g.ty(e);
        let t = match self.g.shape(t) {
            Type::Pointer(elem) => self.g.subst_ty(elem),
            _ => t,
        };
        match self.g.shape(t) {
            // Entry after entry is evaluated and stored.
            Type::Map(..) => self.step(e),
            Type::Struct(fields) => {
                for (i, element) in lit.elems.iter().enumerate() {
                    let path = self.g.literal_path(element, &fields).unwrap_or_else(|| [i as u32].into());
                    let field = if path.len() == 1 { fields.get(path[0] as usize) } else { None };
                    let want = field.map(|field| self.g.subst_ty(field.ty));
                    self.part(&element.value, want);
                }
            }
            Type::Slice(elem) | Type::Array(elem, _) => {
                let elem = self.g.subst_ty(elem);
                for element in &lit.elems {
                    self.part(&element.value, Some(elem));
                }
            }
            _ => {}
        }
    }

    /// Whether Go copies the value before it makes an interface of it, rather than when it does.
    fn is_copied_for_iface(&mut self, e: &Expr) -> bool {
        let t = self.g.ty(e);
        let size = self.g.rtype(t).size;
        let by_address = match self.g.shape(t) {
            Type::Basic(Basic::String) | Type::Slice(_) => false,
            Type::Pointer(_) | Type::Map(..) | Type::Chan(..) | Type::Func(_) => false,
            Type::Struct(_) | Type::Array(..) => size > 0,
            _ => size == 1 || size > 8,
        };
        by_address && self.root(e).is_none_or(|root| self.is_in_parts(root))
    }

    /// The variable that the expression is part of; an expression that has no address is copied in any case, and one that
    /// is reached through a pointer never: it is its own root.
    fn root<'x>(&mut self, e: &'x Expr) -> Option<&'x Expr> {
        match &e.kind {
            ExprKind::Paren(x) => self.root(x),
            ExprKind::Ident(_) => Some(e),
            ExprKind::Selector(s) if self.g.is_place(e) => {
                let x = self.g.ty(&s.x);
                let through = self.g.unit.info().selection(e.id).is_none_or(|selection| selection.indirect);
                if through || matches!(self.g.shape(x), Type::Pointer(_)) { Some(e) } else { self.root(&s.x) }
            }
            ExprKind::Index(i) if self.g.is_place(e) => {
                let x = self.g.ty(&i.x);
                if matches!(self.g.shape(x), Type::Array(..)) { self.root(&i.x) } else { Some(e) }
            }
            ExprKind::Star(_) => Some(e),
            _ => None,
        }
    }

    /// Whether Go may keep the variable in registers, part by part: not if its address is taken.
    fn is_in_parts(&mut self, root: &Expr) -> bool {
        match &root.kind {
            ExprKind::Ident(id) => match self.g.unit.info().use_of(id.id) {
                Some(obj) if !self.g.unit.is_package_var(obj) && !self.g.facts.pointed(obj) => {}
                _ => return false,
            },
            _ => return false,
        }
        let t = self.g.ty(root);
        self.parts(t).is_some_and(|parts| parts <= COPIED_PARTS) && self.g.rtype(t).size <= COPIED_BYTES
    }

    fn parts(&mut self, t: TypeId) -> Option<usize> {
        match self.g.shape(t) {
            Type::Struct(fields) => {
                let mut sum = 0;
                for field in fields.iter() {
                    let t = self.g.subst_ty(field.ty);
                    sum += self.parts(t)?;
                }
                Some(sum)
            }
            Type::Array(_, 0) => Some(0),
            Type::Array(elem, 1) => {
                let elem = self.g.subst_ty(elem);
                self.parts(elem)
            }
            Type::Array(..) => None,
            _ => Some(1),
        }
    }
}

/// Whether something in the expression may run other code.
fn calls(g: &mut Gen<'_, '_>, e: &Expr) -> bool {
    struct Calls<'g, 'a, 'u> {
        g: &'g mut Gen<'a, 'u>,
        found: bool,
    }
    impl Visitor for Calls<'_, '_, '_> {
        fn visit_expr(&mut self, e: &Expr) {
            match &e.kind {
                ExprKind::FuncLit(_) => return,
                ExprKind::Go(_) => self.found = true,
                ExprKind::Unary(u) if u.op == UnaryOp::Recv => self.found = true,
                ExprKind::Call(_) => self.found |= self.g.is_plain_call(e),
                _ => {}
            }
            if !self.found {
                walk_expr(self, e);
            }
        }
    }
    let mut visitor = Calls { g, found: false };
    visitor.visit_expr(e);
    visitor.found
}

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
