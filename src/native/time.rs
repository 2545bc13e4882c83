//! The natives of package time: clocks, sleeping, timers.

use super::fill::ret_short_str;
use super::text::calendar;
use super::text::moment::{self, Shown, Zone};
use super::{Block, Done, NativeCx, NativeResult, Row, instruction};
use crate::host::Fact;
use crate::syscall::{SystemCall, TimedCall, TimerAction, TimerSpec};

/// The functions without body of `stdlib/time`.
pub const TABLE: &[Row] = &[
    ("testing/synctest.enter", enter),
    ("testing/synctest.idle", idle),
    ("testing/synctest.leave", leave),
    ("time.Sleep", instruction),
    ("time.civil", civil),
    ("time.daysSinceYear1", days_since_year_1),
    ("time.format", format),
    ("time.formatDuration", format_duration),
    ("time.now", now),
    ("time.parsePlain", parse_plain),
    ("time.runtimeNano", runtime_nano),
    ("time.startTimer", start_timer),
    ("time.stopTimer", stop_timer),
    ("time.zoneFile", zone_file),
];

/// `func enter() bool`: time becomes virtual, if it is not, and the wall clock shows midnight UTC 2000-01-01. Whether it was
/// virtual.
fn enter(cx: &mut NativeCx<'_>) -> NativeResult {
    const START: i64 = 946_684_800_000_000_000;
    let now = cx.now();
    let state = cx.state();
    let was = state.virtual_now.is_some();
    state.virtual_now = Some(now);
    state.virtual_wall = Some(START - now);
    cx.ret_bool(was);
    Ok(Done)
}

/// `func leave(was bool)`: time is what it was before.
fn leave(cx: &mut NativeCx<'_>) -> NativeResult {
    let was = cx.bool();
    let state = cx.state();
    state.virtual_wall = None;
    if !was {
        state.virtual_now = None;
    }
    Ok(Done)
}

/// `func idle()`: waits until every other goroutine waits, in virtual time, which does not go on.
fn idle(_: &mut NativeCx<'_>) -> NativeResult {
    Ok(Block(SystemCall::Sleep(0)))
}

/// `func now() (sec int64, nsec int32, mono int64)`: the wall clock since 1970, and the clock of timers, which virtual time
/// moves together.
fn now(cx: &mut NativeCx<'_>) -> NativeResult {
    let (sec, nsec) = cx.wall();
    let mono = cx.now();
    cx.ret_int(sec);
    cx.ret_int(i64::from(nsec));
    cx.ret_int(mono);
    Ok(Done)
}

/// `func runtimeNano() int64`: the clock that sleeping and timers go by.
fn runtime_nano(cx: &mut NativeCx<'_>) -> NativeResult {
    let now = cx.now();
    cx.ret_int(now);
    Ok(Done)
}

/// `func startTimer(c chan Time, loc *Location, f func(), when, period int64) uint64`: the number of a new timer that
/// sends the time to `c` (made with room for one; it will look unbuffered), or, if that is nil, calls `f` in a goroutine
/// of its own. `when` is on the clock of `runtimeNano`.
fn start_timer(cx: &mut NativeCx<'_>) -> NativeResult {
    let (chan, loc, f) = (cx.ptr(), cx.ptr(), cx.ptr());
    let (when, period) = (cx.int(), cx.int());
    let action = if chan != 0 {
        TimerAction::Send { chan, loc }
    } else {
        TimerAction::Call(TimedCall { closure: f, starter: 0, scope: 0, by_go: false })
    };
    Ok(Block(SystemCall::StartTimer(TimerSpec { when, period, action })))
}

/// `func stopTimer(timer uint64) bool`: whether it had still to fire. The timer is gone.
fn stop_timer(cx: &mut NativeCx<'_>) -> NativeResult {
    Ok(Block(SystemCall::StopTimer(cx.uint())))
}

/// `func zoneFile(name string) (data []byte, ok bool)`: a file of the time zone database, by name or absolute path.
fn zone_file(cx: &mut NativeCx<'_>) -> NativeResult {
    let fact = Fact::Zone(cx.str().to_vec());
    let data = cx.host().fact(&fact).ok();
    cx.ret_bytes(data.as_deref().unwrap_or_default())?;
    cx.ret_bool(data.is_some());
    Ok(Done)
}

/// `func civil(days int64) (year int64, month Month, day int)`
fn civil(cx: &mut NativeCx<'_>) -> NativeResult {
    let date = calendar::civil(cx.int());
    cx.ret_int(date.year);
    cx.ret_int(date.month as i64);
    cx.ret_int(date.day);
    Ok(Done)
}

/// `func daysSinceYear1(year int64, month Month, day int64) int64`
fn days_since_year_1(cx: &mut NativeCx<'_>) -> NativeResult {
    let (year, month, day) = (cx.int(), cx.int(), cx.int());
    cx.ret_int(calendar::days_since_year_1(year, month, day));
    Ok(Done)
}

/// `func format(layout, zone string, local int64, offset, nsec int) string`
fn format(cx: &mut NativeCx<'_>) -> NativeResult {
    let (layout, zone) = (cx.str(), cx.str());
    let (local, offset, nsec) = (cx.int(), cx.int(), cx.int() as u32);
    cx.charge(layout.len() as u64 >> 2);
    let mut out = Vec::with_capacity(layout.len() + 10);
    moment::format(&mut out, layout, &Shown { local, nsec, offset, zone });
    ret_short_str(cx, &out)?;
    Ok(Done)
}

/// `func formatDuration(d Duration) string`
fn format_duration(cx: &mut NativeCx<'_>) -> NativeResult {
    let mut out = Vec::with_capacity(32);
    moment::duration(&mut out, cx.int());
    ret_short_str(cx, &out)?;
    Ok(Done)
}

/// `func parsePlain(layout, value string) (local int64, nsec, offset int, zone string, said zoneSaid)`; `said` is 0 if the text
/// is not plain.
fn parse_plain(cx: &mut NativeCx<'_>) -> NativeResult {
    let (layout, value) = (cx.str(), cx.str());
    cx.charge(layout.len() as u64 >> 2);
    let read = moment::parse(layout, value);
    let (said, offset, zone) = match read.map(|read| read.zone) {
        None => (0, 0, &value[..0]),
        Some(Zone::Unsaid) => (1, 0, &value[..0]),
        Some(Zone::Utc) => (2, 0, &value[..0]),
        Some(Zone::Offset(offset, zone)) => (3, offset, zone),
        Some(Zone::Name(zone)) => (4, 0, zone),
    };
    let (local, nsec) = read.map_or((0, 0), |read| (read.local, read.nsec));
    cx.ret_int(local);
    cx.ret_int(nsec);
    cx.ret_int(offset);
    cx.ret_substr(zone, 0, zone.len());
    cx.ret_int(said);
    Ok(Done)
}
