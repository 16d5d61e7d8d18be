"""Files as an enemy, a bad stick or another program would make them of a true return."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import db
from db import revision_rows
from db.ledger import open_ledger
from db.revisions import build
from tests.rounds import hand_in, issue, make_ledger, say

PAGE = 1024
AT = "2024-04-01T00:00:00Z"


@dataclass(frozen=True)
class Stage:
    """A ledger into which one unit has returned, and the other unit's files that are to be spoiled."""

    folder: Path
    ledger: Path
    filled: Path
    """教育局's fill-in file, 1.1 and 1.3 told."""
    returned: Path
    other: Path
    """The return of 住建局, merged already."""

    def scratch(self, name: str = "x.shishi") -> Path:
        """A free path, of the same name each time."""
        folder = self.folder / "scratch"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        return folder / name


def make_stage(folder: Path) -> Stage:
    with make_ledger(folder / "l.shishi") as ledger:
        files = issue(ledger, folder / "out")
        say(files["住建局"], "1.2", "已开工")
        other = hand_in(files["住建局"], folder / "in")
        db.merge(ledger, [other], author="李四")
    say(files["教育局"], "1.1", "已建成两座,新增学位一百四十五个。")
    say(files["教育局"], "1.1", "已建成三座。\n新增学位二百个。")
    say(files["教育局"], "1.3", "选址已定。")
    returned = hand_in(files["教育局"], folder / "in")
    return Stage(folder, folder / "l.shishi", files["教育局"], returned, other)


