//! The machine and the scheduler on hand-written bytecode.

mod asm;

use asm::Asm;

use super::{Machine, MachineConfig, Program, Wanted};
use crate::bytecode::{FRAME_HEADER, FuncFlags, FuncId, NO_REG, Op, PrintKind, SelectCase, SelectTable};
use crate::heap::tests::times;
use crate::heap::{HeapConfig, Kind, RTypeId, Shape, TypeDef};
use crate::host::MemoryHost;
use crate::sched::{End, Loader, Scheduler, SchedulerConfig};
use crate::source::Span;

struct NoLoader;

impl Loader for NoLoader {
    fn compile(&mut self, _: &mut Machine, func: FuncId) -> Result<Vec<FuncId>, String> {
        Err(format!("function {func:?} has no code"))
    }
    fn make(&mut self, _: &mut Machine, wanted: &Wanted) -> Result<u64, String> {
        Err(format!("nobody makes {wanted:?}"))
    }
    fn well_known(&mut self, machine: &mut Machine) -> Result<(), String> {
        let string = basic(&mut machine.program, Kind::String, "string");
        let known = &mut machine.program.well_known;
        known.string = string;
        known.error_string = string;
        known.bounds_error = string;
        known.plain_error = string;
        known.type_assertion_error = string;
        known.panic_nil_error = string;
        Ok(())
    }
    fn locate(&self, _: Span) -> String {
        "test.go:1".into()
    }
}

fn basic(program: &mut Program, kind: Kind, name: &str) -> RTypeId {
    program.rtypes.add(TypeDef {
        name: name.into(),
        pkg_path: "".into(),
        named: true,
        shape: Shape::Basic(kind),
    })
}

fn derived(program: &mut Program, name: &str, shape: Shape) -> RTypeId {
    program.rtypes.add(TypeDef { name: name.into(), pkg_path: "".into(), named: false, shape })
}

fn scheduler(stress: bool, config: SchedulerConfig) -> Scheduler {
    let heap = HeapConfig { stress, ..HeapConfig::default() };
    let config_machine = MachineConfig { heap, ..MachineConfig::default() };
    Scheduler::new(Machine::new(Box::new(MemoryHost::default()), config_machine), config)
}

/// What the program wrote to standard error, and how it ended.
fn run(mut build: impl FnMut(&mut Program) -> FuncId) -> (End, String) {
    let mut outcome = None;
    for stress in [false, true] {
        let mut sched = scheduler(stress, SchedulerConfig { virtual_time: true, ..Default::default() });
        let main = build(&mut sched.machine.program);
        let out = Output::attach(&mut sched.machine);
        let end = sched.run(main, &mut NoLoader);
        let now = (end, out.text());
        if let Some(before) = &outcome {
            assert_eq!(&now, before, "collecting changed the result");
        }
        outcome = Some(now);
    }
    outcome.expect("ran twice")
}

/// Collects what a machine writes to standard error.
struct Output(std::rc::Rc<std::cell::RefCell<Vec<u8>>>);

struct SharedHost(MemoryHost, std::rc::Rc<std::cell::RefCell<Vec<u8>>>);

impl Output {
    fn attach(machine: &mut Machine) -> Output {
        let shared = std::rc::Rc::default();
        machine.host = Box::new(SharedHost(MemoryHost::default(), std::rc::Rc::clone(&shared)));
        Output(shared)
    }
    fn text(&self) -> String {
        String::from_utf8_lossy(&self.0.borrow()).into_owned()
    }
}

