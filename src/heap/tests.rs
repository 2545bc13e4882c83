//! Allocation and collection, together.

use super::*;

/// How often a test repeats something: less often under Miri, which is some thousand times slower.
pub(crate) fn times(full: u64, under_miri: u64) -> u64 {
    if cfg!(miri) { under_miri } else { full }
}

fn collect(heap: &mut Heap, types: &RTypes, roots: &[u64]) {
    // SAFETY: the tests pass every address that they go on using.
    unsafe { heap.collect(types, |m| roots.iter().for_each(|&r| m.pointer(r))) }.unwrap();
}

fn configs() -> [HeapConfig; 3] {
    let poison = HeapConfig { poison: true, ..HeapConfig::default() };
    [HeapConfig::default(), HeapConfig { plain: true, ..HeapConfig::default() }, poison]
}

/// A linked list node: next, value.
fn node(heap: &mut Heap, layout: LayoutId, next: u64, value: u64) -> u64 {
    let at = heap.alloc(layout, 16).unwrap();
    // SAFETY: a new object of 16 bytes.
    unsafe {
        assert_eq!(mem::load::<[u64; 2]>(at), [0, 0]);
        mem::store(at, [next, value]);
    }
    at
}

#[test]
fn reachable_objects_survive_and_memory_is_reused() {
    for config in configs() {
        let mut types = RTypes::new();
        let layout = types.layouts.define(16, &[(0, PtrKind::Ptr)]);
        let mut heap = Heap::new(config);
        let mut list = 0;
        let nodes = times(1000, 50);
        for i in 0..nodes {
            list = node(&mut heap, layout, list, i);
            for _ in 0..10 {
                node(&mut heap, layout, list, 0);
            }
        }
        collect(&mut heap, &types, &[list]);
        let live = heap.stats().live_bytes;
        assert!((16 * nodes..=32 * nodes).contains(&live), "{live}");
        let footprint = heap.footprint();
        for _ in 0..9 * nodes {
            node(&mut heap, layout, 0, 1);
        }
        assert!(heap.footprint() <= footprint.max(heap.stats().live_bytes + 9 * nodes * 24));
        collect(&mut heap, &types, &[list]);
        assert_eq!(heap.stats().live_bytes, live);
        let (mut at, mut n) = (list, nodes);
        while at != 0 {
            // SAFETY: the list was a root.
            let [next, value] = unsafe { mem::load::<[u64; 2]>(at) };
            n -= 1;
            assert_eq!(value, n);
            at = next;
        }
        assert_eq!(n, 0);
    }
}

/// What lies on the stacks of coroutines is reached through their objects, here a chain: each holds the object of the next.
#[test]
fn coroutines_are_told_of_when_their_objects_are_reached() {
    for config in configs() {
        let mut types = RTypes::new();
        let layout = types.layouts.define(16, &[(0, PtrKind::Ptr)]);
        let mut heap = Heap::new(config);
        let objects: Vec<u64> = (0..4).map(|_| coroutine::make(&mut heap).unwrap()).collect();
        for (i, &object) in objects.iter().enumerate() {
            // SAFETY: a new object.
            unsafe { coroutine::set_number(object, i as u32) };
        }
        let list = node(&mut heap, layout, objects[2], 0);
        let garbage = node(&mut heap, layout, objects[3], 0);
        let mut order = Vec::new();
        // SAFETY: what is used afterwards is reachable.
        unsafe {
            heap.collect(&types, |marker| {
                marker.pointer(list);
                loop {
                    let reached = marker.reached();
                    if reached.is_empty() {
                        break;
                    }
                    for &number in reached.iter().filter(|&&number| number > 0) {
                        marker.pointer(objects[number as usize - 1]);
                        marker.pointer(list);
                    }
                    order.extend(reached);
                }
            })
        }
        .unwrap();
        assert_eq!(order, [2, 1, 0]);
        let survived: Vec<bool> = objects.iter().map(|&object| heap.survived(object)).collect();
        assert_eq!(survived, [true, true, true, false]);
        assert!(heap.survived(list) && !heap.survived(garbage));
    }
}

