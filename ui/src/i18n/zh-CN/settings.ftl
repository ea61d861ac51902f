### 设置。

## Sections
settings-appearance = 外观
settings-appearance-lead = Satchel 在这台电脑上的显示方式。
settings-profile = 个人资料与货币
settings-profile-lead = 销售者是谁，以及以哪种货币计算。
settings-pipelines = 销售管道与阶段
settings-pipelines-lead = 销售的路径，以及每一步的分量。
settings-reasons = 丢单与赢单原因
settings-reasons-lead = 商机结束时供选择。停用后，已有商机仍保留该原因。
settings-labels = 标签
settings-labels-lead = 商机和线索上的彩色圆点与文字。
settings-sources = 来源
settings-sources-lead = 商机和线索从何而来。报表会显示哪些来源带来成交。
settings-products = 产品
settings-products-lead = 您销售的产品。商机或线索可以指定一个。
settings-fields = 自定义字段
settings-fields-lead = 除 Satchel 已有字段外您想记录的内容。线索与商机共用字段。
settings-leads = 线索
settings-leads-lead = 存放尚未成为或不再是商机的线索。
settings-safeguards = 防误删
settings-safeguards-lead = 所有操作都可撤销；不希望被误触的操作可在此关闭。
settings-data = 数据
settings-data-lead = 所有内容都在这台电脑上的一个文件中。
settings-keyboard = 键盘
settings-keyboard-lead = 每个操作都有快捷键，按钮上也有标示。
settings-delete = 删除“{ $name }”

## Appearance
set-appearance-theme = 主题
set-appearance-theme-hint = 跟随系统时会随系统的明暗切换。
theme-system = 跟随系统
theme-light = 浅色
theme-dark = 深色
set-appearance-density = 密度
set-appearance-density-hint = 触控模式会放大所有按钮，便于手指操作。
density-compact = 紧凑
density-normal = 标准
density-roomy = 宽松
density-touch = 触控
set-appearance-contrast = 对比度
set-appearance-contrast-hint = 阳光照在屏幕上时可提高对比度。
contrast-system = 跟随系统
contrast-normal = 标准
contrast-more = 高
set-appearance-language = 语言
set-appearance-language-hint = 数字、金额和日期随之变化。
language-system = 跟随系统

## Profile
set-profile-name = 您的姓名
set-profile-email = 您的邮箱
set-profile-currency = 本位币
set-profile-currency-hint = 新商机默认使用。其他货币的金额保持不变。
set-profile-currency-option = { $code } – { $name }
set-profile-initials = 您的缩写
set-profile-initials-hint = 最多四个字符；留空则取自姓名。
set-colleagues = 同事
set-colleagues-lead = 仅作姓名，用于由他人负责的记录。
set-colleagues-none = 还没有同事
set-colleagues-new = 新建同事
set-colleagues-name = 姓名
set-colleagues-email = 邮箱
set-colleagues-email-none = 无邮箱
set-colleagues-offered = 提供“{ $name }”
set-colleagues-used = { $count ->
    [0] 未负责记录
   *[other] 负责 { $count } 条记录
    }
set-colleagues-delete-used = “{ $name }”已在记录中使用：可改为停用

## Leads and safeguards
set-leads-switch = 使用线索
set-leads-switch-on = 菜单中显示线索箱，“移至”中可选择线索。
set-leads-switch-off = 线索箱和线索投放区已隐藏。已有线索会保留，可通过搜索找到。
set-leads-ask = 将商机转为线索前询问
set-leads-ask-on = 先显示哪些内容随之转移、哪些保留；点击保存后执行。
set-leads-ask-off = 单个或多个商机立即转为线索，可用撤销恢复。列表中的操作始终询问。
set-safeguards-ended = 只删除已结束的商机
set-safeguards-ended-on = 删除进行中的商机时会先询问是丢单还是关闭；一次操作，一次撤销。
set-safeguards-ended-off = 进行中的商机将原样移入回收站。
set-guards = 允许的操作
set-guard-convert = 将商机转为线索
set-guard-convert-hint = 包括投放区、菜单、键盘和列表。
set-guard-delete = 删除
set-guard-delete-hint = 将商机、线索、组织和联系人移入回收站。
set-guard-batch_delete = 批量删除
set-guard-batch_delete-hint = 针对所选的多条记录；仍可逐条删除。
set-guard-merge = 合并
set-guard-merge-hint = 两条记录合为一条。
set-guard-mass_restore = 批量恢复
set-guard-mass_restore-hint = 针对所选的丢单、赢单或已删除记录；不影响撤销。
set-guard-off = 已关闭：相关按钮和菜单项不可用，并说明原因。

## Labels
set-labels-none = 还没有标签
set-labels-new = 新建标签
set-labels-name = 名称
set-labels-color-of = “{ $name }”的颜色

