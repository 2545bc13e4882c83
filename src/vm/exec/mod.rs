//! The interpreter loop.
//!
//! Invariants
//! - `pc` is the instruction that is being executed, until the arm moves it over its extension words; the common end of all
//!   arms moves it over the instruction itself. Jumps are relative to that; arms that set `pc` to an instruction go on with
//!   `continue`. (Were `pc` moved first, both values would be alive, and one of them in memory.) `base` is register 0 of the
//!   innermost frame. Both live in locals and are written to the [`Script`] whenever anything outside of the loop may look.
//! - Operands name registers of the frame, jumps lead to instructions, and table indices are in range: the verifier has
//!   seen it. So no arm checks them again.
//! - A pointer in a register is 0 or the address of a live object of its static type: the checker's word.
//! - Nothing is collected inside the loop: `checkpoint` leaves it for that, at calls and back-edges only.
//!
//! The arms of simple instructions stand here; what is longer is in a file by concept.

mod arith;
mod calls;
mod conc;
mod data;
mod iface;
mod maps;
mod print;

pub(super) use calls::push_frame;
pub(super) use conc::TIMER_CHAN;

use super::cx::Thrown;
use super::machine::{Machine, Step, stack_overflow};
use super::panics;
use super::script::Script;
use crate::bytecode::{FuncId, Instr, NO_REG, Op};
use crate::heap::{Map, RTypeId, Str, closure, equal_strings, mem};
use crate::native::NativeOutcome;
use crate::syscall::{Entry, SystemCall, WaitKey, WaitReason};

/// The instruction's opcode, without the check that `Instr::op` makes.
///
/// # Safety
/// `i` is an instruction, not an extension word, that the verifier has accepted.
#[inline(always)]
unsafe fn opcode(i: Instr) -> Op {
    debug_assert!(usize::from(i.op_number()) < Op::ALL.len());
    // SAFETY: `Op` is `repr(u16)` with consecutive values from 0, and the number is that of one of them.
    unsafe { std::mem::transmute::<u16, Op>(i.op_number()) }
}

