### 看板：列、卡片、投放区、选择，以及结果之前的询问。

## Bar over the board
board-of = “{ $name }”看板
board-switch = 选择销售管道
board-edit-stages = 编辑阶段
board-none = 还没有商机
board-new = 新建商机
deal-create = 创建商机
board-add = 在列中添加商机
board-look = 排序与密度
board-reload = 重新读取
board-stale = 看板未能重新读取
board-show-lost = 显示丢单商机
board-show-won = 显示赢单商机
board-count-open = { $count } 个进行中
board-count-won = { $count } 个赢单
board-count-lost = { $count } 个丢单
board-count-closed = { $count } 个无结果关闭
board-count-all = { $count } 个商机
density = 密度
sort-by = 排序方式
sort-hand = 手动
sort-urgency = 紧急程度
sort-value = 金额
sort-date = 预计成交
sort-title = 标题
sorted-hand = 手动顺序
sorted-urgency = 紧急程度
sorted-value = 金额
sorted-date = 预计成交
sorted-title = 标题

## Filter
narrow-needs-action = 需要跟进
narrow-text = “{ $text }”
narrow-clear = 清除筛选

## Column
col-not-started = 未开始
col-add = 添加商机
col-add-in = 在“{ $name }”添加商机
col-more = “{ $name }”的更多操作
col-fold = 折叠此列
col-unfold = 展开
col-weighted = 加权 { $sum }
col-currencies = + { $count } 种货币
col-switch-figure = 切换先显示总额或加权总额
col-hidden = 此阶段有 { $count } 个商机被筛选隐藏
col-hidden-short = 隐藏 { $count } 个
col-hidden-by = { $count } 个商机被隐藏，筛选条件
col-sorted-by = 按{ $by }排序
col-filtered-empty = 此处没有商机
col-drop-here = 拖到这里
col-empty-before = 拖到这里，或按
col-empty-after = 新建商机

## Card
card-rotting = 停滞 { $days } 天
card-ageing = 第 { $days }/{ $limit } 天
card-sample = 示例商机
card-chosen = 已选
card-fact = { $name }：{ $value }
card-title-of = “{ $name }”的标题
card-edit-title = 编辑标题
card-to-top = 移到最上
card-to-bottom = 移到最下
card-plan = 安排活动
card-date = 预计成交日期
card-labels = 标签
act-move = 移至…
act-won = 标记为赢单
act-lost = 标记为丢单
act-close-without = 无结果关闭
act-to-leads = 暂存到线索
act-restore = 恢复
act-reopen = 重新打开
act-on = { $act }：“{ $name }”
act-on-selected = { $act }：已选 { $count } 项
act-on-many = { $act }：{ $count } 个商机

## Adding in a column
quick-placeholder = 恒科热泵 12k 周五
quick-hint = 先写标题，再写金额和日期
quick-more = 更多字段
quick-more-hint = 新商机的全部字段（Ctrl+Enter）
quick-similar = 相似：{ $name }
quick-date = { $count ->
    [one] 预计成交日期
   *[other] { $count } 个商机的预计成交日期
    }
quick-label = { $count ->
    [one] 标签
   *[other] { $count } 个商机的标签
    }
quick-activity = { $count ->
    [one] 安排活动
   *[other] 为 { $count } 个商机安排活动
    }
quick-no-labels = 还没有标签，可在设置中新建。
quick-kind = 类型
quick-subject = 事项
quick-due = 日期

## Empty board
welcome-title = 您的全部商机，都在这台电脑上的同一处。
welcome-add = 添加第一个商机
welcome-import = 导入列表
welcome-sample = 显示示例商机
welcome-sample-hint = 一键即可移除

## Dock and cards in hand
dock-name = 拖到这里结束
dock-lost = 丢单
dock-won = 赢单
dock-move = 移至
dock-part = { $part }/{ $count }
act-left = 其余 { $count } 个保持不变
dock-leads-hint = 时机未到：把 { $count } 个商机暂存到收件箱
hold-cancels = 取消
hold-dock = 到投放区

## Selection
sel-name = 已选商机
sel-count = { $count } 个商机
sel-chosen = { $count ->
   *[other] 项已选
    }
sel-date = 日期
sel-label = 标签
sel-activity = 活动
sel-clear = 清除选择

## Marking as lost
lost-title = { $count ->
    [one] 将“{ $name }”标记为丢单
   *[other] 将 { $count } 个商机标记为丢单
    }
lost-title-leads = { $count ->
    [one] 将“{ $name }”标记为丢失
   *[other] 将 { $count } 条线索标记为丢失
    }
lost-title-delete = { $count ->
    [one] 丢单并删除：“{ $name }”
   *[other] 丢单并删除：{ $count } 个商机
    }
lost-one-of = 第 { $at } 个，共 { $of } 个
lost-leaves = { $sum } 离开管道
lost-reason = 原因
ask-optional = 选填
ask-recommended = 建议填写，有助于报表
ask-note-recommended = 建议填写
ask-required = 必填
ask-missing-reason = 请选择或输入原因
ask-missing-note = 请填写结单备注
ask-no-reason = 报表将按“无原因”统计。
ended-no-reason = 未填写原因
ended-say-why = 填写原因
won-title = { $count ->
    [one] 将“{ $name }”标记为赢单
   *[other] 将 { $count } 个商机标记为赢单
    }
