<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Shishi</source>
        <translation>关于实事台账</translation>
    </message>
    <message>
        <source>Shishi {version}</source>
        <translation>实事台账 {version}</translation>
    </message>
    <message>
        <source>Collects, merges and prints what each unit reports on the livelihood projects.</source>
        <translation>收集、合并、打印各责任单位民生实事项目的填报。</translation>
    </message>
    <message>
        <source>Works without a network; nothing leaves this computer by itself.</source>
        <translation>不需要网络；任何内容都不会自行离开这台电脑。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Chips</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>To fill in</source>
        <translation>待填</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Behind</source>
        <translation>滞后</translation>
    </message>
    <message>
        <source>Sent back</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>Which tasks to show</source>
        <translation>显示哪些任务</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation>程序出错</translation>
    </message>
    <message>
        <source>Shishi has met an error of its own.</source>
        <translation>实事台账自身出现了错误。</translation>
    </message>
    <message>
        <source>What you saved and the drafts kept so far are safe in the file. You can go on working; if something looks wrong, close Shishi and start it again. Please copy this report and send it to whoever looks after the program: it holds nothing of your file except what the error names.</source>
        <translation>已保存的内容和已留存的草稿都安全地在文件里。可以继续工作；如果界面显示异常，请关闭后重新打开。请复制这份报告，发给负责本程序的人员：除错误本身提到的内容外，报告不含文件中的任何内容。</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>错误报告</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>DropArea</name>
    <message>
        <source>Drop returned files here</source>
        <translation>把上报文件拖到这里</translation>
    </message>
    <message>
        <source>Any number at once, or click to choose</source>
        <translation>一次可放任意多个文件，也可点击选择</translation>
    </message>
    <message>
        <source>Nothing can be merged</source>
        <translation>此文件不能合并</translation>
    </message>
    <message>
        <source>This file is open for reading only</source>
        <translation>此文件以只读方式打开</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>Progress</source>
        <translation>完成情况</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>存在问题</translation>
    </message>
    <message>
        <source>Next steps</source>
        <translation>下一步打算</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>What was done from January to the end of the period</source>
        <translation>填写 1 月至本期末的累计完成情况</translation>
    </message>
    <message>
        <source>Why nothing is new, why it does not apply, or why the status differs</source>
        <translation>说明为何本期无新进展、不适用，或状态与数据不符</translation>
    </message>
    <message>
        <source>May stay empty</source>
        <translation>没有可不填</translation>
    </message>
</context>
<context>
    <name>FillInPage</name>
    <message>
        <source>Saved. This was the last task of the list.</source>
        <translation>已保存。这是列表中的最后一项。</translation>
    </message>
    <message>
        <source>Saved. This was the last task of the list; {filled} of {all} are filled in. The return file can be made (Ctrl+R).</source>
        <translation>已保存。这是列表中的最后一项；已填 {filled}/{all} 项。可以生成上报文件（Ctrl+R）。</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Search number, text, unit or pinyin initials (Ctrl+F)</source>
        <translation>搜索编号、文字、单位或拼音首字母（Ctrl+F）</translation>
    </message>
    <message>
        <source>Nothing fits. Shorten the search, or choose “All”.</source>
        <translation>没有符合的任务。请缩短搜索内容，或选择“全部”。</translation>
    </message>
    <message>
        <source>Choose a task at the left.</source>
        <translation>请在左侧选择一项任务。</translation>
    </message>
</context>
<context>
    <name>Filling</name>
    <message>
        <source>This is a return that was handed in: it can only be read. Open the fill-in file to write.</source>
        <translation>这是已上报的文件，只能查看。如需填写，请打开填报文件。</translation>
    </message>
    <message>
        <source>This file is open for reading only: another window has it, or it lies in a protected folder.</source>
        <translation>此文件以只读方式打开：它正被另一个窗口使用，或位于受保护的文件夹。</translation>
    </message>
    <message>
        <source>This period is closed: what it says is published. Reopen it to write.</source>
        <translation>本报告期已关闭，内容已公布。如需填写，请先重新开放。</translation>
    </message>
    <message>
        <source>This fill-in file was issued for another period: switch to it to write.</source>
        <translation>此填报文件是为另一个报告期下发的，请切换到该报告期填写。</translation>
    </message>
    <message>
        <source>This task was not issued to your unit: it is shown to be read.</source>
        <translation>此任务没有下发给本单位，仅供查看。</translation>
    </message>
    <message>
        <source>Coordinating office</source>
        <translation>统筹部门</translation>
    </message>
