//! The compiler's view of one function in the making: its types, variables and jump targets.

use hashbrown::{HashMap, HashSet};
use std::cell::RefCell;
use std::rc::Rc;

use super::analyze::Analysis;
use super::func::{Builder, Label, Reg};
use super::unit::Unit;
use crate::ast::{Expr, NodeId};
use crate::bytecode::{Instr, Op, RegClass};
use crate::heap::{Cell, CellKind, RType, RTypeId, Small};
use crate::source::{Span, Symbol};
use crate::types::{Basic, BasicInfo, ObjId, Subst, Type, TypeId};

/// A variable of the source, or one that the compiler makes up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Key {
    Obj(ObjId),
    Synth(Synth),
}

/// Variables that ranges over functions need: bodies share them with the function around.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Synth {
    /// Why a body was left: 0 while it was not.
    Exit,
    /// The values of a return inside a body, result by result.
    Result(u16),
    /// The frame that deferred calls belong to.
    Token,
    /// Whether a loop's body may be called, by the number of its range expression: see `range`.
    State(u32),
}

/// Where a variable is.
#[derive(Clone, Copy, Debug)]
pub(super) enum Var {
    /// In registers, in register form.
    Reg(Reg),
    /// In a heap cell whose address is in the register.
    Cell(Reg),
    /// Captured by value: slots from this index of the closure.
    Capture(u16),
    /// In a cell whose address is captured at this index of the closure.
    CaptureCell(u16),
    /// A parameter, never assigned to, of a body that is made in place: an integer or a boolean in register form.
    Const(i16),
    /// A pointer that is no value: what it points to is in these registers. See `aliases`.
    Alias(Reg),
}

/// What `break` and `continue` go to.
pub(super) struct Target {
    pub(super) label: Option<Symbol>,
    pub(super) on_break: Option<Label>,
    pub(super) on_continue: Option<Label>,
    /// Whether a `break` without label goes here: not for labelled blocks.
    pub(super) plain: bool,
    /// The numbers by which bodies of ranges over functions name it.
    pub(super) exit: ExitCodes,
}

/// The numbers by which a body tells the loop around it where to go on.
#[derive(Clone, Copy, Debug)]
pub(super) struct ExitCodes {
    pub(super) on_break: i32,
    pub(super) on_continue: i32,
}

/// A function in the making.
pub(super) struct Gen<'a, 'u> {
    pub(super) unit: &'a mut Unit<'u>,
    pub(super) b: Builder,
    pub(super) subst: Rc<Subst>,
    pub(super) facts: Rc<Analysis>,
    pub(super) vars: HashMap<Key, Var>,
    pub(super) targets: Vec<Target>,
    /// Labels of `goto`, and of labelled statements.
    pub(super) labels: HashMap<Symbol, Label>,
    /// The label of the statement that comes next.
    pub(super) pending_label: Option<Symbol>,
    pub(super) fallthrough: Option<Label>,
    /// Constants that were put into registers before the loops around: see `hoist`.
    pub(super) hoisted: Vec<(u64, Reg)>,
    /// Expressions of the statement whose values are there already; see `order`.
    pub(super) done: Vec<(NodeId, Reg)>,
    /// How slices grow in the function, and in which call's place the code stands that is being made.
    pub(super) growth: Rc<super::growth::Growth>,
    pub(super) site: super::growth::Site,
    /// The registers that tell whether calls of `append` have made room.
    pub(super) made_room: HashMap<super::growth::Append, Reg>,
    /// Result types, substituted.
    pub(super) results: Rc<[TypeId]>,
    /// The named results, if they are named.
    pub(super) named_results: Rc<[Option<ObjId>]>,
    /// The function's name, and how many literals it has named so far.
    pub(super) name: String,
    pub(super) literals: Rc<std::cell::Cell<u32>>,
    /// How many bodies of ranges over functions have been named.
    pub(super) ranges: u32,
    /// What is around it: 0 for a declared function, 1 for the body of a range in one, 2 for what lies deeper, and for
    /// literals. Names of functions inside are shorter there.
    pub(super) depth: u8,
    /// The register with the closure's own address.
    pub(super) closure: Option<Reg>,
    /// Labels that are declared in this function (not in literals inside it).
    pub(super) own_labels: HashSet<Symbol>,
    /// The function defers calls.
    pub(super) has_defer_ahead: bool,
    /// ... which may recover, so that the results have to be there whenever something panics.
    pub(super) recovers: bool,
    /// ... and its own code makes them.
    pub(super) open: Option<super::open_defer::Open>,
    /// ... and its frame stands at its closing brace when they are made.
    pub(super) closing: Option<crate::source::Span>,
    /// Code that deferred calls come back to has been emitted.
    pub(super) defer_exit: u32,
    /// This is the body of a range over a function: the information about the loop.
    pub(super) body_of: Option<BodyInfo>,
    pub(super) params: u16,
    pub(super) long_jumps: bool,
    /// The package whose unexported names can be seen.
    pub(super) pkg: crate::types::PkgId,
    /// The flags of the file that the function is from; none for what the compiler makes up.
    pub(super) flags: Option<crate::bytecode::FuncFlags>,
    /// Variables that are never anything but the literals that they are declared with, and what those have been compiled to.
    pub(super) literals_bound: HashMap<ObjId, Rc<crate::ast::FuncLit>>,
    pub(super) literal_funcs: HashMap<NodeId, crate::bytecode::FuncId>,
    /// The body that is being made in place of a call.
    pub(super) in_place: Option<super::in_place::Exit>,
}

