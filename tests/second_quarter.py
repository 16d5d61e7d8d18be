"""The sample plan in its second quarter, played with `db` alone: a ledger in the middle of its work.

Some units have handed in, some have not, one has half of its tasks, two differ, one was sent back.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

import db
from db import demo
from db.plan import the_plan
from db.records import Content, Measure, Period, Plan, Status, Verdict

CLERK = "人力社保局"
"""The unit whose fill-in file is shown; it has not handed in."""
MISSING = (CLERK, "團區委", "區婦聯", "區殘聯")
SECOND_OPINION = ("7.5#1", "金東方、西興社區已開工;石門塘社區方案未通過評審,須重新報批。")
SENT_BACK = "6.2#1"
SAID = "\n二季度按計劃推進,各項工作已進入實施階段。"
DUE = date.today() + timedelta(days=3)
"""Near, or every unit would be years late."""
AUTHOR = "統籌人"


class Played(NamedTuple):
    """The files of the round."""

    ledger: Path
    fill_in: Path
    correction: Path
    late: tuple[Path, ...]
    """Returns that have come and are not merged."""


def play(folder: Path) -> Played:
    """Play two quarters into an empty folder."""
    demo.run(folder, lambda _: None)
    (path,) = folder.glob("*.shishi")
    with db.open_ledger(path) as ledger:
        first = the_plan(ledger)
        db.close_period(ledger, first, first.periods[0], author=AUTHOR)
        period = replace(db.period_named("1-6月", first.year), due=DUE)
        db.open_period(ledger, first, period, author=AUTHOR)
        plan = the_plan(ledger)
        issued = db.issue(ledger, plan, period, folder / "3-下發")
        returns = [_hand_in(one, period, folder / "4-上報") for one in issued if one.unit.name not in MISSING]
        db.merge(ledger, returns[:-2], author=AUTHOR)
        _review(ledger, plan, period)
        (correction,) = db.issue(ledger, plan, period, folder / "5-更正", corrections=True)
        mine = next(one.path for one in issued if one.unit.name == CLERK)
    return Played(path, mine, correction.path, tuple(returns[-2:]))


def _hand_in(one: db.Issued, period: Period, folder: Path) -> Path:
    """What the unit reports: the first quarter's words carried on, figures of twice the size."""
    author = f"{one.unit.name}填報人"
    with db.open_ledger(one.path) as file:
        plan = the_plan(file)
        before = db.entries(file, plan.periods[0].id)
        mine = db.terms(file)
        assert mine is not None
        for task in plan.tasks():
            if task.id not in mine.tasks:
                continue
            said = before[task.id].current if task.id in before else None
            content = _content(said.content if said else Content(), task.measures)
            if (task.name, one.unit.id) == (SECOND_OPINION[0], task.leads[-1].id):
                content = replace(content, narrative=SECOND_OPINION[1])
            db.save_entry(file, task.id, period.id, content, author=author, unit=one.unit.id)
        return db.make_return(file, folder, author=author).path


def _content(said: Content, measures: tuple[Measure, ...]) -> Content:
    known = dict(said.figures)
    figures = tuple((m.id, _grown(m, known[m.id])) for m in measures if m.id in known)
    return Content(status=Status.ON_TRACK, narrative=said.narrative + SAID, figures=figures)


def _grown(measure: Measure, value: Decimal) -> Decimal:
    """Twice as much; where that is over the target, what is left at the end of the year is still to come."""
    return min(value * 2, measure.amount) if value < measure.amount else value


def _review(ledger: db.Ledger, plan: Plan, period: Period) -> None:
    """Every second entry is approved, one is sent back."""
    seen = {
        task: [head.id for head in entry.heads]
        for task, entry in db.entries(ledger, period.id).items()
        if len(entry.heads) == 1
    }
    back = next(task for task in plan.tasks() if task.name == SENT_BACK)
    db.approve_entries(ledger, period.id, dict([*seen.items()][::2]), author=AUTHOR)
    db.review_entry(
        ledger,
        back.id,
        period.id,
        Verdict.SEND_BACK,
        author=AUTHOR,
        comment="請補充二季度新建站點的名稱和地點,並說明與一季度相比新增多少。",
    )
