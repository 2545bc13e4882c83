//! Bytecode as text.

use std::fmt::Write;

use super::{Function, Instr, NO_REG, Op, PrintKind, RegClass, Role};
use crate::source::Span;

/// Names for what instructions mention by number.
pub trait Names {
    /// The name of a function.
    fn function(&self, id: u32) -> String;
    /// The name of a native function.
    fn native(&self, id: u32) -> String;
    /// The text of a string constant.
    fn string(&self, id: u32) -> String;
    /// The name of a run-time type.
    fn rtype(&self, id: u32) -> String;
    /// The name of a method.
    fn method(&self, id: u32) -> String;
    /// The source line of a position: its number, and its text.
    fn line(&self, span: Span) -> Option<(u32, String)>;
}

/// A function's code, one instruction a line, each stretch under the source line that it was made from.
pub fn disassemble(f: &Function, names: &dyn Names) -> String {
    let mut out = String::new();
    let mut flags = String::new();
    for (flag, name) in [
        (super::FuncFlags::WRAPPER, " wrapper"),
        (super::FuncFlags::DEFERS, " defers"),
        (super::FuncFlags::CLOSURE, " closure"),
        (super::FuncFlags::LIBRARY, " library"),
    ] {
        if f.flags.has(flag) {
            flags.push_str(name);
        }
    }
    // Writing to a string does not fail.
    let _ =
        writeln!(out, "{}: {} results, {} params, {} registers{flags}", f.name, f.results, f.params, f.regs);
    let pointers: Vec<String> = f
        .classes
        .iter()
        .enumerate()
        .filter_map(|(r, class)| match class {
            RegClass::Scalar => None,
            RegClass::Pointer => Some(format!("r{r}")),
            RegClass::IfaceData => Some(format!("r{r}i")),
        })
        .collect();
    if !pointers.is_empty() {
        let _ = writeln!(out, "  pointers: {}", pointers.join(" "));
    }
    let mut lines = f.lines.iter().peekable();
    let mut shown = 0;
    let mut pc = 0;
    while pc < f.code.len() {
        while let Some(&&(_, span)) = lines.peek().filter(|&&&(start, _)| start as usize <= pc) {
            lines.next();
            if let Some((number, text)) = names.line(span)
                && number != shown
            {
                shown = number;
                let _ = writeln!(out, "{number:>5} | {}", text.trim());
            }
        }
        let _ = writeln!(out, "  {pc:>4}  {}", instruction(f, pc, names));
        pc += 1 + usize::from(f.code[pc].op().info().ext);
    }
    if f.flags.has(super::FuncFlags::DEFERS) {
        let _ = writeln!(out, "  defer exit: {}", f.defer_exit);
    }
    for (n, site) in f.open.iter().enumerate() {
        let _ = write!(out, "  open defer {}: r{}..{}, outstanding", n + 1, site.base, site.n);
        for part in &site.outstanding {
            let _ = write!(out, " {}..{}", part.from, part.to);
        }
        let _ = writeln!(out);
    }
    out
}

/// One instruction.
fn instruction(f: &Function, pc: usize, names: &dyn Names) -> String {
    let i = f.code[pc];
    let op = i.op();
    let info = op.info();
    let ext = |k: usize| f.code.get(pc + 1 + k).copied().unwrap_or(Instr(0));
    let next = pc + 1 + usize::from(info.ext);
    let mut out = format!("{:<14}", info.name);
    let mut first = true;
    let mut operand = |out: &mut String, text: String| {
        out.push_str(if std::mem::take(&mut first) { " " } else { ", " });
        out.push_str(&text);
    };
    let t = ext(0);
    for (x, role) in [i.a(), i.b(), i.c()].into_iter().zip(info.roles) {
        match role {
            Role::None => {}
            Role::R1 | Role::W1 | Role::RW1 => operand(&mut out, format!("r{x}")),
            Role::R2 | Role::W2 => operand(&mut out, format!("r{x}..2")),
            Role::R3 | Role::W3 | Role::RW3 => operand(&mut out, format!("r{x}..3")),
            Role::RN | Role::WN => operand(&mut out, format!("r{x}..{}", t.ext_n())),
            Role::Imm => operand(&mut out, (x as i16).to_string()),
            Role::Uimm if op == Op::Print => {}
            Role::Uimm => operand(&mut out, x.to_string()),
            Role::Special => operand(&mut out, format!("r{x}")),
            Role::Jump => operand(&mut out, format!("-> {}", next as i64 + i64::from(x as i16))),
            Role::Jump32 => operand(&mut out, format!("-> {}", next as i64 + i64::from(i.bc() as i32))),
            Role::Wide => operand(&mut out, wide(op, i, names)),
        }
    }
    out.push_str(&note(f, op, i, ext, names));
    out
}

