"""How fast returns are merged, against what people could use instead: `python tests/bench/merge.py`.

Makes return files (once a run, on the disk beside the repository), then merges them by turns in every way
and prints medians and ratios. `--files 1000 --rounds 5`; `--many 10000` adds what ten times as many files
cost; pygeodiff is measured where it is installed. Exit status 1 when a target of the issue is missed.
"""

from __future__ import annotations

import argparse
import json
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

import db  # noqa: E402  (found only with the path above)
from tests.bench.many_returns import make  # noqa: E402
from tests.bench.rivals import Geodiff, floor, plain  # noqa: E402

TARGETS = {
    "merge / plain": 0.6,
    "merge / pygeodiff": 0.2,
    "many: cost a file": 1.3,
    "many: memory": 1.5,
    "again: bytes changed": 0.0,
}
"""At most; from the issue "A merge that coordinators can trust with everything"."""


class Bench:
    """A ledger, its returns, and the ways to merge them, each into a fresh copy."""

    def __init__(self, folder: Path, files: int) -> None:
        folder.mkdir()
        self._folder = folder
        self.ledger, self.files = make(folder, files)

    def copy(self) -> Path:
        """A fresh copy of the ledger in a folder of its own, as its backups go beside it."""
        folder = self._folder / "copy"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        return Path(shutil.copy(self.ledger, folder / "ledger.shishi"))

    def ways(self) -> dict[str, Callable[[], float]]:
        """Each way, as what runs it once and returns its seconds."""
        found: dict[str, Callable[[], float]] = {
            "merge": lambda: merged(self.copy(), self.files),
            "plain": lambda: timed(plain, self.copy(), self.files),
            "plain, no fsync": lambda: timed(_plain_unsynced, self.copy(), self.files),
            "floor": lambda: timed(floor, self.files),
        }
        if find_spec("pygeodiff"):
            geodiff = Geodiff(self._folder / "geodiff", self.ledger, self.files)
            found["pygeodiff"] = lambda: timed(geodiff.run)
        else:
            print("pygeodiff is not installed: left out (pip install pygeodiff)")
        return found


def _plain_unsynced(target: Path, files: list[Path]) -> None:
    plain(target, files, synchronous="OFF")


def timed(work: Callable[..., object], *values: object) -> float:
    """Seconds that `work` takes."""
    start = time.perf_counter()
    work(*values)
    return time.perf_counter() - start


def merged(target: Path, files: list[Path]) -> float:
    """Seconds of a merge of ours, opening and closing the ledger included."""
    start = time.perf_counter()
    with db.open_ledger(target) as ledger:
        report = db.merge(ledger, files, author="bench")
    seconds = time.perf_counter() - start
    if report.totals["merged"] != len(files):
        raise RuntimeError(f"not everything was merged: {report.totals}")
    return seconds


def medians(bench: Bench, rounds: int) -> dict[str, float]:
    """Seconds of every way: medians of rounds in which each has its turn."""
    ways = bench.ways()
    taken: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(rounds):
        for name, run in ways.items():
            taken[name].append(run())
    return {name: statistics.median(seconds) for name, seconds in taken.items()}


def ratios_of(bench: Bench, rounds: int) -> dict[str, float]:
    """The first table, printed, and the ratios that the targets are about."""
    found = medians(bench, rounds)
    print(f"\n{len(bench.files)} files of {bench.files[0].stat().st_size} bytes, {rounds} rounds")
    for name, seconds in found.items():
        share = seconds / found["merge"]
        print(
            f"  {name:<18}{seconds:8.3f} s {seconds / len(bench.files) * 1e3:8.3f} ms a file {share:7.2f} × merge"
        )
    ratios = {"merge / plain": found["merge"] / found["plain"]}
    if "pygeodiff" in found:
        ratios["merge / pygeodiff"] = found["merge"] / found["pygeodiff"]
    ratios["fsync share of plain"] = 1 - found["plain, no fsync"] / found["plain"]
    ratios["again: bytes changed"] = float(_changed_by_another_merge(bench))
    return ratios


def _changed_by_another_merge(bench: Bench) -> int:
    """Bytes that a second merge of the same files changes in the ledger; its seconds are printed."""
    target = bench.copy()
    merged(target, bench.files)
    before, stamp = target.read_bytes(), target.stat().st_mtime_ns
    with db.open_ledger(target) as ledger:
        seconds = timed(lambda: db.merge(ledger, bench.files, author="bench"))
    print(f"  {'merge again':<18}{seconds:8.3f} s {seconds / len(bench.files) * 1e3:8.3f} ms a file")
    after = target.read_bytes()
    written = target.stat().st_mtime_ns != stamp
    return sum(x != y for x, y in zip(before, after, strict=True)) + int(written)


def alone(bench: Bench, rounds: int) -> tuple[float, float]:
    """Median seconds a file and peak kilobytes of a merge in a process of its own."""
    runs = []
    for _ in range(rounds):
        command = [sys.executable, __file__, "--once", str(bench.copy()), str(bench.ledger.parent / "in")]
        runs.append(json.loads(subprocess.run(command, check=True, capture_output=True).stdout))
    seconds, peaks = zip(*runs, strict=True)
    return statistics.median(seconds) / len(bench.files), max(peaks)


def once(ledger: Path, folder: Path) -> None:
    """Merge a tree of files and print [seconds, peak kilobytes]: the process that `alone` starts."""
    seconds = merged(ledger, sorted(folder.rglob("*.shishi")))
    print(json.dumps([seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss]))


def many(few: Bench, bench: Bench, rounds: int) -> dict[str, float]:
    """What a file costs among many files, against among few."""
    (cost, peak), (base_cost, base_peak) = alone(bench, rounds), alone(few, rounds)
    for made, cost_of, peak_of in ((few, base_cost, base_peak), (bench, cost, peak)):
        print(f"  {len(made.files):>6} files {cost_of * 1e3:8.3f} ms a file {peak_of / 1024:8.1f} MB at most")
    return {"many: cost a file": cost / base_cost, "many: memory": peak / base_peak}


def main() -> int:
    """Measure, print, and judge."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=1_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--many", type=int, default=0, help="also as many files as this, e.g. 10000")
    parser.add_argument("--at", type=Path, default=ROOT.parent, help="a folder on a real disk")
    parser.add_argument("--once", type=Path, nargs=2, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.once:
        once(*asked.once)
        return 0
    with tempfile.TemporaryDirectory(dir=asked.at, prefix=".shishi-bench-") as name:
        bench = Bench(Path(name) / "few", asked.files)
        ratios = ratios_of(bench, asked.rounds)
        if asked.many:
            ratios |= many(bench, Bench(Path(name) / "many", asked.many), min(asked.rounds, 3))
    print()
    for name, ratio in ratios.items():
        target = TARGETS.get(name)
        verdict = "" if target is None else f"  at most {target}: {'ok' if ratio <= target else 'MISSED'}"
        print(f"  {name:<24}{ratio:8.3f}{verdict}")
    return int(any(ratio > TARGETS.get(name, ratio) for name, ratio in ratios.items()))


if __name__ == "__main__":
    raise SystemExit(main())