impl crate::host::Host for SharedHost {
    fn write_stdout(&mut self, bytes: &[u8]) -> std::io::Result<()> {
        self.0.write_stdout(bytes)
    }
    fn write_stderr(&mut self, bytes: &[u8]) -> std::io::Result<()> {
        self.1.borrow_mut().extend_from_slice(bytes);
        Ok(())
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
    fn read_stdin(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        self.0.read_stdin(buffer)
    }
    fn args(&self) -> &[String] {
        self.0.args()
    }
    fn environ(&self) -> Vec<String> {
        Vec::new()
    }
    fn wall(&self) -> (i64, u32) {
        self.0.wall()
    }
    fn mono(&self) -> i64 {
        self.0.mono()
    }
    fn poll(&mut self, wait: Option<i64>, events: &mut Vec<crate::host::IoEvent>) {
        self.0.poll(wait, events);
    }
    fn interrupt(&self) -> std::sync::Arc<std::sync::atomic::AtomicBool> {
        self.0.interrupt()
    }
    fn random(&mut self) -> u64 {
        4
    }
}

const H: u16 = FRAME_HEADER;

fn print_int(asm: &mut Asm, r: u16) {
    asm.op(Op::Print, PrintKind::Int as u16, r, 0).op(Op::Print, PrintKind::Newline as u16, 0, 0);
}

/// `fib`: R0 result, R1 n, R2 first value, window at 3.
fn fib(program: &mut Program) -> FuncId {
    let id = FuncId(program.function_count() as u32);
    let mut f = Asm::new("main.fib", 1, 1, 3 + H + 2);
    let small = f.label();
    f.jump(Op::JumpLtImm, 1, 2, small);
    f.imm(Op::AddImm, 3 + H + 1, 1, -1).wide(Op::Call, 3, id.0).op(Op::Move, 2, 3 + H, 0);
    f.imm(Op::AddImm, 3 + H + 1, 1, -2).wide(Op::Call, 3, id.0).op(Op::AddInt, 0, 2, 3 + H);
    f.op(Op::Return, 0, 0, 0);
    f.bind(small).op(Op::Return1, 1, 0, 0);
    assert_eq!(program.add(f.finish()), id);
    id
}

#[test]
fn calls_and_results() {
    let (end, out) = run(|program| {
        let fib = fib(program);
        let mut f = Asm::new("main.main", 0, 0, H + 2);
        f.int(H + 1, 20).wide(Op::Call, 0, fib.0);
        print_int(&mut f, H);
        f.op(Op::Return, 0, 0, 0);
        program.add(f.finish())
    });
    assert_eq!((end, out.as_str()), (End::Returned, "6765\n"));
}

#[test]
fn a_million_frames_deep() {
    let depth = times(1_000_000, 300);
    let (end, out) = run(|program| {
        let id = FuncId(program.function_count() as u32);
        // down(n) = n == 0 ? 0 : 1 + down(n - 1)
        let mut f = Asm::new("main.down", 1, 1, 2 + H + 2);
        let zero = f.label();
        f.jump(Op::JumpEqImm, 1, 0, zero);
        f.imm(Op::AddImm, 2 + H + 1, 1, -1).wide(Op::Call, 2, id.0);
        f.imm(Op::AddImm, 0, 2 + H, 1).op(Op::Return, 0, 0, 0);
        f.bind(zero).op(Op::Return1, 1, 0, 0);
        program.add(f.finish());
        let mut f = Asm::new("main.main", 0, 0, H + 2);
        f.int(H + 1, depth as i32).wide(Op::Call, 0, id.0);
        print_int(&mut f, H);
        f.op(Op::Return, 0, 0, 0);
        program.add(f.finish())
    });
    assert_eq!((end, out), (End::Returned, format!("{depth}\n")));
}

#[test]
#[cfg_attr(miri, ignore = "fills 512 MB")]
fn endless_recursion_overflows_with_gos_text() {
    let mut sched = scheduler(false, SchedulerConfig::default());
    let program = &mut sched.machine.program;
    let id = FuncId(0);
    let mut f = Asm::new("main.f", 0, 0, H);
    f.wide(Op::Call, 0, id.0).op(Op::Return, 0, 0, 0);
    program.add(f.finish());
    let out = Output::attach(&mut sched.machine);
    assert_eq!(sched.run(id, &mut NoLoader), End::Died);
    assert!(out.text().contains("stack exceeds 1000000000-byte limit\nfatal error: stack overflow"));
}

/// Ping-pong: main sends 1..=n on a channel and receives each back doubled.
fn ping_pong(program: &mut Program, n: i32, cap: i32) -> FuncId {
    let int = basic(program, Kind::Int, "int");
    let chan = derived(program, "chan int", Shape::Chan(crate::heap::ChanDir::Both, int));
    // R0 in, R1 out, R2 value, R3 ok
    let mut f = Asm::new("main.pong", 0, 2, 4).pointers(&[0, 1]);
    let (top, done) = (f.label(), f.label());
    f.bind(top).op(Op::RecvOk, 2, 0, 3).ext(int.0, 1, 0);
    f.jump(Op::JumpFalse, 3, 0, done);
    f.op(Op::AddInt, 2, 2, 2).op(Op::Send, 1, 2, 0).ext(int.0, 1, 0);
    f.jump32(Op::Loop, top);
    f.bind(done).op(Op::CloseChan, 1, 0, 0).op(Op::Return, 0, 0, 0);
    let pong = program.add(f.finish());
    // R0 out, R1 in, R2 i, R3 n, R4 sum, R5 value; window at 6
    let mut f = Asm::new("main.main", 0, 0, 6 + H + 2).pointers(&[0, 1, 6 + H, 6 + H + 1]);
    f.int(2, cap).op(Op::MakeChan, 0, 2, 0).ext(chan.0, 1, 0);
    f.op(Op::MakeChan, 1, 2, 0).ext(chan.0, 1, 0);
    f.op(Op::Move, 6 + H, 0, 0).op(Op::Move, 6 + H + 1, 1, 0).wide(Op::Go, 6, pong.0);
    f.int(2, 1).int(3, n).int(4, 0);
    let top = f.label();
    f.bind(top).op(Op::Send, 0, 2, 0).ext(int.0, 1, 0);
    f.op(Op::Recv, 5, 1, 0).ext(int.0, 1, 0);
    f.op(Op::AddInt, 4, 4, 5);
    f.jump(Op::IncLoopLeInt, 2, 3, top);
    print_int(&mut f, 4);
    f.op(Op::CloseChan, 0, 0, 0);
    f.op(Op::RecvOk, 5, 1, 4).ext(int.0, 1, 0);
    print_int(&mut f, 4);
    f.op(Op::Return, 0, 0, 0);
    program.add(f.finish())
}

#[test]
fn values_go_to_and_fro() {
    for cap in [0, 1, 3] {
        let (end, out) = run(|program| ping_pong(program, 100, cap));
        assert_eq!((end, out.as_str()), (End::Returned, "10100\n0\n"), "capacity {cap}");
    }
}

#[test]
fn everyone_asleep_is_a_deadlock() {
    let (end, out) = run(|program| {
        let int = basic(program, Kind::Int, "int");
        let chan = derived(program, "chan int", Shape::Chan(crate::heap::ChanDir::Both, int));
        let mut f = Asm::new("main.main", 0, 0, 2).pointers(&[0]);
        f.int(1, 0).op(Op::MakeChan, 0, 1, 0).ext(chan.0, 1, 0);
        f.op(Op::Recv, 1, 0, 0).ext(int.0, 1, 0).op(Op::Return, 0, 0, 0);
        program.add(f.finish())
    });
    assert_eq!(end, End::Died);
    let expected =
        "fatal error: all goroutines are asleep - deadlock!\n\ngoroutine 1 [chan receive]:\nmain.main(";
    assert!(out.starts_with(expected), "{out}");
}

#[test]
fn panics_run_deferred_calls_and_print_go_s_text() {
    let (end, out) = run(|program| {
        // deferred: prints 7
        let mut f = Asm::new("main.main.func1", 0, 0, 1);
        f.int(0, 7);
        print_int(&mut f, 0);
        f.op(Op::Return, 0, 0, 0);
        let deferred = program.add(f.finish());
        let mut f = Asm::new("main.main", 0, 0, 3).pointers(&[0]);
        f.wide(Op::LoadFunc, 0, deferred.0).op(Op::Defer, 0, 0, 0);
        f.int(1, 1).int(2, 0).op(Op::DivInt, 1, 1, 2);
        f.op(Op::RunDefers, 0, 0, 0).op(Op::Return, 0, 0, 0);
        f.defer_exit().op(Op::RunDefers, 0, 0, 0).op(Op::Return, 0, 0, 0);
        program.add(f.finish())
    });
    assert_eq!(end, End::Died);
    assert!(
        out.starts_with("7\npanic: integer divide by zero\n\ngoroutine 1 [running]:\nmain.main("),
        "{out}"
    );
}

/// A function whose deferred call recovers: R0 result (42 after recovery, else 1).
fn recovering(program: &mut Program) -> FuncId {
    // recovers, and prints whether there was something
    let mut f = Asm::new("main.f.func1", 0, 0, 3).iface(1);
    f.op(Op::Recover, 0, 0, 0).int(2, 0).op(Op::NeInt, 2, 0, 2);
    print_int(&mut f, 2);
    f.op(Op::Return, 0, 0, 0);
    let deferred = program.add(f.finish());
    let mut f = Asm::new("main.f", 1, 0, 4).pointers(&[1]);
    f.op(Op::Zero, 0, 1, 0).wide(Op::LoadFunc, 1, deferred.0).op(Op::Defer, 1, 0, 0).op(Op::Defer, 1, 0, 0);
    f.int(0, 42).int(2, 5).int(3, 3).op(Op::CheckIndex, 2, 3, 0);
    f.int(0, 1).op(Op::RunDefers, 0, 0, 0).op(Op::Return, 0, 0, 0);
    f.defer_exit().op(Op::RunDefers, 0, 0, 0).op(Op::Return, 0, 0, 0);
    program.add(f.finish())
}

#[test]
fn recover_stops_a_panic_once() {
    let (end, out) = run(|program| {
        let callee = recovering(program);
        let mut f = Asm::new("main.main", 0, 0, H + 1);
        f.wide(Op::Call, 0, callee.0);
        print_int(&mut f, H);
        f.op(Op::Return, 0, 0, 0);
        program.add(f.finish())
    });
    assert_eq!((end, out.as_str()), (End::Returned, "1\n0\n42\n"));
}

#[test]
fn select_takes_what_is_ready_and_waits_for_the_rest() {
    let (end, out) = run(|program| {
        let int = basic(program, Kind::Int, "int");
        let chan = derived(program, "chan int", Shape::Chan(crate::heap::ChanDir::Both, int));
        // sends R1 on R0
        let mut f = Asm::new("main.send", 0, 2, 2).pointers(&[0]);
        f.op(Op::Send, 0, 1, 0).ext(int.0, 1, 0).op(Op::Return, 0, 0, 0);
        let send = program.add(f.finish());
        let case = |chan, value, ok| SelectCase {
            send: false,
            chan,
            value,
            slots: 1,
            ok,
            elem: int.0,
            span: Span::NONE,
        };
        let cases = [case(0, 3, NO_REG), case(1, 4, 5)];
        let mut f = Asm::new("main.main", 0, 0, 6 + H + 2)
            .pointers(&[0, 1, 6 + H])
            .select(SelectTable { cases: cases.clone().into(), has_default: true, repeats: false })
            .select(SelectTable { cases: cases.into(), has_default: false, repeats: false });
        f.int(2, 0).op(Op::MakeChan, 0, 2, 0).ext(chan.0, 1, 0).op(Op::MakeChan, 1, 2, 0).ext(chan.0, 1, 0);
        f.int(3, 0).int(4, 0).int(5, 0);
        f.op(Op::Select, 2, 0, 0);
        print_int(&mut f, 2);
        f.op(Op::Move, 6 + H, 1, 0).int(6 + H + 1, 9).wide(Op::Go, 6, send.0);
        f.op(Op::Select, 2, 1, 0);
        print_int(&mut f, 2);
        print_int(&mut f, 4);
        print_int(&mut f, 5);
        f.op(Op::Move, 6 + H, 0, 0).int(6 + H + 1, 8).wide(Op::Go, 6, send.0).op(Op::Yield, 0, 0, 0);
        f.op(Op::Select, 2, 0, 0);
        print_int(&mut f, 2);
        print_int(&mut f, 3);
        f.op(Op::Return, 0, 0, 0);
        program.add(f.finish())
    });
    assert_eq!((end, out.as_str()), (End::Returned, "-1\n1\n9\n1\n0\n8\n"));
}

#[test]
fn sleepers_wake_in_order_of_their_deadlines() {
    let (end, out) = run(|program| {
        let mut f = Asm::new("main.nap", 0, 2, 2);
        f.op(Op::Sleep, 0, 0, 0);
        print_int(&mut f, 1);
        f.op(Op::Return, 0, 0, 0);
        let nap = program.add(f.finish());
        let mut f = Asm::new("main.main", 0, 0, 1 + H + 2);
        for (nanos, n) in [(3000, 1), (1000, 2), (2000, 3), (1000, 4)] {
            f.int(1 + H, nanos).int(1 + H + 1, n).wide(Op::Go, 1, nap.0);
        }
        f.int(0, 1_000_000).op(Op::Sleep, 0, 0, 0).op(Op::Return, 0, 0, 0);
        program.add(f.finish())
    });
    assert_eq!((end, out.as_str()), (End::Returned, "2\n4\n3\n1\n"));
}

#[test]
fn objects_live_as_long_as_a_register_needs_them() {
    let (end, out) = run(|program| {
        let int = basic(program, Kind::Int, "int");
        let node = program.rtypes.reserve();
        let pointer = derived(program, "*main.node", Shape::Pointer(node));
        let shape = Shape::Struct(vec![field("next", pointer), field("value", int)]);
        let def = TypeDef { name: "main.node".into(), pkg_path: "".into(), named: true, shape };
        program.rtypes.define(node, def);
        // A list of 1000 nodes with garbage in between; then its sum. R0 head, R1 new, R2 i, R3 n, R4 sum
        let mut f = Asm::new("main.main", 0, 0, 6).pointers(&[0, 1]);
        f.op(Op::Zero, 0, 1, 0).int(2, 0).int(3, 1000);
        let top = f.label();
        f.bind(top).op(Op::New, 1, 0, 0).ext(node.0, 2, 0);
        f.op(Op::New, 1, 0, 0).ext(node.0, 2, 0);
        f.op(Op::StorePtr, 1, 0, 0).op(Op::Store, 1, 2, 8).op(Op::Move, 0, 1, 0);
        f.jump(Op::IncLoopLtInt, 2, 3, top);
        f.int(4, 0);
        let (more, done) = (f.label(), f.label());
        f.bind(more).jump(Op::JumpEqImm, 0, 0, done);
        f.op(Op::Load, 5, 0, 8).op(Op::AddInt, 4, 4, 5).op(Op::Load, 0, 0, 0).jump32(Op::Loop, more);
        f.bind(done);
        print_int(&mut f, 4);
        f.op(Op::Return, 0, 0, 0);
        program.add(f.finish())
    });
    assert_eq!((end, out.as_str()), (End::Returned, "499500\n"));
}

fn field(name: &str, ty: RTypeId) -> crate::heap::FieldDef {
    crate::heap::FieldDef { name: name.into(), pkg: "".into(), ty, tag: "".into(), embedded: false }
}

#[test]
fn a_locked_mutex_is_handed_on_in_order() {
    let (end, out) = run(|program| {
        let int = basic(program, Kind::Int, "int");
        // R0 mutex, R1 n: lock, print, unlock
        let mut f = Asm::new("main.work", 0, 2, 2).pointers(&[0]);
        f.op(Op::MutexLock, 0, 0, 0);
        print_int(&mut f, 1);
        f.op(Op::Yield, 0, 0, 0).op(Op::MutexUnlock, 0, 0, 0).op(Op::Return, 0, 0, 0);
        let work = program.add(f.finish());
        let mut f = Asm::new("main.main", 0, 0, 2 + H + 2).pointers(&[0, 2 + H]);
        f.op(Op::New, 0, 0, 0).ext(int.0, 1, 0).op(Op::MutexLock, 0, 0, 0);
        for n in 1..=3 {
            f.op(Op::Move, 2 + H, 0, 0).int(2 + H + 1, n).wide(Op::Go, 2, work.0);
        }
        f.op(Op::Yield, 0, 0, 0).op(Op::MutexUnlock, 0, 0, 0).op(Op::MutexLock, 0, 0, 0);
        f.int(1, 9);
        print_int(&mut f, 1);
        f.op(Op::MutexUnlock, 0, 0, 0).op(Op::MutexUnlock, 0, 0, 0).op(Op::Return, 0, 0, 0);
        program.add(f.finish())
    });
    assert_eq!(end, End::Died);
    assert!(out.starts_with("1\n2\n3\n9\nfatal error: sync: unlock of unlocked mutex\n"), "{out}");
}

#[test]
fn readers_share_a_lock_and_wait_behind_a_writer() {
    let (end, out) = run(|program| {
        let int = basic(program, Kind::Int, "int");
        let shape = Shape::Struct(["w", "wait", "readers"].map(|name| field(name, int)).into());
        let lock =
            program.rtypes.add(TypeDef { name: "lock".into(), pkg_path: "".into(), named: true, shape });
        let mut worker = |lock: Op, unlock: Op| {
            // R0 lock, R1 n: lock, print, let others run, print, unlock
            let mut f = Asm::new("main.work", 0, 2, 2).pointers(&[0]);
            f.op(lock, 0, 0, 0);
            print_int(&mut f, 1);
            f.op(Op::Yield, 0, 0, 0);
            print_int(&mut f, 1);
            f.op(unlock, 0, 0, 0).op(Op::Return, 0, 0, 0);
            program.add(f.finish())
        };
        let (reader, writer) = (worker(Op::RwRLock, Op::RwRUnlock), worker(Op::RwLock, Op::RwUnlock));
        let mut f = Asm::new("main.main", 0, 0, 2 + H + 2).pointers(&[0, 2 + H]);
        f.op(Op::New, 0, 0, 0).ext(lock.0, 1, 0);
        for (n, work) in (1..).zip([reader, reader, writer, reader]) {
            f.op(Op::Move, 2 + H, 0, 0).int(2 + H + 1, n).wide(Op::Go, 2, work.0);
        }
        for _ in 0..8 {
            f.op(Op::Yield, 0, 0, 0);
        }
        f.op(Op::RwRUnlock, 0, 0, 0).op(Op::Return, 0, 0, 0);
        program.add(f.finish())
    });
    assert_eq!(end, End::Died);
    let order = "1\n2\n1\n2\n3\n3\n4\n4\n";
    assert!(out.starts_with(&format!("{order}fatal error: sync: RUnlock of unlocked RWMutex\n")), "{out}");
}

#[test]
fn defers_belong_to_the_frame_of_their_token() {
    let (end, out) = run(|program| {
        let mut prints = Vec::new();
        for n in 1..=2 {
            let mut f = Asm::new("main.print", 0, 0, 1);
            f.int(0, n);
            print_int(&mut f, 0);
            f.op(Op::Return, 0, 0, 0);
            prints.push(program.add(f.finish()));
        }
        // R0 token: defers print(1) for the outer frame, print(2) for its own
        let mut f = Asm::new("main.body", 0, 1, 2).pointers(&[1]);
        f.wide(Op::LoadFunc, 1, prints[1].0).op(Op::Defer, 1, 0, 0);
        f.wide(Op::LoadFunc, 1, prints[0].0).op(Op::Defer, 1, 0, 1);
        f.op(Op::RunDefers, 0, 0, 0).op(Op::Return, 0, 0, 0);
        f.defer_exit().op(Op::RunDefers, 0, 0, 0).op(Op::Return, 0, 0, 0);
        let body = program.add(f.finish());
        let mut f = Asm::new("main.main", 0, 0, 1 + H + 1).flags(FuncFlags::DEFERS);
        f.op(Op::FrameToken, 1 + H, 0, 0).wide(Op::Call, 1, body.0).int(0, 5);
        print_int(&mut f, 0);
        f.op(Op::RunDefers, 0, 0, 0).op(Op::Return, 0, 0, 0);
        f.defer_exit().op(Op::RunDefers, 0, 0, 0).op(Op::Return, 0, 0, 0);
        program.add(f.finish())
    });
    assert_eq!((end, out.as_str()), (End::Returned, "2\n5\n1\n"));
}
