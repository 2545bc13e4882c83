//! Integers, floating point, conversions between them, and comparisons of all values to a boolean.

use crate::heap::{Equality, RTypeId, equal_strings};
use crate::vm::exec::{arith, data, iface};
use crate::vm::panics;

// `R(a) = f(R(b), R(c))` for words, floats and float32; of `R(b)` only; of `R(b)` and the immediate `c`.
macro_rules! op2 {
    ($e:ident, |$x:ident, $y:ident| $value:expr) => {{
        let ($x, $y) = ($e.r($e.b()), $e.r($e.c()));
        $e.set($e.a(), $value);
    }};
}
macro_rules! fop2 {
    ($e:ident, |$x:ident, $y:ident| $value:expr) => {{
        let ($x, $y) = ($e.f($e.b()), $e.f($e.c()));
        $e.set($e.a(), f64::to_bits($value));
    }};
}
macro_rules! f32op2 {
    ($e:ident, |$x:ident, $y:ident| $value:expr) => {{
        let ($x, $y) = ($e.f32($e.b()), $e.f32($e.c()));
        $e.set($e.a(), u64::from(f32::to_bits($value)));
    }};
}
macro_rules! op1 {
    ($e:ident, |$x:ident| $value:expr) => {{
        let $x = $e.r($e.b());
        $e.set($e.a(), $value);
    }};
}
macro_rules! imm {
    ($e:ident, |$x:ident, $y:ident| $value:expr) => {{
        let ($x, $y) = ($e.r($e.b()) as i64, i64::from($e.c() as i16));
        $e.set($e.a(), ($value) as u64);
    }};
}

