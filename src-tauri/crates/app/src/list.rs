//! Lists of deals, leads, people and organizations: their fields, pages, totals, groups and ids.

pub(crate) mod ask;
pub(crate) mod cells;

use crate::{
    Error, Result, View, check,
    dto::*,
    totals::{self, Tally},
};
use rusqlite::types::Value;
use satchel_domain::{dates::Date, filter::Kind};
use satchel_store::{
    journal,
    query::{
        board::Sum,
        list::{self as query, Group, Lens, QUARTER_HOUR, Shape},
    },
};
use std::collections::HashMap;

/// Most groups one answer carries.
const MOST_GROUPS: usize = 500;

/// Most columns of a page.
const MOST_COLUMNS: usize = 60;

/// Most columns added up: each is a walk over the list.
const MOST_SUMS: usize = 12;

/// What a list of an entity can show, filter, order, group and edit, and which ready filters it offers.
///
/// # Errors
/// As SQLite says.
pub fn list_fields(view: &View<'_>, input: ListFieldsInput) -> Result<ListFields> {
    let entity = ask::entity(input.entity);
    let fields = query::fields(view.conn, entity, &ask::lens(view)?)?;
    Ok(ListFields {
        entity: input.entity,
        presets: query::offered(entity).iter().copied().map(ask::preset_name).collect(),
        fields: fields
            .into_iter()
            .map(|field| ListField {
                of: cells::kind_of(&field),
                kind: ask::kind_out(field.kind),
                operators: field.kind.operators().iter().copied().map(ask::operator_out).collect(),
                key: field.key,
                name: field.name,
                choices: field.choices,
                sortable: field.sortable,
                groupable: field.groupable,
                editable: field.editable,
                default_column: field.default_column,
            })
            .collect(),
    })
}

/// One page of rows.
///
/// # Errors
/// `filter_unknown`, `filter_operator`, `filter_values`, `filter_value`, `over_limit`.
pub fn list_page(view: &View<'_>, input: ListPageInput) -> Result<ListPage> {
    if input.columns.len() > MOST_COLUMNS {
        return Err(Error::with("over_limit", serde_json::json!({ "field": "columns", "max": MOST_COLUMNS })));
    }
    let asked = ask::ask(view, &input.query)?;
    let order = asked.order(&input.sort);
    let offset = input.offset.max(0);
    let limit = check::page(input.limit, 200);
    let ids = query::ids(view.conn, asked.entity, &asked.narrowed, &order, offset, limit)?;
    let columns: Vec<_> = input.columns.iter().map(|key| asked.field(key)).collect();
    let rows = query::rows(view.conn, asked.entity, &ids, &columns)?;
    Ok(ListPage {
        revision: journal::revision(view.conn)?,
        offset,
        rows: rows
            .into_iter()
            .map(|row| ListRow {
                id: row.id,
                title: row.title,
                status: row.status,
                archived: row.archived,
                deleted: row.deleted,
                sample: row.sample,
                cells: row
                    .cells
                    .into_iter()
                    .zip(&columns)
                    .map(|((value, second), field)| {
                        field.map_or(Cell::Empty, |field| cells::cell(field, value, second, &asked.lens))
                    })
                    .collect(),
            })
            .collect(),
    })
}

/// Adds figures to a tally: what has no probability of its own counts for its stage's.
fn add(tally: &mut Tally, sum: &Sum, chances: &HashMap<uuid::Uuid, i64>) {
    let chance = sum.stage.and_then(|stage| chances.get(&stage).copied()).unwrap_or(0);
    let weighted = totals::weighted(sum.plain, chance) + sum.own_weighted;
    tally.add(sum.count, sum.currency.as_deref(), sum.sum, weighted);
}

/// How many there are, and how much, a currency each.
///
/// # Errors
/// As `list_page`.
pub fn list_totals(view: &View<'_>, input: ListQuery) -> Result<ListTotals> {
    let home = totals::home_currency(view.conn)?;
    let mut tally = Tally::default();
    if ask::is_plain(&input) {
        for pipeline in pipelines(view, input.pipeline)? {
            for totals in totals::of_pipeline(view.conn, pipeline)?.into_values() {
                tally.add(totals.count, None, 0, 0);
                for sum in totals.sums {
                    tally.add(0, Some(&sum.currency), sum.sum, sum.weighted);
                }
            }
        }
        return Ok(ListTotals { revision: journal::revision(view.conn)?, totals: tally.finish(&home) });
    }
    let asked = ask::ask(view, &input)?;
    let chances = asked.lens.chances.iter().copied().collect();
    for sum in query::sums(view.conn, asked.entity, &asked.narrowed)? {
        add(&mut tally, &sum, &chances);
    }
    Ok(ListTotals { revision: journal::revision(view.conn)?, totals: tally.finish(&home) })
}

