// Generated from the core's command list by `cargo xtask bindings`. Do not edit.

export type Activity = { id: string, kind: ActivityKind, subject: string, 
/**
 * YYYY-MM-DD.
 */
due_on: string | null, 
/**
 * HH:MM, local.
 */
due_time: string | null, duration_minutes: number | null, note: string, done_at: number | null, outcome: string | null, mark: ActivityMark, created_at: number, 
/**
 * The record it hangs on.
 */
on: NamedRecord | null, };

export type ActivityChange = { "field": "kind", "value": ActivityKind } | { "field": "subject", "value": string } | { "field": "due_on", "value": string | null } | { "field": "due_time", "value": string | null } | { "field": "duration_minutes", "value": number | null } | { "field": "note", "value": string };

export type ActivityKind = "call" | "visit" | "meeting" | "mail" | "task";

/**
 * The mark in a card's corner.
 */
export type ActivityMark = "overdue" | "today" | "later" | "missing";

export type AddFilesInput = { on: RecordRef, mails: Array<IncomingMail>, files: Array<IncomingFile>, };

export type Attachment = { id: string, name: string, 
/**
 * Bytes.
 */
size: number, created_at: number, 
/**
 * A document that may be opened with the system's program; others are only shown in their folder.
 */
may_open: boolean, 
/**
 * The linked record it comes from (a lead shows its deal's files).
 */
from: NamedRecord | null, };

/**
 * A copy for another program, and whether that program may be started.
 */
export type AttachmentCopy = { path: string, may_open: boolean, };

export type Attachments = { revision: number, files: Array<Attachment>, };

export type AttachmentsInput = { record: RecordRef, };

export type Board = { revision: number, pipeline: Pipeline, filtered: boolean, columns: Array<Column>, totals: Totals, };

/**
 * What narrows a board; the default shows every open deal of the pipeline.
 */
export type BoardFilter = { 
/**
 * Deals carrying any of these labels.
 */
labels: Array<string>, owner: string | null, 
/**
 * Only deals whose next activity is overdue, due today or missing.
 */
needs_action: boolean, 
/**
 * None = open.
 */
status: DealStatus | null, 
/**
 * Words in title, organization or person.
 */
text: string, 
/**
 * The query of a list, on the board (its pipeline counts for nothing here); what stands above narrows it further.
 * None = My pipeline, or what `status` says. Just `mine` is the unfiltered board.
 */
query?: ListQuery, };

export type Boot = { version: string, revision: number, 
/**
 * UTC ms of the core's clock (frozen in tests).
 */
now: number, 
/**
 * Local business day, YYYY-MM-DD.
 */
today: string, data_dir: string, 
/**
 * Nothing was ever stored here: offer sample data or an import.
 */
first_start: boolean, has_sample: boolean, unseen_leads: number, trash: number, undo: ChangeRef | null, redo: ChangeRef | null, catalog: Catalog, 
/**
 * Unjournaled choices of this machine, by key (theme, density, language, folded columns, last pipeline ...).
 */
preferences: Record<string, unknown>, 
/**
 * BCP 47; what `SATCHEL_LOCALE` asks for, if it is set.
 */
forced_locale: string | null, };

/**
 * The same changes for many records of one kind. A field that is not named keeps its value.
 */
export type BulkChanges = { "entity": "deal", "set": Array<DealChange> } | { "entity": "lead", "set": Array<LeadChange> } | { "entity": "person", "set": Array<PersonChange> } | { "entity": "organization", "set": Array<OrganizationChange> };

/**
 * At most 10,000 ids. Labels are for deals and leads.
 */
export type BulkEditInput = { ids: Array<string>, changes: BulkChanges, add_labels: Array<string>, remove_labels: Array<string>, };

/**
 * What a bulk edit would do. Anything refused stops all of it.
 */
export type BulkEditPreview = { count: number, 
/**
 * Records whose data would really change.
 */
changing: number, 
/**
 * What would refuse, by name (at most 200), and how many there are.
 */
refused: Array<BulkRefusal>, refused_count: number, };

/**
 * `record` None: the new values themselves are refused.
 */
export type BulkRefusal = { record: RecordRef | null, name: string, refusal: Refusal, };

export type Card = { id: string, number: number, title: string, pipeline: string, stage: string | null, status: DealStatus, organization: string | null, person: string | null, value: Money | null, 
/**
 * Hundredths of a percent, after the pipeline's method.
 */
probability: number, expected_close: string | null, labels: Array<string>, mark: ActivityMark, next: NextActivity | null, rot: Rot | null, days_in_stage: number, archived: boolean, 
/**
 * In the trash; a filter may show it all the same.
 */
deleted: boolean, sample: boolean, 
/**
 * What it says in the fields that cards show.
 */
facts: Array<CardFact>, };

/**
 * A custom value on a card; a record by its name, long texts by their beginning.
 */
export type CardFact = { field: string, kind: FieldType, value: string, };

export type CardPlace = { pipeline: string, stage: string | null, index: number, };

/**
 * The short lists every screen draws from.
 */
export type Catalog = { settings: Settings, pipelines: Array<Pipeline>, labels: Array<Label>, reasons: Array<CloseReason>, sources: Array<Source>, colleagues: Array<Colleague>, products: Array<Product>, fields: Array<CustomField>, };

export type Cell = { "type": "empty" } | { "type": "text", "value": string } | { "type": "number", "value": number } | { "type": "money", "value": Money } | { "type": "percent", "value": number } | { "type": "date", "value": string } | { "type": "instant", "value": number } | { "type": "span", "value": { from: string, to: string, } } | { "type": "yes", "value": boolean } | { "type": "code", "value": string } | { "type": "options", "value": Array<string> } | { "type": "record", "value": { id: string, name: string, } } | { "type": "ids", "value": Array<string> };

/**
 * One history entry, field by field (the first 200 records).
 */
export type ChangeDetail = { entry: HistoryEntry, records: Array<RecordDiff>, more: boolean, };

export type ChangeInput = { seq: number, };

/**
 * Who asked for a change.
 */
export type ChangeOrigin = "person" | "job";

/**
 * One undo step: the translated label is `change-<label>` with `params`.
 */
export type ChangeRef = { seq: number, 
/**
 * snake_case verb, for example `move_deals`.
 */
label: string, 
/**
 * Counts and names for the sentence (strings and numbers only).
 */
params: Record<string, string | number>, };

export type ChangeState = "applied" | "undone" | "discarded";

/**
 * A formula as it is being written; `field` None: of a field that is not there yet.
 */
export type CheckFormulaInput = { entity: FieldEntity, field: string | null, text: string, };

/**
 * `uses`: deals and leads out of the trash that carry it now, `lead_uses` of them leads.
 */
export type CloseReason = { id: string, kind: ReasonType, code: string, description: string, active: boolean, uses: number, lead_uses: number, };

/**
 * Another seller, as a name only. One who left is no longer offered, and stays where they are named.
 */
export type Colleague = { id: string, name: string, email: string | null, active: boolean, uses: number, };

export type Column = { 
/**
 * None = the "Not started" column.
 */
stage: Stage | null, totals: Totals, 
/**
 * Deals of this stage that the filter hides.
 */
hidden: number, 
/**
 * The first cards, in order.
 */
cards: Array<Card>, };

/**
 * Ids of a range of a column, in order (range selection beyond the loaded cards).
 */
export type ColumnIds = { ids: Array<string>, };

export type ColumnIdsInput = { pipeline: string, stage: string | null, filter: BoardFilter, from: number, to: number, };

export type ColumnMapping = { 
/**
 * Its header; in a file without one A, B, C ...
 */
column: string, target: ImportTarget, decimal_mark: ImportDecimalMark | null, date_format: ImportDateFormat | null, 
/**
 * What one in this column means; none = one (percent for a probability).
 */
unit: NumberUnit | null, 
/**
 * The column that states the currency of this one's amounts, row by row.
 */
currency_column: string | null, 
/**
 * What certain values mean, compared without regard to case, blanks and punctuation.
 */
values: { [key in string]: MappedValue }, };

export type ColumnPage = { revision: number, totals: Totals, offset: number, cards: Array<Card>, };

export type ColumnPageInput = { pipeline: string, stage: string | null, filter: BoardFilter, offset: number, 
/**
 * At most 200.
 */
limit: number, };

export type ColumnSum = { field: string, value: SumValue, };

export type CompleteActivityInput = { id: string, done: boolean, outcome: string | null, };

/**
 * One question about one field: a standard field's key, or `custom:<uuid>`.
 */
export type Condition = { field: string, op: Operator, values: Array<FilterValue>, };

export type ContactKind = "organization" | "person";

export type ContactRow = { id: string, kind: ContactKind, name: string, 
/**
 * Organization of a person, industry of an organization.
 */
second: string | null, city: string | null, email: string | null, phone: string | null, open_deals: number, won_deals: number, customer: boolean, sample: boolean, };

export type ContactsInput = { kind: ContactKind, text: string, offset: number, 
/**
 * At most 200.
 */
limit: number, };

export type ContactsPage = { revision: number, total: number, offset: number, rows: Array<ContactRow>, };

