//! What package fmt can read at once: values of plain types whose text is all there, and as plain as it mostly is. All else,
//! and whatever is wrong, is read by `stdlib/fmt/scan.pgo`, character by character.

use smallvec::SmallVec;

use super::super::text::parse_float::parse_float;
use super::super::values::store;
use super::{Done, NativeCx, NativeResult};
use crate::heap::{Kind, RTypes};
use crate::vm::Iface;

/// Decimal digits that fit whatever they are.
const MOST_DIGITS: usize = 18;

/// How values are separated.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mode {
    /// By spaces and newlines.
    Scan,
    /// By spaces; a newline ends the input.
    Scanln,
    /// As the format says.
    Scanf,
}

/// A value that was read.
enum Value<'t> {
    Word(u64),
    Text(&'t [u8]),
}

/// The text, of which `at` bytes are read.
struct Input<'t> {
    text: &'t [u8],
    at: usize,
    /// Nothing comes behind it.
    whole: bool,
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b'\t'..=b'\r' | b' ')
}

impl<'t> Input<'t> {
    /// Skips spaces. `None` if a newline is among them that is none here, nothing follows, or what is not ASCII.
    fn spaces(&mut self, newlines: bool) -> Option<()> {
        loop {
            match *self.text.get(self.at)? {
                b'\n' | b'\r' if !newlines => return None,
                byte if is_space(byte) => self.at += 1,
                0x80.. => return None,
                _ => return Some(()),
            }
        }
    }

    /// Where the bytes from `from` on end that `is_part` takes. `None` if that is not sure: nothing is behind them and the
    /// text is not whole, or what is not ASCII.
    fn end(&self, from: usize, limit: usize, is_part: impl Fn(u8) -> bool) -> Option<usize> {
        let rest = &self.text[from..limit];
        match rest.iter().position(|&byte| !is_part(byte)) {
            Some(n) => (rest[n] < 0x80).then_some(from + n),
            None => (self.whole || limit < self.text.len()).then_some(limit),
        }
    }

