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
    <name>AboutForm</name>
    <message>
        <source>Title</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>Tolerance in percent points: how far a figure may stray and still be on schedule</source>
        <translation>允许偏差（百分点）：数值偏离年度进度多少仍算按序时</translation>
    </message>
</context>
<context>
    <name>AboutPlan</name>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>Adviser</name>
    <message>
        <source>What the checks noticed in the figures</source>
        <translation>核对中发现的数据问题</translation>
    </message>
    <message>
        <source>What the checks noticed in the text</source>
        <translation>核对中发现的文字问题</translation>
    </message>
    <message>
        <source>What the checks noticed about the status</source>
        <translation>核对中发现的状态问题</translation>
    </message>
</context>
<context>
    <name>Amendments</name>
    <message>
        <source>Amendments</source>
        <translation>调整记录</translation>
    </message>
    <message>
        <source>Nothing was amended since the plan went out. What is changed before that is drafting.</source>
        <translation>方案下发以来没有调整。下发之前的修改属于编制过程，不计入调整。</translation>
    </message>
    <message>
        <source>added</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>retired</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>brought back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>Attacher</name>
    <message>
        <source>Picture {time}</source>
        <translation>图片 {time}</translation>
    </message>
    <message>
        <source>An entry takes {count} attachments at most; nothing was added.</source>
        <translation>每项填报最多 {count} 个附件；这次没有添加。</translation>
    </message>
    <message>
        <source>You went on to another task before it was attached: add it there again.</source>
        <translation>附件还没加好，您已转到别的任务：请回到原任务重新添加。</translation>
    </message>
    <message>
        <source>Attaching…</source>
        <translation>正在添加附件…</translation>
    </message>
    <message>
        <source>“{name}” is not opened from here.</source>
        <translation>“{name}”不能在这里直接打开。</translation>
    </message>
    <message>
        <source>A file of this kind may run as a program. Save it, and open it only if you trust it.</source>
        <translation>这类文件可能会作为程序运行。请先另存，确认可信后再打开。</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>This computer has no program for “{name}”. Save it instead.</source>
        <translation>这台电脑没有能打开“{name}”的程序，请另存。</translation>
    </message>
    <message>
        <source>“{name}” is saved in {folder}.</source>
        <translation>“{name}”已保存到 {folder}。</translation>
    </message>
    <message>
        <source>Save the attachment</source>
        <translation>保存附件</translation>
    </message>
    <message>
        <source>Add attachments, up to {size} MB each</source>
        <translation>添加附件（每个不超过 {size} MB）</translation>
    </message>
</context>
<context>
    <name>AttachmentList</name>
    <message>
        <source>Attachments</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
</context>
<context>
    <name>AttachmentStrip</name>
    <message>
        <source>Attachments</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>Attach pictures or files… (up to {size} MB each)</source>
        <translation>添加图片或文件…（每个不超过 {size} MB）</translation>
    </message>
    <message>
        <source>not in this file</source>
        <translation>不在本文件中</translation>
    </message>
    <message>
        <source>Pictures and files can be dropped on the form and pasted: up to {size} MB each, {count} an entry. They travel with the return.</source>
        <translation>图片和文件可以拖入表单，也可以粘贴：每个不超过 {size} MB，每项填报最多 {count} 个，随上报文件一起报送。</translation>
    </message>
</context>
<context>
    <name>BroughtBack</name>
    <message>
        <source>Show the drafts</source>
        <translation>查看草稿</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>另有 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Brought back what was typed and not saved: {tasks}. “Discard draft” shows what is saved instead; Ctrl+Z brings the draft back again.</source>
        <translation>已找回上次填写但未保存的内容：{tasks}。点“放弃草稿”可看已保存的内容，按 Ctrl+Z 又可找回草稿。</translation>
    </message>
</context>
<context>
    <name>CategoryForm</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>New category</source>
        <translation>新类别</translation>
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
        <source>Not reported</source>
        <translation>未上报</translation>
    </message>
    <message>
        <source>Which tasks to show</source>
        <translation>显示哪些任务</translation>
    </message>
</context>
<context>
    <name>ColumnRole</name>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>All units (★ leads)</source>
        <translation>责任单位（★牵头）</translation>
    </message>
    <message>
        <source>Lead units</source>
        <translation>牵头单位</translation>
    </message>
    <message>
        <source>Cooperating units</source>
        <translation>协同单位</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进展</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Next steps</source>
        <translation>下步打算</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Keep by its name</source>
        <translation>按原列名保留</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>不导入</translation>
    </message>
</context>
<context>
    <name>Compared</name>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进展</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Next steps</source>
        <translation>下步打算</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>Nothing new this period</source>
        <translation>本期无新进展</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Lead units</source>
        <translation>牵头单位</translation>
    </message>
    <message>
        <source>Cooperating</source>
        <translation>协同单位</translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Retired</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Not in the plan</source>
        <translation>方案中已没有</translation>
    </message>
    <message>
        <source>[differs: {text}]</source>
        <translation>[不同：{text}]</translation>
    </message>
    <message>
        <source>[new: {text}]</source>
        <translation>[新增：{text}]</translation>
    </message>
    <message>
        <source>[gone: {text}]</source>
        <translation>[删去：{text}]</translation>
    </message>
</context>
<context>
    <name>ConflictPanel</name>
    <message>
        <source>Take the left (1)</source>
        <translation>采用左边 (1)</translation>
    </message>
    <message>
        <source>Take the right (2)</source>
        <translation>采用右边 (2)</translation>
    </message>
    <message>
        <source>Take side {number} ({number})</source>
        <translation>采用第 {number} 份 ({number})</translation>
    </message>
    <message>
        <source>Against each other</source>
        <translation>互相对照</translation>
    </message>
    <message>
        <source>Against what all started from</source>
        <translation>与共同起点对照</translation>
    </message>
    <message>
        <source>Write one text (Enter)</source>
        <translation>合写一份 (回车)</translation>
    </message>
    <message>
        <source>Next (N)</source>
        <translation>下一个 (N)</translation>
    </message>
</context>
<context>
    <name>ConflictsPage</name>
    <message>
        <source>a side was taken</source>
        <translation>采用其中一份</translation>
    </message>
    <message>
        <source>written anew</source>
        <translation>另行合写</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>已处理</translation>
    </message>
    <message>
        <source>What settled it</source>
        <translation>处理结果</translation>
    </message>
    <message>
        <source>What all started from</source>
        <translation>共同起点</translation>
    </message>
    <message>
        <source>Open conflicts</source>
        <translation>待处理的冲突</translation>
    </message>
    <message>
        <source>Settled conflicts</source>
        <translation>已处理的冲突</translation>
    </message>
    <message>
        <source>Write one text for {task}</source>
        <translation>合写 {task}</translation>
    </message>
    <message>
        <source>Every sentence of the sides stands in the editors once. What you save replaces them all; each stays on record.</source>
        <translation>各方的句子已汇入编辑框，相同的只留一句。保存后以此为准，各方原文仍留存。</translation>
    </message>
    <message>
        <source>Save and settle</source>
        <translation>保存并了结</translation>
    </message>
    <message>
        <source>Choose the figure: {labels}. The sides differ.</source>
        <translation>请核定指标：{labels}。各方数字不一致。</translation>
    </message>
    <message>
        <source>Open {count}</source>
        <translation>待处理 {count}</translation>
    </message>
    <message>
        <source>Settled {count}</source>
        <translation>已处理 {count}</translation>
    </message>
    <message>
        <source>No conflict was settled yet.</source>
        <translation>还没有处理过冲突。</translation>
    </message>
    <message>
        <source>No conflict is open. Where two people report different things, both stand here.</source>
        <translation>没有待处理的冲突。两人填报不一致时，双方内容会列在这里。</translation>
    </message>
