"""Commands for entries that two people have written differently: conflicts, resolve."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from db import answers
from db.cli.group import (
    PATH,
    answer,
    as_json,
    author_name,
    period_needed,
    plan_and_period,
    plan_title,
    problems,
    shishi,
)
from db.conflict import common_ancestor, conflicts, resolve
from db.fill import filled_content
from db.ledger import Ledger, open_ledger
from db.plan import find_task, plans
from db.records import Entry, RevisionId
from db.seals import terms


@shishi.command("conflicts")
@click.argument("file", type=PATH, metavar="LEDGER")
@as_json
def conflicts_(file: Path, as_json: bool) -> None:
    """Entries that two people have written differently."""
    with open_ledger(file, read_only=True) as ledger:
        listed = [_conflict(ledger, found) for found in conflicts(ledger)]
    if as_json:
        answer({"conflicts": listed})
    for one in [] if as_json else listed:
        click.echo(f"{one['task']}\t{one['period']}")
        for head in one["heads"]:
            click.echo(f"  {head['id'][:8]}\t{head['unit'] or head['author']}\t{head['narrative']}")
    problems(bool(listed))


def _conflict(ledger: Ledger, found: Entry) -> dict[str, Any]:
    for plan in plans(ledger):
        for task in plan.tasks():
            if task.id == found.task:
                units = {unit.id: unit.name for unit in plan.units}
                ancestor = common_ancestor(ledger, found)
                return {
                    "plan": plan.title,
                    "task": task.name,
                    "period": next(p.label for p in plan.periods if p.id == found.period),
                    "heads": [answers.revision_answer(head, task, units) for head in found.heads],
                    "ancestor": answers.revision_answer(ancestor, task, units) if ancestor else None,
                }
    return {"plan": None, "task": found.task, "period": found.period, "heads": [], "ancestor": None}


@shishi.command("resolve")
@click.argument("file", type=PATH, metavar="LEDGER")
@click.argument("task")
@period_needed
@click.option("--take", metavar="REVISION", help="The head that is right, or the beginning of its id.")
@click.option("--narrative", help="The text that replaces them all.")
@click.option("--figure", "figures", multiple=True, metavar="LABEL=VALUE")
@author_name
@plan_title
def resolve_(
    file: Path,
    task: str,
    period: str,
    take: str | None,
    narrative: str | None,
    figures: tuple[str, ...],
    author: str,
    plan_title: str | None,
) -> None:
    """Settle a conflict: take one side, or write what replaces them all."""
    if (take is None) == (narrative is None):
        raise click.UsageError("either --take or --narrative")
    with open_ledger(file) as ledger:
        plan, chosen = plan_and_period(ledger, plan_title, period)
        found = find_task(plan, task)
        content = None
        if narrative is not None:
            content = filled_content(None, found, figures, narrative=narrative)
        own = terms(ledger)
        resolve(
            ledger,
            found.id,
            chosen.id,
            author=author,
            take=RevisionId(take) if take else None,
            content=content,
            unit=own.unit if own else None,
        )
