### Refusals and failures: error-<code of the core>.

## What may happen anywhere
error-internal = Something went wrong inside. Nothing was changed.
error-unreachable = The core does not answer
error-unknown_command = This version does not know that act
error-bad_input = The window and its core do not fit together
error-closing = The program is closing
error-cancelled = Cancelled. Nothing was changed.
error-superseded = A newer question took its place
error-missing = This record is no longer there: { $kind }
error-nothing_selected = Nothing is selected
error-sample_loaded = There is sample data already
error-no_sample = There is no sample data

## Values
error-invalid = This value does not fit: { $field }
error-required = Fill in: { $field }
error-too_long = Too long: { $field }. At most { $max } characters.
error-out_of_range = { $field }: between { $min } and { $max }
error-over_limit = Too much: { $field }. The limit is { $max }.
error-over_list_limit = At most { $max } deals at once; { $count } are selected
error-name_taken = “{ $name }” is already there

## Filters
error-filter_unknown = This filter asks for a field that is no longer there: { $name }. Take the condition out.
error-filter_operator = This field cannot be compared that way: { $field }. Choose another comparison.
error-filter_values = The condition is not complete: { $field }. Fill in its value.
error-filter_value = This value does not fit the condition: { $field }. Choose it again.
error-filter_group = The list cannot be grouped by { $name }. Choose another field.
error-filter_formula = “{ $field }” cannot be computed at the moment. Repair its formula in the settings, or take the condition out.
error-filter_file_unreadable = This file holds no favourites that can be read. Choose one this program saved.
error-filter_file_foreign = This file was not saved as favourites. Choose one this program saved.
error-filter_file_newer = These favourites were saved by a newer version ({ $found }; this one knows { $known })
error-filter_file_entry = The favourite “{ $name }” in this file cannot be read. Nothing was taken over.

## Deals and leads
error-not_open = “{ $name }” has ended: reopen it to move it
error-in_trash = “{ $name }” lies in the trash: recover it first
error-archived = “{ $name }” is archived: unarchive it first
error-already_won = “{ $name }” is already won
error-already_lost = “{ $name }” is already lost
error-already_ended = “{ $name }” has already ended
error-not_lost = “{ $name }” is not lost
error-not_ended = “{ $name }” is neither won nor closed
error-end_first = Only ended deals go to the trash: { $name }
error-won_not_converted = Won deals do not become leads: { $name }
error-leads_off = Leads are switched off in the settings
error-skip_not_allowed = This pipeline does not let stages be skipped
error-first_stage_only = Deals start at the first stage of this pipeline
error-source_given = “{ $name }” is given by conversions and stays
error-already_started = A started deal does not go back to the beginning
error-quote_required = This stage needs a quote first
error-not_deleted = “{ $name }” is not in the trash
error-still_needed = { $count ->
    [one] “{ $name }” stays: other records still need it
   *[other] These stay, other records still need them: { $name }
    }
error-not_archived = “{ $name }” is not archived
error-already_converted = “{ $name }” already became a deal
error-convert_off = Converting deals to leads is switched off: Settings, Safeguards
error-delete_off = Deleting is switched off: Settings, Safeguards
error-batch_delete_off = Deleting several at once is switched off: Settings, Safeguards
error-merge_off = Merging is switched off: Settings, Safeguards
error-mass_restore_off = Restoring several at once is switched off: Settings, Safeguards
error-not_on_board = “{ $name }” stands on no board
error-place_gone = The card it should stand beside has moved: { $name }

## Lists
error-in_use = { $count ->
    [one] { $name } is still used by { $names }
   *[other] { $name } is still used in { $count } places: { $names }
    }
error-in_use-plain = { $name } is still used ({ $count })
error-last_pipeline = “{ $name }” is the only pipeline
error-last_stage = “{ $name }” is the only stage

## Undo
error-changed_since = { $count ->
    [one] Not undone, changed since: { $names }
   *[other] Not undone, { $count } records changed since: { $names }
    }
error-changed_since-plain = Not undone: changed since
error-nothing_to_undo = Nothing to undo
error-nothing_to_redo = Nothing to redo
error-undo_other_version = Made by another version of the program: it can no longer be undone
error-redacted = Part of what this changed was deleted for ever: it can no longer be undone
error-not_applied = This step was already taken back

## The file
error-disk_full = The disk is full. Nothing was changed.
error-cannot_write = The file cannot be written
error-file_busy = This file is used by another program
error-damaged_file = The file is damaged
error-foreign_file = This file does not belong to this program
error-newer_file = This file was made by a newer version ({ $found }; this one knows { $known })

error-field_value = { $type ->
    [number] “{ $name }” takes a number
    [money] “{ $name }” takes an amount with its currency
    [date] “{ $name }” takes a day that exists
    [date_range] “{ $name }” takes two days, the first not after the last
    [time] “{ $name }” takes a time like 14:30
    [time_range] “{ $name }” takes two times of one day, the first not after the last
    [yes_no] “{ $name }” takes yes or no
    [choice] “{ $name }” takes one of its choices
    [choices] “{ $name }” takes only its own choices
    [url] “{ $name }” takes a web address
    [email] “{ $name }” takes an e-mail address
   *[other] This value does not fit: { $name }
}
error-values_do_not_convert = { $count ->
    [one] { $count } of { $total } values of “{ $name }” does not fit the new kind: “{ $example }”. Change or clear it first.
   *[other] { $count } of { $total } values of “{ $name }” do not fit the new kind, such as “{ $example }”. Change or clear them first.
}

## Formulas
error-field_computed = “{ $name }” is computed by a formula: nothing can be written into it
error-formula_kind_stays = “{ $name }”: a field is computed or not from its first day. Make a new one instead.
error-formula_syntax = This does not belong here: { $near }
error-formula_end = Something is missing at the end
error-formula_word = “{ $name }” is not known here. Fields stand in square brackets, texts in quotes.
error-formula_function = There is no function { $name }
error-formula_arguments = { $name } takes { $max ->
    [0] no values
   *[other] { $min ->
        [1] { $max ->
            [1] one value
           *[other] 1 to { $max } values
            }
       *[other] { $min } to { $max } values
        }
    }
error-formula_field = There is no field “{ $name }” here
error-formula_field_gone = It uses a field that was deleted
error-formula_field_kind = “{ $field }” cannot be computed with
error-formula_type = { $expected ->
    [number] A number is needed here
    [text] A text is needed here
    [date] A day is needed here
    [yes_no] A condition is needed here
   *[money] An amount is needed here
    }, not { $found ->
    [number] a number
    [text] a text
    [date] a day
    [yes_no] a condition
   *[money] an amount
    }
error-formula_day = “{ $text }” is not a day: write it as 2026-12-31
error-formula_choice = “{ $field }” is one of: { $choices }
error-formula_too_large = The formula is too long, or too many stand in each other
error-formula_cycle = It goes in a circle: “{ $field }” needs this formula
error-formula_broken = The formula of “{ $field }” needs repair first

## Files
error-not_a_mail = “{ $name }” is not a mail: save it as .eml in your mail program
error-mail_there = “{ $name }” is already here
error-attachment_too_large = “{ $name }” is larger than { $max } MB
error-attachment_unreadable = “{ $name }” cannot be read. Is it a file, and still there?
error-file_gone = The content of “{ $name }” is no longer in the data folder
