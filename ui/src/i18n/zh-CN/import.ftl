### 导入向导。

## Steps
import-steps = 导入步骤
import-step-file = 文件
import-step-columns = 列
import-step-check = 检查
import-step-done = 完成
import-sub = { $file } · { $count ->
   *[other] { $rows } 行
    }
import-sub-none = 表格变成记录，随时可撤销
import-nothing-changed = 没有任何更改。
import-progress = { $done } / { $total }
import-phase-reading = 正在读取文件
import-phase-checking = 正在检查各行
import-phase-writing = 正在写入
import-phase-indexing = 正在建立搜索索引
import-phase-finished = 已完成
import-phase-cancelled = 已取消
import-phase-failed = 失败

## File
import-pick = 选择文件
import-pick-other = 换一个文件
import-pick-kind = 表格（CSV、TSV、文本）
import-drop = 把表格拖到这里，或选择文件
import-drop-hint = 来自电子表格或其他软件的 CSV 或文本文件。在您查看每一行之前不会写入任何内容。
import-drop-here = 松开即可导入
import-file-facts = { $count ->
   *[other] { $rows } 行
    }，{ $columns } 列
import-remembered = 您导入过同样列名的文件：已沿用当时的选择。
import-encoding = 编码
import-encoding-guess = 不确定：请查看下方文字是否正确
import-separator = 列分隔符
import-separator-comma = 逗号 ( , )
import-separator-semicolon = 分号 ( ; )
import-separator-tab = 制表符
import-separator-bar = 竖线 ( | )
import-separator-other = 符号“{ $sign }”
import-detected = 自动识别：{ $what }
import-header = 第一行
import-header-yes = 是列名
import-header-no = 已是数据
import-glimpse = 文件的前几个值
import-entity = 文件中的每一行是什么？
import-entity-deal = 商机
import-entity-lead = 线索
import-entity-organization = 组织
import-entity-person = 联系人
import-entity-product = 产品
import-entity-colleague = 同事

## Columns
import-columns = 文件中的列
import-col-name = 列
import-col-samples = 值
import-col-target = 填入
import-target-of = “{ $name }”填入
import-target-ignore = 不导入
import-target-new = 新建字段“{ $name }”
import-new-name = 新字段名称
import-new-kind = 新字段类型
import-filled = { $filled } / { $rows } 有值
import-kind-text = 文本
import-kind-integer = 整数
import-kind-amount = 金额
import-kind-date = 日期
import-kind-email = 邮箱
import-kind-phone = 电话
import-kind-yes_no = 是或否
import-kind-choice = 少数几种值
import-kind-unique = 各不相同
import-kind-empty = 空
import-ambiguous-day = 日在前还是月在前？文件两者皆可。
import-ambiguous-number = 最后的符号是小数点吗？文件两者皆可。
import-undecided = { $count ->
    [one] “{ $column }”有两种读法：请选择一种
   *[other] { $count } 列有两种读法：请从“{ $column }”开始选择
    }
