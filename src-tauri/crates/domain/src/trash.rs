//! How long the trash keeps what was deleted. Not here: what else needs a record and therefore keeps it.

/// Milliseconds of a day.
const DAY: i64 = 24 * 60 * 60 * 1000;

/// Days the trash keeps things where nobody said otherwise.
pub const USUAL_DAYS: i64 = 30;

/// The longest retention that can be set: ten years.
pub const MOST_DAYS: i64 = 3650;

/// Everything deleted up to this instant has had its time. None: things are kept until someone empties the trash.
#[must_use]
pub fn cutoff(now: i64, keep_days: i64) -> Option<i64> {
    if keep_days > 0 { now.checked_sub(keep_days.saturating_mul(DAY)) } else { None }
}

/// Whole days a deleted record still has, a day that has begun included; 0: it goes at the next start.
#[must_use]
pub fn days_left(deleted_at: i64, now: i64, keep_days: i64) -> Option<i64> {
    if keep_days <= 0 {
        return None;
    }
    let left = deleted_at.saturating_add(keep_days.saturating_mul(DAY)).saturating_sub(now);
    Some(left.max(0).div_euclid(DAY) + i64::from(left.max(0).rem_euclid(DAY) > 0))
}

/// Whether a clock that shows `now` may be believed: not when it stands before the moment it was last looked at.
#[must_use]
pub fn clock_is_sound(last_run: Option<i64>, now: i64) -> bool {
    last_run.is_none_or(|last| last <= now)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_stays_for_its_days_and_not_a_moment_less() {
        let now = 100 * DAY;
        for (keep, expected) in
            [(30, Some(70 * DAY)), (1, Some(99 * DAY)), (0, None), (-4, None), (MOST_DAYS, Some(-3550 * DAY))]
        {
            assert_eq!(cutoff(now, keep), expected, "{keep} days");
        }
        assert_eq!(cutoff(i64::MIN, 30), None, "a clock at the end of time removes nothing");
    }

    #[test]
    fn days_left_count_a_day_that_has_begun() {
        let deleted = 10 * DAY;
        for (now, keep, expected) in [
            (deleted, 30, Some(30)),
            (deleted + 1, 30, Some(30)),
            (deleted + DAY, 30, Some(29)),
            (deleted + 30 * DAY - 1, 30, Some(1)),
            (deleted + 30 * DAY, 30, Some(0)),
            (deleted + 90 * DAY, 30, Some(0)),
            (deleted - 5 * DAY, 30, Some(35)),
            (deleted, 0, None),
        ] {
            assert_eq!(days_left(deleted, now, keep), expected, "{now} {keep}");
        }
    }

    #[test]
    fn a_clock_that_went_back_is_not_believed() {
        for (last, now, sound) in [(None, 5, true), (Some(5), 5, true), (Some(4), 5, true), (Some(6), 5, false)] {
            assert_eq!(clock_is_sound(last, now), sound, "{last:?} {now}");
        }
    }
}