/// What the body of a range over a function knows of its surroundings.
#[derive(Clone)]
pub(super) struct BodyInfo {
    /// Results of the declared function or literal around.
    pub(super) outer_results: Rc<[TypeId]>,
    /// Their variables, if they are named.
    pub(super) outer_named: Rc<[Option<ObjId>]>,
    /// Targets around, innermost last: label, codes, kinds.
    pub(super) outer: Rc<Vec<OuterTarget>>,
    /// Labels outside that the body goes to, with their exit codes.
    pub(super) gotos: Rc<RefCell<Vec<(Symbol, i32)>>>,
}

/// A loop or switch around a body, as the body sees it.
#[derive(Clone, Debug)]
pub(super) struct OuterTarget {
    pub(super) label: Option<Symbol>,
    pub(super) is_loop: bool,
    pub(super) codes: ExitCodes,
    /// The loop whose body this is: its `continue` is a plain return.
    pub(super) own: bool,
}

impl OuterTarget {
    /// As seen from a body inside this one.
    pub(super) fn from_inside(mut self) -> OuterTarget {
        self.own = false;
        self
    }
}

/// Exit codes that are not those of a target.
pub(super) mod exit {
    /// The function around returns; the values are in the result cells.
    pub(in super::super) const RETURN: i32 = -1;
    /// The function around returns its named results as they are.
    pub(in super::super) const RETURN_NAMED: i32 = -2;
    /// The first number of a target or label.
    pub(in super::super) const FIRST_TARGET: i32 = 1;
}

