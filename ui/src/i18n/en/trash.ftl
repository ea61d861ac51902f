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
