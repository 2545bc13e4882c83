//! Reading, writing and accepting: tried at once, and again whenever it may succeed.

use crate::vm::exec::io;
use crate::vm::io::IO_COST;

handlers! { e;
    IoRead {
        if !io::read(e.m, *e.pc, e.base) {
            return e.yields_call();
        }
        e.budget -= IO_COST;
    }
    IoWrite {
        if !io::write(e.m, *e.pc, e.base) {
            return e.yields_call();
        }
        e.budget -= IO_COST;
    }
    IoAccept {
        if !io::accept(e.m, *e.pc, e.base) {
            return e.yields_call();
        }
        e.budget -= IO_COST;
    }
}
