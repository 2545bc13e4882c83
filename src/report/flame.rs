//! Where a program spent its time: a flame graph.
//!
//! A bar is a function at a line, as wide as the time that was spent there and in what was called from there; what it called lies
//! above it. The lowest bars are goroutines.

use std::collections::HashMap;
use std::fmt::Write as _;

use crate::bytecode::FuncId;
use crate::event::Place;
use crate::vm::{Machine, Profile, Spot};

/// So many goroutines that began with one function are told apart; more are one bar.
const APART: usize = 8;
/// Width of the picture, in pixels.
const WIDTH: f64 = 1200.0;
/// Height of a bar.
const BAR: f64 = 18.0;
/// Room above and below the bars.
const HEAD: f64 = 40.0;
const FOOT: f64 = 12.0;
/// Width of a letter of the text in bars.
const LETTER: f64 = 7.0;
/// Bars that are not wider than this are left out.
const LEAST: f64 = 0.1;

/// What a bar stands for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Kind {
    Goroutine,
    /// The program's own code.
    Own,
    Library,
    /// The collector, the compiler.
    Machine,
}

#[derive(Debug)]
struct Bar {
    label: String,
    kind: Kind,
    /// Nanoseconds, without those of the bars above it.
    own: i64,
    /// Nanoseconds in all.
    all: i64,
    above: Vec<usize>,
}

/// Where a program spent its time.
#[derive(Debug, Default)]
pub struct Flame {
    /// The bars; each before those above it.
    bars: Vec<Bar>,
    /// The goroutines.
    roots: Vec<usize>,
}

impl Flame {
    /// The picture of a profile; `place` finds lines.
    pub(crate) fn new(
        profile: &Profile,
        machine: &Machine,
        place: impl Fn(crate::source::Span) -> Option<Place>,
    ) -> Flame {
        let mut of_function: HashMap<u32, usize> = HashMap::new();
        for func in profile.tasks.values() {
            *of_function.entry(func.0).or_default() += 1;
        }
        let mut flame = Flame::default();
        let mut known: HashMap<(Option<usize>, String), usize> = HashMap::new();
        let mut bar_of: Vec<usize> = Vec::with_capacity(profile.nodes.len());
        for (n, node) in profile.nodes.iter().enumerate() {
            let (label, kind) = match node.spot {
                Spot::Task(number) => {
                    let func = profile.tasks.get(&number).copied().unwrap_or(FuncId(0));
                    let (name, tasks) =
                        (machine.instruction(func, 0).0, of_function.get(&func.0).copied().unwrap_or(1));
                    let label = if tasks > APART {
                        format!("{name} ({tasks} goroutines)")
                    } else {
                        format!("goroutine {number}: {name}")
                    };
                    (label, Kind::Goroutine)
                }
                Spot::At(func, at) => {
                    let (name, span) = machine.instruction(func, at);
                    match place(span) {
                        Some(place) => {
                            let library = place.file.starts_with("stdlib/");
                            let file = place.file.rsplit('/').next().unwrap_or_default();
                            let kind = if library { Kind::Library } else { Kind::Own };
                            (format!("{name} {file}:{}", place.line), kind)
                        }
                        None => (name.to_owned(), Kind::Library),
                    }
                }
                Spot::Elided => ("...".to_owned(), Kind::Machine),
                Spot::Collector => ("[garbage collection]".to_owned(), Kind::Machine),
                Spot::Compiler => ("[compiling]".to_owned(), Kind::Machine),
            };
            let below = (node.caller as usize != n).then(|| bar_of[node.caller as usize]);
            let bar = *known.entry((below, label.clone())).or_insert_with(|| {
                let at = flame.bars.len();
                flame.bars.push(Bar { label, kind, own: 0, all: 0, above: Vec::new() });
                match below {
                    Some(below) => flame.bars[below].above.push(at),
                    None => flame.roots.push(at),
                }
                at
            });
            flame.bars[bar].own += node.nanos;
            bar_of.push(bar);
        }
        for at in (0..flame.bars.len()).rev() {
            let above: i64 = flame.bars[at].above.iter().map(|&bar| flame.bars[bar].all).sum();
            flame.bars[at].all = flame.bars[at].own + above;
        }
        flame
    }