</context>
<context>
    <name>CouldNotKeepDialog</name>
    <message>
        <source>What you typed is not in the file yet</source>
        <translation>您填写的内容还没有写入文件</translation>
    </message>
    <message>
        <source>Save a copy elsewhere…</source>
        <translation>另存一份到别处…</translation>
    </message>
    <message>
        <source>Your text stays on the screen, and writing it is tried again. To be safe, save a copy of the file with all that is typed on another disk.</source>
        <translation>文字仍在屏幕上，程序会继续尝试写入。为保险起见，请把文件连同已填内容另存一份到别的磁盘。</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Close without keeping it</source>
        <translation>不保留，直接关闭</translation>
    </message>
    <message>
        <source>{name} (copy)</source>
        <translation>{name}（副本）</translation>
    </message>
    <message>
        <source>Shishi files (*.shishi)</source>
        <translation>实事台账文件 (*.shishi)</translation>
    </message>
    <message>
        <source>Save a copy elsewhere</source>
        <translation>另存一份到别处</translation>
    </message>
    <message>
        <source>A copy with all that is typed lies here: {path}</source>
        <translation>副本（含全部已填内容）已保存在：{path}</translation>
    </message>
    <message>
        <source>The file cannot be read any more; what you typed lies here as text: {path}</source>
        <translation>原文件已无法读取；您填写的内容已存为文本：{path}</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>关闭窗口</translation>
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
    <name>EditTable</name>
    <message>
        <source>Add a row</source>
        <translation>增加一行</translation>
    </message>
    <message>
        <source>Take the row out</source>
        <translation>去掉此行</translation>
    </message>
    <message>
        <source>Row up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Row down</source>
        <translation>下移</translation>
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
        <source>Everything is filled in.</source>
        <translation>全部填好了。</translation>
    </message>
    <message>
        <source>This is the only one that is left to fill in.</source>
        <translation>只剩这一项待填。</translation>
    </message>
    <message>
        <source>Nothing is sent back.</source>
        <translation>没有被退回的任务。</translation>
    </message>
    <message>
        <source>This is the only one that is sent back.</source>
        <translation>被退回的只有这一项。</translation>
    </message>
    <message>
        <source>Saved. This was the last task of the list.</source>
        <translation>已保存。这是列表中的最后一项。</translation>
    </message>
    <message>
        <source>Saved. This was the last task of the list; {filled} of {all} are filled in. The return file can be made (Ctrl+R).</source>
        <translation>已保存。这是列表中的最后一项；已填 {filled}/{all} 项。可以生成上报文件（Ctrl+R）。</translation>
    </message>
    <message>
        <source>Choose a task at the left.</source>
        <translation>请在左侧选择一项任务。</translation>
    </message>
</context>
<context>
    <name>Filling</name>
    <message>
        <source>This task was taken out of the plan: nothing more is asked for, and what was reported stays to be read.</source>
        <translation>这项任务已从方案中撤下：不再需要填报，已报内容仍可查看。</translation>
    </message>
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
    <name>FindingRow</name>
    <message>
        <source>Explained: {reason}</source>
        <translation>已说明：{reason}</translation>
    </message>
    <message>
        <source>Why it may stand</source>
        <translation>保留的理由</translation>
    </message>
    <message>
        <source>Why it may stand; Enter keeps it, Escape does not</source>
        <translation>说明为何可以保留；回车保存，Esc 放弃</translation>
    </message>
    <message>
        <source>Give the reason</source>
        <translation>填写原因</translation>
    </message>
    <message>
        <source>Change the reason</source>
        <translation>修改说明</translation>
    </message>
    <message>
        <source>Explain…</source>
        <translation>说明…</translation>
    </message>
    <message>
        <source>Take {figure}</source>
        <translation>改为 {figure}</translation>
    </message>
    <message>
        <source>Keep it once</source>
        <translation>只留一处</translation>
    </message>
    <message>
        <source>Use one script</source>
        <translation>统一字体</translation>
    </message>
    <message>
        <source>Set to “{status}”</source>
        <translation>改为“{status}”</translation>
    </message>
</context>
<context>
    <name>FindingsBox</name>
    <message>
        <source>Go to the task</source>
        <translation>转到该任务</translation>
    </message>
    <message>
        <source>Explain…</source>
        <translation>说明…</translation>
    </message>
    <message>
        <source>Why it may stand</source>
        <translation>保留的理由</translation>
    </message>
    <message>
        <source>Why it may stand; Enter keeps it, Escape does not</source>
        <translation>说明为何可以保留；回车保存，Esc 放弃</translation>
    </message>
    <message>
        <source>What the checks noticed</source>
        <translation>检查提示</translation>
    </message>
    <message>
        <source>Explained: {text}</source>
        <translation>单位说明：{text}</translation>
    </message>
</context>
<context>
    <name>FindingsPanel</name>
    <message numerus="yes">
        <source>%n more…</source>
        <translation>
            <numerusform>还有 %n 条…</numerusform>
        </translation>
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
    <name>FurtherTableDialog</name>
    <message>
        <source>The next quarter&apos;s table</source>
        <translation>读入下一期表格</translation>
    </message>
    <message>
        <source>A Word, Excel or text table of a further period, read into this plan. Its rows are matched by number and target; what was reported already stays as it is.</source>
        <translation>将后续报告期的 Word、Excel 或文本表格读入本方案。各行按序号和目标对应到任务；已有的填报内容保持不变。</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>填写</translation>
    </message>
    <message>
        <source>No table chosen yet</source>
        <translation>尚未选择表格</translation>
    </message>
    <message>
        <source>Rows and tasks</source>
        <translation>行与任务</translation>
    </message>
    <message>
        <source>Reading the table…</source>
        <translation>正在读取表格…</translation>
    </message>
    <message numerus="yes">
        <source>Write %n entries</source>
        <translation>
            <numerusform>写入 %n 条填报</numerusform>
        </translation>
    </message>
    <message>
        <source>{period} (will be opened)</source>
        <translation>{period}（将新开）</translation>
    </message>
    <message numerus="yes">
        <source>%n entries to write</source>
        <translation>
            <numerusform>将写入 %n 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stand already and stay</source>
        <translation>
            <numerusform>%n 条已有内容，保持不变</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows to decide</source>
        <translation>
            <numerusform>%n 行待确定</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tasks without a row</source>
        <translation>
            <numerusform>%n 项任务表中没有</numerusform>
        </translation>
    </message>
    <message>
        <source>Period</source>
        <translation>报告期</translation>
    </message>
    <message>
        <source>Choose a table…</source>
        <translation>选择表格…</translation>
    </message>
    <message>
        <source>Period, if the table names none</source>
        <translation>表格未写明时的报告期</translation>
    </message>
    <message>
        <source>Tables ({patterns})</source>
        <translation>表格 ({patterns})</translation>
    </message>
    <message>
        <source>Choose a table</source>
        <translation>选择表格</translation>
    </message>
