//! Integers, floats and complex numbers by flags, width and precision.

use super::super::text::float::append_float;
use super::text::{LOWER, Text, UPPER};

impl Text {
    /// An integer in a base, with sign, prefix and padding; `upper` is for the digits of `%X`, `verb` for prefixes.
    pub(super) fn fmt_integer(&mut self, u: u64, base: u32, signed: bool, verb: char, upper: bool) {
        let negative = signed && (u as i64) < 0;
        let magnitude = if negative { (u as i64).unsigned_abs() } else { u };
        // The precision is the least number of digits; zero padding gives one too.
        let mut prec = 0;
        if let Some(p) = self.f.prec {
            prec = p;
            if p == 0 && u == 0 {
                // A precision of zero and a value of zero: only padding.
                let zero = std::mem::replace(&mut self.f.zero, false);
                self.pad_width();
                self.f.zero = zero;
                return;
            }
        } else if self.f.zero && !self.f.minus && self.f.width.is_some() {
            prec = self.f.width.unwrap_or(0);
            if negative || self.f.plus || self.f.space {
                prec = prec.saturating_sub(1);
            }
        }
        let mut buf = [0; 64];
        let digits = digits_of(magnitude, base, upper, &mut buf);
        if self.f.width.is_none() && prec <= digits.len() && !self.f.sharp && verb != 'O' {
            // Most numbers are only that.
            if negative {
                self.out.push(b'-');
            } else if self.f.plus {
                self.out.push(b'+');
            } else if self.f.space {
                self.out.push(b' ');
            }
            return self.push(digits);
        }
        let mut s = Vec::with_capacity(digits.len() + prec + 4);
        if negative {
            s.push(b'-');
        } else if self.f.plus {
            s.push(b'+');
        } else if self.f.space {
            s.push(b' ');
        }
        let zeros = prec.saturating_sub(digits.len());
        if verb == 'O' {
            s.extend_from_slice(b"0o");
        }
        if self.f.sharp {
            match base {
                2 => s.extend_from_slice(b"0b"),
                8 if zeros == 0 && digits[0] != b'0' => s.push(b'0'),
                16 => s.extend_from_slice(if upper { b"0X" } else { b"0x" }),
                _ => {}
            }
        }
        s.resize(s.len() + zeros, b'0');
        s.extend_from_slice(digits);
        let zero = std::mem::replace(&mut self.f.zero, false);
        self.pad(&s);
        self.f.zero = zero;
    }

    /// As many spaces as the width says.
    fn pad_width(&mut self) {
        if let Some(width) = self.f.width {
            self.out.resize(self.out.len() + width, b' ');
        }
    }

    /// A float; `prec` is used when the directive gives none.
    pub(super) fn fmt_float(&mut self, v: f64, bits: u32, verb: char, prec: i64) {
        let prec = self.f.prec.map_or(prec, |p| p as i64);
        let (form, shown) = if verb == 'v' { (b'g', 'g') } else { (verb as u8, verb) };
        let mut num = Vec::with_capacity(32);
        num.push(b'+');
        append_float(&mut num, v, form, prec, bits);
        // A sign is there in any case, and shown or not.
        if num[1] == b'-' || num[1] == b'+' {
            num.remove(0);
        }
        if self.f.space && num[0] == b'+' && !self.f.plus {
            num[0] = b' ';
        }
        if num[1] == b'I' || num[1] == b'N' {
            // Infinities and NaN are not padded with zeros.
            let zero = std::mem::replace(&mut self.f.zero, false);
            if num[1] == b'N' && !self.f.space && !self.f.plus {
                num.remove(0);
            }
            // The sign of an infinity is always shown.
            self.pad(&num);
            self.f.zero = zero;
            return;
        }
        if self.f.sharp && verb != 'b' {
            sharpen(&mut num, shown, prec, v);
        }
        self.pad_signed(&num);
    }

    /// Pads a number that begins with a sign, which is left out if it is a plus that nobody asked for.
    fn pad_signed(&mut self, num: &[u8]) {
        if self.f.plus || num[0] != b'+' {
            // Zeros come between the sign and the digits.
            if self.f.zero
                && !self.f.minus
                && self.f.width.is_some_and(|w| w > num.len())
                && matches!(num[0], b'+' | b'-' | b' ')
            {
                self.out.push(num[0]);
                let n = self.f.width.unwrap_or(0) - num.len();
                self.out.resize(self.out.len() + n, b'0');
                return self.push(&num[1..]);
            }
            return self.pad(num);
        }
        self.pad(&num[1..]);
    }

    /// A complex number: both parts in parentheses.
    pub(super) fn fmt_complex(&mut self, re: f64, im: f64, bits: u32, verb: char) {
        let prec = if matches!(verb, 'v' | 'b' | 'g' | 'G' | 'x' | 'X') { -1 } else { 6 };
        let plus = self.f.plus;
        self.out.push(b'(');
        self.fmt_float(re, bits, verb, prec);
        // The imaginary part always has a sign.
        self.f.plus = true;
        self.fmt_float(im, bits, verb, prec);
        self.push(b"i)");
        self.f.plus = plus;
    }
}

/// The sharp flag: a decimal point in any case, and for `%g` no cut of trailing zeros.
fn sharpen(num: &mut Vec<u8>, verb: char, prec: i64, v: f64) {
    let mut digits = 0;
    match verb {
        'v' | 'g' | 'G' | 'x' => {
            digits = prec;
            if verb != 'x' && digits < 0 {
                // The default precision of %#g.
                digits = 6;
            } else if verb == 'x' && digits < 0 {
                digits = 6;
            }
        }
        _ => {}
    }
    let _ = v;
    // The exponent, if there is one, is put back behind the digits.
    let mut tail = Vec::new();
    let mut saw_point = false;
    let mut saw_digit = false;
    let mut i = 1;
    while i < num.len() {
        match num[i] {
            b'.' => saw_point = true,
            b'e' | b'E' if verb != 'x' && verb != 'X' => {
                tail = num.split_off(i);
                break;
            }
            b'p' | b'P' => {
                tail = num.split_off(i);
                break;
            }
            c => {
                if c != b'0' {
                    saw_digit = true;
                }
                // Leading zeros are not significant.
                if saw_digit {
                    digits -= 1;
                }
            }
        }
        i += 1;
    }
    if !saw_point {
        // The number 0 has one significant digit.
        if num.len() == 2 && num[1] == b'0' {
            digits -= 1;
        }
        num.push(b'.');
    }
    while digits > 0 {
        num.push(b'0');
        digits -= 1;
    }
    num.extend_from_slice(&tail);
}

/// The digits of a number in a base of at most 16, written to the end of `buf`.
fn digits_of(mut n: u64, base: u32, upper: bool, buf: &mut [u8; 64]) -> &[u8] {
    let letters = if upper { UPPER } else { LOWER };
    let mut at = buf.len();
    loop {
        let digit;
        (n, digit) = match base {
            10 => (n / 10, n % 10),
            16 => (n >> 4, n & 15),
            8 => (n >> 3, n & 7),
            _ => (n >> 1, n & 1),
        };
        at -= 1;
        buf[at] = letters[digit as usize];
        if n == 0 {
            return &buf[at..];
        }
    }
}
