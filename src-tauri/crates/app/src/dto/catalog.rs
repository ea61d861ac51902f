//! What a window needs once: settings, pipelines and the short lists.

use super::{ChangeRef, CustomField, RecordRef, SortBy, wire};
use uuid::Uuid;

wire! {
    pub struct Boot {
        pub version: String,
        pub revision: i64,
        /// UTC ms of the core's clock (frozen in tests).
        pub now: i64,
        /// Local business day, YYYY-MM-DD.
        pub today: String,
        pub data_dir: String,
        /// Nothing was ever stored here: offer sample data or an import.
        pub first_start: bool,
        pub has_sample: bool,
        pub unseen_leads: i64,
        pub trash: i64,
        pub undo: Option<ChangeRef>,
        pub redo: Option<ChangeRef>,
        pub catalog: Catalog,
        /// Unjournaled choices of this machine, by key (theme, density, language, folded columns, last pipeline ...).
        #[ts(type = "Record<string, unknown>")]
        pub preferences: serde_json::Value,
        /// BCP 47; what `SATCHEL_LOCALE` asks for, if it is set.
        pub forced_locale: Option<String>,
    }

    /// The short lists every screen draws from.
    pub struct Catalog {
        pub settings: Settings,
        pub pipelines: Vec<Pipeline>,
        pub labels: Vec<Label>,
        pub reasons: Vec<CloseReason>,
        pub sources: Vec<Source>,
        pub colleagues: Vec<Colleague>,
        pub products: Vec<Product>,
        pub fields: Vec<CustomField>,
    }

    pub struct Settings {
        pub profile_name: String,
        pub profile_email: String,
        /// ISO 4217.
        pub home_currency: String,
        pub leads_enabled: bool,
        /// Only ended deals may be deleted (safeguard).
        pub delete_ended_only: bool,
        pub rot_calendar_days: bool,
        /// Days the trash keeps things; 0 = until it is emptied.
        pub trash_days: i64,
        /// Empty: made of the name.
        pub profile_initials: String,
        pub policies: Policies,
        /// Winning asks what the deal really brought.
        pub ask_actual: bool,
        pub guards: Guards,
    }

    #[derive(Copy, Eq)]
    pub enum Policy { Optional, Recommended, Required }

    /// What is asked for when something ends.
    #[derive(Copy, Eq)]
    pub struct Policies { pub lost_reason: Policy, pub lost_note: Policy, pub won_reason: Policy, pub won_note: Policy }

    #[derive(Copy, Eq)]
    pub enum PolicyOf { LostReason, LostNote, WonReason, WonNote }

    /// Acts that can be switched off; true = allowed.
    #[derive(Copy, Eq)]
    pub struct Guards { pub convert: bool, pub delete: bool, pub batch_delete: bool, pub merge: bool, pub mass_restore: bool }

    #[derive(Copy, Eq)]
    pub enum Guard { Convert, Delete, BatchDelete, Merge, MassRestore }

    #[serde(tag = "field", content = "value")]
    pub enum SettingChange {
        ProfileName(String),
        ProfileEmail(String),
        HomeCurrency(String),
        LeadsEnabled(bool),
        DeleteEndedOnly(bool),
        RotCalendarDays(bool),
        TrashDays(i64),
        ProfileInitials(String),
        Policy { of: PolicyOf, policy: Policy },
        AskActual(bool),
        Guard { act: Guard, on: bool },
    }

    pub struct UpdateSettingsInput { pub changes: Vec<SettingChange> }

    pub struct PreferenceInput {
        pub key: String,
        #[ts(type = "unknown")]
        pub value: serde_json::Value,
    }

    #[derive(Copy, Eq)]
    pub enum PipelineMode { Free, Strict }

    #[derive(Copy, Eq)]
    pub enum ProbabilityMethod { Chances, Completed, Multiply, Add }

    pub struct Pipeline {
        pub id: Uuid,
        pub name: String,
        pub mode: PipelineMode,
        pub method: ProbabilityMethod,
        pub sort: SortBy,
        pub stages: Vec<Stage>,
        pub open_deals: i64,
    }

    pub struct Stage {
        pub id: Uuid,
        pub name: String,
        /// Hundredths of a percent.
        pub chances: i64,
        pub completed: i64,
        /// What a deal without its own probability counts for here; hundredths of a percent.
        pub probability: i64,
        /// None = never rots.
        pub rot_days: Option<i64>,
        pub allow_skip: bool,
        pub open_deals: i64,
    }

    pub struct NewPipeline { pub name: String, pub stages: Vec<String> }

    #[serde(tag = "field", content = "value")]
    pub enum PipelineChange { Name(String), Mode(PipelineMode), Method(ProbabilityMethod), Sort(SortBy) }

    pub struct UpdatePipelineInput { pub id: Uuid, pub changes: Vec<PipelineChange> }

    pub struct NewStage { pub pipeline: Uuid, pub name: String, /// None = first.
        pub after: Option<Uuid> }

    #[serde(tag = "field", content = "value")]
    pub enum StageChange {
        Name(String),
        Chances(i64),
        Completed(i64),
        RotDays(Option<i64>),
        AllowSkip(bool),
        /// Place behind this stage; None = first.
        After(Option<Uuid>),
    }

    pub struct UpdateStageInput { pub id: Uuid, pub changes: Vec<StageChange> }

    /// Deals standing in the stage move to `move_to`; without it a stage in use is refused.
    pub struct DeleteStageInput { pub id: Uuid, pub move_to: Option<Uuid> }

    pub struct Label { pub id: Uuid, pub name: String, /// One of the eight label colours, 0..7.
        pub color: i64, pub uses: i64 }

    pub struct NewLabel { pub name: String, pub color: i64 }
    pub struct UpdateLabelInput { pub id: Uuid, pub name: String, pub color: i64 }

    #[derive(Copy, Eq)]
    pub enum ReasonType { Won, Lost }

    /// `uses`: deals and leads out of the trash that carry it now, `lead_uses` of them leads.
    pub struct CloseReason { pub id: Uuid, pub kind: ReasonType, pub code: String, pub description: String, pub active: bool, pub uses: i64, pub lead_uses: i64 }
    pub struct NewReason { pub kind: ReasonType, pub code: String, pub description: String }
    pub struct UpdateReasonInput { pub id: Uuid, pub code: String, pub description: String, pub active: bool }
    pub struct MoveReasonInput { pub id: Uuid, /// Place behind this reason of its kind; None = first.
        pub after: Option<Uuid> }

    /// `builtin` sources are translated as `source-<builtin>`.
    pub struct Source { pub id: Uuid, pub name: String, pub builtin: Option<String> }
    pub struct NewSource { pub name: String }
    pub struct UpdateSourceInput { pub id: Uuid, pub name: String }

    /// Another seller, as a name only. One who left is no longer offered, and stays where they are named.
    pub struct Colleague { pub id: Uuid, pub name: String, pub email: Option<String>, pub active: bool, pub uses: i64 }
    pub struct NewColleague { pub name: String, pub email: Option<String> }
    pub struct UpdateColleagueInput { pub id: Uuid, pub name: String, pub email: Option<String>, pub active: bool }
    pub struct Product { pub id: Uuid, pub name: String, pub code: Option<String>, pub price: Option<super::Money> }
    pub struct NewProduct { pub name: String, pub code: Option<String>, pub price: Option<super::Money> }
    pub struct UpdateProductInput { pub id: Uuid, pub name: String, pub code: Option<String>, pub price: Option<super::Money> }

    pub struct SampleInput { /// BCP 47 language the sample is written in.
        pub locale: String }

    /// What removing the sample would do.
    pub struct SamplePreview { pub removing: i64, pub keeping: Vec<RecordRef> }
}
