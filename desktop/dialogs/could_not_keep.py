"""What is typed cannot be written into its file: why, and how it is brought to safety."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialogButtonBox, QPushButton, QWidget

import db
from desktop import choose, messages
from desktop.dialogs.frame import FramedDialog
from desktop.models.task_names import task_names

if TYPE_CHECKING:
    from db import Draft, Plan, ShishiError
    from desktop.session import Session
    from desktop.settings import Settings


class CouldNotKeepDialog(FramedDialog):
    """The text stays on the screen behind it."""

    def __init__(
        self,
        session: Session,
        settings: Settings,
        error: ShishiError,
        typed: Sequence[Draft],
        parent: QWidget,
        leave: Callable[[], None] | None = None,
    ) -> None:
        """`leave`: closes the window without keeping it, where that is what was wanted."""
        translate = QCoreApplication.translate
        super().__init__(
            translate("CouldNotKeepDialog", "What you typed is not in the file yet"),
            messages.sentence_of(error),
            translate("CouldNotKeepDialog", "Save a copy elsewhere…"),
            parent,
        )
        self.setObjectName("couldNotKeepDialog")
        self._session, self._settings = session, settings
        self._typed, self._leave = tuple(typed), leave
        self.setMinimumWidth(520)
        self.say(
            self.tr(
                "Your text stays on the screen, and writing it is tried again. To be safe, save a copy of "
                "the file with all that is typed on another disk."
            )
        )
        self.agree.setObjectName("saveCopyButton")
        self.agree.clicked.connect(self._choose)
        self.dismiss.setText(self.tr("Go back"))
        if leave is not None:
            self._add_leave(self.tr("Close without keeping it"), leave)

    def _add_leave(self, text: str, leave: Callable[[], None]) -> None:
        button = QPushButton(text, self)
        button.setObjectName("leaveButton")
        self._buttons.addButton(button, QDialogButtonBox.ButtonRole.DestructiveRole)
        button.clicked.connect(self.accept)
        button.clicked.connect(leave)
        self._leaving = button

    def _choose(self) -> None:
        view = self._session.view
        if view is not None:
            name = self.tr("{name} (copy)").format(name=view.path.stem) + view.path.suffix
            pattern = self.tr("Shishi files (*.shishi)")
            title = self.tr("Save a copy elsewhere")
            choose.new_file(self, self._settings, title, pattern, name, self.save_to, replace=False)

    def save_to(self, path: Path) -> None:
        """Write the copy; what cannot be written is said here."""
        view = self._session.view
        if view is None:
            return
        self.working()
        typed, plain = self._typed, plain_text(self._typed, view.plan)
        self._session.query(
            lambda ledger: db.save_copy(ledger, path, typed, plain),
            self._saved,
            self.could_not,
            crashed=self.crashed,
            receiver=self,
        )

    def _saved(self, path: Path) -> None:
        said = (
            self.tr("A copy with all that is typed lies here: {path}")
            if path.suffix == db.SUFFIX
            else self.tr("The file cannot be read any more; what you typed lies here as text: {path}")
        )
        self.say(said.format(path=path))
        self.done_with(path.parent)
        if self._leave is not None:
            self._leaving.setText(self.tr("Close the window"))


def plain_text(typed: Sequence[Draft], plan: Plan) -> str:
    """What is typed, as one text with the tasks' names."""
    names = task_names(plan)
    labels = {measure.id: measure for task in plan.tasks() for measure in task.measures}
    blocks = []
    for draft in typed:
        content = draft.content
        figures = [
            f"{labels[key].label} {value:f} {labels[key].unit}"
            for key, value in content.figures
            if key in labels
        ]
        texts = [
            content.narrative,
            *figures,
            content.problems,
            content.next_steps,
            content.reason,
            content.remark,
        ]
        blocks.append("\n".join([names.get(draft.task, draft.task), *(text for text in texts if text)]))
    return "\n\n".join(blocks) + "\n"
