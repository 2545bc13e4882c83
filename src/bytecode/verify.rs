//! The verifier: that a function's bytecode keeps what the machine relies on. Debug builds run it on every compiled function.
//!
//! It checks that
//! - opcodes exist, extension words are there, and the last instruction does not fall off the end;
//! - registers lie in the frame, windows of calls included; indices lie in their tables;
//! - jumps lead to instructions, backward ones (in conditional form) only where the table calls them back-edges or nothing
//!   can grow without bound;
//! - interface data words follow a scalar;
//! - pointer registers that are read have been written on every way that leads there (for registers whose contents the
//!   collector looks at, this is what keeps it from following stale addresses).

use super::effects::{Signatures, effects, successors};
use super::{FRAME_HEADER, FuncFlags, Function, NO_REG, Op, OpenSite, Outstanding, RegClass, Role};

/// How large the tables are that instructions index.
#[derive(Clone, Copy, Debug)]
pub struct Tables {
    pub functions: usize,
    pub natives: usize,
    pub strings: usize,
    pub globals: usize,
    pub rtypes: usize,
    /// Whether objects of a size class have so many bytes.
    pub is_size_class: fn(u16, u16) -> bool,
}

/// Checks a compiled function.
///
/// # Errors
/// The first thing found, with the instruction's index.
pub fn verify(f: &Function, tables: Tables, sigs: &dyn Signatures) -> Result<(), String> {
    let fail = |pc: usize, what: String| {
        let op = f.code.get(pc).and_then(|i| Op::from_u16(i.op_number()));
        Err(format!("{} at {pc} ({op:?}): {what}", f.name))
    };
    if f.classes.len() != usize::from(f.regs) {
        return fail(0, format!("{} classes for {} registers", f.classes.len(), f.regs));
    }
    if let Some(r) = (0..f.classes.len())
        .find(|&r| f.classes[r] == RegClass::IfaceData && (r == 0 || f.classes[r - 1] != RegClass::Scalar))
    {
        return fail(0, format!("r{r} holds a data word, but r{} no type word", r as i64 - 1));
    }
    // Where instructions begin.
    let mut starts = vec![false; f.code.len()];
    let mut pc = 0;
    let mut last = Op::Nop;
    while pc < f.code.len() {
        let Some(op) = Op::from_u16(f.code[pc].op_number()) else {
            return fail(pc, "no such opcode".into());
        };
        starts[pc] = true;
        last = op;
        pc += 1 + usize::from(op.info().ext);
    }
    if pc != f.code.len() {
        return fail(f.code.len().saturating_sub(1), "extension words are missing".into());
    }
    let ends = matches!(
        last,
        Op::Return | Op::Return1 | Op::Return2 | Op::TailCall | Op::Jump | Op::Loop | Op::Panic | Op::Throw
    );
    if !ends {
        return fail(f.code.len().saturating_sub(1), "control falls off the end".into());
    }
    let begins = |at: usize| starts.get(at).copied().unwrap_or(false);
    if f.flags.has(FuncFlags::DEFERS) && !begins(f.defer_exit as usize) {
        return fail(0, format!("defer exit {} is no instruction", f.defer_exit));
    }
    let fits = |site: &OpenSite| {
        let lies = |part: &Outstanding| begins(part.from as usize) && part.to as usize <= f.code.len();
        usize::from(site.base) + usize::from(site.n) <= usize::from(f.regs)
            && site.outstanding.iter().all(lies)
    };
    if !f.open.iter().all(fits) {
        return fail(0, "open-coded defers are outside of the function".into());
    }
    for pc in (0..f.code.len()).filter(|&pc| starts[pc]) {
        let i = f.code[pc];
        let op = i.op();
        let mut problem = None;
        let mut in_frame = |(first, n): (u16, u16)| {
            if usize::from(first) + usize::from(n) > usize::from(f.regs) {
                problem = Some(format!("r{first}..{n} is outside of the {} registers", f.regs));
            }
        };
        let (mut reads, mut writes) = (Vec::new(), Vec::new());
        effects(f, pc, sigs, |r| reads.push(r), |w| writes.push(w));
        for range in reads.into_iter().chain(writes) {
            in_frame(range);
        }
        // A call writes the header before it knows whether the stack must grow, and is executed again then.
        if matches!(op, Op::Call | Op::CallClosure | Op::CallIface) {
            in_frame((i.a(), FRAME_HEADER));
            let callee: &[u16] = match op {
                Op::CallClosure => &[i.b()],
                Op::CallIface => &[i.b(), i.b().wrapping_add(1)],
                _ => &[],
            };
            if callee.iter().any(|&r| (i.a()..i.a().saturating_add(FRAME_HEADER)).contains(&r)) {
                problem = Some("the header of the call lies where the callee is".into());
            }
        }
        if let Some(what) = problem {
            return fail(pc, what);
        }
        let mut bad_jump = None;
        successors(f, pc, |to| {
            if !begins(to) {
                bad_jump = Some(to);
            }
        });
        if let Some(to) = bad_jump {
            return fail(pc, format!("a jump to {to}, which is no instruction"));
        }
        if let Err(what) = indices(f, pc, op, tables) {
            return fail(pc, what);
        }
    }
    assigned(f, &starts, sigs).or_else(|(pc, what)| fail(pc, what))
}

