//! Moves, constants, globals.

use crate::bytecode::FuncId;
use crate::heap::mem;
use crate::vm::exec::data;
use crate::vm::machine::Step;

handlers! { e;
    // ---- moves and constants ---------------------------------------------------------------------------------
    Nop { return Ok(Flow::Next); }
    Compile {
        let func = FuncId(e.func());
        e.pc = std::ptr::null();
        return e.leave(Step::Compile(func));
    }
    Move { e.set(e.a(), e.r(e.b())); }
    Move2 {
        e.set_pair(e.a(), e.pair(e.b()));
    }
    Move3 {
        e.set_triple(e.a(), e.triple(e.b()));
    }
    MoveN { std::ptr::copy(e.at(e.b()), e.at(e.a()), usize::from(e.c())); }
    LoadInt { e.set(e.a(), i64::from(e.bc() as i32) as u64); }
    LoadConst { e.set(e.a(), e.ext(0).0); }
    LoadString {
        let bytes = e.m.program.string_bytes(e.bc());
        let address = if bytes.is_empty() { 0 } else { bytes.as_ptr() as u64 };
        e.set_pair(e.a(), [address, bytes.len() as u64]);
    }
    Zero { data::zero_slots(e.at(e.a()), e.b()); }
    GlobalAddr { e.set(e.a(), e.m.program.globals()[e.bc() as usize].addr()); }
    LoadGlobal { e.set(e.a(), mem::load(e.m.program.globals()[e.bc() as usize].addr())); }
    StoreGlobal { mem::store(e.m.program.globals()[e.bc() as usize].addr(), e.r(e.a())); }
    LoadFunc {
        let func = FuncId(e.bc());
        let closure = e.m.program.static_closure(func);
        e.set(e.a(), closure);
    }
}
