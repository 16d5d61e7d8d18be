"""Why what stands in the form is no entry yet, and what is to be said above it. Sentences, no widgets."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

import db
from desktop.forms.filling import Filling


class Objection(NamedTuple):
    """What is missing."""

    field: str
    """The field of `db.Content` that it is missing from."""
    sentence: str


def disagrees(filling: Filling, content: db.Content) -> bool:
    """Whether the status says otherwise than the figures, so that a reason is needed."""
    return db.disagrees(filling.task, content, filling.period, filling.plan.year, filling.plan.tolerance)


def needs_reason(filling: Filling, content: db.Content) -> bool:
    """Whether the field for the reason is to be filled in."""
    excused = content.nothing_new or content.status is db.Status.NOT_APPLICABLE
    return excused or disagrees(filling, content)


def objection(filling: Filling, content: db.Content) -> Objection | None:
    """What bars this from being saved; a draft of it is kept all the same."""
    translate = QCoreApplication.translate
    excused = content.nothing_new or content.status is db.Status.NOT_APPLICABLE
    if not content.reason.strip() and needs_reason(filling, content):
        if excused:
            sentence = translate(
                "TaskForm",
                "The reason is missing: say why there is nothing new, or why the task does not apply.",
            )
        else:
            sentence = translate(
                "TaskForm",
                "The reason is missing: the status says otherwise than the figures. Say why, or choose "
                "another status.",
            )
        return Objection("reason", sentence)
    if content.is_entry:
        return None
    sentence = translate(
        "TaskForm", "The progress is still empty. Write it, or tick “Nothing new this period” and say why."
    )
    if content != filling.saved:
        sentence += " " + translate("TaskForm", "What you typed so far is kept as a draft.")
    return Objection("narrative", sentence)


def comment_text(filling: Filling) -> str:
    """With which words the entry was sent back; empty where it was not."""
    review = filling.entry.review if filling.entry else None
    if review is None or review.verdict is not db.Verdict.SEND_BACK:
        return ""
    said = QCoreApplication.translate("TaskForm", "Sent back by {author}: {comment}")
    return said.format(author=review.author, comment=review.comment)


def stale_text(filling: Filling) -> str:
    """That another version came in, or that these are the words of an imported table; empty otherwise."""
    translate = QCoreApplication.translate
    if set(filling.base) != set(filling.heads):
        return translate(
            "TaskForm",
            "Another version of this entry came in since you began to type. If you save, both are kept "
            "until someone chooses; discard the draft to start from the other one.",
        )
    if not filling.is_unconfirmed or filling.locked:
        return ""
    return translate(
        "TaskForm",
        "These words came with the imported table and do not count yet. Complete them, and save to "
        "confirm them as your unit's.",
    )
