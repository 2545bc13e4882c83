//! Answers as bytes. Numbers have seven bits a byte, the lowest first; signed ones alternate; a list begins with its length.

use std::net::{IpAddr, SocketAddr};

use crate::host::{Address, Answer, FileStat, Handle, IoEvent, JobId};

/// Bytes that are read from the front.
pub struct Bytes<'b>(pub &'b [u8]);

impl<'b> Bytes<'b> {
    /// The next so many.
    pub fn take(&mut self, n: usize) -> Option<&'b [u8]> {
        let (head, tail) = self.0.split_at_checked(n)?;
        self.0 = tail;
        Some(head)
    }

    /// The next one.
    pub fn byte(&mut self) -> Option<u8> {
        self.take(1).map(|bytes| bytes[0])
    }
}

/// What can be written as bytes and read back.
pub trait Wire: Sized {
    /// Appends it.
    fn put(&self, out: &mut Vec<u8>);
    /// Reads it; nothing if the bytes are something else.
    fn get(from: &mut Bytes<'_>) -> Option<Self>;
}

impl Wire for u64 {
    fn put(&self, out: &mut Vec<u8>) {
        let mut left = *self;
        while left >= 0x80 {
            out.push(left as u8 | 0x80);
            left >>= 7;
        }
        out.push(left as u8);
    }

    fn get(from: &mut Bytes<'_>) -> Option<u64> {
        let mut whole = 0;
        for shift in (0..64).step_by(7) {
            let byte = from.byte()?;
            whole |= u64::from(byte & 0x7F) << shift;
            if byte < 0x80 {
                return Some(whole);
            }
        }
        None
    }
}

impl Wire for i64 {
    fn put(&self, out: &mut Vec<u8>) {
        ((self << 1) ^ (self >> 63)).cast_unsigned().put(out);
    }

    fn get(from: &mut Bytes<'_>) -> Option<i64> {
        let word = u64::get(from)?;
        Some((word >> 1).cast_signed() ^ -((word & 1).cast_signed()))
    }
}

macro_rules! narrow {
    ($($narrow:ty as $wide:ty),*) => {$(
        impl Wire for $narrow {
            fn put(&self, out: &mut Vec<u8>) {
                <$wide>::from(*self).put(out);
            }

            fn get(from: &mut Bytes<'_>) -> Option<$narrow> {
                <$wide>::get(from)?.try_into().ok()
            }
        }
    )*};
}
narrow!(u32 as u64, i32 as i64);

impl Wire for usize {
    fn put(&self, out: &mut Vec<u8>) {
        (*self as u64).put(out);
    }

    fn get(from: &mut Bytes<'_>) -> Option<usize> {
        u64::get(from)?.try_into().ok()
    }
}

impl Wire for bool {
    fn put(&self, out: &mut Vec<u8>) {
        out.push(u8::from(*self));
    }

    fn get(from: &mut Bytes<'_>) -> Option<bool> {
        match from.byte()? {
            0 => Some(false),
            1 => Some(true),
            _ => None,
        }
    }
}

impl Wire for () {
    fn put(&self, _: &mut Vec<u8>) {}

    fn get(_: &mut Bytes<'_>) -> Option<()> {
        Some(())
    }
}

impl Wire for u8 {
    fn put(&self, out: &mut Vec<u8>) {
        out.push(*self);
    }

    fn get(from: &mut Bytes<'_>) -> Option<u8> {
        from.byte()
    }
}

impl<T: Wire> Wire for Vec<T> {
    fn put(&self, out: &mut Vec<u8>) {
        self.len().put(out);
        self.iter().for_each(|item| item.put(out));
    }

    fn get(from: &mut Bytes<'_>) -> Option<Vec<T>> {
        let len = usize::get(from)?;
        // A length that is a lie must not take memory: no item is written as nothing in a list.
        if len > from.0.len() {
            return None;
        }
        (0..len).map(|_| T::get(from)).collect()
    }
}

impl Wire for String {
    fn put(&self, out: &mut Vec<u8>) {
        self.len().put(out);
        out.extend_from_slice(self.as_bytes());
    }

    fn get(from: &mut Bytes<'_>) -> Option<String> {
        let len = usize::get(from)?;
        String::from_utf8(from.take(len)?.to_vec()).ok()
    }
}

impl<A: Wire, B: Wire> Wire for (A, B) {
    fn put(&self, out: &mut Vec<u8>) {
        self.0.put(out);
        self.1.put(out);
    }

    fn get(from: &mut Bytes<'_>) -> Option<(A, B)> {
        Some((A::get(from)?, B::get(from)?))
    }
}

impl<T: Wire> Wire for Option<T> {
    fn put(&self, out: &mut Vec<u8>) {
        self.is_some().put(out);
        if let Some(value) = self {
            value.put(out);
        }
    }

    fn get(from: &mut Bytes<'_>) -> Option<Option<T>> {
        if bool::get(from)? { Some(Some(T::get(from)?)) } else { Some(None) }
    }
}

impl<T: Wire, E: Wire> Wire for Result<T, E> {
    fn put(&self, out: &mut Vec<u8>) {
        self.is_ok().put(out);
        match self {
            Ok(value) => value.put(out),
            Err(error) => error.put(out),
        }
    }

