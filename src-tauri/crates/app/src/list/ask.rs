//! What a window asks of a list, in the words of the domain: conditions are read and checked here, once for list and board.

use crate::{
    Error, Result, View, check, clock,
    dto::{self, ListEntity, ListQuery},
    setting, totals,
};
use satchel_domain::{
    currency::Currency,
    dates::Date,
    filter::{self, Condition, Filter, Value, Wrong},
};
use satchel_store::{
    Column,
    query::list::{self as query, Entity, Field, Lens, Narrowed, Preset, Query, Refused},
    search,
    tables::{self, KeyTable},
};
use serde_json::json;
use uuid::Uuid;

/// A function from one closed set of words to its twin, each pair spelled once.
macro_rules! twins {
    ($($there:ident: $from:ty => $to:ty { $($variant:ident),* })*) => { $(
        #[doc = concat!("The ", stringify!($to), " of a ", stringify!($from), ".")]
        pub const fn $there(value: $from) -> $to {
            match value { $(<$from>::$variant => <$to>::$variant),* }
        }
    )* };
}

twins! {
    entity: ListEntity => Entity { Deal, Lead, Person, Organization }
    kind_out: filter::Kind => dto::FieldKind { Text, Number, Money, Percent, Date, Instant, Choice, Choices, YesNo, Record, Span }
    operator: dto::Operator => filter::Operator {
        Eq, Ne, In, NotIn, Contains, NotContains, StartsWith, Lt, Le, Gt, Ge, Between, IsSet, NotSet, InPeriod
    }
    operator_out: filter::Operator => dto::Operator {
        Eq, Ne, In, NotIn, Contains, NotContains, StartsWith, Lt, Le, Gt, Ge, Between, IsSet, NotSet, InPeriod
    }
    grain: dto::Grain => filter::Grain { Day, Week, Month, Quarter, Year }
}

const fn period(value: dto::Period) -> filter::Period {
    use dto::Period as Wire;
    use filter::Period as Domain;
    match value {
        Wire::Today => Domain::Today,
        Wire::Yesterday => Domain::Yesterday,
        Wire::Tomorrow => Domain::Tomorrow,
        Wire::ThisWeek => Domain::ThisWeek,
        Wire::LastWeek => Domain::LastWeek,
        Wire::NextWeek => Domain::NextWeek,
        Wire::ThisMonth => Domain::ThisMonth,
        Wire::LastMonth => Domain::LastMonth,
        Wire::NextMonth => Domain::NextMonth,
        Wire::ThisQuarter => Domain::ThisQuarter,
        Wire::LastQuarter => Domain::LastQuarter,
        Wire::NextQuarter => Domain::NextQuarter,
        Wire::ThisYear => Domain::ThisYear,
        Wire::LastYear => Domain::LastYear,
        Wire::NextYear => Domain::NextYear,
        Wire::LastDays(days) => Domain::LastDays(days),
        Wire::NextDays(days) => Domain::NextDays(days),
        Wire::BeforeToday => Domain::BeforeToday,
        Wire::AfterToday => Domain::AfterToday,
    }
}

const fn preset(value: dto::Preset) -> Preset {
    use dto::Preset as Wire;
    match value {
        Wire::Mine => Preset::Mine,
        Wire::Open => Preset::Open,
        Wire::Won => Preset::Won,
        Wire::Lost => Preset::Lost,
        Wire::Closed => Preset::Closed,
        Wire::Archived => Preset::Archived,
        Wire::Deleted => Preset::Deleted,
        Wire::Rotting => Preset::Rotting,
        Wire::ActivityLate => Preset::ActivityLate,
        Wire::ActivityToday => Preset::ActivityToday,
        Wire::ActivityFuture => Preset::ActivityFuture,
        Wire::ActivityNone => Preset::ActivityNone,
        Wire::Created(within) => Preset::Created(period(within)),
        Wire::Ended(within) => Preset::Ended(period(within)),
        Wire::Customers => Preset::Customers,
        Wire::OpenDeals => Preset::OpenDeals,
        Wire::Unseen => Preset::Unseen,
    }
}

/// The name of a ready filter, without its period.
pub const fn preset_name(value: Preset) -> dto::PresetName {
    use dto::PresetName as Name;
    match value {
        Preset::Mine => Name::Mine,
        Preset::Open => Name::Open,
        Preset::Won => Name::Won,
        Preset::Lost => Name::Lost,
        Preset::Closed => Name::Closed,
        Preset::Archived => Name::Archived,
        Preset::Deleted => Name::Deleted,
        Preset::Rotting => Name::Rotting,
        Preset::ActivityLate => Name::ActivityLate,
        Preset::ActivityToday => Name::ActivityToday,
        Preset::ActivityFuture => Name::ActivityFuture,
        Preset::ActivityNone => Name::ActivityNone,
        Preset::Created(_) => Name::Created,
        Preset::Ended(_) => Name::Ended,
        Preset::Customers => Name::Customers,
        Preset::OpenDeals => Name::OpenDeals,
        Preset::Unseen => Name::Unseen,
    }
}

fn value(asked: &dto::FilterValue) -> Option<Value> {
    use dto::FilterValue as Wire;
    Some(match asked {
        Wire::Text(text) => Value::Text(text.chars().take(500).collect()),
        Wire::Number(number) => Value::Number(*number),
        Wire::Money(money) => Value::Money(money.minor, Currency::parse(&money.currency).ok()?),
        Wire::Percent(hundredths) => Value::Percent(*hundredths),
        Wire::Date(text) => Value::Date(text.trim().parse::<Date>().ok()?),
        Wire::Yes(yes) => Value::Yes(*yes),
        Wire::Code(code) => Value::Code(code.clone()),
        Wire::Id(id) => Value::Id(*id),
        Wire::Period(within) => Value::Period(period(*within)),
    })
}

