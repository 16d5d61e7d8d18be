"""Tables of web pages, as a browser, Word or WPS saves them: the grid that a browser would draw.

A page is cut at every `<` once, so that no page, however broken, takes longer than its length; Python's own
parser tries some broken tags again from every place. Nothing is loaded, no script is looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

from db.errors import RequestError
from db.records import Finding
from db.tables.blocks import Block, joined_grids
from db.tables.columns import find_header
from db.tables.grid import MOST_ROWS, Grid
from db.tables.web_table import PageTable, line_texts, marked

_MOST_TAGS = 2_000_000
_DEEPEST = 8
"""Tables within tables: what stands deeper is text of the cells around it."""
_TAG = re.compile(r"(/?)([A-Za-z][A-Za-z0-9:]{0,30})((?:[^>\"']|\"[^\"]*\"|'[^']*')*+)>")
_ATTRIBUTE = re.compile(r"([A-Za-z-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_SILENT = frozenset(("script", "style", "title", "noscript", "template", "textarea", "select"))
_BREAKS = frozenset(
    ("p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "dd", "pre", "center", "ol", "ul", "caption")
)
_STRUCTURE = frozenset(["table", "tr", "td", "th", "tbody", "thead", "tfoot"])
_NOT_SHOWN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all|visibility\s*:\s*hidden", re.IGNORECASE)
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def read_page(page: str, path: Path) -> tuple[tuple[Grid, ...], None, tuple[Finding, ...]]:
    """The tables of a page as grids, and what was left out.

    Findings: `text_hidden`, `text_beside` (count, text). Raises RequestError `table_too_large` (limit).
    """
    if page.count("<") > _MOST_TAGS:
        raise RequestError("table_too_large", path=path, limit=MOST_ROWS)
    reading = _Page(path)
    for closing, name, attributes, text in _tokens(page):
        if name:
            reading.tag(name, attributes, closing=closing)
        reading.text(text)
    grids, beside = joined_grids(reading.finished())
    hidden = (Finding("text_hidden", "warning", ""),) if reading.hidden else ()
    return grids, None, (*hidden, *beside)


def _tokens(page: str) -> Iterator[tuple[bool, str, str, str]]:
    """(whether it closes, name, attributes, the text behind it) of each tag; no name: text only."""
    first, *pieces = page.split("<")
    yield False, "", "", first
    in_comment = False
    for piece in pieces:
        if in_comment or piece.startswith("!--"):
            end = piece.find("-->", 0 if in_comment else 3)
            in_comment = end < 0
            if not in_comment:
                yield False, "", "", piece[end + 3 :]
        elif found := _TAG.match(piece):
            yield bool(found[1]), found[2].lower(), found[3], piece[found.end() :]
        elif piece[:1] in ("!", "?", "/") or piece[:1].isalpha():
            yield False, "", "", piece.partition(">")[2]
        else:
            yield False, "", "", "<" + piece


class _Page:
    """Follows the tags of a page: paragraphs, tables, and tables within tables."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._blocks: list[Block] = []
        self._tables: list[PageTable] = []
        self._deeper = 0
        """Open tables that are too deep to be looked at as such."""
        self._text: list[str] = []
        self._silent = ""
        self._skipped: list[str] = []
        """The element that is not shown, and those of its name within it."""
        self._raised = False
        self._lists: list[int | None] = []
        self._count = 0
        self.hidden = False
        """Whether some text does not show and was left out."""

    def tag(self, name: str, attributes: str, *, closing: bool) -> None:
        """Take in a tag."""
        if self._silent or name in _SILENT:
            ends = closing and name == self._silent
            self._silent = "" if ends else self._silent or ("" if closing else name)
        elif name in _STRUCTURE:
            self._skipped = []
            self._structure(name, _attributes(attributes), closing=closing)
        elif self._skipped:
            if name == self._skipped[0]:
                self._skipped.pop() if closing else self._skipped.append(name)
        elif not closing and name != "br" and _NOT_SHOWN.search(attributes):
            self._skipped = [name]
        else:
            self._inline(name, attributes, closing=closing)

    def _inline(self, name: str, attributes: str, *, closing: bool) -> None:
        if name == "sup":
            self._raised = not closing
        elif name == "br" or name in _BREAKS:
            self._put("\n")
        if name in ("ol", "ul"):
            if not closing:
                start = _attributes(attributes).get("start", "1")
                first = int(start) if start.isascii() and start.isdigit() and len(start) < 5 else 1
                self._lists.append(first if name == "ol" else None)
            elif self._lists:
                self._lists.pop()
        elif name == "li" and not closing and self._lists and self._lists[-1] is not None:
            self._put(f"{self._lists[-1]}.")
            self._lists[-1] += 1

    def text(self, text: str) -> None:
        """Take in what stands between two tags."""
        if not text or self._silent:
            return
        if self._skipped:
            self.hidden = self.hidden or bool(unescape(text).strip())
            return
        shown = marked(unescape(text))
        self._put(shown.translate(_RAISED) if self._raised and shown.strip().isdecimal() else shown)

    def _put(self, text: str) -> None:
        if self._tables:
            self._tables[-1].put(text)
        else:
            self._text.append(text)

    def _structure(self, name: str, attributes: dict[str, str], *, closing: bool) -> None:
        if name == "table":
            self._end_table() if closing else self._begin_table()
        elif self._tables and name == "tr":
            hidden = not closing and bool(_NOT_SHOWN.search(attributes.get("style", "")))
            self._tables[-1].row(opens=not closing, hidden=hidden)
        elif self._tables and name in ("td", "th"):
            self._tables[-1].cell(attributes, opens=not closing)

    def _begin_table(self) -> None:
        if len(self._tables) == _DEEPEST:
            self._deeper += 1
            return
        if not self._tables:
            self._end_paragraph()
        self._tables.append(PageTable(self._path))

    def _end_table(self) -> None:
        if self._deeper or not self._tables:
            self._deeper = max(0, self._deeper - 1)
            return
        table = self._tables.pop()
        self._count += 1
        grid = table.grid(f"表{self._count}")
        outer = self._tables[-1] if self._tables else None
        if table.is_layout:
            (outer.put if outer else self._text.append)("\n" + "\n".join(table.new_texts()) + "\n")
        elif outer is None:
            self._blocks.append(grid)
        elif find_header(grid) is not None:  # the outer one only says where things stand on the page
            outer.is_layout = True
            self._blocks += [*outer.new_texts(), grid]
        else:
            outer.put_nested(grid)

    def _end_paragraph(self) -> None:
        self._blocks += line_texts("".join(self._text))
        self._text = []

    def finished(self) -> list[Block]:
        """Paragraphs and tables in their order; what was left open is closed."""
        while self._tables:
            self._end_table()
        self._end_paragraph()
        return self._blocks


def _attributes(text: str) -> dict[str, str]:
    return {one[1].lower(): one[2] or one[3] or one[4] or "" for one in _ATTRIBUTE.finditer(text[:4096])}
