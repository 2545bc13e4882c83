//! Values of all kinds, and what is in them.

use super::print::{At, MAX_DEPTH, Mode, PLAIN_LENGTH, Printer, Val};
use crate::heap::{Kind, RType};

impl Printer<'_> {
    /// Prints a value. `open`: it was not reached through an unexported field, so its methods may be called.
    pub(super) fn value(&mut self, v: Val, verb: char, depth: u32, open: bool) {
        if self.gave_up {
            return;
        }
        self.until_look -= 1;
        if self.until_look == 0 {
            self.look();
        }
        if depth > MAX_DEPTH {
            return self.t.push(b"...");
        }
        if self.mode == Mode::Plain && self.t.out.len() > PLAIN_LENGTH {
            return;
        }
        if depth > 0 && open && self.by_method(v, verb) {
            return;
        }
        let ty = self.ty(v.ty);
        match ty.kind {
            Kind::Bool => self.fmt_bool(v, verb),
            Kind::Int | Kind::Int8 | Kind::Int16 | Kind::Int32 | Kind::Int64 => {
                self.fmt_integer(v, true, verb)
            }
            Kind::Uint | Kind::Uint8 | Kind::Uint16 | Kind::Uint32 | Kind::Uint64 | Kind::Uintptr => {
                self.fmt_integer(v, false, verb);
            }
            Kind::Float32 => {
                let f = f32::from_bits(self.word(v) as u32);
                self.fmt_float(v, f64::from(f), 32, verb);
            }
            Kind::Float64 => {
                let f = f64::from_bits(self.word(v));
                self.fmt_float(v, f, 64, verb);
            }
            Kind::Complex64 => {
                let At::Mem(a) = v.at else { return };
                let (re, im) = (self.mem.f32(a), self.mem.f32(a + 4));
                self.fmt_complex(v, f64::from(re), f64::from(im), 32, verb);
            }
            Kind::Complex128 => {
                let At::Mem(a) = v.at else { return };
                let (re, im) = (self.mem.f64(a), self.mem.f64(a + 8));
                self.fmt_complex(v, re, im, 64, verb);
            }
            Kind::String => {
                let s: &[u8] = match v.at {
                    At::Mem(a) => self.mem.str(a),
                    At::Word(_) => b"",
                };
                match verb {
                    'v' if self.t.f.quoted => self.t.fmt_q(s),
                    'v' | 's' | 'x' | 'X' | 'q' => self.fmt_string(s, verb),
                    _ => self.bad_verb(v, verb),
                }
            }
            Kind::Map => self.map(v, ty, verb, depth, open),
            Kind::Struct => self.structure(v, ty, verb, depth, open),
            Kind::Interface => {
                let At::Mem(a) = v.at else { return };
                let inner = self.mem.iface(a);
                if inner.ty.0 == 0 {
                    if self.t.f.sharp_v {
                        let name = ty.name.clone();
                        self.t.push(name.as_bytes());
                        self.t.push(b"(nil)");
                    } else {
                        self.t.push(self.nil_text());
                    }
                } else {
                    let inner = self.unpack(inner);
                    self.value(inner, verb, depth + 1, open);
                }
            }
            Kind::Array | Kind::Slice => self.list(v, ty, verb, depth, open),
            Kind::Pointer => {
                // At the top, pointers to composite values show them.
                let target = self.word(v);
                if depth == 0 && target != 0 && verb != 'p' {
                    let elem = self.ty(ty.elem).kind;
                    if matches!(elem, Kind::Array | Kind::Slice | Kind::Struct | Kind::Map) {
                        self.t.push(b"&");
                        let inner = Val { ty: ty.elem, at: At::Mem(target) };
                        return self.value(inner, verb, depth + 1, open);
                    }
                }
                self.pointer(v, verb);
            }
            Kind::Chan | Kind::Func | Kind::UnsafePointer => self.pointer(v, verb),
        }
    }

    fn structure(&mut self, v: Val, ty: &RType, verb: char, depth: u32, open: bool) {
        let addr = match v.at {
            At::Mem(addr) => addr,
            At::Word(_) => 0,
        };
        if self.t.f.sharp_v {
            let name = ty.name.clone();
            self.t.push(name.as_bytes());
        }
        self.t.push(b"{");
        for (i, f) in ty.fields.iter().enumerate() {
            if i > 0 {
                self.t.push(if self.t.f.sharp_v { b", " } else { b" " });
            }
            if self.t.f.plus_v || self.t.f.sharp_v {
                self.t.push(f.name.as_bytes());
                self.t.push(b":");
            }
            // A field that holds an interface shows what is in it.
            let mut field = Val { ty: f.ty, at: At::Mem(addr + f.off) };
            if self.ty(f.ty).kind == Kind::Interface {
                let inner = self.mem.iface(addr + f.off);
                if inner.ty.0 != 0 {
                    field = self.unpack(inner);
                }
            }
            self.value(field, verb, depth + 1, open && f.exported);
        }
        self.t.push(b"}");
    }

    fn list(&mut self, v: Val, ty: &RType, verb: char, depth: u32, open: bool) {
        let (base, len, nil) = match (v.at, ty.kind) {
            (At::Mem(addr), Kind::Slice) => {
                let s = self.mem.slice(addr);
                (s.addr, s.len, s.addr == 0)
            }
            (At::Mem(addr), _) => (addr, ty.len, false),
            (At::Word(_), _) => (0, 0, false),
        };
        if nil && self.t.f.quoted {
            return self.t.push(b"nil");
        }
        let elem = self.ty(ty.elem);
        if elem.kind == Kind::Uint8 {
            let exact = &*ty.name == "[]uint8" && depth == 0 && !self.held;
            match verb {
                's' | 'q' | 'x' | 'X' => {
                    let bytes = self.mem.bytes(base, len);
                    return self.fmt_bytes(v, bytes, verb, nil);
                }
                'v' | 'd' if exact => {
                    let bytes = self.mem.bytes(base, len);
                    return self.fmt_bytes_named(v, bytes, verb, nil);
                }
                _ => {}
            }
        }
        let item = |i: u64| Val { ty: ty.elem, at: At::Mem(base + i * elem.size) };
        if self.t.f.sharp_v {
            let name = ty.name.clone();
            self.t.push(name.as_bytes());
            if nil {
                return self.t.push(b"(nil)");
            }
            self.t.push(b"{");
            for i in 0..len {
                if i > 0 {
                    self.t.push(b", ");
                }
                self.value(item(i), verb, depth + 1, open);
            }
            self.t.push(b"}");
        } else {
            self.t.push(b"[");
            for i in 0..len {
                if self.gave_up {
                    return;
                }
                if i > 0 {
                    self.t.push(b" ");
                }
                self.value(item(i), verb, depth + 1, open);
            }
            self.t.push(b"]");
        }
    }

    /// `[]byte` itself: its Go syntax says `[]byte`.
    fn fmt_bytes_named(&mut self, v: Val, bytes: &[u8], verb: char, nil: bool) {
        if self.t.f.sharp_v && matches!(verb, 'v' | 'd') {
            self.t.push(b"[]byte");
            if nil {
                return self.t.push(b"(nil)");
            }
            self.t.push(b"{");
            for (i, &c) in bytes.iter().enumerate() {
                if i > 0 {
                    self.t.push(b", ");
                }
                self.fmt_0x64(u64::from(c), true);
            }
            return self.t.push(b"}");
        }
        self.fmt_bytes(v, bytes, verb, nil);
    }

    fn map(&mut self, v: Val, ty: &RType, verb: char, depth: u32, open: bool) {
        let map = self.word(v);
        if self.mode == Mode::Plain {
            // Going through a map draws by lot where to begin.
            return self.t.push(format!("map[{} entries]", self.mem.map_len(map)).as_bytes());
        }
        if map == 0 && self.t.f.quoted {
            return self.t.push(b"nil");
        }
        if self.t.f.sharp_v {
            let name = ty.name.clone();
            self.t.push(name.as_bytes());
            if map == 0 {
                return self.t.push(b"(nil)");
            }
            self.t.push(b"{");
        } else {
            self.t.push(b"map[");
        }
        let entries = match self.mem.map_entries(self.heap, map) {
            Ok(entries) => entries,
            Err(_) => {
                self.out_of_memory = true;
                return;
            }
        };
        let order = super::sorted::order(self.types, self.mem, ty.key, &entries);
        for (n, i) in order.into_iter().enumerate() {
            if n > 0 {
                self.t.push(if self.t.f.sharp_v { b", " } else { b" " });
            }
            let (key, value) = entries[i];
            self.value(Val { ty: ty.key, at: At::Mem(key) }, verb, depth + 1, open);
            self.t.push(b":");
            self.value(Val { ty: ty.elem, at: At::Mem(value) }, verb, depth + 1, open);
        }
        self.t.push(if self.t.f.sharp_v { b"}" } else { b"]" });
    }
}
