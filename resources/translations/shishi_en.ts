<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>BroughtBack</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindingsPanel</name>
    <message numerus="yes">
        <source>%n more…</source>
        <translation>
            <numerusform>%n more…</numerusform>
            <numerusform>%n more…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FurtherTableDialog</name>
    <message numerus="yes">
        <source>Write %n entries</source>
        <translation>
            <numerusform>Write %n entry</numerusform>
            <numerusform>Write %n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries to write</source>
        <translation>
            <numerusform>%n entry to write</numerusform>
            <numerusform>%n entries to write</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stand already and stay</source>
        <translation>
            <numerusform>%n stands already and stays</numerusform>
            <numerusform>%n stand already and stay</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows to decide</source>
        <translation>
            <numerusform>%n row to decide</numerusform>
            <numerusform>%n rows to decide</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tasks without a row</source>
        <translation>
            <numerusform>%n task without a row</numerusform>
            <numerusform>%n tasks without a row</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message numerus="yes">
        <source>Settles %n version(s); marked is what differs from the first.</source>
        <translation>
            <numerusform>Settles %n version; marked is what differs from the first.</numerusform>
            <numerusform>Settles %n versions; marked is what differs from the first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IssueDialog</name>
    <message numerus="yes">
        <source>Sent so far: %n file(s)</source>
        <translation>
            <numerusform>Sent so far: %n file</numerusform>
            <numerusform>Sent so far: %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Issue to %n unit(s)</source>
        <translation>
            <numerusform>Issue to %n unit</numerusform>
            <numerusform>Issue to %n units</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written to {folder}.</source>
        <translation>
            <numerusform>%n file written to {folder}.</numerusform>
            <numerusform>%n files written to {folder}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of the same name lay there and were kept. Send the new: {names}.</source>
        <translation>
            <numerusform>%n file of the same name lay there and was kept. Send the new one: {names}.</numerusform>
            <numerusform>%n files of the same name lay there and were kept. Send the new ones: {names}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MakeReturnDialog</name>
    <message numerus="yes">
        <source>%n thing(s) to look at; none of them bars the file:</source>
        <translation>
            <numerusform>%n thing to look at; it does not bar the file:</numerusform>
            <numerusform>%n things to look at; none of them bars the file:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MergePanel</name>
    <message numerus="yes">
        <source>Looking at %n file(s)…</source>
        <translation>
            <numerusform>Looking at %n file…</numerusform>
            <numerusform>Looking at %n files…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Merge %n file(s)</source>
        <translation>
            <numerusform>Merge %n file</numerusform>
            <numerusform>Merge %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This merge: %n file(s). Nothing is changed yet.</source>
        <translation>
            <numerusform>This merge: %n file. Nothing is changed yet.</numerusform>
            <numerusform>This merge: %n files. Nothing is changed yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) merged. A backup was made before; the merge can be undone.</source>
        <translation>
            <numerusform>%n file merged. A backup was made before; the merge can be undone.</numerusform>
            <numerusform>%n files merged. A backup was made before; the merge can be undone.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OverviewLayout</name>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation>
            <numerusform>%n task</numerusform>
            <numerusform>%n tasks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message numerus="yes">
        <source>%n page(s) sent to the printer.</source>
        <translation>
            <numerusform>%n page sent to the printer.</numerusform>
            <numerusform>%n pages sent to the printer.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrintArea</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) sent to the printer.</source>
        <translation>
            <numerusform>%n page sent to the printer.</numerusform>
            <numerusform>%n pages sent to the printer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written.</source>
        <translation>
            <numerusform>%n file written.</numerusform>
            <numerusform>%n files written.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PublishDialog</name>
    <message numerus="yes">
        <source>Published. %n task(s) remain in conflict and are printed as pending until they are settled.</source>
        <translation>
            <numerusform>Published. %n task remains in conflict and is printed as pending until it is settled.</numerusform>
            <numerusform>Published. %n tasks remain in conflict and are printed as pending until they are settled.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) in conflict</source>
        <translation>
            <numerusform>%n task in conflict</numerusform>
            <numerusform>%n tasks in conflict</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n correction(s) not back yet</source>
        <translation>
            <numerusform>%n correction not back yet</numerusform>
            <numerusform>%n corrections not back yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) changed after approval</source>
        <translation>
            <numerusform>%n task changed after approval</numerusform>
            <numerusform>%n tasks changed after approval</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) not approved, which publishing does</source>
        <translation>
            <numerusform>%n task not approved, which publishing does</numerusform>
            <numerusform>%n tasks not approved, which publishing does</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReceiptsDialog</name>
    <message numerus="yes">
        <source>Save %n receipt(s) as PDF…</source>
        <translation>
            <numerusform>Save %n receipt as PDF…</numerusform>
            <numerusform>Save %n receipts as PDF…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written.</source>
        <translation>
            <numerusform>%n file written.</numerusform>
            <numerusform>%n files written.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message numerus="yes">
        <source>Approve %n entries?</source>
        <translation>
            <numerusform>Approve %n entry?</numerusform>
            <numerusform>Approve %n entries?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries approved</source>
        <translation>
            <numerusform>%n entry approved</numerusform>
            <numerusform>%n entries approved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries were not approved.</source>
        <translation>
            <numerusform>%n entry was not approved.</numerusform>
            <numerusform>%n entries were not approved.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Units</name>
    <message numerus="yes">
        <source>leads %n task(s)</source>
        <translation>
            <numerusform>leads %n task</numerusform>
            <numerusform>leads %n tasks</numerusform>
        </translation>
    </message>
</context>
</TS>
