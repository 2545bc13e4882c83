//! Padding, strings, byte strings: the parts of formatting that know no types.

use super::super::text::quote::{Shown, append_quoted, append_quoted_rune, can_backquote};
use super::super::text::utf8;

/// The flags, width and precision of a directive.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Flags {
    pub(super) width: Option<usize>,
    pub(super) prec: Option<usize>,
    pub(super) minus: bool,
    pub(super) plus: bool,
    pub(super) sharp: bool,
    pub(super) space: bool,
    pub(super) zero: bool,
    /// `%+v`: names of fields.
    pub(super) plus_v: bool,
    /// `%#v`: Go syntax.
    pub(super) sharp_v: bool,
    /// Shown to a person: strings that are values are quoted, `nil` is called so.
    pub(super) quoted: bool,
}

/// Text in the making, with the flags of the directive at hand.
#[derive(Default)]
pub(super) struct Text {
    pub(super) out: Vec<u8>,
    pub(super) f: Flags,
}

/// The digits of `%x`, `%X`.
pub(super) const LOWER: &[u8; 16] = b"0123456789abcdef";
pub(super) const UPPER: &[u8; 16] = b"0123456789ABCDEF";

impl Text {
    pub(super) fn push(&mut self, s: &[u8]) {
        self.out.extend_from_slice(s);
    }

    /// Padding of `n` characters: zeros if the flags say so.
    fn padding(&mut self, n: usize) {
        // Zero padding to the left only.
        let c = if self.f.zero && !self.f.minus { b'0' } else { b' ' };
        self.out.resize(self.out.len() + n, c);
    }

    /// Appends `s`, padded to the width, which counts characters.
    pub(super) fn pad(&mut self, s: &[u8]) {
        let Some(width) = self.f.width else { return self.push(s) };
        let n = width.saturating_sub(utf8::rune_count(s));
        if self.f.minus {
            self.push(s);
            self.padding(n);
        } else {
            self.padding(n);
            self.push(s);
        }
    }

    /// Cut to the precision, which counts characters.
    fn truncate<'s>(&self, s: &'s [u8]) -> &'s [u8] {
        match self.f.prec {
            Some(prec) => match utf8::runes(s).nth(prec) {
                Some((at, _, _)) => &s[..at],
                None => s,
            },
            None => s,
        }
    }

    pub(super) fn fmt_s(&mut self, s: &[u8]) {
        let s = self.truncate(s);
        self.pad(s);
    }

    /// `%q`
    pub(super) fn fmt_q(&mut self, s: &[u8]) {
        let s = self.truncate(s);
        let mut quoted = Vec::new();
        if self.f.sharp && can_backquote(s) {
            quoted.push(b'`');
            quoted.extend_from_slice(s);
            quoted.push(b'`');
        } else {
            append_quoted(&mut quoted, s, b'"', if self.f.plus { Shown::Ascii } else { Shown::Printable });
        }
        self.pad(&quoted);
    }

    /// `%c`
    pub(super) fn fmt_c(&mut self, c: u64) {
        let mut s = Vec::new();
        utf8::push(&mut s, rune_of(c));
        self.pad(&s);
    }

    /// `%q` of an integer
    pub(super) fn fmt_qc(&mut self, c: u64) {
        let mut s = Vec::new();
        append_quoted_rune(&mut s, rune_of(c), if self.f.plus { Shown::Ascii } else { Shown::Printable });
        self.pad(&s);
    }

    /// `%U`
    pub(super) fn fmt_unicode(&mut self, u: u64) {
        let prec = self.f.prec.filter(|&p| p > 4).unwrap_or(4);
        let mut s = format!("U+{u:0prec$X}").into_bytes();
        if self.f.sharp && u <= 0x10_FFFF && super::super::text::unicode::is_print(u as i32) {
            s.extend_from_slice(b" '");
            utf8::push(&mut s, u as i32);
            s.push(b'\'');
        }
        // Never padded with zeros.
        let zero = std::mem::replace(&mut self.f.zero, false);
        self.pad(&s);
        self.f.zero = zero;
    }

    /// `%x` and `%X` of strings and byte slices.
    pub(super) fn fmt_sbx(&mut self, s: &[u8], digits: &[u8; 16]) {
        let length = self.f.prec.map_or(s.len(), |p| p.min(s.len()));
        let prefix = if digits[10] == b'A' { *b"0X" } else { *b"0x" };
        if length == 0 {
            if let Some(width) = self.f.width {
                self.padding(width);
            }
            return;
        }
        let mut body = Vec::with_capacity(3 * length);
        if self.f.sharp && !self.f.space {
            body.extend_from_slice(&prefix);
        }
        for (i, &c) in s[..length].iter().enumerate() {
            if self.f.space {
                if i > 0 {
                    body.push(b' ');
                }
                if self.f.sharp {
                    body.extend_from_slice(&prefix);
                }
            }
            body.push(digits[(c >> 4) as usize]);
            body.push(digits[(c & 15) as usize]);
        }
        let n = self.f.width.map_or(0, |w| w.saturating_sub(body.len()));
        if !self.f.minus {
            self.padding(n);
        }
        self.push(&body);
        if self.f.minus {
            self.padding(n);
        }
    }

    pub(super) fn fmt_bool(&mut self, v: bool) {
        self.pad(if v { b"true" } else { b"false" });
    }
}

/// The rune that an integer operand stands for.
fn rune_of(c: u64) -> i32 {
    if c > 0x10_FFFF { utf8::RUNE_ERROR } else { c as i32 }
}
