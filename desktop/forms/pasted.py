"""What is pasted, as plain text: lists keep their numbers and table cells stay apart."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData

MOST_HTML = 200_000
"""Characters of HTML that are read, in less than 50 ms; of more, the plain text beside it is taken."""
_SHAPED = re.compile(r"<(?:li|td|th)\b", re.IGNORECASE)
"""Only then does the HTML say more than the plain text: numbers of points, bounds of cells."""
_JUNK = {ord(c): None for c in "\u200b\u200c\u200d\u2060\ufeff\u00ad\ufffc\x00"}
_LINE_ENDS = {ord(c): "\n" for c in "\r\x0b\x0c\u2028\u2029\x85"}
_SPACES = {0xA0: " "}
_CLEANED = str.maketrans({**_JUNK, **_LINE_ENDS, **_SPACES})


def has_files(data: QMimeData) -> bool:
    """Whether files are dropped or pasted, and no text."""
    return any(url.isLocalFile() for url in data.urls())


def pasted_text(data: QMimeData) -> str:
    """What a person means to paste; `\\n` at the end of lines."""
    source = data.html() if data.hasHtml() else ""
    if len(source) <= MOST_HTML and _SHAPED.search(source):
        from desktop.forms.html_text import text_of_html

        return clean(text_of_html(source) or data.text())
    return clean(data.text())


def clean(text: str) -> str:
    """Without what cannot be seen and what hangs over at the ends; punctuation stays as it is."""
    plain = text.replace("\r\n", "\n").translate(_CLEANED)
    if "\n" not in plain:
        return plain
    lines = [line.rstrip(" \t") for line in plain.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")


def one_line(text: str) -> str:
    """For an editor of a single line."""
    return re.sub(r"\s*\n\s*", " ", text).replace("\t", " ").strip()