/// Indices into tables.
fn indices(f: &Function, pc: usize, op: Op, tables: Tables) -> Result<(), String> {
    let i = f.code[pc];
    let below = |n: u32, len: usize, what: &str| {
        if (n as usize) < len { Ok(()) } else { Err(format!("no {what} {n}")) }
    };
    match op {
        Op::LoadString => below(i.bc(), tables.strings, "string"),
        Op::GlobalAddr | Op::LoadGlobal | Op::StoreGlobal => below(i.bc(), tables.globals, "global"),
        Op::Call | Op::TailCall | Op::Go | Op::LoadFunc | Op::MakeClosure => {
            below(i.bc(), tables.functions, "function")
        }
        Op::CallNative | Op::RunNative => {
            below(i.bc(), tables.natives, "native")?;
            below(f.code[pc + 1].ext_id(), tables.rtypes, "type")
        }
        Op::JumpTable => match f.code[pc + 1..].get(..usize::from(i.b())) {
            Some(table) if table.iter().all(|entry| entry.op() == Op::Jump) => Ok(()),
            _ => Err("a table of something else than jumps".into()),
        },
        Op::Select => {
            below(u32::from(i.b()), f.selects.len(), "select table")?;
            for case in &f.selects[usize::from(i.b())].cases {
                let registers = [case.chan, case.value, if case.ok == NO_REG { 0 } else { case.ok }];
                if let Some(r) = registers.iter().find(|&&r| r > f.regs) {
                    return Err(format!("r{r} is outside of the frame"));
                }
                below(case.elem, tables.rtypes, "type")?;
            }
            Ok(())
        }
        Op::NewPlain | Op::NewScanned if !(tables.is_size_class)(i.b(), i.c()) => {
            Err(format!("no size class {} of {} bytes", i.b(), i.c()))
        }
        Op::New
        | Op::NewPlain
        | Op::NewScanned
        | Op::Clone
        | Op::CopyMem
        | Op::ZeroMem
        | Op::LoadValue
        | Op::StoreValue
        | Op::MakeIface
        | Op::MakeIfaceBox
        | Op::AssertType
        | Op::AssertTypeOk
        | Op::AssertIface
        | Op::AssertIfaceOk
        | Op::MakeMap
        | Op::MakeChan
        | Op::MakeSlice
        | Op::Send
        | Op::Recv
        | Op::RecvOk => below(f.code[pc + 1].ext_id(), tables.rtypes, "type"),
        Op::RecvLoop => {
            let follows =
                f.code.get(pc + 2).is_some_and(|next| next.op() == Op::LoopTrue && next.a() == i.c());
            if !follows {
                return Err("no LoopTrue follows that asks for what was received".into());
            }
            below(f.code[pc + 1].ext_id(), tables.rtypes, "type")
        }
        Op::EndTask | Op::AfterDefer => Err("is never compiled".into()),
        _ => {
            debug_assert!(op.info().roles.iter().all(|r| *r != Role::Wide || op == Op::LoadInt));
            Ok(())
        }
    }
}

/// That pointer registers are assigned before they are read.
fn assigned(f: &Function, starts: &[bool], sigs: &dyn Signatures) -> Result<(), (usize, String)> {
    let words = usize::from(f.regs).div_ceil(64).max(1);
    let full = vec![u64::MAX; words];
    // What is assigned before each instruction on every way that reaches it; nothing yet: not reached.
    let mut before: Vec<Option<Vec<u64>>> = vec![None; f.code.len()];
    let mut entry = vec![0u64; words];
    let given = usize::from(f.params) + usize::from(f.flags.has(FuncFlags::CLOSURE));
    for r in usize::from(f.results)..usize::from(f.results) + given {
        entry[r / 64] |= 1 << (r % 64);
    }
    let mut todo = vec![0];
    before[0] = Some(entry);
    if f.flags.has(FuncFlags::DEFERS) {
        // What is assigned at `defer_exit` is what the compiler assigns before anything can panic: taken on trust.
        before[f.defer_exit as usize] = Some(full);
        todo.push(f.defer_exit as usize);
    }
    while let Some(pc) = todo.pop() {
        let Some(mut set) = before[pc].clone() else { continue };
        effects(
            f,
            pc,
            sigs,
            |_| {},
            |(first, n)| {
                for r in usize::from(first)..usize::from(first) + usize::from(n) {
                    set[r / 64] |= 1 << (r % 64);
                }
            },
        );
        successors(f, pc, |to| match &mut before[to] {
            Some(old) => {
                let mut changed = false;
                for (o, s) in old.iter_mut().zip(&set) {
                    changed |= *o & !*s != 0;
                    *o &= *s;
                }
                if changed {
                    todo.push(to);
                }
            }
            none @ None => {
                *none = Some(set.clone());
                todo.push(to);
            }
        });
    }
    for site in &f.open {
        let regs = usize::from(site.base)..usize::from(site.base + site.n);
        let places = site.outstanding.iter().flat_map(|part| part.from as usize..part.to as usize);
        let mut reached = places.filter_map(|pc| Some((pc, before[pc].as_ref()?)));
        if let Some((pc, _)) =
            reached.find(|(_, set)| !regs.clone().all(|r| set[r / 64] >> (r % 64) & 1 != 0))
        {
            return Err((pc, "operands of an outstanding call are not assigned".into()));
        }
    }
    for pc in (0..f.code.len()).filter(|&pc| starts[pc]) {
        let Some(set) = &before[pc] else { continue };
        let mut missing = None;
        effects(
            f,
            pc,
            sigs,
            |(first, n)| {
                for r in usize::from(first)..usize::from(first) + usize::from(n) {
                    if f.classes[r] != RegClass::Scalar && set[r / 64] & 1 << (r % 64) == 0 {
                        missing = missing.or(Some(r));
                    }
                }
            },
            |_| {},
        );
        if let Some(r) = missing {
            return Err((pc, format!("r{r} is read before it is written")));
        }
    }
    Ok(())
}
