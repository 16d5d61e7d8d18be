"""A file of every released version opens in today's program, and has today's schema then."""

import shutil
import sqlite3
from contextlib import closing
from decimal import Decimal
from pathlib import Path

import pytest

import db
from db import schema

RELEASES = sorted((Path(__file__).parents[1] / "releases").glob("*.shishi"))
PERIOD = db.PeriodId("p1")


@pytest.fixture(params=RELEASES, ids=lambda path: path.stem)
def released(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return Path(shutil.copy(request.param, tmp_path))


def test_there_is_one_of_each_version():
    assert [path.stem for path in RELEASES] == [str(version + 1) for version in range(schema.VERSION)]


def test_its_version_is_the_one_it_is_named_by(released: Path):
    with closing(sqlite3.connect(released)) as file:
        assert file.execute("PRAGMA user_version").fetchone() == (int(released.stem),)
        assert file.execute("PRAGMA application_id").fetchone() == (schema.APPLICATION_ID,)


def test_after_it_was_opened_its_schema_is_the_one_declared(released: Path, tmp_path: Path):
    db.open_ledger(released).close()
    db.create_ledger(tmp_path / "new.shishi").close()
    with closing(sqlite3.connect(released)) as old, closing(sqlite3.connect(tmp_path / "new.shishi")) as new:
        assert schema.fingerprint(old) == schema.fingerprint(new)
        assert old.execute("PRAGMA user_version").fetchone() == (schema.VERSION,)
        assert old.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert old.execute("PRAGMA foreign_key_check").fetchall() == []


def test_what_was_in_it_is_there(released: Path):
    with db.open_ledger(released) as ledger:
        (plan,) = db.plans(ledger)
        states = {str(task): entry.state.value for task, entry in db.entries(ledger, PERIOD).items()}
        assert states == {"t1.1": "open", "t1.3": "conflict"}
        said = db.entries(ledger, PERIOD)[db.TaskId("t1.1")].heads[0].content
        assert said.figures == ((db.MeasureId("m1"), Decimal(25)),)
        assert db.attachment(ledger, said.attachments[0]) == "一张照片".encode()
        assert said.explanations[0].text == "本期只有这一项。"
        assert [case.review.task for case in db.sent_back_entries(ledger, plan.periods[0])] == ["t1.1"]
        assert list(db.drafts(ledger, PERIOD)) == ["t1.2"]
        assert {row.unit.name: row.filled for row in db.standing(ledger, plan, plan.periods[0])}[
            "教育局"
        ] == 2
