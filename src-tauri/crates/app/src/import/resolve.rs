//! Names in a file and the records they mean: known ones are found, unknown ones are made, left empty or refused as the
//! mapping says. Everything made is collected here, so that a preview can show it and an import can write it.

use super::mapping::{NameMatching, NameRule, UnknownName};
use crate::{Result, dto::RecordKind};
use rusqlite::Connection;
use satchel_domain::names::{loose_key, tidy};
use satchel_store::Column as _;
use std::collections::{HashMap, hash_map::Entry};
use uuid::Uuid;

/// A name that no record has and that may not become one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unknown {
    pub kind: RecordKind,
    pub name: String,
}

/// A record to be made because a row names it. `within` is the pipeline of a stage, the employer of a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    pub id: Uuid,
    pub name: String,
    pub within: Option<Uuid>,
}

/// The names of one kind of record.
pub struct Names {
    kind: RecordKind,
    rule: NameRule,
    known: HashMap<(Option<Uuid>, String), Uuid>,
    made: Vec<Made>,
    /// Records that rows of this very file bring, and whether a name was asked for that means one.
    brought: HashMap<Uuid, bool>,
}

impl Names {
    /// Reads the names there are; `sql` gives id, name and, where names live within another record, that one's id.
    ///
    /// # Errors
    /// As SQLite says.
    pub fn read(conn: &Connection, kind: RecordKind, rule: NameRule, sql: &str) -> Result<Self> {
        let mut names = Self { kind, rule, known: HashMap::new(), made: Vec::new(), brought: HashMap::new() };
        let mut statement = conn.prepare(sql)?;
        let within = statement.column_count() > 2;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let id = Uuid::from_column("id", row.get_ref(0)?)?;
            let place = if within { Option::from_column("within", row.get_ref(2)?)? } else { None };
            let key = names.key(row.get_ref(1)?.as_str().unwrap_or_default());
            // the oldest record of a name is the one meant
            names.known.entry((place, key.clone())).or_insert(id);
            if place.is_some() && kind == RecordKind::Person {
                names.known.entry((None, key)).or_insert(id);
            }
        }
        Ok(names)
    }

    fn key(&self, name: &str) -> String {
        match self.rule.matching {
            NameMatching::Loose => loose_key(name),
            NameMatching::Exact => tidy(name),
        }
    }

    /// The record a name means, made with `id` where the mapping allows it; `Ok(None)` where the field stays empty.
    ///
    /// # Errors
    /// `Unknown` where the row is to be refused.
    pub fn resolve(
        &mut self,
        name: &str,
        within: Option<Uuid>,
        id: impl FnOnce() -> Uuid,
    ) -> std::result::Result<Option<Uuid>, Unknown> {
        let name = tidy(name);
        if name.is_empty() {
            return Ok(None);
        }
        let key = (within, self.key(&name));
        if let Some(found) = self.known.get(&key) {
            self.brought.entry(*found).and_modify(|asked| *asked = true);
            return Ok(Some(*found));
        }
        match self.rule.unknown {
            UnknownName::Create => {
                let id = id();
                self.known.insert(key, id);
                self.made.push(Made { id, name, within });
                Ok(Some(id))
            }
            UnknownName::LeaveEmpty => Ok(None),
            UnknownName::Refuse => Err(Unknown { kind: self.kind, name }),
        }
    }

    /// Makes a name known that a row of this very file brings, so that other rows find it.
    pub fn learn(&mut self, name: &str, within: Option<Uuid>, id: Uuid) {
        let key = self.key(&tidy(name));
        if let Entry::Vacant(free) = self.known.entry((within, key)) {
            free.insert(id);
            self.brought.insert(id, false);
        }
    }

    /// Forgets a name that a refused row would have brought; answers whether another row asked for it.
    pub fn unlearn(&mut self, name: &str, id: Uuid) -> bool {
        let key = (None, self.key(&tidy(name)));
        if self.known.get(&key) == Some(&id) {
            self.known.remove(&key);
        }
        self.brought.remove(&id).unwrap_or(false)
    }

    /// What has to be made, in the order it was met.
    #[must_use]
    pub fn made(&self) -> &[Made] {
        &self.made
    }

    /// Takes back what a refused row alone asked for.
    pub fn forget_from(&mut self, mark: usize) {
        for gone in self.made.drain(mark..) {
            self.known.retain(|_, id| *id != gone.id);
        }
    }

    /// Its kind.
    #[must_use]
    pub const fn kind(&self) -> RecordKind {
        self.kind
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(matching: NameMatching, unknown: UnknownName) -> Names {
        let conn = Connection::open_in_memory().expect("memory");
        conn.execute_batch("CREATE TABLE products (id BLOB, name TEXT); INSERT INTO products VALUES (x'00000000000000000000000000000001', 'GTX Pro')").expect("a product");
        Names::read(&conn, RecordKind::Product, NameRule { matching, unknown }, "SELECT id, name FROM products")
            .expect("names")
    }

    #[test]
    fn spelling_does_not_make_another_product() {
        let mut loose = names(NameMatching::Loose, UnknownName::Create);
        assert_eq!(loose.resolve("GTXPro", None, Uuid::nil), Ok(Some(Uuid::from_u128(1))));
        assert!(loose.made().is_empty());
        let mut exact = names(NameMatching::Exact, UnknownName::Refuse);
        assert_eq!(
            exact.resolve("GTXPro", None, Uuid::nil),
            Err(Unknown { kind: RecordKind::Product, name: "GTXPro".into() })
        );
    }

    #[test]
    fn an_unknown_name_is_made_once() {
        let mut names = names(NameMatching::Loose, UnknownName::Create);
        let first = names.resolve("MG Special", None, || Uuid::from_u128(9));
        assert_eq!(names.resolve("mg special", None, || Uuid::from_u128(10)), first);
        assert_eq!(names.made().len(), 1);
        names.forget_from(0);
        assert_eq!(
            names.resolve("MG Special", None, || Uuid::from_u128(11)),
            Ok(Some(Uuid::from_u128(11))),
            "a refused row leaves nothing behind"
        );
    }
}
