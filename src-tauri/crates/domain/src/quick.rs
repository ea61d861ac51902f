//! A deal in one line: "Acme heat pump 12k fri" is a title, a value and a day.
//! Only what is certain is taken out of the line; everything else stays in the title.

use crate::{amount::Amount, currency::Currency, dates::Date};
use chrono::{Datelike, Days, NaiveDate, Weekday};

/// What a line says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quick {
    /// The rest of the line.
    pub title: String,
    /// Minor units and currency code.
    pub value: Option<(i64, String)>,
    /// The day meant.
    pub date: Option<NaiveDate>,
}

/// Takes a line apart. `home` is the currency of amounts that name none.
#[must_use]
pub fn parse(line: &str, home: &str, today: NaiveDate) -> Quick {
    let mut words: Vec<&str> = line.split_whitespace().collect();
    let mut date = None;
    let mut value = None;
    // facts stand at the end of the line, in either order; the title keeps at least one word
    while words.len() > 1 {
        let last = words[words.len() - 1];
        if date.is_none()
            && let Some(day) = day_word(last, today)
        {
            date = Some(day);
        } else if value.is_none()
            && let Some(found) = amount_word(last, home)
        {
            value = Some(found);
        } else {
            break;
        }
        words.pop();
    }
    Quick { title: words.join(" "), value, date }
}

fn amount_word(word: &str, home: &str) -> Option<(i64, String)> {
    let marked = word.chars().any(|c| "kKmM€$£¥".contains(c)) || word.chars().filter(char::is_ascii_digit).count() >= 3;
    if !marked || !word.chars().any(|c| c.is_ascii_digit()) {
        return None;
    }
    let money = Amount::read_quick(word, None).ok()?.money(Currency::parse(home).ok()).ok()?;
    Some((money.minor(), money.currency().code().to_owned()))
}

fn day_word(word: &str, today: NaiveDate) -> Option<NaiveDate> {
    let word = word.trim_end_matches('.').to_lowercase();
    if let Ok(day) = word.parse::<Date>() {
        return Some(day.naive());
    }
    match word.as_str() {
        "today" | "aujourd'hui" | "今天" => return Some(today),
        "tomorrow" | "demain" | "明天" => return today.checked_add_days(Days::new(1)),
        _ => {}
    }
    let weekday = match word.as_str() {
        "mon" | "monday" | "lun" | "lundi" | "周一" => Weekday::Mon,
        "tue" | "tuesday" | "mar" | "mardi" | "周二" => Weekday::Tue,
        "wed" | "wednesday" | "mer" | "mercredi" | "周三" => Weekday::Wed,
        "thu" | "thursday" | "jeu" | "jeudi" | "周四" => Weekday::Thu,
        "fri" | "friday" | "ven" | "vendredi" | "周五" => Weekday::Fri,
        "sat" | "saturday" | "sam" | "samedi" | "周六" => Weekday::Sat,
        "sun" | "sunday" | "dim" | "dimanche" | "周日" => Weekday::Sun,
        _ => return None,
    };
    let ahead = (7 + weekday.num_days_from_monday() - today.weekday().num_days_from_monday()) % 7;
    today.checked_add_days(Days::new(if ahead == 0 { 7 } else { u64::from(ahead) }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_come_apart_only_where_they_are_certain() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).expect("a Sunday");
        let day = |d| NaiveDate::from_ymd_opt(2026, 11, d);
        let cases = [
            ("Acme heat pump 12k fri", "Acme heat pump", Some(1_200_000), day(27)),
            ("Acme heat pump fri 12k", "Acme heat pump", Some(1_200_000), day(27)),
            ("Boiler 55 kW", "Boiler 55 kW", None, None),
            ("CNC lathe 126500", "CNC lathe", Some(12_650_000), None),
            ("Phase 2", "Phase 2", None, None),
            ("12k", "12k", None, None),
            ("Visite demain", "Visite", None, day(23)),
            ("Visite 2026-11-23", "Visite", None, day(23)),
            ("Visite 10-12-24", "Visite 10-12-24", None, None),
            ("东莞立新塑胶 97000 周五", "东莞立新塑胶", Some(9_700_000), day(27)),
        ];
        for (line, title, value, date) in cases {
            let quick = parse(line, "EUR", today);
            assert_eq!(
                (quick.title.as_str(), quick.value.map(|value| value.0), quick.date),
                (title, value, date),
                "{line}"
            );
        }
    }
}
