//! One generator a writing command, drawn from what the file holds. The property test expands the command list over
//! this module: a command without a function of its name here does not compile.

mod files;
mod short_lists;

use crate::vfs::Dice;
use rusqlite::Connection;
use satchel_app::dto::*;
use uuid::Uuid;

pub use files::{add_files, delete_message, remove_attachment};
pub use short_lists::*;

/// What generators draw from.
pub struct World<'a> {
    /// The file, for looking only.
    pub db: &'a Connection,
    /// Chance.
    pub dice: &'a mut Dice,
}

impl World<'_> {
    fn ids(&mut self, sql: &str, most: usize) -> Vec<Uuid> {
        let mut statement = self.db.prepare(sql).expect("the generator's query");
        let all: Vec<Uuid> = statement
            .query_map([], |row| row.get::<_, Vec<u8>>(0))
            .expect("ids")
            .map(|id| Uuid::from_slice(&id.expect("an id")).expect("16 bytes"))
            .collect();
        if all.is_empty() {
            return vec![Uuid::from_u128(7)];
        }
        let count = 1 + self.dice.below(most);
        (0..count).map(|_| *self.dice.pick(&all)).collect()
    }

    fn id(&mut self, table: &str) -> Uuid {
        self.ids(&format!("SELECT id FROM {table}"), 1)[0]
    }

    fn maybe<T>(&mut self, make: impl FnOnce(&mut Self) -> T) -> Option<T> {
        if self.dice.chance(128) { Some(make(self)) } else { None }
    }

    fn yes(&mut self) -> bool {
        self.dice.chance(128)
    }

    fn text(&mut self) -> String {
        (*self.dice.pick(&[
            "Chiller",
            "Boiler room",
            "压缩机",
            "Ventilation à double flux",
            "<b>bold</b>",
            "=1+1",
            "\u{202e}rtl",
            " ",
            "Rooftop unit",
        ]))
        .to_owned()
            + if self.dice.chance(40) { "" } else { " 2" }
    }

    fn day(&mut self) -> Option<String> {
        self.maybe(|world| {
            (*world.dice.pick(&["2026-11-20", "2026-11-22", "2026-12-24", "2027-03-01", "2026-02-30"])).to_owned()
        })
    }

    fn money(&mut self) -> Option<Money> {
        self.maybe(|world| Money {
            minor: *world.dice.pick(&[0, 1, 99_999, 1_200_000, -500, 10_000_000_000_000, 10_000_000_000_001]),
            currency: (*world.dice.pick(&["EUR", "EUR", "USD", "CNY", "XYZ1"])).to_owned(),
        })
    }

    fn party(&mut self, table: &str) -> Option<Party> {
        self.maybe(|world| if world.yes() { Party::Id(world.id(table)) } else { Party::Name(world.text()) })
    }

    fn deals(&mut self) -> Vec<Uuid> {
        let sql = *self.dice.pick(&[
            "SELECT id FROM deals WHERE status = 'open' AND deleted_at IS NULL",
            "SELECT id FROM deals WHERE status != 'open'",
            "SELECT id FROM deals",
            "SELECT id FROM deals WHERE archived_at IS NOT NULL",
        ]);
        self.ids(sql, 5)
    }

    fn leads(&mut self) -> Vec<Uuid> {
        let sql = *self.dice.pick(&[
            "SELECT id FROM leads WHERE status = 'open' AND deleted_at IS NULL",
            "SELECT id FROM leads",
            "SELECT id FROM leads WHERE status = 'lost' OR archived_at IS NOT NULL",
        ]);
        self.ids(sql, 4)
    }

    fn reason(&mut self) -> Option<ReasonChoice> {
        self.maybe(|world| {
            if world.yes() { ReasonChoice::Id(world.id("close_reasons")) } else { ReasonChoice::New(world.text()) }
        })
    }

    fn place(&mut self, pipeline: Uuid) -> (Option<Uuid>, Place) {
        let stage = self.ids(&format!("SELECT id FROM stages WHERE pipeline_id = x'{}'", pipeline.simple()), 1)[0];
        let there =
            self.ids(&format!("SELECT id FROM deals WHERE stage_id = x'{}' AND status = 'open'", stage.simple()), 1)[0];
        let place = self.dice.pick(&[Place::Top, Place::Bottom, Place::After(there), Place::Before(there)]).clone();
        (if self.dice.chance(230) { Some(stage) } else { None }, place)
    }

    fn on(&mut self) -> RecordRef {
        let (kind, table) = *self.dice.pick(&[
            (RecordKind::Deal, "deals"),
            (RecordKind::Lead, "leads"),
            (RecordKind::Organization, "organizations"),
            (RecordKind::Person, "people"),
        ]);
        RecordRef { kind, id: self.id(table) }
    }

    fn custom(&mut self, entity: &str) -> CustomChange {
        let custom = self.ids(&format!("SELECT id FROM custom_fields WHERE entity = '{entity}'"), 1)[0];
        CustomChange {
            custom,
            value: self.maybe(|world| {
                let person = world.id("people").to_string();
                (*world.dice.pick(&[
                    "42",
                    "R-290",
                    "2026-12-24",
                    "yes",
                    "100 EUR",
                    "[\"x\"]",
                    "x",
                    "2026-11-20/2026-12-24",
                    "09:30",
                    &person,
                ]))
                .to_owned()
            }),
        }
    }
}

