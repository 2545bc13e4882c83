//! Places: variables, fields, elements, what pointers point to; loading, storing, addresses.

use super::expr::MapPath;
use super::frame::{Access, Gen, Key, Var, access};
use super::func::{IndexReg, Reg};
use crate::ast::*;
use crate::bytecode::{Instr, Op};
use crate::check::{Mode, Selection, SelectionKind};
use crate::heap::CellKind;
use crate::types::{ObjId, Type, TypeId};

/// Where a value is.
#[derive(Clone, Debug)]
pub(super) enum Place {
    /// `_`
    Blank,
    /// In registers.
    Reg(Reg),
    /// A pointer that is no value; what it points to is in registers.
    Pointer(Reg),
    /// In memory at an address and offset.
    Mem { ptr: Reg, off: u64 },
    /// An element of a slice: registers of slice and index.
    Elem { slice: Reg, index: IndexReg },
    /// An element of the array at an address.
    ArrayElem { ptr: Reg, index: IndexReg, len: u64 },
    /// A package variable.
    Global(u32),
    /// Slots of the closure.
    Capture(u16),
    /// An element of a map; only assigned to.
    MapElem { map: Reg, key: Reg, path: MapPath, ext: Instr },
}

impl Gen<'_, '_> {
    /// Whether the expression names a place (or, for selections and constant indices, part of a value).
    pub(super) fn is_place(&mut self, e: &Expr) -> bool {
        match &e.kind {
            ExprKind::Paren(x) => self.is_place(x),
            ExprKind::Star(_) => true,
            ExprKind::Ident(id) => {
                match self.unit.info().use_of(id.id).or_else(|| self.unit.info().def_of(id.id)) {
                    Some(obj) => self.unit.is_var(obj),
                    None => false,
                }
            }
            ExprKind::Selector(s) => match self.unit.info().selection(e.id).map(|s| s.kind) {
                Some(SelectionKind::Field) => true,
                Some(SelectionKind::Qualified(obj)) => self.unit.is_var(obj),
                Some(_) => false,
                None => self.unit.info().use_of(s.sel.id).is_some_and(|obj| self.unit.is_var(obj)),
            },
            ExprKind::Index(i) => {
                if self.unit.info().mode(i.x.id) == Mode::TypeExpr {
                    return false;
                }
                let x = self.ty(&i.x);
                match self.shape(x) {
                    Type::Slice(_) | Type::Array(..) | Type::Pointer(_) => true,
                    Type::Map(..) | Type::Basic(_) | Type::Func(_) => false,
                    _ => false,
                }
            }
            _ => false,
        }
    }

    /// The place that the expression names.
    pub(super) fn place(&mut self, e: &Expr) -> Place {
        self.at(e.span, |g| g.place_inner(e))
    }

    fn place_inner(&mut self, e: &Expr) -> Place {
        match &e.kind {
            ExprKind::Paren(x) => self.place(x),
            ExprKind::Ident(id) => {
                match self.unit.info().use_of(id.id).or_else(|| self.unit.info().def_of(id.id)) {
                    Some(obj) => self.var_place(obj, e),
                    None => Place::Blank,
                }
            }
            ExprKind::Star(x) => match self.alias(x) {
                Some(reg) => Place::Reg(reg),
                None => Place::Mem { ptr: self.value(x), off: 0 },
            },
            ExprKind::Selector(s) => match self.unit.info().selection(e.id).cloned() {
                Some(sel) if sel.kind == SelectionKind::Field => self.field_place(&s.x, &sel),
                Some(Selection { kind: SelectionKind::Qualified(obj), .. }) => self.var_place(obj, e),
                _ => match self.unit.info().use_of(s.sel.id) {
                    Some(obj) => self.var_place(obj, e),
                    None => self.bad_place(e),
                },
            },
            ExprKind::Index(i) => {
                let x = self.ty(&i.x);
                match self.shape(x) {
                    Type::Slice(_) => {
                        let slice = self.value(&i.x);
                        let index = self.index_value(&i.indices[0]);
                        Place::Elem { slice, index }
                    }
                    Type::Array(elem, len) => {
                        let base = self.operand_place(&i.x);
                        self.array_elem(base, x, elem, len, &i.indices[0])
                    }
                    Type::Pointer(array) => match self.shape(array) {
                        Type::Array(elem, len) => {
                            let ptr = self.value(&i.x);
                            self.array_elem(Place::Mem { ptr, off: 0 }, array, elem, len, &i.indices[0])
                        }
                        _ => self.bad_place(e),
                    },
                    Type::Map(key, _) => {
                        let map = self.value(&i.x);
                        let key_reg = self.owned_as(&i.indices[0], key);
                        let path = self.map_path(key);
                        let ext = self.map_ext(x);
                        Place::MapElem { map, key: key_reg, path, ext }
                    }
                    _ => self.bad_place(e),
                }
            }
            _ => self.bad_place(e),
        }
    }

