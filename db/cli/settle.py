"""Commands of the coordinator's judgement: conflicts, resolve, review, close."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any, Unpack

import click

from db import answers, backups
from db.cli.group import (
    PATH,
    TEXT,
    answer,
    as_json,
    author_name,
    content_fields,
    done,
    figure_values,
    period_needed,
    plan_and_period,
    plan_title,
    problems,
    shishi,
)
from db.conflict import common_ancestor, conflicts, resolve, settled
from db.differences import text_differences
from db.fill import Fields, agreed, check_reason, filled_content
from db.ledger import Ledger, open_ledger
from db.ledger_entries import entry, task_name
from db.plan import find_task, plans, the_plan
from db.records import Entry, Plan, RevisionId, Verdict
from db.reviews import close_period, reopen_period, review_entry
from db.seals import terms
from db.sentences import sentence


@shishi.command("conflicts")
@click.argument("file", type=PATH, metavar="LEDGER")
@click.option("--settled", "register", is_flag=True, help="Those that were settled: who, when and how.")
@plan_title
@as_json
def conflicts_(file: Path, register: bool, plan_title: str | None, as_json: bool) -> None:
    """Entries that two people have written differently."""
    if register:
        return _register(file, as_json)
    with open_ledger(file, read_only=True) as ledger:
        meant = [the_plan(ledger, plan_title)] if plan_title is not None else plans(ledger)
        told = [_conflict(ledger, meant, found) for found in conflicts(ledger)]
        listed = [one for one in told if one["plan"] is not None or plan_title is None]
    if as_json:
        answer({"conflicts": listed})
    for one in [] if as_json else listed:
        named = f"{one['plan']}\t" if len(meant) > 1 else ""
        click.echo(f"{named}{one['task']}\t{one['period']}")
        for head in one["heads"]:
            click.echo(f"  {head['id'][:8]}\t{head['unit'] or head['author']}\t{head['narrative']}")
    problems(bool(listed))
    return None


def _register(file: Path, as_json: bool) -> None:
    with open_ledger(file, read_only=True) as ledger:
        rows = [asdict(one) | {"task": task_name(ledger, one.task)} for one in settled(ledger)]
    if as_json:
        return answer({"settled": rows})
    for row in rows:
        how = f"took {row['taken'][:8]}" if row["taken"] else "wrote"
        click.echo(f"{row['task']}\t{row['author']}\t{row['saved_at']}\t{how}\t{row['revision'][:8]}")
    return None


def _conflict(ledger: Ledger, meant: Iterable[Plan], found: Entry) -> dict[str, Any]:
    for plan in meant:
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
                    "differences": [
                        [part.one, part.other]
                        for part in text_differences(*(head.content.narrative for head in found.heads[:2]))
                    ],
                }
    return {"plan": None, "task": found.task, "period": found.period, "heads": []}


@shishi.command("resolve")
@click.argument("file", type=PATH, metavar="LEDGER")
@click.argument("task", type=TEXT)
@period_needed
@click.option("--take", type=TEXT, metavar="REVISION", help="The head that is right; its id may be short.")
@content_fields
@figure_values
@author_name
@plan_title
@as_json
def resolve_(
    file: Path,
    task: str,
    period: str,
    take: str | None,
    figures: tuple[str, ...],
    author: str,
    plan_title: str | None,
    as_json: bool,
    **fields: Unpack[Fields],
) -> None:
    """Settle a conflict: take one side, or write what replaces them all.

    What is not written keeps what every side agrees on.
    """
    written = figures or any(value is not None for value in fields.values())
    if (take is not None) == bool(written):
        raise click.UsageError("either --take, or --narrative and what else replaces them")
    with open_ledger(file) as ledger:
        plan, chosen = plan_and_period(ledger, plan_title, period)
        found = find_task(plan, task)
        heads = entry(ledger, found.id, chosen.id).heads
        content = filled_content(agreed(heads), found, figures, **fields) if written else None
        if content is not None:
            check_reason(content, found, plan, chosen)
        own = terms(ledger)
        made = resolve(
            ledger,
            found.id,
            chosen.id,
            author=author,
            take=RevisionId(take) if take else None,
            content=content,
            unit=own.unit if own else None,
        )
    done(as_json, revision=made.id)


@shishi.command("review")
@click.argument("file", type=PATH, metavar="LEDGER")
@click.argument("task", type=TEXT)
@period_needed
@click.option("--approve", "verdict", flag_value="approve", help="It counts as it stands.")
@click.option("--send-back", "comment", type=TEXT, metavar="COMMENT", help="Back to its unit, and why.")
@click.option("--reopen", "verdict", flag_value="reopen", help="Take an approval back.")
@author_name
@plan_title
@as_json
def review_(
    file: Path,
    task: str,
    period: str,
    verdict: str | None,
    comment: str | None,
    author: str,
    plan_title: str | None,
    as_json: bool,
) -> None:
    """Approve what stands for a TASK, send it back, or reopen it."""
    if (verdict is None) == (comment is None):
        raise click.UsageError("one of --approve, --send-back, --reopen")
    with open_ledger(file) as ledger:
        plan, chosen = plan_and_period(ledger, plan_title, period)
        said = Verdict(verdict) if verdict else Verdict.SEND_BACK
        found = find_task(plan, task)
        made = review_entry(ledger, found.id, chosen.id, said, author=author, comment=comment or "")
    done(as_json, review=made.id)


@shishi.command("close")
@click.argument("file", type=PATH, metavar="LEDGER")
@period_needed
@click.option("--reopen", is_flag=True, help="Open a published period again.")
@author_name
@plan_title
@as_json
def close_(file: Path, period: str, reopen: bool, author: str, plan_title: str | None, as_json: bool) -> None:
    """Publish a period: what stands is approved, what comes later is kept beside it."""
    with open_ledger(file) as ledger:
        plan, chosen = plan_and_period(ledger, plan_title, period)
        if reopen:
            reopen_period(ledger, plan, chosen, author=author)
        in_conflict = () if reopen else close_period(ledger, plan, chosen, author=author)
    names = [task.name for task in plan.tasks() if task.id in in_conflict]
    for name in names:
        click.echo(sentence("entry_conflict", {"task": name}), err=True)
    if as_json:
        answer({"period": chosen.label, "closed": not reopen, "conflicts": names})
    problems(bool(names))


@shishi.command("restore")
@click.argument("file", type=PATH, metavar="LEDGER")
@click.argument("backup", required=False)
@click.option("--list", "listed", is_flag=True, help="The backups there are, oldest first.")
@as_json
def restore_(file: Path, backup: str | None, listed: bool, as_json: bool) -> None:
    """Put an automatic BACKUP in the place of the ledger; what stands becomes a backup itself."""
    if listed == (backup is not None):
        raise click.UsageError("either a BACKUP or --list")
    if backup is not None:
        kept = backups.restore_backup(file, backup)
        return done(as_json, kept=kept.name)
    names = [path.name for path in backups.every(file)]
    if as_json:
        return answer({"backups": names})
    for name in names:
        click.echo(name)
    return None
