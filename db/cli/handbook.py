"""The command that prints the help: handbook."""

from __future__ import annotations

from pathlib import Path

import click

from db.cli.group import PATH, as_json, done, shishi
from db.sentences import LANGUAGES


@shishi.command()
@click.option("-o", "--output", type=PATH, required=True, metavar="OUT.pdf")
@click.option("--language", type=click.Choice(sorted(LANGUAGES)), help="Else the system's.")
@as_json
def handbook(output: Path, language: str | None, as_json: bool) -> None:
    """The help of the window as a PDF to print."""
    from db.handbook import write_handbook

    written = write_handbook(output, language or "")
    done(as_json, path=str(written))
