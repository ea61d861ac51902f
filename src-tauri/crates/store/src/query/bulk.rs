//! The same change for many records, in a constant number of statements whatever their number.

use super::list::{Bound, Entity};
use crate::{Column, Result, tables::ReasonKind};
use rusqlite::{Connection, params_from_iter, types::Value};
use uuid::Uuid;

/// One thing to set.
#[derive(Debug, Clone, PartialEq)]
pub enum Set {
    /// A column gets a value.
    Column(&'static str, Value),
    /// A column that holds nothing gets a value; what stands there stays.
    Fill(&'static str, Value),
    /// A custom field gets a value, or loses it.
    Custom(Uuid, Option<String>),
    /// A label is put on (true) or taken off.
    Label(Uuid, bool),
}

/// What is asked of each record before.
#[derive(Debug, Clone)]
pub struct Standing {
    /// Record.
    pub id: Uuid,
    /// What a person knows it by.
    pub name: String,
    /// In the trash.
    pub deleted: bool,
    /// Of deals and leads that were won or lost: the list their reason comes from.
    pub ended: Option<ReasonKind>,
}

const fn name_column(entity: Entity) -> &'static str {
    match entity {
        Entity::Deal | Entity::Lead => "title",
        Entity::Person | Entity::Organization => "name",
    }
}

const fn labels(entity: Entity) -> Option<(&'static str, &'static str)> {
    match entity {
        Entity::Deal => Some(("deal_labels", "deal_id")),
        Entity::Lead => Some(("lead_labels", "lead_id")),
        Entity::Person | Entity::Organization => None,
    }
}

/// The records with these ids (hexadecimal JSON list), in no order.
///
/// # Errors
/// As SQLite says.
pub fn standing(conn: &Connection, entity: Entity, ids: &str) -> Result<Vec<Standing>> {
    let ended = match entity {
        Entity::Deal | Entity::Lead => "CASE WHEN status IN ('won', 'lost') THEN status END",
        Entity::Person | Entity::Organization => "NULL",
    };
    let mut statement = conn.prepare_cached(&format!(
        "SELECT id, {}, deleted_at IS NOT NULL, {ended} FROM {} WHERE id IN (SELECT unhex(value) FROM json_each(?1))",
        name_column(entity),
        entity.table()
    ))?;
    let mut rows = statement.query([ids])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(Standing {
            id: Uuid::from_column("id", row.get_ref(0)?)?,
            name: row.get(1)?,
            deleted: row.get(2)?,
            ended: Option::from_column("status", row.get_ref(3)?)?,
        });
    }
    Ok(found)
}

/// Whether setting this would change a record `r`.
fn differs(entity: Entity, set: &Set, bound: &mut Bound) -> String {
    match set {
        Set::Column(column, value) => format!("r.{column} IS NOT {}", bound.bind(value.clone())),
        Set::Fill(column, _) => format!("r.{column} IS NULL"),
        Set::Custom(field, value) => format!(
            "(SELECT v.value FROM custom_values v WHERE v.record_id = r.id AND v.field_id = {}) IS NOT {}",
            bound.bind(field.as_bytes().to_vec()),
            bound.bind(value.clone().map_or(Value::Null, Value::Text))
        ),
        Set::Label(label, on) => labels(entity).map_or_else(
            || "0".to_owned(),
            |(table, column)| {
                format!(
                    "{}EXISTS (SELECT 1 FROM {table} x WHERE x.{column} = r.id AND x.label_id = {})",
                    if *on { "NOT " } else { "" },
                    bound.bind(label.as_bytes().to_vec())
                )
            },
        ),
    }
}

/// How many of the records would really change.
///
/// # Errors
/// As SQLite says.
pub fn changing(conn: &Connection, entity: Entity, ids: &str, sets: &[Set]) -> Result<i64> {
    if sets.is_empty() {
        return Ok(0);
    }
    let mut bound = Bound::default();
    let list = bound.bind(ids.to_owned());
    let any: Vec<String> = sets.iter().map(|set| differs(entity, set, &mut bound)).collect();
    Ok(conn
        .prepare_cached(&format!(
            "SELECT count(*) FROM {} r WHERE r.id IN (SELECT unhex(value) FROM json_each({list})) AND ({})",
            entity.table(),
            any.join(" OR ")
        ))?
        .query_row(params_from_iter(bound.values), |row| row.get(0))?)
}

/// Sets it all; records that hold it already are left alone.
///
/// # Errors
/// As SQLite says.
pub fn write(conn: &Connection, entity: Entity, ids: &str, sets: &[Set]) -> Result<()> {
    let mut bound = Bound::default();
    let list = bound.bind(ids.to_owned());
    let (mut columns, mut any) = (Vec::new(), Vec::new());
    for set in sets {
        match set {
            Set::Column(column, value) => columns.push(format!("{column} = {}", bound.bind(value.clone()))),
            Set::Fill(column, value) => {
                columns.push(format!("{column} = coalesce({column}, {})", bound.bind(value.clone())));
            }
            Set::Custom(field, value) => write_custom(conn, ids, *field, value.as_deref())?,
            Set::Label(label, on) => {
                if entity != Entity::Person && entity != Entity::Organization {
                    super::catalog::set_label(conn, entity == Entity::Deal, ids, *label, *on)?;
                }
                continue;
            }
        }
        if !matches!(set, Set::Custom(..)) {
            any.push(differs(entity, set, &mut bound));
        }
    }
    if !columns.is_empty() {
        conn.prepare_cached(&format!(
            "UPDATE {} AS r SET {} WHERE r.id IN (SELECT unhex(value) FROM json_each({list})) AND ({})",
            entity.table(),
            columns.join(", "),
            any.join(" OR ")
        ))?
        .execute(params_from_iter(bound.values))?;
    }
    Ok(())
}

fn write_custom(conn: &Connection, ids: &str, field: Uuid, value: Option<&str>) -> Result<()> {
    match value {
        Some(value) => conn
            .prepare_cached(
                "INSERT INTO custom_values (record_id, field_id, value) SELECT unhex(value), ?2, ?3 FROM json_each(?1) WHERE true
                 ON CONFLICT DO UPDATE SET value = excluded.value WHERE value != excluded.value",
            )?
            .execute((ids, field.as_bytes(), value))?,
        None => conn
            .prepare_cached(
                "DELETE FROM custom_values WHERE field_id = ?2 AND record_id IN (SELECT unhex(value) FROM json_each(?1))",
            )?
            .execute((ids, field.as_bytes()))?,
    };
    Ok(())
}

/// An organization and all it lies under.
///
/// # Errors
/// As SQLite says.
pub fn with_ancestors(conn: &Connection, organization: Uuid) -> Result<Vec<Uuid>> {
    crate::tables::ids(
        conn,
        "WITH RECURSIVE up (id) AS (VALUES (?1) UNION SELECT o.parent_id FROM organizations o JOIN up ON o.id = up.id WHERE o.parent_id IS NOT NULL)
         SELECT id FROM up",
        [organization.as_bytes()],
    )
}

/// Open deals or leads among these that are archived and stand at 0 % of their own: by the rule they are lost.
///
/// # Errors
/// As SQLite says.
pub fn lost_by_rule(conn: &Connection, entity: Entity, ids: &str) -> Result<Vec<Uuid>> {
    let sql = format!(
        "SELECT id FROM {} WHERE id IN (SELECT unhex(value) FROM json_each(?1)) AND status = 'open' AND archived_at IS NOT NULL AND probability = 0",
        entity.table()
    );
    crate::tables::ids(conn, &sql, [ids])
}
