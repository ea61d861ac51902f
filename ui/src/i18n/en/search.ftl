### Search and palette.
search-label = Search deals, leads, people, notes
search-palette-placeholder = Find a record, a page or an action
search-results = Found
search-count = { $count ->
    [0] Nothing found
    [one] { $count } line found
   *[other] { $count } lines found
    }
search-none = Nothing found for “{ $text }”
search-empty = Records you open show here
search-more = There is more: type another letter
search-recent = Recently opened
search-kind-deal = Deals
search-kind-lead = Leads
search-kind-organization = Organizations
search-kind-person = People
search-kind-note = Notes
search-kind-message = Messages
search-kind-activity = Activities
search-acts-record = This record
search-acts-create = New
search-acts-page = Go to
search-acts-view = Look
search-acts-data = Undo and redo
search-acts-help = Help
search-in-trash = In the trash
search-chosen = in use
search-hint-choose = Choose
search-hint-open = Open
search-hint-board = Show on the board
search-act-pipeline = Pipeline: { $name }
search-act-undo = Undo: { $what }
search-act-redo = Redo: { $what }
search-act-theme = Theme: { $choice }
search-act-density = Density: { $choice }
search-act-contrast = Contrast: { $choice }
search-act-language = Language: { $choice }
