//! Small functions: what can be made in place of its calls.
//!
//! A function is *small* when its body is a few statements without loops, closures and whatever else needs a frame of its own;
//! in programs it may call other small functions, whose parts count as its own. It may defer calls that cannot recover.

use std::rc::Rc;

use super::analyze::{Analysis, Body, Called as Named};
use super::builtin::Intrinsic;
use super::frame::Gen;
use super::open_defer::{Shape, shape};
use super::unit::{Source as Origin, Unit};
use crate::ast::*;
use crate::bytecode::{FuncFlags, FuncId, Op};
use crate::check::CallKind;
use crate::check::object::FuncSig;
use crate::source::{Span, Symbol};
use crate::types::universe::Builtin;
use crate::types::{ObjId, PkgId, Subst, Type, TypeId};

/// A body with more parts than this is called.
const MOST_PARTS: u32 = 40;
/// So is one that has more together with those of the functions that it calls.
const MOST_IN_ALL: u32 = 80;
/// So is one with more statements, which tells without looking inside.
const MOST_STATEMENTS: usize = 8;

/// A small function, or an instance of one.
pub(super) struct Small {
    source: Source,
    pub(super) subst: Rc<Subst>,
    pub(super) facts: Rc<Analysis>,
    pub(super) pkg: PkgId,
    flags: FuncFlags,
    /// The receiver first.
    pub(super) params: Vec<Param>,
    pub(super) results: Rc<[TypeId]>,
    parts: u32,
    /// How its slices grow depends on the function that it becomes part of.
    appends: bool,
    /// It defers calls, none of which can recover.
    pub(super) defers: bool,
}

/// What a small function is written as.
enum Source {
    Decl(Rc<FuncDecl>),
    Lit(Rc<FuncLit>),
}

/// A parameter of a small function.
#[derive(Clone, Copy)]
pub(super) struct Param {
    pub(super) obj: ObjId,
    pub(super) ty: TypeId,
    /// The body assigns to it, so it needs a register of its own.
    pub(super) assigned: bool,
}

impl Small {
    pub(super) fn stmts(&self) -> &[Stmt] {
        match &self.source {
            Source::Decl(decl) => decl.body.as_ref().map_or(&[], |body| &body.stmts),
            Source::Lit(lit) => &lit.body.stmts,
        }
    }

    /// The parameters, the receiver first.
    pub(super) fn params(&self) -> impl Iterator<Item = ObjId> {
        self.params.iter().map(|param| param.obj)
    }

    /// The type of a parameter, if that is only followed, as a pointer, to what it points to.
    pub(super) fn followed(&self, param: usize) -> Option<TypeId> {
        let param = self.params.get(param)?;
        self.facts.only_followed(param.obj).then_some(param.ty)
    }

    /// What it makes and gives the address of, if it does nothing else.
    pub(super) fn made(&self) -> Option<&Expr> {
        let [Stmt { kind: StmtKind::Return(values), .. }] = self.stmts() else { return None };
        match &values[..] {
            [Expr { kind: ExprKind::Unary(u), .. }] if u.op == UnaryOp::Addr => {
                Some(u.x.unparen()).filter(|x| matches!(x.kind, ExprKind::CompositeLit(_)))
            }
            _ => None,
        }
    }

    /// Where its body ends.
    pub(super) fn end(&self) -> Span {
        match &self.source {
            Source::Decl(decl) => decl.body.as_ref().map_or(decl.span, |body| Span::at(body.rbrace)),
            Source::Lit(lit) => Span::at(lit.body.rbrace),
        }
    }

    /// Where it begins.
    pub(super) fn span(&self) -> Span {
        match (self.stmts(), &self.source) {
            ([first, ..], _) => first.span,
            ([], Source::Decl(decl)) => decl.span,
            ([], Source::Lit(lit)) => lit.body.span,
        }
    }
}

