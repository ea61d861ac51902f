### Several records become one, and records that may be the same.
merge-act = Merge
merge-title-deal = Merge { $count } deals
merge-title-lead = Merge { $count } leads
merge-title-organization = Merge { $count } organizations
merge-title-person = Merge { $count } people
merge-do = Merge
merge-cannot = These cannot be merged
merge-stays-head = Which one stays?
merge-stays = Stays
merge-result = Becomes
merge-leave-out = Leave out { $name }
merge-take = { $field }: { $value } (from { $from })
merge-together = All together
merge-nothing = Empty
merge-cleared = Cleared
merge-by-stage = By the stage
merge-show-same = { $count ->
    [one] Show { $count } field that is the same in all
   *[other] Show { $count } fields that are the same in all
    }
merge-hide-same = { $count ->
    [one] Hide { $count } field that is the same in all
   *[other] Hide { $count } fields that are the same in all
    }
merge-moves = Moves to “{ $name }”: { $what }
merge-goes = { $count ->
    [one] The other record goes to the trash. It can be undone, or split later.
   *[other] The { $count } other records go to the trash. It can be undone, or split later.
    }
merge-converts = { $count ->
    [one] The lead is converted and leaves the inbox. It can be undone, or split later.
   *[other] { $count } leads are converted and leave the inbox. It can be undone, or split later.
    }
merge-moved-activities = { $count ->
    [one] { $count } activity
   *[other] { $count } activities
    }
merge-moved-notes = { $count ->
    [one] { $count } note
   *[other] { $count } notes
    }
merge-moved-files = { $count ->
    [one] { $count } file
   *[other] { $count } files
    }
merge-moved-messages = { $count ->
    [one] { $count } mail
   *[other] { $count } mails
    }
merge-moved-deals = { $count ->
    [one] { $count } deal
   *[other] { $count } deals
    }
merge-moved-leads = { $count ->
    [one] { $count } lead
   *[other] { $count } leads
    }
merge-moved-people = { $count ->
    [one] { $count } person
   *[other] { $count } people
    }
merge-moved-children = { $count ->
    [one] { $count } organization below
   *[other] { $count } organizations below
    }
merge-moved-external_ids = { $count ->
    [one] { $count } key of another system
   *[other] { $count } keys of other systems
    }
merge-separate = Keep separate
merge-separate-hint = These are not the same: do not show them as similar any more
merge-split = Split
merge-split-hint = Take the merge apart: what still is as it was goes back to where it was
merge-part-of = Merged into
merge-happened = { $count ->
    [one] Merged with another record
   *[other] Merged with { $count } records
    }
merge-in-trash = Part of { $name }

## Similar records
similar-count = { $count ->
    [one] { $count } similar
   *[other] { $count } similar
    }
similar-already = { $count ->
    [one] Something like this is already there
   *[other] { $count } like this are already there
    }
similar-mail = same e-mail
similar-phone = same telephone
similar-contact = same contact
similar-name = same name

## In history, and when it is refused
change-merge_records = { $of ->
    [deals] { $count } deals merged into “{ $name }”
    [leads] { $count } leads merged into “{ $name }”
    [organizations] { $count } organizations merged into “{ $name }”
   *[people] { $count } people merged into “{ $name }”
    }
change-split_merge = { $kept ->
    [0] “{ $name }” split into { $count } records
   *[other] “{ $name }” split into { $count } records; what changed since stays ({ $kept })
    }
change-keep_separate = { $count ->
    [2] “{ $name }” and another record kept separate
   *[other] “{ $name }” and { $count } records kept separate
    }
error-merge_count = Merge { $min } to { $max } records at once; { $count } are selected
error-won_not_merged = Won deals are not merged, each is a sale of its own: { $name }
error-not_merged = “{ $name }” was not merged
error-merged_since = “{ $name }” was merged into “{ $into }” since: split that one first
error-merge_forgotten = The history no longer knows how “{ $name }” was merged: recover it from the trash instead
field-address = Address
field-head = Record that stays
