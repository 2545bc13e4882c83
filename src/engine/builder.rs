//! [`Builder`]: what a host says before a program runs.

use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::time::Duration;

use super::checked::{Checked, Refused};
use super::config::Config;
use super::natives::Natives;
use super::run::Engine;
use super::session::Session;
use crate::ast::NodeIds;
use crate::check::import::{DiskLoader, Loader as _, PackageText, add_source};
use crate::check::{self, Checker};
use crate::diag::{Code, Diagnostic};
use crate::event::Listener;
use crate::host::{Host, StdHost, reason};
use crate::native::typed::{
    BlockingFunction, BlockingSignature, PlainFunction, PlainSignature, blocking_signature, plain_signature,
};
use crate::parser::{Mode, parse_file};
use crate::sched::Order;
use crate::source::{Packages, SourceMap, Span, Tags, debug_lines, godebug, package_files, why_empty};
use crate::vet::Origin;
use crate::vm::{Handler, Switch, TaskLocals};

/// What a host says before a program runs: where its text is, how it runs, what it can see of the world, and which functions
/// of the host it may call.
///
/// ```
/// use phasync::engine::Engine;
///
/// let mut engine = Engine::builder()
///     .file("greet.pgo", "func Greet(name string) string { return \"hello, \" + name }")
///     .build()
///     .expect("the program has no errors");
/// let text: String = engine.call("Greet", ("world",)).expect("it does not panic");
/// assert_eq!(text, "hello, world");
/// ```
#[derive(Default)]
pub struct Builder {
    pub(super) config: Config,
    pub(super) host: Option<Box<dyn Host>>,
    pub(super) listener: Option<Box<dyn Listener>>,
    pub(super) natives: Natives,
    pub(super) on_main: Vec<Handler>,
    /// The process's own world, as far as the host has changed it.
    world: Option<StdHost>,
    args: Vec<String>,
    files: Vec<(String, Vec<u8>)>,
    dir: Option<PathBuf>,
    /// Packages that are not looked for on disk.
    packages: Vec<PackageText>,
    /// The import paths of those, for as long as the program is there.
    tested: Vec<String>,
    /// The files are those of a whole directory.
    package: bool,
    /// In which ways the program behaves as in older versions of Go: see [`godebug`].
    pub(super) settings: String,
}

impl Builder {
    // ---- the program -----------------------------------------------------------------------------------------------

    /// Adds a file of the main package: its name, as messages show it, and its text. A name that ends in `.go` is Go and nothing
    /// else.
    #[must_use]
    pub fn file(mut self, name: impl Into<String>, text: impl Into<Vec<u8>>) -> Builder {
        self.files.push((name.into(), text.into()));
        self
    }

    /// Adds a file of the main package from the disk, or all files of a directory that make a package (with the build tags of the
    /// [`Config`] that was set before). The package lies where the first one does.
    ///
    /// # Errors
    /// A message: the file, or one of them, cannot be read; there is none.
    pub fn path(mut self, path: impl AsRef<Path>) -> Result<Builder, String> {
        let path = path.as_ref();
        let failed = |path: &Path, error: &std::io::Error| format!("{}: {}", path.display(), reason(error));
        self.package = path.is_dir();
        let (names, dir) = if self.package {
            let names = package_files(path, &self.tags()).map_err(|error| failed(path, &error))?;
            if names.is_empty() {
                return Err(format!("{}: {} in this directory", path.display(), why_empty(path)));
            }
            (names, path)
        } else {
            let dir = path.parent().filter(|dir| !dir.as_os_str().is_empty());
            (vec![path.to_path_buf()], dir.unwrap_or(Path::new(".")))
        };
        for name in names {
            let text = std::fs::read(&name).map_err(|error| failed(&name, &error))?;
            self.files.push((name.display().to_string(), text));
        }
        self.dir.get_or_insert_with(|| dir.to_path_buf());
        Ok(self)
    }

