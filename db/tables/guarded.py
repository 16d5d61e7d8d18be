"""Cells of a CSV that a spreadsheet would run or turn into something else, guarded and free again.

A CSV has no types: a spreadsheet that opens one runs `=1+1`, makes 1.1 of 1.10 and a day of 3-4. So a cell
that would be run begins with an apostrophe, and one that would be converted with a tab, which spreadsheets
keep as text. Both are taken off again when our own table, or one written by the same rules, is read.
"""

from __future__ import annotations

import re

_RUN = "=+-@\uff1d\uff0b\uff0d\uff20"
"""OWASP, CSV Injection: these, full-width too, behind blanks of any kind."""
_CONVERTED = re.compile(
    r"\s*(?:[\d.,:/\-–—~%‰¥￥$€()（）+eE\s年月日时時分秒〇零一二三四五六七八九十]+|true|false|"
    r"\d{0,4}[\s\-/.]*(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[\s\-/.,]*\d{0,4})\s*",
    re.IGNORECASE,
)
_LONGEST = 40


def guarded(text: str) -> str:
    """A cell that every spreadsheet shows as the text it is."""
    bare = text.lstrip()
    if bare[:1] and bare[0] in _RUN + "'":
        return "'" + text
    converted = len(text) <= _LONGEST and re.search(r"\w", text) and _CONVERTED.fullmatch(text)
    return "\t" + text if converted or text.startswith("\t") else text


def unguarded(cell: str) -> str:
    """The text of a cell, whether it was guarded or not."""
    if cell.startswith("\t"):
        return cell[1:]
    bare = cell[1:].lstrip()
    return cell[1:] if cell.startswith("'") and bare[:1] and bare[0] in _RUN + "'" else cell
