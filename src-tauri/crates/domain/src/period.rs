//! Periods a report covers: which days they are, the period they are compared with, and the steps a chart shows.
//! And the one ratio they all show.

use crate::dates::Date;

/// A period as a person names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Period {
    /// This month and the eleven before it.
    LastTwelveMonths,
    /// The quarter of today.
    ThisQuarter,
    /// The quarter before it.
    LastQuarter,
    /// The calendar year of today.
    ThisYear,
    /// The calendar year before it.
    LastYear,
    /// Between two days, both included.
    Days(Span),
}

/// Days from the first to the last, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// First day.
    pub first: Date,
    /// Last day.
    pub last: Date,
}

/// How wide the steps of a chart are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Calendar months.
    Month,
    /// Calendar quarters.
    Quarter,
    /// Calendar years.
    Year,
}

/// Steps a chart still shows well; longer spans take the next unit.
const MOST_STEPS: i32 = 24;

impl Span {
    /// None when the days are in the wrong order.
    #[must_use]
    pub fn new(first: Date, last: Date) -> Option<Self> {
        (first <= last).then_some(Self { first, last })
    }

    fn whole_months(self) -> bool {
        self.first == self.first.month_start() && self.last == self.last.month_end()
    }

    /// The span of the same length just before. Days still to come have nothing to be compared with, so a span that is
    /// not over yet is compared with as much of the one before.
    #[must_use]
    pub fn before(self, today: Date) -> Option<Self> {
        let end = if self.first <= today && today < self.last { today } else { self.last };
        if self.whole_months() {
            let months = months_between(self.first, self.last) + 1;
            let first = self.first.plus_months(-months)?;
            let last = if end == self.last { self.first.plus_days(-1)? } else { end.plus_months(-months)? };
            Self::new(first, last)
        } else {
            let days = self.first.days_until(self.last) + 1;
            Self::new(self.first.plus_days(-days)?, end.plus_days(-days)?)
        }
    }

    /// The steps of a chart over this span, oldest first. What is too far back for the last years shown counts to the oldest step.
    #[must_use]
    pub fn steps(self) -> (Unit, Vec<Self>) {
        let months = months_between(self.first, self.last) + 1;
        let (unit, width) = if months <= MOST_STEPS {
            (Unit::Month, 1)
        } else if months <= MOST_STEPS * 3 {
            (Unit::Quarter, 3)
        } else {
            (Unit::Year, 12)
        };
        let mut steps = Vec::new();
        let mut last = self.last;
        for shown in 1..=MOST_STEPS {
            let start = step_start(last, width);
            let first = if shown == MOST_STEPS || start <= self.first { self.first } else { start };
            steps.push(Self { first, last });
            match start.plus_days(-1) {
                Some(day) if first > self.first => last = day,
                _ => break,
            }
        }
        steps.reverse();
        (unit, steps)
    }
}

impl Period {
    /// The days it covers, seen from today; None only at the ends of the calendar.
    #[must_use]
    pub fn span(self, today: Date) -> Option<Span> {
        let month = today.month_start();
        let whole = |first: Date, months: i32| Span::new(first, first.plus_months(months - 1)?.month_end());
        match self {
            Self::LastTwelveMonths => whole(month.plus_months(-11)?, 12),
            Self::ThisQuarter => whole(step_start(today, 3), 3),
            Self::LastQuarter => whole(step_start(today, 3).plus_months(-3)?, 3),
            Self::ThisYear => whole(step_start(today, 12), 12),
            Self::LastYear => whole(step_start(today, 12).plus_months(-12)?, 12),
            Self::Days(span) => Some(span),
        }
    }
}

/// Won of won and lost, in hundredths of a percent; None when neither happened. What ended without an outcome does not count.
#[must_use]
pub const fn win_rate(won: i64, lost: i64) -> Option<i64> {
    let ended = won + lost;
    if ended > 0 { Some((won * 10_000 + ended / 2) / ended) } else { None }
}

fn months_between(first: Date, last: Date) -> i32 {
    (last.year() - first.year()) * 12 + last.month().cast_signed() - first.month().cast_signed()
}

/// The first day of the step of this many months a day lies in.
fn step_start(day: Date, months: u32) -> Date {
    let back = (day.month() - 1) % months;
    day.month_start().plus_months(-back.cast_signed()).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().expect("a day")
    }

    fn span(first: &str, last: &str) -> Span {
        Span::new(day(first), day(last)).expect("in order")
    }

    #[test]
    fn each_period_has_its_days_and_the_ones_it_is_compared_with() {
        let today = day("2026-11-22");
        for (period, days, before) in [
            (Period::LastTwelveMonths, ("2025-12-01", "2026-11-30"), ("2024-12-01", "2025-11-22")),
            (Period::ThisQuarter, ("2026-10-01", "2026-12-31"), ("2026-07-01", "2026-08-22")),
            (Period::LastQuarter, ("2026-07-01", "2026-09-30"), ("2026-04-01", "2026-06-30")),
            (Period::ThisYear, ("2026-01-01", "2026-12-31"), ("2025-01-01", "2025-11-22")),
            (Period::LastYear, ("2025-01-01", "2025-12-31"), ("2024-01-01", "2024-12-31")),
            (
                Period::Days(span("2026-11-03", "2026-11-09")),
                ("2026-11-03", "2026-11-09"),
                ("2026-10-27", "2026-11-02"),
            ),
        ] {
            let found = period.span(today).expect("within the calendar");
            assert_eq!(found, span(days.0, days.1), "{period:?}");
            assert_eq!(found.before(today), Some(span(before.0, before.1)), "before {period:?}");
        }
    }

    #[test]
    fn steps_cover_every_day_once_and_stay_few() {
        for (days, unit, count) in [
            (span("2025-12-01", "2026-11-30"), Unit::Month, 12),
            (span("2026-11-03", "2026-11-09"), Unit::Month, 1),
            (span("2024-01-15", "2025-12-02"), Unit::Month, 24),
            (span("2023-02-15", "2026-11-22"), Unit::Quarter, 16),
            (span("2016-10-20", "2026-11-22"), Unit::Year, 11),
            (span("1900-01-01", "2026-11-22"), Unit::Year, 24),
        ] {
            let (found, steps) = days.steps();
            assert_eq!((found, steps.len()), (unit, count), "{days:?}");
            assert_eq!((steps[0].first, steps[steps.len() - 1].last), (days.first, days.last));
            for pair in steps.windows(2) {
                assert_eq!(pair[0].last.plus_days(1), Some(pair[1].first), "no gap in {days:?}");
            }
        }
    }

    #[test]
    fn the_win_rate_is_won_of_won_and_lost() {
        for (won, lost, rate) in [
            (0, 0, None),
            (0, 3, Some(0)),
            (2, 0, Some(10_000)),
            (31, 45, Some(4_079)),
            (1, 2, Some(3_333)),
            (2, 1, Some(6_667)),
        ] {
            assert_eq!(win_rate(won, lost), rate, "{won} won, {lost} lost");
        }
    }

    #[test]
    fn days_in_the_wrong_order_are_no_span() {
        assert_eq!(Span::new(day("2026-11-23"), day("2026-11-22")), None);
    }
}
