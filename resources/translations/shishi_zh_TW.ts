<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Shishi</source>
        <translation>關於實事台賬</translation>
    </message>
    <message>
        <source>Shishi {version}</source>
        <translation>實事台賬 {version}</translation>
    </message>
    <message>
        <source>Collects, merges and prints what each unit reports on the livelihood projects.</source>
        <translation>收集、合併、列印各責任單位民生實事項目的填報。</translation>
    </message>
    <message>
        <source>Works without a network; nothing leaves this computer by itself.</source>
        <translation>不需要網路；任何內容都不會自行離開這台電腦。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>AboutForm</name>
    <message>
        <source>Title</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>Tolerance in percent points: how far a figure may stray and still be on schedule</source>
        <translation>允許偏差（百分點）：數值偏離年度進度多少仍算按序時</translation>
    </message>
</context>
<context>
    <name>AboutPlan</name>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
</context>
<context>
    <name>Adviser</name>
    <message>
        <source>What the checks noticed in the figures</source>
        <translation>核對中發現的數據問題</translation>
    </message>
    <message>
        <source>What the checks noticed in the text</source>
        <translation>核對中發現的文字問題</translation>
    </message>
    <message>
        <source>What the checks noticed about the status</source>
        <translation>核對中發現的狀態問題</translation>
    </message>
</context>
<context>
    <name>Amendments</name>
    <message>
        <source>Amendments</source>
        <translation>調整記錄</translation>
    </message>
    <message>
        <source>Nothing was amended since the plan went out. What is changed before that is drafting.</source>
        <translation>方案下發以來沒有調整。下發之前的修改屬於編製過程，不計入調整。</translation>
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
        <translation>恢復</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>刪除</translation>
    </message>
</context>
<context>
    <name>Attacher</name>
    <message>
        <source>Picture {time}</source>
        <translation>圖片 {time}</translation>
    </message>
    <message>
        <source>An entry takes {count} attachments at most; nothing was added.</source>
        <translation>每項填報最多 {count} 個附件；這次沒有加入。</translation>
    </message>
    <message>
        <source>You went on to another task before it was attached: add it there again.</source>
        <translation>附件還沒加好，您已轉到別的任務：請回到原任務重新加入。</translation>
    </message>
    <message>
        <source>Attaching…</source>
        <translation>正在加入附件…</translation>
    </message>
    <message>
        <source>“{name}” is not opened from here.</source>
        <translation>「{name}」不能在這裡直接開啟。</translation>
    </message>
    <message>
        <source>A file of this kind may run as a program. Save it, and open it only if you trust it.</source>
        <translation>這類檔案可能會當作程式執行。請先另存，確認可信後再開啟。</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存新檔…</translation>
    </message>
    <message>
        <source>This computer has no program for “{name}”. Save it instead.</source>
        <translation>這台電腦沒有能開啟「{name}」的程式，請另存。</translation>
    </message>
    <message>
        <source>“{name}” is saved in {folder}.</source>
        <translation>「{name}」已儲存到 {folder}。</translation>
    </message>
    <message>
        <source>Save the attachment</source>
        <translation>儲存附件</translation>
    </message>
    <message>
        <source>Add attachments, up to {size} MB each</source>
        <translation>加入附件（每個不超過 {size} MB）</translation>
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
        <translation>另存新檔…</translation>
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
        <translation>加入圖片或檔案…（每個不超過 {size} MB）</translation>
    </message>
    <message>
        <source>not in this file</source>
        <translation>不在本檔案中</translation>
    </message>
    <message>
        <source>Pictures and files can be dropped on the form and pasted: up to {size} MB each, {count} an entry. They travel with the return.</source>
        <translation>圖片和檔案可以拖入表單，也可以貼上：每個不超過 {size} MB，每項填報最多 {count} 個，隨上報檔案一起報送。</translation>
    </message>
</context>
<context>
    <name>BroughtBack</name>
    <message>
        <source>Show the drafts</source>
        <translation>檢視草稿</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>另有 %n 項</numerusform>
        </translation>
    </message>
    <message>
        <source>Brought back what was typed and not saved: {tasks}. “Discard draft” shows what is saved instead; Ctrl+Z brings the draft back again.</source>
        <translation>已找回上次填寫但未儲存的內容：{tasks}。按「放棄草稿」可看已儲存的內容，按 Ctrl+Z 又可找回草稿。</translation>
    </message>
</context>
<context>
    <name>CategoryForm</name>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>New category</source>
        <translation>新類別</translation>
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
        <translation>滯後</translation>
    </message>
    <message>
        <source>Sent back</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>衝突</translation>
    </message>
    <message>
        <source>Not reported</source>
        <translation>未上報</translation>
    </message>
    <message>
        <source>Which tasks to show</source>
        <translation>顯示哪些任務</translation>
    </message>
</context>
<context>
    <name>ColumnRole</name>
    <message>
        <source>Category</source>
        <translation>類別</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>編號</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目標</translation>
    </message>
    <message>
        <source>All units (★ leads)</source>
        <translation>責任單位（★牽頭）</translation>
    </message>
    <message>
        <source>Lead units</source>
        <translation>牽頭單位</translation>
    </message>
    <message>
        <source>Cooperating units</source>
        <translation>協同單位</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進展</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>問題</translation>
    </message>
    <message>
        <source>Next steps</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>備註</translation>
    </message>
    <message>
        <source>Keep by its name</source>
        <translation>按原欄名保留</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>不匯入</translation>
    </message>
</context>
<context>
    <name>Compared</name>
    <message>
        <source>Status</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進展</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>問題</translation>
    </message>
    <message>
        <source>Next steps</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>說明</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>Nothing new this period</source>
        <translation>本期無新進展</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>編號</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>類別</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目標</translation>
    </message>
    <message>
        <source>Lead units</source>
        <translation>牽頭單位</translation>
    </message>
    <message>
        <source>Cooperating</source>
        <translation>協同單位</translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>Retired</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Not in the plan</source>
        <translation>方案中已沒有</translation>
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
        <translation>[刪去：{text}]</translation>
    </message>
</context>
<context>
    <name>ConflictPanel</name>
    <message>
        <source>Take the left (1)</source>
        <translation>採用左邊 (1)</translation>
    </message>
    <message>
        <source>Take the right (2)</source>
        <translation>採用右邊 (2)</translation>
    </message>
    <message>
        <source>Take side {number} ({number})</source>
        <translation>採用第 {number} 份 ({number})</translation>
    </message>
    <message>
        <source>Against each other</source>
        <translation>互相對照</translation>
    </message>
    <message>
        <source>Against what all started from</source>
        <translation>與共同起點對照</translation>
    </message>
    <message>
        <source>Write one text (Enter)</source>
        <translation>合寫一份 (Enter)</translation>
    </message>
    <message>
        <source>Next (N)</source>
        <translation>下一個 (N)</translation>
    </message>
</context>
<context>
    <name>ConflictsPage</name>
    <message>
        <source>a side was taken</source>
        <translation>採用其中一份</translation>
    </message>
    <message>
        <source>written anew</source>
        <translation>另行合寫</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>已處理</translation>
    </message>
    <message>
        <source>What settled it</source>
        <translation>處理結果</translation>
    </message>
    <message>
        <source>What all started from</source>
        <translation>共同起點</translation>
    </message>
    <message>
        <source>Open conflicts</source>
        <translation>待處理的衝突</translation>
    </message>
    <message>
        <source>Settled conflicts</source>
        <translation>已處理的衝突</translation>
    </message>
    <message>
        <source>Write one text for {task}</source>
        <translation>合寫 {task}</translation>
    </message>
    <message>
        <source>Every sentence of the sides stands in the editors once. What you save replaces them all; each stays on record.</source>
        <translation>各方的句子已匯入編輯框，相同的只留一句。儲存後以此為準，各方原文仍留存。</translation>
    </message>
    <message>
        <source>Save and settle</source>
        <translation>儲存並了結</translation>
    </message>
    <message>
        <source>Choose the figure: {labels}. The sides differ.</source>
        <translation>請核定指標：{labels}。各方數字不一致。</translation>
    </message>
    <message>
        <source>Open {count}</source>
        <translation>待處理 {count}</translation>
    </message>
    <message>
        <source>Settled {count}</source>
        <translation>已處理 {count}</translation>
    </message>
    <message>
        <source>No conflict was settled yet.</source>
        <translation>還沒有處理過衝突。</translation>
    </message>
    <message>
        <source>No conflict is open. Where two people report different things, both stand here.</source>
        <translation>沒有待處理的衝突。兩人填報不一致時，雙方內容會列在這裡。</translation>
    </message>
</context>
<context>
    <name>CouldNotKeepDialog</name>
    <message>
        <source>What you typed is not in the file yet</source>
        <translation>您填寫的內容還沒有寫入檔案</translation>
    </message>
    <message>
        <source>Save a copy elsewhere…</source>
        <translation>另存一份到別處…</translation>
    </message>
    <message>
        <source>Your text stays on the screen, and writing it is tried again. To be safe, save a copy of the file with all that is typed on another disk.</source>
        <translation>文字仍在畫面上，程式會繼續嘗試寫入。為保險起見，請把檔案連同已填內容另存一份到別的磁碟。</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Close without keeping it</source>
        <translation>不保留，直接關閉</translation>
    </message>
    <message>
        <source>{name} (copy)</source>
        <translation>{name}（副本）</translation>
    </message>
    <message>
        <source>Shishi files (*.shishi)</source>
        <translation>實事台賬檔案 (*.shishi)</translation>
    </message>
    <message>
        <source>Save a copy elsewhere</source>
        <translation>另存一份到別處</translation>
    </message>
    <message>
        <source>A copy with all that is typed lies here: {path}</source>
        <translation>副本（含全部已填內容）已儲存在：{path}</translation>
    </message>
    <message>
        <source>The file cannot be read any more; what you typed lies here as text: {path}</source>
        <translation>原檔案已無法讀取；您填寫的內容已存為文字檔：{path}</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>關閉視窗</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation>程式出錯</translation>
    </message>
    <message>
        <source>Shishi has met an error of its own.</source>
        <translation>實事台賬自身出現了錯誤。</translation>
    </message>
    <message>
        <source>What you saved and the drafts kept so far are safe in the file. You can go on working; if something looks wrong, close Shishi and start it again. Please copy this report and send it to whoever looks after the program: it holds nothing of your file except what the error names.</source>
        <translation>已儲存的內容和已留存的草稿都安全地在檔案裡。可以繼續工作；如果畫面顯示異常，請關閉後重新開啟。請複製這份報告，傳給負責本程式的人員：除錯誤本身提到的內容外，報告不含檔案中的任何內容。</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>錯誤報告</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>複製報告</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>DropArea</name>
    <message>
        <source>Drop returned files here</source>
        <translation>把上報檔案拖到這裡</translation>
    </message>
    <message>
        <source>Any number at once, or click to choose</source>
        <translation>一次可放任意多個檔案，也可點按選擇</translation>
    </message>
    <message>
        <source>Nothing can be merged</source>
        <translation>此檔案不能合併</translation>
    </message>
    <message>
        <source>This file is open for reading only</source>
        <translation>此檔案以唯讀方式開啟</translation>
    </message>
