### 多条记录合为一条，以及可能相同的记录。
merge-act = 合并
merge-title-deal = 合并 { $count } 个商机
merge-title-lead = 合并 { $count } 条线索
merge-title-organization = 合并 { $count } 个组织
merge-title-person = 合并 { $count } 位联系人
merge-do = 合并
merge-cannot = 这些记录无法合并
merge-stays-head = 保留哪一条？
merge-stays = 保留
merge-result = 合并后
merge-leave-out = 移出 { $name }
merge-take = { $field }：{ $value }（来自 { $from }）
merge-together = 全部合在一起
merge-nothing = 空
merge-cleared = 已清除
merge-by-stage = 按阶段
merge-show-same = 显示 { $count } 个相同的字段
merge-hide-same = 隐藏 { $count } 个相同的字段
merge-moves = 移到“{ $name }”：{ $what }
merge-goes = 其余 { $count } 条记录进入回收站。可以撤销，也可以以后拆分。
merge-converts = { $count } 条线索被转换并离开收件箱。可以撤销，也可以以后拆分。
merge-moved-activities = { $count } 项活动
merge-moved-notes = { $count } 条备注
merge-moved-files = { $count } 个文件
merge-moved-messages = { $count } 封邮件
merge-moved-deals = { $count } 个商机
merge-moved-leads = { $count } 条线索
merge-moved-people = { $count } 位联系人
merge-moved-children = { $count } 个下级组织
merge-moved-external_ids = { $count } 个外部系统编号
merge-separate = 保持分开
merge-separate-hint = 它们不是同一条：不再显示为相似记录
merge-split = 拆分
merge-split-hint = 拆开这次合并：未改动的内容回到原处
merge-part-of = 已并入
merge-happened = 与 { $count } 条记录合并
merge-in-trash = 属于 { $name }

## 相似记录
similar-count = { $count } 条相似
similar-already = 已有 { $count } 条相似的记录
similar-mail = 邮箱相同
similar-phone = 电话相同
similar-contact = 联系人相同
similar-name = 名称相同

## 历史记录与拒绝原因
change-merge_records = { $of ->
    [deals] { $count } 个商机已并入“{ $name }”
    [leads] { $count } 条线索已并入“{ $name }”
    [organizations] { $count } 个组织已并入“{ $name }”
   *[people] { $count } 位联系人已并入“{ $name }”
    }
change-split_merge = { $kept ->
    [0] “{ $name }”已拆分为 { $count } 条记录
   *[other] “{ $name }”已拆分为 { $count } 条记录；之后改动的内容保持不变（{ $kept }）
    }
change-keep_separate = { $count ->
    [2] “{ $name }”与另一条记录保持分开
   *[other] “{ $name }”与 { $count } 条记录保持分开
    }
error-merge_count = 一次合并 { $min } 到 { $max } 条记录；已选择 { $count } 条
error-won_not_merged = 已赢单的商机各是一笔成交，不能合并：{ $name }
error-not_merged = “{ $name }”没有被合并
error-merged_since = “{ $name }”后来并入了“{ $into }”：请先拆分那一次
error-merge_forgotten = 历史记录已不知道“{ $name }”是如何合并的：请改为从回收站还原
field-address = 地址
field-head = 保留的记录