    /// Where the main package lies: imports are looked for in the module around it. Without it there is only the standard
    /// library, and what the host adds.
    #[must_use]
    pub fn directory(mut self, dir: impl AsRef<Path>) -> Builder {
        self.dir = Some(dir.as_ref().to_path_buf());
        self
    }

    /// Adds packages that are not looked for on disk.
    #[must_use]
    pub(super) fn packages(mut self, packages: Vec<PackageText>) -> Builder {
        self.tested = packages.iter().map(|package| package.path.clone()).collect();
        self.packages = packages;
        self
    }

    // ---- how it runs -----------------------------------------------------------------------------------------------

    /// Everything about how the program runs, at once.
    #[must_use]
    pub fn config(mut self, config: Config) -> Builder {
        self.config = config;
        self
    }

    /// The seed of every choice: ready cases of a select, the start of a range over a map, `math/rand` without a seed of its
    /// own. Equal seeds give equal runs.
    #[must_use]
    pub fn seed(mut self, seed: u64) -> Builder {
        self.config.seed = Some(seed);
        self
    }

    /// The order of the ready queue.
    #[must_use]
    pub fn order(mut self, order: Order) -> Builder {
        self.config.order = order;
        self
    }

    /// Whether time jumps to the next timer when every goroutine waits, instead of passing.
    #[must_use]
    pub fn virtual_time(mut self, on: bool) -> Builder {
        self.config.virtual_time = on;
        self
    }

    /// Back-edges and calls after which a goroutine lets others run; none: it never does.
    #[must_use]
    pub fn preempt(mut self, slice: Option<u32>) -> Builder {
        self.config.preempt = slice;
        self
    }

    /// Bytes that the program may have in memory.
    #[must_use]
    pub fn max_memory(mut self, bytes: u64) -> Builder {
        self.config.max_memory = Some(bytes);
        self
    }

    /// Goroutines that may live at once.
    #[must_use]
    pub fn max_tasks(mut self, tasks: u32) -> Builder {
        self.config.max_tasks = Some(tasks);
        self
    }

    /// The time after which the program is stopped, counted from [`build`](Self::build).
    #[must_use]
    pub fn timeout(mut self, time: Duration) -> Builder {
        self.config.timeout = Some(i64::try_from(time.as_nanos()).unwrap_or(i64::MAX));
        self
    }

    // ---- the world -------------------------------------------------------------------------------------------------

    /// The world that the program sees: its standard streams, clock, arguments, files. Without it that is the process's own.
    #[must_use]
    pub fn host(mut self, host: Box<dyn Host>) -> Builder {
        self.host = Some(host);
        self
    }

    /// What `os.Args` says, the program's name first; not used together with [`host`](Self::host).
    #[must_use]
    pub fn args<S: Into<String>>(mut self, args: impl IntoIterator<Item = S>) -> Builder {
        self.args = args.into_iter().map(Into::into).collect();
        self
    }

    /// Standard input, instead of the process's; not used together with [`host`](Self::host). It is read when the program reads;
    /// while that takes time, all goroutines wait.
    #[must_use]
    pub fn stdin(self, input: impl Read + 'static) -> Builder {
        self.change_world(|world| world.with_stdin(input))
    }

    /// Where standard output goes, instead of the process's; not used together with [`host`](Self::host).
    ///
    /// ```
    /// # use phasync::engine::{Engine, Output};
    /// let output = Output::new();
    /// let mut engine = Engine::builder()
    ///     .stdin(&b"one two\n"[..])
    ///     .stdout(output.clone())
    ///     .file("swap.pgo", "var a, b string; fmt.Scan(&a, &b); fmt.Println(b, a)")
    ///     .build()
    ///     .unwrap();
    /// engine.run();
    /// assert_eq!(output.take_text(), "two one\n");
    /// ```
    #[must_use]
    pub fn stdout(self, output: impl Write + 'static) -> Builder {
        self.change_world(|world| world.with_stdout(output))
    }

    /// Where standard error goes, and what a program dies of, instead of the process's; not used together with
    /// [`host`](Self::host).
    #[must_use]
    pub fn stderr(self, output: impl Write + 'static) -> Builder {
        self.change_world(|world| world.with_stderr(output))
    }

