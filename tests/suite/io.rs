//! Signals, descriptors and streams of the process: what a script with a golden file cannot show.

use std::io::{BufRead, BufReader, Read, Write};
use std::os::unix::process::ExitStatusExt;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use libtest_mimic::{Failed, Trial};

use crate::process::PHASYNC;

type Check = fn() -> Result<(), Failed>;

/// What shells add to the number of a signal.
const DIED_OF_SIGNAL: i32 = 128;

/// Nothing here takes longer.
const LIMIT: Duration = Duration::from_secs(10);

/// One test a claim.
pub fn trials() -> Vec<Trial> {
    let checks: [(&str, Check); 15] = [
        ("termination_writes_out_what_was_printed", || {
            stopped_by(
                "TERM",
                "fmt.Println(\"printed\")\nprintln(\"ready\")\ntime.Sleep(time.Hour)",
                "printed\n",
                143,
            )
        }),
        ("hang_up_writes_out_what_was_printed", || {
            stopped_by("HUP", "fmt.Println(\"printed\")\nprintln(\"ready\")\nfor {\n}", "printed\n", 129)
        }),
        ("interrupt_ends_waiting_for_a_connection", || {
            let listen = "l, _ := net.Listen(\"tcp\", \"127.0.0.1:0\")\nprintln(\"ready\")\nl.Accept()";
            stopped_by("INT", listen, "", 130)
        }),
        ("interrupt_ends_waiting_for_input", || {
            stopped_by("INT", "println(\"ready\")\nfmt.Scanln()", "", 130)
        }),
        ("wanted_signal_is_delivered", || {
            let notify = "c := make(chan os.Signal, 1)\nsignal.Notify(c, syscall.SIGUSR1)\nprintln(\"ready\")\nfmt.Println(<-c)";
            stopped_by("USR1", notify, "user defined signal 1\n", 0)
        }),
        ("wanted_interrupt_does_not_stop", || {
            let notify = "ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)\nprintln(\"ready\")\n\
                          <-ctx.Done()\nstop()\nfmt.Println(context.Cause(ctx))";
            stopped_by("INT", notify, "interrupt signal received\n", 0)
        }),
        ("ignored_signal_does_nothing", || {
            let ignore = "signal.Ignore(syscall.SIGHUP)\nprintln(\"ready\")\n\
                          time.Sleep(50 * time.Millisecond)\nfmt.Println(signal.Ignored(syscall.SIGHUP))";
            stopped_by("HUP", ignore, "true\n", 0)
        }),
        ("signals_that_go_does_not_notice_do_nothing", || {
            let script = "println(\"ready\")\ntime.Sleep(50 * time.Millisecond)\nfmt.Println(\"still here\")";
            stopped_by("USR1", script, "still here\n", 0)?;
            let back =
                format!("signal.Notify(make(chan os.Signal, 1), syscall.SIGUSR2)\nsignal.Reset()\n{script}");
            stopped_by("USR2", &back, "still here\n", 0)
        }),
        ("quitting_tells_where_goroutines_are", quitting_tells_where_goroutines_are),
        ("trap_tells_where_it_is", trap_tells_where_it_is),
        ("signal_shuts_down_and_lets_tasks_end", || {
            let script = "done := make(chan bool)\nphasync.OnShutdown(func() { fmt.Println(\"first\") })\n\
                          phasync.OnShutdown(func() { fmt.Println(\"second\"); close(done) })\nprintln(\"ready\")\n\
                          <-done\nphasync.Sleep(20 * time.Millisecond)\nfmt.Println(\"main ends\")";
            stopped_by("TERM", script, "first\nsecond\nmain ends\n", 0)?;
            stopped_by("INT", script, "first\nsecond\nmain ends\n", 0)
        }),
        ("second_signal_ends_at_once", || {
            let script = "phasync.OnShutdown(func() { println(\"ready\"); phasync.Sleep(time.Hour) })\n\
                          println(\"ready\")\nphasync.Sleep(time.Hour)";
            stopped_by_each(&["INT", "TERM"], script, "", 143).map(drop)
        }),
        ("prompt_is_shown_before_input_is_awaited", prompt_is_shown_before_input_is_awaited),
        ("out_of_descriptors_is_an_error", out_of_descriptors_is_an_error),
        ("memory_that_ends_is_a_fatal_error", memory_that_ends),
    ];
    checks.into_iter().map(|(name, check)| Trial::test(format!("io/{name}"), check)).collect()
}

