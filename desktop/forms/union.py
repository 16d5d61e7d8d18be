"""What a person goes on from who writes one text in place of several."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, TypeVar

import db

if TYPE_CHECKING:
    from db import Content, Measure, Sides

T = TypeVar("T", bound=Hashable)


def union_of(sides: Sides) -> Content:
    """Every sentence of the sides once; a figure or a status only where nobody has to choose.

    What one side alone changed since their common ancestor is taken from that side.
    """
    contents = [side.content for side in sides.sides]
    start = sides.ancestor.content if sides.ancestor else db.Content()

    def text(name: str) -> str:
        return db.text_union([getattr(one, name) for one in contents], getattr(start, name))

    return db.Content(
        narrative=text("narrative"),
        problems=text("problems"),
        next_steps=text("next_steps"),
        reason=text("reason"),
        remark=text("remark"),
        nothing_new=all(one.nothing_new for one in contents),
        status=_agreed([one.status for one in contents], start.status),
        figures=_figures(contents, start),
        explanations=tuple(dict.fromkeys(why for one in contents for why in one.explanations)),
        attachments=tuple(dict.fromkeys(file for one in contents for file in one.attachments)),
    )


def undecided(sides: Sides, measures: Sequence[Measure]) -> tuple[Measure, ...]:
    """The measures of which the sides give figures that differ, so that a person has to choose."""
    given = [dict(side.content.figures) for side in sides.sides]
    taken = dict(union_of(sides).figures)
    return tuple(
        measure
        for measure in measures
        if measure.id not in taken and len({one[measure.id] for one in given if measure.id in one}) > 1
    )


def _figures(contents: Sequence[Content], start: Content) -> tuple[tuple[db.MeasureId, Decimal], ...]:
    given = [dict(one.figures) for one in contents]
    before = dict(start.figures)
    keys = dict.fromkeys(key for one in given for key in one)
    agreed = {key: _agreed([one.get(key) for one in given], before.get(key)) for key in keys}
    return tuple((key, value) for key, value in agreed.items() if value is not None)


def _agreed(values: Sequence[T | None], start: T | None) -> T | None:
    """What all say who say anything new; None where they do not agree."""
    told = {value for value in values if value is not None}
    if len(told) > 1 and start is not None:
        told.discard(start)
    return told.pop() if len(told) == 1 else None
