//! Making the code of one function, whatever it comes from: a declaration, a native, a method through an interface, a variable's
//! initialiser, a script.

use hashbrown::{HashMap, HashSet};
use std::rc::Rc;

use super::analyze::{self, Analysis, Body};
use super::call::{Found, FoundKind};
use super::frame::{Gen, Var};
use super::func::Builder;
use super::growth;
use super::place::Place;
use super::shapes::ShapesOf;
use super::unit::{Parts, Source, Start, Unit};
use crate::ast::*;
use crate::bytecode::{FuncFlags, FuncId, Function, Op, RegClass};
use crate::check::Checker;
use crate::check::object::FuncSig;
use crate::source::Span;
use crate::types::{ObjId, PkgId, Signature, Subst, Type, TypeId};
use crate::vm::NativeId;

impl<'u> Unit<'u> {
    pub(super) fn compile(&mut self, func: FuncId) {
        let Some(source) = self.st.sources.get(&func).cloned() else {
            return self.bug(Span::NONE, "a function without source");
        };
        match source {
            Source::Decl { obj, targs } => self.compile_decl(func, obj, &targs),
            Source::Native { obj, targs } => self.compile_native(func, obj, &targs),
            Source::Entry { recv, found, sig, pkg } => self.compile_entry(func, recv, &found, &sig, pkg),
            Source::Expr { recv, found, sig, pkg } => self.compile_expr(func, recv, &found, &sig, pkg),
            Source::VarInit { obj } => self.compile_var_init(func, obj),
            Source::Blocking { obj, native } => self.compile_blocking(func, obj, native),
            Source::Main(start) => self.compile_start(func, &start),
        }
    }

