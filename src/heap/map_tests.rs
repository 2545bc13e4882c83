//! Maps against `HashMap`: random operations, iteration under change, every kind of key.

use std::collections::{HashMap, HashSet};

use super::tests::{fastrand, times};
use super::*;

struct World {
    heap: Heap,
    types: RTypes,
}

fn world() -> World {
    World { heap: Heap::new(HeapConfig { seed: 42, ..HeapConfig::default() }), types: RTypes::new() }
}

impl World {
    fn ty(&mut self, shape: Shape) -> RTypeId {
        self.types.add(TypeDef { name: "T".into(), pkg_path: "".into(), named: false, shape })
    }

    fn make(&mut self, key: RTypeId, elem: RTypeId, hint: u64) -> Map {
        let ty = self.ty(Shape::Map(key, elem));
        let info = self.types.map_info(ty);
        Map::make(&mut self.heap, ty, &info, hint).unwrap()
    }

    fn set(&mut self, map: Map, key: &[u64], value: u64) {
        let at = map.insert(&mut self.heap, &self.types, key).unwrap();
        // SAFETY: the tests' values are 8 bytes.
        unsafe { mem::store(at, value) };
    }

    fn get(&self, map: Map, key: &[u64]) -> Option<u64> {
        let at = map.get(&self.heap, &self.types, map.rtype(), key).unwrap();
        // SAFETY: the address of a value of 8 bytes.
        (at != 0).then(|| unsafe { mem::load(at) })
    }

    fn delete(&mut self, map: Map, key: &[u64]) {
        map.delete(&self.heap, &self.types, map.rtype(), key).unwrap();
    }

    fn text(&mut self, s: &str) -> [u64; 2] {
        let s = Str::new(&mut self.heap, s.as_bytes()).unwrap();
        [s.ptr(), s.len()]
    }

    /// All values in the order of one iteration.
    fn values(&mut self, map: Map) -> Vec<u64> {
        let mut iter = MapIter::new(&mut self.heap, map).unwrap();
        // SAFETY: values of 8 bytes.
        std::iter::from_fn(|| iter.next().map(|(_, v)| unsafe { mem::load(v) })).collect()
    }
}

/// Random inserts, deletes, lookups and clears, with keys made from small numbers by `key`.
fn model(w: &mut World, map: Map, distinct: u64, key: impl Fn(&mut World, u64) -> Vec<u64>) {
    let mut random = fastrand(distinct);
    let mut expected: HashMap<u64, u64> = HashMap::new();
    let mut deleting = 2;
    for step in 0..times(20_000, 300) {
        let n = random() % distinct;
        let k = key(w, n);
        if step % 1000 == 0 {
            deleting = random() % 10;
        }
        match random() % 10 {
            r if r < deleting => {
                w.delete(map, &k);
                expected.remove(&n);
            }
            9 if random().is_multiple_of(1000) => {
                map.clear();
                expected.clear();
            }
            8 | 9 => {
                w.set(map, &k, step);
                expected.insert(n, step);
            }
            _ => assert_eq!(w.get(map, &k), expected.get(&n).copied(), "key {n} at step {step}"),
        }
        assert_eq!(map.len(), expected.len() as u64);
        if step % 977 == 0 {
            let mut values = w.values(map);
            let mut wanted: Vec<u64> = expected.values().copied().collect();
            values.sort_unstable();
            wanted.sort_unstable();
            assert_eq!(values, wanted);
        }
    }
}

#[test]
fn word_keys_match_a_model() {
    for kind in [Kind::Uint8, Kind::Int16, Kind::Int32, Kind::Int, Kind::Uint64] {
        for distinct in [6, 12, 100, 250, 3000] {
            let mut w = world();
            let (k, v) = (w.ty(Shape::Basic(kind)), w.ty(Shape::Basic(Kind::Int)));
            let map = w.make(k, v, distinct % 7);
            // Negative numbers too, as registers hold them: sign-extended.
            let narrow = |n: u64| match kind {
                Kind::Uint8 => n & 0xFF,
                Kind::Int16 => (n as i64 - 100) as i16 as u64,
                Kind::Int32 => (n as i64 - 100) as i32 as u64,
                _ => n << 32,
            };
            let distinct = if kind == Kind::Uint8 { distinct.min(256) } else { distinct };
            model(&mut w, map, distinct, |_, n| vec![narrow(n)]);
        }
    }
}

#[test]
fn keys_that_are_places_of_the_index_match_a_model() {
    // Near each other, with gaps, with one far away, with one below zero: dense indexes, and all that ends them.
    let spreads: [fn(u64) -> u64; 5] = [
        |n| n,
        |n| n * 3,
        |n| if n == 37 { 1 << 40 } else { n },
        |n| n.wrapping_sub(1),
        |n| n + n / 500 * 1_000_000,
    ];
    for (spread, hint) in spreads.into_iter().flat_map(|spread| [(spread, 0), (spread, 9), (spread, 700)]) {
        for distinct in [12, 100, 3000] {
            let mut w = world();
            let (k, v) = (w.ty(Shape::Basic(Kind::Int)), w.ty(Shape::Basic(Kind::Int)));
            let map = w.make(k, v, hint);
            model(&mut w, map, distinct, |_, n| vec![spread(n)]);
        }
    }
}