impl Unit<'_> {
    /// The function, if it is small, for a caller with these flags.
    pub(super) fn small(&mut self, func: FuncId, flags: FuncFlags) -> Option<Rc<Small>> {
        if let Some(known) = self.st.small.get(&func) {
            return known.clone().filter(|small| takes_in(flags, small.flags));
        }
        let Some(Origin::Decl { obj, .. }) = self.st.sources.get(&func) else { return None };
        let (pkg, decl) = (self.chk.obj(*obj).pkg, self.chk.func_decl(*obj)?);
        let own = self.file_flags(pkg, decl.name.span);
        if !takes_in(flags, own) {
            return None;
        }
        let found = self.look_small(func, own).map(Rc::new);
        self.st.small.insert(func, found.clone());
        found
    }

    /// The declared function, if this call of it can be made in place in a function with these flags.
    pub(super) fn small_declared(
        &mut self,
        obj: ObjId,
        targs: Rc<[TypeId]>,
        c: &Call,
        flags: FuncFlags,
    ) -> Option<Rc<Small>> {
        let native = self.native_of(obj).is_some();
        let sig = self.chk.func_sig(obj)?;
        let t = self.chk.tt.get(sig.ty).clone();
        let Type::Func(sig) = t else { return None };
        if native || self.st.session || sig.variadic || c.args.len() != sig.params.len() {
            return None;
        }
        let func = self.func(obj, targs);
        self.small(func, flags)
    }

    /// The declaration of a function of the program that its length allows to be small.
    pub(super) fn declared_body(&mut self, function: ObjId) -> Option<Rc<FuncDecl>> {
        if !self.is_func(function) || self.chk.package(self.chk.obj(function).pkg).std {
            return None;
        }
        let decl = self.chk.func_decl(function)?;
        decl.body.as_ref().is_some_and(may_be_small_body).then_some(decl)
    }

    /// Whether the function is small.
    pub(super) fn is_small_function(&mut self, func: FuncId) -> bool {
        let flags = self.program.function(func).flags;
        self.small(func, flags).is_some()
    }

    fn look_small(&mut self, func: FuncId, flags: FuncFlags) -> Option<Small> {
        let Some(Origin::Decl { obj, targs }) = self.st.sources.get(&func).cloned() else { return None };
        let decl = self.chk.func_decl(obj)?;
        let body = decl.body.as_ref()?;
        let pkg = self.chk.obj(obj).pkg;
        let nests = !self.chk.package(pkg).std;
        // Most functions are larger, or call others, which their text tells: a body of the library costs more to check than to
        // look at.
        if !may_be_small_body(body) || !nests && calls_another(self, pkg, &decl, body) {
            return None;
        }
        // Meanwhile it is none that it could call itself.
        self.st.small.insert(func, None);
        self.chk.ensure_body(obj);
        let sig = self.chk.func_sig(obj)?;
        let (types, results, subst) = self.decl_types(obj, &targs);
        let limits = Limits { may_append: true, may_lock: true, nests: nests.then_some((&subst, flags)) };
        let size = self.size(&sig, body, limits)?;
        let facts = self.analysis(Some(flags), &subst, Some(&sig), Body::Small(body));
        let params = self.params(&sig, types, &facts)?;
        let (subst, facts, results) = (Rc::new(subst), Rc::new(facts), results.into());
        let Counted { parts, appends, defers, .. } = size;
        let source = Source::Decl(decl);
        Some(Small { source, subst, facts, pkg, flags, params, results, parts, appends, defers })
    }

    /// The size of a body, if it is that of a small function.
    fn size(&mut self, sig: &FuncSig, body: &Block, limits: Limits<'_>) -> Option<Counted> {
        let named = if sig.named_results { &sig.results[..] } else { &[] };
        let results = sig.results.len();
        let counted = Counted { parts: 0, appends: false, locks: false, defers: false };
        let mut size = Size { unit: self, counted, own: 0, fits: true, limits, named, results };
        size.visit_block(body);
        // Go makes no such function part of another one.
        let grows_as_another = size.counted.appends && size.counted.locks;
        let opens = !size.counted.defers || shape(body) == Shape::Open;
        (size.fits && !grows_as_another && opens).then_some(size.counted)
    }

    /// The parameters, if each can be the register of its argument.
    fn params(&mut self, sig: &FuncSig, types: Vec<TypeId>, facts: &Analysis) -> Option<Vec<Param>> {
        let objs = sig.recv.iter().chain(sig.params.iter());
        let params: Vec<Param> =
            objs.zip(types).map(|(&obj, ty)| Param { obj, ty, assigned: facts.assigned(obj) }).collect();
        let fits = params.iter().all(|p| {
            let rtype = self.rtype(p.ty);
            !facts.in_cell(p.obj) && !self.program.rtypes.get(rtype).indirect
        });
        fits.then_some(params)
    }
}

