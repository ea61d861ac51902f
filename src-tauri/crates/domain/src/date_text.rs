//! Days as people and programs write them, read by a known order of day, month and year. Without one, a text is read only
//! if all orders agree. A time behind the day is dropped as written; names of months are not read.

use crate::dates::Date;
use thiserror::Error;

/// In which order a date is written, or which spreadsheet counted it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DateFormat {
    /// 2024-01-31, 2024/1/31, 2024年1月31日, 20240131
    YearFirst,
    /// 1/31/2024
    MonthFirst,
    /// 31/1/2024, 31.01.2024, 31-1-24
    DayFirst,
    /// Days since 1900 as spreadsheets count them (45322); only where the user says so.
    Excel1900,
    /// Days since 1904, as old Macintosh spreadsheets count them.
    Excel1904,
}

/// Why a text is not read as a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum DateError {
    /// No day of the calendar in this format.
    #[error("not_a_date")]
    NotADate,
    /// "03/04/05": the orders disagree and none is known.
    #[error("ambiguous_date")]
    Ambiguous,
}

impl DateFormat {
    /// The formats that a text can show by itself, without being told.
    pub const WRITTEN: [Self; 3] = [Self::YearFirst, Self::MonthFirst, Self::DayFirst];

    /// Reads a day written in this format.
    pub fn read(self, text: &str) -> Result<Date, DateError> {
        match self {
            Self::Excel1900 => serial(text).and_then(excel_1900),
            Self::Excel1904 => serial(text).and_then(|days| Date::new(1904, 1, 1)?.plus_days(days)),
            Self::YearFirst | Self::MonthFirst | Self::DayFirst => {
                Parts::of(text).and_then(|parts| parts.in_order(self))
            }
        }
        .ok_or(DateError::NotADate)
    }
}

/// Every written format that makes a day of the text. "03.04.2024" is never month first: points are not written that way.
#[must_use]
pub fn readings(text: &str) -> Vec<(DateFormat, Date)> {
    let Some(parts) = Parts::of(text) else {
        return Vec::new();
    };
    let written = DateFormat::WRITTEN.into_iter().filter(|format| parts.is_usual(*format));
    written.filter_map(|format| Some((format, parts.in_order(format)?))).collect()
}

/// Reads a day in a known format, or, without one, a day on which all possible orders agree.
pub fn read(text: &str, format: Option<DateFormat>) -> Result<Date, DateError> {
    if let Some(format) = format {
        return format.read(text);
    }
    let readings = readings(text);
    let (_, first) = readings.first().ok_or(DateError::NotADate)?;
    if readings.iter().all(|(_, day)| day == first) { Ok(*first) } else { Err(DateError::Ambiguous) }
}

/// Three numbers as written, each with its count of digits.
struct Parts {
    numbers: [(u32, usize); 3],
    separator: char,
}

impl Parts {
    fn of(text: &str) -> Option<Self> {
        let text = text.trim();
        if text.len() > 48 {
            return None;
        }
        let (first, rest) = leading_digits(text)?;
        if first.1 == 8 && is_time_or_nothing(rest) {
            let number = first.0;
            return Some(Self {
                numbers: [(number / 10_000, 4), (number / 100 % 100, 2), (number % 100, 2)],
                separator: '\0',
            });
        }
        let (separator, rest) = separated(rest)?;
        let (second, rest) = leading_digits(rest)?;
        let (again, rest) = separated(rest)?;
        let (third, rest) = leading_digits(rest)?;
        let same = again == separator || (separator == '年' && again == '月');
        let rest = rest.strip_prefix(['日', '.']).unwrap_or(rest);
        (same && is_time_or_nothing(rest)).then_some(Self { numbers: [first, second, third], separator })
    }

    /// Whether people write this order with this separator.
    const fn is_usual(&self, format: DateFormat) -> bool {
        match self.separator {
            '\0' => false, // 20240131 looks like any number: only where the user says so
            '年' => matches!(format, DateFormat::YearFirst),
            '.' => !matches!(format, DateFormat::MonthFirst),
            _ => true,
        }
    }

    fn in_order(&self, format: DateFormat) -> Option<Date> {
        let [one, two, three] = self.numbers;
        let (year, month, day) = match format {
            DateFormat::YearFirst => (one, two, three),
            DateFormat::MonthFirst => (three, one, two),
            DateFormat::DayFirst => (three, two, one),
            DateFormat::Excel1900 | DateFormat::Excel1904 => return None,
        };
        if self.separator == '年' && !matches!(format, DateFormat::YearFirst) || month.1 > 2 || day.1 > 2 {
            return None;
        }
        Date::new(full_year(year)?, month.0, day.0)
    }
}

