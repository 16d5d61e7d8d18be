"""Pinyin for search: `jyj`, `jiaoyu` and `jiaoyj` all sound like 教育局."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import Any

_HAN_RUN = re.compile(r"[\u3400-\u9fff]+")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Sound:
    """The pinyin of a text: runs of characters parted by spaces."""

    initials: str
    letters: str
    syllables: str
    """As `letters`, with the first letter of each syllable in upper case."""

    def answers(self, word: str) -> bool:
        """Whether it is what `word` (lower-case letters) spells, from the start of a syllable on."""
        # The sieve is cheap and lets through little that the pattern does not.
        return word in self.initials or (
            _subsequence(word, self.letters) and _aloud(word).search(self.syllables) is not None
        )


class Reader:
    """Reads runs of Chinese characters aloud, each once."""

    def __init__(self) -> None:
        self._known: dict[str, list[str]] = {}
        self._spoken: dict[str, tuple[str, list[int]]] = {}

    def sound(self, text: str) -> Sound:
        """The pinyin of a folded text."""
        runs = [self._syllables(run) for run in _HAN_RUN.findall(text)]
        return Sound(
            initials=" ".join("".join([syllable[:1] for syllable in run]) for run in runs),
            letters=" ".join("".join(run) for run in runs),
            syllables=" ".join("".join([syllable.capitalize() for syllable in run]) for run in runs),
        )

    def spans(self, word: str, text: str) -> Iterator[Span]:
        """Where in a folded text `word` is spelt: the characters, first and after the last."""
        for run in _HAN_RUN.finditer(text):
            spoken, begins = self._run(run[0])
            for match in _aloud(word).finditer(spoken):
                first = begins.index(match.start())
                last = next(place for place, begin in enumerate(begins) if begin >= match.end())
                yield run.start() + first, run.start() + last

    def _run(self, run: str) -> tuple[str, list[int]]:
        """The syllables of a run, each with a capital, and where each character's begins."""
        if run not in self._spoken:
            syllables = self._syllables(run)
            begins = [0, *accumulate(len(syllable) for syllable in syllables)]
            self._spoken[run] = "".join([syllable.capitalize() for syllable in syllables]), begins
        return self._spoken[run]

    def _syllables(self, run: str) -> list[str]:
        """The pinyin of each character of a run, read as phrases (长者 zhang, 长河 chang)."""
        if run not in self._known:
            from pypinyin import lazy_pinyin

            # A character that has no reading keeps its place; the stub of `errors` knows only text.
            unread: Any = lambda chars: [""] * len(chars)  # noqa: E731
            self._known[run] = lazy_pinyin(run, errors=unread)
        return self._known[run]


@lru_cache(maxsize=64)
def _aloud(word: str) -> re.Pattern[str]:
    """A pattern of syllables, initials or both: each letter goes on, or starts the next syllable."""
    rest = "".join(f"(?:{letter}|[a-z]*{letter.upper()})" for letter in word[1:])
    return re.compile(word[0].upper() + rest)


def _subsequence(word: str, letters: str) -> bool:
    """A cheap sieve before the pattern: the letters occur in this order at all."""
    at = -1
    for letter in word:
        at = letters.find(letter, at + 1)
        if at < 0:
            return False
    return True
