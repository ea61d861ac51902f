### The board: columns, cards, dock, selection, and the questions before an outcome.

## Bar over the board
board-of = Board of { $name }
board-switch = Choose a pipeline
board-edit-stages = Edit stages
board-none = No deals yet
board-new = New deal
deal-create = Create deal
board-add = Add deals in a column
board-look = Order and density
board-reload = Refresh
board-stale = The board could not be read again
board-show-lost = Show lost deals
board-show-won = Show won deals
board-count-open = { $count } open
board-count-won = { $count } won
board-count-lost = { $count } lost
board-count-closed = { $count } closed without outcome
board-count-all = { $count ->
    [one] { $count } deal
   *[other] { $count } deals
    }
density = Density
sort-by = Sort by
sort-hand = By hand
sort-urgency = Urgency
sort-value = Value
sort-date = Close date
sort-title = Title
sorted-hand = hand
sorted-urgency = urgency
sorted-value = value
sorted-date = close date
sorted-title = title

## Filter
narrow-needs-action = Needs action
narrow-text = “{ $text }”
narrow-clear = Clear filter

## Column
col-not-started = Not started
col-add = Add a deal
col-add-in = Add a deal in { $name }
col-more = More for { $name }
col-fold = Fold column
col-unfold = Unfold
col-weighted = { $sum } weighted
col-currencies = + { $count } currencies
col-switch-figure = Show sum or weighted sum first
col-hidden = { $count ->
    [one] { $count } deal in this stage is hidden by the filter
   *[other] { $count } deals in this stage are hidden by the filter
    }
col-hidden-short = { $count } hidden
col-hidden-by = { $count ->
    [one] { $count } deal hidden by
   *[other] { $count } deals hidden by
    }
col-sorted-by = Sorted by { $by }
col-filtered-empty = No deals here
col-drop-here = Drop here
col-empty-before = Drop here, or press
col-empty-after = to add a deal

## Card
card-rotting = Rotting { $days } d
card-ageing = Day { $days } of { $limit }
card-sample = Sample deal
card-chosen = selected
card-fact = { $name }: { $value }
card-title-of = Title of “{ $name }”
card-edit-title = Edit title
card-to-top = To the top
card-to-bottom = To the bottom
card-plan = Plan a step
card-date = Close date
card-labels = Labels
act-move = Move to…
act-won = Mark as won
act-lost = Mark as lost
act-close-without = Close without outcome
act-to-leads = Park in Leads
act-restore = Restore
act-reopen = Reopen
act-on = { $act }: “{ $name }”
act-on-selected = { $act }: { $count } selected
act-on-many = { $act }: { $count ->
    [one] { $count } deal
   *[other] { $count } deals
    }

## Adding in a column
quick-placeholder = Acme heat pump 12k fri
quick-hint = Title, then value and day
quick-more = More fields
quick-more-hint = All fields of the new deal (Ctrl+Enter)
quick-similar = Similar: { $name }
quick-date = { $count ->
    [one] Close date
   *[other] Close date of { $count } deals
    }
quick-label = { $count ->
    [one] Labels
   *[other] Labels of { $count } deals
    }
quick-activity = { $count ->
    [one] Plan a step
   *[other] Plan a step for { $count } deals
    }
quick-no-labels = No labels yet. They are made in the settings.
quick-kind = Kind
quick-subject = What
quick-due = Day

## Empty board
welcome-title = Every deal you are working on, in one place on this computer.
welcome-add = Add first deal
welcome-import = Import a list
welcome-sample = Show sample deals
welcome-sample-hint = one click removes them

## Dock and cards in hand
dock-name = Drop here to finish
dock-lost = Lost
dock-won = Won
dock-move = Move to
dock-part = { $part } of { $count }
act-left = { $count ->
    [one] { $count } stays as it was
   *[other] { $count } stay as they were
    }
dock-leads-hint = { $count ->
    [one] Not ready yet: park the deal in the inbox
   *[other] Not ready yet: park { $count } deals in the inbox
    }
hold-cancels = cancels
hold-dock = to the dock

## Selection
sel-name = Selected deals
sel-count = { $count ->
    [one] { $count } deal
   *[other] { $count } deals
    }
sel-chosen = { $count ->
    [one] selected
   *[other] selected
    }
sel-date = Date
sel-label = Label
sel-activity = Activity
sel-clear = Clear selection

## Marking as lost
lost-title = { $count ->
    [one] Mark “{ $name }” as lost
   *[other] Mark { $count } deals as lost
    }
lost-title-leads = { $count ->
    [one] Mark “{ $name }” as lost
   *[other] Mark { $count } leads as lost
    }
lost-title-delete = { $count ->
    [one] Lost and deleted: “{ $name }”
   *[other] Lost and deleted: { $count } deals
    }
lost-one-of = { $at } of { $of }
lost-leaves = { $sum } leaves the pipeline
lost-reason = Reason
ask-optional = optional
ask-recommended = recommended, helps your reports
ask-note-recommended = recommended
ask-required = required
ask-missing-reason = Choose a reason or type one
ask-missing-note = Write a closing note
ask-no-reason = Reports will count it without a reason.
ended-no-reason = No reason noted
ended-say-why = Say why
won-title = { $count ->
    [one] Mark “{ $name }” as won
   *[other] Mark { $count } deals as won
    }
