//! From bytes to text: which encoding a file has, and its text in pieces of some 64 kB, whatever the file's size.
//! Encodings other than UTF-8 and UTF-16 are a guess; the window shows it and lets the user say otherwise.

use super::problem::{Checked, Code, Problem};
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Decoder, Encoding, UTF_8, UTF_16BE, UTF_16LE};
use std::io::Read;

const BLOCK: usize = 64 * 1024;
/// Bytes beyond ASCII shown to the detector; more do not change its mind.
const ENOUGH_TO_GUESS: usize = 1024 * 1024;

/// An encoding by one of its usual names ("utf-8", "latin1", "gbk").
pub fn by_name(name: &str) -> Checked<&'static Encoding> {
    Encoding::for_label(name.trim().as_bytes()).ok_or_else(|| Problem::new(Code::UnknownEncoding).of_value(name))
}

/// What a file's bytes say about its encoding.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Detected {
    /// The encoding to read it with.
    pub encoding: &'static Encoding,
    /// The file starts with a byte order mark.
    pub bom: bool,
    /// False where it is a guess, or some bytes do not fit.
    pub certain: bool,
}

/// Reads the bytes through to the end and finds their encoding. `language` (BCP 47) helps with short files.
pub fn detect(mut bytes: impl Read, language: Option<&str>) -> Checked<Detected> {
    let mut block = vec![0; BLOCK];
    let filled = fill(&mut bytes, &mut block)?;
    let head = &block[..filled];
    refuse_binary(head)?;
    if let Some((encoding, _)) = Encoding::for_bom(head).filter(|(encoding, _)| *encoding != UTF_8) {
        return Ok(Detected { encoding, bom: true, certain: true });
    }
    if let Some(encoding) = utf16_without_bom(head) {
        return Ok(Detected { encoding, bom: false, certain: false });
    }
    let bom = head.starts_with(b"\xEF\xBB\xBF");
    let mut utf8 = Utf8Scan::default();
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    let (mut filled, mut fed) = (filled, 0);
    while filled > 0 {
        let part = &block[..filled];
        utf8.push(part);
        if fed < ENOUGH_TO_GUESS && !part.is_ascii() {
            detector.feed(part, false);
            fed += filled;
        }
        filled = fill(&mut bytes, &mut block)?;
    }
    utf8.end();
    if utf8.invalid == 0 || bom || utf8.mostly_valid() {
        return Ok(Detected { encoding: UTF_8, bom, certain: utf8.invalid == 0 });
    }
    detector.feed(&[], true);
    let encoding = detector.guess(language.and_then(country_of), Utf8Detection::Deny);
    Ok(Detected { encoding, bom: false, certain: false })
}