</context>
<context>
    <name>EditTable</name>
    <message>
        <source>Add a row</source>
        <translation>增加一列</translation>
    </message>
    <message>
        <source>Take the row out</source>
        <translation>去掉此列</translation>
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
        <translation>完成情況</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>存在問題</translation>
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
        <translation>備註</translation>
    </message>
    <message>
        <source>What was done from January to the end of the period</source>
        <translation>填寫 1 月至本期末的累計完成情況</translation>
    </message>
    <message>
        <source>Why nothing is new, why it does not apply, or why the status differs</source>
        <translation>說明為何本期無新進展、不適用，或狀態與數據不符</translation>
    </message>
    <message>
        <source>May stay empty</source>
        <translation>沒有可不填</translation>
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
        <translation>只剩這一項待填。</translation>
    </message>
    <message>
        <source>Nothing is sent back.</source>
        <translation>沒有被退回的任務。</translation>
    </message>
    <message>
        <source>This is the only one that is sent back.</source>
        <translation>被退回的只有這一項。</translation>
    </message>
    <message>
        <source>Saved. This was the last task of the list.</source>
        <translation>已儲存。這是清單中的最後一項。</translation>
    </message>
    <message>
        <source>Saved. This was the last task of the list; {filled} of {all} are filled in. The return file can be made (Ctrl+R).</source>
        <translation>已儲存。這是清單中的最後一項；已填 {filled}/{all} 項。可以產生上報檔案（Ctrl+R）。</translation>
    </message>
    <message>
        <source>Choose a task at the left.</source>
        <translation>請在左側選擇一項任務。</translation>
    </message>
</context>
<context>
    <name>Filling</name>
    <message>
        <source>This task was taken out of the plan: nothing more is asked for, and what was reported stays to be read.</source>
        <translation>這項任務已從方案中撤下：不再需要填報，已報內容仍可檢視。</translation>
    </message>
    <message>
        <source>This is a return that was handed in: it can only be read. Open the fill-in file to write.</source>
        <translation>這是已上報的檔案，只能檢視。如需填寫，請開啟填報檔案。</translation>
    </message>
    <message>
        <source>This file is open for reading only: another window has it, or it lies in a protected folder.</source>
        <translation>此檔案以唯讀方式開啟：它正被另一個視窗使用，或位於受保護的資料夾。</translation>
    </message>
    <message>
        <source>This period is closed: what it says is published. Reopen it to write.</source>
        <translation>本報告期已關閉，內容已公布。如需填寫，請先重新開放。</translation>
    </message>
    <message>
        <source>This fill-in file was issued for another period: switch to it to write.</source>
        <translation>此填報檔案是為另一個報告期下發的，請切換到該報告期填寫。</translation>
    </message>
    <message>
        <source>This task was not issued to your unit: it is shown to be read.</source>
        <translation>此任務沒有下發給本單位，僅供檢視。</translation>
    </message>
    <message>
        <source>Coordinating office</source>
        <translation>統籌部門</translation>
    </message>
</context>
<context>
    <name>FindingList</name>
    <message>
        <source>Task {task} has a draft that is not saved: it is not handed in.</source>
        <translation>任務 {task} 有未儲存的草稿：草稿不會上報。</translation>
    </message>
    <message>
        <source>Task {task} still says what the imported table said. Handed in like this, it is your unit&apos;s word.</source>
        <translation>任務 {task} 仍是匯入表格中的文字。照此上報，即確認為本單位填報。</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>錯誤</translation>
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
        <translation>上報前請核對</translation>
    </message>
</context>
<context>
    <name>FindingRow</name>
    <message>
        <source>Explained: {reason}</source>
        <translation>已說明：{reason}</translation>
    </message>
    <message>
        <source>Why it may stand</source>
        <translation>保留的理由</translation>
    </message>
    <message>
        <source>Why it may stand; Enter keeps it, Escape does not</source>
        <translation>說明為何可以保留；Enter 儲存，Esc 放棄</translation>
    </message>
    <message>
        <source>Give the reason</source>
        <translation>填寫原因</translation>
    </message>
    <message>
        <source>Change the reason</source>
        <translation>修改說明</translation>
    </message>
    <message>
        <source>Explain…</source>
        <translation>說明…</translation>
    </message>
    <message>
        <source>Take {figure}</source>
        <translation>改為 {figure}</translation>
    </message>
    <message>
        <source>Keep it once</source>
        <translation>只留一處</translation>
    </message>
    <message>
        <source>Use one script</source>
        <translation>統一字體</translation>
    </message>
    <message>
        <source>Set to “{status}”</source>
        <translation>改為「{status}」</translation>
    </message>
</context>
<context>
    <name>FindingsBox</name>
    <message>
        <source>Go to the task</source>
        <translation>轉到該任務</translation>
    </message>
    <message>
        <source>Explain…</source>
        <translation>說明…</translation>
    </message>
    <message>
        <source>Why it may stand</source>
        <translation>保留的理由</translation>
    </message>
    <message>
        <source>Why it may stand; Enter keeps it, Escape does not</source>
        <translation>說明為何可以保留；Enter 儲存，Esc 放棄</translation>
    </message>
    <message>
        <source>What the checks noticed</source>
        <translation>檢查提示</translation>
    </message>
    <message>
        <source>Explained: {text}</source>
        <translation>單位說明：{text}</translation>
    </message>
</context>
<context>
    <name>FindingsPanel</name>
    <message numerus="yes">
        <source>%n more…</source>
        <translation>
            <numerusform>還有 %n 條…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FolderLine</name>
    <message>
        <source>Choose…</source>
        <translation>選擇…</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>◀ Previous</source>
        <translation>◀ 上一項</translation>
    </message>
    <message>
        <source>Previous task (Alt+Up)</source>
        <translation>上一項（Alt+↑）</translation>
    </message>
    <message>
        <source>Next ▶</source>
        <translation>下一項 ▶</translation>
    </message>
    <message>
        <source>Next task (Alt+Down); what is typed is kept</source>
        <translation>下一項（Alt+↓）；已輸入的內容會留存</translation>
    </message>
    <message>
        <source>Print this task</source>
        <translation>列印本項</translation>
    </message>
    <message>
        <source>The sheet of this task, to be stamped</source>
        <translation>本項填報單，供蓋章</translation>
    </message>
    <message>
        <source>Save and next  Ctrl+Enter</source>
        <translation>儲存並轉到下一項  Ctrl+Enter</translation>
    </message>
    <message>
        <source>Save, and go to the next task</source>
        <translation>儲存並轉到下一項</translation>
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
        <translation>開啟資料夾</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>FurtherTableDialog</name>
    <message>
        <source>The next quarter&apos;s table</source>
        <translation>讀入下一期表格</translation>
    </message>
    <message>
        <source>A Word, Excel or text table of a further period, read into this plan. Its rows are matched by number and target; what was reported already stays as it is.</source>
        <translation>將後續報告期的 Word、Excel 或文字表格讀入本方案。各列按序號和目標對應到任務；已有的填報內容保持不變。</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>填寫</translation>
    </message>
    <message>
        <source>No table chosen yet</source>
        <translation>尚未選擇表格</translation>
    </message>
    <message>
        <source>Rows and tasks</source>
        <translation>列與任務</translation>
    </message>
    <message>
        <source>Reading the table…</source>
        <translation>正在讀取表格…</translation>
    </message>
    <message numerus="yes">
        <source>Write %n entries</source>
        <translation>
            <numerusform>寫入 %n 條填報</numerusform>
        </translation>
    </message>
    <message>
        <source>{period} (will be opened)</source>
        <translation>{period}（將新開）</translation>
    </message>
    <message numerus="yes">
        <source>%n entries to write</source>
        <translation>
            <numerusform>將寫入 %n 條</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stand already and stay</source>
        <translation>
            <numerusform>%n 條已有內容，保持不變</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows to decide</source>
        <translation>
            <numerusform>%n 列待確定</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tasks without a row</source>
        <translation>
            <numerusform>%n 項任務表中沒有</numerusform>
        </translation>
    </message>
    <message>
        <source>Period</source>
        <translation>報告期</translation>
    </message>
    <message>
        <source>Choose a table…</source>
        <translation>選擇表格…</translation>
    </message>
    <message>
        <source>Period, if the table names none</source>
        <translation>表格未寫明時的報告期</translation>
    </message>
    <message>
        <source>Tables ({patterns})</source>
        <translation>表格 ({patterns})</translation>
    </message>
    <message>
        <source>Choose a table</source>
        <translation>選擇表格</translation>
    </message>
</context>
<context>
    <name>Handlers</name>
    <message>
        <source>Open to read</source>
        <translation>以唯讀方式開啟</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>還原備份…</translation>
    </message>
    <message>
        <source>The language is changed.</source>
        <translation>語言已變更。</translation>
    </message>
    <message>
        <source>It takes effect when you start Shishi again.</source>
        <translation>重新啟動實事台賬後生效。</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>您的姓名</translation>
    </message>
    <message>
        <source>Whom to name in what is saved, issued and merged here:</source>
        <translation>在此儲存、下發和合併時署名：</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開啟</translation>
    </message>
    <message>
        <source>Shishi files (*.shishi)</source>
        <translation>實事台賬檔案 (*.shishi)</translation>
    </message>
    <message>
        <source>Choose your colleagues&apos; copies</source>
        <translation>選擇同事填的副本</translation>
    </message>
    <message>
        <source>Undo the last merge?</source>
        <translation>撤銷上次合併？</translation>
    </message>
    <message>
        <source>The entries become what they were before it. Nothing is lost: the returned files stay where they are and can be merged again.</source>
        <translation>各項填報恢復到合併之前的樣子。不會遺失任何內容：上報檔案仍在原處，可以再次合併。</translation>
    </message>
    <message>
        <source>Undo the merge</source>
        <translation>撤銷合併</translation>
    </message>
