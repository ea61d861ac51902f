//! The registry: every field a list of an entity can show, filter, order and group, in the order menus offer them.

use super::{
    Entity,
    field::{Field, Lens, Shape},
    formula,
    preset::{ENDED_AT, LEAD_ENDED_AT, deals_of, next_due},
};
use crate::{
    Result,
    query::{board, report::ended_day},
    tables::{CustomField, Table},
};
use rusqlite::Connection;
use satchel_domain::filter::Kind;
use uuid::Uuid;

/// The fields of an entity, the user's own last.
///
/// # Errors
/// As SQLite says.
pub fn fields(conn: &Connection, entity: Entity, lens: &Lens) -> Result<Vec<Field>> {
    fields_with(conn, entity, lens, None)
}

/// The same as if this field of the user's own had this formula; one that is not there yet comes last.
///
/// # Errors
/// As SQLite says.
pub fn fields_with(conn: &Connection, entity: Entity, lens: &Lens, trial: Option<(Uuid, &str)>) -> Result<Vec<Field>> {
    let mut fields = match entity {
        Entity::Deal => deal(lens),
        Entity::Lead => lead(lens),
        Entity::Person => person(),
        Entity::Organization => organization(),
    };
    let own = CustomField::select(conn, "WHERE entity = ?1 ORDER BY position, name, id", [entity.custom_entity()])?;
    let mut texts = Vec::new();
    for row in &own {
        if row.kind != "formula" {
            fields.extend(custom(row));
            continue;
        }
        // what is computed of a deal is nothing a lead has
        if entity == Entity::Lead {
            continue;
        }
        let tried = trial.filter(|(id, _)| *id == row.id.0).map(|(_, text)| text);
        texts.push((fields.len(), tried.or(row.formula.as_deref()).unwrap_or_default().to_owned()));
        fields.push(computed(row.id.0, Some(row.name.clone())));
    }
    if let Some((id, text)) = trial.filter(|(id, _)| own.iter().all(|row| row.id.0 != *id)) {
        texts.push((fields.len(), text.to_owned()));
        fields.push(computed(id, None));
    }
    formula::resolve(&mut fields, texts, lens);
    Ok(fields)
}

/// What keys of the user's own fields begin with.
const OWN: &str = "custom:";

/// The key of a field of the user's own.
#[must_use]
pub fn own_key(id: Uuid) -> String {
    format!("{OWN}{id}")
}

/// The field of the user's own that a key names; None for ours.
#[must_use]
pub fn own_id(key: &str) -> Option<Uuid> {
    key.strip_prefix(OWN).and_then(|id| id.parse().ok())
}

/// A formula before it is made an expression.
fn computed(id: Uuid, name: Option<String>) -> Field {
    Field { name, ..Field::new(&own_key(id), Kind::Text, "NULL") }
}

const STATUS: &[&str] = &["open", "won", "lost", "closed"];
const LEAD_STATUS: &[&str] = &["open", "lost", "converted"];
const REPLY: &[&str] = &["none", "waiting", "answered"];

fn text(key: &str) -> Field {
    Field::new(key, Kind::Text, format!("r.{key}"))
}

fn instant(key: &str) -> Field {
    Field::new(key, Kind::Instant, format!("r.{key}"))
}

/// The stages of all pipelines follow one another as the pipelines do.
fn stage() -> Field {
    Field::record("stage", "r.stage_id", "stages", "name").ordered(
        "(SELECT p.position * 100000 + s.position FROM stages s JOIN pipelines p ON p.id = s.pipeline_id WHERE s.id = $)",
    )
}

fn pipeline() -> Field {
    Field::record("pipeline", "r.pipeline_id", "pipelines", "name")
        .ordered("(SELECT p.position FROM pipelines p WHERE p.id = $)")
}

/// What deals and leads have in common.
fn parties() -> [Field; 2] {
    [
        Field::record("organization", "r.organization_id", "organizations", "name").editable().column(),
        Field::record("person", "r.person_id", "people", "name").editable(),
    ]
}

fn lists() -> [Field; 5] {
    [
        Field::record("owner", "r.owner_id", "colleagues", "name").editable(),
        Field::record("converted_by", "r.converted_by_id", "colleagues", "name").editable(),
        Field::record("next_contact_by", "r.next_contact_by_id", "colleagues", "name").editable(),
        Field::record("source", "r.source_id", "sources", "name").editable(),
        Field::record("product", "r.product_id", "products", "name").editable(),
    ]
}

fn endings() -> [Field; 2] {
    [Field::record("close_reason", "r.close_reason_id", "close_reasons", "description"), text("close_note")]
}

