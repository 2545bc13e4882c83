//! Package crypto/tls in a build without the feature `tls`: it is there, but there are no sessions.

use super::{Done, NativeCx, NativeResult, Row};

/// The functions without body of `stdlib/crypto/tls`.
pub const TABLE: &[Row] = &[
    ("crypto/tls.accept", refuse),
    ("crypto/tls.client", client),
    ("crypto/tls.closeNotify", nothing),
    ("crypto/tls.export", export),
    ("crypto/tls.feed", feed),
    ("crypto/tls.free", nothing),
    ("crypto/tls.hello", empty),
    ("crypto/tls.output", empty),
    ("crypto/tls.plain", zero),
    ("crypto/tls.seal", refuse),
    ("crypto/tls.server", server),
    ("crypto/tls.state", empty),
];

fn nothing(_: &mut NativeCx<'_>) -> NativeResult {
    Ok(Done)
}

fn refuse(cx: &mut NativeCx<'_>) -> NativeResult {
    cx.ret_str(b"tls: this phasync was built without TLS")?;
    Ok(Done)
}

fn client(cx: &mut NativeCx<'_>) -> NativeResult {
    cx.ret_int(-1);
    refuse(cx)
}

fn server(cx: &mut NativeCx<'_>) -> NativeResult {
    cx.ret_int(-1);
    Ok(Done)
}

/// The peer has closed.
fn feed(cx: &mut NativeCx<'_>) -> NativeResult {
    cx.ret_int(1);
    refuse(cx)
}

fn zero(cx: &mut NativeCx<'_>) -> NativeResult {
    cx.ret_int(0);
    Ok(Done)
}

fn empty(cx: &mut NativeCx<'_>) -> NativeResult {
    cx.ret_bytes(&[])?;
    Ok(Done)
}

fn export(cx: &mut NativeCx<'_>) -> NativeResult {
    cx.ret_bytes(&[])?;
    refuse(cx)
}
