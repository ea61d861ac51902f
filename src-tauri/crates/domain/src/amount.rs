//! Amounts as people and programs write them, read exactly: no floating point, no guess.
//! A text that has two readings is refused as ambiguous unless the caller knows the decimal mark (a column's, a locale's).
//! Not here: deciding a whole column's mark, and writing numbers for people (the window does that).

use crate::{
    currency::Currency,
    money::{Money, MoneyError, plain},
};
use thiserror::Error;

/// The sign between whole units and fractions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DecimalMark {
    /// 1,234.56
    Point,
    /// 1.234,56
    Comma,
}

impl DecimalMark {
    const fn sign(self) -> char {
        match self {
            Self::Point => '.',
            Self::Comma => ',',
        }
    }

    const fn other_sign(self) -> char {
        match self {
            Self::Point => ',',
            Self::Comma => '.',
        }
    }
}

/// Why a text is not read as an amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum AmountError {
    /// No number, or more than a number ("NaN", "1e309", "5-6", "n/a").
    #[error("not_a_number")]
    NotANumber,
    /// A number, but its separators do not stand where the decimal mark allows ("1.23" where the comma is the mark).
    #[error("misplaced_separator")]
    MisplacedSeparator,
    /// "1,234" is a thousand or a little more than one.
    #[error("ambiguous_number")]
    Ambiguous,
    /// A whole number is needed.
    #[error("not_an_integer")]
    NotAnInteger,
    /// Larger than anything stored.
    #[error("over_limit")]
    OverLimit,
    /// No currency is written and none assumed.
    #[error("currency_missing")]
    CurrencyMissing,
    /// "$" without a word which dollar.
    #[error("currency_ambiguous")]
    CurrencyAmbiguous,
}

impl From<MoneyError> for AmountError {
    fn from(_: MoneyError) -> Self {
        Self::OverLimit
    }
}

/// Longer texts are no amounts.
const LONGEST_TEXT: usize = 64;
const MOST_DIGITS: usize = 30;

/// A number read exactly, with the currencies that the mark beside it can mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Amount {
    /// The number times 10^`decimals`.
    unscaled: i128,
    decimals: u32,
    currencies: Vec<Currency>,
}

impl Amount {
    /// Reads one amount: signs ("-5", "5-", "(5)"), groups (comma, point, blanks, apostrophes), a currency in front or
    /// behind, digits of any common script. `mark` is the decimal mark if it is known.
    pub fn read(text: &str, mark: Option<DecimalMark>) -> Result<Self, AmountError> {
        let (plain_text, currencies, 1) = taken_apart(text, false)? else {
            return Err(AmountError::NotANumber);
        };
        let (unscaled, decimals) = number(&plain_text, mark)?;
        Ok(Self { unscaled, decimals, currencies })
    }

    /// As [`Amount::read`], and also "12k", "$1.5m", "3 万": only for what a person types in a hurry.
    pub fn read_quick(text: &str, mark: Option<DecimalMark>) -> Result<Self, AmountError> {
        let (plain_text, currencies, factor) = taken_apart(text, true)?;
        let (unscaled, decimals) = number(&plain_text, mark)?;
        Self { unscaled, decimals, currencies }.times(factor)
    }

    /// The amount times a whole factor (a column stated in thousands).
    pub fn times(mut self, factor: i64) -> Result<Self, AmountError> {
        self.unscaled = self.unscaled.checked_mul(i128::from(factor)).ok_or(AmountError::OverLimit)?;
        Ok(self)
    }

    /// What the mark beside the number can mean; empty where none was written.
    #[must_use]
    pub fn currencies(&self) -> &[Currency] {
        &self.currencies
    }

    /// Digits written behind the decimal mark.
    #[must_use]
    pub const fn decimals(&self) -> u32 {
        self.decimals
    }

