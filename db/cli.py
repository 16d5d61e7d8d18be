"""The command line `shishi`, for scripts and for whoever has no screen; design.md §6.

Exit status: 0 done, 1 done but with problems to look at, 2 could not.
"""

from __future__ import annotations

import getpass
import json
import sys
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from db import answers
from db.conflict import common_ancestor, conflicts, resolve
from db.dispatch import issue, terms
from db.errors import ShishiError
from db.fill import filled_content
from db.ledger import Ledger, open_ledger
from db.ledger_entries import entries, entry, save_entry
from db.merging import merge, preview_merge
from db.periods import period_named
from db.plan import find_period, find_task, find_unit, open_period, plans, the_plan
from db.records import Entry, Finding, Period, Plan, RevisionId, Status
from db.return_state import standing
from db.returns import make_return
from db.sentences import sentence
from db.undo import undo_merge

PATH = click.Path(path_type=Path)
as_json = click.option("--json", "as_json", is_flag=True, help="Answer with one JSON document.")
plan_title = click.option("--plan", "plan_title", metavar="TITLE", help="Which plan, in a file of several.")
period_label = click.option("--period", metavar="LABEL", help="The reporting period, e.g. 1-3月.")
period_needed = click.option("--period", metavar="LABEL", required=True, help="The reporting period.")
author_name = click.option(
    "--author", default=getpass.getuser, help="Who does it; by default who is logged in."
)


class _Sentences(click.Group):
    """Turns an error with a code into one line and exit status 2."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except ShishiError as error:
            click.echo(sentence(error.code, error.params), err=True)
            ctx.exit(2)


@click.group(cls=_Sentences, context_settings={"help_option_names": ["-h", "--help"]})
def shishi() -> None:
    """Collect, merge and print the progress of a district's livelihood projects.

    With a FILE, or with nothing, the window opens.
    """


def main(arguments: Sequence[str]) -> int:
    """Run one command; the exit status."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        return int(shishi.main(list(arguments), prog_name="shishi", standalone_mode=False) or 0)
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.ClickException as error:
        error.show()
        return 2
    except click.exceptions.Abort:
        return 2


def _answer(value: object) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=1))


def _problems(found: bool) -> None:
    if found:
        click.get_current_context().exit(1)


def _show_findings(findings: Iterable[Finding], as_json: bool) -> None:
    listed = answers.findings_answer(findings)
    if as_json:
        _answer({"findings": listed})
    for finding in [] if as_json else listed:
        click.echo(f"{finding['severity']}: {finding['place']}: {finding['message']}", err=True)
    _problems(any(finding["severity"] == "error" for finding in listed))


@shishi.command("import")
@click.argument("source", type=PATH)
@click.argument("target", type=PATH, metavar="LEDGER")
@period_label
@click.option("--year", type=int, help="The plan's year, where the table does not say.")
@click.option("--title", help="The plan's title, where the table does not say.")
@as_json
def import_(
    source: Path, target: Path, period: str | None, year: int | None, title: str | None, as_json: bool
) -> None:
    """Make a ledger from a table (.txt .xlsx), or read a further period into one that exists."""
    from db.importing import import_table

    done = import_table(source, target, period=period, year=year, title=title)
    if not as_json:
        items = [item for category in done.plan.categories for item in category.items]
        click.echo(
            f"{done.plan.title}: {len(done.plan.categories)} categories, {len(items)} items, "
            f"{len(list(done.plan.tasks()))} tasks, {done.entries} entries → {target}"
        )
    _show_findings(done.findings, as_json)


@shishi.command()
@click.argument("file", type=PATH)
@period_label
@plan_title
@as_json
def show(file: Path, period: str | None, plan_title: str | None, as_json: bool) -> None:
    """The plan and, for a period, its entries."""
    with open_ledger(file, read_only=True) as ledger:
        shown = [the_plan(ledger, plan_title)] if plan_title else list(plans(ledger))
        found = [_entries(ledger, plan, period, only=len(shown) == 1) for plan in shown]
    if as_json:
        return _answer({"plans": [answers.plan_answer(p, e) for p, e in zip(shown, found, strict=True)]})
    for plan, of_plan in zip(shown, found, strict=True):
        _print_plan(plan, of_plan or {})
    return None


def _entries(ledger: Ledger, plan: Plan, label: str | None, *, only: bool) -> dict[Any, Entry] | None:
    if label is None:
        return None
    if not only and all(label != period.label for period in plan.periods):
        return None
    return entries(ledger, find_period(plan, label).id)


