"""Commands of the round: dispatch, fill, return, merge, undo, status."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any, Unpack

import click

from db import answers
from db.checks import check
from db.cli.group import (
    PATH,
    TEXT,
    answer,
    as_json,
    author_name,
    content_fields,
    done,
    explanations,
    figure_values,
    period_label,
    period_needed,
    plan_and_period,
    plan_title,
    print_findings,
    problems,
    shishi,
)
from db.dispatch import FORMS, Issued, issue
from db.errors import RequestError
from db.fill import Fields, check_reason, filled_content
from db.ledger import Ledger, open_ledger
from db.ledger_entries import entry, save_entry
from db.merging import merge, preview_merge
from db.periods import period_named
from db.plan import find_period, find_task, find_unit, open_period, the_plan
from db.records import Content, Period, Plan
from db.return_state import standing
from db.returns import make_return
from db.seals import terms
from db.sentences import sentence
from db.undo import undo_merge


@shishi.command("dispatch")
@click.argument("file", type=PATH, metavar="LEDGER")
@period_needed
@click.option("--to", "folder", type=PATH, required=True, metavar="DIR")
@click.option("--unit", "units", multiple=True, type=TEXT, metavar="NAME", help="Only this one; repeatable.")
@click.option("--due", type=click.DateTime(["%Y-%m-%d"]), help="The day by which it is to come back.")
@click.option("--corrections", is_flag=True, help="Only what was sent back, with the comments.")
@click.option("--form", type=click.Choice(list(FORMS)), default="shishi", help="xlsx: a workbook to fill in.")
@click.option("--note", type=TEXT, default="", metavar="TEXT", help="What is said to all.")
@author_name
@plan_title
@as_json
def dispatch_(
    file: Path,
    period: str,
    folder: Path,
    units: tuple[str, ...],
    due: datetime | None,
    corrections: bool,
    form: str,
    note: str,
    author: str,
    plan_title: str | None,
    as_json: bool,
) -> None:
    """Write a fill-in file for each unit. A period that the plan does not have yet is opened."""
    with open_ledger(file) as ledger:
        plan = the_plan(ledger, plan_title)
        named = [find_unit(plan, name).id for name in units] or None
        day = due.date() if due else None
        with ledger.transaction():  # a period that nothing is issued for is not opened
            chosen = _period_or_new(ledger, plan, period, author)
            issued = issue(
                ledger,
                plan,
                chosen,
                folder,
                units=named,
                due=day,
                corrections=corrections,
                form=form,
                note=note,
            )
    for one in issued:
        _say_beside(one.path, one.beside)
    if as_json:
        return answer({"files": [_issued_answer(one) for one in issued]})
    for one in issued:
        click.echo(f"{one.unit.name}\t{one.tasks}\t{one.path}")
    return None


def _issued_answer(one: Issued) -> dict[str, Any]:
    beside = str(one.beside) if one.beside else None
    return {
        "path": str(one.path),
        "unit": one.unit.name,
        "tasks": one.tasks,
        "form": one.form,
        "beside": beside,
    }


def _say_beside(path: Path, older: Path | None) -> None:
    """That a file of this name was there already: whoever sends files by name would send that one."""
    if older is not None:
        click.echo(sentence("kept_beside", {"name": path.name, "older": older.name}), err=True)


def _period_or_new(ledger: Ledger, plan: Plan, label: str, author: str) -> Period:
    try:
        return find_period(plan, label)
    except RequestError as error:
        if error.code != "no_such_period":
            raise
        return open_period(ledger, plan, period_named(label, plan.year), author=author)


@shishi.command()
@click.argument("file", type=PATH)
@click.argument("task", type=TEXT)
@period_label
@content_fields
@explanations
@figure_values
@click.option("--unit", "unit_name", type=TEXT, help="In a ledger: the unit in whose name it is saved.")
@author_name
@plan_title
@as_json
def fill(
    file: Path,
    task: str,
    period: str | None,
    figures: tuple[str, ...],
    unit_name: str | None,
    author: str,
    plan_title: str | None,
    as_json: bool,
    **fields: Unpack[Fields],
) -> None:
    """Save what is reported for a TASK (7.4#2). What is not given stays as it stands."""
    if fields.get("nothing_new") is not None and fields.get("narrative") is not None:
        raise click.UsageError("either --nothing-new or --narrative")
    with open_ledger(file) as ledger:
        plan, chosen = plan_and_period(ledger, plan_title, period)
        found = find_task(plan, task)
        current = entry(ledger, found.id, chosen.id).current
        content = filled_content(current.content if current else Content(), found, figures, **fields)
        check_reason(content, found, plan, chosen)
        own = terms(ledger)
        unit = find_unit(plan, unit_name).id if unit_name else own.unit if own else None
        saved = save_entry(ledger, found.id, chosen.id, content, author=author, unit=unit)
    if as_json:
        units = {unit.id: unit.name for unit in plan.units}
        return answer({"revision": answers.revision_answer(saved, found, units)})
    click.echo(f"{found.name}\t{saved.id[:8]}")
    return None


@shishi.command("return")
@click.argument("file", type=PATH)
@click.option("--to", "folder", type=PATH, required=True, metavar="DIR")
@author_name
@as_json
def return_(file: Path, folder: Path, author: str, as_json: bool) -> None:
    """Check a fill-in file and write the file to hand in."""
    with open_ledger(file) as ledger:
        made = make_return(ledger, folder, author=author)
        plan, period = plan_and_period(ledger, None, None)
        findings = check(ledger, plan, period)
    names = [task.name for task in plan.tasks() if task.id in made.missing]
    facts = {"path": str(made.path), "check_code": made.check_code, "size": made.size, "missing": names}
    facts |= {"beside": str(made.beside) if made.beside else None}
    _say_beside(made.path, made.beside)
    if as_json:
        answer(facts | {"findings": answers.findings_answer(findings)})
    else:
        click.echo(f"{made.path}\t{made.check_code}\t{made.size}")
        print_findings(findings)
    problems(bool(names) or any(finding.severity == "error" for finding in findings))


@shishi.command("merge")
@click.argument("file", type=PATH, metavar="LEDGER")
@click.argument("sources", type=PATH, nargs=-1, required=True, metavar="FILE…")
@click.option("--dry-run", is_flag=True, help="Only say what would happen.")
@click.option("--ledger", "ledgers", is_flag=True, help="The files are other coordinators' ledgers.")
@click.option("--leave-out", multiple=True, type=TEXT, metavar="TASK", help="Leave it out; repeatable.")
@click.option("--take-in", multiple=True, type=TEXT, metavar="TASK", help="What was left out; repeatable.")
@author_name
@plan_title
@as_json
def merge_(
    file: Path,
    sources: tuple[Path, ...],
    dry_run: bool,
    ledgers: bool,
    leave_out: tuple[str, ...],
    take_in: tuple[str, ...],
    author: str,
    plan_title: str | None,
    as_json: bool,
) -> None:
    """Merge returned files, or folders of them."""
    if ledgers and (leave_out or take_in):
        raise click.UsageError("--ledger takes a ledger whole, without --leave-out and --take-in")
    with open_ledger(file, read_only=dry_run) as ledger:
        out, wanted = (
            frozenset(find_task(the_plan(ledger, plan_title), name).id for name in names)
            for names in (leave_out, take_in)
        )
        if dry_run:
            report = preview_merge(ledger, sources, leave_out=out, take_in=wanted, ledgers=ledgers)
        else:
            report = merge(ledger, sources, author=author, leave_out=out, take_in=wanted, ledgers=ledgers)
    if as_json:
        answer(answers.merge_answer(report))
    else:
        _print_merge(answers.merge_answer(report))
    problems(bool(report.totals["refused"] or report.totals["conflicts"]))


def _print_merge(answer: dict[str, Any]) -> None:
    for file in answer["files"]:
        counts = "\t".join(f"{name} {file[name]}" for name in ("added", "same", "conflicts"))
        click.echo(f"{file['outcome']}\t{file['name']}\t{file['unit']}\t{counts}\t{file['check_code']}")
        for reason in file["reasons"]:
            click.echo(f"  {file['name']}: {reason['message']}", err=True)
    click.echo("\t".join(f"{name} {count}" for name, count in answer["totals"].items()))


@shishi.command()
@click.argument("file", type=PATH, metavar="LEDGER")
@as_json
def undo(file: Path, as_json: bool) -> None:
    """Take back the last merge."""
    with open_ledger(file) as ledger:
        files = undo_merge(ledger)
    done(as_json, undone=files) if as_json else done(False, **{name: name for name in files})


@shishi.command()
@click.argument("file", type=PATH, metavar="LEDGER")
@period_needed
@plan_title
@as_json
def status(file: Path, period: str, plan_title: str | None, as_json: bool) -> None:
    """Who has returned what."""
    with open_ledger(file, read_only=True) as ledger:
        plan = the_plan(ledger, plan_title)
        rows = standing(ledger, plan, find_period(plan, period))
    if as_json:
        return answer(answers.status_answer(rows))
    for row in rows:
        received = f"{row.received_at}\t{row.check_code}"
        click.echo(f"{row.unit.name}\t{row.filled}/{row.tasks}\t{row.state}\t{received}")
    return None
