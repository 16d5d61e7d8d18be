"""A table becomes a ledger, or a plan of one, or a further period of a plan; design.md §6 and §9."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from db import revision_rows
from db.errors import RequestError
from db.ledger import Ledger, new_file, now, open_ledger, shown_name
from db.periods import same_label
from db.plan import edit_plan, plan_of
from db.plan_edits import check_plan_name
from db.plan_from_table import PlanFromTable
from db.plan_labels import step
from db.records import Content, FileKind, Finding, PeriodId, Plan, TaskId
from db.resources import SAMPLE_TITLE, SAMPLE_YEAR, sample_table
from db.revisions import build
from db.table_fitness import check_fit, in_nfc
from db.tables import read_table
from db.tables.mapping import AS_UNDERSTOOD, TableMapping
from db.tables.shape import Table, settle_year


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import made."""

    plan: Plan
    entries: int
    """Narratives that became revisions."""
    findings: tuple[Finding, ...]


def import_table(
    source: Path,
    target: Path,
    *,
    period: str | None = None,
    year: int | None = None,
    title: str | None = None,
    mapping: TableMapping = AS_UNDERSTOOD,
) -> Imported:
    """Read a table into `target`: a new ledger, or, where one exists, a further period of it.

    A period that the table names wins over `period`. Raises what `read_table`, `new_file` and
    `open_ledger` raise, RequestError: `period_needed`, `unreadable_period`, `bad_text`, `longer_than_kept`,
    and what `add_periods` raises.
    """
    given = replace(mapping, period=mapping.period or period, year=mapping.year or year)
    if target.exists():
        from db.further_period import add_periods

        with open_ledger(target) as ledger:
            return add_periods(ledger, source, mapping=given, plan=title)
    given = replace(given, title=title or mapping.title)
    table = importable(source, given)
    with new_file(target, FileKind.LEDGER) as ledger:
        return _plan_made(ledger, table, source, given)


def import_sample(target: Path) -> Imported:
    """Make a ledger of the real table that comes with the program."""
    return import_table(sample_table(), target, year=SAMPLE_YEAR, title=SAMPLE_TITLE)


def add_plan(ledger: Ledger, source: Path, *, mapping: TableMapping = AS_UNDERSTOOD) -> Imported:
    """Make one more plan of a ledger that is open, out of a table, in one transaction.

    Raises what `import_table` raises for a new ledger, RequestError `not_a_ledger_file`, `plan_exists`.
    """
    if ledger.kind is not FileKind.LEDGER:
        raise RequestError("not_a_ledger_file", path=ledger.path)
    with ledger.transaction():
        return _plan_made(ledger, importable(source, mapping), source, mapping)


def _plan_made(ledger: Ledger, table: Table, source: Path, mapping: TableMapping) -> Imported:
    table = settle_year(table, mapping.year, date.today().year)
    name = shown_name(source)
    title = table.title or Path(name).stem
    made = PlanFromTable(title, table, mapping)
    check_plan_name(ledger, title, table.year or date.today().year, made.plan)
    label = step("plan_imported", source=name)
    edit_plan(ledger, made.plan, made.changes(), label=label, author=name)
    count = write_said(ledger, made.said(), name)
    return Imported(plan_of(ledger, made.plan), count, (*table.findings, *made.findings))


def importable(source: Path, mapping: TableMapping) -> Table:
    """A table that can be imported: every text in NFC, a label for each progress column, a year or none.

    Raises what `read_table` raises, RequestError: `period_needed`, `unreadable_period`, `bad_text`,
    `longer_than_kept`.
    """
    table = in_nfc(read_table(source, mapping))
    check_fit(table)
    return replace(table, findings=(*_unused_period(table, mapping.period), *table.findings))


def _unused_period(table: Table, given: str | None) -> tuple[Finding, ...]:
    """`period_not_used` (given, named) where a table names its periods itself."""
    if given is None or not table.periods or any(same_label(label, given) for label in table.periods):
        return ()
    details = (("given", given), ("named", "、".join(table.periods)))
    return (Finding("period_not_used", "warning", "", details),)


def write_said(ledger: Ledger, said: Iterable[tuple[TaskId, PeriodId, Content]], source: str) -> int:
    """Keep what a table says; how many revisions that made.

    Imported text is nobody's saying yet: revisions without unit and without parents.
    """
    saved_at = now()
    revisions = [
        build(task, period, content, unit=None, author=source, saved_at=saved_at, parents=())
        for task, period, content in said
    ]
    with ledger.transaction() as connection:
        revision_rows.insert(connection, revisions)
    return len(revisions)