fn start(command: &mut Command) -> Result<Child, Failed> {
    Ok(command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?)
}

/// What something that may block gives, in time.
fn in_time<T: Send + 'static>(what: impl FnOnce() -> T + Send + 'static) -> Result<T, Failed> {
    let (sender, receiver) = mpsc::channel();
    // Nobody listens any more when the test has given up.
    thread::spawn(move || sender.send(what()).unwrap_or_default());
    receiver.recv_timeout(LIMIT).map_err(|_| "nothing happens".into())
}

fn end(child: &mut Child) -> Result<ExitStatus, Failed> {
    let late = Instant::now() + LIMIT;
    while Instant::now() < late {
        if let Some(status) = child.try_wait()? {
            return Ok(status);
        }
        thread::sleep(Duration::from_millis(2));
    }
    child.kill()?;
    child.wait()?;
    Err("still running".into())
}

/// A script that says when it is ready gets a signal: what it prints, and its status.
fn stopped_by(signal: &str, script: &str, stdout: &str, status: i32) -> Result<(), Failed> {
    let ended = stopped_by_each(&[signal], script, stdout, status)?;
    // Beyond 128 are the statuses that shells show for who died of a signal.
    if ended.code().is_some_and(|code| code > DIED_OF_SIGNAL) {
        return Err(format!("only the status tells of the signal: {ended}").into());
    }
    Ok(())
}

/// The same for a script that says several times that it is ready, and gets a signal each time.
fn stopped_by_each(signals: &[&str], script: &str, stdout: &str, status: i32) -> Result<ExitStatus, Failed> {
    let mut child = start(Command::new(PHASYNC).args(["-e", script]))?;
    let (Some(out), Some(err)) = (child.stdout.take(), child.stderr.take()) else {
        return Err("no pipes".into());
    };
    let mut err = BufReader::new(err);
    for signal in signals {
        let (line, back) = in_time(move || {
            let mut line = String::new();
            // An empty line is reported below.
            let _ = err.read_line(&mut line);
            (line, err)
        })?;
        err = back;
        if line != "ready\n" {
            child.kill()?;
            return Err(format!("the script says {line:?}").into());
        }
        Command::new("kill").args([&format!("-{signal}"), &child.id().to_string()]).status()?;
    }
    let ended = end(&mut child)?;
    let (mut printed, mut said) = (String::new(), String::new());
    BufReader::new(out).read_to_string(&mut printed)?;
    err.read_to_string(&mut said)?;
    let shown = ended.code().or(ended.signal().map(|signal| DIED_OF_SIGNAL + signal));
    if printed != stdout || shown != Some(status) {
        return Err(format!("printed {printed:?}, status {ended}, standard error {said:?}").into());
    }
    Ok(ended)
}

/// Standard error of a script that comes to its end, by a signal if it gets one when it says that it is ready.
fn last_words(script: &str, signal: Option<&str>) -> Result<(String, ExitStatus), Failed> {
    let mut child = start(Command::new(PHASYNC).args(["-e", script]))?;
    let Some(mut err) = child.stderr.take().map(BufReader::new) else { return Err("no pipe".into()) };
    let mut said = String::new();
    if let Some(signal) = signal {
        err.read_line(&mut said)?;
        Command::new("kill").args([&format!("-{signal}"), &child.id().to_string()]).status()?;
    }
    let ended = end(&mut child)?;
    err.read_to_string(&mut said)?;
    Ok((said, ended))
}

fn quitting_tells_where_goroutines_are() -> Result<(), Failed> {
    let script = "c := make(chan int)\ngo func() { println(\"ready\"); <-c }()\nfor {\n}";
    let (said, ended) = last_words(script, Some("QUIT"))?;
    let all = [
        "ready\nSIGQUIT: quit\n\ngoroutine 1 [",
        "]:\nmain.main()\n",
        "\n\ngoroutine ",
        " [chan receive]:\nmain.main.func1()\n",
    ];
    if ended.code() != Some(2) || !all.iter().all(|part| said.contains(part)) {
        return Err(format!("{ended}, {said}").into());
    }
    Ok(())
}

fn trap_tells_where_it_is() -> Result<(), Failed> {
    let (said, ended) = last_words("runtime.Breakpoint()", None)?;
    if ended.code() != Some(2)
        || !said.starts_with("SIGTRAP: trace trap\n\ngoroutine 1 [running]:\nmain.main()\n")
    {
        return Err(format!("{ended}, {said}").into());
    }
    Ok(())
}