</context>
<context>
    <name>FindingList</name>
    <message>
        <source>Task {task} has a draft that is not saved: it is not handed in.</source>
        <translation>任务 {task} 有未保存的草稿：草稿不会上报。</translation>
    </message>
    <message>
        <source>Task {task} still says what the imported table said. Handed in like this, it is your unit&apos;s word.</source>
        <translation>任务 {task} 仍是导入表格中的文字。照此上报，即确认为本单位填报。</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>待核</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>To look at before it is handed in</source>
        <translation>上报前请核对</translation>
    </message>
</context>
<context>
    <name>FolderLine</name>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>◀ Previous</source>
        <translation>◀ 上一项</translation>
    </message>
    <message>
        <source>Previous task (Alt+Up)</source>
        <translation>上一项（Alt+↑）</translation>
    </message>
    <message>
        <source>Next ▶</source>
        <translation>下一项 ▶</translation>
    </message>
    <message>
        <source>Next task (Alt+Down); what is typed is kept</source>
        <translation>下一项（Alt+↓）；已输入的内容会留存</translation>
    </message>
    <message>
        <source>Print this task</source>
        <translation>打印本项</translation>
    </message>
    <message>
        <source>The sheet of this task, to be stamped</source>
        <translation>本项填报单，供盖章</translation>
    </message>
    <message>
        <source>Save and next  Ctrl+Enter</source>
        <translation>保存并转到下一项  Ctrl+Enter</translation>
    </message>
    <message>
        <source>Save, and go to the next task</source>
        <translation>保存并转到下一项</translation>
    </message>
</context>
<context>
    <name>FramedDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Handlers</name>
    <message>
        <source>Open to read</source>
        <translation>以只读方式打开</translation>
    </message>
    <message>
        <source>Close without keeping it</source>
        <translation>不保留并关闭</translation>
    </message>
    <message>
        <source>The language is changed.</source>
        <translation>语言已更改。</translation>
    </message>
    <message>
        <source>It takes effect when you start Shishi again.</source>
        <translation>重新启动实事台账后生效。</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>您的姓名</translation>
    </message>
    <message>
        <source>Whom to name in what is saved, issued and merged here:</source>
        <translation>在此保存、下发和合并时署名：</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Shishi files (*.shishi)</source>
        <translation>实事台账文件 (*.shishi)</translation>
    </message>
    <message>
        <source>Undo the last merge?</source>
        <translation>撤销上次合并？</translation>
    </message>
    <message>
        <source>The entries become what they were before it. Nothing is lost: the returned files stay where they are and can be merged again.</source>
        <translation>各项填报恢复到合并之前的样子。不会丢失任何内容：上报文件仍在原处，可以再次合并。</translation>
    </message>
    <message>
        <source>Undo the merge</source>
        <translation>撤销合并</translation>
    </message>
</context>
<context>
    <name>Head</name>
    <message>
        <source>Discard draft</source>
        <translation>放弃草稿</translation>
    </message>
    <message>
        <source>Forget what was typed since the last save, and show what is saved</source>
        <translation>放弃上次保存以后输入的内容，恢复为已保存的内容</translation>
    </message>
    <message>
        <source>kept {time}</source>
        <translation>留存于 {time}</translation>
    </message>
</context>
<context>
    <name>IssueDialog</name>
    <message>
        <source>Issue fill-in files</source>
        <translation>下发填报文件</translation>
    </message>
    <message>
        <source>One file for each unit, with its own tasks only. What a unit has to answer is fixed as the plan stands now.</source>
        <translation>每个单位一个文件，只含本单位的任务。各单位应填的内容以当前方案为准，下发后不变。</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>下发</translation>
    </message>
    <message>
        <source>Folder for the files</source>
        <translation>存放文件的文件夹</translation>
    </message>
    <message>
        <source>All units</source>
        <translation>全部单位</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>报告期</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>截止日期</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>责任单位</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message numerus="yes">
        <source>Issue to %n unit(s)</source>
        <translation>
            <numerusform>下发给 %n 个单位</numerusform>
        </translation>
    </message>
    <message>
        <source>Issuing fill-in files</source>
        <translation>正在下发填报文件</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written to {folder}.</source>
        <translation>
            <numerusform>已在 {folder} 生成 %n 个文件。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Shishi</source>
        <translation>实事台账</translation>
    </message>
    <message>
        <source>{name} - Shishi</source>
        <translation>{name} - 实事台账</translation>
    </message>
    <message>
        <source>Saving and closing…</source>
        <translation>正在保存并关闭…</translation>
    </message>
