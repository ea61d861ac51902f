### 拒绝与失败。

## What may happen anywhere
error-internal = 内部出错。没有更改任何内容。
error-unreachable = 程序核心没有响应
error-unknown_command = 此版本不支持该操作
error-bad_input = 窗口与核心版本不一致
error-closing = 程序正在关闭
error-cancelled = 已取消。没有更改任何内容。
error-superseded = 已被新的请求取代
error-missing = 此记录已不存在：{ $kind }
error-nothing_selected = 没有选择任何内容
error-sample_loaded = 已有示例数据
error-no_sample = 没有示例数据

## Values
error-invalid = 此值不合适：{ $field }
error-required = 请填写：{ $field }
error-too_long = 太长：{ $field }。最多 { $max } 个字符。
error-out_of_range = { $field }：应在 { $min } 与 { $max } 之间
error-over_limit = 超出限制：{ $field }。上限为 { $max }。
error-over_list_limit = 一次最多 { $max } 个商机；已选 { $count } 个
error-name_taken = “{ $name }”已存在

## Filters
error-filter_unknown = 此筛选使用的字段已不存在：{ $name }。请删除该条件。
error-filter_operator = 此字段不能这样比较：{ $field }。请选择其他比较方式。
error-filter_values = 条件不完整：{ $field }。请填写其值。
error-filter_value = 此值不适合该条件：{ $field }。请重新选择。
error-filter_group = 列表不能按 { $name } 分组。请选择其他字段。
error-filter_formula = “{ $field }”目前无法计算。请在设置中修正其公式，或去掉该条件。
error-filter_file_unreadable = 此文件中没有可读取的收藏。请选择本程序保存的文件。
error-filter_file_foreign = 此文件不是收藏文件。请选择本程序保存的文件。
error-filter_file_newer = 这些收藏由较新的版本保存（{ $found }；本版本识别 { $known }）
error-filter_file_entry = 无法读取此文件中的收藏“{ $name }”。未导入任何内容。

## Deals and leads
error-not_open = “{ $name }”已结束：重新打开后才能移动
error-in_trash = “{ $name }”在回收站中：请先还原
error-archived = “{ $name }”已归档：请先取消归档
error-already_won = “{ $name }”已赢单
error-already_lost = “{ $name }”已丢单
error-already_ended = “{ $name }”已结束
error-not_lost = “{ $name }”没有丢单
error-not_ended = “{ $name }”既未赢单也未关闭
error-end_first = 只有已结束的商机才能移入回收站：{ $name }
error-won_not_converted = 已赢单的商机不能转为线索：{ $name }
error-leads_off = 线索已在设置中关闭
error-skip_not_allowed = 此销售管道不允许跳过阶段
error-first_stage_only = 商机须从该销售管道的第一个阶段开始
error-source_given = “{ $name }”由转换自动使用，不能更改
error-already_started = 已开始的商机不能退回未开始
error-quote_required = 此阶段需要先有报价
error-not_deleted = “{ $name }”不在回收站中
error-still_needed = { $count ->
   *[other] 其他记录仍需要，予以保留：{ $name }
    }
error-not_archived = “{ $name }”没有归档
error-already_converted = “{ $name }”已转为商机
error-convert_off = 已关闭“转为线索”：请到“设置”中的“防误删”开启
error-delete_off = 已关闭删除：请到“设置”中的“防误删”开启
error-batch_delete_off = 已关闭批量删除：请到“设置”中的“防误删”开启
error-merge_off = 已关闭合并：请到“设置”中的“防误删”开启
error-mass_restore_off = 已关闭批量恢复：请到“设置”中的“防误删”开启
error-not_on_board = “{ $name }”不在任何看板上
error-place_gone = 相邻的卡片已移动：{ $name }

## Lists
error-in_use = { $name } 仍在 { $count } 处使用：{ $names }
error-in_use-plain = { $name } 仍在使用（{ $count }）
error-last_pipeline = “{ $name }”是唯一的销售管道
error-last_stage = “{ $name }”是唯一的阶段

## Undo
error-changed_since = 无法撤销，{ $count } 条记录此后已更改：{ $names }
error-changed_since-plain = 无法撤销：此后已更改
error-nothing_to_undo = 没有可撤销的操作
error-nothing_to_redo = 没有可重做的操作
error-undo_other_version = 由其他版本的程序所做，已无法撤销
error-redacted = 此步骤涉及的部分内容已永久删除，无法再撤销
error-not_applied = 此操作已被撤销

## The file
error-disk_full = 磁盘已满。没有更改任何内容。
error-cannot_write = 无法写入文件
error-file_busy = 文件正被其他程序使用
error-damaged_file = 文件已损坏
error-foreign_file = 此文件不属于本程序
error-newer_file = 此文件由更新的版本创建（{ $found }；当前版本支持 { $known }）

error-field_value = { $type ->
    [number] “{ $name }”需要一个数字
    [money] “{ $name }”需要带货币的金额
    [date] “{ $name }”需要一个存在的日期
    [date_range] “{ $name }”需要两个日期，先早后晚
    [time] “{ $name }”需要一个时间，例如 14:30
    [time_range] “{ $name }”需要同一天的两个时间，先早后晚
    [yes_no] “{ $name }”需要是或否
    [choice] “{ $name }”需要其中一个选项
    [choices] “{ $name }”只接受自己的选项
    [url] “{ $name }”需要一个网址
    [email] “{ $name }”需要一个邮箱地址
   *[other] 此值不合适：{ $name }
}
error-values_do_not_convert = “{ $name }”的 { $total } 个值中有 { $count } 个不适合新类型，例如“{ $example }”。请先修改或清空。

## Formulas
error-field_computed = “{ $name }”由公式计算，不能写入
error-formula_kind_stays = “{ $name }”：字段是否由公式计算在创建时就已确定。请新建一个字段。
error-formula_syntax = 这里不应出现：{ $near }
error-formula_end = 结尾处缺少内容
error-formula_word = 这里不认识“{ $name }”。字段写在方括号里，文本写在引号里。
error-formula_function = 没有名为 { $name } 的函数
error-formula_arguments = { $name } 需要 { $max ->
    [0] 0 个值
   *[other] { $min ->
        [1] { $max ->
            [1] 1 个值
           *[other] 1 到 { $max } 个值
            }
       *[other] { $min } 到 { $max } 个值
        }
    }
error-formula_field = 这里没有字段“{ $name }”
error-formula_field_gone = 它使用的字段已被删除
error-formula_field_kind = “{ $field }”不能用于计算
error-formula_type = { $expected ->
    [number] 这里需要数字
    [text] 这里需要文本
    [date] 这里需要日期
    [yes_no] 这里需要条件
   *[money] 这里需要金额
    }，而不是{ $found ->
    [number] 数字
    [text] 文本
    [date] 日期
    [yes_no] 条件
   *[money] 金额
    }
error-formula_day = “{ $text }”不是日期：请写成 2026-12-31
error-formula_choice = “{ $field }”只能是：{ $choices }
error-formula_too_large = 公式过长，或相互嵌套的公式过多
error-formula_cycle = 形成了循环：“{ $field }”需要这个公式
error-formula_broken = 请先修正“{ $field }”的公式

## Files
error-not_a_mail = “{ $name }”不是邮件：请在邮件程序中另存为 .eml
error-mail_there = “{ $name }”已经在这里
error-attachment_too_large = “{ $name }”超过 { $max } MB
error-attachment_unreadable = 无法读取“{ $name }”。它是文件吗，是否仍在原处？
error-file_gone = “{ $name }”的内容已不在数据文件夹中