    fn change_world(mut self, change: impl FnOnce(StdHost) -> StdHost) -> Builder {
        let world = self.world.take().unwrap_or_else(|| StdHost::new(Vec::new()));
        self.world = Some(change(world));
        self
    }

    /// Who is told what happens.
    #[must_use]
    pub fn listener(mut self, listener: Box<dyn Listener>) -> Builder {
        self.listener = Some(listener);
        self
    }

    // ---- functions of the host -------------------------------------------------------------------------------------

    /// Adds a function that programs may call, `path.Name`: it belongs to the package with that import path, which a script
    /// need not import. Its Go type follows from the Rust types: see [`convert`](super::convert). It does not wait, and
    /// cannot call the program; if it panics, the program panics.
    ///
    /// ```
    /// # use phasync::engine::Engine;
    /// let mut engine = Engine::builder()
    ///     .function("host.Half", |n: i64| if n % 2 == 0 { Ok(n / 2) } else { Err(format!("{n} is odd")) })
    ///     .file("half.pgo", "func Try(n int) string { h, err := host.Half(n); return fmt.Sprint(h, err) }")
    ///     .build()
    ///     .unwrap();
    /// assert_eq!(engine.call::<_, String>("Try", (8,)).unwrap(), "4 <nil>");
    /// assert_eq!(engine.call::<_, String>("Try", (7,)).unwrap(), "0 7 is odd");
    /// ```
    #[must_use]
    pub fn function<Args, F>(mut self, name: &str, f: F) -> Builder
    where
        F: PlainFunction<Args> + PlainSignature<Args>,
    {
        let signature = plain_signature(&f);
        self.natives.function(name, Some(&signature), f.into_host_fn());
        self
    }

    /// As [`function`](Self::function), with a Go type: `func(name string, more ...int) (string, error)`.
    #[must_use]
    pub fn function_as<Args>(mut self, name: &str, go: &str, f: impl PlainFunction<Args>) -> Builder {
        self.natives.function(name, Some(go), f.into_host_fn());
        self
    }

    /// Adds a function that may wait: it gets a [`Cx`](super::Cx), through which it sleeps, receives, calls the
    /// program ... in straight-line code. It runs on a stack of its own; while it waits, other goroutines run.
    ///
    /// ```
    /// # use phasync::engine::{Chan, Cx, Engine};
    /// # use std::time::Duration;
    /// let mut engine = Engine::builder()
    ///     .virtual_time(true)
    ///     .blocking("host.Sum", |cx: &mut Cx, c: Chan<i64>| {
    ///         let mut sum = 0;
    ///         while let Some(n) = cx.recv(&c)? {
    ///             cx.sleep(Duration::from_millis(n as u64))?;
    ///             sum += n;
    ///         }
    ///         Ok(sum)
    ///     })
    ///     .file("sum.pgo", r#"
    ///         func Run() int {
    ///             c := make(chan int)
    ///             go func() { for i := range 5 { c <- i }; close(c) }()
    ///             return host.Sum(c)
    ///         }"#)
    ///     .build()
    ///     .unwrap();
    /// assert_eq!(engine.call::<_, i64>("Run", ()).unwrap(), 10);
    /// ```
    #[must_use]
    pub fn blocking<Args, F>(mut self, name: &str, f: F) -> Builder
    where
        F: BlockingFunction<Args> + BlockingSignature<Args>,
    {
        let signature = blocking_signature(&f);
        self.natives.function(name, Some(&signature), f.into_host_fn());
        self
    }

    /// As [`blocking`](Self::blocking), with a Go type.
    #[must_use]
    pub fn blocking_as<Args>(mut self, name: &str, go: &str, f: impl BlockingFunction<Args>) -> Builder {
        self.natives.function(name, Some(go), f.into_host_fn());
        self
    }

    /// Adds a file to a package of the host: Go text with types, constants, functions. Functions and methods without body are
    /// the host's, which [binds](Self::bind) them.
    #[must_use]
    pub fn package(mut self, path: &str, text: &str) -> Builder {
        self.natives.file(path, text);
        self
    }

