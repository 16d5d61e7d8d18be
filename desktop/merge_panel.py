"""The dry run before every merge, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSplitter,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

import db
from desktop import operations, theme
from desktop.announce import announce
from desktop.compared import Mark, Piece, Row, amended_rows, compare
from desktop.models.merge_tree import Column, MergeTree, file_summary
from desktop.models.task_names import task_names
from desktop.session import Session
from desktop.sides_view import SideHead, SidesView

if TYPE_CHECKING:
    from db import MergedEntry, MergeReport, ShishiError, Task, TaskId
    from desktop.tasks import Steps

CHANGE_WIDTH = 110
FEW = 40
"""So many entries are shown at once; more stay folded below their files."""


class MergePanel(QFrame):
    """Hidden until files are offered: a line a file, entries below it, Cancel and Merge."""

    done = Signal()
    """A merge ended, whatever came of it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._paths: tuple[Path, ...] = ()
        self._edition = 0
        """Counts what was handed in: only the answer to the last is shown."""
        self._left_out: frozenset[TaskId] = frozenset()
        """What was left out of the preview that is being made again."""
        self._taken_in: frozenset[TaskId] = frozenset()
        """What an earlier merge left out and is chosen in it."""
        self._steps: Steps | None = None
        self._merging = False
        self.setObjectName("mergePanel")
        theme.set_role(self, "card")
        self.model = MergeTree(self)
        self.model.dataChanged.connect(lambda: self._may_merge())
        self._bringing = 0
        self._shown_entry: MergedEntry | None = None
        self._build()
        self.hide()
        session.opened.connect(self._put_away)
        session.closed.connect(self._put_away)
        session.changed.connect(self._forget_when_changed)

    def preview(self, paths: Sequence[Path]) -> None:
        """Show what merging these files (or the files of these folders) would do; not while a merge runs."""
        if paths and not self._merging:
            self._look_at(tuple(paths), frozenset(), frozenset())

    def add(self, paths: Sequence[Path]) -> None:
        """Show these files beside those that are shown already; what was chosen there stays."""
        fresh = tuple(path for path in paths if path not in self._paths)
        if not self._paths:
            self.preview(fresh)
        elif paths and not self._merging:
            self._look_again(self._paths + fresh)

    @property
    def merging(self) -> bool:
        """Whether a merge runs."""
        return self._merging

    def merge(self) -> None:
        """Merge what is shown, without what was left out."""
        self._left_out, self._taken_in = self.model.left_out, self.model.taken_in
        edition, steps = self._start(self.tr("Merging"))
        self._merging = True
        self.merge_button.setEnabled(False)
        self.cancel_button.setText(self.tr("Stop"))
        command = operations.merge(self._paths, self._session.author, self._left_out, steps, self._taken_in)
        self._session.run(
            command,
            lambda report: self._merged(edition, report),
            lambda error: self._not_merged(edition, error),
            crashed=lambda _: self._crashed(),
            receiver=self,
        )

    def _crashed(self) -> None:
        self._put_away()
        self.done.emit()

    def cancel(self) -> None:
        """Put the files away, nothing changed; a merge that runs is asked to stop, and says what is left."""
        if self._steps is not None:
            self._steps.cancel()
        if self._merging:
            self.cancel_button.setEnabled(False)
        else:
            self._put_away()

    def _put_away(self) -> None:
        self._edition += 1
        self._merging = False
        self._steps = None
        self._paths = ()
        self._show_report(None, choosing=False)
        self.hide()

    def _look_again(self, paths: tuple[Path, ...]) -> None:
        """Make the preview again, with what was chosen in it."""
        left_out = self._left_out | self.model.left_out
        self._look_at(paths, left_out, self._taken_in | self.model.taken_in)

    def _look_at(
        self, paths: tuple[Path, ...], left_out: frozenset[TaskId], taken_in: frozenset[TaskId]
    ) -> None:
        self._paths, self._left_out, self._taken_in = paths, left_out, taken_in
        self._merging = False
        self._heading.setText(self.tr("Looking at %n file(s)…", "", len(paths)))
        self._show_report(None, choosing=True)
        self.show()
        edition, steps = self._start(self.tr("Looking at the files"))
        self._session.query(
            lambda ledger: db.preview_merge(ledger, paths, progress=steps),
            lambda report: self._previewed(edition, report),
            lambda error: self._failed(edition, error),
            crashed=lambda _: self._put_away(),
            receiver=self,
        )

    def _start(self, label: str) -> tuple[int, Steps]:
        """The edition and the progress of what is handed in now; what was looked at before need not end."""
        if self._steps is not None:
            self._steps.cancel()
        self._edition += 1
        self._steps = self._session.steps(label)
        return self._edition, self._steps

    def _build(self) -> None:
        self._heading = QLabel(self)
        theme.set_role(self._heading, "heading")
        self._heading.setWordWrap(True)
        self.cancel_button = QPushButton(self.tr("Cancel"), self)
        self.cancel_button.clicked.connect(self.cancel)
        self.merge_button = QPushButton(self)
        self.merge_button.setObjectName("mergeButton")
        theme.set_role(self.merge_button, "primary")
        self.merge_button.clicked.connect(self.merge)
        self.tree = self._make_tree()
        top = QHBoxLayout()
        top.addWidget(self._heading, 1)
        top.addWidget(self.cancel_button)
        top.addWidget(self.merge_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.addLayout(top)
        column.addWidget(self._split(), 1)

    def _split(self) -> QSplitter:
        self.sides = SidesView(self)
        self.sides.setMinimumWidth(420)
        self.sides.hide()
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setChildrenCollapsible(False)
        split.addWidget(self.tree)
        split.addWidget(self.sides)
        split.setSizes([560, 560])
        return split

    def _make_tree(self) -> QTreeView:
        tree = QTreeView(self)
        tree.setModel(self.model)
        tree.setAccessibleName(self.tr("Files to merge"))
        tree.setHeaderHidden(True)
        tree.setUniformRowHeights(True)
        tree.setTextElideMode(Qt.TextElideMode.ElideRight)
        header = tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(Column.CHANGE, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(Column.CHANGE, CHANGE_WIDTH)
        tree.selectionModel().currentChanged.connect(self._show_entry)
        return tree

    def _show_entry(self, index: QModelIndex) -> None:
        """Beside the list: what the entry says here and in the file, with what differs marked."""
        entry, view = self.model.entry_at(index), self._session.view
        tasks = {task.id: task for plan in view.plans for task in plan.tasks()} if view else {}
        self._shown_entry = entry
        file = self.model.file_at(index)
        self.sides.setVisible(file is not None or (entry is not None and entry.task in tasks))
        if file is not None:
            self.sides.show_sides([SideHead(file.name)], [Row("", ((Piece(file_summary(file)),),))])
        if entry is None or entry.task not in tasks:
            return
        task, heads = tasks[entry.task], (SideHead(self.tr("Here now")), SideHead(self.tr("In the file")))
        self._session.work_aside(
            lambda: merge_rows(task, entry),
            lambda rows: self.sides.show_sides(heads, rows) if entry is self._shown_entry else None,
            receiver=self,
        )

    def _show_report(self, report: MergeReport | None, *, choosing: bool) -> None:
        self._shown_entry = None
        self.sides.hide()
        self.model.show_report(
            report, self._names(), choosing=choosing, left_out=self._left_out, taken_in=self._taken_in
        )
        if report and sum(len(file.entries) for file in report.files) <= FEW:
            self.tree.expandAll()
        self._bringing = bringing = sum(file.outcome == "merged" for file in report.files) if report else 0
        self.merge_button.setText(self.tr("Merge %n file(s)", "", bringing))
        self.merge_button.setVisible(choosing)
        self._may_merge()
        self.cancel_button.setText(self.tr("Cancel") if choosing else self.tr("Close"))
        self.cancel_button.setEnabled(True)

    def _may_merge(self) -> None:
        self.merge_button.setEnabled(bool(self._bringing or self.model.taken_in) and not self._merging)

    def _names(self) -> dict[TaskId, str]:
        view = self._session.view
        return {task: name for plan in view.plans for task, name in task_names(plan).items()} if view else {}

    def _previewed(self, edition: int, report: MergeReport) -> None:
        if edition != self._edition:  # other files were dropped, or these put away, since they were looked at
            return
        self._say(self.tr("This merge: %n file(s). Nothing is changed yet.", "", len(report.files)))
        self._show_report(report, choosing=True)
        self._left_out = self._taken_in = frozenset()
        if self.merge_button.isEnabled():
            self.merge_button.setFocus()

    def _merged(self, edition: int, report: MergeReport) -> None:
        if edition != self._edition:
            return
        self._merging = False
        self._paths = ()
        merged = sum(file.outcome == "merged" for file in report.files)
        self._say(
            self.tr("%n file(s) merged. A backup was made before; the merge can be undone.", "", merged)
        )
        self._show_report(report, choosing=False)
        self.done.emit()

    def _not_merged(self, edition: int, error: ShishiError) -> None:
        """A merge that was stopped keeps what was through: what is still to come is shown again."""
        self._session.reload()
        if isinstance(error, db.Cancelled) and edition == self._edition:
            self._look_at(self._paths, self._left_out, self._taken_in)
        else:
            self._failed(edition, error)
        self.done.emit()

    def _say(self, text: str) -> None:
        self._heading.setText(text)
        announce(self, text)

    def _forget_when_changed(self, changes: db.Changes) -> None:
        """A preview is of the ledger as it was: after another write it is made again."""
        if self._paths and not self._merging and changes.kinds & {"entries", "returns", "plan"}:
            self._look_again(self._paths)

    def _failed(self, edition: int, error: ShishiError) -> None:
        if edition == self._edition:
            self._put_away()
        if not isinstance(error, db.Cancelled):
            self._session.failed.emit(error)


def merge_rows(task: Task, entry: MergedEntry) -> tuple[Row, ...]:
    """What an entry says here and in the file; and how its task changed since the file was issued."""
    if entry.change == "conflict":
        rows = compare(task, [entry.before, entry.after])
    else:
        rows = compare(task, [entry.before, entry.after], marks=(Mark.REMOVED, Mark.ADDED))
    differing = tuple(row for row in rows if row.differs)
    return (*amended_rows(entry.amended), *(differing or rows))
