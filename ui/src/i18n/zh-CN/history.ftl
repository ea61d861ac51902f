### 历史记录；change-<label> 为一步操作的名称。
history-close = 关闭 (Esc)
history-not-read = 无法读取历史记录
history-empty = 还没有任何操作
history-empty-text = 每一次更改都会列在这里，并且可以撤销。
history-records = { $count } 条记录
history-job = 自动
history-undone = 已撤销
history-undo-this = 撤销此操作
history-nothing-to-show = 没有更多内容
history-all-records = 显示全部 { $count } 条记录
history-more-records = 仅显示前 200 条记录
keys-history = 历史记录

## Deals
change-create_deal = 新建商机“{ $name }”
change-update_deal = “{ $name }”：已修改{ $field }
change-duplicate_deal = 已复制“{ $name }”
change-move_deals = { $count ->
    [1] 已将“{ $name }”移至{ $stage }
   *[other] 已将 { $count } 个商机移至{ $stage }
    }
change-reorder_deals = { $count ->
    [1] 已调整“{ $name }”的位置
   *[other] 已调整 { $count } 个商机的位置
    }
change-win_deals = { $count ->
    [1] “{ $name }”已赢单
   *[other] { $count } 个商机已赢单
    }
change-lose_deals = { $count ->
    [1] “{ $name }”已标记为丢单
   *[other] { $count } 个商机已标记为丢单
    }
change-close_deals = { $count ->
    [1] “{ $name }”已无结果关闭
   *[other] { $count } 个商机已无结果关闭
    }
change-restore_deals = { $count ->
    [1] 已恢复“{ $name }”
   *[other] 已恢复 { $count } 个商机
    }
change-reopen_deals = { $count ->
    [1] 已重新打开“{ $name }”
   *[other] 已重新打开 { $count } 个商机
    }
change-archive_deals = { $count ->
    [1] 已归档“{ $name }”
   *[other] 已归档 { $count } 个商机
    }
change-unarchive_deals = { $count ->
    [1] 已取消归档“{ $name }”
   *[other] 已取消归档 { $count } 个商机
    }
change-delete_deals = { $count ->
    [1] “{ $name }”已移入回收站
   *[other] { $count } 个商机已移入回收站
    }
change-convert_to_leads = { $count ->
    [1] “{ $name }”已移至线索
   *[other] { $count } 个商机已移至线索
    }
change-convert_to_deals = { $count ->
    [1] “{ $name }”已转为商机
   *[other] { $count } 条线索已转为商机
    }

## Leads
change-create_lead = 新建线索“{ $name }”
change-update_lead = “{ $name }”：已修改{ $field }
change-lose_leads = { $count ->
    [1] “{ $name }”已标记为丢失
   *[other] { $count } 条线索已标记为丢失
    }
change-restore_leads = { $count ->
    [1] 已恢复“{ $name }”
   *[other] 已恢复 { $count } 条线索
    }
change-archive_leads = { $count ->
    [1] 已归档“{ $name }”
   *[other] 已归档 { $count } 条线索
    }
change-unarchive_leads = { $count ->
    [1] 已取消归档“{ $name }”
   *[other] 已取消归档 { $count } 条线索
    }
change-delete_leads = { $count ->
    [1] “{ $name }”已移入回收站
   *[other] { $count } 条线索已移入回收站
    }

## Activities, notes, mails
change-add_activity = { $count ->
    [1] 已安排：{ $name }（{ $on }）
   *[other] 已安排：{ $name }（共 { $count } 条记录）
    }
change-log_activity = { $count ->
    [1] 已记录：{ $name }（{ $on }）
   *[other] 已记录：{ $name }（共 { $count } 条记录）
    }
change-update_activity = 已修改活动“{ $name }”
change-complete_activity = 已完成“{ $name }”
change-reopen_activity = 已重新安排“{ $name }”
change-delete_activity = 已删除活动“{ $name }”
change-add_note = “{ $name }”：新备注
change-update_note = “{ $name }”：备注已修改
change-delete_note = “{ $name }”：备注已删除
change-log_message = “{ $name }”：已记录邮件