## Reasons
set-reasons-lost = 丢单原因
set-reasons-won = 赢单原因
set-reasons-none = 还没有原因
set-reasons-new = 新建原因
set-reasons-code = 代码
set-reasons-words = 原因
set-reasons-offered = 提供“{ $name }”
set-reasons-delete-used = “{ $name }”已被使用：可改为停用
set-reasons-grip = 移动“{ $name }”
set-reasons-moved = { $name }，第 { $place } 位，共 { $of } 位
set-reasons-show-uses = 显示使用“{ $name }”的记录
set-reasons-asked-lost = 丢单时
set-reasons-asked-won = 赢单时
set-policy-reason = 原因
set-policy-reason-hint-optional = 可以不填，不作提示。
set-policy-reason-hint-recommended = 可以不填；询问窗口和通知会提示缺少原因。
set-policy-reason-hint-required = 无论在哪里结束，都必须填写原因。
set-policy-note = 结单备注
set-policy-note-hint-optional = 可以不填，不作提示。
set-policy-note-hint-recommended = 建议花一分钟填写；也可以不填。
set-policy-note-hint-required = 无论在哪里结束，都必须填写备注。
set-actual = 询问实际成交金额
set-actual-hint = 单个商机赢单时询问最终金额；留空则保持原金额。
set-celebrate = 庆祝赢单
set-celebrate-hint = 通知中会有一个圆环填满。系统减少动态效果时不显示。

## Custom fields
set-fields-new = 新建字段
set-fields-none = 还没有自定义字段
set-fields-name = 名称
set-fields-kind = 类型
set-fields-entity = 所属
set-fields-of-deal = 商机与线索
set-fields-of-organization = 组织
set-fields-of-person = 联系人
set-fields-options = 选项
set-fields-edit = 字段“{ $name }”
set-fields-description = 用途
set-fields-on-card = 在卡片上显示其值
set-fields-card-mark = 显示在卡片上
set-fields-kind-hint = { $count } 条记录已有值。如果全部适合，改换类型时会一并转换。
set-fields-first = 已是第一个字段
set-fields-last = 已是最后一个字段
set-fields-grip = 移动字段“{ $name }”
set-fields-option = 选项 { $place }
set-fields-option-add = 再加一个选项
set-fields-option-up = 上移“{ $name }”
set-fields-option-down = 下移“{ $name }”
set-fields-option-remove = 移除“{ $name }”
set-fields-option-stays = { $count } 条记录保留“{ $name }”，该选项已不再提供。
set-fields-option-back = 重新提供
field-kind-text = 文本
field-kind-large_text = 长文本
field-kind-number = 数字
field-kind-money = 金额
field-kind-date = 日期
field-kind-yes_no = 是或否
field-kind-choice = 单选
field-kind-choices = 多选
field-kind-url = 网址
field-kind-phone = 电话
field-kind-email = 邮箱
field-kind-date_range = 日期范围
field-kind-time = 时间
field-kind-time_range = 时间范围
field-kind-address = 邮寄地址
field-kind-colleague = 同事
field-kind-person = 联系人
field-kind-organization = 组织
field-kind-formula = 公式

## Formulas
formula-text = 公式
formula-hint = 字段写在方括号里，文本写在引号里：{ $example }
formula-insert-field = 插入字段
formula-insert-function = 插入函数
formula-field-of = { $name }（{ $kind }）
formula-function-of = { $name }：{ $what }
formula-gives = 结果类型：{ $kind }。在最新记录上的结果：
formula-nothing = 无
formula-look = 显示位置
formula-kind = 公式：{ $kind }
formula-gone = 已删除的字段
formula-broken = 公式需要修正
formula-read-only = 由公式计算：请修改相关字段，或在设置中修改公式
formula-no-leads = 仅用于商机：线索没有公式字段
formula-fn-if = 按条件取两个值之一
formula-fn-and = 所有条件都成立
formula-fn-or = 至少一个条件成立
formula-fn-not = 条件不成立
formula-fn-empty = 没有值时为是
formula-fn-coalesce = 第一个有值的
formula-fn-round = 四舍五入到指定小数位
formula-fn-floor = 向下取整
formula-fn-ceil = 向上取整
formula-fn-abs = 绝对值
formula-fn-min = 最小值
formula-fn-max = 最大值
formula-fn-number = 去掉货币的金额
formula-fn-today = 今天的日期
formula-fn-date = 由年、月、日得到日期
formula-fn-year = 日期的年份
formula-fn-month = 日期的月份，1 到 12
formula-fn-day = 日期中的日，1 到 31
formula-fn-addmonths = 若干个月之后的日期
formula-fn-concat = 把文本连在一起
formula-fn-left = 开头的若干个字符
formula-fn-right = 末尾的若干个字符
formula-fn-len = 字符数
formula-fn-upper = 转为大写
formula-fn-lower = 转为小写
formula-fn-trim = 去掉两端空格
formula-fn-contains = 第一个文本包含第二个时为是

