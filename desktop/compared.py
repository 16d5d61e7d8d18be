"""What several people say of one task, side by side, with what differs marked: data, without widgets.

Comparing long texts takes time: it is done on the worker.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

import db
from desktop.models.measure_table import number_text
from desktop.models.states import state_word

if TYPE_CHECKING:
    from db import Content, Difference, FieldChange, Task

translate = QCoreApplication.translate


class Mark(StrEnum):
    """What is said of a piece of text; each has its own line as well as its own colour."""

    NONE = ""
    DIFFERS = "differs"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text and its mark."""

    text: str
    mark: Mark = Mark.NONE


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that is said (a field, a figure), a cell for each side."""

    title: str
    cells: tuple[tuple[Piece, ...], ...]

    @property
    def differs(self) -> bool:
        """Whether anything of it is marked."""
        return any(piece.mark for cell in self.cells for piece in cell)


def compare(
    task: Task,
    contents: Sequence[Content | None],
    *,
    base: Content | None = None,
    beside: Content | None = None,
    marks: tuple[Mark, Mark] = (Mark.DIFFERS, Mark.DIFFERS),
) -> tuple[Row, ...]:
    """The rows in which anything is said, a cell for each of `contents` (None: nothing is said).

    A status that is the same everywhere is no row: it stands above each side.

    With a `base`, each is held against it: what came is marked as added, what went stands struck out.
    Else the first is held against the others and they against it, and what differs bears `marks`. What
    stands `beside` them is one more cell, without marks.
    """
    told = [_told(task, content) for content in contents]
    start = _told(task, base) if base is not None else None
    aside = _told(task, beside)
    rows, status = [], _words()["status"]
    for title in _titles(task):
        texts = [one.get(title, "") for one in told]
        beyond = [aside.get(title, "")] if beside is not None else []
        if any((*texts, *beyond)) and not (title == status and _alike([*texts, *beyond])):
            cells = _against(texts, start.get(title, "")) if start is not None else _mutual(texts, marks)
            cells += [_cell([Piece(text)]) for text in beyond]
            rows.append(Row(title, tuple(cells)))
    return tuple(rows)


def _alike(texts: Sequence[str]) -> bool:
    return len(texts) > 1 and len(set(texts)) == 1


def _titles(task: Task) -> list[str]:
    words = _words()
    return [words["status"], *(measure.label for measure in task.measures), *list(words.values())[1:]]


def _words() -> dict[str, str]:
    return {
        "status": translate("Compared", "Status"),
        "narrative": translate("Compared", "Progress"),
        "problems": translate("Compared", "Problems"),
        "next_steps": translate("Compared", "Next steps"),
        "reason": translate("Compared", "Reason"),
        "remark": translate("Compared", "Remark"),
        "attachments": translate("Compared", "Attachments"),
    }


def _told(task: Task, content: Content | None) -> dict[str, str]:
    if content is None:
        return {}
    words, given = _words(), dict(content.figures)
    nothing_new = translate("Compared", "Nothing new this period") if content.nothing_new else ""
    figures = {
        measure.label: f"{number_text(given[measure.id])} {measure.unit}".strip()
        for measure in task.measures
        if measure.id in given
    }
    return figures | {
        words["status"]: state_word(content.status.value) if content.status else "",
        words["narrative"]: content.narrative,
        words["problems"]: content.problems,
        words["next_steps"]: content.next_steps,
        words["reason"]: "\n".join(part for part in (nothing_new, content.reason) if part),
        words["remark"]: content.remark,
        words["attachments"]: "\n".join(ref.name for ref in content.attachments),
    }


def _mutual(texts: list[str], marks: tuple[Mark, Mark]) -> list[tuple[Piece, ...]]:
    """Of the first what differs from any other, of the others what differs from the first."""
    first, others = texts[0], texts[1:]
    held = [db.text_differences(first, other) for other in others]
    cells = [_cell([Piece(p.other, Mark.NONE if p.same else marks[1]) for p in parts]) for parts in held]
    differing = [any(flags) for flags in zip(*(_flags(parts) for parts in held), strict=True)]
    runs = groupby(zip(first, differing or [False] * len(first), strict=True), key=itemgetter(1))
    head = [Piece("".join(c for c, _ in run), marks[0] if flag else Mark.NONE) for flag, run in runs]
    return [_cell(head), *cells]


def _flags(parts: Sequence[Difference]) -> list[bool]:
    """For each character of the one text whether it differs from the other."""
    return [not part.same for part in parts for _ in part.one]


def _against(texts: list[str], base: str) -> list[tuple[Piece, ...]]:
    cells = []
    for text in texts:
        pieces = []
        for part in db.text_differences(base, text):
            if part.same:
                pieces.append(Piece(part.other))
            else:
                pieces += [Piece(part.one, Mark.REMOVED), Piece(part.other, Mark.ADDED)]
        cells.append(_cell(pieces))
    return cells


def _cell(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    return tuple(piece for piece in pieces if piece.text)


def amended_rows(changes: Sequence[FieldChange]) -> tuple[Row, ...]:
    """How a task differs from the plan that a fill-in file carried: as it is now, and as it was issued."""
    words = {
        "number": translate("Compared", "Number"),
        "title": translate("Compared", "Title"),
        "category": translate("Compared", "Category"),
        "target": translate("Compared", "Target"),
        "leads": translate("Compared", "Lead units"),
        "cooperating": translate("Compared", "Cooperating"),
        "measures": translate("Compared", "Measures"),
        "retired": translate("Compared", "Retired"),
        "removed": translate("Compared", "Not in the plan"),
    }
    rows = []
    for change in changes:
        now, then = _mutual([change.after, change.before], (Mark.DIFFERS, Mark.DIFFERS))
        rows.append(Row(words.get(change.field, change.field), (now, then)))
    return tuple(rows)


def spoken(pieces: Sequence[Piece]) -> str:
    """A cell as a screen reader says it, with the marks in words."""
    words = {
        Mark.DIFFERS: translate("Compared", "[differs: {text}]"),
        Mark.ADDED: translate("Compared", "[new: {text}]"),
        Mark.REMOVED: translate("Compared", "[gone: {text}]"),
    }
    return "".join(words[p.mark].format(text=p.text) if p.mark else p.text for p in pieces)
