"""The words of the program as frozen records: what every other module passes around.

Amounts and values are exact decimals, days are `date`, instants are ISO 8601 text in UTC
(shown, never compared to decide anything). Ids are opaque text.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NewType

from db.frozen import record

PlanId = NewType("PlanId", str)
CategoryId = NewType("CategoryId", str)
ItemId = NewType("ItemId", str)
TaskId = NewType("TaskId", str)
UnitId = NewType("UnitId", str)
MeasureId = NewType("MeasureId", str)
PeriodId = NewType("PeriodId", str)
RevisionId = NewType("RevisionId", str)
ReviewId = NewType("ReviewId", str)
DispatchId = NewType("DispatchId", str)
ReturnId = NewType("ReturnId", str)


MOST_CHARACTERS = 32_000
"""Of one text: what a cell of a workbook holds, so that what was saved can be handed in and put out."""


class FileKind(StrEnum):
    """What a `.shishi` file is for; the schema is the same for all three."""

    LEDGER = "ledger"
    DISPATCH = "dispatch"
    RETURN = "return"


class Status(StrEnum):
    """What the unit says of its task; design.md §2. `not_applicable` needs a reason."""

    NOT_STARTED = "not_started"
    ON_TRACK = "on_track"
    BEHIND = "behind"
    DONE = "done"
    NOT_APPLICABLE = "not_applicable"


class State(StrEnum):
    """Where the entry of a (task, period) stands; design.md §3.3 and §3.6."""

    BLANK = "blank"
    OPEN = "open"
    CONFLICT = "conflict"
    APPROVED = "approved"
    CHANGED_AFTER_APPROVAL = "changed_after_approval"


class Verdict(StrEnum):
    """What a review says."""

    APPROVE = "approve"
    SEND_BACK = "send_back"
    REOPEN = "reopen"


@record
class Unit:
    """A responsible unit. A group unit (各街道) names its members."""

    id: UnitId
    name: str
    is_group: bool = False
    members: tuple[UnitId, ...] = ()
    aliases: tuple[str, ...] = ()
    contact: str = ""


@record
class Measure:
    """One number promised by a target, e.g. 失业人员再就业 >= 2500 人次."""

    id: MeasureId
    label: str
    comparator: str
    """One of `>=`, `<=`, `=`."""
    amount: Decimal
    unit: str
    steps: tuple[tuple[PeriodId, Decimal], ...] = ()
    """What is to be reached by the end of a period, where the plan says so."""


@record
class Task:
    """One responsibility row of an item: what a clerk reports on."""

    id: TaskId
    number: str
    """The item's number as the table has it; text, never a float."""
    position: int
    """1 for the first row of the item, as in `7.4#1`."""
    target: str
    leads: tuple[Unit, ...]
    cooperating: tuple[Unit, ...]
    extra: tuple[tuple[str, str], ...] = ()
    """Further columns of the source table, (name, text)."""
    measures: tuple[Measure, ...] = ()
    retired: bool = False

    @property
    def name(self) -> str:
        """How a person names the task on the command line: `7.4#2`."""
        return f"{self.number}#{self.position}"


@record
class Item:
    """A numbered project of a category, with one or more tasks."""

    id: ItemId
    number: str
    title: str
    tasks: tuple[Task, ...]


@record
class Category:
    """A heading of the table: 一、教育惠民."""

    id: CategoryId
    name: str
    items: tuple[Item, ...]


@record
class Period:
    """A reporting period, cumulative from `start`."""

    id: PeriodId
    label: str
    start: date
    end: date
    due: date | None = None
    closed_at: str | None = None


@record
class Plan:
    """One year's list of projects of one district, as it now stands."""

    id: PlanId
    title: str
    year: int
    periods: tuple[Period, ...]
    units: tuple[Unit, ...]
    categories: tuple[Category, ...]
    tolerance: Decimal = Decimal(5)
    """Percent points by which a figure may stray from the year and still be on schedule."""

    def tasks(self) -> Iterator[Task]:
        """Every task in the order of the table."""
        for category in self.categories:
            for item in category.items:
                yield from item.tasks