    /// The currency written, where it can only be one or `assumed` is among its meanings, else `assumed`.
    pub fn currency(&self, assumed: Option<Currency>) -> Result<Currency, AmountError> {
        match (self.currencies.as_slice(), assumed) {
            ([], Some(assumed)) => Ok(assumed),
            ([], None) => Err(AmountError::CurrencyMissing),
            ([only], _) => Ok(*only),
            (several, Some(assumed)) if several.contains(&assumed) => Ok(assumed),
            (_, _) => Err(AmountError::CurrencyAmbiguous),
        }
    }

    /// Money in the currency written or assumed. Digits beyond the currency's decimals are rounded, a half away from zero.
    pub fn money(&self, assumed: Option<Currency>) -> Result<Money, AmountError> {
        let currency = self.currency(assumed)?;
        Ok(Money::new(self.rounded(currency.decimals())?, currency)?)
    }

    /// The number in units of 10^-`decimals`, a half rounded away from zero.
    pub fn rounded(&self, decimals: u32) -> Result<i64, AmountError> {
        let wide = if decimals >= self.decimals {
            self.unscaled.checked_mul(10_i128.pow(decimals - self.decimals)).ok_or(AmountError::OverLimit)?
        } else {
            let step = 10_i128.pow(self.decimals - decimals);
            let half = if self.unscaled < 0 { -step / 2 } else { step / 2 };
            (self.unscaled + half) / step
        };
        i64::try_from(wide).map_err(|_| AmountError::OverLimit)
    }

    /// The number, if it is a whole one ("12", "12.00").
    pub fn integer(&self) -> Result<i64, AmountError> {
        if self.unscaled % 10_i128.pow(self.decimals) != 0 {
            return Err(AmountError::NotAnInteger);
        }
        self.rounded(0)
    }

    /// The number with a point and no superfluous zeros: "1234.5".
    pub fn plain(&self) -> Result<String, AmountError> {
        let (mut unscaled, mut decimals) = (self.unscaled, self.decimals);
        while decimals > 0 && unscaled % 10 == 0 {
            unscaled /= 10;
            decimals -= 1;
        }
        Ok(plain(i64::try_from(unscaled).map_err(|_| AmountError::OverLimit)?, decimals))
    }
}

/// A percentage in hundredths (33.33 % = 3,333). `fraction`: without a percent sign the text is a share of one (0.25 = 25 %).
pub fn percent(text: &str, mark: Option<DecimalMark>, fraction: bool) -> Result<i64, AmountError> {
    let text = text.trim();
    let bare = text.strip_suffix(['%', '％', '٪']).or_else(|| text.strip_prefix(['%', '％', '٪']));
    let amount = Amount::read(bare.unwrap_or(text), mark)?;
    if !amount.currencies.is_empty() {
        return Err(AmountError::NotANumber);
    }
    amount.rounded(if fraction && bare.is_none() { 4 } else { 2 })
}

/// The digits and separators of a text (with its sign in front), the currencies of the mark beside them, and the factor
/// of a suffix such as "k".
fn taken_apart(text: &str, quick: bool) -> Result<(String, Vec<Currency>, i64), AmountError> {
    let text = text.trim();
    if text.len() > LONGEST_TEXT {
        return Err(AmountError::NotANumber);
    }
    let chars: Vec<char> = text.chars().map(usual).collect();
    let starts = |at: usize| {
        let after_letter = at > 0 && chars[at - 1].is_alphabetic();
        let digit_next = chars.get(at + 1).is_some_and(char::is_ascii_digit);
        chars[at].is_ascii_digit() || (is_separator(chars[at]) && digit_next && !after_letter)
    };
    let first = (0..chars.len()).find(|&at| starts(at)).ok_or(AmountError::NotANumber)?;
    let last = chars.iter().rposition(char::is_ascii_digit).ok_or(AmountError::NotANumber)?;

    let before: String = chars[..first].iter().collect();
    let after: String = chars[last + 1..].iter().collect();
    let (after, factor) = if quick { without_factor(&after) } else { (after, 1) };
    let (before, opened, minus_before) = edge(&before, '(')?;
    let (after, closed, minus_after) = edge(without_empty_decimals(&after), ')')?;
    if opened != closed || usize::from(opened) + minus_before + minus_after > 1 {
        return Err(AmountError::NotANumber);
    }
    let currencies = match (before.as_str(), after.as_str()) {
        ("", "") => Vec::new(),
        (mark, "") | ("", mark) => Currency::meant_by(mark),
        (one, two) => {
            let both = Currency::meant_by(two);
            Currency::meant_by(one).into_iter().filter(|currency| both.contains(currency)).collect()
        }
    };
    if currencies.is_empty() && !(before.is_empty() && after.is_empty()) {
        return Err(AmountError::NotANumber);
    }
    let negative = opened || before_is_minus(minus_before, &chars[..first]) || minus_after > 0;
    let mut digits = String::with_capacity(last - first + 2);
    digits.extend(negative.then_some('-'));
    digits.extend(&chars[first..=last]);
    Ok((digits, currencies, factor))
}

