//! Stacks as text: which functions a coroutine is in, and where.

use super::machine::Machine;
use super::script::Script;
use crate::bytecode::FuncFlags;
use crate::source::Span;

/// One line of a trace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TraceLine {
    /// The function, as Go prints it: `main.(*T).m`.
    pub function: String,
    /// Where it is.
    pub span: Span,
}

impl Machine {
    /// The frames of a coroutine, innermost first, wrappers left out; at most `limit`, half of them from each end.
    pub fn trace(&self, s: &Script, limit: usize) -> Vec<TraceLine> {
        let mut lines = Vec::new();
        let total = s.frames().count();
        for (i, frame) in s.frames().enumerate() {
            if total > limit && i >= limit / 2 && i < total - limit / 2 {
                if i == limit / 2 {
                    let function = format!("...{} frames elided...", total - limit / 2 * 2);
                    lines.push(TraceLine { function, span: Span::NONE });
                }
                continue;
            }
            let f = self.program.function(frame.func);
            if f.flags.has(FuncFlags::WRAPPER) {
                continue;
            }
            let at = if frame.pc.is_null() {
                0
            } else {
                let at = (frame.pc as usize).wrapping_sub(f.code.as_ptr() as usize) / 8;
                // The return address of a call is behind it.
                if i == 0 { at } else { at.saturating_sub(1) }
            };
            lines.push(TraceLine { function: f.name.clone(), span: f.span_at(at.min(f.code.len())) });
        }
        lines
    }
}