handlers! { e;
    // ---- integers --------------------------------------------------------------------------------------------
    AddInt { op2!(e, |x, y| x.wrapping_add(y)); }
    SubInt { op2!(e, |x, y| x.wrapping_sub(y)); }
    MulInt { op2!(e, |x, y| x.wrapping_mul(y)); }
    DivInt {
        let (x, y) = (e.r(e.b()) as i64, e.r(e.c()) as i64);
        if y == 0 {
            return Err(Trap::Divide);
        }
        e.set(e.a(), x.wrapping_div(y) as u64);
    }
    RemInt {
        let (x, y) = (e.r(e.b()) as i64, e.r(e.c()) as i64);
        if y == 0 {
            return Err(Trap::Divide);
        }
        e.set(e.a(), x.wrapping_rem(y) as u64);
    }
    DivUint {
        let (x, y) = (e.r(e.b()), e.r(e.c()));
        if y == 0 {
            return Err(Trap::Divide);
        }
        e.set(e.a(), x / y);
    }
    RemUint {
        let (x, y) = (e.r(e.b()), e.r(e.c()));
        if y == 0 {
            return Err(Trap::Divide);
        }
        e.set(e.a(), x % y);
    }
    And { op2!(e, |x, y| x & y); }
    Or { op2!(e, |x, y| x | y); }
    Xor { op2!(e, |x, y| x ^ y); }
    AndNot { op2!(e, |x, y| x & !y); }
    Shl { op2!(e, |x, y| if y < 64 { x << y } else { 0 }); }
    ShrInt { op2!(e, |x, y| ((x as i64) >> y.min(63)) as u64); }
    ShrUint { op2!(e, |x, y| if y < 64 { x >> y } else { 0 }); }
    CheckShift {
        if (e.r(e.a()) as i64) < 0 {
            return Err(panics::negative_shift().into());
        }
    }
    AddImm { imm!(e, |x, y| x.wrapping_add(y)); }
    MulImm { imm!(e, |x, y| x.wrapping_mul(y)); }
    MulAddInt {
        let (x, y, z) = (e.r(e.b()), e.r(e.c()), e.r(e.ext(0).0 as u16));
        e.set(e.a(), x.wrapping_mul(y).wrapping_add(z));
    }
    MulImmAddInt {
        let (x, y, z) = (e.r(e.b()), i64::from(e.c() as i16) as u64, e.r(e.ext(0).0 as u16));
        e.set(e.a(), x.wrapping_mul(y).wrapping_add(z));
    }
    DivImm {
        let x = e.r(e.b());
        let Some((quotient, _)) = arith::divide_by_small(x, i64::from(e.c() as i16)).filter(|_| x as i64 >= 0) else {
            return e.rest(div_imm);
        };
        e.set(e.a(), quotient);
    }
    RemImm {
        let x = e.r(e.b());
        let Some((_, remainder)) = arith::divide_by_small(x, i64::from(e.c() as i16)).filter(|_| x as i64 >= 0) else {
            return e.rest(rem_imm);
        };
        e.set(e.a(), remainder);
    }
    DivUintImm { imm!(e, |x, y| arith::divide_unsigned(x as u64, y).0); }
    RemUintImm { imm!(e, |x, y| arith::divide_unsigned(x as u64, y).1); }
    DivPower { imm!(e, |x, y| x.wrapping_add(arith::towards_zero(x, y)) >> (y & 63)); }
    RemPower {
        imm!(e, |x, y| {
            let bias = arith::towards_zero(x, y);
            (x.wrapping_add(bias) & ((1 << (y & 63)) - 1)) - bias
        });
    }
    AndImm { imm!(e, |x, y| x & y); }
    ShlImm { imm!(e, |x, y| x << (y & 63)); }
    ShrIntImm { imm!(e, |x, y| x >> (y & 63)); }
    ShrUintImm { imm!(e, |x, y| (x as u64) >> (y & 63)); }
    NegInt { op1!(e, |x| x.wrapping_neg()); }
    Complement { op1!(e, |x| !x); }
    Not { op1!(e, |x| x ^ 1); }
    ExtI8 { op1!(e, |x| x as i8 as u64); }
    ExtI16 { op1!(e, |x| x as i16 as u64); }
    ExtI32 { op1!(e, |x| x as i32 as u64); }
    ExtU8 { op1!(e, |x| u64::from(x as u8)); }
    ExtU16 { op1!(e, |x| u64::from(x as u16)); }
    ExtU32 { op1!(e, |x| u64::from(x as u32)); }
    AddInt32 { op2!(e, |x, y| x.wrapping_add(y) as i32 as u64); }
    AddUint32 { op2!(e, |x, y| u64::from(x.wrapping_add(y) as u32)); }
    MulUint32 { op2!(e, |x, y| u64::from(x.wrapping_mul(y) as u32)); }
    LeadingZeros { op1!(e, |x| u64::from(x.leading_zeros())); }
    TrailingZeros { op1!(e, |x| u64::from(x.trailing_zeros())); }
    OnesCount { op1!(e, |x| u64::from(x.count_ones())); }
    MulHiLo {
        let product = u128::from(e.r(e.b())) * u128::from(e.r(e.c()));
        e.set(e.a(), (product >> 64) as u64);
        *e.at(e.a()).add(1) = product as u64;
    }
    // ---- floating point --------------------------------------------------------------------------------------
    AddFloat { fop2!(e, |x, y| x + y); }
    SubFloat { fop2!(e, |x, y| x - y); }
    MulFloat { fop2!(e, |x, y| x * y); }
    DivFloat { fop2!(e, |x, y| x / y); }
    MulAddFloat {
        let (x, y, z) = (e.f(e.b()), e.f(e.c()), e.f(e.ext(0).0 as u16));
        e.set(e.a(), f64::to_bits(x * y + z));
    }
    MulSubFloat {
        let (x, y, z) = (e.f(e.b()), e.f(e.c()), e.f(e.ext(0).0 as u16));
        e.set(e.a(), f64::to_bits(x * y - z));
    }
    SubMulFloat {
        let (x, y, z) = (e.f(e.b()), e.f(e.c()), e.f(e.ext(0).0 as u16));
        e.set(e.a(), f64::to_bits(z - x * y));
    }
    NegFloat { op1!(e, |x| x ^ 1 << 63); }
    AddFloat32 { f32op2!(e, |x, y| x + y); }
    SubFloat32 { f32op2!(e, |x, y| x - y); }
    MulFloat32 { f32op2!(e, |x, y| x * y); }
    DivFloat32 { f32op2!(e, |x, y| x / y); }
    NegFloat32 { op1!(e, |x| u64::from(x as u32 ^ 1 << 31)); }
    Sqrt { op1!(e, |x| f64::from_bits(x).sqrt().to_bits()); }
    AbsFloat { op1!(e, |x| x & !(1 << 63)); }
    Floor { op1!(e, |x| f64::from_bits(x).floor().to_bits()); }
    MulComplex {
        let v = arith::mul_complex(e.pair(e.b()), e.pair(e.c()));
        e.set_pair(e.a(), v);
    }
    DivComplex {
        let v = arith::div_complex(e.pair(e.b()), e.pair(e.c()));
        e.set_pair(e.a(), v);
    }
    MulComplex64 {
        let v = arith::mul_complex64(e.pair(e.b()), e.pair(e.c()));
        e.set_pair(e.a(), v);
    }
    DivComplex64 {
        let v = arith::div_complex64(e.pair(e.b()), e.pair(e.c()));
        e.set_pair(e.a(), v);
    }
    // ---- conversions between numbers -------------------------------------------------------------------------
    IntToFloat { op1!(e, |x| (x as i64 as f64).to_bits()); }
    UintToFloat { op1!(e, |x| (x as f64).to_bits()); }
    FloatToInt { op1!(e, |x| arith::float_to_int(f64::from_bits(x)) as u64); }
    FloatToInt32 { op1!(e, |x| arith::float_to_int32(f64::from_bits(x)) as u64); }
    FloatToUint { op1!(e, |x| arith::float_to_uint(f64::from_bits(x))); }
    FloatToFloat32 { op1!(e, |x| u64::from((f64::from_bits(x) as f32).to_bits())); }
    Float32ToFloat { op1!(e, |x| f64::from(f32::from_bits(x as u32)).to_bits()); }
    IntToFloat32 { op1!(e, |x| u64::from((x as i64 as f32).to_bits())); }
    UintToFloat32 { op1!(e, |x| u64::from((x as f32).to_bits())); }
    // ---- comparison to a boolean -----------------------------------------------------------------------------
    EqInt { op2!(e, |x, y| u64::from(x == y)); }
    NeInt { op2!(e, |x, y| u64::from(x != y)); }
    LtInt { op2!(e, |x, y| u64::from((x as i64) < y as i64)); }
    LeInt { op2!(e, |x, y| u64::from(x as i64 <= y as i64)); }
    LtUint { op2!(e, |x, y| u64::from(x < y)); }
    LeUint { op2!(e, |x, y| u64::from(x <= y)); }
    EqFloat { e.set(e.a(), u64::from(e.f(e.b()) == e.f(e.c()))); }
    LtFloat { e.set(e.a(), u64::from(e.f(e.b()) < e.f(e.c()))); }
    LeFloat { e.set(e.a(), u64::from(e.f(e.b()) <= e.f(e.c()))); }
    EqFloat32 { e.set(e.a(), u64::from(e.f32(e.b()) == e.f32(e.c()))); }
    LtFloat32 { e.set(e.a(), u64::from(e.f32(e.b()) < e.f32(e.c()))); }
    LeFloat32 { e.set(e.a(), u64::from(e.f32(e.b()) <= e.f32(e.c()))); }
    EqString { e.set(e.a(), u64::from(equal_strings(e.pair(e.b()), e.pair(e.c())))); }
    LtString { e.set(e.a(), u64::from(data::compare(e.pair(e.b()), e.pair(e.c())).is_lt())); }
    LeString { e.set(e.a(), u64::from(data::compare(e.pair(e.b()), e.pair(e.c())).is_le())); }
    EqIface {
        let equal = iface::equal(e.m, e.pair(e.b()), e.pair(e.c()));
        e.set(e.a(), u64::from((equal)?));
    }
    EqValue {
        let (n, ty) = (usize::from(e.ext(0).ext_n()), RTypeId(e.ext(0).ext_id()));
        if e.m.program.rtypes.get(ty).eq != Equality::Bytes {
            return e.rest(eq_value);
        }
        // Numbers without fractions and pointers, each in its register.
        let (x, y) = (e.at(e.b()), e.at(e.c()));
        e.set(e.a(), u64::from((0..n).all(|i| *x.add(i) == *y.add(i))));
    }
    EqMem {
        let equal = iface::equal_memory(e.m, RTypeId(e.ext(0).ext_id()), e.r(e.b()), e.r(e.c()));
        e.set(e.a(), u64::from((equal)?));
    }
}

handler! { #[inline(never)] e; eq_value for EqValue {
    let ty = RTypeId(e.ext(0).ext_id());
    let equal = iface::equal_values(e.m, ty, e.at(e.b()), e.at(e.c()), e.ext(0).ext_n());
    e.set(e.a(), u64::from((equal)?));
} }

// Dividends below 0, and divisors that are not small.
handler! { #[inline(never)] e; div_imm for DivImm {
    let (x, y) = (e.r(e.b()) as i64, i64::from(e.c() as i16));
    if y == 0 {
        return Err(Trap::Divide);
    }
    e.set(e.a(), arith::divide_by_constant(x, y).0 as u64);
} }
handler! { #[inline(never)] e; rem_imm for RemImm {
    let (x, y) = (e.r(e.b()) as i64, i64::from(e.c() as i16));
    if y == 0 {
        return Err(Trap::Divide);
    }
    e.set(e.a(), arith::divide_by_constant(x, y).1 as u64);
} }
