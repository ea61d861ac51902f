### Organizations and people.
contacts-organizations = Organizations
contacts-people = People
contacts-show = Show
contacts-search-organization = Search organizations
contacts-search-person = Search people
contacts-count-organization = { $count ->
    [one] { $count } organization
   *[other] { $count } organizations
    }
contacts-count-person = { $count ->
    [one] { $count } person
   *[other] { $count } people
    }
contacts-found = { $count } found
contacts-none-found = Nobody matches
contacts-empty-organization = No organizations yet
contacts-empty-person = No people yet
contacts-pick = Pick a contact to read it
organization-new = New organization
person-new = New person
contact-create = Create

## One contact
contact-pane = Contact
contact-side = People and details
contact-not-read = This contact could not be read
contact-gone = This contact is no longer there
contact-no-sub = –
contact-customer = Customer
contact-set-customer = Mark as customer
contact-unset-customer = No longer a customer
contact-open = { $count ->
    [one] { $count } open
   *[other] { $count } open
    }
contact-deals = Deals
contact-deals-none = No deals
act-call = Call
act-write = Write
people-add = Add person
people-none = Nobody yet
related-title = Related organizations
related-children = Below it

## Keys
key-new-contact = New contact
