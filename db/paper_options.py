"""What is to be put on paper, for whom and how: one record for preview, printer and file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from db.records import CategoryId, Plan, Task, TaskId, UnitId

PaperKind = Literal["sheets", "unit_set", "table", "chase", "overview", "blank", "receipt"]
"""`blank`: item sheets to be filled in by hand; `unit_set`: a cover and the sheets of each unit."""
PaperSize = Literal["a4", "a3"]

_FORMATS = {"table": (".pdf", ".xlsx", ".docx", ".csv"), "chase": (".pdf", ".txt")}


@dataclass(frozen=True, slots=True)
class PaperOptions:
    """A paper as it was asked for. Of `unit`, `category` and `tasks` all that are given must hold."""

    what: PaperKind = "sheets"
    unit: UnitId | None = None
    category: CategoryId | None = None
    tasks: tuple[TaskId, ...] | None = None
    size: PaperSize = "a4"
    """Of the table; everything else is A4."""
    last_period: bool = False
    """The table has a column of what was reported in the period before."""
    public: bool = False
    """The table is without problems, next steps and remarks."""
    edition: int | None = None
    """Of the table; what the ledger counts when None."""
    drafts: bool = False
    """Sheets show what is typed and not yet saved: marked, and without a check code."""

    @property
    def landscape(self) -> bool:
        """Whether its pages lie."""
        return self.what == "table"

    @property
    def formats(self) -> tuple[str, ...]:
        """The suffixes under which it can be saved."""
        return _FORMATS.get(self.what, (".pdf",))

    def chosen(self, plan: Plan) -> tuple[TaskId, ...] | None:
        """The tasks that are meant, retired ones only if named; None: what a paper of a whole plan shows."""
        if self.unit is None and self.category is None and self.tasks is None:
            return None
        return tuple(
            task.id
            for category in plan.categories
            if self.category in (None, category.id)
            for item in category.items
            for task in item.tasks
            if self._means(task)
        )

    def _means(self, task: Task) -> bool:
        led = self.unit is None or any(lead.id == self.unit for lead in task.leads)
        return led and (task.id in self.tasks if self.tasks is not None else not task.retired)
