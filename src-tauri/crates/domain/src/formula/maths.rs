//! What functions of formulas compute where SQL has no form for it. Nothing comes out where nothing sensible can.

use crate::{dates::Date, money};

/// Most decimals a number is rounded to, and most zeros.
const DECIMALS: f64 = 15.0;

/// To so many decimals (negative: tens, hundreds ...), half away from zero. What a number is in print counts: 2.675 becomes
/// 2.68 although the machine keeps a little less.
#[must_use]
pub fn rounded(number: f64, decimals: f64) -> Option<f64> {
    scaled(number, decimals, |whole| {
        // as long as the nudge is far below a half
        let nudge = if whole.abs() < 1e13 { 4.0 * f64::EPSILON } else { 0.0 };
        let nudged = whole.abs() * (1.0 + nudge);
        nudged.round().copysign(whole)
    })
}

/// Down to a whole one.
#[must_use]
pub fn floored(number: f64) -> Option<f64> {
    finite(number.floor())
}

/// Up to a whole one.
#[must_use]
pub fn ceiled(number: f64) -> Option<f64> {
    finite(number.ceil())
}

fn scaled(number: f64, decimals: f64, round: impl Fn(f64) -> f64) -> Option<f64> {
    let decimals = decimals.trunc();
    if !(-DECIMALS..=DECIMALS).contains(&decimals) {
        return if decimals > 0.0 { finite(number) } else { None };
    }
    let power = 10_f64.powi(whole(decimals.abs())?);
    let (up, down) = if decimals < 0.0 { (1.0 / power, power) } else { (power, 1.0 / power) };
    let large = number * up;
    // beyond 2^53 there are no decimals left to round
    if large.abs() >= 9_007_199_254_740_992.0 {
        return finite(number);
    }
    finite(if decimals < 0.0 { round(large) * down } else { round(large) / power })
}

/// A number that can be shown, zero without a sign.
#[must_use]
pub fn finite(number: f64) -> Option<f64> {
    number.is_finite().then_some(number + 0.0)
}

#[expect(clippy::cast_possible_truncation, reason = "checked to lie within the integers")]
fn whole(number: f64) -> Option<i32> {
    (number.abs() <= 1e9).then(|| number.trunc() as i32)
}

/// Smallest units of a currency, half away from zero; nothing beyond the largest amount.
#[must_use]
#[expect(clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "checked to be an amount")]
pub fn minor(number: f64) -> Option<i64> {
    let rounded = rounded(number, 0.0)?;
    (rounded.abs() <= money::LARGEST as f64).then_some(rounded as i64)
}

/// So many days later; parts of days are left out.
#[must_use]
pub fn plus_days(day: &str, days: f64) -> Option<Date> {
    day.parse::<Date>().ok()?.plus_days(i64::from(whole(days)?))
}

/// So many months later, at most at the end of that month.
#[must_use]
pub fn plus_months(day: &str, months: f64) -> Option<Date> {
    day.parse::<Date>().ok()?.plus_months(whole(months)?)
}

/// The day of a year, a month and a day, if the calendar has it.
#[must_use]
pub fn day(year: f64, month: f64, day: f64) -> Option<Date> {
    let positive = |number: f64| u32::try_from(whole(number)?).ok();
    Date::new(whole(year)?, positive(month)?, positive(day)?)
}

/// So many characters from the start.
#[must_use]
pub fn left(text: &str, count: f64) -> Option<String> {
    Some(text.chars().take(usize::try_from(whole(count)?.max(0)).ok()?).collect())
}

/// So many characters from the end.
#[must_use]
pub fn right(text: &str, count: f64) -> Option<String> {
    let count = usize::try_from(whole(count)?.max(0)).ok()?;
    let length = text.chars().count();
    Some(text.chars().skip(length.saturating_sub(count)).collect())
}

/// A number as text, with a point and no more decimals than it has.
#[must_use]
pub fn plain(number: f64) -> Option<String> {
    let number = rounded(number, 12.0)?;
    Some(format!("{number}"))
}
