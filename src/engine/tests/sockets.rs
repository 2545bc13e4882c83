//! Natives that use sockets. The peers are goroutines of the program, and natives.

use std::io::ErrorKind;
use std::net::SocketAddr;
use std::time::Duration;

use super::{Local, Log, run};
use crate::engine::{Builder, Cx, Engine, Func, Socket, Unwind};

/// Reads up to and with the next line feed; nothing at the end.
fn line(cx: &mut Cx, socket: &Socket, kept: &mut Vec<u8>) -> Result<std::io::Result<String>, Unwind> {
    loop {
        if let Some(at) = kept.iter().position(|&b| b == b'\n') {
            let line: Vec<u8> = kept.drain(..=at).collect();
            return Ok(Ok(String::from_utf8_lossy(&line).trim_end().to_string()));
        }
        let mut buffer = [0; 5];
        match cx.read(socket, &mut buffer)? {
            Ok(0) => return Ok(Err(ErrorKind::UnexpectedEof.into())),
            Ok(n) => kept.extend_from_slice(&buffer[..n]),
            Err(error) => return Ok(Err(error)),
        }
    }
}

/// `host.Ask(address, questions)`: the answers, a line each.
fn with_ask(builder: Builder, log: &Log) -> Builder {
    let log = log.clone();
    builder.blocking("host.Ask", move |cx: &mut Cx, address: String, questions: Vec<String>| {
        let _local = Local(log.clone(), "ask");
        let address: SocketAddr = match address.parse() {
            Ok(address) => address,
            Err(error) => return Ok(Err(format!("{error}"))),
        };
        let socket = match cx.connect(address)? {
            Ok(socket) => socket,
            Err(error) => return Ok(Err(format!("{:?}", error.kind()))),
        };
        let (mut kept, mut answers) = (Vec::new(), Vec::new());
        for question in questions {
            let asked = cx.write(&socket, format!("{question}\n").as_bytes())?;
            let answer = match asked {
                Ok(()) => line(cx, &socket, &mut kept)?,
                Err(error) => Err(error),
            };
            match answer {
                Ok(answer) => answers.push(answer),
                Err(error) => return Ok(Err(format!("{:?} after {answers:?}", error.kind()))),
            }
        }
        Ok(Ok(answers))
    })
}

#[test]
#[cfg_attr(miri, ignore = "needs sockets, which Miri does not have")]
fn a_native_talks_a_protocol_of_requests_and_replies() {
    let text = r#"
        func serve(c net.Conn, ended chan string) {
            s := bufio.NewScanner(c)
            for s.Scan() {
                if s.Text() == "leave" { break }
                fmt.Fprintln(c, strings.ToUpper(s.Text()))
            }
            c.Close()
            ended <- fmt.Sprint(s.Err())
        }
        func Run() {
            l, _ := net.Listen("tcp", "127.0.0.1:0")
            ended := make(chan string)
            go func() {
                for {
                    c, err := l.Accept()
                    if err != nil { return }
                    go serve(c, ended)
                }
            }()
            a, err := host.Ask(l.Addr().String(), []string{"one", "two and more", "three"})
            host.Say(fmt.Sprintf("%q %v", a, err))
            // The native has dropped its end: the server reads the end.
            host.Say(<-ended)
            a, err = host.Ask(l.Addr().String(), []string{"one", "leave", "three"})
            host.Say(fmt.Sprintf("%q %v", a, err))
            host.Say(<-ended)
            l.Close()
            _, err = host.Ask(l.Addr().String(), nil)
            host.Say(err.Error())
        }"#;
    assert_eq!(
        run(text, with_ask).unwrap(),
        "ask dropped [\"ONE\" \"TWO AND MORE\" \"THREE\"] <nil> <nil> \
         ask dropped [] UnexpectedEof after [\"ONE\"] <nil> ask dropped ConnectionRefused"
    );
}

#[test]
#[cfg_attr(miri, ignore = "needs sockets, which Miri does not have")]
fn natives_talk_to_each_other_side_by_side() {
    let text = r#"
        func Run() {
            addrs := make(chan string)
            go host.Serve(func(addr string) { addrs <- addr }, 40)
            addr := <-addrs
            var wg sync.WaitGroup
            sum := 0
            for i := range 40 {
                wg.Go(func() {
                    answers, err := host.Ask(addr, []string{fmt.Sprint(i), fmt.Sprint(i + 1)})
                    if err != nil { panic(err) }
                    for _, a := range answers { n, _ := strconv.Atoi(a); sum += n }
                })
            }
            wg.Wait()
            host.Say(fmt.Sprint(sum))
        }"#;
    let host = |builder: Builder, _: &Log| {
        let serve_one = |cx: &mut Cx, address: Func<(String,), ()>, clients: i64| {
            let listener = match cx.listen("127.0.0.1:0".parse().expect("an address"))? {
                Ok(listener) => listener,
                Err(error) => return Err(cx.panic(error.to_string())),
            };
            let (local, _) = cx.addresses(&listener).map_err(|error| cx.panic(error.to_string()))?;
            cx.call(&address, (local.to_string(),))?;
            for _ in 0..clients {
                let Ok(socket) = cx.accept(&listener)? else { continue };
                let mut kept = Vec::new();
                while let Ok(text) = line(cx, &socket, &mut kept)? {
                    let n: i64 = text.parse().unwrap_or(0);
                    let _ = cx.write(&socket, format!("{}\n", 2 * n).as_bytes())?;
                }
            }
            Ok(())
        };
        with_ask(builder, &Log::default()).blocking("host.Serve", serve_one)
    };
    // Twice the sum of i and i + 1 for i below 40.
    assert_eq!(run(text, host).unwrap(), "3200");
}

