//! The native half of packages math/rand and math/rand/v2, over the cores in [`num`](super::num), and the generator of
//! the run.
//!
//! A `Rand` whose source is one of the packages' own draws in one native call; one with a source of the program's draws in
//! the language. The sources lie in memory as their packages declare them.

use super::num::{self, STATE_LEN, Strip};
use super::{Done, NativeCx, NativeResult, Row, Unwind};

/// The functions without body of `stdlib/math/rand`, `stdlib/math/rand/v2` and `stdlib/internal/rt/rand.pgo`.
pub const TABLE: &[Row] = &[
    ("internal/rt.Rand64", rand64),
    ("math/rand.below", below31),
    ("math/rand.exp", exp_v1),
    ("math/rand.fillState", fill_state),
    ("math/rand.float", float_v1),
    ("math/rand.int63n", int63n),
    ("math/rand.intn", intn),
    ("math/rand.next", next_v1),
    ("math/rand.norm", norm_v1),
    ("math/rand.perm", perm_v1),
    ("math/rand.zigExp", zig_exp),
    ("math/rand.zigNorm", zig_norm),
    ("math/rand/v2.below", below64),
    ("math/rand/v2.blocks", blocks),
    ("math/rand/v2.exp", exp_v2),
    ("math/rand/v2.float", float_v2),
    ("math/rand/v2.next", next_v2),
    ("math/rand/v2.norm", norm_v2),
    ("math/rand/v2.perm", perm_v2),
    ("math/rand/v2.zigExp", zig_exp),
    ("math/rand/v2.zigNorm", zig_norm),
];

/// What random numbers come from.
#[derive(Clone, Copy)]
enum Source {
    /// The generator of the run.
    Run,
    /// `rngSource` of math/rand, at this address.
    Lagged(u64),
    /// `PCG` of math/rand/v2.
    Pcg(u64),
    /// `ChaCha8` of math/rand/v2.
    ChaCha8(u64),
}

impl Source {
    /// The next argument: `*rngSource`, nil for the generator of the run.
    fn v1(cx: &mut NativeCx<'_>) -> Source {
        match cx.ptr() {
            0 => Source::Run,
            addr => Source::Lagged(addr),
        }
    }

    /// The next two arguments: `*PCG` and `*ChaCha8`, both nil for the generator of the run.
    fn v2(cx: &mut NativeCx<'_>) -> Source {
        match (cx.ptr(), cx.ptr()) {
            (0, 0) => Source::Run,
            (0, addr) => Source::ChaCha8(addr),
            (addr, _) => Source::Pcg(addr),
        }
    }

    /// The next 64 bits.
    fn bits(self, cx: &mut NativeCx<'_>) -> u64 {
        match self {
            Source::Run => match &mut cx.state().random {
                Some(random) => random.next(),
                None => cx.host().random(),
            },
            Source::Lagged(addr) => lagged(cx, addr),
            Source::Pcg(addr) => pcg(cx, addr),
            Source::ChaCha8(addr) => chacha8(cx, addr),
        }
    }

    /// The next 63 bits, as math/rand uses them.
    fn bits63(self, cx: &mut NativeCx<'_>) -> i64 {
        (self.bits(cx) & i64::MAX as u64) as i64
    }
}

/// The sum of two of the numbers that the source remembers, of which one is replaced by it.
fn lagged(cx: &mut NativeCx<'_>, addr: u64) -> u64 {
    const TAP: u64 = 0;
    const FEED: u64 = 8;
    const STATE: u64 = 16;
    let mem = cx.mem();
    let back = |place: u64| match mem.u64(addr + place) {
        at @ 1..=607 => at - 1,
        _ => STATE_LEN as u64 - 1,
    };
    let (tap, feed) = (back(TAP), back(FEED));
    mem.set_u64(addr + TAP, tap);
    mem.set_u64(addr + FEED, feed);
    let sum = mem.u64(addr + STATE + 8 * feed).wrapping_add(mem.u64(addr + STATE + 8 * tap));
    mem.set_u64(addr + STATE + 8 * feed, sum);
    sum
}

