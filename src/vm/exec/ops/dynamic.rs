//! Interfaces and maps.

use crate::bytecode::data_word;
use crate::heap::{Map, RTypeId, mem};
use crate::vm::exec::{data, iface, maps};
use crate::vm::panics;

handlers! { e;
    // ---- interfaces ------------------------------------------------------------------------------------------
    MakeIface {
        let t = e.ext(0);
        if t.ext_aux() != data_word::VALUE {
            return e.rest(make_iface);
        }
        let word = e.r(e.b());
        e.set_pair(e.a(), [u64::from(t.ext_id()), word]);
    }
    MakeIfaceBox {
        let cell = e.r(e.b());
        e.at(e.a()).cast::<[u64; 2]>().write([u64::from(e.ext(0).ext_id()), cell]);
    }
    AssertType {
        let ([dynamic, word], t) = (e.pair(e.b()), e.ext(0));
        if dynamic != u64::from(t.ext_id()) {
            return e.rest(assert_type);
        }
        match t.ext_aux() {
            data_word::VALUE => e.set(e.a(), word),
            data_word::PAIR => e.set_pair(e.a(), mem::load_words(word)),
            _ => return e.rest(assert_type),
        }
    }
    AssertTypeOk {
        let ([dynamic, word], t) = (e.pair(e.b()), e.ext(0));
        let ok = dynamic == u64::from(t.ext_id());
        match t.ext_aux() {
            data_word::VALUE => e.set(e.a(), if ok { word } else { 0 }),
            data_word::PAIR => e.set_pair(e.a(), if ok { mem::load_words(word) } else { [0, 0] }),
            _ => return e.rest(assert_type_ok),
        }
        e.set(e.c(), u64::from(ok));
    }
    AssertIface {
        let value = e.pair(e.b());
        let wanted = RTypeId(e.ext(0).ext_id());
        iface::must_implement(e.m, value[0], wanted)?;
        e.set_pair(e.a(), value);
    }
    AssertIfaceOk {
        let value = e.pair(e.b());
        let ok = iface::implements(e.m, value[0], RTypeId(e.ext(0).ext_id()));
        e.at(e.a()).cast::<[u64; 2]>().write(if ok { value } else { [0, 0] });
        e.set(e.c(), u64::from(ok));
    }
    JumpNotType {
        let other = e.r(e.a()) != u64::from(e.ext(0).ext_id());
        return e.jump_if(other);
    }
    JumpNotIface {
        let ok = iface::implements(e.m, e.r(e.a()), RTypeId(e.ext(0).ext_id()));
        return e.jump_if(!ok);
    }
    // ---- maps ------------------------------------------------------------------------------------------------
    MakeMap {
        let (t, size) = (e.ext(0), e.r(e.b()));
        let made = maps::make(e.m, t, size)?;
        e.set(e.a(), made);
        e.pace();
    }
    MapGet {
        maps::get(e.m, e.ext(0), e.r(e.b()), e.at(e.c()), e.at(e.a()))?;
    }
    MapGetOk {
        let found = maps::get(e.m, e.ext(0), e.r(e.b()), e.at(e.c()), e.at(e.a()))?;
        *e.at(e.a()).add(usize::from(e.ext(0).ext_aux())) = u64::from(found);
    }
    MapGetInt {
        maps::get_int(e.m, e.ext(0), e.r(e.b()), e.at(e.c()), e.at(e.a()))?;
    }
    MapGetString {
        maps::get_string(e.m, e.ext(0), e.r(e.b()), e.pair(e.c()), e.at(e.a()))?;
    }
    MapGetOkInt {
        let found = maps::get_int(e.m, e.ext(0), e.r(e.b()), e.at(e.c()), e.at(e.a()))?;
        *e.at(e.a()).add(usize::from(e.ext(0).ext_aux())) = u64::from(found);
    }
    MapGetOkString {
        let found = maps::get_string(e.m, e.ext(0), e.r(e.b()), e.pair(e.c()), e.at(e.a()))?;
        *e.at(e.a()).add(usize::from(e.ext(0).ext_aux())) = u64::from(found);
    }
    MapSet {
        maps::set(e.m, e.ext(0), e.r(e.a()), e.at(e.b()), e.at(e.c()))?;
        e.pace();
    }
    MapSetInt {
        maps::set_int(e.m, e.ext(0), e.r(e.a()), e.at(e.b()), e.at(e.c()))?;
        e.pace();
    }
    MapSetString {
        maps::set_string(e.m, e.ext(0), e.r(e.a()), e.pair(e.b()), e.at(e.c()))?;
        e.pace();
    }
    MapEntry {
        let addr = maps::entry(e.m, e.ext(0), e.r(e.b()), e.at(e.c()))?;
        e.set(e.a(), addr);
        e.pace();
    }
    MapEntryInt {
        let addr = maps::entry_int(e.m, e.ext(0), e.r(e.b()), e.at(e.c()))?;
        e.set(e.a(), addr);
        e.pace();
    }
    MapEntryString {
        let addr = maps::entry_string(e.m, e.r(e.b()), e.pair(e.c()))?;
        e.set(e.a(), addr);
        e.pace();
    }
    MapDelete {
        maps::delete(e.m, e.ext(0), e.r(e.a()), e.at(e.b()))?;
    }
    MapLen { e.set(e.a(), Map::from_slot(e.r(e.b())).len()); }
    MapClear {
        Map::from_slot(e.r(e.a())).clear();
    }
    MapIter {
        let map = e.r(e.b());
        let made = maps::iterate(e.m, map)?;
        e.set(e.a(), made);
        e.pace();
    }
    MapNext {
        let more = maps::next(e.m, e.ext(0), e.r(e.a()), e.at(e.b()))?;
        return e.jump_if(!more);
    }
}

handler! { #[inline(never)] e; assert_type for AssertType {
    let ([dynamic, word], wanted) = (e.pair(e.b()), e.ext(0).ext_id());
    if dynamic != u64::from(wanted) {
        let dynamic = RTypeId::from_word(dynamic);
        let iface = RTypeId(e.ext(1).ext_id());
        return Err(panics::wrong_type(&e.m.program, iface, dynamic, RTypeId(wanted)).into());
    }
    iface::unbox(e.m.program.rtypes.get(RTypeId(wanted)), word, e.at(e.a()));
} }

handler! { #[inline(never)] e; assert_type_ok for AssertTypeOk {
    let ([dynamic, word], wanted) = (e.pair(e.b()), e.ext(0).ext_id());
    let ok = dynamic == u64::from(wanted);
    if ok {
        iface::unbox(e.m.program.rtypes.get(RTypeId(wanted)), word, e.at(e.a()));
    } else {
        data::zero_value(e.m, RTypeId(wanted), e.at(e.a()))?;
    }
    e.set(e.c(), u64::from(ok));
} }

handler! { #[inline(never)] e; make_iface for MakeIface {
    let ty = RTypeId(e.ext(0).ext_id());
    let word = iface::make(e.m, ty, e.at(e.b()), e.ext(0).ext_n())?;
    e.set_pair(e.a(), [ty.word(), word]);
    e.pace();
} }
