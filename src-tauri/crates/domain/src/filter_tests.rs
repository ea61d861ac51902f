//! What relative periods mean, which questions may be asked, and that neither depends on luck.

use super::*;
use proptest::prelude::*;

fn date(text: &str) -> Date {
    text.parse().expect(text)
}

fn days(period: Period, today: &str, week_start: Weekday) -> String {
    let found = period.days(date(today), week_start);
    let side = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
    format!("{}..{}", side(found.from), side(found.to))
}

#[test]
fn each_period_is_the_days_a_person_means_by_it() {
    let cases = [
        (Period::Today, "2026-11-22", "2026-11-22..2026-11-22"),
        (Period::Yesterday, "2026-03-01", "2026-02-28..2026-02-28"),
        (Period::Tomorrow, "2026-12-31", "2027-01-01..2027-01-01"),
        // a Sunday belongs to the week of the Monday before it
        (Period::ThisWeek, "2026-11-22", "2026-11-16..2026-11-22"),
        (Period::ThisWeek, "2026-11-16", "2026-11-16..2026-11-22"),
        (Period::LastWeek, "2026-11-22", "2026-11-09..2026-11-15"),
        (Period::NextWeek, "2026-12-30", "2027-01-04..2027-01-10"),
        (Period::ThisMonth, "2024-02-10", "2024-02-01..2024-02-29"),
        (Period::LastMonth, "2026-03-31", "2026-02-01..2026-02-28"),
        (Period::NextMonth, "2026-01-31", "2026-02-01..2026-02-28"),
        (Period::ThisQuarter, "2026-11-22", "2026-10-01..2026-12-31"),
        (Period::LastQuarter, "2026-02-14", "2025-10-01..2025-12-31"),
        (Period::NextQuarter, "2026-11-30", "2027-01-01..2027-03-31"),
        (Period::ThisYear, "2026-11-22", "2026-01-01..2026-12-31"),
        (Period::LastYear, "2024-02-29", "2023-01-01..2023-12-31"),
        (Period::NextYear, "2026-11-22", "2027-01-01..2027-12-31"),
        (Period::LastDays(1), "2026-11-22", "2026-11-22..2026-11-22"),
        (Period::LastDays(7), "2026-11-22", "2026-11-16..2026-11-22"),
        (Period::NextDays(30), "2026-11-22", "2026-11-22..2026-12-21"),
        (Period::BeforeToday, "2026-11-22", "..2026-11-21"),
        (Period::AfterToday, "2026-11-22", "2026-11-23.."),
    ];
    for (period, today, expected) in cases {
        assert_eq!(days(period, today, Weekday::Mon), expected, "{period:?} on {today}");
    }
}

#[test]
fn a_week_starts_where_the_reader_starts_it() {
    for (start, expected) in [
        (Weekday::Mon, "2026-11-16..2026-11-22"),
        (Weekday::Sun, "2026-11-22..2026-11-28"),
        (Weekday::Sat, "2026-11-21..2026-11-27"),
    ] {
        assert_eq!(days(Period::ThisWeek, "2026-11-22", start), expected, "{start}");
    }
}

#[test]
fn only_questions_that_make_sense_may_be_asked() {
    let eur = Currency::parse("EUR").expect("a currency");
    let usd = Currency::parse("USD").expect("a currency");
    let text = || Value::Text("x".into());
    let cases = [
        (Kind::Text, Operator::Contains, vec![text()], Ok(())),
        (Kind::Text, Operator::Lt, vec![text()], Err(Wrong::Operator)),
        (Kind::Text, Operator::In, vec![text(), text()], Ok(())),
        (Kind::Text, Operator::In, vec![], Err(Wrong::Values)),
        (Kind::Text, Operator::Eq, vec![Value::Number(1.0)], Err(Wrong::Value)),
        (Kind::Number, Operator::Between, vec![Value::Number(1.0), Value::Number(2.0)], Ok(())),
        (Kind::Number, Operator::Between, vec![Value::Number(1.0)], Err(Wrong::Values)),
        (Kind::Number, Operator::Eq, vec![Value::Number(f64::NAN)], Err(Wrong::Value)),
        (Kind::Money, Operator::Ge, vec![Value::Money(5, eur)], Ok(())),
        (Kind::Money, Operator::Between, vec![Value::Money(5, eur), Value::Money(9, usd)], Err(Wrong::Value)),
        (Kind::Date, Operator::InPeriod, vec![Value::Period(Period::ThisWeek)], Ok(())),
        (Kind::Date, Operator::InPeriod, vec![Value::Period(Period::LastDays(0))], Err(Wrong::Value)),
        (Kind::Date, Operator::Eq, vec![Value::Period(Period::Today)], Err(Wrong::Value)),
        (Kind::Instant, Operator::Lt, vec![Value::Date(date("2026-11-22"))], Ok(())),
        (Kind::Choice, Operator::In, vec![Value::Code("open".into())], Ok(())),
        (Kind::Choice, Operator::In, vec![Value::Id(Uuid::nil())], Err(Wrong::Value)),
        (Kind::Choices, Operator::NotIn, vec![Value::Id(Uuid::nil())], Ok(())),
        (Kind::Record, Operator::Eq, vec![Value::Id(Uuid::nil())], Ok(())),
        (Kind::YesNo, Operator::Eq, vec![Value::Yes(true)], Ok(())),
        (Kind::YesNo, Operator::IsSet, vec![], Err(Wrong::Operator)),
    ];
    for (kind, op, values, expected) in cases {
        let shown = format!("{kind:?} {op:?} {values:?}");
        assert_eq!(Condition { field: "f".into(), op, values }.check(kind), expected, "{shown}");
    }
}