/// PCG-DXSM (O'Neill): a linear congruential generator of 128 bits, whose state is mixed before it is given.
fn pcg(cx: &mut NativeCx<'_>, addr: u64) -> u64 {
    const MULTIPLIER: u128 = 2_549_297_995_355_413_924 << 64 | 4_865_540_595_714_422_341;
    const INCREMENT: u128 = 6_364_136_223_846_793_005 << 64 | 1_442_695_040_888_963_407;
    const MIXER: u64 = 0xda94_2042_e4dd_58b5;
    let mem = cx.mem();
    let state = u128::from(mem.u64(addr)) << 64 | u128::from(mem.u64(addr + 8));
    let state = state.wrapping_mul(MULTIPLIER).wrapping_add(INCREMENT);
    let (mut high, low) = ((state >> 64) as u64, state as u64);
    mem.set_u64(addr, high);
    mem.set_u64(addr + 8, low);
    high ^= high >> 32;
    high = high.wrapping_mul(MIXER);
    high ^= high >> 48;
    high.wrapping_mul(low | 1)
}

/// The next word of the cipher's output; of every 16 blocks the last 32 bytes are the key for the next 16.
fn chacha8(cx: &mut NativeCx<'_>, addr: u64) -> u64 {
    const KEY: u64 = 0;
    const BUF: u64 = 32;
    const COUNTER: u64 = BUF + 256;
    const NEXT: u64 = COUNTER + 8;
    const END: u64 = NEXT + 8;
    let mem = cx.mem();
    let mut next = mem.u64(addr + NEXT);
    if next >= mem.u64(addr + END).min(32) {
        let mut counter = mem.u32(addr + COUNTER).wrapping_add(4);
        if counter == 16 {
            for i in 0..4 {
                mem.set_u64(addr + KEY + 8 * i, mem.u64(addr + BUF + 8 * (28 + i)));
            }
            counter = 0;
        }
        mem.set_u32(addr + COUNTER, counter);
        let key = std::array::from_fn(|i| mem.u64(addr + KEY + 8 * i as u64));
        for (i, word) in (0..).zip(num::blocks(&key, counter)) {
            mem.set_u64(addr + BUF + 8 * i, word);
        }
        cx.charge(32);
        mem.set_u64(addr + END, if counter == 12 { 28 } else { 32 });
        next = 0;
    }
    mem.set_u64(addr + NEXT, next + 1);
    mem.u64(addr + BUF + 8 * next)
}

fn rand64(cx: &mut NativeCx<'_>) -> NativeResult {
    let bits = Source::Run.bits(cx);
    cx.ret_uint(bits);
    Ok(Done)
}

// ---- math/rand -----------------------------------------------------------------------------------------------------

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

/// `func next(rng *rngSource) uint64`
fn next_v1(cx: &mut NativeCx<'_>) -> NativeResult {
    let source = Source::v1(cx);
    let bits = source.bits(cx);
    cx.ret_uint(bits);
    Ok(Done)
}

/// A number below n, which is not 0, from so many of the 63 bits, without preferring any.
fn modulo(cx: &mut NativeCx<'_>, source: Source, n: u64, bits: u32) -> u64 {
    let mut draw = || source.bits63(cx) as u64 >> (63 - bits);
    if n & (n - 1) == 0 {
        return draw() & (n - 1);
    }
    let most = (1 << bits) - 1 - (1 << bits) % n;
    loop {
        let v = draw();
        if v <= most {
            return v % n;
        }
    }
}

/// A number below n as `Intn` gives it.
fn small_or_large(cx: &mut NativeCx<'_>, source: Source, n: u64) -> u64 {
    modulo(cx, source, n, if n < 1 << 31 { 31 } else { 63 })
}

/// The next argument, which is more than 0.
fn positive(cx: &mut NativeCx<'_>) -> Result<u64, Unwind> {
    let n = cx.int();
    if n > 0 { Ok(n as u64) } else { Err(cx.throw("a limit that is not positive")) }
}

/// `func intn(rng *rngSource, n int) int`: below 2**31 from 31 bits, else from 63.
fn intn(cx: &mut NativeCx<'_>) -> NativeResult {
    let (source, n) = (Source::v1(cx), positive(cx)?);
    let v = small_or_large(cx, source, n);
    cx.ret_uint(v);
    Ok(Done)
}

/// `func int63n(rng *rngSource, n int64) int64`
fn int63n(cx: &mut NativeCx<'_>) -> NativeResult {
    let (source, n) = (Source::v1(cx), positive(cx)?);
    let v = modulo(cx, source, n, 63);
    cx.ret_uint(v);
    Ok(Done)
}

