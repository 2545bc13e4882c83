//! What reflection wants of the compiler: types made at run time, and functions through which calls go whose types are
//! only known then.
//!
//! Such a function takes the address of a *frame*, a struct that holds the arguments of the call and then its results, so
//! that all calls look the same to the half of package reflect that is written in the language.

use std::rc::Rc;

use super::analyze::Analysis;
use super::call::Callee;
use super::frame::Gen;
use super::func::Reg;
use super::unit::{CompileError, State, Unit};
use crate::bytecode::{FRAME_HEADER, FuncFlags, FuncId, NO_REG, Op, RegClass, SelectCase, SelectTable};
use crate::check::Checker;
use crate::heap::{ChanDir, FieldDef, NameId};
use crate::source::{Span, Symbol};
use crate::types::{Dir, Field, PkgId, Signature, Subst, Type, TypeId};
use crate::vm::{Program, Wanted};

/// A function through which calls go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Passage {
    /// `func(f F, frame *Frame)`, for the function type F.
    Caller(TypeId),
    /// `func(x any, frame *Frame)`, for a method of this name and function type.
    MethodCaller(NameId, TypeId),
    /// The function of a closure of the function type F that captures a `func(frame *Frame)`.
    Maker(TypeId),
    /// `func(frame *Frame)`, for the function type of a select with or without default.
    Select(TypeId, bool),
}

impl Passage {
    fn flags(self) -> FuncFlags {
        match self {
            Passage::Caller(_) | Passage::MethodCaller(..) | Passage::Select(..) => FuncFlags::WRAPPER,
            Passage::Maker(_) => FuncFlags::WRAPPER | FuncFlags::CLOSURE,
        }
    }
}

impl State {
    /// Makes what is wanted: the number of a type or function.
    ///
    /// # Errors
    /// It could not be made.
    pub fn make(
        &mut self,
        chk: &mut Checker,
        program: &mut Program,
        wanted: &Wanted,
    ) -> Result<u64, CompileError> {
        let answer = Unit { chk, program, st: self }.make(wanted);
        match self.take_error() {
            Some(error) => Err(error),
            None => Ok(answer),
        }
    }
}

