//! Why a file, a mapping or a row is refused: a closed list of codes with the place and the value they concern.
//! No prose: the window and the command line translate the code.

use crate::dto::Refusal;
use satchel_domain::{
    amount::AmountError, currency::UnknownCurrency, date_text::DateError, dates::NotADate, money::MoneyError,
};
use serde_json::{Map, Value};

/// Longer values are cut in messages.
const LONGEST_QUOTED_VALUE: usize = 120;

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $code:literal,)*) => {
        /// Every reason import knows for refusing something.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Code { $($(#[$doc])* $name,)* }

        impl Code {
            /// Every code, so that a test can ask for a translation of each.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The code as it travels.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $code,)* }
            }
        }
    };
}

codes! {
    // The file.
    /// The file cannot be opened or read; `detail` says what the system said.
    FileUnreadable = "file_unreadable",
    /// Larger than `limit` bytes.
    FileTooLarge = "file_too_large",
    /// Nothing in it but, at most, a header.
    FileEmpty = "file_empty",
    /// A spreadsheet, PDF or archive (`kind`).
    NotATextFile = "not_a_text_file",
    /// The encoding asked for does not exist.
    UnknownEncoding = "unknown_encoding",
    /// The delimiter asked for is not one sign, or is a letter, digit, quote or line end.
    BadDelimiter = "bad_delimiter",
    /// A zero byte in the text: not the encoding assumed, or a damaged file.
    NulByte = "nul_byte",
    /// A row has more than `limit` columns.
    TooManyColumns = "too_many_columns",
    /// A cell has more than `limit` bytes.
    FieldTooLong = "field_too_long",
    /// A quote opens and never closes.
    UnclosedQuote = "unclosed_quote",

    // The mapping.
    /// Written by a later version of the application.
    MappingVersionUnknown = "mapping_version_unknown",
    /// Not a mapping at all; `detail` says where reading it stopped.
    MappingUnreadable = "mapping_unreadable",
    /// A column named by the mapping is not in the file.
    ColumnMissing = "column_missing",
    /// Two columns fill the same field.
    TargetTwice = "target_twice",
    /// A field the kind of record does not have.
    FieldNotOfEntity = "field_not_of_entity",
    /// No column, template or constant gives the title or name.
    TitleNotMapped = "title_not_mapped",
    /// A template with an unclosed brace or without any column.
    BadTemplate = "bad_template",
    /// The custom field of a target does not exist (any more).
    CustomFieldMissing = "custom_field_missing",
    /// A new custom field without a name.
    CustomFieldUnnamed = "custom_field_unnamed",
    /// A custom field that is computed: nothing can be written into it.
    CustomFieldComputed = "custom_field_computed",
    /// A value of a column that has no stages or statuses is mapped to one.
    ValueMapMisplaced = "value_map_misplaced",
    /// Records are to be recognized by a field that no column fills.
    IdentityNotMapped = "identity_not_mapped",

    // A row.
    /// The row has more filled cells than the file has columns.
    TooManyCells = "too_many_cells",
    /// Signs that the encoding does not explain.
    UndecodableText = "undecodable_text",
    /// No record outside the trash has this id.
    SatchelIdUnknown = "satchel_id_unknown",
    /// The title or name is empty.
    TitleMissing = "title_missing",
    /// More than `limit` characters.
    TextTooLong = "text_too_long",
    NotANumber = "not_a_number",
    MisplacedSeparator = "misplaced_separator",
    AmbiguousNumber = "ambiguous_number",
    NotAnInteger = "not_an_integer",
    OverLimit = "over_limit",
    /// Below zero where that makes no sense (employees).
    NegativeNumber = "negative_number",
    /// Not a year between 1000 and 9999.
    NotAYear = "not_a_year",
    CurrencyMissing = "currency_missing",
    CurrencyAmbiguous = "currency_ambiguous",
    /// The amount carries another currency than the row's currency column.
    CurrencyMismatch = "currency_mismatch",
    UnknownCurrency = "unknown_currency",
    NotADate = "not_a_date",
    AmbiguousDate = "ambiguous_date",
    /// A probability outside 0 to 100 %.
    NotAProbability = "not_a_probability",
    /// A status that is neither known nor mapped.
    UnknownStatus = "unknown_status",
    NotYesNo = "not_yes_no",
    /// Not among the options of the custom field.
    NotAChoice = "not_a_choice",
    NotATime = "not_a_time",
    /// Nothing that its custom field takes: no address of a page or of a mailbox.
    NotOfField = "not_of_field",
    /// A record of this `kind` and name is not there and may not be made.
    UnknownName = "unknown_name",
    /// An earlier row, `first`, is about the same record.
    IdentityTwice = "identity_twice",
    /// With the other rows, the organization would lie below itself.
    ParentBelow = "parent_below",
    /// A span whose end comes before its beginning.
    RangeBackwards = "range_backwards",
}

