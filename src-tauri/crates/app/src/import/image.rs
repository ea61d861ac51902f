//! What our own export would say today of the records a file names, beside what the file says: a cell that is as it was
//! exported says nothing. So a file that nobody changed changes nothing, whatever a field computes, shortens or calls by a
//! name that two records share.

use super::{
    mapping::ImportField as F,
    plan::{Plan, PlannedColumn, Slot},
    records::Record,
    row::{date, probability},
};
use crate::{
    Result,
    dto::ListEntity,
    export::cell::{Out, Reader},
    import::{draft::CustomKey, mapping::ImportEntity},
    list::ask,
};
use rusqlite::Connection;
use satchel_domain::{amount::Amount, cells::unguarded};
use satchel_store::query::list::{self as query, Lens};
use std::collections::HashMap;
use uuid::Uuid;

/// The list that shows records of a kind.
#[must_use]
pub(super) const fn list_of(entity: ImportEntity) -> Option<ListEntity> {
    match entity {
        ImportEntity::Deal => Some(ListEntity::Deal),
        ImportEntity::Lead => Some(ListEntity::Lead),
        ImportEntity::Organization => Some(ListEntity::Organization),
        ImportEntity::Person => Some(ListEntity::Person),
        ImportEntity::Product | ImportEntity::Colleague => None,
    }
}

/// The fields of the list that the columns of a plan fill.
pub(super) struct Image<'a> {
    plan: &'a Plan,
    reader: Reader<'a>,
    id_at: usize,
}

impl<'a> Image<'a> {
    /// None for a file that is no export of ours.
    ///
    /// # Errors
    /// As SQLite says.
    pub fn of(conn: &'a Connection, plan: &'a Plan, lens: &'a Lens) -> Result<Option<Self>> {
        let is_id = |column: &&PlannedColumn| matches!(column.slot, Slot::Field(F::SatchelId));
        let (Some(list), Some(id)) = (list_of(plan.entity), plan.columns.iter().find(is_id)) else { return Ok(None) };
        if !plan.ours {
            return Ok(None);
        }
        let entity = ask::entity(list);
        let fields = query::fields(conn, entity, lens)?;
        let key = |slot: &Slot| match slot {
            Slot::Field(field) => Some(field.word()),
            Slot::Custom { key: CustomKey::Existing(id), .. } => Some(query::own_key(*id)),
            Slot::Custom { .. } | Slot::Title => None,
        };
        let field = |column: &PlannedColumn| {
            let key = key(&column.slot)?;
            fields.iter().find(|field| field.key == key).cloned()
        };
        let reader = Reader::new(conn, entity, plan.columns.iter().map(field).collect(), lens)?;
        Ok(Some(Self { plan, reader, id_at: id.at }))
    }

    /// Which columns of these rows (by their place in the plan) are as they were exported; none of a row without a record.
    ///
    /// # Errors
    /// As SQLite says.
    pub fn unchanged(&self, rows: &[Record]) -> Result<Vec<Vec<bool>>> {
        let id = |record: &Record| Uuid::try_parse(record.cell(self.id_at)).ok();
        let ids: Vec<Uuid> = rows.iter().filter_map(id).collect();
        let now: HashMap<Uuid, Vec<Out>> = self.reader.read(&ids)?.into_iter().collect();
        let compared = |record: &Record| {
            let cells = id(record).and_then(|id| now.get(&id));
            cells.map(|cells| self.compared(record, cells)).unwrap_or_default()
        };
        Ok(rows.iter().map(compared).collect())
    }

    fn compared(&self, record: &Record, cells: &[Out]) -> Vec<bool> {
        let columns = &self.plan.columns;
        let mut same: Vec<bool> = columns
            .iter()
            .zip(cells)
            .enumerate()
            .map(|(at, (column, cell))| self.reader.kind(at).is_some() && self.is_same(column, record, cell))
            .collect();
        // what means another thing once its neighbour changes is read again with it
        for (field, beside) in [(F::Stage, F::Pipeline), (F::CloseReason, F::Status)] {
            let place =
                |field: F| columns.iter().position(|column| matches!(column.slot, Slot::Field(own) if own == field));
            if let (Some(at), Some(beside)) = (place(field), place(beside))
                && !same[beside]
            {
                same[at] = false;
            }
        }
        // which record it is stays said
        for (at, column) in columns.iter().enumerate() {
            if matches!(column.slot, Slot::Field(F::SatchelId) | Slot::Title) {
                same[at] = false;
            }
        }
        same
    }

    /// Whether the cell says what the record has, also where a spreadsheet spelled it anew.
    fn is_same(&self, column: &PlannedColumn, record: &Record, now: &Out) -> bool {
        let cell = unguarded(record.cell(column.at));
        match now {
            Out::Empty => cell.is_empty(),
            Out::Amount { minor, currency } => {
                let of_row = || self.plan.columns.iter().find(|other| matches!(other.slot, Slot::Field(F::Currency)));
                let at = column.currency_at.or_else(|| of_row().map(|other| other.at));
                let stated = at.map(|at| self.plan.stated(column, record.cell(at)).ok().flatten());
                let money = self.plan.money(column, cell, stated.flatten());
                money.is_ok_and(|money| money.minor() == *minor && money.currency().code() == currency)
            }
            Out::Percent(hundredths) => probability(column, cell).is_ok_and(|read| read == *hundredths),
            Out::Number(number) => {
                let plain = |text: &str| Amount::read(text, column.mark).and_then(|amount| amount.plain()).ok();
                cell == number || plain(cell).is_some_and(|read| Some(read) == plain(number))
            }
            Out::Day(day) => date(column, cell).is_ok_and(|read| read.to_string() == *day),
            Out::Text(_) | Out::Code(_) | Out::Instant(_) | Out::Yes(_) => {
                let text = now.text();
                let lines = |text: &str| text.trim().replace("\r\n", "\n").replace('\r', "\n");
                cell == text || lines(cell) == lines(&text)
            }
        }
    }
}
