//! Values that go from Rust to a program and back.

use std::collections::{BTreeMap, HashMap};
use std::time::Duration;

use crate::engine::{Engine, FromResults, IntoValue, Value};

/// Passes a value to a function that gives it back.
fn there_and_back<T: IntoValue, R: FromResults>(go: &str, value: T) -> R {
    let text = format!("func Id(x {go}) {go} {{ return x }}");
    let mut engine = Engine::builder().file("test.pgo", text).build().unwrap();
    engine.call("Id", (value,)).unwrap()
}

#[test]
fn scalars() {
    assert_eq!(there_and_back::<_, i64>("int", i64::MIN), i64::MIN);
    assert_eq!(there_and_back::<_, i8>("int8", -128i8), -128);
    assert_eq!(there_and_back::<_, i64>("int8", -1), -1);
    assert_eq!(there_and_back::<_, u64>("uint64", u64::MAX), u64::MAX);
    assert_eq!(there_and_back::<_, u8>("byte", 200), 200);
    assert_eq!(there_and_back::<_, f64>("float64", 1.5), 1.5);
    assert_eq!(there_and_back::<_, f32>("float32", 1.5f32), 1.5);
    assert!(there_and_back::<_, bool>("bool", true));
    assert_eq!(there_and_back::<_, char>("rune", 'ß'), 'ß');
    assert_eq!(there_and_back::<_, String>("string", "héllo"), "héllo");
    assert_eq!(
        there_and_back::<_, Duration>("time.Duration", Duration::from_millis(5)),
        Duration::from_millis(5)
    );
}

#[test]
fn numbers_that_do_not_fit() {
    let text = "func F(x int8) int { return 300 }\nfunc G(x uint) int { return -1 }";
    let mut engine = Engine::builder().file("test.pgo", text).build().unwrap();
    let error = engine.call::<_, i64>("F", (128,)).unwrap_err().to_string();
    assert_eq!(error, "argument 1: 128 does not fit into Go's int8");
    let error = engine.call::<_, u8>("F", (1,)).unwrap_err().to_string();
    assert_eq!(error, "result 1: 300 does not fit into Rust's u8");
    let error = engine.call::<_, i64>("G", (-1,)).unwrap_err().to_string();
    assert_eq!(error, "argument 1: -1 does not fit into Go's uint");
    let error = engine.call::<_, u64>("G", (1,)).unwrap_err().to_string();
    assert_eq!(error, "result 1: -1 does not fit into Rust's u64");
}

#[test]
fn lists_and_maps() {
    assert_eq!(there_and_back::<_, Vec<String>>("[]string", vec!["a", "b"]), ["a", "b"]);
    assert_eq!(there_and_back::<_, Vec<u8>>("[]byte", vec![1u8, 2]), [1, 2]);
    assert_eq!(there_and_back::<_, Vec<u8>>("[]byte", &b"xy"[..]), b"xy");
    assert_eq!(there_and_back::<_, Vec<u8>>("string", "xy"), b"xy");
    assert_eq!(there_and_back::<_, [i16; 3]>("[3]int16", [1, -2, 3]), [1, -2, 3]);
    assert_eq!(there_and_back::<_, Vec<i64>>("[20]int", vec![7i64; 20]), [7; 20]);
    assert_eq!(
        there_and_back::<_, Vec<Vec<i64>>>("[][]int", vec![vec![1], vec![], vec![2, 3]]),
        [vec![1], vec![], vec![2, 3]]
    );
    let map = HashMap::from([("a".to_string(), 1i64), ("b".into(), 2)]);
    assert_eq!(there_and_back::<_, HashMap<String, i64>>("map[string]int", map.clone()), map);
    let nested = BTreeMap::from([(1i64, vec![1.5]), (2, vec![])]);
    assert_eq!(there_and_back::<_, BTreeMap<i64, Vec<f64>>>("map[int][]float64", nested.clone()), nested);
}

#[test]
fn nil_and_pointers() {
    assert_eq!(there_and_back::<Option<i64>, Option<i64>>("*int", None), None);
    assert_eq!(there_and_back::<_, Option<i64>>("*int", Some(5)), Some(5));
    assert_eq!(there_and_back::<Option<Vec<i64>>, Option<Vec<i64>>>("[]int", None), None);
    assert_eq!(there_and_back::<_, Option<Vec<i64>>>("[]int", Some(vec![1])), Some(vec![1]));
    assert_eq!(there_and_back::<Option<i64>, Option<String>>("any", None), None);
}