#[test]
fn every_kind_offers_something_and_nothing_twice() {
    for kind in [
        Kind::Text,
        Kind::Number,
        Kind::Money,
        Kind::Percent,
        Kind::Date,
        Kind::Instant,
        Kind::Choice,
        Kind::Choices,
        Kind::YesNo,
        Kind::Record,
    ] {
        let offered: std::collections::BTreeSet<_> = kind.operators().iter().collect();
        assert!(!offered.is_empty() && offered.len() == kind.operators().len(), "{kind:?}");
    }
}

fn any_date() -> impl Strategy<Value = Date> {
    (0_i64..=2_000_000).prop_map(|days| date("1950-01-01").plus_days(days).expect("within the years"))
}

fn any_weekday() -> impl Strategy<Value = Weekday> {
    prop_oneof![Just(Weekday::Mon), Just(Weekday::Sun), Just(Weekday::Sat)]
}

proptest! {
    #[test]
    fn calendar_periods_follow_one_another_without_a_gap(today in any_date(), start in any_weekday()) {
        for (last, this, next) in [
            (Period::Yesterday, Period::Today, Period::Tomorrow),
            (Period::LastWeek, Period::ThisWeek, Period::NextWeek),
            (Period::LastMonth, Period::ThisMonth, Period::NextMonth),
            (Period::LastQuarter, Period::ThisQuarter, Period::NextQuarter),
            (Period::LastYear, Period::ThisYear, Period::NextYear),
        ] {
            let (last, this, next) = (last.days(today, start), this.days(today, start), next.days(today, start));
            prop_assert!(this.holds(today));
            prop_assert_eq!(last.to.and_then(|day| day.plus_days(1)), this.from);
            prop_assert_eq!(this.to.and_then(|day| day.plus_days(1)), next.from);
            prop_assert!(!last.holds(today) && !next.holds(today));
        }
    }

    #[test]
    fn a_day_is_before_today_or_today_or_after(today in any_date(), distance in -4000_i64..4000) {
        let Some(day) = today.plus_days(distance) else { return Ok(()) };
        let holds = [Period::BeforeToday, Period::Today, Period::AfterToday]
            .into_iter()
            .filter(|period| period.days(today, Weekday::Mon).holds(day))
            .count();
        prop_assert_eq!(holds, 1);
    }

    #[test]
    fn so_many_days_are_so_many(today in any_date(), count in 1_i64..4000) {
        for period in [Period::LastDays(count), Period::NextDays(count)] {
            let days = period.days(today, Weekday::Mon);
            prop_assert!(days.holds(today));
            if let (Some(from), Some(to)) = (days.from, days.to) {
                prop_assert_eq!(from.days_until(to) + 1, count);
            }
        }
    }

    #[test]
    fn every_day_of_a_stretch_has_the_same_stretch(today in any_date(), start in any_weekday(), into in 0_i64..400) {
        for grain in [Grain::Day, Grain::Week, Grain::Month, Grain::Quarter, Grain::Year] {
            let stretch = grain.around(today, start);
            prop_assert!(stretch.holds(today));
            if let Some(day) = stretch.from.and_then(|from| from.plus_days(into)).filter(|day| stretch.holds(*day)) {
                prop_assert_eq!(grain.around(day, start), stretch);
            }
        }
    }
}
