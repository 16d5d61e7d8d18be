"""Commands from a table and to a table: import, show, check, demo."""

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
    period_label,
    plan_and_period,
    plan_title,
    print_findings,
    problems,
    shishi,
    show_findings,
)
from db.ledger import Ledger, open_ledger, shown_name
from db.ledger_entries import entries
from db.periods import same_label
from db.plan import find_period, plans, the_plan
from db.records import Entry, Finding, Plan


@shishi.command("import")
@click.argument("source", type=PATH)
@click.argument("target", type=PATH, metavar="LEDGER")
@period_label
@click.option(
    "--year", type=click.IntRange(1949, 2200), help="The plan's year, where the table does not say."
)
@click.option("--title", type=TEXT, help="The plan's title, where the table does not say.")
@click.option("--dry-run", is_flag=True, help="Say what is understood and what is doubted; write nothing.")
@as_json
def import_(
    source: Path,
    target: Path,
    period: str | None,
    year: int | None,
    title: str | None,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Make a ledger from a table (.xlsx .docx .csv .html .txt), or read a further period into one."""
    if dry_run:
        facts, findings = _import_understood(source, target, period, year, title)
    else:
        facts, findings = _import_done(source, target, period, year, title)
    if as_json:
        answer(facts | {"findings": answers.findings_answer(findings)})
    else:
        click.echo("\t".join(f"{name} {value}" for name, value in facts.items()))
        print_findings(findings)
    problems(any(finding.severity == "error" for finding in findings))


_Said = tuple[dict[str, Any], tuple[Finding, ...]]


def _import_done(
    source: Path, target: Path, period: str | None, year: int | None, title: str | None
) -> _Said:
    from db.importing import import_table

    made = import_table(source, target, period=period, year=year, title=title)
    facts = {
        "plan": made.plan.title,
        "categories": len(made.plan.categories),
        "items": sum(len(category.items) for category in made.plan.categories),
        "tasks": len(list(made.plan.tasks())),
        "entries": made.entries,
    }
    return facts, made.findings


def _import_understood(
    source: Path, target: Path, period: str | None, year: int | None, title: str | None
) -> _Said:
    from db.further_period import preview_periods
    from db.table_preview import read_table
    from db.tables.mapping import TableMapping

    mapping = TableMapping(period=period, year=year)
    if target.exists():
        with open_ledger(target, read_only=True) as ledger:
            further = preview_periods(ledger, source, mapping=mapping, plan=title)
        matched = sum(match.task is not None for match in further.matches)
        return {
            "plan": further.plan.title,
            "rows": len(further.matches),
            "matched": matched,
            "entries": len(further.fresh),
        }, further.findings
    shown = read_table(source, mapping)
    return {
        "plan": title or shown.title or Path(shown_name(source)).stem,
        "categories": len(shown.categories),
        "items": shown.items,
        "tasks": shown.tasks,
        "entries": sum(bool(text) for row in shown.table.rows for text in row.progress),
    }, shown.findings


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
    if not only and not any(same_label(label, period.label) for period in plan.periods):
        return None
    return entries(ledger, find_period(plan, label).id)


def _print_plan(plan: Plan, found: dict[Any, Entry]) -> None:
    click.echo(f"{plan.title} ({plan.year}) {'、'.join(period.label for period in plan.periods)}")
    for category in plan.categories:
        click.echo(f"\n{category.name}")
        for task in (task for item in category.items for task in item.tasks):
            leads = "、".join(unit.name for unit in task.leads)
            retired = "\t(retired)" if task.retired else ""
            click.echo(f"  {task.name}\t★{leads}\t{task.target}{retired}")
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
@click.argument("folder", type=PATH, metavar="DIR")
@as_json
def demo(folder: Path, as_json: bool) -> None:
    """The whole round on the sample plan, into DIR."""
    from db.demo import run

    steps: list[str] = []
    run(folder, steps.append if as_json else click.echo)
    if as_json:
        answer({"folder": str(folder), "steps": steps})
