//! What makes two records look like one: the same company's mail, the same telephone, the same name in another spelling.
//! Not here: which records are compared, and who decides that two of them are really different.

use crate::names;

/// A criterion that fits more records than this says nothing and is ignored.
pub const MEANINGLESS_ABOVE: usize = 20;

/// Fewest digits of a telephone number that says whose it is.
const PHONE_FROM: usize = 7;

/// Digits that are left of a number without its country code and trunk zero, in most countries.
const PHONE_DIGITS: usize = 9;

/// Providers whose addresses say nothing about the firm. One without a dot stands for all its countries.
const FREE_MAIL: &[&str] = &[
    "126.com",
    "139.com",
    "163.com",
    "189.cn",
    "aliyun.com",
    "aol",
    "arcor.de",
    "att.net",
    "bbox.fr",
    "bellsouth.net",
    "bigpond.com",
    "bk.ru",
    "bluewin.ch",
    "bol.com.br",
    "btinternet.com",
    "charter.net",
    "comcast.net",
    "cox.net",
    "daum.net",
    "earthlink.net",
    "fastmail.com",
    "foxmail.com",
    "free.fr",
    "freenet.de",
    "gmail",
    "gmx",
    "googlemail.com",
    "hanmail.net",
    "hey.com",
    "hotmail",
    "icloud.com",
    "inbox.ru",
    "laposte.net",
    "libero.it",
    "list.ru",
    "live",
    "mac.com",
    "mail.com",
    "mail.ru",
    "me.com",
    "msn.com",
    "naver.com",
    "neuf.fr",
    "numericable.fr",
    "orange.fr",
    "outlook",
    "pm.me",
    "posteo.de",
    "proton.me",
    "protonmail.com",
    "qq.com",
    "rediffmail.com",
    "rocketmail.com",
    "sbcglobal.net",
    "seznam.cz",
    "sfr.fr",
    "sina.cn",
    "sina.com",
    "skynet.be",
    "sohu.com",
    "t-online.de",
    "telenet.be",
    "terra.com.br",
    "tiscali.it",
    "tutanota.com",
    "ukr.net",
    "uol.com.br",
    "verizon.net",
    "vip.qq.com",
    "virgilio.it",
    "wanadoo.fr",
    "web.de",
    "wp.pl",
    "yahoo",
    "yandex",
    "yeah.net",
    "ymail.com",
    "zoho.com",
];

/// A mail address as it is compared: the first of the field, in lower case. None: there is none.
#[must_use]
pub fn mail_address(text: &str) -> Option<String> {
    let first = text.split([',', ';', ' ', '<', '>', '\n']).find(|part| part.contains('@'))?;
    let address = first.trim().trim_end_matches('.').to_lowercase();
    let (name, host) = address.split_once('@')?;
    (!name.is_empty() && host.contains('.') && !host.contains('@')).then_some(address)
}

/// The firm's part of an address; None for addresses everybody can have.
#[must_use]
pub fn company_domain(text: &str) -> Option<String> {
    let address = mail_address(text)?;
    let (_, host) = address.split_once('@')?;
    (!is_free_mail(host)).then(|| host.to_owned())
}

fn is_free_mail(host: &str) -> bool {
    let brand = host.split('.').next().unwrap_or_default();
    FREE_MAIL.contains(&host) || FREE_MAIL.contains(&brand)
}

/// A telephone number as it is compared: its last digits, so that country code, trunk zero and signs do not matter.
/// An extension behind letters and a second number behind a stroke are left out.
#[must_use]
pub fn phone_key(text: &str) -> Option<String> {
    let mut digits = String::new();
    for c in text.chars() {
        match c {
            '0'..='9' => digits.push(c),
            '\u{ff10}'..='\u{ff19}' => digits.extend(char::from_digit(u32::from(c) - 0xff10, 10)),
            // the zero in "+33 (0)4" is dialled only inside the country
            c if digits.len() >= PHONE_FROM && (c.is_alphabetic() || matches!(c, '/' | ';' | ',' | '#')) => break,
            _ => {}
        }
    }
    let national = &digits[digits.len().saturating_sub(PHONE_DIGITS)..];
    (digits.len() >= PHONE_FROM).then(|| national.to_owned())
}

/// A name as it is compared; None where nothing is left that could be compared.
#[must_use]
pub fn name_key(text: &str) -> Option<String> {
    let key: String = names::loose_key(text).chars().take(120).collect();
    (!key.is_empty()).then_some(key)
}

/// A number that stands for these words, the same in every version: 64 bits by the method of Fowler, Noll and Vo.
#[must_use]
pub fn fingerprint(words: &[&str]) -> i64 {
    let bytes = words.iter().flat_map(|word| word.bytes().chain([0]));
    let hash =
        bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    hash.cast_signed()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_a_firm_share_its_domain_and_free_ones_do_not() {
        let cases = [
            ("Ana.Ruiz@ACME.com", Some("acme.com")),
            ("Ana Ruiz <ana@acme.com>", Some("acme.com")),
            ("a@acme.com; b@other.com", Some("acme.com")),
            ("ana@gmail.com", None),
            ("ana@yahoo.co.uk", None),
            ("ana@live.fr", None),
            ("li@163.com", None),
            ("ana@orange.fr", None),
            ("ana@orange-systems.fr", Some("orange-systems.fr")),
            ("ana@livewell.com", Some("livewell.com")),
            ("ana@localhost", None),
            ("@acme.com", None),
            ("no address", None),
            ("", None),
        ];
        for (text, expected) in cases {
            assert_eq!(company_domain(text).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn a_free_address_is_still_one_persons() {
        assert_eq!(mail_address("Ana@Gmail.com ").as_deref(), Some("ana@gmail.com"));
        assert_eq!(mail_address("ana@@acme.com"), None);
    }

    #[test]
    fn a_telephone_number_is_the_same_in_any_format() {
        let same = [
            ("+33 (0)4 78 12 34 56", "04.78.12.34.56"),
            ("0033 478 123 456", "478123456"),
            ("(415) 555-0132", "+1 415 555 0132"),
            ("138 1234 5678", "+86-13812345678"),
            ("04 78 12 34 56 ext. 12", "0478123456"),
            ("04 78 12 34 56 / 06 11 22 33 44", "0478123456"),
            ("０４７８１２３４５６", "0478123456"),
        ];
        for (one, other) in same {
            assert_eq!(phone_key(one), phone_key(other), "{one} and {other}");
            assert!(phone_key(one).is_some(), "{one}");
        }
        assert_ne!(phone_key("04 78 12 34 56"), phone_key("04 78 12 34 57"));
        for nothing in ["", "12 34 56", "call me"] {
            assert_eq!(phone_key(nothing), None, "{nothing}");
        }
    }

    #[test]
    fn a_name_in_another_spelling_has_the_same_key() {
        assert_eq!(name_key("ACME, Inc."), name_key("Acme Inc"));
        assert_eq!(name_key("  "), None);
        assert_eq!(name_key(&"x".repeat(10_000)).map(|key| key.len()), Some(120));
    }

    #[test]
    fn a_fingerprint_keeps_words_apart() {
        assert_eq!(fingerprint(&["a", "bc"]), fingerprint(&["a", "bc"]));
        assert_ne!(fingerprint(&["a", "bc"]), fingerprint(&["ab", "c"]));
        assert_eq!(
            fingerprint(&[]),
            0xcbf2_9ce4_8422_2325_u64.cast_signed(),
            "what is stored must not change with a version"
        );
    }
}
