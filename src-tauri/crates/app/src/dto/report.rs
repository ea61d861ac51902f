//! Reports about what ended: won and lost, why, where and when; and the list behind each mark.

use super::{ListQuery, SortKey, wire};
use uuid::Uuid;

wire! {
    #[derive(Copy, Eq)]
    pub enum ReportOf { Deals, Leads }

    /// Days are YYYY-MM-DD, both included.
    #[derive(Eq)]
    #[serde(tag = "kind")]
    pub enum ReportPeriod { LastTwelveMonths, ThisQuarter, LastQuarter, ThisYear, LastYear, All, Days { from: String, to: String } }

    #[derive(Eq)]
    pub struct ReportQuery {
        pub of: ReportOf,
        pub period: ReportPeriod,
        /// Deals of one pipeline; None = of all.
        pub pipeline: Option<Uuid>,
        /// Which money is added up; None = the user's own where there is any of it.
        pub currency: Option<String>,
    }

    /// How many, and what they were worth in the report's currency (what a won deal really brought).
    #[derive(Copy, Eq, Default)]
    pub struct ReportFigure { pub count: i64, pub value: i64 }

    #[derive(Copy, Eq)]
    pub enum ReportUnit { Month, Quarter, Year }

    /// One step of a chart. "Won" of a lead is its conversion.
    pub struct ReportStep {
        pub from: String,
        pub to: String,
        pub won: ReportFigure,
        pub lost: ReportFigure,
        /// Won of won and lost, hundredths of a percent; None when nothing ended.
        pub rate: Option<i64>,
    }

    /// Everything with one reason, stage or source.
    pub struct ReportSlice {
        /// None = without one.
        pub id: Option<Uuid>,
        pub won: ReportFigure,
        pub lost: ReportFigure,
        /// Lost ones by step.
        pub steps: Vec<i64>,
        /// Lost ones in the period before.
        pub before: i64,
        pub rate: Option<i64>,
    }

    pub struct Report {
        pub revision: i64,
        /// All of the period.
        pub whole: ReportStep,
        /// What it is compared with, where there is anything.
        pub before: Option<ReportStep>,
        pub currency: String,
        /// Currencies there are values in, the user's own first.
        pub currencies: Vec<String>,
        /// Ended ones with a value in another currency: counted, but not in any sum.
        pub other_currency: i64,
        pub unit: ReportUnit,
        pub steps: Vec<ReportStep>,
        /// Lost ones by reason, most first, those without at the end.
        pub reasons: Vec<ReportSlice>,
        /// Lost ones by the stage they stood in, in the order of the pipelines.
        pub stages: Vec<ReportSlice>,
        /// Won and lost ones by source, most lost first.
        pub sources: Vec<ReportSlice>,
    }

    /// None inside = those without one.
    #[derive(Eq)]
    #[serde(tag = "by", content = "id")]
    pub enum ReportOnly { Reason(Option<Uuid>), Stage(Option<Uuid>), Source(Option<Uuid>) }

    /// What a mark of a chart stands for.
    pub struct ReportMark {
        /// True = won or converted, false = lost, None = both.
        pub won: Option<bool>,
        /// A part of the period; None = all of it.
        pub from: Option<String>,
        pub to: Option<String>,
        pub only: Option<ReportOnly>,
    }

    pub struct ReportListInput { pub query: ReportQuery, pub mark: ReportMark }

    /// The list that holds what a mark counts.
    pub struct ReportList { pub query: ListQuery, pub sort: Vec<SortKey> }
}
