"""Today's tables and views, as any SQLite tool shows them: the comments travel in the file.

`revision.task_id`, `dispatch.period_id` and their like name rows of the plan but are not foreign
keys: a ledger restored from an old backup must take a true return about a task it has forgotten
(design.md §3, the gate), and a parent may lie in another copy.
"""

from __future__ import annotations

import sqlite3

APPLICATION_ID = 0x53485348  # "SHSH"
VERSION = 1
PAGE_SIZE = 1024

TABLES = """
CREATE TABLE file ( -- one row: what this file is
  id INTEGER PRIMARY KEY CHECK (id = 1),
  kind TEXT NOT NULL CHECK (kind IN ('ledger', 'dispatch', 'return')),
  created_at TEXT NOT NULL, -- ISO 8601, UTC, here and everywhere; shown, never compared
  program TEXT NOT NULL
) STRICT;

CREATE TABLE plan ( -- one year's list of projects of one district
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  year INTEGER NOT NULL,
  tolerance TEXT NOT NULL DEFAULT '5' -- exact decimal, percent points: see db/pace.py
) STRICT;

CREATE TABLE plan_key ( -- proves that a dispatch is ours; in copies of the ledger and nowhere else
  plan_id TEXT PRIMARY KEY REFERENCES plan,
  key BLOB NOT NULL
) STRICT;

CREATE TABLE plan_edit ( -- the append-only log from which the tables of the plan follow
  id TEXT PRIMARY KEY, -- SHA-256 over the edit and the id before it
  plan_id TEXT NOT NULL REFERENCES plan,
  seq INTEGER NOT NULL,
  label TEXT NOT NULL,
  author TEXT NOT NULL,
  made_at TEXT NOT NULL,
  changes TEXT NOT NULL, -- JSON: [{"put": table, "row": {...}}, ...]
  UNIQUE (plan_id, seq)
) STRICT;

CREATE TABLE category (
  id TEXT PRIMARY KEY,
  plan_id TEXT NOT NULL REFERENCES plan,
  position INTEGER NOT NULL,
  name TEXT NOT NULL
) STRICT;

CREATE TABLE item (
  id TEXT PRIMARY KEY,
  category_id TEXT NOT NULL REFERENCES category,
  position INTEGER NOT NULL,
  number TEXT NOT NULL, -- text: 1.10 is not 1.1
  title TEXT NOT NULL
) STRICT;

CREATE TABLE unit ( -- a responsible unit; a group unit has members
  id TEXT PRIMARY KEY,
  plan_id TEXT NOT NULL REFERENCES plan,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  is_group INTEGER NOT NULL CHECK (is_group IN (0, 1)),
  members TEXT NOT NULL, -- JSON list of unit ids
  aliases TEXT NOT NULL, -- JSON list of names
  contact TEXT NOT NULL
) STRICT;

CREATE TABLE task ( -- one responsibility row of an item
  id TEXT PRIMARY KEY,
  item_id TEXT NOT NULL REFERENCES item,
  position INTEGER NOT NULL, -- 1, 2, ... within the item: 7.4#2
  target TEXT NOT NULL,
  leads TEXT NOT NULL, -- JSON list of unit ids, in the order of the table; see view task_unit
  cooperating TEXT NOT NULL,
  extra TEXT NOT NULL, -- JSON list of [column name, text]
  retired INTEGER NOT NULL CHECK (retired IN (0, 1))
) STRICT;

CREATE TABLE measure ( -- one number that a target promises
  id TEXT PRIMARY KEY,
  task_id TEXT NOT NULL REFERENCES task,
  position INTEGER NOT NULL,
  label TEXT NOT NULL,
  comparator TEXT NOT NULL CHECK (comparator IN ('>=', '<=', '=')),
  amount TEXT NOT NULL, -- exact decimal
  unit TEXT NOT NULL
) STRICT;

CREATE TABLE period ( -- cumulative from start_day
  id TEXT PRIMARY KEY,
  plan_id TEXT NOT NULL REFERENCES plan,
  position INTEGER NOT NULL,
  label TEXT NOT NULL,
  start_day TEXT NOT NULL,
  end_day TEXT NOT NULL,
  due_day TEXT,
  closed_at TEXT
) STRICT;

CREATE TABLE step ( -- what a measure is to have reached by the end of a period, where the plan says so
  id TEXT PRIMARY KEY,
  measure_id TEXT NOT NULL REFERENCES measure,
  period_id TEXT NOT NULL REFERENCES period,
  amount TEXT NOT NULL, -- exact decimal
  UNIQUE (measure_id, period_id)
) STRICT;

CREATE TABLE revision ( -- one saved state of what is reported; never changed
  id TEXT PRIMARY KEY, -- SHA-256 over the canonical form of everything else, parents included
  form INTEGER NOT NULL, -- version of the canonical form
  task_id TEXT NOT NULL,
  period_id TEXT NOT NULL,
  unit_id TEXT, -- who wrote it; NULL: the coordinating office, or an imported table
  author TEXT NOT NULL,
  saved_at TEXT NOT NULL,
  says TEXT NOT NULL, -- SHA-256 over what it says, whoever says it
  status TEXT,
  nothing_new INTEGER NOT NULL CHECK (nothing_new IN (0, 1)),
  reason TEXT NOT NULL,
  narrative TEXT NOT NULL,
  problems TEXT NOT NULL,
  next_steps TEXT NOT NULL,
  remark TEXT NOT NULL
) STRICT;
CREATE INDEX revision_of ON revision (period_id, task_id);

CREATE TABLE revision_parent (
  revision_id TEXT NOT NULL REFERENCES revision,
  parent_id TEXT NOT NULL,
  PRIMARY KEY (revision_id, parent_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX revision_child ON revision_parent (parent_id);

CREATE TABLE figure ( -- a blank figure has no row
  revision_id TEXT NOT NULL REFERENCES revision,
  measure_id TEXT NOT NULL,
  value TEXT NOT NULL, -- exact decimal
  PRIMARY KEY (revision_id, measure_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE explanation ( -- why the writer let a finding stand
  revision_id TEXT NOT NULL REFERENCES revision,
  position INTEGER NOT NULL,
  code TEXT NOT NULL,
  place TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (revision_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE attachment (
  sha256 TEXT PRIMARY KEY,
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE revision_attachment (
  revision_id TEXT NOT NULL REFERENCES revision,
  position INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (revision_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE draft ( -- typed and not yet saved; never handed over
  task_id TEXT NOT NULL,
  period_id TEXT NOT NULL,
  typed_at TEXT NOT NULL,
  content TEXT NOT NULL, -- JSON
  base TEXT NOT NULL, -- JSON list of the heads that stood when typing began
  PRIMARY KEY (task_id, period_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE review (
  id TEXT PRIMARY KEY, -- SHA-256 over the rest, parents included
  form INTEGER NOT NULL,
  task_id TEXT NOT NULL,
  period_id TEXT NOT NULL,
  revision_id TEXT NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('approve', 'send_back', 'reopen')),
  comment TEXT NOT NULL,
  author TEXT NOT NULL,
  made_at TEXT NOT NULL
) STRICT;
CREATE INDEX review_of ON review (period_id, task_id);

CREATE TABLE review_parent (
  review_id TEXT NOT NULL REFERENCES review,
  parent_id TEXT NOT NULL,
  PRIMARY KEY (review_id, parent_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX review_child ON review_parent (parent_id);

CREATE TABLE dispatch ( -- a fill-in file issued to one unit for one period
  id TEXT PRIMARY KEY, -- SHA-256 over the terms
  plan_id TEXT NOT NULL,
  unit_id TEXT NOT NULL,
  period_id TEXT NOT NULL,
  terms TEXT NOT NULL -- canonical JSON: unit, period, tasks, the revisions each started from, the note to all
) STRICT;
CREATE INDEX dispatch_of ON dispatch (period_id, unit_id);

CREATE TABLE issued_file ( -- what was sent to whom; of this copy alone
  id INTEGER PRIMARY KEY,
  dispatch_id TEXT NOT NULL REFERENCES dispatch,
  form TEXT NOT NULL CHECK (form IN ('shishi', 'xlsx')),
  file_name TEXT NOT NULL,
  issued_at TEXT NOT NULL
) STRICT;
CREATE INDEX issued_file_of ON issued_file (dispatch_id);

CREATE TABLE printed ( -- the revision that the last sheet bore; of this copy alone
  task_id TEXT NOT NULL,
  period_id TEXT NOT NULL,
  revision_id TEXT NOT NULL,
  printed_at TEXT NOT NULL,
  PRIMARY KEY (task_id, period_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE seal_key ( -- in a fill-in file: HMAC(plan key, terms), with which a return is sealed
  dispatch_id TEXT PRIMARY KEY REFERENCES dispatch,
  key BLOB NOT NULL
) STRICT;

CREATE TABLE return ( -- which revisions answer which dispatch
  id TEXT PRIMARY KEY, -- SHA-256 over the dispatch id and the ids handed in
  dispatch_id TEXT NOT NULL REFERENCES dispatch,
  author TEXT NOT NULL,
  made_at TEXT NOT NULL,
  check_code TEXT NOT NULL,
  seal BLOB NOT NULL -- HMAC(seal key, the ids handed in)
) STRICT;

CREATE TABLE return_revision (
  return_id TEXT NOT NULL REFERENCES return,
  revision_id TEXT NOT NULL,
  PRIMARY KEY (return_id, revision_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE merge ( -- one command, or one drop of files
  id INTEGER PRIMARY KEY,
  merged_at TEXT NOT NULL,
  author TEXT NOT NULL,
  undone_at TEXT
) STRICT;

CREATE TABLE merge_added ( -- what undo takes back
  merge_id INTEGER NOT NULL REFERENCES merge,
  kind TEXT NOT NULL CHECK (
    kind IN ('plan', 'plan_edit', 'revision', 'review', 'dispatch', 'return', 'attachment')),
  id TEXT NOT NULL,
  PRIMARY KEY (merge_id, kind, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE receipt ( -- a return was merged
  id INTEGER PRIMARY KEY,
  merge_id INTEGER NOT NULL REFERENCES merge,
  return_id TEXT NOT NULL, -- stays when the merge is undone
  dispatch_id TEXT NOT NULL,
  unit_id TEXT NOT NULL,
  period_id TEXT NOT NULL,
  file_name TEXT NOT NULL,
  check_code TEXT NOT NULL,
  added INTEGER NOT NULL,
  same INTEGER NOT NULL,
  sealed INTEGER NOT NULL DEFAULT 1 CHECK (sealed IN (0, 1)) -- a workbook cannot be
) STRICT;
CREATE INDEX receipt_of ON receipt (period_id, unit_id);

CREATE TABLE left_out ( -- entries a person left out of a merge; they stay out until chosen
  receipt_id INTEGER NOT NULL REFERENCES receipt,
  revision_id TEXT NOT NULL, -- key columns first: SQLite 3.40 takes a WITHOUT ROWID table for damaged else
  task_id TEXT NOT NULL,
  chosen INTEGER NOT NULL DEFAULT 0 CHECK (chosen IN (0, 1)), -- 1: it had been left out, and was taken in
  PRIMARY KEY (receipt_id, revision_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE taken_out ( -- what another copy of the ledger leaves out, as it stood here; undo puts it back
  merge_id INTEGER NOT NULL REFERENCES merge,
  revision_id TEXT NOT NULL,
  revision TEXT NOT NULL, -- JSON
  PRIMARY KEY (merge_id, revision_id)
) STRICT, WITHOUT ROWID;
"""

