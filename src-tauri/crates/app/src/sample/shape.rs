//! Who is tied to whom in the sample data, in numbers; the words are in `en.json`, `fr.json` and `zh.json`.
//! Days count back from the day the sample is loaded, plans and expected closes forward.

use satchel_store::tables::ActivityKind::{self, Call, Mail, Meeting, Task, Visit};

/// How a deal stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// On the board.
    Open,
    /// Won this many days ago.
    Won(i64),
    /// Lost this many days ago, for a reason of the list.
    Lost(i64, usize),
    /// Closed without outcome this many days ago.
    Closed(i64),
    /// Made into a lead this many days ago: it lies in the trash.
    Converted(i64),
}
use Fate::{Closed, Converted, Lost, Open, Won};

/// What comes next: kind, subject, days from today (None: some day), time.
pub type Plan = Option<(ActivityKind, usize, Option<i64>, Option<&'static str>)>;

/// One deal.
#[derive(Debug, Clone, Copy)]
pub struct Deal {
    /// Organization and person.
    pub party: (usize, usize),
    /// Pipeline (0 the user's first, 1 the sample's strict one) and stage; None: not started.
    pub place: (usize, Option<usize>),
    /// How it stands.
    pub fate: Fate,
    /// Whole euros; 0: no value yet.
    pub value: i64,
    /// Days since it was created, since it entered its stage, until it should close.
    pub days: (i64, i64, i64),
    /// Product.
    pub product: Option<usize>,
    /// Labels.
    pub labels: &'static [usize],
    /// Next activity.
    pub plan: Plan,
}

#[expect(clippy::too_many_arguments, reason = "one line a deal: the table below is read by column")]
const fn deal(
    party: (usize, usize),
    place: (usize, Option<usize>),
    fate: Fate,
    value: i64,
    days: (i64, i64, i64),
    product: Option<usize>,
    labels: &'static [usize],
    plan: Plan,
) -> Deal {
    Deal { party, place, fate, value, days, product, labels, plan }
}

/// The deals, in the order of their titles.
pub const DEALS: [Deal; 43] = [
    deal((4, 4), (0, Some(2)), Open, 83_500, (41, 9, 24), Some(0), &[0], Some((Call, 0, Some(0), Some("15:30")))),
    deal((3, 3), (0, Some(1)), Open, 27_300, (23, 8, 35), None, &[2], Some((Visit, 1, Some(3), Some("09:00")))),
    deal((13, 13), (0, Some(3)), Open, 60_700, (62, 6, 12), None, &[1, 5], Some((Task, 4, Some(-2), None))),
    deal((8, 33), (0, Some(2)), Open, 71_200, (55, 17, 48), Some(2), &[3], None),
    deal((10, 10), (0, Some(0)), Open, 18_900, (6, 6, 60), None, &[], Some((Call, 10, Some(1), None))),
    deal((20, 20), (0, Some(0)), Open, 14_250, (24, 24, 45), Some(4), &[1], None),
    deal((2, 2), (0, Some(1)), Open, 96_000, (31, 12, 70), None, &[0, 4], Some((Meeting, 8, Some(9), Some("14:00")))),
    deal((9, 34), (0, Some(2)), Open, 44_800, (38, 4, 30), Some(3), &[], Some((Mail, 2, Some(0), None))),
    deal((5, 5), (0, Some(0)), Open, 8_700, (3, 3, 40), Some(4), &[], Some((Call, 10, Some(2), Some("10:15")))),
    deal((5, 30), (0, Some(3)), Open, 52_400, (70, 12, 8), Some(0), &[0], Some((Call, 7, Some(-1), Some("11:00")))),
    deal((2, 27), (0, Some(4)), Open, 148_000, (96, 5, 4), Some(1), &[0, 4], Some((Task, 9, Some(0), None))),
    deal(
        (6, 31),
        (0, Some(2)),
        Open,
        132_000,
        (47, 11, 55),
        Some(3),
        &[3, 0],
        Some((Meeting, 5, Some(5), Some("13:30"))),
    ),
    deal((7, 7), (0, Some(0)), Open, 36_500, (12, 12, 90), Some(3), &[1], Some((Mail, 11, Some(-4), None))),
    deal((12, 12), (0, Some(1)), Open, 41_000, (27, 19, 65), None, &[], None),
    deal((17, 17), (0, Some(3)), Open, 215_000, (83, 3, 21), None, &[0, 5], Some((Mail, 5, Some(1), None))),
    deal((16, 16), (0, Some(2)), Open, 67_900, (44, 7, 33), Some(0), &[], Some((Call, 0, Some(4), None))),
    deal((15, 15), (0, Some(0)), Open, 22_600, (17, 15, 50), Some(4), &[], Some((Visit, 1, Some(6), Some("08:30")))),
    deal((14, 14), (0, Some(1)), Open, 19_800, (20, 5, 42), None, &[2], Some((Task, 6, None, None))),
    deal((1, 1), (0, Some(0)), Open, 118_000, (9, 9, 110), Some(1), &[4], Some((Call, 10, Some(0), Some("16:45")))),
    deal((23, 23), (0, Some(1)), Open, 88_200, (34, 10, 57), Some(3), &[3], Some((Visit, 1, Some(2), None))),
    deal((18, 18), (0, Some(0)), Open, 54_000, (14, 14, 150), Some(2), &[3], None),
    deal((19, 19), (0, Some(4)), Open, 31_400, (58, 9, 6), Some(4), &[5], Some((Call, 7, Some(-3), None))),
    deal((21, 21), (0, Some(1)), Open, 92_500, (29, 6, 80), None, &[0], Some((Meeting, 3, Some(7), Some("10:00")))),
    deal((22, 22), (0, Some(0)), Open, 0, (4, 4, 75), Some(4), &[], Some((Call, 10, Some(3), None))),
    deal((4, 29), (1, Some(2)), Open, 6_400, (26, 6, 20), Some(5), &[2], Some((Call, 0, Some(2), None))),
    deal((3, 28), (1, Some(1)), Open, 9_200, (18, 7, 28), Some(5), &[2], Some((Visit, 1, Some(0), Some("13:00")))),
    deal((11, 11), (1, Some(0)), Open, 12_800, (5, 5, 34), Some(5), &[2], None),
    deal((6, 6), (1, Some(3)), Open, 15_600, (49, 8, 10), Some(5), &[2, 0], Some((Task, 9, Some(1), None))),
    deal(
        (17, 17),
        (1, Some(1)),
        Open,
        28_000,
        (33, 12, 26),
        Some(5),
        &[2, 5],
        Some((Meeting, 3, Some(-1), Some("09:30"))),
    ),
    deal((10, 10), (1, Some(0)), Open, 17_500, (11, 11, 44), None, &[1], Some((Mail, 11, Some(5), None))),
    deal((16, 16), (1, None), Open, 4_900, (2, 2, 90), Some(5), &[2], None),
    deal((5, 5), (0, Some(4)), Won(18), 61_000, (104, 25, -18), Some(0), &[], None),
    deal((1, 26), (0, Some(4)), Won(47), 134_000, (160, 58, -50), Some(1), &[4], None),
    deal((9, 9), (0, Some(4)), Won(71), 26_700, (121, 80, -70), Some(3), &[], None),
    deal((23, 23), (0, Some(3)), Won(96), 39_500, (150, 110, -95), None, &[1], None),
    deal((16, 16), (1, Some(3)), Won(9), 7_800, (52, 15, -9), Some(5), &[2], None),
    deal((10, 10), (0, Some(4)), Won(128), 12_300, (170, 133, -130), None, &[], None),
    deal((20, 20), (0, Some(2)), Lost(22, 0), 84_000, (99, 40, -20), None, &[4], None),
    deal((24, 24), (0, Some(1)), Lost(38, 2), 16_200, (75, 52, -30), None, &[], None),
    deal((18, 18), (0, Some(3)), Lost(64, 1), 120_000, (140, 82, -60), Some(2), &[3], None),
    deal((15, 15), (0, Some(2)), Lost(91, 3), 29_900, (133, 108, -90), Some(4), &[], None),
    deal((13, 13), (0, Some(0)), Closed(56), 9_500, (88, 88, -40), None, &[], None),
    deal((7, 32), (0, Some(1)), Converted(11), 46_500, (66, 30, 120), Some(0), &[1], None),
];

/// One of the won deals was put aside, this many days ago.
pub const ARCHIVED: (usize, i64) = (36, 60);

/// How a lead stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// In the inbox, nobody looked at it.
    Unseen,
    /// In the inbox.
    Seen,
    /// Lost this many days ago.
    Lost(i64, usize),
    /// Put aside this many days ago.
    Archived(i64),
}

