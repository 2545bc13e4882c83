//! Operands that are printed by their methods: which one, and what it gave.

use super::print::{Method, MethodCall, Mode, Printer, Val};
use crate::heap::Kind;

impl<'p> Printer<'p> {
    /// The text of an error of which the library's own type is no more than that, with what it wraps: its method need not be
    /// called.
    fn text_of_error(&self, v: Val) -> Option<&'p [u8]> {
        let ty = self.ty(v.ty);
        if ty.kind != Kind::Pointer || ty.named {
            return None;
        }
        let elem = self.ty(ty.elem);
        let known = match &*elem.pkg_path {
            "errors" => &*elem.name == "errors.errorString",
            "fmt" => matches!(&*elem.name, "fmt.wrapError" | "fmt.wrapErrors"),
            _ => false,
        };
        let addr = if known { self.word(v) } else { 0 };
        (addr != 0).then(|| self.mem.str(addr))
    }

    /// Prints the value by a method, if it has one for the verb.
    pub(super) fn by_method(&mut self, v: Val, verb: char) -> bool {
        if self.erroring || v.ty.0 == 0 || self.ty(v.ty).methods.is_empty() {
            return false;
        }
        let method = if self.has_format(v.ty) {
            Method::Format
        } else if self.t.f.sharp_v {
            if self.has_text_method(v.ty, self.go_string) { Method::GoString } else { return false }
        } else if matches!(verb, 'v' | 's' | 'x' | 'X' | 'q') {
            if self.has_text_method(v.ty, self.error) {
                Method::Error
            } else if self.has_text_method(v.ty, self.string) {
                Method::String
            } else {
                return false;
            }
        } else {
            return false;
        };
        if let (Method::Error, Some(text)) = (method, self.text_of_error(v)) {
            self.fmt_string(text, verb);
            return true;
        }
        match self.mode {
            Mode::Plain => return false,
            Mode::Fast => self.gave_up = true,
            Mode::Collect => {
                let how = self.pack(method, verb);
                match self.to_iface(v) {
                    Some(value) => self.calls.push(MethodCall { value, how }),
                    None => self.out_of_memory = true,
                }
            }
            Mode::Render => {
                let at = self.next;
                self.next += 1;
                let Some(answer) = self.answers.get_mut(at) else { return true };
                let text = std::mem::take(&mut answer.text);
                match (answer.raw, method) {
                    (true, _) | (_, Method::Format) => self.t.push(&text),
                    (_, Method::GoString) => self.t.fmt_s(&text),
                    _ => self.fmt_string(&text, verb),
                }
            }
        }
        true
    }

    /// See `collect`.
    fn pack(&self, method: Method, verb: char) -> i64 {
        let f = &self.t.f;
        let mut flags = 0;
        for (i, set) in [
            f.plus || f.plus_v && !f.quoted,
            f.minus,
            f.sharp || f.sharp_v,
            f.space,
            f.zero,
            f.width.is_some(),
            f.prec.is_some(),
        ]
        .into_iter()
        .enumerate()
        {
            flags |= i64::from(set) << i;
        }
        let small = |n: Option<usize>| n.unwrap_or(0).min(0xFFFF) as i64;
        (method as i64) | flags << 2 | (verb as i64) << 9 | small(f.width) << 30 | small(f.prec) << 46
    }
}
