### Lists of records, and the panel that narrows, groups and orders them.
nav-list = 商机列表
view-as = 显示方式
view-board = 看板
view-list = 列表
view-pane = 列表与联系人
list-all-pipelines = 全部销售管道
list-search = 搜索
list-back = 返回“{ $page }”
list-empty-deal = 还没有商机
list-empty-lead = 还没有线索
list-empty-person = 还没有联系人
list-empty-organization = 还没有组织
list-none-found = 没有符合的记录
list-none-text = 筛选后没有可显示的记录。请去掉一个条件，或显示全部。
list-show-all = 显示全部
list-stale = 未能重新读取列表
list-follow = 合计随筛选变化
list-sum = 合计
list-weighted = 加权
list-count = { $count } 条记录
list-unit-deal = { $count ->
    [one] 个商机
   *[other] 个商机
    }
list-unit-lead = { $count ->
    [one] 条线索
   *[other] 条线索
    }
list-unit-person = { $count ->
    [one] 位联系人
   *[other] 位联系人
    }
list-unit-organization = { $count ->
    [one] 个组织
   *[other] 个组织
    }
list-tick = 选择“{ $name }”
list-tick-all = 选择全部 { $count } 行
list-select-all = { $count ->
    [one] 选择 { $shown } 条
   *[other] 选择全部 { $shown } 条
    }
list-select-first = 选择前 { $most } 条（共 { $shown } 条）
list-select-most = 共 { $shown } 条，一次最多 { $most } 条
list-sort-by = 按{ $name }排序。按住 Shift：再按此排序
list-width-of = { $name }的宽度
list-more = 此列表的更多操作

## Panel
panel-open = 筛选、分组、收藏
panel-name = 搜索选项
panel-filters = 筛选
panel-groups = 分组方式
panel-favourites = 收藏
panel-custom = 添加自定义筛选
group-none = 不分组
group-period = { $name }，按{ $period }
group-more = 更多字段
group-by-period = 按{ $period }
group-stretches = { $name }的分组方式
group-in-list = 分组在列表中显示。
group-fold-all = 折叠全部分组
group-unfold-all = 展开全部分组
group-first = 仅显示前 { $count } 个分组；缩小列表范围即可查看其余分组
group-no-value = 无{ $name }
grain-day = 日
grain-week = 周
grain-month = 月
grain-quarter = 季度
grain-year = 年
quarter-of = { $year } 年第 { $quarter } 季度
week-from = { $day }起的一周
chip-any = 任一：{ $words }
chip-or = 或
field-gone = 已不存在
condition-plain = { $field }{ $operator }
condition-value = { $field }{ $operator } { $value }
condition-days = { $field }：{ $days }
favourite-default = 默认
favourite-make-default = 默认显示
favourite-no-default = 不再默认显示
favourite-rename = 重命名
favourite-update = 替换为当前搜索
favourite-save = 保存当前搜索
favourite-name = 搜索名称
favourite-unnamed = 请填写名称
favourite-none = 保存的搜索会出现在这里。
favourite-export = 保存到文件
favourite-export-all = 全部保存到文件
favourite-import = 从文件导入
favourite-deleted = 已删除“{ $name }”
favourite-exported = 已将 { $count } 个搜索保存到文件
favourite-imported = { $count ->
    [0] 文件中的搜索均已存在
   *[other] 已导入 { $count } 个搜索
    }

## Ready filters
preset-mine-deal = 我的商机
preset-mine-lead = 收件箱
preset-open = 进行中
preset-won = 赢单
preset-lost = 丢单
preset-lost-lead = 丢单
preset-closed = 无结果关闭
preset-archived = 已归档
preset-archived-lead = 已归档
preset-deleted = 在回收站
preset-rotting = 停滞
preset-activity_late = 活动已逾期
preset-activity_today = 今天有活动
preset-activity_future = 已有计划
preset-activity_none = 无下一步
preset-created = { $period }创建
preset-ended = { $period }结束
preset-customers = 客户
preset-open_deals = 有进行中的商机
preset-unseen = 未读

