### Lists of records, and the panel that narrows, groups and orders them.
nav-list = List of deals
view-as = Show as
view-board = Board
view-list = List
view-pane = List and contact
list-all-pipelines = All pipelines
list-search = Search
list-back = Back to { $page }
list-empty-deal = No deals yet
list-empty-lead = No leads yet
list-empty-person = No people yet
list-empty-organization = No organizations yet
list-none-found = Nothing matches
list-none-text = The filters leave nothing to show. Take one away, or show all.
list-show-all = Show all
list-stale = The list could not be read again
list-follow = Totals follow the filter
list-sum = Sum
list-weighted = Weighted
list-count = { $count ->
    [one] { $count } record
   *[other] { $count } records
    }
list-unit-deal = { $count ->
    [one] deal
   *[other] deals
    }
list-unit-lead = { $count ->
    [one] lead
   *[other] leads
    }
list-unit-person = { $count ->
    [one] person
   *[other] people
    }
list-unit-organization = { $count ->
    [one] organization
   *[other] organizations
    }
list-tick = Select “{ $name }”
list-tick-all = { $count ->
    [one] Select { $count } row
   *[other] Select all { $count } rows
    }
list-select-all = { $count ->
    [one] Select { $shown }
   *[other] Select all { $shown }
    }
list-select-first = Select the first { $most } of { $shown }
list-select-most = of { $shown }; { $most } at a time
list-sort-by = Sort by { $name }. Shift: then by this
list-width-of = Width of { $name }
list-more = More for this list

## Panel
panel-open = Filters, groups, favourites
panel-name = Search options
panel-filters = Filters
panel-groups = Group by
panel-favourites = Favourites
panel-custom = Add custom filter
group-none = Nothing
group-period = { $name }, by { $period }
group-more = More fields
group-by-period = By { $period }
group-stretches = How { $name } is grouped
group-in-list = Groups are shown in the list.
group-fold-all = Fold all groups
group-unfold-all = Unfold all groups
group-first = { $count ->
    [one] Only the first group is shown; narrow the list to see the others
   *[other] The first { $count } groups are shown; narrow the list to see the others
    }
group-no-value = Without { $name }
grain-day = day
grain-week = week
grain-month = month
grain-quarter = quarter
grain-year = year
quarter-of = Quarter { $quarter } of { $year }
week-from = Week from { $day }
chip-any = Any: { $words }
chip-or = or
field-gone = No longer there
condition-plain = { $field } { $operator }
condition-value = { $field } { $operator } { $value }
condition-days = { $field } { $days }
favourite-default = first
favourite-make-default = Show first
favourite-no-default = Do not show first
favourite-rename = Rename
favourite-update = Replace with this search
favourite-save = Save this search
favourite-name = Name of this search
favourite-unnamed = Give it a name
favourite-none = Searches you save stand here.
favourite-export = Save to a file
favourite-export-all = Save all to a file
favourite-import = Take over from a file
favourite-deleted = “{ $name }” deleted
favourite-exported = { $count ->
    [one] { $count } search saved to the file
   *[other] { $count } searches saved to the file
    }
favourite-imported = { $count ->
    [0] All of them were there already
    [one] { $count } search taken over
   *[other] { $count } searches taken over
    }

## Ready filters
preset-mine-deal = My pipeline
preset-mine-lead = Inbox
preset-open = Open
preset-won = Won
preset-lost = Lost
preset-lost-lead = Lost
preset-closed = Closed without outcome
preset-archived = Archived
preset-archived-lead = Archived
preset-deleted = In the trash
preset-rotting = Rotting
preset-activity_late = Activity overdue
preset-activity_today = Activity today
preset-activity_future = Activity planned
preset-activity_none = No next step
preset-created = Created { $period }
preset-ended = Closed { $period }
preset-customers = Customers
preset-open_deals = With open deals
preset-unseen = Not looked at

## Builder of filters
builder-title = Custom filter
builder-show-deal = Show deals that match
builder-show-lead = Show leads that match
builder-show-person = Show people who match
builder-show-organization = Show organizations that match
builder-match = How many must hold
builder-all = all
builder-any = any
builder-of-these = of these
builder-group-all-first = All of these must hold
builder-group-any-first = Any of these must hold
builder-group-all-then = and all of these
builder-group-any-then = and any of these
builder-condition = Condition
builder-group = Group
builder-field = Field
builder-operator = Comparison
builder-value = Value
builder-remove = Remove this condition
builder-add-value = Add
builder-from = From
builder-to = To
builder-days = Days
builder-unfinished = Complete the conditions that are begun, or remove them.
builder-apply = Apply
builder-found-deal = { $count ->
    [one] { $count } deal matches
   *[other] { $count } deals match
    }
