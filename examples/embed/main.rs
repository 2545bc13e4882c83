//! A Rust program that runs Go scripts: rules for a price list, which whoever uses the program can change.
//!
//! `cargo run --example embed`

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};
use std::error::Error;
use std::rc::Rc;
use std::time::Duration;

use phasync::engine::{Called, Cx, Engine, Func, Output, Progress, ScriptError, Switch, Value};

/// The rules of a shop, in Go.
const RULES: &str = r#"
	type Item struct {
		Name   string
		Amount int
		Price  float64
	}

	// Total gives what a customer pays.
	func Total(customer string, items []Item) (float64, error) {
		sum := 0.0
		for _, item := range items {
			if !shop.InStock(item.Name, item.Amount) {
				return 0, fmt.Errorf("%s: not enough left", item.Name)
			}
			sum += float64(item.Amount) * item.Price
		}
		if shop.Discount(customer) && sum > 50 {
			sum *= 0.9
		}
		return sum, nil
	}

	// Restock asks three suppliers at once, and takes the first answer.
	func Restock(name string) string {
		first := make(chan string, 3)
		for _, supplier := range []string{"north", "south", "east"} {
			go func() {
				// shop.Ask is written in Rust. It waits, and so does this goroutine, but nobody else.
				days := shop.Ask(supplier, func(question string) string { return question + " " + name })
				first <- fmt.Sprintf("%s, in %d days", supplier, days)
			}()
		}
		return <-first
	}
"#;

/// Everything, one after the other.
pub fn main() -> Result<(), Box<dyn Error>> {
    prices()?;
    steps()?;
    requests()?;
    failures()?;
    Ok(())
}

/// Values go in, values come out, and the script calls functions of Rust.
fn prices() -> Result<(), Box<dyn Error>> {
    let stock = Rc::new(RefCell::new(HashMap::from([("tea".to_string(), 10), ("cup".to_string(), 1)])));
    let seen = stock.clone();
    let mut engine = Engine::builder()
        // Time jumps to whoever wakes first, so this example need not wait.
        .virtual_time(true)
        .function("shop.InStock", move |name: String, amount: i64| {
            seen.borrow().get(&name).is_some_and(|&have| have >= amount)
        })
        .function("shop.Discount", |customer: String| customer.starts_with("gold "))
        .blocking("shop.Ask", |cx: &mut Cx, supplier: String, ask: Func<(String,), String>| {
            let question = cx.call(&ask, (format!("{supplier}: how long for"),))?;
            let days = supplier.len() as u64;
            cx.sleep(Duration::from_secs(days))?;
            println!("  {question}? {days} days");
            Ok(days)
        })
        .file("rules.pgo", RULES)
        .build()?;

    let item = |name: &str, amount: i64, price: f64| -> BTreeMap<&'static str, Value> {
        BTreeMap::from([("Name", name.into()), ("Amount", amount.into()), ("Price", price.into())])
    };
    // (float64, error) is a Result.
    let mut total = |customer: &str, items: Vec<_>| -> Result<Result<f64, ScriptError>, _> {
        engine.call("Total", (customer, items))
    };
    println!("anna pays {:?}", total("anna", vec![item("tea", 3, 20.0)])??);
    println!("bert pays {:?}", total("gold bert", vec![item("tea", 3, 20.0)])??);
    let refused = total("carl", vec![item("cup", 2, 5.0)])?.unwrap_err();
    println!("carl hears: {}", refused.text());
    stock.borrow_mut().insert("cup".into(), 2);
    println!("carl pays {:?}", total("carl", vec![item("cup", 2, 5.0)])??);

    let answer: String = engine.call("Restock", ("cups",))?;
    println!("first: {answer}");
    Ok(())
}

