### The import wizard.

## Steps
import-steps = Steps of the import
import-step-file = File
import-step-columns = Columns
import-step-check = Check
import-step-done = Done
import-sub = { $file } · { $count ->
    [one] { $rows } row
   *[other] { $rows } rows
    }
import-sub-none = A table becomes records, and can be taken back
import-nothing-changed = Nothing was changed.
import-progress = { $done } of { $total }
import-phase-reading = Reading the file
import-phase-checking = Checking the rows
import-phase-writing = Writing
import-phase-indexing = Making it findable
import-phase-finished = Finished
import-phase-cancelled = Cancelled
import-phase-failed = Failed

## File
import-pick = Choose a file
import-pick-other = Another file
import-pick-kind = Tables (CSV, TSV, text)
import-drop = Drop a table here, or choose a file
import-drop-hint = CSV or text from a spreadsheet or another program. Nothing is written before you have seen every row.
import-drop-here = Drop to import
import-file-facts = { $count ->
    [one] { $rows } row
   *[other] { $rows } rows
    }, { $columns } columns
import-remembered = You imported a file with these columns before: its choices are taken over.
import-encoding = Encoding
import-encoding-guess = Uncertain: look at the accents below
import-separator = Columns are separated by
import-separator-comma = Comma ( , )
import-separator-semicolon = Semicolon ( ; )
import-separator-tab = Tab
import-separator-bar = Bar ( | )
import-separator-other = “{ $sign }”
import-detected = Detected: { $what }
import-header = First row
import-header-yes = holds the names of the columns
import-header-no = is data already
import-glimpse = First values of the file
import-entity = What is a row of this file?
import-entity-deal = Deals
import-entity-lead = Leads
import-entity-organization = Organizations
import-entity-person = People
import-entity-product = Products
import-entity-colleague = Colleagues

## Columns
import-columns = Columns of the file
import-col-name = Column
import-col-samples = Values
import-col-target = Fills
import-target-of = What “{ $name }” fills
import-target-ignore = Nothing: leave out
import-target-new = New field “{ $name }”
import-new-name = Name of the new field
import-new-kind = Kind of the new field
import-filled = { $filled } of { $rows } filled
import-kind-text = Text
import-kind-integer = Whole numbers
import-kind-amount = Amounts
import-kind-date = Days
import-kind-email = E-mail addresses
import-kind-phone = Phone numbers
import-kind-yes_no = Yes or no
import-kind-choice = A few words
import-kind-unique = All different
import-kind-empty = Empty
import-ambiguous-day = Day or month first? The file allows both.
import-ambiguous-number = Is the last mark a decimal mark? The file allows both.
import-undecided = { $count ->
    [one] “{ $column }” can be read in two ways: choose one
   *[other] { $count } columns can be read in two ways: choose, beginning with “{ $column }”
    }
