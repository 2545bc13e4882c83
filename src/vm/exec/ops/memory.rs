//! Loads, stores and allocation of cells.

use crate::heap::{RTypeId, mem};
use crate::vm::exec::{Exec, Trap, data};

// `R(a) = *(R(b) + c)`, and `*(R(a) + c) = R(b)`.
macro_rules! load {
    ($e:ident, $t:ty, $as:ty) => {{
        let address = $e.non_nil($e.b())? + u64::from($e.c());
        $e.set($e.a(), mem::load::<$t>(address) as $as as u64);
    }};
}
macro_rules! store {
    ($e:ident, $t:ty) => {{
        let address = $e.non_nil($e.a())? + u64::from($e.c());
        mem::store::<$t>(address, $e.r($e.b()) as $t);
    }};
}

handlers! { e;
    // ---- memory ----------------------------------------------------------------------------------------------
    LoadI8 { load!(e, i8, i64); }
    LoadI16 { load!(e, i16, i64); }
    LoadI32 { load!(e, i32, i64); }
    LoadU8 { load!(e, u8, u64); }
    LoadU16 { load!(e, u16, u64); }
    LoadU32 { load!(e, u32, u64); }
    Load { load!(e, u64, u64); }
    Load2 {
        let address = e.non_nil(e.b())? + u64::from(e.c());
        mem::copy_words::<2>(e.at(e.a()) as u64, address);
    }
    Load3 {
        let address = e.non_nil(e.b())? + u64::from(e.c());
        mem::copy_words::<3>(e.at(e.a()) as u64, address);
    }
    LoadValue {
        let address = e.non_nil(e.b())? + u64::from(e.c());
        let ty = e.m.program.rtypes.get(RTypeId(e.ext(0).ext_id()));
        data::load_cells(ty, address, e.at(e.a()));
    }
    Store8 { store!(e, u8); }
    Store16 { store!(e, u16); }
    Store32 { store!(e, u32); }
    Store { store!(e, u64); }
    StorePtr { store!(e, u64); }
    AddMem {
        let address = e.non_nil(e.a())? + u64::from(e.c());
        mem::store(address, mem::load::<u64>(address).wrapping_add(e.r(e.b())));
    }
    AddMemImm {
        let address = e.non_nil(e.a())? + u64::from(e.c());
        mem::store(address, mem::load::<i64>(address).wrapping_add(i64::from(e.b() as i16)));
    }
    Store2 {
        let address = e.non_nil(e.a())? + u64::from(e.c());
        mem::copy_words::<2>(address, e.at(e.b()) as u64);
    }
    Store3 {
        let address = e.non_nil(e.a())? + u64::from(e.c());
        mem::copy_words::<3>(address, e.at(e.b()) as u64);
    }
    StoreValue {
        let address = e.non_nil(e.a())? + u64::from(e.c());
        let ty = e.m.program.rtypes.get(RTypeId(e.ext(0).ext_id()));
        data::store_cells(ty, address, e.at(e.b()));
    }
    FieldAddr { e.set(e.a(), e.non_nil(e.b())? + u64::from(e.c())); }
    FieldAddrWide { e.set(e.a(), e.non_nil(e.b())? + e.ext(0).0); }
    NilCheck {
        let _ = e.non_nil(e.a())?;
    }
    New {
        let ty = e.m.program.rtypes.get(RTypeId(e.ext(0).ext_id()));
        match e.m.heap.alloc_at_hand(ty.layout, ty.size) {
            Some(made) => e.set(e.a(), made),
            None => return e.rest(new),
        }
    }
    NewPlain {
        match e.m.heap.alloc_plain(e.b(), e.c()) {
            Some(made) => e.set(e.a(), made),
            None => return e.rest(new_plain),
        }
    }
    NewScanned {
        match e.m.heap.alloc_scanned(e.b(), e.c(), e.ext(1).0) {
            Some(made) => e.set(e.a(), made),
            None => return e.rest(new_scanned),
        }
    }
    Clone {
        let from = e.non_nil(e.b())?;
        let ty = e.m.program.rtypes.get(RTypeId(e.ext(0).ext_id()));
        let to = e.m.heap.alloc(ty.layout, ty.size)?;
        if ty.size > 0 {
            mem::copy(to, from, ty.size);
        }
        e.set(e.a(), to);
        e.pace();
    }
    CopyMem {
        let (to, from) = (e.non_nil(e.a())?, e.non_nil(e.b())?);
        let size = e.m.program.rtypes.get(RTypeId(e.ext(0).ext_id())).size;
        if size > 0 {
            mem::copy(to, from, size);
        }
    }
    ZeroMem {
        let to = e.non_nil(e.a())?;
        let size = e.m.program.rtypes.get(RTypeId(e.ext(0).ext_id())).size;
        if size > 0 {
            mem::zero(to, size);
        }
    }
}

handler! { #[inline(never)] e; new for New {
    make(e)?;
} }

handler! { #[inline(never)] e; new_plain for NewPlain {
    make(e)?;
} }

handler! { #[inline(never)] e; new_scanned for NewScanned {
    make(e)?;
} }

/// What the instructions that make an object do if there is none at hand.
///
/// # Safety
/// The instruction is one of them.
unsafe fn make(e: &mut Exec<'_>) -> Result<(), Trap> {
    // SAFETY: the verifier has seen the extension word, and `a`.
    unsafe {
        let ty = e.m.program.rtypes.get(RTypeId(e.ext(0).ext_id()));
        let made = e.m.heap.alloc(ty.layout, ty.size)?;
        e.set(e.a(), made);
    }
    e.pace();
    Ok(())
}
