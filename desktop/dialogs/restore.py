"""The automatic backups of a ledger, and putting one in its place."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, QSize, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView, QWidget

import db
from desktop import files, messages, theme, times
from desktop.dialogs.frame import FramedDialog
from desktop.session import Session

if TYPE_CHECKING:
    from db import Backup, ShishiError

ROW = 32
NAME = Qt.ItemDataRole.UserRole
translate = QCoreApplication.translate


class RestoreDialog(FramedDialog):
    """A row a backup, newest first: when it was made, before what, how big it is."""

    reopen = Signal()
    """Nobody has the ledger open, with a backup in its place or as it was: it is to be opened again."""

    def __init__(self, session: Session, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("RestoreDialog", "Restore a backup"),
            translate(
                "RestoreDialog",
                "The ledger becomes what it was when the backup was made; what was merged, saved or "
                "reviewed since is not in it. What stands now is kept first as one more backup, so that "
                "this can be taken back in the same way. Returned files can be merged again.",
            ),
            translate("RestoreDialog", "Restore"),
            parent,
        )
        self._session = session
        self._path = path
        self.model = QStandardItemModel(0, 3, self)
        self.model.setHorizontalHeaderLabels([self.tr("Made"), self.tr("Before"), self.tr("Size")])
        self.tree = self._make_tree()
        self.body.addWidget(self.tree, 1)
        self.agree.setEnabled(False)
        self.agree.clicked.connect(self._ask)
        self.setMinimumSize(560, 460)
        session.work_aside(lambda: db.automatic_backups(path), self._show, self.could_not, receiver=self)

    def _make_tree(self) -> QTreeView:
        tree = QTreeView(self)
        tree.setObjectName("backupList")
        tree.setAccessibleName(self.tr("Backups"))
        tree.setModel(self.model)
        tree.setRootIsDecorated(False)
        tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        theme.set_role(tree, "boxed")
        tree.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        tree.selectionModel().currentRowChanged.connect(lambda now: self.agree.setEnabled(now.isValid()))
        tree.doubleClicked.connect(self._ask)
        return tree

    def _show(self, backups: tuple[Backup, ...]) -> None:
        for backup in backups:
            size = QLocale().formattedDataSize(
                backup.size, 0, QLocale.DataSizeFormat.DataSizeTraditionalFormat
            )
            words = (
                times.local(backup.made_at, times.SECOND) or backup.name,
                before_word(backup.before),
                size,
            )
            row = [QStandardItem(word) for word in words]
            row[0].setData(backup.name, NAME)
            row[0].setSizeHint(QSize(0, ROW))
            self.model.appendRow(row)
        if backups:
            self.tree.setCurrentIndex(self.model.index(0, 0))
            self.tree.setFocus()
        else:
            self.say(self.tr("There is no backup yet: one is made before each merge."))

    def _ask(self) -> None:
        index = self.tree.currentIndex().siblingAtColumn(0)
        if not index.isValid() or not self.agree.isEnabled():
            return
        name = str(index.data(NAME))
        messages.ask(
            self,
            self.tr("Put the ledger back to {when}?").format(when=index.data()),
            self.tr("What stands now is kept as a backup."),
            self.tr("Restore"),
            lambda: self._restore(name),
        )

    def _restore(self, name: str) -> None:
        """Once everything typed is in the file and nobody has it open."""
        self.working()
        view = self._session.view
        if view is None or view.path != self._path:
            self._put_back(name, reopen=False)
            return

        def close() -> None:
            once = Qt.ConnectionType.SingleShotConnection
            self._session.closed.connect(lambda: self._put_back(name, reopen=True), once)
            self._session.close()

        self._session.settle(close, self.could_not)

    def _put_back(self, name: str, *, reopen: bool) -> None:
        path = self._path

        def work() -> None:
            lock = files.lock_for_writing(path)  # no other window may write in it meanwhile
            try:
                db.restore_backup(path, name)
            finally:
                if lock is not None:
                    lock.unlock()

        self._session.work_aside(
            work,
            lambda _: self._put_in_place(),
            lambda error: self._not_restored(error, reopen=reopen),
            crashed=self.crashed,
            receiver=self,
        )

    def _put_in_place(self) -> None:
        self.accept()
        self.reopen.emit()

    def _not_restored(self, error: ShishiError, *, reopen: bool) -> None:
        """The ledger is as it was; it is opened again."""
        self.could_not(error)
        if reopen:
            self.reopen.emit()


def before_word(before: str) -> str:
    """What a backup was made before, in the language of the window."""
    return {
        "merge": translate("RestoreDialog", "a merge"),
        "undo": translate("RestoreDialog", "an undo"),
        "migration": translate("RestoreDialog", "a change of the file's version"),
        "restore": translate("RestoreDialog", "a restore"),
    }.get(before, "—")
