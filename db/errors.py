"""Error families. An error is a code with parameters; the edge turns it into a sentence.

The sentences for every code stand in `resources/sentences/`, one file a language: what happened,
what it means, what to do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db.records import Finding


class ShishiError(Exception):
    """Something a person can be told about. Anything else that is raised is a bug."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code, params)
        self.code = code
        self.params = {name: str(value) for name, value in params.items()}

    def __str__(self) -> str:
        details = ", ".join(f"{name}={value}" for name, value in self.params.items())
        return f"{self.code}({details})"


class FileError(ShishiError):
    """A file that cannot be opened or written: missing, a folder, not ours, newer, damaged, full disk …"""


class RefusedError(ShishiError):
    """A file from outside that did not pass the gate (design.md §3); nothing was changed."""


class BadCells(RefusedError):
    """Cells of a fill-in workbook that cannot be taken: it is refused whole, and says which they are."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__("workbook_bad_cells", count=len(findings))
        self.findings = findings
        """In the order of the sheet, each with its cell as place and as param `cell`."""


class RequestError(ShishiError):
    """What was asked for cannot be done: no such task, a conflict in the way, nothing to undo …"""


class Cancelled(ShishiError):
    """The person asked to stop; what was committed before stays."""

    def __init__(self) -> None:
        super().__init__("cancelled")
