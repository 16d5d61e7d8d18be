"""What lies hidden in a fill-in workbook: terms, tasks and starting revisions, under a mark of ours.

The mark is HMAC(K, all of it), with the K of the dispatch (`seals.seal_key`). K itself is not in the
workbook: whoever has one cannot seal a return with it.
"""

from __future__ import annotations

import base64
import binascii
import hmac
import json
import re
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from db.errors import FileError, RefusedError
from db.fill import agreed
from db.records import (
    Content,
    MeasureId,
    PeriodId,
    Revision,
    RevisionId,
    TaskId,
    Terms,
    UnitId,
)
from db.revisions import canonical, content_form, content_of, verify
from db.seals import terms_of, terms_text
from db.sheet_data import Script

FORM = 1
SIGN = "shishi:"
"""What every hidden cell begins with."""
_FIRST = re.compile(rf"{SIGN}workbook:(\d{{1,4}})")
_MARK = re.compile(rf"{SIGN}mark:([0-9a-f]{{64}})")
_PART = re.compile(rf"{SIGN}part:(\d{{1,6}})/(\d{{1,6}}):([A-Za-z0-9+/=]*)")
_PART_SIZE = 8_000
_MOST_BYTES = 64 * 1024 * 1024
_MOST_VALUES = 1_000_000
"""Commas: a small file can unpack to so many empty lists that no memory holds them."""
_MOST_OF_A_NAME = 100
"""Characters of a name that is only shown; what is longer is cut."""


@dataclass(frozen=True, slots=True)
class AskedMeasure:
    """A measure of which a figure is asked."""

    id: MeasureId
    text: str
    """As its row shows it."""
    unit: str


@dataclass(frozen=True, slots=True)
class AskedTask:
    """A task as its row shows it: what must still stand there when the row comes back."""

    id: TaskId
    name: str
    """`7.4#2`."""
    number: str
    target: str
    measures: tuple[AskedMeasure, ...]


@dataclass(frozen=True, slots=True)
class Identity:
    """What the workbook is: which dispatch, whom it asks what, and where that stood."""

    terms: Terms
    plan_title: str
    unit_name: str
    period_label: str
    tasks: tuple[AskedTask, ...]
    script: Script
    """Of its words."""
    revisions: dict[RevisionId, Revision]
    """All that was said of its tasks in its period when it was made."""

    def starts(self, task: TaskId) -> tuple[RevisionId, ...]:
        """The revisions that the task starts from."""
        return dict(self.terms.starts).get(task, ())

    def start(self, task: TaskId) -> Content:
        """What stands in the row's fields when nobody has typed: what the starting revisions say alike."""
        return agreed([self.revisions[key] for key in self.starts(task)])


def hidden_cells(identity: Identity, key: bytes) -> list[str]:
    """The texts to hide in the workbook; `key` is the K of its dispatch."""
    data = canonical(_form(identity))
    text = base64.b64encode(zlib.compress(data, 9)).decode()
    parts = [text[at : at + _PART_SIZE] for at in range(0, len(text), _PART_SIZE)]
    return [
        f"{SIGN}workbook:{FORM}",
        f"{SIGN}mark:{_mark(key, data).hex()}",
        *(f"{SIGN}part:{n}/{len(parts)}:{part}" for n, part in enumerate(parts, 1)),
    ]


def _mark(key: bytes, data: bytes) -> bytes:
    return hmac.digest(key, b"workbook\0" + data, "sha256")


@dataclass(frozen=True, slots=True)
class Claimed:
    """What a workbook says that it is. Only `proven` makes it true."""

    terms: Terms
    plan_title: str
    unit_name: str
    period_label: str
    form: dict[str, Any]
    data: bytes
    mark: bytes

    def proven(self, key: bytes) -> Identity:
        """The identity, if it was hidden here with `key`, the K of its dispatch.

        Raises RefusedError: `bad_seal`, `workbook_identity_damaged`, `bad_hash`, `not_nfc`.
        """
        if not hmac.compare_digest(_mark(key, self.data), self.mark):
            raise RefusedError("bad_seal")
        with _in_our_form():
            return _identity(self)


