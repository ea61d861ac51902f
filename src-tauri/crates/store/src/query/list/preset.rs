//! Ready filters: those of one family add up, the families narrow one another.
//! Without a word about the trash, what lies in it never shows.

use super::{
    Entity,
    compile::instants,
    field::{Bound, Lens},
};
use satchel_domain::filter::Period;

/// A ready filter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Preset {
    /// Open, not archived, not deleted.
    Mine,
    /// Open, archived or not.
    Open,
    /// Won.
    Won,
    /// Lost.
    Lost,
    /// Ended without outcome.
    Closed,
    /// Put aside.
    Archived,
    /// In the trash.
    Deleted,
    /// Longer in its stage than that allows.
    Rotting,
    /// The next activity is overdue.
    ActivityLate,
    /// It is due today.
    ActivityToday,
    /// It is planned for later.
    ActivityFuture,
    /// Nothing is planned.
    ActivityNone,
    /// Created in a period.
    Created(Period),
    /// Won, lost or closed in a period.
    Ended(Period),
    /// A customer.
    Customers,
    /// With open deals.
    OpenDeals,
    /// Nobody looked at it.
    Unseen,
}

/// The day of the next open activity of a deal or lead; one without a day counts as far off, none at all is NULL.
pub(super) fn next_due(entity: Entity) -> &'static str {
    match entity {
        Entity::Lead => {
            "(SELECT min(coalesce(a.due_on, '9999-12-31')) FROM activities a WHERE a.lead_id = r.id AND a.done_at IS NULL)"
        }
        Entity::Deal | Entity::Person | Entity::Organization => {
            "(SELECT min(coalesce(a.due_on, '9999-12-31')) FROM activities a WHERE a.deal_id = r.id AND a.done_at IS NULL)"
        }
    }
}

/// Deals of a person, or of an organization and its people, as a condition on `d`.
pub(super) const fn deals_of(entity: Entity) -> &'static str {
    match entity {
        Entity::Person => "d.person_id = r.id",
        Entity::Deal | Entity::Lead | Entity::Organization => {
            "(d.organization_id = r.id OR d.person_id IN (SELECT x.id FROM people x WHERE x.organization_id = r.id))"
        }
    }
}

/// What an entity offers.
#[must_use]
pub fn offered(entity: Entity) -> &'static [Preset] {
    use Preset::{
        ActivityFuture, ActivityLate, ActivityNone, ActivityToday, Archived, Closed, Created, Customers, Deleted,
        Ended, Lost, Mine, Open, OpenDeals, Rotting, Unseen, Won,
    };
    const ANY: Period = Period::ThisMonth;
    match entity {
        Entity::Deal => &[
            Mine,
            Open,
            Won,
            Lost,
            Closed,
            Archived,
            Deleted,
            Rotting,
            ActivityLate,
            ActivityToday,
            ActivityFuture,
            ActivityNone,
            Created(ANY),
            Ended(ANY),
        ],
        Entity::Lead => &[
            Mine,
            Open,
            Lost,
            Archived,
            Deleted,
            Unseen,
            ActivityLate,
            ActivityToday,
            ActivityFuture,
            ActivityNone,
            Created(ANY),
            Ended(ANY),
        ],
        Entity::Person | Entity::Organization => &[Customers, OpenDeals, Deleted, Created(ANY)],
    }
}

/// The conditions of these ready filters; one an entity does not offer asks nothing.
pub(super) fn conditions(entity: Entity, presets: &[Preset], lens: &Lens, bound: &mut Bound) -> Vec<String> {
    let presets: Vec<Preset> = presets
        .iter()
        .copied()
        .filter(|preset| {
            offered(entity).iter().any(|known| std::mem::discriminant(known) == std::mem::discriminant(preset))
        })
        .collect();
    let today = lens.today.to_string();
    let mut state = Vec::new();
    let mut activity = Vec::new();
    let mut created = Vec::new();
    let mut ended = Vec::new();
    let mut parts = Vec::new();
    let due = next_due(entity);
    for preset in presets {
        match preset {
            Preset::Mine => state.push("(r.status = 'open' AND r.archived_at IS NULL AND r.deleted_at IS NULL)"),
            Preset::Open => state.push("(r.status = 'open' AND r.deleted_at IS NULL)"),
            Preset::Won => state.push("(r.status = 'won' AND r.deleted_at IS NULL)"),
            Preset::Lost => state.push("(r.status = 'lost' AND r.deleted_at IS NULL)"),
            Preset::Closed => state.push("(r.status = 'closed' AND r.deleted_at IS NULL)"),
            Preset::Archived => state.push("(r.archived_at IS NOT NULL AND r.deleted_at IS NULL)"),
            Preset::Deleted => state.push("r.deleted_at IS NOT NULL"),
            Preset::Rotting => parts.push(lens.rotting()),
            Preset::ActivityLate => activity.push(format!("{due} < {}", bound.bind(today.clone()))),
            Preset::ActivityToday => activity.push(format!("{due} = {}", bound.bind(today.clone()))),
            Preset::ActivityFuture => activity.push(format!("{due} > {}", bound.bind(today.clone()))),
            Preset::ActivityNone => activity.push(format!("{due} IS NULL")),
            Preset::Created(period) => {
                created.push(instants("r.created_at", period.days(lens.today, lens.week_start), lens, bound));
            }
            Preset::Ended(period) => {
                let at = if entity == Entity::Lead { LEAD_ENDED_AT } else { ENDED_AT };
                ended.push(instants(at, period.days(lens.today, lens.week_start), lens, bound));
            }
            Preset::Customers => parts.push("r.customer_since IS NOT NULL".to_owned()),
            Preset::OpenDeals => parts.push(format!(
                "EXISTS (SELECT 1 FROM deals d WHERE {} AND d.status = 'open' AND d.archived_at IS NULL AND d.deleted_at IS NULL)",
                deals_of(entity)
            )),
            Preset::Unseen => {
                parts.push("NOT EXISTS (SELECT 1 FROM seen_leads s WHERE s.lead_id = r.id)".to_owned());
            }
        }
    }
    // alone it is written without brackets, so that the partial indexes of the board answer it
    parts.insert(
        0,
        match state.as_slice() {
            [] => "r.deleted_at IS NULL".to_owned(),
            [one] => one.trim_start_matches('(').trim_end_matches(')').to_owned(),
            several => format!("({})", several.join(" OR ")),
        },
    );
    for family in [activity, created, ended] {
        match family.as_slice() {
            [] => {}
            several => parts.push(format!("({})", several.join(" OR "))),
        }
    }
    parts
}

/// When a deal ended: the date of the status it has.
pub(super) const ENDED_AT: &str =
    "(CASE r.status WHEN 'won' THEN r.won_at WHEN 'lost' THEN r.lost_at WHEN 'closed' THEN r.closed_at END)";

/// When a lead ended: lost, or made into a deal (the last time).
pub(super) const LEAD_ENDED_AT: &str = "(CASE r.status WHEN 'lost' THEN r.lost_at WHEN 'converted' THEN (SELECT max(e.at) FROM lead_entries e WHERE e.lead_id = r.id AND e.action = 'to_deal') END)";