export type ConvertInput = { ids: Array<string>, 
/**
 * A list run takes at most 100.
 */
from_list: boolean, 
/**
 * Deals converted before go back to the lead that still stands, instead of making another.
 */
reuse?: boolean, };

export type ConvertLeadsInput = { ids: Array<string>, pipeline: string, stage: string | null, value?: ValueChoice, customer?: CustomerChoice, };

/**
 * What a conversion would do, before it is confirmed.
 */
export type ConvertPreview = { deals: number, activities: number, notes: number, messages: number, 
/**
 * Stage entries and other history that stay with the deals.
 */
staying: number, left_out: Array<LeftOut>, 
/**
 * Deals that were converted before and whose lead still stands.
 */
existing: Array<NamedRecord>, 
/**
 * Names of the computed fields whose values stay behind: leads have none.
 */
formulas: Array<string>, };

export type ConvertRun = { done: Done, job: Job, };

/**
 * A conversion from a list: told about as `task` while it runs, and kept as a result under that id.
 */
export type ConvertRunInput = { task: string, convert: ConvertInput, };

export type CurrencySum = { currency: string, sum: number, weighted: number, };

/**
 * A custom field's new value as text in its own form (numbers with a point, dates ISO); None clears it.
 */
export type CustomChange = { custom: string, value: string | null, };

/**
 * A field the user added; those of deals are shared by leads.
 */
export type CustomField = { id: string, entity: FieldEntity, name: string, kind: FieldType, options: Array<string>, 
/**
 * What it is for, in the user's words; may be empty.
 */
description: string, 
/**
 * Its value is shown on the card of a deal.
 */
on_card: boolean, 
/**
 * How it is computed; of fields of that type only.
 */
formula: Formula | null, };

/**
 * Who a deal made from a lead is for.
 */
export type CustomerChoice = { "how": "keep" } | { "how": "skip" } | { "how": "link", "value": { organization: Party | null, person: Party | null, } };

export type Deal = { id: string, number: number, title: string, pipeline: string, stage: string | null, status: DealStatus, value: Money | null, actual_value: Money | null, weighted: Money | null, 
/**
 * Own override; hundredths of a percent.
 */
own_probability: number | null, probability: number, expected_close: string | null, started_on: string | null, ended_on: string | null, organization: string | null, person: string | null, owner: string | null, 
/**
 * A colleague who made it what it is, where that was not the user.
 */
converted_by: string | null, 
/**
 * A colleague who speaks with the customer next.
 */
next_contact_by: string | null, source: string | null, product: string | null, close_reason: string | null, close_note: string | null, waiting: boolean, labels: Array<string>, rot: Rot | null, days_in_stage: number, created_at: number, won_at: number | null, first_won_at: number | null, lost_at: number | null, closed_at: number | null, archived_at: number | null, deleted_at: number | null, sample: boolean, external_ids: Array<ExternalId>, };

/**
 * One field of a deal and its new value.
 */
export type DealChange = { "field": "actual_value", "value": Money | null } | { "field": "waiting", "value": boolean } | { "field": "started_on", "value": string | null } | { "field": "ended_on", "value": string } | LeadChange;

export type DealDetail = { revision: number, deal: Deal, pipeline: Pipeline, steps: Array<StageStep>, 
/**
 * Place in its column (from 0) and the column's count, when on a board.
 */
index: number | null, of: number | null, previous: string | null, next: string | null, organization: OrganizationBrief | null, people: Array<PersonBrief>, open_activities: Array<Activity>, fields: Array<FieldValue>, lead: NamedRecord | null, came_from_lead: NamedRecord | null, 
/**
 * In the trash: everything can be read, nothing changed.
 */
read_only: boolean, };

export type DealDetailInput = { id: string, filter: BoardFilter, };

export type DealStatus = "open" | "won" | "lost" | "closed";

export type DealsInput = { ids: Array<string>, };

export type DeleteDealsInput = { ids: Array<string>, end: EndFirst | null, };

/**
 * Deals standing in the stage move to `move_to`; without it a stage in use is refused.
 */
export type DeleteStageInput = { id: string, move_to: string | null, };

export type DiffKind = "created" | "changed" | "removed";

/**
 * A value as a person reads it.
 */
export type DiffValue = { "type": "empty" } | { "type": "text", "value": string } | { "type": "number", "value": number } | { "type": "money", "value": Money } | { "type": "date", "value": string } | { "type": "days", "value": { first: string, last: string, } } | { "type": "instant", "value": number } | { "type": "percent", "value": number } | { "type": "yes", "value": boolean } | { "type": "code", "value": string } | { "type": "record", "value": NamedRecord };

/**
 * The answer to every write, and the event other windows receive.
 */
export type Done = { 
/**
 * Grows by one with every committed write, undo and redo included.
 */
revision: number, 
/**
 * None when nothing changed.
 */
change: ChangeRef | null, 
/**
 * Records this command created, in order.
 */
created: Array<RecordRef>, 
/**
 * Records whose data changed; empty when `reload` is set.
 */
touched: Array<RecordRef>, 
/**
 * More changed than is worth naming: read the visible data again.
 */
reload: boolean, 
/**
 * New totals of every stage the change reached.
 */
stages: Array<StageTotals>, undo: ChangeRef | null, redo: ChangeRef | null, };

/**
 * What a form holds before its record is written.
 */
export type DraftInput = { kind: RecordKind, name: string, email: string | null, phone: string | null, organization: string | null, person: string | null, };

/**
 * What a drag of these deals may do. Asked once at lift; the window only looks it up.
 */
export type DropOptions = { revision: number, selection: Totals, 
/**
 * What leaves each column the deals stand in.
 */
leaving: Array<StageTotals>, stages: Array<StageDrop>, 
/**
 * What fits at least one of them.
 */
fits: Array<RecordAct>, won: ZoneDrop, lost: ZoneDrop, delete: ZoneDrop, leads: ZoneDrop, };

export type EmptyCells = "keep" | "clear";

/**
 * How open deals are ended before they go to the trash.
 */
export type EndFirst = { "how": "lost", reason: ReasonChoice | null, note: string, } | { "how": "closed" };

/**
 * What the core tells every window.
 */
export type Event = { "type": "changed", done: Done, } | { "type": "progress", task: string, phase: TaskPhase, done: number, total: number, };

export type ExportColumn = { 
/**
 * A field of the list; one that no longer exists gives empty cells.
 */
key: string, title: ExportHeading, };

export type ExportDone = { target: string, 
/**
 * The file's name, without its folder.
 */
name: string, rows: number, 
/**
 * Texts longer than a cell of XLSX takes, which were cut.
 */
cut: number, };

/**
 * Favourites as the text of a file; empty `ids` = all.
 */
export type ExportFiltersInput = { ids: Array<string>, };

/**
 * A column of a file, by its words.
 */
export type ExportHeading = { heading: string, 
/**
 * Amounts only: the heading of a column of its own for their currency; None = the currency is left out.
 */
currency: string | null, };

/**
 * Lists as a file: told about as `task` while it runs. CSV takes one list, XLSX a sheet each.
 */
export type ExportListInput = { task: string, 
/**
 * What the file dialog answered with.
 */
target: string, sheets: Array<ExportSheet>, words: Array<ExportWord>, };

/**
 * The rows a list shows, and the columns to write of them. The record's id always comes first.
 */
export type ExportSheet = { 
/**
 * What the sheet is called (XLSX only).
 */
name: string, query: ListQuery, 
/**
 * Only these rows (at most 10,000), whatever the query says of them; None = all that match.
 */
ids: Array<string> | null, 
/**
 * At most 500.
 */
columns: Array<ExportColumn>, sort: Array<SortKey>, };

/**
 * A table that a window shows, as a file: at most 10,000 rows.
 */
export type ExportTableInput = { task: string, target: string, name: string, columns: Array<ExportHeading>, 
/**
 * One cell a column.
 */
rows: Array<Array<Cell>>, };

/**
 * A closed word, or a name the window translates, as XLSX shows it. CSV keeps the word itself.
 */
export type ExportWord = { code: string, text: string, };

export type ExternalId = { system: string, key: string, };

export type FieldChange = { "field": "name", "value": string } | { "field": "description", "value": string } | { "field": "kind", "value": FieldType } | { "field": "options", "value": Array<FieldOption> } | { "field": "on_card", "value": boolean } | { "field": "formula", "value": string } | { "field": "after", "value": string | null };

/**
 * One field, before and after; `field` is translated as `field-<field>`, custom fields carry their `name`.
 */
export type FieldDiff = { field: string, name: string | null, from: DiffValue, to: DiffValue, };

export type FieldEntity = "deal" | "organization" | "person";

/**
 * What a field holds. `choice` is one of closed words or of a custom field's options, `choices` several of them
 * (or labels), `record` another record, `span` a stretch of days.
 */
export type FieldKind = "text" | "number" | "money" | "percent" | "date" | "instant" | "choice" | "choices" | "yes_no" | "record" | "span";

export type FieldOption = { name: string, 
/**
 * What it was called before; None = new.
 */
was: string | null, };

export type FieldType = "text" | "large_text" | "number" | "money" | "date" | "date_range" | "time" | "time_range" | "yes_no" | "choice" | "choices" | "url" | "phone" | "email" | "address" | "colleague" | "person" | "organization" | "formula";

