### The leads inbox.
leads-count = { $count ->
    [one] { $count } lead
   *[other] { $count } leads
    }
leads-count-of = { $shown } of { $all }
leads-parked = { $count } · { $sum } parked
leads-sum = { $count } · { $sum }
leads-search = Search leads
leads-show = Show
leads-box-inbox = Inbox
leads-box-lost = Lost
leads-box-archived = Archived
leads-order = Order
leads-order-by = Order: { $order }
leads-sort-urgency = Urgency
leads-sort-newest = Newest
leads-sort-value = Value
leads-sort-title = Title
leads-empty = No leads
leads-empty-text = Park a deal here with Move to, or write down a new lead with N.
leads-pick = Pick a lead to read it
leads-none-found = No lead matches
leads-hidden = { $count ->
    [one] { $count } lead hidden by the filters
   *[other] { $count } leads hidden by the filters
    }

## One lead
lead-new = New lead
lead-create = Create lead
lead-pane = Lead
lead-side = Contacts and details
lead-unseen = New
lead-nobody = Nobody named
lead-source-day = { $source }, { $day }
mark-next = { $kind }: { $subject }, { $when }
lead-not-read = This lead could not be read
lead-gone = This lead is no longer there
lead-upcoming = Upcoming activities
lead-next-contact = Next contact
lead-nothing-planned = Nothing planned
lead-no-probability = Not estimated
lead-archived = Archived
lead-in-trash = In the trash
lead-in-trash-text = This lead lies in the trash: it can be read, not changed.
lead-status-lost = Lost
lead-status-converted = Converted
lead-from-deal-near = Converted from deal { $day } at { $time }
lead-from-deal-on = Converted from deal on { $day } at { $time }
lead-lost = Lost
lead-mark-lost = Mark as lost
lead-lost-hint = Mark as lost (L)
lead-lost-near = Lost { $day }
lead-lost-on = Lost on { $day }
lead-from-deal-plain = Converted from a deal
lead-deal-gone =  (“{ $name }”, no longer there)
lead-view-deal = View deal
lead-became-deal = Became the deal
ribbon-lead-lost = Lost
ribbon-lead-lost-says = This lead is lost

## Conversion
lead-convert = Convert to deal
lead-convert-merge = Convert and merge
lead-convert-hint = Convert to deal (C)
lead-convert-title = { $count ->
    [one] Convert to deal
   *[other] Convert { $count } leads to deals
    }
lead-convert-text = Fields, labels and open activities travel; notes and mails can be read from both.
lead-convert-customer = Customer
lead-convert-keep = As on the lead
lead-convert-keep-who = As on the lead: { $who }
lead-convert-link = Choose or create
lead-convert-skip = Nobody yet
lead-convert-left-out = { $count ->
    [one] { $count } lead is left out
   *[other] { $count } leads are left out
    }
convert-strict = This pipeline starts at its first stage

## Keys
key-new-lead = New lead
key-convert = Convert to deal
key-filter = Search in this list

lead-alone = Lead
leads-off-title = Leads are switched off
leads-off-text = This lead can still be read. To have the inbox back and make deals of leads, switch leads on in the settings.
leads-off-settings = Open settings
