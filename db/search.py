"""Search as you type over plans: script-, width- and case-tolerant, with pinyin; and what to mark.

Everything is folded once and scanned in memory: a few milliseconds a key stroke for thousands of
tasks, so there is no index on disk.
"""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from db.aloud import Reader, Sound, Span
from db.folding import Fold
from db.records import Plan, Task, TaskId, Unit

_LATIN = re.compile(r"[a-z]+(?:'[a-z]+)*")
_FIGURE = re.compile(r"\d[\d.]*(?:#\d*)?")
_MOST_WORDS = 64
"""Answers that are kept: who deletes a letter, or adds a word, asks again what was asked before."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A folded text and the tasks it stands in: a target for one, a unit's name for many."""

    text: str
    tasks: frozenset[TaskId]


class Index:
    """The texts of plans, ready to be searched. Building reads nothing but the records.

    Build it, `tell` it and `build_pinyin` on one thread; `find` and `marks` may be called on another.
    """

    def __init__(self, plans: Plan | Iterable[Plan], narratives: Mapping[TaskId, str] | None = None) -> None:
        every = [plans] if isinstance(plans, Plan) else list(plans)
        self._fold, self._reader = Fold(), Reader()
        self._all = frozenset(task.id for plan in every for task in plan.tasks())
        texts = [text for plan in every for text in _texts(plan)]
        if len(every) > 1:  # of a single one, a word of its title would find everything
            texts += [(plan.title, frozenset(task.id for task in plan.tasks())) for plan in every]
        self._pieces = [_Piece(self._fold(text), tasks) for text, tasks in texts]
        self._sounds: list[Sound] | None = None
        self._told: dict[TaskId, tuple[str, _Piece]] = {}
        """The narratives, as given and folded. Not read aloud: initials would hit everywhere."""
        self._answers: OrderedDict[str, frozenset[TaskId]] = OrderedDict()
        self.tell(narratives or {})

    def tell(self, narratives: Mapping[TaskId, str]) -> None:
        """Take over the narratives, in place of all before; only those that changed are folded."""
        told = {}
        for task, text in narratives.items():
            known = self._told.get(task)
            same = known is not None and known[0] == text
            told[task] = known if known and same else (text, _Piece(self._fold(text), frozenset((task,))))
        self._told = told
        self._answers = OrderedDict()

    def find(self, query: str) -> frozenset[TaskId]:
        """The tasks in which every word of `query` occurs; all of them for a blank query.

        A word of Latin letters also matches pinyin, whole or by initials (`jyj`, `jiaoyu`, `jiaoyj`:
        教育局); a word of digits matches from the start of a number, so `1.1` finds 1.1 and 1.10.
        """
        found = self._all
        for word in self._fold(query).split():
            found &= self._answer(word)
        return found

    def marks(self, query: str, text: str) -> tuple[Span, ...]:
        """Where the words of `query` stand in `text`: (first, after the last) each, in order, apart.

        Pinyin is marked once it is built; what is written as it was typed is not also read aloud.
        """
        folded, places = self._fold.spread(text)
        found = [span for word in self._fold(query).split() for span in self._spans(word, folded)]
        joined: list[Span] = []
        for first, after in sorted((places[first], places[after - 1] + 1) for first, after in found):
            if joined and first <= joined[-1][1]:
                joined[-1] = (joined[-1][0], max(joined[-1][1], after))
            else:
                joined.append((first, after))
        return tuple(joined)

    def needs_pinyin(self, query: str) -> bool:
        """Whether `find(query)` would have to build the pinyin first, which takes long."""
        return self._sounds is None and any(_LATIN.fullmatch(word) for word in self._fold(query).split())

    def build_pinyin(self) -> None:
        """Read every text aloud once; call it off the GUI thread."""
        if self._sounds is None:
            self._sounds = [self._reader.sound(piece.text) for piece in self._pieces]

    def _answer(self, word: str) -> frozenset[TaskId]:
        answers = self._answers
        if word not in answers:
            answers[word] = self._word(word)
            if len(answers) > _MOST_WORDS:
                answers.popitem(last=False)
        return answers[word]

    def _word(self, word: str) -> frozenset[TaskId]:
        pieces = [*self._pieces, *(piece for _, piece in self._told.values())]
        hit = [piece for piece in pieces if word in piece.text]
        if _FIGURE.fullmatch(word):
            begins = _written(word).search
            hit = [piece for piece in hit if begins(piece.text)]
        hits = [piece.tasks for piece in hit]
        if _LATIN.fullmatch(word):
            hits += self._heard(word.replace("'", ""))
        return frozenset().union(*hits)

    def _heard(self, word: str) -> Iterator[frozenset[TaskId]]:
        self.build_pinyin()
        for piece, sound in zip(self._pieces, self._sounds or (), strict=True):
            if sound.answers(word):
                yield piece.tasks

    def _spans(self, word: str, folded: str) -> list[Span]:
        spans = [match.span() for match in _written(word).finditer(folded)]
        if not spans and self._sounds is not None and _LATIN.fullmatch(word):
            spans = list(self._reader.spans(word.replace("'", ""), folded))
        return spans


def _texts(plan: Plan) -> Iterator[tuple[str, frozenset[TaskId]]]:
    """Every text of a plan that is found, with its tasks; the name of a unit or a category only once."""
    units: dict[str, set[TaskId]] = {}
    for category in plan.categories:
        for item in category.items:
            for task in item.tasks:
                yield f"{task.name}\n{item.title}\n{task.target}", frozenset((task.id,))
                for name in _names(task):
                    units.setdefault(name, set()).add(task.id)
        yield category.name, frozenset(task.id for item in category.items for task in item.tasks)
    for name, tasks in units.items():
        yield name, frozenset(tasks)


def _names(task: Task) -> Iterable[str]:
    units: tuple[Unit, ...] = (*task.leads, *task.cooperating)
    return (name for unit in units for name in (unit.name, *unit.aliases))


@lru_cache(maxsize=64)
def _written(word: str) -> re.Pattern[str]:
    """A word as it is written; digits only from the start of a number: 1.1 in 1.10, not in 11.1."""
    begins = r"(?<![\d.])" if _FIGURE.fullmatch(word) else ""
    return re.compile(begins + re.escape(word))
