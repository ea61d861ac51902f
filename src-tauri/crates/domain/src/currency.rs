//! Currencies: ISO 4217 codes, how many decimals each has, and the marks people write for them.
//! No rates and no conversion: amounts of two currencies never meet without a rate the user entered.

use std::fmt;
use thiserror::Error;

/// One currency of ISO 4217, known to exist.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency(u8);

/// The text is not an ISO 4217 code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("unknown_currency")]
pub struct UnknownCurrency;

/// Every code with its decimals, in order of the code. Besides the active ones: HRK, ANG and BGN, withdrawn of late,
/// which old records still carry. Metals, test codes and special drawing rights are left out: nobody sells in them.
#[rustfmt::skip]
const CODES: &[(&str, u8)] = &[
    ("AED", 2), ("AFN", 2), ("ALL", 2), ("AMD", 2), ("ANG", 2), ("AOA", 2), ("ARS", 2), ("AUD", 2), ("AWG", 2),
    ("AZN", 2), ("BAM", 2), ("BBD", 2), ("BDT", 2), ("BGN", 2), ("BHD", 3), ("BIF", 0), ("BMD", 2), ("BND", 2),
    ("BOB", 2), ("BOV", 2), ("BRL", 2), ("BSD", 2), ("BTN", 2), ("BWP", 2), ("BYN", 2), ("BZD", 2), ("CAD", 2),
    ("CDF", 2), ("CHE", 2), ("CHF", 2), ("CHW", 2), ("CLF", 4), ("CLP", 0), ("CNY", 2), ("COP", 2), ("COU", 2),
    ("CRC", 2), ("CUP", 2), ("CVE", 2), ("CZK", 2), ("DJF", 0), ("DKK", 2), ("DOP", 2), ("DZD", 2), ("EGP", 2),
    ("ERN", 2), ("ETB", 2), ("EUR", 2), ("FJD", 2), ("FKP", 2), ("GBP", 2), ("GEL", 2), ("GHS", 2), ("GIP", 2),
    ("GMD", 2), ("GNF", 0), ("GTQ", 2), ("GYD", 2), ("HKD", 2), ("HNL", 2), ("HRK", 2), ("HTG", 2), ("HUF", 2),
    ("IDR", 2), ("ILS", 2), ("INR", 2), ("IQD", 3), ("IRR", 2), ("ISK", 0), ("JMD", 2), ("JOD", 3), ("JPY", 0),
    ("KES", 2), ("KGS", 2), ("KHR", 2), ("KMF", 0), ("KPW", 2), ("KRW", 0), ("KWD", 3), ("KYD", 2), ("KZT", 2),
    ("LAK", 2), ("LBP", 2), ("LKR", 2), ("LRD", 2), ("LSL", 2), ("LYD", 3), ("MAD", 2), ("MDL", 2), ("MGA", 2),
    ("MKD", 2), ("MMK", 2), ("MNT", 2), ("MOP", 2), ("MRU", 2), ("MUR", 2), ("MVR", 2), ("MWK", 2), ("MXN", 2),
    ("MXV", 2), ("MYR", 2), ("MZN", 2), ("NAD", 2), ("NGN", 2), ("NIO", 2), ("NOK", 2), ("NPR", 2), ("NZD", 2),
    ("OMR", 3), ("PAB", 2), ("PEN", 2), ("PGK", 2), ("PHP", 2), ("PKR", 2), ("PLN", 2), ("PYG", 0), ("QAR", 2),
    ("RON", 2), ("RSD", 2), ("RUB", 2), ("RWF", 0), ("SAR", 2), ("SBD", 2), ("SCR", 2), ("SDG", 2), ("SEK", 2),
    ("SGD", 2), ("SHP", 2), ("SLE", 2), ("SOS", 2), ("SRD", 2), ("SSP", 2), ("STN", 2), ("SVC", 2), ("SYP", 2),
    ("SZL", 2), ("THB", 2), ("TJS", 2), ("TMT", 2), ("TND", 3), ("TOP", 2), ("TRY", 2), ("TTD", 2), ("TWD", 2),
    ("TZS", 2), ("UAH", 2), ("UGX", 0), ("USD", 2), ("USN", 2), ("UYI", 0), ("UYU", 2), ("UYW", 4), ("UZS", 2),
    ("VED", 2), ("VES", 2), ("VND", 0), ("VUV", 0), ("WST", 2), ("XAF", 0), ("XCD", 2), ("XCG", 2), ("XOF", 0),
    ("XPF", 0), ("YER", 2), ("ZAR", 2), ("ZMW", 2), ("ZWG", 2),
];

