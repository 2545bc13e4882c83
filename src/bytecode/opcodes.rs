//! The one table of opcodes: name, operands, effect.
//!
//! Everything that must know an opcode derives from this table: the decoder, the disassembler, the verifier, the
//! liveness analysis of the collector and the reference in the documentation.
//!
//! An instruction is eight bytes: the opcode and three 16-bit operands `a`, `b`, `c`. Some carry one or two *extension
//! words* after them. `R(x)` is the register (8-byte slot) `x` of the current frame; `R(x..n)` are `n` consecutive ones.
//! Values in registers have the *register form*: see `heap`. An extension word written `T` packs
//! `id:32 | n:16 << 32 | aux:16 << 48`, where `id` is an `RTypeId` and `n` its number of slots.
//!
//! Jumps are relative to the instruction after the jump *and its extension words*.

/// What an operand is. Roles that read or write name how many slots, so that liveness can be computed from the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Not used; zero.
    None,
    /// Writes one, two, three slots at the register.
    W1,
    W2,
    W3,
    /// Reads one, two, three slots at the register.
    R1,
    R2,
    R3,
    /// Reads and writes one, three slots.
    RW1,
    RW3,
    /// Writes (reads) as many slots as the first extension word's `n` says.
    WN,
    RN,
    /// A signed, an unsigned 16-bit number.
    Imm,
    Uimm,
    /// A signed 16-bit jump.
    Jump,
    /// In `b`: the low half of a 32-bit signed jump, whose high half is `c`.
    Jump32,
    /// In `b`: the low half of a 32-bit unsigned index (or signed immediate), whose high half is `c`.
    Wide,
    /// Reads or writes that only `effects::effects` knows.
    Special,
}

/// The static description of one opcode.
#[derive(Debug)]
pub struct OpInfo {
    /// The mnemonic, as the disassembler prints it.
    pub name: &'static str,
    /// Roles of `a`, `b`, `c`.
    pub roles: [Role; 3],
    /// How many extension words follow.
    pub ext: u8,
    /// What it does, for the opcode reference.
    pub doc: &'static str,
}

