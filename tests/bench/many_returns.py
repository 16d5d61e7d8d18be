"""A ledger with as many units as asked for, and the file that each of them hands in."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import db
from db.ledger import Ledger, open_ledger
from db.plan import Change, edit_plan, period_row, put

TASKS = 3
"""Tasks a unit: the real table has 56 tasks for 21 units."""
UNITS = 1_000
"""Units of one plan; more files are further periods of the same plan."""
PLAN = db.PlanId("plan")
SENTENCE = "已完成选址和初步设计,新增学位一百四十五个,累计投入资金二千七百万元,下一步抓紧办理施工许可。"


def make(folder: Path, files: int) -> tuple[Path, list[Path]]:
    """A ledger that has issued `files` fill-in files, and the return made from each."""
    units = min(files, UNITS)
    path = folder / "ledger.shishi"
    returns: list[Path] = []
    with db.create_ledger(path) as ledger:
        ledger.connection.execute("PRAGMA synchronous = OFF")  # nothing here must survive a power cut
        edit_plan(ledger, PLAN, _plan(units, -(-files // units)), label="made", author="bench")
        plan = db.plans(ledger)[0]
        for period in plan.periods:
            wanted = [unit.id for unit in plan.units[: files - len(returns)]]
            for issued in db.issue(ledger, plan, period, folder / "out" / period.id, units=wanted):
                returns.append(_filled(issued.path, folder / "in" / period.id))
    return path, returns


def _plan(units: int, periods: int) -> list[Change]:
    changes = [put("plan", id=PLAN, title="一千个单位的方案", year=2024)]
    changes.append(put("category", id="c", plan_id=PLAN, position=1, name="一、测量"))
    for number in range(1, periods + 1):
        period = db.Period(
            db.PeriodId(f"p{number}"), f"第{number}期", date(2024, 1, 1), date(2024, 3, number)
        )
        changes.append(period_row(PLAN, number, period))
    for number in range(1, units + 1):
        changes += _unit(number)
    return changes


def _unit(number: int) -> list[Change]:
    unit, item = f"unit-{number:05}", f"item-{number:05}"
    named = {"name": f"单位{number}", "is_group": 0, "members": "[]", "aliases": "[]", "contact": ""}
    changes = [
        put("unit", id=unit, plan_id=PLAN, position=number, **named),
        put("item", id=item, category_id="c", position=number, number=f"1.{number}", title=f"项目{number}"),
    ]
    told = {"cooperating": "[]", "extra": "[]", "retired": 0}
    promised = {"label": "学位", "comparator": ">=", "amount": "145", "unit": "个"}
    for row in range(1, TASKS + 1):
        task = f"task-{number:05}-{row}"
        place = {"item_id": item, "position": row, "leads": f'["{unit}"]'}
        changes.append(put("task", id=task, target=f"新增学位{row}45个。", **place, **told))
        changes.append(put("measure", id=f"m-{number:05}-{row}", task_id=task, position=1, **promised))
    return changes


def _filled(path: Path, folder: Path) -> Path:
    with open_ledger(path) as file:
        file.connection.execute("PRAGMA synchronous = OFF")
        _fill(file)
        return db.make_return(file, folder, author="张三").path


def _fill(file: Ledger) -> None:
    terms = db.terms(file)
    assert terms is not None
    for task in terms.tasks:
        content = db.Content(
            status=db.Status.ON_TRACK,
            narrative=f"{task}:" + SENTENCE * 3,
            next_steps=SENTENCE,
            figures=((db.MeasureId(task.replace("task", "m")), Decimal(len(task))),),
        )
        db.save_entry(file, task, terms.period, content, author="张三", unit=terms.unit)