    fn get(from: &mut Bytes<'_>) -> Option<Result<T, E>> {
        if bool::get(from)? { Some(Ok(T::get(from)?)) } else { Some(Err(E::get(from)?)) }
    }
}

impl Wire for Handle {
    fn put(&self, out: &mut Vec<u8>) {
        self.0.put(out);
    }

    fn get(from: &mut Bytes<'_>) -> Option<Handle> {
        u64::get(from).map(Handle)
    }
}

impl Wire for JobId {
    fn put(&self, out: &mut Vec<u8>) {
        self.0.put(out);
    }

    fn get(from: &mut Bytes<'_>) -> Option<JobId> {
        u64::get(from).map(JobId)
    }
}

/// What is written as the text that it is displayed as.
macro_rules! displayed {
    ($($ty:ty),*) => {$(
        impl Wire for $ty {
            fn put(&self, out: &mut Vec<u8>) {
                self.to_string().put(out);
            }

            fn get(from: &mut Bytes<'_>) -> Option<$ty> {
                String::get(from)?.parse().ok()
            }
        }
    )*};
}
displayed!(SocketAddr, IpAddr);

/// Variants by their tags, with their fields in order.
macro_rules! variants {
    ($ty:ident { $($tag:literal => $variant:ident $(($($field:ident),*))? $({$($name:ident),*})?),* $(,)? }) => {
        impl Wire for $ty {
            fn put(&self, out: &mut Vec<u8>) {
                match self {
                    $($ty::$variant $(($($field),*))? $({$($name),*})? => {
                        out.push($tag);
                        $($($field.put(out);)*)?
                        $($($name.put(out);)*)?
                    })*
                }
            }

            fn get(from: &mut Bytes<'_>) -> Option<$ty> {
                match from.byte()? {
                    $($tag => {
                        $($(let $field = Wire::get(from)?;)*)?
                        $($(let $name = Wire::get(from)?;)*)?
                        Some($ty::$variant $(($($field),*))? $({$($name),*})?)
                    })*
                    _ => None,
                }
            }
        }
    };
}

variants!(Address { 0 => None, 1 => Inet(at), 2 => Unix(path) });
variants!(IoEvent { 0 => Ready { handle, read, write }, 1 => Done(job, answer), 2 => Signal(signal) });
variants!(Answer {
    0 => Done,
    1 => Failed(errno),
    2 => Cut(errno),
    3 => Number(number),
    4 => Bytes(bytes),
    5 => Opened { handle, waits },
    6 => Stat(stat),
    7 => Entries(entries),
    8 => Addresses(addresses),
    9 => Numbers(numbers),
});

impl Wire for FileStat {
    fn put(&self, out: &mut Vec<u8>) {
        self.size.put(out);
        self.mode.put(out);
        self.modified.put(out);
        self.device.put(out);
        self.inode.put(out);
        self.links.put(out);
        self.owner.put(out);
        self.special.put(out);
        self.blocks.put(out);
        self.accessed.put(out);
        self.changed.put(out);
    }

    fn get(from: &mut Bytes<'_>) -> Option<FileStat> {
        Some(FileStat {
            size: Wire::get(from)?,
            mode: Wire::get(from)?,
            modified: Wire::get(from)?,
            device: Wire::get(from)?,
            inode: Wire::get(from)?,
            links: Wire::get(from)?,
            owner: Wire::get(from)?,
            special: Wire::get(from)?,
            blocks: Wire::get(from)?,
            accessed: Wire::get(from)?,
            changed: Wire::get(from)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same<T: Wire + PartialEq + std::fmt::Debug>(value: T) {
        let mut bytes = Vec::new();
        value.put(&mut bytes);
        assert_eq!(T::get(&mut Bytes(&bytes)).as_ref(), Some(&value));
        // Whatever is missing at the end is noticed.
        for cut in 0..bytes.len() {
            assert_ne!(T::get(&mut Bytes(&bytes[..cut])).as_ref(), Some(&value), "{value:?} cut after {cut}");
        }
    }

    #[test]
    fn what_is_written_is_read() {
        for n in [0, 1, 127, 128, 1 << 40, u64::MAX] {
            same(n);
        }
        for n in [0, -1, 1, 63, -64, i64::MIN, i64::MAX] {
            same(n);
        }
        same(String::from("ä"));
        same(Some(vec![1u8, 2]));
        same(Err::<(), i32>(-5));
        same(Address::Inet("[::1]:80".parse().unwrap()));
        same(Address::Unix(b"@x".to_vec()));
        same(IoEvent::Ready { handle: Handle(7), read: true, write: false });
        let stat = FileStat {
            size: 1,
            mode: 2,
            modified: (-3, 4),
            device: 5,
            inode: 6,
            links: 7,
            owner: (8, 9),
            special: 10,
            blocks: (11, 12),
            accessed: (13, -14),
            changed: (-15, 16),
        };
        same(IoEvent::Done(JobId(9), Answer::Stat(stat)));
        same(Answer::Entries(vec![(b"a".to_vec(), 3)]));
        same(Answer::Addresses(vec!["10.0.0.1".parse().unwrap()]));
    }

    #[test]
    fn a_length_that_is_a_lie_is_an_error() {
        assert_eq!(Vec::<u8>::get(&mut Bytes(&[0xFF, 0xFF, 0xFF, 0xFF, 0x7F, 1])), None);
        assert_eq!(u64::get(&mut Bytes(&[0xFF; 12])), None);
    }
}