macro_rules! opcodes {
    (($d:tt) $( $(#[doc = $doc:literal])+ $name:ident ( $a:ident, $b:ident, $c:ident ) $(+ $ext:literal)? ; )*) => {
        /// An operation of the machine. The order is that of the table.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[repr(u16)]
        pub enum Op { $( $(#[doc = $doc])+ $name, )* }

        impl Op {
            /// Every opcode, in the order of the table.
            pub const ALL: &'static [Op] = &[$(Op::$name),*];
            const INFO: &'static [OpInfo] = &[$(OpInfo {
                name: stringify!($name),
                roles: [Role::$a, Role::$b, Role::$c],
                ext: 0 $(+ $ext)?,
                doc: concat!($($doc),+),
            }),*];
            /// The description of this opcode.
            #[inline]
            pub fn info(self) -> &'static OpInfo { &Self::INFO[self as usize] }
            /// Extension words by opcode number, for those in a hurry.
            pub const EXT_WORDS: [u8; Self::ALL.len()] = {
                let mut table = [0; Self::ALL.len()];
                let mut i = 0;
                while i < Self::INFO.len() {
                    table[i] = Self::INFO[i].ext;
                    i += 1;
                }
                table
            };
            /// The opcode with this number.
            pub fn from_u16(n: u16) -> Option<Op> { Self::ALL.get(n as usize).copied() }
        }

        /// Hands the names of all opcodes, in the order of the table, to a macro.
        macro_rules! each_opcode {
            ($d with:ident) => { $d with! { $($name)* } };
        }
        pub(crate) use each_opcode;
    };
}

// The dollar sign stands in for itself in the macro that the macro defines.
opcodes! { ($)
    // ---- moves and constants -------------------------------------------------------------------------------------
    /// Does nothing.
    Nop(None, None, None);
    /// The whole code of a function that is not compiled yet: leaves the loop with `Exit::Compile`, and is executed again.
    Compile(None, None, None);
    /// R(a) = R(b)
    Move(W1, R1, None);
    /// R(a..2) = R(b..2)
    Move2(W2, R2, None);
    /// R(a..3) = R(b..3)
    Move3(W3, R3, None);
    /// R(a..c) = R(b..c), the ranges may overlap
    MoveN(Special, Special, Uimm);
    /// R(a) = sign-extended 32-bit immediate in b,c
    LoadInt(W1, Wide, None);
    /// R(a) = extension word
    LoadConst(W1, None, None) + 1;
    /// R(a..2) = string constant b,c of the program's pool (address, length)
    LoadString(W2, Wide, None);
    /// R(a..b) = 0
    Zero(Special, Uimm, None);
    /// R(a) = address of global b,c
    GlobalAddr(W1, Wide, None);
    /// R(a) = 64-bit word of global b,c
    LoadGlobal(W1, Wide, None);
    /// 64-bit scalar word of global b,c = R(a)
    StoreGlobal(R1, Wide, None);
    /// R(a) = the static closure of function b,c
    LoadFunc(W1, Wide, None);

    // ---- integers ------------------------------------------------------------------------------------------------
    /// R(a) = R(b) + R(c), 64-bit, wrapping
    AddInt(W1, R1, R1);
    /// R(a) = R(b) - R(c)
    SubInt(W1, R1, R1);
    /// R(a) = R(b) * R(c)
    MulInt(W1, R1, R1);
    /// R(a) = R(b) / R(c), signed, truncated; panics on zero; MIN / -1 = MIN
    DivInt(W1, R1, R1);
    /// R(a) = R(b) % R(c), signed; panics on zero; MIN % -1 = 0
    RemInt(W1, R1, R1);
    /// R(a) = R(b) / R(c), unsigned; panics on zero
    DivUint(W1, R1, R1);
    /// R(a) = R(b) % R(c), unsigned; panics on zero
    RemUint(W1, R1, R1);
    /// R(a) = R(b) & R(c)
    And(W1, R1, R1);
    /// R(a) = R(b) | R(c)
    Or(W1, R1, R1);
    /// R(a) = R(b) ^ R(c)
    Xor(W1, R1, R1);
    /// R(a) = R(b) &^ R(c)
    AndNot(W1, R1, R1);
    /// R(a) = R(b) << R(c); the count is unsigned, 64 or more gives 0
    Shl(W1, R1, R1);
    /// R(a) = R(b) >> R(c), arithmetic; the count is unsigned, 64 or more gives the sign
    ShrInt(W1, R1, R1);
    /// R(a) = R(b) >> R(c), logical; the count is unsigned, 64 or more gives 0
    ShrUint(W1, R1, R1);
    /// panics "negative shift amount" when R(a) < 0, signed
    CheckShift(R1, None, None);
    /// R(a) = R(b) + c (signed immediate)
    AddImm(W1, R1, Imm);
    /// R(a) = R(b) * c
    MulImm(W1, R1, Imm);
    /// R(a) = R(b) * R(c) + R(x), 64-bit, wrapping; x is the extension word
    MulAddInt(W1, R1, R1) + 1;
    /// R(a) = R(b) * c + R(x), 64-bit, wrapping; x is the extension word
    MulImmAddInt(W1, R1, Imm) + 1;
    /// R(a) = R(b) / c, signed; c is not 0 or -1
    DivImm(W1, R1, Imm);
    /// R(a) = R(b) % c, signed; c is not 0 or -1
    RemImm(W1, R1, Imm);
    /// R(a) = R(b) / c, unsigned; c is positive
    DivUintImm(W1, R1, Imm);
    /// R(a) = R(b) % c, unsigned; c is positive
    RemUintImm(W1, R1, Imm);
    /// R(a) = R(b) / 2^c, signed; c is from 1 to 62
    DivPower(W1, R1, Imm);
    /// R(a) = R(b) % 2^c, signed; c is from 1 to 62
    RemPower(W1, R1, Imm);
    /// R(a) = R(b) & c (sign-extended)
    AndImm(W1, R1, Imm);
    /// R(a) = R(b) << c, c < 64
    ShlImm(W1, R1, Uimm);
    /// R(a) = R(b) >> c, arithmetic, c < 64
    ShrIntImm(W1, R1, Uimm);
    /// R(a) = R(b) >> c, logical, c < 64
    ShrUintImm(W1, R1, Uimm);
    /// R(a) = -R(b)
    NegInt(W1, R1, None);
    /// R(a) = ^R(b)
    Complement(W1, R1, None);
    /// R(a) = 1 - R(b), for booleans
    Not(W1, R1, None);
    /// R(a) = R(b) sign-extended from 8 bits
    ExtI8(W1, R1, None);
    /// R(a) = R(b) sign-extended from 16 bits
    ExtI16(W1, R1, None);
    /// R(a) = R(b) sign-extended from 32 bits
    ExtI32(W1, R1, None);
    /// R(a) = R(b) zero-extended from 8 bits
    ExtU8(W1, R1, None);
    /// R(a) = R(b) zero-extended from 16 bits
    ExtU16(W1, R1, None);
    /// R(a) = R(b) zero-extended from 32 bits
    ExtU32(W1, R1, None);
    /// R(a) = sign-extended low 32 bits of R(b) + R(c)
    AddInt32(W1, R1, R1);
    /// R(a) = zero-extended low 32 bits of R(b) + R(c)
    AddUint32(W1, R1, R1);
    /// R(a) = zero-extended low 32 bits of R(b) * R(c)
    MulUint32(W1, R1, R1);
    /// R(a) = number of leading zero bits of R(b)
    LeadingZeros(W1, R1, None);
    /// R(a) = number of trailing zero bits of R(b), 64 for zero
    TrailingZeros(W1, R1, None);
    /// R(a) = number of one bits of R(b)
    OnesCount(W1, R1, None);
    /// R(a..2) = the 128-bit product of R(b) and R(c), unsigned: high word, low word
    MulHiLo(W2, R1, R1);

    // ---- floating point --------------------------------------------------------------------------------------------
    /// R(a) = R(b) + R(c), float64
    AddFloat(W1, R1, R1);
    /// R(a) = R(b) - R(c), float64
    SubFloat(W1, R1, R1);
    /// R(a) = R(b) * R(c), float64
    MulFloat(W1, R1, R1);
    /// R(a) = R(b) / R(c), float64
    DivFloat(W1, R1, R1);
    /// R(a) = R(b) * R(c) + R(x), float64, rounded twice; x is the extension word
    MulAddFloat(W1, R1, R1) + 1;
    /// R(a) = R(b) * R(c) - R(x), float64, rounded twice; x is the extension word
    MulSubFloat(W1, R1, R1) + 1;
    /// R(a) = R(x) - R(b) * R(c), float64, rounded twice; x is the extension word
    SubMulFloat(W1, R1, R1) + 1;
    /// R(a) = -R(b), float64
    NegFloat(W1, R1, None);
    /// R(a) = R(b) + R(c), float32
    AddFloat32(W1, R1, R1);
    /// R(a) = R(b) - R(c), float32
    SubFloat32(W1, R1, R1);
    /// R(a) = R(b) * R(c), float32
    MulFloat32(W1, R1, R1);
    /// R(a) = R(b) / R(c), float32
    DivFloat32(W1, R1, R1);
    /// R(a) = -R(b), float32
    NegFloat32(W1, R1, None);
    /// R(a) = square root of R(b), float64
    Sqrt(W1, R1, None);
    /// R(a) = absolute value of R(b), float64
    AbsFloat(W1, R1, None);
    /// R(a) = largest integer value not above R(b), float64
    Floor(W1, R1, None);
    /// R(a..2) = R(b..2) * R(c..2), complex128
    MulComplex(W2, R2, R2);
    /// R(a..2) = R(b..2) / R(c..2), complex128, as Go divides
    DivComplex(W2, R2, R2);
    /// R(a..2) = R(b..2) * R(c..2), complex64
    MulComplex64(W2, R2, R2);
    /// R(a..2) = R(b..2) / R(c..2), complex64: computed in complex128 and rounded
    DivComplex64(W2, R2, R2);

    // ---- conversions between numbers -------------------------------------------------------------------------------
    /// R(a) = float64 of signed R(b)
    IntToFloat(W1, R1, None);
    /// R(a) = float64 of unsigned R(b)
    UintToFloat(W1, R1, None);
    /// R(a) = signed 64-bit of float64 R(b), truncated; out of range or NaN gives MIN, as on amd64
    FloatToInt(W1, R1, None);
    /// R(a) = signed 32-bit of float64 R(b), truncated; out of range or NaN gives the smallest, as on amd64
    FloatToInt32(W1, R1, None);
    /// R(a) = unsigned 64-bit of float64 R(b), as Go on amd64
    FloatToUint(W1, R1, None);
    /// R(a) = float32 of float64 R(b)
    FloatToFloat32(W1, R1, None);
    /// R(a) = float64 of float32 R(b)
    Float32ToFloat(W1, R1, None);
    /// R(a) = float32 of signed R(b), rounded once
    IntToFloat32(W1, R1, None);
    /// R(a) = float32 of unsigned R(b), rounded once
    UintToFloat32(W1, R1, None);

    // ---- comparison to a boolean -----------------------------------------------------------------------------------
    /// R(a) = R(b) == R(c), one word
    EqInt(W1, R1, R1);
    /// R(a) = R(b) != R(c), one word
    NeInt(W1, R1, R1);
    /// R(a) = R(b) < R(c), signed
    LtInt(W1, R1, R1);
    /// R(a) = R(b) <= R(c), signed
    LeInt(W1, R1, R1);
    /// R(a) = R(b) < R(c), unsigned
    LtUint(W1, R1, R1);
    /// R(a) = R(b) <= R(c), unsigned
    LeUint(W1, R1, R1);
    /// R(a) = R(b) == R(c), float64
    EqFloat(W1, R1, R1);
    /// R(a) = R(b) < R(c), float64
    LtFloat(W1, R1, R1);
    /// R(a) = R(b) <= R(c), float64
    LeFloat(W1, R1, R1);
    /// R(a) = R(b) == R(c), float32
    EqFloat32(W1, R1, R1);
    /// R(a) = R(b) < R(c), float32
    LtFloat32(W1, R1, R1);
    /// R(a) = R(b) <= R(c), float32
    LeFloat32(W1, R1, R1);
    /// R(a) = R(b..2) == R(c..2), strings
    EqString(W1, R2, R2);
    /// R(a) = R(b..2) < R(c..2), strings
    LtString(W1, R2, R2);
    /// R(a) = R(b..2) <= R(c..2), strings
    LeString(W1, R2, R2);
    /// R(a) = R(b..2) == R(c..2), interfaces; panics when the equal dynamic types are not comparable
    EqIface(W1, R2, R2);
    /// R(a) = R(b..n) == R(c..n), values of type T (structs and small arrays in register form)
    EqValue(W1, RN, RN) + 1;
    /// R(a) = memory at R(b) == memory at R(c), values of type T (indirect values)
    EqMem(W1, R1, R1) + 1;

    // ---- jumps -----------------------------------------------------------------------------------------------------
    /// jump by b,c
    Jump(None, Jump32, None);
    /// jump back by b,c: a source loop's back-edge; spends one of the budget; a safepoint
    Loop(None, Jump32, None);
    /// jump by c if R(a) != 0
    JumpTrue(R1, None, Jump);
    /// jump by c if R(a) == 0
    JumpFalse(R1, None, Jump);
    /// jump by c if the boolean R(a..2)[R(b)] is true
    JumpElemTrue(R2, R1, Jump);
    /// jump by c if the boolean R(a..2)[R(b)] is false
    JumpElemFalse(R2, R1, Jump);
    /// jump by c if somebody watches all that happens
    JumpWatched(None, None, Jump);
    /// jump by c if a receive from R(a) would wait; where all is watched, the select behind finds out
    JumpUnlessRecv(R1, None, Jump);
    /// jump by c if a send to R(a) would wait; likewise
    JumpUnlessSend(R1, None, Jump);
    /// back-edge: jump by c if the boolean R(a..2)[R(b)] is true, and spend one of the budget; a safepoint
    LoopElemTrue(R2, R1, Jump);
    /// back-edge: jump by c if the boolean R(a..2)[R(b)] is false, and spend one of the budget; a safepoint
    LoopElemFalse(R2, R1, Jump);
    /// back-edge: if R(a) != 0, jump by c and spend one of the budget; a safepoint
    LoopTrue(R1, None, Jump);
    /// jump by c if R(a) == R(b)
    JumpEqInt(R1, R1, Jump);
    /// jump by c if R(a) != R(b)
    JumpNeInt(R1, R1, Jump);
    /// jump by c if R(a) < R(b), signed
    JumpLtInt(R1, R1, Jump);
    /// jump by c if R(a) <= R(b), signed
    JumpLeInt(R1, R1, Jump);
    /// jump by c if R(a) < R(b), unsigned
    JumpLtUint(R1, R1, Jump);
    /// jump by c if R(a) <= R(b), unsigned
    JumpLeUint(R1, R1, Jump);
    /// jump by c if R(a) == immediate b
    JumpEqImm(R1, Imm, Jump);
    /// jump by c if R(a) != immediate b
    JumpNeImm(R1, Imm, Jump);
    /// jump by c if R(a) < immediate b, signed
    JumpLtImm(R1, Imm, Jump);
    /// jump by c if R(a) <= immediate b, signed
    JumpLeImm(R1, Imm, Jump);
    /// jump by c if R(a) > immediate b, signed
    JumpGtImm(R1, Imm, Jump);
    /// jump by c if R(a) >= immediate b, signed
    JumpGeImm(R1, Imm, Jump);
    /// jump by c if R(a) has one of the bits of immediate b
    JumpBits(R1, Imm, Jump);
    /// jump by c if R(a) has none of the bits of immediate b
    JumpNoBits(R1, Imm, Jump);
    /// jump by c if R(b) divides R(a), signed; panics if R(b) is 0
    JumpDivides(R1, R1, Jump);
    /// jump by c if R(b) does not divide R(a), signed; panics if R(b) is 0
    JumpNotDivides(R1, R1, Jump);
    /// jump by c if immediate b, more than 1, divides R(a), signed
    JumpDividesImm(R1, Imm, Jump);
    /// jump by c if immediate b, more than 1, does not divide R(a), signed
    JumpNotDividesImm(R1, Imm, Jump);
    /// jump by c if R(a) == R(b), float64
    JumpEqFloat(R1, R1, Jump);
    /// jump by c unless R(a) == R(b), float64
    JumpNeFloat(R1, R1, Jump);
    /// jump by c if R(a) < R(b), float64
    JumpLtFloat(R1, R1, Jump);
    /// jump by c if R(a) <= R(b), float64
    JumpLeFloat(R1, R1, Jump);
    /// jump by c unless R(a) < R(b), float64 (true for NaN)
    JumpNotLtFloat(R1, R1, Jump);
    /// jump by c unless R(a) <= R(b), float64 (true for NaN)
    JumpNotLeFloat(R1, R1, Jump);
    /// jump by c if R(a..2) == R(b..2), strings
    JumpEqString(R2, R2, Jump);
    /// jump by c if R(a..2) != R(b..2), strings
    JumpNeString(R2, R2, Jump);
    /// back-edge: jump by c if R(a) has one of the bits of immediate b, and spend one of the budget; a safepoint
    LoopBits(R1, Imm, Jump);
    /// back-edge: jump by c if R(a) has none of the bits of immediate b, and spend one of the budget; a safepoint
    LoopNoBits(R1, Imm, Jump);
    /// back-edge: jump by c if R(b) divides R(a), signed; panics if R(b) is 0, and spend one of the budget; a safepoint
    LoopDivides(R1, R1, Jump);
    /// back-edge: jump by c if R(b) does not divide R(a), signed; panics if R(b) is 0, and spend one of the budget; a safepoint
    LoopNotDivides(R1, R1, Jump);
    /// back-edge: jump by c if immediate b, more than 1, divides R(a), signed, and spend one of the budget; a safepoint
    LoopDividesImm(R1, Imm, Jump);
    /// back-edge: jump by c if immediate b, more than 1, does not divide R(a), signed, and spend one of the budget; a safepoint
    LoopNotDividesImm(R1, Imm, Jump);
    /// back-edge: if R(a) < R(b), signed, jump by c (negative) and spend one of the budget; a safepoint
    LoopLtInt(R1, R1, Jump);
    /// back-edge: jump by c if R(a) == 0, and spend one of the budget; a safepoint
    LoopFalse(R1, None, Jump);
    /// back-edge: jump by c if R(a) == R(b), and spend one of the budget; a safepoint
    LoopEqInt(R1, R1, Jump);
    /// back-edge: jump by c if R(a) != R(b), and spend one of the budget; a safepoint
    LoopNeInt(R1, R1, Jump);
    /// back-edge: jump by c if R(a) <= R(b), signed, and spend one of the budget; a safepoint
    LoopLeInt(R1, R1, Jump);
    /// back-edge: jump by c if R(a) < R(b), unsigned, and spend one of the budget; a safepoint
    LoopLtUint(R1, R1, Jump);
    /// back-edge: jump by c if R(a) <= R(b), unsigned, and spend one of the budget; a safepoint
    LoopLeUint(R1, R1, Jump);
    /// back-edge: jump by c if R(a) == immediate b, and spend one of the budget; a safepoint
    LoopEqImm(R1, Imm, Jump);
    /// back-edge: jump by c if R(a) != immediate b, and spend one of the budget; a safepoint
    LoopNeImm(R1, Imm, Jump);
    /// back-edge: jump by c if R(a) < immediate b, signed, and spend one of the budget; a safepoint
    LoopLtImm(R1, Imm, Jump);
    /// back-edge: jump by c if R(a) <= immediate b, signed, and spend one of the budget; a safepoint
    LoopLeImm(R1, Imm, Jump);
    /// back-edge: jump by c if R(a) > immediate b, signed, and spend one of the budget; a safepoint
    LoopGtImm(R1, Imm, Jump);
    /// back-edge: jump by c if R(a) >= immediate b, signed, and spend one of the budget; a safepoint
    LoopGeImm(R1, Imm, Jump);
    /// back-edge: jump by c if R(a) == R(b), float64, and spend one of the budget; a safepoint
    LoopEqFloat(R1, R1, Jump);
    /// back-edge: jump by c unless R(a) == R(b), float64, and spend one of the budget; a safepoint
    LoopNeFloat(R1, R1, Jump);
    /// back-edge: jump by c if R(a) < R(b), float64, and spend one of the budget; a safepoint
    LoopLtFloat(R1, R1, Jump);
    /// back-edge: jump by c if R(a) <= R(b), float64, and spend one of the budget; a safepoint
    LoopLeFloat(R1, R1, Jump);
    /// back-edge: jump by c unless R(a) < R(b), float64 (true for NaN), and spend one of the budget; a safepoint
    LoopNotLtFloat(R1, R1, Jump);
    /// back-edge: jump by c unless R(a) <= R(b), float64 (true for NaN), and spend one of the budget; a safepoint
    LoopNotLeFloat(R1, R1, Jump);
    /// back-edge: jump by c if R(a..2) == R(b..2), strings, and spend one of the budget; a safepoint
    LoopEqString(R2, R2, Jump);
    /// back-edge: jump by c if R(a..2) != R(b..2), strings, and spend one of the budget; a safepoint
    LoopNeString(R2, R2, Jump);
    /// back-edge: R(a) += 1; if R(a) < R(b), signed, jump by c and spend one of the budget; a safepoint
    IncLoopLtInt(RW1, R1, Jump);
    /// back-edge: R(a) += 1; if R(a) <= R(b), signed, jump by c and spend one of the budget; a safepoint
    IncLoopLeInt(RW1, R1, Jump);
    /// back-edge: R(a) += R(b); if R(a) < R(x), signed, jump by c and spend one of the budget; a safepoint. The extension
    /// word is x
    AddLoopLtInt(RW1, R1, Jump) + 1;
    /// make jump R(a) + c of the b jumps behind it; with a number that has none, go on behind them
    JumpTable(R1, Uimm, Imm);

    // ---- memory: pointer in b (loads) or a (stores), byte offset in c; a nil pointer panics ---------------------------
    /// R(a) = sign-extended 8-bit at R(b)+c
    LoadI8(W1, R1, Uimm);
    /// R(a) = sign-extended 16-bit at R(b)+c
    LoadI16(W1, R1, Uimm);
    /// R(a) = sign-extended 32-bit at R(b)+c
    LoadI32(W1, R1, Uimm);
    /// R(a) = zero-extended 8-bit at R(b)+c
    LoadU8(W1, R1, Uimm);
    /// R(a) = zero-extended 16-bit at R(b)+c
    LoadU16(W1, R1, Uimm);
    /// R(a) = zero-extended 32-bit at R(b)+c
    LoadU32(W1, R1, Uimm);
    /// R(a) = 64-bit word (scalar or pointer) at R(b)+c
    Load(W1, R1, Uimm);
    /// R(a..2) = two words at R(b)+c: a string, an interface, a struct of two words
    Load2(W2, R1, Uimm);
    /// R(a..3) = three words at R(b)+c: a slice, a struct of three words
    Load3(W3, R1, Uimm);
    /// R(a..n) = the value of type T at R(b)+c, by its cells; for an indirect T: nothing is loaded this way
    LoadValue(WN, R1, Uimm) + 1;
    /// 8-bit at R(a)+c = R(b)
    Store8(R1, R1, Uimm);
    /// 16-bit at R(a)+c = R(b)
    Store16(R1, R1, Uimm);
    /// 32-bit at R(a)+c = R(b)
    Store32(R1, R1, Uimm);
    /// 64-bit scalar at R(a)+c = R(b)
    Store(R1, R1, Uimm);
    /// 64-bit integer at R(a)+c += R(b)
    AddMem(R1, R1, Uimm);
    /// 64-bit integer at R(a)+c += b (signed immediate)
    AddMemImm(R1, Imm, Uimm);
    /// pointer at R(a)+c = R(b)
    StorePtr(R1, R1, Uimm);
    /// two words at R(a)+c = R(b..2)
    Store2(R1, R2, Uimm);
    /// three words at R(a)+c = R(b..3)
    Store3(R1, R3, Uimm);
    /// the value of type T at R(a)+c = R(b..n), by its cells
    StoreValue(R1, RN, Uimm) + 1;
    /// R(a) = R(b) + c, a field's address; panics when R(b) is nil
    FieldAddr(W1, R1, Uimm);
    /// R(a) = R(b) + extension word; panics when R(b) is nil
    FieldAddrWide(W1, R1, None) + 1;
    /// panics when R(a) is nil
    NilCheck(R1, None, None);
    /// R(a) = address of a new zeroed object of type T
    New(W1, None, None) + 1;
    /// the same for a type without pointers, whose objects are of size class b, which has c bytes each
    NewPlain(W1, Uimm, Uimm) + 1;
    /// the same for a type with pointers; the second extension word is the header of its objects
    NewScanned(W1, Uimm, Uimm) + 2;
    /// R(a) = address of a new object of type T, a copy of the memory at R(b); panics when R(b) is nil
    Clone(W1, R1, None) + 1;
    /// copies a value of type T from the memory at R(b) to that at R(a); they may overlap; panics on nil
    CopyMem(R1, R1, None) + 1;
    /// zeroes the value of type T at R(a)
    ZeroMem(R1, None, None) + 1;

    // ---- slices, arrays, strings: index in c (loads) or b (stores), checked; "index out of range [i] with length n" ----
    /// R(a) = R(b..2)[R(c)] for 8-bit signed elements (b is a slice: address, length)
    ElemI8(W1, R2, R1);
    /// ... 16-bit signed
    ElemI16(W1, R2, R1);
    /// ... 32-bit signed
    ElemI32(W1, R2, R1);
    /// ... 8-bit unsigned; also the byte of a string
    ElemU8(W1, R2, R1);
    /// ... 16-bit unsigned
    ElemU16(W1, R2, R1);
    /// ... 32-bit unsigned
    ElemU32(W1, R2, R1);
    /// ... 64-bit words
    Elem(W1, R2, R1);
    /// R(a) = R(b..2)[c], 64-bit words
    ElemConst(W1, R2, Uimm);
    /// R(a) = R(b..2)[R(c) + extension word], 64-bit words
    ElemSum(W1, R2, R1) + 1;
    /// R(a) = R(b..2)[c], 8-bit unsigned
    ElemConstU8(W1, R2, Uimm);
    /// R(a) = R(b..2)[R(c) + extension word], 8-bit unsigned
    ElemSumU8(W1, R2, R1) + 1;
    /// R(a..2) = R(b..2)[R(c)] for two-word elements (string, interface)
    Elem2(W2, R2, R1);
    /// R(a..3) = R(b..2)[R(c)] for slices
    Elem3(W3, R2, R1);
    /// R(a) = address of R(b..2)[R(c)]; the extension word is the element's size
    ElemAddr(W1, R2, R1) + 1;
    /// R(a..2)[R(b)] = R(c), 8-bit elements
    SetElem8(R2, R1, R1);
    /// ... 16-bit
    SetElem16(R2, R1, R1);
    /// ... 32-bit
    SetElem32(R2, R1, R1);
    /// ... 64-bit scalars
    SetElem(R2, R1, R1);
    /// 64-bit integer in slice R(a..2) at index R(b) += R(c)
    AddElem(R2, R1, R1);
    /// 64-bit integer in slice R(a..2) at index R(b) += c (signed immediate)
    AddElemImm(R2, R1, Imm);
    /// ... pointers
    SetElemPtr(R2, R1, R1);
    /// R(a..2)[R(b)] = R(c..2), elements of two words
    SetElem2(R2, R1, R2);
    /// R(a..2)[R(b)] = R(c..3), elements of three words
    SetElem3(R2, R1, R3);
    /// panics unless R(a) < R(b), unsigned: index R(a), length R(b)
    CheckIndex(R1, R1, None);
    /// R(a) = 64-bit element R(c) of the array at R(b); the extension word is its length; nil panics
    ArrayElem(W1, R1, R1) + 1;
    /// R(a) = zero-extended 8-bit element R(c) of the array at R(b); the extension word is its length
    ArrayElemU8(W1, R1, R1) + 1;
    /// R(a) = sign-extended 32-bit element R(c) of the array at R(b); the extension word is its length
    ArrayElemI32(W1, R1, R1) + 1;
    /// 64-bit scalar element R(b) of the array at R(a) = R(c); the extension word is its length
    SetArrayElem(R1, R1, R1) + 1;
    /// 8-bit element R(b) of the array at R(a) = R(c); the extension word is its length
    SetArrayElem8(R1, R1, R1) + 1;
    /// 32-bit element R(b) of the array at R(a) = R(c); the extension word is its length
    SetArrayElem32(R1, R1, R1) + 1;
    /// R(a) = address of element R(c) of the array at R(b); first extension word: length, second: element size
    ArrayElemAddr(W1, R1, R1) + 2;
    /// R(a..3) = R(b..3)[lo:hi:max]; R(c..3) are lo, hi, max; extension: element size:32 | flags:16 << 32 (1 lo, 2 hi, 4 max given)
    SliceSlice(W3, R3, Special) + 1;
    /// R(a..2) = R(b..2)[lo:hi]; R(c..2) are lo, hi; extension: flags:16 << 32
    SliceString(W2, R2, Special) + 1;
    /// R(a..3) = array at R(b) [lo:hi:max]; R(c..3); first extension as SliceSlice, second: length; nil panics
    SliceArray(W3, R1, Special) + 2;
    /// R(a..3) = make([]T, R(b), R(c)), T the element type; Go's panics
    MakeSlice(W3, R1, R1) + 1;
    /// R(a..3) = append(R(b..3), R(c)) for elements of one 64-bit word of type T, aux as for AppendRoom
    AppendWord(W3, R3, R1) + 1;
    /// R(a..3) = append(R(b..3), R(c..2)) for elements of two words of type T, aux as for AppendRoom
    AppendPair(W3, R3, R2) + 1;
    /// R(a..3) = append(R(b..3), byte R(c)); T is the element type, of size 1, aux as for AppendRoom
    AppendByte(W3, R3, R1) + 1;
    /// *(R(a) + c) = append(*(R(a) + c), R(b)) for elements of one 64-bit word of type T; nil panics
    AppendWordMem(R1, R1, Uimm) + 1;
    /// *(R(a) + c) = append(*(R(a) + c), R(b..2)) for elements of two words of type T; nil panics
    AppendPairMem(R1, R2, Uimm) + 1;
    /// *(R(a) + c) = append(*(R(a) + c), byte R(b)); T is the element type, of size 1; nil panics
    AppendByteMem(R1, R1, Uimm) + 1;
    /// *(R(a) + c) = append(*(R(a) + c), value R(b..n)) for elements of any type T; nil panics
    AppendValueMem(R1, RN, Uimm) + 1;
    /// *(R(a) + c) = append(*(R(a) + c), string R(b..2)...); T is the element type, of size 1; nil panics
    AppendStringMem(R1, R2, Uimm) + 1;
    /// R(a..3) = R(b..3) with room for c more elements of type T, as for a slice that Go keeps on the stack: by aux x (see
    /// `room`), where R(x) tells whether room was made before. c = 0: as it is when Go moves it to the heap
    AppendRoom(W3, R3, Uimm) + 1;
    /// R(a..3) = append(R(b..3), k values in register form, consecutive from R(c)); T the element type, aux = k
    AppendValues(W3, R3, Special) + 1;
    /// R(a..3) = append(R(b..3), R(c..3)...); T the element type
    AppendSlice(W3, R3, R3) + 1;
    /// R(a..3) = append(R(b..3), string R(c..2)...); T the element type
    AppendString(W3, R3, R2) + 1;
    /// R(a) = copy(R(b..3), R(c..3)); T the element type
    CopySlice(W1, R3, R3) + 1;
    /// R(a) = copy(R(b..3), string R(c..2))
    CopyString(W1, R3, R2);
    /// clear(R(a..3)), T the element type
    ClearSlice(R3, None, None) + 1;
    /// R(a) = pointer to the array of the slice R(b..3), c unused; the extension word is the array's length; Go's panic if too short
    SliceToArray(W1, R3, None) + 1;

    // ---- strings -----------------------------------------------------------------------------------------------------
    /// R(a..2) = R(b..2) + R(c..2)
    Concat(W2, R2, R2);
    /// R(a..2) = the concatenation of c strings, consecutive from R(b)
    ConcatN(W2, Special, Uimm);
    /// R(a..2) = string(byte slice R(b..3))
    BytesToString(W2, R3, None);
    /// R(a..3) = []byte(string R(b..2)), with room behind them as in Go unless c is 1
    StringToBytes(W3, R2, Uimm);
    /// R(a..2) = string(rune slice R(b..3))
    RunesToString(W2, R3, None);
    /// R(a..3) = []rune(string R(b..2)), with room behind them as in Go unless c is 1
    StringToRunes(W3, R2, Uimm);
    /// R(a..2) = string(rune R(b)), signed 64-bit; out of range gives U+FFFD
    RuneToString(W2, R1, None);
    /// range over string R(b..2): R(a) is the byte position of the next rune; at the end jumps by c; else
    /// R(a+1) = rune, R(a+2) = position after it
    RangeString(Special, R2, Jump);

    // ---- interfaces --------------------------------------------------------------------------------------------------
    /// R(a..2) = interface holding the value R(b..n) of concrete type T (boxed when it needs to be); its aux: see `data_word`
    MakeIface(W2, RN, None) + 1;
    /// R(a..2) = interface holding the value of indirect type T whose cell R(b) is given up by the caller
    MakeIfaceBox(W2, R1, None) + 1;
    /// R(a..n) = the value of concrete type T in the interface R(b..2); another dynamic type panics; aux: see `data_word`; ext 2: static
    /// interface type
    AssertType(WN, R2, None) + 2;
    /// as AssertType, but gives the zero value and R(c) = 0, or the value and R(c) = 1
    AssertTypeOk(WN, R2, W1) + 2;
    /// R(a..2) = R(b..2), which must be non-nil and implement interface type T, else panics; ext 2: static interface type
    AssertIface(W2, R2, None) + 2;
    /// R(a..2) = R(b..2) and R(c) = 1, or zero and 0
    AssertIfaceOk(W2, R2, W1) + 2;
    /// jump by c unless the interface R(a..2) has the concrete dynamic type T
    JumpNotType(R2, None, Jump) + 1;
    /// jump by c unless the interface R(a..2) is non-nil and implements interface T
    JumpNotIface(R2, None, Jump) + 1;

    // ---- maps: ext 1 is M = map rtype:32 | key slots:16 << 32 | value slots:16 << 48 -----------------------------------
    /// R(a) = make(map M) with room for R(b)
    MakeMap(W1, R1, None) + 1;
    /// R(a..v) = R(b)[R(c..k)] or zero; a nil map is empty
    MapGet(Special, R1, Special) + 1;
    /// as MapGet, and R(a+v) = present
    MapGetOk(Special, R1, Special) + 1;
    /// MapGet for integer keys of one word
    MapGetInt(Special, R1, R1) + 1;
    /// MapGet for string keys
    MapGetString(Special, R1, R2) + 1;
    /// as MapGetInt, and R(a+v) = present
    MapGetOkInt(Special, R1, R1) + 1;
    /// as MapGetString, and R(a+v) = present
    MapGetOkString(Special, R1, R2) + 1;
    /// R(a)[R(b..k)] = R(c..v); nil map panics
    MapSet(R1, Special, Special) + 1;
    /// MapSet for integer keys of one word
    MapSetInt(R1, R1, Special) + 1;
    /// MapSet for string keys
    MapSetString(R1, R2, Special) + 1;
    /// R(a) = the address of the value of R(b)[R(c..k)], in an entry that is made if there is none; nil map panics
    MapEntry(W1, R1, Special) + 1;
    /// MapEntry for integer keys of one word
    MapEntryInt(W1, R1, R1) + 1;
    /// MapEntry for string keys
    MapEntryString(W1, R1, R2) + 1;
    /// delete(R(a), R(b..k))
    MapDelete(R1, Special, None) + 1;
    /// R(a) = len(map R(b))
    MapLen(W1, R1, None);
    /// clear(map R(a))
    MapClear(R1, None, None) + 1;
    /// R(a) = a new iterator object over map R(b) (nil allowed), started at the seeded entry
    MapIter(W1, R1, None) + 1;
    /// next entry of iterator R(a): R(b..k) = key, R(b+k..v) = value, or jump by c at the end. The slots of a
    /// value that is not wanted are still written.
    MapNext(R1, Special, Jump) + 1;

    // ---- channels and select -------------------------------------------------------------------------------------------
    /// R(a) = make(chan T, R(b)), T the channel type; c is the site (see `Program::site`)
    MakeChan(W1, R1, Uimm) + 1;
    /// R(a) <- R(b..n), T the element type; may park
    Send(R1, RN, None) + 1;
    /// R(a..n) = <-R(b), T the element type; may park
    Recv(WN, R1, None) + 1;
    /// R(a..n) = <-R(b), R(c) = ok; may park
    RecvOk(WN, R1, W1) + 1;
    /// R(a..n) = <-R(b), R(c) = ok; may park; then `LoopTrue R(c)`, which follows: a value that is there needs only one
    /// instruction
    RecvLoop(WN, R1, W1) + 1;
    /// close(R(a)); b is the site
    CloseChan(R1, Uimm, None);
    /// R(a) = len(chan R(b))
    ChanLen(W1, R1, None);
    /// R(a) = cap(chan R(b))
    ChanCap(W1, R1, None);
    /// R(a) = the chosen case of select table b (see `Function::selects`), whose receive cases write their registers;
    /// -1 for default; may park
    Select(W1, Special, None);

    // ---- calls -----------------------------------------------------------------------------------------------------------
    // The window of a call is at a: three header slots, then the results, then the arguments. The callee's frame
    // begins at R(a + 3). Registers above the window are dead during the call.
    /// spends one of the budget, for a call that is made in place; a safepoint
    Spend(None, None, None);
    /// calls function b,c with the window at a
    Call(Special, Wide, None);
    /// goes on as function b,c in this frame: its results and parameters are where this function's are, from R(0) on
    TailCall(None, Wide, None);
    /// calls the closure R(b) (nil panics) with the window at a; the extension word is T, the signature's rtype
    CallClosure(Special, R1, None) + 1;
    /// calls a method of the interface R(b..2) (nil panics), whose data word becomes the first argument, at a + 3 + c
    /// (c = result slots); ext 1: method name id:32 | signature rtype:32 << 32; the others: inline cache (rtype:32 | function:32)
    CallIface(Special, R2, Uimm) + 5;
    /// calls native b,c with the window at a (no header is written); the extension word is T, the signature's rtype
    CallNative(Special, Wide, None) + 1;
    /// runs native b,c, which may block, for this function, its stub; T is its type. R(a) = 0, or the ticket of its stack. When it
    /// is over, its results are in R(0..), and this function returns; may park, and is executed again then
    RunNative(RW1, Wide, None) + 1;
    /// returns; the results are in R(0..)
    Return(Special, None, None);
    /// R(0) = R(a), and returns
    Return1(R1, None, None);
    /// R(0..2) = R(a..2), and returns
    Return2(R2, None, None);
    /// R(a) = a new closure of function b,c, whose captured slots are copied from R(x..n): extension: x:16 | n:16 << 16 |
    /// layout id:32 << 32
    MakeClosure(W1, Wide, None) + 1;
    /// R(a) = captured slot c of the closure R(b), this function's
    LoadCapture(W1, R1, Uimm);
    /// R(a..2) = captured slots from c on of the closure R(b), this function's
    LoadCapture2(W2, R1, Uimm);
    /// R(a..3) = captured slots from c on of the closure R(b), this function's
    LoadCapture3(W3, R1, Uimm);
    /// R(a..n) = captured slots from c on of the closure R(b), this function's; n is that of the extension word
    LoadCaptureN(WN, R1, Uimm) + 1;
    /// starts a goroutine at function b,c with the window at a
    Go(Special, Wide, None);
    /// starts a goroutine at closure R(b) (nil panics) with the window at a; T the signature
    GoClosure(Special, R1, None) + 1;
    /// defers the call of closure R(a), which has no parameters; its results are dropped. R(b) is a frame token if c = 1:
    /// the frame that owns the record (bodies of range over functions), else this frame owns it
    Defer(R1, Special, Uimm);
    /// R(a) = a token of this frame, for Defer
    FrameToken(W1, None, None);
    /// runs the deferred calls of this frame, last first; then goes on
    RunDefers(None, None, None);
    /// R(a..2) = recover()
    Recover(W2, None, None);
    /// panic(R(a..2))
    Panic(R2, None, None);
    /// throws the run-time error with code a (see `vm::panics`), operands R(b), R(c)
    Throw(Uimm, R1, R1);

    // ---- goroutines and synchronisation: pointers to the state words of package sync -----------------------------------
    /// lock of the mutex at R(a); may park
    MutexLock(R1, None, None);
    /// unlock of the mutex at R(a)
    MutexUnlock(R1, None, None);
    /// lock of the RWMutex at R(a) for writing; may park
    RwLock(R1, None, None);
    /// unlock of the RWMutex at R(a) for writing
    RwUnlock(R1, None, None);
    /// lock of the RWMutex at R(a) for reading; may park
    RwRLock(R1, None, None);
    /// unlock of the RWMutex at R(a) for reading
    RwRUnlock(R1, None, None);
    /// adds R(b) to the wait group at R(a)
    WaitGroupAdd(R1, R1, None);
    /// waits for the wait group at R(a); may park
    WaitGroupWait(R1, None, None);
    /// sleeps R(a) nanoseconds; not positive: goes on
    Sleep(R1, None, None);
    /// goes to the tail of the ready queue
    Yield(None, None, None);
    /// runs the coroutine of package internal/coroutine at R(b) on top of the caller; R(a) = whether it was suspended again,
    /// false: it has ended, or could not run
    Resume(W1, R1, None);
    /// suspends the coroutine at R(b), the innermost in which the caller runs; R(a) = whether it was
    Suspend(W1, R1, None);

    // ---- input and output ------------------------------------------------------------------------------------------------
    /// R(a..2) = how many bytes were read from handle R(b) into the bytes R(c..3), and the error number; may park, and is
    /// then executed again
    IoRead(W2, R1, R3);
    /// R(a..2) = how many of the bytes R(c..3) were written to handle R(b), and the error number; may park, and is then
    /// executed again
    IoWrite(W2, R1, R3);
    /// R(a..5) = the handle of a connection accepted from handle R(b), three words of its peer's address, and the error
    /// number; may park, and is then executed again
    IoAccept(Special, R1, None);

    // ---- print and println ------------------------------------------------------------------------------------------------
    /// writes R(b..) to standard error as `print` does; a is a `PrintKind`
    Print(Uimm, Special, None);
    /// the end of a segment: pushed by the machine as the return address of entry frames; never emitted by the compiler
    EndTask(None, None, None);
    /// continues the unwinding after a deferred call; never emitted by the compiler
    AfterDefer(None, None, None);
}

/// How `Print` writes its operand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u16)]
pub enum PrintKind {
    Bool,
    Int,
    Uint,
    Float,
    Float32,
    Complex,
    Complex64,
    String,
    /// Pointers, maps, channels, functions: hexadecimal.
    Pointer,
    /// `(0xtype,0xdata)`
    Iface,
    /// `[len/cap]0xptr`
    Slice,
    Space,
    Newline,
}

/// What `Throw` throws.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u16)]
pub enum ThrowCode {
    /// The body of a range over a function was called when it must not be; operand b is the loop's state: 1 the body
    /// has asked to stop, 2 the loop is over, -1 the body is running or has panicked.
    RangeState = 1,
    /// The iterator function recovered a panic of the loop's body and went on.
    RangePanicked = 2,
    /// A method of values was called through a nil pointer; operands b and c are the text that says so.
    NilReceiver = 3,
}

/// Flags of the slicing instructions: which of lo, hi, max are given.
pub mod slice_flags {
    pub const LO: u16 = 1;
    pub const HI: u16 = 2;
    pub const MAX: u16 = 4;
}

/// What the data word of an interface is for the type of the instructions that make and ask interfaces: the aux part of their
/// extension.
pub mod data_word {
    /// What the type says.
    pub const OTHER: u16 = 0;
    /// The value, which is one slot.
    pub const VALUE: u16 = 1;
    /// The address of a box with two words, which are two slots.
    pub const PAIR: u16 = 2;
}

/// How the instructions that append make room for the first elements: the aux part of their extension.
pub mod room {
    /// As for any slice.
    pub const HEAP: u16 = 0;
    /// In steps, up to the bytes that Go has for it on the stack.
    pub const STEPS: u16 = u16::MAX;
    /// All that Go has on the stack, once: register x, which tells whether it was made, is `x + 1`.
    pub const fn whole(x: u16) -> u16 {
        x + 1
    }
    /// The bytes that Go has on the stack.
    pub const BYTES: u64 = 32;
}

/// Header slots between a call's window base and the callee's frame.
pub const FRAME_HEADER: u16 = 3;

impl Op {
    /// The jump as the back-edge of a loop, which spends one of the budget; the same instruction otherwise.
    pub fn back_edge(self) -> Option<Op> {
        Some(match self {
            Op::Jump => Op::Loop,
            Op::JumpTrue => Op::LoopTrue,
            Op::JumpLtInt => Op::LoopLtInt,
            Op::JumpFalse => Op::LoopFalse,
            Op::JumpElemTrue => Op::LoopElemTrue,
            Op::JumpElemFalse => Op::LoopElemFalse,
            Op::JumpEqInt => Op::LoopEqInt,
            Op::JumpNeInt => Op::LoopNeInt,
            Op::JumpLeInt => Op::LoopLeInt,
            Op::JumpLtUint => Op::LoopLtUint,
            Op::JumpLeUint => Op::LoopLeUint,
            Op::JumpEqImm => Op::LoopEqImm,
            Op::JumpNeImm => Op::LoopNeImm,
            Op::JumpLtImm => Op::LoopLtImm,
            Op::JumpLeImm => Op::LoopLeImm,
            Op::JumpGtImm => Op::LoopGtImm,
            Op::JumpGeImm => Op::LoopGeImm,
            Op::JumpBits => Op::LoopBits,
            Op::JumpNoBits => Op::LoopNoBits,
            Op::JumpDivides => Op::LoopDivides,
            Op::JumpNotDivides => Op::LoopNotDivides,
            Op::JumpDividesImm => Op::LoopDividesImm,
            Op::JumpNotDividesImm => Op::LoopNotDividesImm,
            Op::JumpEqFloat => Op::LoopEqFloat,
            Op::JumpNeFloat => Op::LoopNeFloat,
            Op::JumpLtFloat => Op::LoopLtFloat,
            Op::JumpLeFloat => Op::LoopLeFloat,
            Op::JumpNotLtFloat => Op::LoopNotLtFloat,
            Op::JumpNotLeFloat => Op::LoopNotLeFloat,
            Op::JumpEqString => Op::LoopEqString,
            Op::JumpNeString => Op::LoopNeString,
            _ => return None,
        })
    }
}