def _print_plan(plan: Plan, found: dict[Any, Entry]) -> None:
    click.echo(f"{plan.title} ({plan.year}) {'、'.join(period.label for period in plan.periods)}")
    for category in plan.categories:
        click.echo(f"\n{category.name}")
        for task in (task for item in category.items for task in item.tasks):
            leads = "、".join(unit.name for unit in task.leads)
            click.echo(f"  {task.name}\t★{leads}\t{task.target}")
            for head in found[task.id].heads if task.id in found else ():
                click.echo(f"    [{found[task.id].state}] {head.content.narrative or head.content.reason}")


@shishi.command()
@click.argument("file", type=PATH)
@period_label
@plan_title
@as_json
def check(file: Path, period: str | None, plan_title: str | None, as_json: bool) -> None:
    """What does not fit, before a leader sees it."""
    from db.checks import check as findings

    with open_ledger(file, read_only=True) as ledger:
        plan, chosen = _plan_and_period(ledger, plan_title, period)
        found = findings(ledger, plan, chosen)
    _show_findings(found, as_json)


def _plan_and_period(ledger: Ledger, title: str | None, label: str | None) -> tuple[Plan, Period]:
    plan = the_plan(ledger, title)
    own = terms(ledger)
    if own and label is None:
        return plan, next(period for period in plan.periods if period.id == own.period)
    return plan, find_period(plan, label)


@shishi.command("dispatch")
@click.argument("file", type=PATH, metavar="LEDGER")
@period_needed
@click.option("--to", "folder", type=PATH, required=True, metavar="DIR")
@click.option("--unit", "units", multiple=True, metavar="NAME", help="Only this unit; may be repeated.")
@click.option("--due", type=click.DateTime(["%Y-%m-%d"]), help="The day by which it is to come back.")
@author_name
@plan_title
@as_json
def dispatch_(
    file: Path,
    period: str,
    folder: Path,
    units: tuple[str, ...],
    due: datetime | None,
    author: str,
    plan_title: str | None,
    as_json: bool,
) -> None:
    """Write a fill-in file for each unit. A period that the plan does not have yet is opened."""
    with open_ledger(file) as ledger:
        plan = the_plan(ledger, plan_title)
        chosen = _period_or_new(ledger, plan, period, author)
        named = [find_unit(plan, name).id for name in units] or None
        issued = issue(ledger, plan, chosen, folder, units=named, due=due.date() if due else None)
    if as_json:
        return _answer(
            {"files": [{"path": str(i.path), "unit": i.unit.name, "tasks": i.tasks} for i in issued]}
        )
    for one in issued:
        click.echo(f"{one.unit.name}\t{one.tasks}\t{one.path}")
    return None


def _period_or_new(ledger: Ledger, plan: Plan, label: str, author: str) -> Period:
    try:
        return find_period(plan, label)
    except ShishiError:
        return open_period(ledger, plan, period_named(label, plan.year), author=author)


@shishi.command()
@click.argument("file", type=PATH)
@click.argument("task")
@period_label
@click.option("--narrative")
@click.option("--figure", "figures", multiple=True, metavar="LABEL=VALUE")
@click.option("--status", type=click.Choice([status.value for status in Status]))
@click.option("--nothing-new", metavar="REASON")
@click.option("--reason", help="Why the status is not what the schedule says, or not applicable.")
@click.option("--problems")
@click.option("--next-steps")
@click.option("--unit", "unit_name", help="In a ledger: the unit in whose name it is saved.")
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
    **fields: str | None,
) -> None:
    """Save what is reported for a TASK (7.4#2). What is not given stays as it stands."""
    with open_ledger(file) as ledger:
        plan, chosen = _plan_and_period(ledger, plan_title, period)
        found = find_task(plan, task)
        standing_entry = entry(ledger, found.id, chosen.id)
        content = filled_content(standing_entry, found, figures, **fields)
        own = terms(ledger)
        named = find_unit(plan, unit_name).id if unit_name else None
        unit = own.unit if own else named
        saved = save_entry(ledger, found.id, chosen.id, content, author=author, unit=unit)
    if as_json:
        units = {unit.id: unit.name for unit in plan.units}
        return _answer({"revision": answers.revision_answer(saved, found, units)})
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
        plan = the_plan(ledger)
        done = make_return(ledger, folder, author=author)
    names = [task.name for task in plan.tasks() if task.id in done.missing]
    if as_json:
        _answer({"path": str(done.path), "check_code": done.check_code, "size": done.size, "missing": names})
    else:
        click.echo(f"{done.path}\t{done.check_code}\t{done.size}")
        for name in names:
            click.echo(sentence("entry_missing", {"task": name}), err=True)
    _problems(bool(names))


