//! One row and a plan become a draft, or every reason why not. Cells are read exactly as the plan says: nothing here looks at
//! other rows, and nothing is guessed.

use super::{
    draft::{CustomDraft, CustomValue, DraftRow},
    mapping::{ImportEntity, ImportField, MappedValue, NumberUnit},
    plan::{Plan, PlannedColumn, Slot},
    problem::{Checked, Code, Problem},
    records::Record,
    values::{Value, Values},
    words,
};
use crate::{
    detail::words::field_kind_in,
    dto::{DealStatus, FieldType, RecordKind},
};
use chrono::NaiveTime;
use satchel_domain::{
    amount::{self, Amount},
    cells::{parted, unguarded},
    currency::Currency,
    date_text,
    dates::Date,
    field::{self, Kind, Unfit},
    money::Money,
    names::{loose_key, tidy},
};

/// Characters of a name, a title, an address.
const LONGEST_TEXT: usize = 1_000;
/// Characters of a note.
const LONGEST_NOTE: usize = 100_000;

impl Plan {
    /// What the row says about its record, or everything that is wrong with it.
    pub fn draft(&self, record: &Record) -> Result<DraftRow, Vec<Problem>> {
        self.draft_of(record, &[])
    }

    /// The same for a row of an export of ours: columns that stand in `unchanged` (by their place in the plan) say nothing,
    /// because the record has just what they say.
    pub fn draft_of(&self, record: &Record, unchanged: &[bool]) -> Result<DraftRow, Vec<Problem>> {
        let mut problems = Vec::new();
        if let Some(surplus) = (self.width..record.len()).map(|at| record.cell(at)).find(|cell| !cell.is_empty()) {
            problems.push(Problem::new(Code::TooManyCells).of_value(surplus).with("limit", self.width));
        }
        let currency = self.row_currency(record).unwrap_or_else(|problem| {
            problems.push(problem);
            None
        });
        let mut values = Values::default();
        let said = |at: usize| !unchanged.get(at).copied().unwrap_or(false);
        for (_, column) in self.columns.iter().enumerate().filter(|(at, _)| said(*at)) {
            if let Err(problem) = self.take(column, record, currency, &mut values) {
                problems.push(problem);
            }
        }
        self.add_constants(&mut values);
        let title = self.title_of(record, &mut values);
        let known = self.ours && values.by_field.contains_key(&ImportField::SatchelId);
        if title.is_empty() && !known && !problems.iter().any(|problem| problem.code == Code::TooManyCells) {
            problems.push(Problem::new(Code::TitleMissing));
        }
        if problems.is_empty() {
            return Ok(values.into_row(record.row(), self.entity, title));
        }
        Err(problems.into_iter().map(|problem| problem.in_row(record.row())).collect())
    }

    /// The currency that the row states in a column of its own.
    fn row_currency(&self, record: &Record) -> Checked<Option<Currency>> {
        let is_currency = |column: &&PlannedColumn| matches!(column.slot, Slot::Field(ImportField::Currency));
        let Some(column) = self.columns.iter().find(is_currency) else { return Ok(None) };
        self.stated(column, column.cell(record))
    }

    /// The currency that a cell states.
    pub(super) fn stated(&self, column: &PlannedColumn, cell: &str) -> Checked<Option<Currency>> {
        if cell.is_empty() {
            return Ok(None);
        }
        match Currency::meant_by(cell).as_slice() {
            [] => Err(column.problem(Code::UnknownCurrency, cell)),
            [only] => Ok(Some(*only)),
            several => {
                let assumed = self.currency.filter(|assumed| several.contains(assumed));
                assumed.map(Some).ok_or_else(|| column.problem(Code::CurrencyAmbiguous, cell))
            }
        }
    }