#[test]
#[cfg_attr(miri, ignore = "reserves an address range")]
fn a_deep_list_is_marked_without_recursion() {
    let mut types = RTypes::new();
    let layout = types.layouts.define(16, &[(0, PtrKind::Ptr)]);
    let mut heap = Heap::new(HeapConfig { plain: false, ..HeapConfig::default() });
    let mut list = 0;
    for i in 0..1_000_000 {
        list = node(&mut heap, layout, list, i);
    }
    collect(&mut heap, &types, &[list]);
    assert_eq!(heap.stats().live_bytes, 24_000_000);
    collect(&mut heap, &types, &[]);
    assert_eq!(heap.stats().live_bytes, 0);
    collect(&mut heap, &types, &[]);
    assert_eq!(heap.footprint(), 0);
}

#[test]
fn interior_pointers_keep_small_and_large_objects() {
    for config in configs() {
        let types = RTypes::new();
        let mut heap = Heap::new(config);
        for bytes in
            [8, 24, 100, 1024, 1032, 1033, 5000, 32760, 32768, times(40_000, 500), times(1_000_000, 2_000)]
        {
            let small = heap.alloc_noscan(bytes).unwrap();
            let big = heap.alloc(LayoutId::PTR, bytes.next_multiple_of(8)).unwrap();
            // SAFETY: the last word of a new object.
            unsafe { mem::store(big + bytes.next_multiple_of(8) - 8, small + bytes - 1) };
            collect(&mut heap, &types, &[big + 1]);
            assert!(heap.stats().live_bytes >= 2 * bytes);
            // SAFETY: still reachable through the root.
            assert_eq!(unsafe { mem::load::<u8>(small + bytes - 1) }, 0);
            collect(&mut heap, &types, &[]);
            assert_eq!(heap.stats().live_bytes, 0);
        }
    }
}

#[test]
fn interfaces_are_followed_by_their_type() {
    let mut types = RTypes::new();
    let def = |name: &str, shape| TypeDef { name: name.into(), pkg_path: "".into(), named: true, shape };
    let int = types.add(def("int", Shape::Basic(Kind::Int)));
    let ptr = types.add(def("*int", Shape::Pointer(int)));
    let mut heap = Heap::new(HeapConfig::default());
    let cell = heap.alloc(LayoutId::IFACE, 32).unwrap();
    let (a, b) = (heap.alloc_noscan(8).unwrap(), heap.alloc_noscan(8).unwrap());
    // SAFETY: a new object of 32 bytes.
    unsafe { mem::store(cell, [int.word(), a, ptr.word(), b]) };
    collect(&mut heap, &types, &[cell, a]);
    let all = heap.stats().live_bytes;
    collect(&mut heap, &types, &[cell]);
    assert_eq!(heap.stats().live_bytes, all - if cfg!(phasync_plain_heap) { 8 } else { 16 });
}

#[test]
fn only_the_scanned_prefix_is_looked_at() {
    let types = RTypes::new();
    let mut heap = Heap::new(HeapConfig::default());
    let object = heap.alloc_prefix(LayoutId::PTR, 8, 16).unwrap();
    let (a, b) = (heap.alloc_noscan(8).unwrap(), heap.alloc_noscan(8).unwrap());
    // SAFETY: a new object of 16 bytes.
    unsafe { mem::store(object, [a, b]) };
    collect(&mut heap, &types, &[object, b]);
    let all = heap.stats().live_bytes;
    collect(&mut heap, &types, &[object]);
    assert!(heap.stats().live_bytes < all);
}

#[test]
fn wide_and_spanned_objects_are_scanned_whole() {
    let mut types = RTypes::new();
    let big = types.layouts.compose(8 * 1001, &[Span { off: 8, layout: LayoutId::PTR, count: 1000 }]);
    let mut heap = Heap::new(HeapConfig::default());
    for (layout, size, first) in [(LayoutId::PTR, 80_000, 0), (big, 8 * 1001 * 5, 8)] {
        let object = heap.alloc(layout, size).unwrap();
        let mut n = 0;
        for off in (0..size / 8).filter(|w| first == 0 || w % 1001 != 0) {
            let small = heap.alloc_noscan(16).unwrap();
            // SAFETY: inside the new object.
            unsafe { mem::store(object + off * 8, small) };
            n += 1;
        }
        collect(&mut heap, &types, &[object]);
        let live = heap.stats().live_bytes;
        assert!(live >= size + n * 16, "{live}");
    }
}