    /// Nanoseconds in all.
    pub fn nanos(&self) -> i64 {
        self.roots.iter().map(|&bar| self.bars[bar].all).sum()
    }

    /// A line for each stack: its bars from the goroutine on, with semicolons between them, and microseconds. Other tools for
    /// flame graphs read this.
    pub fn folded(&self) -> String {
        let mut out = String::new();
        let mut todo: Vec<(usize, String)> =
            self.roots.iter().rev().map(|&bar| (bar, String::new())).collect();
        while let Some((at, below)) = todo.pop() {
            let bar = &self.bars[at];
            let stack = format!("{below}{}{}", if below.is_empty() { "" } else { ";" }, bar.label);
            if bar.own >= 1000 {
                let _ = writeln!(out, "{stack} {}", bar.own / 1000);
            }
            todo.extend(bar.above.iter().rev().map(|&above| (above, stack.clone())));
        }
        out
    }

    /// The picture. In a browser a click on a bar makes it as wide as the picture, and pointing at one tells its time.
    pub fn svg(&self, title: &str) -> String {
        let total = self.nanos().max(1);
        // Where each bar is: from the left, as a share of the whole, and in which row from below.
        let mut placed: Vec<(usize, f64, usize)> = Vec::new();
        let mut todo: Vec<(usize, f64, usize)> = Vec::new();
        let line_up = |bars: &[usize], mut left: f64, row: usize, todo: &mut Vec<(usize, f64, usize)>| {
            let mut bars = bars.to_vec();
            bars.sort_by(|&a, &b| self.bars[a].label.cmp(&self.bars[b].label));
            for bar in bars {
                let share = self.bars[bar].all as f64 / total as f64;
                if share * WIDTH > LEAST {
                    todo.push((bar, left, row));
                }
                left += share;
            }
        };
        line_up(&self.roots, 0.0, 0, &mut todo);
        while let Some((bar, left, row)) = todo.pop() {
            placed.push((bar, left, row));
            line_up(&self.bars[bar].above, left, row + 1, &mut todo);
        }
        let rows = placed.iter().map(|&(.., row)| row + 1).max().unwrap_or(0);
        let height = HEAD + rows as f64 * BAR + FOOT;
        let mut out = String::new();
        let title = escape(title);
        let _ = write!(
            out,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" width=\"{WIDTH}\" height=\"{height}\" \
             font-family=\"monospace\" font-size=\"12\">\n<title>{title}</title>\n\
             <rect width=\"100%\" height=\"100%\" fill=\"#fffdf7\"/>\n\
             <text x=\"8\" y=\"24\" font-size=\"15\">{title}: {}</text>\n<g id=\"bars\">\n",
            time(total)
        );
        for (at, left, row) in placed {
            let bar = &self.bars[at];
            let share = bar.all as f64 / total as f64;
            let (x, width, y) = (left * WIDTH, share * WIDTH, height - FOOT - (row + 1) as f64 * BAR);
            let label = escape(&bar.label);
            let letters = ((width - 6.0) / LETTER).max(0.0) as usize;
            let _ = writeln!(
                out,
                "<g data-x=\"{left:.6}\" data-w=\"{share:.6}\" data-l=\"{label}\"><title>{label}\n{} ({:.1} %)</title>\
                 <rect x=\"{x:.2}\" y=\"{y}\" width=\"{width:.2}\" height=\"{}\" rx=\"1\" fill=\"{}\"/>\
                 <text x=\"{:.2}\" y=\"{}\">{}</text></g>",
                time(bar.all),
                100.0 * share,
                BAR - 1.0,
                color(bar),
                x + 3.0,
                y + 13.0,
                escape(&shortened(&bar.label, letters)),
            );
        }
        let _ = write!(out, "</g>\n<script>//<![CDATA[\n{ZOOM}//]]></script>\n</svg>\n");
        out
    }
}

