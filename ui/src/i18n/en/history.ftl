### The history panel; change-<label> names one undo step.
history-close = Close (Esc)
history-not-read = The history could not be read
history-empty = Nothing done yet
history-empty-text = Every change will stand here, and can be taken back.
history-records = { $count } records
history-job = automatic
history-undone = Undone
history-undo-this = Undo this
history-nothing-to-show = Nothing more to show
history-all-records = Show all { $count } records
history-more-records = The first 200 records are shown
keys-history = History

## Deals
change-create_deal = New deal “{ $name }”
change-update_deal = “{ $name }”: { $field } changed
change-duplicate_deal = “{ $name }” duplicated
change-move_deals = { $count ->
    [one] “{ $name }” moved to { $stage }
   *[other] { $count } deals moved to { $stage }
    }
change-reorder_deals = { $count ->
    [one] “{ $name }” put in another place
   *[other] { $count } deals put in another place
    }
change-win_deals = { $count ->
    [one] “{ $name }” won
   *[other] { $count } deals won
    }
change-lose_deals = { $count ->
    [one] “{ $name }” marked as lost
   *[other] { $count } deals marked as lost
    }
change-close_deals = { $count ->
    [one] “{ $name }” closed without outcome
   *[other] { $count } deals closed without outcome
    }
change-restore_deals = { $count ->
    [one] “{ $name }” restored
   *[other] { $count } deals restored
    }
change-reopen_deals = { $count ->
    [one] “{ $name }” reopened
   *[other] { $count } deals reopened
    }
change-archive_deals = { $count ->
    [one] “{ $name }” archived
   *[other] { $count } deals archived
    }
change-unarchive_deals = { $count ->
    [one] “{ $name }” taken out of the archive
   *[other] { $count } deals taken out of the archive
    }
change-delete_deals = { $count ->
    [one] “{ $name }” moved to the trash
   *[other] { $count } deals moved to the trash
    }
change-convert_to_leads = { $count ->
    [one] “{ $name }” moved to Leads
   *[other] { $count } deals moved to Leads
    }
change-convert_to_deals = { $count ->
    [one] “{ $name }” converted to a deal
   *[other] { $count } leads converted to deals
    }

## Leads
change-create_lead = New lead “{ $name }”
change-update_lead = “{ $name }”: { $field } changed
change-lose_leads = { $count ->
    [one] “{ $name }” marked as lost
   *[other] { $count } leads marked as lost
    }
change-restore_leads = { $count ->
    [one] “{ $name }” restored
   *[other] { $count } leads restored
    }
change-archive_leads = { $count ->
    [one] “{ $name }” archived
   *[other] { $count } leads archived
    }
change-unarchive_leads = { $count ->
    [one] “{ $name }” taken out of the archive
   *[other] { $count } leads taken out of the archive
    }
change-delete_leads = { $count ->
    [one] “{ $name }” moved to the trash
   *[other] { $count } leads moved to the trash
    }

## Activities, notes, mails
change-add_activity = { $count ->
    [one] Planned: { $name } ({ $on })
   *[other] Planned: { $name } (for { $count } records)
    }
change-log_activity = { $count ->
    [one] Logged: { $name } ({ $on })
   *[other] Logged: { $name } (on { $count } records)
    }
change-update_activity = Activity “{ $name }” changed
change-complete_activity = “{ $name }” done
change-reopen_activity = “{ $name }” planned again
change-delete_activity = Activity “{ $name }” deleted
change-add_note = Note on “{ $name }”
change-update_note = Note on “{ $name }” changed
change-delete_note = Note on “{ $name }” deleted
change-log_message = Mail logged on “{ $name }”

## Contacts and the trash
change-create_organization = New organization “{ $name }”
change-create_person = New person “{ $name }”
change-update_organization = “{ $name }”: { $field } changed
change-update_person = “{ $name }”: { $field } changed
change-delete_contacts = { $count ->
    [one] “{ $name }” moved to the trash
   *[other] { $count } contacts moved to the trash
    }
change-empty_trash = { $count ->
    [one] Trash emptied: one record deleted for ever
   *[other] Trash emptied: { $count } records deleted for ever
    }
change-delete_for_ever = { $count ->
    [one] One record deleted for ever
   *[other] { $count } records deleted for ever
    }
change-purge_trash = { $count ->
    [one] Its time in the trash was over: one record deleted for ever
   *[other] Their time in the trash was over: { $count } records deleted for ever
    }
change-log_mails = { $count ->
    [one] Mail “{ $name }” logged on “{ $on }”
   *[other] { $count } mails logged on “{ $on }”
    }
change-add_files = { $count ->
    [one] “{ $name }” added to “{ $on }”
   *[other] { $count } files and mails added to “{ $on }”
    }
change-remove_attachment = File “{ $name }” removed
change-delete_message = Mail removed from “{ $on }”
change-recover = { $count ->
    [one] “{ $name }” recovered from the trash
   *[other] { $count } records recovered from the trash
    }

## Pipelines and lists
change-create_pipeline = New pipeline “{ $name }”
change-update_pipeline = Pipeline “{ $name }”: { $field } changed
change-delete_pipeline = Pipeline “{ $name }” deleted
change-create_stage = New stage “{ $name }”
change-update_stage = Stage “{ $name }”: { $field } changed
change-delete_stage = Stage “{ $name }” deleted
change-create_label = New label “{ $name }”
change-update_label = Label “{ $name }” changed
change-delete_label = Label “{ $name }” deleted
change-set_labels = { $count ->
    [one] “{ $name }”: labels changed
   *[other] { $count } records: labels changed
    }
change-bulk_edit = { $count ->
    [one] “{ $name }” edited
   *[other] { $count } records edited at once
    }
change-create_reason = New close reason “{ $name }”
change-update_reason = Close reason “{ $name }” changed
change-move_reason = Close reason “{ $name }” moved
change-delete_reason = Close reason “{ $name }” deleted
change-create_colleague = New colleague “{ $name }”
change-update_colleague = Colleague “{ $name }” changed
change-delete_colleague = Colleague “{ $name }” deleted
change-create_source = New source “{ $name }”
change-update_source = Source renamed to “{ $name }”
change-delete_source = Source “{ $name }” deleted
change-create_product = New product “{ $name }”
change-update_product = Product “{ $name }” changed
change-delete_product = Product “{ $name }” deleted
change-create_field = New field “{ $name }”
change-update_field = Field “{ $name }” changed
change-delete_field = Field “{ $name }” deleted
change-update_settings = Setting changed: { $field }
## Results of longer runs
history-actions = Actions
history-jobs = Results
jobs-empty = No results yet
jobs-empty-text = Longer runs, such as converting a list or writing a file, say here what came of them.
job-convert_to_leads = { $count ->
    [one] { $count } deal became a lead
   *[other] { $count } deals became leads
    }
job-state-not_started = Not started
job-state-running = Running
job-state-failed = Failed
job-state-rejected = Refused
job-undone = Undone
job-copy = Copy as text
job-copied = Result copied
job-mail = Send by mail
job-forget = Take off this list

## Data
change-load_sample = Sample data loaded
change-remove_sample = Sample data removed
change-undo_change = Taken back: { $what }
change-earlier-step = an earlier step