@contextmanager
def _in_our_form() -> Iterator[None]:
    try:
        yield
    except (ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError) as error:
        raise RefusedError("workbook_identity_damaged") from error


def claimed(cells: Iterable[str], path: Path) -> Claimed | None:
    """What these cells hide, wherever they stand; None when they hide nothing.

    Raises RefusedError: `workbook_identity_damaged`, `too_large`, `bad_terms`; FileError(`newer_version`).
    """
    texts = [text for text in cells if text.startswith(SIGN)]
    versions = {int(found[1]) for text in texts if (found := _FIRST.fullmatch(text))}
    if not versions:
        return None
    if max(versions) > FORM:
        raise FileError("newer_version", path=path, version=max(versions), ours=FORM)
    marks = {found[1] for text in texts if (found := _MARK.fullmatch(text))}
    if len(marks) != 1:
        raise RefusedError("workbook_identity_damaged")
    data = _unpacked([found for text in texts if (found := _PART.fullmatch(text))])
    with _in_our_form():
        form = json.loads(data)
        title, unit, period = (_short(form[name]) for name in ("plan", "unit", "period"))
        return Claimed(terms_of(form["terms"]), title, unit, period, form, data, bytes.fromhex(marks.pop()))


def _short(name: object) -> str:
    if not isinstance(name, str):
        raise TypeError(f"not a text: {name!r}")
    return name.encode()[: 4 * _MOST_OF_A_NAME].decode(errors="ignore")[:_MOST_OF_A_NAME]


def _unpacked(found: Sequence[re.Match[str]]) -> bytes:
    parts = {int(one[1]): one[3] for one in found}
    totals = {int(one[2]) for one in found}
    if len(totals) != 1 or parts.keys() != set(range(1, totals.pop() + 1)):
        raise RefusedError("workbook_identity_damaged")
    try:
        packed = base64.b64decode("".join(parts[n] for n in sorted(parts)), validate=True)
        unpacking = zlib.decompressobj()
        data = unpacking.decompress(packed, _MOST_BYTES)
    except (binascii.Error, zlib.error) as error:
        raise RefusedError("workbook_identity_damaged") from error
    if unpacking.unconsumed_tail or data.count(b",") > _MOST_VALUES:
        raise RefusedError("too_large", what="workbook", limit=_MOST_BYTES)
    return data


def _form(identity: Identity) -> dict[str, Any]:
    return {
        "terms": terms_text(identity.terms),
        "plan": identity.plan_title,
        "unit": identity.unit_name,
        "period": identity.period_label,
        "script": identity.script,
        "tasks": [
            [t.id, t.name, t.number, t.target, [[m.id, m.text, m.unit] for m in t.measures]]
            for t in identity.tasks
        ],
        "revisions": [
            [r.id, r.task, r.period, r.unit, r.author, r.saved_at, list(r.parents), content_form(r.content)]
            for _, r in sorted(identity.revisions.items())
        ],
    }


def _identity(claim: Claimed) -> Identity:
    revisions = [_revision(*row) for row in claim.form["revisions"]]
    tasks = tuple(
        AskedTask(
            TaskId(key),
            name,
            number,
            target,
            tuple(AskedMeasure(MeasureId(m), text, unit) for m, text, unit in measures),
        )
        for key, name, number, target, measures in claim.form["tasks"]
    )
    known = {revision.id: revision for revision in revisions}
    return Identity(
        claim.terms,
        claim.plan_title,
        claim.unit_name,
        claim.period_label,
        tasks,
        "traditional" if claim.form["script"] == "traditional" else "simplified",
        known,
    )


def _revision(
    key: str,
    task: str,
    period: str,
    unit: str | None,
    author: str,
    saved_at: str,
    parents: list[str],
    content: dict[str, Any],
) -> Revision:
    revision = Revision(
        RevisionId(key),
        TaskId(task),
        PeriodId(period),
        UnitId(unit) if unit is not None else None,
        author,
        saved_at,
        content_of(content),
        tuple(RevisionId(parent) for parent in parents),
    )
    verify(revision)
    return revision
