//! The native half of package math/bits. An unsigned number of any width lies zero-extended in its register.

use super::{Done, NativeCx, NativeResult, Row, Unwind};

/// The functions without body of `stdlib/math/bits`.
pub const TABLE: &[Row] = &[
    ("math/bits.Add", add64),
    ("math/bits.Add32", add32),
    ("math/bits.Add64", add64),
    ("math/bits.Div", div64),
    ("math/bits.Div32", div32),
    ("math/bits.Div64", div64),
    ("math/bits.LeadingZeros", leading_zeros64),
    ("math/bits.LeadingZeros16", leading_zeros16),
    ("math/bits.LeadingZeros32", leading_zeros32),
    ("math/bits.LeadingZeros64", leading_zeros64),
    ("math/bits.LeadingZeros8", leading_zeros8),
    ("math/bits.Len", len),
    ("math/bits.Len16", len),
    ("math/bits.Len32", len),
    ("math/bits.Len64", len),
    ("math/bits.Len8", len),
    ("math/bits.Mul", mul64),
    ("math/bits.Mul32", mul32),
    ("math/bits.Mul64", mul64),
    ("math/bits.OnesCount", ones_count),
    ("math/bits.OnesCount16", ones_count),
    ("math/bits.OnesCount32", ones_count),
    ("math/bits.OnesCount64", ones_count),
    ("math/bits.OnesCount8", ones_count),
    ("math/bits.Rem", rem64),
    ("math/bits.Rem32", rem32),
    ("math/bits.Rem64", rem64),
    ("math/bits.Reverse", reverse64),
    ("math/bits.Reverse16", reverse16),
    ("math/bits.Reverse32", reverse32),
    ("math/bits.Reverse64", reverse64),
    ("math/bits.Reverse8", reverse8),
    ("math/bits.ReverseBytes", reverse_bytes64),
    ("math/bits.ReverseBytes16", reverse_bytes16),
    ("math/bits.ReverseBytes32", reverse_bytes32),
    ("math/bits.ReverseBytes64", reverse_bytes64),
    ("math/bits.RotateLeft", rotate_left64),
    ("math/bits.RotateLeft16", rotate_left16),
    ("math/bits.RotateLeft32", rotate_left32),
    ("math/bits.RotateLeft64", rotate_left64),
    ("math/bits.RotateLeft8", rotate_left8),
    ("math/bits.Sub", sub64),
    ("math/bits.Sub32", sub32),
    ("math/bits.Sub64", sub64),
    ("math/bits.TrailingZeros", trailing_zeros64),
    ("math/bits.TrailingZeros16", trailing_zeros16),
    ("math/bits.TrailingZeros32", trailing_zeros32),
    ("math/bits.TrailingZeros64", trailing_zeros64),
    ("math/bits.TrailingZeros8", trailing_zeros8),
];

/// Natives of one number of a width, by a method of Rust's integers.
macro_rules! unary {
    ($($native:ident = $t:ty, $method:ident;)*) => { $(
        fn $native(cx: &mut NativeCx<'_>) -> NativeResult {
            let x = cx.uint() as $t;
            cx.ret_uint(u64::from(x.$method()));
            Ok(Done)
        }
    )* };
}

unary! {
    leading_zeros8 = u8, leading_zeros;
    leading_zeros16 = u16, leading_zeros;
    leading_zeros32 = u32, leading_zeros;
    leading_zeros64 = u64, leading_zeros;
    trailing_zeros8 = u8, trailing_zeros;
    trailing_zeros16 = u16, trailing_zeros;
    trailing_zeros32 = u32, trailing_zeros;
    trailing_zeros64 = u64, trailing_zeros;
    ones_count = u64, count_ones;
    reverse8 = u8, reverse_bits;
    reverse16 = u16, reverse_bits;
    reverse32 = u32, reverse_bits;
    reverse64 = u64, reverse_bits;
    reverse_bytes16 = u16, swap_bytes;
    reverse_bytes32 = u32, swap_bytes;
    reverse_bytes64 = u64, swap_bytes;
}

fn len(cx: &mut NativeCx<'_>) -> NativeResult {
    let x = cx.uint();
    cx.ret_int(i64::from(u64::BITS - x.leading_zeros()));
    Ok(Done)
}