</context>
<context>
    <name>Handlers</name>
    <message>
        <source>Open to read</source>
        <translation>以只读方式打开</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>恢复备份…</translation>
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
        <source>Choose your colleagues&apos; copies</source>
        <translation>选择同事填的副本</translation>
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
    <name>HelpWindow</name>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>在帮助中查找</translation>
    </message>
    <message>
        <source>Handbook to print…</source>
        <translation>操作手册（供打印）…</translation>
    </message>
</context>
<context>
    <name>Hint</name>
    <message>
        <source>Ctrl+Enter saves and goes to the next task · Ctrl+F searches · F7 goes to what is left</source>
        <translation>Ctrl+Enter 保存并转到下一项 · Ctrl+F 搜索 · F7 转到下一个待填项</translation>
    </message>
    <message>
        <source>Got it</source>
        <translation>知道了</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>Steps</source>
        <translation>修改步骤</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>已撤销</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>Nothing that was saved is ever lost. What changed is marked.</source>
        <translation>保存过的内容不会丢失。改动之处已标出。</translation>
    </message>
    <message>
        <source>Write on from this version</source>
        <translation>以此版本继续填写</translation>
    </message>
    <message>
        <source>Puts these words into the form; they are saved as a new version</source>
        <translation>把这一版的内容放回表单，保存后成为新的版本</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Versions, newest first</source>
        <translation>各版本，最新的在前</translation>
    </message>
    <message>
        <source>stands now</source>
        <translation>当前版本</translation>
    </message>
    <message>
        <source>Nothing was saved of this task in this period yet.</source>
        <translation>本报告期内，这项任务还没有保存过内容。</translation>
    </message>
    <message numerus="yes">
        <source>Settles %n version(s); marked is what differs from the first.</source>
        <translation>
            <numerusform>合并处理了 %n 个版本；标出的是与第一个版本的差别。</numerusform>
        </translation>
    </message>
    <message>
        <source>Marked is what changed since {time}.</source>
        <translation>标出的是与 {time} 版本相比的改动。</translation>
    </message>
    <message>
        <source>The first version.</source>
        <translation>第一个版本。</translation>
    </message>
    <message>
        <source>History of {task} ({period})</source>
        <translation>{task} 的填报历史（{period}）</translation>
    </message>
</context>
<context>
    <name>IssueDialog</name>
    <message>
        <source>Issue fill-in files</source>
        <translation>下发填报文件</translation>
    </message>
    <message>
        <source>One file for each unit, with what was sent back and the comments only.</source>
        <translation>每个单位一个文件，只含退回的内容和意见。</translation>
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
    <message>
        <source>Issue corrections</source>
        <translation>下发退回更正</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>Note to all</source>
        <translation>统一说明</translation>
    </message>
    <message>
        <source>Send to</source>
        <translation>下发给</translation>
    </message>
    <message>
        <source>Fill-in file, for units that have this program</source>
        <translation>填报文件（单位装有本程序）</translation>
    </message>
    <message>
        <source>Workbook, for units that have Excel or WPS only</source>
        <translation>Excel 填报工作簿（单位只有 Excel 或 WPS）</translation>
    </message>
    <message>
        <source>Both, and each unit fills in one of them</source>
        <translation>两种都下发，各单位填其中一种</translation>
    </message>
    <message>
        <source>Shown on top of each file; whom to call, what to mind</source>
        <translation>显示在每个文件的上方，如联系电话、注意事项</translation>
    </message>
    <message numerus="yes">
        <source>Sent so far: %n file(s)</source>
        <translation>
            <numerusform>已下发 %n 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>sent {at}</source>
        <translation>{at} 已下发</translation>
    </message>
    <message numerus="yes">
        <source>Issue to %n unit(s)</source>
        <translation>
            <numerusform>下发给 %n 个单位</numerusform>
        </translation>
    </message>
    <message>
        <source>Every unit has been sent its file. Check those that are to get another one.</source>
        <translation>各单位都已下发。需要再次下发的，请勾选。</translation>
    </message>
    <message>
        <source>Nothing is waiting to be corrected.</source>
        <translation>没有等待更正的内容。</translation>
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
    <message numerus="yes">
        <source>%n file(s) of the same name lay there and were kept. Send the new: {names}.</source>
        <translation>
            <numerusform>文件夹中已有 %n 个同名文件，保留未动。请发送新文件：{names}。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ItemForm</name>
    <message>
        <source>May stay empty</source>
        <translation>可以不填</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Item {number}</source>
        <translation>项目 {number}</translation>
    </message>
    <message>
        <source>New item</source>
        <translation>新项目</translation>
    </message>
</context>
<context>
    <name>Light</name>
    <message>
        <source>Not reported</source>
        <translation>未填报</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>有冲突</translation>
    </message>
    <message>
        <source>Unclear</source>
        <translation>情况不明</translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation>不适用</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>未启动</translation>
    </message>
    <message>
        <source>Behind</source>
        <translation>滞后</translation>
    </message>
    <message>
        <source>On schedule</source>
        <translation>按序时</translation>
    </message>
    <message>
        <source>Ahead</source>
        <translation>超序时</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Exceeded</source>
        <translation>超额完成</translation>
    </message>
    <message>
        <source>None of its units said or confirmed anything.</source>
        <translation>责任单位都没有填报或确认过。</translation>
    </message>
    <message>
        <source>Two reports differ and nobody settled which one counts.</source>
        <translation>两份填报不一致，还没有人定下以哪份为准。</translation>
    </message>
    <message>
        <source>Something is reported, but neither a figure nor a status.</source>
        <translation>填了内容，但没有填数值，也没有填状态。</translation>
    </message>
    <message>
        <source>The unit says that it does not apply, and why.</source>
        <translation>单位说明不适用，并写了理由。</translation>
    </message>
    <message>
        <source>The unit says so, and every figure is zero or blank.</source>
        <translation>单位填“未启动”，且数值都是零或空白。</translation>
    </message>
    <message>
        <source>A figure is further behind what is due than the plan tolerates, or the unit says so.</source>
        <translation>有数值落后于序时进度，超出方案允许的幅度；或单位自己填“滞后”。</translation>
    </message>
    <message>
        <source>The figures are about where the year is, or one is still blank.</source>
        <translation>数值与序时进度大致相当，或还有数值未填。</translation>
    </message>
    <message>
        <source>Every figure is ahead of what is due by now.</source>
        <translation>每个数值都超过序时进度。</translation>
    </message>
    <message>
        <source>Every target is met; without figures: the unit says so.</source>
        <translation>指标全部达到；没有数值的，以单位填“已完成”为准。</translation>
    </message>
    <message>
        <source>Every figure is over its target.</source>
        <translation>每个数值都超过目标。</translation>
    </message>
    <message>
        <source>Of several measures the worst counts. A status against the figures counts only with a reason.</source>
        <translation>有几项指标的，以最差的为准。状态与数值不符的，写了理由才以状态为准。</translation>
    </message>
