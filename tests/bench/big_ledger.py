"""How long a city's ledger takes to answer for one district: `python tests/bench/big_ledger.py`.

50 plans × 80 tasks × 12 periods × 3 revisions against a ledger of one such plan: open, then `show` and
`status` for one plan and period, medians of rounds by turns. Exit status 1 when a target is missed.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

import db  # noqa: E402  (found only with the path above)
from db import revision_rows  # noqa: E402
from db.answers import plan_answer, status_answer  # noqa: E402
from db.dispatch import record  # noqa: E402
from db.plan import Change, edit_plan, find_period, period_row, put, the_plan  # noqa: E402
from db.records import DispatchId, Terms  # noqa: E402
from db.revisions import build  # noqa: E402
from db.seals import dispatch_id, terms_form  # noqa: E402

TASKS, PERIODS, REVISIONS, UNITS = 80, 12, 3, 21
MOST = 3.0
"""Times the ledger of one plan, at most; from the issue."""
TOLD = "已完成选址和初步设计,新增学位一百四十五个,累计投入资金二千七百万元,下一步抓紧办理施工许可。" * 3


def make(path: Path, plans: int) -> None:
    """A ledger in which every task of every period was saved three times, and all was issued."""
    with db.create_ledger(path) as ledger:
        ledger.connection.execute("PRAGMA synchronous = OFF")
        for number in range(plans):
            plan = db.PlanId(f"plan-{number:02}")
            edit_plan(ledger, plan, list(_plan(plan)), label="made", author="bench")
            with ledger.transaction() as connection:
                revision_rows.insert(connection, list(_revisions(plan)))
                for terms in _dispatches(plan):
                    record(connection, terms)


def _plan(plan: db.PlanId) -> Iterator[Change]:
    yield put("plan", id=plan, title=plan, year=2024)
    yield put("category", id=f"{plan}-c", plan_id=plan, position=1, name="一、测量")
    for number in range(1, PERIODS + 1):
        days = date(2024, 1, 1), date(2024, number, 28)
        yield period_row(plan, number, db.Period(db.PeriodId(f"{plan}-p{number}"), f"1-{number}月", *days))
    for number in range(UNITS):
        named = {"name": f"单位{number}", "is_group": 0, "members": "[]", "aliases": "[]", "contact": ""}
        yield put("unit", id=_unit(plan, number), plan_id=plan, position=number, **named)
    for number in range(1, TASKS + 1):
        item, task = f"{plan}-i{number}", f"{plan}-t{number}"
        yield put("item", id=item, category_id=f"{plan}-c", position=number, number=f"1.{number}", title="")
        told = {"leads": f'["{_unit(plan, number)}"]', "cooperating": "[]", "extra": "[]", "retired": 0}
        yield put("task", id=task, item_id=item, position=1, target="新增学位145个。", **told)
        promised = {"label": "学位", "comparator": ">=", "amount": "145", "unit": "个"}
        yield put("measure", id=f"{task}-m", task_id=task, position=1, **promised)


def _unit(plan: str, number: int) -> str:
    return f"{plan}-u{number % UNITS}"


def _revisions(plan: db.PlanId) -> Iterator[db.Revision]:
    for period in range(1, PERIODS + 1):
        for number in range(1, TASKS + 1):
            task = db.TaskId(f"{plan}-t{number}")
            parents: list[db.RevisionId] = []
            for version in range(REVISIONS):
                figures = ((db.MeasureId(f"{task}-m"), Decimal(version)),)
                made = build(
                    task,
                    db.PeriodId(f"{plan}-p{period}"),
                    db.Content(narrative=TOLD, figures=figures),
                    unit=db.UnitId(_unit(plan, number)),
                    author="张三",
                    saved_at=f"2024-04-0{version + 1}T00:00:00Z",
                    parents=parents,
                )
                parents = [made.id]
                yield made


def _dispatches(plan: db.PlanId) -> Iterator[Terms]:
    for period in range(1, PERIODS + 1):
        for unit in range(UNITS):
            tasks = tuple(db.TaskId(f"{plan}-t{n}") for n in range(1, TASKS + 1) if n % UNITS == unit)
            place = db.UnitId(_unit(plan, unit)), db.PeriodId(f"{plan}-p{period}")
            terms = Terms(DispatchId(""), plan, "", *place, tasks, (), "2024-03-01T00:00:00Z")
            yield Terms(dispatch_id(terms_form(terms)), plan, "", *place, tasks, (), terms.issued_at)


def opened(path: Path) -> None:
    """Open and close."""
    db.open_ledger(path, read_only=True).close()


def shown(path: Path) -> None:
    """As `shishi show --plan --period --json` answers."""
    with db.open_ledger(path, read_only=True) as ledger:
        plan = the_plan(ledger, "plan-00")
        plan_answer(plan, db.entries(ledger, find_period(plan, "1-6月").id))


def stood(path: Path) -> None:
    """As `shishi status --plan --period --json` answers."""
    with db.open_ledger(path, read_only=True) as ledger:
        plan = the_plan(ledger, "plan-00")
        status_answer(db.standing(ledger, plan, find_period(plan, "1-6月")))


def overseen(path: Path) -> None:
    """As the overview page asks, findings and all."""
    with db.open_ledger(path, read_only=True) as ledger:
        plan = the_plan(ledger, "plan-00")
        db.overview(ledger, plan, find_period(plan, "1-6月"))


def compared(path: Path) -> None:
    """As the overview page asks of two periods."""
    with db.open_ledger(path, read_only=True) as ledger:
        plan = the_plan(ledger, "plan-00")
        db.compared(ledger, plan, find_period(plan, "1-5月"), find_period(plan, "1-6月"))


def conflicts(path: Path) -> None:
    """As `shishi conflicts` asks: of all plans and periods."""
    with db.open_ledger(path, read_only=True) as ledger:
        db.conflicts(ledger)


WAYS: dict[str, Callable[[Path], None]] = {
    "open": opened,
    "show": shown,
    "status": stood,
    "overview": overseen,
    "compared": compared,
    "conflicts": conflicts,
}
JUDGED = ("show", "status")


def main() -> int:
    """Measure, print, and judge."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--plans", type=int, default=50)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--at", type=Path, default=ROOT.parent, help="a folder on a real disk")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=asked.at, prefix=".shishi-bench-") as name:
        one, many = Path(name) / "one.shishi", Path(name) / "many.shishi"
        make(one, 1)
        make(many, asked.plans)
        print(f"{one.stat().st_size >> 20} MB of one plan, {many.stat().st_size >> 20} MB of {asked.plans}")
        missed = False
        for way, run in WAYS.items():
            taken: dict[Path, list[float]] = {one: [], many: []}
            for _ in range(asked.rounds):
                for path in taken:
                    start = time.perf_counter()
                    run(path)
                    taken[path].append(time.perf_counter() - start)
            small, big = (statistics.median(seconds) for seconds in taken.values())
            judged = way in JUDGED
            missed |= judged and big > MOST * small
            target = f"  at most {MOST}" if judged else ""
            print(f"  {way:<10}{small * 1e3:9.2f} ms {big * 1e3:9.2f} ms {big / small:7.2f} ×{target}")
    return int(missed)


if __name__ == "__main__":
    raise SystemExit(main())
