"""Figures that a narrative tells, matched to the measures of its task.

`累计帮扶重点群体4079人次` tells 4079 for the measure 幫扶重點群體 (人次). What is certain may be filled
in; what is in doubt (of one month only, 招聘会27场 for 招聘活动, a share) is offered and never filled;
plans, work under way and what counts something else are no figures at all (`told_words`). How alike
names are says `told_names`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from db.figure_numbers import Count
from db.figure_text import fold, without_list_marks
from db.figure_units import alike, same
from db.records import Measure, MeasureId
from db.told_names import core, coverage, is_same, likeness, verb
from db.told_words import Said, said_counts

Kind = Literal["total", "month", "share"]

_CERTAIN, _LIKELY = 0.6, 0.25
"""Share of the pairs of characters of the shorter name that the other must have."""


@dataclass(frozen=True, slots=True)
class ReadFigure:
    """A figure in a narrative that answers a measure; `narrative[start:end]` is the figure with its unit."""

    measure: MeasureId
    value: Decimal
    unit: str
    start: int
    end: int
    certain: bool
    """Whether it may be filled in; otherwise it is offered, for a person to decide."""
    kind: Kind
    """`total` since the year began, `month` of a shorter time only, `share` percent of the whole target."""


@dataclass(frozen=True, slots=True)
class _Match:
    """How well a count answers a measure."""

    figure: ReadFigure
    score: float
    said: Said
    coverage: int = 0
    """How much of the name of the measure its words have."""


def read_figures(narrative: str, measures: Iterable[Measure]) -> tuple[ReadFigure, ...]:
    """The figures of a narrative that answer these measures, at most one for each, in their order.

    Any text is allowed; nothing is raised.
    """
    every = tuple(measures)
    said = said_counts(without_list_marks(fold(narrative))) if every else []
    named = [_named(measure, every, said) for measure in every]
    answered = {found[0].figure.measure for found in named if any(match.figure.certain for match in found)}
    open_ones = tuple(measure for measure in every if measure.id not in answered)
    candidates = [
        found + _unnamed(measure, every, open_ones, said) for measure, found in zip(every, named, strict=True)
    ]
    taken = _without_rivals(candidates)
    return tuple(figure for found in taken if (figure := _best(found)) is not None)


def figures_told(measures: Iterable[Measure], narrative: str) -> tuple[tuple[MeasureId, Decimal], ...]:
    """What the narrative says for certain of each measure, in the order of the measures."""
    found = read_figures(narrative, measures)
    return tuple((figure.measure, figure.value) for figure in found if figure.certain)


def _named(measure: Measure, every: tuple[Measure, ...], said: list[Said]) -> list[_Match]:
    """What is said of the measure by its name, and of what share of it is reached."""
    unit, found = fold(measure.unit), []
    for one in said:
        if one.count.unit == "%" and unit != "%":
            if share := _share(measure, every, one):
                found.append(share)
        elif alike(unit, one.count.unit) and not one.is_bare:
            found += _match(measure, one, _name_score(measure, every, one))
    return found


def _unnamed(
    measure: Measure, every: tuple[Measure, ...], open_ones: tuple[Measure, ...], said: list[Said]
) -> list[_Match]:
    """What nothing in its clause says of what it is."""
    unit, found = fold(measure.unit), []
    for one in said:
        if alike(unit, one.count.unit) and one.is_bare:
            rivals = [other for other in (*open_ones, measure) if alike(fold(other.unit), one.count.unit)]
            found += _match(measure, one, _bare_score(measure, every, set(rivals), one))
    return found


def _share(measure: Measure, every: tuple[Measure, ...], said: Said) -> _Match | None:
    """完成总量的20%: what part of the target is reached, where it is plain of which."""
    if not said.is_of_the_target:
        return None
    score = likeness(measure.label, said.far)
    if score < _CERTAIN and len(every) > 1:
        return None
    return _Match(_figure(measure, said.count, certain=False, kind="share"), score / 10, said)


def _match(measure: Measure, said: Said, score: float) -> list[_Match]:
    """The count as an answer to the measure, none where it is about something else."""
    label, unit = fold(measure.label), fold(measure.unit)
    if said.is_under_way(label):
        score = 0.0
    is_itself = is_same(measure.label.removeprefix("其中"), said.near)
    if said.is_part and not is_itself and not label.startswith(("其中", "含", "包括")):
        score *= 0.5
    if score < _LIKELY:
        return []
    month = said.is_of_a_month
    # 累计服务2.6万人次 behind 5000名 counts something else; 心理筛查2.7万人次 says what it counts.
    is_alike = same(unit, said.count.unit) if said.is_bare else unit == said.count.unit or score >= 0.75
    certain = score >= _CERTAIN and not month and said.is_exact and is_alike
    certain = certain and (not said.is_enrolled or verb(said.near) in label)
    figure = _figure(measure, said.count, certain=certain, kind="month" if month else "total")
    return [_Match(figure, score, said, coverage(measure.label, said.near + said.behind))]


def _name_score(measure: Measure, every: tuple[Measure, ...], said: Said) -> float:
    score = max(
        likeness(measure.label, said.near + "\0" + said.behind),
        0.95 * likeness(measure.label, said.far) if said.says_nothing else 0.0,
    )
    doing = verb(said.near)
    if score < _LIKELY and doing and verb(fold(measure.label)) == doing:  # 筹集房源 for 筹集住房
        rivals = [other for other in every if alike(fold(other.unit), said.count.unit)]
        return _LIKELY if len(rivals) == 1 else score
    return score


def _bare_score(measure: Measure, every: tuple[Measure, ...], rivals: set[Measure], said: Said) -> float:
    """已建成145個 answers the only measure that it can, unless the sentence is about something else.

    What the count before in the sentence was about, it is about too: 电梯开工466部,完工203部.
    """
    if not said.is_finished:
        return 0.0
    of_topic = likeness(measure.label, said.topic) if said.topic else 0.0
    if of_topic >= _CERTAIN:
        return 0.9 * of_topic
    if len(rivals) > 1:
        return 0.0
    others = (other for other in every if other is not measure)
    if said.topic and any(likeness(other.label, said.topic) >= _CERTAIN for other in others):
        return 0.0
    if core(said.opening) and likeness(measure.label, said.opening) < _LIKELY:
        return _LIKELY
    return 1.0 if fold(measure.unit) == said.count.unit else 0.75


def _figure(measure: Measure, count: Count, *, certain: bool, kind: Kind) -> ReadFigure:
    return ReadFigure(measure.id, count.amount, count.unit, count.start, count.end, certain, kind)


def _without_rivals(candidates: list[list[_Match]]) -> list[list[_Match]]:
    """A count answers only the measure that it answers best; where two are as near, neither."""
    best: dict[int, list[float]] = {}
    for found in candidates:
        for match in found:
            best.setdefault(match.figure.start, []).append(match.score)
    return [
        [match for match in found if _wins(match.score, best[match.figure.start])] for found in candidates
    ]


def _wins(score: float, scores: list[float]) -> bool:
    return score == max(scores) and scores.count(score) == 1


def _best(found: list[_Match]) -> ReadFigure | None:
    """The figure to take: a sum up to now before others; of two that differ none is certain."""
    if not found:
        return None
    first, *others = sorted(found, key=_rank, reverse=True)
    rivals = [
        match
        for match in others
        if match.figure.certain
        and match.said.is_a_sum == first.said.is_a_sum
        and match.score >= first.score - 0.2
    ]
    if first.said.is_of_the_first_quarter and not first.said.is_a_sum:
        rivals += [match for match in others if match.figure.kind == "month"]
    for match in others:  # 吸纳就业1326人,其中低收入农户517人 is 517 where these are promised
        if match.said.is_part and match.coverage > first.coverage and not first.said.is_part:
            return replace(match.figure, certain=False)
    if any(match.figure.value != first.figure.value for match in rivals):
        return replace(first.figure, certain=False)
    return first.figure


def _rank(match: _Match) -> tuple[bool, bool, bool, float]:
    return (match.figure.certain, match.figure.kind == "total", match.said.is_a_sum, match.score)
