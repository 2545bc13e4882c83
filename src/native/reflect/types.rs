//! Types taken apart.

use crate::heap::{ChanDir, Kind, RType, RTypeId};
use crate::native::{Done, NativeCx, NativeResult, Row};

pub const TABLE: &[Row] = &[
    ("reflect.describe", describe),
    ("reflect.fieldAt", field_at),
    ("reflect.implements", implements),
    ("reflect.methodAt", method_at),
    ("reflect.paramAt", param_at),
    ("reflect.typeNumber", type_number),
];

/// The next argument, the number of a type.
pub fn type_id(cx: &mut NativeCx<'_>) -> RTypeId {
    RTypeId(cx.uint() as u32)
}

/// `func typeNumber(x any) int`
fn type_number(cx: &mut NativeCx<'_>) -> NativeResult {
    let x = cx.iface();
    cx.ret_uint(x.ty.word());
    Ok(Done)
}

// Facts about a type that are true or false; the half in the language has the same numbers.
const NAMED: i64 = 1;
const COMPARABLE: i64 = 2;
const VARIADIC: i64 = 4;

/// `func describe(id int) (kind, size, align, n, elem, key, dir, facts, fields, in, out, methods int, str, pkg string)`
fn describe(cx: &mut NativeCx<'_>) -> NativeResult {
    let id = type_id(cx);
    let ty = cx.rtype(id);
    let dir = match (ty.kind, ty.dir) {
        (Kind::Chan, ChanDir::Recv) => 1,
        (Kind::Chan, ChanDir::Send) => 2,
        (Kind::Chan, ChanDir::Both) => 3,
        _ => 0,
    };
    let facts = [(NAMED, ty.named), (COMPARABLE, ty.comparable()), (VARIADIC, ty.variadic)];
    let facts: i64 = facts.iter().filter(|(_, holds)| *holds).map(|(bit, _)| bit).sum();
    let methods = match ty.kind {
        Kind::Interface => ty.iface_methods.len(),
        _ => exported(cx, ty).count(),
    };
    let numbers = [
        ty.kind as i64,
        ty.size as i64,
        i64::from(ty.align),
        ty.len as i64,
        i64::from(ty.elem.0),
        i64::from(ty.key.0),
        dir,
        facts,
        ty.fields.len() as i64,
        ty.params.len() as i64,
        ty.results.len() as i64,
        methods as i64,
    ];
    let (name, pkg) = (ty.name.clone(), ty.pkg_path.clone());
    numbers.into_iter().for_each(|number| cx.ret_int(number));
    cx.ret_str(name.as_bytes())?;
    cx.ret_str(pkg.as_bytes())?;
    Ok(Done)
}

/// The exported methods of a type that is no interface, by their places among all.
fn exported<'c>(cx: &'c NativeCx<'_>, ty: &'c RType) -> impl Iterator<Item = usize> + 'c {
    let types = cx.rtypes();
    ty.methods.iter().enumerate().filter(|(_, m)| types.name_exported(m.name)).map(|(i, _)| i)
}

/// `func fieldAt(id, i int) (name, pkg, tag string, typ, offset int, embedded bool)`
fn field_at(cx: &mut NativeCx<'_>) -> NativeResult {
    let (id, i) = (type_id(cx), cx.uint() as usize);
    let field = cx.rtype(id).fields[i].clone();
    cx.ret_str(field.name.as_bytes())?;
    cx.ret_str(if field.exported { &[] } else { field.pkg.as_bytes() })?;
    cx.ret_str(field.tag.as_bytes())?;
    cx.ret_int(i64::from(field.ty.0));
    cx.ret_uint(field.off);
    cx.ret_bool(field.embedded);
    Ok(Done)
}

/// `func paramAt(id, i int) int`: results follow the parameters.
fn param_at(cx: &mut NativeCx<'_>) -> NativeResult {
    let (id, i) = (type_id(cx), cx.uint() as usize);
    let ty = cx.rtype(id);
    let param = ty.params.iter().chain(&ty.results).nth(i).copied().unwrap_or_default();
    cx.ret_int(i64::from(param.0));
    Ok(Done)
}

/// `func methodAt(id, i int) (name, pkg string, sig int)`
fn method_at(cx: &mut NativeCx<'_>) -> NativeResult {
    let (id, i) = (type_id(cx), cx.uint() as usize);
    let ty = cx.rtype(id);
    let (name, sig) = match ty.kind {
        Kind::Interface => (ty.iface_methods[i].name, ty.iface_methods[i].sig),
        _ => {
            let at = exported(cx, ty).nth(i).unwrap_or_default();
            (ty.methods[at].name, ty.methods[at].sig)
        }
    };
    let (text, pkg) = (cx.rtypes().name_text(name).clone(), cx.rtypes().name_package(name).clone());
    cx.ret_str(text.as_bytes())?;
    cx.ret_str(pkg.as_bytes())?;
    cx.ret_int(i64::from(sig.0));
    Ok(Done)
}

/// `func implements(id, iface int) bool`
fn implements(cx: &mut NativeCx<'_>) -> NativeResult {
    let (id, iface) = (type_id(cx), type_id(cx));
    let types = cx.rtypes();
    let (ty, wanted) = (types.get(id), types.get(iface));
    let implements = if ty.kind == Kind::Interface {
        wanted
            .iface_methods
            .iter()
            .all(|want| ty.iface_methods.iter().any(|have| have.name == want.name && have.sig == want.sig))
    } else {
        types.implements(id, iface).is_ok()
    };
    cx.ret_bool(implements);
    Ok(Done)
}