import-no-title = 请选择为每行命名的列，或组合一个标题
import-format-of = “{ $name }”的日期写法
import-format-auto = 按识别结果
import-format-day_first = 日在前
import-format-month_first = 月在前
import-format-year_first = 年在前
import-format-excel1900 = 自 1900 年起的天数
import-format-excel1904 = 自 1904 年起的天数
import-mark-of = “{ $name }”的小数点
import-mark-point = 1,234.56
import-mark-comma = 1.234,56
import-unit-of = “{ $name }”中 1 的含义
import-unit-one = 原值
import-unit-thousand = 千
import-unit-million = 百万
import-unit-percent = 百分比
import-unit-fraction = 小数比例
import-values-of = “{ $name }”各值的含义
import-value-of = “{ $value }”的含义
import-value-as-is = 原样
import-value-stage = 阶段 { $name }
import-value-new-stage = 新建阶段“{ $name }”
import-value-status = 状态 { $name }
import-value-empty = 视为空
import-times = { $times } 次
import-title = 标题
import-name = 名称
import-title-given = 由“{ $column }”提供。
import-title-compose = 由各列组合
import-title-placeholder = 文字与列
import-title-hint = 空的部分连同分隔符一起省略。
import-title-example = 例如：{ $example }
import-title-add = 插入“{ $column }”
import-assumed = 适用于每一行
import-currency = 金额的货币
import-currency-hint = 没有列说明货币。
import-names = 名称
import-names-hint = 各行会提到其他记录。遇到未知名称时怎么办？
import-names-stage = 阶段
import-names-product = 产品
import-names-organization = 组织
import-names-person = 联系人
import-names-colleague = 同事
import-names-source = 来源
import-names-label = 标签
import-names-close_reason = 关闭原因
import-names-exact = 仅限完全一致的写法
import-unknown-create = 新建
import-unknown-leave_empty = 留空
import-unknown-refuse = 拒绝该行
import-update = 更新
import-identity = 每行更新相同以下内容的记录
import-identity-external_id = 外部编号
import-identity-satchel_id = Satchel 编号
import-identity-name = 名称
import-identity-email = 邮箱
import-identity-nothing = 无：总是新建
import-identity-external_id-hint = 再次导入同一文件不会产生变化。
import-identity-satchel_id-hint = 只有导出后在文件中改过的内容才会更新。编号不存在的行会被拒绝。
import-identity-name-hint = 同名记录无法区分。
import-identity-email-hint = 没有邮箱的行将新建记录。
import-identity-nothing-hint = 再次导入同一文件会产生重复记录。
import-system = 编号来自哪个软件
import-system-hint = 两个软件的相同编号视为两条记录。
import-empty-cells = 空单元格
import-empty-keep = 保留原值
import-empty-clear = 清空

## Fields a column can fill
import-field-external_id = 外部编号
import-field-satchel_id = Satchel 编号
import-field-title = 标题
import-field-name = 名称
import-field-pipeline = 销售管道
import-field-stage = 阶段
import-field-status = 状态
import-field-value = 金额
import-field-actual_value = 成交金额
import-field-currency = 货币
import-field-probability = 概率
import-field-expected_close = 预计成交
import-field-started_on = 开始日期
import-field-ended_on = 结束日期
import-field-organization = 组织
import-field-person = 联系人
import-field-owner = 负责同事
import-field-converted_by = 转换人
import-field-next_contact_by = 下次联系人
import-field-source = 来源
import-field-product = 产品
import-field-labels = 标签
import-field-close_reason = 关闭原因
import-field-note = 备注
import-field-parent = 上级组织
import-field-industry = 行业
import-field-website = 网站
import-field-phone = 电话
import-field-mobile = 手机
import-field-email = 邮箱
import-field-street = 街道
import-field-postcode = 邮编
import-field-city = 城市
import-field-region = 省／州
import-field-country = 国家
import-field-employees = 员工人数
import-field-annual_revenue = 年营收
import-field-founded_year = 成立年份
import-field-job_title = 职位
import-field-code = 代码
import-field-series = 系列
import-field-price = 价格
import-field-manager = 上级
import-field-office = 办事处

## Check
import-filter = 按结果筛选各行
import-all = 全部行
import-outcome-create = 新建
import-outcome-update = 更新
import-outcome-unchanged = 无变化
import-outcome-refuse = 拒绝
import-result-create = 已新建
import-result-update = 已更新
import-result-unchanged = 无变化
import-result-refuse = 未导入
import-rows = 文件的各行
import-row-detail = 第 { $row } 行详情
import-side = 同时新建
import-side-done = 同时新建了
import-side-organization = { $count ->
   *[other] 个组织
    }
import-side-person = { $count ->
   *[other] 个联系人
    }
import-side-product = { $count ->
   *[other] 个产品
    }
import-side-colleague = { $count ->
   *[other] 个同事
    }
import-side-stage = { $count ->
   *[other] 个阶段
    }
import-side-pipeline = { $count ->
   *[other] 个销售管道
    }
import-side-source = { $count ->
   *[other] 个来源
    }
import-side-label = { $count ->
   *[other] 个标签
    }
import-side-close_reason = { $count ->
   *[other] 个关闭原因
    }
