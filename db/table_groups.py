"""Group units (各街道) in a table: their members, and the rows that a group leads, one for each member."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from db.records import Finding
from db.tables.mapping import TableMapping
from db.tables.shape import Table

Groups = Mapping[str, tuple[str, ...]]
"""Members of each group unit, by name; without members a group stands for itself."""


def unit_names(table: Table) -> list[str]:
    """Every unit of a table, leads first, each once."""
    leads = [name for row in table.rows for name in row.leads]
    others = [name for row in table.rows for name in row.cooperating]
    return list(dict.fromkeys(leads + others))


def groups_of(names: Iterable[str], mapping: TableMapping) -> dict[str, tuple[str, ...]]:
    """The groups among units: as the mapping says, else the units that end as the group does."""
    known = list(names)
    given = dict(mapping.groups)
    return {
        name: given[name] if name in given else _assumed(name, known)
        for name in known
        if name in given or name.startswith("各")
    }


def assumed(groups: Groups, mapping: TableMapping) -> tuple[Finding, ...]:
    """`group_members_assumed` (group, members) for each group whose members nobody named."""
    given = dict(mapping.groups)
    return tuple(
        Finding("group_members_assumed", "note", name, (("group", name), ("members", "、".join(members))))
        for name, members in groups.items()
        if members and name not in given
    )


def _assumed(group: str, names: list[str]) -> tuple[str, ...]:
    """The single units with an ending of the group: 各街道, 各镇(街道), 各街道、镇."""
    endings = tuple(filter(None, re.split(r"[()（）、/]", group.removeprefix("各").removeprefix("有关"))))
    single = [name for name in names if not name.startswith("各")]
    return tuple(name for name in single if endings and name.endswith(endings) and name not in endings)


def split_groups(table: Table, groups: Groups) -> Table:
    """The table with one row for each member where a group leads alone (design.md §2)."""
    rows = []
    for row in table.rows:
        members = groups.get(row.leads[0], ()) if len(row.leads) == 1 else ()
        rows += [replace(row, leads=(name,), at=f"{row.at}/{name}") for name in members] or [row]
    return replace(table, rows=tuple(rows))
