//! The board: columns, cards, totals, and what a drag may do.

use super::{ActivityKind, ListQuery, Money, Pipeline, Refusal, Stage, wire};
use uuid::Uuid;

wire! {
    #[derive(Copy, Eq)]
    pub enum DealStatus { Open, Won, Lost, Closed }

    /// How the cards of a column follow each other.
    #[derive(Copy, Eq)]
    pub enum SortBy { Hand, Urgency, Value, Date, Title }

    /// What narrows a board; the default shows every open deal of the pipeline.
    #[derive(Default)]
    #[serde(default)]
    pub struct BoardFilter {
        /// Deals carrying any of these labels.
        pub labels: Vec<Uuid>,
        pub owner: Option<Uuid>,
        /// Only deals whose next activity is overdue, due today or missing.
        pub needs_action: bool,
        /// None = open.
        pub status: Option<DealStatus>,
        /// Words in title, organization or person.
        pub text: String,
        /// The query of a list, on the board (its pipeline counts for nothing here); what stands above narrows it further.
        /// None = My pipeline, or what `status` says. Just `mine` is the unfiltered board.
        #[ts(optional)]
        pub query: Option<ListQuery>,
    }

    pub struct OpenBoardInput {
        /// None = the pipeline last shown, else the first.
        pub pipeline: Option<Uuid>,
        pub filter: BoardFilter,
        /// Cards sent per column at once.
        pub cards: u32,
    }

    pub struct Board {
        pub revision: i64,
        pub pipeline: Pipeline,
        pub filtered: bool,
        pub columns: Vec<Column>,
        pub totals: Totals,
    }

    pub struct Column {
        /// None = the "Not started" column.
        pub stage: Option<Stage>,
        pub totals: Totals,
        /// Deals of this stage that the filter hides.
        pub hidden: i64,
        /// The first cards, in order.
        pub cards: Vec<Card>,
    }

    /// Count, and one sum a currency, the home currency first. Never added across currencies.
    pub struct Totals { pub count: i64, pub sums: Vec<CurrencySum> }

    pub struct CurrencySum { pub currency: String, pub sum: i64, pub weighted: i64 }

    pub struct StageTotals { pub pipeline: Uuid, pub stage: Option<Uuid>, pub totals: Totals }

    pub struct ColumnPageInput {
        pub pipeline: Uuid,
        pub stage: Option<Uuid>,
        pub filter: BoardFilter,
        pub offset: i64,
        /// At most 200.
        pub limit: u32,
    }

    pub struct ColumnPage { pub revision: i64, pub totals: Totals, pub offset: i64, pub cards: Vec<Card> }

    /// Where a card lies in its column, for scrolling to it.
    pub struct LocateInput { pub deal: Uuid, pub filter: BoardFilter }

    pub struct CardPlace { pub pipeline: Uuid, pub stage: Option<Uuid>, pub index: i64 }

    pub struct ColumnIdsInput { pub pipeline: Uuid, pub stage: Option<Uuid>, pub filter: BoardFilter, pub from: i64, pub to: i64 }

    /// Ids of a range of a column, in order (range selection beyond the loaded cards).
    pub struct ColumnIds { pub ids: Vec<Uuid> }

    /// The mark in a card's corner.
    #[derive(Copy, Eq)]
    pub enum ActivityMark { Overdue, Today, Later, Missing }

    #[derive(Copy, Eq)]
    pub enum RotLevel { Ageing, Rotting }

    pub struct Rot { pub level: RotLevel, pub days: i64, pub limit: i64 }

    pub struct NextActivity { pub id: Uuid, pub kind: ActivityKind, pub subject: String, /// None = some day.
        pub due_on: Option<String>, pub due_time: Option<String> }

    pub struct Card {
        pub id: Uuid,
        pub number: i64,
        pub title: String,
        pub pipeline: Uuid,
        pub stage: Option<Uuid>,
        pub status: DealStatus,
        pub organization: Option<String>,
        pub person: Option<String>,
        pub value: Option<Money>,
        /// Hundredths of a percent, after the pipeline's method.
        pub probability: i64,
        pub expected_close: Option<String>,
        pub labels: Vec<Uuid>,
        pub mark: ActivityMark,
        pub next: Option<NextActivity>,
        pub rot: Option<Rot>,
        pub days_in_stage: i64,
        pub archived: bool,
        /// In the trash; a filter may show it all the same.
        pub deleted: bool,
        pub sample: bool,
        /// What it says in the fields that cards show.
        pub facts: Vec<super::CardFact>,
    }

    pub struct DealsInput { pub ids: Vec<Uuid> }

    /// What can be done with deals and leads that fits only some of them; a conversion has a preview of its own.
    #[derive(Copy, Eq)]
    pub enum RecordAct { Move, Win, Lose, Close, Restore, Reopen, Archive, Unarchive, Recover, Delete }

    pub struct FittingInput {
        /// `deal` or `lead`.
        pub kind: super::RecordKind,
        pub act: RecordAct,
        pub ids: Vec<Uuid>,
    }

    /// Those an act can do something with, in the order given.
    pub struct Fitting {
        pub ids: Vec<Uuid>,
        /// Sums of deals only.
        pub totals: Totals,
    }

    /// What a drag of these deals may do. Asked once at lift; the window only looks it up.
    pub struct DropOptions {
        pub revision: i64,
        pub selection: Totals,
        /// What leaves each column the deals stand in.
        pub leaving: Vec<StageTotals>,
        pub stages: Vec<StageDrop>,
        /// What fits at least one of them.
        pub fits: Vec<RecordAct>,
        pub won: ZoneDrop,
        pub lost: ZoneDrop,
        pub delete: ZoneDrop,
        pub leads: ZoneDrop,
    }

    pub struct StageDrop {
        pub pipeline: Uuid,
        pub stage: Option<Uuid>,
        pub refusal: Option<Refusal>,
        /// Totals this column gains (deals already in it excluded).
        pub arriving: Totals,
    }

    pub struct ZoneDrop {
        pub refusal: Option<Refusal>,
        /// How many of the deals the zone can take.
        pub count: i64,
        /// What those count for, where the zone takes some and not all.
        pub part: Option<ZonePart>,
        /// Deleting open deals asks how to end them first.
        pub ask_end: bool,
    }

    pub struct ZonePart {
        pub totals: Totals,
        /// What leaves each column they stand in.
        pub leaving: Vec<StageTotals>,
    }

    /// Where dropped cards go, by intent, never by index.
    #[serde(tag = "at", content = "card")]
    #[derive(Eq)]
    pub enum Place { Top, Bottom, After(Uuid), Before(Uuid) }

    pub struct MoveDealsInput {
        /// In the order they shall stand.
        pub ids: Vec<Uuid>,
        pub pipeline: Uuid,
        pub stage: Option<Uuid>,
        pub place: Place,
    }
}