@shishi.command("merge")
@click.argument("file", type=PATH, metavar="LEDGER")
@click.argument("sources", type=PATH, nargs=-1, required=True, metavar="FILE…")
@click.option("--dry-run", is_flag=True, help="Only say what would happen.")
@click.option("--leave-out", multiple=True, metavar="TASK", help="Leave this task out; may be repeated.")
@author_name
@plan_title
@as_json
def merge_(
    file: Path,
    sources: tuple[Path, ...],
    dry_run: bool,
    leave_out: tuple[str, ...],
    author: str,
    plan_title: str | None,
    as_json: bool,
) -> None:
    """Merge returned files, or folders of them."""
    with open_ledger(file) as ledger:
        out = frozenset(find_task(the_plan(ledger, plan_title), name).id for name in leave_out)
        if dry_run:
            report = preview_merge(ledger, sources, leave_out=out)
        else:
            report = merge(ledger, sources, author=author, leave_out=out)
    if as_json:
        _answer(answers.merge_answer(report))
    else:
        _print_merge(answers.merge_answer(report))
    _problems(bool(report.totals["refused"] or report.totals["conflicts"]))


def _print_merge(answer: dict[str, Any]) -> None:
    for file in answer["files"]:
        counts = f"+{file['added']} ={file['same']} !{file['conflicts']}"
        click.echo(f"{file['outcome']}\t{file['name']}\t{file['unit']}\t{counts}\t{file['check_code']}")
        for reason in file["reasons"]:
            click.echo(f"  {file['name']}: {reason['message']}", err=True)
    click.echo("\t".join(f"{name} {count}" for name, count in answer["totals"].items()))


@shishi.command()
@click.argument("file", type=PATH, metavar="LEDGER")
def undo(file: Path) -> None:
    """Take back the last merge."""
    with open_ledger(file) as ledger:
        undo_merge(ledger)


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
        return _answer(answers.status_answer(rows))
    for row in rows:
        received = f"{row.received_at}\t{row.check_code}"
        click.echo(f"{row.unit.name}\t{row.filled}/{row.tasks}\t{row.state}\t{received}")
    return None


@shishi.command("conflicts")
@click.argument("file", type=PATH, metavar="LEDGER")
@as_json
def conflicts_(file: Path, as_json: bool) -> None:
    """Entries that two people have written differently."""
    with open_ledger(file, read_only=True) as ledger:
        listed = [_conflict(ledger, found) for found in conflicts(ledger)]
    if as_json:
        _answer({"conflicts": listed})
    for one in [] if as_json else listed:
        click.echo(f"{one['task']}\t{one['period']}")
        for head in one["heads"]:
            click.echo(f"  {head['id'][:8]}\t{head['unit'] or head['author']}\t{head['narrative']}")
    _problems(bool(listed))


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
        plan, chosen = _plan_and_period(ledger, plan_title, period)
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


@shishi.command()
@click.argument("file", type=PATH, metavar="LEDGER")
@period_label
@click.option("-o", "--output", type=PATH, required=True)
@click.option("--task", "tasks", multiple=True, metavar="TASK")
@click.option("--unit", "unit_name", metavar="NAME")
@plan_title
def sheet(
    file: Path,
    period: str | None,
    output: Path,
    tasks: tuple[str, ...],
    unit_name: str | None,
    plan_title: str | None,
) -> None:
    """Item sheets as PDF, to be stamped."""
    from db.paper import write_item_sheets
    from db.plan import tasks_of

    with open_ledger(file, read_only=True) as ledger:
        plan, chosen = _plan_and_period(ledger, plan_title, period)
        named = [find_task(plan, name) for name in tasks]
        if unit_name:
            named += tasks_of(plan, find_unit(plan, unit_name).id)
        write_item_sheets(ledger, plan, chosen, output, tasks=named or None)
    click.echo(str(output))


@shishi.command()
@click.argument("file", type=PATH, metavar="LEDGER")
@period_label
@click.option("-o", "--output", type=PATH, required=True, help="OUT.pdf or OUT.xlsx")
@click.option("--public", is_flag=True, help="Without problems, next steps and remarks.")
@plan_title
def report(file: Path, period: str | None, output: Path, public: bool, plan_title: str | None) -> None:
    """The consolidated table."""
    from db.paper import write_report

    with open_ledger(file, read_only=True) as ledger:
        plan, chosen = _plan_and_period(ledger, plan_title, period)
        write_report(ledger, plan, chosen, output, public=public)
    click.echo(str(output))


@shishi.command()
@click.argument("folder", type=PATH, metavar="DIR")
def demo(folder: Path) -> None:
    """The whole round on the sample plan, into DIR."""
    from db.demo import run

    run(folder, click.echo)
