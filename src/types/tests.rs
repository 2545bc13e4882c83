//! Identity, substitution and selection, without a checker.

use super::*;
use crate::source::Symbol;
use std::rc::Rc;

fn sym(s: &str) -> Symbol {
    Symbol::intern(s)
}

fn field(name: &str, ty: TypeId, embedded: bool) -> Field {
    Field { name: sym(name), pkg: PkgId::UNIVERSE, ty, embedded, tag: "".into() }
}

#[test]
fn spelling_is_not_identity() {
    let mut tt = TypeTable::new();
    let bytes = tt.slice(TypeId::BYTE);
    let uints = tt.slice(TypeId::UINT8);
    assert_ne!(bytes, uints);
    assert!(tt.identical(bytes, uints));
    assert_eq!(tt.canon(bytes), uints);
    assert_eq!(bytes, TypeId::BYTES);
    let here = Qualifier::Local(PkgId::UNIVERSE);
    assert_eq!(tt.type_string(bytes, here), "[]byte");
    assert_eq!(tt.runtime_string(bytes), "[]uint8");
    assert_eq!(tt.type_string(TypeId::ANY, here), "any");
    assert_eq!(tt.runtime_string(TypeId::ANY), "interface {}");
    assert!(tt.identical(TypeId::ANY, TypeId::EMPTY_INTERFACE));
}

#[test]
fn instances_are_one_per_arguments() {
    let mut tt = TypeTable::new();
    let main = tt.add_pkg("main", sym("main"));
    let (p, pt) = tt.new_tparam(sym("T"), ObjId(0), 0);
    tt.set_bound(p, TypeId::ANY);
    let (list, _) = tt.new_named(sym("List"), main, ObjId(1), None, [].into());
    tt.set_tparams(list, [p].into());
    // type List[T any] struct { v T; next *List[T] }
    let own = tt.instance(list, &[pt]);
    let next = tt.pointer(own);
    let shape = tt.intern(Type::Struct([field("v", pt, false), field("next", next, false)].into()));
    tt.set_rhs(list, shape);

    let (a, b) = (tt.instance(list, &[TypeId::BYTE]), tt.instance(list, &[TypeId::UINT8]));
    assert!(tt.identical(a, b));
    assert_eq!(tt.type_string(a, Qualifier::Local(main)), "List[byte]");
    assert_eq!(tt.runtime_string(b), "main.List[uint8]");
    let under = tt.under_shape(b);
    let Type::Struct(fields) = under else { panic!("not a struct") };
    assert_eq!(fields[0].ty, TypeId::UINT8);
    assert_eq!(tt.deref(fields[1].ty), (b, true));
}

#[test]
fn the_shallowest_name_wins() {
    let mut tt = TypeTable::new();
    let main = tt.add_pkg("main", sym("main"));
    let named = |tt: &mut TypeTable, name: &str, fields: Vec<Field>| {
        let (id, ty) = tt.new_named(sym(name), main, ObjId(9), None, [].into());
        let rhs = tt.intern(Type::Struct(fields.into()));
        tt.set_rhs(id, rhs);
        (id, ty)
    };
    let (inner_id, inner) = named(&mut tt, "Inner", vec![field("X", TypeId::INT, false)]);
    tt.add_method(inner_id, Method { name: sym("Set"), pkg: PkgId::UNIVERSE, obj: ObjId(5), ptr_recv: true });
    let (_, other) = named(&mut tt, "Other", vec![field("X", TypeId::INT, false)]);
    let (_, outer) = named(
        &mut tt,
        "Outer",
        vec![field("Inner", inner, true), field("Other", other, true), field("Y", inner, false)],
    );

    assert!(matches!(tt.lookup(outer, true, main, sym("X")), Lookup::Ambiguous));
    let y = tt.lookup(outer, true, main, sym("Y")).found().expect("a field");
    assert_eq!(y.path, [2]);
    assert!(matches!(tt.lookup(outer, false, main, sym("Set")), Lookup::NeedsPointer));
    let set = tt.lookup(outer, true, main, sym("Set")).found().expect("a method");
    assert_eq!(set.path, [0]);
    assert_eq!(tt.method_set(outer).len(), 0);
    let ptr = tt.pointer(outer);
    assert_eq!(tt.method_set(ptr).len(), 1);
}

#[test]
fn interfaces_are_flattened() {
    let mut tt = TypeTable::new();
    let sig = tt.func([].into(), [].into(), false);
    let method = |name: &str| IMethod { name: sym(name), pkg: PkgId::UNIVERSE, sig };
    let iface = |tt: &mut TypeTable, methods: Rc<[IMethod]>, embeds: Rc<[TypeId]>| {
        tt.interface(IfaceDecl { methods, embeds, implicit: false })
    };
    let a = iface(&mut tt, [method("A")].into(), [].into());
    let b = iface(&mut tt, [method("B")].into(), [a].into());
    let both = iface(&mut tt, [method("A"), method("B")].into(), [].into());
    assert!(tt.identical(b, both));
    let union = tt.intern(Type::Union(
        [Term { tilde: true, ty: TypeId::INT }, Term { tilde: false, ty: TypeId::INT }].into(),
    ));
    let ints = iface(&mut tt, [].into(), [union].into());
    let flat = tt.iface(ints).expect("an interface");
    assert_eq!(flat.terms.as_deref(), Some(&[Term { tilde: true, ty: TypeId::INT }][..]));
}
