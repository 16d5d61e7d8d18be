"""What is doubtful in rows that were read, whatever file they came from."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from db.records import Finding
from db.tables.shape import Table

_SENTENCE_END = re.compile(r"[。;；!！?？\n]")
_SHORTEST = 6
"""Shorter clauses (按時完成) may well be said twice."""
_MOST_MISSING = 20
"""Where more numbers are missing than these, they do not count on at all."""


def doubts(table: Table) -> tuple[Finding, ...]:
    """Findings about the rows of a table, each placed at a task name (`5.4#1`).

    `sentence_repeated` (sentence), `target_repeats`, `lead_missing`, `target_missing`,
    `number_in_two_categories` (number, first, second), `number_shortened` (number, expected), all with
    task; `number_missing` (number).
    """
    return (
        *_rows(table),
        *_repeated_targets(table),
        *_numbers(table),
        *_shortened(table),
        *_gaps(table),
    )


def _rows(table: Table) -> Iterator[Finding]:
    for name, row in table.named_rows():
        task = ("task", name)
        if not row.target:
            yield Finding("target_missing", "warning", name, (task,))
        if not row.leads:
            yield Finding("lead_missing", "warning", name, (task,))
        for sentence in repeated_sentences(row.target):
            yield Finding("sentence_repeated", "warning", name, (task, ("sentence", sentence)))


def _repeated_targets(table: Table) -> Iterator[Finding]:
    """Items that promise the same, word for word; the rows of one item may."""
    item_of: dict[str, tuple[str, str]] = {}
    for name, row in table.named_rows():
        item = (row.category, row.number)
        if row.target and item_of.setdefault(row.target, item) != item:
            yield Finding("target_repeats", "warning", name, (("task", name),))


def _numbers(table: Table) -> Iterator[Finding]:
    category_of: dict[str, str] = {}
    told: set[tuple[str, str]] = set()
    for name, row in table.named_rows():
        first = category_of.setdefault(row.number, row.category)
        if first != row.category and (row.number, row.category) not in told:
            told.add((row.number, row.category))
            details = (("task", name), ("number", row.number), ("first", first), ("second", row.category))
            yield Finding("number_in_two_categories", "warning", name, details)


def _shortened(table: Table) -> Iterator[Finding]:
    """A 1.1 behind 1.9: a spreadsheet has made a number of the text 1.10."""
    above = ""
    for name, row in table.named_rows():
        group, point, last = unicodedata.normalize("NFKC", row.number).rpartition(".")
        if point and last.isdecimal() and above == f"{group}.{int(last) * 10 - 1}":
            details = (("task", name), ("number", row.number), ("expected", f"{group}.{last}0"))
            yield Finding("number_shortened", "warning", name, details)
        above = f"{group}{point}{last}"


def _gaps(table: Table) -> Iterator[Finding]:
    """Numbers left out between others: 1.1, 1.2, 1.4."""
    counted: dict[str, set[int]] = {}
    for row in table.rows:
        found = re.fullmatch(r"(.*?)(\d{1,4})\D?", unicodedata.normalize("NFKC", row.number))
        if found:
            counted.setdefault(found[1], set()).add(int(found[2]))
    for group, numbers in counted.items():
        missing = sorted(set(range(min(numbers), max(numbers))) - numbers)
        if len(missing) <= _MOST_MISSING:
            for number in missing:
                name = f"{group}{number}"
                yield Finding("number_missing", "warning", name, (("number", name),))


def repeated_sentences(text: str) -> tuple[str, ...]:
    """Sentences that stand more than once in a text, each once, without their end mark."""
    sentences = [sentence.strip() for sentence in _SENTENCE_END.split(text)]
    return tuple(_twice(sentence for sentence in sentences if len(sentence) >= _SHORTEST))


def _twice(sentences: Iterable[str]) -> Iterator[str]:
    seen: dict[str, int] = {}
    for sentence in sentences:
        seen[sentence] = seen.get(sentence, 0) + 1
        if seen[sentence] == 2:
            yield sentence