/**
 * How far a field is used.
 */
export type FieldUse = { 
/**
 * Records with a value.
 */
values: number, 
/**
 * The options, and those that are gone but still stand on records.
 */
options: Array<OptionUse>, };

/**
 * A custom field with this record's value, in the field's own form (see `CustomChange`).
 */
export type FieldValue = { field: CustomField, value: string | null, 
/**
 * Where the value is a record: what it is called.
 */
name: string | null, };

export type FileBytes = { name: string, base64: string, };

export type FileReading = { 
/**
 * "utf-8", "utf-16le", "windows-1252" ...
 */
encoding: string | null, 
/**
 * One sign.
 */
delimiter: string | null, has_header: boolean | null, 
/**
 * Of columns that do not say otherwise.
 */
decimal_mark: ImportDecimalMark | null, 
/**
 * Of columns that do not say otherwise.
 */
date_format: ImportDateFormat | null, };

/**
 * A file that was chosen or dropped: its place on this computer, or what it holds.
 */
export type FileSource = { "by": "path", "value": string } | { "by": "bytes", "value": FileBytes };

/**
 * Every condition of `all` and at least one of `any`; an empty group holds always.
 */
export type Filter = { all: Array<Condition>, any: Array<Condition>, };

export type FilterFile = { name: string, text: string, };

/**
 * What a field is compared with, of the field's own kind. Records and labels by id, closed words and options by code.
 */
export type FilterValue = { "type": "text", "value": string } | { "type": "number", "value": number } | { "type": "money", "value": Money } | { "type": "percent", "value": number } | { "type": "date", "value": string } | { "type": "yes", "value": boolean } | { "type": "code", "value": string } | { "type": "id", "value": string } | { "type": "period", "value": Period };

/**
 * Those an act can do something with, in the order given.
 */
export type Fitting = { ids: Array<string>, 
/**
 * Sums of deals only.
 */
totals: Totals, };

export type FittingInput = { 
/**
 * `deal` or `lead`.
 */
kind: RecordKind, act: RecordAct, ids: Array<string>, };

/**
 * A formula with fields by their keys, as `[value]` or `[custom:<uuid>]`.
 */
export type Formula = { text: string, 
/**
 * What it gives: `number`, `text`, `date`, `yes_no` or `money`; None while something is wrong with it.
 */
result: FieldType | null, 
/**
 * `at` in its parameters is the place, in characters from 0.
 */
problem: Refusal | null, };

export type FormulaCheck = { result: FieldType | null, problem: Refusal | null, 
/**
 * What it gives for the newest records.
 */
samples: Array<FormulaSample>, };

export type FormulaField = { key: string, 
/**
 * Of the user's own; None = translated as `field-<key>`.
 */
name: string | null, kind: FieldType, };

export type FormulaFunction = { name: string, least: number, most: number, };

/**
 * What a formula can be made of.
 */
export type FormulaGuide = { fields: Array<FormulaField>, functions: Array<FormulaFunction>, };

export type FormulaSample = { name: string, 
/**
 * In the kept form of the result's type.
 */
value: string | null, };

export type Grain = "day" | "week" | "month" | "quarter" | "year";

/**
 * `grain` counts for dates and instants only; None = month.
 */
export type GroupBy = { field: string, grain: Grain | null, };

export type Guard = "convert" | "delete" | "batch_delete" | "merge" | "mass_restore";

/**
 * Acts that can be switched off; true = allowed.
 */
export type Guards = { convert: boolean, delete: boolean, batch_delete: boolean, merge: boolean, mass_restore: boolean, };

export type Happening = { "type": "created", label: string, } | { "type": "note", id: string, body: string, closing: boolean, } | { "type": "activity_done", activity: Activity, } | { "type": "message", id: string, direction: MessageDirection, subject: string, body: string, sender: string | null, recipients: string | null, 
/**
 * The person known here whom it is from or to.
 */
person: NamedRecord | null, files: Array<Attachment>, } | { "type": "stage", action: string, from: string | null, to: string | null, days: number | null, } | { "type": "status", action: string, reason: string | null, note: string | null, value: Money | null, } | { "type": "converted", to: NamedRecord, activities: number, notes: number, messages: number, 
/**
 * Who it belonged to before, as they were called then.
 */
former_owner: string | null, } | { "type": "merged", records: Array<NamedRecord>, } | { "type": "fields", seq: number, diffs: Array<FieldDiff>, };

export type HistoryEntry = { change: ChangeRef, 
/**
 * UTC milliseconds.
 */
at: number, state: ChangeState, origin: ChangeOrigin, 
/**
 * Number of records touched.
 */
records: number, 
/**
 * The code that explains why this entry can no longer be undone, if so.
 */
refusal: string | null, };

export type HistoryInput = { 
/**
 * Entries older than this one; None = newest.
 */
before: number | null, limit: number, };

export type HistoryPage = { entries: Array<HistoryEntry>, more: boolean, };

export type Hit = { kind: RecordKind, id: string, title: string, 
/**
 * Organization, person, or the record a note hangs on.
 */
second: string | null, 
/**
 * The matching words in their surroundings, for notes and messages.
 */
excerpt: string | null, status: DealStatus | null, value: Money | null, stage: string | null, in_trash: boolean, 
/**
 * What opening the hit opens (a note opens its deal).
 */
opens: RecordRef, };

export type IdInput = { id: string, };

export type ImportColumn = { name: string, 
/**
 * `text`, `integer`, `amount`, `date`, `email`, `phone`, `yes_no`, `choice`, `unique`, `empty`.
 */
kind: string, filled: number, 
/**
 * Up to three raw values.
 */
samples: Array<string>, 
/**
 * The same values as they would be read, for amounts and dates.
 */
readings: Array<string>, 
/**
 * More than one reading is possible: the user must choose.
 */
ambiguous: boolean, 
/**
 * Distinct values with counts, when few (stages, types).
 */
values: Array<ValueCount>, 
/**
 * 0..100, how sure the guess is.
 */
score: number, };

/**
 * What every row gets where its own cell says nothing; records are given by name.
 */
export type ImportConstants = { 
/**
 * ISO 4217.
 */
currency: string | null, 
/**
 * None = the first pipeline.
 */
pipeline: string | null, status: DealStatus | null, owner: string | null, source: string | null, labels: Array<string>, };

export type ImportCounts = { create: number, update: number, unchanged: number, refuse: number, };

export type ImportDateFormat = "year_first" | "month_first" | "day_first" | "excel1900" | "excel1904";

export type ImportDecimalMark = "point" | "comma";

export type ImportEntity = "deal" | "lead" | "organization" | "person" | "product" | "colleague";

export type ImportField = "external_id" | "satchel_id" | "title" | "name" | "pipeline" | "stage" | "status" | "value" | "actual_value" | "currency" | "probability" | "expected_close" | "started_on" | "ended_on" | "organization" | "person" | "owner" | "converted_by" | "next_contact_by" | "source" | "product" | "labels" | "close_reason" | "note" | "parent" | "industry" | "website" | "phone" | "mobile" | "email" | "street" | "postcode" | "city" | "region" | "country" | "employees" | "annual_revenue" | "founded_year" | "job_title" | "code" | "series" | "price" | "manager" | "office";

export type ImportFiltersInput = { text: string, };

export type ImportIdentity = "external_id" | "satchel_id" | "name" | "email" | "nothing";

/**
 * Which column of a file fills which field.
 */
export type ImportMapping = { 
/**
 * 1
 */
version: number, 
/**
 * What a row is.
 */
entity: ImportEntity, 
/**
 * How the file is read; what is not said is detected.
 */
file: FileReading, 
/**
 * Columns not listed are ignored.
 */
columns: Array<ColumnMapping>, 
/**
 * The title or name where no column gives it, for example "{account} – {product}"; empty parts drop their separators.
 */
title: string | null, 
/**
 * What every row gets where its own cell says nothing.
 */
constants: ImportConstants, 
/**
 * How names of other records find them.
 */
names: NameRules, 
/**
 * How a row recognizes the record it updates. None = by our own id where a column gives it, else by the external
 * id, else by the name (deals and leads: not at all, every row is new).
 */
identify_by: ImportIdentity | null, 
/**
 * The system external ids come from: the same id of two systems is two records.
 */
system: string, 
/**
 * What an empty cell does to a record that has a value.
 */
empty_cells: EmptyCells, };

export type ImportOpenInput = { path: string, 
/**
 * Overrides of what was detected.
 */
encoding: string | null, delimiter: string | null, has_header: boolean | null, 
/**
 * What the rows are, when the user said so; the mapping is guessed for it.
 */
entity?: ImportEntity, };

export type ImportPreview = { counts: ImportCounts, 
/**
 * Records of other kinds that would be created (organizations, stages ...).
 */
side: Array<SideCount>, 
/**
 * Why the mapping as a whole cannot run.
 */
refusals: Array<Refusal>, matching: number, rows: Array<PreviewRow>, };

export type ImportPreviewInput = { task: string, mapping: ImportMapping, offset: number, 
/**
 * At most 200.
 */
limit: number, 
/**
 * Only rows of this outcome.
 */
only: RowOutcome | null, };

