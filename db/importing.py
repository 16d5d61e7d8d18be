"""A table becomes a ledger, or a further period of one that exists; design.md §6 and §9."""

from __future__ import annotations

import json
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from db import revision_rows
from db.errors import RequestError
from db.figures import read_measures
from db.ledger import Ledger, new_file, new_id, now, open_ledger
from db.ledger_entries import entries
from db.periods import period_named, same_label
from db.plan import Change, edit_plan, open_period, period_row, plans, put, the_plan
from db.records import Content, FileKind, Finding, Period, PeriodId, Plan, PlanId, Task, TaskId
from db.resources import SAMPLE_TITLE, SAMPLE_YEAR, sample_table
from db.revisions import build, decimal_text
from db.sheet_data import Paper, cell_text
from db.tables import read_table
from db.tables.shape import Table, TableRow, settle_year


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
) -> Imported:
    """Read a table into `target`: a new ledger, or, where one exists, a further period of it.

    A period that the table names wins over `period`. Raises what `read_table`, `new_file` and
    `open_ledger` raise, and RequestError: `period_needed`, `unreadable_period`, `rows_unknown`.
    """
    table = _with_period(read_table(source), period)
    if target.exists():
        with open_ledger(target) as ledger:
            made = _further_period(ledger, table, source.name, title)
            return replace(made, findings=(*_year_kept(made.plan, year), *made.findings))
    table = settle_year(table, year, date.today().year)
    with new_file(target, FileKind.LEDGER) as ledger:
        builder = _PlanBuilder(title or table.title or source.stem, table)
        edit_plan(ledger, builder.plan, builder.changes(), label="import", author=source.name)
        count = _write_entries(ledger, builder.narratives(), source.name)
        (plan,) = plans(ledger)
    return Imported(plan, count, (*table.findings, *builder.findings))


def import_sample(target: Path) -> Imported:
    """Make a ledger of the real table that comes with the program."""
    return import_table(sample_table(), target, year=SAMPLE_YEAR, title=SAMPLE_TITLE)


def _with_period(table: Table, given: str | None) -> Table:
    """The table with a label for each progress column."""
    labels = tuple(label or given or "" for label in table.periods)
    if "" in labels:
        raise RequestError("period_needed")
    unused = given is not None and not any(same_label(label, given) for label in labels)
    details = (("given", given or ""), ("named", "、".join(labels)))
    doubt = (Finding("period_not_used", "warning", "", details),) if unused and labels else ()
    return replace(table, periods=labels, findings=(*doubt, *table.findings))


def _year_kept(plan: Plan, given: int | None) -> tuple[Finding, ...]:
    """A year that was given for a plan that has one already."""
    if given is None or given == plan.year:
        return ()
    return (Finding("year_kept", "warning", "", (("given", str(given)), ("year", str(plan.year)))),)


@dataclass
class _PlanBuilder:
    """The changes that make a plan out of a table, with ids of their own."""

    title: str
    table: Table
    plan: PlanId = field(default_factory=lambda: PlanId(new_id()))
    findings: list[Finding] = field(default_factory=list)

    def __post_init__(self) -> None:
        year = self.table.year or date.today().year
        self.year = year
        self.units = {name: new_id() for name in self._unit_names()}
        self.periods = [period_named(label, year) for label in self.table.periods]
        self.tasks: list[tuple[TaskId, TableRow]] = []
        self.structure = list(self._structure())

    def changes(self) -> list[Change]:
        """Everything of the plan, parents before children."""
        return [
            put("plan", id=self.plan, title=self.title, year=self.year),
            *(self._unit(position, name) for position, name in enumerate(self.units, 1)),
            *(period_row(self.plan, position, period) for position, period in enumerate(self.periods, 1)),
            *self.structure,
        ]

    def narratives(self) -> Iterator[tuple[TaskId, PeriodId, str]]:
        """What the table reports, where it reports anything."""
        for task, row in self.tasks:
            for period, text in zip(self.periods, row.progress, strict=True):
                if text:
                    yield task, period.id, text

    def _unit_names(self) -> list[str]:
        leads = [name for row in self.table.rows for name in row.leads]
        others = [name for row in self.table.rows for name in row.cooperating]
        return list(dict.fromkeys(leads + others))

    def _members(self, name: str) -> list[str]:
        """The units that a group like 各街道 stands for: the single ones of the table with its ending."""
        ending = name.removeprefix("各")
        if ending == name or not ending:
            return []
        return [other for other in self.units if other.endswith(ending) and not other.startswith("各")]

    def _unit(self, position: int, name: str) -> Change:
        members = self._members(name)
        if members:
            details = (("group", name), ("members", "、".join(members)))
            self.findings.append(Finding("group_members_assumed", "note", name, details))
        return put(
            "unit",
            id=self.units[name],
            plan_id=self.plan,
            position=position,
            name=name,
            is_group=int(name.startswith("各")),
            members=json.dumps([self.units[member] for member in members]),
            aliases="[]",
            contact="",
        )

    def _structure(self) -> Iterator[Change]:
        categories: dict[str, str] = {}
        items: dict[tuple[str, str], str] = {}
        rows_of_item: dict[str, int] = defaultdict(int)
        for row in self.table.rows:
            if row.category not in categories:
                categories[row.category] = key = new_id()
                position = len(categories)
                yield put("category", id=key, plan_id=self.plan, position=position, name=row.category)
            category = categories[row.category]
            if (category, row.number) not in items:
                items[category, row.number] = key = new_id()
                place = {"category_id": category, "position": len(items)}
                yield put("item", id=key, **place, number=row.number, title=row.title)
            item = items[category, row.number]
            for leads in self._reporting(row):
                rows_of_item[item] += 1
                yield from self._task(row, leads, item, rows_of_item[item])

    def _reporting(self, row: TableRow) -> list[tuple[str, ...]]:
        """The leads of each task: a group as lead becomes one task per member (design.md §2)."""
        members = self._members(row.leads[0]) if len(row.leads) == 1 else []
        return [(member,) for member in members] or [row.leads]

    def _task(self, row: TableRow, leads: Iterable[str], item: str, position: int) -> Iterator[Change]:
        task = TaskId(new_id())
        self.tasks.append((task, row))
        yield put(
            "task",
            id=task,
            item_id=item,
            position=position,
            target=row.target,
            leads=json.dumps([self.units[name] for name in leads]),
            cooperating=json.dumps([self.units[name] for name in row.cooperating]),
            extra=json.dumps([list(pair) for pair in row.extra], ensure_ascii=False),
            retired=0,
        )
        for place, measure in enumerate(read_measures(row.target), 1):
            yield put(
                "measure",
                id=new_id(),
                task_id=task,
                position=place,
                label=measure.label,
                comparator=measure.comparator,
                amount=decimal_text(measure.amount),
                unit=measure.unit,
            )


