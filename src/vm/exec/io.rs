//! Reading, writing and accepting without leaving the interpreter. What gives false must wait: `Machine::call` says for what.

use crate::bytecode::Instr;
use crate::heap::mem;
use crate::host::Handle;
use crate::vm::io::Attempt;
use crate::vm::machine::Machine;

/// `R(a..2) = read(R(b), R(c..3))`: bytes and error number. Whether it is done.
///
/// # Safety
/// `base` is the frame, whose registers hold what the opcode says.
#[inline(never)]
pub(super) unsafe fn read(m: &mut Machine, i: Instr, base: *mut u64) -> bool {
    // SAFETY: the caller's promise.
    unsafe {
        let (to, handle, [addr, len]) = operands(i, base);
        let result = m.natives.io.read(&mut *m.host, handle, addr, len);
        settle(m, to, result.map(|n| [n]))
    }
}

/// `R(a..2) = write(R(b), R(c..3))`: bytes and error number. Whether it is done.
///
/// # Safety
/// As for [`read`].
#[inline(never)]
pub(super) unsafe fn write(m: &mut Machine, i: Instr, base: *mut u64) -> bool {
    // SAFETY: the caller's promise.
    unsafe {
        let (to, handle, [addr, len]) = operands(i, base);
        let result = m.natives.io.write(&mut *m.host, handle, addr, len);
        settle(m, to, result.map(|n| [n]))
    }
}

/// `R(a..5) = accept(R(b))`: the connection, three words of its peer's address, and error number. Whether it is done.
///
/// # Safety
/// As for [`read`].
#[inline(never)]
pub(super) unsafe fn accept(m: &mut Machine, i: Instr, base: *mut u64) -> bool {
    // SAFETY: the caller's promise.
    unsafe {
        let (to, handle) = (base.add(usize::from(i.a())), Handle(*base.add(usize::from(i.b()))));
        let accepted = m.natives.io.accept(&mut *m.host, handle);
        settle(m, to, accepted.map(|(connection, [x, y, z])| [connection.0, x, y, z]))
    }
}

/// Where the results go, the handle, and the bytes.
///
/// # Safety
/// As for [`read`].
unsafe fn operands(i: Instr, base: *mut u64) -> (*mut u64, Handle, [u64; 2]) {
    // SAFETY: the caller's promise.
    unsafe {
        let reg = |r: u16| base.add(usize::from(r));
        (reg(i.a()), Handle(*reg(i.b())), mem::load_words(reg(i.c()) as u64))
    }
}

/// Writes the words of a result, or zeros, and behind them the error number. Whether it does not wait.
///
/// # Safety
/// `to` is the first of `N + 1` registers.
unsafe fn settle<const N: usize>(m: &mut Machine, to: *mut u64, result: Attempt<[u64; N]>) -> bool {
    let (words, errno) = match result {
        Attempt::Done(words) => (words, 0),
        Attempt::Failed(errno) => ([0; N], errno),
        Attempt::Wait(call) => {
            m.call = call;
            return false;
        }
    };
    // SAFETY: the caller's promise.
    unsafe {
        to.cast::<[u64; N]>().write(words);
        *to.add(N) = errno as u64;
    }
    true
}
