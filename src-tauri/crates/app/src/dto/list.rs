//! Lists: what narrows them, their fields, rows, totals and groups, favourites, and editing many at once.

use super::{
    DealChange, LeadChange, Money, OrganizationChange, PersonChange, RecordKind, RecordRef, Refusal, Totals, wire,
};
use uuid::Uuid;

wire! {
    #[derive(Copy, Eq, PartialOrd, Ord, Hash)]
    pub enum ListEntity { Deal, Lead, Person, Organization }

    /// What a field holds. `choice` is one of closed words or of a custom field's options, `choices` several of them
    /// (or labels), `record` another record, `span` a stretch of days.
    #[derive(Copy, Eq)]
    pub enum FieldKind { Text, Number, Money, Percent, Date, Instant, Choice, Choices, YesNo, Record, Span }

    /// `ne`, `not_in` and `not_contains` include fields that hold nothing.
    #[derive(Copy, Eq)]
    pub enum Operator { Eq, Ne, In, NotIn, Contains, NotContains, StartsWith, Lt, Le, Gt, Ge, Between, IsSet, NotSet, InPeriod }

    /// A stretch of local days that moves with today.
    #[serde(tag = "is", content = "days")]
    #[derive(Copy, Eq)]
    pub enum Period {
        Today, Yesterday, Tomorrow,
        ThisWeek, LastWeek, NextWeek,
        ThisMonth, LastMonth, NextMonth,
        ThisQuarter, LastQuarter, NextQuarter,
        ThisYear, LastYear, NextYear,
        /// Today and the days before it, so many altogether.
        LastDays(i64),
        /// Today and the days after it, so many altogether.
        NextDays(i64),
        BeforeToday, AfterToday,
    }

    /// What a field is compared with, of the field's own kind. Records and labels by id, closed words and options by code.
    #[serde(tag = "type", content = "value")]
    pub enum FilterValue {
        Text(String),
        Number(f64),
        Money(Money),
        /// Hundredths of a percent.
        Percent(i64),
        /// YYYY-MM-DD, for dates and instants.
        Date(String),
        Yes(bool),
        Code(String),
        Id(Uuid),
        Period(Period),
    }

    /// One question about one field: a standard field's key, or `custom:<uuid>`.
    pub struct Condition { pub field: String, pub op: Operator, pub values: Vec<FilterValue> }

    /// Every condition of `all` and at least one of `any`; an empty group holds always.
    #[derive(Default)]
    #[serde(default)]
    pub struct Filter { pub all: Vec<Condition>, pub any: Vec<Condition> }

    /// Ready filters. Those about the state (mine ... deleted) add up, those about activities add up, and so on; the
    /// families narrow one another. Without `deleted`, records in the trash never show.
    #[serde(tag = "name", content = "period")]
    #[derive(Copy, Eq)]
    pub enum Preset {
        /// Open, not archived, not deleted: the default of deals and leads, removable.
        Mine,
        /// Open, archived or not.
        Open,
        Won,
        Lost,
        /// Ended without outcome.
        Closed,
        Archived,
        Deleted,
        Rotting,
        ActivityLate, ActivityToday, ActivityFuture, ActivityNone,
        Created(Period),
        /// Won, lost or closed in the period.
        Ended(Period),
        /// Contacts who are customers.
        Customers,
        /// Contacts with open deals.
        OpenDeals,
        /// Leads nobody looked at.
        Unseen,
    }

    /// The names of ready filters, for menus.
    #[derive(Copy, Eq)]
    pub enum PresetName { Mine, Open, Won, Lost, Closed, Archived, Deleted, Rotting, ActivityLate, ActivityToday, ActivityFuture, ActivityNone, Created, Ended, Customers, OpenDeals, Unseen }

    /// What a list or board shows.
    pub struct ListQuery {
        pub entity: ListEntity,
        #[serde(default)]
        pub presets: Vec<Preset>,
        #[serde(default)]
        pub filter: Filter,
        /// Words, each beginning a word of the name, or of the organization's or person's.
        #[serde(default)]
        pub text: String,
        /// Only deals of this pipeline.
        #[serde(default)]
        pub pipeline: Option<Uuid>,
    }

    pub struct ListFieldsInput { pub entity: ListEntity }

    pub struct ListFields { pub entity: ListEntity, pub fields: Vec<ListField>, pub presets: Vec<PresetName> }

    pub struct ListField {
        pub key: String,
        /// The custom field's own name; None = translated as `field-<key>`.
        pub name: Option<String>,
        pub kind: FieldKind,
        /// Which records a `record` field (or labels) names.
        pub of: Option<RecordKind>,
        /// Closed words (translated as `value-<code>`) or a custom field's options.
        pub choices: Vec<String>,
        pub operators: Vec<Operator>,
        pub sortable: bool,
        pub groupable: bool,
        /// Offered in the bulk edit.
        pub editable: bool,
        /// Shown when nothing else was chosen.
        pub default_column: bool,
    }

    #[derive(Eq)]
    pub struct SortKey { pub field: String, pub descending: bool }

    #[derive(Copy, Eq)]
    pub enum Grain { Day, Week, Month, Quarter, Year }

    /// `grain` counts for dates and instants only; None = month.
    #[derive(Eq)]
    pub struct GroupBy { pub field: String, pub grain: Option<Grain> }

    /// A page of rows. The rows of a group: add the group's `conditions` to `query.filter.all`.
    pub struct ListPageInput {
        pub query: ListQuery,
        /// Empty = newest first (contacts by name).
        pub sort: Vec<SortKey>,
        /// Keys; a field that no longer exists gives empty cells.
        pub columns: Vec<String>,
        pub offset: i64,
        /// At most 200.
        pub limit: u32,
    }

    pub struct ListPage { pub revision: i64, pub offset: i64, pub rows: Vec<ListRow> }

    pub struct ListRow {
        pub id: Uuid,
        pub title: String,
        /// `open`, `won`, `lost`, `closed`, `converted`; None for contacts.
        pub status: Option<String>,
        pub archived: bool,
        pub deleted: bool,
        pub sample: bool,
        /// One a column asked for, in that order.
        pub cells: Vec<Cell>,
    }

    #[serde(tag = "type", content = "value")]
    pub enum Cell {
        Empty,
        Text(String),
        Number(f64),
        Money(Money),
        /// Hundredths of a percent.
        Percent(i64),
        Date(String),
        /// UTC milliseconds.
        Instant(i64),
        /// The first and the last day, YYYY-MM-DD.
        Span { from: String, to: String },
        Yes(bool),
        /// A closed word, translated as `value-<code>`.
        Code(String),
        /// Options of a custom field.
        Options(Vec<String>),
        /// Another record with its name (builtin sources: look their name up by id).
        Record { id: Uuid, name: String },
        /// Labels.
        Ids(Vec<Uuid>),
    }

    pub struct ListTotals { pub revision: i64, pub totals: Totals }

    /// `columns`: those shown; sums come for the user's own of numbers and amounts.
    pub struct ListSumsInput { pub query: ListQuery, pub columns: Vec<String> }

    /// One entry a field, for amounts one a currency; fields without any value have none.
    pub struct ListSums { pub sums: Vec<ColumnSum> }
    pub struct ColumnSum { pub field: String, pub value: SumValue }

    #[serde(tag = "type", content = "value")]
    pub enum SumValue { Number(f64), Money(Money) }

    pub struct ListGroupsInput { pub query: ListQuery, pub group: GroupBy }

    /// `more`: only the first 500 groups are here. With a field of several values a row counts in each of its groups.
    pub struct ListGroups { pub revision: i64, pub groups: Vec<ListGroup>, pub more: bool }

    pub struct ListGroup {
        /// What the group stands for (the first day, where days are grouped); `empty` = the field holds nothing.
        pub cell: Cell,
        /// What narrows the list to this group.
        pub conditions: Vec<Condition>,
        pub totals: Totals,
    }

    /// `limit` at most 10,000.
    pub struct ListIdsInput { pub query: ListQuery, pub sort: Vec<SortKey>, pub limit: u32 }

    /// `total` counts all that match, `ids` holds the first of them, in order.
    pub struct ListIds { pub revision: i64, pub total: i64, pub ids: Vec<Uuid> }

    /// A favourite: a filter with the way it is shown, shared by board and list.
    pub struct SavedFilter {
        pub id: Uuid,
        pub name: String,
        pub query: ListQuery,
        pub sort: Vec<SortKey>,
        pub group: Option<GroupBy>,
        /// Empty = the default columns.
        pub columns: Vec<String>,
        /// Opened first; at most one an entity.
        pub default: bool,
    }

    pub struct SavedFilters { pub filters: Vec<SavedFilter> }

    pub struct SaveFilterInput {
        /// None = a new one; else this one is replaced, or kept again.
        pub id: Option<Uuid>,
        pub name: String,
        pub query: ListQuery,
        pub sort: Vec<SortKey>,
        pub group: Option<GroupBy>,
        pub columns: Vec<String>,
        pub default: bool,
    }

    /// Favourites as the text of a file; empty `ids` = all.
    pub struct ExportFiltersInput { pub ids: Vec<Uuid> }
    pub struct FilterFile { pub name: String, pub text: String }
    pub struct ImportFiltersInput { pub text: String }

    /// The same changes for many records of one kind. A field that is not named keeps its value.
    #[serde(tag = "entity", content = "set")]
    pub enum BulkChanges {
        Deal(Vec<DealChange>),
        Lead(Vec<LeadChange>),
        Person(Vec<PersonChange>),
        Organization(Vec<OrganizationChange>),
    }

    /// At most 10,000 ids. Labels are for deals and leads.
    pub struct BulkEditInput {
        pub ids: Vec<Uuid>,
        pub changes: BulkChanges,
        #[serde(default)]
        pub add_labels: Vec<Uuid>,
        #[serde(default)]
        pub remove_labels: Vec<Uuid>,
    }

    /// What a bulk edit would do. Anything refused stops all of it.
    pub struct BulkEditPreview {
        pub count: i64,
        /// Records whose data would really change.
        pub changing: i64,
        /// What would refuse, by name (at most 200), and how many there are.
        pub refused: Vec<BulkRefusal>,
        pub refused_count: i64,
    }

    /// `record` None: the new values themselves are refused.
    pub struct BulkRefusal { pub record: Option<RecordRef>, pub name: String, pub refusal: Refusal }
}