    fn bad_place(&mut self, e: &Expr) -> Place {
        self.unit.bug(e.span, &format!("an expression that is no place: {}", crate::ast::expr_string(e)));
        Place::Blank
    }

    /// The place of a variable.
    pub(super) fn var_place(&mut self, obj: ObjId, e: &Expr) -> Place {
        match self.vars.get(&Key::Obj(obj)).copied() {
            Some(Var::Reg(reg)) => Place::Reg(reg),
            Some(Var::Alias(reg)) => Place::Pointer(reg),
            Some(Var::Capture(index)) => Place::Capture(index),
            Some(Var::Cell(ptr)) => Place::Mem { ptr, off: 0 },
            Some(Var::Const(word)) => {
                let reg = self.b.scalar();
                self.b.constant(reg, i64::from(word) as u64);
                Place::Reg(reg)
            }
            Some(Var::CaptureCell(_)) => match self.cell_reg(Key::Obj(obj)) {
                Some(ptr) => Place::Mem { ptr, off: 0 },
                None => self.bad_place(e),
            },
            None if self.unit.is_package_var(obj) => Place::Global(self.unit.global(obj)),
            None => self.bad_place(e),
        }
    }

    /// The place of any operand: its own, or a register with its value.
    pub(super) fn operand_place(&mut self, e: &Expr) -> Place {
        let e = e.unparen();
        let is_map_elem = match &e.kind {
            ExprKind::Index(i) => {
                let x = self.ty(&i.x);
                matches!(self.shape(x), Type::Map(..))
            }
            _ => false,
        };
        if !is_map_elem && self.is_place(e) {
            return self.place(e);
        }
        let t = self.ty(e);
        let reg = self.value(e);
        if self.is_indirect(t) { Place::Mem { ptr: reg, off: 0 } } else { Place::Reg(reg) }
    }

    /// Follows the path of a selected field.
    fn field_place(&mut self, x: &Expr, sel: &Selection) -> Place {
        let t = self.ty(x);
        let place = self.operand_place(x);
        self.follow(place, t, &sel.path).0
    }

    /// Follows field indices from a value of type `t` at `place`, through embedded pointers.
    pub(super) fn follow(&mut self, mut place: Place, mut t: TypeId, path: &[u32]) -> (Place, TypeId) {
        for &index in path {
            if let Type::Pointer(elem) = self.shape(t) {
                place = self.pointee(&place, t);
                t = elem;
            }
            let Type::Struct(fields) = self.shape(t) else { break };
            let field = self.subst_ty(fields[index as usize].ty);
            let rt = self.rtype(t);
            let (off, slot) = (rt.fields[index as usize].off, rt.fields[index as usize].slot);
            place = match place {
                Place::Reg(reg) => Place::Reg(reg + slot),
                Place::Capture(i) => Place::Capture(i + slot),
                place => match self.to_mem(place, t) {
                    Place::Mem { ptr, off: base } => Place::Mem { ptr, off: base + off },
                    other => other,
                },
            };
            t = field;
        }
        (place, t)
    }

    /// The place of what the pointer of type `t` at a place points to.
    pub(super) fn pointee(&mut self, place: &Place, t: TypeId) -> Place {
        match *place {
            Place::Pointer(reg) => Place::Reg(reg),
            _ => Place::Mem { ptr: self.load_to_reg(place, t), off: 0 },
        }
    }

    /// The register that holds the value at a place.
    pub(super) fn load_to_reg(&mut self, place: &Place, t: TypeId) -> Reg {
        match place {
            Place::Reg(reg) => *reg,
            place => {
                let dst = self.temp(t);
                self.load(place, t, dst);
                dst
            }
        }
    }

