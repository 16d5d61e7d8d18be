"""The dry run before every merge, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

import db
from desktop import operations, theme
from desktop.models.merge_tree import MergeTree
from desktop.session import Session

if TYPE_CHECKING:
    from db import MergeReport, ShishiError, TaskId


class MergePanel(QFrame):
    """Hidden until files are offered: a line a file, entries below it, Cancel and Merge."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._paths: tuple[Path, ...] = ()
        self.setObjectName("mergePanel")
        theme.set_role(self, "card")
        self.model = MergeTree(self)
        self._build()
        self.hide()
        session.opened.connect(self.cancel)
        session.closed.connect(self.cancel)
        session.changed.connect(self._forget_when_changed)

    def preview(self, paths: Sequence[Path]) -> None:
        """Show what merging these files (or the files of these folders) would do."""
        self._paths = tuple(paths)
        if not self._paths:
            return
        self._heading.setText(self.tr("Looking at %n file(s)…", "", len(self._paths)))
        self._show_report(None, choosing=True)
        self.show()
        steps = self._session.steps(self.tr("Looking at the files"))
        chosen = self._paths
        self._session.query(
            lambda ledger: db.preview_merge(ledger, chosen, progress=steps), self._previewed, self._failed
        )

    def merge(self) -> None:
        """Merge what is shown, without what was left out."""
        steps = self._session.steps(self.tr("Merging"))
        command = operations.merge(self._paths, self._session.author, self.model.left_out, steps)
        self.merge_button.setEnabled(False)
        self._paths = ()
        self._session.run(command, self._merged, self._failed)

    def cancel(self) -> None:
        """Put the files away; nothing was changed."""
        self._paths = ()
        self._show_report(None, choosing=False)
        self.hide()

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
        self.tree = QTreeView(self)
        self.tree.setModel(self.model)
        self.tree.setAccessibleName(self.tr("Files to merge"))
        self.tree.setHeaderHidden(True)
        self.tree.setUniformRowHeights(True)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        top = QHBoxLayout()
        top.addWidget(self._heading, 1)
        top.addWidget(self.cancel_button)
        top.addWidget(self.merge_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.addLayout(top)
        column.addWidget(self.tree, 1)

    def _show_report(self, report: MergeReport | None, *, choosing: bool) -> None:
        self.model.show_report(report, self._names(), choosing=choosing)
        bringing = sum(file.outcome == "merged" for file in report.files) if report else 0
        self.merge_button.setText(self.tr("Merge %n file(s)", "", bringing))
        self.merge_button.setVisible(choosing)
        self.merge_button.setEnabled(bool(bringing))
        self.cancel_button.setText(self.tr("Cancel") if choosing else self.tr("Close"))

    def _names(self) -> dict[TaskId, str]:
        view = self._session.view
        tasks = [task for plan in view.plans for task in plan.tasks()] if view else []
        return {task.id: f"{task.name}  {task.target}" for task in tasks}

    def _previewed(self, report: MergeReport) -> None:
        if not self._paths:
            return
        self._heading.setText(
            self.tr("This merge: %n file(s). Nothing is changed yet.", "", len(report.files))
        )
        self._show_report(report, choosing=True)
        if self.merge_button.isEnabled():
            self.merge_button.setFocus()

    def _merged(self, report: MergeReport) -> None:
        merged = sum(file.outcome == "merged" for file in report.files)
        text = self.tr("%n file(s) merged. A backup was made before; the merge can be undone.", "", merged)
        self._heading.setText(text)
        self._show_report(report, choosing=False)

    def _forget_when_changed(self, changes: db.Changes) -> None:
        """A preview is of the ledger as it was: after another write it is made again."""
        if self._paths and changes.kinds & {"entries", "returns", "plan"}:
            self.preview(self._paths)

    def _failed(self, error: ShishiError) -> None:
        self.cancel()
        self._session.failed.emit(error)
