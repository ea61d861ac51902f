### Words every record shares: fields, differences, activities, composer, timeline, contacts.

## Fields, also as the core names them in differences
field-title = Title
field-name = Name
field-value = Value
field-actual_value = Sales value
field-probability = Probability
field-expected_close = Expected close
field-owner = Owner
field-converted_by = Converted by
field-next_contact_by = Next contact by
field-currency = Currency
field-stage = Stage
field-pipeline = Pipeline
field-organization = Organization
field-person = Person
field-source = Source
field-product = Product
field-labels = Label
field-status = Status
field-reply_state = Reply
field-waiting = Waiting for an answer
field-close_reason = Close reason
field-close_reason-also = Lost reason, won reason
field-reason-lost = Lost reason
field-reason-won = Won reason
field-close_note = Closing note
field-closing_note = Closing note
field-started_on = Started on
field-ended_on = Ended on
field-trash_days = Days in the trash
field-archived = Archived
field-deleted = In the trash
field-done = Done
field-lead = Lead
field-source_lead = From lead
field-deal = Deal
field-source_deal = From deal
field-merged_into = Merged into
field-on = Record
field-preference = Choice of this machine
field-custom = Custom field
field-external_id = External id
field-number = Number
field-kind = Kind
field-formula = Formula
field-entity = Belongs to
field-options = Choices
field-on_card = On cards
field-position = Place
field-color = Colour
field-code = Code
field-description = Description
field-active = In use
field-subject = Subject
field-body = Text
field-note = Note
field-outcome = Outcome
field-due_on = Due on
field-due_time = Time
field-duration_minutes = Minutes
field-direction = Direction
field-selection = selection
field-sender = Sender
field-recipients = Recipients
field-sent_at = Sent at
field-industry = Industry
field-website = Website
field-phone = Phone
field-mobile = Mobile
field-email = E-mail
field-street = Street
field-postcode = Postcode
field-city = City
field-region = Region
field-country = Country
field-employees = Employees
field-annual_revenue = Annual revenue
field-founded_year = Founded
field-customer_since = Customer since
field-parent = Parent organization
field-job_title = Job title
field-mode = Mode
field-method = Probability method
field-sort = Order
field-chances = Chances
field-completed = Completed
field-rot_days = Days until rotting
field-close_in_days = Closes in days
field-allow_skip = May be skipped
field-quote_required = Needs a quote
field-stages = Stages
field-series = Series
field-price = Price
field-manager = Manager
field-office = Office
field-profile_name = Your name
field-profile_email = Your e-mail
field-home_currency = Home currency
field-leads_enabled = Leads
field-delete_ended_only = Only ended deals are deleted
field-profile_initials = Your initials
field-lost_reason = Lost reason
field-won_reason = Won reason
field-customer = Customer
field-lost_reason_policy = Lost reason
field-lost_note_policy = Note of a loss
field-won_reason_policy = Won reason
field-won_note_policy = Note of a win
field-ask_actual = Ask what a win brought
field-guard_convert = Convert deals to leads
field-guard_delete = Delete
field-guard_batch_delete = Delete several at once
field-guard_merge = Merge
field-guard_mass_restore = Restore several at once
field-rot_calendar_days = Rotting in calendar days
field-filter = Filter
field-columns = Columns

## Values of closed sets, as the core names them
value-yes = Yes
value-no = No
value-open = Open
value-won = Won
value-lost = Lost
value-closed = Closed without outcome
value-converted = Converted
value-none = None
value-waiting = Waiting
value-answered = Answered
value-call = Call
value-visit = Visit
value-meeting = Meeting
value-mail = Mail
value-task = Task
value-note = Note
value-closing = Closing note
value-sent = Sent
value-received = Received
value-free = Free
value-strict = Strict
value-optional = Optional
value-recommended = Recommended
value-required = Required
value-chances = Chances
value-completed = Completed
value-multiply = Chances × completed
value-add = Average of both
value-hand = By hand
value-urgency = By urgency
value-value = By value
value-date = By date
value-title = By title
value-deal = Deal
value-organization = Organization
value-person = Person

## Differences
diff-was = was
diff-is = now
diff-cleared = removed
diff-later = { $days ->
    [one] { $days } day later
   *[other] { $days } days later
    }
diff-earlier = { $days ->
    [one] { $days } day earlier
   *[other] { $days } days earlier
    }
diff-points = { $points } points
diff-created = new
diff-removed = removed

## Sources the program brings along, as the core names them
source-deal = Deal
source-import = Import
source-referral = Referral
source-fair = Trade fair
source-website = Website
source-phone = Phone

## Labels
labels = Labels
labels-add = Add label
labels-edit = Labels: { $names }. Change

## Days
day-with-weekday = { $weekday } { $day }
day-at-time = { $day }, { $time }
time-invalid = Write a time like 14:30
quick-today = Today
quick-tomorrow = Tomorrow
quick-next-week = Next week
minutes = { $count } min

