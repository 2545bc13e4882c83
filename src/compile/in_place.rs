//! Calls of small functions, made in place: the body becomes part of the caller's code.
//!
//! A function is *small* when its body is a few statements without loops, closures and whatever else needs a frame of its own;
//! in programs it may call other small functions, whose parts count as its own. Its parameters are the registers that the
//! arguments are in, a `return` puts the results where the call wants them. What can be seen is the same as with a call: the
//! arguments are evaluated first, then one of the budget is spent, and the function's code says in `Function::in_place` which
//! part of it is whose, so that traces show both.
//!
//! Invariant: what may be preempted, or has a place in reports, is told by the flags of functions, so the flags of both are
//! equal; only that a function belongs to the library is asked of it by its own number, see [`takes_in`].

use std::rc::Rc;

use super::analyze::{Analysis, Body, Called as Named};
use super::assign::Assigned;
use super::builtin::Intrinsic;
use super::call::{Callee, FoundKind, Receiver};
use super::frame::{Gen, Key, Var};
use super::func::{Label, Reg};
use super::growth;
use super::open_defer::{Open, Shape, shape};
use super::unit::{Source as Origin, Unit};
use crate::ast::*;
use crate::bytecode::{FuncFlags, FuncId, Op};
use crate::check::CallKind;
use crate::check::object::FuncSig;
use crate::source::{Span, Symbol};
use crate::types::universe::Builtin;
use crate::types::{ObjId, PkgId, Signature, Subst, Type, TypeId};

/// A body with more parts than this is called.
const MOST_PARTS: u32 = 40;
/// So is one that has more together with those of the functions that it calls.
const MOST_IN_ALL: u32 = 80;
/// So is one with more statements, which tells without looking inside.
const MOST_STATEMENTS: usize = 8;

/// A small function, or an instance of one.
pub(super) struct Small {
    source: Source,
    subst: Rc<Subst>,
    facts: Rc<Analysis>,
    pkg: PkgId,
    flags: FuncFlags,
    /// The receiver first.
    params: Vec<Param>,
    results: Rc<[TypeId]>,
    parts: u32,
    /// How its slices grow depends on the function that it becomes part of.
    appends: bool,
    /// It defers calls, none of which can recover.
    defers: bool,
}

/// What a small function is written as.
enum Source {
    Decl(Rc<FuncDecl>),
    Lit(Rc<FuncLit>),
}

/// A parameter of a small function.
#[derive(Clone, Copy)]
struct Param {
    obj: ObjId,
    ty: TypeId,
    /// The body assigns to it, so it needs a register of its own.
    assigned: bool,
}

/// Where the body that is being made in place leaves its results, and goes on.
#[derive(Clone, Copy)]
pub(super) struct Exit {
    results: Reg,
    end: Label,
    /// The statement is the last of the body: its return goes on behind it.
    last: bool,
}

/// A call that is made in place.
pub(super) struct Called<'e> {
    pub(super) func: FuncId,
    pub(super) small: Rc<Small>,
    pub(super) call: &'e Call,
    pub(super) receiver: &'e Receiver<'e>,
    pub(super) span: Span,
}

/// What belongs to the function around, while a body is made in place.
struct Around {
    subst: Rc<Subst>,
    facts: Rc<Analysis>,
    pkg: PkgId,
    results: Rc<[TypeId]>,
    named_results: Rc<[Option<ObjId>]>,
    targets: Vec<super::frame::Target>,
    done: Vec<(NodeId, Reg)>,
    site: growth::Site,
    has_defer_ahead: bool,
    recovers: bool,
    open: Option<Open>,
    body_of: Option<super::frame::BodyInfo>,
    in_place: Option<Exit>,
}

impl Small {
    pub(super) fn stmts(&self) -> &[Stmt] {
        match &self.source {
            Source::Decl(decl) => decl.body.as_ref().map_or(&[], |body| &body.stmts),
            Source::Lit(lit) => &lit.body.stmts,
        }
    }

    pub(super) fn facts(&self) -> Rc<Analysis> {
        self.facts.clone()
    }