/// Output is kept back off a terminal, but not while the script waits for the answer.
fn prompt_is_shown_before_input_is_awaited() -> Result<(), Failed> {
    let script = "fmt.Print(\"name? \")\nvar name string\nfmt.Scanln(&name)\nfmt.Println(\"hello\", name)";
    let mut child = start(Command::new(PHASYNC).args(["-e", script]))?;
    let (Some(mut out), Some(mut input)) = (child.stdout.take(), child.stdin.take()) else {
        return Err("no pipes".into());
    };
    let (prompt, mut out) = in_time(move || {
        let mut prompt = [0; 6];
        let read = out.read_exact(&mut prompt).map(|()| prompt);
        (read, out)
    })?;
    if prompt? != *b"name? " {
        return Err("another prompt".into());
    }
    input.write_all(b"gopher\n")?;
    let mut rest = String::new();
    out.read_to_string(&mut rest)?;
    if rest != "hello gopher\n" || !end(&mut child)?.success() {
        return Err(format!("then {rest:?}").into());
    }
    Ok(())
}

/// Dialling, accepting and opening give error values; accepting goes on when there are descriptors again.
fn out_of_descriptors_is_an_error() -> Result<(), Failed> {
    let script = r#"
l, err := net.Listen("tcp", "127.0.0.1:0")
if err != nil {
	panic(err)
}
refused := make(chan error, 1000)
go func() {
	for {
		c, err := l.Accept()
		if err != nil {
			refused <- err
			time.Sleep(time.Millisecond)
			continue
		}
		go func() {
			io.Copy(c, c)
			c.Close()
		}()
	}
}()
var conns []net.Conn
for {
	c, e := net.Dial("tcp", l.Addr().String())
	if e != nil {
		fmt.Println("dial:", errors.Is(e, syscall.EMFILE), e.(*net.OpError).Err)
		break
	}
	conns = append(conns, c)
}
_, err = os.Open("/dev/null")
fmt.Println("open:", err)
_, err = os.ReadFile("/dev/null")
fmt.Println("read:", err)
_, _, err = os.Pipe()
fmt.Println("pipe:", err)
// One more that waits to be accepted: its descriptor comes from one that is given up.
conns[0].Close()
var last net.Conn
for last == nil {
	last, _ = net.Dial("tcp", l.Addr().String())
}
e := <-refused
fmt.Println("accept:", errors.Is(e, syscall.EMFILE), e.(net.Error).Temporary())
for _, c := range conns {
	c.Close()
}
fmt.Fprintln(last, "hello")
line, err := bufio.NewReader(last).ReadString('\n')
fmt.Printf("%q %v\n", line, err)
"#;
    let want = "dial: true socket: too many open files\nopen: open /dev/null: too many open files\n\
                read: open /dev/null: too many open files\npipe: pipe2: too many open files\n\
                accept: true true\n\"hello\\n\" <nil>\n";
    let limited = format!("ulimit -n 48; exec '{PHASYNC}' -");
    let mut child = start(Command::new("sh").args(["-c", &limited]))?;
    if let Some(mut input) = child.stdin.take() {
        input.write_all(script.as_bytes())?;
    }
    let (Some(mut out), Some(mut err)) = (child.stdout.take(), child.stderr.take()) else {
        return Err("no pipes".into());
    };
    let status = end(&mut child)?;
    let (mut printed, mut said) = (String::new(), String::new());
    out.read_to_string(&mut printed)?;
    err.read_to_string(&mut said)?;
    if printed != want || !status.success() {
        return Err(format!("{status}, printed\n{printed}\nstandard error\n{said}").into());
    }
    Ok(())
}

/// Goroutines without end, with so little memory that there is none left soon.
fn memory_that_ends() -> Result<(), Failed> {
    let script = "c := make(chan int)\nfor {\n\tgo func() { <-c }()\n}\n";
    let limited = format!("ulimit -v 1700000; exec '{PHASYNC}' -");
    let mut child = start(Command::new("sh").args(["-c", &limited]))?;
    if let Some(mut input) = child.stdin.take() {
        input.write_all(script.as_bytes())?;
    }
    let status = end(&mut child)?;
    let mut said = String::new();
    if let Some(mut err) = child.stderr.take() {
        err.read_to_string(&mut said)?;
    }
    if said != "fatal error: out of memory\n" || status.code() != Some(2) {
        return Err(format!("{status}, standard error\n{said}").into());
    }
    Ok(())
}
