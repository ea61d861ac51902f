### Words used on many screens.
## Names of the product and of its pages
app-name = Satchel
nav-pipeline = Pipeline
nav-leads = Leads
nav-contacts = Contacts
nav-reports = Reports
nav-history = History
nav-trash = Trash
nav-settings = Settings
nav-import = Import
nav-main = Main pages
nav-skip = Skip to the page
nav-unseen = { $page }, { $count } new

## Words on many controls
act-save = Save
act-cancel = Cancel
act-close = Close
act-add = Add
act-edit = Edit
act-delete = Delete
act-more = More
act-more-for = More for “{ $name }”
act-clear = Clear
act-undo = Undo
act-redo = Redo
act-retry = Try again
act-back = Back
act-next = Next
act-previous = Previous
act-open = Open
act-remove = Remove “{ $name }”
act-confirm = Confirm
act-show-more = Show more
act-details = Details

## Fields
field-optional = optional
field-required = Fill this in
field-empty = Empty
field-add-value = Add
days-first = First day
days-last = Last day
days-backwards = The last day comes before the first
times-invalid = Write two times like 9:00 – 17:30
times-backwards = The end comes before the beginning
field-edit = Edit { $name }
field-pick-day = Pick a day
field-saving = Saving
number-invalid = Write a number like { $example }
money-invalid = Write an amount like { $example }
money-decimals = At most { $digits } decimals
money-other = This amount is in { $currency }
money-negative = An amount cannot be below zero
money-too-large = This amount is too large
percent-range = Between 0 and 100
day-invalid = Write a day like { $example }
day-no-such = { $month } has { $days } days

## Days
day-today = today
day-tomorrow = tomorrow
day-yesterday = yesterday
day-in = in { $days } d
day-ago = { $days } d ago
day-late = { $days } d late
day-and-time = { $day }, { $time }

## Choosing
choose-type = Type to search
choose-none = Nothing found
choose-create = Create “{ $name }”
choose-nothing = None
choose-uses = { $count ->
    [one] { $count } use
   *[other] { $count } uses
    }

## Marks of the next activity
mark-overdue = Next activity overdue
mark-today = Activity today
mark-missing = Nothing planned
mark-later = Activity planned

## Statuses of a deal
status-open = Open
status-won = Won
status-lost = Lost
status-closed = Closed without outcome

## Kinds of record
kind-deal = Deal
kind-lead = Lead
kind-organization = Organization
kind-person = Person
kind-activity = Activity
kind-note = Note
kind-attachment = File
kind-message = Message
kind-pipeline = Pipeline
kind-stage = Stage
kind-label = Label
kind-close_reason = Close reason
kind-source = Source
kind-product = Product
kind-colleague = Colleague
kind-custom_field = Custom field
kind-filter = Favourite
kind-setting = Setting

## Kinds of activity
activity-call = Call
activity-visit = Visit
activity-meeting = Meeting
activity-mail = Mail
activity-task = Task

## Label colours
color-0 = Blue
color-1 = Teal
color-2 = Green
color-3 = Olive
color-4 = Ochre
color-5 = Rust
color-6 = Rose
color-7 = Violet

## Toasts
toasts = Notices
toast-dismiss = Dismiss
toast-times = { $count } times
toast-undone = Undone
toast-redone = Done again

## States
state-loading = Loading
state-starting = Opening your pipeline
state-failed = Satchel could not open its file
state-safe = Nothing is lost.

## Keys
keys-title = Keys
keys-none = No keys here
keys-everywhere = Everywhere
keys-board = Board
keys-selection = Selection
keys-drag = Card in hand
keys-record = Record
keys-list = List
key-undo = Undo
key-redo = Redo
key-history = Show the history
key-sheet = Show all keys
key-search = Search
key-palette = Find anything
key-back = Go back
key-forward = Go forward
keycap-mod = Ctrl
keycap-alt = Alt
keycap-shift = Shift
keycap-enter = Enter
keycap-escape = Esc
keycap-space = Space
keycap-delete = Del
keycap-tab = Tab
keycap-home = Home
keycap-end = End
keycap-pageup = PgUp
keycap-pagedown = PgDn
keycap-backspace = Backspace
