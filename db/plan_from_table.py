"""The steps of the log that make a plan out of a table."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from db.figures import ReadMeasure, read_measures
from db.ledger import new_id
from db.periods import period_named
from db.plan import Change, period_row, put
from db.records import Content, Finding, PeriodId, PlanId, TaskId
from db.revisions import decimal_text
from db.table_groups import assumed, groups_of, split_groups, unit_names
from db.tables.mapping import TableMapping
from db.tables.shape import NOTHING_BESIDE, Table, TableRow


def content_of(row: TableRow, at: int) -> Content | None:
    """What a row says in the period of its column `at`; None where it says nothing."""
    beside = row.beside[at] if row.beside else NOTHING_BESIDE
    if not row.progress[at] and beside == NOTHING_BESIDE:
        return None
    return Content(
        status=beside.status,
        narrative=row.progress[at],
        problems=beside.problems,
        next_steps=beside.next_steps,
        remark=beside.remark,
    )


class PlanFromTable:
    """The changes that make a plan out of a table whose year and periods are settled."""

    def __init__(self, title: str, table: Table, mapping: TableMapping) -> None:
        self.plan = PlanId(new_id())
        self._title = title
        self._year = table.year or date.today().year
        self._groups = groups_of(unit_names(table), mapping)
        self._table = split_groups(table, self._groups)
        self.findings: tuple[Finding, ...] = assumed(self._groups, mapping)
        names = [*unit_names(table), *(name for members in self._groups.values() for name in members)]
        self._units = {name: new_id() for name in dict.fromkeys(names)}
        self._periods = [period_named(label, self._year) for label in table.periods]
        self._tasks: list[tuple[TaskId, TableRow]] = []
        self._measures = {
            answer.at: answer.measures for answer in mapping.rows if answer.measures is not None
        }
        self._structure = list(self._categories())

    def changes(self) -> list[Change]:
        """Everything of the plan, parents before children."""
        return [
            put("plan", id=self.plan, title=self._title, year=self._year),
            *(self._unit(position, name) for position, name in enumerate(self._units, 1)),
            *(period_row(self.plan, position, period) for position, period in enumerate(self._periods, 1)),
            *self._structure,
        ]

    def said(self) -> Iterator[tuple[TaskId, PeriodId, Content]]:
        """What the table reports, where it reports anything."""
        for task, row in self._tasks:
            for at, period in enumerate(self._periods):
                content = content_of(row, at)
                if content is not None:
                    yield task, period.id, content

    def _unit(self, position: int, name: str) -> Change:
        members = self._groups.get(name, ())
        return put(
            "unit",
            id=self._units[name],
            plan_id=self.plan,
            position=position,
            name=name,
            is_group=int(name in self._groups),
            members=json.dumps([self._units[member] for member in members]),
            aliases="[]",
            contact="",
        )

    def _categories(self) -> Iterator[Change]:
        categories: dict[str, str] = {}
        items: dict[tuple[str, str], str] = {}
        rows_of_item: dict[str, int] = defaultdict(int)
        for row in self._table.rows:
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
            rows_of_item[item] += 1
            yield from self._task(row, item, rows_of_item[item])

    def _task(self, row: TableRow, item: str, position: int) -> Iterator[Change]:
        task = TaskId(new_id())
        self._tasks.append((task, row))
        yield put(
            "task",
            id=task,
            item_id=item,
            position=position,
            target=row.target,
            leads=json.dumps([self._units[name] for name in row.leads]),
            cooperating=json.dumps([self._units[name] for name in row.cooperating]),
            extra=json.dumps([list(pair) for pair in row.extra], ensure_ascii=False),
            retired=0,
        )
        for place, measure in enumerate(self._measures_of(row), 1):
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

    def _measures_of(self, row: TableRow) -> tuple[ReadMeasure, ...]:
        answered = self._measures.get(row.at.partition("/")[0])
        return read_measures(row.target) if answered is None else answered
