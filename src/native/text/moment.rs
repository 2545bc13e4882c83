//! Times as text, and texts as times, by the layouts of package time.

use super::calendar::{self, MONTHS, WEEKDAYS};
use super::int::Digits;
use super::layout::{Element, Offset, next_element};

/// What a time shows in its zone.
#[derive(Clone, Copy, Debug)]
pub struct Shown<'a> {
    /// Seconds since the year 1 on a clock of the zone.
    pub local: i64,
    /// Nanoseconds of the second.
    pub nsec: u32,
    /// How far the zone is ahead of UTC, in seconds.
    pub offset: i64,
    /// Its abbreviation, or nothing.
    pub zone: &'a [u8],
}

/// Appends a time as the layout has it.
pub fn format(out: &mut Vec<u8>, layout: &[u8], time: &Shown<'_>) {
    let (days, second) = calendar::split_day(time.local);
    let date = calendar::civil(days);
    let (year, day, month) = (date.year, date.day, date.month as i64);
    let mut at = 0;
    while let Some(place) = next_element(layout, at) {
        out.extend_from_slice(&layout[at..place.start]);
        at = place.end;
        match place.element {
            Element::LongYear => number(out, year, 4),
            Element::Year => number(out, (year % 100).abs(), 2),
            Element::Month { short } => name(out, MONTHS[date.month - 1], short),
            Element::NumMonth { zero } => number(out, month, least(zero)),
            Element::Weekday { short } => name(out, WEEKDAYS[calendar::weekday(days)], short),
            Element::Day { zero } => number(out, day, least(zero)),
            Element::UnderDay => padded(out, day, 2),
            Element::YearDay { zero: true } => number(out, calendar::year_day(date), 3),
            Element::YearDay { zero: false } => padded(out, calendar::year_day(date), 3),
            Element::Hour => number(out, second / 3600, 2),
            Element::Hour12 { zero } => number(out, (second / 3600 + 11) % 12 + 1, least(zero)),
            Element::Minute { zero } => number(out, second / 60 % 60, least(zero)),
            Element::Second { zero } => number(out, second % 60, least(zero)),
            Element::Pm { lower } => {
                let late = second >= calendar::DAY / 2;
                out.extend_from_slice(match (late, lower) {
                    (true, false) => b"PM",
                    (false, false) => b"AM",
                    (true, true) => b"pm",
                    (false, true) => b"am",
                });
            }
            Element::Offset(form) if form.zulu && time.offset == 0 => out.push(b'Z'),
            Element::Offset(form) => offset(out, time.offset, form),
            Element::ZoneName if time.zone.is_empty() => {
                offset(out, time.offset, Offset { zulu: false, colon: false, parts: 2 });
            }
            Element::ZoneName => out.extend_from_slice(time.zone),
            Element::Fraction { trim } => fraction(out, time.nsec, &layout[place.start..place.end], trim),
        }
    }
    out.extend_from_slice(&layout[at..]);
}

fn least(zero: bool) -> usize {
    if zero { 2 } else { 0 }
}

fn name(out: &mut Vec<u8>, name: &str, short: bool) {
    out.extend_from_slice(&name.as_bytes()[..if short { 3 } else { name.len() }]);
}

/// Appends a number with at least so many digits, besides the sign.
fn number(out: &mut Vec<u8>, n: i64, width: usize) {
    if (0..100).contains(&n) && width == 2 {
        out.extend_from_slice(&[b'0' + (n / 10) as u8, b'0' + (n % 10) as u8]);
        return;
    }
    if n < 0 {
        out.push(b'-');
    }
    let mut digits = Digits::default();
    let text = digits.uint(n.unsigned_abs(), 10);
    out.extend(std::iter::repeat_n(b'0', width.saturating_sub(text.len())));
    out.extend_from_slice(text);
}

/// Appends a number, with spaces before it.
fn padded(out: &mut Vec<u8>, n: i64, width: usize) {
    let mut digits = Digits::default();
    let text = digits.int(n, 10);
    out.extend(std::iter::repeat_n(b' ', width.saturating_sub(text.len())));
    out.extend_from_slice(text);
}

