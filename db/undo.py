"""Take the last merge back, as long as nothing was built on it; design.md §3."""

from __future__ import annotations

import sqlite3
from collections import defaultdict

from db import attachments, backups, leaving_out, revision_rows
from db.errors import RequestError
from db.ledger import Ledger, now
from db.ledger_entries import task_name
from db.plan import rebuild
from db.records import TaskId


def undo_merge(ledger: Ledger) -> tuple[str, ...]:
    """Undo the newest merge that is not undone; its receipts stay, marked by the merge's `undone_at`.

    The names of the files that it had brought.

    Raises RequestError: `nothing_to_undo`, `built_on` (a revision, review or dispatch stands on it).
    """
    with ledger.transaction() as connection:
        found = ledger.rows("SELECT max(id) FROM merge WHERE undone_at IS NULL")
        merge = found[0][0]
        if merge is None:
            raise RequestError("nothing_to_undo")
        added: dict[str, list[str]] = defaultdict(list)
        for kind, key in ledger.rows("SELECT kind, id FROM merge_added WHERE merge_id = ?", merge):
            added[kind].append(key)
        _refuse_if_built_on(ledger, merge)
        backups.make(ledger.path, "undo")
        _remove(connection, added)
        leaving_out.put_back(connection, merge)
        _remove_edits(connection, added)
        connection.execute("UPDATE merge SET undone_at = ? WHERE id = ?", (now(), merge))
        names = ledger.rows("SELECT file_name FROM receipt WHERE merge_id = ? ORDER BY id", merge)
    return tuple(name for (name,) in names)


def _refuse_if_built_on(ledger: Ledger, merge: int) -> None:
    built = ledger.rows(_BUILT_ON, merge)
    if built:
        raise RequestError("built_on", task=task_name(ledger, TaskId(built[0][0])))


_BUILT_ON = """
WITH brought AS (SELECT kind, id FROM merge_added WHERE merge_id = ?1),
  revisions AS (SELECT id FROM brought WHERE kind = 'revision'),
  reviews AS (SELECT id FROM brought WHERE kind = 'review'),
  edits AS (SELECT id FROM brought WHERE kind = 'plan_edit'),
  own_dispatch AS (
    SELECT * FROM dispatch WHERE id NOT IN (SELECT id FROM brought WHERE kind = 'dispatch'))
SELECT r.task_id FROM revision_parent AS p JOIN revision AS r ON r.id = p.revision_id
WHERE p.parent_id IN revisions AND r.id NOT IN revisions
UNION ALL
SELECT task_id FROM review WHERE revision_id IN revisions AND id NOT IN reviews
UNION ALL
SELECT v.task_id FROM review_parent AS p JOIN review AS v ON v.id = p.review_id
WHERE p.parent_id IN reviews AND v.id NOT IN reviews
UNION ALL
SELECT s.key FROM own_dispatch AS d, json_each(d.terms, '$.starts') AS s, json_each(s.value) AS i
WHERE i.value IN revisions
UNION ALL -- a file that was issued for the plan as it came
SELECT t.value FROM own_dispatch AS d, json_each(d.terms, '$.tasks') AS t
WHERE json_extract(d.terms, '$.plan_edit') IN edits
UNION ALL -- a further step of the plan
SELECT later.plan_id FROM plan_edit AS e JOIN plan_edit AS later
  ON later.plan_id = e.plan_id AND later.seq > e.seq
WHERE e.id IN edits AND later.id NOT IN edits
UNION ALL -- something told in a plan that came along
SELECT r.task_id FROM brought AS b JOIN category AS c ON c.plan_id = b.id
JOIN item AS i ON i.category_id = c.id JOIN task AS t ON t.item_id = i.id
JOIN revision AS r ON r.task_id = t.id
WHERE b.kind = 'plan' AND r.id NOT IN revisions
"""


def _remove(connection: sqlite3.Connection, added: dict[str, list[str]]) -> None:
    revision_rows.delete(connection, added["revision"])
    attachments.remove(connection, added["attachment"])
    for table, key in (("review_parent", "review_id"), ("review", "id")):
        connection.executemany(f"DELETE FROM {table} WHERE {key} = ?", [(i,) for i in added["review"]])
    for table, key in (("return_revision", "return_id"), ("return", "id")):
        connection.executemany(f"DELETE FROM {table} WHERE {key} = ?", [(i,) for i in added["return"]])
    connection.executemany("DELETE FROM dispatch WHERE id = ?", [(i,) for i in added["dispatch"]])


def _remove_edits(connection: sqlite3.Connection, added: dict[str, list[str]]) -> None:
    touched = {
        plan
        for edit in added["plan_edit"]
        for (plan,) in connection.execute("SELECT plan_id FROM plan_edit WHERE id = ?", (edit,))
    }
    connection.executemany("DELETE FROM plan_edit WHERE id = ?", [(i,) for i in added["plan_edit"]])
    for plan in touched:
        rebuild(connection, plan)
    for table, key in (("plan_key", "plan_id"), ("plan", "id")):
        connection.executemany(f"DELETE FROM {table} WHERE {key} = ?", [(i,) for i in added["plan"]])