/// One lead.
#[derive(Debug, Clone, Copy)]
pub struct Lead {
    /// Organization and person.
    pub party: (usize, usize),
    /// Whole euros; 0: no value.
    pub value: i64,
    /// Built-in source.
    pub source: &'static str,
    /// Days since it arrived.
    pub age: i64,
    /// Labels.
    pub labels: &'static [usize],
    /// Next activity.
    pub plan: Plan,
    /// How it stands.
    pub standing: Standing,
}

const fn lead(
    party: (usize, usize),
    value: i64,
    source: &'static str,
    age: i64,
    labels: &'static [usize],
    plan: Plan,
    standing: Standing,
) -> Lead {
    Lead { party, value, source, age, labels, plan, standing }
}

/// The leads, in the order of their titles; the first was made from the deal `CONVERTED`.
pub const LEADS: [Lead; 14] = [
    lead((7, 32), 46_500, "deal", 11, &[1], Some((Call, 0, Some(20), None)), Standing::Unseen),
    lead((8, 8), 38_000, "website", 2, &[3], Some((Call, 10, Some(0), Some("09:45"))), Standing::Unseen),
    lead((3, 3), 24_000, "phone", 5, &[], Some((Mail, 11, Some(-1), None)), Standing::Seen),
    lead((23, 23), 17_200, "referral", 9, &[], None, Standing::Seen),
    lead((18, 18), 21_000, "fair", 14, &[3], Some((Task, 8, Some(12), None)), Standing::Seen),
    lead((15, 15), 6_500, "phone", 21, &[], None, Standing::Seen),
    lead((19, 19), 28_400, "fair", 16, &[], Some((Visit, 1, Some(4), Some("07:30"))), Standing::Seen),
    lead((8, 33), 0, "website", 1, &[5], None, Standing::Unseen),
    lead((16, 16), 13_900, "referral", 26, &[1], Some((Call, 10, Some(-6), None)), Standing::Seen),
    lead((9, 9), 9_800, "phone", 30, &[], Some((Task, 2, None, None)), Standing::Seen),
    lead((2, 27), 52_000, "fair", 19, &[4], Some((Call, 10, Some(8), None)), Standing::Seen),
    lead((12, 12), 11_500, "website", 40, &[2], None, Standing::Seen),
    lead((22, 22), 19_000, "phone", 60, &[], None, Standing::Lost(12, 2)),
    lead((6, 6), 33_000, "fair", 75, &[], None, Standing::Archived(20)),
];

