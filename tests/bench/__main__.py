"""Every bench, one after another, and one table of its ratios: `python -m tests.bench [NAME…]`.

Sizes are modest, so that all of it takes some minutes; each script by itself takes larger ones. A ratio
is ours against the rival or floor that the bench names, by medians of rounds in turns: the machine is in
both. What a bench prints besides stands below the table. Exit status 1 when a bench says that it missed.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
TOP = HERE.parents[1]
BENCHES = {
    "startup": ("9",),
    "merge": ("--files", "300", "--rounds", "5"),
    "big_ledger": ("--plans", "10", "--rounds", "5"),
    "checks": (),
    "desk": (),
    "coordinator": (),
    "xlsx": ("3000", "3"),
    "paper": (),
}
"""The scripts and what each is given."""
RATIO = re.compile(r"(\d+\.\d+) ?[×x](?!\w)")
"""As most print it: `1.74 ×`."""
NAMED = re.compile(r"^ *(?P<what>[A-Za-z][^\d]*?) +(?P<ratio>\d+\.\d+)(?: {2,}at most| \(limit|$)")
"""As merge and xlsx print it: `merge / plain   0.574  at most 0.6: ok`."""
PLAIN = re.compile(r"^(?P<what>[a-z][a-z ]*?) +\d+ +(?P<ratio>\d+\.\d+)(?: +[\d.]+)*$")
"""As startup prints it: `painted   107   1.03   105   1.03   1.3`, of which the first is by the clock."""
TOLD = re.compile(r"^(?P<what>[^:]+): .*\bratio (?P<ratio>\d+\.\d+) \(")
"""As paper prints it: `56 item sheets: 670 ms, bare typst 710 ms, ratio 0.94 (at most 1.2)`."""


class Found(NamedTuple):
    """One line of the table."""

    bench: str
    what: str
    ratio: float


def ratios(bench: str, said: str) -> list[Found]:
    """The ratios in what a bench printed, each with the words that its line begins with."""
    found = []
    for line in said.splitlines():
        named = NAMED.search(line) or PLAIN.search(line) or TOLD.search(line)
        if named is not None:
            found.append(Found(bench, named["what"].strip(), float(named["ratio"])))
        elif numbers := RATIO.findall(line):
            what = re.split(r"\s{2,}", line.strip())[0]
            found.append(Found(bench, what, float(numbers[-1])))
    return found


def run(bench: str) -> tuple[int, str, float]:
    """Run one; its exit status, what it printed, and the seconds it took."""
    environment = os.environ | {"PYTHONPATH": str(TOP)}
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    began = time.monotonic()
    command = [sys.executable, str(HERE / f"{bench}.py"), *BENCHES[bench]]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, cwd=TOP)
    said = done.stdout if done.returncode in (0, 1) and done.stdout else done.stdout + done.stderr
    return done.returncode, said, time.monotonic() - began


def main(wanted: list[str]) -> int:
    """Run the benches that are named, else all; 1 if one missed, 2 for a name that there is not."""
    if unknown := set(wanted) - BENCHES.keys():
        print(f"no such bench: {', '.join(sorted(unknown))}; there are {', '.join(BENCHES)}", file=sys.stderr)
        return 2
    statuses, outputs, table = {}, {}, []
    for bench in wanted or BENCHES:
        statuses[bench], outputs[bench], seconds = run(bench)
        table += ratios(bench, outputs[bench])
        print(f"{bench}: {seconds:.0f} s, exit status {statuses[bench]}", file=sys.stderr)
    print(f"{datetime.now(UTC):%Y-%m-%d}, {os.cpu_count()} cores; ours against the other, by medians\n")
    for found in table:
        print(f"{found.bench:<14}{found.what:<48}{found.ratio:9.2f} ×")
    for bench, said in outputs.items():
        print(f"\n== {bench}\n{said.rstrip()}")
    return int(any(statuses.values()))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