impl<'u> Gen<'_, 'u> {
    // ---- types ----

    /// The type of an expression, type parameters replaced.
    pub(super) fn ty(&mut self, e: &Expr) -> TypeId {
        self.node_ty(e.id)
    }

    pub(super) fn node_ty(&mut self, id: NodeId) -> TypeId {
        let t = self.unit.info().ty(id);
        self.subst_ty(t)
    }

    pub(super) fn subst_ty(&mut self, t: TypeId) -> TypeId {
        let types = self.unit.types();
        let t = if self.subst.is_empty() { t } else { types.subst(t, &self.subst) };
        types.canon(t)
    }

    pub(super) fn obj_ty(&mut self, obj: ObjId) -> TypeId {
        let t = self.unit.obj_type(obj);
        self.subst_ty(t)
    }

    /// The shape of the underlying type.
    pub(super) fn shape(&mut self, t: TypeId) -> Type {
        self.unit.types().under_shape(t)
    }

    pub(super) fn is_iface(&mut self, t: TypeId) -> bool {
        matches!(self.shape(t), Type::Interface(_))
    }

    pub(super) fn rtype_id(&mut self, t: TypeId) -> RTypeId {
        self.unit.rtype(t)
    }

    pub(super) fn rtype(&mut self, t: TypeId) -> &RType {
        let id = self.unit.rtype(t);
        self.unit.rtypes().get(id)
    }

    /// Register slots of a type.
    pub(super) fn slots(&mut self, t: TypeId) -> u16 {
        self.rtype(t).slots
    }

    pub(super) fn is_indirect(&mut self, t: TypeId) -> bool {
        self.rtype(t).indirect
    }

    /// The register classes of a type.
    pub(super) fn classes(&mut self, t: TypeId) -> Vec<RegClass> {
        classes_of(self.rtype(t))
    }

    /// An extension word naming a type.
    pub(super) fn ext(&mut self, t: TypeId) -> Instr {
        self.ext_aux(t, 0)
    }

    pub(super) fn ext_aux(&mut self, t: TypeId, aux: u16) -> Instr {
        let id = self.rtype_id(t);
        let n = self.unit.rtypes().get(id).slots;
        Instr::ext(id.0, n, aux)
    }

    /// Registers for a value of the type.
    pub(super) fn temp(&mut self, t: TypeId) -> Reg {
        let classes = self.classes(t);
        self.b.alloc(&classes)
    }

    // ---- variables ----

    /// Declares a variable whose value is not set yet, as a register or as a new zeroed cell.
    pub(super) fn declare(&mut self, var: ObjId) -> Var {
        let t = self.obj_ty(var);
        let place = if self.in_cell(var, t) {
            let reg = self.b.pointer();
            self.new_object(reg, t);
            Var::Cell(reg)
        } else {
            Var::Reg(self.temp(t))
        };
        self.vars.insert(Key::Obj(var), place);
        place
    }

    /// Whether the variable lives in a heap cell.
    pub(super) fn in_cell(&mut self, var: ObjId, t: TypeId) -> bool {
        self.facts.in_cell(var) || self.is_indirect(t)
    }

    /// `dst` = address of a new zeroed object.
    pub(super) fn new_object(&mut self, dst: Reg, t: TypeId) {
        let ext = self.ext(t);
        let rt = self.rtype(t);
        match Small::of(rt.layout, rt.size) {
            None => self.b.op_ext(Op::New, dst, 0, 0, ext),
            Some(Small { class, size, header: 0 }) => self.b.op_ext(Op::NewPlain, dst, class, size, ext),
            Some(Small { class, size, header }) => {
                self.b.op_exts(Op::NewScanned, dst, class, size, [ext, Instr(header)]);
            }
        }
    }

    /// Declares a variable with the value in `src`, which becomes its home if `adopt` and it needs no cell.
    pub(super) fn declare_init(&mut self, var: ObjId, src: Reg, adopt: bool) {
        let t = self.obj_ty(var);
        if !self.in_cell(var, t) {
            let n = self.slots(t);
            let reg = if adopt {
                src
            } else {
                let reg = self.temp(t);
                self.b.mov(reg, src, n);
                reg
            };
            self.vars.insert(Key::Obj(var), Var::Reg(reg));
            return;
        }
        let cell = self.b.pointer();
        if self.is_indirect(t) {
            let ext = self.ext(t);
            self.b.op_ext(Op::Clone, cell, src, 0, ext);
        } else {
            self.new_object(cell, t);
            self.store_mem(cell, 0, src, t);
        }
        self.vars.insert(Key::Obj(var), Var::Cell(cell));
    }

    /// The register that holds the address of a variable's cell.
    pub(super) fn cell_reg(&mut self, key: Key) -> Option<Reg> {
        match self.vars.get(&key).copied()? {
            Var::Cell(reg) => Some(reg),
            Var::CaptureCell(index) => {
                let reg = self.b.pointer();
                self.load_capture(reg, index, 1);
                Some(reg)
            }
            Var::Reg(_) | Var::Capture(_) | Var::Const(_) | Var::Alias(_) => None,
        }
    }

    /// The constant that is the argument for the parameter which the expression names.
    pub(super) fn const_arg(&self, e: &Expr) -> Option<i16> {
        let obj = self.unit.info_ref().use_of(e.unparen().as_ident()?.id)?;
        match self.vars.get(&Key::Obj(obj)) {
            Some(&Var::Const(word)) => Some(word),
            _ => None,
        }
    }

    // ---- memory ----

    /// A pointer register and an offset that fits an operand.
    pub(super) fn near(&mut self, ptr: Reg, off: u64) -> (Reg, u16) {
        match u16::try_from(off) {
            Ok(off) => (ptr, off),
            Err(_) => {
                let reg = self.b.pointer();
                self.b.op_ext(Op::FieldAddrWide, reg, ptr, 0, Instr(off));
                (reg, 0)
            }
        }
    }

    /// `dst` = the value of type `t` at `ptr + off`. An indirect value is copied to a new cell.
    pub(super) fn load_mem(&mut self, dst: Reg, ptr: Reg, off: u64, t: TypeId) {
        let sp = self.b.sp;
        let (ptr, off) = self.near(ptr, off);
        let rt = self.rtype(t);
        let (indirect, cells) = (rt.indirect, rt.cells.clone());
        match access(&cells) {
            _ if indirect => {
                let src = if off == 0 {
                    ptr
                } else {
                    let reg = self.b.pointer();
                    self.b.op(Op::FieldAddr, reg, ptr, off);
                    reg
                };
                let ext = self.ext(t);
                self.b.op_ext(Op::Clone, dst, src, 0, ext);
            }
            Access::None => self.b.nil_check(ptr),
            Access::One(kind, at) => {
                let op = match kind {
                    CellKind::I8 => Op::LoadI8,
                    CellKind::I16 => Op::LoadI16,
                    CellKind::I32 => Op::LoadI32,
                    CellKind::U8 => Op::LoadU8,
                    CellKind::U16 => Op::LoadU16,
                    CellKind::U32 => Op::LoadU32,
                    CellKind::W | CellKind::Ptr | CellKind::IfaceType | CellKind::IfaceData => Op::Load,
                };
                self.b.op(op, dst, ptr, off.wrapping_add(at as u16));
            }
            Access::Two => self.b.op(Op::Load2, dst, ptr, off),
            Access::Three => self.b.op(Op::Load3, dst, ptr, off),
            Access::Many => {
                let ext = self.ext(t);
                self.b.op_ext(Op::LoadValue, dst, ptr, off, ext);
            }
        }
        self.b.sp = sp;
    }

    /// Memory at `ptr + off` = the value of type `t` in `src`.
    pub(super) fn store_mem(&mut self, ptr: Reg, off: u64, src: Reg, t: TypeId) {
        let sp = self.b.sp;
        let (ptr, off) = self.near(ptr, off);
        let rt = self.rtype(t);
        let (indirect, cells) = (rt.indirect, rt.cells.clone());
        match access(&cells) {
            _ if indirect => {
                let dst = if off == 0 {
                    ptr
                } else {
                    let reg = self.b.pointer();
                    self.b.op(Op::FieldAddr, reg, ptr, off);
                    reg
                };
                let ext = self.ext(t);
                self.b.op_ext(Op::CopyMem, dst, src, 0, ext);
            }
            Access::None => self.b.nil_check(ptr),
            Access::One(kind, at) => {
                let op = match kind {
                    CellKind::I8 | CellKind::U8 => Op::Store8,
                    CellKind::I16 | CellKind::U16 => Op::Store16,
                    CellKind::I32 | CellKind::U32 => Op::Store32,
                    CellKind::W | CellKind::IfaceType => Op::Store,
                    CellKind::Ptr | CellKind::IfaceData => Op::StorePtr,
                };
                self.b.op(op, ptr, src, off.wrapping_add(at as u16));
            }
            Access::Two => self.b.op(Op::Store2, ptr, src, off),
            Access::Three => self.b.op(Op::Store3, ptr, src, off),
            Access::Many => {
                let ext = self.ext(t);
                self.b.op_ext(Op::StoreValue, ptr, src, off, ext);
            }
        }
        self.b.sp = sp;
    }

    /// Runs `f` with the position of following code set to `span`.
    pub(super) fn at<R>(&mut self, span: Span, f: impl FnOnce(&mut Self) -> R) -> R {
        let before = self.b.at(span);
        let r = f(self);
        self.b.at(before);
        r
    }
}

