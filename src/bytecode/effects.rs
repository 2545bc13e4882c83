//! Which registers an instruction reads and writes: for liveness and for the verifier.

use super::{FRAME_HEADER, Function, Instr, NO_REG, Op, Role, room, slice_flags};

/// What calls need to know of what they call.
pub trait Signatures {
    /// (result slots, parameter slots) of function `id`.
    fn function(&self, id: u32) -> (u16, u16);
    /// (result slots, parameter slots) of the function type with this `RTypeId`.
    fn signature(&self, rtype: u32) -> (u16, u16);
}

/// A range of registers.
pub type Range = (u16, u16);

/// Reports the effects of the instruction at `pc`: reads first, then writes. Ranges are (first, count); empty ones are
/// not reported. A call also clobbers everything above its window, which is dead there and not reported.
pub fn effects(
    f: &Function,
    pc: usize,
    sigs: &dyn Signatures,
    mut read: impl FnMut(Range),
    mut write: impl FnMut(Range),
) {
    let i = f.code[pc];
    let op = i.op();
    let info = op.info();
    let ext = |k: usize| f.code.get(pc + 1 + k).copied().unwrap_or(Instr(0));
    let operands = [i.a(), i.b(), i.c()];
    let n = if info.ext > 0 { ext(0).ext_n() } else { 0 };
    let mut r = |x: u16, n: u16| {
        if n > 0 {
            read((x, n))
        }
    };
    let mut w = |x: u16, n: u16| {
        if n > 0 {
            write((x, n))
        }
    };
    for (x, role) in operands.into_iter().zip(info.roles) {
        match role {
            Role::R1 => r(x, 1),
            Role::R2 => r(x, 2),
            Role::R3 => r(x, 3),
            Role::RN => r(x, n),
            Role::RW1 => {
                r(x, 1);
                w(x, 1)
            }
            Role::RW3 => {
                r(x, 3);
                w(x, 3)
            }
            Role::W1 => w(x, 1),
            Role::W2 => w(x, 2),
            Role::W3 => w(x, 3),
            Role::WN => w(x, n),
            Role::None | Role::Imm | Role::Uimm | Role::Jump | Role::Jump32 | Role::Wide | Role::Special => {}
        }
    }
    let (a, b, c) = (i.a(), i.b(), i.c());
    // Key and value slots of the map instructions.
    let (k, v) = (ext(0).ext_n(), ext(0).ext_aux());
    let base = a + FRAME_HEADER;
    match op {
        Op::MoveN => {
            r(b, c);
            w(a, c);
        }
        Op::Zero => w(a, b),
        Op::IoAccept => w(a, 5),
        Op::AddLoopLtInt
        | Op::MulAddInt
        | Op::MulImmAddInt
        | Op::MulAddFloat
        | Op::MulSubFloat
        | Op::SubMulFloat => r(ext(0).ext_id() as u16, 1),
        Op::SliceSlice | Op::SliceArray | Op::SliceString => {
            let bounds = [slice_flags::LO, slice_flags::HI, slice_flags::MAX];
            (c..).zip(bounds).filter(|&(_, flag)| n & flag != 0).for_each(|(bound, _)| r(bound, 1));
        }
        Op::AppendWord | Op::AppendPair | Op::AppendByte | Op::AppendRoom => {
            let aux = ext(0).ext_aux();
            if aux != room::HEAP && aux != room::STEPS {
                r(aux - 1, 1);
                w(aux - 1, 1);
            }
        }
        Op::AppendValues => r(c, n * ext(0).ext_aux()),
        Op::ConcatN => r(b, 2 * c),
        Op::RangeString => {
            r(a, 1);
            w(a + 1, 2);
        }
        Op::MapGet => {
            r(c, k);
            w(a, v);
        }
        Op::MapGetOk => {
            r(c, k);
            w(a, v + 1);
        }
        Op::MapGetInt | Op::MapGetString => w(a, v),
        Op::MapGetOkInt | Op::MapGetOkString => w(a, v + 1),
        Op::MapSet => {
            r(b, k);
            r(c, v);
        }
        Op::MapSetInt | Op::MapSetString => r(c, v),
        Op::MapEntry => r(c, k),
        Op::MapDelete => r(b, k),
        Op::MapNext => w(b, k + v),
        Op::Select => {
            if let Some(table) = f.selects.get(b as usize) {
                for case in &table.cases {
                    r(case.chan, 1);
                    if case.send {
                        r(case.value, case.slots);
                    }
                }
                // The registers of a receive case are its own, so nothing in them is wanted before. Those of a case that was not
                // chosen are not read; when the task has waited, they are zero.
                for case in table.cases.iter().filter(|c| !c.send) {
                    w(case.value, case.slots);
                    if case.ok != NO_REG {
                        w(case.ok, 1);
                    }
                }
            }
        }
        Op::Call | Op::Go => {
            let (results, params) = sigs.function(i.bc());
            r(base + results, params);
            if op == Op::Call {
                w(base, results);
            }
        }
        Op::TailCall => {
            let (results, params) = sigs.function(i.bc());
            r(results, params);
        }
        Op::CallClosure | Op::GoClosure => {
            let (results, params) = sigs.signature(ext(0).ext_id());
            r(base + results, params);
            if op == Op::CallClosure {
                w(base, results);
            }
        }
        Op::CallIface => {
            // The signature does not count the receiver, which the machine puts before the other arguments.
            let (results, params) = sigs.signature((ext(0).0 >> 32) as u32);
            r(base + results + 1, params);
            w(base, results);
        }
        Op::CallNative => {
            let (results, params) = sigs.signature(ext(0).ext_id());
            r(base + results, params);
            w(base, results);
        }
        Op::RunNative => r(f.results, f.params),
        Op::Return => r(0, f.results),
        Op::MakeClosure => r(ext(0).0 as u16, (ext(0).0 >> 16) as u16),
        Op::Defer if c == 1 => r(b, 1),
        Op::Print => {
            let n = match a {
                x if x == super::PrintKind::Complex as u16
                    || x == super::PrintKind::Complex64 as u16
                    || x == super::PrintKind::String as u16
                    || x == super::PrintKind::Iface as u16 =>
                {
                    2
                }
                x if x == super::PrintKind::Slice as u16 => 3,
                x if x == super::PrintKind::Space as u16 || x == super::PrintKind::Newline as u16 => 0,
                _ => 1,
            };
            r(b, n);
        }
        _ => {}
    }
}

/// Where control can go from the instruction at `pc`: the next instruction (unless it never falls through) and targets.
pub fn successors(f: &Function, pc: usize, mut to: impl FnMut(usize)) {
    let i = f.code[pc];
    let op = i.op();
    let info = op.info();
    let next = pc + 1 + info.ext as usize;
    let falls = !matches!(
        op,
        Op::Jump
            | Op::Loop
            | Op::Return
            | Op::Return1
            | Op::Return2
            | Op::TailCall
            | Op::JumpTable
            | Op::Panic
            | Op::Throw
            | Op::EndTask
            | Op::AfterDefer
            | Op::Compile
    );
    if falls {
        to(next);
    }
    match info.roles {
        [_, Role::Jump32, _] => to((next as i64 + i.bc() as i32 as i64) as usize),
        [_, _, Role::Jump] => to((next as i64 + i.c() as i16 as i64) as usize),
        _ => {}
    }
    // The jumps behind it, and for a number that has none what is behind those.
    if op == Op::JumpTable {
        (next..=next + usize::from(i.b())).for_each(to);
    }
}