#[test]
fn an_index_is_dense_while_the_keys_allow_it() {
    let mut w = world();
    let (k, v) = (w.ty(Shape::Basic(Kind::Int)), w.ty(Shape::Basic(Kind::Int)));
    let map = w.make(k, v, 0);
    let dense = |map: Map| map.header().dense;
    for n in 0..100 {
        w.set(map, &[n], n);
    }
    assert!(dense(map));
    w.set(map, &[1 << 33], 1);
    assert!(!dense(map));
    for n in 100..1000 {
        w.set(map, &[n], n);
    }
    assert!(!dense(map), "a far key is among them");
    w.delete(map, &[1 << 33]);
    for n in 1000..2000 {
        w.set(map, &[n], n);
    }
    assert!(dense(map), "a new table looks again");
    assert_eq!((0..2000).map(|n| w.get(map, &[n])).sum::<Option<u64>>(), Some(1999 * 1000));
    assert_eq!(w.get(map, &[5000]), None);
    assert_eq!(w.get(map, &[u64::MAX]), None);
}

#[test]
fn string_keys_match_a_model() {
    for distinct in [5, 40, 3000] {
        let mut w = world();
        let (k, v) = (w.ty(Shape::Basic(Kind::String)), w.ty(Shape::Basic(Kind::Int)));
        let map = w.make(k, v, 0);
        model(&mut w, map, distinct, |w, n| {
            w.text(&"k".repeat((n % 40) as usize + 1).replacen('k', &n.to_string(), 1)).to_vec()
        });
    }
}

#[test]
fn other_keys_match_a_model() {
    for distinct in [5, 40, 2000] {
        let mut w = world();
        let v = w.ty(Shape::Basic(Kind::Int));
        let float = w.ty(Shape::Basic(Kind::Float64));
        let text = w.ty(Shape::Basic(Kind::String));
        let any = w.ty(Shape::Interface(vec![]));
        let field = |name: &str, ty| FieldDef {
            name: name.into(),
            pkg: "".into(),
            ty,
            tag: "".into(),
            embedded: false,
        };
        let point = w.ty(Shape::Struct(vec![field("x", float), field("s", text)]));
        let words = w.ty(Shape::Array(v, 3));
        let map = w.make(float, v, 0);
        model(&mut w, map, distinct, |_, n| vec![(n as f64 / 3.0).to_bits()]);
        let map = w.make(point, v, 0);
        model(&mut w, map, distinct, |w, n| {
            let s = w.text(&n.to_string());
            vec![(n as f64).to_bits(), s[0], s[1]]
        });
        let map = w.make(words, v, 0);
        model(&mut w, map, distinct, |_, n| vec![n, 7, n * n]);
        let map = w.make(any, v, 0);
        model(&mut w, map, distinct, |w, n| match n % 3 {
            _ if n == 2 => vec![0, 0],
            0 => vec![v.word(), n],
            1 => vec![float.word(), (n as f64).to_bits()],
            _ => {
                let s = w.text(&n.to_string());
                // SAFETY: the slots of a string.
                let boxed = unsafe { iface::box_slots(&mut w.heap, w.types.get(text), &s) }.unwrap();
                vec![text.word(), boxed]
            }
        });
    }
}

#[test]
fn floats_compare_as_floats() {
    let mut w = world();
    let (k, v) = (w.ty(Shape::Basic(Kind::Float64)), w.ty(Shape::Basic(Kind::Int)));
    let map = w.make(k, v, 0);
    w.set(map, &[0.0f64.to_bits()], 1);
    assert_eq!(w.get(map, &[(-0.0f64).to_bits()]), Some(1));
    for i in 0..100 {
        w.set(map, &[f64::NAN.to_bits()], i + 10);
    }
    assert_eq!(w.get(map, &[f64::NAN.to_bits()]), None);
    assert_eq!(map.len(), 101);
    assert_eq!(w.values(map).len(), 101);
    map.clear();
    assert_eq!(map.len(), 0);
}

#[test]
fn unhashable_keys_and_nil_maps_are_errors() {
    let mut w = world();
    let v = w.ty(Shape::Basic(Kind::Int));
    let any = w.ty(Shape::Interface(vec![]));
    let slice = w.ty(Shape::Slice(v));
    let map = w.make(any, v, 0);
    let key = [slice.word(), 0];
    assert_eq!(map.get(&w.heap, &w.types, map.rtype(), &key), Err(MapError::Unsearchable(slice)));
    assert_eq!(map.insert(&mut w.heap, &w.types, &key), Err(MapError::Unhashable(slice)));
    // SAFETY: 0 is nil.
    let nil = unsafe { Map::from_slot(0) };
    assert_eq!(nil.get(&w.heap, &w.types, map.rtype(), &key), Err(MapError::Unsearchable(slice)));
    let plain = w.make(v, v, 0).rtype();
    assert_eq!(nil.insert(&mut w.heap, &w.types, &[1]), Err(MapError::NilMap));
    assert_eq!(nil.get(&w.heap, &w.types, plain, &[1]), Ok(0));
    assert_eq!(nil.delete(&w.heap, &w.types, plain, &[1]), Ok(()));
    nil.clear();
    assert_eq!((nil.len(), w.values(nil).len()), (0, 0));
}