/// One refusal, and the place it concerns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Why.
    pub code: Code,
    /// As counted in the file, the first line being row 1.
    pub row: Option<u64>,
    /// The column's name, or its letter where the file's structure is at fault.
    pub column: Option<String>,
    /// The offending value, cut where very long.
    pub value: Option<String>,
    /// What else the message needs.
    pub params: Vec<(&'static str, String)>,
}

/// The answer of everything in import that can refuse.
pub type Checked<T> = Result<T, Problem>;

impl Problem {
    /// A refusal without a place.
    #[must_use]
    pub const fn new(code: Code) -> Self {
        Self { code, row: None, column: None, value: None, params: Vec::new() }
    }

    /// In this row of the file.
    #[must_use]
    pub const fn in_row(mut self, row: u64) -> Self {
        self.row = Some(row);
        self
    }

    /// In this column.
    #[must_use]
    pub fn in_column(mut self, column: impl Into<String>) -> Self {
        self.column = Some(column.into());
        self
    }

    /// Because of this value.
    #[must_use]
    pub fn of_value(mut self, value: &str) -> Self {
        let cut = value.char_indices().nth(LONGEST_QUOTED_VALUE).map(|(at, _)| &value[..at]);
        self.value = Some(cut.map_or_else(|| value.to_owned(), |cut| format!("{cut}…")));
        self
    }

    /// With one more thing the message needs.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.params.push((name, value.to_string()));
        self
    }

    /// The refusal as windows and reports receive it: place and value among the params.
    #[must_use]
    pub fn refusal(&self) -> Refusal {
        let mut params = Map::new();
        if let Some(row) = self.row {
            params.insert("row".to_owned(), Value::from(row));
        }
        let texts = [("column", self.column.as_ref()), ("value", self.value.as_ref())];
        let texts = texts.into_iter().filter_map(|(name, text)| Some((name, text?)));
        for (name, text) in texts.chain(self.params.iter().map(|(name, text)| (*name, text))) {
            params.insert(name.to_owned(), Value::from(text.as_str()));
        }
        Refusal { code: self.code.as_str().to_owned(), params: Value::Object(params) }
    }
}

impl From<std::io::Error> for Problem {
    fn from(error: std::io::Error) -> Self {
        Self::new(Code::FileUnreadable).with("detail", error)
    }
}

impl From<AmountError> for Code {
    fn from(error: AmountError) -> Self {
        match error {
            AmountError::NotANumber => Self::NotANumber,
            AmountError::MisplacedSeparator => Self::MisplacedSeparator,
            AmountError::Ambiguous => Self::AmbiguousNumber,
            AmountError::NotAnInteger => Self::NotAnInteger,
            AmountError::OverLimit => Self::OverLimit,
            AmountError::CurrencyMissing => Self::CurrencyMissing,
            AmountError::CurrencyAmbiguous => Self::CurrencyAmbiguous,
        }
    }
}

impl From<MoneyError> for Code {
    fn from(error: MoneyError) -> Self {
        match error {
            MoneyError::OverLimit => Self::OverLimit,
            MoneyError::CurrencyMismatch => Self::CurrencyMismatch,
        }
    }
}

impl From<DateError> for Code {
    fn from(error: DateError) -> Self {
        match error {
            DateError::NotADate => Self::NotADate,
            DateError::Ambiguous => Self::AmbiguousDate,
        }
    }
}

impl From<NotADate> for Code {
    fn from(_: NotADate) -> Self {
        Self::NotADate
    }
}

impl From<UnknownCurrency> for Code {
    fn from(_: UnknownCurrency) -> Self {
        Self::UnknownCurrency
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn every_code_is_its_own_snake_case_word() {
        let words: HashSet<_> = Code::ALL.iter().map(|code| code.as_str()).collect();
        assert_eq!(words.len(), Code::ALL.len());
        assert!(words.iter().all(|word| word.bytes().all(|b| b.is_ascii_lowercase() || b == b'_')));
    }

    #[test]
    fn a_refusal_carries_place_value_and_params() {
        let problem = Problem::new(Code::FieldTooLong).in_row(7).in_column("C").of_value("é").with("limit", 5);
        let refusal = problem.refusal();
        assert_eq!(refusal.code, "field_too_long");
        assert_eq!(refusal.params, serde_json::json!({ "row": 7, "column": "C", "value": "é", "limit": "5" }));
    }

    #[test]
    fn a_long_value_is_cut_at_a_character() {
        let value = Problem::new(Code::NotANumber).of_value(&"é".repeat(500)).value.expect("given");
        assert_eq!(value.chars().count(), LONGEST_QUOTED_VALUE + 1);
    }
}
