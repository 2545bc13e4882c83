//! The natives of package internal/rt: conversions without copying, for the standard library only.

use super::{Done, NativeCx, NativeResult, Row, SliceRef};

/// The functions without body of `stdlib/internal/rt`.
pub const TABLE: &[Row] = &[
    ("internal/rt.BytesOf", bytes_of),
    ("internal/rt.Settings", settings),
    ("internal/rt.StringOf", string_of),
];

fn string_of(cx: &mut NativeCx<'_>) -> NativeResult {
    let b = cx.slice();
    cx.ret_str_raw(if b.len == 0 { 0 } else { b.addr }, b.len);
    Ok(Done)
}

fn bytes_of(cx: &mut NativeCx<'_>) -> NativeResult {
    let (addr, len) = cx.str_raw();
    cx.ret_slice(SliceRef { addr, len, cap: len });
    Ok(Done)
}

/// `func Settings() string`
fn settings(cx: &mut NativeCx<'_>) -> NativeResult {
    let settings = cx.state().settings.clone();
    cx.ret_str(settings.as_bytes())?;
    Ok(Done)
}