</context>
<context>
    <name>Head</name>
    <message>
        <source>Discard draft</source>
        <translation>捨棄草稿</translation>
    </message>
    <message>
        <source>Forget what was typed since the last save, and show what is saved</source>
        <translation>捨棄上次儲存以後輸入的內容，恢復為已儲存的內容</translation>
    </message>
    <message>
        <source>kept {time}</source>
        <translation>留存於 {time}</translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>Help</source>
        <translation>說明</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>主題</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>在說明中尋找</translation>
    </message>
    <message>
        <source>Handbook to print…</source>
        <translation>操作手冊（供列印）…</translation>
    </message>
</context>
<context>
    <name>Hint</name>
    <message>
        <source>Ctrl+Enter saves and goes to the next task · Ctrl+F searches · F7 goes to what is left</source>
        <translation>Ctrl+Enter 儲存並轉到下一項 · Ctrl+F 搜尋 · F7 轉到下一個待填項</translation>
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
        <translation>修改步驟</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>已復原</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>Nothing that was saved is ever lost. What changed is marked.</source>
        <translation>儲存過的內容不會遺失。改動之處已標出。</translation>
    </message>
    <message>
        <source>Write on from this version</source>
        <translation>以此版本繼續填寫</translation>
    </message>
    <message>
        <source>Puts these words into the form; they are saved as a new version</source>
        <translation>把這一版的內容放回表單，儲存後成為新的版本</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Versions, newest first</source>
        <translation>各版本，最新的在前</translation>
    </message>
    <message>
        <source>stands now</source>
        <translation>目前版本</translation>
    </message>
    <message>
        <source>Nothing was saved of this task in this period yet.</source>
        <translation>本報告期內，這項任務還沒有儲存過內容。</translation>
    </message>
    <message numerus="yes">
        <source>Settles %n version(s); marked is what differs from the first.</source>
        <translation>
            <numerusform>合併處理了 %n 個版本；標出的是與第一個版本的差別。</numerusform>
        </translation>
    </message>
    <message>
        <source>Marked is what changed since {time}.</source>
        <translation>標出的是與 {time} 版本相比的改動。</translation>
    </message>
    <message>
        <source>The first version.</source>
        <translation>第一個版本。</translation>
    </message>
    <message>
        <source>History of {task} ({period})</source>
        <translation>{task} 的填報歷史（{period}）</translation>
    </message>
</context>
<context>
    <name>IssueDialog</name>
    <message>
        <source>Issue fill-in files</source>
        <translation>下發填報檔案</translation>
    </message>
    <message>
        <source>One file for each unit, with what was sent back and the comments only.</source>
        <translation>每個單位一個檔案，只含退回的內容和意見。</translation>
    </message>
    <message>
        <source>One file for each unit, with its own tasks only. What a unit has to answer is fixed as the plan stands now.</source>
        <translation>每個單位一個檔案，只含本單位的任務。各單位應填的內容以目前方案為準，下發後不變。</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>下發</translation>
    </message>
    <message>
        <source>Folder for the files</source>
        <translation>存放檔案的資料夾</translation>
    </message>
    <message>
        <source>All units</source>
        <translation>全部單位</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>報告期</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>截止日期</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>責任單位</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>資料夾</translation>
    </message>
    <message>
        <source>Issue corrections</source>
        <translation>下發退回更正</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>Note to all</source>
        <translation>統一說明</translation>
    </message>
    <message>
        <source>Send to</source>
        <translation>下發給</translation>
    </message>
    <message>
        <source>Fill-in file, for units that have this program</source>
        <translation>填報檔案（單位裝有本程式）</translation>
    </message>
    <message>
        <source>Workbook, for units that have Excel or WPS only</source>
        <translation>Excel 填報活頁簿（單位只有 Excel 或 WPS）</translation>
    </message>
    <message>
        <source>Both, and each unit fills in one of them</source>
        <translation>兩種都下發，各單位填其中一種</translation>
    </message>
    <message>
        <source>Shown on top of each file; whom to call, what to mind</source>
        <translation>顯示在每個檔案的上方，如聯絡電話、注意事項</translation>
    </message>
    <message numerus="yes">
        <source>Sent so far: %n file(s)</source>
        <translation>
            <numerusform>已下發 %n 個檔案</numerusform>
        </translation>
    </message>
    <message>
        <source>sent {at}</source>
        <translation>{at} 已下發</translation>
    </message>
    <message numerus="yes">
        <source>Issue to %n unit(s)</source>
        <translation>
            <numerusform>下發給 %n 個單位</numerusform>
        </translation>
    </message>
    <message>
        <source>Every unit has been sent its file. Check those that are to get another one.</source>
        <translation>各單位都已下發。需要再次下發的，請勾選。</translation>
    </message>
    <message>
        <source>Nothing is waiting to be corrected.</source>
        <translation>沒有等待更正的內容。</translation>
    </message>
    <message>
        <source>Issuing fill-in files</source>
        <translation>正在下發填報檔案</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written to {folder}.</source>
        <translation>
            <numerusform>已在 {folder} 產生 %n 個檔案。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of the same name lay there and were kept. Send the new: {names}.</source>
        <translation>
            <numerusform>資料夾中已有 %n 個同名檔案，保留未動。請傳送新檔案：{names}。</numerusform>
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
        <translation>編號</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Item {number}</source>
        <translation>項目 {number}</translation>
    </message>
    <message>
        <source>New item</source>
        <translation>新項目</translation>
    </message>
</context>
<context>
    <name>Light</name>
    <message>
        <source>Not reported</source>
        <translation>未填報</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>有衝突</translation>
    </message>
    <message>
        <source>Unclear</source>
        <translation>情況不明</translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation>不適用</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>未啟動</translation>
    </message>
    <message>
        <source>Behind</source>
        <translation>滯後</translation>
    </message>
    <message>
        <source>On schedule</source>
        <translation>按序時</translation>
    </message>
    <message>
        <source>Ahead</source>
        <translation>超序時</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Exceeded</source>
        <translation>超額完成</translation>
    </message>
    <message>
        <source>None of its units said or confirmed anything.</source>
        <translation>責任單位都沒有填報或確認過。</translation>
    </message>
    <message>
        <source>Two reports differ and nobody settled which one counts.</source>
        <translation>兩份填報不一致，還沒有人定下以哪份為準。</translation>
    </message>
    <message>
        <source>Something is reported, but neither a figure nor a status.</source>
        <translation>填了內容，但沒有填數值，也沒有填狀態。</translation>
    </message>
    <message>
        <source>The unit says that it does not apply, and why.</source>
        <translation>單位說明不適用，並寫了理由。</translation>
    </message>
    <message>
        <source>The unit says so, and every figure is zero or blank.</source>
        <translation>單位填「未啟動」，且數值都是零或空白。</translation>
    </message>
    <message>
        <source>A figure is further behind what is due than the plan tolerates, or the unit says so.</source>
        <translation>有數值滯後於序時進度，超出方案允許的幅度；或單位自己填「滯後」。</translation>
    </message>
    <message>
        <source>The figures are about where the year is, or one is still blank.</source>
        <translation>數值與序時進度大致相當，或還有數值未填。</translation>
    </message>
    <message>
        <source>Every figure is ahead of what is due by now.</source>
        <translation>每個數值都超過序時進度。</translation>
    </message>
    <message>
        <source>Every target is met; without figures: the unit says so.</source>
        <translation>指標全部達到；沒有數值的，以單位填「已完成」為準。</translation>
    </message>
    <message>
        <source>Every figure is over its target.</source>
        <translation>每個數值都超過目標。</translation>
    </message>
    <message>
        <source>Of several measures the worst counts. A status against the figures counts only with a reason.</source>
        <translation>有幾項指標的，以最差的為準。狀態與數值不符的，寫了理由才以狀態為準。</translation>
    </message>
</context>
<context>
    <name>ListSection</name>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Shishi</source>
        <translation>實事台賬</translation>
    </message>
    <message>
        <source>{name} - Shishi</source>
        <translation>{name} - 實事台賬</translation>
    </message>
    <message>
        <source>Saving and closing…</source>
        <translation>正在儲存並關閉…</translation>
    </message>
</context>
<context>
    <name>MakeReturnDialog</name>
    <message>
        <source>Make the return file</source>
        <translation>產生上報檔案</translation>
    </message>
    <message>
        <source>One file with everything you saved. Hand it to the coordinating office as it is.</source>
        <translation>一個檔案，包含已儲存的全部內容。請原樣交給統籌部門。</translation>
    </message>
    <message>
        <source>Make the file</source>
        <translation>產生檔案</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在核對…</translation>
    </message>
    <message>
        <source>Your name, as the coordinating office knows you</source>
        <translation>您的姓名，便於統籌部門聯絡</translation>
    </message>
    <message>
        <source>Folder for the file</source>
        <translation>存放檔案的資料夾</translation>
    </message>
    <message>
        <source>Write the sheets to stamp beside it (PDF)</source>
        <translation>同時產生待蓋章的填報單（PDF）</translation>
    </message>
    <message>
        <source>Filled in by</source>
        <translation>填報人</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>資料夾</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to look at; none of them bars the file:</source>
        <translation>
            <numerusform>有 %n 處請核對，均不影響產生檔案：</numerusform>
        </translation>
    </message>
    <message>
        <source>Checked: every task is filled in, and nothing is in doubt.</source>
        <translation>核對完畢：各項任務均已填報，沒有疑問。</translation>
    </message>
    <message>
        <source>being written…</source>
        <translation>正在產生…</translation>
    </message>
    <message>
        <source>Sheets</source>
        <translation>填報單</translation>
    </message>
    <message>
        <source>not written</source>
        <translation>沒有產生</translation>
    </message>
    <message>
        <source>The file is written. Hand it in with the printed and stamped sheets.</source>
        <translation>檔案已產生。請連同列印並蓋章的填報單一起上交。</translation>
    </message>
    <message>
        <source>File</source>
        <translation>檔案</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Check code</source>
        <translation>校驗碼</translation>
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
        <translation>表中的列</translation>
    </message>
    <message>
        <source>Match</source>
        <translation>對應</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任務</translation>
    </message>
    <message>
        <source>Will be</source>
        <translation>處理</translation>
    </message>
    <message>
        <source>Choose the task…</source>
        <translation>請選擇任務…</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>不匯入</translation>
    </message>
    <message>
        <source>left as it stands</source>
        <translation>保持原樣</translation>
    </message>
    <message>
        <source>written</source>
        <translation>寫入</translation>
    </message>
    <message>
        <source>nothing new</source>
        <translation>沒有新內容</translation>
    </message>
