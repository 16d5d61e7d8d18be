"""Terms and seals: how a ledger knows its own dispatch again, whatever it has forgotten since.

design.md §3, the gate: a dispatch carries its terms and K = HMAC(plan key, terms); a return carries
the terms and HMAC(K, the ids it hands in), and K no more.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from db.errors import RefusedError
from db.ledger import Ledger
from db.records import DispatchId, FileKind, PeriodId, PlanId, RevisionId, TaskId, Terms, UnitId
from db.revisions import canonical, check_code, digest, sha256

FORM = 1


def terms_form(terms: Terms) -> dict[str, Any]:
    """The terms as plain JSON values; what is hashed and sealed."""
    return {
        "form": FORM,
        "plan": terms.plan,
        "plan_edit": terms.plan_edit,
        "unit": terms.unit,
        "period": terms.period,
        "tasks": list(terms.tasks),
        "starts": {task: list(ids) for task, ids in terms.starts},
        "issued_at": terms.issued_at,
        "due": terms.due.isoformat() if terms.due else None,
        "corrections": terms.corrections,
        "note": terms.note,
    }


def terms_text(terms: Terms) -> str:
    """The terms as they lie in the file."""
    return canonical(terms_form(terms)).decode()


def terms_of(text: str) -> Terms:
    """The terms from a file. Raises RefusedError(`bad_terms`) when they are not of our form."""
    try:
        form = json.loads(text)
        made = Terms(  # its id hashes the canonical form, which the text must be: see below
            id=DispatchId(sha256(text.encode())),
            plan=PlanId(_text(form["plan"])),
            plan_edit=_text(form["plan_edit"]),
            unit=UnitId(_text(form["unit"])),
            period=PeriodId(_text(form["period"])),
            tasks=tuple(TaskId(_text(task)) for task in form["tasks"]),
            starts=tuple(
                (TaskId(task), tuple(RevisionId(_text(i)) for i in ids))
                for task, ids in sorted(form["starts"].items())
            ),
            issued_at=_text(form["issued_at"]),
            due=date.fromisoformat(form["due"]) if form["due"] is not None else None,
            corrections=form["corrections"] is True,
            note=_text(form["note"]),
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise RefusedError("bad_terms") from error
    if terms_text(made) != text:
        raise RefusedError("bad_terms")
    return made


def terms(ledger: Ledger) -> Terms | None:
    """The terms of a fill-in file or a return; None in a ledger."""
    if ledger.kind is FileKind.LEDGER:
        return None
    return terms_of(ledger.one("SELECT terms FROM dispatch")[0])


def dispatch_id(form: dict[str, Any]) -> DispatchId:
    """The id of a dispatch: the hash of its terms."""
    return DispatchId(digest(form))


def seal_key(plan_key: bytes, terms: Terms) -> bytes:
    """K, with which returns of this dispatch are sealed."""
    return _sealed(plan_key, terms_text(terms).encode())


def handed_in(dispatch: DispatchId, revisions: Iterable[RevisionId]) -> bytes:
    """What a seal covers and the id of a return hashes: the dispatch and the ids handed in."""
    return canonical({"dispatch": dispatch, "revisions": sorted(revisions)})


def return_id(dispatch: DispatchId, revisions: Iterable[RevisionId]) -> str:
    """The id of a return: handing in the same again is the same return."""
    return sha256(handed_in(dispatch, revisions))


def return_code(dispatch: DispatchId, revisions: Iterable[RevisionId]) -> str:
    """The check code of a return: of the ids it hands in, and of what they answer, or all blank ones
    would bear the same."""
    return check_code(return_id(dispatch, revisions))


def seal(key: bytes, dispatch: DispatchId, revisions: Iterable[RevisionId]) -> bytes:
    """HMAC(K, the ids handed in)."""
    return _sealed(key, handed_in(dispatch, revisions))


def same_seal(one: bytes, other: bytes) -> bool:
    """Compare without telling by the time it takes where they differ."""
    import hmac

    return hmac.compare_digest(one, other)


def _sealed(key: bytes, data: bytes) -> bytes:
    import hmac  # as `revisions.sha256`: a window that only reads does not wait for it

    return hmac.digest(key, data, "sha256")


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"not a text: {value!r}")
    return value
