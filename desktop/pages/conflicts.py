"""The page of conflicts: the open ones and the register of those that were settled."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QListView,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

import db
from desktop import operations, theme
from desktop.dialogs.write_over import WriteOverDialog, Writing
from desktop.forms.union import undecided, union_of
from desktop.models.case_list import CaseDelegate, CaseList, Role
from desktop.models.conflict_cases import Found, Key, Loaded, find, load
from desktop.page_focus import take_focus
from desktop.pages.conflict_panel import MOST, ConflictPanel
from desktop.session import Session

LIST = 320
"""Width of the list."""


class ConflictsPage(QWidget):
    """The lists at the left, one conflict at the right. Keys: 1, 2 …, Enter, N."""

    counted = Signal(int)
    """How many conflicts are open."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._stale = True
        self._edition = 0
        """Counts what was asked for: only the answer to the last is shown."""
        self._found: Found | None = None
        self._loaded: Loaded | None = None
        """What is shown and can be settled; None while another is read or this one is being settled."""
        self._wanted_unit = ""
        self.open_cases, self.settled_cases = CaseList(self), CaseList(self)
        self.list = self._make_list(self.open_cases, "conflictList", self.tr("Open conflicts"))
        self.register = self._make_list(self.settled_cases, "settledList", self.tr("Settled conflicts"))
        self.panel = ConflictPanel(self)
        self._make_chips()
        self._lay_out()
        self._add_keys()
        self.setFocusProxy(self.list)
        self.panel.take_wanted.connect(self.take)
        self.panel.union_wanted.connect(self.write_union)
        self.panel.next_wanted.connect(self.next)
        session.shown.connect(self._changed)
        session.closed.connect(self._forget)

    def refresh(self) -> None:
        """Read the conflicts again."""
        view = self._session.view
        if view is None or view.terms is not None:
            return
        self._stale = False
        plans, period = view.plans, view.period
        self._session.query(lambda ledger: find(ledger, plans, period), self._show_found, receiver=self)

    def next(self) -> None:
        """Go to the next conflict, after the last to the first."""
        shown = self._shown_list()
        count = shown.model().rowCount()
        if count:
            self._stand_at(shown, (shown.currentIndex().row() + 1) % count)

    def take(self, side: int) -> None:
        """Settle the conflict that is shown by a side (counted from 0)."""
        loaded = self._settleable()
        if loaded is None or side >= len(loaded.sides.sides):
            return
        command = operations.settle(
            loaded.place.task.id,
            loaded.place.period.id,
            loaded.sides.sides[side].content,
            self._session.author,
            loaded.sides.heads,
        )
        self._loaded = None
        self.panel.wait()
        self._session.run(command, None, self._not_settled, receiver=self)

    def write_union(self) -> None:
        """Write one text in place of all sides; they stand beside the editors."""
        loaded = self._settleable()
        if loaded is None:
            return
        place = loaded.place
        told = self.tr(
            "Every sentence of the sides stands in the editors once. What you save replaces them all; each "
            "stays on record."
        )
        title = self.tr("Write one text for {task}").format(task=place.name.split("  ")[0])
        writing = Writing(
            place.plan,
            place.period,
            place.task,
            loaded.sides.heads,
            union_of(loaded.sides),
            loaded.before,
            loaded.draft,
            loaded.heads,
            loaded.each_other,
        )
        words = (title, told, self.tr("Save and settle"))
        dialog = WriteOverDialog(self._session, writing, words, self)
        dialog.finished.connect(self.refresh)  # a draft may be left
        open_figures = undecided(loaded.sides, place.task.measures)
        if open_figures and loaded.draft is None:
            labels = "、".join(measure.label for measure in open_figures)
            dialog.say(self.tr("Choose the figure: {labels}. The sides differ.").format(labels=labels))
        dialog.open()

    def select_unit(self, unit: str) -> None:
        """Go to the first open conflict of a unit, once they are read."""
        self._wanted_unit = unit
        self._go_to_unit()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what changed while this was hidden."""
        super().showEvent(event)
        take_focus(self._shown_list())
        if self._stale:
            self.refresh()

    def _changed(self) -> None:
        self._stale = True
        if self.isVisible():
            self.refresh()

    def _forget(self) -> None:
        self._edition += 1
        self._found = self._loaded = None
        for model in (self.open_cases, self.settled_cases):
            model.show_cases(())
        self.panel.show_nothing("")

    def _show_found(self, found: Found) -> None:
        self._found = found
        for view, model, cases in (
            (self.list, self.open_cases, found.open),
            (self.register, self.settled_cases, found.settled),
        ):
            key, row = self._key(view.currentIndex()), view.currentIndex().row()
            view.selectionModel().blockSignals(True)
            model.show_cases(cases)
            place = model.place(key)
            if cases:
                self._stand_at(view, place if place >= 0 else min(max(row, 0), len(cases) - 1))
            view.selectionModel().blockSignals(False)
            view.viewport().update()
        self._open_chip.setText(self.tr("Open {count}").format(count=len(found.open)))
        self._settled_chip.setText(self.tr("Settled {count}").format(count=len(found.settled)))
        self.counted.emit(len(found.open))
        self._go_to_unit()
        self._load()

    def _go_to_unit(self) -> None:
        view, found = self._session.view, self._found
        if not self._wanted_unit or found is None or view is None:
            return
        for row, case in enumerate(self.open_cases.cases):
            place = found.places[case.key[0], case.key[1]]
            mine = any(unit.name == self._wanted_unit for unit in place.task.leads)
            if mine and place.period.id == view.period.id:
                self._open_chip.click()
                self._stand_at(self.list, row)
                break
        self._wanted_unit = ""

    def _load(self) -> None:
        """Read the conflict that is chosen and show it."""
        key, found = self._key(self._shown_list().currentIndex()), self._found
        self._edition += 1
        edition, self._loaded = self._edition, None
        self.panel.wait()
        if key is None or found is None:
            self.panel.show_nothing(self._nothing())
            return
        self._session.query(
            lambda ledger: load(ledger, found, key),
            lambda loaded: self._show(edition, loaded),
            self._not_loaded,
            receiver=self,
        )

    def _show(self, edition: int, loaded: Loaded) -> None:
        if edition == self._edition:
            self._loaded = loaded
            self.panel.show_conflict(loaded, writable=self._settleable() is not None)

    def _settleable(self) -> Loaded | None:
        view, loaded = self._session.view, self._loaded
        is_open = loaded is not None and loaded.sides.result is None
        return loaded if is_open and view is not None and not view.read_only else None

    def _not_loaded(self, error: db.ShishiError) -> None:
        if error.code == "no_conflict":  # settled meanwhile
            self.refresh()
        else:
            self._session.failed.emit(error)

    def _not_settled(self, error: db.ShishiError) -> None:
        self._session.failed.emit(error)
        self.refresh()

    def _nothing(self) -> str:
        if self._shown_list() is self.register:
            return self.tr("No conflict was settled yet.")
        return self.tr("No conflict is open. Where two people report different things, both stand here.")

    def _shown_list(self) -> QListView:
        return self.list if self._lists.currentWidget() is self.list else self.register

    def _key(self, index: QModelIndex) -> Key | None:
        case = index.data(Role.CASE) if index.isValid() else None
        key: Key | None = case.key if case else None
        return key

    def _stand_at(self, view: QListView, row: int) -> None:
        index = view.model().index(row, 0)
        view.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _make_list(self, model: CaseList, name: str, told: str) -> QListView:
        view = QListView(self)
        view.setObjectName(name)
        view.setAccessibleName(told)
        view.setModel(model)
        view.setItemDelegate(CaseDelegate(view))
        view.setMouseTracking(True)
        view.setUniformItemSizes(True)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.selectionModel().currentChanged.connect(lambda: self._load())
        return view

    def _make_chips(self) -> None:
        self._open_chip = self._chip(self.tr("Open {count}").format(count=0), "openConflicts", self.list)
        word = self.tr("Settled {count}").format(count=0)
        self._settled_chip = self._chip(word, "settledConflicts", self.register)
        group = QButtonGroup(self)
        for chip in (self._open_chip, self._settled_chip):
            group.addButton(chip)
        self._open_chip.setChecked(True)

    def _chip(self, text: str, name: str, shows: QListView) -> QPushButton:
        chip = QPushButton(text, self)
        chip.setObjectName(name)
        chip.setCheckable(True)
        theme.set_role(chip, "chip")
        chip.clicked.connect(lambda: self._show_list(shows))
        return chip

    def _show_list(self, view: QListView) -> None:
        self._lists.setCurrentWidget(view)
        self.setFocusProxy(view)
        self._load()

    def _add_keys(self) -> None:
        acts: dict[str, Callable[[], None]] = {str(n + 1): partial(self.take, n) for n in range(MOST)}
        acts |= {"Return": self.write_union, "Enter": self.write_union, "N": self.next}
        for key, act in acts.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _lay_out(self) -> None:
        theme.set_role(self, "page")
        self._lists = QStackedWidget(self)
        for view in (self.list, self.register):
            self._lists.addWidget(view)
        left = QFrame(self)
        theme.set_role(left, "bar")
        left.setFixedWidth(LIST)
        chips = QHBoxLayout()
        chips.setContentsMargins(theme.GAP, 0, theme.GAP, 0)
        for chip in (self._open_chip, self._settled_chip):
            chips.addWidget(chip)
        chips.addStretch(1)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, theme.GAP, 0, 0)
        column.addLayout(chips)
        column.addWidget(self._lists, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(left)
        whole.addWidget(self.panel, 1)
