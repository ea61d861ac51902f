### Settings.

## Sections
settings-appearance = Appearance
settings-appearance-lead = How Satchel looks on this machine.
settings-profile = Profile and money
settings-profile-lead = Who sells, and the money you count in.
settings-pipelines = Pipelines and stages
settings-pipelines-lead = The ways a sale takes, and what each step is worth.
settings-reasons = Lost and won reasons
settings-reasons-lead = Offered when a deal ends. One that is switched off stays on the deals that have it.
settings-labels = Labels
settings-labels-lead = A coloured dot and a word, on deals and leads.
settings-sources = Sources
settings-sources-lead = Where deals and leads come from. Reports say which of them sell.
settings-products = Products
settings-products-lead = What you sell. A deal or lead can name one.
settings-fields = Custom fields
settings-fields-lead = What you want to know beside what Satchel asks. Leads share the fields of deals.
settings-leads = Leads
settings-leads-lead = An inbox for what is not yet, or no longer, a deal.
settings-safeguards = Safeguards
settings-safeguards-lead = Every act can be undone. Switch off what should not happen by a quick key at all.
settings-data = Data
settings-data-lead = Everything lies in one file on this machine.
settings-keyboard = Keyboard
settings-keyboard-lead = Every act has a key. They are printed on the controls too.
settings-delete = Delete “{ $name }”

## Appearance
set-appearance-theme = Theme
set-appearance-theme-hint = The system’s choice changes with the hour if your system does.
theme-system = System
theme-light = Light
theme-dark = Dark
set-appearance-density = Density
set-appearance-density-hint = Touch makes every target large enough for a cold finger.
density-compact = Compact
density-normal = Normal
density-roomy = Roomy
density-touch = Touch
set-appearance-contrast = Contrast
set-appearance-contrast-hint = More contrast for sunlight on the screen.
contrast-system = System
contrast-normal = Normal
contrast-more = More
set-appearance-language = Language
set-appearance-language-hint = Numbers, money and dates follow it.
language-system = System

## Profile
set-profile-name = Your name
set-profile-email = Your e-mail
set-profile-currency = Home currency
set-profile-currency-hint = New deals start in it. Amounts in other currencies stay as they are.
set-profile-currency-option = { $code } – { $name }
set-profile-initials = Your initials
set-profile-initials-hint = Up to four letters; empty takes them from your name.
set-colleagues = Colleagues
set-colleagues-lead = Names only: for records that belong to, or are followed by, somebody else.
set-colleagues-none = No colleagues yet
set-colleagues-new = New colleague
set-colleagues-name = Name
set-colleagues-email = E-mail
set-colleagues-email-none = No e-mail
set-colleagues-offered = Offer “{ $name }”
set-colleagues-used = { $count ->
    [0] owns nothing
    [one] owns { $count } record
   *[other] owns { $count } records
    }
set-colleagues-delete-used = “{ $name }” is named in records: switch off instead

## Leads and safeguards
set-leads-switch = Use leads
set-leads-switch-on = The inbox stands in the menu, and Move to offers Leads.
set-leads-switch-off = The inbox and the Leads zone are hidden. Leads that exist are kept, and can be found by search.
set-leads-ask = Ask before a deal becomes a lead
set-leads-ask-on = What goes along and what stays is shown first; Save does it.
set-leads-ask-off = One deal or a stack becomes leads at once, and Undo takes it back. Lists always ask.
set-safeguards-ended = Only ended deals are deleted
set-safeguards-ended-on = Deleting an open deal first asks whether it is lost or closed. One act, one undo.
set-safeguards-ended-off = Open deals go to the trash as they are.
set-guards = Allowed acts
set-guard-convert = Convert deals to leads
set-guard-convert-hint = From the dock, the menus, the keyboard and lists.
set-guard-delete = Delete
set-guard-delete-hint = Deals, leads, organizations and people, into the trash.
set-guard-batch_delete = Delete several at once
set-guard-batch_delete-hint = From a selection. One by one stays possible.
set-guard-merge = Merge
set-guard-merge-hint = Two records become one.
set-guard-mass_restore = Restore several at once
set-guard-mass_restore-hint = Lost, won or deleted records, from a selection. Undo is not affected.
set-guard-off = Off: its buttons and menu entries are disabled and say why.

## Labels
set-labels-none = No labels yet
set-labels-new = New label
set-labels-name = Name
set-labels-color-of = Colour of “{ $name }”