</context>
<context>
    <name>MatchView</name>
    <message>
        <source>Rows and tasks</source>
        <translation>列與任務</translation>
    </message>
</context>
<context>
    <name>MeasureTable</name>
    <message>
        <source>Measure</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目標</translation>
    </message>
    <message>
        <source>Last period</source>
        <translation>上期</translation>
    </message>
    <message>
        <source>This period</source>
        <translation>本期累計</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>完成率</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>序時</translation>
    </message>
    <message>
        <source>Cumulative from January. Digits, decimals and 万 are understood; empty is not zero.</source>
        <translation>填 1 月以來的累計數，可寫數字、小數和「萬」；留空不等於零。</translation>
    </message>
    <message>
        <source>“{text}” is not a number, so “{label}” was left as it was. Type digits, such as 27000 or 2.7万.</source>
        <translation>「{text}」不是數字，「{label}」保持原樣。請填寫數字，例如 27000 或 2.7萬。</translation>
    </message>
</context>
<context>
    <name>MeasuresView</name>
    <message>
        <source>Measures</source>
        <translation>目標數值</translation>
    </message>
</context>
<context>
    <name>MergeCopiesDialog</name>
    <message>
        <source>Merge colleagues&apos; copies</source>
        <translation>合併同事填的副本</translation>
    </message>
    <message>
        <source>What your colleagues saved in their copies of this fill-in file comes into yours. Where two wrote of one task, both stay until one of you chooses.</source>
        <translation>同事在這份填報檔案的副本裡儲存的內容會併入您的檔案。同一項任務兩人都填了的，兩份都保留，由您選定。</translation>
    </message>
</context>
<context>
    <name>MergePanel</name>
    <message numerus="yes">
        <source>Looking at %n file(s)…</source>
        <translation>
            <numerusform>正在檢查 %n 個檔案…</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking at the files</source>
        <translation>正在檢查檔案</translation>
    </message>
    <message>
        <source>Merging</source>
        <translation>正在合併</translation>
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
        <translation>待合併的檔案</translation>
    </message>
    <message>
        <source>Here now</source>
        <translation>現有內容</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>檔案中的內容</translation>
    </message>
    <message numerus="yes">
        <source>Merge %n file(s)</source>
        <translation>
            <numerusform>合併 %n 個檔案</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message numerus="yes">
        <source>This merge: %n file(s). Nothing is changed yet.</source>
        <translation>
            <numerusform>本次合併預覽：%n 個檔案，尚未作任何變更</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) merged. A backup was made before; the merge can be undone.</source>
        <translation>
            <numerusform>已合併 %n 個檔案。合併前已自動備份，本次合併可以撤銷。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MergeTree</name>
    <message>
        <source>to merge</source>
        <translation>待合併</translation>
    </message>
    <message>
        <source>merged</source>
        <translation>已合併</translation>
    </message>
    <message>
        <source>no change</source>
        <translation>無變化</translation>
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
        <translation>較舊</translation>
    </message>
    <message>
        <source>conflict</source>
        <translation>衝突</translation>
    </message>
    <message>
        <source>taken in</source>
        <translation>收入</translation>
    </message>
    <message>
        <source>replaces what was there</source>
        <translation>更新原有內容</translation>
    </message>
    <message>
        <source>the same as here</source>
        <translation>與已有內容相同</translation>
    </message>
    <message>
        <source>older than what is here; changes nothing</source>
        <translation>比已有內容舊，不作改動</translation>
    </message>
    <message>
        <source>differs from what others reported: a conflict, both are kept</source>
        <translation>與他人所報不同，形成衝突，各方均保留</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>不合併</translation>
    </message>
    <message>
        <source>[task changed since it was issued]</source>
        <translation>[下發後任務有調整]</translation>
    </message>
    <message>
        <source>left out of an earlier merge, and now taken in</source>
        <translation>以前合併時留在外面，這次收入</translation>
    </message>
    <message>
        <source>{count} new</source>
        <translation>{count} 條新內容</translation>
    </message>
    <message>
        <source>{count} already here</source>
        <translation>{count} 條與已有內容相同</translation>
    </message>
    <message>
        <source>{count} in conflict</source>
        <translation>{count} 條衝突</translation>
    </message>
    <message>
        <source>nothing to merge</source>
        <translation>沒有需要合併的內容</translation>
    </message>
</context>
<context>
    <name>NewFromTableDialog</name>
    <message>
        <source>New ledger from a table</source>
        <translation>由表格新建台賬</translation>
    </message>
    <message>
        <source>Keep as a ledger…</source>
        <translation>存為台賬…</translation>
    </message>
    <message>
        <source>No table chosen yet</source>
        <translation>尚未選擇表格</translation>
    </message>
    <message>
        <source>Reading the table…</source>
        <translation>正在讀取表格…</translation>
    </message>
    <message>
        <source>Choose a table…</source>
        <translation>選擇表格…</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>報告期</translation>
    </message>
    <message>
        <source>New plan from a table</source>
        <translation>由表格新建方案</translation>
    </message>
    <message>
        <source>An Excel (.xlsx), Word (.docx), .csv or text file with the categories, items, targets and units of one year. The table itself is not changed.</source>
        <translation>請選擇含有全年類別、項目、目標和責任單位的 Excel（.xlsx）、Word（.docx）、.csv 或文字檔。表格本身不會被更動。</translation>
    </message>
    <message>
        <source>Add to this ledger</source>
        <translation>加入本台賬</translation>
    </message>
    <message>
        <source>none</source>
        <translation>無</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>工作表</translation>
    </message>
    <message>
        <source>Row of the header</source>
        <translation>表頭所在列</translation>
    </message>
    <message>
        <source>Period, if the table names none</source>
        <translation>報告期（表中未寫明時）</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>識別結果</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>名稱</translation>
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
        <translation>選擇表格</translation>
    </message>
    <message>
        <source>{categories} categories, {items} items, {tasks} tasks, {units} lead units; {periods}</source>
        <translation>{categories} 個類別，{items} 個項目，{tasks} 項任務，{units} 個牽頭單位；{periods}</translation>
    </message>
    <message>
        <source>The table names no year: please look whether the one above is right.</source>
        <translation>表中沒有寫年份：請核對上面的年份。</translation>
    </message>
    <message>
        <source>Shishi files (*.shishi)</source>
        <translation>實事台賬檔案 (*.shishi)</translation>
    </message>
    <message>
        <source>Keep as a ledger</source>
        <translation>存為台賬</translation>
    </message>
</context>
<context>
    <name>NewPlanDialog</name>
    <message>
        <source>New plan from another year&apos;s</source>
        <translation>參照往年方案新建</translation>
    </message>
    <message>
        <source>New plan from nothing</source>
        <translation>新建空白方案</translation>
    </message>
    <message>
        <source>Categories, items, tasks, measures and units are taken over. Retired tasks, periods and what was reported stay behind.</source>
        <translation>沿用類別、項目、任務、指標和責任單位；已停用的任務、報告期和填報內容不帶入。</translation>
    </message>
    <message>
        <source>An empty plan in this ledger. Everything is entered afterwards.</source>
        <translation>在本台賬中建立一個空白方案，內容隨後錄入。</translation>
    </message>
    <message>
        <source>Make the plan</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Like</source>
        <translation>參照</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>First period</source>
        <translation>首個報告期</translation>
    </message>
    <message>
        <source>From another file…</source>
        <translation>從其他檔案選擇…</translation>
    </message>
    <message>
        <source>Shishi files (*.shishi)</source>
        <translation>實事台賬檔案 (*.shishi)</translation>
    </message>
    <message>
        <source>Choose a ledger</source>
        <translation>選擇台賬</translation>
    </message>
</context>
<context>
    <name>OfficeNote</name>
    <message>
        <source>From the coordinating office</source>
        <translation>統籌部門說明</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>已讀</translation>
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
        <translation>類別、項目和任務</translation>
    </message>
</context>
<context>
    <name>OverviewLayout</name>
    <message>
        <source>Bars</source>
        <translation>進展條</translation>
    </message>
    <message>
        <source>Since {period}</source>
        <translation>與 {period} 相比</translation>
    </message>
    <message>
        <source>{share}% of the year gone</source>
        <translation>全年時間已過 {share}%</translation>
    </message>
    <message>
        <source>There is no earlier period to compare with.</source>
        <translation>沒有更早的報告期可比較。</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation>
            <numerusform>%n 項任務</numerusform>
        </translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>需要關注</translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任務</translation>
    </message>
    <message>
        <source>Since last period</source>
        <translation>與上期相比</translation>
    </message>
    <message>
        <source>Nothing here needs anybody&apos;s attention.</source>
        <translation>這裡沒有需要關注的事項。</translation>
    </message>
    <message>
        <source>No measure is promised here.</source>
        <translation>這裡沒有量化指標。</translation>
    </message>
    <message>
        <source>There is no task here.</source>
        <translation>這裡沒有任務。</translation>
    </message>
    <message>
        <source>Nothing changed here.</source>
        <translation>這裡沒有變化。</translation>
    </message>
    <message>
        <source>Share of the year gone</source>
        <translation>全年時間進度</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>顯示全部</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>存為 PDF…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>列印…</translation>
    </message>
    <message>
        <source>By category</source>
        <translation>按類別</translation>
    </message>
    <message>
        <source>By unit</source>
        <translation>按單位</translation>
    </message>
    <message>
        <source>By plan</source>
        <translation>按方案</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>比較對象</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>Conflict</source>
        <translation>有衝突</translation>
    </message>
    <message>
        <source>Sent back</source>
        <translation>已退回</translation>
    </message>
    <message>
        <source>Changed after approval</source>
        <translation>通過後又有改動</translation>
    </message>
    <message>
        <source>Does not add up</source>
        <translation>數據有誤</translation>
    </message>
    <message>
        <source>Behind</source>
        <translation>滯後</translation>
    </message>
    <message>
        <source>Not reported</source>
        <translation>未填報</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新填報</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>有變化</translation>
    </message>
    <message>
        <source>No longer reported</source>
        <translation>本期未填</translation>
    </message>
    <message>
        <source>As before</source>
        <translation>無變化</translation>
    </message>
    <message>
        <source>All tasks</source>
        <translation>全部任務</translation>
    </message>
    <message>
        <source>{kind}: {note}</source>
        <translation>{kind}：{note}</translation>
    </message>
    <message>
        <source>The figures say “{computed}”; what the unit says counts, because: {reason}</source>
        <translation>按數值為「{computed}」，以單位所填為準，理由：{reason}</translation>
    </message>
    <message>
        <source>{light} (overridden)</source>
        <translation>{light}（人工認定）</translation>
    </message>
    <message>
        <source>no figure</source>
        <translation>未填數值</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF 檔案 (*.pdf)</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>{name} is written.</source>
        <translation>已儲存 {name}。</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) sent to the printer.</source>
        <translation>
            <numerusform>已將 %n 頁傳送到印表機。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PagePreview</name>
    <message>
        <source>Preview</source>
        <translation>預覽</translation>
    </message>
