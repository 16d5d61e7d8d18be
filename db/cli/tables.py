"""Commands from a table and to a table: import, show, check, sheet, report, demo."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from db import answers
from db.cli.group import (
    PATH,
    TEXT,
    answer,
    as_json,
    done,
    period_label,
    period_needed,
    plan_and_period,
    plan_title,
    print_findings,
    problems,
    shishi,
    show_findings,
)
from db.errors import RequestError
from db.ledger import Ledger, open_ledger
from db.ledger_entries import entries
from db.plan import find_period, find_task, find_unit, plans, tasks_of, the_plan
from db.records import Entry, Plan


@shishi.command("import")
@click.argument("source", type=PATH)
@click.argument("target", type=PATH, metavar="LEDGER")
@period_label
@click.option(
    "--year", type=click.IntRange(1949, 2200), help="The plan's year, where the table does not say."
)
@click.option("--title", type=TEXT, help="The plan's title, where the table does not say.")
@as_json
def import_(
    source: Path, target: Path, period: str | None, year: int | None, title: str | None, as_json: bool
) -> None:
    """Make a ledger from a table (.txt .xlsx), or read a further period into one that exists."""
    from db.importing import import_table

    made = import_table(source, target, period=period, year=year, title=title)
    facts = {
        "plan": made.plan.title,
        "categories": len(made.plan.categories),
        "items": sum(len(category.items) for category in made.plan.categories),
        "tasks": len(list(made.plan.tasks())),
        "entries": made.entries,
    }
    if as_json:
        answer(facts | {"findings": answers.findings_answer(made.findings)})
    else:
        click.echo("\t".join(f"{name} {value}" for name, value in facts.items()))
        print_findings(made.findings)
    problems(any(finding.severity == "error" for finding in made.findings))


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
        return answer({"plans": [answers.plan_answer(p, e) for p, e in zip(shown, found, strict=True)]})
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
        plan, chosen = plan_and_period(ledger, plan_title, period)
        found = findings(ledger, plan, chosen)
    show_findings(found, as_json)


@shishi.command()
@click.argument("file", type=PATH, metavar="LEDGER")
@period_label
@click.option("-o", "--output", type=PATH, required=True)
@click.option("--task", "tasks", type=TEXT, multiple=True, metavar="TASK")
@click.option("--unit", "unit_name", type=TEXT, metavar="NAME")
@plan_title
@as_json
def sheet(
    file: Path,
    period: str | None,
    output: Path,
    tasks: tuple[str, ...],
    unit_name: str | None,
    plan_title: str | None,
    as_json: bool,
) -> None:
    """Item sheets as PDF, to be stamped."""
    from db.paper import write_item_sheets

    with open_ledger(file, read_only=True) as ledger:
        plan, chosen = plan_and_period(ledger, plan_title, period)
        named = [find_task(plan, name).id for name in tasks]
        if unit_name is not None:
            named += [task.id for task in tasks_of(plan, find_unit(plan, unit_name).id)]
        if not named and unit_name is not None:
            raise RequestError("leads_nothing", unit=unit_name)
        written = write_item_sheets(ledger, plan, chosen, output, tasks=named or None)
    done(as_json, path=str(written))


@shishi.command()
@click.argument("file", type=PATH, metavar="LEDGER")
@period_label
@click.option("-o", "--output", type=PATH, required=True, help="OUT.pdf or OUT.xlsx")
@click.option("--public", is_flag=True, help="Without problems, next steps and remarks.")
@plan_title
@as_json
def report(
    file: Path, period: str | None, output: Path, public: bool, plan_title: str | None, as_json: bool
) -> None:
    """The consolidated table."""
    from db.paper import write_report

    with open_ledger(file, read_only=True) as ledger:
        plan, chosen = plan_and_period(ledger, plan_title, period)
        written = write_report(ledger, plan, chosen, output, public=public)
    done(as_json, path=str(written))


@shishi.command()
@click.argument("file", type=PATH, metavar="LEDGER")
@period_needed
@click.option("--to", "folder", type=PATH, required=True, metavar="DIR")
@click.option("--unit", "unit_name", type=TEXT, metavar="NAME")
@plan_title
@as_json
def receipt(
    file: Path, period: str, folder: Path, unit_name: str | None, plan_title: str | None, as_json: bool
) -> None:
    """Receipts for the units: what of their returns was merged, as PDF and text."""
    from db.paper import write_receipts

    with open_ledger(file, read_only=True) as ledger:
        plan, chosen = plan_and_period(ledger, plan_title, period)
        unit = find_unit(plan, unit_name).id if unit_name is not None else None
        written = write_receipts(ledger, plan, chosen, folder, unit=unit)
    if as_json:
        answer({"files": [str(path) for path in written]})
    for path in [] if as_json else written:
        click.echo(str(path))
    problems(not written)


@shishi.command()
@click.argument("folder", type=PATH, metavar="DIR")
@as_json
def demo(folder: Path, as_json: bool) -> None:
    """The whole round on the sample plan, into DIR."""
    from db.demo import run

    steps: list[str] = []
    run(folder, steps.append if as_json else click.echo)
    if as_json:
        answer({"folder": str(folder), "steps": steps})
