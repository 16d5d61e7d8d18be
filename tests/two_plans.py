"""A further plan in the small ledger, as a city's ledger holds its districts'."""

from dataclasses import replace
from pathlib import Path

import db
from db.plan import edit_plan, period_row, put
from tests import rounds

SECOND, SECOND_PERIOD = db.PlanId("plan-2"), db.PeriodId("plan-2-p1")
SECOND_TASKS = [db.TaskId("u2.1"), db.TaskId("u2.2")]


def add_plan(path: Path, title: str = "上城区民生实事") -> None:
    """A plan of two tasks, both led by 教育局 of its own, with the period of the first and a later one."""
    with rounds.open_ledger(path) as ledger:
        named = {"is_group": 0, "members": "[]", "aliases": "[]", "contact": ""}
        changes = [put("plan", id=SECOND, title=title, year=2024)]
        changes.append(put("unit", id="上城教育局", plan_id=SECOND, position=1, name="上城教育局", **named))
        changes.append(put("category", id="c2", plan_id=SECOND, position=1, name="一、养老服务"))
        for number, task in enumerate(SECOND_TASKS, 1):
            item = {"category_id": "c2", "position": number, "number": f"2.{number}", "title": ""}
            changes.append(put("item", id=f"j{number}", **item))
            told = {"leads": '["上城教育局"]', "cooperating": "[]", "extra": "[]", "retired": 0}
            changes.append(
                put("task", id=task, item_id=f"j{number}", position=1, target=f"长者食堂{number}家", **told)
            )
        for position, label in enumerate((rounds.PERIOD, "1-6月"), 1):
            period = replace(db.period_named(label, 2024), id=db.PeriodId(f"{SECOND}-p{position}"))
            changes.append(period_row(SECOND, position, period))
        edit_plan(ledger, SECOND, changes, label="made for tests", author="测试")
