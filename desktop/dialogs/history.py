"""Every version of an entry: who wrote it, when, and what changed against the one before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QWidget

import db
from desktop import theme, times
from desktop.compared import Row, compare
from desktop.dialogs.frame import FramedDialog
from desktop.forms.filling import Filling, writer_text
from desktop.sides_view import SideHead, SidesView

if TYPE_CHECKING:
    from db import Revision, RevisionId
    from desktop.session import Session

LIST_WIDTH = 260
_REVISION = Qt.ItemDataRole.UserRole


class HistoryDialog(FramedDialog):
    """Newest first at the left, what the chosen one changed at the right. It writes nothing itself."""

    restored = Signal(object)
    """The words of this `db.Content` are wanted again: in the form, where they can be read and saved."""

    def __init__(self, session: Session, filling: Filling, parent: QWidget | None = None) -> None:
        super().__init__(_title(filling), "", "", parent)
        self._session = session
        self._filling = filling
        self._known: dict[RevisionId, Revision] = {}
        self.resize(900, 620)
        self.told.setText(self.tr("Nothing that was saved is ever lost. What changed is marked."))
        self.agree.setText(self.tr("Write on from this version"))
        self.agree.setObjectName("restoreVersionButton")
        self.agree.setToolTip(self.tr("Puts these words into the form; they are saved as a new version"))
        self.agree.setEnabled(False)
        self.agree.clicked.connect(self._restore)
        self.dismiss.setText(self.tr("Close"))
        self.list = QListWidget(self)
        self.list.setObjectName("historyList")
        self.list.setAccessibleName(self.tr("Versions, newest first"))
        self.list.setFixedWidth(LIST_WIDTH)
        self.list.setWordWrap(True)
        self.list.setSpacing(2)
        theme.set_role(self.list, "boxed")
        self.list.currentItemChanged.connect(self._show_chosen)
        self.sides = SidesView(self)
        row = QHBoxLayout()
        row.setSpacing(theme.GAP)
        row.addWidget(self.list)
        row.addWidget(self.sides, 1)
        self.body.addLayout(row, 1)
        task, period = filling.task.id, filling.period.id
        session.query(
            lambda ledger: db.history(ledger, task, period), self._fill, self.could_not, receiver=self
        )

    def _fill(self, revisions: tuple[Revision, ...]) -> None:
        self._known = {revision.id: revision for revision in revisions}
        heads = self._filling.heads
        for revision in reversed(revisions):
            said = f"{times.local(revision.saved_at)}\n{writer_text(revision, self._filling.plan)}"
            if revision.id in heads:
                said += "\n" + self.tr("stands now")
            item = QListWidgetItem(said)
            item.setData(_REVISION, revision.id)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, said.replace("\n", ", "))
            self.list.addItem(item)
        if revisions:
            self.list.setCurrentRow(0)
            self.list.setFocus()
        else:
            self.say(self.tr("Nothing was saved of this task in this period yet."))

    def _chosen(self) -> Revision | None:
        item = self.list.currentItem()
        return self._known.get(item.data(_REVISION)) if item is not None else None

    def _show_chosen(self) -> None:
        chosen = self._chosen()
        if chosen is None:
            return
        before = next((self._known[key] for key in chosen.parents if key in self._known), None)
        task = self._filling.task
        base = before.content if before else None

        def work() -> tuple[Row, ...]:
            return compare(task, (chosen.content,), base=base)

        def show(rows: tuple[Row, ...]) -> None:
            if self._chosen() is chosen:
                self.sides.show_sides((self._head(chosen, before),), rows)

        self._session.work_aside(work, show, receiver=self)
        self.agree.setEnabled(not self._filling.locked and chosen.content != self._filling.content)

    def _head(self, chosen: Revision, before: Revision | None) -> SideHead:
        if len(chosen.parents) > 1:
            told = self.tr(
                "Settles %n version(s); marked is what differs from the first.", "", len(chosen.parents)
            )
        elif before is not None:
            told = self.tr("Marked is what changed since {time}.").format(time=times.local(before.saved_at))
        else:
            told = self.tr("The first version.")
        status = chosen.content.status
        return SideHead(
            f"{times.local(chosen.saved_at)}  {writer_text(chosen, self._filling.plan)}",
            told,
            status.value if status else "",
        )

    def _restore(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.accept()
            self.restored.emit(chosen.content)


def _title(filling: Filling) -> str:
    said = QCoreApplication.translate("HistoryDialog", "History of {task} ({period})")
    return said.format(task=filling.task.name, period=filling.period.label)
