"""Finding units by name, alias, the other script or pinyin; off the GUI thread, which pinyin takes long."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

import db
from desktop.session import Session

if TYPE_CHECKING:
    from db import Index, Unit


class UnitSearch:
    """Asks the worker."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._index: Index | None = None

    def ask(
        self,
        query: str,
        units: Sequence[Unit],
        then: Callable[[tuple[Unit, ...]], None],
        receiver: QObject,
    ) -> None:
        """Hand the units that answer `query` to `then`, in their order."""
        self._session.work_aside(lambda: self._find(query, units), then, receiver=receiver)

    def _find(self, query: str, units: Sequence[Unit]) -> tuple[Unit, ...]:
        if self._index is None:
            self._index = db.Index(())
            self._index.build_pinyin()
        marks = self._index.marks
        return tuple(unit for unit in units if any(marks(query, name) for name in (unit.name, *unit.aliases)))
