//! What the user wants said when something ends, and which acts are switched off: rules over the settings alone.

use crate::deal::Refused;

/// How much the user wants to be asked for a text or a choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Policy {
    /// May be left out without a word.
    Optional,
    /// May be left out; the window says quietly that it is missing.
    #[default]
    Recommended,
    /// The act is refused without it.
    Required,
}

impl Policy {
    /// Whether an act may go on.
    #[must_use]
    pub const fn accepts(self, given: bool) -> bool {
        given || !matches!(self, Self::Required)
    }
}

/// An act that can be switched off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Guarded {
    /// Deals become leads.
    Convert,
    /// Records go to the trash.
    Delete,
    /// Two records become one.
    Merge,
    /// Ended records are open again, or come back out of the trash.
    Restore,
}

/// The switches; all of them are on in a fresh file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Guards {
    /// Deals may become leads.
    pub convert: bool,
    /// Records may go to the trash.
    pub delete: bool,
    /// Several records may go to the trash at once.
    pub batch_delete: bool,
    /// Records may be merged.
    pub merge: bool,
    /// Several records may be restored at once.
    pub mass_restore: bool,
}

impl Default for Guards {
    fn default() -> Self {
        Self { convert: true, delete: true, batch_delete: true, merge: true, mass_restore: true }
    }
}

/// Whether an act on so many records is switched on.
///
/// # Errors
/// The switch that is off.
pub const fn may(guards: Guards, act: Guarded, count: usize) -> Result<(), Refused> {
    match act {
        Guarded::Convert if !guards.convert => Err(Refused::ConvertOff),
        Guarded::Delete if !guards.delete => Err(Refused::DeleteOff),
        Guarded::Delete if count > 1 && !guards.batch_delete => Err(Refused::BatchDeleteOff),
        Guarded::Merge if !guards.merge => Err(Refused::MergeOff),
        Guarded::Restore if count > 1 && !guards.mass_restore => Err(Refused::MassRestoreOff),
        Guarded::Convert | Guarded::Delete | Guarded::Merge | Guarded::Restore => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_required_stops_an_act() {
        for (policy, given, goes_on) in [
            (Policy::Optional, false, true),
            (Policy::Optional, true, true),
            (Policy::Recommended, false, true),
            (Policy::Recommended, true, true),
            (Policy::Required, false, false),
            (Policy::Required, true, true),
        ] {
            assert_eq!(policy.accepts(given), goes_on, "{policy:?}, given: {given}");
        }
        assert_eq!(Policy::default(), Policy::Recommended, "a fresh file recommends");
    }

    #[test]
    fn each_switch_stops_its_own_act_and_says_which_it_was() {
        let all = Guards::default();
        type Case = (&'static str, Guards, Guarded, usize, Result<(), Refused>);
        let cases: &[Case] = &[
            ("all on", all, Guarded::Delete, 500, Ok(())),
            ("convert", Guards { convert: false, ..all }, Guarded::Convert, 1, Err(Refused::ConvertOff)),
            ("convert leaves delete", Guards { convert: false, ..all }, Guarded::Delete, 1, Ok(())),
            ("delete", Guards { delete: false, ..all }, Guarded::Delete, 1, Err(Refused::DeleteOff)),
            ("delete covers several", Guards { delete: false, ..all }, Guarded::Delete, 2, Err(Refused::DeleteOff)),
            ("batch, one", Guards { batch_delete: false, ..all }, Guarded::Delete, 1, Ok(())),
            ("batch, two", Guards { batch_delete: false, ..all }, Guarded::Delete, 2, Err(Refused::BatchDeleteOff)),
            ("merge", Guards { merge: false, ..all }, Guarded::Merge, 2, Err(Refused::MergeOff)),
            ("restore, one", Guards { mass_restore: false, ..all }, Guarded::Restore, 1, Ok(())),
            ("restore, two", Guards { mass_restore: false, ..all }, Guarded::Restore, 2, Err(Refused::MassRestoreOff)),
        ];
        for (case, guards, act, count, expected) in cases {
            assert_eq!(may(*guards, *act, *count), *expected, "{case}");
        }
    }
}
