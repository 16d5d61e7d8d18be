"""The gate: which revisions a file may bring, judged from the file and the plan key alone.

design.md §3: the same whatever the ledger holds already, so that the order of files cannot matter. A
file passes whole or is refused whole.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from db import seals
from db.attachments import referenced, shown_attachment
from db.errors import RefusedError
from db.records import Finding, Revision, RevisionId, TaskId, Terms
from db.revisions import ancestors, heads
from db.seals import return_code, return_id, same_seal, seal_key
from db.untrusted import Foreign


@dataclass(frozen=True, slots=True)
class Passed:
    """What a file hands in, proven."""

    name: str
    unit_name: str
    period_label: str
    terms: Terms
    handed: tuple[Revision, ...]
    attachments: Mapping[str, bytes]
    """What the revisions name, by SHA-256."""
    revisions: Mapping[RevisionId, Revision]
    """What the handed-in ones reach back to, themselves included, parents first."""
    identity: str
    seal: bytes
    check_code: str
    author: str
    made_at: str
    task_names: Mapping[TaskId, str]
    odd: tuple[str, ...]
    """Names of the tasks of which something is said in odd characters."""
    said: tuple[Finding, ...] = ()
    """What is to be said of single cells of a workbook."""

    @property
    def is_sealed(self) -> bool:
        """A workbook cannot be."""
        return bool(self.seal)


_ODD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Control characters other than tab and line break, and what turns the direction of writing round."""


def is_odd(revision: Revision) -> bool:
    """Whether a text of it has characters that nobody sees and that make it read otherwise than it is."""
    content = revision.content
    texts = [revision.author, content.reason, content.narrative, content.problems, content.next_steps]
    texts += [content.remark, *(e.text for e in content.explanations), *(a.name for a in content.attachments)]
    return any(_ODD.search(text) for text in texts)


def judge(foreign: Foreign, key: bytes) -> Passed:
    """Check a file against the seal key of its dispatch.

    Raises RefusedError: `bad_seal`, `nothing_filled`, and what `pass_on` raises.
    """
    handed, proof = _handed(foreign, key)
    return pass_on(foreign, handed, seal=proof)


def pass_on(
    foreign: Foreign, handed: tuple[RevisionId, ...], *, seal: bytes, said: tuple[Finding, ...] = ()
) -> Passed:
    """What a file hands in, once it is proven that it may; an empty `seal`: it cannot be sealed.

    Raises RefusedError: `wrong_task`, `wrong_period`, `wrong_unit`, `rootless`, `attachment_lost`.
    """
    reached = _reached(foreign, handed)
    _check_attached(foreign, reached)
    revisions = tuple(foreign.revisions[key] for key in handed)
    return Passed(
        name=foreign.name,
        unit_name=foreign.unit_name,
        period_label=foreign.period_label,
        terms=foreign.terms,
        handed=revisions,
        attachments=foreign.attachments,
        revisions=reached,
        identity=return_id(foreign.terms.id, handed),
        seal=seal,
        check_code=return_code(foreign.terms.id, handed),
        author=foreign.author,
        made_at=foreign.made_at,
        task_names=foreign.task_names,
        odd=tuple(foreign.task_names.get(r.task, r.task[:8]) for r in revisions if is_odd(r)),
        said=said,
    )


def key_of(plan_key: bytes, foreign: Foreign) -> bytes:
    """The seal key that a file of ours must have been made with."""
    return seal_key(plan_key, foreign.terms)


def _handed(foreign: Foreign, key: bytes) -> tuple[tuple[RevisionId, ...], bytes]:
    """The ids handed in, and the seal over them."""
    if foreign.handed is not None and foreign.seal is not None:
        proof = seals.seal(key, foreign.terms.id, foreign.handed)
        if not same_seal(foreign.seal, proof):
            raise RefusedError("bad_seal")
        return foreign.handed, proof
    if foreign.key is None or not same_seal(foreign.key, key):
        raise RefusedError("bad_seal")
    # The fill-in file itself: what its unit saved in it. An untouched one says nothing.
    starts = {start for _, ids in foreign.terms.starts for start in ids}
    saved = tuple(head.id for head in heads(foreign.revisions.values()) if head.id not in starts)
    if not saved:
        raise RefusedError("nothing_filled")
    return saved, seals.seal(key, foreign.terms.id, saved)


def _reached(foreign: Foreign, handed: tuple[RevisionId, ...]) -> dict[RevisionId, Revision]:
    given = _given(foreign)
    parents = {
        key: revision.parents if key not in given else [p for p in revision.parents if p in given]
        for key, revision in foreign.revisions.items()
    }
    reached = ancestors(handed, parents)
    if unknown := reached - foreign.revisions.keys():
        raise RefusedError("rootless", task=min(unknown)[:8])
    for revision in (foreign.revisions[key] for key in reached):
        _check_terms(foreign, revision, given)
    return {key: foreign.revisions[key] for key in sorted(reached)}


def _check_attached(foreign: Foreign, reached: Mapping[RevisionId, Revision]) -> None:
    """What the unit attached comes along. What was lost before it got its file is not its fault: a workbook
    has no room for bytes, and may be all that tells a restored ledger of the revision it started from."""
    given = _given(foreign)
    known = referenced(foreign.revisions[key] for key in given)
    for revision in reached.values():
        for ref in revision.content.attachments:
            if ref.sha256 not in known and ref.sha256 not in foreign.attachments:
                raise RefusedError("attachment_lost", name=shown_attachment(ref))


def _given(foreign: Foreign) -> set[RevisionId]:
    """The starting revisions, and what they descend from as far as it came along.

    A start's hash covers its parents' ids, so they are proven with it; they bring a ledger that was
    restored from a backup back to where the dispatch stood.
    """
    starts = [start for _, ids in foreign.terms.starts for start in ids]
    known = {key: revision.parents for key, revision in foreign.revisions.items()}
    return ancestors(starts, known) & foreign.revisions.keys()


def _check_terms(foreign: Foreign, revision: Revision, given: set[RevisionId]) -> None:
    terms = foreign.terms
    name = foreign.task_names.get(revision.task, revision.task[:8])
    starts = dict(terms.starts).get(revision.task, ())
    if revision.task not in terms.tasks:
        raise RefusedError("wrong_task", task=name)
    if revision.period != terms.period:
        raise RefusedError("wrong_period", task=name)
    if revision.id in given:
        return
    if revision.unit != terms.unit:
        raise RefusedError("wrong_unit", task=name, unit=foreign.unit_name)
    strays = [p for p in revision.parents if foreign.revisions[p].task != revision.task]
    behind = [p for p in revision.parents if p in given and p not in starts]
    if strays or behind or (starts and not revision.parents):
        raise RefusedError("rootless", task=name)