won-note-hint = 靠什么赢下的？
won-actual = 实际成交金额
won-confirm = 标记为赢单
lost-placeholder = 按 1 到 9，或输入文字
lost-did-you-mean = 您是否想选
lost-note = 结单备注
lost-note-hint = 怎样才能赢下它？
lost-same = { $count } 个商机使用同一原因
lost-confirm = 标记为丢单
lost-confirm-delete = 丢单并删除
lost-put-back = 放回 { $count } 张卡片
lost-put-back-key = 放回 { $count } 张卡片（Esc）
lost-cancels = 取消

## Deleting open deals
delete-title = { $count ->
    [one] 删除“{ $name }”
   *[other] 删除 { $count } 个商机
    }
delete-how = { $count ->
    [one] 此商机仍在进行中，要如何结束？
   *[other] 其中有商机仍在进行中，要如何结束？
    }
delete-lost = 丢单并填写原因
delete-closed = 无结果关闭

## Parking as leads
convert-title = { $count ->
    [one] 将“{ $name }”移至线索
   *[other] 将 { $count } 个商机移至线索
    }
convert-what = { $count ->
    [one] 生成字段、标签和联系人相同的线索，商机仍可在回收站中查看。
   *[other] 生成字段、标签和联系人相同的线索，这些商机仍可在回收站中查看。
    }
convert-activities = { $count } 个未完成活动随之转移
convert-notes = { $count } 条备注两边可见
convert-messages = { $count } 封邮件两边可见
convert-staying = { $count } 条历史记录留在商机
convert-formulas = 线索没有公式字段：{ $names } 的值（共 { $count } 项）不会随之转换
convert-formulas-notice = { $names } 的值（共 { $count } 项）不随之转换
convert-left-out = { $count } 个商机未包含
convert-more = 另有 { $count } 个
convert-existing = { $count ->
    [one] “{ $name }”曾是线索，仍在收件箱中
   *[other] 其中 { $count } 个曾是线索，仍在收件箱中
    }
convert-existing-choice = 使用哪条线索
convert-reuse = 沿用原线索
convert-new = 新建一条
convert-silent = 不再询问
convert-over = 已选 { $shown } 个，一次最多 { $most } 个。将按此顺序转换前 { $most } 个。
convert-running = 正在将 { $count } 个商机转为线索
job-show = 查看结果
convert-view = 查看线索

## Choosing where to
pick-title = { $count ->
    [one] 将“{ $name }”移至
   *[other] 将 { $count } 个商机移至
    }
pick-where = 阶段、管道或线索
pick-elsewhere = 看板之外
pick-here = 当前位置
pick-move = 移动

## Said to those who listen
say-lifted = 已拿起“{ $name }”，{ $stage }，第 { $place } 个，共 { $of } 个
say-lifted-many = 已拿起 { $count } 个商机，{ $stage }，第 { $place } 个，共 { $of } 个
say-over = { $stage }，第 { $place } 个，共 { $of } 个
say-over-sorted = { $stage }，按{ $by }排序
say-dropped = { $stage }现有 { $count } 个商机，{ $sum }
say-cancelled = 已取消移动
say-first-stage = 这是第一个阶段
say-last-stage = 这是最后一个阶段
say-sorted = 此列按{ $by }排序

## Keys
key-down = 下一张卡片
key-up = 上一张卡片
key-left = 左边的列
key-right = 右边的列
key-first-card = 第一张卡片
key-last-card = 最后一张卡片
key-page-down = 下一页
key-page-up = 上一页
key-first-column = 第一列
key-last-column = 最后一列
key-column = 按编号跳到列
key-open = 打开
key-edit = 就地编辑标题
key-lift = 拿起卡片
key-menu = 卡片菜单
key-stage-before = 移到上一阶段
key-stage-after = 移到下一阶段
key-place-up = 上移一位
key-place-down = 下移一位
key-toggle = 选中或取消
key-extend-up = 向上扩选
key-extend-down = 向下扩选
key-all = 选中整列
key-clear = 清除选择
key-move = 移至…
key-won = 标记为赢单
key-lost = 标记为丢单
key-delete = 删除
key-new = 在此列新建商机
key-activity = 安排活动
key-date = 预计成交日期
key-needs-action = 只看需要跟进的
key-drop = 放在这里
key-carry-cancel = 放回原处
key-carry-down = 下移一位
key-carry-up = 上移一位
key-carry-left = 左边的列
key-carry-right = 右边的列
key-carry-top = 列的最上方
key-carry-bottom = 列的最下方
key-carry-dock = 到投放区
key-carry-back = 回到列

## After a recovery
left-leads-title = { $count ->
    [one] 线索仍在收件箱
   *[other] { $count } 条线索仍在收件箱
    }
left-leads-text = { $count ->
   *[other] 商机已还原，由它转成的线索也还在收件箱中。
    }
left-leads-keep = { $count ->
   *[other] 保留线索
    }
left-leads-remove = { $count ->
   *[other] 将线索移入回收站
    }
