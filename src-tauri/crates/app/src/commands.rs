//! The one list of commands. Each line: how it runs, `room::verb(Input) -> Output`.
//! It is expanded into Tauri commands (shell), test routes (harness), the TypeScript command map and the
//! generators of the undo property test; no second list exists anywhere.
//!
//! `read` and `search` run on reading connections (a newer search interrupts the older one), `write` is one
//! journaled transaction on the writer, `step` walks the journal, `state` writes what undo does not cover,
//! `job` is long, reports progress and can be cancelled, `task` steers a job. No rule lives here.

/// Calls `$callback! { $($extra)* ; read boot::boot(Nothing) -> Boot; ... }` with every command.
#[macro_export]
macro_rules! for_each_command {
    ($callback:path $(, $($extra:tt)*)?) => {
        $callback! {
            $($($extra)*)? ;
            read boot::boot(Nothing) -> Boot;
            read boot::catalog(Nothing) -> Catalog;
            write boot::update_settings(UpdateSettingsInput) -> Done;
            state boot::set_preference(PreferenceInput) -> Nothing;

            read board::open_board(OpenBoardInput) -> Board;
            read board::column_page(ColumnPageInput) -> ColumnPage;
            read board::column_ids(ColumnIdsInput) -> ColumnIds;
            read board::locate_card(LocateInput) -> CardPlace;
            read board::drop_options(DealsInput) -> DropOptions;
            read fitting::fitting(FittingInput) -> Fitting;
            write board::move_deals(MoveDealsInput) -> Done;

            read deal::deal_detail(DealDetailInput) -> DealDetail;
            read deal::quick_text(QuickTextInput) -> QuickText;
            write deal::create_deal(NewDeal) -> Done;
            write deal::update_deal(UpdateDealInput) -> Done;
            write deal::duplicate_deal(IdInput) -> Done;
            write ending::lose_deals(LoseInput) -> Done;
            write ending::win_deals(WinInput) -> Done;
            write ending::close_deals(DealsInput) -> Done;
            write ending::restore_deals(DealsInput) -> Done;
            write ending::reopen_deals(DealsInput) -> Done;
            write ending::archive_deals(DealsInput) -> Done;
            write ending::unarchive_deals(DealsInput) -> Done;
            write ending::delete_deals(DeleteDealsInput) -> Done;
            read convert::convert_preview(ConvertInput) -> ConvertPreview;
            write convert::convert_to_leads(ConvertInput) -> Done;
            job convert::convert_run(ConvertRunInput) -> ConvertRun;
            read convert::lead_convert_preview(LeadsActInput) -> LeadConvertPreview;
            write convert::convert_to_deals(ConvertLeadsInput) -> Done;
            read job::jobs(Nothing) -> Jobs;
            state job::forget_job(IdInput) -> Nothing;

            read lead::leads_page(LeadsInput) -> LeadsPage;
            read lead::lead_detail(IdInput) -> LeadDetail;
            write lead::create_lead(NewLead) -> Done;
            write lead::update_lead(UpdateLeadInput) -> Done;
            write lead::lose_leads(LoseInput) -> Done;
            write lead::restore_leads(LeadsActInput) -> Done;
            write lead::archive_leads(LeadsActInput) -> Done;
            write lead::unarchive_leads(LeadsActInput) -> Done;
            write lead::delete_leads(LeadsActInput) -> Done;
            state lead::mark_seen(SeenInput) -> Nothing;

            write activity::add_activity(NewActivity) -> Done;
            write activity::update_activity(UpdateActivityInput) -> Done;
            write activity::complete_activity(CompleteActivityInput) -> Done;
            write activity::delete_activity(IdInput) -> Done;
            write activity::add_note(NewNote) -> Done;
            write activity::update_note(UpdateNoteInput) -> Done;
            write activity::delete_note(IdInput) -> Done;
            write activity::log_message(NewMessage) -> Done;

            job files::read_files(ReadFilesInput) -> ReadFiles;
            write files::add_files(AddFilesInput) -> Done;
            write files::remove_attachment(IdInput) -> Done;
            write files::delete_message(IdInput) -> Done;
            read files::attachments(AttachmentsInput) -> Attachments;
            job files::attachment_copy(IdInput) -> AttachmentCopy;

            read contact::contacts_page(ContactsInput) -> ContactsPage;
            read contact::organization_detail(IdInput) -> OrganizationDetail;
            read contact::person_detail(IdInput) -> PersonDetail;
            write contact::create_organization(NewOrganization) -> Done;
            write contact::create_person(NewPerson) -> Done;
            write contact::update_organization(UpdateOrganizationInput) -> Done;
            write contact::update_person(UpdatePersonInput) -> Done;
            write contact::delete_contacts(RecordsInput) -> Done;

            read merge::merge_preview(MergeInput) -> MergePreview;
            write merge::merge_records(MergeInput) -> Done;
            write merge::split_merge(RecordRef) -> Done;
            read similar::similar_records(RecordRef) -> SimilarRecords;
            read similar::similar_to_draft(DraftInput) -> SimilarRecords;
            write similar::keep_separate(RecordsInput) -> Done;

            read trash::trash_page(TrashInput) -> TrashPage;
            write trash::recover(RecordsInput) -> Done;
            read trash::left_leads(DealsInput) -> LeftLeads;
            job trash::empty_trash(Nothing) -> Purged;
            job trash::delete_for_ever(RecordsInput) -> Purged;

            write pipeline::create_pipeline(NewPipeline) -> Done;
            write pipeline::update_pipeline(UpdatePipelineInput) -> Done;
            write pipeline::delete_pipeline(IdInput) -> Done;
            write pipeline::create_stage(NewStage) -> Done;
            write pipeline::update_stage(UpdateStageInput) -> Done;
            write pipeline::delete_stage(DeleteStageInput) -> Done;

            write catalog::create_label(NewLabel) -> Done;
            write catalog::update_label(UpdateLabelInput) -> Done;
            write catalog::delete_label(IdInput) -> Done;
            write catalog::set_labels(LabelInput) -> Done;
            write catalog::create_reason(NewReason) -> Done;
            write catalog::update_reason(UpdateReasonInput) -> Done;
            write catalog::move_reason(MoveReasonInput) -> Done;
            write catalog::delete_reason(IdInput) -> Done;
            write colleague::create_colleague(NewColleague) -> Done;
            write colleague::update_colleague(UpdateColleagueInput) -> Done;
            write colleague::delete_colleague(IdInput) -> Done;
            write catalog::create_source(NewSource) -> Done;
            write catalog::update_source(UpdateSourceInput) -> Done;
            write catalog::delete_source(IdInput) -> Done;
            write catalog::create_product(NewProduct) -> Done;
            write catalog::update_product(UpdateProductInput) -> Done;
            write catalog::delete_product(IdInput) -> Done;

            read field::field_use(IdInput) -> FieldUse;
            write field::create_field(NewField) -> Done;
            write field::update_field(UpdateFieldInput) -> Done;
            write field::delete_field(IdInput) -> Done;
            read formula::check_formula(CheckFormulaInput) -> FormulaCheck;
            read formula::formula_guide(ListFieldsInput) -> FormulaGuide;

            read list::list_fields(ListFieldsInput) -> ListFields;
            read list::list_page(ListPageInput) -> ListPage;
            read list::list_totals(ListQuery) -> ListTotals;
            read list::list_sums(ListSumsInput) -> ListSums;
            read list::list_groups(ListGroupsInput) -> ListGroups;
            read list::list_ids(ListIdsInput) -> ListIds;
            job export::export_list(ExportListInput) -> ExportDone;
            job export::export_table(ExportTableInput) -> ExportDone;
            read favourite::saved_filters(Nothing) -> SavedFilters;
            state favourite::save_filter(SaveFilterInput) -> SavedFilters;
            state favourite::delete_filter(IdInput) -> SavedFilters;
            read favourite::export_filters(ExportFiltersInput) -> FilterFile;
            state favourite::import_filters(ImportFiltersInput) -> SavedFilters;
            read bulk::bulk_edit_preview(BulkEditInput) -> BulkEditPreview;
            write bulk::bulk_edit(BulkEditInput) -> Done;

            read timeline::timeline(TimelineInput) -> TimelinePage;
            read history::history(HistoryInput) -> HistoryPage;
            read history::change_detail(ChangeInput) -> ChangeDetail;
            step history::undo(UndoInput) -> Done;
            step history::redo(Nothing) -> Done;
            step history::undo_change(ChangeInput) -> Done;

            search search::search(SearchInput) -> SearchAnswer;

            read report::report(ReportQuery) -> Report;
            read report::report_list(ReportListInput) -> ReportList;

            job import::import_open(ImportOpenInput) -> ImportSource;
            job import::import_preview(ImportPreviewInput) -> ImportPreview;
            job import::import_run(ImportRunInput) -> ImportReport;
            task import::cancel_task(TaskInput) -> Nothing;
            task import::import_close(TaskInput) -> Nothing;

            write sample::load_sample(SampleInput) -> Done;
            read sample::sample_preview(Nothing) -> SamplePreview;
            write sample::remove_sample(Nothing) -> Done;
        }
    };
}

