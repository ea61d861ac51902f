### 组织与联系人。
contacts-organizations = 组织
contacts-people = 联系人
contacts-show = 显示
contacts-search-organization = 搜索组织
contacts-search-person = 搜索联系人
contacts-count-organization = { $count } 个组织
contacts-count-person = { $count } 位联系人
contacts-found = 找到 { $count } 个
contacts-none-found = 没有匹配项
contacts-empty-organization = 还没有组织
contacts-empty-person = 还没有联系人
contacts-pick = 选择一个联系人查看
organization-new = 新建组织
person-new = 新建联系人
contact-create = 创建

## One contact
contact-pane = 联系人
contact-side = 联系人与详情
contact-not-read = 无法读取此联系人
contact-gone = 此联系人已不存在
contact-no-sub = –
contact-customer = 客户
contact-set-customer = 标记为客户
contact-unset-customer = 不再是客户
contact-open = { $count } 个进行中
contact-deals = 商机
contact-deals-none = 没有商机
act-call = 致电
act-write = 写邮件
people-add = 添加联系人
people-none = 暂无联系人
related-title = 相关组织
related-children = 下级组织

## Keys
key-new-contact = 新建联系人