import-no-title = Choose the column that names each row, or compose a title
import-format-of = How the days of “{ $name }” are written
import-format-auto = As detected
import-format-day_first = Day first
import-format-month_first = Month first
import-format-year_first = Year first
import-format-excel1900 = Days since 1900
import-format-excel1904 = Days since 1904
import-mark-of = Decimal mark of “{ $name }”
import-mark-point = 1,234.56
import-mark-comma = 1.234,56
import-unit-of = What one in “{ $name }” means
import-unit-one = as written
import-unit-thousand = thousands
import-unit-million = millions
import-unit-percent = percent
import-unit-fraction = share of one
import-values-of = What the values of “{ $name }” mean
import-value-of = What “{ $value }” means
import-value-as-is = As written
import-value-stage = Stage { $name }
import-value-new-stage = New stage “{ $name }”
import-value-status = Status { $name }
import-value-empty = As if empty
import-times = { $times } ×
import-title = Title
import-name = Name
import-title-given = “{ $column }” gives it.
import-title-compose = Compose it from columns
import-title-placeholder = Words and columns
import-title-hint = Empty parts take their separators with them.
import-title-example = For example: { $example }
import-title-add = Insert “{ $column }”
import-assumed = For every row
import-currency = Currency of the amounts
import-currency-hint = No column says it.
import-names = Names
import-names-hint = Rows name other records. What happens with a name that is not known yet?
import-names-stage = Stages
import-names-product = Products
import-names-organization = Organizations
import-names-person = People
import-names-colleague = Colleagues
import-names-source = Sources
import-names-label = Labels
import-names-close_reason = Close reasons
import-names-exact = Only exact spelling
import-unknown-create = Create it
import-unknown-leave_empty = Leave the field empty
import-unknown-refuse = Refuse the row
import-update = Updates
import-identity = A row updates the record with the same
import-identity-external_id = External id
import-identity-satchel_id = Satchel ID
import-identity-name = Name
import-identity-email = E-mail
import-identity-nothing = Nothing: always new
import-identity-external_id-hint = Importing the same file again changes nothing.
import-identity-satchel_id-hint = Only what was changed in the file since its export changes here. A row with an unknown id is refused.
import-identity-name-hint = Two records of one name cannot be told apart.
import-identity-email-hint = Rows without e-mail become new records.
import-identity-nothing-hint = Importing the same file again doubles its records.
import-system = Program the ids come from
import-system-hint = The same id of two programs is two records.
import-empty-cells = An empty cell
import-empty-keep = keeps the value
import-empty-clear = clears it

## Fields a column can fill
import-field-external_id = External id
import-field-satchel_id = Satchel ID
import-field-title = Title
import-field-name = Name
import-field-pipeline = Pipeline
import-field-stage = Stage
import-field-status = Status
import-field-value = Value
import-field-actual_value = Sales value
import-field-currency = Currency
import-field-probability = Probability
import-field-expected_close = Expected close
import-field-started_on = Started on
import-field-ended_on = Ended on
import-field-organization = Organization
import-field-person = Person
import-field-owner = Colleague in charge
import-field-converted_by = Converted by
import-field-next_contact_by = Next contact by
import-field-source = Source
import-field-product = Product
import-field-labels = Labels
import-field-close_reason = Close reason
import-field-note = Note
import-field-parent = Parent organization
import-field-industry = Industry
import-field-website = Website
import-field-phone = Phone
import-field-mobile = Mobile
import-field-email = E-mail
import-field-street = Street
import-field-postcode = Postcode
import-field-city = City
import-field-region = Region
import-field-country = Country
import-field-employees = Employees
import-field-annual_revenue = Annual revenue
import-field-founded_year = Founded in
import-field-job_title = Job title
import-field-code = Code
import-field-series = Series
import-field-price = Price
import-field-manager = Manager
import-field-office = Office

## Check
import-filter = Rows by outcome
import-all = Rows
import-outcome-create = Create
import-outcome-update = Update
import-outcome-unchanged = Unchanged
import-outcome-refuse = Refuse
import-result-create = Created
import-result-update = Updated
import-result-unchanged = Unchanged
import-result-refuse = Left out
import-rows = Rows of the file
import-row-detail = Row { $row } in full
import-side = Also creates
import-side-done = Also created
import-side-organization = { $count ->
    [one] organization
   *[other] organizations
    }
import-side-person = { $count ->
    [one] person
   *[other] people
    }
import-side-product = { $count ->
    [one] product
   *[other] products
    }
import-side-colleague = { $count ->
    [one] colleague
   *[other] colleagues
    }
import-side-stage = { $count ->
    [one] stage
   *[other] stages
    }
import-side-pipeline = { $count ->
    [one] pipeline
   *[other] pipelines
    }
import-side-source = { $count ->
    [one] source
   *[other] sources
    }
import-side-label = { $count ->
    [one] label
   *[other] labels
    }
import-side-close_reason = { $count ->
    [one] close reason
   *[other] close reasons
    }
