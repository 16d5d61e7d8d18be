"""Cut fill-in files: for each unit the tasks it leads, where each stands, and the terms."""

from __future__ import annotations

import json
import sqlite3
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Literal

from db import attachments, revision_rows
from db.errors import RequestError
from db.issued_files import record_file
from db.ledger import SUFFIX, Ledger, appearing, new_file, now, plain_name, shown_name, unused
from db.ledger_entries import entries
from db.plan import last_edit, lead_units, tasks_of
from db.progress import Progress, Silent
from db.records import (
    DispatchId,
    FileKind,
    Period,
    Plan,
    Revision,
    Task,
    TaskId,
    Terms,
    Unit,
    UnitId,
)
from db.revisions import sent_back_revision
from db.seals import dispatch_id, seal_key, terms_form, terms_text

Form = Literal["shishi", "xlsx"]
"""What a fill-in file is: one of ours, or a workbook."""
FORMS: dict[str, tuple[Form, ...]] = {"shishi": ("shishi",), "xlsx": ("xlsx",), "both": ("shishi", "xlsx")}
"""What can be asked for, and the files that it means for each unit."""


MOST_OF_A_NOTE = 2_000
"""Characters of what is said to all."""


@dataclass(frozen=True, slots=True)
class Issued:
    """A fill-in file that was written."""

    path: Path
    unit: Unit
    tasks: int
    form: Form = "shishi"
    beside: Path | None = None
    """The file that has the name already, and was kept."""


def file_name(unit: Unit, period: Period, kind: str, suffix: str = SUFFIX) -> str:
    """`教育局_1-3月_填报.shishi`; what a file system forbids becomes `_`."""
    return plain_name(f"{unit.name}_{period.label}_{kind}{suffix}")


def free_place(path: Path) -> tuple[Path, Path | None]:
    """Where a file of this name can be written, and the one that has the name already, if any."""
    free = unused(path)
    return free, None if free == path else path


def issue(
    ledger: Ledger,
    plan: Plan,
    period: Period,
    folder: Path,
    *,
    units: Iterable[UnitId] | None = None,
    due: date | None = None,
    corrections: bool = False,
    form: str = "shishi",
    note: str = "",
    progress: Progress | None = None,
) -> tuple[Issued, ...]:
    """Write fill-in files for each unit (all that lead a task, unless named) and record them.

    `corrections`: only what was sent back and not answered yet, with the comments. `form`: one of `FORMS`.
    `note`: what the office says to all. A file that has the name already is kept.

    Raises RequestError: `not_a_ledger_file`, `nothing_to_issue`, `note_too_long`, `text_too_long` (what no
    cell of a workbook holds); FileError as `new_file` does.
    """
    if ledger.kind is not FileKind.LEDGER:
        raise RequestError("not_a_ledger_file", path=ledger.path)
    wanted = _wanted(ledger, plan, period, corrections=corrections)
    note = _plain_note(note)
    chosen = set(units) if units is not None else wanted.keys()
    if not chosen or not chosen <= wanted.keys():
        raise RequestError("nothing_to_issue", period=period.label)
    issued: list[Issued] = []
    for unit in (unit for unit in lead_units(plan) if unit.id in chosen):
        (progress or Silent()).step(len(issued), len(chosen), unit.name)
        terms = _terms(ledger, plan, period, unit, wanted[unit.id], due, corrections, note)
        issued += _issue_one(ledger, plan, period, unit, folder, terms, FORMS[form])
    return tuple(issued)


def _plain_note(note: str) -> str:
    if len(note) > MOST_OF_A_NOTE:
        raise RequestError("note_too_long", limit=MOST_OF_A_NOTE)
    # Half a character, as some input methods leave behind, can be written nowhere.
    return unicodedata.normalize("NFC", note.strip().encode(errors="replace").decode())


def _wanted(
    ledger: Ledger, plan: Plan, period: Period, *, corrections: bool
) -> dict[UnitId, tuple[Task, ...]]:
    """What each unit is to report on."""
    led = {unit.id: tasks_of(plan, unit.id) for unit in lead_units(plan)}
    if not corrections:
        return led
    back = sent_back(ledger, period)
    corrected = {
        unit: tuple(task for task in tasks if unit in back.get(task.id, ())) for unit, tasks in led.items()
    }
    # Who no longer leads the task is not asked again.
    return {unit: tasks for unit, tasks in corrected.items() if tasks}


def sent_back(ledger: Ledger, period: Period) -> dict[TaskId, frozenset[UnitId]]:
    """The tasks whose entry was sent back and stands unanswered, and the units that are to correct it."""
    leads = {TaskId(task): json.loads(ids) for task, ids in ledger.rows("SELECT id, leads FROM task")}
    found = {}
    for task, standing in entries(ledger, period.id).items():
        back = sent_back_revision(standing)
        if back is not None:
            found[task] = frozenset([back.unit] if back.unit in leads[task] else leads[task])
    return found