</context>
<context>
    <name>ListSection</name>
    <message>
        <source>Save</source>
        <translation>保存</translation>
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
    <name>MatchRows</name>
    <message>
        <source>Row of the table</source>
        <translation>表中的行</translation>
    </message>
    <message>
        <source>Match</source>
        <translation>对应</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Will be</source>
        <translation>处理</translation>
    </message>
    <message>
        <source>Choose the task…</source>
        <translation>请选择任务…</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>left as it stands</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <source>written</source>
        <translation>写入</translation>
    </message>
    <message>
        <source>nothing new</source>
        <translation>没有新内容</translation>
    </message>
</context>
<context>
    <name>MatchView</name>
    <message>
        <source>Rows and tasks</source>
        <translation>行与任务</translation>
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
    <name>MergeCopiesDialog</name>
    <message>
        <source>Merge colleagues&apos; copies</source>
        <translation>合并同事填的副本</translation>
    </message>
    <message>
        <source>What your colleagues saved in their copies of this fill-in file comes into yours. Where two wrote of one task, both stay until one of you chooses.</source>
        <translation>同事在这份填报文件的副本里保存的内容会并入您的文件。同一项任务两人都填了的，两份都保留，由您选定。</translation>
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
    <message>
        <source>Here now</source>
        <translation>现有内容</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>文件中的内容</translation>
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
        <source>taken in</source>
        <translation>收入</translation>
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
        <source>[task changed since it was issued]</source>
        <translation>[下发后任务有调整]</translation>
    </message>
    <message>
        <source>left out of an earlier merge, and now taken in</source>
        <translation>以前合并时留在外面，这次收入</translation>
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
        <source>New plan from a table</source>
        <translation>由表格新建方案</translation>
    </message>
    <message>
        <source>An Excel (.xlsx), Word (.docx), .csv or text file with the categories, items, targets and units of one year. The table itself is not changed.</source>
        <translation>请选择含有全年类别、项目、目标和责任单位的 Excel（.xlsx）、Word（.docx）、.csv 或文本文件。表格本身不会被改动。</translation>
    </message>
    <message>
        <source>Add to this ledger</source>
        <translation>加入本台账</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>工作表</translation>
    </message>
    <message>
        <source>Row of the header</source>
        <translation>表头所在行</translation>
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
        <source>Tables ({patterns})</source>
        <translation>表格 ({patterns})</translation>
    </message>
    <message>
        <source>Choose a table</source>
        <translation>选择表格</translation>
    </message>
    <message>
        <source>{categories} categories, {items} items, {tasks} tasks, {units} lead units; {periods}</source>
        <translation>{categories} 个类别，{items} 个项目，{tasks} 项任务，{units} 个牵头单位；{periods}</translation>
    </message>
    <message>
        <source>The table names no year: please look whether the one above is right.</source>
        <translation>表中没有写年份：请核对上面的年份。</translation>
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
    <name>NewPlanDialog</name>
    <message>
        <source>New plan from another year&apos;s</source>
        <translation>参照往年方案新建</translation>
    </message>
    <message>
        <source>New plan from nothing</source>
        <translation>新建空白方案</translation>
    </message>
    <message>
        <source>Categories, items, tasks, measures and units are taken over. Retired tasks, periods and what was reported stay behind.</source>
        <translation>沿用类别、项目、任务、指标和责任单位；已停用的任务、报告期和填报内容不带入。</translation>
    </message>
    <message>
        <source>An empty plan in this ledger. Everything is entered afterwards.</source>
        <translation>在本台账中建立一个空白方案，内容随后录入。</translation>
    </message>
    <message>
        <source>Make the plan</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Like</source>
        <translation>参照</translation>
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
        <source>First period</source>
        <translation>首个报告期</translation>
    </message>
    <message>
        <source>From another file…</source>
        <translation>从其他文件选择…</translation>
    </message>
    <message>
        <source>Shishi files (*.shishi)</source>
        <translation>实事台账文件 (*.shishi)</translation>
    </message>
    <message>
        <source>Choose a ledger</source>
        <translation>选择台账</translation>
    </message>
</context>
<context>
    <name>OfficeNote</name>
    <message>
        <source>From the coordinating office</source>
        <translation>统筹部门说明</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>已读</translation>
    </message>
</context>
<context>
    <name>Outline</name>
    <message>
        <source>retired</source>
        <translation>已停用</translation>
    </message>
</context>
<context>
    <name>OutlineView</name>
    <message>
        <source>Categories, items and tasks</source>
        <translation>类别、项目和任务</translation>
    </message>
</context>
<context>
    <name>OverviewLayout</name>
    <message>
        <source>Bars</source>
        <translation>进展条</translation>
    </message>
    <message>
        <source>Since {period}</source>
        <translation>与 {period} 相比</translation>
    </message>
    <message>
        <source>{share}% of the year gone</source>
        <translation>全年时间已过 {share}%</translation>
    </message>
    <message>
        <source>There is no earlier period to compare with.</source>
        <translation>没有更早的报告期可比较。</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation>
            <numerusform>%n 项任务</numerusform>
        </translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>需要关注</translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Since last period</source>
        <translation>与上期相比</translation>
    </message>
    <message>
        <source>Nothing here needs anybody&apos;s attention.</source>
        <translation>这里没有需要关注的事项。</translation>
    </message>
    <message>
        <source>No measure is promised here.</source>
        <translation>这里没有量化指标。</translation>
    </message>
    <message>
        <source>There is no task here.</source>
        <translation>这里没有任务。</translation>
    </message>
    <message>
        <source>Nothing changed here.</source>
        <translation>这里没有变化。</translation>
    </message>
    <message>
        <source>Share of the year gone</source>
        <translation>全年时间进度</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>存为 PDF…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>By category</source>
        <translation>按类别</translation>
    </message>
    <message>
        <source>By unit</source>
        <translation>按单位</translation>
    </message>
    <message>
        <source>By plan</source>
        <translation>按方案</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>比较对象</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>Conflict</source>
        <translation>有冲突</translation>
    </message>
    <message>
        <source>Sent back</source>
        <translation>已退回</translation>
    </message>
    <message>
        <source>Changed after approval</source>
        <translation>通过后又有改动</translation>
    </message>
    <message>
        <source>Does not add up</source>
        <translation>数据有误</translation>
    </message>
    <message>
        <source>Behind</source>
        <translation>滞后</translation>
    </message>
    <message>
        <source>Not reported</source>
        <translation>未填报</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新填报</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>有变化</translation>
    </message>
    <message>
        <source>No longer reported</source>
        <translation>本期未填</translation>
    </message>
    <message>
        <source>As before</source>
        <translation>无变化</translation>
    </message>
    <message>
        <source>All tasks</source>
        <translation>全部任务</translation>
    </message>
    <message>
        <source>{kind}: {note}</source>
        <translation>{kind}：{note}</translation>
    </message>
    <message>
        <source>The figures say “{computed}”; what the unit says counts, because: {reason}</source>
        <translation>按数值为“{computed}”，以单位所填为准，理由：{reason}</translation>
    </message>
    <message>
        <source>{light} (overridden)</source>
        <translation>{light}（人工认定）</translation>
    </message>
    <message>
        <source>no figure</source>
        <translation>未填数值</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF 文件 (*.pdf)</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>{name} is written.</source>
        <translation>已保存 {name}。</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) sent to the printer.</source>
        <translation>
            <numerusform>已将 %n 页发送到打印机。</numerusform>
        </translation>
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
    <name>PaperPanel</name>
    <message>
        <source>What to print</source>
        <translation>打印什么</translation>
    </message>
    <message>
        <source>Which items</source>
        <translation>哪些项目</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>哪个单位</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>纸张</translation>
    </message>
    <message>
        <source>With the period before</source>
        <translation>并列上期进展</translation>
    </message>
    <message>
        <source>To be published (public version)</source>
        <translation>公开版</translation>
    </message>
    <message>
        <source>Without problems, next steps and remarks.</source>
        <translation>不含存在问题、下步打算和备注。</translation>
    </message>
    <message>
        <source>With unsaved drafts (marked)</source>
        <translation>包括未保存的草稿（加注）</translation>
    </message>
    <message>
        <source>All units</source>
        <translation>所有单位</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>所有类别</translation>
    </message>
    <message>
        <source>All items of this file</source>
        <translation>本文件的所有项目</translation>
    </message>
    <message>
        <source>This item</source>
        <translation>本项目</translation>
    </message>
    <message>
        <source>Edition</source>
        <translation>版次</translation>
    </message>
    <message>
        <source>as counted</source>
        <translation>按发布次数</translation>
    </message>