/// `func below(rng *rngSource, n int32) int32`, by a multiplication (Lemire, "Fast Random Integer Generation in an
/// Interval").
fn below31(cx: &mut NativeCx<'_>) -> NativeResult {
    let (source, n) = (Source::v1(cx), positive(cx)? as u32);
    let mut draw = || u64::from((source.bits63(cx) >> 31) as u32) * u64::from(n);
    let mut product = draw();
    if (product as u32) < n {
        let bias = n.wrapping_neg() % n;
        while (product as u32) < bias {
            product = draw();
        }
    }
    cx.ret_uint(product >> 32);
    Ok(Done)
}

fn unit_v1(cx: &mut NativeCx<'_>, source: Source) -> f64 {
    loop {
        // The division may round up to 1.
        let f = source.bits63(cx) as f64 / (1u64 << 63) as f64;
        if f != 1.0 {
            return f;
        }
    }
}

/// `func float(rng *rngSource) float64`: in [0, 1).
fn float_v1(cx: &mut NativeCx<'_>) -> NativeResult {
    let source = Source::v1(cx);
    let f = unit_v1(cx, source);
    cx.ret_float(f);
    Ok(Done)
}

/// `func perm(rng *rngSource, p []int)`
fn perm_v1(cx: &mut NativeCx<'_>) -> NativeResult {
    let (source, p) = (Source::v1(cx), cx.slice());
    let mem = cx.mem();
    for i in 0..p.len {
        let j = small_or_large(cx, source, i + 1);
        mem.set_u64(p.addr + 8 * i, mem.u64(p.addr + 8 * j));
        mem.set_u64(p.addr + 8 * j, i);
    }
    cx.charge(p.len);
    Ok(Done)
}

/// `func norm(rng *rngSource) float64`
fn norm_v1(cx: &mut NativeCx<'_>) -> NativeResult {
    let source = Source::v1(cx);
    let draw = |cx: &mut NativeCx<'_>| {
        let j = (source.bits63(cx) >> 31) as u32;
        (j, (j & 0x7f) as usize)
    };
    let x = normal(cx, draw, |cx| unit_v1(cx, source))?;
    cx.ret_float(x);
    Ok(Done)
}

/// `func exp(rng *rngSource) float64`
fn exp_v1(cx: &mut NativeCx<'_>) -> NativeResult {
    let source = Source::v1(cx);
    let draw = |cx: &mut NativeCx<'_>| {
        let j = (source.bits63(cx) >> 31) as u32;
        (j, (j & 0xff) as usize)
    };
    let x = exponential(cx, draw, |cx| unit_v1(cx, source))?;
    cx.ret_float(x);
    Ok(Done)
}

// ---- math/rand/v2 --------------------------------------------------------------------------------------------------

/// `func next(pcg *PCG, cha *ChaCha8) uint64`
fn next_v2(cx: &mut NativeCx<'_>) -> NativeResult {
    let source = Source::v2(cx);
    let bits = source.bits(cx);
    cx.ret_uint(bits);
    Ok(Done)
}

/// A number below n, which is not 0.
fn multiplied(cx: &mut NativeCx<'_>, source: Source, n: u64) -> u64 {
    if n & (n - 1) == 0 {
        return source.bits(cx) & (n - 1);
    }
    let mut draw = || u128::from(source.bits(cx)) * u128::from(n);
    let mut product = draw();
    if (product as u64) < n {
        let bias = n.wrapping_neg() % n;
        while (product as u64) < bias {
            product = draw();
        }
    }
    (product >> 64) as u64
}

/// `func below(pcg *PCG, cha *ChaCha8, n uint64) uint64`
fn below64(cx: &mut NativeCx<'_>) -> NativeResult {
    let (source, n) = (Source::v2(cx), cx.uint());
    if n == 0 {
        return Err(cx.throw("a limit that is not positive"));
    }
    let v = multiplied(cx, source, n);
    cx.ret_uint(v);
    Ok(Done)
}

fn unit_v2(cx: &mut NativeCx<'_>, source: Source) -> f64 {
    (source.bits(cx) << 11 >> 11) as f64 / (1u64 << 53) as f64
}

/// `func float(pcg *PCG, cha *ChaCha8) float64`: in [0, 1).
fn float_v2(cx: &mut NativeCx<'_>) -> NativeResult {
    let source = Source::v2(cx);
    let f = unit_v2(cx, source);
    cx.ret_float(f);
    Ok(Done)
}