    /// Binds a function without body, `path.Name`, or a method, `path.(*Type).Name`, to one that does not wait.
    #[must_use]
    pub fn bind<Args>(mut self, name: &str, f: impl PlainFunction<Args>) -> Builder {
        self.natives.function(name, None, f.into_host_fn());
        self
    }

    /// Binds a function or method without body to one that may wait.
    #[must_use]
    pub fn bind_blocking<Args>(mut self, name: &str, f: impl BlockingFunction<Args>) -> Builder {
        self.natives.function(name, None, f.into_host_fn());
        self
    }

    /// Adds a handler that is told when the main task of a run or of a call is entered, is left, or has ended; until it says false.
    /// It gets what is kept with the task: what it sets up for the first `Enter` it can find again. See
    /// [`Cx::on_switch`](crate::engine::Cx::on_switch), which is for one task.
    ///
    /// ```
    /// # use phasync::engine::{Engine, Switch};
    /// # use std::{cell::Cell, rc::Rc};
    /// let (entered, ended) = (Rc::new(Cell::new(0)), Rc::new(Cell::new(0)));
    /// let (e, f) = (entered.clone(), ended.clone());
    /// let mut engine = Engine::builder()
    ///     .on_main_switch(move |_, switch| {
    ///         match switch {
    ///             Switch::Enter => e.set(e.get() + 1),
    ///             Switch::Leave => {}
    ///             Switch::Finish => f.set(f.get() + 1),
    ///         }
    ///         true
    ///     })
    ///     .file("two.pgo", "func Run() { runtime.Gosched() }")
    ///     .build()
    ///     .unwrap();
    /// for _ in 0..3 {
    ///     engine.call::<_, ()>("Run", ()).unwrap();
    /// }
    /// // Before the first call a main task initialises the program.
    /// assert_eq!((entered.get(), ended.get()), (7, 4));
    /// ```
    #[must_use]
    pub fn on_main_switch(
        mut self,
        handler: impl FnMut(&mut TaskLocals, Switch) -> bool + 'static,
    ) -> Builder {
        self.on_main.push(Box::new(handler));
        self
    }

    // ---- and then --------------------------------------------------------------------------------------------------

    /// Reads and checks the program.
    pub fn check(mut self) -> Checked {
        let (mut sources, mut nodes) = (SourceMap::new(), NodeIds::new());
        let mut packages = self.natives.packages();
        packages.extend(std::mem::take(&mut self.packages));
        let loader = DiskLoader::new(self.dir.as_deref(), &self.tags()).with_host(packages);
        // Without knowing its modules, most of what would be said of the program follows from that.
        let mut diags = loader.mistakes(&mut sources);
        if !diags.is_empty() {
            return Checked::new(self, Checker::new(sources, nodes, None), None, diags);
        }
        let behaviour = loader.behaviour().cloned();
        let (version, mut settings) = behaviour.map(|module| (module.go, module.settings)).unzip();
        let settings = settings.get_or_insert_default();
        let mut said: Vec<(String, Span)> = Vec::new();
        let (mut trees, mut bodies) = (Vec::new(), Vec::new());
        let mut go_files = Vec::new();
        for (name, text) in std::mem::take(&mut self.files) {
            let mode = Mode::of(&name);
            let is_go = name.ends_with(".go");
            let (file, wrong) = add_source(&mut sources, name, text, self.dir.as_deref());
            diags.extend(wrong);
            let source = sources.file(file);
            for line in debug_lines(source.text.as_bytes()) {
                let base = source.span().lo;
                let at = Span { lo: base + line.at.start as u32, hi: base + line.at.end as u32 };
                match line.said {
                    Err(message) => diags.push(Diagnostic::error(Code::DebugLine, at, message)),
                    Ok((name, value)) => {
                        if let Some((_, before)) = said.iter().find(|(known, _)| *known == name) {
                            let message = format!("repeated //go:debug for {name}");
                            let diag = Diagnostic::error(Code::DebugLine, at, message);
                            diags.push(diag.with_related(*before, "previous //go:debug"));
                        }
                        said.push((name.clone(), at));
                        settings.push((name, value));
                    }
                }
            }
            go_files.extend(is_go.then_some(file));
            let parsed = parse_file(&sources, file, &mut nodes, mode);
            diags.extend(parsed.diags);
            trees.push(Rc::new(parsed.file));
            bodies.push(parsed.bodies);
        }
        self.settings = godebug(version, settings);
        let dir = self.dir.as_deref().filter(|_| self.package);
        // Files by themselves are in the newest language, as for the go command.
        let language = dir.and_then(|dir| loader.language(dir));
        let mut checker = Checker::new(sources, nodes, Some(Box::new(loader)));
        go_files.into_iter().for_each(|file| checker.set_language(file, language));
        let mut program = None;
        // A tree with syntax errors is not checked: most of what would be found follows from them.
        if check::can_check(&diags) {
            let checkable = !diags.iter().any(Diagnostic::is_error);
            checker.diags = std::mem::take(&mut diags);
            program = Some(checker.check_program(trees, self.dir.as_deref())).filter(|_| checkable);
            diags = std::mem::take(&mut checker.diags);
        } else {
            let branches = trees.iter().zip(&bodies);
            let branches = branches
                .flat_map(|(tree, loose)| check::check_file_branches(&checker.sources, tree, loose, &diags));
            let branches: Vec<Diagnostic> = branches.collect();
            diags.extend(branches);
            if diags.iter().any(|diag| diag.code == Code::Head) {
                diags.retain(|diag| diag.code == Code::Head);
            }
            diags.sort_by_key(|diag| diag.span.lo);
        }
        Checked::new(self, checker, program, diags)
    }