impl Unit<'_> {
    fn make(&mut self, wanted: &Wanted) -> u64 {
        let ty = match wanted {
            Wanted::Pointer(elem) => {
                let elem = self.type_of(*elem);
                self.chk.tt.pointer(elem)
            }
            Wanted::Slice(elem) => {
                let elem = self.type_of(*elem);
                self.chk.tt.slice(elem)
            }
            Wanted::Array(elem, len) => {
                let elem = self.type_of(*elem);
                self.chk.tt.intern(Type::Array(elem, *len))
            }
            Wanted::Map(key, elem) => {
                let (key, elem) = (self.type_of(*key), self.type_of(*elem));
                self.chk.tt.intern(Type::Map(key, elem))
            }
            Wanted::Chan(dir, elem) => {
                let elem = self.type_of(*elem);
                let dir = match dir {
                    ChanDir::Both => Dir::Both,
                    ChanDir::Send => Dir::Send,
                    ChanDir::Recv => Dir::Recv,
                };
                self.chk.tt.intern(Type::Chan(dir, elem))
            }
            Wanted::Func { params, results, variadic } => {
                let params = params.iter().map(|&t| self.type_of(t)).collect();
                let results = results.iter().map(|&t| self.type_of(t)).collect();
                self.chk.tt.func(params, results, *variadic)
            }
            Wanted::Struct(fields) => {
                let fields = fields.iter().map(|field| self.field(field)).collect();
                self.chk.tt.intern(Type::Struct(fields))
            }
            Wanted::Methods(t) => {
                let t = self.type_of(*t);
                self.make_dynamic(t);
                t
            }
            Wanted::Frame(func) => {
                let func = self.type_of(*func);
                self.call_frame(func)
            }
            Wanted::Caller(func) => {
                let func = self.type_of(*func);
                return self.passage(Passage::Caller(func));
            }
            Wanted::MethodCaller(name, func) => {
                let func = self.type_of(*func);
                return self.passage(Passage::MethodCaller(*name, func));
            }
            Wanted::Maker(func) => {
                let func = self.type_of(*func);
                return self.passage(Passage::Maker(func));
            }
            Wanted::Select(func, has_default) => {
                let func = self.type_of(*func);
                return self.passage(Passage::Select(func, *has_default));
            }
            Wanted::Method(recv, name) => {
                let recv = self.type_of(*recv);
                return match self.method_func(recv, *name) {
                    Some(func) => u64::from(func.0),
                    None => {
                        self.bug(Span::NONE, "a method that a type does not have");
                        0
                    }
                };
            }
            Wanted::Instance(name, arg) => {
                let arg = self.type_of(*arg);
                return match self.chk.std_member("reflect", name) {
                    Some(obj) => u64::from(self.func(obj, [arg].into()).0),
                    None => {
                        self.bug(Span::NONE, "a function that package reflect does not have");
                        0
                    }
                };
            }
        };
        u64::from(self.rtype(ty).0)
    }

    fn field(&mut self, field: &FieldDef) -> Field {
        let pkg = if field.pkg.is_empty() {
            PkgId::UNIVERSE
        } else {
            self.chk.package_named(&field.pkg).unwrap_or(PkgId::UNIVERSE)
        };
        Field {
            name: Symbol::intern(&field.name),
            pkg,
            ty: self.type_of(field.ty),
            embedded: field.embedded,
            tag: field.tag.clone(),
        }
    }

    /// The struct type of the arguments and results of a function type.
    fn call_frame(&mut self, func: TypeId) -> TypeId {
        let Type::Func(sig) = self.chk.tt.under_shape(func) else { return func };
        let types = sig.params.iter().chain(sig.results.iter());
        let fields = types.enumerate().map(|(i, &ty)| Field {
            name: Symbol::intern(&format!("A{i}")),
            pkg: PkgId::UNIVERSE,
            ty,
            embedded: false,
            tag: "".into(),
        });
        let fields = fields.collect();
        self.chk.tt.intern(Type::Struct(fields))
    }

    /// The number of a function through which calls go.
    fn passage(&mut self, passage: Passage) -> u64 {
        if let Some(&func) = self.st.passages.get(&passage) {
            return u64::from(func.0);
        }
        let (name, params, results) = match passage {
            Passage::Caller(func) => {
                let frame = self.call_frame(func);
                ("reflect.Value.call", vec![func, self.chk.tt.pointer(frame)], Vec::new())
            }
            Passage::MethodCaller(_, func) => {
                let frame = self.call_frame(func);
                ("reflect.Value.call", vec![TypeId::ANY, self.chk.tt.pointer(frame)], Vec::new())
            }
            Passage::Select(func, _) => {
                let frame = self.call_frame(func);
                ("reflect.rselect", vec![self.chk.tt.pointer(frame)], Vec::new())
            }
            Passage::Maker(func) => match self.chk.tt.under_shape(func) {
                Type::Func(sig) => ("reflect.makeFuncStub", sig.params.to_vec(), sig.results.to_vec()),
                _ => ("reflect.makeFuncStub", Vec::new(), Vec::new()),
            },
        };
        let func = self.declare(name.into(), &params, &results, passage.flags(), Span::NONE);
        self.st.passages.insert(passage, func);
        // At once: the machine finds the closure of a goroutine's function where that says.
        self.compile_passage(func, passage);
        u64::from(func.0)
    }

    fn compile_passage(&mut self, id: FuncId, passage: Passage) {
        let (Passage::Caller(func)
        | Passage::MethodCaller(_, func)
        | Passage::Maker(func)
        | Passage::Select(func, _)) = passage;
        let Type::Func(sig) = self.chk.tt.under_shape(func) else {
            return self.bug(Span::NONE, "a call of what is no function");
        };
        let frame = self.call_frame(func);
        let pointer = self.chk.tt.pointer(frame);
        let name = self.program.function(id).name.clone();
        let mut g = self.generator(name, PkgId::UNIVERSE, Subst::default(), Analysis::default(), false);
        match passage {
            Passage::Caller(_) => {
                let first = g.begin(&[func, pointer], &[], false);
                g.call_with_frame(&Callee::Closure(first), &sig, frame, first + 1);
            }
            Passage::MethodCaller(name, _) => {
                let iface = g.begin(&[TypeId::ANY, pointer], &[], false);
                g.call_with_frame(&Callee::Iface { iface, name }, &sig, frame, iface + 2);
            }
            Passage::Select(_, has_default) => {
                let first = g.begin(&[pointer], &[], false);
                g.select_with_frame(&sig, frame, first, has_default);
            }
            Passage::Maker(_) => {
                let first = g.begin(&sig.params, &sig.results, true);
                g.call_with_captured(&sig, frame, pointer, first);
            }
        }
        g.install(id, passage.flags(), Span::NONE);
    }
}

impl Gen<'_, '_> {
    /// The offset of each field of a frame.
    fn offsets(&mut self, frame: TypeId) -> Vec<u64> {
        self.rtype(frame).fields.iter().map(|field| field.off).collect()
    }

