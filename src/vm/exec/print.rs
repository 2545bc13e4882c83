//! The builtins `print` and `println`.

use crate::bytecode::PrintKind;
use crate::heap::mem;
use crate::vm::machine::Machine;
use crate::vm::panics::{complex_text, float_text, float32_text};

/// Writes one operand to standard error.
///
/// # Safety
/// `at` is the first of as many registers as the kind has slots, with a live value.
#[cold]
pub(super) unsafe fn print(m: &mut Machine, kind: u16, at: *const u64) {
    const KINDS: [PrintKind; 13] = [
        PrintKind::Bool,
        PrintKind::Int,
        PrintKind::Uint,
        PrintKind::Float,
        PrintKind::Float32,
        PrintKind::Complex,
        PrintKind::Complex64,
        PrintKind::String,
        PrintKind::Pointer,
        PrintKind::Iface,
        PrintKind::Slice,
        PrintKind::Space,
        PrintKind::Newline,
    ];
    let Some(kind) = KINDS.into_iter().find(|&k| k as u16 == kind) else { return };
    // SAFETY: the caller's promise.
    let text = unsafe {
        match kind {
            PrintKind::Bool => (*at != 0).to_string(),
            PrintKind::Int => (*at as i64).to_string(),
            PrintKind::Uint => (*at).to_string(),
            PrintKind::Float => float_text(f64::from_bits(*at)),
            PrintKind::Float32 => float32_text(f32::from_bits(*at as u32)),
            PrintKind::Complex => {
                complex_text(&float_text(f64::from_bits(*at)), &float_text(f64::from_bits(*at.add(1))))
            }
            PrintKind::Complex64 => {
                let [re, im] = [*at, *at.add(1)].map(|part| float32_text(f32::from_bits(part as u32)));
                complex_text(&re, &im)
            }
            PrintKind::String => {
                return write(m, mem::bytes(*at, *at.add(1)));
            }
            PrintKind::Pointer => format!("{:#x}", *at),
            PrintKind::Iface => format!("({:#x},{:#x})", *at, *at.add(1)),
            PrintKind::Slice => format!("[{}/{}]{:#x}", *at.add(1), *at.add(2), *at),
            PrintKind::Space => " ".into(),
            PrintKind::Newline => "\n".into(),
        }
    };
    write(m, text.as_bytes());
}

/// Writes to standard error.
fn write(m: &mut Machine, bytes: &[u8]) {
    if m.is_watched() {
        m.tell_printed(bytes);
    }
    // A closed standard error is nobody's concern.
    let _ = m.host.write_stderr(bytes);
}
