"""The page of the overview: where a plan stands in a period, at a glance and task by task."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

import db
from desktop import choose, messages, operations
from desktop.announce import announce
from desktop.models import overview_rows
from desktop.models.case_list import CaseList, Role
from desktop.models.overview_rows import BarRow, Shown, Since, TaskRow, change_counts
from desktop.pages.overview_layout import TABS, OverviewLayout
from desktop.plan_choice import period_in
from desktop.session import Session
from desktop.settings import Settings
from desktop.tasks import while_there

if TYPE_CHECKING:
    from db import Changes, Ledger

PAPER = db.PaperOptions("overview")
MOST_PAGES = 2
"""Of its paper, however large the plan."""


class OverviewPage(QWidget):
    """Legend above, bars at the left, lists at the right. What is chosen above and left filters the right."""

    task_wanted = Signal(str, object)
    """The person wants to see a task, and what a finding (or None) is about."""

    def __init__(self, session: Session, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._settings = settings
        self._stale = True
        self._edition = 0
        """Counts what was asked for: only the answer to the last is shown."""
        self._of = ("", "")
        """Plan and period that are shown."""
        self._shown: Shown | None = None
        self._since: Since | None = None
        self._plans: tuple[BarRow, ...] = ()
        self.bars = CaseList(self)
        self.models = {name: CaseList(self) for name in TABS}
        self.parts = OverviewLayout(self, self.bars, self.models)
        self.setFocusProxy(self.parts.bars)
        self.parts.bars.setFocus()  # where one stands when the page is first shown
        self._connect()
        session.opened.connect(self._forget)
        session.closed.connect(self._forget)
        session.changed.connect(self._changed)
        session.shown.connect(self._view_shown)

    def refresh(self) -> None:
        """Read again where the plan stands; what the checks say follows."""
        view = self._session.view
        if view is None or view.terms is not None:
            return
        self._stale = False
        self._edition += 1
        self._since, self._plans = None, ()
        edition, plan, period = self._edition, view.plan, view.period
        for with_findings in (False, True):
            self._session.query(
                lambda ledger, last=with_findings: overview_rows.shown(  # type: ignore[misc] # bound now
                    ledger, plan, period, with_findings=last
                ),
                lambda shown: self._take(edition, shown),
                receiver=self,
            )
        self._read_what_is_open()

    def choose_tab(self, name: str) -> None:
        """Show one of the lists: see `overview_layout.TABS`."""
        self.parts.tabs[name].click()

    def choose_part(self, name: str) -> None:
        """Show the bars of categories, units or plans."""
        self.parts.chips[name].click()

    def write_paper(self, path: Path) -> None:
        """Write the page as a PDF."""
        view = self._session.view
        if view is not None:
            command = operations.write_overview(view.plan, view.period, path)
            self._session.run(command, self._written, receiver=self)

    def save_page(self) -> None:
        """Ask where, and write the page as a PDF."""
        view = self._session.view
        if view is not None:
            name = f"{view.plan.title}_{view.period.label}_{self.tr('Overview')}.pdf"
            pattern = self.tr("PDF (*.pdf)")
            choose.new_file(self, self._settings, self.tr("Save"), pattern, name, self.write_paper)

    def print_pages(self) -> None:
        """Ask for a printer and print the page."""
        from desktop import printing

        view = self._session.view
        if view is None:
            return

        def typeset(ledger: Ledger, pages: Sequence[int] | None) -> tuple[bytes, ...]:
            return db.print_png(ledger, view.plan, view.period, PAPER, pages=pages)

        told = while_there(self, self._printed)
        printing.print_pages(self, self._session, typeset, PAPER, MOST_PAGES, told)

    def showEvent(self, event: QShowEvent) -> None:
        """Show what changed while this was hidden."""
        super().showEvent(event)
        self._view_shown()

    def _connect(self) -> None:
        parts = self.parts
        parts.tiles.chosen.connect(self._fill_lists)
        parts.bars.selectionModel().currentChanged.connect(lambda: self._bar_chosen())
        parts.bars.activated.connect(self._go_to_plan)
        parts.part_chosen.connect(lambda _: self._part_chosen())
        parts.tab_chosen.connect(lambda _: self._read_what_is_open())
        parts.earlier.activated.connect(lambda: self._read_since())
        parts.clear_button.clicked.connect(self._show_all)
        parts.save_button.clicked.connect(self.save_page)
        parts.print_button.clicked.connect(self.print_pages)
        for view in parts.lists.values():
            view.clicked.connect(self._go_to)
            view.activated.connect(self._go_to)

    def _go_to(self, index: QModelIndex) -> None:
        row: TaskRow = index.data(Role.CASE)
        self.task_wanted.emit(row.task, row.finding)

    def _go_to_plan(self, index: QModelIndex) -> None:
        view = self._session.view
        if view is not None and self.parts.part == "plans":
            row: BarRow = index.data(Role.CASE)
            period = period_in(view, db.PlanId(str(row.key)))
            if period is not None:
                self._session.show_period(period)

    def _changed(self, changes: Changes) -> None:
        if changes.kinds & {"entries", "returns", "plan", "dispatches"}:
            self._stale = True

    def _view_shown(self) -> None:
        view = self._session.view
        if view is None or view.terms is not None or not self.isVisible():
            self._stale = True
            return
        if (view.plan.id, view.period.id) != self._of:
            self._of, self._stale, self._shown = (view.plan.id, view.period.id), True, None
            self.parts.show_view(view)
        if self._stale:
            self.refresh()

    def _forget(self) -> None:
        self._edition += 1
        self._of, self._stale, self._shown, self._since, self._plans = ("", ""), True, None, None, ()
        for model in (self.bars, *self.models.values()):
            model.show_cases(())

    def _take(self, edition: int, shown: Shown) -> None:
        if edition != self._edition:
            return
        self._shown = shown
        self.parts.show_year(shown.year_share)
        self._fill_bars()
        self._fill_lists()

    def _read_what_is_open(self) -> None:
        if self.parts.tab == "since" and self._since is None:
            self._read_since()
        if self.parts.part == "plans" and not self._plans:
            self._read_plans()

    def _read_since(self) -> None:
        view = self._session.view
        wanted = self.parts.earlier.currentData()
        if view is None:
            return
        earlier = next((period for period in view.plan.periods if period.id == wanted), None)
        if earlier is None:
            self._take_since(self._edition, Since((), {}))
            return
        edition, plan, period = self._edition, view.plan, view.period
        self._session.query(
            lambda ledger: overview_rows.since(ledger, plan, earlier, period),
            lambda since: self._take_since(edition, since),
            receiver=self,
        )

    def _take_since(self, edition: int, since: Since) -> None:
        if edition == self._edition:
            self._since = since
            self._fill_lists()

    def _read_plans(self) -> None:
        view = self._session.view
        if view is None:
            return
        edition, plans, label = self._edition, view.plans, view.period.label
        self._session.query(
            lambda ledger: overview_rows.plan_bars(ledger, plans, label),
            lambda rows: self._take_plans(edition, rows),
            receiver=self,
        )

    def _take_plans(self, edition: int, rows: tuple[BarRow, ...]) -> None:
        if edition == self._edition:
            self._plans = rows
            self._fill_bars()

    def _part_chosen(self) -> None:
        self._read_what_is_open()
        self._fill_bars()
        self._fill_lists()

    def _fill_bars(self) -> None:
        """Show the bars of the part that is chosen; who stands on one stays, else the first is chosen."""
        if self._shown is None:
            return
        rows = {"categories": self._shown.categories, "units": self._shown.units, "plans": self._plans}
        before = self._chosen_key()
        selection = self.parts.bars.selectionModel()
        selection.blockSignals(True)
        self.bars.show_cases(rows[self.parts.part])
        here = self._of[0] if self.parts.part == "plans" else ""
        place = max(self.bars.place(before), 0) if here == "" else self.bars.place(here)
        if self.bars.rowCount():
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            selection.setCurrentIndex(self.bars.index(max(place, 0)), flag)
        selection.blockSignals(False)
        self.parts.bars.viewport().update()

    def _bar_chosen(self) -> None:
        if self.parts.part != "plans":
            self._fill_lists()

    def _chosen_key(self) -> str:
        row = self.parts.bars.currentIndex().data(Role.CASE)
        return str(row.key) if row is not None and self.parts.part != "plans" else ""

    def _fill_lists(self) -> None:
        """Show what belongs to the bar and the light that are chosen."""
        shown = self._shown
        if shown is None:
            return
        key, light = self._chosen_key(), self.parts.tiles.light
        mine = shown.members.get(key, frozenset())
        self.parts.tiles.show_counts(self._counts(key))
        wanted = mine if light is None else frozenset(t for t in mine if shown.lights[t] is light)
        is_all = len(wanted) == len(shown.lights)
        rows: dict[str, tuple[TaskRow, ...]] = {
            "attention": shown.attention,
            "measures": shown.measures,
            "tasks": shown.tasks,
            "since": self._since.rows if self._since else (),
        }
        for name, model in self.models.items():
            every = rows[name]
            model.show_cases(every if is_all else [row for row in every if row.task in wanted])
            self.parts.show_count(name, model.rowCount())
        changes = self._since.changes if self._since else {}
        self.parts.show_changes(change_counts(changes, wanted))
        self.parts.clear_button.setVisible(bool(key) or light is not None)
        self._tell(key, len(wanted))

    def _counts(self, key: str) -> dict[db.Light, int]:
        shown = self._shown
        every = (*shown.categories, *shown.units) if shown else ()
        row = next((row for row in every if row.key == key), None)
        return dict(row.counts or {}) if row else {}

    def _tell(self, key: str, count: int) -> None:
        row = self.parts.bars.currentIndex().data(Role.CASE)
        if key and row is not None:
            announce(self, f"{row.title}: {row.told}")
        self.parts.show_filter(row.title if key and row else "", self.parts.tiles.light, count)

    def _show_all(self) -> None:
        self.parts.tiles.choose(None)
        if self.parts.part != "plans" and self.bars.rowCount():
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.parts.bars.selectionModel().setCurrentIndex(self.bars.index(0), flag)
        self._fill_lists()
        self.parts.bars.setFocus()

    def _written(self, written: Path) -> None:
        text = self.tr("{name} is written.").format(name=written.name)
        messages.show_notice(self, text, str(written.parent))

    def _printed(self, pages: int) -> None:
        messages.show_notice(self, self.tr("%n page(s) sent to the printer.", "", pages))
