"""The search over the plans of the open file: built and told on the worker, asked on the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import db

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from db import Index, Plan, TaskId
    from desktop.models.plan_marks import Marks
    from desktop.session import Session, View


class PlanSearch:
    """Answers queries once it is prepared for them, and tells when it is.

    Built when somebody goes and searches, not when a file opens; told what was reported since at the
    next search.
    """

    def __init__(
        self, session: Session, prepared: Callable[[], None], receiver: QObject | None = None
    ) -> None:
        self._session = session
        self._prepared = prepared
        self._receiver = receiver
        """Who is told; nobody any more once it is deleted."""
        self._view: View | None = None
        self._index: Index | None = None
        self._plans: tuple[Plan, ...] = ()
        self._is_told = False
        self._is_preparing = False

    def show(self, view: View | None) -> None:
        """Search what is seen now; the plans are read again only if they are others."""
        self._view, self._is_told = view, False
        plans = view.plans if view else ()
        if plans != self._plans:
            self._index = None
        self._plans = plans

    def prepare(self, query: str) -> bool:
        """Whether `query` can be answered now; if not, it is prepared for on the worker, and then told."""
        index, view = self._index, self._view
        if view is None:
            return False
        is_ready = index is not None and self._is_told and not index.needs_pinyin(query)
        if not is_ready and not self._is_preparing:
            self._is_preparing = self._is_told = True
            self._session.query(
                lambda _: _prepare(index, view, query),
                lambda made: self._take(view, made),
                crashed=lambda _: self._give_up(),
                receiver=self._receiver,
            )
        return is_ready

    def find(self, query: str) -> frozenset[TaskId]:
        """The tasks of all plans of the file in which the query is found; nothing before it is prepared."""
        return self._index.find(query) if self._index is not None and self.prepare(query) else frozenset()

    def marks(self, query: str) -> Marks | None:
        """What the query marks in the rows of the tree."""
        view = self._view
        if self._index is None or view is None:
            return None
        from desktop.models.plan_marks import Marks

        return Marks(self._index, query, lambda task: told(view, task))

    def _take(self, view: View, made: Index) -> None:
        self._is_preparing = False
        if view.plans == self._plans:
            self._index = made
        self._prepared()

    def _give_up(self) -> None:
        """A bug, which is told elsewhere: the next key tries again."""
        self._is_preparing = self._is_told = False


def _prepare(index: Index | None, view: View, query: str) -> Index:
    if index is None:
        index = db.Index(view.plans)
    index.tell({task: told(view, task) for task in view.entries.keys() | view.drafts.keys()})
    if index.needs_pinyin(query):
        index.build_pinyin()
    return index


def told(view: View, task: TaskId) -> str:
    """Every narrative that stands for a task, and the one that is being typed."""
    entry, draft = view.entries.get(task), view.drafts.get(task)
    said = [head.content.narrative for head in entry.heads] if entry else []
    if entry is not None and entry.current is not None and entry.current not in entry.heads:
        said.append(entry.current.content.narrative)
    if draft is not None and draft.content.narrative not in said:
        said.append(draft.content.narrative)
    return "\n".join(said)
