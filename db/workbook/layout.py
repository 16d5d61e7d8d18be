"""What stands where in a fill-in workbook, for whoever writes it and whoever reads it back.

A task is one row and each of its measures another, with nothing merged between them: rows can be
sorted and copied. A hidden column names each row, a hidden row above the header each column, so both
are found wherever they have gone.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache

from db.records import MeasureId, Status, TaskId
from db.resources import resource
from db.sheet_data import Script
from db.workbook.identity import SIGN, Identity

HIDDEN_SHEET = "shishi"
COLUMNS_SIGN = f"{SIGN}columns"
"""In the hidden column: this row names the columns."""
HEADER_SIGN = f"{SIGN}header"
AUTHOR_SIGN = f"{SIGN}author"
FOOT_SIGN = f"{SIGN}foot"
TEXT_FIELDS = ("narrative", "problems", "next_steps", "reason", "remark")
TASK_FIELDS = ("status", *TEXT_FIELDS, "nothing_new")
"""What the row of a task asks for; that of a measure asks for `figure`."""
SHOWN = ("number", "target")
"""What a row shows of what it asks: it must still agree."""


def column_sign(name: str) -> str:
    """What names a column in the hidden row."""
    return f"{SIGN}column:{name}"


def row_sign(identity: Identity, task: TaskId, measure: MeasureId | None = None) -> str:
    """What names a row in the hidden column; it tells the dispatch too, whose rows are no other's."""
    kind, *rest = ("task", task) if measure is None else ("figure", task, measure)
    return ":".join([f"{SIGN}{kind}", identity.terms.id[:12], *rest])


@cache
def _table(name: str) -> dict[Script, dict[str, str]]:
    table: dict[Script, dict[str, str]] = json.loads(resource("sheets", name).read_text("utf-8"))
    return table


def words(script: Script) -> Mapping[str, str]:
    """The words of a workbook, those that all papers share included."""
    return _table("labels.json")[script] | _table("workbook.json")[script]


def status_words(script: Script) -> dict[Status, str]:
    """What the list of statuses offers."""
    return {status: words(script)[status.value] for status in Status}
