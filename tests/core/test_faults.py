"""Killed, starved, kept out, or not alone: the file opens, is whole, and holds the state before or after.

The quick run takes a tenth; the full counts (400 kills, 120 full disks): `pytest -m slow tests/core/test_faults.py`.
A failure names the seed and the instant.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

import db
from db import backups
from db.ledger import open_ledger
from tests.core import fault_child
from tests.rounds import hand_in, issue, make_ledger, say

if os.name != "posix":
    pytest.skip("forks", allow_module_level=True)

SEED = 20240401
STATES = (
    "SELECT task_id, unit_id, narrative FROM revision",
    "SELECT count(*) FROM revision_parent",
    "SELECT task_id FROM draft",
    "SELECT unit_id, file_name, added, same FROM receipt",
    "SELECT check_code FROM return",
    "SELECT count(*) FROM return_revision",
    "SELECT author, undone_at FROM merge",
    "SELECT kind FROM merge_added",
    "SELECT name FROM pragma_table_info('revision')",
    "PRAGMA user_version",
)
"""What a step changes, without what the clock or chance puts in it."""


class Children:
    """The process that forks for us."""

    def __init__(self) -> None:
        command = [sys.executable, fault_child.__file__]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def carry_out(self, *orders: dict[str, object]) -> list[dict[str, object]]:
        """All orders at once; how each ended."""
        assert self._process.stdin
        assert self._process.stdout
        print(json.dumps(orders), file=self._process.stdin, flush=True)
        return list(json.loads(self._process.stdout.readline()))

    def close(self) -> None:
        self._process.communicate()


@pytest.fixture(scope="module")
def children() -> Iterator[Children]:
    started = Children()
    yield started
    started.close()


@pytest.fixture(scope="module")
def stage() -> Iterator[Path]:
    """A folder that anybody may look into: a ledger, returns for it, and a fill-in file with a draft."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        with make_ledger(folder / "l.shishi") as ledger:
            files = issue(ledger, folder / "out")
        say(files["教育局"], "1.1", "甲" * 500)
        say(files["教育局"], "1.3", "乙")
        hand_in(files["教育局"], folder / "in")
        say(files["住建局"], "1.3", "丙")
        hand_in(files["住建局"], folder / "in")
        with open_ledger(files["教育局"]) as file:
            typed = db.Draft(db.TaskId("t1.1"), db.PeriodId("p1"), db.now(), db.Content(narrative="打字"))
            db.save_draft(file, typed)
        yield folder


def prepared(stage: Path, step: str) -> tuple[Path, list[str], Path]:
    """A fresh copy of what a step works on: the file, the step's arguments, and the folder of it all."""
    work = stage / "work"
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir()
    if step in ("merge", "migrate"):
        file = Path(shutil.copy(stage / "l.shishi", work))
        returns = [str(path) for path in sorted((stage / "in").iterdir())]
        return file, [str(file), *(returns if step == "merge" else [])], work
    file = Path(shutil.copy(next((stage / "out").glob("教育局*")), work / "f.shishi"))
    return file, [str(file), *([str(work / "made")] if step == "return" else [])], work


def state(path: Path) -> list[list[tuple[object, ...]]]:
    """What a file holds, once it has been opened by nobody but SQLite and found whole."""
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        return [sorted(connection.execute(sql).fetchall(), key=repr) for sql in STATES]


def opened_state(path: Path) -> list[list[tuple[object, ...]]]:
    """The same, opened by the program first, as whoever comes next would."""
    if state(path)[-1] == [(1,)]:  # a migrated file is newer than this program
        open_ledger(path).close()
    return state(path)