import-side-custom_field = { $count ->
   *[other] 个自定义字段
    }
import-side-note = { $count ->
   *[other] 条备注
    }
import-blocked = 这些选择与文件不符
import-to-columns = 修改列
import-nothing-to-do = 没有可写入的内容：没有任何行会新建或修改记录
import-refused-stay = { $count ->
   *[other] { $rows } 行被拒绝，不会导入
    }
import-run = { $count ->
   *[other] 导入 { $rows } 行
    }
import-at = { $place }：{ $text }
import-with-value = “{ $value }”：{ $text }
import-at-both = 第 { $row } 行，“{ $column }”
import-at-row = 第 { $row } 行
import-at-column = “{ $column }”列

## Done
import-done = { $count ->
   *[other] 已导入 { $rows } 行
    }
change-import = 已导入“{ $name }”：新建 { $create } 条，更新 { $update } 条
import-undone = 导入已撤销
import-undone-hint = 所有记录均恢复原状。
import-took = 用时 { $seconds } 秒
import-open-board = 打开看板
import-open-leads = 打开线索
import-open-contacts = 打开通讯录
import-undo = 撤销导入
import-again = 导入另一个文件
import-refused = { $count ->
   *[other] { $rows } 行未导入
    }
import-refused-first = 仅列出前 { $rows } 行。

## Why a file, a mapping or a row is refused
error-file_unreadable = 无法读取此文件。请确认文件仍在，且您有权打开。
error-file_too_large = 文件过大。请拆分后分别导入。
error-file_empty = 此文件中没有数据行
error-not_a_text_file = 这不是文本表格。请在原软件中另存为 CSV。
error-unknown_encoding = 未知的编码
error-bad_delimiter = 分隔符必须是一个符号，不能是字母、数字或引号
error-nul_byte = 文本含有零字节：请更换编码，或文件已损坏
error-too_many_columns = 某行的列数过多
error-field_too_long = 某个单元格过长
error-unclosed_quote = 引号没有闭合
error-mapping_refused = 这些选择与文件不符
error-file_changed = 文件在打开后已被修改。请重新选择。
error-import_gone = 此次导入已关闭。请重新选择文件。
error-mapping_version_unknown = 这些选择由更新的版本保存
error-mapping_unreadable = 无法读取这些选择
error-column_missing = 文件中没有此列
error-target_twice = 另一列填入了同一字段
error-field_not_of_entity = 此类记录没有该字段
error-title_not_mapped = 没有任何内容为各行命名：请选择列或组合标题
error-bad_template = 组合标题的花括号未闭合或未引用任何列
error-custom_field_missing = 该自定义字段已不存在
error-custom_field_unnamed = 新字段需要名称
error-custom_field_computed = 该字段由公式计算，不能由列填充
error-identity_not_mapped = 没有列填入用于识别记录的字段
error-too_many_cells = 单元格多于列数
error-undecodable_text = 含有此编码无法解释的字符
error-title_missing = 没有标题或名称
error-identity_missing = 没有可识别记录的内容
error-text_too_long = 文本过长
error-not_a_number = 不是数字
error-misplaced_separator = 千位分隔符位置不对
error-ambiguous_number = 该数字有两种读法
error-not_an_integer = 不是整数
error-negative_number = 小于零
error-currency_missing = 没有货币
error-currency_ambiguous = 该符号对应多种货币
error-currency_mismatch = 金额的货币与该行不一致
error-unknown_currency = 未知的货币
error-not_a_date = 不是日期
error-ambiguous_date = 该日期有两种读法
error-not_a_probability = 不在百分之 0 到 100 之间
error-unknown_status = 未知的状态
error-not_yes_no = 既不是“是”也不是“否”
error-not_a_choice = 不在字段的选项中
error-not_a_time = 不是时间
error-range_backwards = 结束早于开始
error-not_of_field = 此值不适合其字段
error-unknown_name = 没有此名称的记录
error-identity_twice = 文件中更前面的一行是同一条记录：{ $first }
error-parent_below = 按文件中的其他行，该组织会位于自身之下