/// What people write beside a number, in lower case, and which currencies it can mean (the usual one first).
const MARKS: &[(&str, &[&str])] = &[
    ("€", &["EUR"]),
    ("euro", &["EUR"]),
    ("euros", &["EUR"]),
    ("$", &["USD", "CAD", "AUD", "NZD", "HKD", "SGD", "TWD", "MXN", "ARS", "CLP", "COP", "UYU", "BND", "JMD"]),
    ("us$", &["USD"]),
    ("ca$", &["CAD"]),
    ("c$", &["CAD"]),
    ("au$", &["AUD"]),
    ("a$", &["AUD"]),
    ("nz$", &["NZD"]),
    ("hk$", &["HKD"]),
    ("s$", &["SGD"]),
    ("nt$", &["TWD"]),
    ("mx$", &["MXN"]),
    ("r$", &["BRL"]),
    ("£", &["GBP", "EGP", "GIP", "FKP", "SHP"]),
    ("¥", &["JPY", "CNY"]),
    ("￥", &["CNY", "JPY"]),
    ("元", &["CNY", "TWD", "HKD"]),
    ("人民币", &["CNY"]),
    ("rmb", &["CNY"]),
    ("円", &["JPY"]),
    ("fr.", &["CHF"]),
    ("sfr.", &["CHF"]),
    ("kr", &["SEK", "NOK", "DKK", "ISK"]),
    ("kr.", &["DKK", "SEK", "NOK", "ISK"]),
    ("zł", &["PLN"]),
    ("kč", &["CZK"]),
    ("ft", &["HUF"]),
    ("lei", &["RON", "MDL"]),
    ("₽", &["RUB"]),
    ("₹", &["INR"]),
    ("₩", &["KRW", "KPW"]),
    ("₺", &["TRY"]),
    ("₴", &["UAH"]),
    ("₪", &["ILS"]),
    ("₫", &["VND"]),
    ("฿", &["THB"]),
    ("₱", &["PHP"]),
    ("₦", &["NGN"]),
    ("₸", &["KZT"]),
    ("₼", &["AZN"]),
    ("₾", &["GEL"]),
    ("₡", &["CRC"]),
    ("₲", &["PYG"]),
    ("₵", &["GHS"]),
];

impl Currency {
    /// The currency of an ISO 4217 code in any case, blanks around it ignored.
    pub fn parse(code: &str) -> Result<Self, UnknownCurrency> {
        let code = code.trim();
        if code.len() != 3 || !code.is_ascii() {
            return Err(UnknownCurrency);
        }
        let code = code.to_ascii_uppercase();
        let place = CODES.binary_search_by(|(known, _)| (*known).cmp(code.as_str())).map_err(|_| UnknownCurrency)?;
        u8::try_from(place).map(Self).map_err(|_| UnknownCurrency)
    }

    /// Three capital letters.
    #[must_use]
    pub fn code(self) -> &'static str {
        CODES[usize::from(self.0)].0
    }

    /// Digits of its minor unit: 2 for EUR, 0 for JPY, 3 for KWD.
    #[must_use]
    pub fn decimals(self) -> u32 {
        u32::from(CODES[usize::from(self.0)].1)
    }

    /// Minor units in one unit: 100 for EUR, 1 for JPY.
    #[must_use]
    pub fn minor_per_unit(self) -> i64 {
        10_i64.pow(self.decimals())
    }

    /// Every known currency, in order of its code.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..CODES.len()).filter_map(|place| u8::try_from(place).ok().map(Self))
    }

    /// Which currencies a mark beside a number can mean: one for a code or a sign of its own, several for "$",
    /// none where the text is no currency.
    #[must_use]
    pub fn meant_by(mark: &str) -> Vec<Self> {
        let mark = mark.trim();
        if let Ok(currency) = Self::parse(mark) {
            return vec![currency];
        }
        let mark = mark.to_lowercase();
        let codes = MARKS.iter().find(|(written, _)| *written == mark).map_or(&[][..], |(_, codes)| codes);
        codes.iter().filter_map(|code| Self::parse(code).ok()).collect()
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn currency(code: &str) -> Currency {
        Currency::parse(code).expect(code)
    }

    #[test]
    fn the_table_is_in_order_so_that_a_search_finds_every_code() {
        assert!(CODES.windows(2).all(|pair| pair[0].0 < pair[1].0));
        assert!(CODES.len() <= usize::from(u8::MAX));
        for known in Currency::all() {
            assert_eq!(Currency::parse(known.code()), Ok(known));
        }
    }

    #[test]
    fn decimals_follow_the_standard() {
        let cases = [("EUR", 2), ("jpy", 0), (" kwd ", 3), ("CLF", 4), ("ISK", 0), ("TND", 3), ("MGA", 2), ("XOF", 0)];
        for (code, decimals) in cases {
            assert_eq!(currency(code).decimals(), decimals, "{code}");
        }
        assert_eq!(currency("EUR").minor_per_unit(), 100);
        assert_eq!(currency("JPY").minor_per_unit(), 1);
    }

    #[test]
    fn what_is_no_code_is_refused() {
        for text in ["", "EU", "EURO", "XXX", "XAU", "€", "ÄÖ"] {
            assert_eq!(Currency::parse(text), Err(UnknownCurrency), "{text}");
        }
    }

    #[test]
    fn a_mark_names_one_currency_or_several_or_none() {
        assert_eq!(Currency::meant_by("€"), [currency("EUR")]);
        assert_eq!(Currency::meant_by("chf"), [currency("CHF")]);
        assert_eq!(Currency::meant_by("R$"), [currency("BRL")]);
        assert_eq!(Currency::meant_by("$")[0], currency("USD"), "the usual one first");
        assert!(Currency::meant_by("$").len() > 1, "a bare dollar sign is not one currency");
        assert!(Currency::meant_by("NaN").is_empty());
    }

    #[test]
    fn every_mark_in_the_table_means_something() {
        for (mark, codes) in MARKS {
            assert_eq!(Currency::meant_by(mark).len(), codes.len(), "{mark}");
            assert_eq!(*mark, mark.to_lowercase(), "marks are compared in lower case");
        }
    }
}
