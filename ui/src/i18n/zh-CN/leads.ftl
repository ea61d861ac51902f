### 线索收件箱。
leads-count = { $count } 条线索
leads-count-of = { $shown } / { $all } 条
leads-parked = { $count } · 暂存 { $sum }
leads-sum = { $count } · { $sum }
leads-search = 搜索线索
leads-show = 显示
leads-box-inbox = 收件箱
leads-box-lost = 已丢失
leads-box-archived = 已归档
leads-order = 排序
leads-order-by = 排序：{ $order }
leads-sort-urgency = 紧急程度
leads-sort-newest = 最新
leads-sort-value = 金额
leads-sort-title = 标题
leads-empty = 没有线索
leads-empty-text = 用“移至”把商机暂存到这里，或按 N 新建线索。
leads-pick = 选择一条线索查看
leads-none-found = 没有匹配的线索
leads-hidden = 筛选隐藏了 { $count } 条线索

## One lead
lead-new = 新建线索
lead-create = 创建线索
lead-pane = 线索
lead-side = 联系人与详情
lead-unseen = 未读
lead-nobody = 未指定联系人
lead-source-day = { $source }，{ $day }
mark-next = { $kind }：{ $subject }，{ $when }
lead-not-read = 无法读取此线索
lead-gone = 此线索已不存在
lead-upcoming = 即将进行的活动
lead-next-contact = 下次联系
lead-nothing-planned = 没有计划
lead-no-probability = 未估计
lead-archived = 已归档
lead-in-trash = 在回收站中
lead-in-trash-text = 此线索在回收站中：可以查看，不能修改。
lead-status-lost = 已丢失
lead-status-converted = 已转换
lead-from-deal-near = { $day } { $time }由商机转成
lead-from-deal-on = { $day } { $time }由商机转成
lead-lost = 丢失
lead-mark-lost = 标记为丢失
lead-lost-hint = 标记为丢失 (L)
lead-lost-near = { $day }丢失
lead-lost-on = { $day }丢失
lead-from-deal-plain = 由商机转成
lead-deal-gone = （“{ $name }”，已不存在）
lead-view-deal = 查看商机
lead-became-deal = 已成为商机
ribbon-lead-lost = 丢失
ribbon-lead-lost-says = 此线索已丢失

## Conversion
lead-convert = 转为商机
lead-convert-merge = 转为商机并合并
lead-convert-hint = 转为商机 (C)
lead-convert-title = 将 { $count } 条线索转为商机
lead-convert-text = 字段、标签和未完成的活动会一并转移；备注和邮件两边都能看到。
lead-convert-customer = 客户
lead-convert-keep = 沿用线索上的客户
lead-convert-keep-who = 沿用线索上的客户：{ $who }
lead-convert-link = 选择或新建
lead-convert-skip = 暂不指定
lead-convert-left-out = { $count } 条线索未包含
convert-strict = 此销售管道从第一个阶段开始

## Keys
key-new-lead = 新建线索
key-convert = 转为商机
key-filter = 在列表中搜索

lead-alone = 线索
leads-off-title = 线索已关闭
leads-off-text = 此线索仍可查看。如需恢复线索箱并将线索转为商机，请在设置中开启线索。
leads-off-settings = 打开设置
