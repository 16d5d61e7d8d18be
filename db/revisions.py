"""The revision model, pure: canonical form, ids, heads, and what counts; design.md §3.1-3.6."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from db.errors import RefusedError
from db.records import (
    AttachmentRef,
    Content,
    Entry,
    Explanation,
    PeriodId,
    Review,
    ReviewId,
    Revision,
    RevisionId,
    State,
    TaskId,
    UnitId,
    Verdict,
)

FORM = 1
"""Version of the canonical form. A later form adds fields without touching the ids of this one."""

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32: no I, L, O, U


_canonical_text = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


def canonical(value: object) -> bytes:
    """The one way to write a JSON value as bytes: sorted keys, no spaces, UTF-8."""
    return _canonical_text(value).encode()


def digest(value: object) -> str:
    """SHA-256 over the canonical form, in hex."""
    return sha256(canonical(value))


def sha256(data: bytes) -> str:
    """SHA-256 over bytes, in hex."""
    import hashlib  # brings OpenSSL with it, which a window that only reads does not wait for

    return hashlib.sha256(data).hexdigest()


def check_code(digest_hex: str) -> str:
    """The code a person can compare on paper: the first 40 bits of a hash, like `7K3F-92QX`."""
    bits = int(digest_hex[:10], 16)
    code = "".join(_ALPHABET[bits >> shift & 31] for shift in range(35, -1, -5))
    return f"{code[:4]}-{code[4:]}"


def decimal_text(value: Decimal) -> str:
    """An exact decimal in its one form: no exponent, no trailing zeros, no negative zero."""
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def content_form(content: Content) -> dict[str, Any]:
    """What is said, as plain JSON values; also how a draft is stored."""
    return {
        "status": content.status,
        "nothing_new": content.nothing_new,
        "reason": content.reason,
        "narrative": content.narrative,
        "problems": content.problems,
        "next_steps": content.next_steps,
        "remark": content.remark,
        "figures": {measure: decimal_text(value) for measure, value in content.figures},
        "explanations": [[e.code, e.place, e.text] for e in content.explanations],
        "attachments": [[a.sha256, a.name] for a in content.attachments],
    }


def content_of(form: Mapping[str, Any]) -> Content:
    """The inverse of `content_form`."""
    from db.records import MeasureId, Status

    return Content(
        status=Status(form["status"]) if form["status"] else None,
        nothing_new=form["nothing_new"],
        reason=form["reason"],
        narrative=form["narrative"],
        problems=form["problems"],
        next_steps=form["next_steps"],
        remark=form["remark"],
        figures=tuple((MeasureId(m), Decimal(v)) for m, v in sorted(form["figures"].items())),
        explanations=tuple(Explanation(*e) for e in form["explanations"]),
        attachments=tuple(AttachmentRef(*a) for a in form["attachments"]),
    )


def normal(content: Content) -> Content:
    """The content as it is saved: every text in NFC, figures in the order of their measures."""
    return content_of(_nfc(content_form(content)))


def says(content: Content) -> str:
    """The hash of what is said, whoever says it and when: heads that say the same count as one."""
    return digest(content_form(content))


def revision_id(revision: Revision) -> RevisionId:
    """The id that this revision must have: the hash of everything else in it."""
    return RevisionId(digest(_revision_form(revision)))


def _revision_form(revision: Revision) -> dict[str, Any]:
    return {
        "form": FORM,
        "task": revision.task,
        "period": revision.period,
        "unit": revision.unit,
        "author": revision.author,
        "saved_at": revision.saved_at,
        "parents": sorted(revision.parents),
        "content": content_form(revision.content),
    }


def build(
    task: TaskId,
    period: PeriodId,
    content: Content,
    *,
    unit: UnitId | None,
    author: str,
    saved_at: str,
    parents: Iterable[RevisionId],
) -> Revision:
    """A new revision, its texts in NFC, its parents sorted, with its id."""
    from dataclasses import replace

    unnamed = Revision(
        RevisionId(""),
        task,
        period,
        unit,
        unicodedata.normalize("NFC", author),
        saved_at,
        normal(content),
        tuple(sorted(set(parents))),
    )
    return replace(unnamed, id=revision_id(unnamed))


def verify(revision: Revision) -> None:
    """Check a revision from elsewhere. Raises RefusedError: `not_nfc`, `bad_hash`."""
    form = _revision_form(revision)
    text = _canonical_text(form)
    # All of it at once, which is what nearly every revision passes; a line break escaped as `\\n` before
    # a combining mark looks like a letter with that mark, so what fails is looked at text by text.
    if not unicodedata.is_normalized("NFC", text) and not _is_nfc([form["author"], form["content"]]):
        raise RefusedError("not_nfc", place=revision.id[:8])
    if sha256(text.encode()) != revision.id:
        raise RefusedError("bad_hash", revision=revision.id[:8])


def review_id(review: Review) -> ReviewId:
    """The id that this review must have."""
    return ReviewId(
        digest(
            {
                "form": FORM,
                "task": review.task,
                "period": review.period,
                "revision": review.revision,
                "verdict": review.verdict,
                "comment": review.comment,
                "author": review.author,
                "made_at": review.made_at,
                "parents": sorted(review.parents),
            }
        )
    )


def heads(revisions: Iterable[Revision]) -> tuple[Revision, ...]:
    """The revisions that no other one names as parent, by id."""
    every = list(revisions)
    named = {parent for revision in every for parent in revision.parents}
    return tuple(sorted((r for r in every if r.id not in named), key=lambda r: r.id))


def ancestors(
    start: Iterable[RevisionId], parents: Mapping[RevisionId, Sequence[RevisionId]]
) -> set[RevisionId]:
    """`start` and everything before it, as far as `parents` knows."""
    found: set[RevisionId] = set()
    waiting = list(start)
    while waiting:
        current = waiting.pop()
        if current not in found:
            found.add(current)
            waiting.extend(parents.get(current, ()))
    return found


def entry_of(
    task: TaskId,
    period: PeriodId,
    standing: Sequence[Revision],
    approved: Revision | None,
    reviews: Sequence[Review],
) -> Entry:
    """What counts, from the heads, the approved revision if any, and the heads of the review."""
    distinct = {says(revision.content) for revision in standing} if approved or len(standing) > 1 else set()
    review = reviews[0] if len(reviews) == 1 else None
    if approved is not None:
        unchanged = distinct <= {says(approved.content)}
        state = State.APPROVED if unchanged else State.CHANGED_AFTER_APPROVAL
        return Entry(task, period, state, approved, tuple(standing), review)
    if not standing:
        return Entry(task, period, State.BLANK, None, (), review)
    if len(distinct) > 1:
        return Entry(task, period, State.CONFLICT, None, tuple(standing), review)
    first = min(standing, key=lambda revision: revision.id)
    return Entry(task, period, State.OPEN, first, tuple(standing), review)


def approved_by(reviews: Sequence[Review]) -> RevisionId | None:
    """The revision that all heads of the review approve, if they agree."""
    verdicts = {(review.verdict, review.revision) for review in reviews}
    if len(verdicts) == 1:
        verdict, revision = verdicts.pop()
        return revision if verdict is Verdict.APPROVE else None
    return None


def is_filled(entry: Entry) -> bool:
    """Whether anybody has answered: the one definition of what is counted as filled (design.md §2).

    Text that came with an imported table (of no unit, with no parents) is nobody's word until a unit
    saves it or hands it in. A conflict of answers is filled, though not settled.
    """
    return any(
        head.content.is_entry and (head.unit is not None or bool(head.parents) or head.id in entry.confirmed)
        for head in entry.heads
    )


def sent_back_revision(entry: Entry) -> Revision | None:
    """The revision that was sent back, while it still stands among the heads."""
    review = entry.review
    if review is None or review.verdict is not Verdict.SEND_BACK:
        return None
    return next((head for head in entry.heads if head.id == review.revision), None)


def _is_nfc(form: list[Any]) -> bool:
    return bool(_nfc(form) == form)


def _nfc(value: Any) -> Any:
    if isinstance(value, str) and type(value) is str:
        return unicodedata.normalize("NFC", value)
    if isinstance(value, dict):
        return {key: _nfc(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_nfc(item) for item in value]
    return value