pub fn update_settings(w: &mut World<'_>) -> UpdateSettingsInput {
    let change = w
        .dice
        .pick(&[
            SettingChange::ProfileName("Ana".into()),
            SettingChange::HomeCurrency("USD".into()),
            SettingChange::HomeCurrency("???".into()),
            SettingChange::LeadsEnabled(false),
            SettingChange::LeadsEnabled(true),
            SettingChange::DeleteEndedOnly(false),
            SettingChange::DeleteEndedOnly(true),
            SettingChange::RotCalendarDays(true),
            SettingChange::ProfileInitials("AB".into()),
            SettingChange::ProfileInitials("ABCDE".into()),
            SettingChange::Policy { of: PolicyOf::LostReason, policy: Policy::Required },
            SettingChange::Policy { of: PolicyOf::LostReason, policy: Policy::Optional },
            SettingChange::Policy { of: PolicyOf::WonNote, policy: Policy::Recommended },
            SettingChange::AskActual(true),
            SettingChange::Guard { act: Guard::BatchDelete, on: false },
            SettingChange::Guard { act: Guard::BatchDelete, on: true },
            SettingChange::Guard { act: Guard::MassRestore, on: true },
        ])
        .clone();
    UpdateSettingsInput { changes: vec![change] }
}

pub fn move_deals(w: &mut World<'_>) -> MoveDealsInput {
    let pipeline = w.id("pipelines");
    let (stage, place) = w.place(pipeline);
    MoveDealsInput { ids: w.deals(), pipeline, stage, place }
}

pub fn create_deal(w: &mut World<'_>) -> NewDeal {
    let pipeline = w.id("pipelines");
    let (stage, place) = w.place(pipeline);
    NewDeal {
        title: w.text(),
        pipeline,
        stage,
        place,
        value: w.money(),
        expected_close: w.day(),
        organization: w.party("organizations"),
        person: w.party("people"),
        source: w.maybe(|w| w.id("sources")),
        labels: w.ids("SELECT id FROM labels", 3),
    }
}

pub fn update_deal(w: &mut World<'_>) -> UpdateDealInput {
    let id = w.deals()[0];
    let change = match w.dice.below(12) {
        0 => DealChange::ActualValue(w.money()),
        1 => DealChange::Waiting(w.yes()),
        2 => DealChange::StartedOn(w.day()),
        3 => DealChange::EndedOn(w.day().unwrap_or_else(|| "2026-11-02".into())),
        _ => DealChange::Common(lead_change(w)),
    };
    UpdateDealInput { id, changes: vec![change] }
}

pub fn bulk_edit(w: &mut World<'_>) -> BulkEditInput {
    let (ids, changes, labelled) = match w.dice.below(4) {
        0 => (w.ids("SELECT id FROM deals", 40), BulkChanges::Deal(vec![update_deal(w).changes.remove(0)]), true),
        1 => (w.leads(), BulkChanges::Lead(vec![update_lead(w).changes.remove(0)]), true),
        2 => (w.ids("SELECT id FROM people", 20), BulkChanges::Person(vec![update_person(w).changes.remove(0)]), false),
        _ => (
            w.ids("SELECT id FROM organizations", 20),
            BulkChanges::Organization(vec![update_organization(w).changes.remove(0)]),
            false,
        ),
    };
    let labels = |w: &mut World<'_>| if labelled && w.yes() { w.ids("SELECT id FROM labels", 2) } else { Vec::new() };
    BulkEditInput { ids, changes, add_labels: labels(w), remove_labels: labels(w) }
}

