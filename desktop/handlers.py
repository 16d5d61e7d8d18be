"""What the actions of the window do: the dialogs they open, the pages they call."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QInputDialog, QWidget

import db
from desktop import choose, messages, operations
from desktop.settings import AUTHOR, COLOURS, LANGUAGE

if TYPE_CHECKING:
    from db import Finding, ShishiError, TaskId
    from desktop.forms.filling import Filling
    from desktop.mainwindow import MainWindow

FILL_IN = {
    "save": "save",
    "save_and_next": "save_and_next",
    "previous": "previous",
    "next": "next",
    "next_to_fill": "next_to_fill",
    "next_sent_back": "next_sent_back",
    "find": "focus_search",
    "history": "show_history",
}
"""Actions that the fill-in page does, and what it calls them."""
SAVING = ("save", "save_and_next")


class Handlers(QObject):
    """Belongs to one window; `do(name)` for an action that was triggered."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._settings = window.settings
        self._does: dict[str, Callable[[], None]] = {
            "open": self._open,
            "new_from_table": self._new_from_table,
            "open_sample": self._open_sample,
            "make_return": self._make_return,
            "issue": self._issue,
            "merge": self._merge,
            "merge_copies": self._merge_copies,
            "undo_merge": self._undo_merge,
            "print": self._print,
            "restore": self._restore,
            "publish": self._publish,
            "reopen_period": self._reopen_period,
            "author": self._ask_author,
            "help": self._help,
            "about": self._about,
            "next_pane": partial(self._go_pane, 1),
            "previous_pane": partial(self._go_pane, -1),
            "zoom_in": partial(self._zoom, 1),
            "zoom_out": partial(self._zoom, -1),
            "zoom_reset": partial(self._zoom, 0),
        }

    def do(self, name: str) -> None:
        """Do what the action `name` says; actions that others are connected to are not ours."""
        if name in FILL_IN:
            self._fill_in(name)
        elif name in self._does:
            self._does[name]()

    def _fill_in(self, name: str) -> None:
        """What goes to a task shows the page; what saves one saves only what is seen."""
        if name in SAVING and self._window.current_page == "plan":
            self._window.plan.save()
            return
        seen = self._window.current_page == "fill_in"
        if self._session.view is not None and (seen or name not in SAVING):
            self._window.show_page("fill_in")
            getattr(self._window.fill_in, FILL_IN[name])()

    def could_not_open(self, path: Path, error: ShishiError) -> None:
        """Say why a file did not open; one that another window has can still be read."""
        if error.code in ("locked", "locked_by"):
            offer = (self.tr("Open to read"), lambda: self._window.open(path, read_only=True))
            messages.show_error(self._window, error, offer)
            return
        if not path.exists():
            self._settings.forget(str(path))
        if error.code in ("damaged", "empty_file", "not_a_ledger") and db.has_backups(path):
            offer = (self.tr("Restore a backup…"), lambda: self.restore(path))
            messages.show_error(self._window, error, offer)
            return
        messages.show_error(self._window, error)

    def say(self, error: ShishiError) -> None:
        """Show an error that nobody else took; if what is typed cannot be written, with a way out."""
        if isinstance(error, db.FileError) and self._window.unkept():
            self._show_not_kept(error)
            return
        messages.show_error(self._window, error)

    def could_not_keep(self, error: ShishiError) -> None:
        """A draft could not be written while the window was closing."""
        self._show_not_kept(error, self._window.leave)

    def _show_not_kept(self, error: ShishiError, leave: Callable[[], None] | None = None) -> None:
        from desktop.dialogs.could_not_keep import CouldNotKeepDialog

        if leave is None and self._window.findChild(CouldNotKeepDialog) is not None:
            return  # it says so already
        typed = self._window.unkept()
        CouldNotKeepDialog(self._session, self._settings, error, typed, self._window, leave).open()

    def show_history(self, filling: Filling) -> None:
        """Show every version of an entry; the words of one can be taken into the form."""
        from desktop.dialogs.history import HistoryDialog

        dialog = HistoryDialog(self._session, filling, self._window)
        dialog.restored.connect(self._window.fill_in.form.take)
        dialog.open()

    def _merge_copies(self) -> None:
        self._window.commit()
        choose.existing_files(
            self._window,
            self._settings,
            self.tr("Choose your colleagues' copies"),
            self.tr("Shishi files (*.shishi)"),
            self.merge_copies,
        )

    def merge_copies(self, paths: list[Path]) -> None:
        """Show what merging these copies of the fill-in file would do."""
        from desktop.dialogs.merge_copies import MergeCopiesDialog

        MergeCopiesDialog(self._session, paths, self._window).open()

    def choose_language(self, name: str) -> None:
        """Remember the language; the window speaks it from the next start on."""
        self._settings.put(LANGUAGE, name)
        messages.show_notice(
            self._window,
            self.tr("The language is changed."),
            self.tr("It takes effect when you start Shishi again."),
        )

    def choose_colours(self, name: str) -> None:
        """Remember light or dark, or to do as the system does, and show it."""
        self._settings.put(COLOURS, name)
        self._window.recolour(QGuiApplication.styleHints().colorScheme())

    def _ask_author(self) -> None:
        dialog = QInputDialog(self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self.tr("Your name"))
        dialog.setLabelText(self.tr("Whom to name in what is saved, issued and merged here:"))
        dialog.setTextValue(self._settings.author())
        dialog.textValueSelected.connect(self._take_author)
        dialog.open()

    def _take_author(self, name: str) -> None:
        self._settings.put(AUTHOR, name.strip())
        self._session.author = self._settings.author()

    def _open(self) -> None:
        choose.existing_file(
            self._window,
            self._settings,
            self.tr("Open"),
            self.tr("Shishi files (*.shishi)"),
            self._window.open,
        )

    def _new_from_table(self) -> None:
        from desktop.dialogs.new_from_table import NewFromTableDialog

        dialog = NewFromTableDialog(self._session, self._settings, self._window)
        dialog.made.connect(self._window.open)
        dialog.open()

    def new_plan(self, source: str) -> None:
        """One more plan in the open ledger, out of a `table`, of `nothing`, or `like` another."""
        from desktop.dialogs.new_from_table import NewFromTableDialog
        from desktop.dialogs.new_plan import NewPlanDialog

        if source == "table":
            table = NewFromTableDialog(self._session, self._settings, self._window, into=True)
            table.added.connect(self._session.show_period)
            table.open()
            return
        dialog = NewPlanDialog(self._session, self._settings, self._window, like=source == "like")
        dialog.made.connect(self._session.show_period)
        dialog.open()

    def further_table(self) -> None:
        """Read a table of a further period into the plan that is shown."""
        from desktop.dialogs.further_table import FurtherTableDialog

        dialog = FurtherTableDialog(self._session, self._settings, self._window)
        dialog.read_in.connect(self._session.show_period)
        dialog.open()

    def _open_sample(self) -> None:
        from desktop.dialogs.sample import make_sample

        make_sample(self._window, self._session, self._settings, self._window.open)

    def _make_return(self) -> None:
        from desktop.dialogs.make_return import MakeReturnDialog

        self._window.commit()
        dialog = MakeReturnDialog(self._session, self._settings, self._window)
        dialog.task_wanted.connect(self.go_to)
        dialog.open()

    def go_to(self, task: TaskId, finding: Finding | None) -> None:
        """Show a task, and the field that a finding is about."""
        self._window.show_page("fill_in")
        self._window.fill_in.select_task(task)
        if finding is not None:
            self._window.fill_in.form.go_to(finding)

    def _publish(self) -> None:
        from desktop.dialogs.publish import PublishDialog

        self._window.commit()
        dialog = PublishDialog(self._session, self._window)
        dialog.task_wanted.connect(self.go_to)
        dialog.open()

    def _reopen_period(self) -> None:
        from desktop.dialogs.publish import ask_to_reopen

        ask_to_reopen(self._session, self._window)

    def _issue(self) -> None:
        from desktop.dialogs.issue import IssueDialog

        IssueDialog(self._session, self._settings, self._window).open()

    def issue_corrections(self) -> None:
        """Issue what was sent back."""
        from desktop.dialogs.issue import IssueDialog

        IssueDialog(self._session, self._settings, self._window, corrections=True).open()

    def go_from_returns(self, what: str, unit: str) -> None:
        """What a row of the returns asks for, by the unit's name: see `ReturnsPage.wanted`."""
        window = self._window
        match what:
            case "issue":
                self._issue()
            case "corrections":
                self.issue_corrections()
            case "conflict":
                window.show_page("conflicts")
                window.conflicts.select_unit(unit)
            case "review" | "changed":
                window.show_page("review")
                window.review.choose("changed" if what == "changed" else "to_review", unit)
            case "tasks":
                window.show_page("fill_in")
                window.fill_in.search.setText(unit)

    def restore(self, path: Path) -> None:
        """Show the automatic backups of a ledger; one of them can be put in its place."""
        from desktop.dialogs.restore import RestoreDialog

        dialog = RestoreDialog(self._session, path, self._window)
        dialog.reopen.connect(lambda: self._window.open(path))
        dialog.open()

    def _restore(self) -> None:
        view = self._session.view
        if view is not None:
            self._window.commit()
            self.restore(view.path)

    def _merge(self) -> None:
        self._window.show_page("returns")
        self._window.returns.choose_files()

    def _undo_merge(self) -> None:
        self._window.commit()
        messages.ask(
            self._window,
            self.tr("Undo the last merge?"),
            self.tr(
                "The entries become what they were before it. Nothing is lost: the returned files stay where "
                "they are and can be merged again."
            ),
            self.tr("Undo the merge"),
            lambda: self._session.run(operations.undo_merge()),
        )

    def _print(self) -> None:
        self._window.commit()
        if self._window.current_page == "overview":
            self._window.overview.print_pages()
            return
        if self._window.current_page == "reports":
            self._window.reports.area.print_pages()
            return
        from desktop.dialogs.print_sheets import PrintSheetsDialog

        shown = self._window.current_page == "fill_in"
        task = self._window.fill_in.current_task if shown else None
        PrintSheetsDialog(self._session, self._settings, task, self._window).open()

    def _help(self) -> None:
        from desktop.dialogs.help import show_help

        show_help(self._window)

    def _about(self) -> None:
        from desktop.dialogs.about import AboutDialog

        AboutDialog(self._window).open()

    def _zoom(self, by: int) -> None:
        from desktop import zoom

        zoom.change(self._settings, by)

    def _go_pane(self, step: int) -> None:
        """F6: from the tool bar to the rail to the page and round again."""
        window = self._window
        panes: list[QWidget] = [window.tools, window.rail, window.stack]
        shown = [pane for pane in panes if pane.isVisible()]
        focus = QApplication.focusWidget()
        now = next(
            (n for n, pane in enumerate(shown) if (focus and pane.isAncestorOf(focus)) or pane is focus), 0
        )
        first_in(shown[(now + step) % len(shown)]).setFocus()


def first_in(pane: QWidget) -> QWidget:
    """The widget of a pane that takes the focus first: itself if it can, else the first inside that can."""
    if pane.focusPolicy() & Qt.FocusPolicy.TabFocus:
        return pane
    inside = (w for w in pane.findChildren(QWidget) if w.isVisible() and w.isEnabled())
    return next((w for w in inside if w.focusPolicy() & Qt.FocusPolicy.TabFocus), pane)