/// Four digits as they are; two digits mean 1970 to 2069.
fn full_year((year, digits): (u32, usize)) -> Option<i32> {
    let year = i32::try_from(year).ok()?;
    match digits {
        4 => Some(year),
        2 if year < 70 => Some(2000 + year),
        2 => Some(1900 + year),
        _ => None,
    }
}

/// The digits at the start: their number, their count, and what follows.
fn leading_digits(text: &str) -> Option<((u32, usize), &str)> {
    let mut number = 0_u32;
    let mut count = 0;
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let Some(digit) = c.to_digit(10).or_else(|| wide_digit(c)) else {
            break;
        };
        number = number.checked_mul(10)?.checked_add(digit)?;
        count += 1;
        rest = &rest[c.len_utf8()..];
    }
    (count > 0 && count <= 8).then_some(((number, count), rest))
}

/// Digits of other scripts: wide, Arabic and Persian ones.
fn wide_digit(c: char) -> Option<u32> {
    ['０', '٠', '۰'].into_iter().find_map(|zero| u32::from(c).checked_sub(u32::from(zero)).filter(|digit| *digit < 10))
}

/// A separator with blanks around it ("5. 3. 2024").
fn separated(text: &str) -> Option<(char, &str)> {
    let text = text.trim_start();
    let separator = text.chars().next().filter(|c| matches!(c, '-' | '/' | '.' | '年' | '月'))?;
    Some((separator, text[separator.len_utf8()..].trim_start()))
}

/// What may follow a day: nothing, or a time of day with its zone.
fn is_time_or_nothing(rest: &str) -> bool {
    let Some(time) = rest.strip_prefix(['T', 't', ' ', '\u{a0}', ',']).map(str::trim) else {
        return rest.is_empty();
    };
    if time.is_empty() {
        return true;
    }
    let known = |c: char| {
        c.is_ascii_digit()
            || matches!(c, ':' | '.' | ',' | '+' | '-' | ' ' | '\u{202f}' | '\u{a0}')
            || "ZzAaPpMmUTCG".contains(c)
    };
    time.starts_with(|c: char| c.is_ascii_digit()) && time.contains(':') && time.chars().all(known)
}

/// The whole days of a spreadsheet's serial number; a fraction is the time of day.
fn serial(text: &str) -> Option<i64> {
    let text = text.trim();
    let (days, time) = text.split_once(['.', ',']).unwrap_or((text, ""));
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    (!days.is_empty() && days.len() <= 7 && digits(days) && digits(time)).then(|| days.parse().ok()).flatten()
}

/// 1 is 1900-01-01. The sheet believes in a 1900-02-29 (60), which is refused.
fn excel_1900(days: i64) -> Option<Date> {
    match days {
        ..=0 | 60 => None,
        1..=59 => Date::new(1900, 1, 1)?.plus_days(days - 1),
        61.. => Date::new(1900, 3, 1)?.plus_days(days - 61),
    }
}

#[cfg(test)]
mod tests {
    use super::{
        DateError::{Ambiguous, NotADate},
        DateFormat::{DayFirst, Excel1900, Excel1904, MonthFirst, YearFirst},
        *,
    };
    use proptest::prelude::*;

    #[test]
    fn each_format_reads_its_own_way_of_writing() {
        let cases = [
            ("2024-01-31", YearFirst, "2024-01-31"),
            ("2024/1/31", YearFirst, "2024-01-31"),
            ("2024.01.31", YearFirst, "2024-01-31"),
            ("20240131", YearFirst, "2024-01-31"),
            ("2024年1月31日", YearFirst, "2024-01-31"),
            ("２０２４-０１-３１", YearFirst, "2024-01-31"),
            ("10/20/2016", MonthFirst, "2016-10-20"),
            ("3/1/2017", MonthFirst, "2017-03-01"),
            ("3/1/2017", DayFirst, "2017-01-03"),
            ("31.01.2024", DayFirst, "2024-01-31"),
            ("31. 1. 2024", DayFirst, "2024-01-31"),
            ("31-1-2024", DayFirst, "2024-01-31"),
            ("31/12/99", DayFirst, "1999-12-31"),
            ("1/2/69", DayFirst, "2069-02-01"),
            ("1/2/70", DayFirst, "1970-02-01"),
            ("03/04/05", YearFirst, "2003-04-05"),
            ("1900-01-01", YearFirst, "1900-01-01"),
            ("9999-12-31", YearFirst, "9999-12-31"),
            ("2024-01-31T23:59:59Z", YearFirst, "2024-01-31"),
            ("2024-01-31T10:00:00.000+02:00", YearFirst, "2024-01-31"),
            ("2024-01-31 10:00 UTC", YearFirst, "2024-01-31"),
            ("1/31/2024 9:05:00 AM", MonthFirst, "2024-01-31"),
            (" 31.01.2024 ", DayFirst, "2024-01-31"),
            ("1", Excel1900, "1900-01-01"),
            ("59", Excel1900, "1900-02-28"),
            ("61", Excel1900, "1900-03-01"),
            ("45322", Excel1900, "2024-01-31"),
            ("45322.75", Excel1900, "2024-01-31"),
            ("45322,5", Excel1900, "2024-01-31"),
            ("2958465", Excel1900, "9999-12-31"),
            ("0", Excel1904, "1904-01-01"),
            ("43860", Excel1904, "2024-01-31"),
        ];
        for (text, format, expected) in cases {
            assert_eq!(format.read(text).map(|day| day.to_string()), Ok(expected.to_owned()), "{text} {format:?}");
        }
    }