</context>
<context>
    <name>MakeReturnDialog</name>
    <message>
        <source>Make the return file</source>
        <translation>生成上报文件</translation>
    </message>
    <message>
        <source>One file with everything you saved. Hand it to the coordinating office as it is.</source>
        <translation>一个文件，包含已保存的全部内容。请原样交给统筹部门。</translation>
    </message>
    <message>
        <source>Make the file</source>
        <translation>生成文件</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在核对…</translation>
    </message>
    <message>
        <source>Go to the task</source>
        <translation>转到该任务</translation>
    </message>
    <message>
        <source>Your name, as the coordinating office knows you</source>
        <translation>您的姓名，便于统筹部门联系</translation>
    </message>
    <message>
        <source>Folder for the file</source>
        <translation>存放文件的文件夹</translation>
    </message>
    <message>
        <source>Write the sheets to stamp beside it (PDF)</source>
        <translation>同时生成待盖章的填报单（PDF）</translation>
    </message>
    <message>
        <source>Filled in by</source>
        <translation>填报人</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to look at; none of them bars the file:</source>
        <translation>
            <numerusform>有 %n 处请核对，均不影响生成文件：</numerusform>
        </translation>
    </message>
    <message>
        <source>Checked: every task is filled in, and nothing is in doubt.</source>
        <translation>核对完毕：各项任务均已填报，没有疑问。</translation>
    </message>
    <message>
        <source>being written…</source>
        <translation>正在生成…</translation>
    </message>
    <message>
        <source>Sheets</source>
        <translation>填报单</translation>
    </message>
    <message>
        <source>not written</source>
        <translation>没有生成</translation>
    </message>
    <message>
        <source>The file is written. Hand it in with the printed and stamped sheets.</source>
        <translation>文件已生成。请连同打印并盖章的填报单一起上交。</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Check code</source>
        <translation>校验码</translation>
    </message>
    <message>
        <source>Not filled in</source>
        <translation>未填</translation>
    </message>
</context>
<context>
    <name>MeasureTable</name>
    <message>
        <source>Measure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Last period</source>
        <translation>上期</translation>
    </message>
    <message>
        <source>This period</source>
        <translation>本期累计</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>完成率</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>序时</translation>
    </message>
    <message>
        <source>Cumulative from January. Digits, decimals and 万 are understood; empty is not zero.</source>
        <translation>填 1 月以来的累计数，可写数字、小数和“万”；留空不等于零。</translation>
    </message>
    <message>
        <source>“{text}” is not a number, so “{label}” was left as it was. Type digits, such as 27000 or 2.7万.</source>
        <translation>“{text}”不是数字，“{label}”保持原样。请填写数字，例如 27000 或 2.7万。</translation>
    </message>
</context>
<context>
    <name>MeasuresView</name>
    <message>
        <source>Measures</source>
        <translation>目标数值</translation>
    </message>
