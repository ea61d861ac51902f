### 多个界面共用的文字。
## Names of the product and of its pages
app-name = Satchel
nav-pipeline = 管道
nav-leads = 线索
nav-contacts = 通讯录
nav-reports = 报表
nav-history = 历史
nav-trash = 回收站
nav-settings = 设置
nav-import = 导入
nav-main = 主要页面
nav-skip = 跳到页面内容
nav-unseen = { $page }，{ $count } 条未读

## Words on many controls
act-save = 保存
act-cancel = 取消
act-close = 关闭
act-add = 添加
act-edit = 编辑
act-delete = 删除
act-more = 更多
act-more-for = “{ $name }”的更多操作
act-clear = 清除
act-undo = 撤销
act-redo = 重做
act-retry = 重试
act-back = 返回
act-next = 下一步
act-previous = 上一步
act-open = 打开
act-remove = 移除“{ $name }”
act-confirm = 确认
act-show-more = 显示更多
act-details = 详情

## Fields
field-optional = 选填
field-required = 请填写此项
field-empty = 空
field-add-value = 添加
days-first = 第一天
days-last = 最后一天
days-backwards = 最后一天早于第一天
times-invalid = 请填写两个时间，例如 9:00 – 17:30
times-backwards = 结束时间早于开始时间
field-edit = 编辑{ $name }
field-pick-day = 选择日期
field-saving = 正在保存
number-invalid = 请输入数字，例如 { $example }
money-invalid = 请输入金额，例如 { $example }
money-decimals = 最多 { $digits } 位小数
money-other = 此金额以 { $currency } 计
money-negative = 金额不能小于零
money-too-large = 金额过大
percent-range = 须在 0 到 100 之间
day-invalid = 请输入日期，例如 { $example }
day-no-such = { $month }只有 { $days } 天

## Days
day-today = 今天
day-tomorrow = 明天
day-yesterday = 昨天
day-in = { $days } 天后
day-ago = { $days } 天前
day-late = 逾期 { $days } 天
day-and-time = { $day } { $time }

## Choosing
choose-type = 输入以搜索
choose-none = 没有结果
choose-create = 新建“{ $name }”
choose-nothing = 无
choose-uses = 用过 { $count } 次

## Marks of the next activity
mark-overdue = 下一活动已逾期
mark-today = 今天有活动
mark-missing = 无下一步
mark-later = 已有计划

## Statuses of a deal
status-open = 进行中
status-won = 赢单
status-lost = 丢单
status-closed = 无结果关闭

## Kinds of record
kind-deal = 商机
kind-lead = 线索
kind-organization = 组织
kind-person = 联系人
kind-activity = 活动
kind-note = 备注
kind-attachment = 文件
kind-message = 邮件
kind-pipeline = 销售管道
kind-stage = 阶段
kind-label = 标签
kind-close_reason = 关闭原因
kind-source = 来源
kind-product = 产品
kind-colleague = 同事
kind-custom_field = 自定义字段
kind-filter = 收藏
kind-setting = 设置

## Kinds of activity
activity-call = 电话
activity-visit = 拜访
activity-meeting = 会议
activity-mail = 邮件
activity-task = 任务

## Label colours
color-0 = 蓝色
color-1 = 青色
color-2 = 绿色
color-3 = 橄榄色
color-4 = 赭色
color-5 = 铁锈色
color-6 = 玫瑰色
color-7 = 紫色

## Toasts
toasts = 通知
toast-dismiss = 关闭通知
toast-times = 共 { $count } 次
toast-undone = 已撤销
toast-redone = 已重做

## States
state-loading = 正在加载
state-starting = 正在打开销售管道
state-failed = Satchel 无法打开数据文件
state-safe = 数据没有丢失。

## Keys
keys-title = 快捷键
keys-none = 此处没有快捷键
keys-everywhere = 全局
keys-board = 看板
keys-selection = 选择
keys-drag = 拿起卡片时
keys-record = 记录
keys-list = 列表
key-undo = 撤销
key-redo = 重做
key-history = 显示历史记录
key-sheet = 显示全部快捷键
key-search = 搜索
key-palette = 查找一切
key-back = 返回
key-forward = 前进
keycap-mod = Ctrl
keycap-alt = Alt
keycap-shift = Shift
keycap-enter = Enter
keycap-escape = Esc
keycap-space = 空格
keycap-delete = Del
keycap-tab = Tab
keycap-home = Home
keycap-end = End
keycap-pageup = PgUp
keycap-pagedown = PgDn
keycap-backspace = 退格