pub fn duplicate_deal(w: &mut World<'_>) -> IdInput {
    IdInput { id: w.id("deals") }
}

pub fn lose_deals(w: &mut World<'_>) -> LoseInput {
    LoseInput { ids: w.deals(), reason: w.reason(), note: w.text() }
}

pub fn win_deals(w: &mut World<'_>) -> WinInput {
    WinInput { ids: w.deals(), reason: w.reason(), note: w.text(), actual: w.money() }
}

pub fn close_deals(w: &mut World<'_>) -> DealsInput {
    DealsInput { ids: w.deals() }
}

pub fn restore_deals(w: &mut World<'_>) -> DealsInput {
    DealsInput { ids: w.ids("SELECT id FROM deals WHERE status = 'lost' AND deleted_at IS NULL", 3) }
}

pub fn reopen_deals(w: &mut World<'_>) -> DealsInput {
    DealsInput { ids: w.ids("SELECT id FROM deals WHERE status IN ('won', 'closed') AND deleted_at IS NULL", 3) }
}

pub fn archive_deals(w: &mut World<'_>) -> DealsInput {
    DealsInput { ids: w.deals() }
}

pub fn unarchive_deals(w: &mut World<'_>) -> DealsInput {
    DealsInput { ids: w.ids("SELECT id FROM deals WHERE archived_at IS NOT NULL OR status = 'lost'", 3) }
}

pub fn delete_deals(w: &mut World<'_>) -> DeleteDealsInput {
    let end = match w.dice.below(3) {
        0 => None,
        1 => Some(EndFirst::Closed),
        _ => Some(EndFirst::Lost { reason: w.reason(), note: w.text() }),
    };
    DeleteDealsInput { ids: w.deals(), end }
}

pub fn convert_to_leads(w: &mut World<'_>) -> ConvertInput {
    ConvertInput { ids: w.deals(), from_list: w.yes(), reuse: w.yes() }
}

pub fn convert_to_deals(w: &mut World<'_>) -> ConvertLeadsInput {
    let pipeline = w.id("pipelines");
    let customer = match w.dice.below(3) {
        0 => CustomerChoice::Keep,
        1 => CustomerChoice::Skip,
        _ => CustomerChoice::Link { organization: w.party("organizations"), person: w.party("people") },
    };
    let value = match w.dice.below(3) {
        0 => ValueChoice::Keep,
        1 => ValueChoice::None,
        _ => w.money().map_or(ValueChoice::None, ValueChoice::Set),
    };
    ConvertLeadsInput { ids: w.leads(), pipeline, stage: w.place(pipeline).0, value, customer }
}

pub fn create_lead(w: &mut World<'_>) -> NewLead {
    NewLead {
        title: w.text(),
        value: w.money(),
        expected_close: w.day(),
        organization: w.party("organizations"),
        person: w.party("people"),
        source: w.maybe(|w| w.id("sources")),
        labels: w.ids("SELECT id FROM labels", 2),
    }
}

pub fn update_lead(w: &mut World<'_>) -> UpdateLeadInput {
    UpdateLeadInput { id: w.leads()[0], changes: vec![lead_change(w)] }
}

fn lead_change(w: &mut World<'_>) -> LeadChange {
    match w.dice.below(14) {
        0 => LeadChange::Title(w.text()),
        1 => LeadChange::Value(w.money()),
        2 => LeadChange::Probability(w.maybe(|w| *w.dice.pick(&[0, 0, 3333, 10_000, 10_001]))),
        3 => LeadChange::ExpectedClose(w.day()),
        4 => LeadChange::Organization(w.party("organizations")),
        5 => LeadChange::Person(w.party("people")),
        6 => LeadChange::Owner(w.maybe(|w| w.id("colleagues"))),
        7 => LeadChange::Source(w.maybe(|w| w.id("sources"))),
        8 => LeadChange::Product(w.maybe(|w| w.id("products"))),
        11 => LeadChange::ConvertedBy(w.maybe(|w| w.id("colleagues"))),
        12 => LeadChange::NextContactBy(w.maybe(|w| w.id("colleagues"))),
        9 => LeadChange::CloseReason(w.maybe(|w| w.id("close_reasons"))),
        10 => LeadChange::CloseNote(w.text()),
        _ => LeadChange::Custom(w.custom("deal")),
    }
}

