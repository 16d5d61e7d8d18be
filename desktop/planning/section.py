"""A section of the plan page: what is typed in its form is written before anything else happens."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QPushButton, QWidget

import db
from desktop import messages, operations_plan
from desktop.session import Session

if TYPE_CHECKING:
    from db import Ledger, ShishiError
    from desktop.operations import Command
    from desktop.planning.form import PlanForm
    from desktop.session import View

T = TypeVar("T")


def writable(view: View | None) -> bool:
    """Whether the plan of this file can be edited."""
    return view is not None and not view.read_only and view.kind is db.FileKind.LEDGER


class Section(QWidget):
    """One form at a time. While what was typed is being written it waits, then comes what was wanted."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.form: PlanForm | None = None
        self.pending = False
        self.error: ShishiError | None = None
        """Why what is typed could not be written."""

    def refresh(self, view: View) -> None:
        """Show how the plan stands now."""
        raise NotImplementedError

    def leave_file(self) -> None:
        """Forget the file."""

    def refused(self) -> None:
        """What was typed could not be written: the form stays, with its reason."""

    def saved(self, key: str) -> None:
        """What was typed is written, in the row `key`."""

    @property
    def dirty(self) -> bool:
        """Whether something is typed that is not written."""
        return self.form is not None and (self.pending or self.form.dirty)

    def save(self) -> None:
        """Write what is typed."""
        self.save_then(lambda: None)

    def save_then(self, then: Callable[[], None]) -> None:
        """Write what is typed, then do what is wanted; if it cannot be written, say why and stay."""
        form = self.form
        if self.pending:
            return
        if form is not None:
            form.finish()
        if form is None or not form.dirty:
            self.error = None
            then()
            return
        try:
            edit = form.edit(self.session.author)
        except db.RequestError as error:
            self._refused(form, error)
            return
        self.pending = True
        form.setEnabled(False)

        def written(key: str) -> None:
            self.pending, self.error = False, None
            form.setEnabled(True)
            form.settled()
            self.saved(key)
            then()

        self._run(operations_plan.plan_edit(edit), written, lambda error: self._refused(form, error))

    def do(self, work: Callable[[Ledger], T], then: Callable[[T], None] | None = None) -> None:
        """Write what is typed, then make an edit that no form is needed for."""
        self.do_command(operations_plan.plan_edit(work), then)

    def do_command(self, command: Command[T], then: Callable[[T], None] | None = None) -> None:
        """Write what is typed, then run a command; why it failed is said in the form, or by the window."""
        self.save_then(lambda: self._run(command, then or (lambda _: None), self.tell))

    def tell(self, error: ShishiError) -> None:
        """Say why something was not done."""
        if self.form is not None and self.form.isVisible():
            self.form.show_error(error)
        else:
            messages.show_error(self, error)

    def button(self, text: str, name: str, act: Callable[[], None]) -> QPushButton:
        """A button with its names."""
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.clicked.connect(lambda: act())
        return button

    def _run(
        self, command: Command[T], then: Callable[[T], None], failed: Callable[[ShishiError], None]
    ) -> None:
        self.session.run(command, then, failed, crashed=self._crashed, receiver=self)

    def _crashed(self, _: BaseException) -> None:
        """A bug, which is reported elsewhere; what is typed stays."""
        self.pending = False
        if self.form is not None:
            self.form.setEnabled(True)

    def _refused(self, form: PlanForm, error: ShishiError) -> None:
        self.pending, self.error = False, error
        form.setEnabled(True)
        self.refused()
        form.show_error(error)
        if not self.isVisible():  # the person went on to another page: there the reason has to be heard
            self.session.failed.emit(error)
