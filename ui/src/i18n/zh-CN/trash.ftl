### 回收站。
trash-count = { $count } 条记录
trash-search = 搜索回收站
trash-show = 显示
trash-all = 全部 { $count }
trash-kind-deal = 商机 { $count }
trash-kind-lead = 线索 { $count }
trash-kind-organization = 组织 { $count }
trash-kind-person = 联系人 { $count }
trash-where = 去向
trash-when = 删除时间
trash-deleted = 已删除
trash-is-lead = 现为线索
trash-choose = 选择 { $name }
trash-choose-all = 全选
trash-recover = 还原 { $name }
trash-empty = 回收站是空的
trash-empty-text = 删除的内容会保留在这里，可以查看，随时还原。
trash-none-found = 没有匹配项
trash-empty-text-days = 删除的内容会保留在这里 { $count } 天，期间可以查看。
trash-days-left = { $count ->
    [0] 下次启动时删除
   *[other] 还剩 { $count } 天
    }
trash-empty-it = 清空回收站
trash-end = 永久删除 { $name }
trash-end-chosen = 永久删除
trash-empty-title = 清空回收站？
trash-end-title = { $count ->
    [one] 永久删除“{ $name }”？
   *[other] 永久删除 { $count } 条记录？
    }
trash-end-what = { $count ->
    [0] 回收站里没有内容。
   *[other] 将删除 { $shown } 条记录，以及其备注、邮件、活动和历史。
    }
trash-end-final = 此操作无法撤销：Ctrl+Z 和历史记录都无法找回，历史记录也不再保留其内容。
trash-end-copies = 您以前备份的数据副本仍保留原有内容。
trash-end-sure = 我知道删除后无法找回
trash-end-kept = { $count ->
   *[other] 其他记录仍需要，保留 { $shown } 条：{ $names }。
    }
trash-end-unswept = 文件中的最后痕迹将在下次启动时清除。