    /// Reads one cell into the values.
    fn take(
        &self,
        column: &PlannedColumn,
        record: &Record,
        currency: Option<Currency>,
        values: &mut Values,
    ) -> Checked<()> {
        let cell = column.cell(record);
        if cell.contains('\u{FFFD}') {
            return Err(column.problem(Code::UndecodableText, cell));
        }
        let currency = match column.currency_at {
            Some(at) => self.stated(column, record.cell(at))?.or(currency),
            None => currency,
        };
        match &column.slot {
            Slot::Title => Ok(()),
            Slot::Field(ImportField::Currency) => Ok(()), // read with the amounts
            Slot::Field(field) => {
                if cell.is_empty() && !column.is_mapped_to_something(record) {
                    values.cleared.extend(self.clears.then_some(*field));
                    return Ok(());
                }
                let (field, value) = self.read(*field, column, record, currency)?;
                values.put(field, value, column.slot_is(ImportField::Stage));
                Ok(())
            }
            Slot::Custom { key, kind, options } => {
                if cell.is_empty() {
                    values.cleared_custom.extend(self.clears.then(|| key.clone()));
                    return Ok(());
                }
                let value = self.read_custom(*kind, options, column, cell, currency)?;
                values.custom.push(CustomDraft { key: key.clone(), value });
                Ok(())
            }
        }
    }

    /// Reads a filled cell of a standard field. A stage column may say a status instead.
    fn read(
        &self,
        field: ImportField,
        column: &PlannedColumn,
        record: &Record,
        currency: Option<Currency>,
    ) -> Checked<(ImportField, Value)> {
        use ImportField as F;
        let cell = column.cell(record);
        let value = match field {
            F::Stage | F::Status => return self.stage_or_status(field, column, record),
            F::Value | F::ActualValue => {
                let money = self.money(column, cell, currency)?;
                let money = Money::deal_value(money.minor(), money.currency());
                Value::Money(money.map_err(|error| column.problem(error, cell))?)
            }
            F::AnnualRevenue | F::Price => Value::Money(self.money(column, cell, currency)?),
            F::ExpectedClose | F::StartedOn | F::EndedOn => Value::Date(date(column, cell)?),
            F::Probability => Value::Number(probability(column, cell)?),
            F::Employees => {
                let number = whole(column, cell)?;
                if number < 0 {
                    return Err(column.problem(Code::NegativeNumber, cell));
                }
                Value::Number(number)
            }
            F::FoundedYear => {
                let year = whole(column, cell).ok().filter(|year| (1000..=9999).contains(year));
                Value::Number(year.ok_or_else(|| column.problem(Code::NotAYear, cell))?)
            }
            F::Labels => Value::List(list(cell)),
            F::Note => Value::Text(text(column, cell, LONGEST_NOTE)?),
            F::ExternalId
            | F::SatchelId
            | F::Title
            | F::Name
            | F::Pipeline
            | F::Currency
            | F::Organization
            | F::Person
            | F::Owner
            | F::ConvertedBy
            | F::NextContactBy
            | F::Source
            | F::Product
            | F::CloseReason
            | F::Parent
            | F::Industry
            | F::Website
            | F::Phone
            | F::Mobile
            | F::Email
            | F::Street
            | F::Postcode
            | F::City
            | F::Region
            | F::Country
            | F::JobTitle
            | F::Code
            | F::Series
            | F::Manager
            | F::Office => Value::Text(tidy(&text(column, cell, LONGEST_TEXT)?)),
        };
        Ok((field, value))
    }

    /// Mapped values first, then the usual words for won and lost; what remains is a stage's name, or no status.
    fn stage_or_status(
        &self,
        field: ImportField,
        column: &PlannedColumn,
        record: &Record,
    ) -> Checked<(ImportField, Value)> {
        let cell = column.cell(record);
        let status = match column.mapped(record) {
            Some(MappedValue::Stage(stage)) => return Ok((ImportField::Stage, Value::Text(tidy(stage)))),
            Some(MappedValue::Status(status)) => Some(*status),
            Some(MappedValue::Text(_) | MappedValue::Empty) | None if self.ours && field == ImportField::Stage => None,
            Some(MappedValue::Text(_) | MappedValue::Empty) | None => words::outcome(cell),
        };
        match status {
            Some(DealStatus::Won | DealStatus::Closed) if self.entity == ImportEntity::Lead => {
                Err(column.problem(Code::UnknownStatus, cell))
            }
            Some(status) => Ok((ImportField::Status, Value::Status(status))),
            None if field == ImportField::Stage => {
                Ok((ImportField::Stage, Value::Text(tidy(&text(column, cell, LONGEST_TEXT)?))))
            }
            None => Err(column.problem(Code::UnknownStatus, cell)),
        }
    }

