"""What the merge is measured against, over the same files and rows."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

CARRIED = ("revision", "revision_parent", "figure")
"""The tables with what the units say: no script would carry less."""


def floor(files: Sequence[Path]) -> None:
    """Read every byte once, and nothing else."""
    for file in files:
        file.read_bytes()


def plain(target: Path, files: Sequence[Path], *, synchronous: str = "FULL") -> None:
    """What any script would do: open read-only, select, upsert, a commit a file, nothing checked."""
    with closing(sqlite3.connect(target)) as ours:
        ours.execute(f"PRAGMA synchronous = {synchronous}")
        for file in files:
            with closing(sqlite3.connect(f"file:{quote(str(file))}?mode=ro", uri=True)) as theirs:
                for table in CARRIED:
                    _upsert(ours, table, theirs.execute(f"SELECT * FROM {table}").fetchall())
            ours.commit()


def _upsert(ours: sqlite3.Connection, table: str, rows: Sequence[tuple[object, ...]]) -> None:
    if rows:
        marks = ", ".join("?" * len(rows[0]))
        ours.executemany(f"INSERT OR REPLACE INTO {table} VALUES ({marks})", rows)


class Geodiff:
    """pygeodiff: create changeset, rebase, apply, file by file.

    It knows neither STRICT tables nor keys of several columns, so it gets copies that hold revisions and
    figures in lax ones, made before the clock runs: less than the merge reads.
    """

    def __init__(self, folder: Path, ledger: Path, files: Sequence[Path]) -> None:
        import pygeodiff

        self._geodiff = pygeodiff.GeoDiff()
        self._folder = folder
        folder.mkdir()
        self._base = _lax(ledger, folder / "base.gpkg")
        self._files = [_lax(file, folder / f"{number}.gpkg") for number, file in enumerate(files)]

    def run(self) -> None:
        """Merge every file into a fresh copy of the ledger."""
        current = Path(shutil.copy(self._base, self._folder / "current.gpkg"))
        steps = [self._folder / name for name in ("theirs", "rebased", "conflicts")]
        theirs, rebased, conflicts = map(str, steps)
        for file in self._files:
            for step in steps:
                step.unlink(missing_ok=True)
            self._geodiff.create_changeset(str(self._base), str(current), theirs)
            self._geodiff.create_rebased_changeset(str(self._base), str(file), theirs, rebased, conflicts)
            if not steps[1].exists():  # nothing to rebase on
                self._geodiff.create_changeset(str(self._base), str(file), rebased)
            self._geodiff.apply_changeset(str(current), rebased)
        with closing(sqlite3.connect(current)) as merged:
            (count,) = merged.execute("SELECT count(DISTINCT id) FROM revision").fetchone()
            if not count:
                raise RuntimeError("pygeodiff merged nothing")


def _lax(source: Path, target: Path) -> Path:
    with closing(sqlite3.connect(target)) as made, closing(sqlite3.connect(source)) as theirs:
        made.execute(
            "CREATE TABLE revision (id TEXT PRIMARY KEY NOT NULL, form, task, period, unit, author, "
            "saved_at, says, status, nothing_new, reason, narrative, problems, next_steps, remark)"
        )
        made.execute("CREATE TABLE figure (id TEXT PRIMARY KEY NOT NULL, value TEXT)")
        _upsert(made, "revision", theirs.execute("SELECT * FROM revision").fetchall())
        figures = theirs.execute("SELECT revision_id || measure_id, value FROM figure").fetchall()
        _upsert(made, "figure", figures)
        made.commit()
    return target