/// Makes a bar that is clicked as wide as the picture; a click beside the bars shows all again.
const ZOOM: &str = "\
const bars = [...document.querySelectorAll('#bars g')];
function show(left, share) {
  for (const bar of bars) {
    const [rect, text] = [bar.querySelector('rect'), bar.querySelector('text')];
    const from = (bar.dataset.x - left) / share, wide = bar.dataset.w / share;
    const x = Math.max(0, from), end = Math.min(1, from + wide);
    bar.style.display = end - x > 1e-4 ? '' : 'none';
    rect.setAttribute('x', x * 1200); rect.setAttribute('width', Math.max(0, end - x) * 1200);
    const letters = Math.floor(((end - x) * 1200 - 6) / 7), label = bar.dataset.l;
    text.setAttribute('x', x * 1200 + 3);
    text.textContent = letters < 3 ? '' : label.length <= letters ? label : label.slice(0, letters - 2) + '..';
  }
}
document.documentElement.addEventListener('click', event => {
  const bar = event.target.closest('#bars g');
  if (bar) show(+bar.dataset.x, +bar.dataset.w); else show(0, 1);
});
";

/// As much of a label as there is room for.
fn shortened(label: &str, letters: usize) -> String {
    if label.chars().count() <= letters {
        label.to_owned()
    } else if letters < 3 {
        String::new()
    } else {
        label.chars().take(letters - 2).chain("..".chars()).collect()
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

fn time(nanos: i64) -> String {
    match nanos {
        1_000_000_000.. => format!("{:.2} s", nanos as f64 / 1e9),
        1_000_000.. => format!("{:.1} ms", nanos as f64 / 1e6),
        _ => format!("{:.1} µs", nanos as f64 / 1e3),
    }
}

/// Warm colours for the program, cold ones for the library; each function has its own.
fn color(bar: &Bar) -> String {
    let name = bar.label.split(' ').next().unwrap_or_default();
    let hash = name.bytes().fold(5381u32, |hash, byte| hash.wrapping_mul(33) ^ u32::from(byte));
    let spread = hash % 32;
    match bar.kind {
        Kind::Goroutine => "hsl(48 30% 82%)".to_owned(),
        Kind::Own => format!("hsl({} 85% {}%)", 14 + spread, 62 + hash / 32 % 8),
        Kind::Library => format!("hsl({} 45% {}%)", 180 + spread, 68 + hash / 32 % 8),
        Kind::Machine => "hsl(0 0% 76%)".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bar(label: &str, own: i64, above: &[usize]) -> Bar {
        Bar { label: label.into(), kind: Kind::Own, own, all: 0, above: above.to_vec() }
    }

    fn example() -> Flame {
        let mut bars = vec![
            bar("goroutine 1: main.main", 0, &[1]),
            bar("main.main a.go:3", 2_000_000, &[2]),
            bar("main.f[go.shape<int>] a.go:9", 6_000_000, &[]),
        ];
        for (at, all) in [(2, 6_000_000), (1, 8_000_000), (0, 8_000_000)] {
            bars[at].all = all;
        }
        Flame { bars, roots: vec![0] }
    }

    #[test]
    fn stacks_are_folded_with_their_own_time() {
        assert_eq!(
            example().folded(),
            "goroutine 1: main.main;main.main a.go:3 2000\n\
             goroutine 1: main.main;main.main a.go:3;main.f[go.shape<int>] a.go:9 6000\n"
        );
    }

    #[test]
    fn the_picture_has_a_bar_for_each_and_is_well_formed() {
        let svg = example().svg("a.go");
        assert_eq!(svg.matches("<g data-x").count(), 3);
        assert!(svg.contains("main.f[go.shape&lt;int&gt;] a.go:9\n6.0 ms (75.0 %)"), "{svg}");
        assert!(svg.contains("width=\"900.00\""), "{svg}");
    }
}
