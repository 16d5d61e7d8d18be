"""Search as you type over a plan: script-, width- and case-tolerant, with pinyin.

Everything is folded once and scanned in memory: under a millisecond a key stroke for thousands of
tasks, so there is no index on disk. Folding is character by character (a phrase dictionary would
fold a half-typed word otherwise than the whole one).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from db.records import Plan, Task, TaskId, Unit

_LATIN = re.compile(r"[a-z]+(?:'[a-z]+)*")
_FIGURE = re.compile(r"\d[\d.]*(?:#\d*)?")
_HAN_RUN = re.compile(r"[\u3400-\u9fff]+")


@dataclass(frozen=True, slots=True)
class _Piece:
    """A folded text and the tasks it stands in: a target for one, a unit's name for many."""

    text: str
    tasks: frozenset[TaskId]
    spoken: bool
    """Whether it is found by pinyin; long narratives are not, initials would hit everywhere."""


@dataclass(frozen=True, slots=True)
class _Sound:
    """The pinyin of a piece: runs of characters parted by spaces."""

    initials: str
    letters: str
    syllables: str
    """As `letters`, with the first letter of each syllable in upper case."""


class Index:
    """The texts of a plan, ready to be searched. Building reads nothing but the records."""

    def __init__(self, plan: Plan, narratives: Mapping[TaskId, str] | None = None) -> None:
        raw = list(_texts(plan, narratives or {}))
        self._script = _simplified("".join(text for text, _, _ in raw))
        self._pieces = [_Piece(self._fold(text), tasks, spoken) for text, tasks, spoken in raw]
        self._all = frozenset(task.id for task in plan.tasks())
        self._sounds: list[_Sound] | None = None

    def find(self, query: str) -> frozenset[TaskId]:
        """The tasks in which every word of `query` occurs; all of them for a blank query.

        A word of Latin letters also matches pinyin, whole or by initials (`jyj`, `jiaoyu`, `jiaoyj`:
        教育局); a word of digits matches from the start of a number, so `1.1` finds 1.1 and 1.10.
        """
        found = self._all
        for word in self._fold(query).split():
            found &= self._word(word)
        return found

    def needs_pinyin(self, query: str) -> bool:
        """Whether `find(query)` would have to build the pinyin first, which takes long."""
        return self._sounds is None and any(_LATIN.fullmatch(word) for word in self._fold(query).split())

    def build_pinyin(self) -> None:
        """Read every text aloud once; call it off the GUI thread."""
        if self._sounds is None:
            known: dict[str, list[str]] = {}
            self._sounds = [_sound(piece.text if piece.spoken else "", known) for piece in self._pieces]

    def _fold(self, text: str) -> str:
        plain = unicodedata.normalize("NFKC", text).casefold()
        unknown = {char for char in plain if ord(char) > 0x3400} - self._script.keys()
        if unknown:
            self._script.update(_simplified("".join(unknown)))
        return "".join([self._script.get(char, char) for char in plain])

    def _word(self, word: str) -> frozenset[TaskId]:
        begins = _beginning(word)
        hits = [piece.tasks for piece in self._pieces if word in piece.text and begins(piece.text)]
        if _LATIN.fullmatch(word):
            hits += self._heard(word.replace("'", ""))
        return frozenset().union(*hits)

    def _heard(self, word: str) -> Iterator[frozenset[TaskId]]:
        self.build_pinyin()
        aloud = _aloud(word)
        for piece, sound in zip(self._pieces, self._sounds or (), strict=True):
            # The sieve is cheap and lets through little that the pattern does not.
            if word in sound.initials or (
                _subsequence(word, sound.letters) and aloud.search(sound.syllables)
            ):
                yield piece.tasks


def _texts(plan: Plan, narratives: Mapping[TaskId, str]) -> Iterator[tuple[str, frozenset[TaskId], bool]]:
    """Every text to be found, with its tasks and whether it is read aloud; a unit's name only once."""
    units: dict[str, set[TaskId]] = {}
    for category in plan.categories:
        for item in category.items:
            for task in item.tasks:
                yield f"{task.name}\n{item.title}\n{task.target}", frozenset((task.id,)), True
                for name in _names(task):
                    units.setdefault(name, set()).add(task.id)
    for name, tasks in units.items():
        yield name, frozenset(tasks), True
    for task_id, narrative in narratives.items():
        yield narrative, frozenset((task_id,)), False


def _names(task: Task) -> Iterable[str]:
    units: tuple[Unit, ...] = (*task.leads, *task.cooperating)
    return (name for unit in units for name in (unit.name, *unit.aliases))


def _beginning(word: str) -> Callable[[str], object]:
    """Tells of a text whether digits stand at the start of a number in it: 1.1 in 1.10, not in 11.1."""
    if _FIGURE.fullmatch(word):
        return re.compile(rf"(?<![\d.]){re.escape(word)}").search
    return lambda _: True


def _simplified(text: str) -> dict[str, str]:
    """Each Chinese character of `text` with the simplified one it folds to."""
    from opencc import OpenCC

    plain = unicodedata.normalize("NFKC", text).casefold()
    chars = sorted({char for char in plain if ord(char) > 0x3400})
    # One character a line: no phrase can form, and each comes back on its line.
    folded = OpenCC("t2s").convert("\n".join(chars)).split("\n")
    return dict(zip(chars, folded, strict=True)) if chars else {}


def _sound(text: str, known: dict[str, list[str]]) -> _Sound:
    runs = [_syllables(run, known) for run in _HAN_RUN.findall(text)]
    return _Sound(
        initials=" ".join("".join(syllable[0] for syllable in run) for run in runs),
        letters=" ".join("".join(run) for run in runs),
        syllables=" ".join("".join(syllable.capitalize() for syllable in run) for run in runs),
    )


def _syllables(run: str, known: dict[str, list[str]]) -> list[str]:
    """The pinyin of a run of Chinese characters, read as phrases (长者 zhang, 长河 chang)."""
    if run not in known:
        from pypinyin import lazy_pinyin

        known[run] = [syllable for syllable in lazy_pinyin(run, errors="ignore") if syllable]
    return known[run]


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