/// Whether code of a function with the flags `own` may be part of one with the flags `caller`. A small function of the library
/// calls no others and defers nothing, so once it is entered nobody sees its work half done unless it waits for a lock.
fn takes_in(caller: FuncFlags, own: FuncFlags) -> bool {
    let atomic = FuncFlags::LIBRARY | FuncFlags::ATOMIC;
    caller == own
        || (own == FuncFlags::LIBRARY || own == atomic)
            && !caller.has_any(FuncFlags::ATOMIC | FuncFlags::RECORDS)
}

fn may_be_small_body(body: &Block) -> bool {
    let fits = |s: &Stmt| matches!(s.kind, StmtKind::Defer(_)) || may_be_small(s);
    body.stmts.len() <= MOST_STATEMENTS && body.stmts.iter().all(fits)
}

/// Whether a statement could be in a small function.
fn may_be_small(s: &Stmt) -> bool {
    match &s.kind {
        StmtKind::Empty
        | StmtKind::Decl(Decl::Var(_))
        | StmtKind::Expr(_)
        | StmtKind::IncDec { .. }
        | StmtKind::Assign(_)
        | StmtKind::Return(_) => true,
        StmtKind::Block(b) => b.stmts.iter().all(may_be_small),
        StmtKind::If(i) => {
            i.init.iter().all(may_be_small)
                && i.then.stmts.iter().all(may_be_small)
                && i.otherwise.iter().all(may_be_small)
        }
        _ => false,
    }
}

/// Whether a body calls a function of its package, or a method or function that a parameter holds, as far as names tell.
fn calls_another(unit: &Unit<'_>, pkg: PkgId, decl: &FuncDecl, body: &Block) -> bool {
    struct Calls<'c> {
        functions: &'c dyn Fn(Symbol) -> bool,
        params: Vec<Symbol>,
        found: bool,
    }
    impl Visitor for Calls<'_> {
        fn visit_expr(&mut self, e: &Expr) {
            if let ExprKind::Call(c) = &e.kind {
                self.found |= match &c.fun.unparen().kind {
                    ExprKind::Ident(id) => (self.functions)(id.name) || self.params.contains(&id.name),
                    ExprKind::Selector(s) => s.x.as_ident().is_none_or(|id| self.params.contains(&id.name)),
                    _ => false,
                };
            }
            if !self.found {
                walk_expr(self, e);
            }
        }
    }
    let fields = decl.recv.iter().flatten().chain(&decl.ty.params);
    let params = fields.flat_map(|field| &field.names).map(|name| name.name).collect();
    let functions = |name| unit.chk.declares_function(pkg, name);
    let mut calls = Calls { functions: &functions, params, found: false };
    calls.visit_block(body);
    calls.found
}

/// What a small function may do.
struct Limits<'s> {
    may_append: bool,
    may_lock: bool,
    /// It may call other small functions: its type arguments and flags, to find them.
    nests: Option<(&'s Subst, FuncFlags)>,
}

/// What has been found in a body.
struct Counted {
    parts: u32,
    appends: bool,
    /// It does something with locks or wait groups.
    locks: bool,
    defers: bool,
}

/// Counts the parts of a body, and looks whether it needs a frame.
struct Size<'s, 'u> {
    unit: &'s mut Unit<'u>,
    counted: Counted,
    own: u32,
    fits: bool,
    limits: Limits<'s>,
    /// Results with names, which are variables of their own if somebody mentions them.
    named: &'s [ObjId],
    results: usize,
}

impl Size<'_, '_> {
    fn count(&mut self) {
        self.own += 1;
        self.counted.parts += 1;
        self.fits &= self.own <= MOST_PARTS && self.counted.parts <= MOST_IN_ALL;
    }