</context>
<context>
    <name>MergePanel</name>
    <message numerus="yes">
        <source>Looking at %n file(s)…</source>
        <translation>
            <numerusform>正在检查 %n 个文件…</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking at the files</source>
        <translation>正在检查文件</translation>
    </message>
    <message>
        <source>Merging</source>
        <translation>正在合并</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Files to merge</source>
        <translation>待合并的文件</translation>
    </message>
    <message numerus="yes">
        <source>Merge %n file(s)</source>
        <translation>
            <numerusform>合并 %n 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message numerus="yes">
        <source>This merge: %n file(s). Nothing is changed yet.</source>
        <translation>
            <numerusform>本次合并预览：%n 个文件，尚未作任何改动</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) merged. A backup was made before; the merge can be undone.</source>
        <translation>
            <numerusform>已合并 %n 个文件。合并前已自动备份，本次合并可以撤销。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MergeTree</name>
    <message>
        <source>to merge</source>
        <translation>待合并</translation>
    </message>
    <message>
        <source>merged</source>
        <translation>已合并</translation>
    </message>
    <message>
        <source>no change</source>
        <translation>无变化</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>拒收</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>replaces</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>older</source>
        <translation>较旧</translation>
    </message>
    <message>
        <source>conflict</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>replaces what was there</source>
        <translation>更新原有内容</translation>
    </message>
    <message>
        <source>the same as here</source>
        <translation>与已有内容相同</translation>
    </message>
    <message>
        <source>older than what is here; changes nothing</source>
        <translation>比已有内容旧，不作改动</translation>
    </message>
    <message>
        <source>differs from what others reported: a conflict, both are kept</source>
        <translation>与他人所报不同，形成冲突，各方均保留</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>不合并</translation>
    </message>
    <message>
        <source>{count} new</source>
        <translation>{count} 条新内容</translation>
    </message>
    <message>
        <source>{count} already here</source>
        <translation>{count} 条与已有内容相同</translation>
    </message>
    <message>
        <source>{count} in conflict</source>
        <translation>{count} 条冲突</translation>
    </message>
    <message>
        <source>nothing to merge</source>
        <translation>没有需要合并的内容</translation>
    </message>
</context>
<context>
    <name>NewFromTableDialog</name>
    <message>
        <source>New ledger from a table</source>
        <translation>由表格新建台账</translation>
    </message>
    <message>
        <source>An Excel (.xlsx) or text (.txt) file with the categories, items, targets and units of one year. The table itself is not changed.</source>
        <translation>一份 Excel（.xlsx）或文本（.txt）文件，含全年的类别、项目、目标和责任单位。表格本身不作改动。</translation>
    </message>
    <message>
        <source>Keep as a ledger…</source>
        <translation>存为台账…</translation>
    </message>
    <message>
        <source>No table chosen yet</source>
        <translation>尚未选择表格</translation>
    </message>
    <message>
        <source>Reading the table…</source>
        <translation>正在读取表格…</translation>
    </message>
    <message>
        <source>Choose a table…</source>
        <translation>选择表格…</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>报告期</translation>
    </message>
    <message>
        <source>Period, if the table names none</source>
        <translation>报告期（表中未写明时）</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>识别结果</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>To check</source>
        <translation>请核对</translation>
    </message>
    <message>
        <source>Tables ({patterns})</source>
        <translation>表格 ({patterns})</translation>
    </message>
    <message>
        <source>Choose a table</source>
        <translation>选择表格</translation>
    </message>
    <message>
        <source>Nothing is in doubt.</source>
        <translation>没有疑问。</translation>
    </message>
    <message>
        <source>{categories} categories, {items} items, {tasks} tasks, {units} lead units; {periods}</source>
        <translation>{categories} 个类别，{items} 个项目，{tasks} 项任务，{units} 个牵头单位；{periods}</translation>
    </message>
    <message>
        <source>Shishi files (*.shishi)</source>
        <translation>实事台账文件 (*.shishi)</translation>
    </message>
    <message>
        <source>Keep as a ledger</source>
        <translation>存为台账</translation>
    </message>
</context>
<context>
    <name>PagePreview</name>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
</context>
<context>
    <name>PageRail</name>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
</context>
<context>
    <name>PlanTree</name>
    <message>
        <source>{filled} of {all} filled in</source>
        <translation>已填 {filled}，共 {all}</translation>
    </message>
    <message>
        <source>{count} tasks</source>
        <translation>{count} 项任务</translation>
    </message>
</context>
<context>
    <name>PlanView</name>
    <message>
        <source>Plan</source>
        <translation>方案</translation>
    </message>
