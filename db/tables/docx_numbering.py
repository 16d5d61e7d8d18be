"""The numbers that Word draws before paragraphs: they stand in no text, and a table is wrong without them.

WordprocessingML (ECMA-376 part 1, 17.9): a paragraph names a list and a level; the list's definition says
how the level counts and what is written around the count.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from xml.etree.ElementTree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VALUE = f"{W}val"
_DIGITS = "〇一二三四五六七八九"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_STEMS = "甲乙丙丁戊己庚辛壬癸"


@dataclass(frozen=True, slots=True)
class _Level:
    form: str
    text: str
    start: int


def _attribute(parent: Element | None, tag: str, default: str = "") -> str:
    found = None if parent is None else parent.find(f"{W}{tag}")
    return default if found is None else found.get(VALUE, default)


class Numbering:
    """Counts the lists of a document, paragraph by paragraph in the order of the text."""

    def __init__(self, numbering: Element | None, styles: Element | None) -> None:
        self._levels: dict[tuple[str, int], _Level] = {}
        """By (abstract list, level)."""
        self._abstract: dict[str, str] = {}
        self._starts: dict[tuple[str, int], int] = {}
        """By (list, level): where a list begins otherwise than its definition."""
        self._of_style: dict[str, tuple[str, int]] = {}
        self._counts: dict[str, list[int | None]] = defaultdict(lambda: [None] * 9)
        self._begun: set[tuple[str, int]] = set()
        if numbering is not None:
            self._read_lists(numbering)
        if styles is not None:
            self._read_styles(styles)

    def _read_lists(self, numbering: Element) -> None:
        for abstract in numbering.findall(f"{W}abstractNum"):
            key = abstract.get(f"{W}abstractNumId", "")
            for level in abstract.findall(f"{W}lvl"):
                self._levels[key, _number(level.get(f"{W}ilvl"))] = _level(level)
        for one in numbering.findall(f"{W}num"):
            key = one.get(f"{W}numId", "")
            self._abstract[key] = _attribute(one, "abstractNumId")
            for override in one.findall(f"{W}lvlOverride"):
                at = _number(override.get(f"{W}ilvl"))
                start = _attribute(override, "startOverride")
                if start:
                    self._starts[key, at] = _number(start)

    def _read_styles(self, styles: Element) -> None:
        for style in styles.findall(f"{W}style"):
            found = style.find(f"{W}pPr/{W}numPr")
            if found is not None:
                place = (_attribute(found, "numId"), _number(_attribute(found, "ilvl")))
                self._of_style[style.get(f"{W}styleId", "")] = place

    def label(self, paragraph: Element) -> str:
        """What Word draws before a paragraph, empty for one that is in no list."""
        properties = paragraph.find(f"{W}pPr")
        own = None if properties is None else properties.find(f"{W}numPr")
        key, at = self._of_style.get(_attribute(properties, "pStyle"), ("", 0))
        if own is not None:
            key, at = _attribute(own, "numId", key), _number(_attribute(own, "ilvl", str(at)))
        abstract = self._abstract.get(key)
        if abstract is None or not 0 <= at < 9 or (abstract, at) not in self._levels:
            return ""
        return self._drawn(abstract, at, self._count(key, abstract, at))

    def _count(self, key: str, abstract: str, at: int) -> list[int | None]:
        counts = self._counts[abstract]
        start = self._starts.get((key, at))
        if start is not None and (key, at) not in self._begun:
            counts[at] = start
        else:
            known = counts[at]
            counts[at] = self._levels[abstract, at].start if known is None else known + 1
        self._begun.add((key, at))
        counts[at + 1 :] = [None] * (8 - at)
        return counts

    def _drawn(self, abstract: str, at: int, counts: list[int | None]) -> str:
        level = self._levels[abstract, at]
        if level.form == "bullet":
            return "" if not level.text.strip() else "•"

        def count(found: re.Match[str]) -> str:
            place = int(found[1]) - 1
            other = self._levels.get((abstract, place))
            if other is None or other.form == "none":
                return ""
            known = counts[place]
            return _written(other.form, other.start if known is None else known)

        return re.sub("%([1-9])", count, level.text)


def _level(level: Element) -> _Level:
    return _Level(
        _attribute(level, "numFmt", "decimal"),
        _attribute(level, "lvlText"),
        _number(_attribute(level, "start", "1")),
    )


def _number(text: str | None) -> int:
    """A small number of an attribute; what is none, or hostile, is 0."""
    return int(text) if text and re.fullmatch(r"\d{1,6}", text) else 0


def _written(form: str, count: int) -> str:
    """A count as a form of ECMA-376 17.18.59 writes it; as digits where the form is not of our offices."""
    return _FORMS.get(form, str)(count)


def _chinese(count: int) -> str:
    """十、十一、二十一、一百零三."""
    if not 0 < count < 1000:
        return str(count)
    hundreds, rest = divmod(count, 100)
    tens, ones = divmod(rest, 10)
    text = f"{_DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        text += ("" if tens == 1 and not hundreds else _DIGITS[tens]) + "十"
    elif hundreds and ones:
        text += "零"
    return text + (_DIGITS[ones] if ones else "")


def _letters(count: int) -> str:
    return chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1) if 0 < count < 780 else str(count)


def _roman(count: int) -> str:
    if not 0 < count < 4000:
        return str(count)
    text = ""
    for value, letters in _ROMAN:
        while count >= value:
            text, count = text + letters, count - value
    return text


def _circled(count: int) -> str:
    return chr(ord("①") + count - 1) if 0 < count <= 20 else str(count)


def _in_brackets(count: int) -> str:
    return chr(ord("⑴") + count - 1) if 0 < count <= 20 else f"({count})"


_FORMS: dict[str, Callable[[int], str]] = {
    "none": lambda _count: "",
    "decimalZero": "{:02d}".format,
    "decimalFullWidth": lambda count: str(count).translate(
        {48 + digit: 0xFF10 + digit for digit in range(10)}
    ),
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedParen": _in_brackets,
    "chineseCounting": _chinese,
    "chineseCountingThousand": _chinese,
    "japaneseCounting": _chinese,
    "taiwaneseCounting": _chinese,
    "taiwaneseCountingThousand": _chinese,
    "ideographDigital": lambda count: "".join(_DIGITS[int(digit)] for digit in str(count)),
    "taiwaneseDigital": lambda count: "".join(_DIGITS[int(digit)] for digit in str(count)),
    "ideographTraditional": lambda count: _STEMS[count - 1] if 0 < count <= 10 else str(count),
    "lowerLetter": _letters,
    "upperLetter": lambda count: _letters(count).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda count: _roman(count).upper(),
}
