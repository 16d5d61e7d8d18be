"""What the forms of the plan share: fields with an error of their own, and whether anything was typed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop import messages, theme
from desktop.forms.editors import commit_input_method
from desktop.forms.labels import wrapped

if TYPE_CHECKING:
    from db import Ledger, ShishiError

    Edit = Callable[[Ledger], str]
    """Writes what was typed; answers the id of the row."""


class PlanForm(QScrollArea):
    """Fields below each other. Sub-classes add them and say what they hold (`typed`) and write (`edit`)."""

    edited = Signal()
    """A person changed something."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields take it
        self._inside = QWidget(self)
        self.column = QVBoxLayout(self._inside)
        self.column.setContentsMargins(theme.MARGIN, theme.GAP_LARGE, theme.MARGIN, theme.GAP_LARGE)
        self.column.setSpacing(theme.GAP_SMALL)
        theme.set_role(self._inside, "page")
        self.setWidget(self._inside)
        self.heading = wrapped("", "title")
        self.column.addWidget(self.heading)
        self._errors: dict[str, tuple[QLabel, QWidget]] = {}
        self._other = wrapped("", "error")
        self._other.setObjectName("planError")
        self._other.hide()
        self.column.addWidget(self._other)
        self._shown: Any = None
        self.locked = False

    def field(self, label: str, widget: QWidget, *codes: str, stretch: int = 0) -> None:
        """Add a field; errors of these codes are said beneath it."""
        caption = QLabel(label, self)
        theme.set_role(caption, "muted")
        caption.setBuddy(widget)
        widget.setAccessibleName(label)
        error = wrapped("", "error")
        error.hide()
        self.column.addSpacing(theme.GAP_SMALL)
        self.column.addWidget(caption)
        self.column.addWidget(widget, stretch)
        self.column.addWidget(error)
        self._errors |= dict.fromkeys(codes, (error, widget))

    def typed(self) -> Any:
        """What stands in the fields, to be compared."""
        raise NotImplementedError

    def restore(self, typed: Any) -> None:
        """Put what `typed` answered back into the fields."""
        raise NotImplementedError

    def edit(self, author: str) -> Edit:
        """What to write. Raises RequestError for what cannot be written at all."""
        raise NotImplementedError

    @property
    def dirty(self) -> bool:
        """Whether something was typed that is not written."""
        return self._shown is not None and not self.locked and self.typed() != self._shown

    def settled(self) -> None:
        """What stands in the fields is what is written."""
        self._shown = self.typed()
        self.clear_errors()

    def finish(self) -> None:
        """Take over what an input method or an open cell still holds."""
        commit_input_method()

    def show_error(self, error: ShishiError) -> None:
        """Say why it was not written, beneath the field that it is about."""
        self.clear_errors()
        label, widget = self._errors.get(error.code, (self._other, None))
        label.setText(messages.sentence_of(error))
        label.show()
        self.ensureWidgetVisible(label)
        if widget is not None:
            widget.setFocus()

    def error_text(self) -> str:
        """What is said to be wrong."""
        labels = [self._other, *(label for label, _ in self._errors.values())]
        return "\n".join(dict.fromkeys(label.text() for label in labels if not label.isHidden()))

    def clear_errors(self) -> None:
        """Nothing is wrong any more."""
        for label in (self._other, *(label for label, _ in self._errors.values())):
            label.setText("")
            label.hide()
