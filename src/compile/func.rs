//! Building one function: registers, code, labels, positions.
//!
//! Invariants: every live register is below `sp`, so a call's window, which is allocated at or above `sp`, clobbers
//! nothing. A register keeps the class it was first given; `alloc` skips registers whose class does not fit.

use crate::bytecode::{
    FRAME_HEADER, FuncId, InPlace, Instr, NO_REG, Op, OpenSite, Outstanding, RegClass, Role, SelectTable,
    slice_flags,
};
use crate::source::Span;

/// A place in the code that jumps go to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Label(u32);

/// A register, or the first of several.
pub(super) type Reg = u16;

/// The register of value `i` of several of so many slots each, the first of which is at `first`. What there are no registers
/// for lies anywhere: the function is refused.
pub(super) fn nth(first: Reg, i: usize, slots: u16) -> Reg {
    first.wrapping_add((i as Reg).wrapping_mul(slots))
}

/// The register of an index, and whether its type is unsigned and of 64 bits: what such an index is when it is out of
/// range, its word alone does not tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct IndexReg {
    pub(super) reg: Reg,
    pub(super) unsigned: bool,
    /// Whether the register was made for this index, so that nobody else reads it.
    pub(super) own: bool,
}

impl IndexReg {
    /// An index of a signed type, or one that is known to be small.
    pub(super) fn signed(reg: Reg) -> IndexReg {
        IndexReg { reg, unsigned: false, own: false }
    }
}

/// What makes a function impossible to compile: it needs more registers than an operand can name.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct Overflow {
    pub(super) registers: bool,
    /// A conditional jump was out of range of its 16 bits: compile again with `long_jumps`.
    pub(super) jumps: bool,
}

enum Fix {
    /// Operand `c`, 16 bits.
    Short,
    /// Operands `b`, `c`, 32 bits.
    Wide,
}

/// Code in the making.
pub(super) struct Builder {
    pub(super) code: Vec<Instr>,
    pub(super) classes: Vec<RegClass>,
    pub(super) lines: Vec<(u32, Span)>,
    /// See `Function::unsigned`.
    pub(super) unsigned: Vec<(u32, u16)>,
    /// See `Function::in_place`.
    pub(super) in_place: Vec<InPlace>,
    /// See `Function::open`.
    pub(super) open: Vec<OpenSite>,
    pub(super) selects: Vec<SelectTable>,
    /// The first register that is free.
    pub(super) sp: Reg,
    pub(super) overflow: Overflow,
    pub(super) long_jumps: bool,
    labels: Vec<Option<u32>>,
    fixes: Vec<(u32, Label, Fix)>,
    span: Span,
    /// The last instruction, if control comes here from it only.
    last: Option<u32>,
}

impl Builder {
    pub(super) fn new(long_jumps: bool) -> Builder {
        Builder {
            code: Vec::new(),
            classes: Vec::new(),
            lines: Vec::new(),
            unsigned: Vec::new(),
            in_place: Vec::new(),
            open: Vec::new(),
            selects: Vec::new(),
            sp: 0,
            overflow: Overflow::default(),
            long_jumps,
            labels: Vec::new(),
            fixes: Vec::new(),
            span: Span::NONE,
            last: None,
        }
    }

    // ---- registers ----

