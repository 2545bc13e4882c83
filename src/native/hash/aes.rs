//! AES, in the modes that work on whole texts, and the hash of its Galois counter mode. The ciphers are those of the crates
//! `aes` and `ghash`, which use the processor's instructions where it has them.
//!
//! Invariant: `dst` is `src`, or they share nothing; it is as long, and the language has seen to that.

use aes::cipher::{Array, Block, BlockCipherDecrypt, BlockCipherEncrypt, KeyInit};
use aes::{Aes128Dec, Aes128Enc, Aes192Dec, Aes192Enc, Aes256Dec, Aes256Enc};
use ghash::GHash;
use ghash::universal_hash::UniversalHash;

use super::super::{Done, NativeCx, NativeResult, SliceRef};

/// The bytes of a block.
const SIZE: usize = 16;
/// How many blocks of a key stream are made at once: what the ciphers do side by side, several times over.
const AT_ONCE: usize = 64;

type AesBlock = Block<Aes128Enc>;

/// A cipher with its key, forwards.
enum Encrypter {
    Aes128(Aes128Enc),
    Aes192(Aes192Enc),
    Aes256(Aes256Enc),
}

/// The cipher with a key of 16, 24 or 32 bytes.
fn encrypter(key: &[u8]) -> Encrypter {
    match key.len() {
        16 => Encrypter::Aes128(Aes128Enc::new_from_slice(key).expect("16 bytes")),
        24 => Encrypter::Aes192(Aes192Enc::new_from_slice(key).expect("24 bytes")),
        _ => Encrypter::Aes256(Aes256Enc::new_from_slice(key).expect("32 bytes")),
    }
}

impl Encrypter {
    fn blocks(&self, blocks: &mut [AesBlock]) {
        match self {
            Encrypter::Aes128(cipher) => cipher.encrypt_blocks(blocks),
            Encrypter::Aes192(cipher) => cipher.encrypt_blocks(blocks),
            Encrypter::Aes256(cipher) => cipher.encrypt_blocks(blocks),
        }
    }
}

fn decrypt_blocks(key: &[u8], blocks: &mut [AesBlock]) {
    match key.len() {
        16 => Aes128Dec::new_from_slice(key).expect("16 bytes").decrypt_blocks(blocks),
        24 => Aes192Dec::new_from_slice(key).expect("24 bytes").decrypt_blocks(blocks),
        _ => Aes256Dec::new_from_slice(key).expect("32 bytes").decrypt_blocks(blocks),
    }
}

/// Puts the source where the result belongs; gives its blocks there.
fn in_place<'a>(cx: &NativeCx<'a>, dst: SliceRef, src: SliceRef) -> &'a mut [AesBlock] {
    let mem = cx.mem();
    if dst.addr != src.addr {
        mem.copy(dst.addr, src.addr, src.len);
    }
    Array::slice_as_chunks_mut(mem.bytes_mut(dst.addr, src.len)).0
}

fn xor(to: &mut [u8], with: &[u8]) {
    for (byte, with) in to.iter_mut().zip(with) {
        *byte ^= with;
    }
}

/// `func encrypt(key, dst, src []byte)`: whole blocks.
pub fn encrypt(cx: &mut NativeCx<'_>) -> NativeResult {
    let (key, dst, src) = (cx.bytes(), cx.slice(), cx.slice());
    cx.charge(src.len >> 7);
    encrypter(key).blocks(in_place(cx, dst, src));
    Ok(Done)
}

/// `func decrypt(key, dst, src []byte)`: whole blocks.
pub fn decrypt(cx: &mut NativeCx<'_>) -> NativeResult {
    let (key, dst, src) = (cx.bytes(), cx.slice(), cx.slice());
    cx.charge(src.len >> 7);
    decrypt_blocks(key, in_place(cx, dst, src));
    Ok(Done)
}

/// `func cbcEncrypt(key, last, dst, src []byte)`: each block is changed by the encrypted one before, the first by last, which
/// then is the last of these.
pub fn cbc_encrypt(cx: &mut NativeCx<'_>) -> NativeResult {
    let (key, last, dst, src) = (cx.bytes(), cx.slice(), cx.slice(), cx.slice());
    cx.charge(src.len >> 5);
    let cipher = encrypter(key);
    let last = cx.mem().bytes_mut(last.addr, SIZE as u64);
    for block in in_place(cx, dst, src) {
        xor(block, last);
        cipher.blocks(std::slice::from_mut(block));
        last.copy_from_slice(block);
    }
    Ok(Done)
}