/// Appends an offset from UTC. The sign is that of the whole minutes; seconds may have another, if there are none.
fn offset(out: &mut Vec<u8>, seconds: i64, form: Offset) {
    let minutes = seconds / 60;
    let (sign, minutes, seconds) = if minutes < 0 {
        (b'-', minutes.wrapping_neg(), seconds.wrapping_neg())
    } else {
        (b'+', minutes, seconds)
    };
    out.push(sign);
    for (part, n) in
        [minutes / 60, minutes % 60, seconds % 60].into_iter().enumerate().take(form.parts.into())
    {
        if part > 0 && form.colon {
            out.push(b':');
        }
        number(out, n, 2);
    }
}

/// Appends a fraction of a second as the form says: a separator and as many digits, at most 9.
fn fraction(out: &mut Vec<u8>, nsec: u32, form: &[u8], trim: bool) {
    if trim && nsec == 0 {
        return;
    }
    let start = out.len();
    out.push(form[0]);
    number(out, nsec.into(), 9);
    out.truncate(start + form.len().min(10));
    if trim {
        while out.len() > start + 1 && out.last() == Some(&b'0') {
            out.pop();
        }
        if out.len() == start + 1 {
            out.pop();
        }
    }
}

/// A span of time, as `time.Duration` shows it: "1h15m30.918s". Less than a second is in the largest unit that gives a leading
/// digit.
pub fn duration(out: &mut Vec<u8>, d: i64) {
    if d < 0 {
        out.push(b'-');
    }
    let u = d.unsigned_abs();
    let part = |out: &mut Vec<u8>, whole: u64, rest: u64, digits: usize| {
        number(out, whole as i64, 0);
        if rest > 0 {
            out.push(b'.');
            number(out, rest as i64, digits);
            while out.last() == Some(&b'0') {
                out.pop();
            }
        }
    };
    match u {
        0 => out.extend_from_slice(b"0s"),
        1..1_000 => {
            number(out, u as i64, 0);
            out.extend_from_slice(b"ns");
        }
        1_000..1_000_000 => {
            part(out, u / 1_000, u % 1_000, 3);
            out.extend_from_slice("µs".as_bytes());
        }
        1_000_000..1_000_000_000 => {
            part(out, u / 1_000_000, u % 1_000_000, 6);
            out.extend_from_slice(b"ms");
        }
        _ => {
            let seconds = u / 1_000_000_000;
            if seconds >= 3600 {
                number(out, (seconds / 3600) as i64, 0);
                out.push(b'h');
            }
            if seconds >= 60 {
                number(out, (seconds / 60 % 60) as i64, 0);
                out.push(b'm');
            }
            part(out, seconds % 60, u % 1_000_000_000, 9);
            out.push(b's');
        }
    }
}

/// What the text of a time says of its zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Zone<'a> {
    /// Nothing.
    Unsaid,
    /// UTC.
    Utc,
    /// An offset in seconds, and a name if there is one.
    Offset(i64, &'a [u8]),
    /// Only a name.
    Name(&'a [u8]),
}

/// A time that was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Read<'a> {
    /// Seconds since the year 1, on a clock of the zone.
    pub local: i64,
    /// Nanoseconds of the second.
    pub nsec: i64,
    /// The zone.
    pub zone: Zone<'a>,
}

/// What is read of a time so far.
struct Reader<'a> {
    rest: &'a [u8],
    year: i64,
    month: i64,
    day: i64,
    hour: i64,
    min: i64,
    sec: i64,
    nsec: i64,
    am: bool,
    pm: bool,
    utc: bool,
    offset: Option<i64>,
    zone: &'a [u8],
}

