//! Functions SQLite has no form for, added to every connection. What they compute is `domain::formula::maths`; here it
//! is only carried over, empty in, empty out.

use crate::Result;
use rusqlite::{
    Connection,
    functions::{Context, FunctionFlags},
    types::{FromSql, Value},
};
use satchel_domain::{currency::Currency, dates::Date, formula::maths, money};

/// What a function answers.
type Answer = rusqlite::Result<Value>;

/// A function: its name, how many values it takes, and what it computes of them.
type Function = (&'static str, i32, fn(&Context<'_>) -> Answer);

/// Adds them to a connection.
///
/// # Errors
/// As SQLite says.
pub fn add(conn: &Connection) -> Result<()> {
    let functions: &[Function] = &[
        // SQLite's own lower() and upper() know ASCII only
        ("lowered", 1, |call| one(call, |text: String| Some(text.to_lowercase()))),
        ("uppered", 1, |call| one(call, |text: String| Some(text.to_uppercase()))),
        ("formula_finite", 1, |call| one(call, maths::finite)),
        ("formula_floor", 1, |call| one(call, maths::floored)),
        ("formula_ceil", 1, |call| one(call, maths::ceiled)),
        ("formula_minor", 1, |call| one(call, maths::minor)),
        ("formula_text", 1, |call| one(call, maths::plain)),
        ("formula_unit", 1, |call| answer(currency(call, 0).map(Currency::minor_per_unit))),
        // smallest units, currency, decimals; a zero without a currency is the same in any
        ("formula_round_money", 3, |call| {
            let rounded = |minor: f64, decimals: f64| {
                #[expect(clippy::cast_precision_loss, reason = "10,000 at most")]
                let unit = currency(call, 1).map_or(1.0, |currency| currency.minor_per_unit() as f64);
                maths::minor(maths::rounded(minor / unit, decimals)? * unit)
            };
            let given = call.get::<Option<f64>>(0)?.zip(call.get::<Option<f64>>(2)?);
            answer(given.and_then(|(minor, decimals)| rounded(minor, decimals)))
        }),
        // a number as smallest units; without a currency only nothing is nothing
        ("formula_units", 2, |call| {
            let unit = call.get::<Option<f64>>(1)?;
            one(call, |number: f64| {
                maths::minor(unit.map_or_else(|| (number == 0.0).then_some(0.0), |unit| Some(number * unit))?)
            })
        }),
        ("formula_round", 2, |call| two(call, maths::rounded)),
        ("formula_days", 2, |call| two(call, |day: String, days: f64| day_text(maths::plus_days(&day, days)))),
        ("formula_months", 2, |call| two(call, |day: String, months: f64| day_text(maths::plus_months(&day, months)))),
        ("formula_left", 2, |call| two(call, |text: String, count: f64| maths::left(&text, count))),
        ("formula_right", 2, |call| two(call, |text: String, count: f64| maths::right(&text, count))),
        ("formula_amount", 2, |call| {
            let currency = currency(call, 1);
            one(call, |minor: i64| Some(format!("{} {}", money::plain(minor, currency?.decimals()), currency?.code())))
        }),
        ("formula_day", 3, |call| {
            let (year, month) = (call.get::<Option<f64>>(0)?, call.get::<Option<f64>>(1)?);
            let day = year.zip(month).zip(call.get::<Option<f64>>(2)?);
            answer(day.and_then(|((year, month), day)| day_text(maths::day(year, month, day))))
        }),
    ];
    for (name, count, function) in functions {
        let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC;
        conn.create_scalar_function(*name, *count, flags, *function)?;
    }
    Ok(())
}

/// A currency by its code, read where it lies: this is asked once a row.
fn currency(call: &Context<'_>, at: usize) -> Option<Currency> {
    Currency::parse(call.get_raw(at).as_str().ok()?).ok()
}

fn day_text(day: Option<Date>) -> Option<String> {
    day.map(|day| day.to_string())
}

fn answer(value: Option<impl Into<Value>>) -> Answer {
    Ok(value.map_or(Value::Null, Into::into))
}

fn one<A: FromSql, R: Into<Value>>(call: &Context<'_>, compute: impl Fn(A) -> Option<R>) -> Answer {
    answer(call.get::<Option<A>>(0)?.and_then(compute))
}

fn two<A: FromSql, B: FromSql, R: Into<Value>>(call: &Context<'_>, compute: impl Fn(A, B) -> Option<R>) -> Answer {
    answer(call.get::<Option<A>>(0)?.zip(call.get::<Option<B>>(1)?).and_then(|(one, other)| compute(one, other)))
}