</context>
<context>
    <name>PrintArea</name>
    <message>
        <source>Setting the pages…</source>
        <translation>正在排版…</translation>
    </message>
    <message>
        <source>What to print</source>
        <translation>打印内容</translation>
    </message>
    <message>
        <source>Save as Excel…</source>
        <translation>存为 Excel…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>存为 PDF…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>共 %n 页</numerusform>
        </translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF 文件 (*.pdf)</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel 工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>{name} is written.</source>
        <translation>已生成 {name}。</translation>
    </message>
    <message>
        <source>{name} is open in another program, so it was saved beside it.</source>
        <translation>{name} 正被其他程序打开，因此另存在它旁边。</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) sent to the printer.</source>
        <translation>
            <numerusform>已将 %n 页发送到打印机。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrintSheetsDialog</name>
    <message>
        <source>Print item sheets</source>
        <translation>打印填报单</translation>
    </message>
    <message>
        <source>All items of this file</source>
        <translation>本文件全部项目</translation>
    </message>
    <message>
        <source>This item</source>
        <translation>本项</translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message>
        <source>{usual} characters are the usual length; a longer text is saved whole.</source>
        <translation>通常不超过 {usual} 字；超出的部分同样完整保存。</translation>
    </message>
    <message>
        <source>Last period&apos;s narrative</source>
        <translation>上期完成情况</translation>
    </message>
    <message>
        <source>Take as a start</source>
        <translation>以此为底稿</translation>
    </message>
    <message>
        <source>Copies last period&apos;s words into the narrative, to go on from there</source>
        <translation>把上期文字复制到完成情况，在此基础上修改</translation>
    </message>
    <message>
        <source>Nothing was reported</source>
        <translation>上期没有填报</translation>
    </message>
    <message>
        <source>The first period: nothing before it</source>
        <translation>首个报告期，无上期内容</translation>
    </message>
    <message>
        <source>Progress ({period})</source>
        <translation>完成情况（{period}）</translation>
    </message>
    <message>
        <source>{count} / {usual} characters</source>
        <translation>{count} / {usual} 字</translation>
    </message>
    <message>
        <source>Last period</source>
        <translation>上期完成情况</translation>
    </message>
</context>
<context>
    <name>ReportsPage</name>
    <message>
        <source>Consolidated table</source>
        <translation>汇总表</translation>
    </message>
    <message>
        <source>Item sheets</source>
        <translation>填报单</translation>
    </message>
</context>
<context>
    <name>ReturnsPage</name>
    <message>
        <source>Returned files (*.shishi)</source>
        <translation>上报文件 (*.shishi)</translation>
    </message>
    <message>
        <source>Merge returns</source>
        <translation>合并上报文件</translation>
    </message>
    <message>
        <source>Returns of the units</source>
        <translation>各单位上报情况</translation>
    </message>
</context>
<context>
    <name>Sample</name>
    <message>
        <source>Where to put the sample ledger</source>
        <translation>示例台账存放位置</translation>
    </message>
    <message>
        <source>Shishi files (*.shishi)</source>
        <translation>实事台账文件 (*.shishi)</translation>
    </message>
</context>
<context>
    <name>Standing</name>
    <message>
        <source>Not issued</source>
        <translation>未下发</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>未上报</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>Sent back</source>
        <translation>已退回</translation>
    </message>
    <message>
        <source>Changed after approval</source>
        <translation>审核后有变动</translation>
    </message>
    <message>
        <source>Incomplete</source>
        <translation>未填完</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>已合并</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>已通过</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>责任单位</translation>
    </message>
    <message>
        <source>Filled in</source>
        <translation>填报进度</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>收到时间</translation>
    </message>
    <message>
        <source>Check code</source>
        <translation>校验码</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>State</name>
    <message>
        <source>Not started</source>
        <translation>未启动</translation>
    </message>
    <message>
        <source>On track</source>
        <translation>按序时</translation>
    </message>
    <message>
        <source>Behind</source>
        <translation>滞后</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation>不适用</translation>
    </message>
    <message>
        <source>To fill in</source>
        <translation>待填</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Filled in</source>
        <translation>已填</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>已通过</translation>
    </message>
    <message>
        <source>Changed after approval</source>
        <translation>审核后有变动</translation>
    </message>
    <message>
        <source>Sent back</source>
        <translation>已退回</translation>
    </message>
    <message>
        <source>Ahead of schedule</source>
        <translation>超序时</translation>
    </message>
    <message>
        <source>On schedule</source>
        <translation>按序时</translation>
    </message>
    <message>
        <source>Target exceeded</source>
        <translation>超额完成</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>{done} / {total} filled in</source>
        <translation>已填 {done} / {total}</translation>
    </message>
    <message>
        <source>due {date}</source>
        <translation>截止 {date}</translation>
    </message>
    <message>
        <source>period closed</source>
        <translation>报告期已关闭</translation>
    </message>
    <message>
        <source>read only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>draft saved {time}</source>
        <translation>草稿已自动保存 {time}</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>正在处理…</translation>
    </message>
