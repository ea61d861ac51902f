//! Reports about what ended: deals won and lost, leads converted and lost. One pass over an index answers every chart of the page.
//! A deal counts once for the reason it has; values are added within one currency only.

use crate::{
    Error, Result, View, check,
    clock::{day_start, local_day},
    dto::*,
    totals,
};
use rusqlite::types::Value;
use satchel_domain::{
    dates::Date,
    period::{Period as Stretch, Span, Unit, win_rate},
};
use satchel_store::{
    journal,
    query::report::{self as query, Ended, Scope},
    tables::{self, Table as _},
};
use std::collections::{BTreeMap, HashMap};
use uuid::Uuid;

/// Won and lost over a period: figures, reasons, stages, sources, month by month.
///
/// # Errors
/// `invalid` for days that are none or in the wrong order, `unknown_currency`.
pub fn report(view: &View<'_>, input: ReportQuery) -> Result<Report> {
    let home = totals::home_currency(view.conn)?;
    let asked = input.currency.as_deref().map(crate::boot::currency).transpose()?;
    let span = span(view, &input)?;
    let mut pass = Pass::over(view, &input, span, asked.as_deref().unwrap_or(&home))?;
    if asked.is_none()
        && !pass.currencies.contains_key(&home)
        && let Some(most) = pass.currencies.iter().max_by_key(|(_, count)| **count).map(|(code, _)| code.clone())
    {
        pass = Pass::over(view, &input, span, &most)?;
    }
    pass.finish(view, &home)
}

/// What the list shows that holds exactly the records a mark counts, latest first (B161).
///
/// # Errors
/// As `report`.
pub fn report_list(view: &View<'_>, input: ReportListInput) -> Result<ReportList> {
    let leads = input.query.of == ReportOf::Leads;
    let whole = span(view, &input.query)?;
    let mark = input.mark;
    let first = mark.from.as_deref().map(|text| day("first_day", text)).transpose()?.unwrap_or(whole.first);
    let last = mark.to.as_deref().map(|text| day("last_day", text)).transpose()?.unwrap_or(whole.last);
    let ended = if leads { "ended_at" } else { "ended_on" };
    let condition = |field: &str, op, values| Condition { field: field.to_owned(), op, values };
    let code = |word: &str| FilterValue::Code(word.to_owned());
    let mut all = Vec::new();
    let mut presets = Vec::new();
    match (mark.won, leads) {
        (Some(false), _) => presets.push(Preset::Lost),
        (Some(true), false) => presets.push(Preset::Won),
        (None, false) => presets.extend([Preset::Won, Preset::Lost]),
        (Some(true), true) => all.push(condition("status", Operator::Eq, vec![code("converted")])),
        (None, true) => all.push(condition("status", Operator::In, vec![code("converted"), code("lost")])),
    }
    if let Some(only) = mark.only {
        let (field, id) = match only {
            ReportOnly::Reason(id) => ("close_reason", id),
            ReportOnly::Stage(id) => ("stage", id),
            ReportOnly::Source(id) => ("source", id),
        };
        let (op, values) = id.map_or((Operator::NotSet, Vec::new()), |id| (Operator::Eq, vec![FilterValue::Id(id)]));
        all.push(condition(field, op, values));
    }
    let date = |day: Date| FilterValue::Date(day.to_string());
    all.push(condition(ended, Operator::Between, vec![date(first.max(whole.first)), date(last.min(whole.last))]));
    Ok(ReportList {
        query: ListQuery {
            entity: if leads { ListEntity::Lead } else { ListEntity::Deal },
            presets,
            filter: Filter { all, any: Vec::new() },
            text: String::new(),
            pipeline: input.query.pipeline.filter(|_| !leads),
        },
        sort: vec![SortKey { field: ended.to_owned(), descending: true }],
    })
}

fn day(field: &str, text: &str) -> Result<Date> {
    check::date(field, text)?.parse().map_err(|_| Error::field("invalid", field))
}

fn today(view: &View<'_>) -> Result<Date> {
    Date::from_naive(view.today).ok_or_else(|| Error::internal(&view.today))
}