</context>
<context>
    <name>Papers</name>
    <message>
        <source>Consolidated table</source>
        <translation>汇总表</translation>
    </message>
    <message>
        <source>Item sheets</source>
        <translation>填报单</translation>
    </message>
    <message>
        <source>Unit sets (cover and sheets)</source>
        <translation>单位套表（封面和填报单）</translation>
    </message>
    <message>
        <source>Blank sheets to fill in by hand</source>
        <translation>空白填报单（手工填写）</translation>
    </message>
    <message>
        <source>List of the missing</source>
        <translation>催报单</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>总览</translation>
    </message>
    <message>
        <source>Receipts for the units</source>
        <translation>回执</translation>
    </message>
</context>
<context>
    <name>PeriodForm</name>
    <message>
        <source>A day is set by which returns are due</source>
        <translation>设定上报截止日</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>From</source>
        <translation>开始日</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>结束日</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>限期</translation>
    </message>
    <message>
        <source>Open a period</source>
        <translation>开启报告期</translation>
    </message>
</context>
<context>
    <name>Periods</name>
    <message>
        <source>Periods</source>
        <translation>报告期</translation>
    </message>
    <message>
        <source>Open the next one</source>
        <translation>开启下一期</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Open it again…</source>
        <translation>重新开放…</translation>
    </message>
    <message>
        <source>Publish…</source>
        <translation>发布…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Open this period</source>
        <translation>开启此报告期</translation>
    </message>
    <message>
        <source>due {day}</source>
        <translation>截止 {day}</translation>
    </message>
    <message>
        <source>published</source>
        <translation>已发布</translation>
    </message>
    <message>
        <source>open</source>
        <translation>填报中</translation>
    </message>
</context>
<context>
    <name>PlanField</name>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Lead units</source>
        <translation>牵头单位</translation>
    </message>
    <message>
        <source>Cooperating units</source>
        <translation>协同单位</translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Further columns</source>
        <translation>其他列</translation>
    </message>
    <message>
        <source>Retired</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Aliases</source>
        <translation>别名</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Group unit</source>
        <translation>单位组</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>比较方式</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Unit of measure</source>
        <translation>计量单位</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>Tolerance</source>
        <translation>允许偏差</translation>
    </message>
    <message>
        <source>From</source>
        <translation>开始日</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>结束日</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>限期</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>发布时间</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
</context>
<context>
    <name>PlanMenu</name>
    <message>
        <source>Write</source>
        <translation>填写</translation>
    </message>
    <message>
        <source>Copy number and target</source>
        <translation>复制编号和目标</translation>
    </message>
    <message>
        <source>Show this plan</source>
        <translation>打开此方案</translation>
    </message>
    <message>
        <source>Open all headings</source>
        <translation>全部展开</translation>
    </message>
    <message>
        <source>Close all headings</source>
        <translation>全部折叠</translation>
    </message>
</context>
<context>
    <name>PlanPage</name>
    <message>
        <source>From a table…</source>
        <translation>由表格导入…</translation>
    </message>
    <message>
        <source>From another year&apos;s plan…</source>
        <translation>参照往年方案…</translation>
    </message>
    <message>
        <source>From nothing…</source>
        <translation>新建空白方案…</translation>
    </message>
    <message>
        <source>Items and tasks</source>
        <translation>项目与任务</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Periods</source>
        <translation>报告期</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>Amendments</source>
        <translation>调整记录</translation>
    </message>
    <message>
        <source>History</source>
        <translation>修改历史</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Next quarter&apos;s table…</source>
        <translation>读入下一期表格…</translation>
    </message>
    <message>
        <source>New plan…</source>
        <translation>新建方案…</translation>
    </message>
    <message>
        <source>This file is open for reading only; nothing can be changed.</source>
        <translation>此文件以只读方式打开，不能修改。</translation>
    </message>
</context>
<context>
    <name>PlanPane</name>
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
        <source>The first {items} items; print and save take all.</source>
        <translation>仅预览前 {items} 项；打印和保存包括全部。</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>正在打印</translation>
    </message>
    <message>
        <source>One PDF per unit</source>
        <translation>每个单位一份 PDF</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>另存为</translation>
    </message>
    <message>
        <source>One PDF per unit…</source>
        <translation>每个单位一份 PDF…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适合宽度</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>正在生成</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written.</source>
        <translation>
            <numerusform>已生成 %n 个文件。</numerusform>
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
        <source>Word document (*.docx)</source>
        <translation>Word 文档 (*.docx)</translation>
    </message>
    <message>
        <source>Plain table (*.csv)</source>
        <translation>纯表格 (*.csv)</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>文本 (*.txt)</translation>
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
    <name>PublishDialog</name>
    <message>
        <source>Publish {period}</source>
        <translation>公布 {period}</translation>
    </message>
    <message>
        <source>What stands is approved as it is, and the period is closed. What comes in later is kept beside it and never overwrites it. Who published it and when stays on record, and it can be opened again.</source>
        <translation>现有内容按现状审核通过，报告期随之关闭。此后收到的内容另行保留，不会覆盖。由谁、何时公布均有记录，需要时可以重新开放。</translation>
    </message>
    <message>
        <source>Publish the period</source>
        <translation>公布该报告期</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在核对…</translation>
    </message>
    <message numerus="yes">
        <source>Published. %n task(s) remain in conflict and are printed as pending until they are settled.</source>
        <translation>
            <numerusform>已公布。仍有 %n 项任务存在冲突，解决之前打印为“待定”。</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>{filled} of {tasks} tasks are filled in.</source>
        <translation>共 {tasks} 项任务，已填报 {filled} 项。</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) in conflict</source>
        <translation>
            <numerusform>%n 项存在冲突</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n correction(s) not back yet</source>
        <translation>
            <numerusform>%n 项退回更正尚未交回</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) changed after approval</source>
        <translation>
            <numerusform>%n 项审核后又有改动</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) not approved, which publishing does</source>
        <translation>
            <numerusform>%n 项尚未审核，公布时一并通过</numerusform>
        </translation>
    </message>
    <message>
        <source>The checks noticed nothing.</source>
        <translation>核对没有发现问题。</translation>
    </message>
    <message>
        <source>Open {period} again?</source>
        <translation>重新开放 {period}？</translation>
    </message>
    <message>
        <source>Its entries can be changed again; approvals stay. That it was opened, by whom and when, stays on record.</source>
        <translation>其中的填报可以再次修改，已通过的审核保持不变。由谁、何时重新开放均有记录。</translation>
    </message>
    <message>
        <source>Open it again</source>
        <translation>重新开放</translation>
    </message>
