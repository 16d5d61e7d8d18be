"""Choose what to print, see it as it will be, save or print it: on the page of reports and in a dialog."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

import db
from desktop import choose, messages, operations, theme
from desktop.paper_panel import PaperPanel
from desktop.preview import PagePreview
from desktop.session import Session
from desktop.settings import Settings
from desktop.tasks import while_there

if TYPE_CHECKING:
    from db import Ledger, PaperKind, ShishiError, TaskId, Written
    from desktop.tasks import Steps

translate = QCoreApplication.translate
SETTLE = 250
"""Milliseconds without a change before the pages are set again."""
MOST_PREVIEWED = 400
"""Tasks whose pages are shown: those of eight thousand would take gigabytes."""
MOST_PAGES = 9999
PANEL = 290
"""Width of the choices."""


class PrintArea(QWidget):
    """The choices, the preview and the buttons; follows the session while it is visible."""

    def __init__(
        self,
        session: Session,
        settings: Settings,
        kinds: Sequence[PaperKind],
        task: TaskId | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._settings = settings
        self._stale = True
        self._edition = 0
        """Counts the pages asked for: only the last are shown."""
        self._is_whole = True
        self._steps: Steps | None = None
        self._settle = QTimer(self, singleShot=True, interval=SETTLE)
        self._settle.timeout.connect(self.refresh)
        self.panel = PaperPanel(kinds, task, self)
        self.preview = PagePreview(session, self)
        self._pages, self._progress = QLabel(self), QLabel(self)
        self._make_buttons()
        self._lay_out()
        self.panel.changed.connect(self._chosen)
        session.shown.connect(self._changed)
        session.closed.connect(self._changed)

    def refresh(self) -> None:
        """Set the pages again and show them."""
        view = self._session.view
        self._stale = False
        if view is None:
            self.preview.show_pages(())
            return
        self.panel.show_view(view)
        self._show_formats()
        whole = self.panel.options
        options = previewed(view.plan, whole)
        self._pages.setText(self.tr("Setting the pages…"))
        self._edition += 1
        edition = self._edition

        def work(ledger: Ledger) -> tuple[str, ...]:
            return db.preview_svg(ledger, view.plan, view.period, options)

        def take(svgs: tuple[str, ...]) -> None:
            if edition == self._edition:
                count = self.tr("%n page(s)", "", len(svgs))
                more = self.tr("The first {items} items; print and save take all.")
                self._pages.setText(
                    count if options == whole else f"{count}  {more.format(items=MOST_PREVIEWED)}"
                )
                self._is_whole = options == whole
                self.preview.show_pages(svgs)

        def fail(error: ShishiError) -> None:
            if edition == self._edition:
                self._pages.clear()
                self.preview.show_note(messages.sentence_of(error))

        def crashed(_: BaseException) -> None:
            self._pages.clear()

        self._session.query(work, take, fail, crashed=crashed, receiver=self)

    def print_pages(self) -> None:
        """Ask for a printer, which pages and how often, and print."""
        from desktop import printing

        view = self._session.view
        if view is None or not self.preview.page_count:
            return
        options = self.panel.options
        steps = self._begin(self.tr("Printing"))

        def typeset(ledger: Ledger, pages: Sequence[int] | None) -> tuple[bytes, ...]:
            return db.print_png(ledger, view.plan, view.period, options, pages=pages, progress=steps)

        def printed(pages: int) -> None:
            self._end()
            self._session.run(operations.mark_printed(view.plan, view.period, options), receiver=self)
            messages.show_notice(self, self.tr("%n page(s) sent to the printer.", "", pages))

        told = while_there(self, printed)
        last = self.preview.page_count if self._is_whole else MOST_PAGES
        printing.print_pages(self, self._session, typeset, options, last, told)

    def save(self, suffix: str) -> None:
        """Ask where to save it in one of the formats of the paper, and write it."""
        view = self._session.view
        if view is None:
            return
        name = f"{view.plan.title}_{view.period.label}_{self.panel.name}{suffix}"
        pattern = format_word(suffix)
        choose.new_file(self, self._settings, self.tr("Save"), pattern, name, self._write)

    def save_sets(self) -> None:
        """Ask for a folder and write one PDF a unit into it."""
        choose.folder(self, self._settings, self.tr("One PDF per unit"), self._write_sets)

    def showEvent(self, event: QShowEvent) -> None:
        """Show what changed while this was hidden."""
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def _make_buttons(self) -> None:
        self.save_button = QPushButton(self.tr("Save as"), self)
        self.save_button.setObjectName("saveAsButton")
        self.formats = QMenu(self.save_button)
        self.save_button.setMenu(self.formats)
        self.sets_button = self._button(self.tr("One PDF per unit…"), "setsButton", self.save_sets)
        self.print_button = self._button(self.tr("Print…"), "printButton", self.print_pages)
        theme.set_role(self.print_button, "primary")
        self.cancel_button = self._button(self.tr("Cancel"), "cancelPapers", self._cancel)
        self.cancel_button.hide()
        self._progress.setWordWrap(True)
        theme.set_role(self._progress, "muted")
        theme.set_role(self._pages, "muted")

    def _button(self, text: str, name: str, does: object) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.clicked.connect(does)
        return button

    def _lay_out(self) -> None:
        side = QFrame(self)
        theme.set_role(side, "bar")
        side.setFixedWidth(PANEL)
        scroll = QScrollArea(side)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is inside takes the keys, and scrolls it
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self.panel)
        for inside in (scroll.viewport(), self.panel):
            inside.setAutoFillBackground(False)  # the frame shows through
        buttons = QVBoxLayout()
        buttons.setContentsMargins(theme.MARGIN, theme.GAP, theme.MARGIN, theme.GAP_LARGE)
        buttons.setSpacing(theme.GAP_SMALL)
        for widget in (self._progress, self.cancel_button, self.sets_button, self.save_button):
            buttons.addWidget(widget)
        buttons.addWidget(self.print_button)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll, 1)
        column.addLayout(buttons)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(side)
        whole.addLayout(self._right(), 1)

    def _right(self) -> QVBoxLayout:
        bar = QHBoxLayout()
        bar.setContentsMargins(theme.MARGIN, theme.GAP_SMALL, theme.MARGIN, theme.GAP_SMALL)
        bar.addWidget(self._pages)
        bar.addStretch(1)
        for text, name, told, by in (
            ("−", "smaller", self.tr("Smaller"), -1),
            ("+", "larger", self.tr("Larger"), 1),
        ):
            button = self._button(text, name, lambda _=False, step=by: self.preview.step_zoom(step))
            button.setAccessibleName(told)
            button.setToolTip(told)
            theme.set_role(button, "quiet")
            bar.addWidget(button)
        fit = self._button(self.tr("Fit"), "fit", lambda: self.preview.set_zoom(1.0))
        theme.set_role(fit, "quiet")
        bar.addWidget(fit)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self.preview, 1)
        return column

    def _show_formats(self) -> None:
        options = self.panel.options
        self.formats.clear()
        for suffix in options.formats:
            action = self.formats.addAction(format_word(suffix))
            action.setObjectName(f"save{suffix}")
            action.triggered.connect(lambda _=False, wanted=suffix: self.save(wanted))
        many = options.what in ("sheets", "unit_set", "blank", "table", "chase") and options.tasks is None
        view = self._session.view
        self.sets_button.setVisible(many and view is not None and view.terms is None and options.unit is None)

    def _chosen(self) -> None:
        self._show_formats()
        self._settle.start()

    def _changed(self) -> None:
        self._stale = True
        if self.isVisible():
            self._settle.start()

    def _write(self, path: Path) -> None:
        view = self._session.view
        if view is not None:
            command = operations.write_paper(view.plan, view.period, self.panel.options, path)
            self._session.run(command, lambda written: self._written(path, written), receiver=self)

    def _write_sets(self, folder: Path) -> None:
        view = self._session.view
        if view is None:
            return
        steps = self._begin(self.tr("Writing"))
        command = operations.write_unit_sets(view.plan, view.period, self.panel.options, folder, steps)
        self._session.run(
            command,
            lambda written: self._wrote_sets(folder, written),
            self._stopped,
            crashed=lambda _: self._end(),
            receiver=self,
        )

    def _wrote_sets(self, folder: Path, written: Sequence[Written]) -> None:
        self._end()
        text = self.tr("%n file(s) written.", "", len(written))
        lost = "".join(sorted({mark for one in written for mark in one.unprintable}))
        messages.show_notice(self, text, "\n".join([str(folder), *_told_lost(lost)]))

    def _written(self, asked: Path, written: Written) -> None:
        text = self.tr("{name} is written.").format(name=written.path.name)
        if written.path != asked:
            beside = self.tr("{name} is open in another program, so it was saved beside it.")
            text = f"{text}\n{beside.format(name=asked.name)}"
        lines = [str(written.path.parent), *_told_lost(written.unprintable)]
        messages.show_notice(self, text, "\n".join(lines))

    def _begin(self, label: str) -> Steps:
        """Long work begins: show how far it is, and let it be cancelled."""
        steps = self._session.steps(label)

        def show(done: int, total: int, what: str) -> None:
            if self._steps is steps and done < total:
                self._progress.setText(f"{label}  {done} / {total}  {what}")
                self.cancel_button.show()
            elif self._steps is steps:
                self._end()

        steps.stepped.connect(show)
        self._steps = steps
        return steps

    def _end(self) -> None:
        self._steps = None
        self._progress.clear()
        self.cancel_button.hide()

    def _cancel(self) -> None:
        if self._steps is not None:
            self._steps.cancel()
        self._end()

    def _stopped(self, error: ShishiError) -> None:
        self._end()
        messages.show_error(self, error)


def previewed(plan: db.Plan, options: db.PaperOptions) -> db.PaperOptions:
    """What is shown of a paper: of very many tasks the first."""
    if options.what not in ("table", "sheets", "unit_set", "blank"):
        return options
    meant = options.chosen(plan) or tuple(task.id for task in plan.tasks() if not task.retired)
    return options if len(meant) <= MOST_PREVIEWED else replace(options, tasks=meant[:MOST_PREVIEWED])


def format_word(suffix: str) -> str:
    """What a format is called, as the file dialog wants it."""
    words = {
        ".pdf": translate("PrintArea", "PDF (*.pdf)"),
        ".xlsx": translate("PrintArea", "Excel workbook (*.xlsx)"),
        ".docx": translate("PrintArea", "Word document (*.docx)"),
        ".csv": translate("PrintArea", "Plain table (*.csv)"),
        ".txt": translate("PrintArea", "Text (*.txt)"),
    }
    return words[suffix]


def _told_lost(characters: str) -> list[str]:
    """What is to be said of characters that no font has a shape for."""
    if not characters:
        return []
    names = "、".join(f"{one} (U+{ord(one):04X})" for one in characters)
    return [messages.sentence("unprintable", {"characters": names})]
