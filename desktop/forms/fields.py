"""What a person types about a task, as data: which field of a Content, which editor, which words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtWidgets import QLabel, QWidget

from desktop.forms.editors import Editor, LineEdit, TextEdit


@dataclass(frozen=True, slots=True)
class Field:
    """A text of the form."""

    name: str
    """The field of `db.Content`."""
    object_name: str
    lines: int
    """How many lines are seen at least; 0 for an editor of a single line."""


FIELDS = (
    Field("narrative", "narrativeEdit", 3),
    Field("problems", "problemsEdit", 1),
    Field("next_steps", "nextStepsEdit", 1),
    Field("reason", "reasonEdit", 0),
    Field("remark", "remarkEdit", 0),
)

_LABELS: dict[str, Any] = {
    "narrative": QT_TRANSLATE_NOOP("Field", "Progress"),
    "problems": QT_TRANSLATE_NOOP("Field", "Problems"),
    "next_steps": QT_TRANSLATE_NOOP("Field", "Next steps"),
    "reason": QT_TRANSLATE_NOOP("Field", "Reason"),
    "remark": QT_TRANSLATE_NOOP("Field", "Remark"),
}
_HINTS: dict[str, Any] = {
    "narrative": QT_TRANSLATE_NOOP("Field", "What was done from January to the end of the period"),
    "reason": QT_TRANSLATE_NOOP(
        "Field", "Why nothing is new, why it does not apply, or why the status differs"
    ),
}
_USUAL_HINT: Any = QT_TRANSLATE_NOOP("Field", "May stay empty")


def make_editor(field: Field, parent: QWidget) -> Editor:
    """The editor of a field, with its names and hint."""
    editor: Editor = LineEdit(parent) if not field.lines else TextEdit(parent)
    editor.setObjectName(field.object_name)
    editor.setAccessibleName(_label(field))
    editor.setPlaceholderText(QCoreApplication.translate("Field", _HINTS.get(field.name, _USUAL_HINT)))
    if isinstance(editor, TextEdit):
        editor.show_lines(field.lines)
    return editor


def make_label(field: Field, editor: Editor) -> QLabel:
    """The label of a field; its editor is its buddy."""
    label = QLabel(_label(field))
    label.setBuddy(editor)
    return label


def _label(field: Field) -> str:
    return QCoreApplication.translate("Field", _LABELS[field.name])