/// Reads a time as the layout has it. `None` if anything is wrong or unusual: `stdlib/time/parse.pgo` then finds out what.
pub fn parse<'a>(layout: &[u8], value: &'a [u8]) -> Option<Read<'a>> {
    let mut r = Reader {
        rest: value,
        year: 0,
        month: 1,
        day: 1,
        hour: 0,
        min: 0,
        sec: 0,
        nsec: 0,
        am: false,
        pm: false,
        utc: false,
        offset: None,
        zone: b"",
    };
    let mut at = 0;
    while let Some(place) = next_element(layout, at) {
        r.skip(&layout[at..place.start])?;
        at = place.end;
        r.element(place.element, place.end - place.start, &layout[at..])?;
    }
    r.skip(&layout[at..])?;
    if !r.rest.is_empty() || r.day < 1 || r.day > calendar::days_in(r.month, r.year) {
        return None;
    }
    if r.pm && r.hour < 12 {
        r.hour += 12;
    } else if r.am && r.hour == 12 {
        r.hour = 0;
    }
    let days = calendar::days_since_year_1(r.year, r.month, r.day);
    let local = days * calendar::DAY + r.hour * 3600 + r.min * 60 + r.sec;
    let zone = match r.offset {
        _ if r.utc => Zone::Utc,
        Some(offset) => Zone::Offset(offset, r.zone),
        None if r.zone.is_empty() => Zone::Unsaid,
        None => Zone::Name(r.zone),
    };
    Some(Read { local, nsec: r.nsec, zone })
}

impl<'a> Reader<'a> {
    fn take(&mut self, n: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.rest.split_at_checked(n)?;
        self.rest = rest;
        Some(taken)
    }

    /// Reads text that must be there as it is. Spaces match any number of them.
    fn skip(&mut self, mut text: &[u8]) -> Option<()> {
        let cut = |s: &[u8]| s.iter().take_while(|&&byte| byte == b' ').count();
        while let Some(&byte) = text.first() {
            if byte == b' ' {
                let spaces = cut(self.rest);
                if spaces == 0 && !self.rest.is_empty() {
                    return None;
                }
                text = &text[cut(text)..];
                self.rest = &self.rest[spaces..];
                continue;
            }
            if self.take(1)? != [byte] {
                return None;
            }
            text = &text[1..];
        }
        Some(())
    }

    /// Reads so many digits.
    fn digits(&mut self, n: usize) -> Option<i64> {
        let text = self.take(n)?;
        let all = text.iter().all(u8::is_ascii_digit);
        all.then(|| text.iter().fold(0, |n, digit| n * 10 + i64::from(digit - b'0')))
    }

    /// Reads one digit or two, just two if both must be there, of a number in this range.
    fn number(&mut self, both: bool, range: std::ops::RangeInclusive<i64>) -> Option<i64> {
        let two = both || self.rest.get(1).is_some_and(u8::is_ascii_digit);
        self.digits(1 + usize::from(two)).filter(|n| range.contains(n))
    }

    /// Reads one of the names, in upper or lower case: its place.
    fn name(&mut self, names: &[&str], short: bool) -> Option<i64> {
        names
            .iter()
            .position(|name| {
                let name = &name.as_bytes()[..if short { 3 } else { name.len() }];
                let is = self.rest.get(..name.len()).is_some_and(|text| text.eq_ignore_ascii_case(name));
                if is {
                    self.rest = &self.rest[name.len()..];
                }
                is
            })
            .map(|at| at as i64)
    }

    /// How many bytes a fraction has that comes next: a separator and digits.
    fn fraction_len(&self) -> Option<usize> {
        let [b'.' | b',', digits @ ..] = self.rest else { return None };
        let n = digits.iter().take_while(|byte| byte.is_ascii_digit()).count();
        (n > 0).then_some(1 + n)
    }

    /// Reads a fraction of a second of so many bytes. Digits beyond the ninth count for nothing.
    fn fraction(&mut self, len: usize) -> Option<()> {
        let (b'.' | b',', digits) = self.take(len)?.split_first()? else { return None };
        let digits = &digits[..digits.len().min(9)];
        if !digits.iter().all(u8::is_ascii_digit) {
            return None;
        }
        let n = digits.iter().fold(0, |n, digit| n * 10 + i64::from(digit - b'0'));
        self.nsec = n * 10_i64.pow(9 - digits.len() as u32);
        Some(())
    }

