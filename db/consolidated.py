"""The consolidated table as rows: the shape in which tables are read and written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from db.pace import percent
from db.records import Category, Content, Entry, Item, Period, Plan, State, Task, TaskId
from db.sheet_data import Paper, cell_text
from db.tables.shape import Beside, Table, TableFigure, TableRow

Reported = tuple[Period, Mapping[TaskId, Entry]]
"""A period and what is reported in it."""


def consolidated_table(
    plan: Plan,
    reported: Sequence[Reported],
    *,
    tasks: Sequence[TaskId] | None = None,
    public: bool = False,
) -> Table:
    """The consolidated table of some periods, the oldest first; of all tasks unless they are named.

    An entry in conflict shows every head and the mark 待定: none is picked by guess. `public` leaves out
    problems, next steps and remarks.
    """
    wanted = None if tasks is None else frozenset(tasks)
    placed = [
        (category, item, task)
        for category in plan.categories
        for item in category.items
        for task in item.tasks
        if (not task.retired if wanted is None else task.id in wanted)
    ]
    papers = [(Paper(plan, period), entries) for period, entries in reported]
    return Table(
        plan.title,
        plan.year,
        tuple(period.label for period, _ in reported),
        tuple(_row(papers, *place, public) for place in placed),
        figures=tuple(figure for place in placed for figure in _figures(reported, *place)),
    )


def _row(
    papers: Sequence[tuple[Paper, Mapping[TaskId, Entry]]],
    category: Category,
    item: Item,
    task: Task,
    public: bool,
) -> TableRow:
    found = [entries.get(task.id) for _, entries in papers]
    return TableRow(
        category=category.name,
        number=item.number,
        title=item.title,
        target=task.target,
        leads=tuple(unit.name for unit in task.leads),
        cooperating=tuple(unit.name for unit in task.cooperating),
        progress=tuple(cell_text(paper, entries.get(task.id)) for paper, entries in papers),
        extra=task.extra,
        mark="待定" if found[-1] is not None and found[-1].state is State.CONFLICT else "",
        beside=tuple(_beside(entry, public) for entry in found),
    )


def _beside(entry: Entry | None, public: bool) -> Beside:
    """What stands beside the narrative; nothing of an entry that is not settled."""
    said = entry.current.content if entry and entry.current else Content()
    if public:
        return Beside(said.status)
    return Beside(said.status, said.problems, said.next_steps, said.remark)


def _figures(
    reported: Sequence[Reported], category: Category, item: Item, task: Task
) -> Iterator[TableFigure]:
    for period, entries in reported:
        entry = entries.get(task.id)
        given = dict(entry.current.content.figures) if entry and entry.current else {}
        for measure in task.measures:
            value = given.get(measure.id)
            yield TableFigure(
                task=task.name,
                category=category.name,
                number=item.number,
                target=task.target,
                leads=tuple(unit.name for unit in task.leads),
                period=period.label,
                label=measure.label,
                comparator=measure.comparator,
                amount=measure.amount,
                unit=measure.unit,
                value=value,
                percent=percent(measure, value),
            )
