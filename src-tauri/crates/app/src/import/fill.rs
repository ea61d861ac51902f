//! A record's row filled from its draft, field by field: what the row of the file says, nothing where it clears, else what
//! was there; and what that changes in a record that exists.

use super::{
    diffs::{Diffs, date, money, number, percent, text},
    mapping::ImportField,
    work::Desk,
};
use crate::{Result, dto::DiffValue};
use satchel_domain::{dates::Date, money::Money};
use uuid::Uuid;

pub(super) struct Fill {
    /// Whether the record exists; the fields of a new one differ from nothing.
    known: bool,
    cleared: Vec<ImportField>,
    pub diffs: Diffs,
}

impl Fill {
    pub fn new(known: bool, cleared: &[ImportField]) -> Self {
        Self { known, cleared: cleared.to_vec(), diffs: Diffs::default() }
    }

    /// These fields become empty, whatever the row says.
    pub fn clear(&mut self, fields: &[ImportField]) {
        self.cleared.extend_from_slice(fields);
    }

    /// Whether an empty cell clears the field.
    pub fn clears(&self, field: ImportField) -> bool {
        self.cleared.contains(&field)
    }

    /// Whether the row says what the field becomes.
    fn decides<T>(&self, field: ImportField, said: Option<&T>) -> bool {
        said.is_some() || self.clears(field)
    }

    /// What a field becomes: what the row says, nothing where it clears, else what was there.
    pub fn takes<T>(&self, field: ImportField, said: Option<T>, before: Option<T>) -> Option<T> {
        if self.decides(field, said.as_ref()) { said } else { before }
    }

    /// What a field was and is, where those differ.
    pub fn differs(&mut self, field: ImportField, from: DiffValue, to: DiffValue) {
        if self.known && from != to {
            self.diffs.push(&field.word(), from, to);
        }
    }

    fn set<T: PartialEq>(
        &mut self,
        field: ImportField,
        slot: &mut Option<T>,
        said: Option<T>,
        show: impl Fn(&Option<T>) -> DiffValue,
    ) {
        if self.decides(field, said.as_ref()) {
            let before = std::mem::replace(slot, said);
            if self.known && before != *slot {
                self.differs(field, show(&before), show(slot));
            }
        }
    }

    /// The name or title, which every row has.
    pub fn name(&mut self, field: ImportField, slot: &mut String, said: &str) {
        if slot != said {
            self.differs(field, text(Some(slot)), text(Some(said)));
            said.clone_into(slot);
        }
    }

    pub fn text(&mut self, field: ImportField, slot: &mut Option<String>, said: Option<&String>) {
        self.set(field, slot, said.cloned(), |value| text(value.as_deref()));
    }

    pub fn date(&mut self, field: ImportField, slot: &mut Option<String>, said: Option<Date>) {
        self.set(field, slot, said.map(|day| day.to_string()), |value| date(value.as_deref()));
    }

    pub fn number(&mut self, field: ImportField, slot: &mut Option<i64>, said: Option<i64>) {
        self.set(field, slot, said, |value| number(*value));
    }

    /// Hundredths of a percent.
    pub fn percent(&mut self, field: ImportField, slot: &mut Option<i64>, said: Option<i64>) {
        self.set(field, slot, said, |value| percent(*value));
    }

    /// An amount, in its two columns.
    pub fn money(
        &mut self,
        field: ImportField,
        minor: &mut Option<i64>,
        currency: &mut Option<String>,
        said: Option<Money>,
    ) {
        if self.decides(field, said.as_ref()) {
            let from = money(*minor, currency.as_ref());
            (*minor, *currency) = split(said);
            self.differs(field, from, money(*minor, currency.as_ref()));
        }
    }

    /// Another record, found by the name that the row says.
    pub fn record<T: Into<Uuid> + Copy + PartialEq>(
        &mut self,
        desk: &Desk<'_>,
        table: &str,
        field: ImportField,
        slot: &mut Option<T>,
        found: Option<T>,
        said: Option<&String>,
    ) -> Result<()> {
        if self.decides(field, found.as_ref()) {
            let before = std::mem::replace(slot, found);
            self.moved(desk, table, field, before, found, said)?;
        }
        Ok(())
    }

    /// That a field names another record than before.
    pub fn moved<T: Into<Uuid> + Copy + PartialEq>(
        &mut self,
        desk: &Desk<'_>,
        table: &str,
        field: ImportField,
        before: Option<T>,
        now: Option<T>,
        said: Option<&String>,
    ) -> Result<()> {
        if self.known && before != now {
            let said = now.and(said).map(String::as_str);
            self.differs(field, text(desk.name(table, before)?.as_deref()), text(said));
        }
        Ok(())
    }
}

/// An amount as its two columns.
pub(super) fn split(value: Option<Money>) -> (Option<i64>, Option<String>) {
    value.map_or((None, None), |money| (Some(money.minor()), Some(money.currency().code().to_owned())))
}
