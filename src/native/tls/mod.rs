//! The native half of package crypto/tls: the protocol, between plain text and what goes over a connection.
//!
//! A *session* is one end of a connection. It never reads or writes: the half of the package that is written in the language
//! gives it what has come ([`feed`]) and sends what it has to say ([`output`]), so that a goroutine that waits for the peer waits
//! as for any connection. Certificates are checked there, too, by package crypto/x509; a session only sees to it
//! that the peer has the key of the certificate that it shows.
//!
//! In: options and certificates as a list of numbers and texts, see [`wire`]. Out: numbers, texts, and errors in Go's words.

mod errors;
mod session;
mod wire;

use super::{Done, NativeCx, NativeResult, Row};
use session::Session;
use wire::{Reader, Writer};

/// The functions without body of `stdlib/crypto/tls`.
pub const TABLE: &[Row] = &[
    ("crypto/tls.accept", accept),
    ("crypto/tls.client", client),
    ("crypto/tls.closeNotify", close_notify),
    ("crypto/tls.export", export),
    ("crypto/tls.feed", feed),
    ("crypto/tls.free", free),
    ("crypto/tls.hello", hello),
    ("crypto/tls.output", output),
    ("crypto/tls.plain", plain),
    ("crypto/tls.seal", seal),
    ("crypto/tls.server", server),
    ("crypto/tls.state", state),
];

/// What a session is asked for that is gone.
const GONE: &str = "tls: use of closed connection";

/// Where the state of a session goes on.
const CLOSED: i64 = 1;
const HELLO: i64 = 2;
const INSIDE: i64 = 4;

fn ret_error(cx: &mut NativeCx<'_>, error: Result<(), String>) -> NativeResult {
    cx.ret_str(error.err().unwrap_or_default().as_bytes())?;
    Ok(Done)
}

/// The session with a number that the program gave.
fn session<'c>(cx: &'c mut NativeCx<'_>, number: i64) -> Option<&'c mut Session> {
    cx.state().kept.get_mut(u32::try_from(number).ok()?)
}

/// `func client(options []byte) (number int, err string)`
fn client(cx: &mut NativeCx<'_>) -> NativeResult {
    let made = Session::client(&mut Reader(cx.bytes()));
    let (number, error) = match made {
        Ok(session) => (i64::from(cx.state().kept.add(session)), Ok(())),
        Err(error) => (-1, Err(error)),
    };
    cx.ret_int(number);
    ret_error(cx, error)
}

/// `func server() (number int)`: a session that waits for the first message, see [`accept`].
fn server(cx: &mut NativeCx<'_>) -> NativeResult {
    let number = cx.state().kept.add(Session::server());
    cx.ret_int(i64::from(number));
    Ok(Done)
}

/// `func hello(number int) []byte`: what the client has asked for in its first message.
fn hello(cx: &mut NativeCx<'_>) -> NativeResult {
    let mut out = Writer::default();
    let number = cx.int();
    if let Some(session) = session(cx, number) {
        session.hello(&mut out);
    }
    cx.ret_bytes(&out.0)?;
    Ok(Done)
}

/// `func accept(number int, options []byte) (err string)`: goes on behind the first message.
fn accept(cx: &mut NativeCx<'_>) -> NativeResult {
    let number = cx.int();
    let mut options = Reader(cx.bytes());
    let error = match session(cx, number) {
        Some(session) => session.accept(&mut options),
        None => Err(GONE.to_owned()),
    };
    ret_error(cx, error)
}

/// `func feed(number int, data []byte) (state int, err string)`: takes what has come over the connection. The state has
/// bits: the peer has closed; the first message of a client is there, and [`accept`] is next; more of a record is to come.
fn feed(cx: &mut NativeCx<'_>) -> NativeResult {
    let number = cx.int();
    let data = cx.bytes();
    cx.charge(data.len() as u64 >> 5);
    let (state, error) = match session(cx, number) {
        Some(session) => {
            let error = session.feed(data);
            let bits = [
                (session.is_closed(), CLOSED),
                (session.waits_to_be_accepted(), HELLO),
                (session.is_inside_record(), INSIDE),
            ];
            (bits.iter().filter(|(is, _)| *is).map(|(_, bit)| bit).sum(), error)
        }
        None => (CLOSED, Err(GONE.to_owned())),
    };
    cx.ret_int(state);
    ret_error(cx, error)
}

/// `func output(number int) []byte`: takes what is to go over the connection.
fn output(cx: &mut NativeCx<'_>) -> NativeResult {
    let number = cx.int();
    let bytes = session(cx, number).map(Session::output).unwrap_or_default();
    cx.charge(bytes.len() as u64 >> 5);
    cx.ret_bytes(&bytes)?;
    Ok(Done)
}

/// `func plain(number int, p []byte) (n int)`: takes plain text that the peer has sent.
fn plain(cx: &mut NativeCx<'_>) -> NativeResult {
    let number = cx.int();
    let room = cx.slice();
    let mem = cx.mem();
    let n = match session(cx, number) {
        Some(session) if room.len > 0 => session.plain(mem.bytes_mut(room.addr, room.len)),
        _ => 0,
    };
    cx.ret_int(n as i64);
    Ok(Done)
}

/// `func seal(number int, p []byte) (err string)`: encrypts plain text for the peer.
fn seal(cx: &mut NativeCx<'_>) -> NativeResult {
    let number = cx.int();
    let data = cx.bytes();
    cx.charge(data.len() as u64 >> 5);
    let error = match session(cx, number) {
        Some(session) => session.seal(data),
        None => Err(GONE.to_owned()),
    };
    ret_error(cx, error)
}

/// `func closeNotify(number int)`: says that nothing more comes.
fn close_notify(cx: &mut NativeCx<'_>) -> NativeResult {
    let number = cx.int();
    if let Some(session) = session(cx, number) {
        session.close_notify();
    }
    Ok(Done)
}

/// `func state(number int) []byte`
fn state(cx: &mut NativeCx<'_>) -> NativeResult {
    let mut out = Writer::default();
    let number = cx.int();
    if let Some(session) = session(cx, number) {
        session.state(&mut out);
    }
    cx.ret_bytes(&out.0)?;
    Ok(Done)
}

/// `func export(number int, label string, context []byte, hasContext bool, length int) (key []byte, err string)`
fn export(cx: &mut NativeCx<'_>) -> NativeResult {
    let number = cx.int();
    let (label, context, has_context) = (cx.str(), cx.bytes(), cx.bool());
    let length = usize::try_from(cx.int()).unwrap_or(0);
    let made = match session(cx, number) {
        Some(session) => session.export(label, has_context.then_some(context), length),
        None => Err(GONE.to_owned()),
    };
    let (key, error) = match made {
        Ok(key) => (key, Ok(())),
        Err(error) => (Vec::new(), Err(error)),
    };
    cx.ret_bytes(&key)?;
    ret_error(cx, error)
}

/// `func free(number int)`: nobody uses the session any more.
fn free(cx: &mut NativeCx<'_>) -> NativeResult {
    if let Ok(number) = u32::try_from(cx.int()) {
        cx.state().kept.remove(number);
    }
    Ok(Done)
}