    #[test]
    fn what_is_no_day_is_refused() {
        let cases = [
            ("", YearFirst),
            ("31.02.", DayFirst),
            ("31.02.2024", DayFirst),
            ("2023-02-29", YearFirst),
            ("0000-00-00", YearFirst),
            ("0000", YearFirst),
            ("10/20/2016", DayFirst),
            ("1/2/3", DayFirst),
            ("1/2/123", DayFirst),
            ("1/2/20245", DayFirst),
            ("1899-12-31", YearFirst),
            ("1-2/2024", DayFirst),
            ("2024-01-31 or so", YearFirst),
            ("2024-01-31x", YearFirst),
            ("31 Jan 2024", DayFirst),
            ("99999999999-1-1", YearFirst),
            ("2024-001-01", YearFirst),
            ("60", Excel1900),
            ("0", Excel1900),
            ("2958466", Excel1900),
            ("2024-01-31", Excel1900),
            ("-5", Excel1900),
            ("20240132", YearFirst),
        ];
        for (text, format) in cases {
            assert_eq!(format.read(text), Err(NotADate), "{text} {format:?}");
        }
    }

    #[test]
    fn without_a_format_only_a_day_all_orders_agree_on_is_read() {
        let cases = [
            ("2024-01-31", Ok("2024-01-31")),
            ("2024-03-04", Ok("2024-03-04")),
            ("31/01/2024", Ok("2024-01-31")),
            ("10/20/2016", Ok("2016-10-20")),
            ("05/05/2024", Ok("2024-05-05")),
            ("03.04.2024", Ok("2024-04-03")),
            ("03/04/2024", Err(Ambiguous)),
            ("03/04/05", Err(Ambiguous)),
            ("03-04-2024", Err(Ambiguous)),
            ("20240131", Err(NotADate)),
            ("45322", Err(NotADate)),
        ];
        for (text, expected) in cases {
            assert_eq!(read(text, None).map(|day| day.to_string()), expected.map(str::to_owned), "{text}");
        }
        let three: Vec<String> = readings("03/04/05").iter().map(|(_, day)| day.to_string()).collect();
        assert_eq!(three, ["2003-04-05", "2005-03-04", "2005-04-03"]);
    }

    proptest! {
        #[test]
        fn a_day_written_in_any_order_comes_back(days in 0_i64..=2_958_463, format in 0..8) {
            let day = Date::new(1900, 1, 1).and_then(|first| first.plus_days(days)).expect("within the years");
            let (y, m, d) = (day.year(), day.month(), day.day());
            let (format, text) = match format {
                0 => (YearFirst, day.to_string()),
                1 => (YearFirst, format!("{y}/{m}/{d}")),
                2 => (MonthFirst, format!("{m}/{d}/{y}")),
                3 => (DayFirst, format!("{d:02}/{m:02}/{y}")),
                4 => (DayFirst, format!("{d}.{m}.{y}")),
                5 => (DayFirst, format!("{d}-{m}-{y} 17:30")),
                6 => (YearFirst, format!("{y}年{m}月{d}日")),
                _ => (Excel1900, if days < 59 { days + 1 } else { days + 2 }.to_string()),
            };
            prop_assert_eq!(format.read(&text), Ok(day), "{}", text);
            if format != Excel1900 {
                prop_assert!(readings(&text).contains(&(format, day)));
            }
        }

        #[test]
        fn no_text_makes_the_reader_stumble(text in "\\PC{0,30}|[0-9/.T: -]{0,20}") {
            for format in [YearFirst, MonthFirst, DayFirst, Excel1900, Excel1904] {
                let _ = format.read(&text);
            }
            let _ = read(&text, None);
        }
    }
}
