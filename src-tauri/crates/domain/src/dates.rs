//! Business days: dates without time and time zone, from 1900-01-01 to 9999-12-31, and the arithmetic sellers need.
//! Reading them from text is `date_text`; instants (UTC milliseconds) are plain integers elsewhere.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};
use std::{fmt, str::FromStr};
use thiserror::Error;

/// A calendar day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(NaiveDate);

/// Not a day of the calendar between 1900-01-01 and 9999-12-31.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("not_a_date")]
pub struct NotADate;

impl Date {
    /// A day by its numbers, if the calendar has it.
    #[must_use]
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        Self::from_naive(NaiveDate::from_ymd_opt(year, month, day)?)
    }

    /// A day of chrono's calendar, within our years.
    #[must_use]
    pub fn from_naive(day: NaiveDate) -> Option<Self> {
        (1900..=9999).contains(&day.year()).then_some(Self(day))
    }

    /// The same day for chrono.
    #[must_use]
    pub const fn naive(self) -> NaiveDate {
        self.0
    }

    /// Year, 1900 to 9999.
    #[must_use]
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// Month, 1 to 12.
    #[must_use]
    pub fn month(self) -> u32 {
        self.0.month()
    }

    /// Day of the month, 1 to 31.
    #[must_use]
    pub fn day(self) -> u32 {
        self.0.day()
    }

    /// Day of the week.
    #[must_use]
    pub fn weekday(self) -> Weekday {
        self.0.weekday()
    }

    /// The day `days` later, or earlier where negative.
    #[must_use]
    pub fn plus_days(self, days: i64) -> Option<Self> {
        let count = Days::new(days.unsigned_abs());
        let day = if days < 0 { self.0.checked_sub_days(count) } else { self.0.checked_add_days(count) };
        Self::from_naive(day?)
    }

    /// The same day `months` later (or earlier), at most the last of that month: 2024-01-31 and one is 2024-02-29.
    #[must_use]
    pub fn plus_months(self, months: i32) -> Option<Self> {
        let count = Months::new(months.unsigned_abs());
        let day = if months < 0 { self.0.checked_sub_months(count) } else { self.0.checked_add_months(count) };
        Self::from_naive(day?)
    }

    /// Calendar days from this day to `later`; negative where that is earlier.
    #[must_use]
    pub fn days_until(self, later: Self) -> i64 {
        later.0.signed_duration_since(self.0).num_days()
    }

    /// Working days (Monday to Friday) that passed since this day: those after it, up to and with `later`.
    /// From Friday to the Monday after it is one; 0 where `later` is not later.
    #[must_use]
    pub fn working_days_until(self, later: Self) -> i64 {
        let days = self.days_until(later);
        if days <= 0 {
            return 0;
        }
        let first = i64::from(self.weekday().num_days_from_monday()) + 1;
        let in_last_week = (first..first + days % 7).filter(|weekday| weekday % 7 < 5).count();
        days / 7 * 5 + i64::try_from(in_last_week).unwrap_or(0)
    }

    /// The next such weekday after this day: from a Friday, the next Friday is a week away.
    #[must_use]
    pub fn next(self, weekday: Weekday) -> Option<Self> {
        let ahead = 7 - i64::from(self.weekday().days_since(weekday));
        self.plus_days(ahead)
    }

    /// The first day of this month.
    #[must_use]
    pub fn month_start(self) -> Self {
        self.0.with_day(1).map_or(self, Self)
    }

    /// The last day of this month.
    #[must_use]
    pub fn month_end(self) -> Self {
        (28..=31).rev().find_map(|day| self.0.with_day(day)).map_or(self, Self)
    }
}

/// `YYYY-MM-DD`
impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}

/// `YYYY-MM-DD` and nothing else: the form in which days are stored and sent.
impl FromStr for Date {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, NotADate> {
        let shape = |(at, b): (usize, u8)| {
            if matches!(at, 4 | 7) { b == b'-' } else { b.is_ascii_digit() }
        };
        if text.len() != 10 || !text.bytes().enumerate().all(shape) {
            return Err(NotADate);
        }
        let number = |range: std::ops::Range<usize>| text[range].parse::<u32>().map_err(|_| NotADate);
        let year = i32::try_from(number(0..4)?).map_err(|_| NotADate)?;
        Self::new(year, number(5..7)?, number(8..10)?).ok_or(NotADate)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn date(text: &str) -> Date {
        text.parse().expect(text)
    }

