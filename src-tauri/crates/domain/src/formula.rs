//! Formulas: fields computed from other fields of the same record. Text is read into a small tree (`read`), the tree is
//! checked against the kinds of the fields it names (`typed`), and what functions compute stands in `maths`.
//! How a tree becomes a query, and what a reference to a field means, is the store's business.
//!
//! What holds everywhere (B144): arithmetic and comparisons with an empty value are empty, and so is what was divided by
//! zero; an empty condition counts as no; `COALESCE` is the way out. Joining texts passes over empty ones. Amounts of
//! different currencies are never computed with each other: the result is empty. A number beside an amount counts in
//! whole units of its currency. Texts are compared without regard to upper and lower case. Numbers round half away from zero.

pub mod maths;
mod read;
mod typed;

pub use read::read;
pub use typed::{Known, Meaning, Typed, typed};

/// Longest formula, in characters.
pub const LONGEST: usize = 2_000;
/// Most words, signs and numbers of one formula.
pub const MOST_TOKENS: usize = 300;
/// How deep brackets may stand in each other.
pub const DEEPEST: usize = 16;
/// Most values a function takes.
const MANY: usize = 20;

/// What a formula, or a part of it, gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Type {
    /// A number.
    Number,
    /// Words.
    Text,
    /// A day.
    Date,
    /// Yes or no.
    YesNo,
    /// An amount in one currency.
    Money,
}

impl Type {
    /// The type of a custom field that holds the same.
    #[must_use]
    pub const fn kind(self) -> crate::field::Kind {
        use crate::field::Kind;
        match self {
            Self::Number => Kind::Number,
            Self::Text => Kind::Text,
            Self::Date => Kind::Date,
            Self::YesNo => Kind::YesNo,
            Self::Money => Kind::Money,
        }
    }

    /// The word errors name it by, that of the kind of field.
    #[must_use]
    pub const fn word(self) -> &'static str {
        self.kind().word()
    }
}

macro_rules! functions {
    ($($(#[$doc:meta])* $function:ident = $word:literal, $least:literal, $most:expr;)*) => {
        /// What can be computed: functions, and signs such as `+`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Function { $($(#[$doc])* $function),* }

        impl Function {
            /// All of them; those with a name first.
            pub const ALL: &'static [Self] = &[$(Self::$function),*];

            /// Its name in capitals, or its sign.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $(Self::$function => $word),* }
            }

            /// How many values it takes: least and most.
            #[must_use]
            pub const fn arity(self) -> (usize, usize) {
                match self { $(Self::$function => ($least, $most)),* }
            }
        }
    };
}

functions! {
    /// One of two values by a condition; without the second one, nothing.
    If = "IF", 2, 3;
    /// Every condition holds.
    And = "AND", 2, MANY;
    /// At least one condition holds.
    Or = "OR", 2, MANY;
    /// The condition does not hold.
    Not = "NOT", 1, 1;
    /// Whether there is nothing.
    Empty = "EMPTY", 1, 1;
    /// The first that holds anything.
    Coalesce = "COALESCE", 2, MANY;
    /// To so many decimals (0 without), half away from zero.
    Round = "ROUND", 1, 2;
    /// Down to a whole one.
    Floor = "FLOOR", 1, 1;
    /// Up to a whole one.
    Ceil = "CEIL", 1, 1;
    /// Without its sign.
    Abs = "ABS", 1, 1;
    /// The smallest.
    Min = "MIN", 2, MANY;
    /// The largest.
    Max = "MAX", 2, MANY;
    /// An amount as a number of whole units.
    Number = "NUMBER", 1, 1;
    /// The local day.
    Today = "TODAY", 0, 0;
    /// A day by year, month and day; nothing where the calendar has no such day.
    Date = "DATE", 3, 3;
    /// The year of a day.
    Year = "YEAR", 1, 1;
    /// Its month, 1 to 12.
    Month = "MONTH", 1, 1;
    /// Its day of the month, 1 to 31.
    Day = "DAY", 1, 1;
    /// So many months later, at most at the end of that month.
    AddMonths = "ADDMONTHS", 2, 2;
    /// Texts, numbers, amounts and days as one text.
    Concat = "CONCAT", 2, MANY;
    /// So many characters from the start.
    Left = "LEFT", 2, 2;
    /// So many characters from the end.
    Right = "RIGHT", 2, 2;
    /// How many characters.
    Len = "LEN", 1, 1;
    /// In capitals.
    Upper = "UPPER", 1, 1;
    /// In small letters.
    Lower = "LOWER", 1, 1;
    /// Without blanks around it.
    Trim = "TRIM", 1, 1;
    /// Whether the second text occurs in the first.
    Contains = "CONTAINS", 2, 2;
    /// Sum, or a day so many days later.
    Add = "+", 2, 2;
    /// Difference, of days too.
    Sub = "-", 2, 2;
    /// Product.
    Mul = "*", 2, 2;
    /// Quotient.
    Div = "/", 2, 2;
    /// The other sign.
    Neg = "−", 1, 1;
    /// The same.
    Eq = "=", 2, 2;
    /// Not the same.
    Ne = "<>", 2, 2;
    /// Less, or before.
    Lt = "<", 2, 2;
    /// Less or the same.
    Le = "<=", 2, 2;
    /// More, or after.
    Gt = ">", 2, 2;
    /// More or the same.
    Ge = ">=", 2, 2;
}

impl Function {
    /// The function of a name, in any case; signs are no names.
    #[must_use]
    pub fn named(word: &str) -> Option<Self> {
        Self::offered().find(|function| function.word().eq_ignore_ascii_case(word))
    }

    /// Those that are called by a name.
    pub fn offered() -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(|function| function.word().starts_with(|c: char| c.is_ascii_alphabetic()))
    }
}