</context>
<context>
    <name>ReadRows</name>
    <message>
        <source>Take in</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Lead units</source>
        <translation>牵头单位</translation>
    </message>
    <message>
        <source>Cooperating units</source>
        <translation>协同单位</translation>
    </message>
</context>
<context>
    <name>ReadRowsView</name>
    <message>
        <source>Rows as understood</source>
        <translation>识别出的各行</translation>
    </message>
</context>
<context>
    <name>ReceiptsDialog</name>
    <message>
        <source>Receipts</source>
        <translation>回执</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>复制为文字</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Copied: {unit}</source>
        <translation>已复制：{unit}</translation>
    </message>
    <message numerus="yes">
        <source>Save %n receipt(s) as PDF…</source>
        <translation>
            <numerusform>保存 %n 份回执 (PDF)…</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing of these units was merged yet.</source>
        <translation>这些单位还没有合并过上报。</translation>
    </message>
    <message>
        <source>Folder for the receipts</source>
        <translation>回执保存到</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written.</source>
        <translation>
            <numerusform>已写入 %n 个文件。</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Record</name>
    <message>
        <source>Before and after</source>
        <translation>改动前后</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>修改前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>修改后</translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <source>Restore a backup</source>
        <translation>恢复备份</translation>
    </message>
    <message>
        <source>The ledger becomes what it was when the backup was made; what was merged, saved or reviewed since is not in it. What stands now is kept first as one more backup, so that this can be taken back in the same way. Returned files can be merged again.</source>
        <translation>台账将回到备份时的样子，此后的合并、保存和审核都不在其中。现有台账会先另存为一份备份，需要时可用同样的办法退回来。上报文件可以重新合并。</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>备份时间</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>何事之前</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>There is no backup yet: one is made before each merge.</source>
        <translation>还没有备份：每次合并前会自动备份。</translation>
    </message>
    <message>
        <source>Put the ledger back to {when}?</source>
        <translation>把台账恢复到 {when}？</translation>
    </message>
    <message>
        <source>What stands now is kept as a backup.</source>
        <translation>现有台账会先另存为一份备份。</translation>
    </message>
    <message>
        <source>a merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>an undo</source>
        <translation>撤销合并</translation>
    </message>
    <message>
        <source>a change of the file&apos;s version</source>
        <translation>文件升级</translation>
    </message>
    <message>
        <source>a restore</source>
        <translation>恢复备份</translation>
    </message>
</context>
<context>
    <name>ReturnsLine</name>
    <message>
        <source>Watch a folder…</source>
        <translation>监看文件夹…</translation>
    </message>
    <message>
        <source>Stop watching</source>
        <translation>停止监看</translation>
    </message>
    <message>
        <source>Receipts…</source>
        <translation>回执…</translation>
    </message>
    <message>
        <source>List of the missing</source>
        <translation>催报单</translation>
    </message>
    <message>
        <source>Watch a folder for returns</source>
        <translation>监看哪个文件夹</translation>
    </message>
    <message>
        <source>Watching {folder}</source>
        <translation>正在监看 {folder}</translation>
    </message>
    <message>
        <source>{folder}
What arrives there is shown here; nothing is merged by itself.</source>
        <translation>{folder}
新到的文件会在这里预览，不会自动合并。</translation>
    </message>
    <message>
        <source>The watched folder cannot be read now: {folder}</source>
        <translation>监看的文件夹现在读不到：{folder}</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>复制为文字</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>保存为 PDF…</translation>
    </message>
</context>
<context>
    <name>ReturnsPage</name>
    <message>
        <source>Returned files (*.shishi *.xlsx)</source>
        <translation>上报文件 (*.shishi *.xlsx)</translation>
    </message>
    <message>
        <source>Merge returns</source>
        <translation>合并上报文件</translation>
    </message>
    <message>
        <source>{plan}_{period}_missing.pdf</source>
        <translation>{plan}_{period}_催报单.pdf</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Save the list of the missing</source>
        <translation>保存催报单</translation>
    </message>
    <message>
        <source>The reminder is on the clipboard</source>
        <translation>催报文字已复制</translation>
    </message>
</context>
<context>
    <name>ReturnsView</name>
    <message>
        <source>Returns of the units</source>
        <translation>各单位上报情况</translation>
    </message>
</context>
<context>
    <name>ReviewList</name>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Approve the selected {count}</source>
        <translation>通过选中的 {count} 条</translation>
    </message>
    <message>
        <source>Approve all without findings ({count})</source>
        <translation>通过全部无提示的 ({count})</translation>
    </message>
    <message>
        <source>Issue corrections ({count})…</source>
        <translation>下发退回更正 ({count})…</translation>
    </message>
    <message>
        <source>All units</source>
        <translation>全部单位</translation>
    </message>
    <message>
        <source>Entries to review</source>
        <translation>待审核的填报</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>To review</source>
        <translation>待审核</translation>
    </message>
    <message>
        <source>Sent back</source>
        <translation>已退回</translation>
    </message>
    <message>
        <source>Changed after approval</source>
        <translation>通过后有变动</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>已通过</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>Not reported</source>
        <translation>未上报</translation>
    </message>
    <message>
        <source>{count} to check</source>
        <translation>{count} 条提示</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>{days} d</source>
        <translation>{days} 天</translation>
    </message>
    <message>
        <source>Came in afterwards</source>
        <translation>后来收到</translation>
    </message>
    <message>
        <source>Before: {period}</source>
        <translation>上期 {period}</translation>
    </message>
    <message>
        <source>nothing reported</source>
        <translation>没有填报</translation>
    </message>
    <message numerus="yes">
        <source>Approve %n entries?</source>
        <translation>
            <numerusform>通过 %n 条填报？</numerusform>
        </translation>
    </message>
    <message>
        <source>No check noticed anything in them. Each can be opened again later.</source>
        <translation>这些填报检查没有提示。通过后仍可逐条重新打开。</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>通过</translation>
    </message>
    <message numerus="yes">
        <source>%n entries approved</source>
        <translation>
            <numerusform>已通过 %n 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries were not approved.</source>
        <translation>
            <numerusform>有 %n 条没有通过。</numerusform>
        </translation>
    </message>
    <message>
        <source>They are in conflict, or changed since you read them. Look at them one by one.</source>
        <translation>它们存在冲突，或在您查看之后有了变化。请逐条查看。</translation>
    </message>