    /// An element of an array.
    fn array_elem(&mut self, base: Place, array: TypeId, elem: TypeId, len: u64, index: &Expr) -> Place {
        let size = self.rtype(elem).size;
        let known = self
            .unit
            .info()
            .const_val(index.id)
            .cloned()
            .and_then(|v| super::consts::bits(&v, crate::types::Basic::Int))
            .or_else(|| self.const_arg(index).map(|word| i64::from(word) as u64))
            .filter(|&i| i < len);
        if let Some(i) = known {
            let slots = self.slots(elem);
            return match base {
                Place::Reg(reg) => Place::Reg(reg + i as u16 * slots),
                Place::Capture(at) => Place::Capture(at + i as u16 * slots),
                base => match self.to_mem(base, array) {
                    Place::Mem { ptr, off } => Place::Mem { ptr, off: off + i * size },
                    other => other,
                },
            };
        }
        // A value in registers cannot be indexed by a variable: it goes to a cell of its own.
        let base = match base {
            Place::Reg(_) | Place::Capture(_) => {
                let src = self.load_to_reg(&base, array);
                let ptr = self.b.pointer();
                self.new_object(ptr, array);
                self.store_mem(ptr, 0, src, array);
                Place::Mem { ptr, off: 0 }
            }
            base => self.to_mem(base, array),
        };
        let Place::Mem { ptr, off } = base else { return base };
        let ptr = self.address(ptr, off);
        let index = self.index_value(index);
        Place::ArrayElem { ptr, index, len }
    }

    /// A register with the address `ptr + off`.
    pub(super) fn address(&mut self, ptr: Reg, off: u64) -> Reg {
        if off == 0 {
            return ptr;
        }
        let dst = self.b.pointer();
        match u16::try_from(off) {
            Ok(off) => self.b.op(Op::FieldAddr, dst, ptr, off),
            Err(_) => self.b.op_ext(Op::FieldAddrWide, dst, ptr, 0, Instr(off)),
        }
        dst
    }

    /// Turns an addressable place into an address and offset.
    pub(super) fn to_mem(&mut self, place: Place, t: TypeId) -> Place {
        self.to_mem_in(place, t, None)
    }

    /// The same; an address that has to be computed goes to `home`, if that is given.
    fn to_mem_in(&mut self, place: Place, t: TypeId, home: Option<Reg>) -> Place {
        let ptr = match place {
            Place::Elem { slice, index } => {
                let size = self.rtype(t).size;
                let dst = home.unwrap_or_else(|| self.b.pointer());
                self.b.indexed_by(index);
                self.b.op_ext(Op::ElemAddr, dst, slice, index.reg, Instr(size));
                dst
            }
            Place::ArrayElem { ptr, index, len } => {
                let size = self.rtype(t).size;
                let dst = home.unwrap_or_else(|| self.b.pointer());
                self.b.indexed_by(index);
                self.b.op_exts(Op::ArrayElemAddr, dst, ptr, index.reg, [Instr(len), Instr(size)]);
                dst
            }
            Place::Global(global) => {
                let dst = home.unwrap_or_else(|| self.b.pointer());
                self.b.op_wide(Op::GlobalAddr, dst, global, None);
                dst
            }
            other => return other,
        };
        Place::Mem { ptr, off: 0 }
    }

    /// The instruction that loads elements of a slice of such a type.
    fn element_op(&mut self, t: TypeId) -> Option<Op> {
        let rt = self.rtype(t);
        match access(&rt.cells) {
            _ if rt.indirect => None,
            Access::One(kind, 0) if u64::from(kind.size() as u32) == rt.size => Some(match kind {
                CellKind::I8 => Op::ElemI8,
                CellKind::I16 => Op::ElemI16,
                CellKind::I32 => Op::ElemI32,
                CellKind::U8 => Op::ElemU8,
                CellKind::U16 => Op::ElemU16,
                CellKind::U32 => Op::ElemU32,
                CellKind::W | CellKind::Ptr | CellKind::IfaceType | CellKind::IfaceData => Op::Elem,
            }),
            Access::Two if rt.size == 16 => Some(Op::Elem2),
            Access::Three if rt.size == 24 => Some(Op::Elem3),
            _ => None,
        }
    }

