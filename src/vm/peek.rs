//! What a session reads of a program's variables between two entries.

use super::machine::Machine;
use super::program::GlobalId;
use crate::heap::mem;

impl Machine {
    /// The bytes of a global.
    pub fn global_bytes(&self, id: GlobalId) -> Vec<u8> {
        let cell = self.program.global_cell(id);
        // SAFETY: the cell has so many bytes, and nothing runs that could write them meanwhile.
        unsafe { mem::bytes(cell.addr(), cell.bytes()) }.to_vec()
    }

    /// The strings of a global of type `[]string`; none if it is of another size.
    pub fn global_strings(&self, id: GlobalId) -> Vec<String> {
        let cell = self.program.global_cell(id);
        if cell.bytes() != 24 {
            return Vec::new();
        }
        // SAFETY: a slice in memory form, whose elements are strings in memory form: live, since the global is.
        unsafe {
            let [array, len]: [u64; 2] = mem::load(cell.addr());
            (0..len)
                .map(|i| {
                    let [ptr, len]: [u64; 2] = mem::load(array + 16 * i);
                    String::from_utf8_lossy(mem::bytes(ptr, len)).into_owned()
                })
                .collect()
        }
    }
}