/// The next open activity of a deal or lead: what it is, when, and what that means today.
fn next_activity(entity: Entity, lens: &Lens) -> [Field; 3] {
    let due = next_due(entity);
    let column = if entity == Entity::Lead { "lead_id" } else { "deal_id" };
    let today = lens.today;
    let state = format!(
        "(SELECT CASE WHEN x.due IS NULL THEN 'missing' WHEN x.due < '{today}' THEN 'overdue' WHEN x.due = '{today}' THEN 'today' ELSE 'later' END FROM (SELECT {due} AS due) x)"
    );
    [
        Field {
            sortable: false,
            ..Field::new(
                "next_activity",
                Kind::Text,
                format!(
                    "(SELECT a.subject FROM activities a WHERE a.{column} = r.id AND a.done_at IS NULL ORDER BY coalesce(a.due_on, '9999-12-31'), coalesce(a.due_time, '99:99'), a.id LIMIT 1)"
                ),
            )
        },
        Field::new("next_due", Kind::Date, format!("nullif({due}, '9999-12-31')")),
        // overdue, today, nothing planned, later: as the board orders them
        Field::choice("activity_state", state, &["overdue", "today", "later", "missing"])
            .full()
            .ordered(format!(
                "(SELECT CASE WHEN x.due IS NULL THEN 2 WHEN x.due < '{today}' THEN 0 WHEN x.due = '{today}' THEN 1 ELSE 3 END FROM (SELECT {due} AS due) x)"
            ))
            .column(),
    ]
}

/// The last change that touched the record.
fn last_touched() -> Field {
    Field::new(
        "last_touched",
        Kind::Instant,
        "(SELECT c.at FROM change_sets c WHERE c.seq = (SELECT max(x.seq) FROM change_records x WHERE x.record_id = r.id))",
    )
}

fn deal(lens: &Lens) -> Vec<Field> {
    let chance = lens.chance_of("r.stage_id");
    let probability =
        format!("(CASE r.status WHEN 'won' THEN 10000 WHEN 'open' THEN coalesce(r.probability, {chance}) ELSE 0 END)");
    let weighted = format!(
        "(CASE r.status WHEN 'won' THEN coalesce(r.actual_value, r.value) WHEN 'open' THEN sign(r.value) * ((abs(r.value) * coalesce(r.probability, {chance}) + 5000) / 10000) ELSE r.value * 0 END)"
    );
    let mut fields = vec![text("title").full()];
    fields.extend(parties());
    fields.extend([
        pipeline(),
        stage().column(),
        Field::choice("status", "r.status", STATUS).full(),
        Field::money("value", "r.value", "r.currency").editable().column(),
        Field::money("weighted", weighted, format!("({})", board::CURRENCY)),
        Field::new("probability", Kind::Percent, probability).full().editable().column().grouped(),
        Field::money("actual_value", "r.actual_value", "r.actual_currency").editable(),
        Field::new("expected_close", Kind::Date, "r.expected_close").editable().column(),
    ]);
    fields.extend(next_activity(Entity::Deal, lens));
    fields.push(Field::labels("deal_labels", "deal_id").editable().column());
    fields.extend(lists());
    let [reason, note] = endings();
    fields.extend([
        reason.editable(),
        note,
        Field::choice("reply_state", "r.reply_state", REPLY).full(),
        Field { sortable: false, ..Field::new("rotting", Kind::YesNo, lens.rotting()) },
        Field { shape: Shape::DaysSince, ..Field::new("days_in_stage", Kind::Number, "r.stage_entered_at").full() },
        instant("stage_entered_at").full(),
        Field::new("started_on", Kind::Date, "r.started_on"),
        Field::new("ended_on", Kind::Date, ended_day("r.")),
        instant("created_at").full(),
        instant("won_at"),
        instant("first_won_at"),
        instant("lost_at"),
        instant("closed_at"),
        Field::new("ended_at", Kind::Instant, ENDED_AT),
        instant("archived_at"),
        instant("deleted_at"),
        last_touched(),
        Field::new("number", Kind::Number, "r.number").full(),
    ]);
    fields
}

fn lead(lens: &Lens) -> Vec<Field> {
    let mut fields = vec![text("title").full()];
    fields.extend(parties());
    fields.extend([
        Field::choice("status", "r.status", LEAD_STATUS).full(),
        Field::money("value", "r.value", "r.currency").editable().column(),
        Field::new("probability", Kind::Percent, "r.probability").editable().grouped(),
        Field::new("expected_close", Kind::Date, "r.expected_close").editable(),
    ]);
    fields.extend(next_activity(Entity::Lead, lens));
    fields.push(Field::labels("lead_labels", "lead_id").editable().column());
    let [owner, converted_by, next_contact_by, source, product] = lists();
    let [reason, note] = endings();
    fields.extend([
        source.column(),
        owner,
        converted_by,
        next_contact_by,
        product,
        reason,
        note,
        Field {
            sortable: false,
            ..Field::new("seen", Kind::YesNo, "EXISTS (SELECT 1 FROM seen_leads s WHERE s.lead_id = r.id)")
        },
        instant("created_at").full().column(),
        instant("converted_at"),
        instant("lost_at"),
        Field::new("ended_at", Kind::Instant, LEAD_ENDED_AT),
        instant("archived_at"),
        instant("deleted_at"),
        last_touched(),
        Field::new("number", Kind::Number, "r.number").full(),
    ]);
    fields
}