</context>
<context>
    <name>StatusPicker</name>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>How far the task is, in the unit&apos;s own judgement</source>
        <translation>本单位对进展的判断</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>请选择…</translation>
    </message>
</context>
<context>
    <name>TargetCard</name>
    <message>
        <source>Target of the year</source>
        <translation>年度目标</translation>
    </message>
    <message>
        <source>With: {units}</source>
        <translation>配合：{units}</translation>
    </message>
</context>
<context>
    <name>TaskForm</name>
    <message>
        <source>Nothing new this period</source>
        <translation>本期无新进展</translation>
    </message>
    <message>
        <source>The reason is missing: say why there is nothing new, or why the task does not apply.</source>
        <translation>还没有填写原因：请说明为何本期无新进展，或为何不适用。</translation>
    </message>
    <message>
        <source>The reason is missing: the status says otherwise than the figures. Say why, or choose another status.</source>
        <translation>还没有填写原因：所选状态与数据不符。请说明原因，或改选状态。</translation>
    </message>
    <message>
        <source>The progress is still empty. Write it, or tick “Nothing new this period” and say why.</source>
        <translation>完成情况还是空的。请填写，或勾选“本期无新进展”并说明原因。</translation>
    </message>
    <message>
        <source>What you typed so far is kept as a draft.</source>
        <translation>已输入的内容已留存为草稿。</translation>
    </message>
    <message>
        <source>Sent back by {author}: {comment}</source>
        <translation>{author} 退回：{comment}</translation>
    </message>
    <message>
        <source>Another version of this entry came in since you began to type. If you save, both are kept until someone chooses; discard the draft to start from the other one.</source>
        <translation>您开始输入以后，此项又收到另一个版本。如果保存，两个版本都保留，待人选定；如要以另一版本为准，请放弃草稿。</translation>
    </message>
    <message>
        <source>These words came with the imported table and do not count yet. Complete them, and save to confirm them as your unit&apos;s.</source>
        <translation>这些文字来自导入的表格，尚不算本单位填报。请补充完整，保存即确认为本单位填报。</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>ToldBar</name>
    <message>
        <source>Take the figures</source>
        <translation>采用这些数值</translation>
    </message>
    <message>
        <source>Takes the figures of the text into the table where it is blank</source>
        <translation>把文中的数值填入表中空白处</translation>
    </message>
    <message>
        <source>{label}: the text says {told}, the table {given}</source>
        <translation>{label}：文中为 {told}，表中为 {given}</translation>
    </message>
    <message>
        <source>The text says: {figures}</source>
        <translation>文中识别到 {figures}</translation>
    </message>
    <message>
        <source>The text says: {figures}, as the table does</source>
        <translation>文中识别到 {figures}，与本期累计一致</translation>
    </message>
</context>
<context>
    <name>ToolBar</name>
    <message>
        <source>Tool bar</source>
        <translation>工具栏</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>报告期</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
