"""Merge returned files into a ledger, or only see what that would do; design.md §3.

One call is one merge. Files are read and judged first, a lot of them to a transaction, a savepoint to a
file: a bad file is left alone, and the disk is not waited for four times a file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field, replace
from pathlib import Path

from db import backups
from db.absorb import MergedFile, Reason, absorb
from db.errors import BadCells, FileError, RefusedError, RequestError
from db.gate import Passed, judge, key_of
from db.ledger import SUFFIX, Ledger, in_memory, now, shown_name
from db.ledger_union import absorb_ledger
from db.merge_notes import notes
from db.other_ledger import OtherLedger, read_other
from db.plan_since import Since
from db.progress import Progress, Silent
from db.reader import Reader
from db.records import FileKind, TaskId
from db.untrusted import Foreign, check_schema, file_bytes, read

LOT = 100
"""Files to a transaction: at most so many are held in memory at once."""
LOT_BYTES = 64 * 1024 * 1024
"""Of what is attached in them; the file with which a lot passes this is its last."""
DESCRIBED = 1_000
"""Files of a merge that are reported entry by entry; of those after them the counts say enough."""
_MOST_CELLS = 50
"""Cells of a workbook that are told one by one."""
_ZIP = b"PK\x03\x04"
_OFFICE = (_ZIP, b"\xd0\xcf\x11\xe0")
"""How a workbook begins; one of the old kind, or with a password, as the second."""
_CACHE = 16 * 1024
"""Kilobytes of pages that SQLite may keep while it merges: ids are random, so every page is met again."""


@dataclass(frozen=True, slots=True)
class MergeReport:
    """What a merge did, or would do, file by file in the order given; entry by entry for the first
    `DESCRIBED` of them."""

    files: tuple[MergedFile, ...]

    @property
    def totals(self) -> dict[str, int]:
        """How many files had each outcome, and the sums of what they brought."""
        counted = {
            outcome: sum(file.outcome == outcome for file in self.files)
            for outcome in ("merged", "unchanged", "refused")
        }
        sums = {name: sum(getattr(f, name) for f in self.files) for name in ("added", "same", "conflicts")}
        return counted | sums


def merge(
    ledger: Ledger,
    paths: Sequence[Path],
    *,
    author: str,
    leave_out: frozenset[TaskId] = frozenset(),
    take_in: frozenset[TaskId] = frozenset(),
    ledgers: bool = False,
    progress: Progress | None = None,
) -> MergeReport:
    """Merge files, or the files of folders. What is refused changes nothing and does not bar the others.

    `leave_out`: tasks of which nothing is taken; what is left out stays out of later merges too, until
    `take_in` names it. `ledgers`: the files are ledgers of other coordinators, not returns.

    A backup is made before the first change. Raises FileError when the ledger itself cannot be written,
    `Cancelled` from `progress`; what was committed before stays.
    """
    step = _Merge(ledger, author, leave_out, take_in, ledgers=ledgers)
    return _run(ledger, paths, step, progress or Silent(), keep=True)


def preview_merge(
    ledger: Ledger,
    paths: Sequence[Path],
    *,
    leave_out: frozenset[TaskId] = frozenset(),
    take_in: frozenset[TaskId] = frozenset(),
    ledgers: bool = False,
    progress: Progress | None = None,
) -> MergeReport:
    """What `merge` would report, entry by entry; the ledger stays as it is."""
    with in_memory(ledger) if ledger.read_only else nullcontext(ledger) as tried:
        step = _Merge(tried, "", leave_out, take_in, ledgers=ledgers, backup=False)
        return _run(tried, paths, step, progress or Silent(), keep=False)


@dataclass
class _Merge:
    """One merge: what was asked for, and its row of table `merge`, written when a file brings something."""

    ledger: Ledger
    author: str
    leave_out: frozenset[TaskId]
    take_in: frozenset[TaskId]
    ledgers: bool
    backup: bool = True
    row: int | None = None
    keys: Mapping[str, bytes] = field(init=False)
    """The keys of the plans; in a fill-in file its seal key, by dispatch."""
    names: Mapping[tuple[str, str], str] = field(init=False)
    """How units and periods are called here, by kind and id: what a file calls them is not sealed."""
    since: Since = field(init=False)
    """How the plan differs from those that the files were cut from."""

    def __post_init__(self) -> None:
        self.since = Since(self.ledger)
        sql = "SELECT plan_id, key FROM plan_key UNION ALL SELECT dispatch_id, key FROM seal_key"
        self.keys = dict(self.ledger.rows(sql))
        sql = "SELECT 'unit', id, name FROM unit UNION ALL SELECT 'period', id, label FROM period"
        self.names = {(kind, key): name for kind, key, name in self.ledger.rows(sql)}

    def current(self) -> int:
        if self.row is None:
            if self.backup:
                backups.make(self.ledger.path, "merge")
            sql = "INSERT INTO merge (merged_at, author) VALUES (?, ?)"
            self.row = self.ledger.connection.execute(sql, (now(), self.author)).lastrowid
        if self.row is None:
            raise RuntimeError("a merge without a row")
        return self.row


def _run(
    ledger: Ledger,
    paths: Sequence[Path],
    step: _Merge,
    progress: Progress,
    *,
    keep: bool,
) -> MergeReport:
    if ledger.kind is FileKind.RETURN:
        raise RequestError("not_a_ledger_file", path=ledger.path)
    files = expand(paths)
    ledger.rows(f"PRAGMA cache_size = -{_CACHE}")
    report: list[MergedFile] = []
    with Reader(check_schema) as reader, nullcontext() if keep else _undone(ledger):
        while len(report) < len(files):
            start = len(report)
            judged: list[Passed | OtherLedger | MergedFile] = []
            held = 0
            for file in files[start : start + LOT]:
                progress.step(start + len(judged), len(files), file.name)
                judged.append(_judged(step, file, reader))
                held += _size(judged[-1])
                if held > LOT_BYTES:
                    break
            with ledger.transaction():
                done = [_absorbed(step, one) for one in judged]
            report += done if start < DESCRIBED else [replace(file, entries=()) for file in done]
    return MergeReport(tuple(report))


def _size(judged: Passed | OtherLedger | MergedFile) -> int:
    """Bytes of what is attached: the most of a large file."""
    return 0 if isinstance(judged, MergedFile) else sum(map(len, judged.attachments.values()))


class _Preview(Exception):
    """Ends the transaction of a preview without keeping it."""


@contextmanager
def _undone(ledger: Ledger) -> Iterator[None]:
    """Everything that is written meanwhile is taken back at the end."""
    try:
        with ledger.transaction():
            yield
            raise _Preview
    except _Preview:
        pass


def expand(paths: Iterable[Path]) -> list[Path]:
    """The files that paths stand for: a folder stands for the files in it, in the order of their names.

    The sheets to stamp, which lie beside the returns as PDF, are passed over. A folder without files, or
    one named like a file of ours, stands for itself and will be refused.
    """
    found: list[Path] = []
    for path in paths:
        if not path.is_dir() or path.suffix == SUFFIX:
            found.append(path)
            continue
        inside = sorted(file for file in path.iterdir() if _may_be_ours(file))
        found += inside or [path]
    return found


def _may_be_ours(file: Path) -> bool:
    # A spreadsheet leaves ~$name beside each workbook that is open.
    return not (file.name.startswith((".", "~$")) or file.suffix.lower() == ".pdf" or file.is_dir())


def _judged(step: _Merge, path: Path, reader: Reader) -> Passed | OtherLedger | MergedFile:
    try:
        if path.is_dir():
            raise FileError("is_directory" if path.suffix == SUFFIX else "no_files", path=path)
        if step.ledgers:
            return read_other(path)
        data = file_bytes(path)
        if not data.startswith(_OFFICE) or path.suffix == SUFFIX:
            foreign = _called(step, read(path, reader, data))
            return judge(foreign, _key(step, foreign))
        return _judged_book(step, path, data)
    except (FileError, RefusedError) as error:
        return _not_taken(shown_name(path), error)


def _judged_book(step: _Merge, path: Path, data: bytes) -> Passed:
    """As for any file, of a fill-in workbook."""
    from db.workbook.judging import judge_book, read_book  # a round without workbooks does without

    if not data.startswith(_ZIP):
        raise FileError("old_office_file", path=path)
    book = read_book(path, data)
    foreign = _called(step, book.foreign)
    return judge_book(replace(book, foreign=foreign), _key(step, foreign))


def _not_taken(name: str, error: FileError | RefusedError) -> MergedFile:
    if isinstance(error, BadCells):
        return MergedFile(name, "refused", reasons=_of_cells(error))
    # An untouched fill-in file is nothing to be alarmed about.
    outcome = "unchanged" if error.code == "nothing_filled" else "refused"
    return MergedFile(name, outcome, reasons=(Reason(error.code, error.params),))


def _of_cells(error: BadCells) -> tuple[Reason, ...]:
    """One reason a cell; of very many the first."""
    reasons = tuple(Reason(finding.code, dict(finding.details)) for finding in error.findings)
    return (
        reasons if len(reasons) <= _MOST_CELLS else (*reasons[:_MOST_CELLS], Reason(error.code, error.params))
    )


def _called(step: _Merge, foreign: Foreign) -> Foreign:
    """With the names that unit and period have here, where they are known."""
    unit = step.names.get(("unit", foreign.terms.unit), foreign.unit_name)
    period = step.names.get(("period", foreign.terms.period), foreign.period_label)
    return replace(foreign, unit_name=unit, period_label=period)


def _key(step: _Merge, foreign: Foreign) -> bytes:
    """The seal key that a file of ours must have been made with."""
    if step.ledger.kind is FileKind.DISPATCH:  # sections' copies of one fill-in file merge into one
        if foreign.terms.id not in step.keys:
            raise RefusedError("other_dispatch", unit=foreign.unit_name, period=foreign.period_label)
        return step.keys[foreign.terms.id]
    if foreign.terms.plan not in step.keys:
        titles = [title for (title,) in step.ledger.rows("SELECT title FROM plan ORDER BY year, title")]
        if foreign.plan_title in titles:  # of another year, or made twice from one table
            raise RefusedError("other_plan_same_name", theirs=foreign.plan_title)
        raise RefusedError("other_plan", theirs=foreign.plan_title, ours="、".join(titles))
    return key_of(step.keys[foreign.terms.plan], foreign)


def _absorbed(step: _Merge, judged: Passed | OtherLedger | MergedFile) -> MergedFile:
    if isinstance(judged, MergedFile):
        return judged
    if isinstance(judged, Passed):
        done = absorb(step.ledger, judged, step.leave_out, step.take_in, step.current)
        done = step.since.told(judged.terms, done)
        return replace(done, reasons=(*done.reasons, *notes(step.ledger, judged)))
    try:
        return absorb_ledger(step.ledger, judged, step.current)
    except RefusedError as error:  # judged against what is here, and before anything was written
        return _not_taken(judged.name, error)