/// A sign in front counts as one; it makes the number negative unless it is a plus.
fn before_is_minus(signs: usize, before: &[char]) -> bool {
    signs > 0 && before.contains(&'-')
}

/// One character in its usual form: digits as ASCII, blanks as one blank, wide and typographic signs as the plain ones.
fn usual(c: char) -> char {
    let digit = |zero: char| {
        u32::from(c).checked_sub(u32::from(zero)).filter(|d| *d < 10).and_then(|d| char::from_digit(d, 10))
    };
    match c {
        '0'..='9' | '.' | ',' | '-' | '+' | '(' | ')' | '\'' | ' ' => c,
        '０'..='９' => digit('０').unwrap_or(c),
        '٠'..='٩' => digit('٠').unwrap_or(c),
        '۰'..='۹' => digit('۰').unwrap_or(c),
        '०'..='९' => digit('०').unwrap_or(c),
        '，' => ',',
        '．' => '.',
        '（' => '(',
        '）' => ')',
        '＋' => '+',
        '\u{2212}' | '\u{2013}' | '\u{2012}' | '－' => '-',
        '\u{2019}' | '\u{2bc}' | '＇' | '`' | '\u{b4}' | '٬' => '\'',
        c if c.is_whitespace() => ' ',
        c => c,
    }
}

const fn is_separator(c: char) -> bool {
    matches!(c, '.' | ',' | '٫')
}

/// "5.-", "5,--" and "5." are five.
fn without_empty_decimals(after: &str) -> &str {
    let rest = after.trim_start_matches(is_separator);
    match after.len() - rest.len() {
        0 => after,
        1 => rest.trim_start_matches('-'),
        _ => after,
    }
}

/// What stands beside the number without blanks, one sign and one bracket: (currency mark, bracket seen, signs seen).
fn edge(text: &str, bracket: char) -> Result<(String, bool, usize), AmountError> {
    let mut rest = text.trim();
    let (mut brackets, mut signs) = (0, 0);
    loop {
        let shorter = if let Some(shorter) = rest.strip_prefix(bracket).or_else(|| rest.strip_suffix(bracket)) {
            brackets += 1;
            shorter
        } else if let Some(shorter) = rest.strip_prefix('-').or_else(|| rest.strip_suffix('-')) {
            signs += 1;
            shorter
        } else if let Some(shorter) = rest.strip_prefix('+').filter(|_| bracket == '(') {
            signs += 1;
            shorter
        } else {
            break;
        };
        rest = shorter.trim();
    }
    if brackets > 1 || signs > 1 {
        return Err(AmountError::NotANumber);
    }
    Ok((rest.to_owned(), brackets == 1, signs))
}