/// `func cbcDecrypt(key, last, dst, src []byte)`: undoes cbcEncrypt.
pub fn cbc_decrypt(cx: &mut NativeCx<'_>) -> NativeResult {
    let (key, last, dst, src) = (cx.bytes(), cx.slice(), cx.slice(), cx.slice());
    cx.charge(src.len >> 6);
    let last = cx.mem().bytes_mut(last.addr, SIZE as u64);
    let blocks = in_place(cx, dst, src);
    // What was encrypted changes the block behind it, and is no more when that is decrypted in its place.
    let encrypted = blocks.to_vec();
    decrypt_blocks(key, blocks);
    for (i, block) in blocks.iter_mut().enumerate() {
        if i == 0 {
            xor(block, last);
        } else {
            xor(block, &encrypted[i - 1]);
        }
    }
    if let Some(end) = encrypted.last() {
        last.copy_from_slice(end);
    }
    Ok(Done)
}

/// Changes a text by the encrypted counters from `counter` on, leaving out the first bytes of the first of them.
fn counters(cipher: &Encrypter, text: &mut [u8], skip: usize, mut counter: impl FnMut() -> u128) {
    let mut stream = [AesBlock::default(); AT_ONCE];
    let (mut rest, mut skip) = (text, skip);
    while !rest.is_empty() {
        let n = (skip + rest.len()).div_ceil(SIZE).min(AT_ONCE);
        for block in &mut stream[..n] {
            *block = counter().to_be_bytes().into();
        }
        cipher.blocks(&mut stream[..n]);
        let key = &stream[..n].as_flattened_bytes()[skip..];
        let (now, later) = rest.split_at_mut(key.len().min(rest.len()));
        xor(now, key);
        (rest, skip) = (later, 0);
    }
}

/// The bytes of blocks that lie one behind the other.
trait Flat {
    fn as_flattened_bytes(&self) -> &[u8];
}

impl Flat for [AesBlock] {
    fn as_flattened_bytes(&self) -> &[u8] {
        Array::cast_slice_to_core(self).as_flattened()
    }
}

fn block_number(bytes: &[u8]) -> u128 {
    u128::from_be_bytes(bytes.try_into().expect("a block"))
}

/// `func counter(key, first, dst, src []byte, at uint64)`: the counter mode, beginning with byte at of the key stream.
pub fn counter(cx: &mut NativeCx<'_>) -> NativeResult {
    let (key, first, dst, src, at) = (cx.bytes(), cx.bytes(), cx.slice(), cx.slice(), cx.uint());
    cx.charge(src.len >> 7);
    in_place(cx, dst, src);
    let mut next = block_number(first).wrapping_add(u128::from(at / SIZE as u64));
    let text = cx.mem().bytes_mut(dst.addr, src.len);
    counters(&encrypter(key), text, at as usize % SIZE, || {
        let now = next;
        next = next.wrapping_add(1);
        now
    });
    Ok(Done)
}

/// `func gcmCounter(key, first, dst, src []byte)`: the counter mode of GCM, from the counter behind first on; only its last
/// four bytes count.
pub fn gcm_counter(cx: &mut NativeCx<'_>) -> NativeResult {
    let (key, first, dst, src) = (cx.bytes(), cx.bytes(), cx.slice(), cx.slice());
    cx.charge(src.len >> 7);
    in_place(cx, dst, src);
    let first = block_number(first);
    let (fixed, mut next) = (first >> 32 << 32, first as u32);
    let text = cx.mem().bytes_mut(dst.addr, src.len);
    counters(&encrypter(key), text, 0, || {
        next = next.wrapping_add(1);
        fixed | u128::from(next)
    });
    Ok(Done)
}

/// `func hash(h, y, data []byte)`: takes the data, padded with zeros to whole blocks, into the hash y with the key h.
pub fn ghash(cx: &mut NativeCx<'_>) -> NativeResult {
    let (h, y, data) = (cx.bytes(), cx.slice(), cx.bytes());
    cx.charge(data.len() as u64 >> 7);
    if data.is_empty() {
        return Ok(Done);
    }
    let y = cx.mem().bytes_mut(y.addr, SIZE as u64);
    let mut hash = GHash::new_from_slice(h).expect("a block");
    // The hash so far is added to the first block.
    let (first, rest) = data.split_at(data.len().min(SIZE));
    let mut block: [u8; SIZE] = (&*y).try_into().expect("a block");
    xor(&mut block, first);
    hash.update(&[block.into()]);
    hash.update_padded(rest);
    y.copy_from_slice(&hash.finalize());
    Ok(Done)
}
