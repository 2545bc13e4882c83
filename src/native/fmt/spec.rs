//! Formats: directives, flags, operand indices, and what is said of mistakes in them.

use super::print::{Mode, Printer};
use super::text::Flags;
use crate::native::text::utf8;
use crate::vm::Iface;

/// Widths and precisions beyond this are mistakes.
const TOO_LARGE: i64 = 1_000_000;

impl Printer<'_> {
    /// Prints by a format.
    pub(super) fn printf(&mut self, format: &[u8], args: &[Iface]) {
        let end = format.len();
        let mut arg = 0;
        let mut after_index;
        let mut reordered = false;
        let mut i = 0;
        while i < end {
            if self.gave_up {
                return;
            }
            let mut good = true;
            let from = i;
            while i < end && format[i] != b'%' {
                i += 1;
            }
            self.t.push(&format[from..i]);
            if i >= end {
                break;
            }
            i += 1;
            self.t.f = Flags::default();
            let mut simple = false;
            while i < end {
                match format[i] {
                    b'#' => self.t.f.sharp = true,
                    b'0' => self.t.f.zero = true,
                    b'+' => self.t.f.plus = true,
                    b'-' => self.t.f.minus = true,
                    b' ' => self.t.f.space = true,
                    c => {
                        // The common case: a lower-case verb without index, width or precision.
                        if c.is_ascii_lowercase() && arg < args.len() {
                            if c == b'w' || c == b'v' {
                                self.verb_v_flags(c == b'v' || c == b'w');
                            }
                            self.operand_verb(args, arg, c as char);
                            arg += 1;
                            i += 1;
                            simple = true;
                        }
                        break;
                    }
                }
                i += 1;
            }
            if simple {
                continue;
            }
            // An operand's index?
            (arg, i, after_index) = self.argument(arg, format, i, args.len(), &mut reordered, &mut good);
            // Width
            if i < end && format[i] == b'*' {
                i += 1;
                let (width, next) = self.star(args, arg);
                arg = next;
                match width {
                    Some(w) => {
                        if w < 0 {
                            self.t.f.width = Some(w.unsigned_abs() as usize);
                            self.t.f.minus = true;
                            self.t.f.zero = false;
                        } else {
                            self.t.f.width = Some(w as usize);
                        }
                    }
                    None => self.t.push(b"%!(BADWIDTH)"),
                }
                after_index = false;
            } else {
                let (width, next) = number(format, i);
                i = next;
                self.t.f.width = width;
                if after_index && width.is_some() {
                    good = false;
                }
            }
            // Precision
            if i + 1 < end && format[i] == b'.' {
                i += 1;
                if after_index {
                    good = false;
                }
                (arg, i, after_index) = self.argument(arg, format, i, args.len(), &mut reordered, &mut good);
                if i < end && format[i] == b'*' {
                    i += 1;
                    let (prec, next) = self.star(args, arg);
                    arg = next;
                    match prec {
                        Some(p) if p >= 0 => self.t.f.prec = Some(p as usize),
                        _ => self.t.push(b"%!(BADPREC)"),
                    }
                    after_index = false;
                } else {
                    let (prec, next) = number(format, i);
                    i = next;
                    self.t.f.prec = Some(prec.unwrap_or(0));
                }
            }
            if !after_index {
                (arg, i, _) = self.argument(arg, format, i, args.len(), &mut reordered, &mut good);
            }
            if i >= end {
                self.t.push(b"%!(NOVERB)");
                break;
            }
            let (verb, size) = utf8::decode(&format[i..]);
            let verb = char::from_u32(verb as u32).unwrap_or(char::REPLACEMENT_CHARACTER);
            i += size;
            if verb == '%' {
                self.t.push(b"%");
            } else if !good {
                self.bad_arg(verb, b"(BADINDEX)");
            } else if arg >= args.len() {
                self.bad_arg(verb, b"(MISSING)");
            } else {
                self.verb_v_flags(verb == 'v' || verb == 'w');
                self.operand_verb(args, arg, verb);
                arg += 1;
            }
        }
        if !reordered && arg < args.len() {
            self.t.f = Flags::default();
            self.t.push(b"%!(EXTRA ");
            for (i, &a) in args[arg..].iter().enumerate() {
                if i > 0 {
                    self.t.push(b", ");
                }
                if a.ty.0 == 0 {
                    self.t.push(b"<nil>");
                } else {
                    let name = self.types.get(a.ty).name.clone();
                    self.t.push(name.as_bytes());
                    self.t.push(b"=");
                    self.operand(a, 'v');
                }
            }
            self.t.push(b")");
        }
    }

    fn verb_v_flags(&mut self, v: bool) {
        if v {
            // %#v is Go syntax, %+v has names of fields.
            self.t.f.sharp_v = self.t.f.sharp;
            self.t.f.sharp = false;
            self.t.f.plus_v = self.t.f.plus;
            self.t.f.plus = false;
        }
    }

    fn operand_verb(&mut self, args: &[Iface], at: usize, verb: char) {
        if verb == 'w' {
            return self.wrap(args, at);
        }
        self.operand(args[at], verb);
    }

    /// `%w`
    fn wrap(&mut self, args: &[Iface], at: usize) {
        let value = args[at];
        if self.wraps && matches!(self.mode, Mode::Collect | Mode::Fast) {
            self.wrapped.push(at as i64);
        }
        if self.wraps && self.is_error(value.ty) {
            self.operand(value, 'v');
        } else if value.ty.0 != 0 && &*self.ty(value.ty).name == "[]uint8" {
            // Go knows bytes before it thinks of errors, and prints one by one what no verb fits.
            self.operand(value, 'w');
        } else {
            self.bad_verb_operand(value, 'w');
        }
    }

    fn bad_arg(&mut self, verb: char, what: &[u8]) {
        self.t.push(b"%!");
        let mut buf = [0; 4];
        self.t.push(verb.encode_utf8(&mut buf).as_bytes());
        self.t.push(what);
    }

    /// An operand that is a width or precision; and the operand after it.
    fn star(&mut self, args: &[Iface], at: usize) -> (Option<i64>, usize) {
        let Some(&a) = args.get(at) else { return (None, at) };
        let n = self.int_value(a).filter(|n| (-TOO_LARGE..=TOO_LARGE).contains(n));
        (n, at + 1)
    }

    /// An index `[n]`: the operand, the position behind, and whether there was one.
    fn argument(
        &mut self,
        arg: usize,
        format: &[u8],
        i: usize,
        count: usize,
        reordered: &mut bool,
        good: &mut bool,
    ) -> (usize, usize, bool) {
        if i >= format.len() || format[i] != b'[' {
            return (arg, i, false);
        }
        *reordered = true;
        // The shortest is `[n]`.
        let rest = if format.len() < i + 3 { &[] } else { &format[i..] };
        let Some(close) = rest.iter().position(|&c| c == b']') else {
            *good = false;
            return (arg, i + 1, false);
        };
        let (n, end) = number(rest, 1);
        match n {
            Some(n) if end == close && n >= 1 && n <= count => (n - 1, i + close + 1, true),
            _ => {
                *good = false;
                (arg, i + close + 1, end == close && n.is_some())
            }
        }
    }
}

/// A decimal number at `i`, and the position behind it.
fn number(s: &[u8], mut i: usize) -> (Option<usize>, usize) {
    let from = i;
    let mut n: usize = 0;
    while let Some(d) = s.get(i).filter(|c| c.is_ascii_digit()) {
        // The last digit may make it larger.
        if n as i64 > TOO_LARGE {
            return (None, s.len());
        }
        n = n * 10 + usize::from(d - b'0');
        i += 1;
    }
    if i == from { (None, i) } else { (Some(n), i) }
}
