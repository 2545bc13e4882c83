//! Values of plain types as JSON.

use super::text::{Escapes, append_base64, append_float, quote};
use super::{
    BYTES, HOLE, HOLE_OF_VARIABLE, MAX_DEPTH, NUMBER, OMIT_EMPTY, OMIT_ZERO, PLAIN, QUOTED, Types, scan,
    value,
};
use crate::heap::{Heap, Kind, OutOfMemory, RTypeId, RTypes};
use crate::native::text::int::{append_int, append_uint};
use crate::native::{Done, Iface, Mem, NativeCx, NativeResult};

/// Why nothing was written.
enum Failed {
    Memory(OutOfMemory),
    /// A type of which nothing is known.
    Unknown,
}

impl From<OutOfMemory> for Failed {
    fn from(error: OutOfMemory) -> Failed {
        Failed::Memory(error)
    }
}

/// What holds for the value at hand.
#[derive(Clone, Copy)]
struct At {
    addr: u64,
    /// It is a variable.
    variable: bool,
    /// Numbers and the like go into strings.
    quoted: bool,
    /// How many pointers, slices and maps lead here.
    depth: i64,
}

/// How values are written; the bits have the same order in the language.
#[derive(Clone, Copy)]
struct Rules {
    escapes: Escapes,
    /// Slices and maps that are nil are null.
    null_slices: bool,
    null_maps: bool,
    /// What is left out as empty is told by the value, and not by its text.
    empty_values: bool,
    /// Bytes that are no UTF-8 are replaced; otherwise the other half says that it is an error.
    any_bytes: bool,
}

impl Rules {
    fn new(flags: u64) -> Rules {
        let bit = |n: u32| flags >> n & 1 != 0;
        Rules {
            escapes: Escapes { html: bit(0), js: bit(1) },
            null_slices: bit(2),
            null_maps: bit(3),
            empty_values: bit(4),
            any_bytes: bit(5),
        }
    }
}

struct Encoder<'a> {
    types: Types<'a>,
    rtypes: &'a RTypes,
    heap: &'a mut Heap,
    mem: Mem,
    out: Vec<u8>,
    rules: Rules,
    holes: Vec<Iface>,
    /// Of each hole: where it lies in `out`, whether it is a variable (1), is quoted (2), or is what an interface holds (4);
    /// and its depth.
    places: Vec<i64>,
}

/// ```text
/// func encodePlain(v reflect.Value, classes []byte, pointers, structs, layout []int, names []byte,
///     flags, depth int) (out []byte, holes []any, places []int, ok bool)
/// ```
pub fn encode_plain(cx: &mut NativeCx<'_>) -> NativeResult {
    let (ty, addr, variable) = value(cx);
    let types = Types::read(cx);
    let (rules, depth) = (Rules::new(cx.uint()), cx.int());
    let mem = cx.mem();
    let (heap, rtypes) = cx.heap_and_types();
    let mut encoder = Encoder {
        types,
        rtypes,
        heap,
        mem,
        out: Vec::with_capacity(256),
        rules,
        holes: Vec::new(),
        places: Vec::new(),
    };
    let done = encoder.value(ty, At { addr, variable, quoted: false, depth });
    let Encoder { out, holes, places, .. } = encoder;
    cx.charge(out.len() as u64 >> 4);
    match done {
        Ok(()) => {
            cx.ret_bytes(&out)?;
            cx.ret_ifaces(&holes)?;
            cx.ret_ints(&places)?;
            cx.ret_bool(true);
        }
        Err(Failed::Memory(error)) => return Err(error.into()),
        Err(Failed::Unknown) => {
            cx.ret_bytes(&[])?;
            cx.ret_ifaces(&[])?;
            cx.ret_ints(&[])?;
            cx.ret_bool(false);
        }
    }
    Ok(Done)
}