def _issue_one(
    ledger: Ledger,
    plan: Plan,
    period: Period,
    unit: Unit,
    folder: Path,
    terms: Terms,
    forms: Sequence[Form],
) -> list[Issued]:
    written = []
    with ledger.transaction() as connection:
        (key,) = ledger.one("SELECT key FROM plan_key WHERE plan_id = ?", plan.id)
        record(connection, terms)
        for form in forms:
            kind = "更正" if terms.corrections else "填报"
            name = file_name(unit, period, kind, SUFFIX if form == "shishi" else ".xlsx")
            target, beside = free_place(folder / name)
            write = _write_file if form == "shishi" else _write_book
            write(ledger, plan, period, unit, target, terms, seal_key(key, terms))
            record_file(connection, terms, form, shown_name(target))
            written.append(Issued(target, unit, len(terms.tasks), form, beside))
    return written


def _write_file(
    ledger: Ledger, plan: Plan, period: Period, unit: Unit, target: Path, terms: Terms, key: bytes
) -> None:
    tasks = [task for task in plan.tasks() if task.id in terms.tasks]
    connection = ledger.connection
    with new_file(target, FileKind.DISPATCH) as file, file.transaction() as inside:
        copy_plan(connection, inside, plan, tasks)
        record(inside, terms)
        inside.execute("INSERT INTO seal_key VALUES (?, ?)", (terms.id, key))
        context = _context(ledger, plan, period, tasks)
        revision_rows.insert(inside, context)
        current = [revision for revision in context if revision.period == period.id]
        attachments.insert(inside, attachments.load(connection, current))
        reviews = revision_rows.load_reviews(connection, "period_id = ?", period.id)
        revision_rows.insert_reviews(inside, [r for r in reviews if r.task in terms.tasks])


def _write_book(
    ledger: Ledger, plan: Plan, period: Period, unit: Unit, target: Path, terms: Terms, key: bytes
) -> None:
    from db.workbook.asking import asking_of  # brings openpyxl
    from db.workbook.sheet import write_workbook

    asking = asking_of(ledger, plan, period, unit, terms)
    with appearing(target) as unfinished:
        write_workbook(unfinished, asking, key)


def _terms(
    ledger: Ledger,
    plan: Plan,
    period: Period,
    unit: Unit,
    tasks: Sequence[Task],
    due: date | None,
    corrections: bool,
    note: str,
) -> Terms:
    standing = entries(ledger, period.id)
    starts = tuple(
        (task.id, tuple(head.id for head in standing[task.id].heads))
        for task in sorted(tasks, key=lambda task: task.id)
        if task.id in standing
    )
    edit = last_edit(ledger.connection, plan.id)
    terms = Terms(
        id=DispatchId(""),
        plan=plan.id,
        plan_edit=edit[1] if edit else "",
        unit=unit.id,
        period=period.id,
        tasks=tuple(task.id for task in tasks),
        starts=starts,
        issued_at=now(),
        due=due or period.due,
        corrections=corrections,
        note=note,
    )
    return replace(terms, id=dispatch_id(terms_form(terms)))


def _context(ledger: Ledger, plan: Plan, period: Period, tasks: Sequence[Task]) -> list[Revision]:
    """All that was said of the tasks in this period, and in earlier ones what counted, to look back on."""
    ids = {task.id for task in tasks}
    known = revision_rows.load(ledger.connection, "period_id = ?", period.id).values()
    found = [revision for revision in known if revision.task in ids]
    for earlier in plan.periods:
        if earlier.end < period.end:
            past = entries(ledger, earlier.id)
            found += [e.current for e in past.values() if e.task in ids and e.current]
    return found


def copy_plan(
    source: sqlite3.Connection, target: sqlite3.Connection, plan: Plan, tasks: Sequence[Task]
) -> None:
    """Copy the rows of the plan that these tasks need: no log, no key, no other unit's tasks."""
    wanted = json.dumps([task.id for task in tasks])
    of_tasks = "SELECT value FROM json_each(:tasks)"
    items = f"SELECT item_id FROM task WHERE id IN ({of_tasks})"
    named = f"SELECT unit_id FROM task_unit WHERE task_id IN ({of_tasks})"
    members = f"SELECT m.value FROM unit AS g, json_each(g.members) AS m WHERE g.id IN ({named})"
    for table, where in (
        ("plan", "id = :plan"),
        ("unit", f"id IN ({named} UNION {members})"),
        ("category", f"id IN (SELECT category_id FROM item WHERE id IN ({items}))"),
        ("item", f"id IN ({items})"),
        ("task", f"id IN ({of_tasks})"),
        ("measure", f"task_id IN ({of_tasks})"),
        ("period", "plan_id = :plan"),
        ("step", f"measure_id IN (SELECT id FROM measure WHERE task_id IN ({of_tasks}))"),
    ):
        _copy_rows(
            source, target, table, f"SELECT * FROM {table} WHERE {where}", {"tasks": wanted, "plan": plan.id}
        )


def _copy_rows(
    source: sqlite3.Connection, target: sqlite3.Connection, table: str, sql: str, values: dict[str, str]
) -> None:
    rows = source.execute(sql, values)
    marks = ", ".join("?" * len(rows.description))
    target.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)


def record(connection: sqlite3.Connection, terms: Terms) -> bool:
    """Note a dispatch if it is not there; whether it was new."""
    row = (terms.id, terms.plan, terms.unit, terms.period, terms_text(terms))
    return connection.execute("INSERT OR IGNORE INTO dispatch VALUES (?, ?, ?, ?, ?)", row).rowcount == 1