won-note-hint = What won it?
won-actual = What it really brought
won-confirm = Mark as won
lost-placeholder = Press 1 to 9, or type
lost-did-you-mean = Did you mean
lost-note = Closing note
lost-note-hint = What would have won it?
lost-same = Same reason for all { $count } deals
lost-confirm = Mark as lost
lost-confirm-delete = Lose and delete
lost-put-back = { $count ->
    [one] puts the card back
   *[other] puts the cards back
    }
lost-put-back-key = { $count ->
    [one] Put the card back (Esc)
   *[other] Put the cards back (Esc)
    }
lost-cancels = cancels

## Deleting open deals
delete-title = { $count ->
    [one] Delete “{ $name }”
   *[other] Delete { $count } deals
    }
delete-how = { $count ->
    [one] The deal is still open. How does it end?
   *[other] Some of them are still open. How do they end?
    }
delete-lost = Lost, with reason
delete-closed = Close without outcome

## Parking as leads
convert-title = { $count ->
    [one] Move “{ $name }” to Leads
   *[other] Move { $count } deals to Leads
    }
convert-what = { $count ->
    [one] A lead with the same fields, labels and contacts. The deal stays readable in the trash.
   *[other] Leads with the same fields, labels and contacts. The deals stay readable in the trash.
    }
convert-activities = { $count ->
    [one] { $count } open activity goes along
   *[other] { $count } open activities go along
    }
convert-notes = { $count ->
    [one] { $count } note is seen from both
   *[other] { $count } notes are seen from both
    }
convert-messages = { $count ->
    [one] { $count } message is seen from both
   *[other] { $count } messages are seen from both
    }
convert-staying = { $count ->
    [one] { $count } history entry stays with the deal
   *[other] { $count } history entries stay with the deal
    }
convert-formulas = { $count ->
    [one] Leads have no computed fields: the value of { $names } stays behind
   *[other] Leads have no computed fields: the values of { $names } stay behind
    }
convert-formulas-notice = { $count ->
    [one] The value of { $names } stays behind
   *[other] The values of { $names } stay behind
    }
convert-left-out = { $count ->
    [one] { $count } deal left out
   *[other] { $count } deals left out
    }
convert-more = and { $count } more
convert-existing = { $count ->
    [one] “{ $name }” was a lead before and still stands in the inbox
   *[other] { $count } of them were leads before and still stand in the inbox
    }
convert-existing-choice = Lead to use
convert-reuse = Use that lead
convert-new = Make a new one
convert-silent = Do not ask again
convert-over = { $shown } are chosen; one run takes { $most }. The first { $most } in this order go.
convert-running = { $count ->
    [one] { $count } deal becomes a lead
   *[other] { $count } deals become leads
    }
job-show = Show result
convert-view = View lead

## Choosing where to
pick-title = { $count ->
    [one] Move “{ $name }” to
   *[other] Move { $count } deals to
    }
pick-where = Stage, pipeline or Leads
pick-elsewhere = Off the board
pick-here = here
pick-move = moves

## Said to those who listen
say-lifted = { $name } lifted, { $stage }, { $place } of { $of }
say-lifted-many = { $count } deals lifted, { $stage }, { $place } of { $of }
say-over = { $stage }, { $place } of { $of }
say-over-sorted = { $stage }, sorted by { $by }
say-dropped = { $stage } now { $count } deals, { $sum }
say-cancelled = Move cancelled
say-first-stage = This is the first stage
say-last-stage = This is the last stage
say-sorted = The column is sorted by { $by }

## Keys
key-down = Next card
key-up = Previous card
key-left = Column to the left
key-right = Column to the right
key-first-card = First card
key-last-card = Last card
key-page-down = A page down
key-page-up = A page up
key-first-column = First column
key-last-column = Last column
key-column = Column by number
key-open = Open
key-edit = Edit title in place
key-lift = Lift the card
key-menu = Menu of the card
key-stage-before = To the stage before
key-stage-after = To the next stage
key-place-up = One place up
key-place-down = One place down
key-toggle = Select or not
key-extend-up = Select upwards
key-extend-down = Select downwards
key-all = Select the whole column
key-clear = Clear selection
key-move = Move to…
key-won = Mark as won
key-lost = Mark as lost
key-delete = Delete
key-new = New deal in this column
key-activity = Plan a step
key-date = Close date
key-needs-action = Only what needs action
key-drop = Drop here
key-carry-cancel = Put back
key-carry-down = One place down
key-carry-up = One place up
key-carry-left = Column to the left
key-carry-right = Column to the right
key-carry-top = Top of the column
key-carry-bottom = Bottom of the column
key-carry-dock = To the dock
key-carry-back = Back to the columns

## After a recovery
left-leads-title = { $count ->
    [one] The lead is still there
   *[other] { $count } leads are still there
    }
left-leads-text = { $count ->
    [one] The deal is back. The lead made from it stands in the inbox as well.
   *[other] The deals are back. The leads made from them stand in the inbox as well.
    }
left-leads-keep = { $count ->
    [one] Keep the lead
   *[other] Keep the leads
    }
left-leads-remove = { $count ->
    [one] Move the lead to the trash
   *[other] Move the leads to the trash
    }