    pub(super) fn subst(&self) -> Rc<Subst> {
        self.subst.clone()
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
    fn end(&self) -> Span {
        match &self.source {
            Source::Decl(decl) => decl.body.as_ref().map_or(decl.span, |body| Span::at(body.rbrace)),
            Source::Lit(lit) => Span::at(lit.body.rbrace),
        }
    }

    fn span(&self) -> Span {
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
/// calls no others, so once it is entered nobody sees its work half done.
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
    /// The function that is called, if the call can be made in place.
    pub(super) fn small_callee(
        &mut self,
        callee: &Callee,
        c: &Call,
        sig: &Signature,
    ) -> Option<(FuncId, Rc<Small>)> {
        let &Callee::Static(func) = callee else { return None };
        if self.unit.st.session || sig.variadic || c.args.len() != sig.params.len() {
            return None;
        }
        let flags = self.flags?;
        let small = self.unit.small(func, flags)?;
        Some((func, small))
    }

    /// Remembers which variables are the functions that they are declared with, for good.
    pub(super) fn bind_literals(&mut self, targets: &[Assigned<'_>], values: &[Expr]) {
        for (target, value) in targets.iter().zip(values) {
            if let (&Assigned::New(var), ExprKind::FuncLit(lit)) = (target, &value.unparen().kind)
                && !self.facts.assigned(var)
            {
                self.literals_bound.insert(var, lit.clone());
            }
        }
    }

    /// The literal that is called, if the call can be made in place: it is that of a variable of this very function, whose
    /// variables, which the literal captures, are the same here as where it was made.
    pub(super) fn small_literal(&mut self, c: &Call, sig: &Signature) -> Option<(FuncId, Rc<Small>)> {
        let var = self.unit.info().use_of(c.fun.unparen().as_ident()?.id)?;
        let lit = self.literals_bound.get(&var)?.clone();
        let func = *self.literal_funcs.get(&lit.id)?;
        if self.unit.st.session || sig.variadic || c.args.len() != sig.params.len() {
            return None;
        }
        if let Some(known) = self.unit.st.small.get(&func) {
            return known.clone().map(|small| (func, small));
        }
        let small = self.look_small_literal(lit).map(Rc::new);
        self.unit.st.small.insert(func, small.clone());
        small.map(|small| (func, small))
    }

    fn look_small_literal(&mut self, lit: Rc<FuncLit>) -> Option<Small> {
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

    /// Makes the call of a small function in place; gives the register of the first result. `sp` is then behind the results.
    pub(super) fn call_in_place(&mut self, called: &Called<'_>) -> Reg {
        let mut classes = Vec::new();
        for &t in called.small.results.iter() {
            classes.extend(self.classes(t));
        }
        let results = self.b.alloc(&classes);
        let sp = self.b.sp;
        let args = self.args_in_place(called);
        let end = self.b.label();
        let (from, around) = self.go_in(called, args, Some(Exit { results, end, last: false }));
        let stmts = called.small.stmts();
        if called.small.defers {
            self.begin_open();
        }
        for (i, s) in stmts.iter().enumerate() {
            if let Some(exit) = &mut self.in_place {
                exit.last = i + 1 == stmts.len() && matches!(s.kind, StmtKind::Return(_));
            }
            self.stmt(s);
        }
        if self.open.is_some() && !matches!(stmts, [.., Stmt { kind: StmtKind::Return(_), .. }]) {
            self.at(called.small.end(), |g| g.run_open());
        }
        if self.b.is_wanted(end) {
            self.b.place(end);
        }
        self.come_out(called, from, around);
        self.b.sp = sp;
        results
    }

    /// Jumps to `target` if the condition is `when` that a small function returns; false if the expression is no call of one.
    pub(super) fn jump_in_place(&mut self, e: &Expr, when: bool, target: Label) -> bool {
        let ExprKind::Call(c) = &e.kind else { return false };
        let Some(named) = self.unit.called_function(&c.fun) else { return false };
        if !self.is_plain_call(e) || self.unit.chk.task_form(&c.fun).is_some() {
            return false;
        }
        let sig = self.signature(&c.fun);
        let (found, receiver) = if self.unit.is_func(named) {
            let (callee, receiver) = self.callee(&c.fun);
            (self.small_callee(&callee, c, &sig), receiver)
        } else {
            (self.small_literal(c, &sig), Receiver::None)
        };
        let Some((func, small)) = found else { return false };
        let [Stmt { kind: StmtKind::Return(values), .. }] = small.stmts() else { return false };
        let [condition] = &values[..] else { return false };
        let span = self.called_at(e);
        let before = self.b.at(span);
        let done = self.done_first_in_call(c);
        let called = Called { func, small: small.clone(), call: c, receiver: &receiver, span };
        let args = self.args_in_place(&called);
        let (from, around) = self.go_in(&called, args, None);
        self.jump_if(condition, when, target);
        self.come_out(&called, from, around);
        self.forget_done(done);
        self.b.at(before);
        true
    }

    /// Puts into `home` what a small function makes and gives the address of; false if the expression is no call of one.
    pub(super) fn new_in_place(&mut self, e: &Expr, c: &Call, home: Reg) -> bool {
        let sig = self.signature(&c.fun);
        let (callee, receiver) = self.callee(&c.fun);
        let Some((func, small)) = self.small_callee(&callee, c, &sig) else { return false };
        let Some(made) = small.made() else { return false };
        let span = self.called_at(e);
        let before = self.b.at(span);
        let (sp, done) = (self.b.sp, self.done_first_in_call(c));
        let called = Called { func, small: small.clone(), call: c, receiver: &receiver, span };
        let args = self.args_in_place(&called);
        let (from, around) = self.go_in(&called, args, None);
        self.value_to(made, home);
        self.come_out(&called, from, around);
        self.forget_done(done);
        self.b.at(before);
        self.b.sp = sp;
        true
    }

    /// Where the arguments are.
    fn args_in_place(&mut self, called: &Called<'_>) -> Vec<Var> {
        let below = self.b.sp;
        let mut args = Vec::new();
        let small = &called.small;
        let mut params = &small.params[..];
        if let (Receiver::Method { x, found }, [param, rest @ ..]) = (called.receiver, params) {
            let as_it_is = matches!(found.kind, FoundKind::Declared { .. }) && found.path.is_empty();
            let is_followed = small.followed(0).is_some();
            args.push(if let Some(reg) = is_followed.then(|| self.receiver_alias(x, found)).flatten() {
                Var::Alias(reg)
            } else if as_it_is && !param.assigned && self.ty(x) == param.ty {
                Var::Reg(self.value(x))
            } else if let Some(cell) = (!param.assigned).then(|| self.receiver_cell(x, found)).flatten() {
                Var::Reg(cell)
            } else {
                let reg = self.temp(param.ty);
                self.receiver_to(x, found, reg);
                Var::Reg(reg)
            });
            params = rest;
        }
        let first = args.len();
        for (i, (param, arg)) in params.iter().zip(&called.call.args).enumerate() {
            let is_followed = small.followed(first + i).is_some();
            args.push(if let Some(reg) = is_followed.then(|| self.argument_alias(arg)).flatten() {
                Var::Alias(reg)
            } else if param.assigned {
                let reg = self.temp(param.ty);
                self.value_as_to(arg, param.ty, reg);
                Var::Reg(reg)
            } else if let Some(word) = self.constant_word(arg, param.ty) {
                Var::Const(word)
            } else {
                Var::Reg(self.value_as(arg, param.ty))
            });
        }
        let types: Vec<TypeId> = small.params.iter().map(|param| param.ty).collect();
        self.part_from_aliases(&mut args, &types, below);
        args
    }

    /// The argument, if it is a constant that fits an immediate, and is in no register either.
    fn constant_word(&mut self, arg: &Expr, t: TypeId) -> Option<i16> {
        if self.hoisted_reg(arg).is_some() || !matches!(self.shape(t), Type::Basic(_)) {
            return None;
        }
        self.small_word(arg, t)
    }

    /// A `return` in a body that is made in place.
    pub(super) fn return_in_place(&mut self, values: &[Expr], exit: Exit) {
        let results = self.results.clone();
        let mut at = exit.results;
        for (value, &t) in values.iter().zip(results.iter()) {
            self.value_as_to(value, t, at);
            at += self.slots(t);
        }
        self.run_open();
        if !exit.last {
            self.b.jump(Op::Jump, exit.end);
        }
        self.go_on_open();
    }

    /// Spends what a call costs, and begins to compile for the function that is called.
    fn go_in(&mut self, called: &Called<'_>, args: Vec<Var>, exit: Option<Exit>) -> (u32, Around) {
        use std::mem::{replace, take};
        let small = &called.small;
        let from = self.b.here();
        self.at(small.span(), |g| g.b.op(Op::Spend, 0, 0, 0));
        for (param, arg) in small.params.iter().zip(args) {
            self.vars.insert(Key::Obj(param.obj), arg);
        }
        let around = Around {
            subst: replace(&mut self.subst, small.subst.clone()),
            facts: replace(&mut self.facts, small.facts.clone()),
            pkg: replace(&mut self.pkg, small.pkg),
            results: replace(&mut self.results, small.results.clone()),
            named_results: replace(&mut self.named_results, [].into()),
            targets: take(&mut self.targets),
            done: take(&mut self.done),
            site: self.site.replace(called.call.fun.id),
            has_defer_ahead: take(&mut self.has_defer_ahead),
            recovers: take(&mut self.recovers),
            open: self.open.take(),
            body_of: self.body_of.take(),
            in_place: replace(&mut self.in_place, exit),
        };
        (from, around)
    }

    fn come_out(&mut self, called: &Called<'_>, from: u32, around: Around) {
        self.subst = around.subst;
        self.facts = around.facts;
        self.pkg = around.pkg;
        self.results = around.results;
        self.named_results = around.named_results;
        self.targets = around.targets;
        self.done = around.done;
        self.site = around.site;
        self.end_open();
        self.has_defer_ahead = around.has_defer_ahead;
        self.recovers = around.recovers;
        self.open = around.open;
        self.body_of = around.body_of;
        self.in_place = around.in_place;
        self.b.end_in_place(from, called.func, called.span);
    }
}
