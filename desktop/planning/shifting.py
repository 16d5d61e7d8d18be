"""Where a row goes that is put one up or down by key."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from desktop.planning.outline import Kind, parts_of

if TYPE_CHECKING:
    from db import Category, Item
    from desktop.planning.node_forms import Spot


class Target(NamedTuple):
    """Beneath which row, and in front of which of its rows; empty: as the last."""

    parent: str
    before: str


def shifted(spot: Spot, by: int) -> Target | None:
    """One up (-1) or down (1) among its like; from an edge into the neighbour of what holds it; None at the
    end of the plan."""
    plan = spot.plan
    if spot.kind is Kind.CATEGORY:
        before = _beside([one.id for one in plan.categories], spot.key, by)
        return None if before is None else Target(plan.id, before)
    if spot.kind is Kind.ITEM and spot.category is not None:
        return _within(spot.category, plan.categories, spot.key, by)
    items = [item for category in plan.categories for item in category.items]
    return _within(spot.item, items, spot.key, by) if spot.item is not None else None


def _within(holder: Category | Item, holders: Sequence[Category | Item], key: str, by: int) -> Target | None:
    before = _beside(_keys(holder), key, by)
    if before is not None:
        return Target(holder.id, before)
    at = next(at for at, one in enumerate(holders) if one.id == holder.id) + by
    if not 0 <= at < len(holders):
        return None
    keys = _keys(holders[at])
    return Target(holders[at].id, keys[0] if by > 0 and keys else "")


def _keys(holder: Category | Item) -> list[str]:
    return [row.id for row in parts_of(holder)]


def _beside(keys: Sequence[str], key: str, by: int) -> str | None:
    """Before which row it goes; "" for the end, None if it is at the edge already."""
    at = keys.index(key)
    if by < 0:
        return keys[at - 1] if at else None
    if at == len(keys) - 1:
        return None
    return keys[at + 2] if at + 2 < len(keys) else ""