/// Rotations; a negative count rotates right, which is left by the count modulo the width.
macro_rules! rotations {
    ($($native:ident = $t:ty;)*) => { $(
        fn $native(cx: &mut NativeCx<'_>) -> NativeResult {
            let (x, k) = (cx.uint() as $t, cx.int());
            cx.ret_uint(u64::from(x.rotate_left(k as u32 & (<$t>::BITS - 1))));
            Ok(Done)
        }
    )* };
}

rotations! {
    rotate_left8 = u8;
    rotate_left16 = u16;
    rotate_left32 = u32;
    rotate_left64 = u64;
}

/// Two results, the wider or first one before.
fn give(cx: &mut NativeCx<'_>, first: u64, second: u64) -> NativeResult {
    cx.ret_uint(first);
    cx.ret_uint(second);
    Ok(Done)
}

fn add32(cx: &mut NativeCx<'_>) -> NativeResult {
    let sum = cx.uint() + cx.uint() + cx.uint();
    give(cx, u64::from(sum as u32), sum >> 32)
}

fn add64(cx: &mut NativeCx<'_>) -> NativeResult {
    let (x, y, carry) = (cx.uint(), cx.uint(), cx.uint());
    let sum = x.wrapping_add(y).wrapping_add(carry);
    // As Go has it, for a carry that is neither 0 nor 1 too.
    give(cx, sum, ((x & y) | ((x | y) & !sum)) >> 63)
}

fn sub32(cx: &mut NativeCx<'_>) -> NativeResult {
    let (x, y, borrow) = (cx.uint() as u32, cx.uint() as u32, cx.uint() as u32);
    let diff = x.wrapping_sub(y).wrapping_sub(borrow);
    give(cx, u64::from(diff), u64::from(((!x & y) | (!(x ^ y) & diff)) >> 31))
}

fn sub64(cx: &mut NativeCx<'_>) -> NativeResult {
    let (x, y, borrow) = (cx.uint(), cx.uint(), cx.uint());
    let diff = x.wrapping_sub(y).wrapping_sub(borrow);
    give(cx, diff, ((!x & y) | (!(x ^ y) & diff)) >> 63)
}

fn mul32(cx: &mut NativeCx<'_>) -> NativeResult {
    let product = cx.uint() * cx.uint();
    give(cx, product >> 32, u64::from(product as u32))
}

fn mul64(cx: &mut NativeCx<'_>) -> NativeResult {
    let product = u128::from(cx.uint()) * u128::from(cx.uint());
    give(cx, (product >> 64) as u64, product as u64)
}

fn divide_error(cx: &NativeCx<'_>) -> Unwind {
    cx.throw("integer divide by zero")
}

/// The checks of a division of (hi, lo) by y.
fn check_quotient(cx: &NativeCx<'_>, hi: u64, y: u64) -> Result<(), Unwind> {
    if y == 0 {
        return Err(divide_error(cx));
    }
    if y <= hi {
        return Err(cx.throw("integer overflow"));
    }
    Ok(())
}

fn div32(cx: &mut NativeCx<'_>) -> NativeResult {
    let (hi, lo, y) = (cx.uint(), cx.uint(), cx.uint());
    check_quotient(cx, hi, y)?;
    let x = hi << 32 | lo;
    give(cx, x / y, x % y)
}

fn div64(cx: &mut NativeCx<'_>) -> NativeResult {
    let (hi, lo, y) = (cx.uint(), cx.uint(), cx.uint());
    check_quotient(cx, hi, y)?;
    let x = u128::from(hi) << 64 | u128::from(lo);
    give(cx, (x / u128::from(y)) as u64, (x % u128::from(y)) as u64)
}

fn rem32(cx: &mut NativeCx<'_>) -> NativeResult {
    let (hi, lo, y) = (cx.uint(), cx.uint(), cx.uint());
    if y == 0 {
        return Err(divide_error(cx));
    }
    cx.ret_uint((hi << 32 | lo) % y);
    Ok(Done)
}

fn rem64(cx: &mut NativeCx<'_>) -> NativeResult {
    let (hi, lo, y) = (cx.uint(), cx.uint(), cx.uint());
    if y == 0 {
        return Err(divide_error(cx));
    }
    cx.ret_uint(((u128::from(hi) << 64 | u128::from(lo)) % u128::from(y)) as u64);
    Ok(Done)
}