#[test]
fn entries_too_large_for_memory_are_refused() {
    let mut w = world();
    let int = w.ty(Shape::Basic(Kind::Int));
    for len in [1 << 30, 1 << 61] {
        let huge = w.ty(Shape::Array(int, len));
        for (key, elem) in [(int, huge), (huge, int), (huge, huge)] {
            let ty = w.ty(Shape::Map(key, elem));
            let info = w.types.map_info(ty);
            assert_eq!(Map::make(&mut w.heap, ty, &info, 0), Err(OutOfMemory));
        }
    }
}

#[test]
fn iteration_starts_somewhere_and_keeps_the_order_of_insertion() {
    let mut w = world();
    let int = w.ty(Shape::Basic(Kind::Int));
    let map = w.make(int, int, 0);
    for i in 0..50 {
        w.set(map, &[i * 7919], i);
    }
    let mut starts = HashSet::new();
    for _ in 0..100 {
        let values = w.values(map);
        starts.insert(values[0]);
        let rotated: Vec<u64> = (0..50).map(|i| (values[0] + i) % 50).collect();
        assert_eq!(values, rotated);
    }
    assert!(starts.len() > 20);
}

/// Iterates while inserting and deleting at random, through growth, packing and clearing.
#[test]
fn iteration_survives_changes() {
    for seed in 0..times(200, 4) {
        let mut w = world();
        let mut random = fastrand(seed);
        let int = w.ty(Shape::Basic(Kind::Int));
        let map = w.make(int, int, 0);
        let size = [3, 9, 40, 300][seed as usize % 4];
        for i in 0..size {
            w.set(map, &[i], i);
        }
        for i in 0..size / 3 {
            w.delete(map, &[i * 3]);
        }
        let stable: HashSet<u64> = (0..size).filter(|i| i % 3 != 0 || *i >= size / 3 * 3).collect();
        let (mut gone, mut seen) = (HashSet::new(), HashSet::new());
        let mut next = size;
        let mut iter = MapIter::new(&mut w.heap, map).unwrap();
        // SAFETY: an int key.
        while let Some(key) = iter.next().map(|(k, _)| unsafe { mem::load::<u64>(k) }) {
            assert!(seen.insert(key), "{key} twice");
            assert!(!gone.contains(&key), "{key} was deleted");
            if seen.len() > 5000 {
                break;
            }
            for _ in 0..random() % 4 {
                let n = random() % size;
                match random() % 3 {
                    0 => {
                        w.delete(map, &[n]);
                        gone.insert(n);
                    }
                    _ if seen.len() < 2000 => {
                        w.set(map, &[next], 0);
                        next += 1;
                    }
                    _ => {}
                }
            }
            if seed % 16 == 5 && seen.len() == 7 {
                map.clear();
                gone.extend(0..next);
            }
            if seed % 3 == 0 {
                let (types, roots) = (&w.types, [map.slot(), iter.slots()[1]]);
                // SAFETY: the map and the epoch are all that is used again.
                unsafe { w.heap.collect(types, |m| roots.iter().for_each(|&r| m.pointer(r))) }.unwrap();
            }
            // SAFETY: unchanged slots.
            iter = unsafe { MapIter::from_slots(iter.slots()) };
        }
        if seen.len() < 5000 {
            for key in stable.difference(&gone) {
                assert!(seen.contains(key), "{key} was not produced (seed {seed})");
            }
        }
    }
}

#[test]
fn the_collector_sees_keys_and_values() {
    let mut w = world();
    let text = w.ty(Shape::Basic(Kind::String));
    let map = w.make(text, text, 0);
    for i in 0..500 {
        let (k, v) = (w.text(&format!("key {i}")), w.text(&format!("value {i}")));
        let at = map.insert(&mut w.heap, &w.types, &k).unwrap();
        // SAFETY: the address of a string value.
        unsafe { mem::store(at, v) };
        if i % 50 == 0 {
            // SAFETY: only the map is used again.
            unsafe { w.heap.collect(&w.types, |m| m.pointer(map.slot())) }.unwrap();
        }
    }
    for i in 0..500 {
        let k = w.text(&format!("key {i}"));
        let at = map.get(&w.heap, &w.types, map.rtype(), &k).unwrap();
        // SAFETY: the address of a live string.
        let v = unsafe { mem::load::<[u64; 2]>(at) };
        // SAFETY: a live string.
        assert_eq!(unsafe { Str::from_slots(v[0], v[1]) }.bytes(), format!("value {i}").as_bytes());
    }
}
