//! The native half of packages math/rand and math/rand/v2, over the cores in [`num`](super::num), and the generator of
//! the run.

use super::num::{self, STATE_LEN, Strip};
use super::{Done, NativeCx, NativeResult, Row};

/// The functions without body of `stdlib/math/rand`, `stdlib/math/rand/v2` and `stdlib/internal/rt/rand.pgo`.
pub const TABLE: &[Row] = &[
    ("internal/rt.Rand64", rand64),
    ("math/rand.fillState", fill_state),
    ("math/rand.zigExp", zig_exp),
    ("math/rand.zigNorm", zig_norm),
    ("math/rand/v2.blocks", blocks),
    ("math/rand/v2.zigExp", zig_exp),
    ("math/rand/v2.zigNorm", zig_norm),
];

fn rand64(cx: &mut NativeCx<'_>) -> NativeResult {
    let bits = match &mut cx.state().random {
        Some(random) => random.next(),
        None => cx.host().random(),
    };
    cx.ret_uint(bits);
    Ok(Done)
}

fn fill_state(cx: &mut NativeCx<'_>) -> NativeResult {
    let (slice, seed) = (cx.slice(), cx.int());
    let mut state = [0; STATE_LEN];
    num::fill_state(&mut state, seed);
    let mem = cx.mem();
    for (i, number) in (0..slice.len).zip(state) {
        mem.set_i64(slice.addr + 8 * i, number);
    }
    cx.charge(STATE_LEN as u64);
    Ok(Done)
}

/// A strip that is not there is never asked for.
fn give_strip(cx: &mut NativeCx<'_>, strip: Option<Strip>) -> NativeResult {
    let strip = strip.ok_or_else(|| cx.throw("no such strip"))?;
    cx.ret_uint(u64::from(strip.sure));
    cx.ret_float32(strip.scale);
    cx.ret_float32(strip.density);
    Ok(Done)
}

fn zig_norm(cx: &mut NativeCx<'_>) -> NativeResult {
    let i = cx.uint() as usize;
    give_strip(cx, num::norm_strip(i))
}

fn zig_exp(cx: &mut NativeCx<'_>) -> NativeResult {
    let i = cx.uint() as usize;
    give_strip(cx, num::exp_strip(i))
}

fn blocks(cx: &mut NativeCx<'_>) -> NativeResult {
    let (key, buf, counter) = (cx.slice(), cx.slice(), cx.uint());
    let mem = cx.mem();
    let mut words = [0; 4];
    for (word, i) in words.iter_mut().zip(0..key.len) {
        *word = mem.u64(key.addr + 8 * i);
    }
    for (i, word) in (0..buf.len).zip(num::blocks(&words, counter as u32)) {
        mem.set_u64(buf.addr + 8 * i, word);
    }
    cx.charge(32);
    Ok(Done)
}
