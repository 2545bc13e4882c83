//! What the heap's basic operations cost, in nanoseconds: `cargo bench --bench heap [filter]`.
//!
//! Each measurement is the best of several runs, so that a busy machine disturbs little.

use std::hint::black_box;
use std::time::Instant;

use phasync::heap::{
    Heap, HeapConfig, Kind, LayoutId, Map, MapIter, PtrKind, RTypeId, RTypes, Shape, Str, TypeDef, mem, slice,
};

struct World {
    heap: Heap,
    types: RTypes,
}

impl World {
    fn new() -> World {
        World { heap: Heap::new(HeapConfig { poison: false, ..HeapConfig::default() }), types: RTypes::new() }
    }

    fn ty(&mut self, shape: Shape) -> RTypeId {
        self.types.add(TypeDef { name: "T".into(), pkg_path: "".into(), named: false, shape })
    }

    /// The type `map[key]int`.
    fn map_type(&mut self, key: Kind) -> RTypeId {
        let (key, int) = (self.ty(Shape::Basic(key)), self.ty(Shape::Basic(Kind::Int)));
        self.ty(Shape::Map(key, int))
    }

    fn make(&mut self, ty: RTypeId) -> Map {
        let info = self.types.map_info(ty);
        Map::make(&mut self.heap, ty, &info, 0).expect("memory")
    }

    fn collect(&mut self, roots: &[u64]) {
        // SAFETY: the benchmarks pass every address that they go on using.
        let done = unsafe { self.heap.collect(&self.types, |m| roots.iter().for_each(|&r| m.pointer(r))) };
        done.expect("no limit is set");
    }
}

/// Prints the best time per operation of `runs` runs of `count` operations.
fn measure(name: &str, runs: u32, count: u64, mut run: impl FnMut()) {
    if std::env::args().nth(1).is_some_and(|filter| !filter.starts_with('-') && !name.contains(&filter)) {
        return;
    }
    let mut best = f64::INFINITY;
    for _ in 0..runs {
        let start = Instant::now();
        run();
        best = best.min(start.elapsed().as_secs_f64());
    }
    println!("{name:<44} {:>9.2} ns", best * 1e9 / count as f64);
}

/// A complete binary tree of the given depth.
fn tree(w: &mut World, layout: LayoutId, depth: u32) -> u64 {
    let node = w.heap.alloc(layout, 16).expect("memory");
    if depth > 0 {
        let (left, right) = (tree(w, layout, depth - 1), tree(w, layout, depth - 1));
        // SAFETY: a new object of 16 bytes.
        unsafe { mem::store(node, [left, right]) };
    }
    node
}

fn main() {
    const N: u64 = 1_000_000;
    let mut w = World::new();
    for bytes in [8, 16, 48, 512, 4096] {
        let count = (64 << 20) / (bytes + 8);
        measure(&format!("alloc, no pointers, {bytes} bytes, collected"), 5, count, || {
            for _ in 0..count {
                black_box(w.heap.alloc_noscan(bytes).expect("memory"));
                if w.heap.should_collect() {
                    w.collect(&[]);
                }
            }
        });
    }
    let pair = w.types.layouts.define(16, &[(0, PtrKind::Ptr), (8, PtrKind::Ptr)]);
    measure("alloc, 2 pointers, collected", 5, 4 * N, || {
        for _ in 0..4 * N {
            black_box(w.heap.alloc(pair, 16).expect("memory"));
            if w.heap.should_collect() {
                w.collect(&[]);
            }
        }
    });
    measure("tree of 2^20 nodes, built and dropped", 5, 1 << 20, || {
        tree(&mut w, pair, 19);
        w.collect(&[]);
    });
    let root = tree(&mut w, pair, 21);
    measure("mark and sweep a tree of 2^22 nodes", 5, 1 << 22, || w.collect(&[root]));
    w.collect(&[]);

    let (ints, strings) = (w.map_type(Kind::Int), w.map_type(Kind::String));
    for size in [8, 100, 10_000, N] {
        let map = w.make(ints);
        for i in 0..size {
            // SAFETY: the address of a new int.
            unsafe { mem::store(map.insert_word8(&mut w.heap, i * 7).expect("memory"), i) };
        }
        let mut at = 0;
        measure(&format!("map[int]int of {size}, get"), 5, N, || {
            for _ in 0..N {
                at = (at + 7919) % size;
                black_box(map.get_word8(&w.heap, at * 7));
            }
        });
        measure(&format!("map[int]int of {size}, get, missing"), 5, N, || {
            for i in 0..N {
                black_box(map.get_word8(&w.heap, i * 7 + 1));
            }
        });
        measure(&format!("map[int]int of {size}, set, present"), 5, N, || {
            for _ in 0..N {
                at = (at + 7919) % size;
                let value = map.insert_word8(&mut w.heap, at * 7).expect("memory");
                // SAFETY: the address of an int.
                unsafe { mem::store(value, at) };
            }
        });
        measure(&format!("map[int]int of {size}, built"), 5, size.max(100_000) / size * size, || {
            for _ in 0..size.max(100_000) / size {
                let map = w.make(ints);
                for i in 0..size {
                    black_box(map.insert_word8(&mut w.heap, i * 7).expect("memory"));
                }
            }
            w.collect(&[map.slot()]);
        });
        measure(&format!("map[int]int of {size}, range"), 5, size.max(100_000) / size * size, || {
            for _ in 0..size.max(100_000) / size {
                let mut iter = MapIter::new(&mut w.heap, map).expect("memory");
                while let Some(entry) = iter.next() {
                    black_box(entry);
                }
            }
        });
        let map = w.make(strings);
        let keys: Vec<Str> = (0..size)
            .map(|i| Str::new(&mut w.heap, format!("key-{i}").as_bytes()).expect("memory"))
            .collect();
        for key in &keys {
            map.insert_str(&mut w.heap, key.ptr(), key.len()).expect("memory");
        }
        measure(&format!("map[string]int of {size}, get"), 5, N, || {
            for _ in 0..N {
                at = (at + 7919) % size;
                let key = keys[at as usize];
                black_box(map.get_str(&w.heap, key.ptr(), key.len()));
            }
        });
        w.collect(&[]);
    }
    measure("map[int]int, insert and delete a queue", 5, N, || {
        let map = w.make(ints);
        for i in 0..N {
            map.insert_word8(&mut w.heap, i).expect("memory");
            if i >= 100 {
                map.delete(&w.heap, &w.types, map.rtype(), &[i - 100]).expect("ints are hashable");
            }
        }
    });
    measure("append 1,000,000 ints", 5, N, || {
        let (mut ptr, mut cap) = (Heap::zero_object(), 0);
        for i in 0..N {
            if i == cap {
                // SAFETY: i live ints.
                (ptr, cap) = unsafe { slice::grow(&mut w.heap, LayoutId::NONE, 8, (ptr, i, cap), i + 1) }
                    .expect("memory");
            }
            // SAFETY: i < cap.
            unsafe { mem::store(ptr + i * 8, i) };
        }
        w.collect(&[]);
    });
    let (a, b) = (
        Str::new(&mut w.heap, b"hello, ").expect("memory"),
        Str::new(&mut w.heap, b"world").expect("memory"),
    );
    measure("concatenate two short strings", 5, N, || {
        for _ in 0..N {
            black_box(Str::concat(&mut w.heap, [a, b].into_iter()).expect("memory"));
            if w.heap.should_collect() {
                w.collect(&[a.ptr(), b.ptr()]);
            }
        }
    });
}