    /// Calls with the arguments in the frame at the address in `frame_reg`, and puts the results there.
    fn call_with_frame(&mut self, callee: &Callee, sig: &Rc<Signature>, frame: TypeId, frame_reg: Reg) {
        let offsets = self.offsets(frame);
        let mut window = vec![RegClass::Scalar; FRAME_HEADER as usize];
        for &t in sig.results.iter() {
            window.extend(self.classes(t));
        }
        let n_results = window.len() as u16 - FRAME_HEADER;
        if let Callee::Iface { .. } = callee {
            window.push(RegClass::Pointer);
        }
        let first_arg = window.len() as u16;
        for &t in sig.params.iter() {
            window.extend(self.classes(t));
        }
        let base = self.b.alloc(&window);
        let mut at = base + first_arg;
        for (&t, &off) in sig.params.iter().zip(&offsets) {
            self.load_mem(at, frame_reg, off, t);
            at += self.slots(t);
        }
        self.emit_call(callee, sig, base);
        let mut at = base + FRAME_HEADER;
        for (&t, &off) in sig.results.iter().zip(&offsets[sig.params.len()..]) {
            self.store_mem(frame_reg, off, at, t);
            at += self.slots(t);
        }
        debug_assert_eq!(at, base + FRAME_HEADER + n_results);
        self.b.op(Op::Return, 0, 0, 0);
    }

    /// Does a select. The parameters in the frame are channels; one to send to is followed by the value. The results are
    /// what was chosen (-1 for the default), whether a received value was sent, and for each type of values that are
    /// received, in the order of the cases, what was received. Cases that receive one type follow each other.
    fn select_with_frame(&mut self, sig: &Signature, frame: TypeId, frame_reg: Reg, has_default: bool) {
        let offsets = self.offsets(frame);
        let (chosen, ok) = (self.b.scalar(), self.b.scalar());
        self.b.zero(ok, 1);
        let mut cases: Vec<SelectCase> = Vec::new();
        // Of each type: the cases, the registers of the value, and the type.
        let mut received: Vec<(std::ops::Range<usize>, Reg, TypeId)> = Vec::new();
        let mut params = sig.params.iter().zip(&offsets);
        while let Some((&chan_type, &off)) = params.next() {
            let &Type::Chan(dir, elem) = &self.unit.chk.tt.under_shape(chan_type) else { continue };
            let chan = self.temp(chan_type);
            self.load_mem(chan, frame_reg, off, chan_type);
            let send = matches!(dir, Dir::Send);
            let n = cases.len();
            let value = match received.last_mut() {
                _ if send => {
                    let value = self.temp(elem);
                    if let Some((_, &off)) = params.next() {
                        self.load_mem(value, frame_reg, off, elem);
                    }
                    value
                }
                Some((of, value, ty)) if of.end == n && *ty == elem => {
                    of.end += 1;
                    *value
                }
                _ => {
                    let value = self.temp(elem);
                    received.push((n..n + 1, value, elem));
                    value
                }
            };
            let slots = self.slots(elem);
            let ok = if send { NO_REG } else { ok };
            cases.push(SelectCase {
                send,
                chan,
                value,
                slots,
                ok,
                elem: self.rtype_id(elem).0,
                span: Span::NONE,
            });
        }
        let table = self.b.selects.len() as u16;
        self.b.selects.push(SelectTable { cases: cases.into(), has_default, repeats: false });
        self.b.op(Op::Select, chosen, table, 0);
        let results = &offsets[sig.params.len()..];
        let bound = self.b.scalar();
        for ((of, value, elem), &off) in received.into_iter().zip(results.iter().skip(2)) {
            // The others have nothing in their registers, not even the cell of a large value.
            let other = self.b.label();
            self.b.constant(bound, of.start as u64);
            self.b.branch(Op::JumpLtInt, chosen, bound, None, other);
            self.b.constant(bound, of.end as u64 - 1);
            self.b.branch(Op::JumpLtInt, bound, chosen, None, other);
            self.store_mem(frame_reg, off, value, elem);
            self.b.place(other);
        }
        for ((&t, &off), reg) in sig.results.iter().zip(results).zip([chosen, ok]) {
            self.store_mem(frame_reg, off, reg, t);
        }
        self.b.op(Op::Return, 0, 0, 0);
    }

    /// Puts the parameters, which begin at `first`, into a new frame, calls the captured function with its address, and
    /// returns the results that lie there then.
    fn call_with_captured(&mut self, sig: &Signature, frame: TypeId, pointer: TypeId, first: Reg) {
        let offsets = self.offsets(frame);
        let frame_reg = self.b.pointer();
        self.new_object(frame_reg, frame);
        let mut at = first;
        for (&t, &off) in sig.params.iter().zip(&offsets) {
            self.store_mem(frame_reg, off, at, t);
            at += self.slots(t);
        }
        let captured = self.b.pointer();
        self.load_capture(captured, 0, 1);
        let mut window = vec![RegClass::Scalar; FRAME_HEADER as usize];
        window.push(RegClass::Pointer);
        let base = self.b.alloc(&window);
        self.b.mov(base + FRAME_HEADER, frame_reg, 1);
        let callback =
            Signature { params: [pointer].into(), results: [].into(), variadic: false, ..sig.clone() };
        self.emit_call(&Callee::Closure(captured), &callback, base);
        let mut at = 0;
        for (&t, &off) in sig.results.iter().zip(&offsets[sig.params.len()..]) {
            self.load_mem(at, frame_reg, off, t);
            at += self.slots(t);
        }
        self.b.op(Op::Return, 0, 0, 0);
    }
}