</context>
<context>
    <name>PageRail</name>
    <message>
        <source>Pages</source>
        <translation>頁面</translation>
    </message>
</context>
<context>
    <name>PaperPanel</name>
    <message>
        <source>What to print</source>
        <translation>列印什麼</translation>
    </message>
    <message>
        <source>Which items</source>
        <translation>哪些項目</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>哪個單位</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>類別</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>紙張</translation>
    </message>
    <message>
        <source>With the period before</source>
        <translation>並列上期進展</translation>
    </message>
    <message>
        <source>To be published (public version)</source>
        <translation>公開版</translation>
    </message>
    <message>
        <source>Without problems, next steps and remarks.</source>
        <translation>不含存在問題、下步打算和備註。</translation>
    </message>
    <message>
        <source>With unsaved drafts (marked)</source>
        <translation>包括未儲存的草稿（加註）</translation>
    </message>
    <message>
        <source>All units</source>
        <translation>所有單位</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>所有類別</translation>
    </message>
    <message>
        <source>All items of this file</source>
        <translation>本檔案的所有項目</translation>
    </message>
    <message>
        <source>This item</source>
        <translation>本項目</translation>
    </message>
    <message>
        <source>Edition</source>
        <translation>版次</translation>
    </message>
    <message>
        <source>as counted</source>
        <translation>按發布次數</translation>
    </message>
</context>
<context>
    <name>Papers</name>
    <message>
        <source>Consolidated table</source>
        <translation>彙總表</translation>
    </message>
    <message>
        <source>Item sheets</source>
        <translation>填報單</translation>
    </message>
    <message>
        <source>Unit sets (cover and sheets)</source>
        <translation>單位套表（封面和填報單）</translation>
    </message>
    <message>
        <source>Blank sheets to fill in by hand</source>
        <translation>空白填報單（手工填寫）</translation>
    </message>
    <message>
        <source>List of the missing</source>
        <translation>催報單</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>總覽</translation>
    </message>
    <message>
        <source>Receipts for the units</source>
        <translation>回執</translation>
    </message>
</context>
<context>
    <name>PeriodForm</name>
    <message>
        <source>A day is set by which returns are due</source>
        <translation>設定上報截止日</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>From</source>
        <translation>開始日</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>結束日</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>限期</translation>
    </message>
    <message>
        <source>Open a period</source>
        <translation>開啟報告期</translation>
    </message>
</context>
<context>
    <name>Periods</name>
    <message>
        <source>Periods</source>
        <translation>報告期</translation>
    </message>
    <message>
        <source>Open the next one</source>
        <translation>開啟下一期</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>刪除</translation>
    </message>
    <message>
        <source>Open it again…</source>
        <translation>重新開放…</translation>
    </message>
    <message>
        <source>Publish…</source>
        <translation>發布…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Open this period</source>
        <translation>開啟此報告期</translation>
    </message>
    <message>
        <source>due {day}</source>
        <translation>截止 {day}</translation>
    </message>
    <message>
        <source>published</source>
        <translation>已發布</translation>
    </message>
    <message>
        <source>open</source>
        <translation>填報中</translation>
    </message>
</context>
<context>
    <name>PlanField</name>
    <message>
        <source>Number</source>
        <translation>編號</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>類別</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目標</translation>
    </message>
    <message>
        <source>Lead units</source>
        <translation>牽頭單位</translation>
    </message>
    <message>
        <source>Cooperating units</source>
        <translation>協同單位</translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>Further columns</source>
        <translation>其他欄</translation>
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
        <translation>名稱</translation>
    </message>
    <message>
        <source>Aliases</source>
        <translation>別名</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成員</translation>
    </message>
    <message>
        <source>Group unit</source>
        <translation>單位組</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>聯絡方式</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>比較方式</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>數值</translation>
    </message>
    <message>
        <source>Unit of measure</source>
        <translation>計量單位</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>Tolerance</source>
        <translation>允許偏差</translation>
    </message>
    <message>
        <source>From</source>
        <translation>開始日</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>結束日</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>限期</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>發布時間</translation>
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
        <translation>填寫</translation>
    </message>
    <message>
        <source>Copy number and target</source>
        <translation>複製編號和目標</translation>
    </message>
    <message>
        <source>Show this plan</source>
        <translation>開啟此方案</translation>
    </message>
    <message>
        <source>Open all headings</source>
        <translation>全部展開</translation>
    </message>
    <message>
        <source>Close all headings</source>
        <translation>全部摺疊</translation>
    </message>
</context>
<context>
    <name>PlanPage</name>
    <message>
        <source>From a table…</source>
        <translation>由表格匯入…</translation>
    </message>
    <message>
        <source>From another year&apos;s plan…</source>
        <translation>參照往年方案…</translation>
    </message>
    <message>
        <source>From nothing…</source>
        <translation>新建空白方案…</translation>
    </message>
    <message>
        <source>Items and tasks</source>
        <translation>項目與任務</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>單位</translation>
    </message>
    <message>
        <source>Periods</source>
        <translation>報告期</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>Amendments</source>
        <translation>調整記錄</translation>
    </message>
    <message>
        <source>History</source>
        <translation>修改歷史</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Next quarter&apos;s table…</source>
        <translation>讀入下一期表格…</translation>
    </message>
    <message>
        <source>New plan…</source>
        <translation>新建方案…</translation>
    </message>
    <message>
        <source>This file is open for reading only; nothing can be changed.</source>
        <translation>此檔案以唯讀方式開啟，不能修改。</translation>
    </message>
</context>
<context>
    <name>PlanPane</name>
    <message>
        <source>Search</source>
        <translation>搜尋</translation>
    </message>
    <message>
        <source>Search number, text, unit or pinyin initials (Ctrl+F)</source>
        <translation>搜尋編號、文字、單位或拼音首字母（Ctrl+F）</translation>
    </message>
    <message>
        <source>Nothing fits. Shorten the search, or choose “All”.</source>
        <translation>沒有符合的任務。請縮短搜尋內容，或選擇「全部」。</translation>
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
        <translation>{count} 項任務</translation>
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
        <translation>列印…</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>共 %n 頁</numerusform>
        </translation>
    </message>
    <message>
        <source>The first {items} items; print and save take all.</source>
        <translation>僅預覽前 {items} 項；列印和儲存包括全部。</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>正在列印</translation>
    </message>
    <message>
        <source>One PDF per unit</source>
        <translation>每個單位一份 PDF</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>另存新檔</translation>
    </message>
    <message>
        <source>One PDF per unit…</source>
        <translation>每個單位一份 PDF…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>縮小</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>符合寬度</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>正在產生</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written.</source>
        <translation>
            <numerusform>已產生 %n 個檔案。</numerusform>
        </translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF 檔案 (*.pdf)</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel 活頁簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>Word document (*.docx)</source>
        <translation>Word 文件 (*.docx)</translation>
    </message>
    <message>
        <source>Plain table (*.csv)</source>
        <translation>純表格 (*.csv)</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>文字檔 (*.txt)</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>{name} is written.</source>
        <translation>已產生 {name}。</translation>
    </message>
    <message>
        <source>{name} is open in another program, so it was saved beside it.</source>
        <translation>{name} 正被其他程式開啟，因此另存在它旁邊。</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) sent to the printer.</source>
        <translation>
            <numerusform>已將 %n 頁傳送到印表機。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrintSheetsDialog</name>
    <message>
        <source>Print item sheets</source>
        <translation>列印填報單</translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message>
        <source>{usual} characters are the usual length; a longer text is saved whole.</source>
        <translation>通常不超過 {usual} 字；超出的部分同樣完整儲存。</translation>
    </message>
    <message>
        <source>Last period&apos;s narrative</source>
        <translation>上期完成情況</translation>
    </message>
    <message>
        <source>Take as a start</source>
        <translation>以此為底稿</translation>
    </message>
    <message>
        <source>Copies last period&apos;s words into the narrative, to go on from there</source>
        <translation>把上期文字複製到完成情況，在此基礎上修改</translation>
    </message>
    <message>
        <source>Nothing was reported</source>
        <translation>上期沒有填報</translation>
    </message>
    <message>
        <source>The first period: nothing before it</source>
        <translation>首個報告期，無上期內容</translation>
    </message>
    <message>
        <source>Progress ({period})</source>
        <translation>完成情況（{period}）</translation>
    </message>
    <message>
        <source>{count} / {usual} characters</source>
        <translation>{count} / {usual} 字</translation>
    </message>
    <message>
        <source>Last period</source>
        <translation>上期完成情況</translation>
    </message>
</context>
<context>
    <name>PublishDialog</name>
    <message>
        <source>Publish {period}</source>
        <translation>公佈 {period}</translation>
    </message>
    <message>
        <source>What stands is approved as it is, and the period is closed. What comes in later is kept beside it and never overwrites it. Who published it and when stays on record, and it can be opened again.</source>
        <translation>現有內容按現狀審核通過，報告期隨之關閉。此後收到的內容另行保留，不會覆蓋。由誰、何時公佈均有記錄，需要時可以重新開放。</translation>
    </message>
    <message>
        <source>Publish the period</source>
        <translation>公佈該報告期</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在核對…</translation>
    </message>
    <message numerus="yes">
        <source>Published. %n task(s) remain in conflict and are printed as pending until they are settled.</source>
        <translation>
            <numerusform>已公佈。仍有 %n 項任務存在衝突，解決之前列印為「待定」。</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>{filled} of {tasks} tasks are filled in.</source>
        <translation>共 {tasks} 項任務，已填報 {filled} 項。</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) in conflict</source>
        <translation>
            <numerusform>%n 項存在衝突</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n correction(s) not back yet</source>
        <translation>
            <numerusform>%n 項退回更正尚未交回</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) changed after approval</source>
        <translation>
            <numerusform>%n 項審核後又有改動</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) not approved, which publishing does</source>
        <translation>
            <numerusform>%n 項尚未審核，公布時一併通過</numerusform>
        </translation>
    </message>
    <message>
        <source>The checks noticed nothing.</source>
        <translation>核對沒有發現問題。</translation>
    </message>
    <message>
        <source>Open {period} again?</source>
        <translation>重新開放 {period}？</translation>
    </message>
    <message>
        <source>Its entries can be changed again; approvals stay. That it was opened, by whom and when, stays on record.</source>
        <translation>其中的填報可以再次修改，已通過的審核保持不變。由誰、何時重新開放均有記錄。</translation>
    </message>
    <message>
        <source>Open it again</source>
        <translation>重新開放</translation>
    </message>