VIEWS = """
CREATE VIEW head AS -- a revision that no other names as parent
SELECT * FROM revision AS r
WHERE NOT EXISTS (SELECT 1 FROM revision_parent AS p WHERE p.parent_id = r.id);

CREATE VIEW review_head AS
SELECT * FROM review AS r
WHERE NOT EXISTS (SELECT 1 FROM review_parent AS p WHERE p.parent_id = r.id);

CREATE VIEW approval AS -- the approved revision, where the heads of the review agree
SELECT task_id, period_id, min(revision_id) AS revision_id
FROM review_head
GROUP BY period_id, task_id
HAVING min(verdict) = 'approve' AND max(verdict) = 'approve'
  AND min(revision_id) = max(revision_id);

CREATE VIEW current_entry AS -- what counts: the approved revision, else the only head
SELECT r.*
FROM approval AS a JOIN revision AS r ON r.id = a.revision_id
UNION ALL
SELECT h.*
FROM head AS h
WHERE NOT EXISTS (
    SELECT 1 FROM approval AS a WHERE a.period_id = h.period_id AND a.task_id = h.task_id)
  AND NOT EXISTS ( -- heads that say the same count as one, the first by id; others are a conflict
    SELECT 1 FROM head AS o
    WHERE o.period_id = h.period_id AND o.task_id = h.task_id
      AND (o.says <> h.says OR o.id < h.id));

CREATE VIEW open_conflicts AS
SELECT h.period_id, h.task_id, count(DISTINCT h.says) AS sides, group_concat(h.id) AS heads
FROM head AS h
WHERE NOT EXISTS (
  SELECT 1 FROM approval AS a WHERE a.period_id = h.period_id AND a.task_id = h.task_id)
GROUP BY h.period_id, h.task_id
HAVING count(DISTINCT h.says) > 1;

CREATE VIEW task_unit AS
SELECT t.id AS task_id, u.value AS unit_id, 'lead' AS role, u.key + 1 AS position
FROM task AS t, json_each(t.leads) AS u
UNION ALL
SELECT t.id, u.value, 'cooperating', u.key + 1 FROM task AS t, json_each(t.cooperating) AS u;

CREATE VIEW progress AS -- the consolidated table as rows
SELECT pl.title AS plan, pe.label AS period, c.name AS category, i.number, t.position,
  t.target, (SELECT group_concat(u.name, '、') FROM task_unit AS tu JOIN unit AS u ON u.id = tu.unit_id
    WHERE tu.task_id = t.id AND tu.role = 'lead') AS leads,
  e.status, e.narrative, e.problems, e.next_steps, e.id AS revision_id,
  t.id AS task_id, pe.id AS period_id
FROM plan AS pl
JOIN category AS c ON c.plan_id = pl.id
JOIN item AS i ON i.category_id = c.id
JOIN task AS t ON t.item_id = i.id
JOIN period AS pe ON pe.plan_id = pl.id
LEFT JOIN current_entry AS e ON e.task_id = t.id AND e.period_id = pe.id
ORDER BY pl.title, pe.position, c.position, i.position, t.position;

CREATE VIEW stays_out AS -- answers that were left out of a merge and not chosen since
SELECT r.period_id, r.dispatch_id, l.revision_id
FROM left_out AS l JOIN receipt AS r ON r.id = l.receipt_id JOIN merge AS m ON m.id = r.merge_id
WHERE m.undone_at IS NULL
GROUP BY 1, 2, 3
HAVING max(l.chosen) = 0;

CREATE VIEW return_state AS -- each dispatch, and the last return of it that was merged and not undone
SELECT d.id AS dispatch_id, u.name AS unit, pe.label AS period,
  (SELECT count(*) FROM json_each(d.terms, '$.tasks')) AS tasks,
  m.merged_at AS received_at, r.check_code, r.file_name
FROM dispatch AS d
LEFT JOIN unit AS u ON u.id = d.unit_id
LEFT JOIN period AS pe ON pe.id = d.period_id
LEFT JOIN receipt AS r ON r.id = (
  SELECT max(x.id) FROM receipt AS x JOIN merge AS y ON y.id = x.merge_id
  WHERE x.dispatch_id = d.id AND y.undone_at IS NULL)
LEFT JOIN merge AS m ON m.id = r.merge_id;
"""


def create(connection: sqlite3.Connection) -> None:
    """Make the tables and views in an empty database and mark it as ours."""
    connection.executescript(TABLES + VIEWS)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {VERSION}")


def fingerprint(connection: sqlite3.Connection) -> frozenset[tuple[str, str, str, str]]:
    """Every table, index, view and trigger of a database: (type, name, table, SQL)."""
    rows = connection.execute("SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_master").fetchall()
    return frozenset((kind, name, table, sql) for kind, name, table, sql in rows)
