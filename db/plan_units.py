"""Edit the units of a plan; see `db.plan_edits`."""

from __future__ import annotations

import json
from collections.abc import Sequence

from db.errors import RequestError
from db.ledger import Ledger
from db.plan_edit import PlanEdit, plain_text, plan_step
from db.plan_labels import step
from db.plan_used import has_history
from db.records import PlanId, UnitId


def add_unit(
    ledger: Ledger,
    plan: PlanId,
    *,
    name: str,
    is_group: bool = False,
    members: Sequence[UnitId] = (),
    aliases: Sequence[str] = (),
    contact: str = "",
    before: UnitId | None = None,
    author: str,
) -> UnitId:
    """A new unit. Raises `name_taken` (another unit has this name or alias)."""
    with plan_step(ledger, plan, author) as edit:
        named = _free_name(edit, name, None)
        edit.label = step("unit_added", name=named)
        told = {
            "name": named,
            "is_group": int(is_group),
            "members": _members(edit, members, None),
            "aliases": _aliases(edit, aliases, None, named),
            "contact": plain_text(contact, empty=True),
        }
        return UnitId(edit.add("unit", before, plan_id=plan, **told))


def change_unit(
    ledger: Ledger,
    plan: PlanId,
    unit: UnitId,
    *,
    name: str | None = None,
    is_group: bool | None = None,
    members: Sequence[UnitId] | None = None,
    aliases: Sequence[str] | None = None,
    contact: str | None = None,
    author: str,
) -> None:
    """Change a unit; one that is no group has no members. Raises `name_taken`."""
    with plan_step(ledger, plan, author) as edit:
        was = edit.row("unit", unit)["name"]
        edit.label = step("unit_changed", name=was)
        named = was if name is None else _free_name(edit, name, unit)
        edit.set(
            "unit",
            unit,
            name=named,
            is_group=None if is_group is None else int(is_group),
            members=None if members is None else _members(edit, members, unit),
            aliases=None if aliases is None else _aliases(edit, aliases, unit, named),
            contact=None if contact is None else plain_text(contact, empty=True),
        )
        if not edit.row("unit", unit)["is_group"]:
            edit.set("unit", unit, members="[]")


def move_unit(
    ledger: Ledger, plan: PlanId, unit: UnitId, *, before: UnitId | None = None, author: str
) -> None:
    """Put a unit in front of another."""
    with plan_step(ledger, plan, author) as edit:
        edit.label = step("unit_moved", name=edit.row("unit", unit)["name"])
        edit.place("unit", unit, before)


def delete_unit(ledger: Ledger, plan: PlanId, unit: UnitId, *, author: str) -> None:
    """Delete a unit. Raises `unit_in_use` (a task or a group names it), `has_history`."""
    with plan_step(ledger, plan, author) as edit:
        name = edit.row("unit", unit)["name"]
        edit.label = step("unit_deleted", name=name)
        if _users(edit, unit):
            raise RequestError("unit_in_use", unit=name)
        edit.drop("unit", unit)


def merge_units(ledger: Ledger, plan: PlanId, unit: UnitId, into: UnitId, *, author: str) -> None:
    """Two units are one: `into` takes the place of `unit` everywhere, and its names as aliases.

    A unit that was issued a file or reported stays on the list, without tasks: what it said is its own.
    """
    with plan_step(ledger, plan, author) as edit:
        gone, kept = edit.row("unit", unit), edit.row("unit", into)
        edit.label = step("units_merged", name=gone["name"], into=kept["name"])
        if unit == into:
            raise RequestError("not_in_plan", what=kept["name"])
        for table, key, column in _users(edit, unit):
            named = [into if one == unit else one for one in json.loads(edit.row(table, key)[column])]
            if (table, key) == ("unit", into):
                named.remove(into)
            edit.set(table, key, **{column: json.dumps(list(dict.fromkeys(named)))})
        names = [*json.loads(kept["aliases"]), gone["name"], *json.loads(gone["aliases"])]
        stays = has_history(ledger.connection, "unit", unit)
        if stays:  # its own name stays its own
            edit.set("unit", unit, aliases="[]")
            names.remove(gone["name"])
        else:
            edit.drop("unit", unit)
        aliases = [name for name in dict.fromkeys(names) if name != kept["name"]]
        contact = kept["contact"] or gone["contact"]
        edit.set("unit", into, aliases=json.dumps(aliases, ensure_ascii=False), contact=contact)


def _users(edit: PlanEdit, unit: str) -> list[tuple[str, str, str]]:
    """Where a unit is named: (table, id, column)."""
    places = (("task", "leads"), ("task", "cooperating"), ("unit", "members"))
    return [
        (table, row["id"], column)
        for table, column in places
        for row in edit.rows.of(table)
        if unit in json.loads(row[column])
    ]


def _free_name(edit: PlanEdit, name: str, unit: str | None) -> str:
    plain = plain_text(name)
    for row in edit.rows.of("unit"):
        if row["id"] != unit and plain in (row["name"], *json.loads(row["aliases"])):
            raise RequestError("name_taken", name=plain)
    return plain


def _aliases(edit: PlanEdit, aliases: Sequence[str], unit: str | None, name: str) -> str:
    free = (_free_name(edit, alias, unit) for alias in aliases if alias.strip())
    return json.dumps([alias for alias in dict.fromkeys(free) if alias != name], ensure_ascii=False)


def _members(edit: PlanEdit, members: Sequence[UnitId], unit: str | None) -> str:
    for member in members:
        if edit.row("unit", member)["is_group"] or member == unit:
            raise RequestError("group_in_group", unit=edit.row("unit", member)["name"])
    return json.dumps(list(dict.fromkeys(members)))