/// Fills the block as far as the source has bytes.
fn fill(bytes: &mut impl Read, block: &mut [u8]) -> Checked<usize> {
    let mut filled = 0;
    while filled < block.len() {
        match bytes.read(&mut block[filled..]) {
            Ok(0) => break,
            Ok(count) => filled += count,
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(filled)
}

/// Spreadsheets and archives are named for what they are instead of being read as noise.
fn refuse_binary(head: &[u8]) -> Checked<()> {
    const KINDS: &[(&[u8], &str)] = &[
        (b"PK\x03\x04", "spreadsheet_or_archive"),
        (b"\xD0\xCF\x11\xE0", "old_spreadsheet"),
        (b"%PDF", "pdf"),
        (b"\x1F\x8B", "archive"),
        (b"7z\xBC\xAF", "archive"),
        (b"SQLite format 3\0", "database"),
    ];
    match KINDS.iter().find(|(magic, _)| head.starts_with(magic)) {
        Some((_, kind)) => Err(Problem::new(Code::NotATextFile).with("kind", kind)),
        None => Ok(()),
    }
}

/// Latin letters, digits and separators in UTF-16 have a zero in every second byte; other text has next to none.
fn utf16_without_bom(head: &[u8]) -> Option<&'static Encoding> {
    let zeros = |parity: usize| head.iter().skip(parity).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let half = head.len() / 2;
    let speaks = |zeros: usize, others: usize| zeros >= 4 && zeros * 100 >= half * 15 && others * 100 <= half;
    if speaks(odd, even) {
        Some(UTF_16LE)
    } else if speaks(even, odd) {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// The detector takes a country's domain as its hint.
fn country_of(language: &str) -> Option<&'static [u8]> {
    match language.split(['-', '_']).next()? {
        "zh" if language.contains("TW") || language.contains("HK") || language.contains("Hant") => Some(b"tw"),
        "zh" => Some(b"cn"),
        "ja" => Some(b"jp"),
        "fr" => Some(b"fr"),
        "de" => Some(b"de"),
        "es" => Some(b"es"),
        "pl" => Some(b"pl"),
        "ru" => Some(b"ru"),
        _ => None,
    }
}

/// Counts whole and broken UTF-8 sequences over blocks.
#[derive(Default)]
struct Utf8Scan {
    tail: Vec<u8>,
    whole: u64,
    invalid: u64,
}

impl Utf8Scan {
    fn push(&mut self, block: &[u8]) {
        let joined;
        let mut rest = if self.tail.is_empty() {
            block
        } else {
            joined = [&std::mem::take(&mut self.tail), block].concat();
            &joined
        };
        while let Err(error) = std::str::from_utf8(rest) {
            self.count(&rest[..error.valid_up_to()]);
            let Some(length) = error.error_len() else {
                self.tail = rest[error.valid_up_to()..].to_vec();
                return;
            };
            self.invalid += 1;
            rest = &rest[error.valid_up_to() + length..];
        }
        self.count(rest);
    }

    fn count(&mut self, valid: &[u8]) {
        let starts = valid.iter().filter(|byte| **byte >= 0xC2).count();
        self.whole += u64::try_from(starts).unwrap_or(u64::MAX);
    }

    fn end(&mut self) {
        self.invalid += u64::from(!self.tail.is_empty());
    }

    /// A UTF-8 file into which a few foreign bytes were pasted.
    const fn mostly_valid(&self) -> bool {
        self.whole >= 20 * self.invalid
    }
}

/// The text of a byte source in pieces. What does not decode becomes U+FFFD.
pub struct Text<R> {
    bytes: R,
    decoder: Decoder,
    block: Vec<u8>,
    text: String,
    ended: bool,
    read: u64,
    limit: u64,
}

impl<R: Read> Text<R> {
    /// Decodes `bytes`, without their byte order mark; refuses to go on beyond `limit` bytes.
    pub fn new(bytes: R, encoding: &'static Encoding, limit: u64) -> Self {
        Self::in_blocks(bytes, encoding, limit, BLOCK)
    }

    /// As `new`, reading `block` bytes at a time.
    pub(super) fn in_blocks(bytes: R, encoding: &'static Encoding, limit: u64, block: usize) -> Self {
        let decoder = encoding.new_decoder_with_bom_removal();
        Self { bytes, decoder, block: vec![0; block], text: String::new(), ended: false, read: 0, limit }
    }

    /// The next piece, never empty; `None` at the end.
    pub fn next_piece(&mut self) -> Checked<Option<&str>> {
        self.text.clear();
        while self.text.is_empty() && !self.ended {
            let filled = fill(&mut self.bytes, &mut self.block)?;
            self.ended = filled < self.block.len();
            self.read += u64::try_from(filled).unwrap_or(u64::MAX);
            if self.read > self.limit {
                return Err(Problem::new(Code::FileTooLarge).with("limit", self.limit));
            }
            let room = self.decoder.max_utf8_buffer_length(filled).unwrap_or(4 * BLOCK);
            self.text.reserve(room);
            let (_, consumed, _) = self.decoder.decode_to_string(&self.block[..filled], &mut self.text, self.ended);
            debug_assert_eq!(consumed, filled, "the room suffices for the whole block");
        }
        Ok((!self.text.is_empty()).then_some(self.text.as_str()))
    }

    /// Bytes read so far, for progress.
    pub const fn bytes_read(&self) -> u64 {
        self.read
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use encoding_rs::{GBK, WINDOWS_1252};
    use proptest::prelude::*;

    fn utf16(text: &str, big: bool) -> Vec<u8> {
        text.encode_utf16().flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
    }

    fn decoded(bytes: &[u8], encoding: &'static Encoding) -> String {
        decoded_in_blocks(bytes, encoding, BLOCK)
    }

    const FRENCH: &str = "société;montant;réglé\nCafé Zoé;1 234,56 €;été\nGarçon & Fils;12,00 €;à l’heure\n";

    #[test]
    fn encodings_are_told_apart() {
        let (western, _, _) = WINDOWS_1252.encode(FRENCH);
        let chinese = "客户,金额,阶段\n北京科技有限公司,1234.50,谈判\n上海贸易公司,88.00,赢单\n";
        let (gbk, _, _) = GBK.encode(chinese);
        let mut marked = b"\xEF\xBB\xBF".to_vec();
        marked.extend(FRENCH.bytes());
        let mut little = vec![0xFF, 0xFE];
        little.extend(utf16(chinese, false));
        let mut big = vec![0xFE, 0xFF];
        big.extend(utf16(chinese, true));
        let cases: [(&str, Vec<u8>, &'static Encoding, bool, bool); 10] = [
            ("ascii", b"a,b\n1,2\n".to_vec(), UTF_8, false, true),
            ("utf-8", FRENCH.as_bytes().to_vec(), UTF_8, false, true),
            ("utf-8 with mark", marked, UTF_8, true, true),
            ("utf-16 le with mark", little, UTF_16LE, true, true),
            ("utf-16 be with mark", big, UTF_16BE, true, true),
            ("utf-16 le without mark", utf16(FRENCH, false), UTF_16LE, false, false),
            ("utf-16 be without mark", utf16(FRENCH, true), UTF_16BE, false, false),
            ("windows-1252", western.to_vec(), WINDOWS_1252, false, false),
            ("gbk", gbk.to_vec(), GBK, false, false),
            ("empty", Vec::new(), UTF_8, false, true),
        ];
        for (name, bytes, encoding, bom, certain) in cases {
            assert_eq!(detect(bytes.as_slice(), None), Ok(Detected { encoding, bom, certain }), "{name}");
        }
    }

    #[test]
    fn a_late_foreign_byte_is_seen_and_few_of_them_do_not_turn_the_file() {
        let mut late = vec![b'a'; 3 * BLOCK];
        late.extend(b";caf\xE9;");
        assert_eq!(detect(late.as_slice(), None).map(|found| found.encoding), Ok(WINDOWS_1252));

        let mut mixed = "é,ü,ñ\n".repeat(50).into_bytes();
        mixed.extend(b"caf\xE9\n");
        assert_eq!(detect(mixed.as_slice(), None), Ok(Detected { encoding: UTF_8, bom: false, certain: false }));
        assert!(decoded(&mixed, UTF_8).ends_with("caf\u{FFFD}\n"), "what does not fit is marked, not dropped");
    }

    #[test]
    fn a_few_zero_bytes_do_not_make_a_file_utf16() {
        assert_eq!(utf16_without_bom(b"a,b\n1,\0\n"), None);
        assert_eq!(utf16_without_bom(&[0; 64]), None);
    }

    #[test]
    fn spreadsheets_and_archives_are_named() {
        for (bytes, kind) in
            [(&b"PK\x03\x04rest"[..], "spreadsheet_or_archive"), (b"%PDF-1.7", "pdf"), (b"\x1F\x8B\x08", "archive")]
        {
            let refused = detect(bytes, None).expect_err("no text");
            assert_eq!((refused.code, refused.params[0].1.as_str()), (Code::NotATextFile, kind));
        }
    }

    #[test]
    fn more_bytes_than_allowed_are_refused() {
        let mut text = Text::new(std::io::repeat(b'a'), UTF_8, 1_000_000);
        let mut pieces = 0;
        let refused = loop {
            match text.next_piece() {
                Ok(_) => pieces += 1,
                Err(problem) => break problem,
            }
        };
        assert_eq!(refused.code, Code::FileTooLarge);
        assert!(pieces <= 16, "it stops at the limit");
    }

    #[test]
    fn names_of_encodings_are_the_usual_ones() {
        assert_eq!(by_name("latin1"), Ok(WINDOWS_1252));
        assert_eq!(by_name(" UTF-16LE "), Ok(UTF_16LE));
        assert_eq!(by_name("klingon").map_err(|problem| problem.code), Err(Code::UnknownEncoding));
    }

    fn decoded_in_blocks(bytes: &[u8], encoding: &'static Encoding, block: usize) -> String {
        let mut text = Text::in_blocks(bytes, encoding, u64::MAX, block);
        let mut whole = String::new();
        while let Some(piece) = text.next_piece().expect("readable") {
            whole.push_str(piece);
        }
        whole
    }

    proptest! {
        #[test]
        fn text_comes_back_whole_from_any_unicode_encoding_in_blocks_of_any_size(text in "\\PC{0,60}", block in 1_usize..20) {
            let text = text.replace('\u{FEFF}', "");
            prop_assert_eq!(&decoded_in_blocks(text.as_bytes(), UTF_8, block), &text);
            prop_assert_eq!(&decoded_in_blocks(&utf16(&text, false), UTF_16LE, block), &text);
            prop_assert_eq!(&decoded_in_blocks(&utf16(&text, true), UTF_16BE, block), &text);
        }

        #[test]
        fn no_bytes_make_detection_stumble(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
            if let Ok(found) = detect(bytes.as_slice(), Some("zh-CN")) {
                decoded(&bytes, found.encoding);
            }
        }
    }
}
