"""Text in the cells of a workbook: what XML cannot hold, and how much room a text takes."""

from __future__ import annotations

import re
import unicodedata
from math import ceil

_ILLEGAL = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4})")
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")


def escaped(text: str) -> str:
    """With characters that XML cannot hold as `_x000B_` (ECMA-376, ST_Xstring): nothing is dropped."""
    if "_x" in text:
        text = _ESCAPE.sub("_x005F_", text)
    return _ILLEGAL.sub(lambda found: f"_x{ord(found[0]):04X}_", text)


def typed(value: str) -> str:
    """What a person typed into a cell: escapes undone, lines divided by line feeds, in NFC.

    Half a character, which no file of ours can hold, stays in it.
    """
    text = _ESCAPED.sub(lambda code: chr(int(code[1], 16)), value)
    text = _PAIR.sub(lambda pair: pair[0].encode("utf-16", "surrogatepass").decode("utf-16"), text)
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


def lines(text: str, width: float) -> int:
    """Lines that a text takes in a cell `width` characters of half width wide; Chinese takes two each."""
    room = width - 1
    return sum(max(1, ceil(_breadth(line) / room)) for line in text.split("\n"))


def _breadth(line: str) -> int:
    """As many as GB 18030 has bytes: two for what is wide, too many rather than too few for what is rare."""
    return len(line) if line.isascii() else len(line.encode("gb18030", "replace"))
