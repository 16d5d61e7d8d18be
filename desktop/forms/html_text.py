"""A piece of a web page or of a Word text as lines: lists keep their numbers and cells stay apart."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_FRAGMENT = re.compile(r"<!--\s*StartFragment\s*-->(.*)<!--\s*EndFragment\s*-->", re.DOTALL)
_BLOCKS = frozenset(
    (
        *("p", "div", "br", "li", "ul", "ol", "tr", "table", "thead", "tbody", "tfoot", "h1", "h2", "h3"),
        *("h4", "h5", "h6", "section", "article", "header", "footer", "blockquote", "pre", "dl", "dt", "dd"),
    )
)
_SKIPPED = frozenset(("head", "style", "script", "title", "xml", "template"))
_CELLS = frozenset(("td", "th"))
_DEEPEST = 30
"""Levels of lists; what is deeper is a hostile page."""


def text_of_html(source: str) -> str:
    """Paragraphs as lines, points of lists with their numbers, cells of a row parted by tabs."""
    fragment = _FRAGMENT.search(source)
    reader = _Reader()
    reader.feed(fragment[1] if fragment else source)
    reader.close()
    return reader.text()


class _Reader(HTMLParser):
    """Writes lines; a block begins a new one."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._lines: list[str] = [""]
        self._lists: list[int | None] = []
        """For each open list the number of its next point; None where points bear none."""
        self._skipping = 0
        self._in_cell = 0
        self._cells = 0
        """Cells of the row so far."""

    def text(self) -> str:
        """What was read."""
        lines = [line.strip(" ") for line in self._lines]
        return "\n".join(line for line in lines if line.strip())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A block, a list, a point or a cell begins."""
        if tag in _SKIPPED:
            self._skipping += 1
        elif tag in _CELLS:
            self._lines[-1] = self._lines[-1].rstrip(" ") + ("\t" if self._cells else "")
            self._cells += 1
            self._in_cell += 1
        elif tag in ("ol", "ul"):
            self._break()
            if len(self._lists) < _DEEPEST:
                self._lists.append(_number(dict(attrs).get("start"), 1) if tag == "ol" else None)
        elif tag == "li":
            self._point(dict(attrs).get("value"))
        elif tag in _BLOCKS:
            self._break()
            if tag == "tr":
                self._cells = 0

    def handle_endtag(self, tag: str) -> None:
        """A block, a list or a cell ends."""
        if tag in _SKIPPED:
            self._skipping = max(0, self._skipping - 1)
        elif tag in _CELLS:
            self._in_cell = max(0, self._in_cell - 1)
        elif tag in ("ol", "ul"):
            self._break()
            if self._lists:
                self._lists.pop()
        elif tag in _BLOCKS:
            if tag == "tr":
                self._in_cell = self._cells = 0
            self._break()

    def handle_data(self, data: str) -> None:
        """White space counts as one space, as on the screen."""
        if self._skipping:
            return
        text = re.sub(r"[ \t\r\n\f\u00a0]+", " ", data)
        line = self._lines[-1]
        self._lines[-1] = line + (text.lstrip(" ") if not line or line[-1] in " \t" else text)

    def _point(self, value: str | None) -> None:
        self._break()
        number = self._lists[-1] if self._lists else None
        if number is None:
            return
        number = _number(value, number)
        self._lists[-1] = number + 1
        self._lines[-1] += f"{number}. "

    def _break(self) -> None:
        """A new line; within a cell only a space, so that a row stays one line."""
        if self._in_cell and self._cells:
            self.handle_data(" ")
        elif self._lines[-1].strip():
            self._lines.append("")
        else:
            self._lines[-1] = ""


def _number(text: str | None, usual: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 6 else usual