    /// An amount in the currency of its own mark, of the row, or the one assumed.
    pub(super) fn money(&self, column: &PlannedColumn, cell: &str, row_currency: Option<Currency>) -> Checked<Money> {
        let refuse = |error: amount::AmountError| column.problem(error, cell);
        let amount = Amount::read(cell, column.mark).map_err(refuse)?;
        let factor = match column.unit {
            Some(NumberUnit::Thousand) => 1_000,
            Some(NumberUnit::Million) => 1_000_000,
            Some(NumberUnit::Percent | NumberUnit::Fraction) | None => 1,
        };
        let written = amount.currencies();
        if row_currency.is_some_and(|stated| !written.is_empty() && !written.contains(&stated)) {
            return Err(column.problem(Code::CurrencyMismatch, cell));
        }
        let assumed = row_currency.or(self.currency);
        amount.times(factor).and_then(|amount| amount.money(assumed)).map_err(refuse)
    }

    fn read_custom(
        &self,
        kind: FieldType,
        options: &[String],
        column: &PlannedColumn,
        cell: &str,
        currency: Option<Currency>,
    ) -> Checked<CustomValue> {
        let refuse = |error: amount::AmountError| column.problem(error, cell);
        let option = |value: &str| {
            let same = options.iter().find(|option| *option == value);
            let known = same.or_else(|| options.iter().find(|option| loose_key(option) == loose_key(value)));
            let free = options.is_empty().then(|| tidy(value));
            known.cloned().or(free).ok_or_else(|| column.problem(Code::NotAChoice, value))
        };
        let read = match kind {
            FieldType::Text | FieldType::Url | FieldType::Phone | FieldType::Email => {
                CustomValue::Text(tidy(&text(column, cell, LONGEST_TEXT)?))
            }
            FieldType::LargeText => CustomValue::Text(text(column, cell, LONGEST_NOTE)?),
            FieldType::Address => CustomValue::Text(text(column, cell, LONGEST_TEXT)?),
            FieldType::Colleague => {
                CustomValue::Record(RecordKind::Colleague, tidy(&text(column, cell, LONGEST_TEXT)?))
            }
            FieldType::Person => CustomValue::Record(RecordKind::Person, tidy(&text(column, cell, LONGEST_TEXT)?)),
            FieldType::Organization => {
                CustomValue::Record(RecordKind::Organization, tidy(&text(column, cell, LONGEST_TEXT)?))
            }
            FieldType::Time => CustomValue::Text(time(column, cell)?),
            FieldType::TimeRange => {
                let (from, to) = pair(cell).ok_or_else(|| column.problem(Code::NotATime, cell))?;
                let (from, to) = (time(column, from)?, time(column, to)?);
                if from > to {
                    return Err(column.problem(Code::RangeBackwards, cell));
                }
                CustomValue::Text(format!("{from}/{to}"))
            }
            FieldType::DateRange => {
                let (first, last) = pair(cell).unwrap_or((cell, cell));
                let (first, last) = (date(column, first)?, date(column, last)?);
                if first > last {
                    return Err(column.problem(Code::RangeBackwards, cell));
                }
                CustomValue::Days(first, last)
            }
            FieldType::Number => {
                let number = Amount::read(cell, column.mark).and_then(|amount| amount.plain());
                CustomValue::Number(number.map_err(refuse)?)
            }
            FieldType::Money => CustomValue::Money(self.money(column, cell, currency)?),
            FieldType::Date => CustomValue::Date(date(column, cell)?),
            FieldType::YesNo => {
                CustomValue::YesNo(words::yes_no(cell).ok_or_else(|| column.problem(Code::NotYesNo, cell))?)
            }
            FieldType::Choice => CustomValue::Text(option(cell)?),
            FieldType::Formula => return Err(column.problem(Code::CustomFieldComputed, cell)),
            FieldType::Choices => {
                CustomValue::Choices(list(cell).iter().map(|value| option(value)).collect::<Checked<_>>()?)
            }
        };
        fitting(field_kind_in(kind), read, column, cell)
    }