/// The days a query covers. Without a period they reach from the first outcome to the last, or to today.
fn span(view: &View<'_>, input: &ReportQuery) -> Result<Span> {
    let today = today(view)?;
    let period = match &input.period {
        ReportPeriod::LastTwelveMonths => Stretch::LastTwelveMonths,
        ReportPeriod::ThisQuarter => Stretch::ThisQuarter,
        ReportPeriod::LastQuarter => Stretch::LastQuarter,
        ReportPeriod::ThisYear => Stretch::ThisYear,
        ReportPeriod::LastYear => Stretch::LastYear,
        ReportPeriod::Days { from, to } => {
            let span = Span::new(day("first_day", from)?, day("last_day", to)?)
                .ok_or_else(|| Error::field("invalid", "last_day"))?;
            Stretch::Days(span)
        }
        ReportPeriod::All => {
            let read = |value: &Value| match value {
                Value::Text(text) => text.parse().ok(),
                Value::Integer(at) => Date::from_naive(local_day(*at)),
                _ => None,
            };
            let extent = query::extent(view.conn, input.of == ReportOf::Leads)?;
            let (first, last) = extent.map_or((None, None), |(first, last)| (read(&first), read(&last)));
            Stretch::Days(Span { first: first.unwrap_or(today).min(today), last: last.unwrap_or(today).max(today) })
        }
    };
    period.span(today).ok_or_else(|| Error::field("invalid", "first_day"))
}

fn scope(query: &ReportQuery, span: Span) -> Scope {
    if query.of == ReportOf::Leads {
        let after = span.last.plus_days(1).map_or(i64::MAX, |day| day_start(day.naive()));
        Scope {
            leads: true,
            from: Value::Integer(day_start(span.first.naive())),
            to: Value::Integer(after - 1),
            pipeline: None,
        }
    } else {
        Scope {
            leads: false,
            from: Value::Text(span.first.to_string()),
            to: Value::Text(span.last.to_string()),
            pipeline: query.pipeline,
        }
    }
}

impl ReportFigure {
    const fn add(&mut self, value: i64) {
        self.count += 1;
        self.value = self.value.saturating_add(value);
    }
}

type Slices = HashMap<Option<Uuid>, ReportSlice>;

/// Everything counted in one pass.
struct Pass {
    whole: ReportStep,
    currency: String,
    unit: Unit,
    /// First day of each step, as text: a day belongs to the last one that is not later.
    starts: Vec<String>,
    steps: Vec<ReportStep>,
    before: Option<ReportStep>,
    currencies: BTreeMap<String, i64>,
    reasons: Slices,
    stages: Slices,
    sources: Slices,
}

fn step(span: Span) -> ReportStep {
    ReportStep {
        from: span.first.to_string(),
        to: span.last.to_string(),
        won: ReportFigure::default(),
        lost: ReportFigure::default(),
        rate: None,
    }
}

fn rated(mut step: ReportStep) -> ReportStep {
    step.rate = win_rate(step.won.count, step.lost.count);
    step
}

impl Pass {
    fn over(view: &View<'_>, input: &ReportQuery, span: Span, currency: &str) -> Result<Self> {
        let before = if input.period == ReportPeriod::All { None } else { span.before(today(view)?) };
        let (unit, steps) = span.steps();
        let mut pass = Self {
            whole: step(span),
            currency: currency.to_owned(),
            unit,
            starts: steps.iter().map(|span| span.first.to_string()).collect(),
            steps: steps.into_iter().map(step).collect(),
            before: before.map(step),
            currencies: BTreeMap::new(),
            reasons: HashMap::new(),
            stages: HashMap::new(),
            sources: HashMap::new(),
        };
        let days = |ended: &Ended<'_>| ended.instant().map(|at| local_day(at).to_string());
        let wide = scope(input, span);
        query::each_ended(view.conn, &wide, |ended| {
            if wide.leads { pass.count(ended, &days(ended)?) } else { pass.count(ended, ended.day()?) }
        })?;
        if let Some(earlier) = before {
            query::each_ended(view.conn, &scope(input, earlier), |ended| pass.count_before(ended))?;
        }
        Ok(pass)
    }