/// A host with a loop of its own lets a program run some turns at a time.
fn steps() -> Result<(), Box<dyn Error>> {
    let output = Output::new();
    let mut engine = Engine::builder()
        .stdout(output.clone())
        .file(
            "game.pgo",
            r#"
			enemies := 3
			for i := range 3 {
				go func() {
					for range 2 + i { runtime.Gosched() }
					enemies--
					fmt.Printf("enemy %d is gone\n", i)
				}()
			}
			for enemies > 0 { runtime.Gosched() }
			fmt.Println("won")
			func Enemies() int { return enemies }
			func Cheer(n int) string { runtime.Gosched(); return strings.Repeat("hip ", n) + "hurray" }
			"#,
        )
        .build()?;
    engine.start();
    let mut frame = 0;
    loop {
        frame += 1;
        let progress = engine.step(8);
        let printed = output.take_text();
        println!("frame {frame}: {:?}", printed.lines().collect::<Vec<_>>());
        match progress {
            Progress::Running => {}
            // Nobody can go on before that: a host may sleep, draw, read its own input.
            Progress::Waiting(until) => engine.wait(until),
            Progress::Deadlock | Progress::Ended(_) => break,
        }
    }
    println!("enemies left: {}", engine.call::<_, i64>("Enemies", ())?);

    // A call can be made in steps, too.
    let cheer = engine.function::<(u8,), String>("Cheer")?;
    let call = engine.begin(&cheer, (2,))?;
    let mut polls = 1;
    let cheers = loop {
        match engine.poll(&call, 1)? {
            Called::Running => polls += 1,
            Called::Waiting(until) => engine.wait(until),
            Called::Done(text) => break text,
        }
    };
    println!("{cheers}, after {polls} polls");
    Ok(())
}

/// What the host keeps with a task: it is dropped when the task has ended, whichever way it does.
struct Request {
    path: String,
    turns: u32,
}

impl Drop for Request {
    fn drop(&mut self) {
        println!("  {} is over after {} turns", self.path, self.turns);
    }
}

/// The host has something of its own for each task, and is told when the task runs.
fn requests() -> Result<(), Box<dyn Error>> {
    let mut engine = Engine::builder()
        .virtual_time(true)
        .blocking("host.Begin", |cx: &mut Cx, path: String| {
            cx.locals().insert(Request { path, turns: 1 });
            cx.on_switch(|task, switch| {
                if let (Switch::Enter, Some(request)) = (switch, task.get_mut::<Request>()) {
                    request.turns += 1;
                }
                true
            });
            Ok(())
        })
        .blocking("host.Path", |cx: &mut Cx| {
            Ok(cx.locals().get::<Request>().map_or("nowhere".to_owned(), |request| request.path.clone()))
        })
        .file(
            "serve.pgo",
            r#"
			func handle(path string, waits int) {
				host.Begin(path)
				for range waits { time.Sleep(time.Second) }
				if path == "/bad" { panic("cannot serve " + host.Path()) }
			}
			func Serve() string {
				err := phasync.Try(func() {
					phasync.Run(func() { go handle("/index", 3); go handle("/bad", 1); go handle("/style", 2) })
				})
				return fmt.Sprint(err, "; Serve itself is ", host.Path())
			}
			"#,
        )
        .build()?;
    println!("{}", engine.call::<_, String>("Serve", ())?);
    Ok(())
}

/// Whatever a script does, it is an error to its host, and the next call works.
fn failures() -> Result<(), Box<dyn Error>> {
    let wrong = Engine::builder().file("wrong.pgo", "var n int = \"text\"").build();
    println!("{}", wrong.err().map_or_else(String::new, |refused| refused.to_string()));

    let mut engine = Engine::builder()
        .timeout(Duration::from_secs(60))
        .max_memory(64 << 20)
        .max_tasks(1_000)
        .function("host.Bug", || -> i64 { panic!("a bug in Rust") })
        .file(
            "bad.pgo",
            r#"
			func Index(i int) int { a := []int{1, 2, 3}; return a[i] }
			func Hang() { <-make(chan int) }
			func Bug() int { return host.Bug() }
			func Caught() (text string) {
				defer func() { text = fmt.Sprint(recover()) }()
				host.Bug()
				return
			}
			"#,
        )
        .build()?;
    std::panic::set_hook(Box::new(|_| {})); // a panic of a native is the script's, and nothing to print here
    let mut show = |name: &str, args: &[i64]| {
        let result = match args {
            [] => engine.call::<_, Value>(name, ()),
            [arg, ..] => engine.call::<_, Value>(name, (*arg,)),
        };
        match result {
            Ok(value) => println!("{name}: {value:?}"),
            Err(error) => println!("{name}: {error}"),
        }
    };
    show("Index", &[1]);
    show("Index", &[3]);
    show("Hang", &[]);
    show("Bug", &[]);
    show("Missing", &[]);
    println!("Caught: {}", engine.call::<_, String>("Caught", ())?);
    Ok(())
}