## Pipelines
set-pipelines-new = 新建销售管道
set-pipelines-none = 还没有销售管道
set-pipelines-name = 名称
set-pipelines-stages = 阶段
set-pipelines-stages-hint = 每行一个，从第一个到最后一个
set-pipelines-usual-stages = 
    已确认
    已联系
    方案
    谈判
set-pipelines-how = 移动与计算
set-pipelines-mode = 移动方式
set-pipelines-mode-free = 自由
set-pipelines-mode-strict = 严格
set-pipelines-mode-free-hint = 商机可以从任意阶段移到任意阶段。
set-pipelines-mode-strict-hint = 商机从第一阶段开始逐步推进；阶段可设为允许跳过。
set-pipelines-method = 概率
set-pipelines-method-chances = 成功率
set-pipelines-method-completed = 完成度
set-pipelines-method-multiply = 成功率 × 完成度
set-pipelines-method-add = 成功率 + 完成度
set-pipelines-method-chances-hint = 商机按所在阶段的成功率计算，除非有自己的数值。
set-pipelines-method-completed-hint = 商机按所在阶段的完成度计算。
set-pipelines-method-multiply-hint = 阶段的两个数值相乘。
set-pipelines-method-add-hint = 阶段的两个数值相加后取半。
set-pipelines-sort = 卡片顺序
set-pipelines-sort-hint = 自动排序时，拖放只改变阶段。
set-pipelines-sort-hand = 手动
set-pipelines-sort-urgency = 紧急程度
set-pipelines-sort-value = 金额
set-pipelines-sort-date = 预计成交
set-pipelines-sort-title = 标题
set-pipelines-delete = 删除此销售管道
set-pipelines-delete-hint = 仅当其中没有商机时可以删除。
set-pipelines-all = 所有销售管道
set-pipelines-rot-calendar = 按自然日计算
set-pipelines-rot-calendar-on = 停滞天数包括周六和周日。
set-pipelines-rot-calendar-off = 停滞天数只计工作日。

## Stages
set-stages-name = 阶段
set-stages-chances = 成功率
set-stages-completed = 完成度
set-stages-rot = 停滞期限
set-stages-rot-never = 从不
set-stages-rot-days = { $days } 天
set-stages-rot-invalid = 请输入整数天数，或留空
set-stages-open = 进行中
set-stages-new = 新建阶段
set-stages-grip = 移动“{ $name }”
set-stages-grip-hint = 拖动，或用方向键
set-stages-moved = { $name }，第 { $place } 位，共 { $of } 位
set-stages-up = 上移
set-stages-down = 下移
set-stages-first = 已是第一个
set-stages-last = 已是最后一个
set-stages-allow-skip = 允许跳过
set-stages-delete = 删除阶段“{ $name }”
set-stages-delete-lead = 此阶段有 { $count } 个进行中的商机。其中的商机（进行中或已结束）将移到另一阶段。
set-stages-delete-to = 商机移至
set-stages-delete-only = 销售管道至少保留一个阶段。可改为删除整个销售管道。

## Data
set-data-place = 数据位置
set-data-place-hint = 复制此文件夹即可备份全部内容。
set-data-copy = 复制路径
set-data-copied = 路径已复制
set-data-import = 导入列表
set-data-import-hint = 从表格文件导入商机、线索、通讯录、产品或同事。
set-data-trash = 已删除记录的保留时间
set-data-trash-hint = 到期后，Satchel 启动时会永久删除。其他记录仍需要的会保留。
set-data-trash-hint-never = 它们会一直留在回收站，直到您清空。
set-data-trash-days = { $count } 天
set-data-trash-never = 直到我清空回收站
set-data-sample = 示例数据
set-data-sample-none = 一个虚构的小型销售管道，供您浏览；一键即可移除。
set-data-sample-there = 它与您自己的记录一起显示。
set-data-sample-preview = 将移除 { $removing } 条示例记录；您处理过的 { $keeping } 条会保留。
set-data-sample-load = 显示示例数据
set-data-sample-ask = 移除示例数据
set-data-sample-remove = 移除
set-data-version = 版本

## 来源与产品
set-sources-name = 名称
set-sources-new = 新建来源
set-sources-given = 由商机转成的线索使用
set-products-name = 名称
set-products-code = 编号
set-products-code-none = 无编号
set-products-price = 价格
set-products-price-none = 无价格
set-products-none = 还没有产品
set-products-new = 新建产品
