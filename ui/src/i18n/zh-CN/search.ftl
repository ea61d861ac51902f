### 搜索与命令面板。
search-label = 搜索商机、线索、联系人、备注
search-palette-placeholder = 查找记录、页面或操作
search-results = 结果
search-count = { $count ->
    [0] 没有结果
   *[other] 找到 { $count } 项
    }
search-none = 没有找到“{ $text }”
search-empty = 打开过的记录会显示在这里
search-more = 还有更多：请再输入一个字
search-recent = 最近打开
search-kind-deal = 商机
search-kind-lead = 线索
search-kind-organization = 组织
search-kind-person = 联系人
search-kind-note = 备注
search-kind-message = 邮件
search-kind-activity = 活动
search-acts-record = 当前记录
search-acts-create = 新建
search-acts-page = 前往
search-acts-view = 外观
search-acts-data = 撤销与重做
search-acts-help = 帮助
search-in-trash = 在回收站中
search-chosen = 当前选择
search-hint-choose = 选择
search-hint-open = 打开
search-hint-board = 在看板上显示
search-act-pipeline = 销售管道：{ $name }
search-act-undo = 撤销：{ $what }
search-act-redo = 重做：{ $what }
search-act-theme = 主题：{ $choice }
search-act-density = 密度：{ $choice }
search-act-contrast = 对比度：{ $choice }
search-act-language = 语言：{ $choice }