/// Runs the coroutine until it stops.
///
/// # Safety
/// `s` is a coroutine of `m` with at least one frame, all of verified functions of its program.
pub(super) unsafe fn run(m: &mut Machine, s: &mut Script) -> Step {
    let mut pc = s.pc;
    let mut base = s.base;
    let mut budget = m.budget;

    macro_rules! save {
        () => {{
            s.pc = pc;
            s.base = base;
            m.budget = budget;
        }};
    }
    macro_rules! leave {
        ($step:expr) => {{
            save!();
            return $step;
        }};
    }
    macro_rules! throw {
        ($thrown:expr) => {{
            save!();
            let thrown = $thrown;
            if let Some(step) = m.raise(s, thrown) {
                return step;
            }
            pc = s.pc;
            base = s.base;
            continue;
        }};
    }
    macro_rules! tried {
        ($result:expr) => {
            match $result {
                Ok(value) => value,
                Err(error) => throw!(Thrown::from(error)),
            }
        };
    }
    // After something was allocated: if memory should be collected, the rest of the budget is put aside, so that the
    // next safepoint stops.
    macro_rules! pace {
        () => {
            if m.heap.should_collect() && budget >= 0 {
                m.aside += budget;
                budget = 0;
            }
        };
    }
    macro_rules! spend {
        ($next:expr) => {
            budget -= 1;
            if budget < 0 {
                s.pc = $next;
                s.base = base;
                m.budget = budget;
                if let Some(step) = m.checkpoint() {
                    return step;
                }
                budget = m.budget;
            }
        };
    }

    loop {
        // SAFETY, for the whole loop: the invariants at the head of this file. Registers are slots of the frame at `base`,
        // addresses in them are those of live objects of the right type and size, `pc` stays within the function.
        unsafe {
            macro_rules! r {
                ($x:expr) => {
                    *base.add(usize::from($x))
                };
            }
            macro_rules! at {
                ($x:expr) => {
                    base.add(usize::from($x))
                };
            }
            macro_rules! pair {
                ($x:expr) => {
                    [r!($x), *at!($x).add(1)]
                };
            }
            macro_rules! f {
                ($x:expr) => {
                    f64::from_bits(r!($x))
                };
            }
            macro_rules! f32s {
                ($x:expr) => {
                    f32::from_bits(r!($x) as u32)
                };
            }
            macro_rules! ext {
                ($k:expr) => {
                    *pc.add(1 + $k)
                };
            }
            macro_rules! jump {
                ($by:expr) => {
                    pc = pc.offset($by as isize)
                };
            }
            // A function of (b, c); of b; comparisons of (a, b) that jump.
            macro_rules! op2 {
                ($i:ident, |$x:ident, $y:ident| $e:expr) => {{
                    let ($x, $y) = (r!($i.b()), r!($i.c()));
                    r!($i.a()) = $e;
                }};
            }
            macro_rules! op1 {
                ($i:ident, |$x:ident| $e:expr) => {{
                    let $x = r!($i.b());
                    r!($i.a()) = $e;
                }};
            }
            macro_rules! imm {
                ($i:ident, |$x:ident, $y:ident| $e:expr) => {{
                    let ($x, $y) = (r!($i.b()) as i64, i64::from($i.c() as i16));
                    r!($i.a()) = ($e) as u64;
                }};
            }
            macro_rules! fop2 {
                ($i:ident, |$x:ident, $y:ident| $e:expr) => {{
                    let ($x, $y) = (f!($i.b()), f!($i.c()));
                    r!($i.a()) = f64::to_bits($e);
                }};
            }
            macro_rules! f32op2 {
                ($i:ident, |$x:ident, $y:ident| $e:expr) => {{
                    let ($x, $y) = (f32s!($i.b()), f32s!($i.c()));
                    r!($i.a()) = u64::from(f32::to_bits($e));
                }};
            }
            macro_rules! jump_if {
                ($i:ident, $cond:expr) => {
                    if $cond {
                        jump!($i.c() as i16);
                    }
                };
            }
            macro_rules! loop_if {
                ($i:ident, $cond:expr) => {
                    if $cond {
                        jump!($i.c() as i16);
                        spend!(pc.add(1));
                    }
                };
            }
            macro_rules! non_nil {
                ($x:expr) => {{
                    let address = r!($x);
                    if address == 0 {
                        throw!(panics::nil_dereference());
                    }
                    address
                }};
            }
            macro_rules! load {
                ($i:ident, $t:ty, $as:ty) => {{
                    let address = non_nil!($i.b()) + u64::from($i.c());
                    r!($i.a()) = mem::load::<$t>(address) as $as as u64;
                }};
            }
            macro_rules! store {
                ($i:ident, $t:ty) => {{
                    let address = non_nil!($i.a()) + u64::from($i.c());
                    mem::store::<$t>(address, r!($i.b()) as $t);
                }};
            }
            // The address of element `index` of the slice at register `slice`, checked.
            macro_rules! element {
                ($slice:expr, $index:expr, $size:expr) => {{
                    let [address, len] = pair!($slice);
                    let index = r!($index);
                    if index >= len {
                        throw!(panics::index(index, len));
                    }
                    address.wrapping_add(index.wrapping_mul($size))
                }};
            }
            macro_rules! elem {
                ($i:ident, $t:ty, $as:ty) => {{
                    let address = element!($i.b(), $i.c(), size_of::<$t>() as u64);
                    r!($i.a()) = mem::load::<$t>(address) as $as as u64;
                }};
            }
            macro_rules! set_elem {
                ($i:ident, $t:ty) => {{
                    let address = element!($i.a(), $i.b(), size_of::<$t>() as u64);
                    mem::store::<$t>(address, r!($i.c()) as $t);
                }};
            }
            macro_rules! array_element {
                ($array:expr, $index:expr, $size:expr) => {{
                    let address = non_nil!($array);
                    let (index, len) = (r!($index), ext!(0).0);
                    if index >= len {
                        throw!(panics::index(index, len));
                    }
                    address + index * $size
                }};
            }
            // Enters function `func` with the window at register `window`.
            macro_rules! enter {
                ($window:expr, $func:expr, $closure:expr, $ret:expr) => {{
                    let window = usize::from($window) + 3;
                    let func: u32 = $func;
                    let entry = &*m.program.entries().add(func as usize);
                    let regs = entry.regs as usize;
                    let mut new = base.add(window);
                    if new.add(regs) > s.limit {
                        save!();
                        if s.grow(new, regs, m.config.max_stack).is_err() {
                            return stack_overflow();
                        }
                        new = s.base.add(window);
                    }
                    *new.sub(3) = u64::from(func);
                    *new.sub(2) = window as u64;
                    *new.sub(1) = $ret as u64;
                    let closure: Option<u64> = $closure;
                    if let Some(closure) = closure {
                        let own = usize::from(entry.results) + usize::from(entry.params);
                        if regs > own {
                            *new.add(own) = closure;
                        }
                    }
                    base = new;
                    pc = entry.code;
                    spend!(pc);
                    continue;
                }};
            }
            macro_rules! ret {
                () => {{
                    pc = *base.sub(1) as *const Instr;
                    base = base.sub(*base.sub(2) as usize);
                    continue;
                }};
            }

            let i = *pc;
            let op = opcode(i);
            #[cfg(debug_assertions)]
            {
                m.coverage[op as usize] += 1;
            }
            match op {
                // ---- moves and constants ---------------------------------------------------------------------------
                Op::Nop => {}
                Op::Compile => {
                    let func = FuncId(*base.sub(3) as u32);
                    s.pc = std::ptr::null();
                    s.base = base;
                    m.budget = budget;
                    return Step::Compile(func);
                }
                Op::Move => r!(i.a()) = r!(i.b()),
                Op::Move2 => {
                    let [x, y] = pair!(i.b());
                    r!(i.a()) = x;
                    *at!(i.a()).add(1) = y;
                }
                Op::Move3 => {
                    let v = at!(i.b()).cast::<[u64; 3]>().read();
                    at!(i.a()).cast::<[u64; 3]>().write(v);
                }
                Op::MoveN => std::ptr::copy(at!(i.b()), at!(i.a()), usize::from(i.c())),
                Op::LoadInt => r!(i.a()) = i64::from(i.bc() as i32) as u64,
                Op::LoadConst => {
                    r!(i.a()) = ext!(0).0;
                    pc = pc.add(1);
                }
                Op::LoadString => {
                    let bytes = m.program.string_bytes(i.bc());
                    r!(i.a()) = if bytes.is_empty() { 0 } else { bytes.as_ptr() as u64 };
                    *at!(i.a()).add(1) = bytes.len() as u64;
                }
                Op::Zero => std::ptr::write_bytes(at!(i.a()), 0, usize::from(i.b())),
                Op::GlobalAddr => r!(i.a()) = m.program.globals()[i.bc() as usize].addr(),
                Op::LoadGlobal => r!(i.a()) = mem::load(m.program.globals()[i.bc() as usize].addr()),
                Op::StoreGlobal => mem::store(m.program.globals()[i.bc() as usize].addr(), r!(i.a())),
                Op::LoadFunc => r!(i.a()) = m.program.static_closure(FuncId(i.bc())),

                // ---- integers --------------------------------------------------------------------------------------
                Op::AddInt => op2!(i, |x, y| x.wrapping_add(y)),
                Op::SubInt => op2!(i, |x, y| x.wrapping_sub(y)),
                Op::MulInt => op2!(i, |x, y| x.wrapping_mul(y)),
                Op::DivInt => {
                    let (x, y) = (r!(i.b()) as i64, r!(i.c()) as i64);
                    if y == 0 {
                        throw!(panics::divide());
                    }
                    r!(i.a()) = x.wrapping_div(y) as u64;
                }
                Op::RemInt => {
                    let (x, y) = (r!(i.b()) as i64, r!(i.c()) as i64);
                    if y == 0 {
                        throw!(panics::divide());
                    }
                    r!(i.a()) = x.wrapping_rem(y) as u64;
                }
                Op::DivUint => {
                    let (x, y) = (r!(i.b()), r!(i.c()));
                    if y == 0 {
                        throw!(panics::divide());
                    }
                    r!(i.a()) = x / y;
                }
                Op::RemUint => {
                    let (x, y) = (r!(i.b()), r!(i.c()));
                    if y == 0 {
                        throw!(panics::divide());
                    }
                    r!(i.a()) = x % y;
                }
                Op::And => op2!(i, |x, y| x & y),
                Op::Or => op2!(i, |x, y| x | y),
                Op::Xor => op2!(i, |x, y| x ^ y),
                Op::AndNot => op2!(i, |x, y| x & !y),
                Op::Shl => op2!(i, |x, y| if y < 64 { x << y } else { 0 }),
                Op::ShrInt => op2!(i, |x, y| ((x as i64) >> y.min(63)) as u64),
                Op::ShrUint => op2!(i, |x, y| if y < 64 { x >> y } else { 0 }),
                Op::CheckShift => {
                    if (r!(i.a()) as i64) < 0 {
                        throw!(panics::negative_shift());
                    }
                }
                Op::AddImm => imm!(i, |x, y| x.wrapping_add(y)),
                Op::MulImm => imm!(i, |x, y| x.wrapping_mul(y)),
                Op::DivImm => imm!(i, |x, y| x.wrapping_div(y)),
                Op::RemImm => imm!(i, |x, y| x.wrapping_rem(y)),
                Op::AndImm => imm!(i, |x, y| x & y),
                Op::ShlImm => imm!(i, |x, y| x << (y & 63)),
                Op::ShrIntImm => imm!(i, |x, y| x >> (y & 63)),
                Op::ShrUintImm => imm!(i, |x, y| (x as u64) >> (y & 63)),
                Op::NegInt => op1!(i, |x| x.wrapping_neg()),
                Op::Complement => op1!(i, |x| !x),
                Op::Not => op1!(i, |x| x ^ 1),
                Op::ExtI8 => op1!(i, |x| x as i8 as u64),
                Op::ExtI16 => op1!(i, |x| x as i16 as u64),
                Op::ExtI32 => op1!(i, |x| x as i32 as u64),
                Op::ExtU8 => op1!(i, |x| u64::from(x as u8)),
                Op::ExtU16 => op1!(i, |x| u64::from(x as u16)),
                Op::ExtU32 => op1!(i, |x| u64::from(x as u32)),
                Op::AddInt32 => op2!(i, |x, y| x.wrapping_add(y) as i32 as u64),
                Op::AddUint32 => op2!(i, |x, y| u64::from(x.wrapping_add(y) as u32)),
                Op::MulUint32 => op2!(i, |x, y| u64::from(x.wrapping_mul(y) as u32)),
                Op::LeadingZeros => op1!(i, |x| u64::from(x.leading_zeros())),
                Op::TrailingZeros => op1!(i, |x| u64::from(x.trailing_zeros())),
                Op::OnesCount => op1!(i, |x| u64::from(x.count_ones())),
                Op::MulHiLo => {
                    let product = u128::from(r!(i.b())) * u128::from(r!(i.c()));
                    r!(i.a()) = (product >> 64) as u64;
                    *at!(i.a()).add(1) = product as u64;
                }

                // ---- floating point --------------------------------------------------------------------------------
                Op::AddFloat => fop2!(i, |x, y| x + y),
                Op::SubFloat => fop2!(i, |x, y| x - y),
                Op::MulFloat => fop2!(i, |x, y| x * y),
                Op::DivFloat => fop2!(i, |x, y| x / y),
                Op::NegFloat => op1!(i, |x| x ^ 1 << 63),
                Op::AddFloat32 => f32op2!(i, |x, y| x + y),
                Op::SubFloat32 => f32op2!(i, |x, y| x - y),
                Op::MulFloat32 => f32op2!(i, |x, y| x * y),
                Op::DivFloat32 => f32op2!(i, |x, y| x / y),
                Op::NegFloat32 => op1!(i, |x| u64::from(x as u32 ^ 1 << 31)),
                Op::Sqrt => op1!(i, |x| f64::from_bits(x).sqrt().to_bits()),
                Op::AbsFloat => op1!(i, |x| x & !(1 << 63)),
                Op::Floor => op1!(i, |x| f64::from_bits(x).floor().to_bits()),
                Op::MulComplex => {
                    let v = arith::mul_complex(pair!(i.b()), pair!(i.c()));
                    at!(i.a()).cast::<[u64; 2]>().write(v);
                }
                Op::DivComplex => {
                    let v = arith::div_complex(pair!(i.b()), pair!(i.c()));
                    at!(i.a()).cast::<[u64; 2]>().write(v);
                }
                Op::MulComplex64 => {
                    let v = arith::mul_complex64(pair!(i.b()), pair!(i.c()));
                    at!(i.a()).cast::<[u64; 2]>().write(v);
                }
                Op::DivComplex64 => {
                    let v = arith::div_complex64(pair!(i.b()), pair!(i.c()));
                    at!(i.a()).cast::<[u64; 2]>().write(v);
                }

                // ---- conversions between numbers -------------------------------------------------------------------
                Op::IntToFloat => op1!(i, |x| (x as i64 as f64).to_bits()),
                Op::UintToFloat => op1!(i, |x| (x as f64).to_bits()),
                Op::FloatToInt => op1!(i, |x| arith::float_to_int(f64::from_bits(x)) as u64),
                Op::FloatToUint => op1!(i, |x| arith::float_to_uint(f64::from_bits(x))),
                Op::FloatToFloat32 => op1!(i, |x| u64::from((f64::from_bits(x) as f32).to_bits())),
                Op::Float32ToFloat => op1!(i, |x| f64::from(f32::from_bits(x as u32)).to_bits()),
                Op::IntToFloat32 => op1!(i, |x| u64::from((x as i64 as f32).to_bits())),
                Op::UintToFloat32 => op1!(i, |x| u64::from((x as f32).to_bits())),

                // ---- comparison to a boolean -----------------------------------------------------------------------
                Op::EqInt => op2!(i, |x, y| u64::from(x == y)),
                Op::NeInt => op2!(i, |x, y| u64::from(x != y)),
                Op::LtInt => op2!(i, |x, y| u64::from((x as i64) < y as i64)),
                Op::LeInt => op2!(i, |x, y| u64::from(x as i64 <= y as i64)),
                Op::LtUint => op2!(i, |x, y| u64::from(x < y)),
                Op::LeUint => op2!(i, |x, y| u64::from(x <= y)),
                Op::EqFloat => r!(i.a()) = u64::from(f!(i.b()) == f!(i.c())),
                Op::LtFloat => r!(i.a()) = u64::from(f!(i.b()) < f!(i.c())),
                Op::LeFloat => r!(i.a()) = u64::from(f!(i.b()) <= f!(i.c())),
                Op::EqFloat32 => r!(i.a()) = u64::from(f32s!(i.b()) == f32s!(i.c())),
                Op::LtFloat32 => r!(i.a()) = u64::from(f32s!(i.b()) < f32s!(i.c())),
                Op::LeFloat32 => r!(i.a()) = u64::from(f32s!(i.b()) <= f32s!(i.c())),
                Op::EqString => r!(i.a()) = u64::from(equal_strings(pair!(i.b()), pair!(i.c()))),
                Op::LtString => r!(i.a()) = u64::from(data::compare(pair!(i.b()), pair!(i.c())).is_lt()),
                Op::LeString => r!(i.a()) = u64::from(data::compare(pair!(i.b()), pair!(i.c())).is_le()),
                Op::EqIface => {
                    let equal = iface::equal(m, pair!(i.b()), pair!(i.c()));
                    r!(i.a()) = u64::from(tried!(equal));
                }
                Op::EqValue => {
                    let ty = RTypeId(ext!(0).ext_id());
                    let equal = iface::equal_values(m, ty, at!(i.b()), at!(i.c()), ext!(0).ext_n());
                    r!(i.a()) = u64::from(tried!(equal));
                    pc = pc.add(1);
                }
                Op::EqMem => {
                    let equal = iface::equal_memory(m, RTypeId(ext!(0).ext_id()), r!(i.b()), r!(i.c()));
                    r!(i.a()) = u64::from(tried!(equal));
                    pc = pc.add(1);
                }

                // ---- jumps -----------------------------------------------------------------------------------------
                Op::Jump => jump!(i.bc() as i32),
                Op::Loop => {
                    jump!(i.bc() as i32);
                    spend!(pc.add(1));
                }
                Op::JumpTrue => jump_if!(i, r!(i.a()) != 0),
                Op::JumpFalse => jump_if!(i, r!(i.a()) == 0),
                Op::JumpEqInt => jump_if!(i, r!(i.a()) == r!(i.b())),
                Op::JumpNeInt => jump_if!(i, r!(i.a()) != r!(i.b())),
                Op::JumpLtInt => jump_if!(i, (r!(i.a()) as i64) < r!(i.b()) as i64),
                Op::JumpLeInt => jump_if!(i, r!(i.a()) as i64 <= r!(i.b()) as i64),
                Op::JumpLtUint => jump_if!(i, r!(i.a()) < r!(i.b())),
                Op::JumpLeUint => jump_if!(i, r!(i.a()) <= r!(i.b())),
                Op::JumpEqImm => jump_if!(i, r!(i.a()) as i64 == i64::from(i.b() as i16)),
                Op::JumpNeImm => jump_if!(i, r!(i.a()) as i64 != i64::from(i.b() as i16)),
                Op::JumpLtImm => jump_if!(i, (r!(i.a()) as i64) < i64::from(i.b() as i16)),
                Op::JumpLeImm => jump_if!(i, r!(i.a()) as i64 <= i64::from(i.b() as i16)),
                Op::JumpGtImm => jump_if!(i, r!(i.a()) as i64 > i64::from(i.b() as i16)),
                Op::JumpGeImm => jump_if!(i, r!(i.a()) as i64 >= i64::from(i.b() as i16)),
                Op::JumpEqFloat => jump_if!(i, f!(i.a()) == f!(i.b())),
                Op::JumpNeFloat => jump_if!(i, f!(i.a()) != f!(i.b())),
                Op::JumpLtFloat => jump_if!(i, f!(i.a()) < f!(i.b())),
                Op::JumpLeFloat => jump_if!(i, f!(i.a()) <= f!(i.b())),
                #[allow(clippy::neg_cmp_op_on_partial_ord)]
                Op::JumpNotLtFloat => jump_if!(i, !(f!(i.a()) < f!(i.b()))),
                #[allow(clippy::neg_cmp_op_on_partial_ord)]
                Op::JumpNotLeFloat => jump_if!(i, !(f!(i.a()) <= f!(i.b()))),
                Op::JumpEqString => jump_if!(i, equal_strings(pair!(i.a()), pair!(i.b()))),
                Op::JumpNeString => jump_if!(i, !equal_strings(pair!(i.a()), pair!(i.b()))),
                Op::LoopLtInt => loop_if!(i, (r!(i.a()) as i64) < r!(i.b()) as i64),
                Op::IncLoopLtInt => {
                    let x = r!(i.a()).wrapping_add(1);
                    r!(i.a()) = x;
                    loop_if!(i, (x as i64) < r!(i.b()) as i64);
                }
                Op::IncLoopLeInt => {
                    let x = r!(i.a()).wrapping_add(1);
                    r!(i.a()) = x;
                    loop_if!(i, x as i64 <= r!(i.b()) as i64);
                }
                Op::AddLoopLtInt => {
                    let limit = ext!(0).ext_id() as u16;
                    pc = pc.add(1);
                    let x = r!(i.a()).wrapping_add(r!(i.b()));
                    r!(i.a()) = x;
                    loop_if!(i, (x as i64) < r!(limit) as i64);
                }
                Op::JumpTable => {
                    let function = m.program.function(FuncId(*base.sub(3) as u32));
                    let table = &function.jump_tables[usize::from(i.b())];
                    if let Some(&to) = table.get(r!(i.a()).min(u64::from(u32::MAX)) as usize) {
                        pc = function.code.as_ptr().add(to as usize);
                        continue;
                    }
                }

                // ---- memory ----------------------------------------------------------------------------------------
                Op::LoadI8 => load!(i, i8, i64),
                Op::LoadI16 => load!(i, i16, i64),
                Op::LoadI32 => load!(i, i32, i64),
                Op::LoadU8 => load!(i, u8, u64),
                Op::LoadU16 => load!(i, u16, u64),
                Op::LoadU32 => load!(i, u32, u64),
                Op::Load => load!(i, u64, u64),
                Op::Load2 => {
                    let address = non_nil!(i.b()) + u64::from(i.c());
                    at!(i.a()).cast::<[u64; 2]>().write(mem::load(address));
                }
                Op::Load3 => {
                    let address = non_nil!(i.b()) + u64::from(i.c());
                    at!(i.a()).cast::<[u64; 3]>().write(mem::load(address));
                }
                Op::LoadValue => {
                    let address = non_nil!(i.b()) + u64::from(i.c());
                    let ty = m.program.rtypes.get(RTypeId(ext!(0).ext_id()));
                    data::load_cells(ty, address, at!(i.a()));
                    pc = pc.add(1);
                }
                Op::Store8 => store!(i, u8),
                Op::Store16 => store!(i, u16),
                Op::Store32 => store!(i, u32),
                Op::Store => store!(i, u64),
                Op::StorePtr => store!(i, u64),
                Op::StoreString | Op::StoreIface => {
                    let address = non_nil!(i.a()) + u64::from(i.c());
                    mem::store(address, pair!(i.b()));
                }
                Op::StoreSlice => {
                    let address = non_nil!(i.a()) + u64::from(i.c());
                    mem::store(address, at!(i.b()).cast::<[u64; 3]>().read());
                }
                Op::StoreValue => {
                    let address = non_nil!(i.a()) + u64::from(i.c());
                    let ty = m.program.rtypes.get(RTypeId(ext!(0).ext_id()));
                    data::store_cells(ty, address, at!(i.b()));
                    pc = pc.add(1);
                }
                Op::FieldAddr => r!(i.a()) = non_nil!(i.b()) + u64::from(i.c()),
                Op::FieldAddrWide => {
                    r!(i.a()) = non_nil!(i.b()) + ext!(0).0;
                    pc = pc.add(1);
                }
                Op::NilCheck => {
                    let _ = non_nil!(i.a());
                }
                Op::New => {
                    let ty = m.program.rtypes.get(RTypeId(ext!(0).ext_id()));
                    r!(i.a()) = tried!(m.heap.alloc(ty.layout, ty.size));
                    pace!();
                    pc = pc.add(1);
                }
                Op::Clone => {
                    let from = non_nil!(i.b());
                    let ty = m.program.rtypes.get(RTypeId(ext!(0).ext_id()));
                    let to = tried!(m.heap.alloc(ty.layout, ty.size));
                    if ty.size > 0 {
                        mem::copy(to, from, ty.size);
                    }
                    r!(i.a()) = to;
                    pace!();
                    pc = pc.add(1);
                }
                Op::CopyMem => {
                    let (to, from) = (non_nil!(i.a()), non_nil!(i.b()));
                    let size = m.program.rtypes.get(RTypeId(ext!(0).ext_id())).size;
                    if size > 0 {
                        mem::copy(to, from, size);
                    }
                    pc = pc.add(1);
                }
                Op::ZeroMem => {
                    let to = non_nil!(i.a());
                    let size = m.program.rtypes.get(RTypeId(ext!(0).ext_id())).size;
                    if size > 0 {
                        mem::zero(to, size);
                    }
                    pc = pc.add(1);
                }

                // ---- slices, arrays, strings -----------------------------------------------------------------------
                Op::ElemI8 => elem!(i, i8, i64),
                Op::ElemI16 => elem!(i, i16, i64),
                Op::ElemI32 => elem!(i, i32, i64),
                Op::ElemU8 => elem!(i, u8, u64),
                Op::ElemU16 => elem!(i, u16, u64),
                Op::ElemU32 => elem!(i, u32, u64),
                Op::Elem => elem!(i, u64, u64),
                Op::Elem2 => {
                    let address = element!(i.b(), i.c(), 16);
                    at!(i.a()).cast::<[u64; 2]>().write(mem::load(address));
                }
                Op::Elem3 => {
                    let address = element!(i.b(), i.c(), 24);
                    at!(i.a()).cast::<[u64; 3]>().write(mem::load(address));
                }
                Op::ElemAddr => {
                    r!(i.a()) = element!(i.b(), i.c(), ext!(0).0);
                    pc = pc.add(1);
                }
                Op::SetElem8 => set_elem!(i, u8),
                Op::SetElem16 => set_elem!(i, u16),
                Op::SetElem32 => set_elem!(i, u32),
                Op::SetElem => set_elem!(i, u64),
                Op::SetElemPtr => set_elem!(i, u64),
                Op::SetElemString | Op::SetElemIface => {
                    let address = element!(i.a(), i.b(), 16);
                    mem::store(address, pair!(i.c()));
                }
                Op::SetElemSlice => {
                    let address = element!(i.a(), i.b(), 24);
                    mem::store(address, at!(i.c()).cast::<[u64; 3]>().read());
                }
                Op::CheckIndex => {
                    let (index, len) = (r!(i.a()), r!(i.b()));
                    if index >= len {
                        throw!(panics::index(index, len));
                    }
                }
                Op::ArrayElem => {
                    r!(i.a()) = mem::load(array_element!(i.b(), i.c(), 8));
                    pc = pc.add(1);
                }
                Op::ArrayElemU8 => {
                    r!(i.a()) = u64::from(mem::load::<u8>(array_element!(i.b(), i.c(), 1)));
                    pc = pc.add(1);
                }
                Op::ArrayElemI32 => {
                    r!(i.a()) = mem::load::<i32>(array_element!(i.b(), i.c(), 4)) as i64 as u64;
                    pc = pc.add(1);
                }
                Op::SetArrayElem => {
                    let address = array_element!(i.a(), i.b(), 8);
                    mem::store(address, r!(i.c()));
                    pc = pc.add(1);
                }
                Op::SetArrayElem8 => {
                    let address = array_element!(i.a(), i.b(), 1);
                    mem::store(address, r!(i.c()) as u8);
                    pc = pc.add(1);
                }
                Op::SetArrayElem32 => {
                    let address = array_element!(i.a(), i.b(), 4);
                    mem::store(address, r!(i.c()) as u32);
                    pc = pc.add(1);
                }
                Op::ArrayElemAddr => {
                    r!(i.a()) = array_element!(i.b(), i.c(), ext!(1).0);
                    pc = pc.add(2);
                }
                Op::SliceSlice => {
                    let old = at!(i.b()).cast::<[u64; 3]>().read();
                    let new = tried!(data::slice_slice(old, at!(i.c()), ext!(0)));
                    at!(i.a()).cast::<[u64; 3]>().write(new);
                    pc = pc.add(1);
                }
                Op::SliceString => {
                    let new = tried!(data::slice_string(pair!(i.b()), at!(i.c()), ext!(0)));
                    at!(i.a()).cast::<[u64; 2]>().write(new);
                    pc = pc.add(1);
                }
                Op::SliceArray => {
                    let array = non_nil!(i.b());
                    let new = tried!(data::slice_array(array, ext!(1).0, at!(i.c()), ext!(0)));
                    at!(i.a()).cast::<[u64; 3]>().write(new);
                    pc = pc.add(2);
                }
                Op::MakeSlice => {
                    let (len, cap) = (r!(i.b()), r!(i.c()));
                    let new = tried!(data::make_slice(m, RTypeId(ext!(0).ext_id()), len, cap));
                    at!(i.a()).cast::<[u64; 3]>().write(new);
                    pace!();
                    pc = pc.add(1);
                }
                Op::AppendWord => {
                    let [address, len, cap] = at!(i.b()).cast::<[u64; 3]>().read();
                    let value = r!(i.c());
                    let new = if len < cap {
                        [address, len + 1, cap]
                    } else {
                        let grown = data::grow(m, RTypeId(ext!(0).ext_id()), [address, len, cap], 1);
                        let grown = tried!(grown);
                        pace!();
                        grown
                    };
                    mem::store(new[0] + len * 8, value);
                    at!(i.a()).cast::<[u64; 3]>().write(new);
                    pc = pc.add(1);
                }
                Op::AppendByte => {
                    let [address, len, cap] = at!(i.b()).cast::<[u64; 3]>().read();
                    let value = r!(i.c());
                    let new = if len < cap {
                        [address, len + 1, cap]
                    } else {
                        let grown = data::grow(m, RTypeId(ext!(0).ext_id()), [address, len, cap], 1);
                        let grown = tried!(grown);
                        pace!();
                        grown
                    };
                    mem::store(new[0] + len, value as u8);
                    at!(i.a()).cast::<[u64; 3]>().write(new);
                    pc = pc.add(1);
                }
                Op::AppendValues => {
                    let old = at!(i.b()).cast::<[u64; 3]>().read();
                    let t = ext!(0);
                    let ty = RTypeId(t.ext_id());
                    let new = data::append_values(m, ty, old, at!(i.c()), t.ext_n(), t.ext_aux());
                    let new = tried!(new);
                    at!(i.a()).cast::<[u64; 3]>().write(new);
                    pace!();
                    pc = pc.add(1);
                }
                Op::AppendSlice => {
                    let old = at!(i.b()).cast::<[u64; 3]>().read();
                    let new = data::append_slice(m, RTypeId(ext!(0).ext_id()), old, pair!(i.c()));
                    let new = tried!(new);
                    at!(i.a()).cast::<[u64; 3]>().write(new);
                    pace!();
                    pc = pc.add(1);
                }
                Op::AppendString => {
                    let old = at!(i.b()).cast::<[u64; 3]>().read();
                    let new = data::append_slice(m, RTypeId(ext!(0).ext_id()), old, pair!(i.c()));
                    let new = tried!(new);
                    at!(i.a()).cast::<[u64; 3]>().write(new);
                    pace!();
                    pc = pc.add(1);
                }
                Op::CopySlice => {
                    let size = m.program.rtypes.get(RTypeId(ext!(0).ext_id())).size;
                    r!(i.a()) = data::copy_slice(size, pair!(i.b()), pair!(i.c()));
                    pc = pc.add(1);
                }
                Op::CopyString => r!(i.a()) = data::copy_slice(1, pair!(i.b()), pair!(i.c())),
                Op::ClearSlice => {
                    let size = m.program.rtypes.get(RTypeId(ext!(0).ext_id())).size;
                    let [address, len] = pair!(i.a());
                    if len * size > 0 {
                        mem::zero(address, len * size);
                    }
                    pc = pc.add(1);
                }
                Op::SliceToArray => {
                    let ([address, len], want) = (pair!(i.b()), ext!(0).0);
                    if len < want {
                        throw!(panics::slice_to_array(len, want));
                    }
                    r!(i.a()) = address;
                    pc = pc.add(1);
                }

                // ---- strings ---------------------------------------------------------------------------------------
                Op::Concat => {
                    let new = tried!(data::concat(m, &[pair!(i.b()), pair!(i.c())]));
                    at!(i.a()).cast::<[u64; 2]>().write(new);
                    pace!();
                }
                Op::ConcatN => {
                    let parts = at!(i.b()).cast::<[u64; 2]>();
                    let parts = std::slice::from_raw_parts(parts, usize::from(i.c()));
                    let new = tried!(data::concat(m, parts));
                    at!(i.a()).cast::<[u64; 2]>().write(new);
                    pace!();
                }
                Op::BytesToString => {
                    let [address, len] = pair!(i.b());
                    let new = tried!(Str::new(&mut m.heap, mem::bytes(address, len)));
                    at!(i.a()).cast::<[u64; 2]>().write([new.ptr(), new.len()]);
                    pace!();
                }
                Op::StringToBytes => {
                    let [address, len] = pair!(i.b());
                    let new = tried!(Str::from_slots(address, len).to_bytes(&mut m.heap));
                    at!(i.a()).cast::<[u64; 3]>().write([new, len, len]);
                    pace!();
                }
                Op::RunesToString => {
                    let [address, len] = pair!(i.b());
                    let new = tried!(data::runes_to_string(m, address, len));
                    at!(i.a()).cast::<[u64; 2]>().write(new);
                    pace!();
                }
                Op::StringToRunes => {
                    let [address, len] = pair!(i.b());
                    let (new, count) = tried!(Str::from_slots(address, len).to_runes(&mut m.heap));
                    at!(i.a()).cast::<[u64; 3]>().write([new, count, count]);
                    pace!();
                }
                Op::RuneToString => {
                    let new = tried!(Str::from_rune(&mut m.heap, r!(i.b()) as i64));
                    at!(i.a()).cast::<[u64; 2]>().write([new.ptr(), new.len()]);
                    pace!();
                }
                Op::RangeString => {
                    let ([address, len], at) = (pair!(i.b()), r!(i.a()));
                    if at >= len {
                        jump!(i.c() as i16);
                    } else {
                        let (rune, width) = data::next_rune(address, len, at);
                        *at!(i.a()).add(1) = rune;
                        *at!(i.a()).add(2) = at + width;
                    }
                }

                // ---- interfaces ------------------------------------------------------------------------------------
                Op::MakeIface => {
                    let ty = RTypeId(ext!(0).ext_id());
                    let word = tried!(iface::make(m, ty, at!(i.b()), ext!(0).ext_n()));
                    at!(i.a()).cast::<[u64; 2]>().write([ty.word(), word]);
                    pace!();
                    pc = pc.add(1);
                }
                Op::MakeIfaceBox => {
                    let cell = r!(i.b());
                    at!(i.a()).cast::<[u64; 2]>().write([u64::from(ext!(0).ext_id()), cell]);
                    pc = pc.add(1);
                }
                Op::AssertType => {
                    let ([dynamic, word], wanted) = (pair!(i.b()), ext!(0).ext_id());
                    if dynamic != u64::from(wanted) {
                        let dynamic = RTypeId::from_word(dynamic);
                        let iface = RTypeId(ext!(1).ext_id());
                        throw!(panics::wrong_type(&m.program, iface, dynamic, RTypeId(wanted)));
                    }
                    iface::unbox(m.program.rtypes.get(RTypeId(wanted)), word, at!(i.a()));
                    pc = pc.add(2);
                }
                Op::AssertTypeOk => {
                    let ([dynamic, word], wanted) = (pair!(i.b()), ext!(0).ext_id());
                    let ok = dynamic == u64::from(wanted);
                    if ok {
                        iface::unbox(m.program.rtypes.get(RTypeId(wanted)), word, at!(i.a()));
                    } else {
                        tried!(data::zero_value(m, RTypeId(wanted), at!(i.a())));
                    }
                    r!(i.c()) = u64::from(ok);
                    pc = pc.add(2);
                }
                Op::AssertIface => {
                    let value = pair!(i.b());
                    let wanted = RTypeId(ext!(0).ext_id());
                    tried!(iface::must_implement(m, value[0], wanted));
                    at!(i.a()).cast::<[u64; 2]>().write(value);
                    pc = pc.add(2);
                }
                Op::AssertIfaceOk => {
                    let value = pair!(i.b());
                    let ok = iface::implements(m, value[0], RTypeId(ext!(0).ext_id()));
                    at!(i.a()).cast::<[u64; 2]>().write(if ok { value } else { [0, 0] });
                    r!(i.c()) = u64::from(ok);
                    pc = pc.add(2);
                }
                Op::JumpNotType => {
                    let other = r!(i.a()) != u64::from(ext!(0).ext_id());
                    pc = pc.add(1);
                    jump_if!(i, other);
                }
                Op::JumpNotIface => {
                    let ok = iface::implements(m, r!(i.a()), RTypeId(ext!(0).ext_id()));
                    pc = pc.add(1);
                    jump_if!(i, !ok);
                }

                // ---- maps ------------------------------------------------------------------------------------------
                Op::MakeMap => {
                    r!(i.a()) = tried!(maps::make(m, ext!(0), r!(i.b())));
                    pace!();
                    pc = pc.add(1);
                }
                Op::MapGet => {
                    tried!(maps::get(m, ext!(0), r!(i.b()), at!(i.c()), at!(i.a())));
                    pc = pc.add(1);
                }
                Op::MapGetOk => {
                    let found = tried!(maps::get(m, ext!(0), r!(i.b()), at!(i.c()), at!(i.a())));
                    *at!(i.a()).add(usize::from(ext!(0).ext_aux())) = u64::from(found);
                    pc = pc.add(1);
                }
                Op::MapGetInt => {
                    tried!(maps::get(m, ext!(0), r!(i.b()), at!(i.c()), at!(i.a())));
                    pc = pc.add(1);
                }
                Op::MapGetString => {
                    tried!(maps::get_string(m, ext!(0), r!(i.b()), pair!(i.c()), at!(i.a())));
                    pc = pc.add(1);
                }
                Op::MapSet => {
                    tried!(maps::set(m, ext!(0), r!(i.a()), at!(i.b()), at!(i.c())));
                    pace!();
                    pc = pc.add(1);
                }
                Op::MapSetInt => {
                    tried!(maps::set(m, ext!(0), r!(i.a()), at!(i.b()), at!(i.c())));
                    pace!();
                    pc = pc.add(1);
                }
                Op::MapSetString => {
                    tried!(maps::set(m, ext!(0), r!(i.a()), at!(i.b()), at!(i.c())));
                    pace!();
                    pc = pc.add(1);
                }
                Op::MapDelete => {
                    tried!(maps::delete(m, ext!(0), r!(i.a()), at!(i.b())));
                    pc = pc.add(1);
                }
                Op::MapLen => r!(i.a()) = Map::from_slot(r!(i.b())).len(),
                Op::MapClear => {
                    Map::from_slot(r!(i.a())).clear();
                    pc = pc.add(1);
                }
                Op::MapIter => {
                    r!(i.a()) = tried!(maps::iterate(m, r!(i.b())));
                    pace!();
                    pc = pc.add(1);
                }
                Op::MapNext => {
                    let more = tried!(maps::next(m, ext!(0), r!(i.a()), at!(i.b())));
                    pc = pc.add(1);
                    jump_if!(i, !more);
                }

                // ---- channels and select ---------------------------------------------------------------------------
                Op::MakeChan => {
                    r!(i.a()) = tried!(conc::make_chan(m, RTypeId(ext!(0).ext_id()), r!(i.b())));
                    pace!();
                    pc = pc.add(1);
                }
                Op::Send => {
                    let (chan, t) = (r!(i.a()), ext!(0));
                    if conc::hand_over(&mut m.conc, chan, t, at!(i.b())) {
                        pc = pc.add(2);
                        continue;
                    }
                    match tried!(conc::send(m, chan, t, at!(i.b()))) {
                        conc::Outcome::Done(_) => pc = pc.add(1),
                        conc::Outcome::Wait => {
                            leave!(Step::Yield(SystemCall::Send { chan, value: i.b() }))
                        }
                        conc::Outcome::Never => {
                            leave!(Step::Yield(SystemCall::Forever(WaitReason::ChanSendNil)))
                        }
                    }
                }
                Op::Recv => {
                    let (chan, t) = (r!(i.b()), ext!(0));
                    if conc::must_wait(chan) {
                        let (value, slots) = (i.a(), t.ext_n());
                        leave!(Step::Yield(SystemCall::Recv { chan, value, slots, ok: NO_REG }));
                    }
                    if conc::take_over(&mut m.conc, chan, t, at!(i.a())) {
                        pc = pc.add(2);
                        continue;
                    }
                    match tried!(conc::recv(m, chan, t, at!(i.a()))) {
                        conc::Outcome::Done(_) => pc = pc.add(1),
                        conc::Outcome::Wait => {
                            let (value, slots) = (i.a(), t.ext_n());
                            leave!(Step::Yield(SystemCall::Recv { chan, value, slots, ok: NO_REG }))
                        }
                        conc::Outcome::Never => {
                            leave!(Step::Yield(SystemCall::Forever(WaitReason::ChanReceiveNil)))
                        }
                    }
                }
                Op::RecvOk => {
                    let (chan, t) = (r!(i.b()), ext!(0));
                    if conc::must_wait(chan) {
                        let (value, slots) = (i.a(), t.ext_n());
                        leave!(Step::Yield(SystemCall::Recv { chan, value, slots, ok: i.c() }));
                    }
                    if conc::take_over(&mut m.conc, chan, t, at!(i.a())) {
                        r!(i.c()) = 1;
                        pc = pc.add(2);
                        continue;
                    }
                    match tried!(conc::recv(m, chan, t, at!(i.a()))) {
                        conc::Outcome::Done(ok) => {
                            r!(i.c()) = u64::from(ok);
                            pc = pc.add(1);
                        }
                        conc::Outcome::Wait => {
                            let (value, slots) = (i.a(), t.ext_n());
                            leave!(Step::Yield(SystemCall::Recv { chan, value, slots, ok: i.c() }))
                        }
                        conc::Outcome::Never => {
                            leave!(Step::Yield(SystemCall::Forever(WaitReason::ChanReceiveNil)))
                        }
                    }
                }
                Op::CloseChan => {
                    tried!(conc::close(m, r!(i.a())));
                    pace!();
                }
                Op::ChanLen => r!(i.a()) = conc::chan_len(r!(i.b())),
                Op::ChanCap => r!(i.a()) = conc::chan_cap(r!(i.b())),
                Op::Select => {
                    let func = FuncId(*base.sub(3) as u32);
                    match tried!(conc::select(m, func, i.b(), base)) {
                        Some(chosen) => r!(i.a()) = chosen as u64,
                        None => leave!(Step::Yield(SystemCall::Select { func, table: i.b(), dst: i.a() })),
                    }
                }

                // ---- calls -----------------------------------------------------------------------------------------
                Op::Call => enter!(i.a(), i.bc(), None, pc.add(1)),
                Op::CallClosure => {
                    let closure = non_nil!(i.b());
                    enter!(i.a(), closure::func(closure), Some(closure), pc.add(2));
                }
                Op::CallIface => {
                    let [dynamic, word] = pair!(i.b());
                    let cache = ext!(1).0;
                    let func = if cache as u32 == dynamic as u32 && dynamic != 0 {
                        (cache >> 32) as u32
                    } else {
                        if dynamic == 0 {
                            throw!(panics::nil_dereference());
                        }
                        match iface::find_method(m, dynamic, ext!(0).ext_id()) {
                            Some(func) => {
                                let word = dynamic | u64::from(func) << 32;
                                crate::vm::Program::write_cache(pc.add(2), word);
                                func
                            }
                            None => throw!(Thrown::Fatal("method not found".into())),
                        }
                    };
                    *at!(i.a()).add(3 + usize::from(i.c())) = word;
                    enter!(i.a(), func, None, pc.add(3));
                }
                Op::CallNative => {
                    let (results, params) = m.program.signature_slots(RTypeId(ext!(0).ext_id()));
                    let window = std::slice::from_raw_parts_mut(
                        at!(i.a()).add(3),
                        usize::from(results) + usize::from(params),
                    );
                    match tried!(calls::native(m, i.bc(), window, results)) {
                        NativeOutcome::Done => {
                            budget -= std::mem::take(&mut m.natives.charged) as i64;
                            pace!();
                            pc = pc.add(1);
                        }
                        NativeOutcome::Block(call) => leave!(Step::Yield(call)),
                    }
                }
                Op::Return => ret!(),
                Op::Return1 => {
                    r!(0u16) = r!(i.a());
                    ret!();
                }
                Op::Return2 => {
                    let v = pair!(i.a());
                    base.cast::<[u64; 2]>().write(v);
                    ret!();
                }
                Op::MakeClosure => {
                    let e = ext!(0).0;
                    let (from, n) = (e as u16, (e >> 16) as u16);
                    r!(i.a()) = tried!(calls::make_closure(m, i.bc(), (e >> 32) as u32, at!(from), n));
                    pace!();
                    pc = pc.add(1);
                }
                Op::LoadCapture => {
                    let entry = &*m.program.entries().add(*base.sub(3) as u32 as usize);
                    let own = *base.add(usize::from(entry.results) + usize::from(entry.params));
                    let from = (own + 8) as *const u64;
                    let from = from.add(usize::from(i.b()));
                    std::ptr::copy_nonoverlapping(from, at!(i.a()), usize::from(i.c()));
                }
                Op::Go => {
                    let entry = Entry { func: FuncId(i.bc()), closure: 0, window: i.a() };
                    leave!(Step::Yield(SystemCall::Go(entry)));
                }
                Op::GoClosure => {
                    let closure = r!(i.b());
                    if closure == 0 {
                        throw!(Thrown::Fatal("go of nil func value".into()));
                    }
                    let entry = Entry { func: FuncId(closure::func(closure)), closure, window: i.a() };
                    leave!(Step::Yield(SystemCall::Go(entry)));
                }
                Op::Defer => {
                    let owner = if i.c() == 1 { r!(i.b()) as u32 } else { s.offset(base) };
                    s.defer(owner, r!(i.a()));
                }
                Op::FrameToken => r!(i.a()) = u64::from(s.offset(base)),
                Op::RunDefers => {
                    if s.unwinding.is_some()
                        && let Some(closure) = s.take_deferred(s.offset(base))
                    {
                        if closure == 0 {
                            throw!(panics::nil_dereference());
                        }
                        let current = &*m.program.entries().add(*base.sub(3) as u32 as usize);
                        enter!(current.regs as u16, closure::func(closure), Some(closure), pc);
                    }
                }
                Op::Recover => {
                    save!();
                    let value = s.recover(m);
                    at!(i.a()).cast::<[u64; 2]>().write(value);
                }
                Op::Panic => {
                    let [ty, word] = pair!(i.a());
                    throw!(Thrown::Value(ty, word));
                }
                Op::Throw => throw!(panics::thrown(i.a(), r!(i.b()), r!(i.c()))),

                // ---- goroutines and synchronisation ----------------------------------------------------------------
                Op::MutexLock => {
                    let mutex = non_nil!(i.a());
                    if mem::load::<i32>(mutex) == 0 {
                        mem::store(mutex, 1i32);
                    } else {
                        let key = WaitKey { addr: mutex + 4, tag: 0 };
                        leave!(Step::Yield(SystemCall::Acquire { key, reason: WaitReason::Mutex }));
                    }
                }
                Op::MutexUnlock => {
                    let mutex = non_nil!(i.a());
                    tried!(conc::mutex_unlock(&mut m.conc, mutex));
                }
                Op::WaitGroupAdd => {
                    let group = non_nil!(i.a());
                    tried!(conc::wait_group_add(&mut m.conc, group, r!(i.b()) as i64));
                }
                Op::WaitGroupWait => {
                    let group = non_nil!(i.a());
                    if mem::load::<i64>(group) != 0 {
                        let key = WaitKey { addr: group + 8, tag: 0 };
                        leave!(Step::Yield(SystemCall::Acquire { key, reason: WaitReason::WaitGroup }));
                    }
                }
                Op::Sleep => {
                    let nanos = r!(i.a()) as i64;
                    if nanos > 0 {
                        leave!(Step::Yield(SystemCall::Sleep(nanos)));
                    }
                }
                Op::Yield => leave!(Step::Yield(SystemCall::Yield)),

                Op::Print => print::print(m, i.a(), at!(i.b())),
                Op::EndTask => leave!(Step::Done),
                Op::AfterDefer => {
                    s.base = base;
                    m.budget = budget;
                    if let Some(step) = m.after_defer(s) {
                        return step;
                    }
                    pc = s.pc;
                    base = s.base;
                    continue;
                }
            }
            pc = pc.add(1);
        }
    }
}