    /// What every row gets where its own cells say nothing and clear nothing.
    fn add_constants(&self, values: &mut Values) {
        let fields = self.entity.fields();
        let constants = &self.constants;
        let texts = [
            (ImportField::Pipeline, &constants.pipeline),
            (ImportField::Owner, &constants.owner),
            (ImportField::Source, &constants.source),
        ];
        let texts = texts.into_iter().filter_map(|(field, text)| Some((field, Value::Text(tidy(text.as_ref()?)))));
        let status = constants.status.map(|status| (ImportField::Status, Value::Status(status)));
        let labels =
            (!constants.labels.is_empty()).then(|| (ImportField::Labels, Value::List(constants.labels.clone())));
        for (field, value) in texts.chain(status).chain(labels).filter(|(field, _)| fields.contains(field)) {
            values.by_field.entry(field).or_insert(value);
            values.cleared.retain(|cleared| *cleared != field);
        }
    }

    /// The title's or name's own cell, else the template.
    fn title_of(&self, record: &Record, values: &mut Values) -> String {
        let own = values.text(self.entity.title_field());
        values.cleared.retain(|field| *field != self.entity.title_field());
        own.or_else(|| self.composed(record)).unwrap_or_default()
    }

    fn composed(&self, record: &Record) -> Option<String> {
        let template = self.title.as_ref()?;
        let cell = |at: usize| {
            let column = self.columns.iter().find(|column| column.at == at);
            column.map_or_else(|| record.cell(at), |column| column.cell(record))
        };
        Some(template.render(cell))
    }

    /// What a row that is not read is called, as far as its cells say.
    pub fn name_of(&self, record: &Record) -> String {
        let own = self.entity.title_field();
        let is_own = |column: &&PlannedColumn| matches!(column.slot, Slot::Field(field) if field == own);
        let cell = self.columns.iter().find(is_own).map(|column| column.cell(record));
        let name = cell.filter(|cell| !cell.is_empty()).map(str::to_owned).or_else(|| self.composed(record));
        name.unwrap_or_default().chars().take(LONGEST_TEXT).collect()
    }
}

impl PlannedColumn {
    /// The cell as it counts: unguarded, in the spelling the mapping gives it.
    fn cell<'a>(&'a self, record: &'a Record) -> &'a str {
        match self.mapped(record) {
            Some(MappedValue::Text(other)) => other.trim(),
            Some(MappedValue::Empty) => "",
            Some(MappedValue::Stage(_) | MappedValue::Status(_)) | None => unguarded(record.cell(self.at)),
        }
    }

    /// What the mapping says about this very value.
    fn mapped(&self, record: &Record) -> Option<&MappedValue> {
        if self.values.is_empty() {
            return None;
        }
        self.values.get(&words::key(unguarded(record.cell(self.at))))
    }

    /// An empty cell may stand for a stage or status.
    fn is_mapped_to_something(&self, record: &Record) -> bool {
        matches!(self.mapped(record), Some(MappedValue::Stage(_) | MappedValue::Status(_)))
    }

    fn slot_is(&self, field: ImportField) -> bool {
        matches!(self.slot, Slot::Field(own) if own == field)
    }

