//! Values by verb: the walk over operands.

use std::sync::atomic::{AtomicBool, Ordering};

use super::text::{LOWER, Text, UPPER};
use crate::heap::{CellKind, Heap, IfaceWord, Kind, NameId, RType, RTypeId, RTypes};
use crate::vm::{Iface, Mem};

/// What is done about operands with methods.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mode {
    /// Give up.
    Fast,
    /// List the calls.
    Collect,
    /// Take the answers.
    Render,
    /// Print them as if they had none, for people who watch: nothing is called, allocated or drawn by lot. Addresses are
    /// shown as types, maps as their lengths, and what is long is cut short.
    Plain,
}

/// What a method call gave.
pub(super) struct Answer {
    pub(super) text: Vec<u8>,
    /// Not to be formatted any more.
    pub(super) raw: bool,
}

/// A method call that is needed: see `collect`.
pub(super) struct MethodCall {
    pub(super) value: Iface,
    pub(super) how: i64,
}

/// Which method an operand is printed by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Method {
    Error = 0,
    String = 1,
    GoString = 2,
    Format = 3,
}

/// Text of this length is not made longer in mode `Plain`.
pub(super) const PLAIN_LENGTH: usize = 256;

/// Room for the text of most calls.
const FIRST: usize = 64;

/// Deeper values than this are cut short: a cycle, or as good as one.
pub(super) const MAX_DEPTH: u32 = 5_000;

/// Values that are printed between two looks for an interrupt.
const LOOK: u32 = 10_000;

/// A value: its type, and where it is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Val {
    pub(super) ty: RTypeId,
    pub(super) at: At,
}

/// Where a value is.
#[derive(Clone, Copy, Debug)]
pub(super) enum At {
    /// The register form of a value of one slot.
    Word(u64),
    /// Memory form.
    Mem(u64),
}

/// Printing in progress.
pub(super) struct Printer<'p> {
    pub(super) t: Text,
    pub(super) heap: &'p mut Heap,
    pub(super) types: &'p RTypes,
    pub(super) mem: Mem,
    pub(super) mode: Mode,
    pub(super) answers: Vec<Answer>,
    pub(super) next: usize,
    pub(super) calls: Vec<MethodCall>,
    pub(super) wrapped: Vec<i64>,
    /// `%w` is meant.
    pub(super) wraps: bool,
    pub(super) gave_up: bool,
    /// What tells that the work shall be given up.
    pub(super) interrupt: Option<&'p AtomicBool>,
    pub(super) interrupted: bool,
    /// Values until that is looked at.
    pub(super) until_look: u32,
    pub(super) out_of_memory: bool,
    pub(super) error: Option<NameId>,
    pub(super) string: Option<NameId>,
    pub(super) go_string: Option<NameId>,
    format: Option<NameId>,
    /// Inside of a mistake's description: no methods, or it would not end.
    pub(super) erroring: bool,
    /// The operand is what a `reflect.Value` holds.
    pub(super) held: bool,
}

impl<'p> Printer<'p> {
    pub(super) fn new(
        heap: &'p mut Heap,
        types: &'p RTypes,
        mem: Mem,
        mode: Mode,
        answers: Vec<Answer>,
    ) -> Self {
        let [error, string, go_string, format] = types.text_methods();
        Printer {
            t: Text { out: Vec::with_capacity(FIRST), ..Text::default() },
            error,
            string,
            go_string,
            format,
            heap,
            types,
            mem,
            mode,
            answers,
            next: 0,
            calls: Vec::new(),
            wrapped: Vec::new(),
            wraps: false,
            gave_up: false,
            interrupt: None,
            interrupted: false,
            until_look: LOOK,
            out_of_memory: false,
            erroring: false,
            held: false,
        }
    }

    /// `Print`
    pub(super) fn print(&mut self, args: &[Iface]) {
        let mut prev_string = false;
        for (i, &a) in args.iter().enumerate() {
            let is_string = a.ty.0 != 0 && self.types.get(a.ty).kind == Kind::String;
            // A space between operands if neither is a string.
            if i > 0 && !is_string && !prev_string {
                self.t.push(b" ");
            }
            self.operand(a, 'v');
            prev_string = is_string;
        }
    }

    /// `Println`
    pub(super) fn println(&mut self, args: &[Iface]) {
        for (i, &a) in args.iter().enumerate() {
            if i > 0 {
                self.t.push(b" ");
            }
            self.operand(a, 'v');
        }
        self.t.push(b"\n");
    }