/// How many deals of a contact have this status.
fn deals(key: &str, entity: Entity, state: &str) -> Field {
    Field::new(
        key,
        Kind::Number,
        format!("(SELECT count(*) FROM deals d WHERE {} AND {state} AND d.deleted_at IS NULL)", deals_of(entity)),
    )
    .full()
}

fn contact_tail(entity: Entity) -> Vec<Field> {
    vec![
        Field::new("customer_since", Kind::Date, "r.customer_since"),
        Field::record("owner", "r.owner_id", "colleagues", "name").editable(),
        deals("open_deals", entity, "d.status = 'open' AND d.archived_at IS NULL").column(),
        deals("won_deals", entity, "d.status = 'won'").column(),
        instant("created_at").full(),
        instant("deleted_at"),
        last_touched(),
    ]
}

fn person() -> Vec<Field> {
    let mut fields = vec![
        text("name").full(),
        Field::record("organization", "r.organization_id", "organizations", "name").editable().column(),
        text("job_title").grouped().editable().column(),
        text("email").editable().column(),
        text("phone").editable().column(),
        text("mobile").editable(),
    ];
    fields.extend(contact_tail(Entity::Person));
    fields
}

fn organization() -> Vec<Field> {
    let mut fields = vec![
        text("name").full(),
        text("industry").grouped().editable().column(),
        text("city").grouped().editable().column(),
        text("region").grouped().editable(),
        text("country").grouped().editable().column(),
        text("postcode").grouped().editable(),
        text("street").editable(),
        text("phone").editable().column(),
        text("email").editable(),
        text("website").editable(),
        Field::record("parent", "r.parent_id", "organizations", "name").editable(),
        Field::new("employees", Kind::Number, "r.employees").editable(),
        Field::money("annual_revenue", "r.annual_revenue", "r.annual_revenue_currency").editable(),
        Field::new("founded_year", Kind::Number, "r.founded_year").editable(),
        Field::new(
            "people",
            Kind::Number,
            "(SELECT count(*) FROM people p WHERE p.organization_id = r.id AND p.deleted_at IS NULL)",
        )
        .full(),
    ];
    fields.extend(contact_tail(Entity::Organization));
    fields
}

/// A field the user added; None for a type this version does not know. Its id comes from the file, not from a person's
/// typing, and stands in the expression as it is.
fn custom(row: &CustomField) -> Option<Field> {
    let key = own_key(row.id.0);
    let value = format!(
        "(SELECT v.value FROM custom_values v WHERE v.record_id = r.id AND v.field_id = x'{}')",
        row.id.0.simple()
    );
    let field = match row.kind.as_str() {
        "text" | "address" | "time" => Field::new(&key, Kind::Text, value).grouped(),
        "large_text" | "url" | "phone" | "email" => Field::new(&key, Kind::Text, value),
        "time_range" => Field::new(&key, Kind::Text, format!("replace({value}, '/', ' – ')")),
        // ordered by the first of its days; in no groups, for it may lie in several
        "date_range" => Field {
            shape: Shape::Span(format!("substr({value}, 12)")),
            ..Field::new(&key, Kind::Span, format!("substr({value}, 1, 10)"))
        },
        "colleague" => Field::record(&key, &id_of(&value), "colleagues", "name"),
        "person" => Field::record(&key, &id_of(&value), "people", "name"),
        "organization" => Field::record(&key, &id_of(&value), "organizations", "name"),
        "number" => Field {
            exact: Some(value.clone()),
            ..Field::new(&key, Kind::Number, format!("CAST({value} AS REAL)")).grouped()
        },
        "money" => Field::money(
            &key,
            format!(
                "(SELECT CAST(substr(x.v, 1, instr(x.v, ' ') - 1) AS INTEGER) FROM (SELECT {value} AS v) x WHERE x.v IS NOT NULL)"
            ),
            format!("(SELECT substr(x.v, instr(x.v, ' ') + 1) FROM (SELECT {value} AS v) x)"),
        ),
        "date" => Field::new(&key, Kind::Date, value),
        "yes_no" => Field::new(&key, Kind::YesNo, format!("({value} = 'yes')")),
        "choice" => Field::new(&key, Kind::Choice, value),
        "choices" => {
            // a value kept under an earlier type of the field is passed over
            let list = format!("(SELECT x.v FROM (SELECT {value} AS v) x WHERE json_valid(x.v))");
            Field { shape: Shape::Options, sortable: false, groupable: true, ..Field::new(&key, Kind::Choices, list) }
        }
        _ => return None,
    };
    Some(Field {
        name: Some(row.name.clone()),
        choices: serde_json::from_str(&row.options).unwrap_or_default(),
        editable: true,
        ..field
    })
}

/// A kept id as its 16 bytes.
fn id_of(value: &str) -> String {
    format!("unhex(replace({value}, '-', ''))")
}
