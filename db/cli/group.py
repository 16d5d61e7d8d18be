"""The command group, its options, and how an answer is given."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import click

from db import answers
from db.errors import ShishiError
from db.ledger import Ledger
from db.login import login_name
from db.plan import find_period, the_plan
from db.records import Finding, Period, Plan, Status
from db.seals import terms
from db.sentences import sentence


class _Text(click.ParamType[str]):
    """A text that can be stored: half a character, as a broken terminal sends, is no text."""

    name = "text"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        text = str(value)
        try:
            text.encode()
        except UnicodeEncodeError:
            self.fail("not readable as UTF-8", param, ctx)
        return text


class _Path(click.Path):
    """A path that names something: an unset variable of a script must not mean the current folder."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if not str(value):
            self.fail("an empty path", param, ctx)
        return super().convert(value, param, ctx)


TEXT = _Text()
PATH = _Path(path_type=Path)
as_json = click.option("--json", "as_json", is_flag=True, help="Answer with one JSON document.")
plan_title = click.option("--plan", "plan_title", type=TEXT, metavar="TITLE", help="Which plan, of several.")
period_label = click.option("--period", type=TEXT, metavar="LABEL", help="The reporting period, e.g. 1-3月.")
period_needed = click.option(
    "--period", type=TEXT, metavar="LABEL", required=True, help="The reporting period."
)
author_name = click.option(
    "--author", type=TEXT, default=login_name, help="Who does it; else who is logged in."
)
explanations = click.option(
    "--explain",
    type=TEXT,
    multiple=True,
    metavar="CODE=TEXT",
    help="Why what a check noticed may stand; repeatable.",
)
figure_values = click.option("--figure", "figures", type=TEXT, multiple=True, metavar="LABEL=VALUE")


def content_fields(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that fill a text or a choice of an entry."""
    for option in reversed(
        (
            click.option("--narrative", type=TEXT),
            click.option("--status", type=click.Choice([status.value for status in Status])),
            click.option("--nothing-new", type=TEXT, metavar="REASON"),
            click.option("--reason", type=TEXT, help="Why not as scheduled, or not applicable."),
            click.option("--problems", type=TEXT),
            click.option("--next-steps", type=TEXT),
        )
    ):
        command = option(command)
    return command


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


def done(as_json: bool, **facts: object) -> None:
    """Say what was done, one fact a line, or as one JSON document."""
    if as_json:
        return answer(facts)
    for value in facts.values():
        click.echo(str(value))
    return None


def show_findings(findings: Iterable[Finding], as_json: bool) -> None:
    """Print findings; exit status 1 if one is an error."""
    every = list(findings)
    if as_json:
        answer({"findings": answers.findings_answer(every)})
    else:
        print_findings(every)
    problems(any(finding.severity == "error" for finding in every))


def print_findings(findings: Iterable[Finding]) -> None:
    """One line a finding, to standard error."""
    for finding in answers.findings_answer(findings):
        because = sentence("finding_explained", {"reason": finding["explained"].rstrip("。.")})
        said = finding["message"] + (f" {because}" if finding["explained"] else "")
        parts = (finding["severity"], finding["place"], said)
        click.echo(": ".join(part for part in parts if part), err=True)


def plan_and_period(ledger: Ledger, title: str | None, label: str | None) -> tuple[Plan, Period]:
    """What `--plan` and `--period` mean; a fill-in file has a period of its own."""
    plan = the_plan(ledger, title)
    own = terms(ledger)
    if own and label is None:
        return plan, next(period for period in plan.periods if period.id == own.period)
    return plan, find_period(plan, label)