#[test]
fn the_limit_is_reported_not_fatal() {
    let types = RTypes::new();
    let mut heap = Heap::new(HeapConfig { max_bytes: Some(10 << 20), ..HeapConfig::default() });
    assert_eq!(heap.alloc_noscan(11 << 20), Err(OutOfMemory));
    assert_eq!(heap.alloc_noscan(u64::MAX - 3), Err(OutOfMemory));
    assert_eq!(heap.alloc(LayoutId::PTR, 1 << 46), Err(OutOfMemory));
    let objects: Vec<u64> = (0..12).map(|_| heap.alloc_noscan(1 << 20).unwrap()).collect();
    assert!(heap.should_collect());
    // SAFETY: nothing is used after.
    let result = unsafe { heap.collect(&types, |m| objects.iter().for_each(|&o| m.pointer(o))) };
    assert_eq!(result, Err(OutOfMemory));
}

#[test]
fn stress_asks_for_a_collection_after_every_allocation() {
    let types = RTypes::new();
    let mut heap = Heap::new(HeapConfig { stress: true, ..HeapConfig::default() });
    for _ in 0..10 {
        assert!(!heap.should_collect());
        heap.alloc_noscan(16).unwrap();
        assert!(heap.should_collect());
        collect(&mut heap, &types, &[]);
    }
}

#[test]
fn resources_die_with_their_objects() {
    let types = RTypes::new();
    let mut heap = Heap::new(HeapConfig::default());
    let (a, b) = (heap.alloc_noscan(8).unwrap(), heap.alloc_noscan(8).unwrap());
    heap.register_resource(a, 1);
    heap.register_resource(b, 2);
    collect(&mut heap, &types, &[a]);
    assert_eq!(heap.take_dead_resources(), [2]);
    collect(&mut heap, &types, &[]);
    assert_eq!(heap.take_dead_resources(), [1]);
}

/// A random graph, mutated and collected, against a model that keeps reachability by itself.
#[test]
fn random_graphs_match_a_model() {
    for config in configs() {
        let types = RTypes::new();
        let mut heap = Heap::new(config);
        let mut random = fastrand(7);
        let mut roots = vec![0u64; 20];
        for round in 0..times(60, 4) {
            for _ in 0..200 {
                let words = 1 + random() % if random().is_multiple_of(50) { times(9000, 200) } else { 12 };
                let object = heap.alloc(LayoutId::PTR, words * 8).unwrap();
                for w in 0..words.min(3) {
                    let target = roots[(random() % 20) as usize];
                    // SAFETY: inside the new object; the target is live.
                    unsafe { mem::store(object + w * 8, target) };
                }
                roots[(random() % 20) as usize] = object;
            }
            if round % 3 == 0 {
                roots[(random() % 20) as usize] = 0;
            }
            // The model: everything reachable from the roots, by walking it.
            let mut seen = std::collections::HashSet::new();
            let mut todo = roots.clone();
            while let Some(at) = todo.pop() {
                if at != 0 && seen.insert(at) {
                    // SAFETY: reachable objects are live; the header tells their length.
                    unsafe {
                        let words = mem::load::<u64>(at - 8) >> 32;
                        assert!((1..=9000).contains(&words));
                        todo.extend((0..words).map(|w| mem::load::<u64>(at + w * 8)));
                    }
                }
            }
            let before = heap.stats().collections;
            collect(&mut heap, &types, &roots);
            assert_eq!(heap.stats().collections, before + 1);
            let least: u64 = seen.len() as u64 * 16;
            assert!(heap.stats().live_bytes >= least);
            if round % 20 == 19 {
                roots.fill(0);
            }
        }
        collect(&mut heap, &types, &[]);
        assert_eq!(heap.stats().live_bytes, 0);
    }
}

/// A small random sequence (xorshift) for tests.
pub(super) fn fastrand(seed: u64) -> impl FnMut() -> u64 {
    let mut x = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    move || {
        x ^= x << 13;
        x ^= x >> 7;
        x ^= x << 17;
        x >> 11
    }
}