## Contacts and the trash
change-create_organization = 新建组织“{ $name }”
change-create_person = 新建联系人“{ $name }”
change-update_organization = “{ $name }”：已修改{ $field }
change-update_person = “{ $name }”：已修改{ $field }
change-delete_contacts = { $count ->
    [1] “{ $name }”已移入回收站
   *[other] { $count } 个联系人或组织已移入回收站
    }
change-empty_trash = 清空回收站：永久删除 { $count } 条记录
change-delete_for_ever = 永久删除 { $count } 条记录
change-purge_trash = 回收站保留期已满：永久删除 { $count } 条记录
change-log_mails = { $count ->
    [one] 已将邮件“{ $name }”记录到“{ $on }”
   *[other] 已将 { $count } 封邮件记录到“{ $on }”
    }
change-add_files = { $count ->
    [one] 已将“{ $name }”添加到“{ $on }”
   *[other] 已将 { $count } 个文件和邮件添加到“{ $on }”
    }
change-remove_attachment = 已移除文件“{ $name }”
change-delete_message = 已从“{ $on }”移除邮件
change-recover = { $count ->
    [1] 已还原“{ $name }”
   *[other] 已还原 { $count } 条记录
    }

## Pipelines and lists
change-create_pipeline = 新建销售管道“{ $name }”
change-update_pipeline = 销售管道“{ $name }”：已修改{ $field }
change-delete_pipeline = 已删除销售管道“{ $name }”
change-create_stage = 新建阶段“{ $name }”
change-update_stage = 阶段“{ $name }”：已修改{ $field }
change-delete_stage = 已删除阶段“{ $name }”
change-create_label = 新建标签“{ $name }”
change-update_label = 已修改标签“{ $name }”
change-delete_label = 已删除标签“{ $name }”
change-set_labels = { $count ->
    [1] “{ $name }”：标签已修改
   *[other] { $count } 条记录：标签已修改
    }
change-bulk_edit = { $count ->
    [1] 已修改“{ $name }”
   *[other] 已一次修改 { $count } 条记录
    }
change-create_reason = 新建关闭原因“{ $name }”
change-update_reason = 已修改关闭原因“{ $name }”
change-move_reason = 已移动关闭原因“{ $name }”
change-delete_reason = 已删除关闭原因“{ $name }”
change-create_colleague = 新建同事“{ $name }”
change-update_colleague = 已修改同事“{ $name }”
change-delete_colleague = 已删除同事“{ $name }”
change-create_source = 新建来源“{ $name }”
change-update_source = 来源已重命名为“{ $name }”
change-delete_source = 已删除来源“{ $name }”
change-create_product = 新建产品“{ $name }”
change-update_product = 已修改产品“{ $name }”
change-delete_product = 已删除产品“{ $name }”
change-create_field = 新建字段“{ $name }”
change-update_field = 已修改字段“{ $name }”
change-delete_field = 已删除字段“{ $name }”
change-update_settings = 设置已修改：{ $field }
## 较长任务的结果
history-actions = 操作
history-jobs = 结果
jobs-empty = 还没有结果
jobs-empty-text = 转换列表、写入文件等较长的任务，会在这里说明结果。
job-convert_to_leads = { $count } 个商机已转为线索
job-state-not_started = 未开始
job-state-running = 进行中
job-state-failed = 失败
job-state-rejected = 已拒绝
job-undone = 已撤销
job-copy = 复制为文本
job-copied = 已复制结果
job-mail = 用邮件发送
job-forget = 从列表移除

## Data
change-load_sample = 已载入示例数据
change-remove_sample = 已移除示例数据
change-undo_change = 已撤销：{ $what }
change-earlier-step = 较早的一步