</context>
<context>
    <name>ReviewPanel</name>
    <message>
        <source>Nothing is in this list.</source>
        <translation>这里没有内容。</translation>
    </message>
    <message>
        <source>the approved text stays</source>
        <translation>维持已通过的内容</translation>
    </message>
    <message>
        <source>Reword {task}</source>
        <translation>改写 {task}</translation>
    </message>
    <message>
        <source>Your words replace the entry, which stays on record. The unit sees them in its next file.</source>
        <translation>以您改写的为准，原文仍留存。单位在下一次的填报文件中会看到。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Told by telephone: {task}</source>
        <translation>电话报送：{task}</translation>
    </message>
    <message>
        <source>Saved in the office&apos;s name, with a remark of who told it. The unit sees it in its next file.</source>
        <translation>以统筹部门名义保存，备注中写明由谁告知。单位在下一次的填报文件中会看到。</translation>
    </message>
    <message>
        <source>Approved {when} by {who}.</source>
        <translation>{when} 由 {who} 审核通过。</translation>
    </message>
    <message>
        <source>Sent back {when} by {who}: {comment}</source>
        <translation>{when} 由 {who} 退回：{comment}</translation>
    </message>
    <message>
        <source>It was answered since.</source>
        <translation>此后已重新上报。</translation>
    </message>
    <message>
        <source>A correction was issued {when}; nothing came back yet.</source>
        <translation>{when} 已下发更正，尚未收回。</translation>
    </message>
    <message>
        <source>No correction was issued for it yet.</source>
        <translation>尚未下发更正文件。</translation>
    </message>
    <message>
        <source>Approve what came in (A)</source>
        <translation>通过新收到的 (A)</translation>
    </message>
    <message>
        <source>Approve (A)</source>
        <translation>通过 (A)</translation>
    </message>
    <message>
        <source>Withdraw (R)</source>
        <translation>收回退回 (R)</translation>
    </message>
    <message>
        <source>Open again (R)</source>
        <translation>重新打开 (R)</translation>
    </message>
    <message>
        <source>Mark what is new since the last period</source>
        <translation>标出比上期新增的内容</translation>
    </message>
    <message>
        <source>Keep what was approved (K)</source>
        <translation>维持已通过的 (K)</translation>
    </message>
    <message>
        <source>Send back (B)…</source>
        <translation>退回 (B)…</translation>
    </message>
    <message>
        <source>Reword (W)…</source>
        <translation>改写 (W)…</translation>
    </message>
    <message>
        <source>By telephone (T)…</source>
        <translation>电话报送 (T)…</translation>
    </message>
    <message>
        <source>Settle the conflict</source>
        <translation>处理冲突</translation>
    </message>
</context>
<context>
    <name>RowMatch</name>
    <message>
        <source>exact</source>
        <translation>一致</translation>
    </message>
    <message>
        <source>similar</source>
        <translation>相近</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>已选定</translation>
    </message>
    <message>
        <source>in doubt</source>
        <translation>存疑</translation>
    </message>
    <message>
        <source>not in the plan</source>
        <translation>方案中没有</translation>
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
    <name>SendBackBar</name>
    <message>
        <source>Why it is sent back</source>
        <translation>退回意见</translation>
    </message>
    <message>
        <source>What is to be corrected? The clerk will see this.</source>
        <translation>需要更正什么？填报人会看到这句话。</translation>
    </message>
    <message>
        <source>Send back</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Please give the figure of every measure.</source>
        <translation>请补充各项指标的完成数。</translation>
    </message>
    <message>
        <source>Please say why it is behind, and what is done about it.</source>
        <translation>请说明滞后原因和下步措施。</translation>
    </message>
    <message>
        <source>This is the text of the last period; please report this one.</source>
        <translation>内容与上期相同，请更新本期进展。</translation>
    </message>
</context>
<context>
    <name>SentTable</name>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>下发时间</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>correction</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>replaced by a later file of {at}</source>
        <translation>已由 {at} 的新文件取代</translation>
    </message>
</context>
<context>
    <name>SentView</name>
    <message>
        <source>What was sent</source>
        <translation>已下发的文件</translation>
    </message>
</context>
<context>
    <name>SidesView</name>
    <message>
        <source>Side by side</source>
        <translation>左右对照</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>不一致</translation>
    </message>
</context>
<context>
    <name>SincePanel</name>
    <message>
        <source>Changed since it was sent back</source>
        <translation>退回后的改动</translation>
    </message>
    <message>
        <source>History…</source>
        <translation>历史…</translation>
    </message>
</context>
<context>
    <name>SourceGrid</name>
    <message>
        <source>The table as it stands in the file</source>
        <translation>文件中的原表</translation>
    </message>
</context>
<context>
    <name>SourceLines</name>
    <message>
        <source>Holds</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>报告期</translation>
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
        <source>Due</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>Check code</source>
        <translation>校验码</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>下发</translation>
    </message>
    <message>
        <source>Remind</source>
        <translation>催报</translation>
    </message>
    <message>
        <source>Settle</source>
        <translation>处理冲突</translation>
    </message>
    <message>
        <source>Issue again</source>
        <translation>下发更正</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>查看变动</translation>
    </message>
    <message>
        <source>Its tasks</source>
        <translation>看任务</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>审核</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>回执</translation>
    </message>
    <message>
        <source>{days} d late</source>
        <translation>迟 {days} 天</translation>
    </message>
    <message>
        <source>{days} d over</source>
        <translation>逾期 {days} 天</translation>
    </message>
    <message>
        <source>on time</source>
        <translation>按时</translation>
    </message>
    <message>
        <source>Due {day}</source>
        <translation>限 {day} 前上报</translation>
    </message>
</context>
<context>
    <name>StandingNotices</name>
    <message>
        <source>Changed since you printed the sheet ({time}): print it again before it is stamped.</source>
        <translation>打印填报单（{time}）之后又有改动：盖章前请重新打印。</translation>
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
        <source>No longer asked for</source>
        <translation>不再填报</translation>
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
    <name>Structure</name>
    <message>
        <source>Bring back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Retire</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>+ Category</source>
        <translation>+ 类别</translation>
    </message>
    <message>
        <source>+ Item</source>
        <translation>+ 项目</translation>
    </message>
    <message>
        <source>+ Task</source>
        <translation>+ 任务</translation>
    </message>
    <message>
        <source>Split by member</source>
        <translation>按成员拆分</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Only what was never issued or reported on can be deleted (Delete)</source>
        <translation>只能删除从未下发或填报过的内容（Delete）</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>TableReview</name>
    <message>
        <source>To check</source>
        <translation>需核对</translation>
    </message>
    <message>
        <source>Category as read</source>
        <translation>识别出的类别</translation>
    </message>
    <message>
        <source>Unit as read</source>
        <translation>识别出的单位</translation>
    </message>
    <message>
        <source>Group unit</source>
        <translation>单位组</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>In a cell of several units without ★ only the first one leads</source>
        <translation>一格中有多个单位且无★时，只有第一个是牵头单位</translation>
    </message>
    <message>
        <source>Columns of the file</source>
        <translation>原表各列</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>识别出的行</translation>
    </message>
    <message>
        <source>Categories and units</source>
        <translation>类别与单位</translation>
    </message>
    <message>
        <source>Nothing is in doubt.</source>
        <translation>没有存疑之处。</translation>
    </message>
    <message>
        <source>To check ({count})</source>
        <translation>需核对（{count}）</translation>
    </message>
    <message>
        <source>Is right as</source>
        <translation>改为</translation>
    </message>
    <message>
        <source>Members of group units; without any, a group leads itself</source>
        <translation>单位组的成员；不填成员则由该组自行牵头</translation>
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
    <message>
        <source>Column</source>
        <translation>列名</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Read from the target</source>
        <translation>从目标中读取</translation>
    </message>
    <message>
        <source>New task in {item}</source>
        <translation>项目 {item} 的新任务</translation>
    </message>
    <message>
        <source>nothing that can be counted</source>
        <translation>没有可计量的内容</translation>
    </message>
    <message>
        <source>The target now promises: {measures}</source>
        <translation>目标现在承诺：{measures}</translation>
    </message>
    <message>
        <source>by {period}</source>
        <translation>至 {period}</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Unit of measure</source>
        <translation>计量单位</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Lead units, several are joint</source>
        <translation>牵头单位（可多个联合牵头）</translation>
    </message>
    <message>
        <source>Cooperating units</source>
        <translation>协同单位</translation>
    </message>
    <message>
        <source>Measures, and what is to be reached by a period</source>
        <translation>指标，以及各报告期应达到的数值</translation>
    </message>
    <message>
        <source>Further columns of the table</source>
        <translation>表中的其他列</translation>
    </message>