pub fn lose_leads(w: &mut World<'_>) -> LoseInput {
    LoseInput { ids: w.leads(), reason: w.reason(), note: w.text() }
}

pub fn restore_leads(w: &mut World<'_>) -> LeadsActInput {
    LeadsActInput { ids: w.ids("SELECT id FROM leads WHERE status = 'lost'", 2) }
}

pub fn archive_leads(w: &mut World<'_>) -> LeadsActInput {
    LeadsActInput { ids: w.leads() }
}

pub fn unarchive_leads(w: &mut World<'_>) -> LeadsActInput {
    LeadsActInput { ids: w.ids("SELECT id FROM leads WHERE archived_at IS NOT NULL OR status = 'lost'", 2) }
}

pub fn delete_leads(w: &mut World<'_>) -> LeadsActInput {
    LeadsActInput { ids: w.leads() }
}

pub fn add_activity(w: &mut World<'_>) -> NewActivity {
    NewActivity {
        on: w.on(),
        also: if w.dice.below(4) == 0 { vec![w.on(), w.on()] } else { Vec::new() },
        kind: *w.dice.pick(&[ActivityKind::Call, ActivityKind::Visit, ActivityKind::Task]),
        subject: w.text(),
        due_on: w.day(),
        due_time: w.maybe(|w| (*w.dice.pick(&["09:30", "25:00"])).into()),
        duration_minutes: None,
        note: w.text(),
        done: w.yes(),
    }
}

pub fn update_activity(w: &mut World<'_>) -> UpdateActivityInput {
    let id = w.id("activities");
    let change = match w.dice.below(4) {
        0 => ActivityChange::Subject(w.text()),
        1 => ActivityChange::DueOn(w.day()),
        2 => ActivityChange::Kind(ActivityKind::Meeting),
        _ => ActivityChange::Note(w.text()),
    };
    UpdateActivityInput { id, changes: vec![change] }
}

pub fn complete_activity(w: &mut World<'_>) -> CompleteActivityInput {
    CompleteActivityInput { id: w.id("activities"), done: w.yes(), outcome: w.maybe(World::text) }
}

pub fn delete_activity(w: &mut World<'_>) -> IdInput {
    IdInput { id: w.id("activities") }
}

pub fn add_note(w: &mut World<'_>) -> NewNote {
    NewNote { on: w.on(), body: w.text() }
}

pub fn update_note(w: &mut World<'_>) -> UpdateNoteInput {
    UpdateNoteInput { id: w.id("notes"), body: w.text() }
}

pub fn delete_note(w: &mut World<'_>) -> IdInput {
    IdInput { id: w.id("notes") }
}

pub fn log_message(w: &mut World<'_>) -> NewMessage {
    NewMessage {
        on: w.on(),
        direction: *w.dice.pick(&[MessageDirection::Sent, MessageDirection::Received]),
        subject: w.text(),
        body: w.text(),
        at: None,
    }
}

pub fn create_organization(w: &mut World<'_>) -> NewOrganization {
    NewOrganization {
        name: w.text(),
        parent: w.party("organizations"),
        city: Some("Lyon".into()),
        phone: Some("+33 4 78 00 00 00".into()),
        email: None,
    }
}

pub fn create_person(w: &mut World<'_>) -> NewPerson {
    NewPerson {
        name: w.text(),
        organization: w.party("organizations"),
        job_title: Some("Buyer".into()),
        phone: None,
        email: Some("a@example.com".into()),
    }
}

pub fn update_organization(w: &mut World<'_>) -> UpdateOrganizationInput {
    let id = w.id("organizations");
    let change = match w.dice.below(6) {
        0 => OrganizationChange::Name(w.text()),
        1 => OrganizationChange::Parent(w.party("organizations")),
        2 => OrganizationChange::Employees(w.maybe(|w| *w.dice.pick(&[-1, 0, 12]))),
        3 => OrganizationChange::Customer(w.yes()),
        4 => OrganizationChange::AnnualRevenue(w.money()),
        _ => OrganizationChange::Custom(w.custom("organization")),
    };
    UpdateOrganizationInput { id, changes: vec![change] }
}

