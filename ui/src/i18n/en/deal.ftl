### The deal drawer and what it does.
deal-close = Close (Esc)
deal-previous = Previous deal ([)
deal-next = Next
deal-following = Next deal (])
deal-place = { $place } of { $of }
deal-where = { $pipeline } · { $stage }
deal-number = No. { $number }
deal-archived = Archived
deal-in-trash = In the trash
deal-not-read = This deal could not be read
deal-gone = This deal is no longer there
deal-gone-text = The step that made it was taken back. Redo brings it again.
deal-side = Contacts and details

## Acts
deal-won = Won
deal-won-hint = Mark as won (W)
deal-won-details = Won, with details
deal-lost = Lost
deal-lost-hint = Mark as lost (L)
deal-convert = Convert to lead
deal-won-not-converted = Won deals do not become leads
deal-duplicate = Duplicate
deal-move = Move to…
deal-move-ended = Ended: reopen it first
deal-move-archived = Archived: unarchive it first
deal-close-plain = Close without outcome
deal-archive = Archive
deal-unarchive = Unarchive
deal-restore = Restore
deal-reopen = Reopen
deal-recover = Recover

## Stages and facts
stage-days = { $days } d
stage-here = Now in { $stage }
stage-move-to = Move to { $stage }
fact-weighted = Weighted
fact-closed = Closed
fact-lasted = after { $days } d
fact-add-value = Add a value
fact-add-day = Add a day
probability-own = own
probability-reset = Back to the stage: { $percent }
probability-was = was { $percent }
deal-rotting = Rotting { $days } d
deal-ageing = Day { $days } of { $limit }

## How it ended
ribbon-lost = Lost
ribbon-won = Won
ribbon-closed = Closed
ribbon-lost-says = This deal is lost
ribbon-won-says = This deal is won
ribbon-closed-says = This deal was closed without outcome
ended-lost-near = Lost { $day }
ended-lost-on = Lost on { $day }
ended-won-near = Won { $day }
ended-won-on = Won on { $day }
ended-closed-near = Closed without outcome { $day }
ended-closed-on = Closed without outcome on { $day }
ended-at = at { $stage }
deal-was-lead = A lead was made from this deal

## Keys
key-previous = Previous deal
key-next = Next deal
key-note = Write a note
key-mail = Write or log a mail
key-duplicate = Duplicate