def bit_flips(data: bytes, chance: random.Random, count: int) -> Iterator[bytes]:
    """Half of them anywhere, half where the header and the schema lie."""
    for number in range(count):
        spoiled = bytearray(data)
        bit = chance.randrange(8 * len(data) if number % 2 else 8 * 20 * PAGE)
        spoiled[bit // 8] ^= 1 << bit % 8
        yield bytes(spoiled)


def filled_flips(data: bytes, chance: random.Random, count: int) -> Iterator[bytes]:
    """Flips of bits in bytes that are not zero: in what is written, not in what is free."""
    written = [place for place, byte in enumerate(data) if byte]
    for _ in range(count):
        spoiled = bytearray(data)
        spoiled[chance.choice(written)] ^= 1 << chance.randrange(8)
        yield bytes(spoiled)


def truncations(data: bytes, chance: random.Random, count: int) -> Iterator[bytes]:
    """Cut at each KiB, from the second on; then anywhere after the header."""
    places = list(range(PAGE, len(data), PAGE))
    chance.shuffle(places)
    while len(places) < count:
        places.append(chance.randrange(101, len(data) - 1))
    for place in places[:count]:
        yield data[:place]


def swapped_pages(data: bytes, chance: random.Random, count: int) -> Iterator[bytes]:
    pages = [data[start : start + PAGE] for start in range(0, len(data), PAGE)]
    for _ in range(count):
        one, two = chance.sample(range(len(pages)), 2)
        spoiled = list(pages)
        spoiled[one], spoiled[two] = spoiled[two], spoiled[one]
        yield b"".join(spoiled)


def scribbles(data: bytes, chance: random.Random, count: int) -> Iterator[bytes]:
    """A stretch of the file overwritten with noise, zeros, or another stretch of itself."""
    for number in range(count):
        length = chance.choice([1, 2, 4, 16, 64, 512])
        place = chance.randrange(len(data) - length)
        source = chance.randrange(len(data) - length)
        noise = (chance.randbytes(length), bytes(length), data[source : source + length])[number % 3]
        yield data[:place] + noise + data[place + length :]


def run_sql(path: Path, *steps: str | tuple[str, tuple[object, ...]]) -> None:
    """Change a file behind the program's back."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("PRAGMA ignore_check_constraints = ON")
        for step in steps:
            sql, values = (step, ()) if isinstance(step, str) else step
            connection.execute(sql, values)


Forge = Callable[[Stage], Path]


def with_sql(*steps: str | tuple[str, tuple[object, ...]]) -> Forge:
    """The return, changed by SQL."""

    def forge(stage: Stage) -> Path:
        path = Path(shutil.copy(stage.returned, stage.scratch()))
        run_sql(path, *steps)
        return path

    return forge


def with_bytes(content: bytes, name: str = "x.shishi") -> Forge:
    def forge(stage: Stage) -> Path:
        path = stage.scratch(name)
        path.write_bytes(content)
        return path

    return forge


def spliced(place: int, content: bytes) -> Forge:
    """The return with some bytes of its header changed."""

    def forge(stage: Stage) -> Path:
        data = stage.returned.read_bytes()
        return with_bytes(data[:place] + content + data[place + len(content) :])(stage)

    return forge


def insider(
    *, task: str = "t1.1", period: str = "p1", unit: str = "教育局", parents: tuple[str, ...] = ()
) -> Forge:
    """A fill-in file into which someone who has our code wrote a true revision that is not his to write."""

    def forge(stage: Stage) -> Path:
        path = Path(shutil.copy(stage.filled, stage.scratch()))
        forged = build(
            db.TaskId(task),
            db.PeriodId(period),
            db.Content(narrative="伪造"),
            unit=db.UnitId(unit),
            author="x",
            saved_at=AT,
            parents=[db.RevisionId(parent) for parent in parents],
        )
        with open_ledger(path) as file, file.transaction() as connection:
            revision_rows.insert(connection, [forged])
        return path

    return forge


def sealed_with(seal_it: Callable[[db.Content], db.Content], text: str = "甲") -> Forge:
    """A return that a unit made with changed code: true hashes, a true seal, another content."""

    def forge(stage: Stage) -> Path:
        path = stage.scratch("filled.shishi")
        shutil.copy(stage.filled, path)
        content = seal_it(db.Content(narrative=text))
        forged = build(
            db.TaskId("t1.1"),
            db.PeriodId("p1"),
            content,
            unit=db.UnitId("教育局"),
            author="x",
            saved_at=AT,
            parents=[],
        )
        with open_ledger(path) as file, file.transaction() as connection:
            revision_rows.insert(connection, [forged])
        return path

    return forge


def rehashed(stage: Stage) -> Path:
    """Another text with its right hash, and the seal as it was."""
    path = Path(shutil.copy(stage.returned, stage.scratch()))
    with open_ledger(path, read_only=True) as file:
        old = next(h for h in db.entry(file, db.TaskId("t1.3"), db.PeriodId("p1")).heads)
    new = build(
        old.task,
        old.period,
        db.Content(narrative="全部完成"),
        unit=old.unit,
        author="x",
        saved_at=AT,
        parents=old.parents,
    )
    run_sql(
        path,
        (
            "UPDATE revision SET id = ?, narrative = '全部完成', author = 'x', saved_at = ? WHERE id = ?",
            (new.id, AT, old.id),
        ),
        ("UPDATE return_revision SET revision_id = ? WHERE revision_id = ?", (new.id, old.id)),
    )
    return path


def seal_of_another(stage: Stage) -> Path:
    """Terms and seal of 住建局's true return, the words of 教育局's."""
    path = Path(shutil.copy(stage.returned, stage.scratch()))
    run_sql(
        path,
        ("ATTACH ? AS other", (str(stage.other),)),
        "DELETE FROM dispatch",
        "INSERT INTO dispatch SELECT * FROM other.dispatch",
        "UPDATE return SET (dispatch_id, seal) = (SELECT dispatch_id, seal FROM other.return)",
        "INSERT OR IGNORE INTO unit SELECT * FROM other.unit",
    )
    return path


def of_another_plan(stage: Stage) -> Path:
    folder = stage.scratch("plan").parent
    with make_ledger(folder / "l.shishi") as ledger:
        (plan,) = ledger.one("SELECT id FROM plan")
        assert plan == "plan"
        file = issue(ledger, folder / "out")["教育局"]
    say(file, "1.1", "甲")
    return hand_in(file, folder)


def long_chain(stage: Stage, length: int = 10_000) -> Path:
    """A fill-in file in which one entry was saved ten thousand times, each save upon the last."""
    path = Path(shutil.copy(stage.filled, stage.scratch()))
    with open_ledger(path) as file:
        (last,) = (h.id for h in db.entry(file, db.TaskId("t1.1"), db.PeriodId("p1")).heads)
        chain = []
        for number in range(length):
            content = db.Content(narrative=str(number))
            made = build(
                db.TaskId("t1.1"),
                db.PeriodId("p1"),
                content,
                unit=db.UnitId("教育局"),
                author="x",
                saved_at=AT,
                parents=[last],
            )
            chain.append(made)
            last = made.id
        with file.transaction() as connection:
            revision_rows.insert(connection, chain)
    return path


def broken_chain(stage: Stage) -> Path:
    path = long_chain(stage, 50)
    with closing(sqlite3.connect(path)) as connection:
        middle = connection.execute("SELECT id FROM revision WHERE narrative = '25'").fetchone()
    run_sql(
        path,
        ("DELETE FROM revision_parent WHERE revision_id = ?", middle),
        ("DELETE FROM revision WHERE id = ?", middle),
    )
    return path


def many_tables(stage: Stage) -> Path:
    path = Path(shutil.copy(stage.returned, stage.scratch()))
    steps = [f"CREATE TABLE t{number} (a, b, c)" for number in range(3_000)]
    run_sql(path, "PRAGMA synchronous = OFF", "BEGIN", *steps, "COMMIT")
    return path


def a_zip(stage: Stage) -> Path:
    path = stage.scratch("上报.shishi")
    with zipfile.ZipFile(path, "w") as made:
        made.write(stage.returned, "上报.shishi")
    return path


def a_workbook(stage: Stage) -> Path:
    from openpyxl import Workbook

    path = stage.scratch("x.xlsx")
    Workbook().save(path)
    return path.rename(path.with_name("上报.shishi"))


def a_folder(stage: Stage) -> Path:
    path = stage.scratch("上报.shishi")
    path.mkdir()
    return path


def an_empty_folder(stage: Stage) -> Path:
    path = stage.scratch("空")
    path.mkdir()
    return path


def a_pipe(stage: Stage) -> Path:
    path = stage.scratch("上报.shishi")
    os.mkfifo(path)
    return path


def a_link(stage: Stage) -> Path:
    path = stage.scratch("上报.shishi")
    path.symlink_to(stage.returned)
    return path
