# Lists and tables as files.
export-act = 导出
export-list = 导出此列表
export-as-csv = 导出为 CSV
export-as-xlsx = 导出为 Excel
export-list-as-csv = 将此列表导出为 CSV
export-list-as-xlsx = 将此列表导出为 Excel
export-everything = 全部导出到 Excel
export-everything-hint = 回收站以外的所有商机、线索、联系人和组织及其全部字段，各占一个工作表。
export-pick = 保存导出文件
export-kind-csv = CSV 表格
export-kind-xlsx = Excel 工作簿
export-list-deal = 商机
export-list-lead = 线索
export-list-person = 联系人
export-list-organization = 组织
export-currency = { $name }（货币）
export-running = 正在写入 { $name }
job-wrote = { $name }：已写入 { $shown } { $count ->
   *[other] 行
  }
export-cut = { $shown } { $count ->
   *[other] 段文本超出单元格上限，已截短
  }
export-show = 显示文件
export-one = 一次只能导出一个文件。可以停止正在进行的导出。
export-cancelled = 已停止导出，没有写入任何文件。
error-export_gone = 请重新选择导出位置
error-export_inside_data = { $name } 不能写入 Satchel 的数据目录。请选择其他文件夹。
error-export_not_a_file = { $name } 不是文件名
error-export_no_folder = { $name } 所在的文件夹不存在
error-export_forbidden = { $name } 不能写入该位置。请选择其他文件夹。
error-export_busy = { $name } 已在其他程序中打开。请先关闭，或换一个名称。
error-export_too_many_rows = { $count } 行超出了一个工作表的上限（{ $max }）。请导出为 CSV，或筛选列表。
error-export_no_list = 没有名为 { $name } 的列表
error-export_no_format = { $name } 必须以 .csv 或 .xlsx 结尾
error-satchel_id_unknown = 回收站以外没有 Satchel 编号为 { $value } 的记录
