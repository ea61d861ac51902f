### 商机抽屉。
deal-close = 关闭 (Esc)
deal-previous = 上一个商机 ([)
deal-next = 下一步
deal-following = 下一个商机 (])
deal-place = 第 { $place } 个，共 { $of } 个
deal-where = { $pipeline } · { $stage }
deal-number = 编号 { $number }
deal-archived = 已归档
deal-in-trash = 在回收站中
deal-not-read = 无法读取此商机
deal-gone = 此商机已不存在
deal-gone-text = 创建它的操作已被撤销。重做即可恢复。
deal-side = 联系人与详情

## Acts
deal-won = 赢单
deal-won-hint = 标记为赢单 (W)
deal-won-details = 赢单并填写详情
deal-lost = 丢单
deal-lost-hint = 标记为丢单 (L)
deal-convert = 转为线索
deal-won-not-converted = 已赢单的商机不能转为线索
deal-duplicate = 复制
deal-move = 移至…
deal-move-ended = 已结束，请先重新打开
deal-move-archived = 已归档，请先取消归档
deal-close-plain = 无结果关闭
deal-archive = 归档
deal-unarchive = 取消归档
deal-restore = 恢复
deal-reopen = 重新打开
deal-recover = 还原

## Stages and facts
stage-days = { $days } 天
stage-here = 当前阶段：{ $stage }
stage-move-to = 移至{ $stage }
fact-weighted = 加权
fact-closed = 关闭日期
fact-lasted = 历时 { $days } 天
fact-add-value = 填写金额
fact-add-day = 填写日期
probability-own = 自定
probability-reset = 恢复为阶段概率：{ $percent }
probability-was = 原为 { $percent }
deal-rotting = 停滞 { $days } 天
deal-ageing = 第 { $days } 天，限 { $limit } 天

## How it ended
ribbon-lost = 丢单
ribbon-won = 赢单
ribbon-closed = 已关闭
ribbon-lost-says = 此商机已丢单
ribbon-won-says = 此商机已赢单
ribbon-closed-says = 此商机已无结果关闭
ended-lost-near = { $day }丢单
ended-lost-on = { $day }丢单
ended-won-near = { $day }赢单
ended-won-on = { $day }赢单
ended-closed-near = { $day }无结果关闭
ended-closed-on = { $day }无结果关闭
ended-at = 阶段：{ $stage }
deal-was-lead = 此商机曾转为线索

## Keys
key-previous = 上一个商机
key-next = 下一个商机
key-note = 写备注
key-mail = 写邮件或记录邮件
key-duplicate = 复制
