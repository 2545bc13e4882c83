//! Layouts of package time: the elements that stand in them for parts of a time, `stdlib/time/layout.pgo` in Rust.

/// The forms of an offset from UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Offset {
    /// `Z` stands for UTC.
    pub zulu: bool,
    /// A colon is between the parts.
    pub colon: bool,
    /// Hours; hours and minutes; seconds too.
    pub parts: u8,
}

/// An element of a layout. `Zero` ones have two digits at least.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Element {
    /// January; short: Jan
    Month { short: bool },
    /// 1, 01
    NumMonth { zero: bool },
    /// Monday; short: Mon
    Weekday { short: bool },
    /// 2, 02
    Day { zero: bool },
    /// _2
    UnderDay,
    /// __2, 002
    YearDay { zero: bool },
    /// 15
    Hour,
    /// 3, 03
    Hour12 { zero: bool },
    /// 4, 04
    Minute { zero: bool },
    /// 5, 05
    Second { zero: bool },
    /// 2006
    LongYear,
    /// 06
    Year,
    /// PM; lower: pm
    Pm { lower: bool },
    /// MST
    ZoneName,
    /// -07:00 and the like
    Offset(Offset),
    /// .000 or ,000; trim: .999
    Fraction { trim: bool },
}

/// An element, and where it lies in its layout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Where it begins.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// What it is.
    pub element: Element,
}

/// How offsets are written, behind the first character; the first that fits is meant.
const OFFSETS: [(&str, bool, u8); 5] =
    [("070000", false, 3), ("07:00:00", true, 3), ("0700", false, 2), ("07:00", true, 2), ("07", false, 1)];

/// The first element in the layout from a place on.
pub fn next_element(layout: &[u8], from: usize) -> Option<Place> {
    (from..layout.len()).find_map(|at| {
        let (skip, len, element) = element_at(&layout[at..])?;
        Some(Place { start: at + skip, end: at + skip + len, element })
    })
}

/// The element that a text begins with: what is before it, its length, and what it is.
fn element_at(rest: &[u8]) -> Option<(usize, usize, Element)> {
    let begins = |text: &str| rest.starts_with(text.as_bytes());
    let lower_at = |i: usize| rest.get(i).is_some_and(u8::is_ascii_lowercase);
    let found = |len, element| Some((0, len, element));
    match rest.first()? {
        b'J' if begins("January") => found(7, Element::Month { short: false }),
        b'J' if begins("Jan") && !lower_at(3) => found(3, Element::Month { short: true }),
        b'M' if begins("Monday") => found(6, Element::Weekday { short: false }),
        b'M' if begins("Mon") && !lower_at(3) => found(3, Element::Weekday { short: true }),
        b'M' if begins("MST") => found(3, Element::ZoneName),
        b'0' => match rest.get(1)? {
            b'1' => found(2, Element::NumMonth { zero: true }),
            b'2' => found(2, Element::Day { zero: true }),
            b'3' => found(2, Element::Hour12 { zero: true }),
            b'4' => found(2, Element::Minute { zero: true }),
            b'5' => found(2, Element::Second { zero: true }),
            b'6' => found(2, Element::Year),
            _ if begins("002") => found(3, Element::YearDay { zero: true }),
            _ => None,
        },
        b'1' if begins("15") => found(2, Element::Hour),
        b'1' => found(1, Element::NumMonth { zero: false }),
        b'2' if begins("2006") => found(4, Element::LongYear),
        b'2' => found(1, Element::Day { zero: false }),
        // An underscore, then the year.
        b'_' if begins("_2006") => Some((1, 4, Element::LongYear)),
        b'_' if begins("_2") => found(2, Element::UnderDay),
        b'_' if begins("__2") => found(3, Element::YearDay { zero: false }),
        b'3' => found(1, Element::Hour12 { zero: false }),
        b'4' => found(1, Element::Minute { zero: false }),
        b'5' => found(1, Element::Second { zero: false }),
        b'P' if begins("PM") => found(2, Element::Pm { lower: false }),
        b'p' if begins("pm") => found(2, Element::Pm { lower: true }),
        &sign @ (b'-' | b'Z') => {
            let (text, colon, parts) = OFFSETS.iter().find(|o| rest[1..].starts_with(o.0.as_bytes()))?;
            let offset = Offset { zulu: sign == b'Z', colon: *colon, parts: *parts };
            found(1 + text.len(), Element::Offset(offset))
        }
        b'.' | b',' => {
            let digit = *rest.get(1).filter(|digit| matches!(digit, b'0' | b'9'))?;
            let len = 1 + rest[1..].iter().take_while(|&&byte| byte == digit).count();
            // The fraction must end with these digits.
            let more = rest.get(len).is_some_and(u8::is_ascii_digit);
            if more { None } else { found(len, Element::Fraction { trim: digit == b'9' }) }
        }
        _ => None,
    }
}
