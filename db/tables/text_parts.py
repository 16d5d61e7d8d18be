"""The parts of a table that was pasted as text: each paragraph is a cell, or a line of one.

Such a text has no grid left. What a paragraph is follows from what it looks like and from what
comes after it: an item number is followed by a target, a category by an item, a lead begins with ★,
and the names of organizations behind a lead are the cooperating units.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import Enum, auto

from db.tables import headers, units


class Kind(Enum):
    """What a paragraph is."""

    CATEGORY = auto()
    NUMBER = auto()
    NO_NUMBER = auto()
    """`/`: one more row of the item above."""
    LEAD = auto()
    UNITS = auto()
    TEXT = auto()


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph with what it is; `line` counts from 1."""

    kind: Kind
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Head:
    """What stands before the first row: title lines and the cells of the header."""

    titles: tuple[str, ...]
    cells: tuple[str, ...]

    @property
    def joined(self) -> str:
        """The header as one string of plain words; a cell may have been broken into lines."""
        return headers.plain("".join(self.cells))


_NUMBER = re.compile(r"[(（]?\d{1,3}(?:[.．\-－]\d{1,3}){0,3}[.．、)）]?")
_CATEGORY = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}\s*[、.．\s]|[(（][一二三四五六七八九十]{1,3}[)）]|第[一二三四五六七八九十]+[类類])\s*\S+"
)
_NO_NUMBER = frozenset("/／—-－")
_PAGE = re.compile(r"第\s*\d+\s*[页頁].*|[—–\-－]+\s*\d+\s*[—–\-－]+|\d+\s*/\s*\d+|[Pp]age\s*\d+.*")
_STOP = re.compile(r"[。;；,，:：!！?？]")
_LONGEST_CATEGORY = 25
_LONGEST_BARE_CATEGORY = 12
_BLANKS = " \t\u3000\u00a0\u200b\ufeff\x0b\x0c"