@record
class AttachmentRef:
    """An attachment as a revision names it; its bytes lie in the ledger once."""

    sha256: str
    name: str


@record
class Explanation:
    """Why the writer let a finding stand."""

    code: str
    place: str
    text: str


@record
class Content:
    """What a person types into the form for one (task, period).

    A measure that is not in `figures` is blank, which is not zero.
    """

    status: Status | None = None
    nothing_new: bool = False
    reason: str = ""
    narrative: str = ""
    problems: str = ""
    next_steps: str = ""
    remark: str = ""
    figures: tuple[tuple[MeasureId, Decimal], ...] = ()
    explanations: tuple[Explanation, ...] = ()
    attachments: tuple[AttachmentRef, ...] = ()

    @property
    def is_entry(self) -> bool:
        """Whether this says anything: a narrative, or a reason why there is none (design.md §2)."""
        excused = self.nothing_new or self.status is Status.NOT_APPLICABLE
        return bool(self.narrative.strip()) or (excused and bool(self.reason.strip()))


@record
class Revision:
    """One immutable saved state; its id is the hash of everything else in it."""

    id: RevisionId
    task: TaskId
    period: PeriodId
    unit: UnitId | None
    """The unit that wrote it; None for the coordinating office and for imported tables."""
    author: str
    saved_at: str
    content: Content
    parents: tuple[RevisionId, ...]


@record
class Review:
    """A coordinator's verdict on a revision."""

    id: ReviewId
    task: TaskId
    period: PeriodId
    revision: RevisionId
    verdict: Verdict
    comment: str
    author: str
    made_at: str
    parents: tuple[ReviewId, ...]


@record
class Entry:
    """What counts for one (task, period), and every head that stands."""

    task: TaskId
    period: PeriodId
    state: State
    current: Revision | None
    heads: tuple[Revision, ...] = ()
    review: Review | None = None
    confirmed: frozenset[RevisionId] = frozenset()
    """The heads that came with an imported table and that a unit has handed in since as its own."""


@record
class Draft:
    """What is typed and not yet saved. Never handed over."""

    task: TaskId
    period: PeriodId
    typed_at: str
    content: Content
    base: tuple[RevisionId, ...] = ()
    """The heads that stood when typing began; what a save from this draft descends from."""


@record
class Terms:
    """What a dispatch promises: whom it is for, which tasks, and where each started."""

    id: DispatchId
    plan: PlanId
    plan_edit: str
    """Id of the last edit of the plan log when it was cut."""
    unit: UnitId
    period: PeriodId
    tasks: tuple[TaskId, ...]
    starts: tuple[tuple[TaskId, tuple[RevisionId, ...]], ...]
    issued_at: str
    due: date | None = None
    corrections: bool = False
    note: str = ""
    """What the coordinating office says to all."""


@record
class Finding:
    """Something a check or an import noticed."""

    code: str
    severity: str
    """`error`, `warning` or `note`."""
    place: str
    """Where: a task name, a cell, a line."""
    details: tuple[tuple[str, str], ...] = ()
    """Parameters of the sentence that explains the code."""
    explained: str = ""
    """Why the writer let it stand (`Content.explanations`); then its severity is `note`."""

    @property
    def about(self) -> str:
        """Where, and about which thing there: `1.2#1/新增學位`; what an explanation of it names."""
        said = next((value for name, value in self.details if name in _THINGS), "")
        return f"{self.place}/{said}" if said else self.place


_THINGS = frozenset(("label", "point", "unit", "date", "mark", "said", "sentence", "words"))
"""The details that say which of several findings of a code one is."""


@record
class Changes:
    """What a write changed, for whoever shows it."""

    kinds: frozenset[str]
    """Of `plan`, `entries`, `drafts`, `dispatches`, `returns`."""
    tasks: frozenset[TaskId] = frozenset()
