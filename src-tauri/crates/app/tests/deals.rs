//! Deals through the running core: what each act writes, what it refuses, and that undo takes it back.

use satchel_app::{App, Clock, OpenOptions, commands, dto::*};
use uuid::Uuid;

struct World {
    app: App,
    pipeline: Uuid,
    stages: Vec<Uuid>,
}

/// A fresh core on an empty directory, at noon on Sunday 22 November 2026.
async fn world(name: &str) -> World {
    let dir = std::env::temp_dir().join(format!("satchel-deals-{name}-{}", std::process::id()));
    let _ = std::fs::remove_dir_all(&dir);
    let now = "2026-11-22T12:00:00Z".parse().expect("an instant");
    let app =
        App::open(OpenOptions { dir, vfs: None, clock: Clock::Frozen(now), locale: Some("en".into()) }).expect("opens");
    let board = open(&app, None).await;
    World { pipeline: board.pipeline.id, stages: board.pipeline.stages.iter().map(|stage| stage.id).collect(), app }
}

async fn open(app: &App, pipeline: Option<Uuid>) -> Board {
    commands::open_board(app, OpenBoardInput { pipeline, filter: BoardFilter::default(), cards: 50 })
        .await
        .expect("board opens")
}

impl World {
    async fn deal(&self, title: &str, stage: usize, value: i64) -> Uuid {
        let input = NewDeal {
            title: title.into(),
            pipeline: self.pipeline,
            stage: Some(self.stages[stage]),
            place: Place::Bottom,
            value: Some(Money { minor: value, currency: "EUR".into() }),
            expected_close: Some("2026-12-11".into()),
            organization: Some(Party::Name("Laiterie Saint-Just".into())),
            person: Some(Party::Name("Paul Mercier".into())),
            source: None,
            labels: vec![],
        };
        commands::create_deal(&self.app, input).await.expect("creates").created[0].id
    }

    async fn titles(&self, stage: usize) -> Vec<String> {
        let board = open(&self.app, Some(self.pipeline)).await;
        board
            .columns
            .iter()
            .find(|column| column.stage.as_ref().map(|found| found.id) == Some(self.stages[stage]))
            .map(|column| column.cards.iter().map(|card| card.title.clone()).collect())
            .unwrap_or_default()
    }

    async fn place(&self, ids: &[Uuid], stage: usize, place: Place) -> Result<Done, satchel_app::Error> {
        commands::move_deals(
            &self.app,
            MoveDealsInput { ids: ids.to_vec(), pipeline: self.pipeline, stage: Some(self.stages[stage]), place },
        )
        .await
    }

    async fn detail(&self, id: Uuid) -> DealDetail {
        commands::deal_detail(&self.app, DealDetailInput { id, filter: BoardFilter::default() }).await.expect("detail")
    }
}

#[tokio::test]
async fn a_fresh_file_has_a_pipeline_reasons_and_sources() {
    let world = world("fresh").await;
    let boot = commands::boot(&world.app, Nothing {}).await.expect("boots");
    assert!(boot.first_start, "nothing was stored yet");
    assert_eq!(world.stages.len(), 5);
    assert!(boot.catalog.reasons.iter().any(|reason| reason.kind == ReasonType::Lost));
    assert!(boot.undo.is_none(), "starting data is not an undo step");
}

#[tokio::test]
async fn cards_keep_the_place_they_were_dropped_at_and_undo_takes_them_back() {
    let world = world("place").await;
    let (a, b, c) = (world.deal("A", 0, 100).await, world.deal("B", 0, 200).await, world.deal("C", 1, 300).await);
    let done = world.place(&[c], 0, Place::After(a)).await.expect("moves");
    assert_eq!(world.titles(0).await, ["A", "C", "B"]);
    assert_eq!(done.stages.len(), 2, "both columns' totals are answered: {:?}", done.stages);
    let left = done.stages.iter().find(|totals| totals.stage == Some(world.stages[1])).expect("the column left");
    assert_eq!(left.totals.count, 0);
    world.place(&[b, a], 0, Place::Before(c)).await.expect("a stack keeps its order");
    assert_eq!(world.titles(0).await, ["B", "A", "C"]);
    commands::undo(&world.app, UndoInput::default()).await.expect("undoes");
    commands::undo(&world.app, UndoInput::default()).await.expect("undoes");
    assert_eq!((world.titles(0).await, world.titles(1).await), (vec!["A".into(), "B".into()], vec!["C".to_owned()]));
    commands::redo(&world.app, Nothing {}).await.expect("redoes");
    assert_eq!(world.titles(0).await, ["A", "C", "B"]);
}

