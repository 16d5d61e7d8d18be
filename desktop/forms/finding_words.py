"""Which field a finding is about, its weight in a word, and what its one-click mending is called."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QCoreApplication

from desktop.models.states import state_word

if TYPE_CHECKING:
    from db import Content, Finding

Part = Literal["figures", "narrative", "status"]
"""A part of the form under which findings are shown."""

REASON_SETTLES = frozenset(
    ("status_against_schedule", "status_not_done", "status_too_low", "no_progress_words")
)
"""These are about the status: the field for the reason is where one explains them."""
_OF_FIGURES = frozenset(("figure_smaller", "figure_differs"))


def part_of(finding: Finding) -> Part:
    """The part of the form that the finding is about."""
    if finding.code in REASON_SETTLES:
        return "status"
    return "figures" if finding.code in _OF_FIGURES else "narrative"


def severity_word(severity: str) -> str:
    """The word for a severity, in the language of the window."""
    translate = QCoreApplication.translate
    return {
        "error": translate("FindingList", "Error"),
        "warning": translate("FindingList", "Check"),
        "note": translate("FindingList", "Note"),
    }[severity]


def mend_word(finding: Finding, mended: Content) -> str:
    """What the button says that sees to it."""
    translate = QCoreApplication.translate
    if finding.code == "figure_differs":
        told = dict(finding.details)["told"]
        return translate("FindingRow", "Take {figure}").format(figure=told)
    if finding.code == "text_repeats":
        return translate("FindingRow", "Keep it once")
    if finding.code == "scripts_mixed":
        return translate("FindingRow", "Use one script")
    status = state_word(mended.status.value) if mended.status else ""
    return translate("FindingRow", "Set to “{status}”").format(status=status)