</context>
<context>
    <name>Tiles</name>
    <message>
        <source>units issued</source>
        <translation>应报单位</translation>
    </message>
    <message>
        <source>returned</source>
        <translation>已回收</translation>
    </message>
    <message>
        <source>to look at</source>
        <translation>待处理</translation>
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
        <source>Perhaps: {figures}; type it if it is right.</source>
        <translation>可能是：{figures}；如无误，请自行填入。</translation>
    </message>
    <message>
        <source>{label} {value}% of the target</source>
        <translation>{label} 完成目标的 {value}%</translation>
    </message>
    <message>
        <source>{figure} (of a month only)</source>
        <translation>{figure}（仅为当月数）</translation>
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
        <source>Plan</source>
        <translation>方案</translation>
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
    <name>UndoActions</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>恢复</translation>
    </message>
</context>
<context>
    <name>UnitForm</name>
    <message>
        <source>Other names that tables use, with commas between them</source>
        <translation>表格中用到的其他名称，用逗号隔开</translation>
    </message>
    <message>
        <source>Whom to call, and under which number</source>
        <translation>联系人和电话</translation>
    </message>
    <message>
        <source>Stands for several units (as 各街道 does)</source>
        <translation>代表多个单位（如“各街道”）</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Aliases</source>
        <translation>别名</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>Group unit</source>
        <translation>单位组</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>New unit</source>
        <translation>新单位</translation>
    </message>
</context>
<context>
    <name>UnitPicker</name>
    <message>
        <source>Search a unit to add, Enter takes the first</source>
        <translation>搜索要添加的单位，回车选第一个</translation>
    </message>
    <message>
        <source>Units found</source>
        <translation>找到的单位</translation>
    </message>
</context>
<context>
    <name>Units</name>
    <message>
        <source>Units</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>+ Unit</source>
        <translation>+ 单位</translation>
    </message>
    <message>
        <source>Merge into another…</source>
        <translation>并入其他单位…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Merge into another unit</source>
        <translation>并入其他单位</translation>
    </message>
    <message>
        <source>The tasks of {unit} go to this unit, and its name becomes an alias of it:</source>
        <translation>{unit} 的任务将归入下面的单位，其名称成为该单位的别名：</translation>
    </message>
    <message numerus="yes">
        <source>leads %n task(s)</source>
        <translation>
            <numerusform>牵头 %n 项任务</numerusform>
        </translation>
    </message>
    <message>
        <source>leads nothing</source>
        <translation>没有牵头任务</translation>
    </message>
    <message>
        <source>group</source>
        <translation>单位组</translation>
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
    <name>WriteOverDialog</name>
    <message>
        <source>This is what you typed earlier and did not save.</source>
        <translation>这是您上次写了还没有保存的内容。</translation>
    </message>
    <message>
        <source>By telephone: {who}</source>
        <translation>电话报送：{who}</translation>
    </message>
    <message>
        <source>Unit, name, day</source>
        <translation>单位、姓名、日期</translation>
    </message>
    <message>
        <source>Who told it</source>
        <translation>告知人</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进展</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Next steps</source>
        <translation>下步打算</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Write who told it, so that it can be asked again.</source>
        <translation>请写明由谁告知，以便日后核对。</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>已保存</translation>
    </message>
</context>
<context>
    <name>_Chip</name>
    <message>
        <source>Click or Delete takes it out; Alt+Left and Alt+Right put it in order</source>
        <translation>单击或按 Delete 去掉；Alt+←、Alt+→ 调整顺序</translation>
    </message>
</context>
<context>
    <name>_Delegate</name>
    <message>
        <source>retired</source>
        <translation>已停用</translation>
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
        <source>Next to fill in</source>
        <translation>下一个待填项</translation>
    </message>
    <message>
        <source>Next sent back</source>
        <translation>下一个退回项</translation>
    </message>
    <message>
        <source>History of the entry…</source>
        <translation>填报历史…</translation>
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
        <source>Publish the period…</source>
        <translation>公布报告期…</translation>
    </message>
    <message>
        <source>Open the period again…</source>
        <translation>重新开放报告期…</translation>
    </message>
    <message>
        <source>Merge colleagues&apos; copies…</source>
        <translation>合并同事填的副本…</translation>
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
        <source>Review</source>
        <translation>审核</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>总览</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>报表</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>方案</translation>
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
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>缩小文字</translation>
    </message>
    <message>
        <source>Usual size of text</source>
        <translation>文字恢复标准大小</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>恢复备份…</translation>
    </message>
    <message>
        <source>Your name…</source>
        <translation>您的姓名…</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
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
        <source>approved</source>
        <translation>已通过</translation>
    </message>
    <message>
        <source>sent back</source>
        <translation>已退回</translation>
    </message>
    <message>
        <source>open again</source>
        <translation>已重新打开</translation>
    </message>
    <message>
        <source>conflict settled</source>
        <translation>冲突已处理</translation>
    </message>
    <message>
        <source>receipts written</source>
        <translation>回执已保存</translation>
    </message>
    <message>
        <source>list of the missing written</source>
        <translation>催报单已保存</translation>
    </message>
    <message>
        <source>merge undone</source>
        <translation>已撤销合并</translation>
    </message>
    <message>
        <source>explained</source>
        <translation>已记下说明</translation>
    </message>
    <message>
        <source>period published</source>
        <translation>报告期已公布</translation>
    </message>
    <message>
        <source>period opened again</source>
        <translation>报告期已重新开放</translation>
    </message>
    <message>
        <source>plan saved</source>
        <translation>方案已保存</translation>
    </message>
    <message>
        <source>plan added</source>
        <translation>已增加方案</translation>
    </message>
    <message>
        <source>table read</source>
        <translation>表格已读入</translation>
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
<context>
    <name>shown</name>
    <message>
        <source>{name} is written.</source>
        <translation>已生成 {name}。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF 文件 (*.pdf)</translation>
    </message>
</context>
</TS>