## Reasons
set-reasons-lost = Lost reasons
set-reasons-won = Won reasons
set-reasons-none = No reasons yet
set-reasons-new = New reason
set-reasons-code = Code
set-reasons-words = Reason
set-reasons-offered = Offer “{ $name }”
set-reasons-delete-used = “{ $name }” is in use: switch it off instead
set-reasons-grip = Move “{ $name }”
set-reasons-moved = { $name }, place { $place } of { $of }
set-reasons-show-uses = Show the records with “{ $name }”
set-reasons-asked-lost = When something is lost
set-reasons-asked-won = When a deal is won
set-policy-reason = Reason
set-policy-reason-hint-optional = May be left out without a word.
set-policy-reason-hint-recommended = May be left out; the question and the notice say that it is missing.
set-policy-reason-hint-required = Nothing ends without one, wherever it is ended.
set-policy-note = Closing note
set-policy-note-hint-optional = May be left out without a word.
set-policy-note-hint-recommended = Offered as worth the minute; may be left out.
set-policy-note-hint-required = Nothing ends without one, wherever it is ended.
set-actual = Ask what it really brought
set-actual-hint = Winning one deal asks for the final amount; empty keeps its value.
set-celebrate = Celebrate a win
set-celebrate-hint = A ring fills up in the notice. Never where motion is reduced.

## Custom fields
set-fields-new = New field
set-fields-none = No fields of your own yet
set-fields-name = Name
set-fields-kind = Kind
set-fields-entity = Belongs to
set-fields-of-deal = Deals and leads
set-fields-of-organization = Organizations
set-fields-of-person = People
set-fields-options = Choices
set-fields-edit = Field “{ $name }”
set-fields-description = What it is for
set-fields-on-card = Show its value on cards
set-fields-card-mark = on cards
set-fields-kind-hint = { $count ->
    [one] { $count } record has a value. Another kind takes it along if it fits.
   *[other] { $count } records have a value. Another kind takes them along if they all fit.
}
set-fields-first = It is the first field
set-fields-last = It is the last field
set-fields-grip = Move the field “{ $name }”
set-fields-option = Choice { $place }
set-fields-option-add = Another choice
set-fields-option-up = Move “{ $name }” up
set-fields-option-down = Move “{ $name }” down
set-fields-option-remove = Take “{ $name }” away
set-fields-option-stays = { $count ->
    [one] { $count } record keeps “{ $name }”, which is no longer offered.
   *[other] { $count } records keep “{ $name }”, which is no longer offered.
}
set-fields-option-back = Offer it again
field-kind-text = Text
field-kind-large_text = Long text
field-kind-number = Number
field-kind-money = Money
field-kind-date = Day
field-kind-yes_no = Yes or no
field-kind-choice = One choice
field-kind-choices = Several choices
field-kind-url = Web address
field-kind-phone = Phone
field-kind-email = E-mail
field-kind-date_range = From day to day
field-kind-time = Time of day
field-kind-time_range = From time to time
field-kind-address = Postal address
field-kind-colleague = Colleague
field-kind-person = Person
field-kind-organization = Organization
field-kind-formula = Formula

## Formulas
formula-text = Formula
formula-hint = Fields stand in square brackets, texts in quotes: { $example }
formula-insert-field = Insert field
formula-insert-function = Insert function
formula-field-of = { $name } ({ $kind })
formula-function-of = { $name }: { $what }
formula-gives = Gives: { $kind }. What it says on the newest records:
formula-nothing = nothing
formula-look = Show where
formula-kind = Formula: { $kind }
formula-gone = deleted field
formula-broken = The formula needs repair
formula-read-only = Computed by a formula: change its fields, or the formula in the settings
formula-no-leads = Deals only: leads have no computed fields
formula-fn-if = one of two values by a condition
formula-fn-and = all conditions hold
formula-fn-or = one of the conditions holds
formula-fn-not = the condition does not hold
formula-fn-empty = yes where there is no value
formula-fn-coalesce = the first value there is
formula-fn-round = rounded, to so many decimals
formula-fn-floor = rounded down
formula-fn-ceil = rounded up
formula-fn-abs = without its sign
formula-fn-min = the smallest
formula-fn-max = the largest
formula-fn-number = an amount without its currency
formula-fn-today = today’s date
formula-fn-date = the day of year, month and day
formula-fn-year = the year of a day
formula-fn-month = the month of a day, 1 to 12
formula-fn-day = the day of the month, 1 to 31
formula-fn-addmonths = a day, so many months later
formula-fn-concat = texts in one
formula-fn-left = so many characters from the start
formula-fn-right = so many characters from the end
formula-fn-len = number of characters
formula-fn-upper = in capitals
formula-fn-lower = in small letters
formula-fn-trim = without blanks around it
formula-fn-contains = yes where the second text is in the first