/// `func perm(pcg *PCG, cha *ChaCha8, p []int)`
fn perm_v2(cx: &mut NativeCx<'_>) -> NativeResult {
    let (source, p) = (Source::v2(cx), cx.slice());
    let mem = cx.mem();
    for i in 0..p.len {
        mem.set_u64(p.addr + 8 * i, i);
    }
    for i in (1..p.len).rev() {
        let j = multiplied(cx, source, i + 1);
        let (a, b) = (mem.u64(p.addr + 8 * i), mem.u64(p.addr + 8 * j));
        mem.set_u64(p.addr + 8 * i, b);
        mem.set_u64(p.addr + 8 * j, a);
    }
    cx.charge(p.len);
    Ok(Done)
}

/// `func norm(pcg *PCG, cha *ChaCha8) float64`
fn norm_v2(cx: &mut NativeCx<'_>) -> NativeResult {
    let source = Source::v2(cx);
    let draw = |cx: &mut NativeCx<'_>| {
        let u = source.bits(cx);
        (u as u32, (u >> 32 & 0x7f) as usize)
    };
    let x = normal(cx, draw, |cx| unit_v2(cx, source))?;
    cx.ret_float(x);
    Ok(Done)
}

/// `func exp(pcg *PCG, cha *ChaCha8) float64`
fn exp_v2(cx: &mut NativeCx<'_>) -> NativeResult {
    let source = Source::v2(cx);
    let draw = |cx: &mut NativeCx<'_>| {
        let u = source.bits(cx);
        (u as u32, (u >> 32 & 0xff) as usize)
    };
    let x = exponential(cx, draw, |cx| unit_v2(cx, source))?;
    cx.ret_float(x);
    Ok(Done)
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

// ---- the ziggurat method -------------------------------------------------------------------------------------------

/// A strip that is not there is never asked for.
fn known(cx: &NativeCx<'_>, strip: Option<Strip>) -> Result<Strip, Unwind> {
    strip.ok_or_else(|| cx.throw("no such strip"))
}

fn give_strip(cx: &mut NativeCx<'_>, strip: Option<Strip>) -> NativeResult {
    let strip = known(cx, strip)?;
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

/// A number of the normal distribution, as `ziggurat.pgo` has it: `draw` gives a point and a strip, `unit` a number in [0, 1).
fn normal(
    cx: &mut NativeCx<'_>,
    draw: impl Fn(&mut NativeCx<'_>) -> (u32, usize),
    unit: impl Fn(&mut NativeCx<'_>) -> f64,
) -> Result<f64, Unwind> {
    const TAIL: f64 = 3.442619855899;
    loop {
        let (point, i) = draw(cx);
        let strip = known(cx, num::norm_strip(i))?;
        let j = point as i32;
        let x = f64::from(j) * f64::from(strip.scale);
        if j.unsigned_abs() < strip.sure {
            return Ok(x);
        }
        if i == 0 {
            loop {
                let x = -num::log(unit(cx)) * (1.0 / TAIL);
                let y = -num::log(unit(cx));
                if y + y >= x * x {
                    return Ok(if j > 0 { TAIL + x } else { -TAIL - x });
                }
            }
        }
        let before = known(cx, num::norm_strip(i - 1))?.density;
        let height = strip.density + unit(cx) as f32 * (before - strip.density);
        if height < num::exp(-0.5 * x * x) as f32 {
            return Ok(x);
        }
    }
}

/// A number of the exponential distribution, likewise.
fn exponential(
    cx: &mut NativeCx<'_>,
    draw: impl Fn(&mut NativeCx<'_>) -> (u32, usize),
    unit: impl Fn(&mut NativeCx<'_>) -> f64,
) -> Result<f64, Unwind> {
    const TAIL: f64 = 7.697_117_470_131_05;
    loop {
        let (j, i) = draw(cx);
        let strip = known(cx, num::exp_strip(i))?;
        let x = f64::from(j) * f64::from(strip.scale);
        if j < strip.sure {
            return Ok(x);
        }
        if i == 0 {
            return Ok(TAIL - num::log(unit(cx)));
        }
        let before = known(cx, num::exp_strip(i - 1))?.density;
        let height = strip.density + unit(cx) as f32 * (before - strip.density);
        if height < num::exp(-x) as f32 {
            return Ok(x);
        }
    }
}