    fn problem(&self, code: impl Into<Code>, cell: &str) -> Problem {
        Problem::new(code.into()).in_column(&self.name).of_value(cell)
    }
}

fn text(column: &PlannedColumn, cell: &str, limit: usize) -> Checked<String> {
    if cell.len() > limit && cell.chars().count() > limit {
        return Err(column.problem(Code::TextTooLong, cell).with("limit", limit));
    }
    Ok(cell.to_owned())
}

/// A value as its field keeps it: a file brings nothing that nobody could type there.
fn fitting(kind: Kind, read: CustomValue, column: &PlannedColumn, cell: &str) -> Checked<CustomValue> {
    let checked = |value: &str| {
        field::checked(kind, value).map_err(|why| match why {
            Unfit::Invalid => column.problem(Code::NotOfField, cell),
            Unfit::TooLong(limit) => column.problem(Code::TextTooLong, cell).with("limit", limit),
        })
    };
    match &read {
        CustomValue::Text(text) => return Ok(CustomValue::Text(checked(text)?.unwrap_or_default())),
        CustomValue::Choices(values) => {
            for value in values {
                checked(value)?;
            }
        }
        // found by its name later
        CustomValue::Record(..) => {}
        other => drop(checked(&other.own_form())?),
    }
    Ok(read)
}

pub(super) fn date(column: &PlannedColumn, cell: &str) -> Checked<Date> {
    date_text::read(cell, column.format).map_err(|error| {
        let readings: Vec<String> = date_text::readings(cell).iter().map(|(_, day)| day.to_string()).collect();
        let problem = column.problem(error, cell);
        if column.format.is_none() && !readings.is_empty() {
            problem.with("readings", readings.join(" | "))
        } else {
            problem
        }
    })
}

/// A time of day as 9:05, 09:05:00, 9h05, 9h or 9:05 pm.
fn time(column: &PlannedColumn, cell: &str) -> Checked<String> {
    let cell = cell.trim().to_lowercase();
    let spelled = cell.strip_suffix('h').map_or_else(|| cell.replace('h', ":"), |hour| format!("{hour}:00"));
    let read = |format| NaiveTime::parse_from_str(&spelled, format).ok();
    let found = ["%H:%M", "%H:%M:%S", "%I:%M %p", "%I:%M%p"].into_iter().find_map(read);
    found.map(|time| time.format("%H:%M").to_string()).ok_or_else(|| column.problem(Code::NotATime, &cell))
}

/// The two ends of a span: `a/b` where that is not one date, `a – b`, `a - b`, `a to b`, `a au b`, `a 至 b`.
fn pair(cell: &str) -> Option<(&str, &str)> {
    let spaced = [" – ", " — ", " - ", " / ", " to ", " au ", " à ", "–", "至", "~", ".."];
    let found = spaced.iter().find_map(|between| cell.split_once(between));
    found.or_else(|| cell.split_once('/').filter(|(_, last)| !last.contains('/')))
}

fn whole(column: &PlannedColumn, cell: &str) -> Checked<i64> {
    Amount::read(cell, column.mark).and_then(|amount| amount.integer()).map_err(|error| column.problem(error, cell))
}

pub(super) fn probability(column: &PlannedColumn, cell: &str) -> Checked<i64> {
    let fraction = column.unit == Some(NumberUnit::Fraction);
    let hundredths = amount::percent(cell, column.mark, fraction).map_err(|error| column.problem(error, cell))?;
    if (0..=10_000).contains(&hundredths) { Ok(hundredths) } else { Err(column.problem(Code::NotAProbability, cell)) }
}

/// "red, big; new" as three, each once.
fn list(cell: &str) -> Vec<String> {
    let mut items: Vec<String> = Vec::new();
    for item in parted(cell).iter().map(|item| tidy(item)) {
        if !item.is_empty() && !items.iter().any(|known| loose_key(known) == loose_key(&item)) {
            items.push(item);
        }
    }
    items
}

#[cfg(test)]
#[path = "row_tests.rs"]
mod tests;
