"""How long paper takes beside the bare `typst` call on the same data, and beside Qt's own documents.

    .venv/bin/python tests/bench/paper.py

56 item sheets and the table of 1,000 tasks as PDF: ours (from the ledger's entries to the bytes, with the
look for characters that no font has), the bare call of `typst.compile` on the files that ours sets, and
Qt's QTextDocument printed to PDF with the same texts. By turns, medians; each run sets texts of its own, for
Typst remembers what it has set. Then 300-dpi pages one by one, with progress, beside all of them in one call.
Exit status 1 when ours takes more than 1.2 × the bare call.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from html import escape
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import typst
from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QGuiApplication, QPageLayout, QPageSize, QPdfWriter, QTextDocument

import db
from db import sheets, typeset

ROUNDS = 7
MOST = 1.2
Entries = dict[db.TaskId, db.Entry]


def sample(folder: Path) -> tuple[db.Plan, db.Period, Entries]:
    """The plan of 56 tasks and what is reported."""
    path = folder / "sample.shishi"
    db.import_sample(path)
    with db.open_ledger(path, read_only=True) as ledger:
        plan = db.plans(ledger)[0]
        return plan, plan.periods[0], db.entries(ledger, plan.periods[0].id)


def grown(plan: db.Plan, found: Entries, tasks: int) -> tuple[db.Plan, Entries]:
    """The same categories over and over, until there are so many tasks."""
    categories, entries = [], dict[db.TaskId, db.Entry]()
    for turn in range(-(-tasks // len(found))):
        for category in plan.categories:
            items = []
            for item in category.items:
                kept = []
                for task in item.tasks:
                    copy = replace(task, id=db.TaskId(f"{task.id}-{turn}"))
                    if len(entries) < tasks:
                        entries[copy.id] = replace(found[task.id], task=copy.id)
                        kept.append(copy)
                items.append(replace(item, id=f"{item.id}-{turn}", tasks=tuple(kept)))
            categories.append(replace(category, id=f"{category.id}-{turn}", items=tuple(items)))
    return replace(plan, categories=tuple(categories)), entries


def salted(found: Entries, salt: int) -> Entries:
    """The same entries with other texts: nothing of them was set before."""
    made = {}
    for task, entry in found.items():
        assert entry.current
        content = replace(entry.current.content, narrative=f"{salt}。{entry.current.content.narrative}")
        made[task] = replace(entry, current=replace(entry.current, content=content))
    return made


def ours(source: typeset.SheetSource) -> bytes:
    """As `write_paper` sets a PDF."""
    typeset.unprintable(source)
    return typeset.to_pdf(source)


def bare(source: typeset.SheetSource) -> bytes:
    """Nothing but the call."""
    files: Any = typeset._files(source)
    made = typst.compile(files, format="pdf", font_paths=typeset.fonts(), pdf_tags=False)
    assert isinstance(made, bytes)
    return made


def by_qt(rows: list[str], path: Path, *, landscape: bool) -> None:
    """The same texts as a document of Qt's, on A4."""
    writer = QPdfWriter(str(path))
    lying = QPageLayout.Orientation.Landscape if landscape else QPageLayout.Orientation.Portrait
    page = QPageLayout(QPageSize(QPageSize.PageSizeId.A4), lying, QMarginsF(20, 20, 20, 20))
    writer.setPageLayout(page)
    document = QTextDocument()
    document.setHtml("".join(rows))
    document.print_(writer)


