//! Jumps, calls, deferred calls.

use crate::bytecode::{FuncId, Instr};
use crate::heap::{RTypeId, closure, equal_strings, mem};
use crate::syscall::{Entry, SystemCall};
use crate::vm::cx::Thrown;
use crate::vm::exec::{Trap, arith, calls, conc, iface};
use crate::vm::panics;

/// An immediate operand as a mask.
#[inline(always)]
fn bits(imm: u16) -> u64 {
    i64::from(imm as i16) as u64
}

/// Whether a number with sign divides another.
#[inline(always)]
fn divides(divisor: u64, x: u64) -> Result<bool, Trap> {
    if divisor == 0 { Err(Trap::Divide) } else { Ok((x as i64).wrapping_rem(divisor as i64) == 0) }
}

handlers! { e;
    // ---- jumps -----------------------------------------------------------------------------------------------
    Jump { return e.jump(e.bc() as i32); }
    Loop {
        return e.back_edge(e.bc() as i32);
    }
    LoopTrue { return e.loop_if(e.r(e.a()) != 0); }
    JumpTrue { return e.jump_if(e.r(e.a()) != 0); }
    JumpFalse { return e.jump_if(e.r(e.a()) == 0); }
    JumpWatched { return e.jump_if(e.m.is_watched()); }
    JumpUnlessRecv { return e.jump_if(!conc::chan_ready(e.r(e.a()), false) && !e.m.is_watched()); }
    JumpUnlessSend { return e.jump_if(!conc::chan_ready(e.r(e.a()), true) && !e.m.is_watched()); }
    JumpElemTrue { return e.jump_if(mem::load::<u8>(e.element(e.a(), e.b(), 1)?) != 0); }
    JumpElemFalse { return e.jump_if(mem::load::<u8>(e.element(e.a(), e.b(), 1)?) == 0); }
    LoopElemTrue { return e.loop_if(mem::load::<u8>(e.element(e.a(), e.b(), 1)?) != 0); }
    LoopElemFalse { return e.loop_if(mem::load::<u8>(e.element(e.a(), e.b(), 1)?) == 0); }
    JumpEqInt { return e.jump_if(e.r(e.a()) == e.r(e.b())); }
    JumpNeInt { return e.jump_if(e.r(e.a()) != e.r(e.b())); }
    JumpLtInt { return e.jump_if((e.r(e.a()) as i64) < e.r(e.b()) as i64); }
    JumpLeInt { return e.jump_if(e.r(e.a()) as i64 <= e.r(e.b()) as i64); }
    JumpLtUint { return e.jump_if(e.r(e.a()) < e.r(e.b())); }
    JumpLeUint { return e.jump_if(e.r(e.a()) <= e.r(e.b())); }
    JumpEqImm { return e.jump_if(e.r(e.a()) as i64 == i64::from(e.b() as i16)); }
    JumpNeImm { return e.jump_if(e.r(e.a()) as i64 != i64::from(e.b() as i16)); }
    JumpLtImm { return e.jump_if((e.r(e.a()) as i64) < i64::from(e.b() as i16)); }
    JumpLeImm { return e.jump_if(e.r(e.a()) as i64 <= i64::from(e.b() as i16)); }
    JumpGtImm { return e.jump_if(e.r(e.a()) as i64 > i64::from(e.b() as i16)); }
    JumpGeImm { return e.jump_if(e.r(e.a()) as i64 >= i64::from(e.b() as i16)); }
    JumpBits { return e.jump_if(e.r(e.a()) & bits(e.b()) != 0); }
    JumpNoBits { return e.jump_if(e.r(e.a()) & bits(e.b()) == 0); }
    JumpDivides { return e.jump_if(divides(e.r(e.b()), e.r(e.a()))?); }
    JumpNotDivides { return e.jump_if(!divides(e.r(e.b()), e.r(e.a()))?); }
    JumpDividesImm { return e.jump_if(arith::divide_by_constant(e.r(e.a()) as i64, i64::from(e.b())).1 == 0); }
    JumpNotDividesImm { return e.jump_if(arith::divide_by_constant(e.r(e.a()) as i64, i64::from(e.b())).1 != 0); }
    JumpEqFloat { return e.jump_if(e.f(e.a()) == e.f(e.b())); }
    JumpNeFloat { return e.jump_if(e.f(e.a()) != e.f(e.b())); }
    JumpLtFloat { return e.jump_if(e.f(e.a()) < e.f(e.b())); }
    JumpLeFloat { return e.jump_if(e.f(e.a()) <= e.f(e.b())); }
    #[allow(clippy::neg_cmp_op_on_partial_ord)]
    JumpNotLtFloat { return e.jump_if(!(e.f(e.a()) < e.f(e.b()))); }
    #[allow(clippy::neg_cmp_op_on_partial_ord)]
    JumpNotLeFloat { return e.jump_if(!(e.f(e.a()) <= e.f(e.b()))); }
    JumpEqString { return e.jump_if(equal_strings(e.pair(e.a()), e.pair(e.b()))); }
    JumpNeString { return e.jump_if(!equal_strings(e.pair(e.a()), e.pair(e.b()))); }
    LoopLtInt { return e.loop_if((e.r(e.a()) as i64) < e.r(e.b()) as i64); }
    LoopFalse { return e.loop_if(e.r(e.a()) == 0); }
    LoopEqInt { return e.loop_if(e.r(e.a()) == e.r(e.b())); }
    LoopNeInt { return e.loop_if(e.r(e.a()) != e.r(e.b())); }
    LoopLeInt { return e.loop_if(e.r(e.a()) as i64 <= e.r(e.b()) as i64); }
    LoopLtUint { return e.loop_if(e.r(e.a()) < e.r(e.b())); }
    LoopLeUint { return e.loop_if(e.r(e.a()) <= e.r(e.b())); }
    LoopEqImm { return e.loop_if(e.r(e.a()) as i64 == i64::from(e.b() as i16)); }
    LoopNeImm { return e.loop_if(e.r(e.a()) as i64 != i64::from(e.b() as i16)); }
    LoopLtImm { return e.loop_if((e.r(e.a()) as i64) < i64::from(e.b() as i16)); }
    LoopLeImm { return e.loop_if(e.r(e.a()) as i64 <= i64::from(e.b() as i16)); }
    LoopGtImm { return e.loop_if(e.r(e.a()) as i64 > i64::from(e.b() as i16)); }
    LoopGeImm { return e.loop_if(e.r(e.a()) as i64 >= i64::from(e.b() as i16)); }
    LoopBits { return e.loop_if(e.r(e.a()) & bits(e.b()) != 0); }
    LoopNoBits { return e.loop_if(e.r(e.a()) & bits(e.b()) == 0); }
    LoopDivides { return e.loop_if(divides(e.r(e.b()), e.r(e.a()))?); }
    LoopNotDivides { return e.loop_if(!divides(e.r(e.b()), e.r(e.a()))?); }
    LoopDividesImm { return e.loop_if(arith::divide_by_constant(e.r(e.a()) as i64, i64::from(e.b())).1 == 0); }
    LoopNotDividesImm { return e.loop_if(arith::divide_by_constant(e.r(e.a()) as i64, i64::from(e.b())).1 != 0); }
    LoopEqFloat { return e.loop_if(e.f(e.a()) == e.f(e.b())); }
    LoopNeFloat { return e.loop_if(e.f(e.a()) != e.f(e.b())); }
    LoopLtFloat { return e.loop_if(e.f(e.a()) < e.f(e.b())); }
    LoopLeFloat { return e.loop_if(e.f(e.a()) <= e.f(e.b())); }
    #[allow(clippy::neg_cmp_op_on_partial_ord)]
    LoopNotLtFloat { return e.loop_if(!(e.f(e.a()) < e.f(e.b()))); }
    #[allow(clippy::neg_cmp_op_on_partial_ord)]
    LoopNotLeFloat { return e.loop_if(!(e.f(e.a()) <= e.f(e.b()))); }
    LoopEqString { return e.loop_if(equal_strings(e.pair(e.a()), e.pair(e.b()))); }
    LoopNeString { return e.loop_if(!equal_strings(e.pair(e.a()), e.pair(e.b()))); }
    IncLoopLtInt {
        let x = e.r(e.a()).wrapping_add(1);
        e.set(e.a(), x);
        return e.loop_if((x as i64) < e.r(e.b()) as i64);
    }
    IncLoopLeInt {
        let x = e.r(e.a()).wrapping_add(1);
        e.set(e.a(), x);
        return e.loop_if(x as i64 <= e.r(e.b()) as i64);
    }
    AddLoopLtInt {
        let limit = e.ext(0).ext_id() as u16;
        let x = e.r(e.a()).wrapping_add(e.r(e.b()));
        e.set(e.a(), x);
        return e.loop_if((x as i64) < e.r(limit) as i64);
    }
    JumpTable {
        let (number, jumps) = (e.r(e.a()).wrapping_add(e.c() as i16 as u64), usize::from(e.b()));
        e.pc = e.next();
        if number >= jumps as u64 {
            e.pc = e.pc.add(jumps);
            return Ok(Flow::Here);
        }
        e.pc = e.pc.add(number as usize);
        return e.jump((*e.pc).bc() as i32);
    }
    // ---- calls -----------------------------------------------------------------------------------------------
    Spend {
        e.pc = e.next();
        return e.spend();
    }
    Call { return e.enter(e.a(), e.bc(), None); }
    CallClosure {
        let closure = e.non_nil(e.b())?;
        return e.enter(e.a(), closure::func(closure), Some(e.b()));
    }
    TailCall { return e.go_on_as(e.bc()); }
    CallIface {
        let [dynamic, word] = e.pair(e.b());
        let mut cache = e.ext(1).0;
        if cache as u32 != dynamic as u32 {
            cache = e.ext(2).0;
            if cache as u32 != dynamic as u32 {
                cache = e.ext(3).0;
                if cache as u32 != dynamic as u32 {
                    cache = e.ext(4).0;
                    if cache as u32 != dynamic as u32 {
                        return e.rest(call_other_type);
                    }
                }
            }
        }
        *e.base.add(3 + usize::from(e.a()) + usize::from(e.c())) = word;
        return e.enter(e.a(), (cache >> 32) as u32, None);
    }
    CallNative {
        let (id, ty, window) = (e.bc(), RTypeId(e.ext(0).ext_id()), e.at(e.a()).add(3));
        if e.m.is_observed() {
            e.save();
            e.m.stand();
        }
        match calls::native(e.m, id, ty, window) {
            calls::Called::Done => {
                e.budget -= std::mem::take(&mut e.m.natives.charged) as i64;
                e.pace();
            }
            calls::Called::Block => return e.yields_call(),
            calls::Called::Throw => return Err(Trap::Kept),
        }
    }
    RunNative {
        e.save();
        if e.m.run_native_until_it_yields(e.s()) {
            // The frame may have been moved.
            (e.base, e.budget) = (e.s().base, e.m.budget);
            return e.yields_call();
        }
        // Or another one begun: `run` goes on with what is saved.
        return Ok(Flow::Leave);
    }
    Return { return e.ret(); }
    Return1 {
        e.set(0u16, e.r(e.a()));
        return e.ret();
    }
    Return2 {
        let v = e.pair(e.a());
        e.set_pair(0, v);
        return e.ret();
    }
    MakeClosure {
        let word = e.ext(0).0;
        let (from, n) = (word as u16, (word >> 16) as u16);
        let (func, from) = (e.bc(), e.at(from));
        let made = calls::make_closure(&mut e.m.heap, func, (word >> 32) as u32, from, n)?;
        e.set(e.a(), made);
        e.pace();
    }
    LoadCapture { e.set(e.a(), mem::load(closure::capture_addr(e.r(e.b()), e.c()))); }
    LoadCapture2 { mem::copy_words::<2>(e.at(e.a()) as u64, closure::capture_addr(e.r(e.b()), e.c())); }
    LoadCapture3 { mem::copy_words::<3>(e.at(e.a()) as u64, closure::capture_addr(e.r(e.b()), e.c())); }
    LoadCaptureN {
        let from = closure::capture_addr(e.r(e.b()), e.c()) as *const u64;
        std::ptr::copy_nonoverlapping(from, e.at(e.a()), usize::from(e.ext(0).ext_n()));
    }
    Go {
        let entry = Entry { func: FuncId(e.bc()), closure: 0, window: e.a() };
        return e.yields(SystemCall::Go(entry));
    }
    GoClosure {
        let closure = e.r(e.b());
        if closure == 0 {
            return Err(Thrown::Fatal("go of nil func value".into()).into());
        }
        let entry = Entry { func: FuncId(closure::func(closure)), closure, window: e.a() };
        return e.yields(SystemCall::Go(entry));
    }
    Defer {
        let owner = if e.c() == 1 { e.r(e.b()) as u32 } else { e.s().offset(e.base) };
        e.s().defer(owner, e.r(e.a()));
    }
    FrameToken { e.set(e.a(), u64::from(e.s().offset(e.base))); }
    RunDefers {
        if e.s().unwinding.is_some()
            && let Some(closure) = e.s().take_deferred(e.s().offset(e.base))
        {
            if closure == 0 {
                return Err(Trap::Nil);
            }
            // When it returns, this instruction runs the next one.
            e.save();
            calls::deferred(e.m, e.s(), closure);
            if e.m.step.is_some() {
                return Ok(Flow::Leave);
            }
            (e.base, e.pc, e.budget) = (e.s().base, e.s().pc, e.m.budget);
            return Ok(Flow::Here);
        }
    }
    Recover {
        e.save();
        let value = e.s().recover(e.m);
        e.set_pair(e.a(), value);
    }
    Panic {
        let [ty, word] = e.pair(e.a());
        return Err(Thrown::Value(ty, word).into());
    }
    Throw { return Err(panics::thrown(e.a(), e.r(e.b()), e.r(e.c())).into()); }
}