export type ImportReport = { counts: ImportCounts, side: Array<SideCount>, 
/**
 * Refused rows (the first 1,000).
 */
refused: Array<PreviewRow>, milliseconds: number, done: Done | null, };

export type ImportRunInput = { task: string, mapping: ImportMapping, };

/**
 * A file opened for import and what was found in it.
 */
export type ImportSource = { 
/**
 * Names this import in the following calls.
 */
task: string, file_name: string, encoding: string, delimiter: string, has_header: boolean, rows: number, columns: Array<ImportColumn>, 
/**
 * A remembered mapping of a file with the same headers, else the guess.
 */
mapping: ImportMapping, remembered: boolean, 
/**
 * 0..100, how sure the kind of record is.
 */
entity_score: number, 
/**
 * False where the encoding is a guess that the user should look at.
 */
encoding_certain: boolean, };

export type ImportTarget = { "field": ImportField } | { "custom": string } | { "new_custom": NewCustomField } | "ignore";

export type IncomingFile = { name: string, size: number, 
/**
 * SHA-256 of the content, in hexadecimal.
 */
hash: string, };

export type IncomingMail = { direction: MessageDirection, subject: string, body: string, sender: string | null, recipients: string | null, 
/**
 * UTC ms; None = now.
 */
at: number | null, 
/**
 * Which mail it is, as mail programs know it.
 */
mail_id: string | null, 
/**
 * The person it came from or went to.
 */
person: string | null, files: Array<IncomingFile>, };

/**
 * What came of a run. Names are those of the moment it ended.
 */
export type Job = { id: string, 
/**
 * Translated as `job-<kind>`.
 */
kind: string, state: JobState, 
/**
 * UTC ms.
 */
at: number, made: Array<NamedRecord>, left_out: Array<LeftOut>, 
/**
 * The file it wrote.
 */
file: WrittenFile | null, 
/**
 * Why it failed or was refused.
 */
refusal: Refusal | null, 
/**
 * The change it made, for undoing it from here.
 */
change: number | null, 
/**
 * That change was taken back since.
 */
undone: boolean, };

export type JobState = "not_started" | "running" | "completed" | "failed" | "rejected";

export type Jobs = { jobs: Array<Job>, };

export type KindCount = { kind: RecordKind, count: number, };

export type Label = { id: string, name: string, 
/**
 * One of the eight label colours, 0..7.
 */
color: number, uses: number, };

export type LabelInput = { deals: Array<string>, leads: Array<string>, add: Array<string>, remove: Array<string>, };

export type Lead = { id: string, number: number, title: string, status: LeadStatus, value: Money | null, 
/**
 * Hundredths of a percent, where the user gave one.
 */
probability: number | null, expected_close: string | null, organization: string | null, person: string | null, owner: string | null, 
/**
 * A colleague who made it what it is, where that was not the user.
 */
converted_by: string | null, 
/**
 * A colleague who speaks with the customer next.
 */
next_contact_by: string | null, source: string | null, product: string | null, close_reason: string | null, close_note: string | null, labels: Array<string>, created_at: number, lost_at: number | null, archived_at: number | null, deleted_at: number | null, converted_at: number | null, sample: boolean, external_ids: Array<ExternalId>, };

/**
 * One field of a lead and its new value. Deals have these fields too.
 */
export type LeadChange = { "field": "title", "value": string } | { "field": "value", "value": Money | null } | { "field": "probability", "value": number | null } | { "field": "expected_close", "value": string | null } | { "field": "organization", "value": Party | null } | { "field": "person", "value": Party | null } | { "field": "owner", "value": string | null } | { "field": "converted_by", "value": string | null } | { "field": "next_contact_by", "value": string | null } | { "field": "source", "value": string | null } | { "field": "product", "value": string | null } | { "field": "close_reason", "value": string | null } | { "field": "close_note", "value": string } | { "field": "custom", "value": CustomChange };

/**
 * Which of these leads would become deals, and why others would not.
 */
export type LeadConvertPreview = { leads: number, left_out: Array<LeftOut>, };

export type LeadDetail = { revision: number, lead: Lead, organization: OrganizationBrief | null, people: Array<PersonBrief>, 
/**
 * What its organization and its person say in fields of their own, empty ones left out.
 */
organization_fields: Array<FieldValue>, person_fields: Array<FieldValue>, open_activities: Array<Activity>, fields: Array<FieldValue>, 
/**
 * The deal this lead was made from; its title stays readable after a purge.
 */
source_deal: NamedRecord | null, source_deal_gone: boolean, 
/**
 * The deal this lead became.
 */
deal: NamedRecord | null, read_only: boolean, };

export type LeadRow = { id: string, title: string, organization: string | null, person: string | null, value: Money | null, source: string | null, labels: Array<string>, mark: ActivityMark, next: NextActivity | null, seen: boolean, 
/**
 * UTC ms: conversion for leads made from deals, else creation.
 */
arrived_at: number, status: LeadStatus, archived: boolean, sample: boolean, };

export type LeadSort = "urgency" | "newest" | "value" | "title";

export type LeadStatus = "open" | "lost" | "converted";

export type LeadsActInput = { ids: Array<string>, };

export type LeadsInput = { text: string, source: string | null, labels: Array<string>, archived: boolean, lost: boolean, sort: LeadSort, offset: number, 
/**
 * At most 200.
 */
limit: number, };

export type LeadsPage = { revision: number, total: number, all: number, unseen: number, sums: Array<CurrencySum>, offset: number, rows: Array<LeadRow>, };

export type LeftLeads = { leads: Array<NamedRecord>, };

export type LeftOut = { record: NamedRecord, code: string, };

export type ListEntity = "deal" | "lead" | "person" | "organization";

export type ListField = { key: string, 
/**
 * The custom field's own name; None = translated as `field-<key>`.
 */
name: string | null, kind: FieldKind, 
/**
 * Which records a `record` field (or labels) names.
 */
of: RecordKind | null, 
/**
 * Closed words (translated as `value-<code>`) or a custom field's options.
 */
choices: Array<string>, operators: Array<Operator>, sortable: boolean, groupable: boolean, 
/**
 * Offered in the bulk edit.
 */
editable: boolean, 
/**
 * Shown when nothing else was chosen.
 */
default_column: boolean, };

export type ListFields = { entity: ListEntity, fields: Array<ListField>, presets: Array<PresetName>, };

export type ListFieldsInput = { entity: ListEntity, };

export type ListGroup = { 
/**
 * What the group stands for (the first day, where days are grouped); `empty` = the field holds nothing.
 */
cell: Cell, 
/**
 * What narrows the list to this group.
 */
conditions: Array<Condition>, totals: Totals, };

/**
 * `more`: only the first 500 groups are here. With a field of several values a row counts in each of its groups.
 */
export type ListGroups = { revision: number, groups: Array<ListGroup>, more: boolean, };

export type ListGroupsInput = { query: ListQuery, group: GroupBy, };

/**
 * `total` counts all that match, `ids` holds the first of them, in order.
 */
export type ListIds = { revision: number, total: number, ids: Array<string>, };

/**
 * `limit` at most 10,000.
 */
export type ListIdsInput = { query: ListQuery, sort: Array<SortKey>, limit: number, };

export type ListPage = { revision: number, offset: number, rows: Array<ListRow>, };

/**
 * A page of rows. The rows of a group: add the group's `conditions` to `query.filter.all`.
 */
export type ListPageInput = { query: ListQuery, 
/**
 * Empty = newest first (contacts by name).
 */
sort: Array<SortKey>, 
/**
 * Keys; a field that no longer exists gives empty cells.
 */
columns: Array<string>, offset: number, 
/**
 * At most 200.
 */
limit: number, };

/**
 * What a list or board shows.
 */
export type ListQuery = { entity: ListEntity, presets: Array<Preset>, filter: Filter, 
/**
 * Words, each beginning a word of the name, or of the organization's or person's.
 */
text: string, 
/**
 * Only deals of this pipeline.
 */
pipeline: string | null, };

export type ListRow = { id: string, title: string, 
/**
 * `open`, `won`, `lost`, `closed`, `converted`; None for contacts.
 */
status: string | null, archived: boolean, deleted: boolean, sample: boolean, 
/**
 * One a column asked for, in that order.
 */
cells: Array<Cell>, };

/**
 * One entry a field, for amounts one a currency; fields without any value have none.
 */
export type ListSums = { sums: Array<ColumnSum>, };

/**
 * `columns`: those shown; sums come for the user's own of numbers and amounts.
 */
export type ListSumsInput = { query: ListQuery, columns: Array<string>, };

export type ListTotals = { revision: number, totals: Totals, };

/**
 * Where a card lies in its column, for scrolling to it.
 */
export type LocateInput = { deal: string, filter: BoardFilter, };

export type LoseInput = { ids: Array<string>, reason: ReasonChoice | null, note: string, };

/**
 * What a value of a column means.
 */
export type MappedValue = { "status": DealStatus } | { "stage": string } | { "text": string } | "empty";

/**
 * A field whose value the user chose.
 */
