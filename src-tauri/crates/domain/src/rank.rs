//! Order by hand inside a column: integer ranks with gaps.
//! A move writes the moved cards only; where a gap is used up, a small neighbourhood is spread out again.

/// Distance left between two neighbours when there is room.
pub const GAP: i64 = 1 << 32;

/// Ranks stay within this bound on either side of zero.
const LIMIT: i64 = i64::MAX / 4;

/// Ranks for `count` cards standing between two neighbours (None = the column's end), in order.
/// None: the gap has no room; spread the neighbourhood with [`spread`] first.
#[must_use]
pub fn between(before: Option<i64>, after: Option<i64>, count: usize) -> Option<Vec<i64>> {
    let count = i64::try_from(count).ok()?;
    if count == 0 {
        return Some(Vec::new());
    }
    let (start, step) = match (before, after) {
        (None, None) => (-GAP, GAP),
        (Some(low), None) => (low, GAP),
        (None, Some(high)) => (high.checked_sub(GAP.checked_mul(count.checked_add(1)?)?)?, GAP),
        (Some(low), Some(high)) => {
            let room = high.checked_sub(low)?;
            (low, room / (count + 1))
        }
    };
    let last = start.checked_add(step.checked_mul(count)?)?;
    if step < 1 || start < -LIMIT || last > LIMIT {
        return None;
    }
    Some((1..=count).map(|place| start + step * place).collect())
}

/// New ranks for `count` neighbours lying strictly between two fixed ranks, evenly.
/// None: even this window has no room; take a wider one.
#[must_use]
pub fn spread(before: Option<i64>, after: Option<i64>, count: usize) -> Option<Vec<i64>> {
    let low = before.unwrap_or_else(|| {
        after.map_or(-GAP, |high| high.saturating_sub(GAP.saturating_mul(count as i64 + 1)).max(-LIMIT))
    });
    let high = after.unwrap_or_else(|| low.saturating_add(GAP.saturating_mul(count as i64 + 1)).min(LIMIT));
    between(Some(low), Some(high), count)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn cards_at_the_ends_keep_a_whole_gap() {
        assert_eq!(between(None, None, 1), Some(vec![0]));
        assert_eq!(between(Some(0), None, 2), Some(vec![GAP, 2 * GAP]));
        assert_eq!(between(None, Some(0), 2), Some(vec![-2 * GAP, -GAP]));
    }

    #[test]
    fn a_used_up_gap_is_reported_not_papered_over() {
        assert_eq!(between(Some(7), Some(8), 1), None);
        assert_eq!(between(Some(7), Some(9), 1), Some(vec![8]));
        assert_eq!(between(Some(7), Some(9), 2), None);
    }

    proptest! {
        #[test]
        fn new_ranks_are_in_order_and_strictly_inside(low in -LIMIT/2..LIMIT/2, room in 1i64..GAP * 8, count in 1usize..64) {
            let high = low + room;
            if let Some(ranks) = between(Some(low), Some(high), count) {
                let mut all = vec![low];
                all.extend(&ranks);
                all.push(high);
                prop_assert!(all.windows(2).all(|pair| pair[0] < pair[1]));
                prop_assert_eq!(ranks.len(), count);
            } else {
                prop_assert!(room <= count as i64);
            }
        }

        #[test]
        fn thirty_inserts_fit_into_one_gap(places in proptest::collection::vec(any::<bool>(), 30)) {
            let (mut low, mut high) = (0, GAP);
            for upper in places {
                let middle = between(Some(low), Some(high), 1).expect("a fresh gap holds thirty halvings")[0];
                if upper { low = middle } else { high = middle }
            }
        }
    }
}