def paragraphs(text: str) -> list[tuple[str, int]]:
    """(paragraph, line) for every line that is not blank, without page numbers."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    stripped = [(line.strip(_BLANKS), number) for number, line in enumerate(lines, start=1)]
    return [(line, number) for line, number in stripped if line and not _PAGE.fullmatch(line)]


def split_head(lines: list[tuple[str, int]]) -> tuple[Head, list[tuple[str, int]]]:
    """(title and header, the rows), with the header that a page break repeats taken out of the rows."""
    texts = [text for text, _line in lines]
    start = _Neighbours(texts).first_row()
    before = texts[:start]
    header = next((at for at, text in enumerate(before) if headers.is_header_word(text)), len(before))
    head = Head(tuple(before[:header]), tuple(before[header:]))
    return head, _without_repeats(lines[start:], head)


def _without_repeats(lines: list[tuple[str, int]], head: Head) -> list[tuple[str, int]]:
    cells = list(head.cells)
    kept: list[tuple[str, int]] = []
    at = 0
    while at < len(lines):
        if cells and [text for text, _line in lines[at : at + len(cells)]] == cells:
            at += len(cells)
        else:
            kept.append(lines[at])
            at += 1
    return kept


def classify(lines: list[tuple[str, int]], *, bare_categories: bool) -> list[Part]:
    """Every paragraph of the rows with its kind; `bare_categories`: categories may lack an ordinal."""
    near = _Neighbours([text for text, _line in lines])
    bare = bare_categories and not any(map(near.is_category, range(len(lines))))
    parts: list[Part] = []
    categories: set[str] = set()
    for at, (text, line) in enumerate(lines):
        known = text in categories or (bare and near.is_bare_category(at))
        kind = Kind.CATEGORY if known else near.kind(at)
        if kind is Kind.CATEGORY:
            categories.add(text)
        # In a table without ★ the first list of units behind a target names the leads.
        if kind is Kind.UNITS and not near.starred and parts and parts[-1].kind is Kind.TEXT:
            kind = Kind.LEAD
        parts.append(Part(kind, text, line))
    return _mended(parts)


def _mended(parts: list[Part]) -> list[Part]:
    """Unit lists that were broken into lines (★社會工作部、 / 西興街道) in one piece again."""
    whole: list[Part] = []
    for part in parts:
        last = whole[-1] if whole else None
        broken = last and last.kind in (Kind.LEAD, Kind.UNITS) and last.text[-1] in "、,，"
        if last and broken and part.kind is Kind.UNITS:
            whole[-1] = Part(last.kind, last.text + part.text, last.line)
        else:
            whole.append(part)
    return whole


class _Neighbours:
    """What a paragraph is, judged by itself and by what comes next."""

    def __init__(self, texts: list[str]) -> None:
        self.texts = texts
        self.starred = any(map(units.is_lead, texts))
        self.numbered = any(map(self.is_number, range(len(texts))))

    def kind(self, at: int) -> Kind:
        text = self.texts[at]
        if self.is_number(at):
            return Kind.NUMBER
        if text in _NO_NUMBER and self._lead_after(at):
            return Kind.NO_NUMBER
        if units.is_lead(text):
            return Kind.LEAD
        if self.is_category(at):
            return Kind.CATEGORY
        return Kind.UNITS if text in _NO_NUMBER or units.looks_like_units(text) else Kind.TEXT

    def is_number(self, at: int) -> bool:
        """An item number, not a narrative that is a mere figure: a target or lead comes behind it."""
        if at + 1 >= len(self.texts) or not _NUMBER.fullmatch(self.texts[at]):
            return False
        after = self.texts[at + 1]
        return not (_NUMBER.fullmatch(after) or after in _NO_NUMBER or _is_ordinal(after))

    def is_category(self, at: int) -> bool:
        """一、教育惠民 with an item behind it, not the heading of a part of a narrative."""
        if at + 1 >= len(self.texts) or not _is_ordinal(self.texts[at]):
            return False
        if self.numbered:
            return self.is_number(at + 1) or self.texts[at + 1] in _NO_NUMBER
        return self._lead_after(at)

    def is_bare_category(self, at: int) -> bool:
        """教育惠民 where the number behind it begins another group than the last one: 1.4, 2.1."""
        if at + 1 >= len(self.texts) or not self.is_number(at + 1) or not _may_be_bare(self.texts[at]):
            return False
        last = next((self.texts[before] for before in range(at, -1, -1) if self.is_number(before)), None)
        return last is None or _group(last) != _group(self.texts[at + 1])

    def first_row(self) -> int:
        """Where the first category or item begins; the length where there is none."""
        for at, text in enumerate(self.texts):
            if self.is_category(at):
                return at
            if self.is_bare_category(at) and not headers.is_header_word(text):
                return at
            if self.is_number(at):
                return at
        return len(self.texts)

    def _lead_after(self, at: int) -> bool:
        """Whether a row begins here: a lead stands right behind, or behind one paragraph of target."""
        after = self.texts[at + 1 : at + 3]
        return any(map(units.is_lead if self.starred else units.looks_like_units, after))


def _is_ordinal(text: str) -> bool:
    short = len(text) <= _LONGEST_CATEGORY and not _STOP.search(text)
    return short and _CATEGORY.fullmatch(text) is not None


def _may_be_bare(text: str) -> bool:
    """教育惠民: short, no figures, nothing that ends or joins a sentence."""
    return len(text) <= _LONGEST_BARE_CATEGORY and not re.search(r"[\d、]", text) and not _STOP.search(text)


def _group(number: str) -> str:
    digits = re.findall(r"\d+", unicodedata.normalize("NFKC", number))
    return digits[0] if len(digits) > 1 else ""


def bare_number(number: str) -> str:
    """An item number to compare: `7.5.` and full-width digits are 7.5; `1.10` is not `1.1`."""
    return unicodedata.normalize("NFKC", number).strip("().、 ")