export type MergeChoice = { 
/**
 * As in the preview.
 */
field: string, 
/**
 * None = of all records together, where the field allows it.
 */
from: string | null, };

/**
 * One field: what each record has, in the order of `records`, and what it becomes.
 */
export type MergeField = { 
/**
 * Translated as `field-<field>`; a custom field's is `custom:<id>` and carries its `name`.
 */
field: string, name: string | null, values: Array<DiffValue>, taken: MergeTaken, result: DiffValue, 
/**
 * All records can contribute: texts below one another, sets as one.
 */
together: boolean, 
/**
 * Follows from the rules; nothing to choose.
 */
fixed: boolean, 
/**
 * The records do not agree, so that there is something to look at.
 */
differs: boolean, };

export type MergeInput = { 
/**
 * Two to five of one kind; leads beside deals become deals with the merge.
 */
records: Array<RecordRef>, 
/**
 * The record that stays, no lead among deals; None = the first in the order of confidence.
 */
head: string | null, choices: Array<MergeChoice>, };

/**
 * `activities`, `notes`, `messages`, `deals`, `leads`, `people`, `children`, `external_ids`.
 */
export type MergeMoved = { what: string, count: number, };

export type MergePreview = { revision: number, kind: RecordKind, head: string, 
/**
 * Those that can be merged, in the order of confidence; the head is one of them.
 */
records: Array<MergeRecord>, 
/**
 * Those that cannot, and why.
 */
left_out: Array<LeftOut>, fields: Array<MergeField>, 
/**
 * What hangs on the records that go, and moves to the head.
 */
moved: Array<MergeMoved>, };

/**
 * A record as it is compared with others.
 */
export type MergeRecord = { record: NamedRecord, 
/**
 * Organization or person of a deal or lead, organization of a person, city of an organization.
 */
second: string | null, 
/**
 * Translated as `value-<status>`; None for contacts.
 */
status: string | null, archived: boolean, 
/**
 * UTC ms.
 */
created_at: number, };

export type MergeTaken = { "of": "one", "record": string } | { "of": "all" } | { "of": "nothing" };

export type MessageDirection = "sent" | "received";

/**
 * An amount in the currency's smallest unit.
 */
export type Money = { minor: number, currency: string, };

export type MoveDealsInput = { 
/**
 * In the order they shall stand.
 */
ids: Array<string>, pipeline: string, stage: string | null, place: Place, };

export type MoveReasonInput = { id: string, 
/**
 * Place behind this reason of its kind; None = first.
 */
after: string | null, };

export type NameMatching = "loose" | "exact";

export type NameRule = { matching: NameMatching, unknown: UnknownName, };

/**
 * One rule for each kind of record that rows name.
 */
export type NameRules = { stage: NameRule, product: NameRule, organization: NameRule, person: NameRule, colleague: NameRule, source: NameRule, label: NameRule, close_reason: NameRule, };

/**
 * A record with the name a person knows it by.
 */
export type NamedRecord = { kind: RecordKind, id: string, name: string, };

export type NewActivity = { 
/**
 * A deal, lead, organization or person.
 */
on: RecordRef, 
/**
 * The same for each of these, in the same step.
 */
also?: Array<RecordRef>, kind: ActivityKind, subject: string, due_on: string | null, due_time: string | null, duration_minutes: number | null, note: string, 
/**
 * Log something that already happened.
 */
done: boolean, };

export type NewColleague = { name: string, email: string | null, };

export type NewCustomField = { name: string, kind: FieldType, };

export type NewDeal = { title: string, pipeline: string, stage: string | null, place: Place, value: Money | null, expected_close: string | null, organization: Party | null, person: Party | null, source: string | null, labels: Array<string>, };

export type NewField = { entity: FieldEntity, name: string, kind: FieldType, options: Array<string>, description: string, 
/**
 * Of computed fields only.
 */
formula: string | null, };

export type NewLabel = { name: string, color: number, };

export type NewLead = { title: string, value: Money | null, expected_close: string | null, organization: Party | null, person: Party | null, source: string | null, labels: Array<string>, };

export type NewMessage = { on: RecordRef, direction: MessageDirection, subject: string, body: string, 
/**
 * UTC ms; None = now.
 */
at: number | null, };

export type NewNote = { on: RecordRef, body: string, };

export type NewOrganization = { name: string, parent: Party | null, city: string | null, phone: string | null, email: string | null, };

export type NewPerson = { name: string, organization: Party | null, job_title: string | null, phone: string | null, email: string | null, };

export type NewPipeline = { name: string, stages: Array<string>, };

export type NewProduct = { name: string, code: string | null, price: Money | null, };

export type NewReason = { kind: ReasonType, code: string, description: string, };

export type NewSource = { name: string, };

export type NewStage = { pipeline: string, name: string, 
/**
 * None = first.
 */
after: string | null, };

export type NextActivity = { id: string, kind: ActivityKind, subject: string, 
/**
 * None = some day.
 */
due_on: string | null, due_time: string | null, };

/**
 * A command without input.
 */
export type Nothing = Record<symbol, never>;

export type NumberUnit = "thousand" | "million" | "percent" | "fraction";

export type OpenBoardInput = { 
/**
 * None = the pipeline last shown, else the first.
 */
pipeline: string | null, filter: BoardFilter, 
/**
 * Cards sent per column at once.
 */
cards: number, };

/**
 * `ne`, `not_in` and `not_contains` include fields that hold nothing.
 */
export type Operator = "eq" | "ne" | "in" | "not_in" | "contains" | "not_contains" | "starts_with" | "lt" | "le" | "gt" | "ge" | "between" | "is_set" | "not_set" | "in_period";

export type OptionUse = { name: string, count: number, offered: boolean, };

export type Organization = { id: string, name: string, parent: NamedRecord | null, industry: string | null, website: string | null, phone: string | null, email: string | null, street: string | null, postcode: string | null, city: string | null, region: string | null, country: string | null, employees: number | null, annual_revenue: Money | null, founded_year: number | null, customer_since: string | null, owner: string | null, created_at: number, deleted_at: number | null, sample: boolean, };

/**
 * What a deal or lead shows of its organization.
 */
export type OrganizationBrief = { id: string, name: string, city: string | null, country: string | null, phone: string | null, email: string | null, website: string | null, customer: boolean, parent: NamedRecord | null, };

export type OrganizationChange = { "field": "name", "value": string } | { "field": "parent", "value": Party | null } | { "field": "industry", "value": string | null } | { "field": "website", "value": string | null } | { "field": "phone", "value": string | null } | { "field": "email", "value": string | null } | { "field": "street", "value": string | null } | { "field": "postcode", "value": string | null } | { "field": "city", "value": string | null } | { "field": "region", "value": string | null } | { "field": "country", "value": string | null } | { "field": "employees", "value": number | null } | { "field": "annual_revenue", "value": Money | null } | { "field": "founded_year", "value": number | null } | { "field": "customer", "value": boolean } | { "field": "owner", "value": string | null } | { "field": "custom", "value": CustomChange };

export type OrganizationDetail = { revision: number, organization: Organization, people: Array<PersonBrief>, children: Array<NamedRecord>, 
/**
 * Deals of the organization and of its people, newest first (at most 200).
 */
deals: Array<Card>, leads: Array<LeadRow>, open_activities: Array<Activity>, fields: Array<FieldValue>, read_only: boolean, };

/**
 * A party given by id, or by a name to find or create.
 */
export type Party = { "by": "id", "value": string } | { "by": "name", "value": string };

/**
 * A stretch of local days that moves with today.
 */
export type Period = { "is": "today" } | { "is": "yesterday" } | { "is": "tomorrow" } | { "is": "this_week" } | { "is": "last_week" } | { "is": "next_week" } | { "is": "this_month" } | { "is": "last_month" } | { "is": "next_month" } | { "is": "this_quarter" } | { "is": "last_quarter" } | { "is": "next_quarter" } | { "is": "this_year" } | { "is": "last_year" } | { "is": "next_year" } | { "is": "last_days", "days": number } | { "is": "next_days", "days": number } | { "is": "before_today" } | { "is": "after_today" };

export type Person = { id: string, name: string, organization: NamedRecord | null, job_title: string | null, email: string | null, phone: string | null, mobile: string | null, customer_since: string | null, owner: string | null, created_at: number, deleted_at: number | null, sample: boolean, };

export type PersonBrief = { id: string, name: string, job_title: string | null, email: string | null, phone: string | null, organization: NamedRecord | null, primary: boolean, };

export type PersonChange = { "field": "name", "value": string } | { "field": "organization", "value": Party | null } | { "field": "job_title", "value": string | null } | { "field": "email", "value": string | null } | { "field": "phone", "value": string | null } | { "field": "mobile", "value": string | null } | { "field": "customer", "value": boolean } | { "field": "owner", "value": string | null } | { "field": "custom", "value": CustomChange };

export type PersonDetail = { revision: number, person: Person, deals: Array<Card>, leads: Array<LeadRow>, open_activities: Array<Activity>, fields: Array<FieldValue>, read_only: boolean, };

export type Pipeline = { id: string, name: string, mode: PipelineMode, method: ProbabilityMethod, sort: SortBy, stages: Array<Stage>, open_deals: number, };

