//! A small assembler for tests: instructions by table, jumps by label.

use crate::bytecode::{FuncFlags, Function, Instr, Op, RegClass, SelectTable};
use crate::source::Span;

/// A function being written. Registers are scalars unless said otherwise.
pub struct Asm {
    function: Function,
    labels: Vec<Option<usize>>,
    jumps: Vec<(usize, u16, bool)>,
}

/// A place in the code.
#[derive(Clone, Copy)]
pub struct Label(u16);

impl Asm {
    /// A function of `results` and `params` slots and `regs` registers in all.
    pub fn new(name: &str, results: u16, params: u16, regs: u16) -> Asm {
        Asm {
            function: Function {
                name: name.into(),
                code: Vec::new(),
                results,
                params,
                regs,
                flags: FuncFlags::default(),
                classes: vec![RegClass::Scalar; usize::from(regs)].into(),
                lines: Vec::new(),
                unsigned: Vec::new(),
                in_place: [].into(),
                defer_exit: 0,
                open: [].into(),
                selects: Vec::new(),
                span: Span::NONE,
            },
            labels: Vec::new(),
            jumps: Vec::new(),
        }
    }

    pub fn pointers(mut self, regs: &[u16]) -> Asm {
        for &r in regs {
            self.function.classes[usize::from(r)] = RegClass::Pointer;
        }
        self
    }

    pub fn iface(mut self, data: u16) -> Asm {
        self.function.classes[usize::from(data)] = RegClass::IfaceData;
        self
    }

    pub fn flags(mut self, flags: FuncFlags) -> Asm {
        self.function.flags |= flags;
        self
    }

    pub fn select(mut self, table: SelectTable) -> Asm {
        self.function.selects.push(table);
        self
    }

    pub fn op(&mut self, op: Op, a: u16, b: u16, c: u16) -> &mut Asm {
        self.function.code.push(Instr::new(op, a, b, c));
        self
    }

    /// With a signed immediate as last operand.
    pub fn imm(&mut self, op: Op, a: u16, b: u16, c: i16) -> &mut Asm {
        self.op(op, a, b, c as u16)
    }

    pub fn wide(&mut self, op: Op, a: u16, bc: u32) -> &mut Asm {
        self.function.code.push(Instr::wide(op, a, bc));
        self
    }

    pub fn ext(&mut self, id: u32, n: u16, aux: u16) -> &mut Asm {
        self.function.code.push(Instr::ext(id, n, aux));
        self
    }

    pub fn int(&mut self, a: u16, value: i32) -> &mut Asm {
        self.wide(Op::LoadInt, a, value as u32)
    }

    pub fn label(&mut self) -> Label {
        self.labels.push(None);
        Label(self.labels.len() as u16 - 1)
    }

    pub fn bind(&mut self, label: Label) -> &mut Asm {
        self.labels[usize::from(label.0)] = Some(self.function.code.len());
        self
    }

    /// A jump whose distance is operand c.
    pub fn jump(&mut self, op: Op, a: u16, b: u16, to: Label) -> &mut Asm {
        self.jumps.push((self.function.code.len(), to.0, false));
        self.op(op, a, b, 0)
    }

    /// A jump whose distance is operand b,c.
    pub fn jump32(&mut self, op: Op, to: Label) -> &mut Asm {
        self.jumps.push((self.function.code.len(), to.0, true));
        self.op(op, 0, 0, 0)
    }

    /// Where the function goes on after a recovered panic.
    pub fn defer_exit(&mut self) -> &mut Asm {
        self.function.defer_exit = self.function.code.len() as u32;
        self.function.flags |= FuncFlags::DEFERS;
        self
    }

    pub fn finish(mut self) -> Function {
        for (at, label, wide) in self.jumps {
            let i = self.function.code[at];
            let next = at + 1 + usize::from(i.op().info().ext);
            let to = self.labels[usize::from(label)].expect("every label is bound");
            let by = to as i64 - next as i64;
            self.function.code[at] = if wide {
                Instr::wide(i.op(), i.a(), by as i32 as u32)
            } else {
                Instr::new(i.op(), i.a(), i.b(), by as i16 as u16)
            };
        }
        self.function
    }
}
