"""What is doubtful in rows that were read, whatever file they came from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from db.records import Finding
from db.tables.shape import Table

_SENTENCE_END = re.compile(r"[。;；!！?？\n]")
_SHORTEST = 6
"""Shorter clauses (按時完成) may well be said twice."""


def doubts(table: Table) -> tuple[Finding, ...]:
    """Findings about the rows of a table, each placed at a task name (`5.4#1`).

    `sentence_repeated` (sentence), `lead_missing`, `target_missing`, `number_in_two_categories`
    (number, first, second); all with task.
    """
    return (*_rows(table), *_numbers(table))


def _rows(table: Table) -> Iterator[Finding]:
    for name, row in table.named_rows():
        if not row.target:
            yield Finding("target_missing", "warning", name, (("task", name),))
        if not row.leads:
            yield Finding("lead_missing", "warning", name, (("task", name),))
        for sentence in repeated_sentences(row.target):
            yield Finding("sentence_repeated", "warning", name, (("task", name), ("sentence", sentence)))


def _numbers(table: Table) -> Iterator[Finding]:
    category_of: dict[str, str] = {}
    told: set[tuple[str, str]] = set()
    for name, row in table.named_rows():
        first = category_of.setdefault(row.number, row.category)
        if first != row.category and (row.number, row.category) not in told:
            told.add((row.number, row.category))
            details = (("task", name), ("number", row.number), ("first", first), ("second", row.category))
            yield Finding("number_in_two_categories", "warning", name, details)


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
