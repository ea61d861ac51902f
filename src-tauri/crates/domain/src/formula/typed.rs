//! The kinds of a formula's parts, checked from the fields upwards: what may be computed with what, and what comes out.

use super::{Function, Part, Problem, Type, What, Why};
use crate::dates::Date;

/// What is known of a field a formula names.
#[derive(Debug, Clone)]
pub struct Known {
    /// What it gives; None: fields of its kind cannot be computed with.
    pub of: Option<Type>,
    /// The closed words it says, where there are such.
    pub words: Vec<String>,
    /// A formula that is wrong itself.
    pub broken: bool,
}

/// A checked part.
#[derive(Debug, Clone, PartialEq)]
pub struct Typed {
    /// What it gives.
    pub of: Type,
    /// What it is.
    pub meaning: Meaning,
}

/// What a checked part is.
#[derive(Debug, Clone, PartialEq)]
pub enum Meaning {
    /// A number.
    Number(f64),
    /// Words.
    Text(String),
    /// A day.
    Date(Date),
    /// Yes or no.
    Yes(bool),
    /// A field, by its key.
    Field(String),
    /// A function of parts.
    Call(Function, Vec<Typed>),
}

/// Checks a formula against the fields it names.
///
/// # Errors
/// The first thing that is wrong, with its place.
pub fn typed(part: &Part, field: &dyn Fn(&str) -> Option<Known>) -> Result<Typed, Problem> {
    let wrong = |why| Problem { at: part.at, why };
    let of = |of, meaning| Ok(Typed { of, meaning });
    match &part.what {
        What::Number(number) => of(Type::Number, Meaning::Number(*number)),
        What::Text(text) => of(Type::Text, Meaning::Text(text.clone())),
        What::Yes(yes) => of(Type::YesNo, Meaning::Yes(*yes)),
        What::Field(key) => {
            let known = field(key).ok_or_else(|| wrong(Why::Field(key.clone())))?;
            if known.broken {
                return Err(wrong(Why::Broken(key.clone())));
            }
            let kind = known.of.ok_or_else(|| wrong(Why::FieldKind(key.clone())))?;
            of(kind, Meaning::Field(key.clone()))
        }
        What::Call(function, parts) => {
            let mut inner = parts.iter().map(|part| typed(part, field)).collect::<Result<Vec<_>, _>>()?;
            let at: Vec<usize> = parts.iter().map(|part| part.at).collect();
            if matches!(function, Function::Eq | Function::Ne) {
                closed_words(&inner, &at, field)?;
            }
            let kind = Call { function: *function, at: &at }.of(&mut inner)?;
            of(kind, Meaning::Call(*function, inner))
        }
    }
}

/// A word compared with a field of closed words is one of them.
fn closed_words(parts: &[Typed], at: &[usize], field: &dyn Fn(&str) -> Option<Known>) -> Result<(), Problem> {
    for (one, other) in [(0, 1), (1, 0)] {
        let (Meaning::Field(key), Meaning::Text(text)) = (&parts[one].meaning, &parts[other].meaning) else { continue };
        let words = field(key).map(|known| known.words).unwrap_or_default();
        if !words.is_empty() && !words.iter().any(|word| word.eq_ignore_ascii_case(text)) {
            return Err(Problem { at: at[other], why: Why::Choice(key.clone(), words) });
        }
    }
    Ok(())
}

/// A function with the places of its values.
struct Call<'a> {
    function: Function,
    at: &'a [usize],
}