def table_rows(plan: db.Plan, found: Entries) -> list[str]:
    """The table as HTML."""
    rows = ["<table border='1' cellspacing='0' width='100%'>"]
    for task in plan.tasks():
        leads, others = ("、".join(unit.name for unit in units) for units in (task.leads, task.cooperating))
        cells = (task.number, task.target, f"★{leads}<br>{others}", narrative(found[task.id]))
        rows.append(f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>")
    return [*rows, "</table>"]


def sheet_rows(plan: db.Plan, found: Entries) -> list[str]:
    """A page a task as HTML."""
    pages = []
    for task in plan.tasks():
        leads = "、".join(unit.name for unit in task.leads)
        told = (
            ("编号", task.number),
            ("目标", task.target),
            ("牵头", leads),
            ("完成情况", narrative(found[task.id])),
        )
        cells = "".join(f"<tr><td>{name}</td><td>{text}</td></tr>" for name, text in told)
        pages.append(
            f"<h2>{plan.title}</h2><table border='1' width='100%' style='page-break-after:always'>{cells}</table>"
        )
    return pages


def narrative(entry: db.Entry) -> str:
    """What stands, for HTML."""
    return escape(entry.current.content.narrative) if entry.current else ""


def taken(run: Callable[[], object]) -> float:
    """Milliseconds of one run."""
    start = time.perf_counter()
    run()
    return (time.perf_counter() - start) * 1000


def race(name: str, make: Callable[[int], typeset.SheetSource], qt: Callable[[int], None]) -> bool:
    """Run the three by turns and say the medians; whether ours is quick enough."""
    times: dict[str, list[float]] = {"ours": [], "bare": [], "qt": []}
    for turn in range(ROUNDS):
        # Sources are made outside: both set the same, and neither the other's texts again.
        own, other = make(3 * turn), make(3 * turn + 1)
        pair = [("ours", lambda own=own: ours(own)), ("bare", lambda other=other: bare(other))]
        for runner, run in pair if turn % 2 else reversed(pair):
            times[runner].append(taken(run))
        times["qt"].append(taken(lambda turn=turn: qt(turn)))
    middle = {runner: statistics.median(found) for runner, found in times.items()}
    ratio = middle["ours"] / middle["bare"]
    print(
        f"{name}: {middle['ours']:.0f} ms, bare typst {middle['bare']:.0f} ms, ratio {ratio:.2f} "
        f"(at most {MOST}); Qt {middle['qt']:.0f} ms, {middle['qt'] / middle['ours']:.1f} × ours"
    )
    return ratio <= MOST


def at_once(files: Any) -> object:
    """All pages in one call, which nothing can stop."""
    return typst.compile(files, format="png", ppi=300, font_paths=typeset.fonts())


def printing(name: str, source: typeset.SheetSource) -> None:
    """Pages for a printer one by one, beside Typst drawing all of them in one call."""
    files: Any = typeset._files(source)
    count = len(typeset.to_svg(source))
    times: dict[str, list[float]] = {"ours": [], "bare": []}
    for _ in range(3):
        times["ours"].append(taken(lambda: typeset.to_png(source)) / count)
        times["bare"].append(taken(lambda: at_once(files)) / count)
    ours, bare = (statistics.median(found) for found in times.values())
    print(
        f"{name}, a page at 300 dpi: {ours:.0f} ms with progress, {bare:.0f} ms in one call, "
        f"ratio {ours / bare:.2f} on {os.cpu_count()} processors"
    )


def main() -> int:
    """Print the medians; 1 if one of ours is too slow."""
    QGuiApplication(sys.argv)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        plan, period, found = sample(folder)
        large, many = grown(plan, found, 1000)
        typeset.fonts()
        good = race(
            "56 item sheets",
            lambda salt: sheets.item_sheets(plan, period, salted(found, salt)),
            lambda salt: by_qt(sheet_rows(plan, salted(found, salt)), folder / "s.pdf", landscape=False),
        )
        good &= race(
            "table of 1,000 tasks",
            lambda salt: sheets.consolidated(large, period, salted(many, salt)),
            lambda salt: by_qt(table_rows(large, salted(many, salt)), folder / "t.pdf", landscape=True),
        )
        printing("56 item sheets", sheets.item_sheets(plan, period, found))
        printing("table of 56 tasks", sheets.consolidated(plan, period, found))
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
