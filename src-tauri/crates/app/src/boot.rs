//! What a window needs first: settings, pipelines, short lists; and the facts of a fresh file.

use crate::{
    Act, Error, Result, View, check,
    dto::{self, *},
    party, policy, setting, totals,
    written::{Written, change_ref, written},
};
use rusqlite::Connection;
use satchel_domain::{ids::PipelineId, stage, trash};
use satchel_store::{
    journal,
    query::catalog::Uses,
    tables::{self, KeyTable, Sort, Table},
};
use serde_json::json;
use std::collections::BTreeMap;
use uuid::Uuid;

/// Gives a fresh file its pipeline, reasons and sources. Not journaled: there is nothing to undo to.
pub(crate) fn prepare(act: &Act<'_>, locale: Option<&str>) -> Result<()> {
    let any: bool = act.tx.query_row("SELECT EXISTS (SELECT 1 FROM pipelines)", [], |row| row.get(0))?;
    if any {
        return Ok(());
    }
    let words = starting_words(locale.map_or_else(system_locale, str::to_owned).as_str());
    let pipeline = tables::Pipeline {
        id: act.id(),
        name: words.pipeline.into(),
        position: 0,
        mode: stage::Mode::Free,
        method: stage::Method::Chances,
        sort: Sort::Hand,
    };
    pipeline.insert(act.tx)?;
    for (position, ((name, chances), rot)) in
        words.stages.iter().zip([2000, 4000, 6000, 7500, 9000]).zip([14, 14, 10, 10, 7]).enumerate()
    {
        tables::Stage {
            id: act.id(),
            pipeline_id: pipeline.id,
            name: (*name).into(),
            position: position as i64,
            chances,
            completed: (position as i64 + 1) * 2000 - 1000,
            rot_days: Some(rot),
            allow_skip: true,
            quote_required: false,
            close_in_days: None,
        }
        .insert(act.tx)?;
    }
    for (kind, list) in [(tables::ReasonKind::Lost, words.lost), (tables::ReasonKind::Won, words.won)] {
        for (position, (code, description)) in list.iter().enumerate() {
            tables::CloseReason {
                id: act.id(),
                kind,
                code: (*code).into(),
                description: (*description).into(),
                active: true,
                position: position as i64,
            }
            .insert(act.tx)?;
        }
    }
    for (builtin, name) in ["deal", "import", "referral", "fair", "website", "phone"].iter().zip(words.sources) {
        tables::Source { id: act.id(), name: (*name).into(), builtin: Some((*builtin).into()) }.insert(act.tx)?;
    }
    let home = if words.pipeline == "销售管道" { "CNY" } else { "EUR" };
    tables::set_setting(act.tx, KeyTable::Settings, "home_currency", &json!(home).to_string())?;
    Ok(())
}

/// The language of this machine, as BCP 47; English where it says nothing.
#[must_use]
pub fn system_locale() -> String {
    sys_locale::get_locale().unwrap_or_else(|| "en".into())
}

