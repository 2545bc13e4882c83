//! The native half of package index/suffixarray.

use super::{Done, NativeCx, NativeResult, Row};

/// The functions without body of `stdlib/index/suffixarray`.
pub const TABLE: &[Row] = &[("index/suffixarray.sortEnds", sort_ends)];

/// `func sortEnds(data []byte, sa []int32)`
fn sort_ends(cx: &mut NativeCx<'_>) -> NativeResult {
    let (data, places) = (cx.bytes(), cx.slice());
    if places.len < data.len() as u64 || data.len() > i32::MAX as usize {
        return Err(cx.throw("makeslice: len out of range"));
    }
    let sorted = sorted_ends(data);
    cx.charge((data.len() as u64).saturating_mul(u64::from(data.len().max(1).ilog2())) >> 1);
    let mem = cx.mem();
    for (i, place) in (0..).zip(sorted) {
        mem.set_u32(places.addr + 4 * i, place);
    }
    Ok(Done)
}

/// The places at which the ends of a text begin, in the order of the ends: first by one byte, then by twice as many each time
/// (Manber and Myers). Ends that are alone in their class have their place already and are not looked at again.
fn sorted_ends(data: &[u8]) -> Vec<u32> {
    let n = data.len();
    let mut places: Vec<u32> = (0..n as u32).collect();
    places.sort_unstable_by_key(|&at| data[at as usize]);
    // The class of an end is the index of the first of those that are equal so far.
    let mut class = vec![0u32; n];
    let mut open = Vec::new();
    classify(&places, 0, &mut class, &mut open, |at| data[at as usize].into());
    let mut width = 1;
    while !open.is_empty() {
        let groups = std::mem::take(&mut open);
        let behind = |class: &[u32], at: u32| class.get(at as usize + width).map_or(0, |&class| class + 1);
        let mut settled = Vec::new();
        for &(from, to) in &groups {
            let group = &mut places[from..to];
            group.sort_unstable_by_key(|&at| behind(&class, at));
            settled.push(group.iter().map(|&at| behind(&class, at)).collect::<Vec<u32>>());
        }
        for ((from, to), keys) in groups.into_iter().zip(settled) {
            let group = &places[from..to];
            let mut keys = keys.into_iter();
            classify(group, from, &mut class, &mut open, |_| keys.next().unwrap_or(0));
        }
        width *= 2;
    }
    places
}

/// Gives those of a sorted group that have the same key a class of their own; the group begins at this index. Classes of
/// several are open.
fn classify(
    group: &[u32],
    from: usize,
    class: &mut [u32],
    open: &mut Vec<(usize, usize)>,
    mut key: impl FnMut(u32) -> u32,
) {
    let mut start = 0;
    let mut last = None;
    for (i, &at) in group.iter().enumerate() {
        let key = key(at);
        if last.is_some_and(|last| last != key) {
            if i - start > 1 {
                open.push((from + start, from + i));
            }
            start = i;
        }
        last = Some(key);
        class[at as usize] = (from + start) as u32;
    }
    if group.len() - start > 1 {
        open.push((from + start, from + group.len()));
    }
}

#[cfg(test)]
mod tests {
    use super::sorted_ends;

    #[test]
    fn ends_are_in_order() {
        let mut x = 1u32;
        for len in 0..200 {
            let data: Vec<u8> = (0..len)
                .map(|_| {
                    x = x.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    (x >> 31) as u8
                })
                .collect();
            let mut plain: Vec<u32> = (0..len as u32).collect();
            plain.sort_by_key(|&at| &data[at as usize..]);
            assert_eq!(sorted_ends(&data), plain);
        }
        assert_eq!(sorted_ends(&[7; 1000]), (0..1000).rev().collect::<Vec<u32>>());
    }
}
