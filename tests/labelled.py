"""Hand labels of targets and narratives, and how well what was read agrees with them."""

import re
from collections import Counter
from decimal import Decimal

from db.figure_text import fold
from db.figures import read_measures
from db.records import Measure, MeasureId
from db.told import read_figures

Promise = tuple[str, str, str]
"""Comparator, amount, unit."""
Case = tuple[str, str, dict[str, str]]
"""Target, narrative, and by hand: a part of what the target calls it, its figure, ! for certain."""


def brief(text: str) -> str:
    """What is read of a target, as the labels write it."""
    return " ".join(f"{one.comparator}{one.amount}{one.unit}" for one in read_measures(text))


def promises(text: str) -> list[Promise]:
    return [(one.comparator, str(one.amount), one.unit) for one in read_measures(text)]


def promised(label: str) -> list[Promise]:
    """`>=30個 =5場` as promises."""
    found = [re.fullmatch(r"(>=|<=|=)([\d.]+)(.*)", word) for word in label.split()]
    return [(one[1], one[2], one[3]) for one in found if one]


def target_rates(pairs: list[tuple[list[Promise], list[Promise]]]) -> tuple[float, float, float]:
    """(precision, recall of amount and unit, share of these with the right comparator)."""
    read = wanted = right = compared = 0
    for got, label in pairs:
        counted, expected = (Counter((amount, unit) for _, amount, unit in side) for side in (got, label))
        read, wanted = read + len(got), wanted + len(label)
        right += (counted & expected).total()
        compared += (Counter(got) & Counter(label)).total()
    return right / read, right / wanted, compared / right


def measures_of(target: str) -> tuple[Measure, ...]:
    return tuple(
        Measure(MeasureId(str(place)), one.label, one.comparator, one.amount, one.unit)
        for place, one in enumerate(read_measures(target))
    )


def told(target: str, figures: dict[str, str]) -> dict[MeasureId, tuple[Decimal, bool]]:
    """The labels of a narrative, each at the measure in whose words of the target it stands."""
    found, text = {}, fold(target)
    for words, figure in figures.items():
        place = text.index(fold(words))
        read = list(enumerate(read_measures(target)))
        near = min(
            read,
            key=lambda one: abs(one[1].start - place) + 1000 * (fold(words) not in text[: one[1].end + 40]),
        )
        behind = next((one for one in read if one[1].end > place), near)
        named = next((one for one in read if fold(words) in fold(one[1].label)), behind)
        found[MeasureId(str(named[0]))] = (Decimal(figure.rstrip("!")), figure.endswith("!"))
    return found


def rates(cases: list[Case]) -> tuple[float, float, float]:
    """(precision of what is certain, recall of what is certain or offered, recall of what is certain).

    The last is of what is labelled as certain.
    """
    certain = right = wanted = found = sure = 0
    for target, narrative, figures in cases:
        label = told(target, figures)
        read = [one for one in read_figures(narrative, measures_of(target)) if one.kind != "share"]
        certain += sum(one.certain for one in read)
        right += sum(one.certain and label.get(one.measure) == (one.value, True) for one in read)
        wanted += len(label)
        found += sum(one.value == label.get(one.measure, (None,))[0] for one in read)
        sure += sum(is_certain for _, is_certain in label.values())
    return right / certain, found / wanted, right / sure
