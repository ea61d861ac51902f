### Reports about what ended.
report-of = Report about
report-of-deals = Deals
report-of-leads = Leads
report-all-pipelines = All pipelines
report-choice = { $label }: { $value }
report-period = Period
report-period-last_twelve_months = Last 12 months
report-period-this_quarter = This quarter
report-period-last_quarter = Last quarter
report-period-this_year = This year
report-period-last_year = Last year
report-period-all = All time
report-period-days = Own period
report-period-choose = Choose days
report-days = Period of the report
field-first_day = First day
field-last_day = Last day
report-days-order = The last day comes before the first. Choose a later one.
report-show = Show
report-span = { $first } – { $last }
report-quarter = Q{ $quarter } { $year }
report-stage-of = { $pipeline }, { $stage }
report-no-reason = Without a reason
report-no-source = Without a source
report-rate = Win rate
report-rate-deals = Win rate
report-rate-leads = Share converted
report-average = average { $rate }
report-no-rate = nothing ended
report-points = { $count ->
    [one] { $change } point
   *[other] { $change } points
    }
report-won-value-deals = Won
report-won-value-leads = Converted
report-lost-value = Lost value
report-lost-count-deals = Lost deals
report-lost-count-leads = Lost leads
report-other-currency = { $count ->
    [one] { $count } in another currency left out
   *[other] { $count } in other currencies left out
    }
report-won-deals = { $count ->
    [one] { $count } won deal
   *[other] { $count } won deals
    }
report-lost-deals = { $count ->
    [one] { $count } lost deal
   *[other] { $count } lost deals
    }
report-won-leads = { $count ->
    [one] { $count } converted lead
   *[other] { $count } converted leads
    }
report-lost-leads = { $count ->
    [one] { $count } lost lead
   *[other] { $count } lost leads
    }
report-won-lost-deals = { $won } won, { $lost } lost
report-won-lost-leads = { $won } converted, { $lost } lost
report-column-won-deals = Won
report-column-won-leads = Converted
report-column-lost-deals = Lost
report-column-lost-leads = Lost
report-reasons = Lost reasons
report-reasons-hint-month = Per month; the last three stand out
report-reasons-hint-quarter = Per quarter; the last three stand out
report-reasons-hint-year = Per year; the last three stand out
report-reason = Lost reason
report-stages = Lost by stage
report-sources = Lost by source
report-values = Value lost per reason
report-blocks = { $name } over time
report-cell = { $name }, { $column }: { $value }
report-rate-mark = { $name }: { $rate }, { $won }, { $lost }
report-when = When
report-total = Total
report-before = Period before
report-before-was = { $count } in the period before
report-same = same
report-up = ▲ { $count }
report-down = ▼ { $count }
report-as-table = Show as table
report-empty-deals = No deal was won or lost in this period
report-empty-leads = No lead was converted or lost in this period
report-empty-text = As soon as something ends, this page shows how often you win, what was lost, where and why.
report-show-all = Show all time
