"""Revisions and reviews in their tables: the only place that knows both shapes."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from db.records import (
    AttachmentRef,
    Content,
    Explanation,
    MeasureId,
    PeriodId,
    Review,
    ReviewId,
    Revision,
    RevisionId,
    Status,
    TaskId,
    UnitId,
    Verdict,
)
from db.revisions import FORM, decimal_text, says

_COLUMNS = (
    "id, task_id, period_id, unit_id, author, saved_at, status, nothing_new, reason, narrative, "
    "problems, next_steps, remark"
)


def load(connection: sqlite3.Connection, where: str, *values: object) -> dict[RevisionId, Revision]:
    """The revisions for which `where` (SQL of ours, on table `revision`) holds, by id."""
    rows = connection.execute(f"SELECT {_COLUMNS} FROM revision WHERE {where}", values).fetchall()
    if not rows:
        return {}
    chosen = json.dumps([row[0] for row in rows])
    parents = _grouped(connection, "revision_parent", "parent_id", chosen)
    figures = _grouped(connection, "figure", "measure_id, value", chosen)
    explanations = _grouped(connection, "explanation", "position, code, place, text", chosen)
    attachments = _grouped(connection, "revision_attachment", "position, sha256, name", chosen)
    found = {}
    for row in rows:
        key = row[0]
        content = Content(
            status=Status(row[6]) if row[6] is not None else None,
            nothing_new=bool(row[7]),
            reason=row[8],
            narrative=row[9],
            problems=row[10],
            next_steps=row[11],
            remark=row[12],
            figures=tuple((MeasureId(m), Decimal(v)) for m, v in figures.get(key, ())),
            explanations=tuple(Explanation(*e) for _, *e in explanations.get(key, ())),
            attachments=tuple(AttachmentRef(*a) for _, *a in attachments.get(key, ())),
        )
        found[RevisionId(key)] = Revision(
            RevisionId(key),
            TaskId(row[1]),
            PeriodId(row[2]),
            UnitId(row[3]) if row[3] is not None else None,
            row[4],
            row[5],
            content,
            tuple(RevisionId(p) for (p,) in parents.get(key, ())),
        )
    return found


def _grouped(
    connection: sqlite3.Connection, table: str, columns: str, chosen: str
) -> dict[str, list[Sequence[Any]]]:
    # Primary keys begin with revision_id and are followed by the order that the form wants.
    grouped: dict[str, list[Sequence[Any]]] = defaultdict(list)
    sql = (
        f"SELECT revision_id, {columns} FROM {table} "
        "WHERE revision_id IN (SELECT value FROM json_each(?)) ORDER BY 1, 2"
    )
    for key, *rest in connection.execute(sql, (chosen,)):
        grouped[key].append(rest)
    return grouped


def insert(connection: sqlite3.Connection, revisions: Sequence[Revision]) -> None:
    """Add revisions that are not there yet."""
    connection.executemany(
        "INSERT INTO revision (id, form, task_id, period_id, unit_id, author, saved_at, says, "
        "status, nothing_new, reason, narrative, problems, next_steps, remark) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [_row(revision) for revision in revisions],
    )
    for sql, parts in (
        (
            "INSERT INTO revision_parent (revision_id, parent_id) VALUES (?, ?)",
            [(r.id, parent) for r in revisions for parent in r.parents],
        ),
        (
            "INSERT INTO figure (revision_id, measure_id, value) VALUES (?, ?, ?)",
            [(r.id, m, decimal_text(value)) for r in revisions for m, value in r.content.figures],
        ),
        (
            "INSERT INTO explanation (revision_id, position, code, place, text) VALUES (?, ?, ?, ?, ?)",
            [
                (r.id, n, e.code, e.place, e.text)
                for r in revisions
                for n, e in enumerate(r.content.explanations)
            ],
        ),
        (
            "INSERT INTO revision_attachment (revision_id, position, sha256, name) VALUES (?, ?, ?, ?)",
            [(r.id, n, a.sha256, a.name) for r in revisions for n, a in enumerate(r.content.attachments)],
        ),
    ):
        if parts:
            connection.executemany(sql, parts)


def _row(revision: Revision) -> tuple[object, ...]:
    content = revision.content
    return (
        revision.id,
        FORM,
        revision.task,
        revision.period,
        revision.unit,
        revision.author,
        revision.saved_at,
        says(content),
        content.status,
        int(content.nothing_new),
        content.reason,
        content.narrative,
        content.problems,
        content.next_steps,
        content.remark,
    )


def delete(connection: sqlite3.Connection, ids: Sequence[str]) -> None:
    """Take revisions out again: only for the undo of the merge that brought them."""
    for table in ("revision_parent", "figure", "explanation", "revision_attachment"):
        connection.executemany(f"DELETE FROM {table} WHERE revision_id = ?", [(i,) for i in ids])
    connection.executemany("DELETE FROM revision WHERE id = ?", [(i,) for i in ids])


def load_reviews(
    connection: sqlite3.Connection, where: str, *values: object, table: str = "review_head"
) -> list[Review]:
    """The reviews for which `where` (SQL of ours) holds: the heads, or all of table `review`."""
    sql = (
        "SELECT id, task_id, period_id, revision_id, verdict, comment, author, made_at "
        f"FROM {table} WHERE {where} ORDER BY id"
    )
    rows = connection.execute(sql, values).fetchall()
    parents = _review_parents(connection, [row[0] for row in rows])
    return [
        Review(
            ReviewId(row[0]),
            TaskId(row[1]),
            PeriodId(row[2]),
            RevisionId(row[3]),
            Verdict(row[4]),
            row[5],
            row[6],
            row[7],
            tuple(parents.get(row[0], ())),
        )
        for row in rows
    ]


def _review_parents(connection: sqlite3.Connection, reviews: Sequence[str]) -> dict[str, list[ReviewId]]:
    parents: dict[str, list[ReviewId]] = defaultdict(list)
    sql = "SELECT review_id, parent_id FROM review_parent WHERE review_id IN (SELECT value FROM json_each(?))"
    for review, parent in connection.execute(sql, (json.dumps(reviews),)) if reviews else ():
        parents[review].append(ReviewId(parent))
    return parents


def insert_reviews(connection: sqlite3.Connection, reviews: Iterable[Review]) -> None:
    """Add reviews that are not there yet."""
    for review in reviews:
        connection.execute(
            "INSERT INTO review (id, form, task_id, period_id, revision_id, verdict, comment, author, "
            "made_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                review.id,
                FORM,
                review.task,
                review.period,
                review.revision,
                review.verdict,
                review.comment,
                review.author,
                review.made_at,
            ),
        )
        connection.executemany(
            "INSERT INTO review_parent (review_id, parent_id) VALUES (?, ?)",
            [(review.id, parent) for parent in review.parents],
        )