    /// Whether a call is one instruction, or a few, or that of a small function.
    fn is_simple(&mut self, c: &Call) -> bool {
        match self.unit.info().call_kind(c.fun.id) {
            CallKind::Conversion => true,
            CallKind::Builtin(Builtin::Append) => {
                self.counted.appends = true;
                self.limits.may_append
            }
            // Reports say where a channel was made.
            CallKind::Builtin(Builtin::Make) => {
                let t = self.unit.info().ty(c.args[0].id);
                matches!(self.unit.types().under_shape(t), Type::Slice(_) | Type::Map(..))
            }
            CallKind::Builtin(id) => matches!(
                id,
                Builtin::Cap
                    | Builtin::Complex
                    | Builtin::Imag
                    | Builtin::Len
                    | Builtin::Max
                    | Builtin::Min
                    | Builtin::New
                    | Builtin::Panic
                    | Builtin::Real
            ),
            CallKind::Call => {
                let instruction =
                    self.unit.called_function(&c.fun).and_then(|obj| self.unit.intrinsic_of(obj));
                match instruction {
                    Some(Intrinsic::Unary(_) | Intrinsic::Binary2(_)) => true,
                    Some(
                        Intrinsic::Done
                        | Intrinsic::Receiver(
                            Op::MutexLock
                            | Op::MutexUnlock
                            | Op::RwLock
                            | Op::RwUnlock
                            | Op::RwRLock
                            | Op::RwRUnlock,
                        ),
                    ) => {
                        self.counted.locks = true;
                        if let ExprKind::Selector(s) = &c.fun.unparen().kind {
                            self.visit_expr(&s.x);
                        }
                        self.limits.may_lock
                    }
                    _ => self.nests(c),
                }
            }
        }
    }

    /// Whether a call is that of a small function; what that consists of counts, too.
    fn nests(&mut self, c: &Call) -> bool {
        let Some((subst, flags)) = self.limits.nests else { return false };
        let Some(called) = Named::by_name(self.unit.info(), c) else { return false };
        let Some(small) = self.unit.small_called(&called, subst, flags) else { return false };
        match &c.fun.unparen().kind {
            ExprKind::Selector(s) => self.visit_expr(&s.x),
            ExprKind::Index(i) => self.visit_expr(&i.x),
            _ => {}
        }
        self.counted.parts += small.parts;
        !small.appends && self.counted.parts <= MOST_IN_ALL
    }
}

impl Visitor for Size<'_, '_> {
    fn visit_stmt(&mut self, s: &Stmt) {
        self.count();
        match &s.kind {
            StmtKind::Defer(call) => {
                self.counted.defers = true;
                self.fits &= self.limits.nests.is_some() && self.unit.is_instruction_that_ends(call);
            }
            _ => self.fits &= may_be_small(s),
        }
        if let StmtKind::Return(values) = &s.kind {
            // Named results as they are, and those of a call with several, would have to be moved.
            self.fits &= values.len() == self.results;
        }
        if self.fits {
            walk_stmt(self, s);
        }
    }

    fn visit_expr(&mut self, e: &Expr) {
        self.count();
        if !self.fits || self.unit.info().const_val(e.id).is_some() {
            return;
        }
        match &e.kind {
            ExprKind::FuncLit(_) | ExprKind::Go(_) | ExprKind::Bad => self.fits = false,
            ExprKind::Ident(id) => {
                self.fits &= self.unit.info().use_of(id.id).is_none_or(|used| !self.named.contains(&used));
            }
            ExprKind::Unary(u) if u.op == UnaryOp::Recv => self.fits = false,
            ExprKind::Call(c) => {
                self.fits &= self.is_simple(c);
                c.args.iter().for_each(|arg| self.visit_expr(arg));
            }
            // Types have no parts that count.
            ExprKind::ArrayType(_)
            | ExprKind::StructType(_)
            | ExprKind::FuncType(_)
            | ExprKind::InterfaceType(_)
            | ExprKind::MapType(_)
            | ExprKind::ChanType(_) => {}
            _ => walk_expr(self, e),
        }
    }
}

impl Gen<'_, '_> {
    /// The literal, if it is small.
    pub(super) fn look_small_literal(&mut self, lit: Rc<FuncLit>) -> Option<Small> {
        let flags = self.flags?;
        if !may_be_small_body(&lit.body) {
            return None;
        }
        let sig = self.unit.lit_sig(lit.id)?;
        // How its slices grow is known of the literal by itself.
        let size =
            self.unit.size(&sig, &lit.body, Limits { may_append: false, may_lock: false, nests: None })?;
        let types = sig.params.iter().map(|&p| self.obj_ty(p)).collect();
        let results = sig.results.iter().map(|&r| self.obj_ty(r)).collect();
        let (subst, facts, pkg) = (self.subst.clone(), self.facts.clone(), self.pkg);
        let params = self.unit.params(&sig, types, &facts)?;
        let Counted { parts, appends, defers, .. } = size;
        let source = Source::Lit(lit);
        Some(Small { source, subst, facts, pkg, flags, params, results, parts, appends, defers })
    }
}