#[tokio::test]
async fn dropping_at_one_place_a_hundred_times_never_runs_out_of_room() {
    let world = world("room").await;
    let top = world.deal("top", 0, 1).await;
    world.deal("bottom", 0, 1).await;
    let mut ids = Vec::new();
    for number in 0..100 {
        ids.push(world.deal(&format!("{number:03}"), 1, 1).await);
    }
    for id in &ids {
        world.place(&[*id], 0, Place::After(top)).await.expect("always room");
    }
    let board = commands::column_page(
        &world.app,
        ColumnPageInput {
            pipeline: world.pipeline,
            stage: Some(world.stages[0]),
            filter: BoardFilter::default(),
            offset: 0,
            limit: 200,
        },
    )
    .await
    .expect("page");
    let titles: Vec<_> = board.cards.iter().map(|card| card.title.as_str()).collect();
    let mut expected: Vec<String> = (0..100).rev().map(|number| format!("{number:03}")).collect();
    expected.insert(0, "top".into());
    expected.push("bottom".into());
    assert_eq!(titles, expected);
}

#[tokio::test]
async fn a_lost_deal_keeps_its_story_and_comes_back_where_it_stood() {
    let world = world("lost").await;
    let id = world.deal("Chiller", 2, 1_000).await;
    let lose = LoseInput {
        ids: vec![id],
        reason: Some(ReasonChoice::New("Too slow delivery".into())),
        note: "Wanted it before Christmas.".into(),
    };
    commands::lose_deals(&world.app, lose.clone()).await.expect("loses");
    let detail = world.detail(id).await;
    assert_eq!(
        (detail.deal.status, detail.deal.ended_on.as_deref(), detail.deal.close_note.as_deref()),
        (DealStatus::Lost, Some("2026-11-22"), Some("Wanted it before Christmas."))
    );
    assert!(world.titles(2).await.is_empty());
    assert_eq!(commands::lose_deals(&world.app, lose).await.expect_err("twice is refused").code, "already_lost");
    commands::restore_deals(&world.app, DealsInput { ids: vec![id] }).await.expect("restores");
    let detail = world.detail(id).await;
    assert_eq!(
        (detail.deal.status, detail.deal.stage, detail.deal.close_reason, detail.deal.probability),
        (DealStatus::Open, Some(world.stages[2]), None, 6000)
    );
}

#[tokio::test]
async fn open_deals_go_to_the_trash_only_with_an_ending() {
    let world = world("trash").await;
    let id = world.deal("Press", 0, 10).await;
    let refused =
        commands::delete_deals(&world.app, DeleteDealsInput { ids: vec![id], end: None }).await.expect_err("open");
    assert_eq!(refused.code, "end_first");
    let done = commands::delete_deals(&world.app, DeleteDealsInput { ids: vec![id], end: Some(EndFirst::Closed) })
        .await
        .expect("closes and trashes");
    assert!(world.detail(id).await.read_only);
    assert_eq!(done.change.map(|change| change.label).as_deref(), Some("delete_deals"), "one step");
    commands::undo(&world.app, UndoInput::default()).await.expect("one undo");
    assert_eq!(world.titles(0).await, ["Press"]);
}

#[tokio::test]
async fn a_deal_at_zero_percent_is_lost_once_it_is_archived_and_not_before() {
    let world = world("zero").await;
    let id = world.deal("Zero", 0, 10).await;
    commands::update_deal(
        &world.app,
        UpdateDealInput { id, changes: vec![DealChange::Common(LeadChange::Probability(Some(0)))] },
    )
    .await
    .expect("sets 0 %");
    assert_eq!(world.detail(id).await.deal.status, DealStatus::Open);
    commands::archive_deals(&world.app, DealsInput { ids: vec![id] }).await.expect("archives");
    assert_eq!(world.detail(id).await.deal.status, DealStatus::Lost);
    commands::unarchive_deals(&world.app, DealsInput { ids: vec![id] })
        .await
        .expect("unarchiving a lost deal restores it");
    assert_eq!(world.detail(id).await.deal.status, DealStatus::Open);
}