#[test]
fn structs_by_their_fields() {
    let text = r#"
        type Inner struct { A, B string }
        type Point struct { X, Y int; Tag Inner; hidden int }
        type Big struct { P [9]Point; Name string }
        func Move(p Point, by int) Point { p.X += by; p.Y -= by; p.hidden = 9; return p }
        func Grow(p Point) Big { b := Big{Name: "big"}; for i := range b.P { b.P[i] = Point{X: p.X + i} }; return b }
        func Last(b Big) int { return b.P[8].X }"#;
    let mut engine = Engine::builder().file("test.pgo", text).build().unwrap();
    let point = HashMap::from([("X", Value::Int(1)), ("Tag", Value::Struct(vec![("B".into(), "t".into())]))]);
    let moved: HashMap<String, Value> = engine.call("Move", (point.clone(), 10)).unwrap();
    assert_eq!(moved.len(), 3);
    assert_eq!((&moved["X"], &moved["Y"]), (&Value::Int(11), &Value::Int(-10)));
    let tag = [("A".to_string(), "".into()), ("B".to_string(), "t".into())];
    assert_eq!(moved["Tag"], Value::Struct(tag.into()));
    let big: Value = engine.call("Grow", (point,)).unwrap();
    assert_eq!(engine.call::<_, i64>("Last", (big,)).unwrap(), 9);
}

#[test]
fn any() {
    assert_eq!(there_and_back::<_, i64>("any", 5), 5);
    assert_eq!(there_and_back::<_, Vec<Value>>("any", vec![1i64, 2]), [Value::Int(1), Value::Int(2)]);
    let text = r#"func Show(x any) string { return fmt.Sprintf("%T %v", x, x) }"#;
    let mut engine = Engine::builder().file("test.pgo", text).build().unwrap();
    let mut show = |value: Value| engine.call::<_, String>("Show", (value,)).unwrap();
    assert_eq!(show(Value::Nil), "<nil> <nil>");
    assert_eq!(show(5.into()), "int 5");
    assert_eq!(show(Value::Uint(5)), "uint64 5");
    assert_eq!(show(1.5.into()), "float64 1.5");
    assert_eq!(show(true.into()), "bool true");
    assert_eq!(show(Value::Complex(1.0, 2.0)), "complex128 (1+2i)");
    assert_eq!(show("s".into()), "string s");
    assert_eq!(show(Value::List(vec![1.into(), "a".into()])), "[]interface {} [1 a]");
    assert_eq!(show(Value::Map(vec![(1.into(), "a".into())])), "map[interface {}]interface {} map[1:a]");
    assert_eq!(show(Value::Struct(vec![("A".into(), 1.into())])), "map[string]interface {} map[A:1]");
}

#[test]
fn values_of_any_type() {
    let text = r#"
        type T struct { N int; f func() }
        type Loop []Loop
        func Mixed() any { return []any{nil, 1, uint8(2), 2.5, "s", true, 1i, map[string]int{"b": 1, "a": 2}, T{N: 3}, &T{}, [2]bool{true, false}} }
        func Deep() any { l := Loop{nil}; l[0] = l; return l }
        func Same(a, b any) bool { return a == b }"#;
    let mut engine = Engine::builder().file("test.pgo", text).build().unwrap();
    let Value::List(mut list) = engine.call::<_, Value>("Mixed", ()).unwrap() else { panic!("no list") };
    let wanted = [
        Value::Nil,
        Value::Int(1),
        Value::Uint(2),
        Value::Float(2.5),
        "s".into(),
        Value::Bool(true),
        Value::Complex(0.0, 1.0),
        Value::Map(vec![("b".into(), 1.into()), ("a".into(), 2.into())]),
        Value::Struct(vec![("N".into(), 3.into())]),
    ];
    // A range over a map begins anywhere.
    if let Value::Map(entries) = &mut list[7] {
        entries.sort_by_key(|(_, n)| matches!(n, Value::Int(2)));
    }
    assert_eq!(list[..9], wanted);
    assert_eq!(list[10], Value::List(vec![true.into(), false.into()]));
    assert!(matches!(list[9], Value::Kept(_)));
    assert!(engine.call::<_, bool>("Same", (list[9].clone(), list[9].clone())).unwrap());
    let error = engine.call::<_, Value>("Deep", ()).unwrap_err().to_string();
    assert!(error.ends_with("a value with more than 64 levels"), "{error}");
}

#[test]
fn maps_of_rust_are_in_the_same_order_in_every_run() {
    let text = "func Keys(m map[string]int) (s string) { for k := range m { s += k }; return }";
    let order = |_| {
        let mut engine = Engine::builder().file("test.pgo", text).build().unwrap();
        let map: HashMap<String, i64> = ('a'..='z').map(|c| (c.to_string(), 1)).collect();
        engine.call::<_, String>("Keys", (map,)).unwrap()
    };
    let orders: Vec<String> = (0..5).map(order).collect();
    assert!(orders.iter().all(|o| *o == orders[0]), "{orders:?}");
}

#[test]
fn values_that_are_nested_too_deep() {
    let mut engine = Engine::builder().file("test.pgo", "func Same(x any) any { return x }").build().unwrap();
    let nested = |n| (0..n).fold(Value::Nil, |inner, _| Value::List(vec![inner]));
    assert_eq!(engine.call::<_, Value>("Same", (nested(63),)).unwrap(), nested(63));
    let error = engine.call::<_, Value>("Same", (nested(100),)).unwrap_err().to_string();
    assert!(error.ends_with("a value with more than 64 levels"), "{error}");
}
