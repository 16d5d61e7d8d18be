"""The order of numbers as a person reads them: 1.9 before 1.10."""

from __future__ import annotations

import re

_RUN = re.compile(r"\d+|[^\d.]+")

Key = tuple[tuple[int, int, str], ...]


def natural(number: str) -> Key:
    """What to sort by; a row that has no number (`/`) comes after those that have one."""
    if not any(char.isdecimal() for char in number):
        return ((2, 0, number),)
    return tuple((0, int(run), "") if run.isdecimal() else (1, 0, run) for run in _RUN.findall(number))
