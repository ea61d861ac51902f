### 首次启动与示例数据提示。
start-line = 您手上的每个商机，都在这台电脑上的一个地方。
start-strip = 示例数据
start-sample-hint = 一个虚构的销售管道，一键即可移除。
start-import = 导入列表
start-import-hint = 来自电子表格或其他软件的表格。
start-empty = 从空白开始
start-empty-hint = 一个带阶段的销售管道，还没有商机。
start-sample = 用示例数据看看
start-strip-remove = 移除
start-strip-keeps = 您处理过的 { $count } 条记录会保留。移除其余示例数据？
