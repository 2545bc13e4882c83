//! Values of plain types as encoding/gob writes them: numbers, strings, and slices, arrays, maps and structs of such, without
//! methods. Which types are plain, the half in the language knows.

use super::buffer::appended;
use super::{Done, Mem, NativeCx, NativeResult, Row};
use crate::heap::{Heap, Kind, OutOfMemory, RType, RTypeId, RTypes};

/// The functions without body of `stdlib/encoding/gob`.
pub const TABLE: &[Row] = &[("encoding/gob.appendPlain", append_plain)];

/// `func appendPlain(b []byte, v reflect.Value) []byte`
fn append_plain(cx: &mut NativeCx<'_>) -> NativeResult {
    let b = cx.slice();
    let (ty, addr, _flag) = (cx.ptr(), cx.ptr(), cx.uint());
    let mem = cx.mem();
    let id = if ty == 0 { 0 } else { mem.u64(ty) };
    let (heap, types) = cx.heap_and_types();
    let mut writer = Writer { types, heap, mem, out: Vec::with_capacity(64) };
    writer.value(RTypeId(id as u32), addr)?;
    let out = writer.out;
    cx.charge(out.len() as u64 >> 3);
    let to = appended(cx, b, &out)?;
    cx.ret_slice(to);
    Ok(Done)
}

struct Writer<'a> {
    types: &'a RTypes,
    heap: &'a mut Heap,
    mem: Mem,
    out: Vec<u8>,
}

impl<'a> Writer<'a> {
    /// A small number is a byte; before others stands how many bytes they have.
    fn uint(&mut self, n: u64) {
        if n <= 0x7f {
            return self.out.push(n as u8);
        }
        let len = 8 - n.leading_zeros() as usize / 8;
        self.out.push((len as u8).wrapping_neg());
        self.out.extend_from_slice(&n.to_be_bytes()[8 - len..]);
    }

    fn int(&mut self, n: i64) {
        self.uint(if n < 0 { (!n as u64) << 1 | 1 } else { (n as u64) << 1 });
    }

    /// The exponent comes last, so that few bytes are needed.
    fn float(&mut self, f: f64) {
        self.uint(f.to_bits().swap_bytes());
    }

    fn bytes(&mut self, bytes: &[u8]) {
        self.uint(bytes.len() as u64);
        self.out.extend_from_slice(bytes);
    }

    fn floats(&self, t: &RType, addr: u64) -> (f64, f64) {
        let mem = self.mem;
        match t.kind {
            Kind::Float32 => (f64::from(mem.f32(addr)), 0.0),
            Kind::Float64 => (mem.f64(addr), 0.0),
            Kind::Complex64 => (f64::from(mem.f32(addr)), f64::from(mem.f32(addr + 4))),
            _ => (mem.f64(addr), mem.f64(addr + 8)),
        }
    }

    fn value(&mut self, ty: RTypeId, addr: u64) -> Result<(), OutOfMemory> {
        let (types, mem) = (self.types, self.mem);
        let t = types.get(ty);
        match t.kind {
            Kind::Float32 | Kind::Float64 => {
                let (f, _) = self.floats(t, addr);
                self.float(f);
            }
            Kind::Complex64 | Kind::Complex128 => {
                let (re, im) = self.floats(t, addr);
                self.float(re);
                self.float(im);
            }
            Kind::String => self.bytes(mem.str(addr)),
            Kind::Slice => {
                let slice = mem.slice(addr);
                if types.get(t.elem).kind == Kind::Uint8 {
                    self.bytes(if slice.len == 0 { &[] } else { mem.bytes(slice.addr, slice.len) });
                } else {
                    self.elements(t.elem, slice.addr, slice.len)?;
                }
            }
            Kind::Array => self.elements(t.elem, addr, t.len)?,
            Kind::Map => {
                let entries = mem.map_entries(self.heap, mem.u64(addr))?;
                self.uint(entries.len() as u64);
                for (key, value) in entries {
                    self.value(t.key, key)?;
                    self.value(t.elem, value)?;
                }
            }
            Kind::Struct => self.structure(t, addr)?,
            kind if kind.is_signed() => self.int(mem.cell(t.cells[0].kind, addr) as i64),
            _ => self.uint(mem.cell(t.cells[0].kind, addr)),
        }
        Ok(())
    }

    fn elements(&mut self, elem: RTypeId, addr: u64, n: u64) -> Result<(), OutOfMemory> {
        self.uint(n);
        let size = self.types.get(elem).size;
        for i in 0..n {
            self.value(elem, addr + i * size)?;
        }
        Ok(())
    }

    /// Fields that are not zero, each after the distance of its number from the last one's; then a zero.
    fn structure(&mut self, t: &'a RType, addr: u64) -> Result<(), OutOfMemory> {
        let mut distance = 0;
        for f in t.fields.iter().filter(|f| f.exported) {
            let (mut ty, mut at) = (self.types.get(f.ty), addr + f.off);
            let mut is_nil = false;
            while ty.kind == Kind::Pointer && !is_nil {
                ty = self.types.get(ty.elem);
                at = self.mem.u64(at);
                is_nil = at == 0;
            }
            while ty.kind == Kind::Pointer {
                ty = self.types.get(ty.elem);
            }
            if matches!(ty.kind, Kind::Chan | Kind::Func) {
                continue;
            }
            distance += 1;
            if is_nil || self.is_left_out(ty, at) {
                continue;
            }
            self.uint(distance);
            distance = 0;
            self.value(ty.id, at)?;
        }
        self.out.push(0);
        Ok(())
    }

    fn is_left_out(&self, t: &RType, addr: u64) -> bool {
        match t.kind {
            Kind::Struct | Kind::Array => false,
            Kind::Slice | Kind::String => self.mem.u64(addr + 8) == 0,
            Kind::Float32 | Kind::Float64 | Kind::Complex64 | Kind::Complex128 => {
                self.floats(t, addr) == (0.0, 0.0)
            }
            _ => t.cells.iter().all(|c| self.mem.cell(c.kind, addr + u64::from(c.off)) == 0),
        }
    }
}
