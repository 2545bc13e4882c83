//! AES, and the hash of its Galois counter mode. Not made to keep its time from telling of keys.

use super::super::{Done, NativeCx, NativeResult};

/// Twice an element of the field of bytes.
const fn double(x: u8) -> u8 {
    x << 1 ^ if x & 0x80 == 0 { 0 } else { 0x1b }
}

/// The substitution of bytes: the inverse in the field, and an affine map; and the way back.
const fn boxes() -> ([u8; 256], [u8; 256]) {
    let (mut forth, mut back) = ([0u8; 256], [0u8; 256]);
    // p goes through all elements but 0, and q through their inverses.
    let (mut p, mut q) = (1u8, 1u8);
    loop {
        p ^= double(p);
        q ^= q << 1;
        q ^= q << 2;
        q ^= q << 4;
        if q & 0x80 != 0 {
            q ^= 0x09;
        }
        let s = q ^ q.rotate_left(1) ^ q.rotate_left(2) ^ q.rotate_left(3) ^ q.rotate_left(4) ^ 0x63;
        forth[p as usize] = s;
        back[s as usize] = p;
        if p == 1 {
            break;
        }
    }
    forth[0] = 0x63;
    back[0x63] = 0;
    (forth, back)
}

const FORTH: [u8; 256] = boxes().0;
const BACK: [u8; 256] = boxes().1;

/// `func expand(key []byte) []byte`: the keys of the rounds.
pub fn expand(cx: &mut NativeCx<'_>) -> NativeResult {
    let key = cx.bytes();
    let words = key.len() / 4;
    let mut out = key.to_vec();
    let mut round = 1u8;
    for i in words..4 * (words + 7) {
        let mut w: [u8; 4] = out[4 * i - 4..].try_into().expect("a word");
        if i % words == 0 {
            w.rotate_left(1);
            w = w.map(|b| FORTH[usize::from(b)]);
            w[0] ^= round;
            round = double(round);
        } else if words > 6 && i % words == 4 {
            w = w.map(|b| FORTH[usize::from(b)]);
        }
        for (j, byte) in w.iter().enumerate() {
            out.push(out[4 * (i - words) + j] ^ byte);
        }
    }
    cx.ret_bytes(&out)?;
    Ok(Done)
}

fn xor(block: &mut [u8; 16], key: &[u8]) {
    for (byte, key) in block.iter_mut().zip(key) {
        *byte ^= key;
    }
}

/// `func encrypt(keys, dst, src []byte)`: one block; dst may be src.
pub fn encrypt(cx: &mut NativeCx<'_>) -> NativeResult {
    let (keys, dst, src) = (cx.bytes(), cx.slice(), cx.slice());
    let mem = cx.mem();
    let mut s: [u8; 16] = mem.bytes(src.addr, 16).try_into().expect("a block");
    let last = keys.len() / 16 - 1;
    xor(&mut s, &keys[..16]);
    for round in 1..=last {
        let mut t: [u8; 16] = std::array::from_fn(|i| FORTH[usize::from(s[(i * 5) % 16])]);
        if round < last {
            for column in t.chunks_exact_mut(4) {
                let all = column[0] ^ column[1] ^ column[2] ^ column[3];
                let first = column[0];
                for i in 0..4 {
                    let next = if i == 3 { first } else { column[i + 1] };
                    column[i] ^= all ^ double(column[i] ^ next);
                }
            }
        }
        xor(&mut t, &keys[16 * round..]);
        s = t;
    }
    mem.bytes_mut(dst.addr, 16).copy_from_slice(&s);
    Ok(Done)
}

/// `func decrypt(keys, dst, src []byte)`: one block; dst may be src.
pub fn decrypt(cx: &mut NativeCx<'_>) -> NativeResult {
    let (keys, dst, src) = (cx.bytes(), cx.slice(), cx.slice());
    let mem = cx.mem();
    let mut s: [u8; 16] = mem.bytes(src.addr, 16).try_into().expect("a block");
    let last = keys.len() / 16 - 1;
    for round in (1..=last).rev() {
        xor(&mut s, &keys[16 * round..]);
        if round < last {
            for column in s.chunks_exact_mut(4) {
                // The inverse is the same mixing after another one of the pairs.
                let u = double(double(column[0] ^ column[2]));
                let v = double(double(column[1] ^ column[3]));
                for (i, byte) in column.iter_mut().enumerate() {
                    *byte ^= if i & 1 == 0 { u } else { v };
                }
                let all = column[0] ^ column[1] ^ column[2] ^ column[3];
                let first = column[0];
                for i in 0..4 {
                    let next = if i == 3 { first } else { column[i + 1] };
                    column[i] ^= all ^ double(column[i] ^ next);
                }
            }
        }
        s = std::array::from_fn(|i| BACK[usize::from(s[(i * 13) % 16])]);
    }
    xor(&mut s, &keys[..16]);
    mem.bytes_mut(dst.addr, 16).copy_from_slice(&s);
    Ok(Done)
}

/// `func ghash(h, y, data []byte)`: takes the data, padded with zeros to whole blocks, into the hash y with the key h.
pub fn ghash(cx: &mut NativeCx<'_>) -> NativeResult {
    let (h, y, data) = (cx.bytes(), cx.slice(), cx.bytes());
    cx.charge(data.len() as u64);
    let h = u128::from_be_bytes(h.try_into().expect("a block"));
    // The multiples of the key by the powers of x.
    let mut powers = [0u128; 128];
    let mut v = h;
    for power in &mut powers {
        *power = v;
        v = v >> 1 ^ if v & 1 == 0 { 0 } else { 0xe1 << 120 };
    }
    let sum = cx.mem().bytes_mut(y.addr, 16);
    let mut s = u128::from_be_bytes((&*sum).try_into().expect("a block"));
    for block in data.chunks(16) {
        let mut padded = [0; 16];
        padded[..block.len()].copy_from_slice(block);
        s ^= u128::from_be_bytes(padded);
        let mut z = 0;
        for (i, power) in powers.iter().enumerate() {
            if s >> (127 - i) & 1 == 1 {
                z ^= power;
            }
        }
        s = z;
    }
    sum.copy_from_slice(&s.to_be_bytes());
    Ok(Done)
}
