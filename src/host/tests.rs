//! The host of a process, without a program.

use std::net::{Ipv4Addr, SocketAddr};
use std::time::{Duration, Instant};

use super::*;

/// Nothing here takes longer.
const LIMIT: Duration = Duration::from_secs(10);

fn anywhere() -> Address {
    Address::Inet(SocketAddr::from((Ipv4Addr::LOCALHOST, 0)))
}

/// Repeats what would block, with polls in between.
fn wait<T>(host: &mut StdHost, mut what: impl FnMut(&mut StdHost) -> Result<T, Errno>) -> Result<T, Errno> {
    let end = Instant::now() + LIMIT;
    loop {
        match what(host) {
            Err(libc::EAGAIN) if Instant::now() < end => host.poll(Some(10_000_000), &mut Vec::new()),
            result => return result,
        }
    }
}

/// Two ends of a connection.
fn pair(host: &mut StdHost) -> Result<(Handle, Handle), Errno> {
    let listener = host.listen(SocketKind::Stream, &anywhere())?;
    let (address, _) = host.addresses(listener)?;
    assert_eq!(host.accept(listener), Err(libc::EAGAIN));
    let a = host.connect(SocketKind::Stream, &Address::None, &address)?;
    wait(host, |host| host.connected(a))?;
    let (b, peer) = wait(host, |host| host.accept(listener))?;
    assert_eq!(peer, host.addresses(a)?.0);
    host.close(listener)?;
    Ok((a, b))
}

#[test]
fn a_connection_is_read_and_written_without_blocking() {
    let mut host = StdHost::new(Vec::new());
    let (a, b) = pair(&mut host).expect("a connection");
    let mut buffer = [0; 16];
    assert_eq!(host.read(b, &mut buffer), Err(libc::EAGAIN));
    assert_eq!(host.write(a, b"hello"), Ok(5));
    assert_eq!(wait(&mut host, |host| host.read(b, &mut buffer)), Ok(5));
    assert_eq!(&buffer[..5], b"hello");
    // Data and end that come together are both seen, though the end is told only once.
    assert_eq!(host.write(a, b"bye"), Ok(3));
    host.shutdown(a, Direction::Write).expect("half of it is closed");
    assert_eq!(wait(&mut host, |host| host.read(b, &mut buffer)), Ok(3));
    assert_eq!(wait(&mut host, |host| host.read(b, &mut buffer)), Ok(0));
    // What is written until there is no more room arrives.
    let block = [7; 4096];
    let mut sent = 0;
    while let Ok(n) = host.write(b, &block) {
        sent += n;
    }
    assert_eq!(host.write(b, &block), Err(libc::EAGAIN));
    host.close(b).expect("it is open");
    let mut received = 0;
    while let Ok(n @ 1..) = wait(&mut host, |host| host.read(a, &mut buffer)) {
        received += n;
    }
    assert_eq!(received, sent);
}

#[test]
fn a_handle_names_one_thing_for_ever() {
    let mut host = StdHost::new(Vec::new());
    let (a, b) = pair(&mut host).expect("a connection");
    assert_eq!(host.close(a), Ok(()));
    assert_eq!(host.close(a), Err(libc::EBADF));
    let (reader, writer) = host.pipe().expect("a pipe");
    assert!([reader.place(), writer.place()].contains(&a.place()), "places are used again, the lowest first");
    assert_eq!(host.read(a, &mut [0]), Err(libc::EBADF));
    assert_eq!(host.write(writer, b"x"), Ok(1));
    assert_eq!(wait(&mut host, |host| host.read(reader, &mut [0; 4])), Ok(1));
    assert_eq!(wait(&mut host, |host| host.read(b, &mut [0])), Ok(0));
}

#[test]
fn jobs_that_are_done_come_in_the_order_of_submission() {
    let mut host = StdHost::new(Vec::new());
    let names = ["/", "/nonexistent", "/tmp", "/dev/null"];
    let job = |name: &str| Job::Path(PathJob::Stat { path: name.into(), follow: true });
    let ids: Vec<JobId> = names.iter().map(|name| host.submit(job(name)).expect("a helper")).collect();
    // All are done by then, very likely; if not, those that come in one poll are in order.
    std::thread::sleep(Duration::from_millis(20));
    let (mut done, end) = (Vec::new(), Instant::now() + LIMIT);
    while done.len() < ids.len() && Instant::now() < end {
        let mut events = Vec::new();
        host.poll(Some(10_000_000), &mut events);
        let came: Vec<JobId> = events
            .iter()
            .filter_map(|e| if let IoEvent::Done(id, _) = e { Some(*id) } else { None })
            .collect();
        assert!(came.is_sorted());
        done.extend(events);
    }
    assert_eq!(done.len(), ids.len());
    assert!(done.contains(&IoEvent::Done(ids[1], Answer::Failed(libc::ENOENT))));
}

#[test]
fn what_may_wait_for_others_is_given_back() {
    let mut host = StdHost::new(Vec::new());
    let lookup = Job::LookupHost("localhost".into());
    assert_eq!(host.perform(lookup.clone()), Err(lookup));
    let missing = Job::Path(PathJob::ReadFile { path: b"/nonexistent".to_vec(), most: 1 });
    assert_eq!(host.perform(missing), Ok(Answer::Failed(libc::ENOENT)));
}

#[test]
fn only_others_reach_in_from_outside() {
    let mut host = StdHost::new(Vec::new());
    let (a, b) = pair(&mut host).expect("a connection");
    assert!(!host.reaches_outside(&[a, b]));
    host.close(b).expect("it is open");
    assert!(host.reaches_outside(&[a]));
    assert!(host.reaches_outside(&[Handle::STDIN]));
    assert!(!host.reaches_outside(&[]));
}
