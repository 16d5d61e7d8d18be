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
        <source>Which tasks to show</source>
        <translation>顯示哪些任務</translation>
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
        <source>Saved. This was the last task of the list.</source>
        <translation>已儲存。這是清單中的最後一項。</translation>
    </message>
    <message>
        <source>Saved. This was the last task of the list; {filled} of {all} are filled in. The return file can be made (Ctrl+R).</source>
        <translation>已儲存。這是清單中的最後一項；已填 {filled}/{all} 項。可以產生上報檔案（Ctrl+R）。</translation>
    </message>
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
    <message>
        <source>Choose a task at the left.</source>
        <translation>請在左側選擇一項任務。</translation>
    </message>
</context>
<context>
    <name>Filling</name>
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
    <name>Handlers</name>
    <message>
        <source>Open to read</source>
        <translation>以唯讀方式開啟</translation>
    </message>
    <message>
        <source>Close without keeping it</source>
        <translation>不保留並關閉</translation>
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
    <name>IssueDialog</name>
    <message>
        <source>Issue fill-in files</source>
        <translation>下發填報檔案</translation>
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
    <message numerus="yes">
        <source>Issue to %n unit(s)</source>
        <translation>
            <numerusform>下發給 %n 個單位</numerusform>
        </translation>
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
        <source>Go to the task</source>
        <translation>轉到該任務</translation>
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
        <source>An Excel (.xlsx) or text (.txt) file with the categories, items, targets and units of one year. The table itself is not changed.</source>
        <translation>一份 Excel（.xlsx）或文字（.txt）檔案，含全年的類別、項目、目標和責任單位。表格本身不作更動。</translation>
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
        <source>To check</source>
        <translation>請核對</translation>
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
        <source>Nothing is in doubt.</source>
        <translation>沒有疑問。</translation>
    </message>
    <message>
        <source>{categories} categories, {items} items, {tasks} tasks, {units} lead units; {periods}</source>
        <translation>{categories} 個類別，{items} 個項目，{tasks} 項任務，{units} 個牽頭單位；{periods}</translation>
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
        <source>What to print</source>
        <translation>列印內容</translation>
    </message>
    <message>
        <source>Save as Excel…</source>
        <translation>存為 Excel…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>存為 PDF…</translation>
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
        <source>PDF (*.pdf)</source>
        <translation>PDF 檔案 (*.pdf)</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel 活頁簿 (*.xlsx)</translation>
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
    <message>
        <source>All items of this file</source>
        <translation>本檔案全部項目</translation>
    </message>
    <message>
        <source>This item</source>
        <translation>本項</translation>
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
    <name>ReportsPage</name>
    <message>
        <source>Consolidated table</source>
        <translation>彙總表</translation>
    </message>
    <message>
        <source>Item sheets</source>
        <translation>填報單</translation>
    </message>
</context>
<context>
    <name>ReturnsPage</name>
    <message>
        <source>Returned files (*.shishi)</source>
        <translation>上報檔案 (*.shishi)</translation>
    </message>
    <message>
        <source>Merge returns</source>
        <translation>合併上報檔案</translation>
    </message>
    <message>
        <source>Returns of the units</source>
        <translation>各單位上報情況</translation>
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
        <source>Check code</source>
        <translation>校驗碼</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
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
        <source>{label}: the text says {told}, the table {given}</source>
        <translation>{label}：文中為 {told}，表中為 {given}</translation>
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
    <name>_Tiles</name>
    <message>
        <source>units</source>
        <translation>應報單位</translation>
    </message>
    <message>
        <source>returned</source>
        <translation>已合併</translation>
    </message>
    <message>
        <source>to correct</source>
        <translation>需更正</translation>
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
        <source>Reports</source>
        <translation>報表</translation>
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
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Your name…</source>
        <translation>您的姓名…</translation>
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
        <source>merge undone</source>
        <translation>已撤銷合併</translation>
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
</TS>
