//! What is done in an expression and what is only read, in order.

use crate::ast::*;
use crate::check::{CallKind, Mode, SelectionKind};
use crate::compile::frame::{BasicExt, Gen};
use crate::types::universe::Builtin;
use crate::types::{Basic, Type, TypeId};

/// Values of at most this many bytes, in at most four parts, are copied by Go when an interface is made of a variable;
/// of others it takes the address, so they are read late.
const COPIED_BYTES: u64 = 32;
const COPIED_PARTS: usize = 4;
/// Go's maps of larger elements are all treated alike.
const FAST_ELEM: u64 = 128;

/// What is done in a list of parts, in order.
pub(super) struct Finder<'g, 'a, 'u, 'e> {
    g: &'g mut Gen<'a, 'u>,
    pub(super) done: Vec<&'e Expr>,
    /// Whether something has been read that a call might change.
    read: bool,
    /// Whether there are calls among what is done.
    pub(super) calls: bool,
    /// Whether something that may panic is read: its panic comes after those of a call, a slice or an assertion behind it.
    pub(super) fallible: bool,
    /// Whether something that is done may panic, other than a call.
    pub(super) fails: bool,
    /// How many of `done` there are up to the last one that something is read before which it may change, or which may panic first.
    pub(super) needed: usize,
}

impl<'g, 'a, 'u, 'e> Finder<'g, 'a, 'u, 'e> {
    pub(super) fn new(g: &'g mut Gen<'a, 'u>) -> Self {
        Finder { g, done: Vec::new(), read: false, calls: false, fallible: false, fails: false, needed: 0 }
    }

    pub(super) fn part(&mut self, e: &'e Expr, want: Option<TypeId>) {
        match want {
            Some(want) if self.g.needs_iface(e, want) && !self.is_call(e) && self.is_copied_for_iface(e) => {
                self.step(e)
            }
            _ => self.expr(e),
        }
    }

    /// Whether the expression runs other code by itself, so that its value is there before others are read in any case.
    fn is_call(&mut self, e: &Expr) -> bool {
        match &e.unparen().kind {
            ExprKind::Unary(u) => u.op == UnaryOp::Recv,
            _ => self.g.is_plain_call(e.unparen()),
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
    pub(super) fn place(&mut self, e: &'e Expr) {
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
    pub(super) fn inside(&mut self, e: &'e Expr) {
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

    pub(super) fn expr(&mut self, e: &'e Expr) {
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
    pub(super) fn key(&mut self, e: &'e Expr, key: TypeId, elem: TypeId) {
        let (key, elem) = (self.g.subst_ty(key), self.g.subst_ty(elem));
        let by_value = match self.g.shape(key) {
            Type::Basic(basic) => basic.is_integer() && basic.bits() >= 32 || basic == Basic::String,
            Type::Pointer(_) | Type::Chan(..) => true,
            _ => false,
        };
        if by_value && self.g.rtype(elem).size <= FAST_ELEM {
            return self.expr(e);
        }
        let converted = self.g.ty(e) != key && e.unparen().as_ident().is_none();
        if self.g.needs_iface(e, key) || converted || self.root(e).is_none_or(|root| self.is_in_parts(root)) {
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
        let part = self.only_part(t);
        let rtype = self.g.rtype(part);
        let (size, align, pointers) = (rtype.size, rtype.align, rtype.layout.has_pointers());
        let by_address = match self.g.shape(part) {
            Type::Basic(Basic::String) | Type::Slice(_) => false,
            // Words, halves and quarters of one are passed as they are.
            _ => size > 0 && (pointers || size != u64::from(align) || size == 1),
        };
        by_address && self.root(e).is_none_or(|root| self.is_in_parts(root))
    }

    /// The type of the part, if the type has a single one, of which it consists: of structs with one field, and arrays with one element.
    fn only_part(&mut self, t: TypeId) -> TypeId {
        let part = match self.g.shape(t) {
            Type::Struct(fields) if fields.len() == 1 => fields[0].ty,
            Type::Array(elem, 1) => elem,
            _ => return t,
        };
        let part = self.g.subst_ty(part);
        self.only_part(part)
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
pub(super) fn calls(g: &mut Gen<'_, '_>, e: &Expr) -> bool {
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