</context>
<context>
    <name>ReadRows</name>
    <message>
        <source>Take in</source>
        <translation>匯入</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>類別</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>編號</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目標</translation>
    </message>
    <message>
        <source>Lead units</source>
        <translation>牽頭單位</translation>
    </message>
    <message>
        <source>Cooperating units</source>
        <translation>協同單位</translation>
    </message>
</context>
<context>
    <name>ReadRowsView</name>
    <message>
        <source>Rows as understood</source>
        <translation>識別出的各列</translation>
    </message>
</context>
<context>
    <name>ReceiptsDialog</name>
    <message>
        <source>Receipts</source>
        <translation>回執</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>單位</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>複製為文字</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打開資料夾</translation>
    </message>
    <message>
        <source>Copied: {unit}</source>
        <translation>已複製：{unit}</translation>
    </message>
    <message numerus="yes">
        <source>Save %n receipt(s) as PDF…</source>
        <translation>
            <numerusform>儲存 %n 份回執 (PDF)…</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing of these units was merged yet.</source>
        <translation>這些單位還沒有合併過上報。</translation>
    </message>
    <message>
        <source>Folder for the receipts</source>
        <translation>回執儲存到</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written.</source>
        <translation>
            <numerusform>已寫入 %n 個檔案。</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>Record</name>
    <message>
        <source>Before and after</source>
        <translation>改動前後</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>修改前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>修改後</translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <source>Restore a backup</source>
        <translation>還原備份</translation>
    </message>
    <message>
        <source>The ledger becomes what it was when the backup was made; what was merged, saved or reviewed since is not in it. What stands now is kept first as one more backup, so that this can be taken back in the same way. Returned files can be merged again.</source>
        <translation>台賬將回到備份時的樣子，此後的合併、儲存和審核都不在其中。現有台賬會先另存為一份備份，需要時可用同樣的辦法退回來。上報檔案可以重新合併。</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>還原</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>備份時間</translation>
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
        <translation>備份</translation>
    </message>
    <message>
        <source>There is no backup yet: one is made before each merge.</source>
        <translation>還沒有備份：每次合併前會自動備份。</translation>
    </message>
    <message>
        <source>Put the ledger back to {when}?</source>
        <translation>把台賬還原到 {when}？</translation>
    </message>
    <message>
        <source>What stands now is kept as a backup.</source>
        <translation>現有台賬會先另存為一份備份。</translation>
    </message>
    <message>
        <source>a merge</source>
        <translation>合併</translation>
    </message>
    <message>
        <source>an undo</source>
        <translation>撤銷合併</translation>
    </message>
    <message>
        <source>a change of the file&apos;s version</source>
        <translation>檔案升級</translation>
    </message>
    <message>
        <source>a restore</source>
        <translation>還原備份</translation>
    </message>
</context>
<context>
    <name>ReturnsLine</name>
    <message>
        <source>Watch a folder…</source>
        <translation>監看資料夾…</translation>
    </message>
    <message>
        <source>Stop watching</source>
        <translation>停止監看</translation>
    </message>
    <message>
        <source>Receipts…</source>
        <translation>回執…</translation>
    </message>
    <message>
        <source>List of the missing</source>
        <translation>催報單</translation>
    </message>
    <message>
        <source>Watch a folder for returns</source>
        <translation>監看哪個資料夾</translation>
    </message>
    <message>
        <source>Watching {folder}</source>
        <translation>正在監看 {folder}</translation>
    </message>
    <message>
        <source>{folder}
What arrives there is shown here; nothing is merged by itself.</source>
        <translation>{folder}
新到的檔案會在這裡預覽，不會自動合併。</translation>
    </message>
    <message>
        <source>The watched folder cannot be read now: {folder}</source>
        <translation>監看的資料夾現在讀不到：{folder}</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>複製為文字</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>儲存為 PDF…</translation>
    </message>
</context>
<context>
    <name>ReturnsPage</name>
    <message>
        <source>Returned files (*.shishi *.xlsx)</source>
        <translation>上報檔案 (*.shishi *.xlsx)</translation>
    </message>
    <message>
        <source>Merge returns</source>
        <translation>合併上報檔案</translation>
    </message>
    <message>
        <source>{plan}_{period}_missing.pdf</source>
        <translation>{plan}_{period}_催報單.pdf</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Save the list of the missing</source>
        <translation>儲存催報單</translation>
    </message>
    <message>
        <source>The reminder is on the clipboard</source>
        <translation>催報文字已複製</translation>
    </message>
</context>
<context>
    <name>ReturnsView</name>
    <message>
        <source>Returns of the units</source>
        <translation>各單位上報情況</translation>
    </message>
</context>
<context>
    <name>ReviewList</name>
    <message>
        <source>Unit</source>
        <translation>單位</translation>
    </message>
    <message>
        <source>Approve the selected {count}</source>
        <translation>通過選中的 {count} 條</translation>
    </message>
    <message>
        <source>Approve all without findings ({count})</source>
        <translation>通過全部無提示的 ({count})</translation>
    </message>
    <message>
        <source>Issue corrections ({count})…</source>
        <translation>下發退回更正 ({count})…</translation>
    </message>
    <message>
        <source>All units</source>
        <translation>全部單位</translation>
    </message>
    <message>
        <source>Entries to review</source>
        <translation>待審核的填報</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>To review</source>
        <translation>待審核</translation>
    </message>
    <message>
        <source>Sent back</source>
        <translation>已退回</translation>
    </message>
    <message>
        <source>Changed after approval</source>
        <translation>通過後有變動</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>已通過</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>衝突</translation>
    </message>
    <message>
        <source>Not reported</source>
        <translation>未上報</translation>
    </message>
    <message>
        <source>{count} to check</source>
        <translation>{count} 條提示</translation>
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
        <translation>後來收到</translation>
    </message>
    <message>
        <source>Before: {period}</source>
        <translation>上期 {period}</translation>
    </message>
    <message>
        <source>nothing reported</source>
        <translation>沒有填報</translation>
    </message>
    <message numerus="yes">
        <source>Approve %n entries?</source>
        <translation>
            <numerusform>通過 %n 條填報？</numerusform>
        </translation>
    </message>
    <message>
        <source>No check noticed anything in them. Each can be opened again later.</source>
        <translation>這些填報檢查沒有提示。通過後仍可逐條重新打開。</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>通過</translation>
    </message>
    <message numerus="yes">
        <source>%n entries approved</source>
        <translation>
            <numerusform>已通過 %n 條</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries were not approved.</source>
        <translation>
            <numerusform>有 %n 條沒有通過。</numerusform>
        </translation>
    </message>
    <message>
        <source>They are in conflict, or changed since you read them. Look at them one by one.</source>
        <translation>它們存在衝突，或在您查看之後有了變化。請逐條查看。</translation>
    </message>
</context>
<context>
    <name>ReviewPanel</name>
    <message>
        <source>Nothing is in this list.</source>
        <translation>這裡沒有內容。</translation>
    </message>
    <message>
        <source>the approved text stays</source>
        <translation>維持已通過的內容</translation>
    </message>
    <message>
        <source>Reword {task}</source>
        <translation>改寫 {task}</translation>
    </message>
    <message>
        <source>Your words replace the entry, which stays on record. The unit sees them in its next file.</source>
        <translation>以您改寫的為準，原文仍留存。單位在下一次的填報檔案中會看到。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Told by telephone: {task}</source>
        <translation>電話報送：{task}</translation>
    </message>
    <message>
        <source>Saved in the office&apos;s name, with a remark of who told it. The unit sees it in its next file.</source>
        <translation>以統籌部門名義儲存，備註中寫明由誰告知。單位在下一次的填報檔案中會看到。</translation>
    </message>
    <message>
        <source>Approved {when} by {who}.</source>
        <translation>{when} 由 {who} 審核通過。</translation>
    </message>
    <message>
        <source>Sent back {when} by {who}: {comment}</source>
        <translation>{when} 由 {who} 退回：{comment}</translation>
    </message>
    <message>
        <source>It was answered since.</source>
        <translation>此後已重新上報。</translation>
    </message>
    <message>
        <source>A correction was issued {when}; nothing came back yet.</source>
        <translation>{when} 已下發更正，尚未收回。</translation>
    </message>
    <message>
        <source>No correction was issued for it yet.</source>
        <translation>尚未下發更正檔案。</translation>
    </message>
    <message>
        <source>Approve what came in (A)</source>
        <translation>通過新收到的 (A)</translation>
    </message>
    <message>
        <source>Approve (A)</source>
        <translation>通過 (A)</translation>
    </message>
    <message>
        <source>Withdraw (R)</source>
        <translation>收回退回 (R)</translation>
    </message>
    <message>
        <source>Open again (R)</source>
        <translation>重新打開 (R)</translation>
    </message>
    <message>
        <source>Mark what is new since the last period</source>
        <translation>標出比上期新增的內容</translation>
    </message>
    <message>
        <source>Keep what was approved (K)</source>
        <translation>維持已通過的 (K)</translation>
    </message>
    <message>
        <source>Send back (B)…</source>
        <translation>退回 (B)…</translation>
    </message>
    <message>
        <source>Reword (W)…</source>
        <translation>改寫 (W)…</translation>
    </message>
    <message>
        <source>By telephone (T)…</source>
        <translation>電話報送 (T)…</translation>
    </message>
    <message>
        <source>Settle the conflict</source>
        <translation>處理衝突</translation>
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
        <translation>已選定</translation>
    </message>
    <message>
        <source>in doubt</source>
        <translation>存疑</translation>
    </message>
    <message>
        <source>not in the plan</source>
        <translation>方案中沒有</translation>
    </message>
</context>
<context>
    <name>Sample</name>
    <message>
        <source>Where to put the sample ledger</source>
        <translation>示例台賬存放位置</translation>
    </message>
    <message>
        <source>Shishi files (*.shishi)</source>
        <translation>實事台賬檔案 (*.shishi)</translation>
    </message>
