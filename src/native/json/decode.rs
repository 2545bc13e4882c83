//! JSON into variables of plain types.
//!
//! The text is known to be valid. Whatever does not go with a type ends the attempt, see the room's door.

use super::text::{from_base64, unescape};
use super::{BYTES, HOLE, MAX_DEPTH, NUMBER, PLAIN, Types, scan, value};
use crate::heap::{Heap, Kind, MapError, OutOfMemory, RTypeId, RTypes};
use crate::native::text::int::{parse_int, parse_uint};
use crate::native::text::parse_float::parse_float;
use crate::native::{Done, Iface, Mem, NativeCx, NativeResult, SliceRef};

/// Why a value was not read.
enum Failed {
    Memory(OutOfMemory),
    /// The other half must do it.
    GaveUp,
}

impl From<OutOfMemory> for Failed {
    fn from(error: OutOfMemory) -> Failed {
        Failed::Memory(error)
    }
}

impl From<MapError> for Failed {
    fn from(error: MapError) -> Failed {
        match error {
            MapError::OutOfMemory => Failed::Memory(OutOfMemory),
            MapError::NilMap | MapError::Unhashable(_) | MapError::Unsearchable(_) => Failed::GaveUp,
        }
    }
}

/// The types of what interfaces get.
struct Made {
    number: RTypeId,
    text: RTypeId,
    bool: RTypeId,
    object: RTypeId,
    array: RTypeId,
}

struct Decoder<'a> {
    types: Types<'a>,
    rtypes: &'a RTypes,
    heap: &'a mut Heap,
    mem: Mem,
    data: &'a [u8],
    at: usize,
    made: Made,
    /// Numbers in interfaces stay texts.
    use_number: bool,
    /// Names that a struct does not have are errors.
    strict: bool,
    /// As in the first version: null and elements leave what is there, names may differ by case.
    legacy: bool,
    holes: Vec<Iface>,
    /// Of each hole: where its text begins and ends.
    places: Vec<i64>,
    /// Entries and elements that were made.
    work: u64,
}

/// ```text
/// func decodePlain(v reflect.Value, classes []byte, pointers, structs, layout []int, names []byte,
///     data []byte, at int, samples []any, useNumber, strict, legacy bool) (end int, holes []any, places []int)
/// ```
///
/// The end is -1 if the other half must read the value. The samples hold a number, a string, a bool, a `map[string]any` and
/// a `[]any`.
pub fn decode_plain(cx: &mut NativeCx<'_>) -> NativeResult {
    let (ty, addr, _) = value(cx);
    let types = Types::read(cx);
    let (data, at, samples) = (cx.bytes(), cx.uint() as usize, cx.slice());
    let (use_number, strict, legacy) = (cx.bool(), cx.bool(), cx.bool());
    let mem = cx.mem();
    let sample = |i: u64| if i < samples.len { mem.iface(samples.addr + 16 * i).ty } else { RTypeId::NIL };
    let made =
        Made { number: sample(0), text: sample(1), bool: sample(2), object: sample(3), array: sample(4) };
    let (heap, rtypes) = cx.heap_and_types();
    let (holes, places) = (Vec::new(), Vec::new());
    let mut decoder = Decoder {
        types,
        rtypes,
        heap,
        mem,
        data,
        at,
        made,
        use_number,
        strict,
        legacy,
        holes,
        places,
        work: 0,
    };
    let done = if addr == 0 { Err(Failed::GaveUp) } else { decoder.value(ty, addr, 0) };
    let Decoder { at: end, holes, places, work, .. } = decoder;
    cx.charge(work + ((end - at) as u64 >> 4));
    match done {
        Ok(()) => {
            cx.ret_int(end as i64);
            cx.ret_ifaces(&holes)?;
            cx.ret_ints(&places)?;
        }
        Err(Failed::Memory(error)) => return Err(error.into()),
        Err(Failed::GaveUp) => {
            cx.ret_int(-1);
            cx.ret_ifaces(&[])?;
            cx.ret_ints(&[])?;
        }
    }
    Ok(Done)
}

impl<'a> Decoder<'a> {
    fn peek(&self) -> u8 {
        self.data.get(self.at).copied().unwrap_or(0)
    }

    fn space(&mut self) {
        self.at = scan::space(self.data, self.at);
    }