impl Call<'_> {
    fn expect(&self, parts: &[Typed], index: usize, allowed: &[Type]) -> Result<Type, Problem> {
        let found = parts[index].of;
        if allowed.contains(&found) {
            return Ok(found);
        }
        Err(self.wrong(index, allowed[0], found))
    }

    fn wrong(&self, index: usize, expected: Type, found: Type) -> Problem {
        Problem { at: self.at[index], why: Why::Type { expected, found } }
    }

    fn all(&self, parts: &[Typed], allowed: Type) -> Result<(), Problem> {
        (0..parts.len()).try_for_each(|index| self.expect(parts, index, &[allowed]).map(drop))
    }

    /// Words beside a day are read as a day, YYYY-MM-DD.
    fn days(&self, parts: &mut [Typed]) -> Result<(), Problem> {
        if !parts.iter().any(|part| part.of == Type::Date) {
            return Ok(());
        }
        (0..parts.len()).try_for_each(|index| self.day(parts, index))
    }

    fn day(&self, parts: &mut [Typed], index: usize) -> Result<(), Problem> {
        if let Meaning::Text(text) = &parts[index].meaning {
            let day = text.trim().parse::<Date>();
            let day = day.map_err(|_| Problem { at: self.at[index], why: Why::Day(text.clone()) })?;
            parts[index] = Typed { of: Type::Date, meaning: Meaning::Date(day) };
        }
        Ok(())
    }

    /// What all of them are; a number beside an amount counts as one.
    fn common(&self, parts: &mut [Typed]) -> Result<Type, Problem> {
        self.days(parts)?;
        let first = parts[0].of;
        let numeric = |kind| matches!(kind, Type::Number | Type::Money);
        for (index, part) in parts.iter().enumerate() {
            if part.of != first && !(numeric(part.of) && numeric(first)) {
                return Err(self.wrong(index, first, part.of));
            }
        }
        let money = parts.iter().any(|part| part.of == Type::Money);
        Ok(if money { Type::Money } else { first })
    }

    fn of(&self, parts: &mut [Typed]) -> Result<Type, Problem> {
        use Type::{Date, Money, Number, Text, YesNo};
        const NUMERIC: &[Type] = &[Number, Money];
        Ok(match self.function {
            Function::If => {
                self.expect(parts, 0, &[YesNo])?;
                Call { function: self.function, at: &self.at[1..] }.common(&mut parts[1..])?
            }
            Function::And | Function::Or | Function::Not => {
                self.all(parts, YesNo)?;
                YesNo
            }
            Function::Empty => YesNo,
            Function::Coalesce => self.common(parts)?,
            Function::Min | Function::Max => match self.common(parts)? {
                YesNo => return Err(self.wrong(0, Number, YesNo)),
                kind => kind,
            },
            Function::Round => {
                if parts.len() > 1 {
                    self.expect(parts, 1, &[Number])?;
                }
                self.expect(parts, 0, NUMERIC)?
            }
            Function::Floor | Function::Ceil | Function::Abs | Function::Neg => self.expect(parts, 0, NUMERIC)?,
            Function::Number => {
                self.expect(parts, 0, &[Money, Number])?;
                Number
            }
            Function::Today => Date,
            Function::Date => {
                self.all(parts, Number)?;
                Date
            }
            Function::Year | Function::Month | Function::Day => {
                self.day(parts, 0)?;
                self.expect(parts, 0, &[Date])?;
                Number
            }
            Function::AddMonths => {
                self.day(parts, 0)?;
                self.expect(parts, 0, &[Date])?;
                self.expect(parts, 1, &[Number])?;
                Date
            }
            Function::Concat => {
                for index in 0..parts.len() {
                    self.expect(parts, index, &[Text, Number, Money, Date])?;
                }
                Text
            }
            Function::Left | Function::Right => {
                self.expect(parts, 0, &[Text])?;
                self.expect(parts, 1, &[Number])?;
                Text
            }
            Function::Len => {
                self.expect(parts, 0, &[Text])?;
                Number
            }
            Function::Upper | Function::Lower | Function::Trim => self.expect(parts, 0, &[Text])?,
            Function::Contains => {
                self.all(parts, Text)?;
                YesNo
            }
            Function::Add | Function::Sub => self.sum(parts)?,
            Function::Mul => match (self.expect(parts, 0, NUMERIC)?, self.expect(parts, 1, NUMERIC)?) {
                (Money, Money) => return Err(self.wrong(1, Number, Money)),
                (Number, Number) => Number,
                _ => Money,
            },
            Function::Div => match (self.expect(parts, 0, NUMERIC)?, self.expect(parts, 1, NUMERIC)?) {
                (Money, Number) => Money,
                (Number, Money) => return Err(self.wrong(1, Number, Money)),
                _ => Number,
            },
            Function::Eq | Function::Ne => {
                self.common(parts)?;
                YesNo
            }
            Function::Lt | Function::Le | Function::Gt | Function::Ge => {
                if self.common(parts)? == YesNo {
                    return Err(self.wrong(0, Number, YesNo));
                }
                YesNo
            }
        })
    }

    /// Sums and differences: numbers, amounts, and days moved by days; two days are so many days apart.
    fn sum(&self, parts: &mut [Typed]) -> Result<Type, Problem> {
        use Type::{Date, Money, Number};
        let minus = self.function == Function::Sub;
        if minus && parts[0].of == Date {
            self.days(parts)?;
        }
        match (parts[0].of, parts[1].of) {
            (Number, Number) => Ok(Number),
            (Number | Money, Number | Money) => Ok(Money),
            (Date, Number) => Ok(Date),
            (Number, Date) if !minus => Ok(Date),
            (Date, Date) if minus => Ok(Number),
            (Number | Money | Date, found) => Err(self.wrong(1, Number, found)),
            (found, _) => Err(self.wrong(0, Number, found)),
        }
    }
}