pub fn update_person(w: &mut World<'_>) -> UpdatePersonInput {
    let id = w.id("people");
    let change = match w.dice.below(5) {
        0 => PersonChange::Name(w.text()),
        1 => PersonChange::Organization(w.party("organizations")),
        2 => PersonChange::Phone(w.maybe(World::text)),
        3 => PersonChange::Customer(w.yes()),
        _ => PersonChange::Custom(w.custom("person")),
    };
    UpdatePersonInput { id, changes: vec![change] }
}

pub fn delete_contacts(w: &mut World<'_>) -> RecordsInput {
    let (kind, table) = *w.dice.pick(&[(RecordKind::Organization, "organizations"), (RecordKind::Person, "people")]);
    RecordsInput { records: vec![RecordRef { kind, id: w.id(table) }] }
}

pub fn recover(w: &mut World<'_>) -> RecordsInput {
    let (kind, table) = *w.dice.pick(&[
        (RecordKind::Deal, "deals"),
        (RecordKind::Deal, "deals"),
        (RecordKind::Lead, "leads"),
        (RecordKind::Organization, "organizations"),
        (RecordKind::Person, "people"),
    ]);
    RecordsInput {
        records: w
            .ids(&format!("SELECT id FROM {table} WHERE deleted_at IS NOT NULL"), 2)
            .into_iter()
            .map(|id| RecordRef { kind, id })
            .collect(),
    }
}

/// Records of one kind, most of them still standing.
fn alike(w: &mut World<'_>, most: usize) -> Vec<RecordRef> {
    let (kind, table) = *w.dice.pick(&[
        (RecordKind::Deal, "deals"),
        (RecordKind::Lead, "leads"),
        (RecordKind::Organization, "organizations"),
        (RecordKind::Person, "people"),
    ]);
    let standing = if w.dice.chance(230) { "WHERE deleted_at IS NULL" } else { "" };
    let ids = w.ids(&format!("SELECT id FROM {table} {standing}"), most);
    ids.into_iter().map(|id| RecordRef { kind, id }).collect()
}

pub fn merge_records(w: &mut World<'_>) -> MergeInput {
    let mut records = alike(w, 5);
    if records[0].kind == RecordKind::Deal && w.yes() {
        // some of the leads become deals with the merge
        let leads = w.ids("SELECT id FROM leads WHERE status = 'open' AND deleted_at IS NULL", 2);
        records.truncate(3);
        records.extend(leads.into_iter().map(|id| RecordRef { kind: RecordKind::Lead, id }));
    }
    let one = |w: &mut World<'_>| w.dice.pick(&records).id;
    let head = if w.yes() { Some(one(w)) } else { None };
    let choices = if w.dice.chance(64) {
        let field = (*w.dice.pick(&["title", "name", "value", "close_note", "labels", "organization"])).to_owned();
        vec![MergeChoice { field, from: if w.yes() { Some(one(w)) } else { None } }]
    } else {
        Vec::new()
    };
    MergeInput { head, choices, records }
}

pub fn split_merge(w: &mut World<'_>) -> RecordRef {
    let (kind, table) = *w.dice.pick(&[
        (RecordKind::Deal, "deals"),
        (RecordKind::Lead, "leads"),
        (RecordKind::Organization, "organizations"),
        (RecordKind::Person, "people"),
    ]);
    let id = w.ids(&format!("SELECT id FROM {table} WHERE merged_into IS NOT NULL"), 1)[0];
    RecordRef { kind, id }
}

pub fn keep_separate(w: &mut World<'_>) -> RecordsInput {
    RecordsInput { records: alike(w, 3) }
}

pub fn undo_change(w: &mut World<'_>) -> ChangeInput {
    let seqs: Vec<i64> =
        w.db.prepare("SELECT seq FROM change_sets ORDER BY seq DESC LIMIT 12")
            .expect("query")
            .query_map([], |row| row.get(0))
            .expect("rows")
            .map(|seq| seq.expect("a number"))
            .collect();
    ChangeInput { seq: if seqs.is_empty() { 1 } else { *w.dice.pick(&seqs) } }
}

pub fn load_sample(_: &mut World<'_>) -> SampleInput {
    SampleInput { locale: "fr".into() }
}

pub fn remove_sample(_: &mut World<'_>) -> Nothing {
    Nothing {}
}
