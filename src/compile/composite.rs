//! Composite literals.

use std::rc::Rc;

use super::frame::Gen;
use super::func::Reg;
use super::place::Place;
use crate::ast::*;
use crate::bytecode::Op;
use crate::types::{self, Type, TypeId};

impl Gen<'_, '_> {
    /// `dst` = a composite literal of type `t`.
    pub(super) fn composite(&mut self, lit: &CompositeLit, t: TypeId, dst: Reg) {
        match self.shape(t) {
            Type::Struct(_) | Type::Array(..) if self.is_indirect(t) => {
                self.new_object(dst, t);
                self.fill(lit, t, &Place::Mem { ptr: dst, off: 0 });
            }
            Type::Struct(fields) => {
                let promoted = |elem| self.literal_path(elem, &fields).is_some_and(|path| path.len() > 1);
                if lit.elems.len() < fields.len()
                    || fields.iter().any(|field| field.name.is_blank())
                    || lit.elems.iter().any(promoted)
                {
                    let n = self.slots(t);
                    self.b.zero(dst, n);
                }
                self.fill(lit, t, &Place::Reg(dst));
            }
            Type::Array(_, len) => {
                // No index is given twice.
                if (lit.elems.len() as u64) < len {
                    let n = self.slots(t);
                    self.b.zero(dst, n);
                }
                self.fill(lit, t, &Place::Reg(dst));
            }
            Type::Slice(elem) => {
                let len = self.literal_len(lit);
                let elem = self.subst_ty(elem);
                let array = self.unit.types().intern(Type::Array(elem, len));
                self.new_object(dst, array);
                self.fill(lit, array, &Place::Mem { ptr: dst, off: 0 });
                self.b.constant(dst + 1, len);
                self.b.constant(dst + 2, len);
            }
            Type::Map(key, elem) => self.map_literal(lit, t, key, elem, dst),
            Type::Pointer(elem) => {
                // An element `{...}` of a literal whose elements are pointers.
                let elem = self.subst_ty(elem);
                self.composite_cell(lit, elem, dst);
            }
            _ => self.unit.bug(crate::source::Span::at(lit.lbrace), "a literal of no composite type"),
        }
    }

    /// `dst` = the address of a new object that is the literal.
    pub(super) fn composite_cell(&mut self, lit: &CompositeLit, t: TypeId, dst: Reg) {
        match self.shape(t) {
            Type::Struct(_) | Type::Array(..) => {
                self.new_object(dst, t);
                self.fill(lit, t, &Place::Mem { ptr: dst, off: 0 });
            }
            _ => {
                let sp = self.b.sp;
                let value = self.temp(t);
                self.composite(lit, t, value);
                self.new_object(dst, t);
                self.store_mem(dst, 0, value, t);
                self.b.sp = sp;
            }
        }
    }

    /// The number of elements that an array or slice literal has.
    fn literal_len(&mut self, lit: &CompositeLit) -> u64 {
        let (mut next, mut len) = (0, 0);
        for elem in &lit.elems {
            if let Some(index) = self.literal_index(elem) {
                next = index;
            }
            next += 1;
            len = len.max(next);
        }
        len
    }

    fn literal_index(&mut self, elem: &Element) -> Option<u64> {
        let key = elem.key.as_ref()?;
        let value = self.unit.info().const_val(key.id)?;
        value.to_int().and_then(|v| v.as_u64())
    }

    /// The way to the field that the element's key names, through embedded structs if it is a promoted one; `None`
    /// without a key.
    pub(super) fn literal_path(&self, elem: &Element, fields: &[types::Field]) -> Option<Rc<[u32]>> {
        let key = elem.key.as_ref()?;
        if let Some(selection) = self.unit.info().selection(key.id) {
            return Some(selection.path.clone());
        }
        let name = key.as_ident()?.name;
        let index = fields.iter().position(|field| field.name == name)?;
        Some([index as u32].into())
    }

    /// Sets the fields or elements that the literal gives; the place is zeroed already.
    fn fill(&mut self, lit: &CompositeLit, t: TypeId, place: &Place) {
        match self.shape(t) {
            Type::Struct(fields) => {
                for (i, elem) in lit.elems.iter().enumerate() {
                    let path = self.literal_path(elem, &fields).unwrap_or_else(|| [i as u32].into());
                    let blank = path.len() == 1 && fields[path[0] as usize].name.is_blank();
                    let sp = self.b.sp;
                    let (field, ft) = self.follow(place.clone(), t, &path);
                    if blank {
                        // What a blank field is given is not kept.
                        self.value_as(&elem.value, ft);
                    } else {
                        self.fill_one(&elem.value, ft, &field);
                    }
                    self.b.sp = sp;
                }
            }
            Type::Array(elem_ty, _) => {
                let elem_ty = self.subst_ty(elem_ty);
                let (size, slots) = (self.rtype(elem_ty).size, self.slots(elem_ty));
                let mut next = 0;
                for elem in &lit.elems {
                    if let Some(index) = self.literal_index(elem) {
                        next = index;
                    }
                    let at = match *place {
                        Place::Reg(reg) => Place::Reg(super::func::nth(reg, next as usize, slots)),
                        Place::Mem { ptr, off } => Place::Mem { ptr, off: off + next * size },
                        ref other => other.clone(),
                    };
                    let sp = self.b.sp;
                    self.fill_one(&elem.value, elem_ty, &at);
                    self.b.sp = sp;
                    next += 1;
                }
            }
            _ => {}
        }
    }

    fn fill_one(&mut self, value: &Expr, t: TypeId, place: &Place) {
        // Literals inside literals are built in place.
        if let ExprKind::CompositeLit(inner) = &value.kind
            && self.ty(value) == t
            && matches!(self.shape(t), Type::Struct(_) | Type::Array(..))
        {
            match place {
                Place::Mem { .. } => return self.fill(inner, t, place),
                Place::Reg(reg) => return self.composite(inner, t, *reg),
                _ => {}
            }
        }
        match place {
            Place::Reg(reg) => self.value_as_to(value, t, *reg),
            place => {
                let v = self.value_as(value, t);
                self.at(value.span, |g| g.store(place, t, v));
            }
        }
    }

    fn map_literal(&mut self, lit: &CompositeLit, t: TypeId, key: TypeId, elem: TypeId, dst: Reg) {
        let (key, elem) = (self.subst_ty(key), self.subst_ty(elem));
        let sp = self.b.sp;
        let hint = self.imm(lit.elems.len() as i64);
        let ext = self.map_ext(t);
        self.b.op_ext(Op::MakeMap, dst, hint, 0, ext);
        let path = self.map_path(key);
        for e in &lit.elems {
            let Some(k) = &e.key else { continue };
            let at = self.b.sp;
            let done = self.done_first_in_entry(k, &e.value, (key, elem));
            let kr = self.owned_as(k, key);
            let vr = self.owned_as(&e.value, elem);
            self.forget_done(done);
            self.at(e.span(), |g| g.b.op_ext(path.set(), dst, kr, vr, ext));
            self.b.sp = at;
        }
        self.b.sp = sp;
    }
}
