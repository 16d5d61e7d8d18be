"""Instants of the file (ISO 8601, UTC) as a person reads them: in the time of this computer."""

from __future__ import annotations

from datetime import date
from typing import cast

from PySide6.QtCore import QDateTime, QLocale, Qt

SECOND = "yyyy-MM-dd HH:mm:ss"
MINUTE = "yyyy-MM-dd HH:mm"
WITHOUT_YEAR = "MM-dd HH:mm"
CLOCK = "HH:mm:ss"


def local(instant: str, form: str = MINUTE) -> str:
    """The instant in one of the forms above; empty for an empty one."""
    time = QDateTime.fromString(instant, Qt.DateFormat.ISODateWithMs).toLocalTime()
    return QLocale.c().toString(time, form)


def day(instant: str) -> date:
    """The day of an instant, here."""
    time = QDateTime.fromString(instant, Qt.DateFormat.ISODateWithMs).toLocalTime()
    return cast(date, time.date().toPython())
