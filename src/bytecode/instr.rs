//! The encoding of instructions.

use super::Op;

/// One instruction word (or extension word), eight bytes.
#[derive(Clone, Copy, PartialEq, Eq)]
#[repr(transparent)]
pub struct Instr(pub u64);

impl Instr {
    /// A place of an inline cache that no type is in.
    pub const NO_TYPE: Instr = Instr(u32::MAX as u64);
    /// How many types the inline cache of an interface call takes; its places follow the first extension word.
    pub const CACHED_TYPES: usize = 4;

    /// An instruction with three operands.
    #[inline]
    pub const fn new(op: Op, a: u16, b: u16, c: u16) -> Instr {
        Instr(op as u64 | (a as u64) << 16 | (b as u64) << 32 | (c as u64) << 48)
    }
    /// An instruction whose operands `b` and `c` are one 32-bit number.
    #[inline]
    pub const fn wide(op: Op, a: u16, bc: u32) -> Instr {
        Instr(op as u64 | (a as u64) << 16 | (bc as u64) << 32)
    }
    /// An extension word `T`: see the table of opcodes.
    #[inline]
    pub const fn ext(id: u32, n: u16, aux: u16) -> Instr {
        Instr(id as u64 | (n as u64) << 32 | (aux as u64) << 48)
    }
    /// The same with another operand `a`.
    #[inline]
    pub const fn with_a(self, a: u16) -> Instr {
        Instr(self.0 & !0xFFFF_0000 | (a as u64) << 16)
    }
    /// The opcode. Extension words have none; the caller knows which word is which.
    #[inline]
    pub fn op(self) -> Op {
        debug_assert!((self.0 as u16 as usize) < Op::ALL.len());
        Op::ALL[self.0 as u16 as usize]
    }
    #[inline]
    pub const fn op_number(self) -> u16 {
        self.0 as u16
    }
    #[inline]
    pub const fn a(self) -> u16 {
        (self.0 >> 16) as u16
    }
    #[inline]
    pub const fn b(self) -> u16 {
        (self.0 >> 32) as u16
    }
    #[inline]
    pub const fn c(self) -> u16 {
        (self.0 >> 48) as u16
    }
    /// Operands `b` and `c` as one number.
    #[inline]
    pub const fn bc(self) -> u32 {
        (self.0 >> 32) as u32
    }
    /// Of an extension word `T`: the id.
    #[inline]
    pub const fn ext_id(self) -> u32 {
        self.0 as u32
    }
    /// Of an extension word `T`: the number of slots.
    #[inline]
    pub const fn ext_n(self) -> u16 {
        self.b()
    }
    /// Of an extension word `T`: the third part.
    #[inline]
    pub const fn ext_aux(self) -> u16 {
        self.c()
    }
}

impl std::fmt::Debug for Instr {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:#018x}", self.0)
    }
}