def made(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.shishi")) if folder.exists() else []


def before_and_after(stage: Path, children: Children, step: str) -> tuple[object, object, float]:
    file, arguments, _ = prepared(stage, step)
    before = state(file)
    (ended,) = children.carry_out({"step": step, "args": arguments})
    assert ended["end"] == "done"
    return before, state(file), float(str(ended["seconds"]))


def check_one_or_the_other(stage: Path, step: str, states: tuple[object, object], at: str) -> None:
    """The file is whole and holds the state before or after; what was to be made is there whole or not at all."""
    file = next((stage / "work").glob("*.shishi"))
    assert opened_state(file) in states, at
    for returned in made(stage / "work" / "made"):
        with open_ledger(stage / "l.shishi") as ledger:
            assert db.preview_merge(ledger, [returned]).files[0].outcome == "merged", at
    for backup in backups.every(file):
        assert state(backup) == states[0], at


@pytest.mark.parametrize("count", [10, pytest.param(100, marks=pytest.mark.slow)])
@pytest.mark.parametrize("step", fault_child.STEPS)
def test_killed_at_any_instant(stage, children, step, count):
    before, after, seconds = before_and_after(stage, children, step)
    chance = random.Random(f"{step} {count} {SEED}")
    killed = 0
    for number in range(count):
        _, arguments, _ = prepared(stage, step)
        delay = chance.uniform(0, 1.1 * seconds)
        (ended,) = children.carry_out({"step": step, "args": arguments, "delay": delay})
        assert ended["end"] in ("killed", "done")
        killed += ended["end"] == "killed"
        check_one_or_the_other(
            stage, step, (before, after), f"{step}, kill {number} of seed {SEED}: {delay} s"
        )
        (again,) = children.carry_out({"step": step, "args": arguments})
        assert again["end"] == "done", "it can be done again"
        assert state(next((stage / "work").glob("*.shishi"))) == after
    assert killed > count // 3


@pytest.mark.parametrize("count", [4, pytest.param(30, marks=pytest.mark.slow)])
@pytest.mark.parametrize("step", fault_child.STEPS)
def test_no_file_may_grow_beyond(stage, children, step, count):
    before, after, _ = before_and_after(stage, children, step)
    largest = max(file.stat().st_size for file in (stage / "work").rglob("*") if file.is_file())
    ends = set()
    for number in range(count):
        _, arguments, _ = prepared(stage, step)
        limit = largest * number // count
        (ended,) = children.carry_out({"step": step, "args": arguments, "limit": limit})
        ends.add(ended["end"])
        check_one_or_the_other(stage, step, (before, after), f"{step}, files of {limit} bytes at most")
        assert (state(next((stage / "work").glob("*.shishi"))) == after) == (
            ended["end"] == "done" or before == after
        )
    assert ends <= {"done", "disk_full", "write_failed", "damaged"}
    assert ends - {"done"}, "it never failed"


@pytest.fixture
def small_disk(stage) -> Iterator[Path]:
    """A file system of one megabyte, where the machine lets us make one."""
    place = stage / "work"
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir()
    asked = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", place], capture_output=True, check=False
    )
    if asked.returncode:
        pytest.skip("no file system can be mounted here")
    yield place
    subprocess.run(["umount", place], check=True)


@pytest.mark.parametrize("count", [4, pytest.param(60, marks=pytest.mark.slow)])
def test_the_disk_is_full(stage, children, small_disk, count):
    file = small_disk / "l.shishi"
    returns = [str(path) for path in sorted((stage / "in").iterdir())]
    ends = set()
    for number in range(count):
        shutil.copy(stage / "l.shishi", file)
        before = state(file)
        filler = small_disk / "filler"
        free = os.statvfs(small_disk).f_bavail * os.statvfs(small_disk).f_frsize
        filler.write_bytes(bytes(max(0, free - 4096 * (number * 60 // count))))
        (ended,) = children.carry_out({"step": "merge", "args": [str(file), *returns]})
        ends.add(ended["end"])
        filler.unlink()
        assert (opened_state(file) == before) == (ended["end"] != "done"), number
        shutil.rmtree(backups.folder(file), ignore_errors=True)
    assert ends == {"done", "disk_full"}


@pytest.mark.parametrize("what", ["folder", "file", "both"])
def test_what_may_not_be_written_stays_as_it_is(stage, children, what):
    file, arguments, work = prepared(stage, "merge")
    file.chmod(0o666 if what == "folder" else 0o444)
    work.chmod(0o777 if what == "file" else 0o555)
    before = file.read_bytes()
    (ended,) = children.carry_out({"step": "merge", "args": arguments, "nobody": True})
    work.chmod(0o755)
    assert ended["end"] in ("read_only", "no_permission")
    assert file.read_bytes() == before
    assert sorted(work.iterdir()) == [file]


def test_a_file_that_somebody_writes_says_so_and_takes_it_later(stage):
    file, (_, *returns), _ = prepared(stage, "merge")
    paths = [Path(path) for path in returns]
    with closing(sqlite3.connect(file, isolation_level=None)) as other, open_ledger(file) as ledger:
        ledger.connection.execute("PRAGMA busy_timeout = 0")
        other.execute("BEGIN IMMEDIATE")
        before = file.read_bytes()
        with pytest.raises(db.FileError, match="locked"):
            db.merge(ledger, paths, author="李四")
        other.execute("ROLLBACK")
        assert file.read_bytes() == before
        assert db.merge(ledger, paths, author="李四").totals["merged"] == len(paths)


@pytest.mark.parametrize("count", [3, pytest.param(30, marks=pytest.mark.slow)])
def test_two_merge_into_one_ledger_at_once(stage, children, count):
    for _ in range(count):
        file, (ledger, *returns), _ = prepared(stage, "merge")
        orders = [{"step": "merge", "args": [ledger, one]} for one in returns]
        ends = children.carry_out(*orders, *orders)
        assert [ended["end"] for ended in ends] == ["done"] * len(ends)
        held = dict(zip(STATES, opened_state(file), strict=True))
        assert len(held[STATES[0]]) == 3
        assert len(held["SELECT unit_id, file_name, added, same FROM receipt"]) == len(returns)
