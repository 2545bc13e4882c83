//! What natives keep for a program from one call to the next: values of Rust, under numbers.

use std::any::Any;
use std::fmt;

/// The values. Who has been given a number gives it back; the program then no longer uses it.
#[derive(Default)]
pub struct Kept {
    slots: Vec<Option<Box<dyn Any + Send>>>,
    free: Vec<u32>,
}

impl Kept {
    /// Keeps a value; gives its number.
    pub fn add(&mut self, value: impl Any + Send) -> u32 {
        let value: Option<Box<dyn Any + Send>> = Some(Box::new(value));
        match self.free.pop() {
            Some(number) => {
                self.slots[number as usize] = value;
                number
            }
            None => {
                self.slots.push(value);
                self.slots.len() as u32 - 1
            }
        }
    }

    /// The value under a number, if there is one, and it is of this type.
    pub fn get_mut<T: Any>(&mut self, number: u32) -> Option<&mut T> {
        self.slots.get_mut(number as usize)?.as_mut()?.downcast_mut()
    }

    /// Drops a value; whether there was one.
    pub fn remove(&mut self, number: u32) -> bool {
        let there = self.slots.get_mut(number as usize).and_then(Option::take).is_some();
        if there {
            self.free.push(number);
        }
        there
    }
}

impl fmt::Debug for Kept {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} values", self.slots.len() - self.free.len())
    }
}

#[cfg(test)]
mod tests {
    use super::Kept;

    #[test]
    fn numbers_are_used_again() {
        let mut kept = Kept::default();
        let (a, b) = (kept.add(1_u8), kept.add("b"));
        assert_eq!(kept.get_mut::<u8>(a), Some(&mut 1));
        assert_eq!(kept.get_mut::<u8>(b), None, "of another type");
        assert!(kept.remove(a) && !kept.remove(a));
        assert_eq!(kept.get_mut::<u8>(a), None);
        assert_eq!(kept.add(2_u8), a);
        assert_eq!(format!("{kept:?}"), "2 values");
    }
}