    /// `dst` = an element of a slice or string, whose index is not used again: a constant, or one that is added to another
    /// number, becomes part of the instruction.
    pub(super) fn load_element(&mut self, op: Op, dst: Reg, slice: Reg, index: IndexReg) {
        let (by_constant, by_sum) = match op {
            Op::Elem => (Op::ElemConst, Op::ElemSum),
            Op::ElemU8 => (Op::ElemConstU8, Op::ElemSumU8),
            _ => {
                self.b.indexed_by(index);
                return self.b.op(op, dst, slice, index.reg);
            }
        };
        let taken = self.b.take_index(index);
        self.b.indexed_by(index);
        match taken {
            None => self.b.op(op, dst, slice, index.reg),
            Some((None, constant)) => self.b.op(by_constant, dst, slice, constant as u16),
            Some((Some(to), constant)) => {
                self.b.op_ext(by_sum, dst, slice, to, Instr(i64::from(constant) as u64));
            }
        }
    }

    /// `dst` = the value at a place that is not used again. An indirect value is copied to a new cell.
    pub(super) fn load_once(&mut self, place: &Place, t: TypeId, dst: Reg) {
        if let Place::Elem { slice, index } = *place
            && let Some(op) = self.element_op(t)
        {
            return self.load_element(op, dst, slice, index);
        }
        self.load(place, t, dst);
    }

    /// `dst` = the value at the place. An indirect value is copied to a new cell.
    pub(super) fn load(&mut self, place: &Place, t: TypeId, dst: Reg) {
        let sp = self.b.sp;
        match *place {
            Place::Blank => {}
            Place::Pointer(_) => self.no_pointer(),
            Place::Reg(reg) => {
                let n = self.slots(t);
                self.b.mov(dst, reg, n);
            }
            Place::Capture(index) => {
                let n = self.slots(t);
                if n > 0 {
                    self.load_capture(dst, index, n);
                }
            }
            Place::Mem { ptr, off } => self.load_mem(dst, ptr, off, t),
            Place::Global(global) => {
                let word = self.single(t).is_some_and(|k| k == CellKind::W || k == CellKind::Ptr);
                if word && !self.is_indirect(t) {
                    self.b.op_wide(Op::LoadGlobal, dst, global, None);
                } else {
                    let mem = self.to_mem(Place::Global(global), t);
                    self.load(&mem, t, dst);
                }
            }
            Place::Elem { slice, index } => match self.element_op(t) {
                Some(op) => {
                    self.b.indexed_by(index);
                    self.b.op(op, dst, slice, index.reg);
                }
                None => {
                    let mem = self.to_mem(place.clone(), t);
                    self.load(&mem, t, dst);
                }
            },
            Place::ArrayElem { ptr, index, len } => {
                let op = match self.single(t) {
                    Some(CellKind::W | CellKind::Ptr) => Some(Op::ArrayElem),
                    Some(CellKind::U8) => Some(Op::ArrayElemU8),
                    Some(CellKind::I32) => Some(Op::ArrayElemI32),
                    _ => None,
                };
                match op {
                    Some(op) => {
                        self.b.indexed_by(index);
                        self.b.op_ext(op, dst, ptr, index.reg, Instr(len));
                    }
                    None => {
                        let mem = self.to_mem(place.clone(), t);
                        self.load(&mem, t, dst);
                    }
                }
            }
            Place::MapElem { map, key, ext, .. } => self.b.op_ext(Op::MapGet, dst, map, key, ext),
        }
        self.b.sp = sp;
    }

    /// The only cell of a type that is just that cell.
    fn single(&mut self, t: TypeId) -> Option<CellKind> {
        let rt = self.rtype(t);
        match access(&rt.cells) {
            Access::One(kind, 0) if !rt.indirect && kind.size() == rt.size => Some(kind),
            _ => None,
        }
    }