/// A part of a formula as it was written.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// Where it begins, in characters from 0.
    pub at: usize,
    /// What it is.
    pub what: What,
}

/// What a part is.
#[derive(Debug, Clone, PartialEq)]
pub enum What {
    /// A number.
    Number(f64),
    /// Words in quotes.
    Text(String),
    /// `TRUE` or `FALSE`.
    Yes(bool),
    /// A field, by its key.
    Field(String),
    /// A function of parts.
    Call(Function, Vec<Part>),
}

impl Part {
    /// All fields it names: key and place.
    #[must_use]
    pub fn fields(&self) -> Vec<(&str, usize)> {
        match &self.what {
            What::Field(key) => vec![(key.as_str(), self.at)],
            What::Call(_, parts) => parts.iter().flat_map(Self::fields).collect(),
            What::Number(_) | What::Text(_) | What::Yes(_) => Vec::new(),
        }
    }
}

/// What is wrong with a formula, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Where, in characters from 0; the length of the text where its end came too soon.
    pub at: usize,
    /// What.
    pub why: Why,
}

/// What is wrong with a formula.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Why {
    /// This does not belong here; empty at the end of the text.
    #[error("formula_syntax")]
    Syntax(String),
    /// A word outside brackets and quotes.
    #[error("formula_word")]
    Word(String),
    /// There is no such function.
    #[error("formula_function")]
    Function(String),
    /// The function takes another number of values.
    #[error("formula_arguments")]
    Arguments(Function),
    /// There is no such field (any more).
    #[error("formula_field")]
    Field(String),
    /// Fields of this kind cannot be computed with.
    #[error("formula_field_kind")]
    FieldKind(String),
    /// Something else is expected here.
    #[error("formula_type")]
    Type {
        /// What would do.
        expected: Type,
        /// What is there.
        found: Type,
    },
    /// Words beside a day that are none.
    #[error("formula_day")]
    Day(String),
    /// The field never says that; what it may say.
    #[error("formula_choice")]
    Choice(String, Vec<String>),
    /// Too long, too deep, or too much once all formulas in it are written out.
    #[error("formula_too_large")]
    TooLarge,
    /// It needs its own result.
    #[error("formula_cycle")]
    Cycle(String),
    /// A formula it names is wrong itself.
    #[error("formula_broken")]
    Broken(String),
}

#[cfg(test)]
#[path = "formula_tests.rs"]
mod tests;
