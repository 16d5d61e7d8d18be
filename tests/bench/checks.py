"""How long a check of 1,000 tasks takes, and reading a narrative at a key stroke, each beside a floor.

    .venv/bin/python tests/bench/checks.py

The floor of the check is to read the same entries from the ledger and look at none; that of a key
stroke is one scan of the same text with one compiled pattern of a number and what it counts.
"""

from __future__ import annotations

import json
import re
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import db
from db.ledger import Ledger
from db.plan import Change, edit_plan, period_row, put
from db.tables import read_table

TASKS = 1_000
PLAN = db.PlanId("plan")
UNIT = db.UnitId("unit")
SCAN = re.compile(r"[0-9][0-9,.]*[万萬亿億]?(?:人次|场次|場次|个|個|家|所|人|场|場|条|條|%)")


def rows() -> list[tuple[str, str]]:
    """Target and narrative of the sample's rows, over and over."""
    sample = [(row.target, row.progress[0]) for _, row in read_table(db.sample_table()).named_rows()]
    return [sample[number % len(sample)] for number in range(TASKS)]


def _plan(told: list[tuple[str, str]]) -> list[Change]:
    changes = [put("plan", id=PLAN, title="一千项任务的方案", year=2024)]
    changes.append(put("category", id="c", plan_id=PLAN, position=1, name="一、测量"))
    named = {"name": "教育局", "is_group": 0, "members": "[]", "aliases": "[]", "contact": ""}
    changes.append(put("unit", id=UNIT, plan_id=PLAN, position=1, **named))
    for position, label in enumerate(("1-3月", "1-6月"), 1):
        changes.append(
            period_row(PLAN, position, replace(db.period_named(label, 2024), id=db.PeriodId(label)))
        )
    for number, (target, _) in enumerate(told, 1):
        changes += _task(number, target)
    return changes


def _task(number: int, target: str) -> list[Change]:
    item, task = f"i{number}", f"t{number}"
    told = {"cooperating": "[]", "extra": "[]", "retired": 0, "leads": json.dumps([UNIT])}
    changes = [
        put("item", id=item, category_id="c", position=number, number=f"1.{number}", title=""),
        put("task", id=task, item_id=item, position=1, target=target, **told),
    ]
    for place, one in enumerate(db.read_measures(target), 1):
        promised = {"label": one.label, "comparator": one.comparator, "unit": one.unit}
        amount = db.decimal_text(one.amount)
        changes.append(
            put("measure", id=f"{task}m{place}", task_id=task, position=place, amount=amount, **promised)
        )
    return changes


def make(path: Path) -> None:
    """A ledger with an entry of every task in both periods, figures where the text has them."""
    told = rows()
    with db.create_ledger(path) as ledger:
        ledger.connection.execute("PRAGMA synchronous = OFF")  # nothing here must survive a power cut
        edit_plan(ledger, PLAN, _plan(told), label="made", author="bench")
        plan = db.plans(ledger)[0]
        for task, (_, narrative) in zip(plan.tasks(), told, strict=True):
            figures = db.figures_told(task.measures, narrative)
            content = db.Content(status=db.Status.ON_TRACK, narrative=narrative, figures=figures)
            for period in plan.periods:
                db.save_entry(ledger, task.id, period.id, content, author="bench", unit=UNIT)


def best(run: Callable[[], object], times: int) -> float:
    """The shortest of some runs, in milliseconds."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        run()
        taken.append(time.perf_counter() - start)
    return min(taken) * 1000


def say(what: str, taken: float, floor: float) -> None:
    print(f"{what:<42} {taken:9.3f} ms   floor {floor:8.3f} ms   {taken / floor:6.1f} x")


def check_all(ledger: Ledger) -> None:
    plan = db.plans(ledger)[0]
    period = plan.periods[1]
    found = db.check(ledger, plan, period)
    taken = best(lambda: db.check(ledger, plan, period), 5)
    floor = best(lambda: [db.entries(ledger, one.id) for one in plan.periods], 5)
    say(f"check {TASKS} tasks ({len(found)} findings)", taken, floor)


def read_all(ledger: Ledger) -> None:
    plan = db.plans(ledger)[0]
    task = db.find_task(plan, "1.11")  # two measures: 3.1 of the sample
    narratives = [narrative for _, narrative in rows()[:56]]
    for length in (200, 500, 2000):
        text = "".join(narratives)[:length]
        # Every key stroke gives another text: nothing that was kept of the last one helps.
        texts = [text[:-number] for number in range(1, 41)]
        taken = best(lambda texts=texts: [db.read_figures(one, task.measures) for one in texts], 5) / len(
            texts
        )
        floor = best(lambda texts=texts: [SCAN.findall(one) for one in texts], 5) / len(texts)
        say(f"reading {length} characters at a key stroke", taken, floor)
        taken = best(lambda texts=texts: [_advise(task, plan, one) for one in texts], 5) / len(texts)
        say(f"checking {length} characters as they are typed", taken, floor)


def _advise(task: db.Task, plan: db.Plan, narrative: str) -> None:
    """What the form asks for when the typing pauses: the figures, the findings, and what mends them."""
    content = db.Content(status=db.Status.ON_TRACK, narrative=narrative)
    period = plan.periods[1]
    db.read_figures(narrative, task.measures)
    for finding in db.check_content(task, plan, period, content):
        db.mended(finding, task, plan, period, content)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ledger.shishi"
        make(path)
        with db.open_ledger(path, read_only=True) as ledger:
            check_all(ledger)
            read_all(ledger)


if __name__ == "__main__":
    main()