</context>
<context>
    <name>VersionsPanel</name>
    <message>
        <source>{count} versions of this task differ and none was chosen. Take one, or write what replaces them; saving settles it, and every version stays on record.</source>
        <translation>此任务有 {count} 个不同版本，尚未选定。请采用其中一个，或另行填写；保存即为选定，各版本均留存备查。</translation>
    </message>
    <message>
        <source>This entry was approved, and another version came in afterwards. The approved one stands until a coordinator has looked.</source>
        <translation>此项已审核通过，之后又收到另一个版本。在统筹部门查看之前，以通过的版本为准。</translation>
    </message>
    <message>
        <source>The words of this version stand in the form below; nothing is settled yet. Press Ctrl+Enter to settle it with these words.</source>
        <translation>此版本的内容已填入下方表单，尚未选定。按 Ctrl+Enter 即以此内容选定。</translation>
    </message>
    <message>
        <source>Take this version</source>
        <translation>采用此版本</translation>
    </message>
    <message>
        <source>Puts these words into the form; nothing is settled until you save</source>
        <translation>把这些内容填入表单；保存之前不作选定</translation>
    </message>
    <message>
        <source>Nothing new this period</source>
        <translation>本期无新进展</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>完成情况</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>存在问题</translation>
    </message>
    <message>
        <source>Next steps</source>
        <translation>下一步打算</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Recent files</source>
        <translation>最近打开的文件</translation>
    </message>
    <message>
        <source>Shishi</source>
        <translation>实事台账</translation>
    </message>
    <message>
        <source>Collects, merges and prints what each unit reports on the livelihood projects.</source>
        <translation>收集、合并、打印各责任单位民生实事项目的填报。</translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation>打开文件</translation>
    </message>
    <message>
        <source>A fill-in file that was sent to you, or a ledger</source>
        <translation>收到的填报文件，或台账</translation>
    </message>
    <message>
        <source>New from a table</source>
        <translation>由表格新建</translation>
    </message>
    <message>
        <source>Make a ledger from the list of this year&apos;s projects (Excel .xlsx or text .txt)</source>
        <translation>由本年度项目清单生成台账（Excel .xlsx 或文本 .txt）</translation>
    </message>
    <message>
        <source>Try the sample plan</source>
        <translation>试用示例方案</translation>
    </message>
    <message>
        <source>A real list of 56 tasks to look round in; nothing of yours is touched</source>
        <translation>一份 56 项任务的真实清单，可随意试用，不影响您自己的文件</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>打开 {name}</translation>
    </message>
</context>
<context>
    <name>_Tiles</name>
    <message>
        <source>units</source>
        <translation>应报单位</translation>
    </message>
    <message>
        <source>returned</source>
        <translation>已合并</translation>
    </message>
    <message>
        <source>to correct</source>
        <translation>需更正</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>未上报</translation>
    </message>
    <message>
        <source>tasks filled in</source>
        <translation>任务已填</translation>
    </message>
</context>
<context>
    <name>_Working</name>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>New from a table…</source>
        <translation>由表格新建…</translation>
    </message>
    <message>
        <source>Try the sample plan…</source>
        <translation>试用示例方案…</translation>
    </message>
    <message>
        <source>Close the file</source>
        <translation>关闭文件</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save and go to the next</source>
        <translation>保存并转到下一项</translation>
    </message>
    <message>
        <source>Previous task</source>
        <translation>上一项</translation>
    </message>
    <message>
        <source>Next task</source>
        <translation>下一项</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Make the return file</source>
        <translation>生成上报文件</translation>
    </message>
    <message>
        <source>Issue fill-in files</source>
        <translation>下发填报文件</translation>
    </message>
    <message>
        <source>Merge returns</source>
        <translation>合并上报文件</translation>
    </message>
    <message>
        <source>Undo the last merge</source>
        <translation>撤销上次合并</translation>
    </message>
    <message>
        <source>Fill in</source>
        <translation>填报</translation>
    </message>
    <message>
        <source>Returns</source>
        <translation>回收</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>报表</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>下一个区域</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>上一个区域</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Your name…</source>
        <translation>您的姓名…</translation>
    </message>
    <message>
        <source>About Shishi</source>
        <translation>关于实事台账</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Shishi</source>
        <translation>实事台账</translation>
    </message>
</context>
<context>
    <name>operations</name>
    <message>
        <source>saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>fill-in files issued</source>
        <translation>已下发填报文件</translation>
    </message>
    <message>
        <source>return file made</source>
        <translation>已生成上报文件</translation>
    </message>
    <message>
        <source>merged</source>
        <translation>已合并</translation>
    </message>
    <message>
        <source>merge undone</source>
        <translation>已撤销合并</translation>
    </message>
</context>
<context>
    <name>printing</name>
    <message>
        <source>{printer} did not take the pages.</source>
        <translation>{printer} 没有接受打印。</translation>
    </message>
    <message>
        <source>Not everything is printed. See whether the printer is switched on and connected, or save as PDF and print that.</source>
        <translation>没有全部打印。请检查打印机是否开机并已连接，或存为 PDF 后再打印。</translation>
    </message>
</context>
</TS>
