"""The command line `shishi`, for scripts and for whoever has no screen; design.md §6.

Exit status: 0 done, 1 done but with problems to look at, 2 could not.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from db.cli import collect, handbook, papers, settle, tables  # noqa: F401  (they add their commands to the group)
from db.cli.group import shishi


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