import-side-custom_field = { $count ->
    [one] custom field
   *[other] custom fields
    }
import-side-note = { $count ->
    [one] note
   *[other] notes
    }
import-blocked = These choices do not fit the file
import-to-columns = Change the columns
import-nothing-to-do = There is nothing to write: no row creates or changes a record
import-refused-stay = { $count ->
    [one] { $rows } row is refused and left out
   *[other] { $rows } rows are refused and left out
    }
import-run = { $count ->
    [one] Import { $rows } row
   *[other] Import { $rows } rows
    }
import-at = { $place }: { $text }
import-with-value = “{ $value }” – { $text }
import-at-both = Row { $row }, “{ $column }”
import-at-row = Row { $row }
import-at-column = “{ $column }”

## Done
import-done = { $count ->
    [one] { $rows } row imported
   *[other] { $rows } rows imported
    }
change-import = Imported “{ $name }”: { $create } created, { $update } updated
import-undone = The import was taken back
import-undone-hint = Every record is as it was before.
import-took = Took { $seconds } s
import-open-board = Open the board
import-open-leads = Open the leads
import-open-contacts = Open the contacts
import-undo = Undo import
import-again = Import another file
import-refused = { $count ->
    [one] { $rows } row was left out
   *[other] { $rows } rows were left out
    }
import-refused-first = The first { $rows } are listed.

## Why a file, a mapping or a row is refused
error-file_unreadable = This file cannot be read. Is it still there, and may you open it?
error-file_too_large = This file is too large. Split it and import the parts.
error-file_empty = There are no rows in this file
error-not_a_text_file = This is not a text table. Save it as CSV in the program it comes from.
error-unknown_encoding = This encoding is not known
error-bad_delimiter = The separator must be one sign that is neither letter, digit nor quote
error-nul_byte = The text holds a zero byte: choose another encoding, or the file is damaged
error-too_many_columns = There are too many columns in a row
error-field_too_long = A cell is too long
error-unclosed_quote = A quotation mark opens and never closes
error-mapping_refused = These choices do not fit the file
error-file_changed = The file changed since it was opened. Choose it again.
error-import_gone = This import was closed. Choose the file again.
error-mapping_version_unknown = These choices were made by a newer version
error-mapping_unreadable = These choices cannot be read
error-column_missing = This column is not in the file
error-target_twice = Another column fills the same field
error-field_not_of_entity = Such records do not have this field
error-title_not_mapped = Nothing names the rows: choose a column or compose a title
error-bad_template = The composed title has an open brace or names no column
error-custom_field_missing = This custom field is no longer there
error-custom_field_unnamed = The new field needs a name
error-custom_field_computed = This field is computed by a formula: a column cannot fill it
error-identity_not_mapped = No column fills what records are recognized by
error-too_many_cells = More cells than there are columns
error-undecodable_text = Signs that this encoding does not explain
error-title_missing = No title or name
error-identity_missing = Nothing to recognize the record by
error-text_too_long = This text is too long
error-not_a_number = Not a number
error-misplaced_separator = A thousands mark stands in the wrong place
error-ambiguous_number = This number can be read in two ways
error-not_an_integer = Not a whole number
error-negative_number = Below zero
error-currency_missing = No currency
error-currency_ambiguous = This sign stands for several currencies
error-currency_mismatch = The amount carries another currency than its row
error-unknown_currency = This currency is not known
error-not_a_date = Not a day
error-ambiguous_date = This day can be read in two ways
error-not_a_probability = Not between 0 and 100 percent
error-unknown_status = This status is not known
error-not_yes_no = Neither yes nor no
error-not_a_choice = Not among the choices of the field
error-not_a_time = Not a time
error-range_backwards = The end comes before the beginning
error-not_of_field = This value does not fit its field
error-unknown_name = No record has this name
error-identity_twice = An earlier row of the file is about the same record: { $first }
error-parent_below = With the other rows of the file this organization would lie below itself