## Builder of filters
builder-title = 自定义筛选
builder-show-deal = 显示符合以下
builder-show-lead = 显示符合以下
builder-show-person = 显示符合以下
builder-show-organization = 显示符合以下
builder-match = 需符合几项
builder-all = 全部
builder-any = 任一
builder-of-these = 条件的记录
builder-group-all-first = 以下条件须全部符合
builder-group-any-first = 以下条件须符合任一
builder-group-all-then = 并且以下须全部符合
builder-group-any-then = 并且以下须符合任一
builder-condition = 条件
builder-group = 条件组
builder-field = 字段
builder-operator = 比较方式
builder-value = 值
builder-remove = 移除此条件
builder-add-value = 添加
builder-from = 从
builder-to = 到
builder-days = 天数
builder-unfinished = 请填完已开始的条件，或将其移除。
builder-apply = 应用
builder-found-deal = { $count } 个商机符合
builder-found-lead = { $count } 条线索符合
builder-found-person = { $count } 位联系人符合
builder-found-organization = { $count } 个组织符合
builder-found-sum = { $found }，{ $sum }
op-eq = 是
op-ne = 不是
op-in = 属于
op-not_in = 不属于
op-contains = 包含
op-not_contains = 不包含
op-starts_with = 开头是
op-lt = 小于
op-le = 至多
op-gt = 大于
op-ge = 至少
op-between = 介于
op-is_set = 已填写
op-not_set = 为空
op-in_period = 在
op-day-lt = 早于
op-day-le = 不晚于
op-day-gt = 晚于
op-day-ge = 不早于
op-span-eq = 包含
op-span-ne = 不包含
within-today = 今天
within-yesterday = 昨天
within-tomorrow = 明天
within-this_week = 本周
within-last_week = 上周
within-next_week = 下周
within-this_month = 本月
within-last_month = 上月
within-next_month = 下月
within-this_quarter = 本季度
within-last_quarter = 上季度
within-next_quarter = 下季度
within-this_year = 今年
within-last_year = 去年
within-next_year = 明年
within-any-last_days = 最近若干天
within-any-next_days = 今后若干天
within-before_today = 今天以前
within-after_today = 今天以后
within-last_days = 最近 { $days } 天
within-next_days = 今后 { $days } 天
range-between = { $from } 到 { $to }

## Fields of lists
field-next_activity = 下一步
field-next_due = 下一步日期
field-activity_state = 计划
field-days_in_stage = 阶段天数
field-rotting = 停滞
field-stage_entered_at = 进入阶段
field-created_at = 创建
field-won_at = 赢单日期
field-first_won_at = 首次赢单时间
field-lost_at = 丢单日期
field-closed_at = 无结果关闭日期
field-ended_at = 结束日期
field-archived_at = 归档日期
field-deleted_at = 删除日期
field-last_touched = 最近更改
field-weighted = 加权
field-seen = 已读
field-converted_at = 转换日期
field-open_deals = 进行中的商机
field-won_deals = 赢单数
field-people = 联系人
value-overdue = 已逾期
value-today = 今天
value-later = 已计划
value-missing = 无下一步

## Columns
columns = 列
columns-shown = 显示的列
columns-more = 更多列
columns-find = 查找字段
columns-up = 前移{ $name }
columns-down = 后移{ $name }
columns-narrower = 收窄{ $name }
columns-wider = 加宽{ $name }
columns-own = 用我的列代替收藏中的列
columns-reset = 默认列

## Acts on ticked rows
bulk-actions = 操作
bulk-edit = 编辑字段
bulk-noted = { $act }（{ $note }）
bulk-label = 标签
bulk-label-hint = 为所选行添加标签
bulk-owner-hint = 所选行的负责人
bulk-no-owner = 无人负责
bulk-at-most = 最多 { $count }
bulk-convert = 转为线索
bulk-lost-count = { $count } 个丢单
list-convert-found = 将显示的结果转为线索
list-convert-nothing = 当前没有可转换的记录。
list-leads-off = 线索已在设置中关闭。

## Editing many
edit-title = 编辑 { $count } 条记录
edit-add-field = 添加字段
edit-hint = 只更改这里列出的字段，其余保持不变。
edit-set = 填写
edit-clear = 清空
edit-how = 如何处理{ $name }
edit-labels-add = 添加
edit-labels-remove = 去掉
edit-keep = 保持{ $name }不变
edit-preview = { $count ->
    [0] 没有变化
   *[other] { $count } 条记录会更改
    }
edit-same = { $count } 条已是如此
edit-refused = { $count } 条不能更改
edit-apply = 应用

## Keys
key-view-board = 显示看板
key-view-list = 显示列表
key-list-search = 在此列表中搜索
key-panel = 筛选、分组、收藏
key-cell = 编辑该行的字段；Tab 转到下一个
key-bulk-edit = 编辑所选行
key-list-won = 标记为赢单
key-list-lost = 标记为丢单
key-list-delete = 删除
key-list-clear = 清除选择
