"""`kill -9` while typing loses at most the last second."""

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

import db
from db.ledger import open_ledger
from tests import rounds

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(("attempt", "how"), [(0, []), (1, []), (2, ["composing"]), (3, ["composing"])])
def test_a_kill_while_typing_loses_at_most_the_last_second(tmp_path, attempt, how):
    rounds.make_ledger(tmp_path / "l.shishi").close()
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_CONFIG_HOME": str(tmp_path),
        "PYTHONPATH": str(ROOT),
    }
    typist = subprocess.Popen(
        [sys.executable, str(Path(__file__).with_name("typist.py")), str(tmp_path / "l.shishi"), *how],
        stdout=subprocess.PIPE,
        env=environment,
        text=True,
    )
    with typist:
        assert typist.stdout is not None
        enough = 150 + random.Random(attempt).randrange(60)
        keys = [_key(typist.stdout.readline()) for _ in range(enough)]
        killed = time.monotonic()
        typist.kill()
        keys += [_key(line) for line in typist.stdout if line.endswith("\n")]
    safe = max((count for count, at in keys if at < killed - 1), default=0)
    assert safe > 0
    with open_ledger(tmp_path / "l.shishi") as ledger:
        assert ledger.rows("PRAGMA integrity_check") == [("ok",)]
        (draft,) = db.drafts(ledger, db.PeriodId("p1")).values()
    text = draft.content.narrative
    assert len(text) >= safe
    assert text == ("abcdefghij" * 100)[: len(text)]


def _key(line: str) -> tuple[int, float]:
    count, at = line.split()
    return int(count), float(at)
