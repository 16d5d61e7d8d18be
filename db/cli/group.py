"""The command group, its options, and how an answer is given."""

from __future__ import annotations

import getpass
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from db import answers
from db.errors import ShishiError
from db.ledger import Ledger
from db.plan import find_period, the_plan
from db.records import Finding, Period, Plan
from db.seals import terms
from db.sentences import sentence

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


def answer(value: object) -> None:
    """Print one JSON document."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=1))


def problems(found: bool) -> None:
    """End with exit status 1 if there is something to look at."""
    if found:
        click.get_current_context().exit(1)


def show_findings(findings: Iterable[Finding], as_json: bool) -> None:
    """Print findings; exit status 1 if one is an error."""
    listed = answers.findings_answer(findings)
    if as_json:
        answer({"findings": listed})
    for finding in [] if as_json else listed:
        click.echo(f"{finding['severity']}: {finding['place']}: {finding['message']}", err=True)
    problems(any(finding["severity"] == "error" for finding in listed))


def plan_and_period(ledger: Ledger, title: str | None, label: str | None) -> tuple[Plan, Period]:
    """What `--plan` and `--period` mean; a fill-in file has a period of its own."""
    plan = the_plan(ledger, title)
    own = terms(ledger)
    if own and label is None:
        return plan, next(period for period in plan.periods if period.id == own.period)
    return plan, find_period(plan, label)