    /// Consecutive registers of these classes, at or above `sp`; `sp` is then behind them.
    pub(super) fn alloc(&mut self, classes: &[RegClass]) -> Reg {
        let mut base = self.sp as usize;
        'search: loop {
            for (i, &class) in classes.iter().enumerate() {
                if let Some(&have) = self.classes.get(base + i)
                    && have != class
                {
                    base += i + 1;
                    // An interface's data word must not become the successor of a foreign type word.
                    continue 'search;
                }
            }
            break;
        }
        let end = base + classes.len();
        if end >= NO_REG as usize - FRAME_HEADER as usize {
            self.overflow.registers = true;
            return 0;
        }
        while self.classes.len() < base {
            self.classes.push(RegClass::Scalar);
        }
        for (i, &class) in classes.iter().enumerate() {
            if base + i >= self.classes.len() {
                self.classes.push(class);
            }
        }
        self.sp = end as Reg;
        base as Reg
    }

    /// One scalar register.
    pub(super) fn scalar(&mut self) -> Reg {
        self.alloc(&[RegClass::Scalar])
    }

    /// One pointer register.
    pub(super) fn pointer(&mut self) -> Reg {
        self.alloc(&[RegClass::Pointer])
    }

    // ---- code ----

    /// The position that the following instructions belong to; gives the one before.
    pub(super) fn at(&mut self, span: Span) -> Span {
        std::mem::replace(&mut self.span, span)
    }

    /// Where the next instruction will be.
    pub(super) fn here(&self) -> u32 {
        self.code.len() as u32
    }

    fn push(&mut self, i: Instr) {
        if self.lines.last().is_none_or(|&(_, span)| span != self.span) {
            self.lines.push((self.code.len() as u32, self.span));
        }
        self.last = Some(self.here());
        self.code.push(i);
    }

    /// What is in these registers, which nobody else reads, goes to others instead, if the last instruction has put it there.
    pub(super) fn redirect(&mut self, from: Reg, to: Reg, n: u16) -> bool {
        let Some(at) = self.last else { return false };
        let i = self.code[at as usize];
        let [written, ..] = i.op().info().roles;
        let slots = match written {
            Role::W1 => 1,
            Role::W2 => 2,
            Role::W3 => 3,
            _ => return false,
        };
        if i.a() != from || slots != n {
            return false;
        }
        self.code[at as usize] = i.with_a(to);
        true
    }

    /// Takes the last instruction back, if it has put an index into a register of its own that is no more than another number
    /// with a constant: the register (none: 0) and the constant.
    pub(super) fn take_index(&mut self, index: IndexReg) -> Option<(Option<Reg>, i32)> {
        let at = self.last.filter(|_| index.own)? as usize;
        let i = self.code[at];
        let found = match i.op() {
            Op::LoadInt => (None, i.bc() as i32),
            Op::AddImm => (Some(i.b()), i32::from(i.c() as i16)),
            _ => return None,
        };
        if i.a() != index.reg || found.0.is_none() && u16::try_from(found.1).is_err() {
            return None;
        }
        self.take_back(at);
        Some(found)
    }

    /// Takes the last instruction back, if it has moved register `from` to `to`; gives whether it has.
    pub(super) fn take_move(&mut self, to: Reg, from: Reg) -> bool {
        let Some(at) = self.last else { return false };
        let i = self.code[at as usize];
        let moves = i.op() == Op::Move && i.a() == to && i.b() == from;
        if moves {
            self.take_back(at as usize);
        }
        moves
    }

    /// Takes back the last instruction, which stands here.
    fn take_back(&mut self, at: usize) {
        self.code.truncate(at);
        while self.lines.last().is_some_and(|&(from, _)| from as usize >= at) {
            self.lines.pop();
        }
        for part in self.in_place.iter_mut().rev().take_while(|part| part.to as usize > at) {
            part.to = at as u32;
        }
        self.last = None;
    }

    /// Refuses nil in a register, unless the last instruction has done that.
    pub(super) fn nil_check(&mut self, ptr: Reg) {
        let refused = self.last.is_some_and(|at| {
            let i = self.code[at as usize];
            match i.op() {
                Op::NilCheck
                | Op::MutexLock
                | Op::MutexUnlock
                | Op::RwLock
                | Op::RwUnlock
                | Op::RwRLock
                | Op::RwRUnlock => i.a() == ptr,
                Op::Load | Op::LoadU8 | Op::LoadU32 | Op::FieldAddr => i.b() == ptr && i.a() != ptr,
                _ => false,
            }
        });
        if !refused {
            self.op(Op::NilCheck, ptr, 0, 0);
        }
    }

    /// Says that operands of the next instruction are unsigned (see `Function::unsigned`).
    pub(super) fn unsigned_operands(&mut self, operands: u16) {
        if operands != 0 {
            self.unsigned.push((self.here(), operands));
        }
    }

    /// The same about an index.
    pub(super) fn indexed_by(&mut self, index: IndexReg) {
        self.unsigned_operands(if index.unsigned { slice_flags::LO } else { 0 });
    }

    /// An instruction.
    pub(super) fn op(&mut self, op: Op, a: u16, b: u16, c: u16) {
        debug_assert_eq!(op.info().ext, 0, "{op:?} has extension words");
        self.push(Instr::new(op, a, b, c));
    }

    /// An instruction with an extension word.
    pub(super) fn op_ext(&mut self, op: Op, a: u16, b: u16, c: u16, ext: Instr) {
        debug_assert_eq!(op.info().ext, 1);
        self.push(Instr::new(op, a, b, c));
        self.code.push(ext);
    }

    /// An instruction with several extension words.
    pub(super) fn op_exts<const N: usize>(&mut self, op: Op, a: u16, b: u16, c: u16, ext: [Instr; N]) {
        debug_assert_eq!(usize::from(op.info().ext), N);
        self.push(Instr::new(op, a, b, c));
        self.code.extend(ext);
    }

    /// An instruction with a 32-bit operand, and perhaps an extension word.
    pub(super) fn op_wide(&mut self, op: Op, a: u16, bc: u32, ext: Option<Instr>) {
        debug_assert_eq!(op.info().ext as usize, ext.is_some() as usize);
        self.push(Instr::wide(op, a, bc));
        self.code.extend(ext);
    }

    /// `dst = src`, `n` slots.
    pub(super) fn mov(&mut self, dst: Reg, src: Reg, n: u16) {
        if dst == src {
            return;
        }
        match n {
            0 => {}
            1 => self.op(Op::Move, dst, src, 0),
            2 => self.op(Op::Move2, dst, src, 0),
            3 => self.op(Op::Move3, dst, src, 0),
            _ => self.op(Op::MoveN, dst, src, n),
        }
    }

    /// The same; what lies at `mark` or above is read by nobody else, so the instruction that has made it may as well write
    /// to `dst`.
    pub(super) fn mov_from(&mut self, dst: Reg, src: Reg, n: u16, mark: Reg) {
        if src < mark || !self.redirect(src, dst, n) {
            self.mov(dst, src, n);
        }
    }

    /// `n` zero slots.
    pub(super) fn zero(&mut self, dst: Reg, n: u16) {
        match n {
            0 => {}
            1 => self.op_wide(Op::LoadInt, dst, 0, None),
            _ => self.op(Op::Zero, dst, n, 0),
        }
    }

    /// A 64-bit constant.
    pub(super) fn constant(&mut self, dst: Reg, value: u64) {
        match i32::try_from(value as i64) {
            Ok(small) => self.op_wide(Op::LoadInt, dst, small as u32, None),
            Err(_) => self.op_ext(Op::LoadConst, dst, 0, 0, Instr(value)),
        }
    }

    // ---- labels ----

    /// A label that is placed later.
    pub(super) fn label(&mut self) -> Label {
        self.labels.push(None);
        Label(self.labels.len() as u32 - 1)
    }

    /// Places a label here.
    pub(super) fn place(&mut self, label: Label) {
        self.labels[label.0 as usize] = Some(self.here());
        self.last = None;
    }

    /// Whether there are jumps to the label.
    pub(super) fn is_wanted(&self, label: Label) -> bool {
        self.fixes.iter().rev().any(|&(_, to, _)| to == label)
    }

    /// A deferred call of the code's own is outstanding from here on; gives its number.
    pub(super) fn begin_outstanding(&mut self, mut site: OpenSite) -> usize {
        site.outstanding.clear();
        self.open.push(site);
        self.go_on_outstanding(self.open.len() - 1);
        self.open.len() - 1
    }

    /// It is again, in the code that follows.
    pub(super) fn go_on_outstanding(&mut self, site: usize) {
        let here = self.here();
        self.open[site].outstanding.push(Outstanding { from: here, to: u32::MAX, is_made: false });
        // What stands in front of here is not to be changed by what follows.
        self.last = None;
    }

    /// It is no longer, if it was; because it is made here, or because its function is over.
    pub(super) fn end_outstanding(&mut self, site: usize, is_made: bool) {
        let here = self.here();
        let outstanding = &mut self.open[site].outstanding;
        match outstanding.last_mut() {
            Some(last) if last.from == here => {
                outstanding.pop();
            }
            Some(last) if last.to == u32::MAX => (last.to, last.is_made) = (here, is_made),
            Some(_) | None => {}
        }
        self.last = None;
    }

    /// The code from `from` on is that of a function which is called at `call`.
    pub(super) fn end_in_place(&mut self, from: u32, func: FuncId, call: Span) {
        self.in_place.push(InPlace { from, to: self.here(), func, call });
    }

    /// Whether the label has been placed.
    pub(super) fn is_placed(&self, label: Label) -> bool {
        self.labels[label.0 as usize].is_some()
    }

    /// A label that is here.
    pub(super) fn label_here(&mut self) -> Label {
        let label = self.label();
        self.place(label);
        label
    }

    /// `Jump` or `Loop`.
    pub(super) fn jump(&mut self, op: Op, label: Label) {
        self.fixes.push((self.here(), label, Fix::Wide));
        self.op_wide(op, 0, 0, None);
    }

    /// A conditional jump, extension words included.
    pub(super) fn branch(&mut self, op: Op, a: u16, b: u16, ext: Option<Instr>, label: Label) {
        if self.long_jumps {
            // Over the jump that is over the jump: needs no inverse of the condition.
            self.push(Instr::new(op, a, b, 1));
            self.code.extend(ext);
            self.op_wide(Op::Jump, 0, 1, None);
            self.jump(Op::Jump, label);
        } else {
            self.fixes.push((self.here(), label, Fix::Short));
            self.push(Instr::new(op, a, b, 0));
            self.code.extend(ext);
        }
    }

    /// How many jumps there are whose places are not known yet.
    pub(super) fn jumps(&self) -> usize {
        self.fixes.len()
    }

    /// Makes the jumps to `top`, from the `from`-th on, back-edges.
    pub(super) fn make_back_edges(&mut self, from: usize, top: Label) {
        for &(pc, label, _) in &self.fixes[from..] {
            let i = self.code[pc as usize];
            if label.0 == top.0
                && let Some(op) = i.op().back_edge()
            {
                self.code[pc as usize] = Instr::new(op, i.a(), i.b(), i.c());
            }
        }
    }

    /// Resolves all jumps. Every label that is jumped to has been placed.
    pub(super) fn finish(&mut self) {
        let fixes = std::mem::take(&mut self.fixes);
        // Where the jumps without condition lead, in the order of their places.
        let jumps: Vec<(u32, u32)> = fixes
            .iter()
            .filter(|(pc, _, fix)| matches!(fix, Fix::Wide) && self.code[*pc as usize].op() == Op::Jump)
            .filter_map(|(pc, label, _)| Some((*pc, self.labels[label.0 as usize]?)))
            .collect();
        for (pc, label, fix) in fixes {
            let Some(first) = self.labels[label.0 as usize] else {
                debug_assert!(false, "a label was never placed");
                continue;
            };
            // A jump to a jump goes on at once, as long as it does not go back.
            let mut target = first;
            while let Ok(at) = jumps.binary_search_by_key(&target, |&(pc, _)| pc)
                && jumps[at].1 > target
            {
                target = jumps[at].1;
            }
            let i = self.code[pc as usize];
            let next = pc as i64 + 1 + i.op().info().ext as i64;
            let distance = target as i64 - next;
            match fix {
                Fix::Short => match i16::try_from(distance).or_else(|_| i16::try_from(first as i64 - next)) {
                    Ok(d) => self.code[pc as usize] = Instr::new(i.op(), i.a(), i.b(), d as u16),
                    Err(_) => self.overflow.jumps = true,
                },
                Fix::Wide => self.code[pc as usize] = Instr::wide(i.op(), i.a(), distance as i32 as u32),
            }
        }
    }
}