## Activities
activity-add = Add activity
activity-none = Nothing planned
activity-kind = Kind of activity
activity-subject = Subject
activity-due = Day
activity-time = Time
activity-note = Note
activity-other-day = Other day
activity-undated = No day
activity-reschedule = Reschedule
activity-reschedule-from = { $when }. Reschedule
activity-done = Done: { $name }
activity-done-title = What came of it
activity-outcome = Outcome
activity-mark-done = Mark as done
activity-undone = Plan again
outcome-reached = Reached
outcome-not-reached = Not reached
outcome-call-back = Call back
outcome-met = Met
outcome-not-there = Not there
outcome-follow-up = Follow up
outcome-held = Held
outcome-moved = Moved
outcome-sent = Sent
outcome-answered = Answered
outcome-finished = Finished
outcome-dropped = Dropped

## Composer
composer = Log
composer-note = Note
composer-call = Call
composer-visit = Visit
composer-mail = Mail
composer-activity = Activity
composer-note-hint = What happened?
composer-call-hint = What was said?
composer-visit-hint = What did you see, what was said?
composer-mail-hint = What the mail says
composer-activity-hint = What comes next?
composer-save-note = Save note
composer-save-call = Log call
composer-save-visit = Log visit
composer-save-mail = Log mail
talk-call-with = Call with { $name }
talk-visit-with = Visit to { $name }
talk-length = How long
talk-length-none = No length
mail-direction = Sent or received
mail-sent = Sent
mail-received = Received
mail-subject = Subject
mail-body = Text of the mail
mail-write = Write to { $name }
mail-was-sent = Mail sent
mail-was-received = Mail received
link-not-opened = This link could not be opened
act-open-link = Open { $name }
act-open-record = Open “{ $name }”

## Timeline
timeline = Timeline
timeline-show = Show
timeline-all = All
timeline-notes = Notes and calls
timeline-changes = Changes
timeline-none-all = Nothing happened yet
timeline-none-notes = No notes, calls or mails yet
timeline-none-changes = No changes yet
note-closing = Closing note
note-edit = Edit note
note-delete = Delete note
from-deal = from deal “{ $name }”
from-lead = from lead “{ $name }”
from-organization = from { $name }
from-person = from { $name }
open-deal = Open deal “{ $name }”
open-lead = Open lead “{ $name }”
open-organization = Open { $name }
created-deal = Deal created
created-lead = Lead created
created-organization = Organization created
created-person = Person created
created-import = Imported
created-duplicate_deal = Copied from another deal
created-convert_to_deals = Made from a lead
created-convert_to_leads = Made from a deal
stage-skip = skipped
stage-jump = jumped
stage-not-started = Not started
stage-after-days = { $days ->
    [one] after { $days } day
   *[other] after { $days } days
    }
happened-won = Marked as won
happened-lost = Marked as lost
happened-lose = Marked as lost
happened-closed = Closed without outcome
happened-auto_close = Closed automatically
happened-restore = Restored
happened-reopen = Reopened
happened-archive = Archived
happened-unarchive = Taken out of the archive
happened-delete = Moved to the trash
happened-recover = Recovered from the trash
happened-create = Created
happened-to-lead = Deal converted to lead
happened-to-deal = Lead converted to deal
happened-former-owner = Belonged to { $name } before; yours now
carried = Carried along: { $what }
carried-activities = { $count ->
    [one] { $count } activity
   *[other] { $count } activities
    }
carried-notes = { $count ->
    [one] { $count } note
   *[other] { $count } notes
    }
carried-messages = { $count ->
    [one] { $count } mail
   *[other] { $count } mails
    }

## Contacts of a record
contacts-title = Contacts
contacts-add = Add contact
contacts-none = Nobody yet
contacts-find-organization = Find or create an organization
contacts-find-person = Find or create a person
contact-main = Main contact
contact-make-main = Make main contact
contact-change = Change
contact-take-off = Take off
contact-call = Call { $name }, { $phone }
contact-write = Write to { $name }, { $email }

## Details of a record
details-title = Details
details-created = Created
details-first-won = First won
details-won = Won
details-lost = Lost
details-closed = Closed
details-archived = Archived
details-from-lead = From lead
owner-me = Me
quoted = “{ $text }”
reason-none = No reason
reason-add = Add a reason
close-note-add = Add a closing note

## Lists
filter-by = Filters
filter-clear = Clear filters
filter-none-yet = None yet
filter-source = Source: { $name }
filter-label = Label: { $name }
selected-count = { $count ->
    [one] { $count } selected
   *[other] { $count } selected
    }
selected-word = selected
selection-acts = Acts on the selection
selection-clear = Clear the selection
show-all-count = Show all { $count }
more-count = +{ $count }

## Put aside
archived-near = Archived { $day }
archived-on = Archived on { $day }
archived-status-kept = It has kept its status and can still be changed.

## The trash, from the record
trash-here = In the trash
trash-since-near = Moved to the trash { $day }
trash-since-on = Moved to the trash on { $day }
trash-read-only = Everything can be read, nothing changed.
trash-became-lead = It became the lead

## Mails and files
mail-day = Written on
mail-day-now = Now
mail-from-file = From a mail file…
mail-from = From
mail-to = to
mail-delete = Remove this mail
field-files = Files
files-title = Files
files-add = Add files
files-choose = Choose files, or mails saved as .eml
files-mail-where = Drop a mail on a card, a lead or a contact, and it is kept there.
files-none = No files
files-drop-here = Drop files or saved mails on the record.
files-open = Open { $name }
files-show = Show { $name } in its folder
files-folder = Show in folder
files-remove = Remove
files-not-opened = The system could not open it
files-more-refused = { $count ->
    [one] And one more.
   *[other] And { $count } more.
    }
