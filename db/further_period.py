"""A table of a further period, read into a plan that exists: matched, shown, and kept in one transaction."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from db.errors import RequestError
from db.importing import Imported, importable, write_said
from db.ledger import Ledger, shown_name
from db.ledger_entries import entries
from db.periods import period_named, same_label
from db.plan import open_period, plan_of, the_plan
from db.plan_from_table import content_of
from db.records import Content, Entry, FileKind, Finding, Period, Plan, TaskId
from db.revisions import normal
from db.sheet_data import Paper, cell_text
from db.table_groups import split_groups
from db.table_matching import RowMatch, matched
from db.tables.mapping import AS_UNDERSTOOD, TableMapping
from db.tables.shape import Table

_BRACKETED = re.compile("[(（]")
"""A label with something in brackets, 1-3月(修订), is a period of its own."""


@dataclass(frozen=True, slots=True)
class FurtherPreview:
    """What reading a table into a plan would do."""

    plan: Plan
    table: Table
    """As understood, a row of a group unit once for each member."""
    periods: tuple[tuple[str, bool], ...]
    """(label, whether the plan has yet to open it) of each progress column."""
    matches: tuple[RowMatch, ...]
    missing: tuple[TaskId, ...]
    """Tasks of the plan that no row reports on."""
    fresh: tuple[tuple[TaskId, str, Content], ...]
    """(task, period label, what it says) that would be kept."""
    standing: tuple[tuple[TaskId, str], ...]
    """(task, period label) of which something else is reported already; it stays as it is."""
    findings: tuple[Finding, ...]


def preview_periods(
    ledger: Ledger, source: Path, *, mapping: TableMapping = AS_UNDERSTOOD, plan: Plan | str | None = None
) -> FurtherPreview:
    """What `add_periods` would do; nothing is changed. `plan` is one of the ledger, or a title.

    Raises what `add_periods` raises but `rows_unknown` and `period_closed`.
    """
    if ledger.kind is not FileKind.LEDGER:
        raise RequestError("not_a_ledger_file", path=ledger.path)
    meant = plan_of(ledger, plan.id) if isinstance(plan, Plan) else the_plan(ledger, plan)
    table = importable(source, mapping)
    groups = {unit.name: tuple(m.name for m in meant.units if m.id in unit.members) for unit in meant.units}
    table = split_groups(table, {name: members for name, members in groups.items() if members})
    matches = matched(meant, table, mapping)
    reading = _Reading(ledger, meant, table, matches)
    findings = (*_year_kept(meant, mapping.year), *table.findings, *reading.findings())
    periods = tuple((period.label, new) for period, new in reading.periods)
    fresh = tuple((task, period.label, content) for task, period, content in reading.fresh)
    standing = tuple((task, period.label) for task, period in reading.standing)
    missing = tuple(reading.missing())
    return FurtherPreview(meant, table, periods, matches, missing, fresh, standing, findings)


def add_periods(
    ledger: Ledger, source: Path, *, mapping: TableMapping = AS_UNDERSTOOD, plan: Plan | str | None = None
) -> Imported:
    """Read the progress columns of a table as entries of further periods, or of open ones that have none.

    Rows that are in doubt or unknown are findings of severity error and are left out; what a unit or an
    earlier table reported stays as it is. All in one transaction. Raises what `importable` raises,
    RequestError: `not_a_ledger_file`, `no_such_plan`, `which_plan`, `rows_unknown` (tasks: none is in the
    plan), `period_closed` (period).
    """
    with ledger.transaction():
        preview = preview_periods(ledger, source, mapping=mapping, plan=plan)
        if not any(match.task for match in preview.matches):
            raise RequestError("rows_unknown", tasks="、".join(match.name for match in preview.matches))
        opened = _opened(ledger, preview, shown_name(source))
        said = [(task, opened[label].id, content) for task, label, content in preview.fresh]
        for label in dict.fromkeys(label for _, label, _ in preview.fresh):
            if opened[label].closed_at is not None:
                raise RequestError("period_closed", period=label)
        count = write_said(ledger, said, shown_name(source))
        return Imported(plan_of(ledger, preview.plan.id), count, preview.findings)


def _opened(ledger: Ledger, preview: FurtherPreview, author: str) -> dict[str, Period]:
    """The periods by the labels of the table, those that are new opened."""
    plan = preview.plan
    found: dict[str, Period] = {period.label: period for period in plan.periods}
    for label, new in preview.periods:
        if new:
            found[label] = open_period(ledger, plan, period_named(label, plan.year), author=author)
            plan = replace(plan, periods=(*plan.periods, found[label]))
    return found


class _Reading:
    """What of a matched table is new, column by column."""

    def __init__(self, ledger: Ledger, plan: Plan, table: Table, matches: tuple[RowMatch, ...]) -> None:
        self._plan = plan
        self._table = table
        self._matches = matches
        self._renamed: list[tuple[str, str]] = []
        self.periods = [self._period(label) for label in table.periods]
        self.fresh: list[tuple[TaskId, Period, Content]] = []
        self.standing: list[tuple[TaskId, Period]] = []
        for at, (period, new) in enumerate(self.periods):
            self._read_column(at, period, _Known(ledger, plan, period, new=new))

    def _period(self, label: str) -> tuple[Period, bool]:
        for period in self._plan.periods:
            if same_label(period.label, label):
                return period, False
        named = period_named(label, self._plan.year)
        days = [one for one in self._plan.periods if (one.start, one.end) == (named.start, named.end)]
        if len(days) == 1 and not _BRACKETED.search(label):
            self._renamed.append((label, days[0].label))
            return days[0], False
        return named, True

    def _read_column(self, at: int, period: Period, known: _Known) -> None:
        for match in self._matches:
            content = content_of(match.row, at)
            if match.task is None or content is None or known.says(match.task, content):
                continue
            if known.has(match.task):
                self.standing.append((match.task, period))
            else:
                self.fresh.append((match.task, period, content))

    def missing(self) -> Iterator[TaskId]:
        """Tasks that go on and that no row reports on."""
        taken = {match.task for match in self._matches}
        return (task.id for task in self._plan.tasks() if not task.retired and task.id not in taken)

    def findings(self) -> Iterator[Finding]:
        """`row_unmatched`, `row_match_doubtful` (tasks) and `row_similar` (known) at a row (task, target);
        `period_taken_for` (given, period), `period_closed` (period); `tasks_missing`, `entries_standing`
        (tasks)."""
        for given, label in self._renamed:
            yield Finding("period_taken_for", "note", "", (("given", given), ("period", label)))
        for label in dict.fromkeys(one.label for _, one, _ in self.fresh if one.closed_at is not None):
            yield Finding("period_closed", "error", "", (("period", label),))
        name_of = {task.id: task.name for task in self._plan.tasks()}
        for match in self._matches:
            row = (("task", match.name), ("target", match.row.target[:60]))
            place = match.row.at or match.name
            if match.how == "unknown":
                yield Finding("row_unmatched", "error", place, row)
            elif match.how == "doubt":
                names = "、".join(name_of[task] for task in match.candidates)
                yield Finding("row_match_doubtful", "error", place, (*row, ("tasks", names)))
            elif match.how == "similar" and match.task:
                yield Finding("row_similar", "warning", place, (*row, ("known", name_of[match.task])))
        for code, tasks in (
            ("tasks_missing", self.missing()),
            ("entries_standing", (task for task, _period in self.standing)),
        ):
            names = "、".join(name_of[task] for task in tasks)
            if names:
                yield Finding(code, "warning", "", (("tasks", names),))


class _Known:
    """What is reported of a period already, in whatever revision."""

    def __init__(self, ledger: Ledger, plan: Plan, period: Period, *, new: bool) -> None:
        self._said: Mapping[TaskId, set[str]] = defaultdict(set)
        self._standing: dict[TaskId, Entry] = {} if new else entries(ledger, period.id)
        rows = ledger.rows("SELECT task_id, narrative FROM revision WHERE period_id = ?", period.id)
        for task, narrative in rows:
            self._said[TaskId(task)].add(narrative)
        paper = Paper(plan, period)
        # What our own table prints for an entry (a conflict's heads, a reason) is no saying of anybody.
        for task_id, entry in self._standing.items():
            self._said[task_id].add(cell_text(paper, entry))

    def has(self, task: TaskId) -> bool:
        """Whether anything is reported."""
        return task in self._said

    def says(self, task: TaskId, content: Content) -> bool:
        """Whether somebody has said this: an older table that is read late adds nothing."""
        if task not in self._said or normal(content).narrative not in self._said[task]:
            return False
        entry = self._standing.get(task)
        current = entry.current.content if entry and entry.current else None
        own = (content.problems, content.next_steps, content.remark)
        held = (current.problems, current.next_steps, current.remark) if current else own
        return all(not text or text == known for text, known in zip(own, held, strict=True))


def _year_kept(plan: Plan, given: int | None) -> tuple[Finding, ...]:
    """A year that was given for a plan that has one already."""
    if given is None or given == plan.year:
        return ()
    return (Finding("year_kept", "warning", "", (("given", str(given)), ("year", str(plan.year)))),)