    /// `%v` of the value of type `ty` at `addr`.
    pub(super) fn plain(&mut self, ty: RTypeId, addr: u64) {
        self.value(Val { ty, at: At::Mem(addr) }, 'v', 0, true);
    }

    /// Values that are shown: strings are quoted, fields have their names, what is nil says so.
    pub(super) fn show(&mut self, args: &[Iface]) {
        (self.t.f.plus_v, self.t.f.quoted) = (true, true);
        for &a in args {
            self.operand(a, 'v');
        }
    }

    // ---- types ----

    pub(super) fn ty(&self, id: RTypeId) -> &'p RType {
        self.types.get(id)
    }

    /// Whether the type has the method `name() string`.
    pub(super) fn has_text_method(&self, ty: RTypeId, name: Option<NameId>) -> bool {
        let Some(m) = name.and_then(|n| self.ty(ty).method(n)) else { return false };
        let sig = self.ty(m.sig);
        sig.params.is_empty()
            && sig.results.len() == 1
            && self.ty(sig.results[0]).kind == Kind::String
            && &*self.ty(sig.results[0]).name == "string"
    }

    pub(super) fn has_format(&self, ty: RTypeId) -> bool {
        let Some(m) = self.format.and_then(|n| self.ty(ty).method(n)) else { return false };
        let sig = self.ty(m.sig);
        sig.results.is_empty() && sig.params.len() == 2 && &*self.ty(sig.params[0]).name == "fmt.State"
    }

    pub(super) fn is_error(&self, ty: RTypeId) -> bool {
        ty.0 != 0 && self.has_text_method(ty, self.error)
    }

    /// The value as an interface.
    pub(super) fn to_iface(&mut self, v: Val) -> Option<Iface> {
        let ty = self.ty(v.ty);
        let word = match (v.at, ty.iface_word) {
            (At::Word(w), _) => w,
            (At::Mem(addr), IfaceWord::Boxed) => self.mem.box_value(self.heap, ty, addr).ok()?,
            (At::Mem(addr), IfaceWord::Scalar | IfaceWord::Pointer) => self.load(v.ty, addr),
        };
        Some(Iface { ty: v.ty, word })
    }

    /// The only slot of a value in memory.
    fn load(&self, ty: RTypeId, addr: u64) -> u64 {
        let m = self.mem;
        match self.ty(ty).cells.first().map(|c| c.kind) {
            Some(CellKind::I8) => i64::from(m.i8(addr)) as u64,
            Some(CellKind::I16) => i64::from(m.i16(addr)) as u64,
            Some(CellKind::I32) => i64::from(m.i32(addr)) as u64,
            Some(CellKind::U8) => u64::from(m.u8(addr)),
            Some(CellKind::U16) => u64::from(m.u16(addr)),
            Some(CellKind::U32) => u64::from(m.u32(addr)),
            Some(CellKind::W | CellKind::Ptr | CellKind::IfaceType | CellKind::IfaceData) => m.u64(addr),
            None => 0,
        }
    }

    pub(super) fn word(&self, v: Val) -> u64 {
        match v.at {
            At::Word(w) => w,
            At::Mem(addr) => self.load(v.ty, addr),
        }
    }

    /// The value in an interface.
    pub(super) fn unpack(&self, i: Iface) -> Val {
        let at = match self.ty(i.ty).iface_word {
            IfaceWord::Boxed => At::Mem(i.word),
            IfaceWord::Scalar | IfaceWord::Pointer => At::Word(i.word),
        };
        Val { ty: i.ty, at }
    }

    /// An operand as an integer, for widths.
    pub(super) fn int_value(&self, i: Iface) -> Option<i64> {
        if i.ty.0 == 0 {
            return None;
        }
        let kind = self.ty(i.ty).kind;
        if kind.is_signed() {
            Some(i.word as i64)
        } else if kind.is_unsigned() {
            i64::try_from(i.word).ok()
        } else {
            None
        }
    }

    // ---- operands ----

    /// Prints an operand.
    pub(super) fn operand(&mut self, a: Iface, verb: char) {
        if self.gave_up {
            return;
        }
        if a.ty.0 == 0 {
            match verb {
                'T' | 'v' => self.t.pad(self.nil_text()),
                _ => self.bad_verb_operand(a, verb),
            }
            return;
        }
        match verb {
            'T' => {
                let name = self.ty(a.ty).name.clone();
                return self.t.fmt_s(name.as_bytes());
            }
            'p' => {
                let v = self.unpack(a);
                return self.pointer(v, 'p');
            }
            _ => {}
        }
        let v = self.unpack(a);
        let (v, open) = match self.reflected(v) {
            None => (v, true),
            Some(None) => return self.t.push(b"<invalid reflect.Value>"),
            Some(Some(held)) => {
                self.held = true;
                held
            }
        };
        if !open || !self.by_method(v, verb) {
            self.value(v, verb, 0, open);
        }
        self.held = false;
    }

    /// What an operand of type `reflect.Value` stands for, and whether its methods may be called; nothing inside if it is
    /// the zero Value.
    fn reflected(&self, v: Val) -> Option<Option<(Val, bool)>> {
        // The fields of `Value`, and the flags of values got by fields that are not exported, and of methods.
        const TYPE: u64 = 0;
        const PLACE: u64 = 8;
        const FLAG: u64 = 16;
        const CLOSED: u64 = 3;
        const METHOD: u64 = 4;
        let ty = self.ty(v.ty);
        let At::Mem(at) = v.at else { return None };
        if ty.kind != Kind::Struct || &*ty.name != "reflect.Value" || &*ty.pkg_path != "reflect" {
            return None;
        }
        let (held, flag) = (self.mem.u64(at + TYPE), self.mem.u64(at + FLAG));
        if held == 0 {
            return Some(None);
        }
        // A method is shown as what it is: the value, and the method's number.
        if flag & METHOD != 0 {
            return None;
        }
        // A type begins with its number.
        let ty = RTypeId::from_word(self.mem.u64(held));
        Some(Some((Val { ty, at: At::Mem(self.mem.u64(at + PLACE)) }, flag & CLOSED == 0)))
    }

    /// `%!verb(type=value)`
    pub(super) fn bad_verb(&mut self, v: Val, verb: char) {
        self.erroring = true;
        self.bad_verb_start(verb);
        let name = self.ty(v.ty).name.clone();
        self.t.push(name.as_bytes());
        self.t.push(b"=");
        self.value(v, 'v', 0, true);
        self.t.push(b")");
        self.erroring = false;
    }

    fn bad_verb_start(&mut self, verb: char) {
        self.t.push(b"%!");
        let mut buf = [0; 4];
        self.t.push(verb.encode_utf8(&mut buf).as_bytes());
        self.t.push(b"(");
    }

    pub(super) fn bad_verb_operand(&mut self, a: Iface, verb: char) {
        if a.ty.0 == 0 {
            self.bad_verb_start(verb);
            self.t.push(b"<nil>)");
        } else {
            let v = self.unpack(a);
            self.bad_verb(v, verb);
        }
    }

    pub(super) fn fmt_bool(&mut self, v: Val, verb: char) {
        match verb {
            't' | 'v' => {
                let b = self.word(v) != 0;
                self.t.fmt_bool(b);
            }
            _ => self.bad_verb(v, verb),
        }
    }

    /// `0x` and hexadecimal digits, whatever the flags.
    pub(super) fn fmt_0x64(&mut self, u: u64, leading: bool) {
        let sharp = std::mem::replace(&mut self.t.f.sharp, leading);
        self.t.fmt_integer(u, 16, false, 'v', false);
        self.t.f.sharp = sharp;
    }

    pub(super) fn fmt_integer(&mut self, v: Val, signed: bool, verb: char) {
        let u = self.word(v);
        match verb {
            'v' if self.t.f.sharp_v && !signed => self.fmt_0x64(u, true),
            'v' | 'd' => self.t.fmt_integer(u, 10, signed, verb, false),
            'b' => self.t.fmt_integer(u, 2, signed, verb, false),
            'o' | 'O' => self.t.fmt_integer(u, 8, signed, verb, false),
            'x' => self.t.fmt_integer(u, 16, signed, verb, false),
            'X' => self.t.fmt_integer(u, 16, signed, verb, true),
            'c' => self.t.fmt_c(u),
            'q' => self.t.fmt_qc(u),
            'U' => self.t.fmt_unicode(u),
            _ => self.bad_verb(v, verb),
        }
    }

    pub(super) fn fmt_float(&mut self, v: Val, f: f64, bits: u32, verb: char) {
        match verb {
            'v' => self.t.fmt_float(f, bits, 'g', -1),
            'b' | 'g' | 'G' | 'x' | 'X' => self.t.fmt_float(f, bits, verb, -1),
            'f' | 'e' | 'E' => self.t.fmt_float(f, bits, verb, 6),
            'F' => self.t.fmt_float(f, bits, 'f', 6),
            _ => self.bad_verb(v, verb),
        }
    }

    pub(super) fn fmt_complex(&mut self, v: Val, re: f64, im: f64, bits: u32, verb: char) {
        match verb {
            'v' | 'b' | 'g' | 'G' | 'x' | 'X' | 'f' | 'F' | 'e' | 'E' => {
                let verb = match verb {
                    'v' => 'g',
                    'F' => 'f',
                    other => other,
                };
                self.t.fmt_complex(re, im, bits, verb);
            }
            _ => self.bad_verb(v, verb),
        }
    }

    /// A string by verb, one that has no value to name in a mistake.
    pub(super) fn fmt_string(&mut self, s: &[u8], verb: char) {
        match verb {
            'v' if self.t.f.sharp_v => self.t.fmt_q(s),
            'v' | 's' => self.t.fmt_s(s),
            'x' => self.t.fmt_sbx(s, LOWER),
            'X' => self.t.fmt_sbx(s, UPPER),
            _ => self.t.fmt_q(s),
        }
    }

    pub(super) fn fmt_bytes(&mut self, v: Val, s: &[u8], verb: char, nil: bool) {
        match verb {
            'v' | 'd' => {
                if self.t.f.sharp_v {
                    let name = self.ty(v.ty).name.clone();
                    self.t.push(name.as_bytes());
                    if nil {
                        return self.t.push(b"(nil)");
                    }
                    self.t.push(b"{");
                    for (i, &c) in s.iter().enumerate() {
                        if i > 0 {
                            self.t.push(b", ");
                        }
                        self.fmt_0x64(u64::from(c), true);
                    }
                    self.t.push(b"}");
                } else {
                    self.t.push(b"[");
                    for (i, &c) in s.iter().enumerate() {
                        if i > 0 {
                            self.t.push(b" ");
                        }
                        self.t.fmt_integer(u64::from(c), 10, false, verb, false);
                    }
                    self.t.push(b"]");
                }
            }
            's' => self.t.fmt_s(s),
            'x' => self.t.fmt_sbx(s, LOWER),
            'X' => self.t.fmt_sbx(s, UPPER),
            'q' => self.t.fmt_q(s),
            _ => self.bad_verb(v, verb),
        }
    }

    /// `%p`, and pointers by other verbs.
    pub(super) fn pointer(&mut self, v: Val, verb: char) {
        let ty = self.ty(v.ty);
        let u = match ty.kind {
            Kind::Chan | Kind::Func | Kind::Map | Kind::Pointer | Kind::UnsafePointer => self.word(v),
            Kind::Slice => match v.at {
                At::Mem(addr) => self.mem.u64(addr),
                At::Word(_) => 0,
            },
            _ => return self.bad_verb(v, verb),
        };
        match verb {
            'v' => {
                if self.t.f.sharp_v {
                    self.t.push(b"(");
                    let name = ty.name.clone();
                    self.t.push(name.as_bytes());
                    self.t.push(b")(");
                    if u == 0 {
                        self.t.push(b"nil");
                    } else {
                        self.fmt_0x64(u, true);
                    }
                    self.t.push(b")");
                } else if u == 0 {
                    self.t.pad(self.nil_text());
                } else if self.mode == Mode::Plain {
                    let name = ty.name.clone();
                    self.t.push(format!("({name})").as_bytes());
                } else {
                    let leading = !self.t.f.sharp;
                    self.fmt_0x64(u, leading);
                }
            }
            'p' => {
                let leading = !self.t.f.sharp;
                self.fmt_0x64(u, leading);
            }
            'b' | 'o' | 'd' | 'x' | 'X' => {
                let word = Val { ty: v.ty, at: At::Word(u) };
                self.fmt_integer(word, false, verb);
            }
            _ => self.bad_verb(v, verb),
        }
    }

    /// Whether someone has interrupted the work.
    #[cold]
    pub(super) fn look(&mut self) {
        self.until_look = LOOK;
        if self.interrupt.is_some_and(|flag| flag.load(Ordering::Relaxed)) {
            (self.gave_up, self.interrupted) = (true, true);
        }
    }

    pub(super) fn nil_text(&self) -> &'static [u8] {
        if self.t.f.quoted { b"nil" } else { b"<nil>" }
    }
}