/// How a value's cells are loaded and stored at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Access {
    None,
    One(CellKind, u32),
    /// Two words, one after the other.
    Two,
    /// Three words, one after the other.
    Three,
    Many,
}

/// The access that fits these cells.
pub(super) fn access(cells: &[Cell]) -> Access {
    let are_words = cells.iter().enumerate().all(|(i, c)| c.kind.size() == 8 && c.off == 8 * i as u32);
    match cells {
        [] => Access::None,
        [c] => Access::One(c.kind, c.off),
        [_, _] if are_words => Access::Two,
        [_, _, _] if are_words => Access::Three,
        _ => Access::Many,
    }
}

/// The register classes of a type.
pub(super) fn classes_of(t: &RType) -> Vec<RegClass> {
    if t.indirect {
        return vec![RegClass::Pointer];
    }
    t.cells
        .iter()
        .map(|c| match c.kind {
            CellKind::Ptr => RegClass::Pointer,
            CellKind::IfaceData => RegClass::IfaceData,
            _ => RegClass::Scalar,
        })
        .collect()
}

/// Questions about basic types.
pub(super) trait BasicExt {
    fn is_integer(self) -> bool;
    fn is_unsigned(self) -> bool;
    fn is_float(self) -> bool;
    fn is_float32(self) -> bool;
    fn is_complex(self) -> bool;
    /// Size of an integer type in bits.
    fn bits(self) -> u32;
}

impl BasicExt for Basic {
    fn is_integer(self) -> bool {
        self.is(BasicInfo::INTEGER)
    }
    fn is_unsigned(self) -> bool {
        self.is(BasicInfo::UNSIGNED)
    }
    fn is_float(self) -> bool {
        self.is(BasicInfo::FLOAT)
    }
    fn is_float32(self) -> bool {
        self == Basic::Float32
    }
    fn is_complex(self) -> bool {
        self.is(BasicInfo::COMPLEX)
    }
    fn bits(self) -> u32 {
        match self {
            Basic::Int8 | Basic::Uint8 => 8,
            Basic::Int16 | Basic::Uint16 => 16,
            Basic::Int32 | Basic::Uint32 => 32,
            _ => 64,
        }
    }
}
