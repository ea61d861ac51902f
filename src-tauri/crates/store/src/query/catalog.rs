//! Reads and set-based writes behind the short lists: labels, reasons, sources. Custom fields are in `field`.

use crate::{Column, Result};
use rusqlite::{Connection, named_params};
use uuid::Uuid;

/// A list whose entries have names of their own, and the column that parts it (reasons by kind, stages by pipeline).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Named {
    /// Pipelines.
    Pipelines,
    /// Labels.
    Labels,
    /// Sources.
    Sources,
    /// Products.
    Products,
    /// Colleagues.
    Colleagues,
    /// Stages of a pipeline.
    Stages(Uuid),
    /// Close reasons of a kind.
    Reasons(&'static str),
    /// Custom fields of a kind of record.
    Fields(&'static str),
}

/// Whether another entry of a list carries this name, whatever its case.
///
/// # Errors
/// As SQLite says.
pub fn name_taken(conn: &Connection, list: Named, name: &str, except: Option<Uuid>) -> Result<bool> {
    let all = |table: &str, column: &str| format!("SELECT {column}, id FROM {table}");
    let (sql, part): (String, Option<Box<dyn rusqlite::ToSql>>) = match list {
        Named::Pipelines => (all("pipelines", "name"), None),
        Named::Labels => (all("labels", "name"), None),
        Named::Sources => (all("sources", "name"), None),
        Named::Products => (all("products", "name"), None),
        Named::Colleagues => (all("colleagues", "name"), None),
        Named::Stages(pipeline) => {
            (all("stages", "name") + " WHERE pipeline_id = ?1", Some(Box::new(pipeline.as_bytes().to_vec())))
        }
        Named::Reasons(kind) => (all("close_reasons", "description") + " WHERE kind = ?1", Some(Box::new(kind))),
        Named::Fields(entity) => (all("custom_fields", "name") + " WHERE entity = ?1", Some(Box::new(entity))),
    };
    let mut statement = conn.prepare_cached(&sql)?;
    let mut rows = statement.query(rusqlite::params_from_iter(part))?;
    // these lists are short, and SQLite knows upper and lower case of ASCII only
    let wanted = name.to_lowercase();
    while let Some(row) = rows.next()? {
        let same = row.get_ref(0)?.as_str().is_ok_and(|text| text.to_lowercase() == wanted);
        if same && Some(Uuid::from_column("id", row.get_ref(1)?)?) != except {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Adds (or removes) one label on many deals or leads. `records`: JSON array of ids in hexadecimal.
///
/// # Errors
/// As SQLite says.
pub fn set_label(conn: &Connection, deals: bool, records: &str, label: Uuid, add: bool) -> Result<()> {
    let (table, column) = if deals { ("deal_labels", "deal_id") } else { ("lead_labels", "lead_id") };
    let sql = if add {
        format!(
            "INSERT OR IGNORE INTO {table} ({column}, label_id) SELECT unhex(value), :label FROM json_each(:records)"
        )
    } else {
        format!(
            "DELETE FROM {table} WHERE label_id = :label AND {column} IN (SELECT unhex(value) FROM json_each(:records))"
        )
    };
    conn.prepare_cached(&sql)?.execute(named_params! { ":records": records, ":label": label.as_bytes() })?;
    Ok(())
}

/// Takes a label off every record; answers how many carried it.
///
/// # Errors
/// As SQLite says.
pub fn strip_label(conn: &Connection, label: Uuid) -> Result<usize> {
    let deals = conn.prepare_cached("DELETE FROM deal_labels WHERE label_id = ?1")?.execute([label.as_bytes()])?;
    Ok(deals + conn.prepare_cached("DELETE FROM lead_labels WHERE label_id = ?1")?.execute([label.as_bytes()])?)
}

/// Deals and leads that were ever closed with a reason: how many, and the first titles.
///
/// # Errors
/// As SQLite says.
pub fn reason_uses(conn: &Connection, reason: Uuid) -> Result<(i64, Vec<String>)> {
    let sql = "WITH used (id) AS (
            SELECT id FROM deals WHERE close_reason_id = ?1 UNION SELECT deal_id FROM stage_entries WHERE close_reason_id = ?1
            UNION SELECT id FROM leads WHERE close_reason_id = ?1 UNION SELECT lead_id FROM lead_entries WHERE close_reason_id = ?1)
        SELECT coalesce(d.title, l.title, ''), count(*) OVER () FROM used
        LEFT JOIN deals d ON d.id = used.id LEFT JOIN leads l ON l.id = used.id ORDER BY used.id DESC LIMIT 5";
    let mut statement = conn.prepare_cached(sql)?;
    let rows: Vec<(String, i64)> = statement
        .query_map([reason.as_bytes()], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    Ok((rows.first().map_or(0, |row| row.1), rows.into_iter().map(|row| row.0).collect()))
}

/// A short list whose entries records name in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Uses {
    /// Colleagues, whatever they are to a record.
    Colleague,
    /// Sources of deals and leads.
    Source,
    /// Products of deals and leads.
    Product,
}

impl Uses {
    /// The query of how many records name each entry.
    #[must_use]
    pub fn counted(self) -> String {
        format!("SELECT used, count(*) FROM ({}) GROUP BY 1", self.records())
    }

    /// The records that name one: id, name, and the entry.
    fn records(self) -> String {
        let of = |table: &str, name: &str, column: &str| {
            format!("SELECT id, {name} AS name, {column} AS used FROM {table} WHERE {column} IS NOT NULL")
        };
        let sold = |column: &str| ["deals", "leads"].map(|table| of(table, "title", column));
        let parts: Vec<String> = match self {
            Self::Source => sold("source_id").into(),
            Self::Product => sold("product_id").into(),
            Self::Colleague => ["owner_id", "converted_by_id", "next_contact_by_id"]
                .into_iter()
                .flat_map(sold)
                .chain(["organizations", "people"].map(|table| of(table, "name", "owner_id")))
                .collect(),
        };
        // one record counts once, whatever a colleague is to it
        parts.join(" UNION ")
    }
}

/// Records that name an entry of a list: how many, and the first names.
///
/// # Errors
/// As SQLite says.
pub fn uses(conn: &Connection, list: Uses, id: Uuid) -> Result<(i64, Vec<String>)> {
    let sql =
        format!("SELECT name, count(*) OVER () FROM ({}) WHERE used = ?1 ORDER BY id DESC LIMIT 5", list.records());
    let mut statement = conn.prepare_cached(&sql)?;
    let rows: Vec<(String, i64)> =
        statement.query_map([id.as_bytes()], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<rusqlite::Result<_>>()?;
    Ok((rows.first().map_or(0, |row| row.1), rows.into_iter().map(|row| row.0).collect()))
}

/// Puts the reasons in this order.
///
/// # Errors
/// As SQLite says.
pub fn order_reasons(conn: &Connection, ids: &[Uuid]) -> Result<()> {
    let mut statement =
        conn.prepare_cached("UPDATE close_reasons SET position = ?2 WHERE id = ?1 AND position != ?2")?;
    for (position, id) in (0_i64..).zip(ids) {
        statement.execute((id.as_bytes(), position))?;
    }
    Ok(())
}

/// The place behind the last close reason.
///
/// # Errors
/// As SQLite says.
pub fn next_reason(conn: &Connection) -> Result<i64> {
    Ok(conn
        .prepare_cached("SELECT coalesce(max(position), -1) + 1 FROM close_reasons")?
        .query_row([], |row| row.get(0))?)
}