    fn value(&mut self, ended: &Ended<'_>, seen: bool) -> Result<i64> {
        let Some((minor, code)) = ended.value()? else { return Ok(0) };
        if seen {
            match self.currencies.get_mut(code) {
                Some(count) => *count += 1,
                None => drop(self.currencies.insert(code.to_owned(), 1)),
            }
        }
        Ok(if code == self.currency { minor } else { 0 })
    }

    fn count(&mut self, ended: &Ended<'_>, day: &str) -> Result<()> {
        let value = self.value(ended, true)?;
        let at = self.starts.partition_point(|start| start.as_str() <= day).saturating_sub(1);
        let source = slice(&mut self.sources, ended.source()?, self.starts.len());
        if ended.won()? {
            self.whole.won.add(value);
            self.steps[at].won.add(value);
            source.won.add(value);
            return Ok(());
        }
        self.whole.lost.add(value);
        self.steps[at].lost.add(value);
        source.lost.add(value);
        source.steps[at] += 1;
        for (slices, id) in [(&mut self.reasons, ended.reason()?), (&mut self.stages, ended.stage()?)] {
            let slice = slice(slices, id, self.starts.len());
            slice.lost.add(value);
            slice.steps[at] += 1;
        }
        Ok(())
    }

    fn count_before(&mut self, ended: &Ended<'_>) -> Result<()> {
        let value = self.value(ended, false)?;
        let Some(before) = &mut self.before else { return Ok(()) };
        if ended.won()? {
            before.won.add(value);
            return Ok(());
        }
        before.lost.add(value);
        for (slices, id) in [
            (&mut self.reasons, ended.reason()?),
            (&mut self.stages, ended.stage()?),
            (&mut self.sources, ended.source()?),
        ] {
            slice(slices, id, self.starts.len()).before += 1;
        }
        Ok(())
    }

    fn finish(self, view: &View<'_>, home: &str) -> Result<Report> {
        let places: HashMap<Uuid, usize> = tables::Stage::select(
            view.conn,
            "ORDER BY (SELECT p.position FROM pipelines p WHERE p.id = stages.pipeline_id), pipeline_id, position",
            [],
        )?
        .into_iter()
        .enumerate()
        .map(|(at, row)| (row.id.0, at))
        .collect();
        let mut currencies: Vec<String> = self.currencies.keys().cloned().collect();
        currencies.sort_by_key(|code| code != home);
        let most_lost = |slice: &ReportSlice| (slice.id.is_none(), -slice.lost.count, -slice.won.count, slice.id);
        Ok(Report {
            revision: journal::revision(view.conn)?,
            whole: rated(self.whole),
            before: self.before.map(rated),
            other_currency: self
                .currencies
                .iter()
                .filter(|(code, _)| **code != self.currency)
                .map(|(_, count)| count)
                .sum(),
            currency: self.currency,
            currencies,
            unit: match self.unit {
                Unit::Month => ReportUnit::Month,
                Unit::Quarter => ReportUnit::Quarter,
                Unit::Year => ReportUnit::Year,
            },
            steps: self.steps.into_iter().map(rated).collect(),
            reasons: sorted(self.reasons, most_lost),
            stages: sorted(self.stages, |slice| slice.id.map(|id| places.get(&id).copied().unwrap_or(usize::MAX))),
            sources: sorted(self.sources, most_lost),
        })
    }
}

fn slice(slices: &mut Slices, id: Option<Uuid>, steps: usize) -> &mut ReportSlice {
    slices.entry(id).or_insert_with(|| ReportSlice {
        id,
        won: ReportFigure::default(),
        lost: ReportFigure::default(),
        steps: vec![0; steps],
        before: 0,
        rate: None,
    })
}

/// What only the period before knows is left out: there is nothing to open behind it.
fn sorted<K: Ord>(slices: Slices, key: impl Fn(&ReportSlice) -> K) -> Vec<ReportSlice> {
    let mut list: Vec<ReportSlice> =
        slices.into_values().filter(|slice| slice.won.count + slice.lost.count > 0).collect();
    for slice in &mut list {
        slice.rate = win_rate(slice.won.count, slice.lost.count);
    }
    list.sort_by_key(key);
    list
}
