### 历史记录；change-<label> 是一步操作的名称。