    fn element(&mut self, element: Element, len: usize, following: &[u8]) -> Option<()> {
        match element {
            Element::LongYear => self.year = self.digits(4)?,
            // As Unix has it: time began at 0.
            Element::Year => {
                self.year = self.digits(2).map(|year| if year >= 69 { year + 1900 } else { year + 2000 })?;
            }
            Element::Month { short } => self.month = self.name(&MONTHS, short)? + 1,
            Element::NumMonth { zero } => self.month = self.number(zero, 1..=12)?,
            Element::Weekday { short } => {
                self.name(&WEEKDAYS, short)?;
            }
            Element::Day { zero } => self.day = self.number(zero, 0..=99)?,
            Element::UnderDay => {
                self.rest = self.rest.strip_prefix(b" ").unwrap_or(self.rest);
                self.day = self.number(false, 0..=99)?;
            }
            Element::YearDay { .. } => return None,
            Element::Hour => self.hour = self.number(false, 0..=23)?,
            Element::Hour12 { zero } => self.hour = self.number(zero, 0..=12)?,
            Element::Minute { zero } => self.min = self.number(zero, 0..=59)?,
            Element::Second { zero } => {
                self.sec = self.number(zero, 0..=59)?;
                // A fraction may follow even if the layout has none.
                if let Some(len) = self.fraction_len() {
                    let next = next_element(following, 0).map(|place| place.element);
                    if !matches!(next, Some(Element::Fraction { .. })) {
                        self.fraction(len)?;
                    }
                }
            }
            Element::Pm { lower } => match (self.take(2)?, lower) {
                (b"PM", false) | (b"pm", true) => self.pm = true,
                (b"AM", false) | (b"am", true) => self.am = true,
                _ => return None,
            },
            Element::Offset(form) if form.zulu && self.rest.first() == Some(&b'Z') => {
                self.take(1)?;
                self.utc = true;
            }
            Element::Offset(form) => self.offset(form)?,
            Element::ZoneName if self.rest.starts_with(b"UTC") => {
                self.take(3)?;
                self.utc = true;
            }
            Element::ZoneName => self.zone = self.zone_name()?,
            Element::Fraction { trim: false } => self.fraction(len)?,
            // It may be missing, and have more digits than the layout.
            Element::Fraction { trim: true } => {
                if let Some(len) = self.fraction_len() {
                    self.fraction(len)?;
                }
            }
        }
        Some(())
    }

    /// Reads an offset from UTC. Some write 24 hours, or 60 minutes.
    fn offset(&mut self, form: Offset) -> Option<()> {
        let negative = match self.take(1)? {
            b"+" => false,
            b"-" => true,
            _ => return None,
        };
        let mut parts = [0; 3];
        for (i, part) in parts.iter_mut().enumerate().take(form.parts.into()) {
            if i > 0 && form.colon && self.take(1)? != b":" {
                return None;
            }
            *part = self.number(true, 0..=if i == 0 { 24 } else { 60 })?;
        }
        let seconds = (parts[0] * 60 + parts[1]) * 60 + parts[2];
        if negative && seconds == 1 {
            return None; // Go takes -1 for none
        }
        self.offset = Some(if negative { -seconds } else { seconds });
        Some(())
    }

    /// Reads the abbreviation of a zone: three or four capitals and a T, or a few exceptions.
    fn zone_name(&mut self) -> Option<&'a [u8]> {
        let capitals = self.rest.iter().take(6).take_while(|byte| byte.is_ascii_uppercase()).count();
        let text = &self.rest[..capitals];
        match (text, self.rest.get(capitals)) {
            // Hours may follow.
            (b"GMT", Some(b'+' | b'-')) => None,
            ([_, _, _] | [_, _, _, b'T'] | b"WITA" | [_, _, _, _, b'T'], _) => self.take(capitals),
            _ => None,
        }
    }
}