    fn any_date() -> impl Strategy<Value = Date> {
        (0_i64..=2_958_463).prop_map(|days| date("1900-01-01").plus_days(days).expect("within the years"))
    }

    #[test]
    fn only_days_of_the_calendar_between_1900_and_9999_exist() {
        for text in ["1900-01-01", "9999-12-31", "2024-02-29", "2000-02-29"] {
            assert_eq!(date(text).to_string(), text);
        }
        for text in [
            "1899-12-31",
            "0000-00-00",
            "2023-02-29",
            "1900-02-29",
            "2024-13-01",
            "2024-1-1",
            "24-01-01",
            "2024/01/01",
            "2024-01-01T00:00",
            "+024-01-01",
            "２024-01-1",
            "",
        ] {
            assert_eq!(text.parse::<Date>(), Err(NotADate), "{text}");
        }
    }

    #[test]
    fn months_are_added_to_the_end_of_the_month_at_most() {
        let cases = [
            ("2024-01-31", 1, "2024-02-29"),
            ("2023-01-31", 1, "2023-02-28"),
            ("2024-01-15", 1, "2024-02-15"),
            ("2024-12-31", 2, "2025-02-28"),
            ("2024-03-31", -1, "2024-02-29"),
            ("2024-02-29", 12, "2025-02-28"),
            ("2024-05-31", 0, "2024-05-31"),
        ];
        for (from, months, expected) in cases {
            assert_eq!(date(from).plus_months(months), Some(date(expected)), "{from} and {months}");
        }
        assert_eq!(date("9999-12-01").plus_months(1), None);
        assert_eq!(date("1900-01-31").plus_months(-1), None);
    }

    #[test]
    fn working_days_leave_out_weekends() {
        let cases = [
            ("2024-03-01", "2024-03-04", 1), // Friday to Monday
            ("2024-03-01", "2024-03-02", 0), // Friday to Saturday
            ("2024-03-02", "2024-03-04", 1), // Saturday to Monday
            ("2024-03-04", "2024-03-11", 5), // a week
            ("2024-03-04", "2024-03-04", 0),
            ("2024-03-04", "2024-03-01", 0), // not later
            ("2024-03-03", "2024-03-29", 20),
        ];
        for (from, to, expected) in cases {
            assert_eq!(date(from).working_days_until(date(to)), expected, "{from} to {to}");
        }
    }

    #[test]
    fn the_next_weekday_is_always_ahead() {
        let friday = date("2024-03-01");
        assert_eq!(friday.next(Weekday::Fri), Some(date("2024-03-08")));
        assert_eq!(friday.next(Weekday::Sat), Some(date("2024-03-02")));
        assert_eq!(friday.next(Weekday::Thu), Some(date("2024-03-07")));
    }

    #[test]
    fn a_month_knows_its_first_and_last_day() {
        assert_eq!(date("2024-02-10").month_start(), date("2024-02-01"));
        assert_eq!(date("2024-02-10").month_end(), date("2024-02-29"));
        assert_eq!(date("2023-02-28").month_end(), date("2023-02-28"));
        assert_eq!(date("2024-12-31").month_end(), date("2024-12-31"));
    }

    proptest! {
        #[test]
        fn a_day_written_comes_back(day in any_date()) {
            prop_assert_eq!(day.to_string().parse(), Ok(day));
        }

        #[test]
        fn working_days_are_what_counting_finds(day in any_date(), span in 0_i64..800) {
            if let Some(later) = day.plus_days(span) {
                let counted = (1..=span).filter_map(|n| day.plus_days(n)).filter(|d| d.weekday().num_days_from_monday() < 5).count();
                prop_assert_eq!(day.working_days_until(later), i64::try_from(counted).expect("small"));
                prop_assert_eq!(day.days_until(later), span);
            }
        }
    }
}
