"""Numbers as people type them into a cell: `4,079`, `４０７９`, `2.7万`."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from db.errors import RequestError

_SCALES = {"": 1, "百": 100, "千": 1_000, "万": 10_000, "萬": 10_000, "百万": 1_000_000, "百萬": 1_000_000,
           "千万": 10_000_000, "千萬": 10_000_000, "亿": 100_000_000, "億": 100_000_000}  # fmt: skip
_NUMBER = re.compile(r"([+-]?)(\d{1,3}(?:[, ]\d{3})+|\d+|(?=\.\d))(\.\d+)? ?(百|千|[百千]?[万萬]|[亿億]|)")
_DIGITS = 18
"""More digits than any promise has; keeps a slip of the hand from becoming a figure."""


def read_number(text: str) -> Decimal:
    """The exact number that `text` says, without trailing zeros.

    Full-width digits, thousands separators, spaces and 百 千 万 亿 after the digits are understood.
    Raises RequestError `not_a_number` (text) for anything else, the empty text too: blank is not zero.
    """
    plain = unicodedata.normalize("NFKC", text).replace("\u2212", "-").replace("\u3001", ",")
    found = _NUMBER.fullmatch(plain.strip())
    if found is None:
        raise RequestError("not_a_number", text=text.strip())
    sign, whole, fraction, scale = found.groups(default="")
    digits = re.sub("[, ]", "", whole) + fraction
    if len(digits) > _DIGITS:
        raise RequestError("not_a_number", text=text.strip())
    return _trimmed(Decimal(sign + digits) * _SCALES[scale])


def _trimmed(value: Decimal) -> Decimal:
    """`27000.0` and `2.70E+4` as `27000`: one number has one way to be written."""
    if value == value.to_integral_value():
        return value.quantize(Decimal(1)) + 0
    return value.normalize()