builder-found-lead = { $count ->
    [one] { $count } lead matches
   *[other] { $count } leads match
    }
builder-found-person = { $count ->
    [one] { $count } person matches
   *[other] { $count } people match
    }
builder-found-organization = { $count ->
    [one] { $count } organization matches
   *[other] { $count } organizations match
    }
builder-found-sum = { $found }, { $sum }
op-eq = is
op-ne = is not
op-in = is in
op-not_in = is not in
op-contains = contains
op-not_contains = does not contain
op-starts_with = starts with
op-lt = is less than
op-le = is at most
op-gt = is more than
op-ge = is at least
op-between = is between
op-is_set = is filled in
op-not_set = is empty
op-in_period = is within
op-day-lt = is before
op-day-le = is until
op-day-gt = is after
op-day-ge = is from
op-span-eq = includes
op-span-ne = does not include
within-today = today
within-yesterday = yesterday
within-tomorrow = tomorrow
within-this_week = this week
within-last_week = last week
within-next_week = next week
within-this_month = this month
within-last_month = last month
within-next_month = next month
within-this_quarter = this quarter
within-last_quarter = last quarter
within-next_quarter = next quarter
within-this_year = this year
within-last_year = last year
within-next_year = next year
within-any-last_days = the last … days
within-any-next_days = the next … days
within-before_today = the past
within-after_today = the future
within-last_days = { $days ->
    [one] the last day
   *[other] the last { $days } days
    }
within-next_days = { $days ->
    [one] the next day
   *[other] the next { $days } days
    }
range-between = { $from } and { $to }

## Fields of lists
field-next_activity = Next step
field-next_due = Next step on
field-activity_state = Planned
field-days_in_stage = Days in stage
field-rotting = Rotting
field-stage_entered_at = In stage since
field-created_at = Created
field-won_at = Won on
field-first_won_at = First won on
field-lost_at = Lost on
field-closed_at = Closed without outcome on
field-ended_at = Closed on
field-archived_at = Archived on
field-deleted_at = Deleted on
field-last_touched = Last touched
field-weighted = Weighted
field-seen = Looked at
field-converted_at = Converted on
field-open_deals = Open deals
field-won_deals = Won deals
field-people = People
value-overdue = Overdue
value-today = Today
value-later = Planned
value-missing = None

## Columns
columns = Columns
columns-shown = Columns shown
columns-more = More columns
columns-find = Find a field
columns-up = Move { $name } forward
columns-down = Move { $name } back
columns-narrower = Make { $name } narrower
columns-wider = Make { $name } wider
columns-own = My columns instead of those of the favourite
columns-reset = Usual columns

## Acts on ticked rows
bulk-actions = Actions
bulk-edit = Edit fields
bulk-noted = { $act } ({ $note })
bulk-label = Label
bulk-label-hint = Add a label to the selected rows
bulk-owner-hint = Who owns the selected rows
bulk-no-owner = Nobody
bulk-at-most = { $count } at most
bulk-convert = Convert to leads
bulk-lost-count = { $count } lost
list-convert-found = Convert what is shown to leads
list-convert-nothing = Nothing is shown that could be converted.
list-leads-off = Leads are switched off in the settings.

## Editing many
edit-title = { $count ->
    [one] Edit { $count } record
   *[other] Edit { $count } records
    }
edit-add-field = Add a field
edit-hint = Only the fields listed here change. The rest is kept.
edit-set = Set
edit-clear = Empty
edit-how = What to do with { $name }
edit-labels-add = Add
edit-labels-remove = Take off
edit-keep = Leave { $name } as it is
edit-preview = { $count ->
    [0] Nothing would change
    [one] { $count } record would change
   *[other] { $count } records would change
    }
edit-same = { $count ->
    [one] { $count } is so already
   *[other] { $count } are so already
    }
edit-refused = { $count ->
    [one] { $count } cannot be changed
   *[other] { $count } cannot be changed
    }
edit-apply = Apply

## Keys
key-view-board = Show the board
key-view-list = Show the list
key-list-search = Search in this list
key-panel = Filters, groups, favourites
key-cell = Edit a field of the row; Tab goes on to the next
key-bulk-edit = Edit the selected rows
key-list-won = Mark as won
key-list-lost = Mark as lost
key-list-delete = Delete
key-list-clear = Clear the selection
