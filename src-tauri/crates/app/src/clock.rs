//! Time and identities: the only place that asks the machine. `SATCHEL_NOW` freezes the clock (tests).

use chrono::{DateTime, Local, NaiveDate, TimeZone as _, Utc};
use std::sync::{Mutex, PoisonError};
use uuid::{ContextV7, Timestamp, Uuid};

/// Where "now" comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clock {
    /// The machine's clock.
    System,
    /// Always this instant.
    Frozen(DateTime<Utc>),
}

impl Clock {
    /// The machine's clock, or what `SATCHEL_NOW` (RFC 3339) says.
    #[must_use]
    pub fn from_env() -> Self {
        std::env::var("SATCHEL_NOW")
            .ok()
            .and_then(|text| DateTime::parse_from_rfc3339(&text).ok())
            .map_or(Self::System, |at| Self::Frozen(at.to_utc()))
    }

    /// UTC milliseconds.
    #[must_use]
    pub fn now(&self) -> i64 {
        self.instant().timestamp_millis()
    }

    /// The local business day.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        self.instant().with_timezone(&Local).date_naive()
    }

    fn instant(&self) -> DateTime<Utc> {
        match self {
            Self::System => Utc::now(),
            Self::Frozen(at) => *at,
        }
    }
}

/// The local time of an instant in UTC milliseconds.
#[must_use]
pub fn local_time(at: i64) -> DateTime<Local> {
    DateTime::from_timestamp_millis(at).unwrap_or_default().with_timezone(&Local)
}

/// The local day of an instant in UTC milliseconds.
#[must_use]
pub fn local_day(at: i64) -> NaiveDate {
    local_time(at).date_naive()
}

/// The instant in UTC milliseconds at which a local day begins; where a change of the clocks skips midnight, the first
/// instant after it.
#[must_use]
pub fn day_start(day: NaiveDate) -> i64 {
    let midnight = day.and_time(chrono::NaiveTime::MIN);
    // no clock was ever moved by more than a few hours
    (0..48)
        .find_map(|quarter| {
            Local.from_local_datetime(&(midnight + chrono::TimeDelta::minutes(15 * quarter))).earliest()
        })
        .map_or_else(|| midnight.and_utc().timestamp_millis(), |start| start.timestamp_millis())
}

/// The instant a day is kept as where an instant is wanted: its local noon, which is still that day in most other time
/// zones; of today, now, for noon may be yet to come.
#[must_use]
pub fn instant_of(day: NaiveDate, now: i64) -> i64 {
    if day == local_day(now) { now } else { day_start(day) + 12 * 3_600_000 }
}

static ORDER: Mutex<Option<ContextV7>> = Mutex::new(None);

/// A UUIDv7 of this moment, greater than any made before in this process at the same millisecond.
#[must_use]
pub fn new_id(now: i64) -> Uuid {
    let mut order = ORDER.lock().unwrap_or_else(PoisonError::into_inner);
    let context = order.get_or_insert_with(ContextV7::new);
    let millis = u64::try_from(now).unwrap_or(0);
    let nanos = u32::try_from(millis % 1000).unwrap_or(0) * 1_000_000;
    Uuid::new_v7(Timestamp::from_unix(&*context, millis / 1000, nanos))
}