def _write_entries(ledger: Ledger, narratives: Iterable[tuple[TaskId, PeriodId, str]], source: str) -> int:
    """Imported text is nobody's saying yet: revisions without unit and without parents."""
    saved_at = now()
    revisions = [
        build(task, period, Content(narrative=text), unit=None, author=source, saved_at=saved_at, parents=())
        for task, period, text in narratives
    ]
    with ledger.transaction() as connection:
        revision_rows.insert(connection, revisions)
    return len(revisions)


def _further_period(ledger: Ledger, table: Table, source: str, title: str | None) -> Imported:
    if ledger.kind is not FileKind.LEDGER:
        raise RequestError("not_a_ledger_file", path=ledger.path)
    plan = the_plan(ledger, title)
    matched = _matched(plan, table)
    with ledger.transaction():
        count = 0
        for column, label in enumerate(table.periods):
            period = _period_of(ledger, plan, label, source)
            texts = {task.id: row.progress[column] for task, row in matched}
            plan = the_plan(ledger, plan.title)
            fresh = _not_said_yet(ledger, plan, period, texts)
            count += _write_entries(ledger, fresh, source)
    return Imported(plan, count, table.findings)


def _matched(plan: Plan, table: Table) -> list[tuple[Task, TableRow]]:
    """Each row's task: same number and target, else same number and place. All rows or none."""
    by_target = {(task.number, task.target): task for task in plan.tasks()}
    by_name = {task.name: task for task in plan.tasks()}
    matched, unknown, taken = [], [], set()
    for name, row in table.named_rows():
        same_place = by_name.get(name)
        exact = same_place if same_place and same_place.target == row.target else None
        task = exact or by_target.get((row.number, row.target)) or same_place
        if task is None or task.id in taken:
            unknown.append(name)
            continue
        taken.add(task.id)
        matched.append((task, row))
    if unknown:
        raise RequestError("rows_unknown", tasks="、".join(unknown))
    return matched


def _period_of(ledger: Ledger, plan: Plan, label: str, author: str) -> Period:
    for period in plan.periods:
        if same_label(period.label, label):
            return period
    return open_period(ledger, plan, period_named(label, plan.year), author=author)


def _not_said_yet(
    ledger: Ledger, plan: Plan, period: Period, texts: dict[TaskId, str]
) -> list[tuple[TaskId, PeriodId, str]]:
    """Texts that nobody has said yet, in whatever revision: an older table read late adds nothing.

    What our own table prints for an entry (a conflict's heads, a reason) is no saying of anybody.
    """
    said: dict[TaskId, set[str]] = defaultdict(set)
    for task, narrative in ledger.rows(
        "SELECT task_id, narrative FROM revision WHERE period_id = ?", period.id
    ):
        said[TaskId(task)].add(narrative)
    paper, standing = Paper(plan, period), entries(ledger, period.id)
    for task_id in texts:
        said[task_id].add(cell_text(paper, standing.get(task_id)))
    return [
        (task, period.id, text)
        for task, text in texts.items()
        if text and unicodedata.normalize("NFC", text) not in said[task]
    ]