    /// Passes a value, and gives its text.
    fn skip(&mut self) -> Result<&'a [u8], Failed> {
        let start = self.at;
        self.at = scan::value(self.data, start).ok_or(Failed::GaveUp)?;
        Ok(&self.data[start..self.at])
    }

    /// Passes a string, and gives what it stands for.
    fn text(&mut self) -> Result<std::borrow::Cow<'a, [u8]>, Failed> {
        let start = self.at + 1;
        self.at = scan::string(self.data, self.at).ok_or(Failed::GaveUp)?;
        let text = &self.data[start..self.at - 1];
        if !text.contains(&b'\\') && std::str::from_utf8(text).is_ok() {
            return Ok(text.into());
        }
        Ok(unescape(text).into())
    }

    fn new_string(&mut self, text: &[u8]) -> Result<[u64; 2], Failed> {
        if text.is_empty() {
            return Ok([0, 0]);
        }
        let len = text.len() as u64;
        let addr = self.heap.alloc_noscan(len)?;
        self.mem.bytes_mut(addr, len).copy_from_slice(text);
        Ok([addr, len])
    }

    fn new_map(&mut self, ty: RTypeId) -> Result<u64, Failed> {
        self.mem.another_map(self.heap, self.rtypes, ty)?.ok_or(Failed::GaveUp)
    }

    fn hole(&mut self, ty: RTypeId, addr: u64) -> Result<(), Failed> {
        let pointer = self.types.pointer_to(ty);
        if pointer.0 == 0 || addr == 0 {
            return Err(Failed::GaveUp);
        }
        let start = self.at;
        self.skip()?;
        self.holes.push(Iface { ty: pointer, word: addr });
        self.places.extend([start as i64, self.at as i64]);
        Ok(())
    }

    /// Stores the value that begins here in the variable at `addr`.
    fn value(&mut self, ty: RTypeId, addr: u64, depth: i64) -> Result<(), Failed> {
        if depth > MAX_DEPTH {
            return Err(Failed::GaveUp);
        }
        let c = self.peek();
        match self.types.class(ty) {
            PLAIN => {}
            HOLE => return self.hole(ty, addr),
            NUMBER if matches!(c, b'-' | b'0'..=b'9') => {
                let text = self.skip()?;
                let words = self.new_string(text)?;
                self.set_string(addr, words);
                return Ok(());
            }
            BYTES if c == b'"' => {
                let text = self.text()?;
                if !self.legacy && text.iter().any(|c| matches!(c, b'\r' | b'\n')) {
                    return Err(Failed::GaveUp);
                }
                let bytes = from_base64(&text).ok_or(Failed::GaveUp)?;
                let (len, mut slice) = (bytes.len() as u64, self.mem.slice(addr));
                if slice.addr == 0 || slice.cap < len {
                    slice = SliceRef { addr: self.heap.alloc_noscan(len)?, len, cap: len };
                }
                slice.len = len;
                self.mem.bytes_mut(slice.addr, len).copy_from_slice(&bytes);
                self.set_slice(addr, slice);
                return Ok(());
            }
            BYTES if c == b'n' => {}
            NUMBER if c == b'n' && !self.legacy => {}
            _ => return Err(Failed::GaveUp),
        }
        let rtypes = self.rtypes;
        let rtype = rtypes.get(ty);
        if rtype.kind == Kind::Interface {
            // What is in it might be a pointer, which is followed.
            let held = self.mem.iface(addr).ty;
            let kept = |held| !self.legacy && c != b'n' || rtypes.get(held).kind == Kind::Pointer;
            if held != RTypeId::NIL && kept(held) {
                return Err(Failed::GaveUp);
            }
        }
        match (c, rtype.kind) {
            (b'n', kind) => {
                self.at += 4;
                if !self.legacy || matches!(kind, Kind::Interface | Kind::Pointer | Kind::Map | Kind::Slice) {
                    self.mem.bytes_mut(addr, rtype.size).fill(0);
                }
            }
            (_, Kind::Pointer) => {
                let mut to = self.mem.u64(addr);
                if to == 0 {
                    let elem = rtypes.get(rtype.elem);
                    to = self.heap.alloc(elem.layout, elem.size)?;
                    self.mem.set_u64(addr, to);
                }
                return self.value(rtype.elem, to, depth + 1);
            }
            (_, Kind::Interface) => {
                let made = self.any(depth)?;
                self.mem.set_u64(addr, made.ty.word());
                self.mem.set_u64(addr + 8, made.word);
            }
            (b'{', Kind::Struct) => return self.object(ty, addr, depth),
            (b'{', Kind::Map) => return self.map(ty, addr, depth),
            (b'[', Kind::Slice) => return self.slice(ty, addr, depth),
            (b'[', Kind::Array) => return self.array(ty, addr, depth),
            (b't' | b'f', Kind::Bool) => {
                self.mem.set_u8(addr, u8::from(c == b't'));
                self.at += if c == b't' { 4 } else { 5 };
            }
            (b'"', Kind::String) => {
                let text = self.text()?;
                let words = self.new_string(&text)?;
                self.set_string(addr, words);
            }
            (b'-' | b'0'..=b'9', kind) => return self.number(kind, rtype.size, addr),
            _ => return Err(Failed::GaveUp),
        }
        Ok(())
    }

    fn set_string(&mut self, addr: u64, [ptr, len]: [u64; 2]) {
        self.mem.set_u64(addr, ptr);
        self.mem.set_u64(addr + 8, len);
    }

    fn set_slice(&mut self, addr: u64, slice: SliceRef) {
        self.mem.set_u64(addr, slice.addr);
        self.mem.set_u64(addr + 8, slice.len);
        self.mem.set_u64(addr + 16, slice.cap);
    }

    fn number(&mut self, kind: Kind, size: u64, addr: u64) -> Result<(), Failed> {
        let start = self.at;
        self.at = scan::number(self.data, start).ok_or(Failed::GaveUp)?;
        let text = &self.data[start..self.at];
        let bits = size as i64 * 8;
        let word = if kind.is_signed() {
            match parse_int(text, 10, bits) {
                (n, None) => n as u64,
                _ => return Err(Failed::GaveUp),
            }
        } else if kind.is_unsigned() {
            match parse_uint(text, 10, bits) {
                (n, None) => n,
                _ => return Err(Failed::GaveUp),
            }
        } else if matches!(kind, Kind::Float32 | Kind::Float64) {
            match parse_float(text, bits) {
                (f, None) if kind == Kind::Float32 => u64::from((f as f32).to_bits()),
                (f, None) => f.to_bits(),
                _ => return Err(Failed::GaveUp),
            }
        } else {
            return Err(Failed::GaveUp);
        };
        match size {
            1 => self.mem.set_u8(addr, word as u8),
            2 => self.mem.set_u16(addr, word as u16),
            4 => self.mem.set_u32(addr, word as u32),
            _ => self.mem.set_u64(addr, word),
        }
        Ok(())
    }

    /// Passes the comma or closing bracket behind an element: whether there is another.
    fn another(&mut self) -> bool {
        self.space();
        let comma = self.peek() == b',';
        self.at += 1;
        if comma {
            self.space();
        }
        comma
    }

    /// Passes an opening bracket: whether there is an element.
    fn open(&mut self, closing: u8) -> bool {
        self.at += 1;
        self.space();
        let any = self.peek() != closing;
        if !any {
            self.at += 1;
        }
        any
    }

    /// Passes the colon behind a name.
    fn colon(&mut self) {
        self.space();
        self.at += 1;
        self.space();
    }

    fn object(&mut self, ty: RTypeId, addr: u64, depth: i64) -> Result<(), Failed> {
        let (n, first) = self.types.fields(ty);
        // Names mostly come in the order of the fields.
        let (mut next, mut left, mut seen) = (first, n, 0u64);
        let mut more = self.open(b'}');
        while more {
            let name = self.text()?;
            self.colon();
            let mut found = None;
            for pass in 0..if self.legacy { 2 } else { 1 } {
                for _ in 0..n {
                    if left == 0 {
                        (next, left) = (first, n);
                    }
                    let (field, i) = (self.types.field(next), n - left);
                    (next, left) = (field.next, left - 1);
                    let same = match pass {
                        0 => field.name == &*name,
                        _ => field.name.eq_ignore_ascii_case(&name),
                    };
                    // The same name in other letters: the first of the fields.
                    if same && (pass == 0 || found.as_ref().is_none_or(|&(_, at)| i < at)) {
                        found = Some((field, i));
                        if pass == 0 {
                            break;
                        }
                    }
                }
                if found.is_some() {
                    break;
                }
                if pass == 0 && self.legacy && !name.is_ascii() {
                    return Err(Failed::GaveUp);
                }
            }
            match found {
                None if self.strict => return Err(Failed::GaveUp),
                None => {
                    self.skip()?;
                }
                Some((field, i)) => {
                    // What is there twice is left to the other half, since methods read at the end.
                    let bit = 1u64.checked_shl(i as u32).unwrap_or(0);
                    if bit == 0 || seen & bit != 0 {
                        return Err(Failed::GaveUp);
                    }
                    seen |= bit;
                    let mut at = addr;
                    for step in 0..field.steps {
                        if step > 0 {
                            at = self.mem.u64(at);
                            if at == 0 {
                                return Err(Failed::GaveUp);
                            }
                        }
                        at += self.types.word(self.types.layout, field.path + step);
                    }
                    self.value(field.ty, at, depth + 1)?;
                }
            }
            more = self.another();
        }
        Ok(())
    }

    fn map(&mut self, ty: RTypeId, addr: u64, depth: i64) -> Result<(), Failed> {
        let rtypes = self.rtypes;
        let rtype = rtypes.get(ty);
        let (key, elem) = (rtypes.get(rtype.key), rtypes.get(rtype.elem));
        let mut map = self.mem.u64(addr);
        if map == 0 {
            map = self.new_map(ty)?;
            self.mem.set_u64(addr, map);
        }
        let mut more = self.open(b'}');
        while more {
            let name = self.text()?;
            self.colon();
            let bits = key.size as i64 * 8;
            let before = self.mem.map_len(map);
            let place = match key.kind {
                Kind::String => {
                    let words = self.new_string(&name)?;
                    self.mem.map_place(self.heap, rtypes, map, &words)?
                }
                kind if kind.is_signed() => match parse_int(&name, 10, bits) {
                    (n, None) => self.mem.map_place(self.heap, rtypes, map, &[n as u64])?,
                    _ => return Err(Failed::GaveUp),
                },
                kind if kind.is_unsigned() => match parse_uint(&name, 10, bits) {
                    (n, None) => self.mem.map_place(self.heap, rtypes, map, &[n])?,
                    _ => return Err(Failed::GaveUp),
                },
                _ => return Err(Failed::GaveUp),
            };
            if !self.legacy && self.mem.map_len(map) == before {
                // What is there already is merged.
                return Err(Failed::GaveUp);
            }
            if elem.size > 0 {
                self.mem.bytes_mut(place, elem.size).fill(0);
            }
            self.work += 1;
            self.value(rtype.elem, place, depth + 1)?;
            more = self.another();
        }
        Ok(())
    }

    /// The number of elements of the array that begins here.
    fn count(&self) -> Option<u64> {
        let (mut at, mut n) = (scan::space(self.data, self.at + 1), 0);
        if self.data.get(at) == Some(&b']') {
            return Some(0);
        }
        loop {
            at = scan::space(self.data, scan::value(self.data, at)?);
            n += 1;
            if self.data.get(at) == Some(&b']') {
                return Some(n);
            }
            at = scan::space(self.data, at + 1);
        }
    }

    fn slice(&mut self, ty: RTypeId, addr: u64, depth: i64) -> Result<(), Failed> {
        let rtypes = self.rtypes;
        let elem_type = rtypes.get(ty).elem;
        let elem = rtypes.get(elem_type);
        let mut slice = self.mem.slice(addr);
        slice.len = 0;
        if self.types.holed(elem_type) {
            // The elements must stay where they are.
            let n = self.count().ok_or(Failed::GaveUp)?;
            if n > slice.cap {
                slice = self.mem.grow_slice(self.heap, elem, slice, n)?;
            }
        }
        let mut more = self.open(b']');
        if !more {
            // Empty, but not nil.
            let addr_of_none = self.heap.alloc(elem.layout, 0)?;
            self.set_slice(addr, SliceRef { addr: addr_of_none, len: 0, cap: 0 });
            return Ok(());
        }
        while more {
            if slice.len == slice.cap {
                slice = self.mem.grow_slice(self.heap, elem, slice, slice.len + 1)?;
            }
            let at = slice.addr + slice.len * elem.size;
            slice.len += 1;
            self.set_slice(addr, slice);
            self.work += 1;
            if !self.legacy && elem.size > 0 {
                self.mem.bytes_mut(at, elem.size).fill(0);
            }
            self.value(elem_type, at, depth + 1)?;
            more = self.another();
        }
        Ok(())
    }

    fn array(&mut self, ty: RTypeId, addr: u64, depth: i64) -> Result<(), Failed> {
        let rtypes = self.rtypes;
        let rtype = rtypes.get(ty);
        let size = rtypes.get(rtype.elem).size;
        let mut n = 0;
        let mut more = self.open(b']');
        while more {
            let at = addr + n * size;
            if n >= rtype.len {
                if !self.legacy {
                    return Err(Failed::GaveUp);
                }
                self.skip()?;
            } else {
                if !self.legacy && size > 0 {
                    self.mem.bytes_mut(at, size).fill(0);
                }
                self.value(rtype.elem, at, depth + 1)?;
            }
            n += 1;
            more = self.another();
        }
        if n < rtype.len && !self.legacy {
            return Err(Failed::GaveUp);
        }
        if n < rtype.len && size > 0 {
            self.mem.bytes_mut(addr + n * size, (rtype.len - n) * size).fill(0);
        }
        Ok(())
    }

    /// The value that begins here, as an interface holds it.
    fn any(&mut self, depth: i64) -> Result<Iface, Failed> {
        if depth > MAX_DEPTH {
            return Err(Failed::GaveUp);
        }
        self.work += 1;
        match self.peek() {
            b'{' => {
                let ty = self.made.object;
                let map = self.new_map(ty)?;
                let mut more = self.open(b'}');
                while more {
                    let name = self.text()?;
                    self.colon();
                    let words = self.new_string(&name)?;
                    let value = self.any(depth + 1)?;
                    let place = self.mem.map_place(self.heap, self.rtypes, map, &words)?;
                    self.mem.set_u64(place, value.ty.word());
                    self.mem.set_u64(place + 8, value.word);
                    more = self.another();
                }
                Ok(Iface { ty, word: map })
            }
            b'[' => {
                let ty = self.made.array;
                let elem = self.rtypes.get(self.rtypes.get(ty).elem);
                let mut slice = SliceRef { addr: self.heap.alloc(elem.layout, 0)?, len: 0, cap: 0 };
                let mut more = self.open(b']');
                while more {
                    let value = self.any(depth + 1)?;
                    if slice.len == slice.cap {
                        slice = self.mem.grow_slice(self.heap, elem, slice, slice.len + 1)?;
                    }
                    let at = slice.addr + 16 * slice.len;
                    slice.len += 1;
                    self.mem.set_u64(at, value.ty.word());
                    self.mem.set_u64(at + 8, value.word);
                    more = self.another();
                }
                let rtype = self.rtypes.get(ty);
                let word = self.heap.alloc(rtype.layout, rtype.size)?;
                self.set_slice(word, slice);
                Ok(Iface { ty, word })
            }
            b'"' => {
                let text = self.text()?;
                let words = self.new_string(&text)?;
                self.boxed_string(self.made.text, words)
            }
            b'n' => {
                self.at += 4;
                Ok(Iface { ty: RTypeId::NIL, word: 0 })
            }
            c @ (b't' | b'f') => {
                self.at += if c == b't' { 4 } else { 5 };
                Ok(Iface { ty: self.made.bool, word: u64::from(c == b't') })
            }
            _ => {
                let start = self.at;
                self.at = scan::number(self.data, start).ok_or(Failed::GaveUp)?;
                let text = &self.data[start..self.at];
                if self.use_number {
                    let words = self.new_string(text)?;
                    return self.boxed_string(self.made.number, words);
                }
                match parse_float(text, 64) {
                    (f, None) => Ok(Iface { ty: self.made.number, word: f.to_bits() }),
                    _ => Err(Failed::GaveUp),
                }
            }
        }
    }

    fn boxed_string(&mut self, ty: RTypeId, words: [u64; 2]) -> Result<Iface, Failed> {
        let rtype = self.rtypes.get(ty);
        let word = self.heap.alloc(rtype.layout, rtype.size)?;
        self.set_string(word, words);
        Ok(Iface { ty, word })
    }
}