/// Runs one command the way its line says.
macro_rules! run {
    (read, $app:ident, $verb:path, $input:ident) => {
        $app.read(move |view| $verb(view, $input)).await
    };
    (search, $app:ident, $verb:path, $input:ident) => {
        $app.search(move |view| $verb(view, $input)).await
    };
    (write, $app:ident, $verb:path, $input:ident) => {
        $app.write(move |act| $verb(act, $input)).await
    };
    (state, $app:ident, $verb:path, $input:ident) => {
        $app.write_state(move |act| $verb(act, $input)).await
    };
    (step, $app:ident, $verb:path, $input:ident) => {
        $app.step(move |conn, now| $verb(conn, now, $input)).await
    };
    (job, $app:ident, $verb:path, $input:ident) => {
        $verb($app, $input).await
    };
    (task, $app:ident, $verb:path, $input:ident) => {
        $verb($app, $input)
    };
}

macro_rules! commands {
    (; $($how:ident $room:ident::$name:ident($input:ident) -> $output:ident;)*) => {
        $(
            #[doc = concat!("The command `", stringify!($name), "`.")]
            ///
            /// # Errors
            /// The refusal or failure, ready for the wire.
            pub async fn $name(app: &crate::App, input: crate::dto::$input) -> crate::Result<crate::dto::$output> {
                run!($how, app, crate::$room::$name, input)
            }
        )*

        /// Runs a command by name with JSON in and out (the test harness and the undo property test).
        ///
        /// # Errors
        /// `unknown_command`, `bad_input`, or the command's own.
        pub async fn dispatch(app: &crate::App, name: &str, input: serde_json::Value) -> crate::Result<serde_json::Value> {
            match name {
                $(stringify!($name) => {
                    let input = serde_json::from_value(input).map_err(|error| crate::Error::bad_input(stringify!($name), &error))?;
                    serde_json::to_value($name(app, input).await?).map_err(|error| crate::Error::internal(&error))
                })*
                _ => Err(crate::Error::code("unknown_command")),
            }
        }

        /// Names of all commands, in list order.
        pub const NAMES: &[&str] = &[$(stringify!($name)),*];
    };
}

crate::for_each_command!(commands);