export type PipelineChange = { "field": "name", "value": string } | { "field": "mode", "value": PipelineMode } | { "field": "method", "value": ProbabilityMethod } | { "field": "sort", "value": SortBy };

export type PipelineMode = "free" | "strict";

/**
 * Where dropped cards go, by intent, never by index.
 */
export type Place = { "at": "top" } | { "at": "bottom" } | { "at": "after", "card": string } | { "at": "before", "card": string };

/**
 * What is asked for when something ends.
 */
export type Policies = { lost_reason: Policy, lost_note: Policy, won_reason: Policy, won_note: Policy, };

export type Policy = "optional" | "recommended" | "required";

export type PolicyOf = "lost_reason" | "lost_note" | "won_reason" | "won_note";

export type PreferenceInput = { key: string, value: unknown, };

/**
 * Ready filters. Those about the state (mine ... deleted) add up, those about activities add up, and so on; the
 * families narrow one another. Without `deleted`, records in the trash never show.
 */
export type Preset = { "name": "mine" } | { "name": "open" } | { "name": "won" } | { "name": "lost" } | { "name": "closed" } | { "name": "archived" } | { "name": "deleted" } | { "name": "rotting" } | { "name": "activity_late" } | { "name": "activity_today" } | { "name": "activity_future" } | { "name": "activity_none" } | { "name": "created", "period": Period } | { "name": "ended", "period": Period } | { "name": "customers" } | { "name": "open_deals" } | { "name": "unseen" };

/**
 * The names of ready filters, for menus.
 */
export type PresetName = "mine" | "open" | "won" | "lost" | "closed" | "archived" | "deleted" | "rotting" | "activity_late" | "activity_today" | "activity_future" | "activity_none" | "created" | "ended" | "customers" | "open_deals" | "unseen";

export type PreviewRow = { 
/**
 * As counted in the file, the header being row 1.
 */
row: number, outcome: RowOutcome, title: string, diffs: Array<FieldDiff>, problems: Array<Refusal>, };

export type ProbabilityMethod = "chances" | "completed" | "multiply" | "add";

export type Product = { id: string, name: string, code: string | null, price: Money | null, };

/**
 * What was deleted for ever, and what could not be because other records still need it.
 */
export type Purged = { removed: number, kept: number, 
/**
 * The first of those kept.
 */
kept_names: Array<string>, 
/**
 * Every trace is gone from the file; false: the rest goes at the next start.
 */
swept: boolean, 
/**
 * None when nothing went.
 */
done: Done | null, };

export type QuickText = { title: string, value: Money | null, expected_close: string | null, };

/**
 * A quick line such as "Acme heat pump 12k fri" taken apart.
 */
export type QuickTextInput = { text: string, 
/**
 * BCP 47
 */
locale: string, };

/**
 * What was read: contents are kept, no record has them yet.
 */
export type ReadFiles = { mails: Array<IncomingMail>, files: Array<IncomingFile>, refused: Array<RefusedFile>, };

/**
 * Files for a deal, lead, organization or person.
 */
export type ReadFilesInput = { on: RecordRef, files: Array<FileSource>, };

/**
 * A reason chosen from the list, or typed and created with the act.
 */
export type ReasonChoice = { "by": "id", "value": string } | { "by": "new", "value": string };

export type ReasonType = "won" | "lost";

/**
 * What can be done with deals and leads that fits only some of them; a conversion has a preview of its own.
 */
export type RecordAct = "move" | "win" | "lose" | "close" | "restore" | "reopen" | "archive" | "unarchive" | "recover" | "delete";

export type RecordDiff = { record: NamedRecord, kind: DiffKind, fields: Array<FieldDiff>, };

/**
 * The kinds of record a change can touch.
 */
export type RecordKind = "deal" | "lead" | "organization" | "person" | "activity" | "note" | "message" | "pipeline" | "stage" | "label" | "close_reason" | "source" | "product" | "colleague" | "custom_field" | "setting" | "attachment";

/**
 * One record, by kind and id.
 */
export type RecordRef = { kind: RecordKind, id: string, };

export type RecordsInput = { records: Array<RecordRef>, };

/**
 * Why something is not allowed: translated as `error-<code>` with `params`.
 */
export type Refusal = { code: string, params: Record<string, string | number>, };

export type RefusedFile = { name: string, why: Refusal, };

export type Report = { revision: number, 
/**
 * All of the period.
 */
whole: ReportStep, 
/**
 * What it is compared with, where there is anything.
 */
before: ReportStep | null, currency: string, 
/**
 * Currencies there are values in, the user's own first.
 */
currencies: Array<string>, 
/**
 * Ended ones with a value in another currency: counted, but not in any sum.
 */
other_currency: number, unit: ReportUnit, steps: Array<ReportStep>, 
/**
 * Lost ones by reason, most first, those without at the end.
 */
reasons: Array<ReportSlice>, 
/**
 * Lost ones by the stage they stood in, in the order of the pipelines.
 */
stages: Array<ReportSlice>, 
/**
 * Won and lost ones by source, most lost first.
 */
sources: Array<ReportSlice>, };

/**
 * How many, and what they were worth in the report's currency (what a won deal really brought).
 */
export type ReportFigure = { count: number, value: number, };

/**
 * The list that holds what a mark counts.
 */
export type ReportList = { query: ListQuery, sort: Array<SortKey>, };

export type ReportListInput = { query: ReportQuery, mark: ReportMark, };

/**
 * What a mark of a chart stands for.
 */
export type ReportMark = { 
/**
 * True = won or converted, false = lost, None = both.
 */
won: boolean | null, 
/**
 * A part of the period; None = all of it.
 */
from: string | null, to: string | null, only: ReportOnly | null, };

export type ReportOf = "deals" | "leads";

/**
 * None inside = those without one.
 */
export type ReportOnly = { "by": "reason", "id": string | null } | { "by": "stage", "id": string | null } | { "by": "source", "id": string | null };

/**
 * Days are YYYY-MM-DD, both included.
 */
export type ReportPeriod = { "kind": "last_twelve_months" } | { "kind": "this_quarter" } | { "kind": "last_quarter" } | { "kind": "this_year" } | { "kind": "last_year" } | { "kind": "all" } | { "kind": "days", from: string, to: string, };

export type ReportQuery = { of: ReportOf, period: ReportPeriod, 
/**
 * Deals of one pipeline; None = of all.
 */
pipeline: string | null, 
/**
 * Which money is added up; None = the user's own where there is any of it.
 */
currency: string | null, };

/**
 * Everything with one reason, stage or source.
 */
export type ReportSlice = { 
/**
 * None = without one.
 */
id: string | null, won: ReportFigure, lost: ReportFigure, 
/**
 * Lost ones by step.
 */
steps: Array<number>, 
/**
 * Lost ones in the period before.
 */
before: number, rate: number | null, };

/**
 * One step of a chart. "Won" of a lead is its conversion.
 */
export type ReportStep = { from: string, to: string, won: ReportFigure, lost: ReportFigure, 
/**
 * Won of won and lost, hundredths of a percent; None when nothing ended.
 */
rate: number | null, };

export type ReportUnit = "month" | "quarter" | "year";

export type Rot = { level: RotLevel, days: number, limit: number, };

export type RotLevel = "ageing" | "rotting";

export type RowOutcome = "create" | "update" | "unchanged" | "refuse";

export type SampleInput = { 
/**
 * BCP 47 language the sample is written in.
 */
locale: string, };

/**
 * What removing the sample would do.
 */
export type SamplePreview = { removing: number, keeping: Array<RecordRef>, };

export type SaveFilterInput = { 
/**
 * None = a new one; else this one is replaced, or kept again.
 */
id: string | null, name: string, query: ListQuery, sort: Array<SortKey>, group: GroupBy | null, columns: Array<string>, default: boolean, };

/**
 * A favourite: a filter with the way it is shown, shared by board and list.
 */
export type SavedFilter = { id: string, name: string, query: ListQuery, sort: Array<SortKey>, group: GroupBy | null, 
/**
 * Empty = the default columns.
 */
columns: Array<string>, 
/**
 * Opened first; at most one an entity.
 */
default: boolean, };

export type SavedFilters = { filters: Array<SavedFilter>, };

export type SearchAnswer = { text: string, hits: Array<Hit>, more: boolean, };

export type SearchInput = { text: string, 
/**
 * Empty = every kind.
 */
kinds: Array<RecordKind>, 
/**
 * At most 50.
 */
limit: number, };

export type SeenInput = { ids: Array<string>, seen: boolean, };

export type SettingChange = { "field": "profile_name", "value": string } | { "field": "profile_email", "value": string } | { "field": "home_currency", "value": string } | { "field": "leads_enabled", "value": boolean } | { "field": "delete_ended_only", "value": boolean } | { "field": "rot_calendar_days", "value": boolean } | { "field": "trash_days", "value": number } | { "field": "profile_initials", "value": string } | { "field": "policy", "value": { of: PolicyOf, policy: Policy, } } | { "field": "ask_actual", "value": boolean } | { "field": "guard", "value": { act: Guard, on: boolean, } };