    /// Reads a value of this kind, for a verb, of at most so many characters.
    fn value(&mut self, verb: u8, width: Option<usize>, kind: Kind) -> Option<Value<'t>> {
        let limit = width.map_or(self.text.len(), |width| self.at.saturating_add(width).min(self.text.len()));
        let value = match kind {
            Kind::Int | Kind::Int8 | Kind::Int16 | Kind::Int32 | Kind::Int64 => {
                self.int(verb, limit, kind, true)?
            }
            Kind::Uint | Kind::Uint8 | Kind::Uint16 | Kind::Uint32 | Kind::Uint64 => {
                self.int(verb, limit, kind, false)?
            }
            Kind::Float32 | Kind::Float64 => self.float(verb, limit, kind)?,
            Kind::String if matches!(verb, b'v' | b's') => {
                let to = self.end(self.at, limit, |byte| byte < 0x80 && !is_space(byte))?;
                let text = &self.text[self.at..to];
                self.at = to;
                if text.is_empty() {
                    return None;
                }
                Value::Text(text)
            }
            _ => return None,
        };
        Some(value)
    }

    fn int(&mut self, verb: u8, limit: usize, kind: Kind, signed: bool) -> Option<Value<'t>> {
        let base = match verb {
            b'v' | b'd' => 10,
            b'x' | b'X' => 16,
            b'b' => 2,
            b'o' => 8,
            _ => return None,
        };
        let sign =
            if signed { self.text[..limit].get(self.at).filter(|c| matches!(c, b'+' | b'-')) } else { None };
        let digits = self.at + usize::from(sign.is_some());
        let to = self.end(digits, limit, |byte| (byte as char).is_digit(base))?;
        let most = if base == 16 { MOST_DIGITS - 3 } else { MOST_DIGITS };
        if !(1..=most).contains(&(to - digits)) {
            return None;
        }
        if verb == b'v' {
            // A base may be said, and there may be underscores.
            let behind = self.text[..limit].get(to).copied().unwrap_or(b' ');
            let zero = self.text[digits] == b'0' && (to - digits > 1 || behind.is_ascii_alphabetic());
            if zero || behind == b'_' {
                return None;
            }
        }
        let value =
            |n, &digit: &u8| n * i64::from(base) + i64::from((digit as char).to_digit(base).unwrap_or(0));
        let n = self.text[digits..to].iter().fold(0, value);
        let n = if sign == Some(&b'-') { -n } else { n };
        let fits = match kind {
            Kind::Int8 => i8::try_from(n).is_ok(),
            Kind::Int16 => i16::try_from(n).is_ok(),
            Kind::Int32 => i32::try_from(n).is_ok(),
            Kind::Uint8 => u8::try_from(n).is_ok(),
            Kind::Uint16 => u16::try_from(n).is_ok(),
            Kind::Uint32 => u32::try_from(n).is_ok(),
            _ => true,
        };
        self.at = to;
        fits.then_some(Value::Word(n as u64))
    }

    fn float(&mut self, verb: u8, limit: usize, kind: Kind) -> Option<Value<'t>> {
        if !matches!(verb, b'b' | b'e' | b'E' | b'f' | b'F' | b'g' | b'G' | b'v') {
            return None;
        }
        let is_part = |byte| matches!(byte, b'0'..=b'9' | b'.' | b'+' | b'-' | b'e' | b'E');
        let to = self.end(self.at, limit, is_part)?;
        let behind = self.text[..limit].get(to).copied().unwrap_or(b' ');
        if behind.is_ascii_alphabetic() || behind == b'_' {
            return None;
        }
        let single = kind == Kind::Float32;
        let (f, error) = parse_float(&self.text[self.at..to], if single { 32 } else { 64 });
        self.at = to;
        let word = if single { u64::from((f as f32).to_bits()) } else { f.to_bits() };
        error.is_none().then_some(Value::Word(word))
    }

    /// Skips spaces that are no newlines, in a format. `None` if that is not all of them for sure.
    fn line_spaces(&mut self) -> Option<()> {
        let n = self.text[self.at..].iter().take_while(|&&byte| is_space(byte) && byte != b'\n').count();
        self.at += n;
        match self.text.get(self.at) {
            None => self.whole.then_some(()),
            Some(byte) => byte.is_ascii().then_some(()),
        }
    }

    /// Reads what a run of spaces in a format matches: a newline each newline or the end, after spaces; the spaces behind them
    /// any number of spaces, but at least one if there are no newlines before them.
    fn like(&mut self, run: &[u8]) -> Option<()> {
        let newlines = run.iter().filter(|&&byte| byte == b'\n').count();
        for _ in 0..newlines {
            self.line_spaces()?;
            match self.text.get(self.at) {
                None => {}
                Some(b'\n') => self.at += 1,
                Some(_) => return None,
            }
        }
        if run.last() != Some(&b'\n') {
            let next = self.text.get(self.at);
            if newlines == 0 && next.is_some_and(|&byte| byte == b'\n' || !is_space(byte)) {
                return None;
            }
            self.line_spaces()?;
        }
        Some(())
    }
}

/// Where values go.
struct Targets<'a> {
    types: &'a RTypes,
    list: &'a [Iface],
}

impl Targets<'_> {
    /// The kind of what argument number `i` points to, if it is a pointer, not nil, whose type has no methods.
    fn kind(&self, i: usize) -> Option<Kind> {
        let target = self.list.get(i)?;
        let ty = self.types.get(target.ty);
        let plain = ty.kind == Kind::Pointer && target.word != 0 && ty.methods.is_empty();
        plain.then(|| self.types.get(ty.elem).kind)
    }
}

