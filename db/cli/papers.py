"""Commands that put a ledger on paper: sheet, report, chase, overview, receipt."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

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
    problems,
    shishi,
)
from db.errors import RequestError
from db.ledger import Ledger, open_ledger
from db.plan import find_task, find_unit, tasks_of
from db.sentences import sentence

if TYPE_CHECKING:
    from db.paper import Written
    from db.paper_options import PaperOptions
    from db.records import CategoryId, Period, Plan, TaskId, UnitId

output_file = click.option("-o", "--output", type=PATH, required=True, metavar="OUT")
unit_option = click.option("--unit", "unit_name", type=TEXT, metavar="NAME")


@shishi.command()
@click.argument("file", type=PATH, metavar="LEDGER")
@period_label
@output_file
@click.option("--task", "tasks", type=TEXT, multiple=True, metavar="TASK")
@unit_option
@click.option("--blank", is_flag=True, help="To be filled in by hand.")
@plan_title
@as_json
def sheet(
    file: Path,
    period: str | None,
    output: Path,
    tasks: tuple[str, ...],
    unit_name: str | None,
    blank: bool,
    plan_title: str | None,
    as_json: bool,
) -> None:
    """Item sheets as PDF, to be stamped; of a unit with a cover."""
    from db.paper_options import PaperOptions

    with open_ledger(file) as ledger:
        plan, chosen = plan_and_period(ledger, plan_title, period)
        unit = _unit(plan, unit_name)
        named = _tasks(plan, tasks, unit)
        whole = unit is not None and not tasks
        what = PaperOptions("blank" if blank else "unit_set" if whole else "sheets", unit if whole else None)
        options = what if named is None else PaperOptions(what.what, what.unit, tasks=named)
        written = _write(ledger, plan, chosen, options, output)
    _tell(written, as_json)


@shishi.command()
@click.argument("file", type=PATH, metavar="LEDGER")
@period_label
@click.option("-o", "--output", type=PATH, required=True, help="OUT.pdf, .xlsx, .docx or .csv")
@click.option("--public", is_flag=True, help="Without problems, next steps and remarks.")
@click.option("--paper", type=click.Choice(["a4", "a3"]), default="a4", show_default=True)
@click.option("--last", is_flag=True, help="With a column of the period before.")
@click.option("--category", "category_name", type=TEXT, metavar="NAME")
@unit_option
@click.option(
    "--edition", type=click.IntRange(1, 999), help="Its number; else how often the period was closed."
)
@plan_title
@as_json
def report(
    file: Path,
    period: str | None,
    output: Path,
    public: bool,
    paper: str,
    last: bool,
    category_name: str | None,
    unit_name: str | None,
    edition: int | None,
    plan_title: str | None,
    as_json: bool,
) -> None:
    """The consolidated table."""
    from db.paper_options import PaperOptions

    with open_ledger(file, read_only=True) as ledger:
        plan, chosen = plan_and_period(ledger, plan_title, period)
        options = PaperOptions(
            "table",
            _unit(plan, unit_name),
            _category(plan, category_name),
            size="a3" if paper == "a3" else "a4",
            last_period=last,
            public=public,
            edition=edition,
        )
        written = _write(ledger, plan, chosen, options, output)
    _tell(written, as_json)


@shishi.command()
@click.argument("file", type=PATH, metavar="LEDGER")
@period_needed
@click.option("-o", "--output", type=PATH, required=True, help="OUT.pdf or OUT.txt")
@unit_option
@plan_title
@as_json
def chase(
    file: Path, period: str, output: Path, unit_name: str | None, plan_title: str | None, as_json: bool
) -> None:
    """The list of the missing: which unit owes what, since when, and whom to call."""
    from db.paper_options import PaperOptions

    with open_ledger(file, read_only=True) as ledger:
        plan, chosen = plan_and_period(ledger, plan_title, period)
        written = _write(ledger, plan, chosen, PaperOptions("chase", _unit(plan, unit_name)), output)
    _tell(written, as_json)


@shishi.command()
@click.argument("file", type=PATH, metavar="LEDGER")
@period_needed
@output_file
@plan_title
@as_json
def overview(file: Path, period: str, output: Path, plan_title: str | None, as_json: bool) -> None:
    """Where a period stands at a glance, with bars."""
    from db.paper_options import PaperOptions

    with open_ledger(file, read_only=True) as ledger:
        plan, chosen = plan_and_period(ledger, plan_title, period)
        written = _write(ledger, plan, chosen, PaperOptions("overview"), output)
    _tell(written, as_json)


@shishi.command()
@click.argument("file", type=PATH, metavar="LEDGER")
@period_needed
@click.option("--to", "folder", type=PATH, required=True, metavar="DIR")
@unit_option
@plan_title
@as_json
def receipt(
    file: Path, period: str, folder: Path, unit_name: str | None, plan_title: str | None, as_json: bool
) -> None:
    """Receipts for the units: what of their returns was merged, as PDF and text."""
    from db.paper import write_receipts

    with open_ledger(file, read_only=True) as ledger:
        plan, chosen = plan_and_period(ledger, plan_title, period)
        written = write_receipts(ledger, plan, chosen, folder, unit=_unit(plan, unit_name))
    if as_json:
        answer({"files": [str(path) for path in written]})
    for path in [] if as_json else written:
        click.echo(str(path))
    problems(not written)


def _unit(plan: Plan, name: str | None) -> UnitId | None:
    return None if name is None else find_unit(plan, name).id


def _category(plan: Plan, name: str | None) -> CategoryId | None:
    """The category of that name, with or without its number. Raises RequestError(`no_such_category`)."""
    if name is None:
        return None
    for category in plan.categories:
        if name in (category.name, category.name.partition("、")[2]):
            return category.id
    known = "、".join(category.name for category in plan.categories)
    raise RequestError("no_such_category", category=name, known=known)


def _tasks(plan: Plan, names: Sequence[str], unit: UnitId | None) -> tuple[TaskId, ...] | None:
    """The tasks that were named, and all of a unit beside them. Raises RequestError(`leads_nothing`)."""
    led = tuple(task.id for task in tasks_of(plan, unit)) if unit is not None else ()
    if unit is not None and not led:
        raise RequestError("leads_nothing", unit=next(one.name for one in plan.units if one.id == unit))
    return (*(find_task(plan, name).id for name in names), *led) if names else None


def _write(ledger: Ledger, plan: Plan, period: Period, options: PaperOptions, path: Path) -> Written:
    from db.paper import write_paper

    return write_paper(ledger, plan, period, options, path)


def _tell(written: Written, as_json: bool) -> None:
    """Say where it was written, and exit status 1 if a character in it has no shape on this machine."""
    if written.unprintable:
        names = "、".join(f"{one} (U+{ord(one):04X})" for one in written.unprintable)
        click.echo(sentence("unprintable", {"characters": names}), err=True)
    if as_json and written.unprintable:
        answer({"path": str(written.path), "unprintable": written.unprintable})
    else:
        done(as_json, path=str(written.path))
    problems(bool(written.unprintable))
