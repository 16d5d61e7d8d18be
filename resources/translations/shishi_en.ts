<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>IssueDialog</name>
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
</context>
</TS>