// The site's own cache does not know the type: that of all sites may.
handler! { #[inline(never)] e; call_other_type for CallIface {
    let [dynamic, word] = e.pair(e.b());
    *e.at(e.a()).add(3 + usize::from(e.c())) = word;
    let Some(func) = e.m.program.methods.get(dynamic as u32, e.ext(0)) else {
        return e.rest(call_new_type);
    };
    if e.ext(Instr::CACHED_TYPES) == Instr::NO_TYPE {
        crate::vm::Program::write_cache(e.pc, dynamic as u32, func);
    }
    return e.enter(e.a(), func, None);
} }

// The site has not met the type yet, or the cache of all sites has forgotten it.
handler! { #[inline(never)] e; call_new_type for CallIface {
    let [dynamic, word] = e.pair(e.b());
    if dynamic == 0 {
        return Err(Trap::Nil);
    }
    let called = e.ext(0);
    let Some(func) = iface::find_method(e.m, dynamic, called) else {
        return Err(Thrown::Fatal("method not found".into()).into());
    };
    e.m.program.methods.put(dynamic as u32, called, func);
    crate::vm::Program::write_cache(e.pc, dynamic as u32, func);
    *e.at(e.a()).add(3 + usize::from(e.c())) = word;
    return e.enter(e.a(), func, None);
} }
