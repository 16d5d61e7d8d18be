"""Trying the program on the sample plan: a ledger of its own in a folder of the person's."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

import db
from desktop import choose
from desktop.session import Session
from desktop.settings import Settings


def make_sample(parent: QWidget, session: Session, settings: Settings, then: Callable[[Path], None]) -> None:
    """Ask where to put the sample ledger, write it there, and hand its path to `then`."""

    def write(target: Path) -> None:
        def work() -> Path:
            if target.exists():
                raise db.FileError("already_exists", path=target)
            db.import_sample(target)
            return target

        session.work_aside(work, then)

    title = QCoreApplication.translate("Sample", "Where to put the sample ledger")
    pattern = QCoreApplication.translate("Sample", "Shishi files (*.shishi)")
    choose.new_file(parent, settings, title, pattern, f"{db.SAMPLE_TITLE}.shishi", write, replace=False)
