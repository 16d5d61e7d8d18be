"""Folding for search: script, width and case make no difference, and every character keeps its place.

Character by character: a phrase dictionary would fold a half-typed word otherwise than the whole one,
and what was found in the folded text could not be marked in the text itself.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from opencc import OpenCC

_HAN = ((0x3400, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x3FFFF))


class Fold(dict[str, str]):
    """Each character met so far with what it folds to: lower case, half width, simplified."""

    def __missing__(self, char: str) -> str:
        plain = unicodedata.normalize("NFKC", char).casefold()
        if any(first <= ord(one) <= last for one in plain for first, last in _HAN):
            plain = _simplifier().convert(plain)
        self[char] = plain
        return plain

    def __call__(self, text: str) -> str:
        """The folded text."""
        return "".join([self[char] for char in text])

    def spread(self, text: str) -> tuple[str, list[int]]:
        """The folded text, and for each of its characters the place in `text` that it came from."""
        places: list[int] = []
        for place, char in enumerate(text):
            places += [place] * len(self[char])
        return self(text), places


@cache
def _simplifier() -> OpenCC:
    from opencc import OpenCC

    return OpenCC("t2s")
