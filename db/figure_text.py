"""A text as the rules for figures see it: half-width, simplified, and of the same length.

The rules name words in one script and one width; every offset into the folded text is an offset
into what was given.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from opencc import OpenCC

_FULL_WIDTH_COMMA = "\uff0c"
_GROUPED = re.compile("(?<=[\uff10-\uff19])\uff0c(?=[\uff10-\uff19]{3})")
_LIST_MARK = re.compile(r"^[ \t]*([0-9]{1,2})[.、](?=[0-9])", re.MULTILINE)
_LIST_NUMBER = re.compile(r"^[ \t]*([0-9]{1,2})[.、]", re.MULTILINE)
_HAN = 0x3400

STOPS = "，,;。!?\n:"
"""What parts clauses in a folded text."""

_SENTENCE_ENDS = ";。\n!?"
CLAUSE = 300
"""No clause is longer, in characters: so the time to read a text grows only with its length."""


class _Folding(dict[int, str]):
    """One character for one character, looked up when it is first seen."""

    def __missing__(self, code: int) -> str:
        folded = _simplified(chr(code)) if code >= _HAN and chr(code) != _FULL_WIDTH_COMMA else chr(code)
        self[code] = folded
        return folded


_FOLDED = _Folding({full: chr(full - 0xFEE0) for full in range(0xFF01, 0xFF5F) if full != 0xFF0C})
_FOLDED.update({0x3000: " ", 0xA0: " ", 0xFF61: "。", 0x2236: ":", 0x2013: "-", 0x2014: "-", 0xFF5E: "~"})
_FOLDED.update(dict.fromkeys((0x2212, 0x2010, 0x2011), "-"))
_FOLDED.update({0x301C: "~", 0x223C: "~", 0x2267: "≥", 0x2266: "≤"})


def fold(text: str) -> str:
    """`text` half-width and simplified, character by character.

    A full-width comma stays one, so that `第３，１００个` is not 3,100; between groups of full-width
    digits it parts thousands.
    """
    return _GROUPED.sub(",", text).translate(_FOLDED)


def without_list_marks(folded: str) -> str:
    """Blank the marks of a list (`1.3個…`, `2.5個…` are the points 1 and 2), where there is a list."""
    marks = {int(mark[1]) for mark in _LIST_NUMBER.finditer(folded)}
    if not {1, 2} <= marks:
        return folded
    return _LIST_MARK.sub(lambda mark: " " * len(mark[0]), folded)


def clause_start(text: str, floor: int, end: int) -> int:
    """After the last stop or open bracket before `end`; not before `floor`, unless that is in brackets."""
    depth, farthest = 0, max(0, end - CLAUSE)
    for position in range(end - 1, farthest - 1, -1):
        if position == floor - 1:
            if depth == 0:
                return floor
            floor = 0
        depth += (text[position] == ")") - (text[position] == "(")
        if depth < 0 or (depth == 0 and text[position] in STOPS):
            return position + 1
    return farthest


def clause_end(text: str, start: int, ceiling: int) -> int:
    """Before the next stop, 、 or closing bracket that was not opened, between `start` and `ceiling`."""
    depth, farthest = 0, min(ceiling, start + CLAUSE)
    for position in range(start, farthest):
        depth += (text[position] == "(") - (text[position] == ")")
        if depth < 0 or (depth == 0 and (text[position] in STOPS or text[position] == "、")):
            return position
    return max(start, farthest)


def sentence_start(text: str, end: int) -> int:
    """After the last end of a sentence before `end`."""
    farthest = max(0, end - CLAUSE)
    return max(farthest, *(text.rfind(mark, farthest, end) + 1 for mark in _SENTENCE_ENDS))


def _simplified(char: str) -> str:
    """The simplified form of one Chinese character; itself where that is not one character."""
    folded = _converter().convert(char)
    return folded if len(folded) == 1 else char


@cache
def _converter() -> OpenCC:
    from opencc import OpenCC

    return OpenCC("t2s")