</context>
<context>
    <name>SendBackBar</name>
    <message>
        <source>Why it is sent back</source>
        <translation>退回意見</translation>
    </message>
    <message>
        <source>What is to be corrected? The clerk will see this.</source>
        <translation>需要更正什麼？填報人會看到這句話。</translation>
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
        <translation>請補充各項指標的完成數。</translation>
    </message>
    <message>
        <source>Please say why it is behind, and what is done about it.</source>
        <translation>請說明滯後原因和下一步措施。</translation>
    </message>
    <message>
        <source>This is the text of the last period; please report this one.</source>
        <translation>內容與上期相同，請更新本期進展。</translation>
    </message>
</context>
<context>
    <name>SentTable</name>
    <message>
        <source>Unit</source>
        <translation>單位</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>下發時間</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任務</translation>
    </message>
    <message>
        <source>File</source>
        <translation>檔案</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>說明</translation>
    </message>
    <message>
        <source>correction</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>replaced by a later file of {at}</source>
        <translation>已由 {at} 的新檔案取代</translation>
    </message>
</context>
<context>
    <name>SentView</name>
    <message>
        <source>What was sent</source>
        <translation>已下發的檔案</translation>
    </message>
</context>
<context>
    <name>SidesView</name>
    <message>
        <source>Side by side</source>
        <translation>左右對照</translation>
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
        <translation>退回後的改動</translation>
    </message>
    <message>
        <source>History…</source>
        <translation>歷史…</translation>
    </message>
</context>
<context>
    <name>SourceGrid</name>
    <message>
        <source>The table as it stands in the file</source>
        <translation>檔案中的原表</translation>
    </message>
</context>
<context>
    <name>SourceLines</name>
    <message>
        <source>Holds</source>
        <translation>內容</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>報告期</translation>
    </message>
</context>
<context>
    <name>Standing</name>
    <message>
        <source>Not issued</source>
        <translation>未下發</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>未上報</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>衝突</translation>
    </message>
    <message>
        <source>Sent back</source>
        <translation>已退回</translation>
    </message>
    <message>
        <source>Changed after approval</source>
        <translation>審核後有變動</translation>
    </message>
    <message>
        <source>Incomplete</source>
        <translation>未填完</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>已合併</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>已通過</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>責任單位</translation>
    </message>
    <message>
        <source>Filled in</source>
        <translation>填報進度</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>收到時間</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>Check code</source>
        <translation>校驗碼</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>下發</translation>
    </message>
    <message>
        <source>Remind</source>
        <translation>催報</translation>
    </message>
    <message>
        <source>Settle</source>
        <translation>處理衝突</translation>
    </message>
    <message>
        <source>Issue again</source>
        <translation>下發更正</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>查看變動</translation>
    </message>
    <message>
        <source>Its tasks</source>
        <translation>看任務</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>審核</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>回執</translation>
    </message>
    <message>
        <source>{days} d late</source>
        <translation>遲 {days} 天</translation>
    </message>
    <message>
        <source>{days} d over</source>
        <translation>逾期 {days} 天</translation>
    </message>
    <message>
        <source>on time</source>
        <translation>按時</translation>
    </message>
    <message>
        <source>Due {day}</source>
        <translation>限 {day} 前上報</translation>
    </message>
</context>
<context>
    <name>StandingNotices</name>
    <message>
        <source>Changed since you printed the sheet ({time}): print it again before it is stamped.</source>
        <translation>列印填報單（{time}）之後又有改動：蓋章前請重新列印。</translation>
    </message>
</context>
<context>
    <name>State</name>
    <message>
        <source>Not started</source>
        <translation>未啟動</translation>
    </message>
    <message>
        <source>On track</source>
        <translation>按序時</translation>
    </message>
    <message>
        <source>Behind</source>
        <translation>滯後</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation>不適用</translation>
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
        <translation>衝突</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>已通過</translation>
    </message>
    <message>
        <source>Changed after approval</source>
        <translation>審核後有變動</translation>
    </message>
    <message>
        <source>Sent back</source>
        <translation>已退回</translation>
    </message>
    <message>
        <source>No longer asked for</source>
        <translation>不再填報</translation>
    </message>
    <message>
        <source>Ahead of schedule</source>
        <translation>超序時</translation>
    </message>
    <message>
        <source>On schedule</source>
        <translation>按序時</translation>
    </message>
    <message>
        <source>Target exceeded</source>
        <translation>超額完成</translation>
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
        <translation>報告期已關閉</translation>
    </message>
    <message>
        <source>read only</source>
        <translation>唯讀</translation>
    </message>
    <message>
        <source>draft saved {time}</source>
        <translation>草稿已自動儲存 {time}</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>正在處理…</translation>
    </message>
</context>
<context>
    <name>StatusPicker</name>
    <message>
        <source>Status</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>How far the task is, in the unit&apos;s own judgement</source>
        <translation>本單位對進展的判斷</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>請選擇…</translation>
    </message>
</context>
<context>
    <name>Structure</name>
    <message>
        <source>Bring back</source>
        <translation>恢復</translation>
    </message>
    <message>
        <source>Retire</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>+ Category</source>
        <translation>+ 類別</translation>
    </message>
    <message>
        <source>+ Item</source>
        <translation>+ 項目</translation>
    </message>
    <message>
        <source>+ Task</source>
        <translation>+ 任務</translation>
    </message>
    <message>
        <source>Split by member</source>
        <translation>按成員拆分</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>刪除</translation>
    </message>
    <message>
        <source>Only what was never issued or reported on can be deleted (Delete)</source>
        <translation>只能刪除從未下發或填報過的內容（Delete）</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
</context>
<context>
    <name>TableReview</name>
    <message>
        <source>To check</source>
        <translation>需核對</translation>
    </message>
    <message>
        <source>Category as read</source>
        <translation>識別出的類別</translation>
    </message>
    <message>
        <source>Unit as read</source>
        <translation>識別出的單位</translation>
    </message>
    <message>
        <source>Group unit</source>
        <translation>單位組</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成員</translation>
    </message>
    <message>
        <source>In a cell of several units without ★ only the first one leads</source>
        <translation>一格中有多個單位且無★時，只有第一個是牽頭單位</translation>
    </message>
    <message>
        <source>Columns of the file</source>
        <translation>原表各欄</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>識別出的列</translation>
    </message>
    <message>
        <source>Categories and units</source>
        <translation>類別與單位</translation>
    </message>
    <message>
        <source>Nothing is in doubt.</source>
        <translation>沒有存疑之處。</translation>
    </message>
    <message>
        <source>To check ({count})</source>
        <translation>需核對（{count}）</translation>
    </message>
    <message>
        <source>Is right as</source>
        <translation>改為</translation>
    </message>
    <message>
        <source>Members of group units; without any, a group leads itself</source>
        <translation>單位組的成員；不填成員則由該組自行牽頭</translation>
    </message>
</context>
<context>
    <name>TargetCard</name>
    <message>
        <source>Target of the year</source>
        <translation>年度目標</translation>
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
        <translation>本期無新進展</translation>
    </message>
    <message>
        <source>The reason is missing: say why there is nothing new, or why the task does not apply.</source>
        <translation>還沒有填寫原因：請說明為何本期無新進展，或為何不適用。</translation>
    </message>
    <message>
        <source>The reason is missing: the status says otherwise than the figures. Say why, or choose another status.</source>
        <translation>還沒有填寫原因：所選狀態與資料不符。請說明原因，或改選狀態。</translation>
    </message>
    <message>
        <source>The progress is still empty. Write it, or tick “Nothing new this period” and say why.</source>
        <translation>完成情況還是空的。請填寫，或勾選「本期無新進展」並說明原因。</translation>
    </message>
    <message>
        <source>What you typed so far is kept as a draft.</source>
        <translation>已輸入的內容已留存為草稿。</translation>
    </message>
    <message>
        <source>Sent back by {author}: {comment}</source>
        <translation>{author} 退回：{comment}</translation>
    </message>
    <message>
        <source>Another version of this entry came in since you began to type. If you save, both are kept until someone chooses; discard the draft to start from the other one.</source>
        <translation>您開始輸入以後，此項又收到另一個版本。如果儲存，兩個版本都保留，待人選定；如要以另一版本為準，請捨棄草稿。</translation>
    </message>
    <message>
        <source>These words came with the imported table and do not count yet. Complete them, and save to confirm them as your unit&apos;s.</source>
        <translation>這些文字來自匯入的表格，尚不算本單位填報。請補充完整，儲存即確認為本單位填報。</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>欄名</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>內容</translation>
    </message>
    <message>
        <source>Read from the target</source>
        <translation>從目標中讀取</translation>
    </message>
    <message>
        <source>New task in {item}</source>
        <translation>項目 {item} 的新任務</translation>
    </message>
    <message>
        <source>nothing that can be counted</source>
        <translation>沒有可計量的內容</translation>
    </message>
    <message>
        <source>The target now promises: {measures}</source>
        <translation>目標現在承諾：{measures}</translation>
    </message>
    <message>
        <source>by {period}</source>
        <translation>至 {period}</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>數值</translation>
    </message>
    <message>
        <source>Unit of measure</source>
        <translation>計量單位</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目標</translation>
    </message>
    <message>
        <source>Lead units, several are joint</source>
        <translation>牽頭單位（可多個聯合牽頭）</translation>
    </message>
    <message>
        <source>Cooperating units</source>
        <translation>協同單位</translation>
    </message>
    <message>
        <source>Measures, and what is to be reached by a period</source>
        <translation>指標，以及各報告期應達到的數值</translation>
    </message>
    <message>
        <source>Further columns of the table</source>
        <translation>表中的其他欄</translation>
    </message>
</context>
<context>
    <name>Tiles</name>
    <message>
        <source>units issued</source>
        <translation>應報單位</translation>
    </message>
    <message>
        <source>returned</source>
        <translation>已回收</translation>
    </message>
    <message>
        <source>to look at</source>
        <translation>待處理</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>未上報</translation>
    </message>
    <message>
        <source>tasks filled in</source>
        <translation>任務已填</translation>
    </message>
</context>
<context>
    <name>ToldBar</name>
    <message>
        <source>Take the figures</source>
        <translation>採用這些數值</translation>
    </message>
    <message>
        <source>Takes the figures of the text into the table where it is blank</source>
        <translation>把文中的數值填入表中空白處</translation>
    </message>
    <message>
        <source>Perhaps: {figures}; type it if it is right.</source>
        <translation>可能是：{figures}；如無誤，請自行填入。</translation>
    </message>
    <message>
        <source>{label} {value}% of the target</source>
        <translation>{label} 完成目標的 {value}%</translation>
    </message>
    <message>
        <source>{figure} (of a month only)</source>
        <translation>{figure}（僅為當月數）</translation>
    </message>
    <message>
        <source>The text says: {figures}</source>
        <translation>文中識別到 {figures}</translation>
    </message>
    <message>
        <source>The text says: {figures}, as the table does</source>
        <translation>文中識別到 {figures}，與本期累計一致</translation>
    </message>