    pub(super) fn generator<'b>(
        &'b mut self,
        name: String,
        pkg: PkgId,
        subst: impl Into<Rc<Subst>>,
        facts: impl Into<Rc<Analysis>>,
        long: bool,
    ) -> Gen<'b, 'u> {
        Gen {
            unit: self,
            b: Builder::new(long),
            subst: subst.into(),
            facts: facts.into(),
            vars: HashMap::new(),
            targets: Vec::new(),
            labels: HashMap::new(),
            pending_label: None,
            fallthrough: None,
            hoisted: Vec::new(),
            done: Vec::new(),
            growth: Rc::default(),
            site: None,
            made_room: HashMap::new(),
            results: [].into(),
            named_results: [].into(),
            name,
            literals: Rc::default(),
            ranges: 0,
            depth: 0,
            closure: None,
            own_labels: HashSet::new(),
            has_defer_ahead: false,
            recovers: false,
            open: None,
            closing: None,
            defer_exit: 0,
            body_of: None,
            params: 0,
            long_jumps: long,
            pkg,
            flags: None,
            literals_bound: HashMap::new(),
            literal_funcs: HashMap::new(),
            in_place: None,
        }
    }

    /// What is known of the variables of a function, in a file with these flags.
    pub(super) fn analysis(
        &mut self,
        flags: Option<FuncFlags>,
        subst: &Subst,
        sig: Option<&FuncSig>,
        body: Body<'_>,
    ) -> Analysis {
        let mut facts = analysis(self.chk, subst, sig, body);
        facts.settle(|question| flags.is_some_and(|flags| self.holds(question, subst, flags)));
        facts
    }

    /// How slices grow in a declared function with these flags, in programs.
    fn growth(
        &mut self,
        flags: FuncFlags,
        facts: &Rc<Analysis>,
        subst: &Rc<Subst>,
        sig: &FuncSig,
        body: &Block,
        pkg: PkgId,
    ) -> Rc<growth::Growth> {
        if self.chk.package(pkg).std || !growth::appends(self, body) {
            return Rc::default();
        }
        Rc::new(growth::growth(self, flags, facts, subst, sig, body).0)
    }

    fn compile_decl(&mut self, func: FuncId, obj: ObjId, targs: &Rc<[TypeId]>) {
        self.chk.ensure_body(obj);
        let (Some(decl), Some(sig)) = (self.chk.func_decl(obj), self.chk.func_sig(obj)) else {
            return self.bug(Span::NONE, "a function without declaration");
        };
        let Some(body) = &decl.body else { return self.bug(decl.span, "a function without body") };
        let (params, results, subst) = self.decl_types(obj, targs);
        let pkg = self.chk.obj(obj).pkg;
        let name = self.program.function(func).name.clone();
        let flags = self.file_flags(pkg, decl.name.span);
        let subst = Rc::new(subst);
        let facts = Rc::new(self.analysis(Some(flags), &subst, Some(&sig), Body::Block(body)));
        let growth = self.growth(flags, &facts, &subst, &sig, body, pkg);
        for long in [false, true] {
            let mut g = self.generator(name.clone(), pkg, subst.clone(), facts.clone(), long);
            g.flags = Some(flags);
            g.growth = growth.clone();
            g.b.at(decl.span);
            let first = g.begin(&params, &results, false);
            let defers = g.facts.defers(None);
            g.function(&sig, body, None, first, defers);
            if g.install(func, FuncFlags::default(), decl.name.span) {
                break;
            }
        }
    }

    fn compile_native(&mut self, func: FuncId, obj: ObjId, targs: &Rc<[TypeId]>) {
        let (params, results, subst) = self.decl_types(obj, targs);
        let (pkg, span) = (self.chk.obj(obj).pkg, self.chk.obj(obj).span);
        let Some(native) = self.native_of(obj) else { return };
        let t = self.chk.obj_type(obj);
        let t = self.chk.tt.subst(t, &subst);
        let Type::Func(sig) = self.chk.tt.under_shape(t) else { return };
        let recv = self.native_receiver(native);
        let intrinsic = self.intrinsic_of(obj);
        let name = self.program.function(func).name.clone();
        let mut g = self.generator(name, pkg, subst, Analysis::default(), false);
        g.b.at(span);
        let first = g.begin(&params, &results, false);
        if let Some(i) = intrinsic {
            g.intrinsic_body(i, first);
        } else {
            let skip = recv.map_or(0, |t| g.slots(t));
            let rest: Vec<TypeId> = params[usize::from(recv.is_some())..].to_vec();
            g.forward(
                &super::call::Callee::Native(native),
                &sig,
                recv.map(|t| (t, Some(first))),
                first + skip,
                &rest,
            );
        }
        g.install(func, FuncFlags::WRAPPER, span);
    }

    /// The stub of a native that may wait.
    fn compile_blocking(&mut self, func: FuncId, obj: ObjId, native: NativeId) {
        let (params, results, _) = self.decl_types(obj, &[]);
        let sig = self.chk.tt.func(params.into(), results.into(), false);
        let sig = self.rtype(sig);
        let declared = self.program.function(func);
        let mut stub = Function {
            name: declared.name.clone(),
            code: Vec::new(),
            results: declared.results,
            params: declared.params,
            regs: 0,
            flags: FuncFlags::NATIVE,
            classes: declared.classes.clone(),
            lines: Vec::new(),
            defer_exit: 0,
            open: [].into(),
            selects: Vec::new(),
            unsigned: Vec::new(),
            in_place: [].into(),
            span: declared.span,
        };
        crate::vm::coroutine::write_stub(&mut stub, native, sig);
        self.program.define(func, stub);
    }

    fn compile_entry(&mut self, func: FuncId, recv: TypeId, found: &Found, sig: &Signature, pkg: PkgId) {
        let rt = self.rtype(recv);
        let one_word = self.program.rtypes.get(rt).iface_word != crate::heap::IfaceWord::Boxed;
        if self.compile_loading(func, recv, found) {
            return;
        }
        let word = if one_word { recv } else { self.chk.tt.pointer(recv) };
        let mut params = vec![word];
        params.extend(sig.params.iter().copied());
        let results = sig.results.to_vec();
        let name = self.program.function(func).name.clone();
        let mut g = self.generator(name, pkg, Subst::default(), Analysis::default(), false);
        let first = g.begin(&params, &results, false);
        let rest = params[1..].to_vec();
        if one_word {
            g.method_wrapper(found, None, sig, Place::Reg(first), recv, first + 1, &rest);
        } else {
            // An empty value has no box.
            let place =
                if g.rtype(recv).size == 0 { Place::Reg(first) } else { Place::Mem { ptr: first, off: 0 } };
            g.method_wrapper(found, None, sig, place, recv, first + 1, &rest);
        }
        g.install(func, FuncFlags::WRAPPER, Span::NONE);
    }

    /// A function of a receiver and the parameters of its method.
    fn compile_expr(&mut self, func: FuncId, recv: TypeId, found: &Found, sig: &Signature, pkg: PkgId) {
        let mut params = vec![recv];
        params.extend(sig.params.iter().copied());
        let results = sig.results.to_vec();
        let name = self.program.function(func).name.clone();
        let mut g = self.generator(name, pkg, Subst::default(), Analysis::default(), false);
        let first = g.begin(&params, &results, false);
        let after = first + g.slots(recv);
        g.method_wrapper(found, None, sig, Place::Reg(first), recv, after, &params[1..]);
        g.install(func, FuncFlags::WRAPPER, Span::NONE);
    }

    /// A small method of a value that lies in a box, or behind a pointer, is compiled once more, with the loading of its receiver
    /// before it, instead of being called by a wrapper that does nothing else. False if it is not one.
    fn compile_loading(&mut self, func: FuncId, recv: TypeId, found: &Found) -> bool {
        let FoundKind::Declared { obj, ptr_recv: false, owner } = found.kind else { return false };
        if !found.path.is_empty() {
            return false;
        }
        let is_pointer = owner != recv;
        if is_pointer && self.chk.tt.pointer(owner) != recv {
            return false;
        }
        let targs = self.targs_of(owner);
        let method = self.func(obj, targs.clone());
        if self.st.session || !self.is_small_function(method) {
            return false;
        }
        let (Some(decl), Some(sig)) = (self.chk.func_decl(obj), self.chk.func_sig(obj)) else { return false };
        let Some(body) = &decl.body else { return false };
        let (types, results, subst) = self.decl_types(obj, &targs);
        let pkg = self.chk.obj(obj).pkg;
        let name = self.program.function(method).name.clone();
        let flags = self.file_flags(pkg, decl.name.span);
        let subst = Rc::new(subst);
        let facts = Rc::new(self.analysis(Some(flags), &subst, Some(&sig), Body::Block(body)));
        let growth = self.growth(flags, &facts, &subst, &sig, body, pkg);
        let mut g = self.generator(name, pkg, subst, facts, false);
        g.flags = Some(flags);
        g.growth = growth;
        g.b.at(decl.span);
        let mut params = types.clone();
        params[0] = g.unit.chk.tt.pointer(owner);
        let first = g.begin(&params, &results, false);
        if is_pointer {
            g.refuse_nil(&Place::Reg(first), recv, obj);
        }
        // The box never changes: of a receiver of many words that keeps its value, those are loaded that the body asks for.
        let whole = is_pointer || g.slots(owner) <= 3 || sig.recv.is_some_and(|r| g.facts.assigned(r));
        let receiver = if whole {
            let value = g.temp(owner);
            // An empty value has no box.
            if g.slots(owner) > 0 {
                g.load(&Place::Mem { ptr: first, off: 0 }, owner, value);
            }
            Var::Reg(value)
        } else {
            Var::Cell(first)
        };
        g.function(&sig, body, Some(receiver), first + 1, false);
        g.install(func, FuncFlags::default(), decl.name.span)
    }

    fn compile_var_init(&mut self, func: FuncId, obj: ObjId) {
        let Some((spec, index, group)) = self.chk.var_init(obj) else { return };
        let pkg = self.chk.obj(obj).pkg;
        let value = &spec.values[if group.is_empty() { index } else { 0 }];
        let facts = self.analysis(None, &Subst::default(), None, Body::Expr(value));
        let mut g = self.generator("init".into(), pkg, Subst::default(), facts, false);
        g.b.at(spec.span);
        g.begin(&[], &[], false);
        let lhs: Vec<ObjId> = if group.is_empty() { vec![obj] } else { group.to_vec() };
        g.initialize(&lhs, value);
        g.b.op(Op::Return, 0, 0, 0);
        g.install(func, FuncFlags::WRAPPER | FuncFlags::INIT, spec.span);
    }

    fn compile_start(&mut self, func: FuncId, start: &Start) {
        let Start { program, parts, marks } = start;
        // A function for each package's initialisation keeps each small, and named as traces show it.
        let mut calls = Vec::new();
        let packages = if *parts == Parts::Main { &[][..] } else { &program.packages };
        for (number, package) in packages.iter().enumerate() {
            let marks = marks.filter(|_| number + 1 == packages.len());
            // Literals in values of variables are numbered through.
            let literals = Rc::default();
            for (step, init) in package.vars.iter().enumerate() {
                let value = init.value();
                let facts = self.analysis(None, &Subst::default(), None, Body::Expr(value));
                let Some(&first) = init.lhs.first() else { continue };
                let pkg = self.chk.obj(first).pkg;
                let name = format!("{}.init", self.chk.tt.pkg(pkg).path);
                let id = self.declare(name.clone(), &[], &[], FuncFlags::default(), value.span);
                let mut g = self.generator(name, pkg, Subst::default(), facts, false);
                g.literals = Rc::clone(&literals);
                g.b.at(value.span);
                g.begin(&[], &[], false);
                g.initialize(&init.lhs, value);
                g.mark(marks, step);
                g.b.op(Op::Return, 0, 0, 0);
                g.install(id, FuncFlags::default(), value.span);
                calls.push(id);
            }
            for (n, &f) in package.inits.iter().enumerate() {
                // There may be many of one name.
                let name = format!("{}.{n}", self.full_name(f));
                calls.push(self.func_named(f, [].into(), Some(name)));
            }
        }
        if *parts != Parts::Init {
            if let (Some(last), false) = (program.packages.last(), program.script.is_empty()) {
                calls.push(self.compile_script(last.pkg, program, *marks));
            }
            if let Some(main) = program.main {
                calls.push(self.func(main, [].into()));
            }
        }
        let mut g = self.generator(
            "runtime.main".into(),
            PkgId::UNIVERSE,
            Subst::default(),
            Analysis::default(),
            false,
        );
        g.begin(&[], &[], false);
        let window = g.b.alloc(&[RegClass::Scalar; crate::bytecode::FRAME_HEADER as usize]);
        for id in calls {
            g.b.op_wide(Op::Call, window, id.0, None);
        }
        g.b.op(Op::Return, 0, 0, 0);
        g.install(func, FuncFlags::WRAPPER, Span::NONE);
    }

    /// The statements of a script, as the function `main.main`.
    fn compile_script(&mut self, pkg: PkgId, script: &crate::check::Program, marks: Option<u32>) -> FuncId {
        let items: Vec<&TopItem> = script.script_items().collect();
        let span = script.script.first().map_or(Span::NONE, |f| f.span);
        let id = self.declare("main.main".into(), &[], &[], FuncFlags::default(), span);
        for long in [false, true] {
            let flags = Some(self.file_flags(pkg, span));
            let facts = self.analysis(flags, &Subst::default(), None, Body::Items(&items));
            let mut g = self.generator("main.main".into(), pkg, Subst::default(), facts, long);
            g.flags = flags;
            g.begin(&[], &[], false);
            g.script(&items, script, marks);
            if g.install(id, FuncFlags::default(), span) {
                break;
            }
        }
        id
    }
}

/// The same, where it is not settled what calls do with the addresses that they are given.
fn analysis(chk: &mut Checker, subst: &Subst, sig: Option<&FuncSig>, body: Body<'_>) -> Analysis {
    // The walk only reads the tables; types are looked at through the table of types, which may grow.
    let info = std::mem::take(&mut chk.info);
    let rounds_share = chk.rounds_share(body.pos());
    let facts = {
        let objs = std::mem::take(&mut chk.objs);
        let is_local = |o: ObjId| {
            let obj = &objs[o.0 as usize];
            obj.is_var() && !obj.is_package_var()
        };
        let mut shapes = ShapesOf { info: &info, objs: &objs, tt: &mut chk.tt, subst, rounds_share };
        let params: Vec<ObjId> = match sig {
            Some(sig) => sig.recv.iter().chain(sig.params.iter()).copied().collect(),
            None => Vec::new(),
        };
        let results: Vec<ObjId> = match sig {
            Some(sig) if sig.named_results => sig.results.to_vec(),
            _ => Vec::new(),
        };
        let facts = analyze::analyze(&info, &is_local, &mut shapes, &params, &results, body);
        chk.objs = objs;
        facts
    };
    chk.info = info;
    facts
}
