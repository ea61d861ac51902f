//! What must hold in every data file at every moment, whatever happened to the process or the power: rules that two
//! or more tables share, so that a half-applied action breaks at least one of them.
//!
//! Not here: rules of a single row (the schema's own checks hold those) and rules that only some commands promise.

use rusqlite::Connection;

/// A rule and a query that returns the first offence in words, or nothing.
struct Rule {
    says: &'static str,
    offence: &'static str,
}

const OPEN_DEALS: &str = "status = 'open' AND archived_at IS NULL AND deleted_at IS NULL";

/// As long as no deal came back from the trash.
const WITHOUT_RECOVERIES: &[Rule] = &[
    Rule {
        says: "a lead made from a deal and that deal in the trash point at each other",
        offence: "
            SELECT 'lead ' || hex(l.id) || ' of deal ' || hex(l.source_deal_id)
            FROM leads l LEFT JOIN deals d ON d.id = l.source_deal_id
            WHERE l.source_deal_id IS NOT NULL AND (d.deleted_at IS NULL OR d.lead_id IS NOT l.id)
            UNION ALL
            SELECT 'deal ' || hex(d.id) || ' of lead ' || hex(d.lead_id)
            FROM deals d LEFT JOIN leads l ON l.id = d.lead_id
            WHERE d.lead_id IS NOT NULL AND l.source_deal_id IS NOT d.id",
    },
    Rule {
        says: "a deal becomes at most one lead",
        offence: "
            SELECT hex(source_deal_id) FROM leads WHERE source_deal_id IS NOT NULL
            GROUP BY source_deal_id HAVING count(*) > 1",
    },
];

const RULES: &[Rule] = &[
    Rule {
        says: "a deal that became a lead is the one that lead was made from",
        offence: "
            SELECT 'deal ' || hex(d.id) || ' of lead ' || hex(d.lead_id)
            FROM deals d LEFT JOIN leads l ON l.id = d.lead_id
            WHERE d.lead_id IS NOT NULL AND l.source_deal_id IS NOT d.id",
    },
    Rule {
        says: "a converted lead names its deal, and a deal the lead it began as, which names it",
        // a lead whose deal became part of another and is gone names that other
        offence: "
            SELECT hex(l.id) FROM leads l LEFT JOIN deals d ON d.id = l.deal_id
            WHERE (l.status = 'converted') <> (l.deal_id IS NOT NULL) OR (l.deal_id IS NOT NULL AND d.id IS NULL)
            UNION ALL
            SELECT hex(d.id) FROM deals d JOIN leads l ON l.id = d.source_lead_id WHERE l.deal_id IS NOT d.id",
    },
    Rule {
        says: "a status has its date",
        offence: "
            SELECT hex(id) || ' ' || status FROM deals
            WHERE (status = 'lost' AND lost_at IS NULL) OR (status = 'won' AND won_at IS NULL)
               OR (status = 'open' AND (lost_at IS NOT NULL OR won_at IS NOT NULL OR closed_at IS NOT NULL))",
    },
    Rule {
        says: "every lost deal has a line in its history",
        offence: "
            SELECT hex(id) FROM deals d WHERE status IN ('lost', 'won') AND NOT EXISTS
                (SELECT 1 FROM stage_entries e WHERE e.deal_id = d.id)",
    },
    Rule {
        says: "numbers of deals are unique",
        offence: "SELECT number FROM deals GROUP BY number HAVING count(*) > 1",
    },
    Rule {
        says: "every change set names all records it touched",
        offence: "
            SELECT 'change ' || c.seq || ': ' || c.records || ' touched, ' || count(r.record_id) || ' named'
            FROM change_sets c LEFT JOIN change_records r USING (seq)
            GROUP BY c.seq HAVING count(r.record_id) > c.records OR (c.records > 0 AND count(r.record_id) = 0)",
    },
    Rule {
        says: "undone changes are the newest ones",
        offence: "
            SELECT u.seq FROM change_sets u JOIN change_sets a ON a.seq > u.seq AND a.origin = 'person'
            WHERE u.state = 'undone' AND a.state = 'applied'",
    },
    Rule { says: "references lead somewhere", offence: "SELECT \"table\" FROM pragma_foreign_key_check" },
    Rule {
        says: "every record has exactly one search document, and nothing else has one",
        offence: "
            WITH records(id, kind) AS (
                SELECT id, 'deal' FROM deals UNION ALL SELECT id, 'lead' FROM leads
                UNION ALL SELECT id, 'organization' FROM organizations UNION ALL SELECT id, 'person' FROM people
                UNION ALL SELECT id, 'note' FROM notes UNION ALL SELECT id, 'message' FROM messages)
            SELECT 'no document: ' || kind || ' ' || hex(id) FROM
                (SELECT id, kind FROM records EXCEPT SELECT record_id, kind FROM search_docs)
            UNION ALL
            SELECT 'no record: ' || kind || ' ' || hex(record_id) FROM
                (SELECT record_id, kind FROM search_docs EXCEPT SELECT id, kind FROM records)",
    },
];

/// Checks all of it, and that no deal is both open and a lead; for files in which nothing was recovered from the trash.
///
/// # Errors
/// As `check`.
pub fn check_without_recoveries(db: &Connection) -> Result<(), String> {
    for rule in WITHOUT_RECOVERIES {
        demand(db, rule.says, rule.offence)?;
    }
    check(db)
}

/// Checks all of it; `db` must be writable (the full-text index checks itself through an INSERT that stores nothing).
///
/// # Errors
/// The first rule that does not hold, with the record concerned; or what SQLite said.
pub fn check(db: &Connection) -> Result<(), String> {
    for rule in RULES {
        demand(db, rule.says, rule.offence)?;
    }
    demand(db, "the totals of every column equal a recount", &totals_differ())?;
    db.execute_batch("INSERT INTO search_index(search_index, rank) VALUES ('integrity-check', 0)")
        .map_err(|error| format!("the full-text index is sound: {error}"))
}

fn demand(db: &Connection, says: &str, offence: &str) -> Result<(), String> {
    let mut statement = db.prepare(offence).map_err(|error| format!("{says}: {error}"))?;
    let mut rows = statement.query([]).map_err(|error| format!("{says}: {error}"))?;
    match rows.next() {
        Ok(None) => Ok(()),
        Ok(Some(row)) => Err(format!("{says}, but: {:?}", row.get_ref(0))),
        Err(error) => Err(format!("{says}: {error}")),
    }
}

/// The column totals as kept, and as counted from the deals: rows that are in one and not in the other.
fn totals_differ() -> String {
    let weighted = "sign(value) * ((abs(value) * probability + 5000) / 10000)";
    let counted = format!(
        "SELECT pipeline_id, coalesce(stage_id, x'') AS stage_id, coalesce(currency, '') AS currency, count(*) AS count,
            coalesce(sum(value) FILTER (WHERE probability IS NULL), 0) AS plain,
            coalesce(sum(value) FILTER (WHERE probability IS NOT NULL), 0) AS own,
            coalesce(sum({weighted}) FILTER (WHERE probability IS NOT NULL), 0) AS own_weighted
         FROM deals WHERE {OPEN_DEALS} GROUP BY 1, 2, 3"
    );
    let kept = "SELECT pipeline_id, stage_id, currency, count, plain, own, own_weighted FROM stage_totals";
    format!(
        "SELECT 'only kept: ' || hex(stage_id) || ' ' || count FROM ({kept} EXCEPT {counted})
         UNION ALL SELECT 'only counted: ' || hex(stage_id) || ' ' || count FROM ({counted} EXCEPT {kept})"
    )
}
