"""Makes `tests/releases/<version>.shishi` with the program of now: `python -m tests.releases.make`.

Until the first release that file is made anew with each change of the schema; from then on a file of
a released version is never touched again, and a change of the schema adds the next.
"""

from __future__ import annotations

import shutil
import tempfile
from decimal import Decimal
from pathlib import Path

import db
from db.schema import VERSION
from tests import rounds

HERE = Path(__file__).parent


def make(folder: Path) -> Path:
    """A ledger with something in as many tables as a round fills; its path."""
    path = folder / f"{VERSION}.shishi"
    with rounds.make_ledger(path) as ledger:
        (plan,) = db.plans(ledger)
        period = plan.periods[0]
        measure = next(iter(plan.tasks())).measures[0]
        db.set_steps(ledger, plan.id, measure.id, {period.id: Decimal(20)}, author="统筹人")
        issued = rounds.issue(ledger, folder / "out")
        returns = [
            fill(issued["教育局"], "1.1", "1.3", measure.id, folder),
            fill(issued["住建局"], "1.2", "1.3", None, folder),
        ]
        db.merge(ledger, returns, author="统筹人", leave_out=frozenset({db.TaskId("t1.2")}))
        db.review_entry(
            ledger, db.TaskId("t1.1"), period.id, db.Verdict.SEND_BACK, author="统筹人", comment="请补充。"
        )
        db.write_paper(ledger, plan, period, db.PaperOptions(), folder / "sheets.pdf")
        typed = db.Draft(
            task=db.TaskId("t1.2"),
            period=period.id,
            typed_at=db.now(),
            content=db.Content(narrative="还没有写完"),
            base=(),
        )
        db.save_draft(ledger, typed)
    return path


def fill(file: Path, first: str, second: str, measure: db.MeasureId | None, folder: Path) -> Path:
    """What a unit hands in: figures, an attachment and an explanation with the first task, words with both."""
    with db.open_ledger(file) as ledger:
        mine = db.terms(ledger)
        assert mine is not None
        content = db.Content(
            status=db.Status.ON_TRACK,
            narrative="新增学位25个。",
            figures=((measure, Decimal(25)),) if measure else (),
            explanations=(db.Explanation("text_short", "narrative", "本期只有这一项。"),),
            attachments=(db.attach_bytes(ledger, "照片.txt", "一张照片".encode()),),
        )
        db.save_entry(ledger, db.TaskId(f"t{first}"), mine.period, content, author="张三", unit=mine.unit)
    rounds.say(file, second, f"{file.name}所说")
    return rounds.hand_in(file, folder / "in")


def main() -> None:
    """Run as a script."""
    with tempfile.TemporaryDirectory() as place:
        made = make(Path(place))
        shutil.copy(made, HERE / made.name)
        print(f"{HERE.name}/{made.name}: {made.stat().st_size} bytes")


if __name__ == "__main__":
    main()
