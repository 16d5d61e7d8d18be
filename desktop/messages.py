"""The one door through which errors and notices reach the person."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

import db

if TYPE_CHECKING:
    from db import Finding, ShishiError

translate = QCoreApplication.translate


def sentence(code: str, params: dict[str, str]) -> str:
    """The sentence for a code of `db`, in the language of the window."""
    return db.sentence(code, params, QLocale().name())


def sentence_of(error: ShishiError) -> str:
    """What happened, what it means and what to do."""
    return sentence(error.code, error.params)


def sentence_of_finding(finding: Finding) -> str:
    """What a check noticed, with its place in front where it has one."""
    text = sentence(finding.code, dict(finding.details))
    return f"{finding.place}: {text}" if finding.place else text


def show_error(
    parent: QWidget, error: ShishiError, offer: tuple[str, Callable[[], None]] | None = None
) -> None:
    """Show why something was not done; nothing for what the person cancelled.

    `offer` adds a button (its text and what it does) for a way out.
    """
    if isinstance(error, db.Cancelled):
        return
    box = _box(parent, QMessageBox.Icon.Warning, sentence_of(error))
    _add_buttons(box, offer, translate("messages", "Close"))
    box.open()


def show_notice(parent: QWidget, text: str, detail: str = "") -> None:
    """Tell that something was done."""
    box = _box(parent, QMessageBox.Icon.Information, text, detail)
    _add_buttons(box, None, translate("messages", "Close"))
    box.open()


def show_warning(parent: QWidget, text: str, detail: str = "") -> None:
    """Tell that something did not go as it should, where no `ShishiError` says so."""
    box = _box(parent, QMessageBox.Icon.Warning, text, detail)
    _add_buttons(box, None, translate("messages", "Close"))
    box.open()


def ask(parent: QWidget, text: str, detail: str, agree: str, then: Callable[[], None]) -> None:
    """Ask before doing something; `then` runs when the button `agree` is pressed."""
    box = _box(parent, QMessageBox.Icon.Question, text, detail)
    _add_buttons(box, (agree, then), translate("messages", "Cancel"))
    box.open()


def _box(parent: QWidget, icon: QMessageBox.Icon, text: str, detail: str = "") -> QMessageBox:
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle(translate("messages", "Shishi"))
    box.setIcon(icon)
    box.setText(text)
    box.setInformativeText(detail)
    box.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return box


def _add_buttons(box: QMessageBox, offer: tuple[str, Callable[[], None]] | None, dismiss: str) -> None:
    if offer is not None:
        button: QPushButton = box.addButton(offer[0], QMessageBox.ButtonRole.AcceptRole)
        button.clicked.connect(offer[1])
    box.setEscapeButton(box.addButton(dismiss, QMessageBox.ButtonRole.RejectRole))