/// `func scanPlain(text, format string, mode int, whole bool, a []any) (n, used int)`: reads values from the beginning of a text
/// into what the arguments point to. It gives how many, and how many bytes that took. With a format it is all or none: -1 and 0.
pub(super) fn scan_plain(cx: &mut NativeCx<'_>) -> NativeResult {
    let (text, format) = (cx.str(), cx.str());
    let mode = match cx.int() {
        0 => Mode::Scan,
        1 => Mode::Scanln,
        _ => Mode::Scanf,
    };
    let (whole, args) = (cx.bool(), cx.slice());
    let mem = cx.mem();
    let list: SmallVec<[Iface; 8]> = (0..args.len).map(|i| mem.iface(args.addr + 16 * i)).collect();
    let targets = Targets { types: cx.rtypes(), list: &list };
    let mut input = Input { text, at: 0, whole };
    let mut values = SmallVec::<[Value<'_>; 8]>::new();
    let (n, used) = if mode == Mode::Scanf {
        match formatted(&mut input, format, &targets, &mut values) {
            Some(()) => (values.len() as i64, input.at),
            None => {
                values.clear();
                (-1, 0)
            }
        }
    } else {
        let mut used = 0;
        while values.len() < list.len() {
            let Some(value) = plain(&mut input, mode, targets.kind(values.len())) else { break };
            values.push(value);
            used = input.at;
        }
        (values.len() as i64, used)
    };
    cx.charge((used >> 2) as u64);
    for (target, value) in list.iter().zip(values) {
        match value {
            Value::Word(word) => {
                let ty = cx.rtype(cx.rtype(target.ty).elem);
                store(mem, ty, word, target.word);
            }
            Value::Text(text) => {
                let (addr, len) = cx.new_str(text)?;
                mem.set_u64(target.word, addr);
                mem.set_u64(target.word + 8, len);
            }
        }
    }
    cx.ret_int(n);
    cx.ret_int(used as i64);
    Ok(Done)
}

fn plain<'t>(input: &mut Input<'t>, mode: Mode, kind: Option<Kind>) -> Option<Value<'t>> {
    input.spaces(mode == Mode::Scan)?;
    input.value(b'v', None, kind?)
}

fn formatted<'t>(
    input: &mut Input<'t>,
    format: &[u8],
    targets: &Targets<'_>,
    values: &mut SmallVec<[Value<'t>; 8]>,
) -> Option<()> {
    let mut rest = format;
    while let Some((&byte, behind)) = rest.split_first() {
        match byte {
            b'%' => {
                let digits = behind.iter().take_while(|byte| byte.is_ascii_digit()).count();
                let width = behind[..digits].iter().fold(0, |n: usize, digit| {
                    n.saturating_mul(10).saturating_add(usize::from(digit - b'0'))
                });
                if width > 1_000_000 {
                    return None;
                }
                let width = (digits > 0).then_some(width);
                let (&verb, behind) = behind[digits..].split_first()?;
                let kind = targets.kind(values.len())?;
                if verb == b'c' {
                    let byte = input.text.get(input.at).copied().filter(u8::is_ascii)?;
                    if width.is_some() || kind != Kind::Int32 {
                        return None;
                    }
                    input.at += 1;
                    values.push(Value::Word(byte.into()));
                } else {
                    input.spaces(false)?;
                    values.push(input.value(verb, width, kind)?);
                }
                rest = behind;
            }
            0x80.. => return None,
            byte if is_space(byte) => {
                let n = rest.iter().take_while(|&&byte| is_space(byte)).count();
                // A space of Unicode may follow.
                if rest.get(n).is_some_and(|byte| !byte.is_ascii()) {
                    return None;
                }
                input.like(&rest[..n])?;
                rest = &rest[n..];
            }
            byte => {
                if input.text.get(input.at) != Some(&byte) {
                    return None;
                }
                input.at += 1;
                rest = behind;
            }
        }
    }
    (values.len() == targets.list.len()).then_some(())
}
