"""Where two texts differ, character by character."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_PIECE = re.compile(r"[^\n。;；]*[\n。;；]?")
_ENDS = "\n。;；"
_MOST = 2_000
"""Characters up to which two differing stretches are compared one by one; the time grows with the square."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A stretch of two texts: what the one says, and what the other says in its place."""

    one: str
    other: str

    @property
    def same(self) -> bool:
        """Whether both say the same here."""
        return self.one == self.other


def text_differences(one: str, other: str) -> tuple[Difference, ...]:
    """The two texts as stretches that are the same and that differ, in turns, nothing left out.

    Compared by sentences first, then by characters where sentences differ.
    """
    found: list[Difference] = []
    for left, right in _stretches(_PIECE.findall(one), _PIECE.findall(other)):
        said, instead = "".join(left), "".join(right)
        small = max(len(said), len(instead)) <= _MOST
        parts = _stretches(said, instead) if said != instead and small else [(said, instead)]
        found += [Difference("".join(a), "".join(b)) for a, b in parts]
    return tuple(_joined(found))


def text_union(sides: Sequence[str], ancestor: str = "") -> str:
    """A text with every sentence that a side says, for a person to go on from.

    Sentences that sides share stand once. One of the `ancestor` that a side changed or took away is left
    to those who changed it, and does not stand beside what became of it.
    """
    old = set(_PIECE.findall(ancestor))
    union: list[str] = []
    for number, side in enumerate(sides):
        union = _pieces(side) if not number else _united(union, _pieces(side), old)
    closed = [piece if piece[-1] in _ENDS else f"{piece}\n" for piece in union[:-1]]
    return "".join([*closed, *union[-1:]])


def _pieces(text: str) -> list[str]:
    return [piece for piece in _PIECE.findall(text) if piece]


def _united(one: list[str], other: list[str], old: set[str]) -> list[str]:
    found: list[str] = []
    for left, right in _stretches(one, other):
        same = list(left) == list(right)
        found += left if same else [piece for piece in (*left, *right) if piece not in old]
    return found


def _stretches(one: Sequence[str], other: Sequence[str]) -> Iterator[tuple[Sequence[str], Sequence[str]]]:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    for _, i1, i2, j1, j2 in matcher.get_opcodes():
        yield one[i1:i2], other[j1:j2]


def _joined(found: Sequence[Difference]) -> Iterator[Difference]:
    """Neighbours of one kind as one, and nothing empty."""
    open_: Difference | None = None
    for part in found:
        if not part.one and not part.other:
            continue
        if open_ is not None and open_.same == part.same:
            open_ = Difference(open_.one + part.one, open_.other + part.other)
            continue
        if open_ is not None:
            yield open_
        open_ = part
    if open_ is not None:
        yield open_