#[test]
#[cfg_attr(miri, ignore = "needs sockets, which Miri does not have")]
fn a_native_uses_connections_of_the_program() {
    let text = r#"
        func Run() {
            l, _ := net.Listen("tcp", "127.0.0.1:0")
            go func() {
                c, _ := l.Accept()
                host.Say(host.Read(c))
                c.Write([]byte("bye"))
                c.Close()
            }()
            c, _ := net.Dial("tcp", l.Addr().String())
            c.Write([]byte("hello"))
            host.Say(host.Read(c))
            host.Say(host.Read(c.(*net.TCPConn)))
            c.Close()
            try := func(x any) {
                defer func() { host.Say(fmt.Sprint(recover())) }()
                host.Read(x)
            }
            try(c)
            type T struct { next *T }
            t := &T{}
            t.next = t
            try(t)
            try(nil)
        }"#;
    let host = |builder: Builder, _: &Log| {
        builder.blocking_as("host.Read", "func(c any) string", |cx: &mut Cx, socket: Socket| {
            let mut buffer = [0; 100];
            match cx.read(&socket, &mut buffer)? {
                Ok(n) => Ok(String::from_utf8_lossy(&buffer[..n]).into_owned()),
                Err(error) => Ok(format!("{:?}", error.kind())),
            }
        })
    };
    let refused = |go: &str| format!("host.Read: argument 1: Go's {go} does not go with Rust's Socket");
    assert_eq!(
        run(text, host).unwrap(),
        format!(
            "hello bye  {} {} {}",
            refused("interface {}"),
            refused("interface {}"),
            refused("interface {}")
        )
    );
}

#[test]
#[cfg_attr(miri, ignore = "needs sockets, which Miri does not have")]
fn a_deadline_ends_waiting_and_a_panic_closes_the_socket() {
    let text = r#"
        func Run() {
            l, _ := net.Listen("tcp", "127.0.0.1:0")
            ended := make(chan error)
            go func() {
                for {
                    c, err := l.Accept()
                    if err != nil { return }
                    go func() { _, err := io.ReadAll(c); ended <- err }()
                }
            }()
            host.Say(host.Hang(l.Addr().String(), time.Second, false))
            host.Say(fmt.Sprint(<-ended))
            func() {
                defer func() { host.Say(fmt.Sprint(recover())) }()
                host.Hang(l.Addr().String(), time.Second, true)
            }()
            host.Say(fmt.Sprint(<-ended))
            l.Close()
        }"#;
    let host = |builder: Builder, log: &Log| {
        let log = log.clone();
        builder.blocking("host.Hang", move |cx: &mut Cx, address: String, time: Duration, panics: bool| {
            let _local = Local(log.clone(), "hang");
            let Ok(socket) = cx.connect(address.parse().expect("an address"))? else {
                return Ok("no".into());
            };
            assert!(!panics, "with an open socket");
            cx.set_deadline(&socket, Some(time))?;
            let mut buffer = [0; 8];
            let first = cx.read(&socket, &mut buffer)?.map_err(|error| error.kind());
            let again = cx.read(&socket, &mut buffer)?.map_err(|error| error.kind());
            cx.set_deadline(&socket, None)?;
            let written = cx.write(&socket, b"x")?.map_err(|error| error.kind());
            Ok(format!("{first:?} {again:?} {written:?}"))
        })
    };
    assert_eq!(
        run(text, host).unwrap(),
        "hang dropped Err(TimedOut) Err(TimedOut) Ok(()) <nil> hang dropped with an open socket <nil>"
    );
}

#[test]
#[cfg_attr(miri, ignore = "needs sockets, which Miri does not have")]
fn an_engine_that_goes_closes_the_sockets_of_its_natives() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap().to_string();
    let mut engine = Engine::builder()
        .file("test.pgo", "func Run(addr string) { go host.Hold(addr); time.Sleep(time.Millisecond) }")
        .blocking("host.Hold", |cx: &mut Cx, address: String| {
            let Ok(socket) = cx.connect(address.parse().expect("an address"))? else { return Ok(()) };
            let _ = cx.read(&socket, &mut [0])?;
            Ok(())
        })
        .build()
        .unwrap();
    engine.call::<_, ()>("Run", (address,)).unwrap();
    let (mut peer, _) = listener.accept().unwrap();
    drop(engine);
    let mut rest = Vec::new();
    std::io::Read::read_to_end(&mut peer, &mut rest).unwrap();
    assert!(rest.is_empty());
}
