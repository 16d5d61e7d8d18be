"""What stands above the form until it was read: what was brought back, the note of the office, the keys.

Imported before the first rows: it imports little.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from desktop.settings import FILE_NOTE_READ, HINT_CLOSED, Settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QVBoxLayout, QWidget

    from desktop.session import View


class PageTop:
    """Puts them into the layout of a page, above what is there."""

    def __init__(
        self, place: QVBoxLayout, settings: Settings, first: QWidget, show_drafts: Callable[[], None]
    ) -> None:
        """`first`: where Tab comes from."""
        self._place = place
        self._settings = settings
        self._first = first
        self._show_drafts = show_drafts
        self._hint: QWidget | None = None
        self._of_file: list[QWidget] = []
        self._path: Path | None = None
        """The file that they are of."""

    def show_for(self, view: View) -> None:
        """Show what was not yet read; the keys where there is nothing else."""
        if view.path != self._path:
            self._path = view.path
            for widget in self._of_file:
                self._place.removeWidget(widget)
                widget.hide()
                widget.deleteLater()
            self._of_file = []
            self._show_note(view)
            self._show_brought_back(view)
        if self._hint is None and not self._of_file and not self._settings.get(HINT_CLOSED):
            from desktop.forms.hint import Hint

            hint = Hint()
            hint.closed.connect(lambda: self._settings.put(HINT_CLOSED, True))
            self._hint = hint
            self._add(hint)

    def _show_note(self, view: View) -> None:
        terms, path = view.terms, str(view.path)
        if terms is None or not terms.note.strip():
            return
        key = terms.id
        if self._settings.get_of(path, FILE_NOTE_READ) == key:
            return
        from desktop.forms.office_note import OfficeNote

        note = OfficeNote(terms.note.strip())
        note.closed.connect(lambda: self._settings.put_of(path, FILE_NOTE_READ, key))
        self._of_file.append(note)
        self._add(note)

    def _show_brought_back(self, view: View) -> None:
        if not view.drafts or view.read_only:
            return
        from desktop.forms.brought_back import BroughtBack

        notice = BroughtBack(view)
        notice.wanted.connect(self._show_drafts)
        self._of_file.append(notice)
        self._add(notice)

    def _add(self, widget: QWidget) -> None:
        from desktop.forms.tab_order import follow

        self._place.insertWidget(0, widget)
        follow(self._first, widget)
