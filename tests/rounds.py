"""A small ledger and the steps of a round, for tests of the merge."""

from dataclasses import replace
from pathlib import Path

import db
from db.ledger import Ledger, open_ledger
from db.plan import edit_plan, period_row, put

PERIOD = "1-3月"


def make_ledger(path: Path) -> Ledger:
    """Two units; 1.1 led by 教育局, 1.2 by 住建局, 1.3 by both."""
    ledger = db.create_ledger(path)
    plan = db.PlanId("plan")
    changes = [put("plan", id=plan, title="滨江区民生实事", year=2024)]
    for position, name in enumerate(("教育局", "住建局"), 1):
        changes.append(
            put(
                "unit",
                id=name,
                plan_id=plan,
                position=position,
                name=name,
                is_group=0,
                members="[]",
                aliases="[]",
                contact="",
            )
        )
    changes.append(put("category", id="c1", plan_id=plan, position=1, name="一、教育惠民"))
    rows = (("1.1", '["教育局"]'), ("1.2", '["住建局"]'), ("1.3", '["教育局", "住建局"]'))
    for position, (number, leads) in enumerate(rows, 1):
        changes.append(
            put("item", id=f"i{number}", category_id="c1", position=position, number=number, title="")
        )
        changes.append(
            put(
                "task",
                id=f"t{number}",
                item_id=f"i{number}",
                position=1,
                target=f"新增学位{number}",
                leads=leads,
                cooperating="[]",
                extra="[]",
                retired=0,
            )
        )
    changes.append(
        put(
            "measure",
            id="m1",
            task_id="t1.1",
            position=1,
            label="学位",
            comparator=">=",
            amount="100",
            unit="个",
        )
    )
    changes.append(period_row(plan, 1, replace(db.period_named(PERIOD, 2024), id=db.PeriodId("p1"))))
    edit_plan(ledger, plan, changes, label="made for tests", author="测试")
    return ledger


def issue(ledger: Ledger, folder: Path) -> dict[str, Path]:
    """A fill-in file for each unit, by the unit's name."""
    plan = db.plans(ledger)[0]
    return {i.unit.name: i.path for i in db.issue(ledger, plan, plan.periods[0], folder)}


def say(file: Path, number: str, text: str, author: str = "张三") -> db.Revision:
    """Save a narrative in a fill-in file, in the name of its unit."""
    with open_ledger(file) as ledger:
        mine = db.terms(ledger)
        unit, period = (mine.unit, mine.period) if mine else (None, db.PeriodId("p1"))
        return db.save_entry(
            ledger, db.TaskId(f"t{number}"), period, db.Content(narrative=text), author=author, unit=unit
        )


def hand_in(file: Path, folder: Path) -> Path:
    with open_ledger(file) as ledger:
        return db.make_return(ledger, folder, author="张三").path


def seen(ledger: Ledger) -> dict[str, object]:
    """What stands, as `show` would say it."""
    plan = db.plans(ledger)[0]
    return {"plan": plan, "entries": db.entries(ledger, plan.periods[0].id)}
