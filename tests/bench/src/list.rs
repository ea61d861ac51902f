//! Lists of the whole file: filter, order, group, page and words, each as JSON, beside the plain SQL of the same rows.

use super::{Answer, Row, time, time_async};
use rusqlite::Connection;
use satchel_app::{App, commands, dto::*};

fn condition(field: &str, op: Operator, values: Vec<FilterValue>) -> Condition {
    Condition { field: field.into(), op, values }
}

fn query(all: Vec<Condition>, text: &str) -> ListQuery {
    ListQuery {
        entity: ListEntity::Deal,
        presets: vec![Preset::Mine],
        filter: Filter { all, any: Vec::new() },
        text: text.into(),
        pipeline: None,
    }
}

fn page(query: &ListQuery, sort: &str, offset: i64) -> ListPageInput {
    let columns = ["organization", "stage", "value", "probability", "expected_close", "activity_state", "labels"];
    ListPageInput {
        query: query.clone(),
        sort: vec![SortKey { field: sort.into(), descending: true }],
        columns: columns.map(str::to_owned).to_vec(),
        offset,
        limit: 50,
    }
}

/// A filter that computes every row: a field of the user's own with a formula, made here once.
async fn computed(app: &App) -> Answer<ListQuery> {
    let field = NewField {
        entity: FieldEntity::Deal,
        name: "Expected".into(),
        kind: FieldType::Formula,
        options: Vec::new(),
        description: String::new(),
        formula: Some("round([value] * [probability], 0)".into()),
    };
    let done = commands::create_field(app, field).await?;
    let key = format!("custom:{}", done.created.first().ok_or("no field was made")?.id);
    let large = FilterValue::Money(Money { minor: 9_999_900, currency: "EUR".into() });
    Ok(query(vec![condition(&key, Operator::Ge, vec![large])], ""))
}

/// Prints the rows of the table.
pub async fn measure(app: &App, conn: &Connection, size: u64) -> Answer<()> {
    let large =
        condition("value", Operator::Ge, vec![FilterValue::Money(Money { minor: 4_500_000, currency: "EUR".into() })]);
    let (all, half) = (query(Vec::new(), ""), query(vec![large], ""));
    let deep = i64::try_from(size / 2)?;
    let pages = [
        ("list: first page, newest first", page(&all, "created_at", 0), "created_at DESC, id DESC", "1"),
        (
            "list: half the rows filtered out, largest first",
            page(&half, "value", 0),
            "value DESC, id DESC",
            "value >= 4500000",
        ),
        ("list: by title", page(&all, "title", 0), "title COLLATE NOCASE DESC, id DESC", "1"),
        (
            "list: by organization",
            page(&all, "organization", 0),
            "(SELECT o.name FROM organizations o WHERE o.id = organization_id) DESC, id DESC",
            "1",
        ),
        (
            "list: by next activity",
            page(&all, "activity_state", 0),
            "(SELECT min(a.due_on) FROM activities a WHERE a.deal_id = deals.id AND a.done_at IS NULL) DESC, id DESC",
            "1",
        ),
        ("list: a page from the middle, by value", page(&all, "value", deep), "value DESC, id DESC", "1"),
        (
            "list: words \"chill 12\"",
            page(&query(Vec::new(), "chill 12"), "value", 0),
            "value DESC, id DESC",
            "title LIKE 'chill% 12%'",
        ),
    ];
    for (work, input, order, condition) in pages {
        let bytes = serde_json::to_string(&commands::list_page(app, input.clone()).await?)?.len();
        let ours = time_async(20, |_| async {
            serde_json::to_string(&commands::list_page(app, input.clone()).await?).map(drop).map_err(Into::into)
        })
        .await?;
        let sql = format!(
            "SELECT id, title, value FROM deals WHERE status = 'open' AND archived_at IS NULL AND deleted_at IS NULL AND {condition} ORDER BY {order} LIMIT 50 OFFSET {}",
            input.offset
        );
        let floor = time(20, |_| {
            let mut statement = conn.prepare_cached(&sql)?;
            statement.query_map([], |row| row.get::<_, String>(1))?.try_for_each(|row| row.map(drop))?;
            Ok(())
        })?;
        Row { size, work, ours, raw: Some(floor), answer: format!("{} kB", bytes / 1024) }.print();
    }
    let ours = time_async(20, |_| async {
        serde_json::to_string(&commands::list_totals(app, half.clone()).await?).map(drop).map_err(Into::into)
    })
    .await?;
    Row { size, work: "list: totals of half the rows", ours, raw: None, answer: String::new() }.print();
    let formula = page(&computed(app).await?, "created_at", 0);
    let ours = time_async(20, |_| async {
        serde_json::to_string(&commands::list_page(app, formula.clone()).await?).map(drop).map_err(Into::into)
    })
    .await?;
    // the goal is 100 ms at a hundred thousand
    let floor = time(20, |_| {
        let mut statement = conn.prepare_cached(
            "SELECT id, title, value FROM deals WHERE status = 'open' AND archived_at IS NULL AND deleted_at IS NULL AND value * probability >= 4500000 * 5000 ORDER BY created_at DESC LIMIT 50",
        )?;
        statement.query_map([], |row| row.get::<_, String>(1))?.try_for_each(|row| row.map(drop))?;
        Ok(())
    })?;
    Row { size, work: "list: filter on a formula field", ours, raw: Some(floor), answer: String::new() }.print();
    for (work, field) in [("list: grouped by stage", "stage"), ("list: grouped by organization", "organization")] {
        let input = ListGroupsInput { query: all.clone(), group: GroupBy { field: field.into(), grain: None } };
        let ours = time_async(10, |_| async {
            serde_json::to_string(&commands::list_groups(app, input.clone()).await?).map(drop).map_err(Into::into)
        })
        .await?;
        Row { size, work, ours, raw: None, answer: String::new() }.print();
    }
    Ok(())
}
