### First start and the sample strip.
start-line = Every deal you are working on, in one place on this computer.
start-strip = Sample data
start-sample-hint = A made-up pipeline. One click removes it.
start-import = Import a list
start-import-hint = A table from your spreadsheet or another program.
start-empty = Start empty
start-empty-hint = A pipeline with its stages, and no deal yet.
start-sample = Look around with sample data
start-strip-remove = Remove
start-strip-keeps = { $count ->
    [one] { $count } record you worked on stays. Remove the rest?
   *[other] { $count } records you worked on stay. Remove the rest?
    }
