"""What the columns of a plan are called where its changes are told."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop.times import local

_WORDS: dict[str, Any] = {
    "number": QT_TRANSLATE_NOOP("PlanField", "Number"),
    "title": QT_TRANSLATE_NOOP("PlanField", "Title"),
    "category": QT_TRANSLATE_NOOP("PlanField", "Category"),
    "item": QT_TRANSLATE_NOOP("PlanField", "Item"),
    "target": QT_TRANSLATE_NOOP("PlanField", "Target"),
    "leads": QT_TRANSLATE_NOOP("PlanField", "Lead units"),
    "cooperating": QT_TRANSLATE_NOOP("PlanField", "Cooperating units"),
    "measures": QT_TRANSLATE_NOOP("PlanField", "Measures"),
    "extra": QT_TRANSLATE_NOOP("PlanField", "Further columns"),
    "retired": QT_TRANSLATE_NOOP("PlanField", "Retired"),
    "position": QT_TRANSLATE_NOOP("PlanField", "Place"),
    "name": QT_TRANSLATE_NOOP("PlanField", "Name"),
    "aliases": QT_TRANSLATE_NOOP("PlanField", "Aliases"),
    "members": QT_TRANSLATE_NOOP("PlanField", "Members"),
    "is_group": QT_TRANSLATE_NOOP("PlanField", "Group unit"),
    "contact": QT_TRANSLATE_NOOP("PlanField", "Contact"),
    "label": QT_TRANSLATE_NOOP("PlanField", "Name"),
    "comparator": QT_TRANSLATE_NOOP("PlanField", "Comparison"),
    "amount": QT_TRANSLATE_NOOP("PlanField", "Amount"),
    "unit": QT_TRANSLATE_NOOP("PlanField", "Unit of measure"),
    "year": QT_TRANSLATE_NOOP("PlanField", "Year"),
    "tolerance": QT_TRANSLATE_NOOP("PlanField", "Tolerance"),
    "start_day": QT_TRANSLATE_NOOP("PlanField", "From"),
    "end_day": QT_TRANSLATE_NOOP("PlanField", "Until"),
    "due_day": QT_TRANSLATE_NOOP("PlanField", "Due"),
    "closed_at": QT_TRANSLATE_NOOP("PlanField", "Published"),
}


def field_word(name: str) -> str:
    """The word for a column; one without a word is shown as it is named."""
    word = _WORDS.get(name)
    return QCoreApplication.translate("PlanField", word) if word else name


def field_text(name: str, text: str) -> str:
    """What a column says, where the file says it in another way than people do."""
    if name in ("is_group", "retired") and text:
        translate = QCoreApplication.translate
        return translate("PlanField", "yes") if text == "1" else translate("PlanField", "no")
    return local(text) if name == "closed_at" else text