#[tokio::test]
async fn a_converted_deal_lies_readable_in_the_trash_and_one_undo_brings_all_back() {
    let world = world("convert").await;
    let id = world.deal("Two chillers", 1, 8_350_000).await;
    let on = RecordRef { kind: RecordKind::Deal, id };
    commands::add_activity(
        &world.app,
        NewActivity {
            also: Vec::new(),
            on: on.clone(),
            kind: ActivityKind::Call,
            subject: "Ask".into(),
            due_on: Some("2026-11-23".into()),
            due_time: None,
            duration_minutes: None,
            note: String::new(),
            done: false,
        },
    )
    .await
    .expect("activity");
    commands::add_note(&world.app, NewNote { on, body: "Budget frozen".into() }).await.expect("note");
    let before = satchel_dump(&world.app).await;
    let done = commands::convert_to_leads(&world.app, ConvertInput { ids: vec![id], from_list: false, reuse: false })
        .await
        .expect("converts");
    let lead = commands::lead_detail(&world.app, IdInput { id: done.created[0].id }).await.expect("lead");
    assert_eq!(
        (lead.lead.title.as_str(), lead.lead.value.as_ref().map(|value| value.minor)),
        ("Two chillers", Some(8_350_000))
    );
    assert_eq!(lead.open_activities.len(), 1, "open activities travel");
    assert!(world.detail(id).await.read_only, "the deal is readable in the trash");
    commands::undo(&world.app, UndoInput::default()).await.expect("undoes");
    assert_eq!(satchel_dump(&world.app).await, before);
}

async fn satchel_dump(app: &App) -> String {
    app.read(|view| {
        let mut text = String::new();
        for table in satchel_store::journal::JOURNALED {
            let mut statement = view.conn.prepare(&format!("SELECT * FROM {table} ORDER BY 1, 2"))?;
            let columns = statement.column_count();
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                for column in 0..columns {
                    text.push_str(&format!("{:?};", row.get_ref(column)?));
                }
                text.push('\n');
            }
        }
        Ok(text)
    })
    .await
    .expect("dump")
}

#[tokio::test]
async fn more_than_a_hundred_are_refused_from_a_list_and_won_ones_are_left_out_by_name() {
    let world = world("limit").await;
    let mut ids = Vec::new();
    for number in 0..101 {
        ids.push(world.deal(&format!("Deal {number}"), 0, 1).await);
    }
    let convert = |ids: &[Uuid]| {
        commands::convert_preview(&world.app, ConvertInput { ids: ids.to_vec(), from_list: true, reuse: false })
    };
    assert_eq!(convert(&ids).await.expect_err("101").code, "over_list_limit");
    assert_eq!(convert(&ids[..100]).await.expect("100").deals, 100);
    commands::win_deals(&world.app, WinInput { ids: vec![ids[0]], reason: None, note: String::new(), actual: None })
        .await
        .expect("wins");
    let preview = convert(&ids[..2]).await.expect("preview");
    assert_eq!((preview.deals, preview.left_out.len(), preview.left_out[0].code.as_str()), (1, 1, "won_not_converted"));
}

#[tokio::test]
async fn drop_options_tell_what_each_column_gains_and_loses() {
    let world = world("options").await;
    let a = world.deal("A", 0, 10_000).await;
    let b = world.deal("B", 1, 20_000).await;
    let options = commands::drop_options(&world.app, DealsInput { ids: vec![a, b] }).await.expect("options");
    assert_eq!((options.selection.count, options.selection.sums[0].sum), (2, 30_000));
    let second = options.stages.iter().find(|drop| drop.stage == Some(world.stages[1])).expect("second stage");
    assert_eq!(
        (second.arriving.count, second.arriving.sums[0].sum, second.arriving.sums[0].weighted),
        (1, 10_000, 4_000),
        "only A arrives, weighted at 40 %"
    );
    assert!(options.delete.ask_end && options.delete.refusal.is_none());
    assert_eq!(options.leaving.len(), 2);
}

#[tokio::test]
async fn bad_input_names_the_field_and_writes_nothing() {
    let world = world("bad").await;
    let id = world.deal("Good", 0, 10).await;
    let cases = [
        (LeadChange::Title("  ".into()), "required"),
        (LeadChange::Title("x".repeat(501)), "too_long"),
        (LeadChange::ExpectedClose(Some("2026-02-30".into())), "invalid"),
        (LeadChange::Value(Some(Money { minor: i64::MAX, currency: "EUR".into() })), "over_limit"),
        (LeadChange::Value(Some(Money { minor: 1, currency: "???".into() })), "unknown_currency"),
        (LeadChange::Probability(Some(10_001)), "out_of_range"),
    ];
    let before = satchel_dump(&world.app).await;
    for (change, code) in cases {
        let changes = [LeadChange::Person(Some(Party::Name("Nobody".into()))), change];
        let changes = changes.into_iter().map(DealChange::Common).collect();
        let error = commands::update_deal(&world.app, UpdateDealInput { id, changes }).await.expect_err(code);
        assert_eq!(error.code, code);
    }
    assert_eq!(satchel_dump(&world.app).await, before, "nothing half-applied");
}