struct StartingWords {
    pipeline: &'static str,
    stages: [&'static str; 5],
    lost: &'static [(&'static str, &'static str)],
    won: &'static [(&'static str, &'static str)],
    sources: [&'static str; 6],
}

/// Starting data is the user's own from the first minute, so it is written in the user's language once.
fn starting_words(locale: &str) -> StartingWords {
    match locale.get(..2) {
        Some("fr") => StartingWords {
            pipeline: "Ventes",
            stages: ["Qualifié", "Visite sur site", "Devis envoyé", "Négociation", "Accord verbal"],
            lost: &[
                ("PRIX", "Prix trop élevé"),
                ("BUDGET", "Pas de budget cette année"),
                ("SILENCE", "Plus de réponse"),
                ("CONCURRENT", "Concurrent choisi"),
                ("DELAI", "Délai trop long"),
                ("ANNULE", "Projet annulé"),
                ("BESOIN", "Ne correspond pas à notre offre"),
            ],
            won: &[("PRIX", "Prix"), ("RELATION", "Relation"), ("PRODUIT", "Produit"), ("DELAI", "Délai")],
            sources: ["Affaire", "Import", "Recommandation", "Salon", "Site web", "Téléphone"],
        },
        Some("zh") => StartingWords {
            pipeline: "销售管道",
            stages: ["已确认", "现场拜访", "已报价", "谈判", "口头同意"],
            lost: &[
                ("价格", "价格太高"),
                ("预算", "今年没有预算"),
                ("无回复", "不再回复"),
                ("竞争", "选择了竞争对手"),
                ("交期", "交货时间太长"),
                ("取消", "项目取消"),
                ("不合适", "不适合我们"),
            ],
            won: &[("价格", "价格"), ("关系", "关系"), ("产品", "产品"), ("交期", "交货时间")],
            sources: ["商机", "导入", "推荐", "展会", "网站", "电话"],
        },
        _ => StartingWords {
            pipeline: "Sales",
            stages: ["Qualified", "Site visit", "Quote sent", "Negotiation", "Verbal yes"],
            lost: &[
                ("PRICE", "Price too high"),
                ("BUDGET", "No budget this year"),
                ("SILENT", "No answer any more"),
                ("COMPETITOR", "Chose a competitor"),
                ("DELIVERY", "Delivery time too long"),
                ("CANCELLED", "Project cancelled"),
                ("FIT", "Not a fit for us"),
            ],
            won: &[
                ("PRICE", "Price"),
                ("RELATION", "Relationship"),
                ("PRODUCT", "Product"),
                ("DELIVERY", "Delivery time"),
            ],
            sources: ["Deal", "Import", "Referral", "Trade fair", "Website", "Telephone"],
        },
    }
}

/// Everything a window needs before it paints.
///
/// # Errors
/// As the file says.
pub fn boot(view: &View<'_>, _: Nothing) -> Result<Boot> {
    let conn = view.conn;
    let (undo, redo) = journal::next_steps(conn)?;
    let flag = |sql: &str| {
        conn.prepare_cached(sql).and_then(|mut statement| statement.query_row([], |row| row.get::<_, i64>(0)))
    };
    let touched: i64 = flag(
        "SELECT EXISTS (SELECT 1 FROM change_sets) OR EXISTS (SELECT 1 FROM deals) OR EXISTS (SELECT 1 FROM organizations)",
    )?;
    Ok(Boot {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        revision: journal::revision(conn)?,
        now: view.now,
        today: view.today.to_string(),
        data_dir: view.dir.to_string_lossy().into_owned(),
        first_start: touched == 0,
        has_sample: flag("SELECT EXISTS (SELECT 1 FROM sample_records)")? == 1,
        unseen_leads: flag(
            "SELECT count(*) FROM leads WHERE status = 'open' AND archived_at IS NULL AND deleted_at IS NULL AND NOT EXISTS (SELECT 1 FROM seen_leads s WHERE s.lead_id = leads.id)",
        )?,
        trash: flag("SELECT count(*) FROM deals WHERE deleted_at IS NOT NULL")?,
        undo: undo.map(change_ref),
        redo: redo.map(change_ref),
        catalog: catalog(view, Nothing {})?,
        preferences: preferences(conn)?,
        forced_locale: view.locale.map(str::to_owned),
    })
}

fn preferences(conn: &Connection) -> Result<serde_json::Value> {
    let mut statement = conn.prepare_cached("SELECT substr(key, 6), value FROM app_state WHERE key GLOB 'pref:*'")?;
    let mut rows = statement.query([])?;
    let mut map = serde_json::Map::new();
    while let Some(row) = rows.next()? {
        map.insert(row.get(0)?, serde_json::from_str(&row.get::<_, String>(1)?).unwrap_or_default());
    }
    Ok(map.into())
}

/// Remembers a choice of this machine.
///
/// # Errors
/// `too_long` for keys over 200 characters or values over 100,000.
pub fn set_preference(act: &Act<'_>, input: PreferenceInput) -> Result<Nothing> {
    let value = input.value.to_string();
    if input.key.chars().count() > 200 || value.len() > 100_000 {
        return Err(Error::field("too_long", "preference"));
    }
    tables::set_setting(act.tx, KeyTable::AppState, &format!("pref:{}", input.key), &value)?;
    Ok(Nothing {})
}

/// The user's settings.
pub(crate) fn settings(conn: &Connection) -> Result<Settings> {
    Ok(Settings {
        profile_name: setting::text(conn, "profile_name")?.unwrap_or_default(),
        profile_email: setting::text(conn, "profile_email")?.unwrap_or_default(),
        home_currency: totals::home_currency(conn)?,
        leads_enabled: setting::switch(conn, "leads_enabled", true)?,
        delete_ended_only: setting::switch(conn, "delete_ended_only", true)?,
        rot_calendar_days: setting::switch(conn, "rot_calendar_days", false)?,
        trash_days: setting::trash_days(conn)?,
        profile_initials: setting::text(conn, "profile_initials")?.unwrap_or_default(),
        policies: policy::policies(conn)?,
        ask_actual: setting::switch(conn, "ask_actual", false)?,
        guards: policy::guards(conn)?,
    })
}

/// Changes settings; undo covers it.
///
/// # Errors
/// `unknown_currency`, `too_long`, `out_of_range`.
pub fn update_settings(act: &Act<'_>, input: UpdateSettingsInput) -> Result<Written> {
    let mut field = "";
    for change in &input.changes {
        let (key, value) = match change {
            SettingChange::ProfileName(text) => {
                ("profile_name", json!(party::optional("profile_name", Some(text))?.unwrap_or_default()))
            }
            SettingChange::ProfileEmail(text) => {
                ("profile_email", json!(party::optional("profile_email", Some(text))?.unwrap_or_default()))
            }
            SettingChange::HomeCurrency(code) => ("home_currency", json!(currency(code)?)),
            SettingChange::LeadsEnabled(on) => ("leads_enabled", json!(on)),
            SettingChange::DeleteEndedOnly(on) => ("delete_ended_only", json!(on)),
            SettingChange::RotCalendarDays(on) => ("rot_calendar_days", json!(on)),
            SettingChange::TrashDays(days) => {
                ("trash_days", json!(check::number("trash_days", *days, 0, trash::MOST_DAYS)?))
            }
            SettingChange::ProfileInitials(text) => ("profile_initials", json!(policy::initials(text)?)),
            SettingChange::Policy { of, policy } => (policy::key_of(*of), json!(policy)),
            SettingChange::AskActual(on) => ("ask_actual", json!(on)),
            SettingChange::Guard { act, on } => (policy::switch_of(*act), json!(on)),
        };
        tables::set_setting(act.tx, KeyTable::Settings, key, &value.to_string())?;
        field = key;
    }
    Ok(written("update_settings", json!({ "field": field })))
}

/// A known currency code.
pub(crate) fn currency(code: &str) -> Result<String> {
    satchel_domain::currency::Currency::parse(code)
        .map(|currency| currency.code().to_owned())
        .map_err(|_| Error::with("unknown_currency", json!({ "value": code })))
}

/// Settings, pipelines and the short lists.
///
/// # Errors
/// As SQLite says.
pub fn catalog(view: &View<'_>, _: Nothing) -> Result<Catalog> {
    let conn = view.conn;
    let colleague_uses = counts(conn, &Uses::Colleague.counted())?;
    Ok(Catalog {
        settings: settings(conn)?,
        pipelines: pipelines(conn)?,
        labels: labels(conn)?,
        reasons: reasons(conn)?,
        sources: tables::Source::select(conn, "ORDER BY name COLLATE NOCASE", [])?
            .into_iter()
            .map(|row| Source { id: row.id.0, name: row.name, builtin: row.builtin })
            .collect(),
        colleagues: tables::Colleague::select(conn, "ORDER BY name COLLATE NOCASE", [])?
            .into_iter()
            .map(|row| Colleague {
                uses: colleague_uses.get(&row.id.0).copied().unwrap_or(0),
                id: row.id.0,
                name: row.name,
                email: row.email,
                active: row.active,
            })
            .collect(),
        products: tables::Product::select(conn, "ORDER BY name COLLATE NOCASE", [])?
            .into_iter()
            .map(|row| Product {
                id: row.id.0,
                name: row.name,
                code: row.code,
                price: row.price.zip(row.currency).map(|(minor, currency)| dto::Money { minor, currency }),
            })
            .collect(),
        fields: fields(view)?,
    })
}

/// The fields the user added, computed ones with what they give.
pub(crate) fn fields(view: &View<'_>) -> Result<Vec<CustomField>> {
    let mut fields = tables::CustomField::select(view.conn, "ORDER BY entity, position, name", [])?
        .into_iter()
        .map(crate::detail::custom::field_dto)
        .collect::<Result<Vec<_>>>()?;
    crate::formula::tell(view, &mut fields)?;
    Ok(fields)
}

fn labels(conn: &Connection) -> Result<Vec<Label>> {
    let uses = counts(
        conn,
        "SELECT label_id, count(*) FROM (SELECT label_id FROM deal_labels UNION ALL SELECT label_id FROM lead_labels) GROUP BY 1",
    )?;
    Ok(tables::Label::select(conn, "ORDER BY name COLLATE NOCASE", [])?
        .into_iter()
        .map(|row| Label {
            uses: uses.get(&row.id.0).copied().unwrap_or(0),
            id: row.id.0,
            name: row.name,
            color: row.color,
        })
        .collect())
}

fn reasons(conn: &Connection) -> Result<Vec<CloseReason>> {
    let uses = |table: &str| {
        counts(
            conn,
            &format!(
                "SELECT close_reason_id, count(*) FROM {table} WHERE close_reason_id IS NOT NULL AND deleted_at IS NULL GROUP BY 1"
            ),
        )
    };
    let (deals, leads) = (uses("deals")?, uses("leads")?);
    let count = |of: &BTreeMap<Uuid, i64>, id: Uuid| of.get(&id).copied().unwrap_or(0);
    Ok(tables::CloseReason::select(conn, "ORDER BY kind, position, description", [])?
        .into_iter()
        .map(|row| CloseReason {
            uses: count(&deals, row.id.0) + count(&leads, row.id.0),
            lead_uses: count(&leads, row.id.0),
            id: row.id.0,
            kind: match row.kind {
                tables::ReasonKind::Won => ReasonType::Won,
                tables::ReasonKind::Lost => ReasonType::Lost,
            },
            code: row.code,
            description: row.description,
            active: row.active,
        })
        .collect())
}

fn counts(conn: &Connection, sql: &str) -> Result<BTreeMap<Uuid, i64>> {
    use satchel_store::Column as _;
    let mut statement = conn.prepare_cached(sql)?;
    let mut rows = statement.query([])?;
    let mut found = BTreeMap::new();
    while let Some(row) = rows.next()? {
        found.insert(Uuid::from_column("id", row.get_ref(0)?)?, row.get(1)?);
    }
    Ok(found)
}

/// All pipelines with their stages and open deals, from the counters.
pub(crate) fn pipelines(conn: &Connection) -> Result<Vec<Pipeline>> {
    tables::Pipeline::select(conn, "ORDER BY position, id", [])?.into_iter().map(|row| pipeline(conn, row)).collect()
}

/// One pipeline as a window knows it.
pub(crate) fn pipeline(conn: &Connection, row: tables::Pipeline) -> Result<Pipeline> {
    let open = totals::of_pipeline(conn, row.id.0)?;
    let stages = stages_of(conn, row.id)?;
    Ok(Pipeline {
        id: row.id.0,
        name: row.name,
        mode: match row.mode {
            stage::Mode::Free => PipelineMode::Free,
            stage::Mode::Strict => PipelineMode::Strict,
        },
        method: match row.method {
            stage::Method::Chances => ProbabilityMethod::Chances,
            stage::Method::Completed => ProbabilityMethod::Completed,
            stage::Method::Multiply => ProbabilityMethod::Multiply,
            stage::Method::Add => ProbabilityMethod::Add,
        },
        sort: match row.sort {
            Sort::Hand => SortBy::Hand,
            Sort::Urgency => SortBy::Urgency,
            Sort::Value => SortBy::Value,
            Sort::Date => SortBy::Date,
            Sort::Title => SortBy::Title,
        },
        open_deals: open.values().map(|totals| totals.count).sum(),
        stages: stages
            .into_iter()
            .map(|stage_row| Stage {
                open_deals: open.get(&Some(stage_row.id.0)).map_or(0, |totals| totals.count),
                probability: stage::probability(row.method, stage_row.chances, stage_row.completed),
                id: stage_row.id.0,
                name: stage_row.name,
                chances: stage_row.chances,
                completed: stage_row.completed,
                rot_days: stage_row.rot_days,
                allow_skip: stage_row.allow_skip,
            })
            .collect(),
    })
}

/// The stages of a pipeline, in order.
pub(crate) fn stages_of(conn: &Connection, pipeline: PipelineId) -> Result<Vec<tables::Stage>> {
    Ok(tables::Stage::select(conn, "WHERE pipeline_id = ?1 ORDER BY position, id", [pipeline.as_bytes()])?)
}