/// What the 32-bit operand of an instruction stands for.
fn wide(op: Op, i: Instr, names: &dyn Names) -> String {
    match op {
        Op::LoadInt => (i.bc() as i32).to_string(),
        Op::LoadString => format!("{:?}", names.string(i.bc())),
        Op::Call | Op::TailCall | Op::Go | Op::LoadFunc | Op::MakeClosure => names.function(i.bc()),
        Op::CallNative | Op::RunNative => names.native(i.bc()),
        _ => format!("g{}", i.bc()),
    }
}

/// What extension words and tables say.
fn note(f: &Function, op: Op, i: Instr, ext: impl Fn(usize) -> Instr, names: &dyn Names) -> String {
    let info = op.info();
    match op {
        Op::LoadConst => format!(" {:#x}", ext(0).0),
        Op::FieldAddrWide | Op::ElemAddr => format!(" size {}", ext(0).0),
        Op::ArrayElem
        | Op::ArrayElemU8
        | Op::ArrayElemI32
        | Op::SetArrayElem
        | Op::SetArrayElem8
        | Op::SetArrayElem32 => format!(" length {}", ext(0).0),
        Op::ArrayElemAddr => format!(" length {} size {}", ext(0).0, ext(1).0),
        Op::SliceToArray => format!(" length {}", ext(0).0),
        Op::MulAddInt | Op::MulImmAddInt | Op::MulAddFloat | Op::MulSubFloat | Op::SubMulFloat => {
            format!(", r{}", ext(0).0 as u16)
        }
        Op::AddLoopLtInt => format!(" limit r{}", ext(0).0 as u16),
        Op::SliceSlice | Op::SliceString | Op::SliceArray => format!(" flags {}", ext(0).ext_n()),
        Op::MakeClosure => {
            let e = ext(0).0;
            format!(" captures r{}..{}", e as u16, (e >> 16) as u16)
        }
        Op::CallIface => format!(" .{}", names.method(ext(0).ext_id())),
        Op::Print => {
            let kinds = [
                "bool",
                "int",
                "uint",
                "float",
                "float32",
                "complex",
                "complex64",
                "string",
                "pointer",
                "iface",
                "slice",
                "space",
            ];
            if i.a() == PrintKind::Newline as u16 {
                " newline".into()
            } else {
                format!(" {}", kinds.get(usize::from(i.a())).unwrap_or(&"?"))
            }
        }
        Op::Select => {
            let Some(table) = f.selects.get(usize::from(i.b())) else { return String::new() };
            let mut out = String::new();
            for case in &table.cases {
                let ok = if case.ok == NO_REG { String::new() } else { format!(", r{}", case.ok) };
                let (value, chan, slots) = (case.value, case.chan, case.slots);
                let text = if case.send {
                    format!(" [r{chan} <- r{value}..{slots}]")
                } else {
                    format!(" [r{value}..{slots}{ok} = <-r{chan}]")
                };
                out.push_str(&text);
            }
            if table.has_default {
                out.push_str(" [default]");
            }
            out
        }
        _ if info.ext > 0 && ext(0).ext_id() != 0 => format!(" {}", names.rtype(ext(0).ext_id())),
        _ => String::new(),
    }
}