export type Settings = { profile_name: string, profile_email: string, 
/**
 * ISO 4217.
 */
home_currency: string, leads_enabled: boolean, 
/**
 * Only ended deals may be deleted (safeguard).
 */
delete_ended_only: boolean, rot_calendar_days: boolean, 
/**
 * Days the trash keeps things; 0 = until it is emptied.
 */
trash_days: number, 
/**
 * Empty: made of the name.
 */
profile_initials: string, policies: Policies, 
/**
 * Winning asks what the deal really brought.
 */
ask_actual: boolean, guards: Guards, };

export type SideCount = { kind: RecordKind, count: number, 
/**
 * Up to ten names.
 */
names: Array<string>, };

export type SimilarReason = "mail" | "phone" | "contact" | "name";

export type SimilarRecords = { revision: number, 
/**
 * Most criteria in common first; at most 20.
 */
rows: Array<SimilarRow>, 
/**
 * The record this one became part of.
 */
merged_into: NamedRecord | null, 
/**
 * Records that became part of this one, latest first.
 */
merged: Array<NamedRecord>, };

export type SimilarRow = { row: MergeRecord, reasons: Array<SimilarReason>, };

/**
 * How the cards of a column follow each other.
 */
export type SortBy = "hand" | "urgency" | "value" | "date" | "title";

export type SortKey = { field: string, descending: boolean, };

/**
 * `builtin` sources are translated as `source-<builtin>`.
 */
export type Source = { id: string, name: string, builtin: string | null, };

export type Stage = { id: string, name: string, 
/**
 * Hundredths of a percent.
 */
chances: number, completed: number, 
/**
 * What a deal without its own probability counts for here; hundredths of a percent.
 */
probability: number, 
/**
 * None = never rots.
 */
rot_days: number | null, allow_skip: boolean, open_deals: number, };

export type StageChange = { "field": "name", "value": string } | { "field": "chances", "value": number } | { "field": "completed", "value": number } | { "field": "rot_days", "value": number | null } | { "field": "allow_skip", "value": boolean } | { "field": "after", "value": string | null };

export type StageDrop = { pipeline: string, stage: string | null, refusal: Refusal | null, 
/**
 * Totals this column gains (deals already in it excluded).
 */
arriving: Totals, };

/**
 * One chevron. `days` is the time spent there, when it was visited.
 */
export type StageStep = { stage: Stage, state: StepState, days: number | null, refusal: Refusal | null, };

export type StageTotals = { pipeline: string, stage: string | null, totals: Totals, };

export type StepState = "passed" | "current" | "ahead";

export type SumValue = { "type": "number", "value": number } | { "type": "money", "value": Money };

export type TaskInput = { task: string, };

export type TaskPhase = "reading" | "checking" | "writing" | "indexing" | "finished" | "cancelled" | "failed";

/**
 * `key` is unique and stable; `from` names the linked record an entry comes from (a lead shows its deal's notes).
 */
export type TimelineEntry = { key: string, at: number, from: NamedRecord | null, what: Happening, };

export type TimelineFilter = "all" | "notes" | "changes";

export type TimelineInput = { record: RecordRef, filter: TimelineFilter, 
/**
 * UTC ms of the last entry shown.
 */
before: number | null, 
/**
 * At most 100.
 */
limit: number, };

export type TimelinePage = { revision: number, entries: Array<TimelineEntry>, more: boolean, };

/**
 * Count, and one sum a currency, the home currency first. Never added across currencies.
 */
export type Totals = { count: number, sums: Array<CurrencySum>, };

export type TrashInput = { kind: RecordKind | null, text: string, offset: number, 
/**
 * At most 200.
 */
limit: number, };

export type TrashPage = { revision: number, total: number, counts: Array<KindCount>, 
/**
 * Days the trash keeps things; 0 = until it is emptied.
 */
keep_days: number, offset: number, rows: Array<TrashRow>, };

export type TrashRow = { record: NamedRecord, second: string | null, value: Money | null, deleted_at: number, 
/**
 * The lead a deal became, when that is why it lies here.
 */
lead: NamedRecord | null, 
/**
 * Days until it is deleted for ever, the one that has begun included; None = never by itself.
 */
days_left: number | null, 
/**
 * The record it became part of.
 */
merged_into: NamedRecord | null, };

/**
 * Which step to take back: the newest one, or where `seq` is given that one.
 */
export type UndoInput = { seq?: number, };

/**
 * What happens with a name that no record has.
 */
export type UnknownName = "create" | "leave_empty" | "refuse";

export type UpdateActivityInput = { id: string, changes: Array<ActivityChange>, };

export type UpdateColleagueInput = { id: string, name: string, email: string | null, active: boolean, };

export type UpdateDealInput = { id: string, changes: Array<DealChange>, };

export type UpdateFieldInput = { id: string, changes: Array<FieldChange>, };

export type UpdateLabelInput = { id: string, name: string, color: number, };

export type UpdateLeadInput = { id: string, changes: Array<LeadChange>, };

export type UpdateNoteInput = { id: string, body: string, };

export type UpdateOrganizationInput = { id: string, changes: Array<OrganizationChange>, };

export type UpdatePersonInput = { id: string, changes: Array<PersonChange>, };

export type UpdatePipelineInput = { id: string, changes: Array<PipelineChange>, };

export type UpdateProductInput = { id: string, name: string, code: string | null, price: Money | null, };

export type UpdateReasonInput = { id: string, code: string, description: string, active: boolean, };

export type UpdateSettingsInput = { changes: Array<SettingChange>, };

export type UpdateSourceInput = { id: string, name: string, };

export type UpdateStageInput = { id: string, changes: Array<StageChange>, };

/**
 * What a deal made from a lead is worth; another value than the lead's fits a single lead.
 */
export type ValueChoice = { "how": "keep" } | { "how": "none" } | { "how": "set", "value": Money };

export type ValueCount = { value: string, count: number, };

export type WinInput = { ids: Array<string>, reason: ReasonChoice | null, note: string, 
/**
 * What one deal really brought, where it is not its value.
 */
actual?: Money | null, };

/**
 * A file by its name, without its folder, and its rows below the headings.
 */
export type WrittenFile = { name: string, rows: number, };

export type ZoneDrop = { refusal: Refusal | null, 
/**
 * How many of the deals the zone can take.
 */
count: number, 
/**
 * What those count for, where the zone takes some and not all.
 */
part: ZonePart | null, 
/**
 * Deleting open deals asks how to end them first.
 */
ask_end: boolean, };

export type ZonePart = { totals: Totals, 
/**
 * What leaves each column they stand in.
 */
leaving: Array<StageTotals>, };

