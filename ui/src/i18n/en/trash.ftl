### The trash.
trash-count = { $count ->
    [one] { $count } record
   *[other] { $count } records
    }
trash-search = Search the trash
trash-show = Show
trash-all = All { $count }
trash-kind-deal = Deals { $count }
trash-kind-lead = Leads { $count }
trash-kind-organization = Organizations { $count }
trash-kind-person = People { $count }
trash-where = Where it went
trash-when = Deleted
trash-deleted = Deleted
trash-is-lead = Is a lead now
trash-choose = Select { $name }
trash-choose-all = Select all
trash-recover = Recover { $name }
trash-empty = The trash is empty
trash-empty-text = What you delete lies here, readable, until you recover it.
trash-none-found = Nothing here matches
trash-empty-text-days = { $count ->
    [one] What you delete lies here, readable, for one day.
   *[other] What you delete lies here, readable, for { $count } days.
    }
trash-days-left = { $count ->
    [0] goes at the next start
    [one] one day left
   *[other] { $count } days left
    }
trash-empty-it = Empty the trash
trash-end = Delete { $name } for ever
trash-end-chosen = Delete for ever
trash-empty-title = Empty the trash?
trash-end-title = { $count ->
    [one] Delete “{ $name }” for ever?
   *[other] Delete { $count } records for ever?
    }
trash-end-what = { $count ->
    [0] There is nothing in the trash.
    [one] One record goes, with the notes, messages, activities and history that hang on it.
   *[other] { $shown } records go, with the notes, messages, activities and history that hang on them.
    }
trash-end-final = This cannot be undone, not with Ctrl+Z and not from the history, which forgets what they held as well.
trash-end-copies = Copies of your data that you made earlier keep what they hold.
trash-end-sure = I know that nothing brings it back
trash-end-kept = { $count ->
    [one] One stays, because other records need it: { $names }.
   *[other] { $shown } stay, because other records need them: { $names }.
    }
trash-end-unswept = Last traces in the file are wiped at the next start.
