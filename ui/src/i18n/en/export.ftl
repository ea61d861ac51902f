# Lists and tables as files.
export-act = Export
export-list = Export this list
export-as-csv = Export as CSV
export-as-xlsx = Export as Excel
export-list-as-csv = Export this list as CSV
export-list-as-xlsx = Export this list as Excel
export-everything = Export everything to Excel
export-everything-hint = All deals, leads, people and organizations that are not in the trash, with every field, a sheet each.
export-pick = Save the export
export-kind-csv = CSV table
export-kind-xlsx = Excel workbook
export-list-deal = Deals
export-list-lead = Leads
export-list-person = People
export-list-organization = Organizations
export-currency = { $name } (currency)
export-running = Writing { $name }
job-wrote = { $name }: { $shown } { $count ->
    [one] row
   *[other] rows
  } written
export-cut = { $shown } { $count ->
    [one] text was
   *[other] texts were
  } too long for a cell and shortened
export-show = Show file
export-one = One export at a time. The one under way can be stopped.
export-cancelled = Export stopped. No file was written.
error-export_gone = Choose again where the export shall go
error-export_inside_data = { $name } cannot be written among the data of Satchel. Choose another folder.
error-export_not_a_file = { $name } is not the name of a file
error-export_no_folder = The folder for { $name } does not exist
error-export_forbidden = { $name } may not be written there. Choose another folder.
error-export_busy = { $name } is open in another program. Close it there, or choose another name.
error-export_too_many_rows = { $count } rows are more than a sheet takes ({ $max }). Export as CSV, or filter the list.
error-export_no_list = There is no list { $name }
error-export_no_format = { $name } has to end in .csv or .xlsx
error-satchel_id_unknown = No record outside the trash has the Satchel ID { $value }
