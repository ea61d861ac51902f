//! Money: whole minor units beside their currency, within limits, never added across currencies.
//! Reading amounts from text is `amount`; what a deal counts for in a stage is `stage`.

use crate::currency::Currency;
use std::fmt;
use thiserror::Error;

/// No amount and no sum goes beyond this: it stays exact in a JavaScript number (2^53) with room for a few additions.
pub const LARGEST: i64 = 1 << 51;

/// A deal's value goes no further than this, so that the sum over a large board stays below `LARGEST`.
pub const LARGEST_DEAL_VALUE: i64 = 10_000_000_000_000;

/// Why an amount of money is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum MoneyError {
    /// Beyond `LARGEST`, or beyond `LARGEST_DEAL_VALUE` for a deal.
    #[error("over_limit")]
    OverLimit,
    /// Two currencies without a rate.
    #[error("currency_mismatch")]
    CurrencyMismatch,
}

/// An amount in minor units (cents) of one currency; |minor| <= `LARGEST`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Money {
    minor: i64,
    currency: Currency,
}

impl Money {
    /// An amount within the general limit.
    pub const fn new(minor: i64, currency: Currency) -> Result<Self, MoneyError> {
        if minor.unsigned_abs() > LARGEST.unsigned_abs() {
            return Err(MoneyError::OverLimit);
        }
        Ok(Self { minor, currency })
    }

    /// An amount within the limit of a deal's value.
    pub const fn deal_value(minor: i64, currency: Currency) -> Result<Self, MoneyError> {
        if minor.unsigned_abs() > LARGEST_DEAL_VALUE.unsigned_abs() {
            return Err(MoneyError::OverLimit);
        }
        Ok(Self { minor, currency })
    }

    /// Minor units of `currency`.
    #[must_use]
    pub const fn minor(self) -> i64 {
        self.minor
    }

    /// What the minor units are units of.
    #[must_use]
    pub const fn currency(self) -> Currency {
        self.currency
    }

    /// The sum of two amounts of the same currency.
    pub fn plus(self, other: Self) -> Result<Self, MoneyError> {
        if self.currency != other.currency {
            return Err(MoneyError::CurrencyMismatch);
        }
        Self::new(self.minor + other.minor, self.currency)
    }

    /// The amount times a probability in hundredths of a percent, see [`weighted`].
    #[must_use]
    pub const fn weighted(self, hundredths: i64) -> Self {
        Self { minor: weighted(self.minor, hundredths), currency: self.currency }
    }
}

/// `1234.50 EUR`: all decimals of the currency, a point, no grouping. For files and logs, not for screens.
impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", plain(self.minor, self.currency.decimals()), self.currency)
    }
}

/// Minor units times hundredths of a percent (10,000 = 100 %), a half rounded away from zero. One deal at a time:
/// a column's weighted sum is the sum of these.
#[must_use]
pub const fn weighted(minor: i64, hundredths: i64) -> i64 {
    let product = minor as i128 * hundredths as i128;
    let half = if product < 0 { -5_000 } else { 5_000 };
    let rounded = (product + half) / 10_000;
    if rounded > i64::MAX as i128 {
        i64::MAX
    } else if rounded < i64::MIN as i128 {
        i64::MIN
    } else {
        rounded as i64
    }
}

/// A whole number of smallest units as decimal text with a point: (123450, 2) is "1234.50".
#[must_use]
pub fn plain(minor: i64, decimals: u32) -> String {
    let sign = if minor < 0 { "-" } else { "" };
    let width = decimals as usize;
    let digits = format!("{:0>least$}", minor.unsigned_abs(), least = width + 1);
    let (whole, fraction) = digits.split_at(digits.len() - width);
    if width == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{fraction}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn currency(code: &str) -> Currency {
        Currency::parse(code).expect(code)
    }

    #[test]
    fn weighted_values_round_a_half_away_from_zero() {
        let cases = [
            (123_456, 3_333, 41_148), // 1234.56 at 33.33 % = 411.48
            (1_000_000, 3_000, 300_000),
            (1, 5_000, 1),
            (-1, 5_000, -1),
            (1, 4_999, 0),
            (3, 5_000, 2),
            (-3, 5_000, -2),
            (0, 10_000, 0),
            (100_000, 10_000, 100_000),
            (100_000, 8_000, 80_000),
            (LARGEST, 10_000, LARGEST),
            (-LARGEST, 9_999, -2_251_574_633_703_879),
        ];
        for (minor, hundredths, expected) in cases {
            assert_eq!(weighted(minor, hundredths), expected, "{minor} at {hundredths}");
        }
    }

    #[test]
    fn amounts_stay_within_their_limits() {
        let eur = currency("EUR");
        assert!(Money::new(LARGEST, eur).is_ok());
        assert_eq!(Money::new(LARGEST + 1, eur), Err(MoneyError::OverLimit));
        assert_eq!(Money::new(i64::MIN, eur), Err(MoneyError::OverLimit), "its absolute value does not fit an i64");
        assert!(Money::deal_value(-LARGEST_DEAL_VALUE, eur).is_ok());
        assert_eq!(Money::deal_value(LARGEST_DEAL_VALUE + 1, eur), Err(MoneyError::OverLimit));
    }

    #[test]
    fn only_amounts_of_one_currency_are_added() {
        let five = Money::new(500, currency("EUR")).expect("small");
        assert_eq!(five.plus(five).map(Money::minor), Ok(1_000));
        let yen = Money::new(500, currency("JPY")).expect("small");
        assert_eq!(five.plus(yen), Err(MoneyError::CurrencyMismatch));
        let most = Money::new(LARGEST, currency("EUR")).expect("at the limit");
        assert_eq!(most.plus(five), Err(MoneyError::OverLimit));
    }

    #[test]
    fn plain_text_has_all_decimals_of_the_currency() {
        let cases =
            [(123_450, "EUR", "1234.50 EUR"), (-5, "EUR", "-0.05 EUR"), (7, "JPY", "7 JPY"), (1, "KWD", "0.001 KWD")];
        for (minor, code, expected) in cases {
            assert_eq!(Money::new(minor, currency(code)).expect("small").to_string(), expected);
        }
    }

    proptest! {
        #[test]
        fn a_weighted_value_is_never_half_a_unit_off(minor in -LARGEST..=LARGEST, hundredths in 0_i64..=10_000) {
            let exact = i128::from(minor) * i128::from(hundredths);
            let distance = (i128::from(weighted(minor, hundredths)) * 10_000 - exact).abs();
            prop_assert!(distance <= 5_000);
            prop_assert_eq!(weighted(-minor, hundredths), -weighted(minor, hundredths));
        }
    }
}