/// Takes "k", "m", "万" from the start of what follows the number.
fn without_factor(after: &str) -> (String, i64) {
    const FACTORS: &[(&str, i64)] = &[
        ("mio", 1_000_000),
        ("k", 1_000),
        ("m", 1_000_000),
        ("千", 1_000),
        ("万", 10_000),
        ("萬", 10_000),
        ("亿", 100_000_000),
    ];
    let lower = after.trim_start().to_lowercase();
    for (suffix, factor) in FACTORS {
        if let Some(rest) = lower.strip_prefix(suffix) {
            // "5 kr" is five crowns and "5 mxn" five pesos, not thousands of something.
            if Currency::meant_by(&lower).is_empty() {
                return (rest.trim_start_matches('.').to_owned(), *factor);
            }
        }
    }
    (after.to_owned(), 1)
}

/// Digits with separators as (number times 10^decimals, decimals).
fn number(text: &str, mark: Option<DecimalMark>) -> Result<(i128, u32), AmountError> {
    let (negative, text) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
    if text.chars().any(|c| !(c.is_ascii_digit() || is_separator(c) || matches!(c, ' ' | '\''))) {
        return Err(AmountError::NotANumber);
    }
    let (whole, fraction) = match decimal_sign(text, mark)? {
        Some(at) => (&text[..at], text[at..].trim_start_matches(is_separator)),
        None => (text, ""),
    };
    if !fraction.bytes().all(|b| b.is_ascii_digit()) || !well_grouped(whole) {
        return Err(AmountError::MisplacedSeparator);
    }
    let digits: String = whole.chars().chain(fraction.chars()).filter(char::is_ascii_digit).collect();
    if digits.trim_start_matches('0').len() > MOST_DIGITS || fraction.len() > MOST_DIGITS {
        return Err(AmountError::OverLimit);
    }
    let unscaled: i128 = digits.parse().map_err(|_| AmountError::NotANumber)?;
    let decimals = u32::try_from(fraction.len()).map_err(|_| AmountError::OverLimit)?;
    Ok((if negative { -unscaled } else { unscaled }, decimals))
}

/// Where the decimal sign stands, if there is one.
fn decimal_sign(text: &str, mark: Option<DecimalMark>) -> Result<Option<usize>, AmountError> {
    if let Some(at) = text.find('٫') {
        return Ok(Some(at));
    }
    if let Some(mark) = mark {
        let at = text.find(mark.sign());
        let group_behind = at.is_some_and(|at| text[at..].contains(mark.other_sign()));
        return if group_behind { Err(AmountError::MisplacedSeparator) } else { Ok(at) };
    }
    let (Some(first), Some(last)) = (text.find(is_separator), text.rfind(is_separator)) else {
        return Ok(None);
    };
    let one_kind = !(text.contains('.') && text.contains(','));
    if !one_kind {
        let sign = &text[last..=last];
        return if text.find(sign) == Some(last) { Ok(Some(last)) } else { Err(AmountError::MisplacedSeparator) };
    }
    if first != last {
        return Ok(None); // 1.234.567: groups only
    }
    let (before, behind) = (&text[..last], &text[last + 1..]);
    let may_group =
        matches!(before.len(), 1..=3) && !before.starts_with('0') && before.bytes().all(|b| b.is_ascii_digit());
    if may_group && behind.len() == 3 { Err(AmountError::Ambiguous) } else { Ok(Some(last)) }
}

/// Whole digits in groups of three, or in the Indian way (12,34,567), by one kind of separator, or in no groups.
fn well_grouped(whole: &str) -> bool {
    let mut separators = whole.chars().filter(|c| !c.is_ascii_digit());
    let Some(separator) = separators.next() else {
        return true;
    };
    if separators.any(|other| other != separator) {
        return false;
    }
    let mut lengths: Vec<usize> = whole.split(separator).map(str::len).collect();
    let first = lengths.remove(0);
    let Some(last) = lengths.pop() else { return false };
    let western = matches!(first, 1..=3) && lengths.iter().all(|length| *length == 3);
    let indian = separator == ',' && matches!(first, 1..=2) && lengths.iter().all(|length| *length == 2);
    last == 3 && !whole.starts_with('0') && (western || indian)
}

#[cfg(test)]
#[path = "amount_tests.rs"]
mod tests;
