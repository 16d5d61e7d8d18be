"""Checks of the narrative as a text: length, repetition, brackets, script, dates, words of no progress."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from db.check_context import PLANNED, Check, Checked, lead
from db.records import Finding, Status
from db.scripts import script_of
from db.tables.doubts import repeated_sentences

SHORTEST, LONGEST = 4, 3000
"""Characters of a narrative that says something, and that still is read."""

_NO_PROGRESS = re.compile(
    "(?:暂未|尚未|还未|未|没有|暂无|尚无|无)(?:正式|实质性?|明显|任何|新的?)*(?:启动|开展|开工|实施|动工|进场|推进|进展|安排|落实)|暂缓|搁置|停滞"
)
_PROGRESS = re.compile(r"已(?!经?安排)|完成(?!方案)|建成|累计|共计|投用")
_DATE = re.compile(r"(?:(20[0-9]{2})年)?(?<![0-9.])([0-9]{1,2})月(?![龄嫂子内])(?:([0-9]{1,2})[日号])?")
_BRACKETS = {
    ")": "(",
    "]": "[",
    "}": "{",
    "】": "【",
    "》": "《",
    "〉": "〈",
    "」": "「",
    "』": "『",
    "”": "“",
    "’": "‘",
    "〕": "〔",
}
_LIST_MARK = re.compile(r"^[ \t]*[0-9a-zA-Z一二三四五六七八九十①-⑳]{1,3}\)", re.MULTILINE)


def text_short(entry: Checked) -> Iterator[Finding]:
    """So short that it says nothing; a figure says something."""
    text = entry.content.narrative.strip()
    if text and len(re.sub(r"\W", "", text)) < SHORTEST and not entry.counts:
        yield Finding("text_short", "warning", entry.task.name, entry.details(text=text))


def text_long(entry: Checked) -> Iterator[Finding]:
    """So long that nobody reads it in a table."""
    length = len(entry.content.narrative)
    if length > LONGEST:
        details = entry.details(length=str(length), limit=str(LONGEST))
        yield Finding("text_long", "warning", entry.task.name, details)


def text_unchanged(entry: Checked) -> Iterator[Finding]:
    """Word for word what the period before said; what is done may stay as it is said."""
    if entry.past is None or entry.content.nothing_new or entry.content.status is Status.DONE:
        return
    now, before = (re.sub(r"\s", "", text) for text in (entry.content.narrative, entry.past.narrative))
    if now and now == before:
        yield Finding("text_unchanged", "warning", entry.task.name, entry.details())


def text_repeats(entry: Checked) -> Iterator[Finding]:
    """A sentence that stands twice, as after pasting."""
    for sentence in repeated_sentences(entry.content.narrative):
        yield Finding("text_repeats", "warning", entry.task.name, entry.details(sentence=sentence))


def no_progress_words(entry: Checked) -> Iterator[Finding]:
    """暫未開展 with a status of on schedule."""
    if entry.content.status not in (Status.ON_TRACK, Status.DONE) or entry.content.reason.strip():
        return
    said = _NO_PROGRESS.search(entry.narrative)
    if said and not _PROGRESS.search(entry.narrative):
        words = entry.content.narrative[said.start() : said.end()]
        yield Finding("no_progress_words", "warning", entry.task.name, entry.details(words=words))


def date_after_period(entry: Checked) -> Iterator[Finding]:
    """What is reported cannot have happened after the period; what is planned may."""
    text = entry.narrative
    for found in _DATE.finditer(text):
        day = _first_day(found, entry.period.end.year)
        around = lead(text, found.start()) + text[found.end() : found.end() + 2]
        if day and day > entry.period.end and not PLANNED.search(around):
            written = entry.content.narrative[found.start() : found.end()]
            details = entry.details(date=written, period=entry.period.label)
            yield Finding("date_after_period", "warning", entry.task.name, details)


def _first_day(found: re.Match[str], year: int) -> date | None:
    try:
        return date(int(found[1] or year), int(found[2]), int(found[3] or 1))
    except ValueError:  # 13月, 2月30日: no date at all
        return None


def brackets_unbalanced(entry: Checked) -> Iterator[Finding]:
    """A bracket or a quote that is not closed, or not opened; 1) of a list is none."""
    text = _LIST_MARK.sub("", entry.content.narrative.translate({0xFF08: "(", 0xFF09: ")"}))
    mark = _odd_mark(text)
    if mark:
        yield Finding("brackets_unbalanced", "warning", entry.task.name, entry.details(mark=mark))


def _odd_mark(text: str) -> str:
    opened: list[str] = []
    for char in text:
        if char in _BRACKETS.values():
            opened.append(char)
        elif char in _BRACKETS and (not opened or opened.pop() != _BRACKETS[char]):
            return char
    if opened:
        return opened[-1]
    return '"' if text.count('"') % 2 else ""


def scripts_mixed(entry: Checked) -> Iterator[Finding]:
    """Simplified and traditional characters in one text; what is right in both counts for neither."""
    only = {script: [] for script in ("simplified", "traditional")}  # type: dict[str, list[str]]
    for char in dict.fromkeys(entry.content.narrative):
        if script := script_of(char):
            only[script].append(char)
    if only["simplified"] and only["traditional"]:
        details = entry.details(
            simplified="".join(only["simplified"][:6]), traditional="".join(only["traditional"][:6])
        )
        yield Finding("scripts_mixed", "note", entry.task.name, details)


TEXT_CHECKS: tuple[Check, ...] = (
    text_short,
    text_long,
    text_unchanged,
    text_repeats,
    no_progress_words,
    date_after_period,
    brackets_unbalanced,
    scripts_mixed,
)