## Pipelines
set-pipelines-new = New pipeline
set-pipelines-none = No pipeline yet
set-pipelines-name = Name
set-pipelines-stages = Stages
set-pipelines-stages-hint = One a line, first to last
set-pipelines-usual-stages = 
    Qualified
    Contact made
    Proposal
    Negotiation
set-pipelines-how = How deals move and count
set-pipelines-mode = Moving
set-pipelines-mode-free = Free
set-pipelines-mode-strict = Strict
set-pipelines-mode-free-hint = Deals go from any stage to any other.
set-pipelines-mode-strict-hint = Deals start at the first stage and go step by step; a stage may allow to be skipped.
set-pipelines-method = Probability
set-pipelines-method-chances = Chances
set-pipelines-method-completed = Completed
set-pipelines-method-multiply = Chances × completed
set-pipelines-method-add = Chances + completed
set-pipelines-method-chances-hint = A deal counts by the chances of its stage, unless it has its own figure.
set-pipelines-method-completed-hint = A deal counts by how far its stage is.
set-pipelines-method-multiply-hint = Both figures of the stage are multiplied.
set-pipelines-method-add-hint = Both figures of the stage are added and halved.
set-pipelines-sort = Order of cards
set-pipelines-sort-hint = Under an automatic order a drop changes the stage only.
set-pipelines-sort-hand = By hand
set-pipelines-sort-urgency = Urgency
set-pipelines-sort-value = Value
set-pipelines-sort-date = Expected close
set-pipelines-sort-title = Title
set-pipelines-delete = Delete this pipeline
set-pipelines-delete-hint = Only when no deal stands in it.
set-pipelines-all = All pipelines
set-pipelines-rot-calendar = Count every day
set-pipelines-rot-calendar-on = Rotting counts Saturdays and Sundays too.
set-pipelines-rot-calendar-off = Rotting counts working days only.

## Stages
set-stages-name = Stage
set-stages-chances = Chances
set-stages-completed = Completed
set-stages-rot = Rots after
set-stages-rot-never = never
set-stages-rot-days = { $days } d
set-stages-rot-invalid = A whole number of days, or nothing
set-stages-open = Open deals
set-stages-new = New stage
set-stages-grip = Move “{ $name }”
set-stages-grip-hint = Drag, or arrow keys
set-stages-moved = { $name }, place { $place } of { $of }
set-stages-up = Move up
set-stages-down = Move down
set-stages-first = Already first
set-stages-last = Already last
set-stages-allow-skip = May be skipped
set-stages-delete = Delete stage “{ $name }”
set-stages-delete-lead = { $count ->
    [one] { $count } open deal stands in this stage. Deals in it, open or ended, move to another one.
   *[other] { $count } open deals stand in this stage. Deals in it, open or ended, move to another one.
    }
set-stages-delete-to = Deals go to
set-stages-delete-only = A pipeline keeps at least one stage. Delete the pipeline instead.

## Data
set-data-place = Where the data lies
set-data-place-hint = Copy this folder to keep a copy of everything.
set-data-copy = Copy the path
set-data-copied = Path copied
set-data-import = Import a list
set-data-import-hint = Deals, leads, contacts, products or colleagues from a table file.
set-data-trash = Keep deleted records
set-data-trash-hint = Then they are deleted for ever when Satchel starts. What other records still need stays.
set-data-trash-hint-never = They stay in the trash until you empty it.
set-data-trash-days = { $count ->
    [one] 1 day
   *[other] { $count } days
    }
set-data-trash-never = Until I empty the trash
set-data-sample = Sample data
set-data-sample-none = A small made-up pipeline to look around in. One click removes it.
set-data-sample-there = It is shown among your own records.
set-data-sample-preview = Removes { $removing } sample records; { $keeping } that you worked on stay.
set-data-sample-load = Show sample data
set-data-sample-ask = Remove sample data
set-data-sample-remove = Remove
set-data-version = Version

## Sources and products
set-sources-name = Name
set-sources-new = New source
set-sources-given = given to leads made from deals
set-products-name = Name
set-products-code = Code
set-products-code-none = No code
set-products-price = Price
set-products-price-none = No price
set-products-none = No products yet
set-products-new = New product