    /// Reads and checks the program, and makes it ready to run.
    ///
    /// # Errors
    /// The program has errors, or something is wrong with the functions of the host.
    pub fn build(self) -> Result<Engine, Refused> {
        self.check().start()
    }

    /// Opens an interactive session, in which the host enters one text after the other. What the builder has of the program's
    /// text is left out.
    ///
    /// # Errors
    /// Something is wrong with the functions of the host.
    ///
    /// ```
    /// use phasync::engine::{Engine, Outcome};
    ///
    /// let mut session = Engine::builder().session().unwrap();
    /// for entry in ["x := 20", "func twice(n int) int { return 2 * n }", "x++"] {
    ///     assert!(session.submit("entry", entry));
    ///     session.run();
    /// }
    /// assert!(session.submit("entry", "twice(x)"));
    /// let Outcome::Done(values) = session.run() else { panic!("it does not return") };
    /// assert_eq!((values[0].ty.as_str(), values[0].text.as_str()), ("int", "42"));
    /// ```
    pub fn session(self) -> Result<Session, Refused> {
        Session::open(self)
    }

    /// The build tags that hold.
    pub(super) fn tags(&self) -> Tags {
        Tags::new(self.config.tags.clone())
    }

    /// Where imports are looked for.
    pub(super) fn dir(&self) -> Option<&Path> {
        self.dir.as_deref()
    }

    /// Where the program comes from, for the messages about it: files by themselves belong to no package.
    pub(super) fn origin(&self) -> Origin {
        let packages =
            self.dir().and_then(|dir| Packages::for_dir(dir, &self.tags()).ok()).unwrap_or_default();
        let path = self.dir().filter(|_| self.package).and_then(|dir| packages.path_of(dir));
        Origin { path, go: packages.module().and_then(|module| module.go) }
    }

    /// The import paths of the packages whose tests the program is.
    pub(super) fn tested_paths(&self) -> Vec<&str> {
        self.tested.iter().map(String::as_str).collect()
    }

    /// The world that the program sees.
    pub(super) fn take_host(&mut self) -> Box<dyn Host> {
        match self.host.take() {
            Some(host) => host,
            None => {
                let world = self.world.take().unwrap_or_else(|| StdHost::new(Vec::new()));
                Box::new(world.with_args(std::mem::take(&mut self.args)))
            }
        }
    }
}