    /// The place = the value in `src`.
    pub(super) fn store(&mut self, place: &Place, t: TypeId, src: Reg) {
        let sp = self.b.sp;
        match *place {
            Place::Blank => {}
            Place::Pointer(_) => self.no_pointer(),
            Place::Reg(reg) => {
                let n = self.slots(t);
                self.b.mov(reg, src, n);
            }
            // Captured values are never assigned to.
            Place::Capture(_) => {}
            Place::Mem { ptr, off } => self.store_mem(ptr, off, src, t),
            Place::Global(global) => {
                if self.single(t) == Some(CellKind::W) {
                    self.b.op_wide(Op::StoreGlobal, src, global, None);
                } else {
                    let mem = self.to_mem(Place::Global(global), t);
                    self.store(&mem, t, src);
                }
            }
            Place::Elem { slice, index } => {
                let rt = self.rtype(t);
                let op = match access(&rt.cells) {
                    _ if rt.indirect => None,
                    Access::One(kind, 0) if kind.size() == rt.size => Some(match kind {
                        CellKind::I8 | CellKind::U8 => Op::SetElem8,
                        CellKind::I16 | CellKind::U16 => Op::SetElem16,
                        CellKind::I32 | CellKind::U32 => Op::SetElem32,
                        CellKind::W | CellKind::IfaceType => Op::SetElem,
                        CellKind::Ptr | CellKind::IfaceData => Op::SetElemPtr,
                    }),
                    Access::Two if rt.size == 16 => Some(Op::SetElem2),
                    Access::Three if rt.size == 24 => Some(Op::SetElem3),
                    _ => None,
                };
                match op {
                    Some(op) => {
                        self.b.indexed_by(index);
                        self.b.op(op, slice, index.reg, src);
                    }
                    None => {
                        let mem = self.to_mem(place.clone(), t);
                        self.store(&mem, t, src);
                    }
                }
            }
            Place::ArrayElem { ptr, index, len } => {
                let op = match self.single(t) {
                    Some(CellKind::W) => Some(Op::SetArrayElem),
                    Some(CellKind::U8 | CellKind::I8) => Some(Op::SetArrayElem8),
                    Some(CellKind::U32 | CellKind::I32) => Some(Op::SetArrayElem32),
                    _ => None,
                };
                match op {
                    Some(op) => {
                        self.b.indexed_by(index);
                        self.b.op_ext(op, ptr, index.reg, src, Instr(len));
                    }
                    None => {
                        let mem = self.to_mem(place.clone(), t);
                        self.store(&mem, t, src);
                    }
                }
            }
            Place::MapElem { map, key, path, ext } => self.b.op_ext(path.set(), map, key, src, ext),
        }
        self.b.sp = sp;
    }

    /// `dst` = the address of the operand of `&`.
    pub(super) fn address_of(&mut self, x: &Expr, dst: Reg) {
        let x = x.unparen();
        let t = self.ty(x);
        if let ExprKind::CompositeLit(lit) = &x.kind {
            return self.composite_cell(lit, t, dst);
        }
        let place = self.place(x);
        // The cell of a variable is there.
        if let Place::Mem { ptr, off: 0 } = place
            && matches!(x.kind, ExprKind::Ident(_))
        {
            return self.b.mov(dst, ptr, 1);
        }
        self.place_address(place, t, dst);
    }

    /// `dst` = the address of a place in memory; nil is refused where memory would be.
    pub(super) fn place_address(&mut self, place: Place, t: TypeId, dst: Reg) {
        let sp = self.b.sp;
        let was_mem = matches!(place, Place::Mem { .. });
        match self.to_mem_in(place, t, Some(dst)) {
            // It was made there, of what is not nil.
            Place::Mem { ptr, off: 0 } if !was_mem => self.b.mov(dst, ptr, 1),
            Place::Mem { ptr, off: 0 } => {
                self.b.nil_check(ptr);
                self.b.mov(dst, ptr, 1);
            }
            Place::Mem { ptr, off } => match u16::try_from(off) {
                Ok(off) => self.b.op(Op::FieldAddr, dst, ptr, off),
                Err(_) => self.b.op_ext(Op::FieldAddrWide, dst, ptr, 0, Instr(off)),
            },
            Place::Blank
            | Place::Reg(_)
            | Place::Pointer(_)
            | Place::Elem { .. }
            | Place::ArrayElem { .. }
            | Place::Global(_)
            | Place::Capture(_)
            | Place::MapElem { .. } => self.unit.bug(crate::source::Span::NONE, "the address of a register"),
        }
        self.b.sp = sp;
    }
}
