//! The Gregorian calendar, carried on in both directions, and the names that package time gives to its parts.
//!
//! Days count from January 1 of the year 1. A year is taken to begin in March, so that the leap day is its last; see Howard
//! Hinnant, "chrono-Compatible Low-Level Date Algorithms". All wraps around, as it does in the language.

/// Days of the 400 years after which the calendar repeats.
const DAYS_PER_400_YEARS: i64 = 365 * 400 + 97;

/// Seconds of a day.
pub const DAY: i64 = 86_400;

/// Days of the years that go by from the earliest one that a time can show to the year 1.
const DAYS_BEFORE_YEAR_1: i64 = 730_692_556 * DAYS_PER_400_YEARS;

/// The months, from January on.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The days of the week, from Sunday on.
pub const WEEKDAYS: [&str; 7] =
    ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

/// Year, month (from 1) and day of the month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Civil {
    /// The year; 0 is before 1.
    pub year: i64,
    /// From 1 to 12.
    pub month: usize,
    /// From 1 on.
    pub day: i64,
}

/// The date of a day.
pub fn civil(days: i64) -> Civil {
    let days = days.wrapping_add(306);
    let (era, d) = (days.div_euclid(DAYS_PER_400_YEARS), days.rem_euclid(DAYS_PER_400_YEARS));
    let y = (d - d / 1460 + d / 36_524 - d / 146_096) / 365;
    let d = d - (y * 365 + y / 4 - y / 100);
    let m = (5 * d + 2) / 153;
    let day = d - (153 * m + 2) / 5 + 1;
    let year = era * 400 + y;
    if m < 10 {
        Civil { year, month: m as usize + 3, day }
    } else {
        Civil { year: year + 1, month: m as usize - 9, day }
    }
}

/// The day of a date, the inverse of [`civil`]; the day of the month may be any number.
pub fn days_since_year_1(year: i64, month: i64, day: i64) -> i64 {
    let (year, m) = if month < 3 { (year.wrapping_sub(1), month + 9) } else { (year, month - 3) };
    let (era, y) = (year.div_euclid(400), year.rem_euclid(400));
    let day_of_year = (153 * m + 2) / 5;
    era.wrapping_mul(DAYS_PER_400_YEARS)
        .wrapping_add(y * 365 + y / 4 - y / 100 + day_of_year)
        .wrapping_add(day)
        .wrapping_sub(307)
}

/// Whether the year has a leap day.
pub fn is_leap(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

/// The days of a month, which is 1 to 12.
pub fn days_in(month: i64, year: i64) -> i64 {
    match month {
        2 => 28 + i64::from(is_leap(year)),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// The day of the year, from 1 on.
pub fn year_day(date: Civil) -> i64 {
    let first = days_since_year_1(date.year, 1, 1);
    days_since_year_1(date.year, date.month as i64, date.day) - first + 1
}

/// The day of the week: 0 is Sunday. January 1 of the year 1 was a Monday.
pub fn weekday(days: i64) -> usize {
    days.wrapping_add(1).rem_euclid(7) as usize
}

/// Divides seconds since the year 1 into days and seconds of the day. An offset may have carried them beyond 63 bits, so it
/// counts from the earliest year, without sign.
pub fn split_day(local: i64) -> (i64, i64) {
    let from_earliest = (local as u64).wrapping_add((DAYS_BEFORE_YEAR_1 as u64).wrapping_mul(DAY as u64));
    ((from_earliest / DAY as u64) as i64 - DAYS_BEFORE_YEAR_1, (from_earliest % DAY as u64) as i64)
}

#[cfg(test)]
mod tests {
    use super::{civil, days_in, days_since_year_1, weekday, year_day};

    #[test]
    fn each_day_of_800_years_has_a_date_of_its_own() {
        let (mut year, mut month, mut day) = (-400, 1, 1);
        let first = days_since_year_1(-400, 1, 1);
        let mut of_year = 1;
        for days in first..first + 800 * 365 {
            let date = civil(days);
            assert_eq!((date.year, date.month as i64, date.day), (year, month, day));
            assert_eq!(days_since_year_1(year, month, day), days);
            assert_eq!(year_day(date), of_year);
            day += 1;
            of_year += 1;
            if day > days_in(month, year) {
                (month, day) = (month + 1, 1);
            }
            if month > 12 {
                (year, month, of_year) = (year + 1, 1, 1);
            }
        }
        assert_eq!(weekday(days_since_year_1(2006, 1, 2)), 1);
    }
}