fn condition(asked: &dto::Condition) -> Result<Condition> {
    let values = asked
        .values
        .iter()
        .map(|one| value(one).ok_or_else(|| refusal(&Refused::Condition(asked.field.clone(), Wrong::Value), &[])))
        .collect::<Result<_>>()?;
    Ok(Condition { field: asked.field.clone(), op: operator(asked.op), values })
}

/// A filter as the domain knows it.
///
/// # Errors
/// `filter_value` for a value that is none.
pub fn filter(asked: &dto::Filter) -> Result<Filter> {
    Ok(Filter {
        all: asked.all.iter().map(condition).collect::<Result<_>>()?,
        any: asked.any.iter().map(condition).collect::<Result<_>>()?,
    })
}

/// A query as the store knows it.
///
/// # Errors
/// `filter_value`.
pub fn query(asked: &ListQuery) -> Result<Query> {
    Ok(Query {
        entity: entity(asked.entity),
        presets: asked.presets.iter().copied().map(preset).collect(),
        filter: filter(&asked.filter)?,
        words: search::terms(&asked.text),
        pipeline: asked.pipeline,
    })
}

/// My pipeline and nothing else: what the counters hold.
pub fn is_plain(asked: &ListQuery) -> bool {
    asked.entity == ListEntity::Deal
        && asked.presets == [dto::Preset::Mine]
        && asked.filter.all.is_empty()
        && asked.filter.any.is_empty()
        && asked.text.trim().is_empty()
}

/// A field as sentences name it: ours by the key, the user's own by their name.
pub fn field_params(key: &str, fields: &[Field]) -> serde_json::Value {
    let name = fields.iter().find(|field| field.key == key).and_then(|field| field.name.clone());
    let field = if key.starts_with("custom:") { "custom" } else { key };
    json!({ "field": field, "name": name.unwrap_or_default() })
}

/// Why a filter is refused; custom fields by the name the user gave them.
pub fn refusal(refused: &Refused, fields: &[Field]) -> Error {
    let named = |code: &str, key: &str| Error::with(code, field_params(key, fields));
    match refused {
        Refused::Unknown(key) => Error::with("filter_unknown", json!({ "name": key })),
        Refused::Broken(key) => named("filter_formula", key),
        Refused::Condition(key, wrong) => named(&wrong.to_string(), key),
        Refused::TooMany => Error::with("over_limit", json!({ "field": "filter", "max": filter::MOST_CONDITIONS })),
    }
}

/// What is the same for all rows of one answer.
///
/// # Errors
/// As SQLite says.
pub fn lens(view: &View<'_>) -> Result<Lens> {
    let today = Date::from_naive(view.today).ok_or_else(|| Error::internal(&"the clock is out of all years"))?;
    let mut rot_days = Vec::new();
    let mut statement = view.conn.prepare_cached("SELECT id, rot_days FROM stages WHERE rot_days IS NOT NULL")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        rot_days.push((Uuid::from_column("id", row.get_ref(0)?)?, row.get(1)?));
    }
    Ok(Lens {
        today,
        week_start: week_start(view)?,
        calendar_days: setting::switch(view.conn, "rot_calendar_days", false)?,
        chances: totals::stage_probabilities(view.conn)?.into_iter().collect(),
        rot_days,
        day_start: clock::day_start,
        local_day: clock::local_day,
    })
}

/// The first day of the week on this machine; Monday where nothing was chosen.
fn week_start(view: &View<'_>) -> Result<chrono::Weekday> {
    let chosen = tables::setting(view.conn, KeyTable::AppState, "pref:week_start")?
        .and_then(|json| serde_json::from_str::<String>(&json).ok());
    Ok(match chosen.as_deref() {
        Some("sunday") => chrono::Weekday::Sun,
        Some("saturday") => chrono::Weekday::Sat,
        _ => chrono::Weekday::Mon,
    })
}

/// A query made ready: the entity's fields, what narrows, and the lens it was seen through.
pub struct Asked {
    /// Whose records.
    pub entity: Entity,
    /// All its fields.
    pub fields: Vec<Field>,
    /// The compiled conditions.
    pub narrowed: Narrowed,
    /// Today and the settings.
    pub lens: Lens,
}

impl Asked {
    /// A field by its key.
    pub fn field(&self, key: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.key == key)
    }

    /// The keys of an order that can be used; one that no longer exists is passed over.
    pub fn order(&self, sort: &[dto::SortKey]) -> Vec<query::Order<'_>> {
        sort.iter()
            .take(8)
            .filter_map(|key| {
                let field = self.field(&key.field).filter(|field| field.sortable)?;
                Some(query::Order { field, descending: key.descending })
            })
            .collect()
    }
}

/// Makes a query ready.
///
/// # Errors
/// `filter_unknown`, `filter_operator`, `filter_values`, `filter_value`, `over_limit`.
pub fn ask(view: &View<'_>, asked: &ListQuery) -> Result<Asked> {
    ask_query(view, &query(asked)?)
}

/// The same for a query of the store's own words.
///
/// # Errors
/// As `ask`.
pub fn ask_query(view: &View<'_>, asked: &Query) -> Result<Asked> {
    let lens = lens(view)?;
    let fields = query::fields(view.conn, asked.entity, &lens)?;
    let narrowed = query::compile(asked, &fields, &lens).map_err(|refused| refusal(&refused, &fields))?;
    Ok(Asked { entity: asked.entity, fields, narrowed, lens })
}

/// A page size for ids.
pub fn most_ids(limit: u32) -> i64 {
    i64::from(limit).clamp(1, i64::try_from(check::MOST_IDS).unwrap_or(i64::MAX))
}
