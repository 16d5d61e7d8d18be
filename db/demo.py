"""The whole round on the sample plan: table, ledger, fill-in files, returns, merge, paper."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from db.conflict import conflicts, resolve
from db.dispatch import Issued, issue
from db.errors import FileError
from db.importing import import_sample
from db.ledger import Ledger, open_ledger
from db.ledger_entries import entries, save_entry, task_name
from db.merging import merge
from db.paper import write_paper
from db.paper_options import PaperOptions
from db.plan import the_plan
from db.records import Content, Period, Plan, Status, Task
from db.resources import SAMPLE_TITLE
from db.return_state import standing
from db.returns import make_return
from db.seals import terms
from db.sentences import sentence

DUE = date(2024, 4, 5)

FIGURES = {
    "2.4#1": {"充電樁": "145"},
    "3.1#1": {"重點群體": "4079", "再就業": "1250"},
    "3.3#1": {"人才": "211"},
    "5.5#1": {"義診": "7", "體檢": "8519"},
    "6.2#1": {"暖企小站": "12"},
    "9.1#2": {"托位": "20"},
    "9.3#1": {"康復": "36"},
    "9.4#1": {"心理篩查": "27000"},
    "10.3#1": {"推文": "32", "直播": "4", "宣講": "266"},
}
"""What the sample's narratives report, by a part of the measure's label."""

SECOND_OPINION = "7.5#1", "金東方、西興社區設計方案已完成,石門塘社區方案待評審。"
"""A task with joint leads, and what the second of them writes of it: a conflict to settle."""


def run(folder: Path, say: Callable[[str], object]) -> None:
    """Play the round into `folder`, telling each step to `say`. Raises FileError(`already_exists`)."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FileError("already_exists", path=folder)
    place = folder / f"{SAMPLE_TITLE}.shishi"

    def tell(code: str, **params: object) -> None:
        say(sentence(f"demo_{code}", {name: str(value) for name, value in params.items()}))

    folder.mkdir(parents=True, exist_ok=True)
    made = import_sample(place)
    tell("imported", tasks=len(list(made.plan.tasks())), entries=made.entries, doubts=len(made.findings))
    with open_ledger(place) as ledger:
        plan = the_plan(ledger)
        period = plan.periods[0]
        issued = issue(ledger, plan, period, folder / "1-下发", due=DUE)
        tell("issued", files=len(issued), folder=folder / "1-下发")
        for one in issued:
            _fill(one)
        tell("filled", tasks=sum(one.tasks for one in issued))
        for one in issued:
            _hand_in(one, folder / "2-上报")
        tell("returned", files=len(issued), folder=folder / "2-上报")
        _merge(ledger, folder / "2-上报", tell)
        _settle(ledger, tell, say)
        _print(ledger, plan, period, folder, tell)


def _fill(one: Issued) -> None:
    """The clerk confirms what the table said of her tasks and adds figures and status."""
    with open_ledger(one.path) as file:
        mine = terms(file)
        if mine is None:
            raise FileError("not_a_fill_in_file", path=one.path)
        plan = the_plan(file)
        standing_entries = entries(file, mine.period)
        for task in plan.tasks():
            found = standing_entries.get(task.id)
            content = _content(task, found.current.content if found and found.current else Content())
            if (task.name, one.unit.id) == (SECOND_OPINION[0], task.leads[-1].id):
                content = replace(content, narrative=SECOND_OPINION[1])
            save_entry(file, task.id, mine.period, content, author=f"{one.unit.name}填报人", unit=mine.unit)


def _content(task: Task, said: Content) -> Content:
    given = FIGURES.get(task.name, {})
    figures = tuple(
        (measure.id, Decimal(value))
        for measure in task.measures
        for part, value in given.items()
        if part in measure.label
    )
    waiting = said.narrative.startswith("暫未")
    return replace(said, status=Status.NOT_STARTED if waiting else Status.ON_TRACK, figures=figures)


def _hand_in(one: Issued, folder: Path) -> None:
    with open_ledger(one.path) as file:
        make_return(file, folder, author=f"{one.unit.name}填报人")


def _merge(ledger: Ledger, folder: Path, tell: Callable[..., None]) -> None:
    totals = merge(ledger, [folder], author="统筹人").totals
    tell("merged", **totals)
    again = merge(ledger, [folder], author="统筹人").totals
    tell("merged_again", **again)


def _settle(ledger: Ledger, tell: Callable[..., None], say: Callable[[str], object]) -> None:
    for conflict in conflicts(ledger):
        tell("conflict", task=task_name(ledger, conflict.task))
        for head in conflict.heads:
            say(f"    {head.content.narrative}")
        first = min(conflict.heads, key=lambda head: head.content.narrative)
        resolve(ledger, conflict.task, conflict.period, author="统筹人", take=first.id)
        tell("settled", text=first.content.narrative)


def _print(ledger: Ledger, plan: Plan, period: Period, folder: Path, tell: Callable[..., None]) -> None:
    rows = standing(ledger, plan, period)
    filled, tasks = sum(row.filled for row in rows), sum(row.tasks for row in rows)
    tell("status", returned=sum(row.state == "returned" for row in rows), filled=filled, tasks=tasks)
    for name in (f"汇总表_{period.label}.pdf", f"汇总表_{period.label}.xlsx"):
        tell("written", path=write_paper(ledger, plan, period, PaperOptions("table"), folder / name).path)
    sheets = folder / f"填报单_{period.label}.pdf"
    tell("written", path=write_paper(ledger, plan, period, PaperOptions(), sheets).path)
