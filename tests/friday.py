"""The files of a Friday: 21 units' returns of the sample plan, and what goes wrong with some of them."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

import db
from db.ledger import open_ledger
from db.resources import sample_table
from tests import workbooks

ROOT = Path(__file__).resolve().parents[1]
PERIOD = "1-3月"
JOINT = "7.5#1"
"""Led by two units, which say different things of it. All units of joint tasks are in the first lot."""
AGREED = "各牵头单位一致填报。"
"""What the units say together of every other task that they lead jointly."""
TWICE = "1.1#1"
"""Filled by two sections of one unit."""
DUE_SHARE = Decimal("0.25")
"""What everybody reports of every target: on schedule in March."""


@dataclass
class Friday:
    """Where the ledger lies, and the files that come in, lot by lot."""

    ledger: Path
    lots: list[list[Path]] = field(default_factory=list)
    workbook_unit: str = ""
    twice_unit: str = ""
    damaged_unit: str = ""
    """Its file of the second lot cannot be read; it comes again with the third."""


def prepare(folder: Path) -> Friday:
    """Make the ledger, issue to 21 units (one a workbook), fill everything, and sort what comes back."""
    friday = Friday(folder / "台账.shishi")
    db.import_sample(friday.ledger)
    back = folder / "上报"
    back.mkdir()
    with open_ledger(friday.ledger) as ledger:
        (plan,) = db.plans(ledger)
        units = db.lead_units(plan)
        twice = next(task for task in plan.tasks() if task.name == TWICE).leads[0]
        joint = tuple(unit for unit in units if any(_is_joint(t) and unit in t.leads for t in plan.tasks()))
        plain = [unit for unit in units if unit != twice and unit not in joint]
        friday.twice_unit, friday.workbook_unit, friday.damaged_unit = (
            twice.name,
            plain[0].name,
            plain[1].name,
        )
        issued = {unit.name: _issued(ledger, plan, unit, folder / "下发", plain[0]) for unit in units}
    copy = _copied(issued[twice.name], "第二科室")
    returns = {name: _answered(name, path, back) for name, path in issued.items()}
    again = _second_section(copy, folder / "第二科室")
    order = [twice.name, *(unit.name for unit in joint if unit != twice)]
    order += [unit.name for unit in plain[2:]]
    first = order[:8]
    second, third = [plain[0].name, plain[1].name, *order[8:13]], order[13:]
    damaged = _damaged(returns[plain[1].name], folder)
    duplicate = _copied(returns[first[0]], "(1)", joiner=" ")
    friday.lots = [
        [*(returns[name] for name in first), duplicate, _last_year(folder)],
        [*(returns[name] for name in second if name != plain[1].name), damaged],
        [*(returns[name] for name in third), returns[plain[1].name], again],
    ]
    return friday


def _issued(ledger: db.Ledger, plan: db.Plan, unit: db.Unit, folder: Path, workbook: db.Unit) -> Path:
    form = "xlsx" if unit == workbook else "shishi"
    (one,) = db.issue(ledger, plan, plan.periods[0], folder, units=[unit.id], form=form)
    return one.path


def _answered(name: str, path: Path, back: Path) -> Path:
    if path.suffix == ".xlsx":
        return _filled_book(name, path, back)
    fill(path, f"{name}填报")
    with open_ledger(path) as file:
        return db.make_return(file, back, author=f"{name}填报人").path


def fill(path: Path, told: str, only: str = "") -> None:
    """Save the same of every task (or of one) of a fill-in file: on track, a quarter of every target."""
    with open_ledger(path) as file:
        mine = db.terms(file)
        assert mine is not None
        (plan,) = db.plans(file)
        for task in plan.tasks():
            if task.id in mine.tasks and only in ("", task.name):
                text = AGREED if _is_joint(task) and task.name != JOINT else f"{told}。"
                content = db.Content(db.Status.ON_TRACK, narrative=text, figures=_figures(task))
                db.save_entry(file, task.id, mine.period, content, author=told, unit=mine.unit)


def _is_joint(task: db.Task) -> bool:
    return len(task.leads) > 1


def _figures(task: db.Task) -> tuple[tuple[db.MeasureId, Decimal], ...]:
    return tuple((measure.id, measure.amount * DUE_SHARE) for measure in task.measures)


def _filled_book(name: str, path: Path, back: Path) -> Path:
    book = workbooks.opened(path)
    signs = [
        str(book.sheet.cell(row, book.id_column).value).split(":") for row in range(1, book.sheet.max_row + 1)
    ]
    for sign in signs:
        if sign[:2] == ["shishi", "task"]:
            book.type(sign[-1], narrative=f"{name}用表格填报。")
    target = back / path.name
    book.book.save(target)
    return target


def _second_section(copy: Path, folder: Path) -> Path:
    folder.mkdir()
    fill(copy, "第二科室另有说法", TWICE)
    with open_ledger(copy) as file:
        return db.make_return(file, folder, author="第二科室").path


def _copied(path: Path, mark: str, joiner: str = "_") -> Path:
    return Path(shutil.copy(path, path.with_name(f"{path.stem}{joiner}{mark}{path.suffix}")))


def _damaged(path: Path, folder: Path) -> Path:
    """The file as a stick that was pulled out too early leaves it."""
    target = folder / path.name
    target.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    return target


def _last_year(folder: Path) -> Path:
    """What a unit hands in of last year's plan."""
    place = folder / "去年.shishi"
    db.import_table(sample_table(), place, year=2023, title="去年的民生实事")
    with open_ledger(place) as ledger:
        (plan,) = db.plans(ledger)
        unit = db.lead_units(plan)[5]
        (one,) = db.issue(ledger, plan, plan.periods[0], folder / "去年下发", units=[unit.id])
    fill(one.path, "去年填报")
    with open_ledger(one.path) as file:
        return db.make_return(file, folder / "去年上报", author="去年").path


def asked(command: str, ledger: Path, *options: str) -> Any:
    """What the command line answers, run as a process."""
    line = [sys.executable, "-m", "db", command, str(ledger), *options, "--json"]
    done = subprocess.run(line, cwd=ROOT, capture_output=True, check=False)
    assert done.returncode in (0, 1), done.stderr.decode()
    return json.loads(done.stdout)
