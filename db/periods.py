"""Period labels: `1-3月`, `截至9月底`, `上半年` name days of a year."""

from __future__ import annotations

import calendar
import re
import unicodedata
from datetime import date

from db.errors import RequestError
from db.ledger import new_id
from db.records import Period, PeriodId

USUAL_PERIODS = ("1-3月", "1-6月", "1-9月", "1-12月")
"""Labels to offer where a plan has not opened the period yet; names in the file, never translated."""

_DASHES = str.maketrans(dict.fromkeys("—–‐−~～至到", "-"))
_SPANS = {"上半年": (1, 6), "全年": (1, 12), "半年": (1, 6), "年度": (1, 12), "前三季度": (1, 9)}
_QUARTERS = {"一": 3, "二": 6, "三": 9, "四": 12, "1": 3, "2": 6, "3": 9, "4": 12}


def _plain(label: str) -> str:
    return re.sub(r"\s|份", "", unicodedata.normalize("NFKC", label)).translate(_DASHES)


def same_label(one: str, other: str) -> bool:
    """Whether two labels differ only in width, dashes and spaces."""
    return _plain(one) == _plain(other)


def months(label: str) -> tuple[int, int] | None:
    """First and last month that a label names, 1 to 12; None when it names none."""
    plain = _plain(label)
    if found := re.search(r"(?<!\d)(\d{1,2})月?-(\d{1,2})月", plain):
        span = (int(found[1]), int(found[2]))
    elif found := re.search(r"截\D{0,2}(\d{1,2})月|(?<!\d)(\d{1,2})月底", plain):
        span = (1, int(found[1] or found[2]))
    elif found := re.search(r"第?([一二三四1-4])季度", plain):
        span = (1, _QUARTERS[found[1]])
    elif found := re.search(r"(?<!\d)(\d{1,2})月", plain):
        span = (int(found[1]), int(found[1]))
    else:
        span = next((span for word, span in _SPANS.items() if word in plain), (0, 0))
    return span if 1 <= span[0] <= span[1] <= 12 else None


def period_named(label: str, year: int) -> Period:
    """A new period from its label. Raises RequestError(`unreadable_period`)."""
    span = months(label)
    if span is None:
        raise RequestError("unreadable_period", period=label)
    first, last = span
    end = date(year, last, calendar.monthrange(year, last)[1])
    return Period(PeriodId(new_id()), label, date(year, first, 1), end)