/// The deal that became the first lead.
pub const CONVERTED: usize = 42;

/// Organizations that belong to another.
pub const PARENTS: [(usize, usize); 4] = [(1, 0), (2, 0), (7, 6), (12, 11)];

/// Where a person works: the first of each organization, then second ones.
pub const SECOND_PEOPLE: [usize; 10] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

/// Organizations that bought before, and since when (days).
pub const CUSTOMERS: [(usize, i64); 7] = [(1, 400), (2, 900), (5, 310), (9, 71), (10, 128), (16, 520), (23, 96)];

/// What a note or message hangs on.
#[derive(Debug, Clone, Copy)]
pub enum On {
    /// A deal.
    Deal(usize),
    /// A lead.
    Lead(usize),
    /// An organization.
    Organization(usize),
}

/// Where each note hangs, and its age in days.
pub const NOTES: [(On, i64); 16] = [
    (On::Deal(0), 14),
    (On::Deal(15), 10),
    (On::Deal(3), 21),
    (On::Deal(6), 8),
    (On::Deal(14), 6),
    (On::Deal(2), 30),
    (On::Deal(11), 12),
    (On::Deal(24), 19),
    (On::Deal(10), 35),
    (On::Deal(18), 5),
    (On::Organization(2), 60),
    (On::Organization(5), 100),
    (On::Deal(23), 3),
    (On::Deal(19), 16),
    (On::Lead(1), 2),
    (On::Organization(13), 45),
];

/// For each message: sent by us, where it hangs, age in days.
pub const MESSAGES: [(bool, On, i64); 8] = [
    (true, On::Deal(0), 9),
    (false, On::Deal(0), 7),
    (false, On::Deal(2), 25),
    (true, On::Deal(19), 4),
    (true, On::Deal(14), 5),
    (false, On::Deal(14), 3),
    (true, On::Deal(27), 8),
    (false, On::Deal(10), 40),
];

/// Activities already done: kind, subject, deal, age in days, outcome.
pub const DONE: [(ActivityKind, usize, usize, i64, usize); 9] = [
    (Call, 10, 0, 38, 0),
    (Visit, 1, 0, 20, 2),
    (Visit, 1, 2, 41, 0),
    (Call, 0, 9, 15, 2),
    (Meeting, 3, 10, 28, 2),
    (Visit, 1, 14, 37, 0),
    (Call, 10, 22, 26, 1),
    (Visit, 1, 31, 60, 2),
    (Call, 0, 37, 45, 1),
];

/// Cooling power and refrigerant of these deals.
pub const COOLING: [(usize, &str, usize); 5] =
    [(0, "180", 0), (9, "140", 0), (14, "650", 2), (15, "220", 3), (31, "120", 0)];