</context>
<context>
    <name>ToolBar</name>
    <message>
        <source>Tool bar</source>
        <translation>工具列</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>報告期</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>淺色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>外觀</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟隨系統</translation>
    </message>
</context>
<context>
    <name>UndoActions</name>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
</context>
<context>
    <name>UnitForm</name>
    <message>
        <source>Other names that tables use, with commas between them</source>
        <translation>表格中用到的其他名稱，用逗號隔開</translation>
    </message>
    <message>
        <source>Whom to call, and under which number</source>
        <translation>聯絡人和電話</translation>
    </message>
    <message>
        <source>Stands for several units (as 各街道 does)</source>
        <translation>代表多個單位（如「各街道」）</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Aliases</source>
        <translation>別名</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>聯絡方式</translation>
    </message>
    <message>
        <source>Group unit</source>
        <translation>單位組</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成員</translation>
    </message>
    <message>
        <source>New unit</source>
        <translation>新單位</translation>
    </message>
</context>
<context>
    <name>UnitPicker</name>
    <message>
        <source>Search a unit to add, Enter takes the first</source>
        <translation>搜尋要加入的單位，Enter 選第一個</translation>
    </message>
    <message>
        <source>Units found</source>
        <translation>找到的單位</translation>
    </message>
</context>
<context>
    <name>Units</name>
    <message>
        <source>Units</source>
        <translation>單位</translation>
    </message>
    <message>
        <source>+ Unit</source>
        <translation>+ 單位</translation>
    </message>
    <message>
        <source>Merge into another…</source>
        <translation>併入其他單位…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>刪除</translation>
    </message>
    <message>
        <source>Merge into another unit</source>
        <translation>併入其他單位</translation>
    </message>
    <message>
        <source>The tasks of {unit} go to this unit, and its name becomes an alias of it:</source>
        <translation>{unit} 的任務將歸入下面的單位，其名稱成為該單位的別名：</translation>
    </message>
    <message numerus="yes">
        <source>leads %n task(s)</source>
        <translation>
            <numerusform>牽頭 %n 項任務</numerusform>
        </translation>
    </message>
    <message>
        <source>leads nothing</source>
        <translation>沒有牽頭任務</translation>
    </message>
    <message>
        <source>group</source>
        <translation>單位組</translation>
    </message>
</context>
<context>
    <name>VersionsPanel</name>
    <message>
        <source>{count} versions of this task differ and none was chosen. Take one, or write what replaces them; saving settles it, and every version stays on record.</source>
        <translation>此任務有 {count} 個不同版本，尚未選定。請採用其中一個，或另行填寫；儲存即為選定，各版本均留存備查。</translation>
    </message>
    <message>
        <source>This entry was approved, and another version came in afterwards. The approved one stands until a coordinator has looked.</source>
        <translation>此項已審核通過，之後又收到另一個版本。在統籌部門檢視之前，以通過的版本為準。</translation>
    </message>
    <message>
        <source>The words of this version stand in the form below; nothing is settled yet. Press Ctrl+Enter to settle it with these words.</source>
        <translation>此版本的內容已填入下方表單，尚未選定。按 Ctrl+Enter 即以此內容選定。</translation>
    </message>
    <message>
        <source>Take this version</source>
        <translation>採用此版本</translation>
    </message>
    <message>
        <source>Puts these words into the form; nothing is settled until you save</source>
        <translation>把這些內容填入表單；儲存之前不作選定</translation>
    </message>
    <message>
        <source>Nothing new this period</source>
        <translation>本期無新進展</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>完成情況</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>數值</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>存在問題</translation>
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
        <translation>備註</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Recent files</source>
        <translation>最近開啟的檔案</translation>
    </message>
    <message>
        <source>Shishi</source>
        <translation>實事台賬</translation>
    </message>
    <message>
        <source>Collects, merges and prints what each unit reports on the livelihood projects.</source>
        <translation>收集、合併、列印各責任單位民生實事項目的填報。</translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation>開啟檔案</translation>
    </message>
    <message>
        <source>A fill-in file that was sent to you, or a ledger</source>
        <translation>收到的填報檔案，或台賬</translation>
    </message>
    <message>
        <source>New from a table</source>
        <translation>由表格新建</translation>
    </message>
    <message>
        <source>Make a ledger from the list of this year&apos;s projects (Excel .xlsx or text .txt)</source>
        <translation>由本年度項目清單產生台賬（Excel .xlsx 或文字 .txt）</translation>
    </message>
    <message>
        <source>Try the sample plan</source>
        <translation>試用示例方案</translation>
    </message>
    <message>
        <source>A real list of 56 tasks to look round in; nothing of yours is touched</source>
        <translation>一份 56 項任務的真實清單，可隨意試用，不影響您自己的檔案</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>開啟 {name}</translation>
    </message>
</context>
<context>
    <name>WriteOverDialog</name>
    <message>
        <source>This is what you typed earlier and did not save.</source>
        <translation>這是您上次寫了還沒有儲存的內容。</translation>
    </message>
    <message>
        <source>By telephone: {who}</source>
        <translation>電話報送：{who}</translation>
    </message>
    <message>
        <source>Unit, name, day</source>
        <translation>單位、姓名、日期</translation>
    </message>
    <message>
        <source>Who told it</source>
        <translation>告知人</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進展</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>問題</translation>
    </message>
    <message>
        <source>Next steps</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>說明</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Write who told it, so that it can be asked again.</source>
        <translation>請寫明由誰告知，以便日後核對。</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>已儲存</translation>
    </message>
</context>
<context>
    <name>_Chip</name>
    <message>
        <source>Click or Delete takes it out; Alt+Left and Alt+Right put it in order</source>
        <translation>點按或按 Delete 去掉；Alt+←、Alt+→ 調整順序</translation>
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
        <translation>開啟</translation>
    </message>
    <message>
        <source>New from a table…</source>
        <translation>由表格新建…</translation>
    </message>
    <message>
        <source>Try the sample plan…</source>
        <translation>試用示例方案…</translation>
    </message>
    <message>
        <source>Close the file</source>
        <translation>關閉檔案</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Save and go to the next</source>
        <translation>儲存並轉到下一項</translation>
    </message>
    <message>
        <source>Previous task</source>
        <translation>上一項</translation>
    </message>
    <message>
        <source>Next task</source>
        <translation>下一項</translation>
    </message>
    <message>
        <source>Next to fill in</source>
        <translation>下一個待填項</translation>
    </message>
    <message>
        <source>Next sent back</source>
        <translation>下一個退回項</translation>
    </message>
    <message>
        <source>History of the entry…</source>
        <translation>填報歷史…</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜尋</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>列印</translation>
    </message>
    <message>
        <source>Make the return file</source>
        <translation>產生上報檔案</translation>
    </message>
    <message>
        <source>Issue fill-in files</source>
        <translation>下發填報檔案</translation>
    </message>
    <message>
        <source>Merge returns</source>
        <translation>合併上報檔案</translation>
    </message>
    <message>
        <source>Publish the period…</source>
        <translation>公佈報告期…</translation>
    </message>
    <message>
        <source>Open the period again…</source>
        <translation>重新開放報告期…</translation>
    </message>
    <message>
        <source>Merge colleagues&apos; copies…</source>
        <translation>合併同事填的副本…</translation>
    </message>
    <message>
        <source>Undo the last merge</source>
        <translation>撤銷上次合併</translation>
    </message>
    <message>
        <source>Fill in</source>
        <translation>填報</translation>
    </message>
    <message>
        <source>Returns</source>
        <translation>回收</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>審核</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>衝突</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>總覽</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>報表</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>下一個區域</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>上一個區域</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>縮小文字</translation>
    </message>
    <message>
        <source>Usual size of text</source>
        <translation>文字恢復標準大小</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>還原備份…</translation>
    </message>
    <message>
        <source>Your name…</source>
        <translation>您的姓名…</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>說明</translation>
    </message>
    <message>
        <source>About Shishi</source>
        <translation>關於實事台賬</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>結束</translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Shishi</source>
        <translation>實事台賬</translation>
    </message>
</context>
<context>
    <name>operations</name>
    <message>
        <source>saved</source>
        <translation>已儲存</translation>
    </message>
    <message>
        <source>fill-in files issued</source>
        <translation>已下發填報檔案</translation>
    </message>
    <message>
        <source>return file made</source>
        <translation>已產生上報檔案</translation>
    </message>
    <message>
        <source>merged</source>
        <translation>已合併</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>已通過</translation>
    </message>
    <message>
        <source>sent back</source>
        <translation>已退回</translation>
    </message>
    <message>
        <source>open again</source>
        <translation>已重新打開</translation>
    </message>
    <message>
        <source>conflict settled</source>
        <translation>衝突已處理</translation>
    </message>
    <message>
        <source>receipts written</source>
        <translation>回執已儲存</translation>
    </message>
    <message>
        <source>list of the missing written</source>
        <translation>催報單已儲存</translation>
    </message>
    <message>
        <source>merge undone</source>
        <translation>已撤銷合併</translation>
    </message>
    <message>
        <source>explained</source>
        <translation>已記下說明</translation>
    </message>
    <message>
        <source>period published</source>
        <translation>報告期已公佈</translation>
    </message>
    <message>
        <source>period opened again</source>
        <translation>報告期已重新開放</translation>
    </message>
    <message>
        <source>plan saved</source>
        <translation>方案已儲存</translation>
    </message>
    <message>
        <source>plan added</source>
        <translation>已增加方案</translation>
    </message>
    <message>
        <source>table read</source>
        <translation>表格已讀入</translation>
    </message>
</context>
<context>
    <name>printing</name>
    <message>
        <source>{printer} did not take the pages.</source>
        <translation>{printer} 沒有接受列印。</translation>
    </message>
    <message>
        <source>Not everything is printed. See whether the printer is switched on and connected, or save as PDF and print that.</source>
        <translation>沒有全部列印。請檢查印表機是否開機並已連接，或存為 PDF 後再列印。</translation>
    </message>
</context>
<context>
    <name>shown</name>
    <message>
        <source>{name} is written.</source>
        <translation>已產生 {name}。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF 檔案 (*.pdf)</translation>
    </message>
</context>
</TS>