impl Encoder<'_> {
    fn value(&mut self, ty: RTypeId, at: At) -> Result<(), Failed> {
        match self.types.class(ty) {
            PLAIN => {}
            HOLE_OF_VARIABLE if !at.variable => {}
            HOLE | HOLE_OF_VARIABLE => return self.hole(ty, at),
            NUMBER => {
                let text = self.mem.str(at.addr);
                let text = if text.is_empty() { b"0" } else { text };
                if scan::number(text, 0) != Some(text.len()) {
                    return self.hole(ty, at);
                }
                self.quoted(at.quoted, |out| out.extend_from_slice(text));
                return Ok(());
            }
            BYTES => {
                let slice = self.mem.slice(at.addr);
                if slice.addr == 0 && self.rules.null_slices {
                    self.null();
                } else {
                    self.out.push(b'"');
                    append_base64(&mut self.out, self.mem.bytes(slice.addr, slice.len));
                    self.out.push(b'"');
                }
                return Ok(());
            }
            _ => return Err(Failed::Unknown),
        }
        let rtypes = self.rtypes;
        let rtype = rtypes.get(ty);
        match rtype.kind {
            Kind::Bool => {
                let text: &[u8] = if self.mem.u8(at.addr) != 0 { b"true" } else { b"false" };
                self.quoted(at.quoted, |out| out.extend_from_slice(text));
            }
            kind if kind.is_signed() => {
                let n = self.mem.cell(rtype.cells[0].kind, at.addr) as i64;
                self.quoted(at.quoted, |out| append_int(out, n, 10));
            }
            kind if kind.is_unsigned() => {
                let n = self.mem.cell(rtype.cells[0].kind, at.addr);
                self.quoted(at.quoted, |out| append_uint(out, n, 10));
            }
            Kind::Float32 | Kind::Float64 => {
                let (f, bits) = match rtype.kind {
                    Kind::Float32 => (f64::from(self.mem.f32(at.addr)), 32),
                    _ => (self.mem.f64(at.addr), 64),
                };
                if !f.is_finite() {
                    return self.hole(ty, at);
                }
                self.quoted(at.quoted, |out| append_float(out, f, bits));
            }
            Kind::String => {
                let text = self.mem.str(at.addr);
                if at.quoted {
                    let mut inner = Vec::with_capacity(text.len() + 2);
                    quote(&mut inner, text, self.rules.escapes);
                    quote(&mut self.out, &inner, Escapes { html: false, js: false });
                } else {
                    return self.string(text);
                }
            }
            Kind::Interface => return self.interface(at),
            Kind::Pointer => {
                let to = self.mem.u64(at.addr);
                if to == 0 {
                    self.null();
                } else if at.depth >= MAX_DEPTH {
                    return self.hole(ty, at);
                } else {
                    return self
                        .value(rtype.elem, At { addr: to, variable: true, depth: at.depth + 1, ..at });
                }
            }
            Kind::Struct => return self.structure(ty, at),
            Kind::Map => return self.map(ty, at),
            Kind::Slice => {
                let slice = self.mem.slice(at.addr);
                if slice.addr == 0 && self.rules.null_slices {
                    self.null();
                } else if at.depth >= MAX_DEPTH {
                    return self.hole(ty, at);
                } else {
                    let first = At { addr: slice.addr, variable: true, quoted: false, depth: at.depth + 1 };
                    return self.elements(rtype.elem, slice.len, first);
                }
            }
            Kind::Array => return self.elements(rtype.elem, rtype.len, At { quoted: false, ..at }),
            _ => return Err(Failed::Unknown),
        }
        Ok(())
    }

    fn null(&mut self) {
        self.out.extend_from_slice(b"null");
    }

    fn string(&mut self, text: &[u8]) -> Result<(), Failed> {
        let valid = quote(&mut self.out, text, self.rules.escapes);
        if valid || self.rules.any_bytes { Ok(()) } else { Err(Failed::Unknown) }
    }

    fn quoted(&mut self, quoted: bool, write: impl FnOnce(&mut Vec<u8>)) {
        if quoted {
            self.out.push(b'"');
        }
        write(&mut self.out);
        if quoted {
            self.out.push(b'"');
        }
    }

    /// Leaves a value to the other half.
    fn hole(&mut self, ty: RTypeId, at: At) -> Result<(), Failed> {
        let pointer = self.types.pointer_to(ty);
        if at.addr == 0 || pointer.0 == 0 {
            return Err(Failed::Unknown);
        }
        self.holes.push(Iface { ty: pointer, word: at.addr });
        let flags = i64::from(at.variable) + 2 * i64::from(at.quoted);
        self.places.extend([self.out.len() as i64, flags, at.depth]);
        Ok(())
    }

    fn interface(&mut self, at: At) -> Result<(), Failed> {
        let held = self.mem.iface(at.addr);
        if held.ty == RTypeId::NIL {
            self.null();
            return Ok(());
        }
        let rtype = self.rtypes.get(held.ty);
        let plain = matches!(self.types.class(held.ty), PLAIN | NUMBER | BYTES | HOLE_OF_VARIABLE);
        if !plain {
            self.holes.push(held);
            self.places.extend([self.out.len() as i64, 4, at.depth]);
            return Ok(());
        }
        let addr = match rtype.iface_word {
            crate::heap::IfaceWord::Boxed => held.word,
            crate::heap::IfaceWord::Scalar | crate::heap::IfaceWord::Pointer => {
                let addr = self.heap.alloc(rtype.layout, rtype.size)?;
                self.mem.set_cell(rtype.cells[0].kind, addr, held.word);
                addr
            }
        };
        self.value(held.ty, At { addr, variable: false, quoted: false, depth: at.depth })
    }

    fn elements(&mut self, elem: RTypeId, n: u64, first: At) -> Result<(), Failed> {
        let size = self.rtypes.get(elem).size;
        self.out.push(b'[');
        for i in 0..n {
            if i > 0 {
                self.out.push(b',');
            }
            self.value(elem, At { addr: first.addr + i * size, ..first })?;
        }
        self.out.push(b']');
        Ok(())
    }

    fn structure(&mut self, ty: RTypeId, at: At) -> Result<(), Failed> {
        self.out.push(b'{');
        let (n, mut next) = self.types.fields(ty);
        let mut first = true;
        'fields: for _ in 0..n {
            let field = self.types.field(next);
            next = field.next;
            let mut inner = At { quoted: field.flags & QUOTED != 0, ..at };
            for step in 0..field.steps {
                if step > 0 {
                    inner.addr = self.mem.u64(inner.addr);
                    inner.variable = true;
                    if inner.addr == 0 {
                        continue 'fields;
                    }
                }
                inner.addr += self.types.word(self.types.layout, field.path + step);
            }
            let omit_empty = field.flags & OMIT_EMPTY != 0;
            if omit_empty && self.rules.empty_values && self.is_empty(field.ty, inner.addr)
                || field.flags & OMIT_ZERO != 0 && self.is_zero(field.ty, inner.addr)
            {
                continue;
            }
            let (before, holes) = (self.out.len(), self.holes.len());
            if !first {
                self.out.push(b',');
            }
            self.string(field.name)?;
            self.out.push(b':');
            let start = self.out.len();
            self.value(field.ty, inner)?;
            if omit_empty && !self.rules.empty_values {
                if self.holes.len() > holes {
                    // Its text is not known yet.
                    return Err(Failed::Unknown);
                }
                if matches!(&self.out[start..], b"null" | b"\"\"" | b"{}" | b"[]") {
                    self.out.truncate(before);
                    continue;
                }
            }
            first = false;
        }
        self.out.push(b'}');
        Ok(())
    }

    /// What `omitempty` leaves out.
    fn is_empty(&self, ty: RTypeId, addr: u64) -> bool {
        let rtype = self.rtypes.get(ty);
        match rtype.kind {
            Kind::Array => rtype.len == 0,
            Kind::Map => self.mem.map_len(self.mem.u64(addr)) == 0,
            Kind::Slice | Kind::String => self.mem.u64(addr + 8) == 0,
            Kind::Struct | Kind::Func | Kind::Chan | Kind::Complex64 | Kind::Complex128 => false,
            _ => self.is_zero(ty, addr),
        }
    }

    /// Whether a number, string, pointer, map, slice or interface is the zero value.
    fn is_zero(&self, ty: RTypeId, addr: u64) -> bool {
        let rtype = self.rtypes.get(ty);
        match rtype.kind {
            Kind::String => self.mem.u64(addr + 8) == 0,
            Kind::Interface => self.mem.iface(addr).ty == RTypeId::NIL,
            Kind::Slice => self.mem.u64(addr) == 0,
            _ => rtype.cells.iter().all(|cell| self.mem.cell(cell.kind, addr + u64::from(cell.off)) == 0),
        }
    }

    fn map(&mut self, ty: RTypeId, at: At) -> Result<(), Failed> {
        let map = self.mem.u64(at.addr);
        if map == 0 {
            self.out.extend_from_slice(if self.rules.null_maps { b"null" } else { b"{}" });
            return Ok(());
        }
        if at.depth >= MAX_DEPTH {
            return self.hole(ty, at);
        }
        let (key, elem) = (self.rtypes.get(ty).key, self.rtypes.get(ty).elem);
        let key = self.rtypes.get(key);
        let entries = self.mem.map_entries(self.heap, map)?;
        let mut named: Vec<(std::borrow::Cow<'_, [u8]>, u64)> = Vec::with_capacity(entries.len());
        for (at, value) in entries {
            let name = if key.kind == Kind::String {
                self.mem.str(at).into()
            } else {
                let (word, mut digits) = (self.mem.cell(key.cells[0].kind, at), Vec::with_capacity(20));
                if key.kind.is_signed() {
                    append_int(&mut digits, word as i64, 10);
                } else {
                    append_uint(&mut digits, word, 10);
                }
                digits.into()
            };
            named.push((name, value));
        }
        named.sort_by(|a, b| a.0.cmp(&b.0));
        self.out.push(b'{');
        for (i, (name, value)) in named.iter().enumerate() {
            if i > 0 {
                self.out.push(b',');
            }
            self.string(name)?;
            self.out.push(b':');
            self.value(elem, At { addr: *value, variable: false, quoted: false, depth: at.depth + 1 })?;
        }
        self.out.push(b'}');
        Ok(())
    }
}