/// Sums of a list's own columns, of all that is looked for: numbers, and amounts a currency each.
///
/// # Errors
/// As `list_page`.
pub fn list_sums(view: &View<'_>, input: ListSumsInput) -> Result<ListSums> {
    let asked = ask::ask(view, &input.query)?;
    let summed = |key: &String| {
        let field = asked.field(key)?;
        let own = field.name.is_some() && matches!(field.kind, Kind::Number | Kind::Money);
        own.then_some(field)
    };
    let mut sums = Vec::new();
    for field in input.columns.iter().filter_map(summed).take(MOST_SUMS) {
        for sum in query::column_sum(view.conn, asked.entity, &asked.narrowed, field)? {
            #[expect(clippy::cast_possible_truncation, reason = "a sum beyond the integers is clamped")]
            let value = match sum.currency {
                Some(currency) => SumValue::Money(Money { minor: sum.sum as i64, currency }),
                None => SumValue::Number(sum.sum),
            };
            sums.push(ColumnSum { field: field.key.clone(), value });
        }
    }
    Ok(ListSums { sums })
}

/// The pipeline asked for, or all of them.
fn pipelines(view: &View<'_>, asked: Option<uuid::Uuid>) -> Result<Vec<uuid::Uuid>> {
    match asked {
        Some(pipeline) => Ok(vec![pipeline]),
        None => Ok(satchel_store::tables::ids(view.conn, "SELECT id FROM pipelines", [])?),
    }
}

/// The groups of a list by one field.
///
/// # Errors
/// As `list_page`; `filter_group` for a field rows are not grouped by.
pub fn list_groups(view: &View<'_>, input: ListGroupsInput) -> Result<ListGroups> {
    let asked = ask::ask(view, &input.query)?;
    let field = asked
        .field(&input.group.field)
        .filter(|field| field.groupable)
        .ok_or_else(|| Error::with("filter_group", serde_json::json!({ "name": input.group.field })))?;
    let grain = ask::grain(input.group.grain.unwrap_or(Grain::Month));
    let chances = asked.lens.chances.iter().copied().collect();
    let home = totals::home_currency(view.conn)?;
    // the days of one stretch follow one another
    let mut groups: Vec<(Cell, Vec<Condition>, Tally)> = Vec::new();
    let mut stretch = None;
    for group in query::groups(view.conn, asked.entity, &asked.narrowed, field)? {
        let days = day_of(field.kind, &group, &asked.lens).map(|day| {
            let days = grain.around(day, asked.lens.week_start);
            let text = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
            (text(days.from), text(days.to))
        });
        if days.is_none() || days != stretch {
            if groups.len() > MOST_GROUPS {
                break;
            }
            let cell = match (&days, &field.shape) {
                (Some((from, _)), _) => Cell::Date(from.clone()),
                (None, Shape::Labels(..)) => match &group.value {
                    Value::Blob(id) => Cell::Ids(uuid::Uuid::from_slice(id).into_iter().collect()),
                    _ => Cell::Empty,
                },
                (None, Shape::Options) => match &group.value {
                    Value::Text(option) => Cell::Options(vec![option.clone()]),
                    _ => Cell::Empty,
                },
                (None, _) => {
                    let name = group.name.clone().map_or(Value::Null, Value::Text);
                    cells::cell(field, group.value.clone(), name, &asked.lens)
                }
            };
            groups.push((cell, cells::conditions(field, &group.value, days.clone()), Tally::default()));
            stretch = days;
        }
        if let Some((_, _, tally)) = groups.last_mut() {
            group.sums.iter().for_each(|sum| add(tally, sum, &chances));
        }
    }
    let more = groups.len() > MOST_GROUPS;
    Ok(ListGroups {
        revision: journal::revision(view.conn)?,
        groups: groups
            .into_iter()
            .take(MOST_GROUPS)
            .map(|(cell, conditions, tally)| ListGroup { cell, conditions, totals: tally.finish(&home) })
            .collect(),
        more,
    })
}

/// The local day a group stands for.
fn day_of(kind: Kind, group: &Group, lens: &Lens) -> Option<Date> {
    match (kind, &group.value) {
        (Kind::Date, Value::Text(day)) => day.parse().ok(),
        (Kind::Instant, Value::Integer(quarter)) => Date::from_naive((lens.local_day)(quarter * QUARTER_HOUR)),
        _ => None,
    }
}

/// The first ids that match, in order, and how many match altogether.
///
/// # Errors
/// As `list_page`.
pub fn list_ids(view: &View<'_>, input: ListIdsInput) -> Result<ListIds> {
    let asked = ask::ask(view, &input.query)?;
    let order = asked.order(&input.sort);
    Ok(ListIds {
        revision: journal::revision(view.conn)?,
        total: query::count(view.conn, asked.entity, &asked.narrowed)?,
        ids: query::ids(view.conn, asked.entity, &asked.narrowed, &order, 0, ask::most_ids(input.limit))?,
    })
}