/** Every command with its input, its output and how it runs. */
export type CommandMap = {
  boot: { input: Nothing; output: Boot; kind: "read" };
  catalog: { input: Nothing; output: Catalog; kind: "read" };
  update_settings: { input: UpdateSettingsInput; output: Done; kind: "write" };
  set_preference: { input: PreferenceInput; output: Nothing; kind: "state" };
  open_board: { input: OpenBoardInput; output: Board; kind: "read" };
  column_page: { input: ColumnPageInput; output: ColumnPage; kind: "read" };
  column_ids: { input: ColumnIdsInput; output: ColumnIds; kind: "read" };
  locate_card: { input: LocateInput; output: CardPlace; kind: "read" };
  drop_options: { input: DealsInput; output: DropOptions; kind: "read" };
  fitting: { input: FittingInput; output: Fitting; kind: "read" };
  move_deals: { input: MoveDealsInput; output: Done; kind: "write" };
  deal_detail: { input: DealDetailInput; output: DealDetail; kind: "read" };
  quick_text: { input: QuickTextInput; output: QuickText; kind: "read" };
  create_deal: { input: NewDeal; output: Done; kind: "write" };
  update_deal: { input: UpdateDealInput; output: Done; kind: "write" };
  duplicate_deal: { input: IdInput; output: Done; kind: "write" };
  lose_deals: { input: LoseInput; output: Done; kind: "write" };
  win_deals: { input: WinInput; output: Done; kind: "write" };
  close_deals: { input: DealsInput; output: Done; kind: "write" };
  restore_deals: { input: DealsInput; output: Done; kind: "write" };
  reopen_deals: { input: DealsInput; output: Done; kind: "write" };
  archive_deals: { input: DealsInput; output: Done; kind: "write" };
  unarchive_deals: { input: DealsInput; output: Done; kind: "write" };
  delete_deals: { input: DeleteDealsInput; output: Done; kind: "write" };
  convert_preview: { input: ConvertInput; output: ConvertPreview; kind: "read" };
  convert_to_leads: { input: ConvertInput; output: Done; kind: "write" };
  convert_run: { input: ConvertRunInput; output: ConvertRun; kind: "job" };
  lead_convert_preview: { input: LeadsActInput; output: LeadConvertPreview; kind: "read" };
  convert_to_deals: { input: ConvertLeadsInput; output: Done; kind: "write" };
  jobs: { input: Nothing; output: Jobs; kind: "read" };
  forget_job: { input: IdInput; output: Nothing; kind: "state" };
  leads_page: { input: LeadsInput; output: LeadsPage; kind: "read" };
  lead_detail: { input: IdInput; output: LeadDetail; kind: "read" };
  create_lead: { input: NewLead; output: Done; kind: "write" };
  update_lead: { input: UpdateLeadInput; output: Done; kind: "write" };
  lose_leads: { input: LoseInput; output: Done; kind: "write" };
  restore_leads: { input: LeadsActInput; output: Done; kind: "write" };
  archive_leads: { input: LeadsActInput; output: Done; kind: "write" };
  unarchive_leads: { input: LeadsActInput; output: Done; kind: "write" };
  delete_leads: { input: LeadsActInput; output: Done; kind: "write" };
  mark_seen: { input: SeenInput; output: Nothing; kind: "state" };
  add_activity: { input: NewActivity; output: Done; kind: "write" };
  update_activity: { input: UpdateActivityInput; output: Done; kind: "write" };
  complete_activity: { input: CompleteActivityInput; output: Done; kind: "write" };
  delete_activity: { input: IdInput; output: Done; kind: "write" };
  add_note: { input: NewNote; output: Done; kind: "write" };
  update_note: { input: UpdateNoteInput; output: Done; kind: "write" };
  delete_note: { input: IdInput; output: Done; kind: "write" };
  log_message: { input: NewMessage; output: Done; kind: "write" };
  read_files: { input: ReadFilesInput; output: ReadFiles; kind: "job" };
  add_files: { input: AddFilesInput; output: Done; kind: "write" };
  remove_attachment: { input: IdInput; output: Done; kind: "write" };
  delete_message: { input: IdInput; output: Done; kind: "write" };
  attachments: { input: AttachmentsInput; output: Attachments; kind: "read" };
  attachment_copy: { input: IdInput; output: AttachmentCopy; kind: "job" };
  contacts_page: { input: ContactsInput; output: ContactsPage; kind: "read" };
  organization_detail: { input: IdInput; output: OrganizationDetail; kind: "read" };
  person_detail: { input: IdInput; output: PersonDetail; kind: "read" };
  create_organization: { input: NewOrganization; output: Done; kind: "write" };
  create_person: { input: NewPerson; output: Done; kind: "write" };
  update_organization: { input: UpdateOrganizationInput; output: Done; kind: "write" };
  update_person: { input: UpdatePersonInput; output: Done; kind: "write" };
  delete_contacts: { input: RecordsInput; output: Done; kind: "write" };
  merge_preview: { input: MergeInput; output: MergePreview; kind: "read" };
  merge_records: { input: MergeInput; output: Done; kind: "write" };
  split_merge: { input: RecordRef; output: Done; kind: "write" };
  similar_records: { input: RecordRef; output: SimilarRecords; kind: "read" };
  similar_to_draft: { input: DraftInput; output: SimilarRecords; kind: "read" };
  keep_separate: { input: RecordsInput; output: Done; kind: "write" };
  trash_page: { input: TrashInput; output: TrashPage; kind: "read" };
  recover: { input: RecordsInput; output: Done; kind: "write" };
  left_leads: { input: DealsInput; output: LeftLeads; kind: "read" };
  empty_trash: { input: Nothing; output: Purged; kind: "job" };
  delete_for_ever: { input: RecordsInput; output: Purged; kind: "job" };
  create_pipeline: { input: NewPipeline; output: Done; kind: "write" };
  update_pipeline: { input: UpdatePipelineInput; output: Done; kind: "write" };
  delete_pipeline: { input: IdInput; output: Done; kind: "write" };
  create_stage: { input: NewStage; output: Done; kind: "write" };
  update_stage: { input: UpdateStageInput; output: Done; kind: "write" };
  delete_stage: { input: DeleteStageInput; output: Done; kind: "write" };
  create_label: { input: NewLabel; output: Done; kind: "write" };
  update_label: { input: UpdateLabelInput; output: Done; kind: "write" };
  delete_label: { input: IdInput; output: Done; kind: "write" };
  set_labels: { input: LabelInput; output: Done; kind: "write" };
  create_reason: { input: NewReason; output: Done; kind: "write" };
  update_reason: { input: UpdateReasonInput; output: Done; kind: "write" };
  move_reason: { input: MoveReasonInput; output: Done; kind: "write" };
  delete_reason: { input: IdInput; output: Done; kind: "write" };
  create_colleague: { input: NewColleague; output: Done; kind: "write" };
  update_colleague: { input: UpdateColleagueInput; output: Done; kind: "write" };
  delete_colleague: { input: IdInput; output: Done; kind: "write" };
  create_source: { input: NewSource; output: Done; kind: "write" };
  update_source: { input: UpdateSourceInput; output: Done; kind: "write" };
  delete_source: { input: IdInput; output: Done; kind: "write" };
  create_product: { input: NewProduct; output: Done; kind: "write" };
  update_product: { input: UpdateProductInput; output: Done; kind: "write" };
  delete_product: { input: IdInput; output: Done; kind: "write" };
  field_use: { input: IdInput; output: FieldUse; kind: "read" };
  create_field: { input: NewField; output: Done; kind: "write" };
  update_field: { input: UpdateFieldInput; output: Done; kind: "write" };
  delete_field: { input: IdInput; output: Done; kind: "write" };
  check_formula: { input: CheckFormulaInput; output: FormulaCheck; kind: "read" };
  formula_guide: { input: ListFieldsInput; output: FormulaGuide; kind: "read" };
  list_fields: { input: ListFieldsInput; output: ListFields; kind: "read" };
  list_page: { input: ListPageInput; output: ListPage; kind: "read" };
  list_totals: { input: ListQuery; output: ListTotals; kind: "read" };
  list_sums: { input: ListSumsInput; output: ListSums; kind: "read" };
  list_groups: { input: ListGroupsInput; output: ListGroups; kind: "read" };
  list_ids: { input: ListIdsInput; output: ListIds; kind: "read" };
  export_list: { input: ExportListInput; output: ExportDone; kind: "job" };
  export_table: { input: ExportTableInput; output: ExportDone; kind: "job" };
  saved_filters: { input: Nothing; output: SavedFilters; kind: "read" };
  save_filter: { input: SaveFilterInput; output: SavedFilters; kind: "state" };
  delete_filter: { input: IdInput; output: SavedFilters; kind: "state" };
  export_filters: { input: ExportFiltersInput; output: FilterFile; kind: "read" };
  import_filters: { input: ImportFiltersInput; output: SavedFilters; kind: "state" };
  bulk_edit_preview: { input: BulkEditInput; output: BulkEditPreview; kind: "read" };
  bulk_edit: { input: BulkEditInput; output: Done; kind: "write" };
  timeline: { input: TimelineInput; output: TimelinePage; kind: "read" };
  history: { input: HistoryInput; output: HistoryPage; kind: "read" };
  change_detail: { input: ChangeInput; output: ChangeDetail; kind: "read" };
  undo: { input: UndoInput; output: Done; kind: "step" };
  redo: { input: Nothing; output: Done; kind: "step" };
  undo_change: { input: ChangeInput; output: Done; kind: "step" };
  search: { input: SearchInput; output: SearchAnswer; kind: "search" };
  report: { input: ReportQuery; output: Report; kind: "read" };
  report_list: { input: ReportListInput; output: ReportList; kind: "read" };
  import_open: { input: ImportOpenInput; output: ImportSource; kind: "job" };
  import_preview: { input: ImportPreviewInput; output: ImportPreview; kind: "job" };
  import_run: { input: ImportRunInput; output: ImportReport; kind: "job" };
  cancel_task: { input: TaskInput; output: Nothing; kind: "task" };
  import_close: { input: TaskInput; output: Nothing; kind: "task" };
  load_sample: { input: SampleInput; output: Done; kind: "write" };
  sample_preview: { input: Nothing; output: SamplePreview; kind: "read" };
  remove_sample: { input: Nothing; output: Done; kind: "write" };
};

/** How many decimals a currency has where they are not two. */
export const CURRENCY_DECIMALS: Readonly<Record<string, number>> = {
  BHD: 3,
  BIF: 0,
  CLF: 4,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  IQD: 3,
  ISK: 0,
  JOD: 3,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  PYG: 0,
  RWF: 0,
  TND: 3,
  UGX: 0,
  UYI: 0,
  UYW: 4,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
};

/** The fields that a row of a file can fill, in the order a form shows them. */
export const IMPORT_FIELDS: Readonly<Record<ImportEntity, readonly ImportField[]>> = {
  "deal": ["title","satchel_id","external_id","pipeline","stage","status","value","actual_value","currency","probability","expected_close","started_on","ended_on","organization","person","owner","converted_by","next_contact_by","source","product","labels","close_reason","note"],
  "lead": ["title","satchel_id","external_id","status","value","currency","probability","expected_close","ended_on","organization","person","owner","converted_by","next_contact_by","source","product","labels","close_reason","note"],
  "organization": ["name","satchel_id","external_id","parent","industry","website","phone","email","street","postcode","city","region","country","employees","annual_revenue","currency","founded_year","owner","note"],
  "person": ["name","satchel_id","external_id","organization","job_title","email","phone","mobile","note"],
  "product": ["name","external_id","code","series","price","currency"],
  "colleague": ["name","external_id","email","manager","office"],
};
