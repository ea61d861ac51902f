//! Generators of what is set up once: pipelines with their stages, labels, reasons, colleagues, sources, custom fields.

use super::World;
use satchel_app::dto::*;

pub fn create_pipeline(w: &mut World<'_>) -> NewPipeline {
    NewPipeline { name: w.text(), stages: vec![w.text(), w.text()] }
}

pub fn update_pipeline(w: &mut World<'_>) -> UpdatePipelineInput {
    let change = w
        .dice
        .pick(&[
            PipelineChange::Name("Renamed".into()),
            PipelineChange::Mode(PipelineMode::Strict),
            PipelineChange::Mode(PipelineMode::Free),
            PipelineChange::Method(ProbabilityMethod::Add),
            PipelineChange::Sort(SortBy::Urgency),
            PipelineChange::Sort(SortBy::Hand),
        ])
        .clone();
    UpdatePipelineInput { id: w.id("pipelines"), changes: vec![change] }
}

pub fn delete_pipeline(w: &mut World<'_>) -> IdInput {
    IdInput { id: w.id("pipelines") }
}

pub fn create_stage(w: &mut World<'_>) -> NewStage {
    let pipeline = w.id("pipelines");
    NewStage { pipeline, name: w.text(), after: w.place(pipeline).0 }
}

pub fn update_stage(w: &mut World<'_>) -> UpdateStageInput {
    let id = w.id("stages");
    let change = match w.dice.below(5) {
        0 => StageChange::Name(w.text()),
        1 => StageChange::Chances(*w.dice.pick(&[0, 5000, 10_001])),
        2 => StageChange::RotDays(w.maybe(|w| *w.dice.pick(&[0, 7]))),
        3 => StageChange::AllowSkip(w.yes()),
        _ => StageChange::After(w.maybe(|w| w.id("stages"))),
    };
    UpdateStageInput { id, changes: vec![change] }
}

pub fn delete_stage(w: &mut World<'_>) -> DeleteStageInput {
    DeleteStageInput { id: w.id("stages"), move_to: w.maybe(|w| w.id("stages")) }
}

pub fn create_label(w: &mut World<'_>) -> NewLabel {
    NewLabel { name: w.text(), color: w.dice.below(9) as i64 }
}

pub fn update_label(w: &mut World<'_>) -> UpdateLabelInput {
    UpdateLabelInput { id: w.id("labels"), name: w.text(), color: w.dice.below(8) as i64 }
}

pub fn delete_label(w: &mut World<'_>) -> IdInput {
    IdInput { id: w.id("labels") }
}

pub fn set_labels(w: &mut World<'_>) -> LabelInput {
    LabelInput {
        deals: w.deals(),
        leads: w.leads(),
        add: w.ids("SELECT id FROM labels", 2),
        remove: w.ids("SELECT id FROM labels", 2),
    }
}

pub fn create_reason(w: &mut World<'_>) -> NewReason {
    NewReason { kind: *w.dice.pick(&[ReasonType::Won, ReasonType::Lost]), code: "NEW".into(), description: w.text() }
}

pub fn update_reason(w: &mut World<'_>) -> UpdateReasonInput {
    UpdateReasonInput { id: w.id("close_reasons"), code: "C".into(), description: w.text(), active: w.yes() }
}

pub fn move_reason(w: &mut World<'_>) -> MoveReasonInput {
    MoveReasonInput { id: w.id("close_reasons"), after: w.maybe(|w| w.id("close_reasons")) }
}

pub fn create_colleague(w: &mut World<'_>) -> NewColleague {
    NewColleague { name: w.text(), email: w.maybe(|_| "a@example.com".into()) }
}

pub fn update_colleague(w: &mut World<'_>) -> UpdateColleagueInput {
    UpdateColleagueInput { id: w.id("colleagues"), name: w.text(), email: None, active: w.yes() }
}

pub fn delete_colleague(w: &mut World<'_>) -> IdInput {
    IdInput { id: w.id("colleagues") }
}

pub fn delete_reason(w: &mut World<'_>) -> IdInput {
    IdInput { id: w.id("close_reasons") }
}

pub fn create_source(w: &mut World<'_>) -> NewSource {
    NewSource { name: w.text() }
}

pub fn update_source(w: &mut World<'_>) -> UpdateSourceInput {
    UpdateSourceInput { id: w.id("sources"), name: w.text() }
}

pub fn delete_source(w: &mut World<'_>) -> IdInput {
    IdInput { id: w.id("sources") }
}

pub fn create_product(w: &mut World<'_>) -> NewProduct {
    NewProduct { name: w.text(), code: w.maybe(|_| "P-1".into()), price: w.money() }
}

pub fn update_product(w: &mut World<'_>) -> UpdateProductInput {
    UpdateProductInput { id: w.id("products"), name: w.text(), code: None, price: w.money() }
}

pub fn delete_product(w: &mut World<'_>) -> IdInput {
    IdInput { id: w.id("products") }
}

const KINDS: &[FieldType] = &[
    FieldType::Text,
    FieldType::LargeText,
    FieldType::Number,
    FieldType::Money,
    FieldType::DateRange,
    FieldType::Time,
    FieldType::Choice,
    FieldType::Choices,
    FieldType::Person,
    FieldType::Formula,
];

/// Right and wrong ones, of fields that may be there or not, so that undo also meets circles.
fn formula(w: &mut World<'_>) -> String {
    let own = format!("[custom:{}]", w.id("custom_fields"));
    let given = ["[value] * 0.1", "2 +", "[name] & 'x'", "coalesce(OWN, 0) + 1", "OWN & 'x'", "today() + 1"];
    w.dice.pick(&given).replace("OWN", &own)
}

pub fn create_field(w: &mut World<'_>) -> NewField {
    NewField {
        entity: *w.dice.pick(&[FieldEntity::Deal, FieldEntity::Organization, FieldEntity::Person]),
        name: w.text(),
        kind: *w.dice.pick(KINDS),
        options: vec!["x".into(), "y".into()],
        description: w.text(),
        formula: w.maybe(formula),
    }
}

pub fn update_field(w: &mut World<'_>) -> UpdateFieldInput {
    let id = w.id("custom_fields");
    let change = match w.dice.below(7) {
        0 => FieldChange::Name(w.text()),
        6 => FieldChange::Formula(formula(w)),
        1 => FieldChange::Description(w.text()),
        2 => FieldChange::Kind(*w.dice.pick(KINDS)),
        3 => FieldChange::Options(vec![
            FieldOption { name: "y".into(), was: w.maybe(|_| "x".to_owned()) },
            FieldOption { name: "x".into(), was: w.maybe(|_| "y".to_owned()) },
        ]),
        4 => FieldChange::OnCard(w.yes()),
        _ => FieldChange::After(w.maybe(|world| world.id("custom_fields"))),
    };
    UpdateFieldInput { id, changes: vec![change] }
}

pub fn delete_field(w: &mut World<'_>) -> IdInput {
    IdInput { id: w.id("custom_fields") }
}
